"""Whether a document writes the month before the day where both are numbers ("04/05/2021")."""

from __future__ import annotations

import re

from aiscreen.models.resume import Basics
from aiscreen.parsing.dates import find
from aiscreen.parsing.words.places import STATE_CODES

_FULL = re.compile(r"(\d(?<![\d/-]\d)\d?)([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_AMERICAN = re.compile(r"\+\s?1|\(\d{3}\)\s?\d{3}-\d{4}$|\d{3}([.-])\d{3}\1\d{4}$")
"""How telephone numbers are written where the month comes first."""
_AMERICA = frozenset(["us", "usa", "united states", "united states of america"])


def month_first(text: str, basics: Basics) -> bool:
    """A number above 12 settles the order for all of a document's dates; else what shows it: a day that is always the
    first of its month, a range that one order turns backwards, an American telephone number or place. Without any, the
    day is first, as in most of the world."""
    pairs = {match.group(): (int(match[1]), int(match[3])) for match in _FULL.finditer(text)}
    if not pairs:
        return False
    numbers = list(pairs.values())
    months = sum(b > 12 for _, b in numbers) - sum(a > 12 for a, _ in numbers)
    if months:
        return months > 0
    if len(numbers) > 1 and (all(a == 1 for a, _ in numbers) or all(b == 1 for _, b in numbers)):
        return any(a > 1 for a, _ in numbers)
    ranges = [(d, d.other) for line in text.splitlines() if _FULL.search(line) for d in find(line) if d.other]
    turned = sum(d.turned for d, _ in ranges) - sum(other.turned for _, other in ranges)
    return turned > 0 if turned else _american(basics)


def _american(basics: Basics) -> bool:
    place = basics.location
    if basics.phone is not None and (basics.phone.startswith("+") or _AMERICAN.search(basics.phone)):
        return _AMERICAN.match(basics.phone) is not None
    if place is None:
        return False
    country = (place.country or "").replace(".", "").casefold()
    return place.region in STATE_CODES or country in _AMERICA
