"""What stands beside rows: dates, places and durations in columns of their own."""

from __future__ import annotations

from functools import partial

from aiscreen.parsing.dates import DURATION, Dates, find_in_cell, remove
from aiscreen.parsing.rows import Cell, Row, beside
from aiscreen.parsing.words.places import is_place
from aiscreen.text import has_digit

_BAND = 50.0
"""Height in points of the bands of a page in which rows are looked up."""


def lay(rows: list[Row]) -> list[Row]:
    """Rows with those that stand beside them (dates, places in a column of their own) hung on as `sides`."""
    rows = [part for row in rows for part in (_without_note(row) if len(row.cells) == 2 else (row,))]
    asides = {
        id(row)
        for i, row in enumerate(rows)
        if row.loose or (row.record is None and is_side(row) and not _in_flow(rows, i))
    }
    if not asides:
        return rows
    mains: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        if id(row) not in asides:
            for band in _bands(row):
                mains.setdefault(band, []).append(row)
    at = {id(row): place for place, row in enumerate(rows)}
    hung: set[int] = set()
    for row in rows:
        if id(row) in asides:
            level = {id(other): other for band in _bands(row) for other in mains.get(band, ())}
            host = min(
                filter(partial(beside, row), level.values()), key=lambda other: at[id(other)], default=None
            )
            if host is not None:
                host.sides.append(row)
                hung.add(id(row))
    return [row for row in rows if id(row) not in hung]


def _without_note(row: Row) -> list[Row]:
    """What a bullet or sentence says, and apart from it the place or duration that stands at its line's start or end,
    in the column beside the entries."""
    for note, said in (row.cells, row.cells[::-1]):
        if is_place(note.text) or _is_duration(note.text):
            rest = row.with_cells([said])
            if rest.bullet or rest.prose:
                return [rest, Row(row.line, row.index, [note], loose=True)]
    return [row]


def _in_flow(rows: list[Row], i: int) -> bool:
    """Whether a row follows or leads on to more than dates and places in a column of its own, at one edge."""
    row = rows[i]
    return any(
        other.line.block == row.line.block
        and other.line is not row.line
        and abs(other.x0 - row.x0) < 2
        and not is_side(other)
        for other in (*rows[max(0, i - 1) : i], *rows[i + 1 : i + 2])
    )


def _bands(row: Row) -> list[tuple[int, int]]:
    """The bands of its page that a row stands in: rows beside each other share one."""
    return [
        (row.line.page, band) for band in range(int(row.box.top // _BAND), int(row.box.bottom // _BAND) + 1)
    ]


def is_side(row: Row) -> bool:
    """Whether a row holds only what stands beside other rows: dates, a place, a duration."""
    return (
        not row.bullet
        and row.count <= 8
        and (row.only_dates or is_place(row.text) or (row.figures and _is_duration(row.text)))
    )


def _is_duration(text: str) -> bool:
    return has_digit(text) and DURATION.fullmatch(text.strip()) is not None


def rest_of_cell(cell: Cell) -> str:
    """A cell's text without its dates."""
    return remove(cell.text, find_in_cell(cell.text))


def dates_of(row: Row) -> list[Dates]:
    """The dates on a row and beside it; what a bullet or sentence says of dates gives way to those that stand beside it."""
    if row.dated_beside and (row.bullet or row.prose):
        return [d for side in row.sides for _, ds in side.found for d in ds]
    return [d for r in (row, *row.sides) for _, ds in r.found for d in ds]


def has_range(row: Row) -> bool:
    """Whether a row has a range of dates, on it or beside it."""
    return any(not dates.single for dates in dates_of(row))
