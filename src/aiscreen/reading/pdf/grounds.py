"""Grounds: what is painted behind a word, and whether its colour shows on that."""

from __future__ import annotations

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf.shapes import Panel, Shapes

_NEAR = 48
"""Difference in red, green and blue up to which two colours may be one to a reader."""
_BAND = 24.0
_BANDS = 600
"""Height of a band in points, and the number of the last one on the tallest page."""


def _band(y: float) -> int:
    """The band of a height, whatever number that is."""
    return int(y / _BAND) if 0 <= y < _BAND * _BANDS else int(max(-1.0, min(y / _BAND, _BANDS)))


class Grounds:
    """The panels of a page, with their edges, by the bands of it that they stand in, the last painted first."""

    def __init__(self, shapes: Shapes) -> None:
        self._ranks = shapes.ranks
        self._bands: dict[int, list[tuple[float, float, float, float, Panel]]] = {}
        for panel in reversed(shapes.panels):
            box = panel.box
            for band in range(_band(box.top), _band(box.bottom) + 1):
                self._bands.setdefault(band, []).append((box.x0, box.top, box.x1, box.bottom, panel))

    def show(self, word: Glyphs) -> bool:
        """Whether nothing is painted over a word, and its colour is unlike all that may be behind it."""
        own, colors = word.style.color, self.behind(word)
        return colors is not None and not [one for one in colors if one is None or near(own, one)]

    def behind(self, word: Glyphs) -> list[int | None] | None:
        """The colours that may be behind a word, None for any; no list where something is painted over it."""
        left, right = word.x0, word.x1
        x, y = (left + right) / 2, (word.top + word.bottom) / 2
        colors: list[int | None] = []
        for x0, top, x1, bottom, panel in self._bands.get(_band(y), ()):
            if x0 <= x <= x1 and top <= y <= bottom:
                if panel.rank > self._ranks.get(word.style.handle, 0):
                    return None
                colors.append(panel.color)
                whole = panel.plain and x0 <= left + 1 and right - 1 <= x1
                if whole or panel.color is None:  # else the word may stand on it or beside it
                    return colors
        colors.append(0xFFFFFF)
        return colors


def near(one: int, two: int) -> bool:
    return (
        abs((one & 255) - (two & 255)) < _NEAR
        and abs((one >> 8 & 255) - (two >> 8 & 255)) < _NEAR
        and abs((one >> 16) - (two >> 16)) < _NEAR
    )
