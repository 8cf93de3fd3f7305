"""Points in time: what a match of one of their forms means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from aiscreen.parsing.dates.forms import POINT
from aiscreen.parsing.words.calendar import MONTHS
from aiscreen.text import fold

_KINDS = ["", *[name[0] for name in POINT.groupindex]]
"""What each group of a point means, by its number."""
_PARTS = 4
"""How far the first group of a form stands before its last, at the most."""


@dataclass(slots=True)
class Point:
    """One end of a range. `first` and `last` are its months, equal unless a quarter; year 0 means a bare month; `day` is
    the day, where that could be the month as well."""

    begin: int
    stop: int
    year: int
    first: int | None
    last: int | None
    bare: bool = False
    open: bool = False
    weak: bool = False
    day: int | None = None


def month_first(point: Point) -> Point:
    return replace(point, first=point.day, last=point.day) if point.day else point


def point_of(match: re.Match[str]) -> Point:
    """The point that a match means."""
    begin, stop = match.span()
    if match.lastgroup == "open":
        return Point(begin, stop, 0, None, None, open=True)
    first: int | None = None
    last: int | None = None
    year = 0
    day: int | None = None
    weak = False
    last_group = match.lastindex or 0
    for group in range(max(1, last_group - _PARTS), last_group + 1):
        if not (value := match[group]):
            continue
        kind = _KINDS[group]
        if kind in "yw":
            digits = value.lstrip("'’‘` ")
            year = int(digits) if len(digits) == 4 else _century(int(digits))
            weak = kind == "w"
        elif kind == "m":
            first = last = int(value)
        elif kind == "d" and (number := int(value)) <= 12 and match.string[match.end(group)] != ".":
            day = number
        elif kind == "n":
            first = last = MONTHS[fold(value)]
        elif kind == "q":
            first, last = 3 * int(value) - 2, 3 * int(value)
        elif kind == "h":
            first, last = 6 * int(value) - 5, 6 * int(value)
    return Point(begin, stop, year, first, last, bare=not year, weak=weak, day=day)


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def date_of(point: Point, *, first: bool, year: int = 0) -> str:
    month = point.first if first else point.last
    number = point.year or year
    return f"{number:04d}-{month:02d}" if month else f"{number:04d}"
