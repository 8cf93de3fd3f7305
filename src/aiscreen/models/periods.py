"""Arithmetic on written dates (`YYYY` or `YYYY-MM`): months, overlaps merged. Never asks what day it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

Span = tuple[int, int]
"""First month and the month after the last, counted from year 0: half open, so a length is a difference."""


def month(written: str, *, end: bool = False) -> int:
    """The month number (12 * year + month - 1) of a written date.

    A year alone means its January as a start and its December as an end.
    """
    year, _, rest = written.partition("-")
    return 12 * int(year) + (int(rest[:2]) - 1 if rest else 11 if end else 0)


def span(start: str | None, end: str | None, current: bool, as_of: date) -> Span | None:
    """The months that an entry covers, or None without a start. One date alone is that month or year."""
    if start is None and end is None:
        return None
    first = month(start or end or "")
    last = 12 * as_of.year + as_of.month - 1 if current else month(end or start or "", end=True)
    return (first, last + 1) if last >= first else None


def merge(spans: Iterable[Span]) -> list[Span]:
    """Spans sorted, with those that touch or overlap made one."""
    ordered = sorted(spans)
    if len(ordered) < 2:
        return ordered  # as most are
    merged: list[Span] = []
    for first, last in ordered:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def since(spans: Iterable[Span], first: int) -> list[Span]:
    """What of the spans lies from this month on."""
    return [(max(start, first), end) for start, end in spans if end > first]


def months(spans: Iterable[Span]) -> int:
    """How many months the spans cover, overlaps counted once."""
    return sum(last - first for first, last in merge(spans))
