"""Tables in a DOCX file: true tables are read by rows, layout tables as the columns they stand for.

A row of one-paragraph cells is a row. Where one cell is the text and the others are a few short words (dates, a place,
a label), those are cells of the text's first line, as a date column on a page is. Where several cells hold text, each
is a column of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.reading.layout.segments import is_date
from aiscreen.reading.sheet import Cell

_SHORT = 60
"""Most characters of a cell that stands beside a text."""


@dataclass(slots=True)
class Item:
    """A line to be: its cells, the space before and after and the indent in points. `block` tells columns apart."""

    cells: list[Cell]
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    bullet: bool = False
    block: int = 0

    @property
    def text(self) -> str:
        return " ".join(text for cell in self.cells for text, _ in cell)


Row = list[list[Item]]
"""The lines of each cell of a table row."""


def arrange(rows: list[Row], number: int) -> list[Item]:
    """The lines of a table in reading order. `number` tells the table from others."""
    full = [cells for row in rows if (cells := [found for cell in row if (found := _full(cell))])]
    headings = _labelled(full)
    lines: list[Item] = []
    for index, cells in enumerate(full):
        lines += _row(cells, headings, 1000 * number + 10 * index)
    return lines


def _full(cell: list[Item]) -> list[Item]:
    return [item for item in cell if item.text.strip()]


def _short(cell: list[Item]) -> bool:
    return len(cell) <= 3 and sum(len(item.text) for item in cell) <= _SHORT


def _larger(cell: list[Item], main: list[Item]) -> bool:
    """Whether a cell begins much larger than the text beside it, and goes on: a name, not a label."""
    sizes = [
        max((ink.size for runs in item.cells for _, ink in runs), default=0.0) for item in (cell[0], main[0])
    ]
    return len(cell) > 1 and sizes[0] > 1.3 * sizes[1]


def _labelled(rows: list[Row]) -> bool:
    """Whether the first column holds section headings: short, no dates, and over much text."""
    over = [len(row[-1]) for row in rows if len(row) == 2 and _short(row[0]) and not is_date(row[0][0].text)]
    return bool(over) and sum(over) >= 3 * len(over) and max(over) >= 4


def _row(cells: Row, headings: bool, number: int) -> list[Item]:
    if len(cells) == 1:
        return cells[0]
    if headings and len(cells) == 2 and _short(cells[0]) and not is_date(cells[0][0].text):
        return cells[0] + cells[1]
    if all(len(cell) == 1 for cell in cells) and not any(cell[0].bullet for cell in cells[1:]):
        return [_joined([cell[0] for cell in cells])]
    main = max(range(len(cells)), key=lambda at: (len(cells[at]), sum(len(item.text) for item in cells[at])))
    notes = [cell for at, cell in enumerate(cells) if at != main]
    if all(map(_short, notes)) and not any(_larger(note, cells[main]) for note in notes):
        return _annotated(cells, main)
    found: list[Item] = []
    for at, cell in enumerate(cells):
        for item in cell:
            item.block = item.block or number + at + 1
        found += cell
    return found


def _joined(items: list[Item]) -> Item:
    first = items[0]
    cells = [cell for item in items for cell in item.cells]
    return Item(cells, first.before, max(item.after for item in items), first.indent, first.bullet)


def _annotated(cells: Row, main: int) -> list[Item]:
    """The text's lines, with the dates and labels beside it as cells of its first."""
    head, *rest = cells[main]
    before = [item for cell in cells[:main] for item in cell]
    after = [item for cell in cells[main + 1 :] for item in cell]
    if head.bullet:
        return [_joined([*before, *after]), head, *rest]
    return [_joined([*before, head, *after]), *rest]
