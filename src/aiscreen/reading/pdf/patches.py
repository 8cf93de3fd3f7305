"""Letters that a line's font lacks: programs paint them in another font after the rest of the line, where they belong.

A reader sees one word; here such letters go back between the parts of it.
"""

from __future__ import annotations

from itertools import pairwise

from aiscreen.reading.layout.glyphs import Glyphs

_JOINS = 0.12
"""Gap, of the size, up to which a letter in another font is of one word with what stands beside it."""
_CLOSE = 0.08
"""The same for a foreign letter in the same font, which may have been parted from what stands before it."""


def with_patches(words: list[Glyphs]) -> list[Glyphs]:
    """The words of a page, letters that were painted after their line among its words."""
    strange = [
        at
        for at, (before, word) in enumerate(pairwise(words), 1)
        if not word.text.isascii() and _is_patch(before, word)
    ]
    if not strange:
        return words
    done: list[Glyphs] = []
    begin = 0
    for at in strange:
        if at < begin:
            continue
        first, last = at, at
        while first > begin and _level(words[first - 1], words[at]):
            first -= 1
        while last + 1 < len(words) and _level(words[last + 1], words[at]):
            last += 1
        done += words[begin:first]
        done += _whole(sorted(words[first : last + 1], key=lambda word: word.x0))
        begin = last + 1
    done += words[begin:]
    for order, word in enumerate(done):
        word.order = order
    return done


def _is_patch(before: Glyphs, word: Glyphs) -> bool:
    """Whether a word of foreign letters, as it is, in another font stands left of the one painted before it, on its
    line."""
    return (
        word.x0 < before.x0 - 0.5 * word.style.size
        and word.style.font != before.style.font
        and _level(before, word)
        and word.text.isalpha()
    )


def _level(one: Glyphs, other: Glyphs) -> bool:
    size = other.style.size
    return (
        abs(one.base - other.base) < 0.05 * size
        and abs(one.style.size - size) < 0.1 * size
        and one.style.turn == other.style.turn == 0
    )


def _whole(line: list[Glyphs]) -> list[Glyphs]:
    """The words of a line from left to right, those that touch as one."""
    found: list[Glyphs] = []
    font = ""
    for word in line:
        last = found[-1] if found else None
        if (
            last is not None
            and (word.style.font != font or not word.text[:1].isascii())
            and word.x0 - last.x1 < (_JOINS if word.style.font != font else _CLOSE) * word.style.size
            and word.text[:1].isalpha()
            and last.text[-1:].isalpha()
        ):
            last.text += word.text
            last.x1, last.top, last.bottom = (
                max(last.x1, word.x1),
                min(last.top, word.top),
                max(last.bottom, word.bottom),
            )
        else:
            found.append(word)
        font = word.style.font
    return found
