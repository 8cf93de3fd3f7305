"""Bullets that are painted, not written: small shapes before words."""

from __future__ import annotations

from aiscreen.models.document import Box, Word
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.segments import Segment


def mark_items(runs: list[Segment], dots: list[Box]) -> None:
    """Tells segments whether a bullet stands before them, written or painted."""
    for run in runs:
        first = run.words[0]
        run.item = run.mark or bool(dots and dotted(first, first.style.size, dots))


def dotted(first: Word | Glyphs, size: float, dots: list[Box]) -> bool:
    """Whether a small painted shape stands before the word, in the middle of its height."""
    box = first.box
    for dot in dots:
        if 0.5 < box.x0 - dot.x1 < 2.5 * size and dot.height < 0.8 * size:
            middle = (dot.top + dot.bottom) / 2
            if box.top + 0.2 * size < middle < box.bottom - 0.1 * size:
                return True
    return False
