"""Where a page's words stand: its own space as points from its top left as seen, and the boxes of words there."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.reading.pdf import fast

Place = Callable[[float, float], tuple[float, float]]


def placing(page: Any) -> tuple[Place, float, float]:
    """The map from a page's own space to points from its top left as seen, and its width and height as seen."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    wide, high = right - left, top - bottom
    turn = pdfium.FPDFPage_GetRotation(page) % 4
    if turn == 1:
        return (lambda x, y: (y - bottom, x - left)), high, wide
    if turn == 2:
        return (lambda x, y: (right - x, y - bottom)), wide, high
    if turn == 3:
        return (lambda x, y: (top - y, right - x)), high, wide
    return (lambda x, y: (x - left, top - y)), wide, high


class Boxes:
    """Boxes and baselines of words, from the boxes of their first and last glyphs."""

    def __init__(self, textpage: Any, place: Place) -> None:
        self._page, self._place = textpage, place
        self._left, self._top = place(0.0, 0.0)
        boxes, self._origin = fast.buffer(ctypes.c_float, 8), fast.buffer(ctypes.c_double, 2)
        self._at_first, self._at_last, self._boxes = boxes.at[0], boxes.at[4], boxes.read

    def of(self, first: int, last: int, level: float | None) -> tuple[float, float, float, float, float]:
        """Left, top, right, bottom, baseline of the word between two glyphs; `level` as in its style."""
        fast.loose_box(self._page, first, self._at_first)
        if last > first:
            fast.loose_box(self._page, last, self._at_last)
        if level is None:
            return self._turned(first, last)
        x0, top, x1, bottom, left, _, right, _ = self._boxes()
        if last > first:
            if right > x1:
                x1 = right
            elif left < x0:
                x0 = left
        left, high = self._left, self._top
        return left + x0, high - top, left + x1, high - bottom, high - level

    def _turned(self, first: int, last: int) -> tuple[float, float, float, float, float]:
        place = self._place
        left, top, right, bottom, x0, y0, x1, y1 = self._boxes()
        corners = [place(left, top), place(right, bottom)]
        if last > first:
            corners += [place(x0, y0), place(x1, y1)]
        fast.origin(self._page, first, *self._origin.at)
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(down), max(across), max(down), place(*self._origin.read())[1]
