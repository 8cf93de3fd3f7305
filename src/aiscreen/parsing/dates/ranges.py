"""Dates as people write them in a résumé: points, ranges, open ends, in seven languages.

A grammar, not a guess: every form that is accepted is listed here, today's date plays no part, and the precision
that was written (year, or year and month) is the precision that is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from aiscreen.parsing.dates.durations import MONTHS_LONG
from aiscreen.parsing.dates.forms import DASH, MONTH, POINT
from aiscreen.parsing.words.calendar import ENDS, MONTHS, ONWARDS, RANGE_WORDS, SINCE, STARTS, UNTIL
from aiscreen.text import either, fold, small


@dataclass(frozen=True, slots=True)
class Dates:
    """A date or a range found in a text at `begin:stop`. `start` and `end` are `YYYY`, `YYYY-MM` or None.

    `single` is true for one point in time; it is then both start and end. `turned` marks a range whose end was written
    first. `other` is what it means where days and months are both numbers and the month is written first ("04/05/2021").
    """

    begin: int
    stop: int
    start: str | None
    end: str | None
    current: bool = False
    single: bool = False
    turned: bool = False
    other: Dates | None = None


@dataclass(slots=True)
class _Point:
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


_LINK = re.compile(
    rf"[\s,.)]*(?:{DASH}{{1,3}}>?|>|\.\.\.?|…|\b{either(RANGE_WORDS)}\b\.?|/)[\s(\[]*(?:(?:the|{either(RANGE_WORDS)})\s+)?"
)
_LABELLED = re.compile(rf"[\s,;|·•–—-]*\b{either(ENDS)}\s*:\s*")
_START_LABEL = re.compile(rf"\b{either(STARTS)}\s*:\s*$")
_LONG = 24
"""Characters in the words that say of a point which end of a range it is, at the most."""
_DASHED = re.compile(rf"\s*{DASH}{{1,2}}\s*")
_SHORT_END = re.compile(rf"\s?(?:{DASH}|/)\s?['’‘]?(?P<yy>\d\d)(?![\d/.%:]|\s*[%+]|\w)")
_SINCE = re.compile(rf"\b{either(SINCE)}[\s:]*$")
_UNTIL = re.compile(rf"\b{either(UNTIL)}[\s:]*$")
_ONWARDS = re.compile(
    rf"\s*(?:\+|{either(ONWARDS)}\b)|\s*{DASH}{{1,2}}>?\s*(?:\.{{2,3}}|…|\?)?\s*(?=\.?\s*$|[)\]|;·•])|\s*(?:\.\.\.|…)"
)
_KINDS = ["", *[name[0] for name in POINT.groupindex]]
"""What each group of a point means, by its number."""
_PARTS = 4
"""How far the first group of a form stands before its last, at the most."""
_NUMBERS = re.compile(r"\d\d")
_YEAR = re.compile(
    r"\d\d(?:(?<=19)[4-9]\d|(?<=20)[0-5]\d|(?<=['’‘`]\d\d)|(?<=['’‘`]\s\d\d)|(?<=\d[/-]\d\d)|(?<=\d\s[/-]\d\d)|(?<=\d[/-]\s\d\d)"
    r"|(?<=\d\s[/-]\s\d\d)|(?<=\d\.\d\d\.\d\d)|(?<=\d[qh]\d\d)|(?<=\bfy\d\d)|(?<=\bfy\s\d\d))"
)
"""What a text with a year must hold. It begins with digits, so that a search skips all else in a fraction of the time."""
_AFTER_MONTH = re.compile(rf"{MONTH}\.?[\s-]\d\d")
_STILL = re.compile(
    r"[(\s–—-]*(?:present|current|ongoing|to date|till date|in progress|heute|présent|presente|heden|oggi)[)\s]*",
    re.IGNORECASE,
)
"""What says of a job or course, in a place of its own, that it goes on."""
ALONE = 16
"""Characters that this never has."""


@lru_cache(maxsize=2048)
def find(text: str) -> tuple[Dates, ...]:
    """All dates and ranges in a text, in order, none overlapping. A bare month or "present" alone is none."""
    if not _NUMBERS.search(text):
        return ()
    text = small(text)
    if not _YEAR.search(text) and not _AFTER_MONTH.search(text):
        return ()
    points = [_point(match) for match in POINT.finditer(text)]
    found = _read(text, points)
    if any(point.day for point in points):
        others = _read(text, [_month_first(point) for point in points])
        if [dates.begin for dates in found] == [dates.begin for dates in others]:
            found = [replace(dates, other=other) for dates, other in zip(found, others, strict=True)]
    return tuple(found)


def _read(text: str, points: list[_Point]) -> list[Dates]:
    """What the points of a text make together."""
    found: list[Dates] = []
    index = 0
    while index < len(points):
        point = points[index]
        index += 1
        after = points[index] if index < len(points) else None
        if point.open and after is not None and (turned := _turned(text, point, after, points[index + 1 :])):
            found.append(turned)
            index += 1
            continue
        if point.open or (found and point.begin < found[-1].stop):
            continue
        joined = _join(text, point, after) or _open_range(text, point)
        if joined is None and not point.bare and not point.weak:
            joined = _lasting(text, point)
        if joined is None:
            continue
        if after is not None and joined.stop >= after.stop:
            index += 1
        found.append(joined)
    return found


def _month_first(point: _Point) -> _Point:
    return replace(point, first=point.day, last=point.day) if point.day else point


@lru_cache(maxsize=2048)
def find_in_cell(text: str) -> tuple[Dates, ...]:
    """The dates in a text that has a place of its own: there "present" alone is the end of a range."""
    if _NUMBERS.search(text):
        return find(text)
    alone = len(text) < ALONE and _STILL.fullmatch(text)
    return (Dates(0, len(text), None, None, current=True),) if alone else ()


def _point(match: re.Match[str]) -> _Point:
    """The point that a match means."""
    begin, stop = match.span()
    if match.lastgroup == "open":
        return _Point(begin, stop, 0, None, None, open=True)
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
    return _Point(begin, stop, year, first, last, bare=not year, weak=weak, day=day)


def _century(two: int) -> int:
    return 2000 + two if two < 50 else 1900 + two


def _date(point: _Point, *, first: bool, year: int = 0) -> str:
    month = point.first if first else point.last
    number = point.year or year
    return f"{number:04d}-{month:02d}" if month else f"{number:04d}"


def _join(text: str, point: _Point, after: _Point | None) -> Dates | None:
    """A range that starts at `point`: up to the next point or open end, or a short year ("2017-19")."""
    if point.year and point.first is None and (short := _SHORT_END.match(text, point.stop)):
        end = point.year - point.year % 100 + int(short["yy"])
        end += 100 if end < point.year and point.year % 100 > 90 else 0
        if point.year < end <= point.year + 12:
            return Dates(point.begin, short.end(), str(point.year), str(end))
    if after is None:
        return None
    link = _LINK.fullmatch(text, point.stop, after.begin)
    if link is None and ":" in text[point.stop : after.begin]:
        link = _LABELLED.fullmatch(text, point.stop, after.begin)
        if link is not None and (
            label := _START_LABEL.search(text, max(0, point.begin - _LONG), point.begin)
        ):
            point = replace(point, begin=label.start())
    if link is None and not (after.open and not text[point.stop : after.begin].strip(" ,")):
        return None
    slash = link is not None and link.group().strip() == "/" and len(link.group()) < 3
    if after.open:
        if point.bare or slash:
            return None
        return Dates(point.begin, after.stop, _date(point, first=True), None, current=True)
    if after.bare or (point.bare and after.first is None) or (slash and point.first and not after.first):
        return None
    start, end_ = _date(point, first=True, year=after.year), _date(after, first=False)
    if start[: len(end_)] > end_[: len(start)]:
        if not point.bare:
            if link is None or slash:
                return None
            start, end_ = _date(after, first=True), _date(point, first=False)
            return Dates(point.begin, after.stop, start, end_, turned=True)
        start = _date(point, first=True, year=after.year - 1)
    return Dates(point.begin, after.stop, start, end_)


def _turned(text: str, now: _Point, start: _Point, more: list[_Point]) -> Dates | None:
    """A range whose open end stands first ("Present - Jan 2020")."""
    link = _DASHED.fullmatch(text, now.stop, start.begin)
    if link is None or start.open or start.bare or start.weak:
        return None
    if more and _LINK.fullmatch(text, start.stop, more[0].begin):
        return None
    return Dates(now.begin, start.stop, _date(start, first=True), None, current=True)


def _lasting(text: str, point: _Point) -> Dates:
    """One point in time; a month with the number of months that it began behind it is a range ("Oct 2019 (6 months)")."""
    begin = _date(point, first=True)
    if point.first is not None and (lasted := MONTHS_LONG.match(text, point.stop)):
        year, month = divmod(point.year * 12 + point.first + int(lasted["n"]) - 2, 12)
        return Dates(point.begin, lasted.end(), begin, f"{year:04d}-{month + 1:02d}")
    return Dates(point.begin, point.stop, begin, _date(point, first=False), False, True)


def _open_range(text: str, point: _Point) -> Dates | None:
    """ "since 2021", "2021 onwards", "2021 -", "until 2020", each including the words that say so."""
    if point.bare:
        return None
    before = text[max(0, point.begin - _LONG) : point.begin]
    offset = max(0, point.begin - _LONG)
    if onwards := _ONWARDS.match(text, point.stop):
        return Dates(point.begin, onwards.end(), _date(point, first=True), None, current=True)
    if since := _SINCE.search(before):
        return Dates(offset + since.start(), point.stop, _date(point, first=True), None, current=True)
    if until := _UNTIL.search(before):
        return Dates(offset + until.start(), point.stop, None, _date(point, first=False))
    return None
