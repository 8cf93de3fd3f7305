"""Bullets and list marks typed at the start of a line of text."""

from __future__ import annotations

import re

from aiscreen.reading.layout.segments import BULLETS
from aiscreen.reading.sheet import Cell

_MARK = re.compile(
    rf"\s*(?:[{''.join(sorted(BULLETS))}\ue000-\uf8ff]\s*|(?:[-–—*+>~]|o|\(?\d{{1,2}}[.)]|\[\d{{1,3}}\])\s+)(?=\S)"
)


def mark_length(text: str) -> int:
    """How many characters a bullet or list mark at the start of a line takes, 0 without one."""
    match = _MARK.match(text)
    return match.end() if match else 0


def split_mark(cells: list[Cell]) -> tuple[bool, list[Cell]]:
    """Whether a line starts with a typed bullet, and its cells without it."""
    if not cells or not cells[0]:
        return False, cells
    runs = cells[0]
    text = "".join(text for text, _ in runs)
    if len(cells) > 1 and text.strip() and mark_length(text + " x") > len(text.rstrip()):
        return True, cells[1:]
    length = mark_length(text)
    if not length:
        return False, cells
    kept: Cell = []
    for part, ink in runs:
        taken = min(length, len(part))
        length -= taken
        if part[taken:]:
            kept.append((part[taken:], ink))
    return True, [kept, *cells[1:]]
