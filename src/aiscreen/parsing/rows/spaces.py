"""Where rows stand: beside each other or below, with how much white space between them, in which column."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from aiscreen.models.document import Word
from aiscreen.parsing.rows.row import Cell, Row
from aiscreen.reading.sheet import WIDE_GAP


def beside(one: Row, other: Row) -> bool:
    """Whether two rows stand at one height of one page, side by side."""
    a, b = one.box, other.box
    if one.line.page != other.line.page:
        return False
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.5 * min(a.bottom - a.top, b.bottom - b.top) and (a.x1 <= b.x0 + 1 or b.x1 <= a.x0 + 1)


def gap(above: Row, below: Row) -> float:
    """White space between two rows in points; a page or column break counts as none."""
    if above.line.page != below.line.page or below.y < above.y:
        return 0.0
    return below.box.top - above.box.bottom


def reach(above: Row, below: Row) -> float:
    """Where the next row's first word would have ended behind a row: beyond its `edge`, it had no room there."""
    word = below.first
    return above.x1 + 0.3 * word.size + word.box.width


def is_made_up(cell: Cell, stop: float) -> bool:
    """Whether the place at which the next cell begins was made up by a reader: nobody knows how much room there was."""
    return abs(stop - cell.x1 - WIDE_GAP * cell.words[-1].size) < 0.01


def lacks_room(cell: Cell, word: Word, stop: float) -> bool:
    """Whether a word had no room behind a cell, before the next one that begins at `stop`."""
    return cell.x1 + word.box.width > stop - 1.5 * word.size


def is_apart(above: Row, below: Row) -> bool:
    """Whether white space parts two rows, as it does paragraphs."""
    return gap(above, below) > 0.6 * below.height


def gaps(rows: Iterable[Row]) -> list[float]:
    """The white space between rows on end, from the smallest to the widest, page and column breaks left out."""
    return sorted([gap(a, b) for a, b in pairwise(rows) if a.line.page == b.line.page and b.y > a.y])


def by_column(rows: Iterable[Row]) -> dict[tuple[int, int], list[Row]]:
    """The rows of each column of each page."""
    columns: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        columns.setdefault(row.column, []).append(row)
    return columns
