"""A document as read: lines of words in reading order, with their boxes; hidden text set apart.

Geometry is in PDF points with the origin at the top left of the page as a person sees it. Documents without
pages (text, Markdown, DOCX) get a made-up geometry with the same meaning: a column is 6 pt wide, a line 12 pt
high, a heading larger and bold, so that one parser reads them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, dataclass_transform

from aiscreen.models.lazy import lazy

T = TypeVar("T")
WHOLE = 3.0 * 2**51
"""Added to a number and taken off again, it leaves that rounded to a whole one: floats so large have no fractions. Places
are rounded so in a fifth of `round`'s time."""


def hundredths(place: float) -> float:
    """A place in points, rounded to two decimals."""
    return (100 * place + WHOLE - WHOLE) / 100


@dataclass_transform(frozen_default=True)
def held(cls: type[T]) -> type[T]:
    """A dataclass that the type checker holds frozen. There are hundreds a page, and what freezes a dataclass at run time
    makes it four times slower to build."""
    return dataclass(unsafe_hash=True)(cls)


@dataclass_transform(frozen_default=True)
def geometry(cls: type[T]) -> type[T]:
    """The same with slots, for what keeps nothing besides its fields."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


@geometry
class Box:
    """A rectangle on a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def join(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box.around((self, other))

    @staticmethod
    def of_points(points: Sequence[tuple[float, float]]) -> Box:
        """The smallest box around some points, at least one."""
        across, down = [x for x, _ in points], [y for _, y in points]
        return Box(min(across), min(down), max(across), max(down))

    @staticmethod
    def around(boxes: Sequence[Box]) -> Box:
        """The smallest box around some boxes, at least one."""
        return Box(
            min([box.x0 for box in boxes]),
            min([box.top for box in boxes]),
            max([box.x1 for box in boxes]),
            max([box.bottom for box in boxes]),
        )


NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


@geometry
class Word:
    """A run of characters without white space. `size` in points, `color` as 0xRRGGBB, `link` a URI behind it."""

    text: str
    box: Box
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    color: int = 0
    font: str = ""
    link: str | None = None


@held
class Line:
    """A line of one column, as a person reads it. `number` counts from 1 on its page, in reading order.

    `block` numbers the column or box that the line belongs to, in reading order over the document: two lines
    side by side in two columns have two blocks; a date at the right edge of its entry's line is in that line.
    `bullet` is true where the line starts with a bullet glyph or a list mark (kept out of `text`). `cuts` are the
    indices of words that begin a cell however narrow the gap before them (a date column beside its entry).
    """

    words: tuple[Word, ...]
    box: Box
    page: int
    number: int
    block: int = 0
    bullet: bool = False
    cuts: tuple[int, ...] = ()

    @lazy
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join([word.text for word in self.words])

    @lazy
    def size(self) -> float:
        """The size in points of most of its characters."""
        weight: dict[float, int] = {}
        for word in self.words:
            weight[word.size] = weight.get(word.size, 0) + len(word.text)
        return max(weight, key=lambda size: (weight[size], size)) if weight else 0.0

    @lazy
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return bool(self.words) and all(word.bold for word in self.words)

    @lazy
    def cells(self) -> tuple[tuple[Word, ...], ...]:
        """The words in groups, parted at `cuts` and where the gap is wider than a word space (1.5 of the size)."""
        groups: list[list[Word]] = []
        for index, word in enumerate(self.words):
            near = groups and word.box.x0 - groups[-1][-1].box.x1 <= 1.5 * max(word.size, 1.0)
            if near and index not in self.cuts:
                groups[-1].append(word)
            else:
                groups.append([word])
        return tuple(tuple(group) for group in groups)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that a reader of the page does not see. `reason` is a slug: `white`, `low-contrast`, `tiny`,
    `off-page`, `invisible`, `transparent`, `covered`, `clipped`, `zero-width`, `hidden-layer`, `replaced`
    (another text is given out), `annotation`, `metadata`, `vanish`."""

    text: str
    page: int
    box: Box
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link and the words it stands behind (may be empty: an icon)."""

    uri: str
    text: str
    page: int
    box: Box


@dataclass(frozen=True)
class Document:
    """A read file. `kind` is pdf, docx, text, markdown or json; `date` its own modified (else created) date if sane.
    `running` are headers and footers apart from the text: they part sentences, but tell how to reach the candidate."""

    path: str
    sha256: str
    kind: str
    pages: int
    lines: tuple[Line, ...]
    hidden: tuple[Hidden, ...] = ()
    links: tuple[Link, ...] = ()
    date: date | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    running: tuple[Line, ...] = ()

    @lazy
    def text(self) -> str:
        """All visible lines, one a line, in reading order."""
        return "\n".join([line.text for line in self.lines])
