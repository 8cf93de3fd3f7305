"""Rows: segments of one part of a page that are read across, with what stands beside them in side columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.segments import Segment, dated, rows
from aiscreen.reading.layout.sides import Attached, Note

_YEAR = re.compile(r"(?:19|20)\d\d\b")
_GOES_ON = re.compile(
    r"[-–—,&/]$|^(?:to|until|bis|and|of|for|the|de|del|des|der|für|und|et|y|e|da|do|di|la|van)$", re.I
)


@dataclass(slots=True)
class Row:
    """The words of one line in reading order, its page, its bullet, and where its cells begin besides wide gaps."""

    words: list[Glyphs]
    page: int
    mark: Glyphs | None = None
    block: int = 0
    cuts: list[int] = field(default_factory=list)


def rows_of(runs: list[Segment], attached: Attached, page: int) -> list[Row]:
    """Segments that are read by rows, with the labels and dates of side columns put before and after their words."""
    found: list[Row] = []
    taken: set[int] = set()
    table = rows(runs)
    for number, full in enumerate(table):
        row = [run for run in full if id(run) not in taken] if taken else full
        if not row:
            continue
        before: list[list[Segment]] = []
        after: list[list[Segment]] = []
        for note in _notes_on(row, attached):
            if note.heading:
                found.append(row_of([note.runs], page))
                found[-1].cuts.clear()
            else:
                (before if note.before else after).append(note.runs)
        cells, hung = attached.hung.get(id(row[0]), ((), ()))
        row = [row[0], *cells, *row[1:]] if cells else row
        at = len(row) if hung else _first_item(row)
        if at:
            below = table[number + 1] if number + 1 < len(table) else []
            taken.update(id(run) for cell in row[:at] for run in below if _wrapped(cell, run))
            found.append(row_of([*before, row[:at], *(after if hung else [])], page))
            before, row = [], row[at:]
        if row:
            found.append(row_of([*before, row, *after], page))
        found += [row_of([[item]], page) for item in hung]
    return found


def _first_item(row: list[Segment]) -> int:
    """Where a bulleted sentence begins behind the cells of an entry's head (position, dates): a line of its own.
    0 where none does."""
    last = len(row) - 1
    return last if last > 0 and row[last].item and len(row[last].words) > 3 and not row[0].item else 0


def _wrapped(cell: Segment, below: Segment) -> bool:
    """Takes the next row's words into the cell that they go on in: painted right after it, at its left edge."""
    goes_on = (
        below.order == cell.order + len(cell.words)
        and abs(below.x0 - cell.x0) < 2
        and below.style == cell.style
    )
    if goes_on:
        cell.words = cell.words + below.words
        cell.x1, cell.bottom = max(cell.x1, below.x1), below.bottom
    return goes_on


def _notes_on(runs: list[Segment], attached: Attached) -> Iterator[Note]:
    """The notes that stand on segments, and those that stand on these notes: a date on a label, the label on its
    text."""
    for run in runs:
        for note in attached.get(id(run), ()):
            yield note
            yield from _notes_on(note.runs, attached)


def row_of(groups: list[list[Segment]], page: int) -> Row:
    """The row of some groups of segments from left to right, each group a cell at the least; its first bullet is its own."""
    row = Row([], page)
    for group in groups:
        for number, run in enumerate(group):
            words = run.words
            if run.mark and len(words) > 1 and row.mark is None and (number == 0 or not row.words):
                row.mark, words = words[0], words[1:]
            if row.words and (number == 0 or _apart(group[number - 1], run)):
                row.cuts.append(len(row.words))
            row.words += words
    return row


def _apart(left: Segment, right: Segment) -> bool:
    """Whether two segments read one after the other are two cells: they stand below each other in a side column
    (unless the first plainly goes on in the second), or apart with no space written between them."""
    first, second = left.words[-1], right.words[0]
    if not second.text:
        return False
    if right.base - left.base > 0.5 * right.size:
        goes_on = second.text[0] in "-–—," or (second.text[0].islower() and not dated([right]))
        goes_on = goes_on or (bool(_YEAR.match(second.text)) and first.text.rstrip(".").isalpha())
        return not (goes_on or _GOES_ON.search(first.text))
    return not second.spaced and first.style.handle != second.style.handle
