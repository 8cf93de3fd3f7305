"""Words painted twice on one place (outlines over their letters, a letter with a mark that another font draws), and
letters given out twice, for themselves and for their marks that are painted apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf import fast

_BACK = 40
"""Words before one among which it may be painted already."""

_LETTER = re.compile(r"[^\W\x00-\x7f]")
_APART = 8
"""Glyphs within which a letter's mark is painted after it."""
_CLOSE = 0.3
"""Most space between a letter and its mark, of the letter's height."""


def without_marks(text: str, textpage: Any) -> str:
    """The text without the letters that PDFium gives out once more, for a mark painted apart: the program says by
    ActualText which letter base and mark are, and each is given out as that. NUL stands for the mark."""
    if text.isascii():
        return text
    found = list(text)
    for match in _LETTER.finditer(text):
        letter, first = match.group(), match.start()
        again = text.find(letter, first + 1, first + _APART)
        if again >= 0 and unicodedata.normalize("NFD", letter) != letter:
            mark = _mark(textpage, first, again)
            if mark is not None:
                found[mark] = "\0"
    return "".join(found)


def _mark(textpage: Any, one: int, two: int) -> int | None:
    """Which of two glyphs is a mark of the other: the lower, where it stands right above or below that."""
    (left, right, bottom, top), (x0, x1, low, high) = fast.ink(textpage, one), fast.ink(textpage, two)
    tall, flat = top - bottom, high - low
    over = left < (x0 + x1) / 2 < right or x0 < (left + right) / 2 < x1
    apart = max(low - top, bottom - high)
    if not over or apart > _CLOSE * max(tall, flat) or min(tall, flat) > 0.6 * max(tall, flat):
        return None
    return one if tall < flat else two


def repeats(words: list[Glyphs], word: Glyphs) -> bool:
    """Whether a word, which begins left of the last one's end, stands on one of `words`; that has its colour then,
    which is painted over, and what the word has more."""
    if word.base != words[-1].base or word.x0 >= words[-1].x1 - 0.3 * word.style.size:
        return False
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
