"""The reading layer's own word: mutable, with what only the layout needs. Becomes a `Word` at the very end."""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.models.document import Box


@dataclass(slots=True, eq=False)
class Style:
    """What the words of one text object share. `turn` is the direction of writing in degrees, clockwise as seen;
    `handle` is the object's address, `pictures` whether its font's glyphs are icons, `level` the height of its baseline in
    the page's own space where that is one."""

    size: float
    bold: bool
    italic: bool
    font: str
    color: int
    alpha: int
    mode: int
    turn: int
    handle: int = 0
    pictures: bool = False
    level: float | None = None


@dataclass(slots=True, eq=False)
class Glyphs:
    """A run of glyphs without white space, as painted; the reading layer's own mutable word.

    Points from the top left of the page as seen; `base` is the baseline's distance from the top, `order` the rank in
    painting, `spaced` whether the file itself wrote white space before it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    style: Style
    order: int
    spaced: bool
    link: str | None = None

    @property
    def box(self) -> Box:
        """Where it stands."""
        return Box(self.x0, self.top, self.x1, self.bottom)
