"""Jobs that sentences tell of, taken together: what one of them leaves open, another may tell."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from aiscreen.parsing.rows import Row, Told


def end_by_the_next(rows: list[Row]) -> None:
    """Jobs of which no end is told stop where the next one begins."""
    jobs = [(row, row.told, row.told.dates) for row in rows if row.told and row.told.dates]
    for row, told, dates in jobs:
        later = [other.start for _, _, other in jobs if (other.start or "") > (dates.start or "")]
        if told.open and (end := min(filter(None, later), default=None)):
            row.told = replace(told, dates=replace(dates, end=end, current=False))


def come_back(rows: list[Row]) -> None:
    """Positions of which a later paragraph tells are those at the employer named before, and told there."""
    before: Row | None = None
    for row in rows:
        told = row.told
        if told is None or told.dates is None:
            continue
        if told.name is None and told.position and before is not None and before.told is not None:
            row.told = told = replace(told, name=before.told.name)
            _forget(told, rows[: rows.index(row)])
        before = row


def _forget(again: Told, rows: list[Row]) -> None:
    """The job among those of some rows that is told again goes with the next one there."""
    for row, below in pairwise(rows):
        if row.told and below.told and row.told.name == again.name and _is_same(row.told, again):
            row.told, below.told = below.told, Told()
            return


def _is_same(one: Told, other: Told) -> bool:
    """Whether two tellings at one employer are of one position: it begins in the same year, under a title as full or fuller."""
    if one.dates is None or other.dates is None:
        return False
    begun = (one.dates.start or "")[:4] == (other.dates.start or "-")[:4]
    return begun and (one.position or "").casefold().endswith((other.position or "-").casefold())
