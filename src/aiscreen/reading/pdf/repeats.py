"""Words painted twice on one place: outlines over their letters, a letter with a mark that another font draws."""

from __future__ import annotations

from dataclasses import replace

from aiscreen.reading.layout.glyphs import Glyphs

_BACK = 40
"""Words before one among which it may be painted already."""


def repeats(words: list[Glyphs], word: Glyphs) -> bool:
    """Whether a word, which begins left of the last one's end, stands on one of `words`; that has its colour then,
    which is painted over, and what the word has more."""
    for one in words[: -_BACK - 1 : -1]:
        if abs(one.base - word.base) > 0.1 * word.style.size:
            return False
        if one.x0 - 1 < word.x0 and (word.x1 < one.x1 + 1 or word.x0 < one.x0 + 1):
            if word.text.startswith(one.text):
                one.text, one.x1 = word.text, word.x1
            elif word.text not in one.text:
                continue
            if word.style.color != one.style.color:
                one.style = replace(one.style, color=word.style.color, alpha=word.style.alpha)
            return True
    return False
