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
from aiscreen.parsing.dates.points import Point, date_of, month_first, point_of
from aiscreen.parsing.words.calendar import ENDS, ONWARDS, RANGE_WORDS, SINCE, STARTS, UNTIL
from aiscreen.text import either, small


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

    def written(self, month_first: bool) -> Dates:
        """What it means in a document that writes the month first, or that does not."""
        return (self.other or self) if month_first else self


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
    points = [point_of(match) for match in POINT.finditer(text)]
    found = _read(text, points)
    if any(point.day for point in points):
        others = _read(text, [month_first(point) for point in points])
        if [dates.begin for dates in found] == [dates.begin for dates in others]:
            found = [replace(dates, other=other) for dates, other in zip(found, others, strict=True)]
    return tuple(found)


def _read(text: str, points: list[Point]) -> list[Dates]:
    """What the points of a text make together."""
    found: list[Dates] = []
    index = 0
    while index < len(points):
        point = points[index]
        index += 1
        after = points[index] if index < len(points) else None
        if point.open and after is not None and (turned := _turned(text, point, after)):
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


@lru_cache(maxsize=2048)
def find_in_cell(text: str) -> tuple[Dates, ...]:
    """The dates in a text that has a place of its own: there "present" alone is the end of a range."""
    if _NUMBERS.search(text):
        return find(text)
    alone = len(text) < ALONE and _STILL.fullmatch(text)
    return (Dates(0, len(text), None, None, current=True),) if alone else ()


def _join(text: str, point: Point, after: Point | None) -> Dates | None:
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
        return Dates(point.begin, after.stop, date_of(point, first=True), None, current=True)
    if after.bare or (point.bare and after.first is None) or (slash and point.first and not after.first):
        return None
    start, end_ = date_of(point, first=True, year=after.year), date_of(after, first=False)
    if start[: len(end_)] > end_[: len(start)]:
        if not point.bare:
            if link is None or slash:
                return None
            start, end_ = date_of(after, first=True), date_of(point, first=False)
            return Dates(point.begin, after.stop, start, end_, turned=True)
        start = date_of(point, first=True, year=after.year - 1)
    return Dates(point.begin, after.stop, start, end_)


def _turned(text: str, now: Point, start: Point) -> Dates | None:
    """A range whose open end stands first ("Present - Jan 2020")."""
    link = _DASHED.fullmatch(text, now.stop, start.begin)
    if link is None or start.open or start.bare or start.weak:
        return None
    return Dates(now.begin, start.stop, date_of(start, first=True), None, current=True)


def _lasting(text: str, point: Point) -> Dates:
    """One point in time; a month with the number of months that it began behind it is a range ("Oct 2019 (6 months)")."""
    begin = date_of(point, first=True)
    if point.first is not None and (lasted := MONTHS_LONG.match(text, point.stop)):
        year, month = divmod(point.year * 12 + point.first + int(lasted["n"]) - 2, 12)
        return Dates(point.begin, lasted.end(), begin, f"{year:04d}-{month + 1:02d}")
    return Dates(point.begin, point.stop, begin, date_of(point, first=False), False, True)


def _open_range(text: str, point: Point) -> Dates | None:
    """ "since 2021", "2021 onwards", "2021 -", "until 2020", each including the words that say so."""
    if point.bare:
        return None
    offset = max(0, point.begin - _LONG)
    before = text[offset : point.begin]
    if onwards := _ONWARDS.match(text, point.stop):
        return Dates(point.begin, onwards.end(), date_of(point, first=True), None, current=True)
    if since := _SINCE.search(before):
        return Dates(offset + since.start(), point.stop, date_of(point, first=True), None, current=True)
    if until := _UNTIL.search(before):
        return Dates(offset + until.start(), point.stop, None, date_of(point, first=False))
    return None
