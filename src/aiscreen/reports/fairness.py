"""Selection and scoring rates by group, as New York City's Local Law 144 and the four-fifths rule ask for them.

Scoring rate: the share of a group that scores above the median of the whole sample (6 RCNY 5-300). Selection rate: the
share at or above a cut-off. Impact ratio: a group's rate over the highest group's rate. Fractions throughout, so that
a ratio of exactly four fifths is not below it. The figures are for people to read; no verdict is drawn from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from aiscreen.reports.statistics import fisher, median, ratio_interval, wilson

FOUR_FIFTHS = Fraction(4, 5)
SMALL = Fraction(2, 100)
"""Groups below this share of those with a known value may be left out by the auditor (6 RCNY 5-301(d))."""
FEW = 10
"""Fewer people than these are no yardstick that a ratio can lean on; the report says so."""
UNKNOWN = frozenset(
    {
        "",
        "unknown",
        "n/a",
        "na",
        "none",
        "null",
        "-",
        "?",
        "not stated",
        "undisclosed",
        "prefer not to say",
        "declined",
        "decline to state",
    }
)
CURVE = tuple(range(10, 100, 5))
Count = tuple[int, int]
"""How many of a group were selected, of how many."""


@dataclass(frozen=True)
class Person:
    """A scored candidate and the groups that a separate list gives: attribute to value, unknown ones left out."""

    score: Fraction
    groups: Mapping[str, str]


@dataclass(frozen=True)
class GroupRate:
    """A group's rate. `ratio`, `ratio_range` and `p` are against the group with the highest rate (None for a group
    that is too small, or where nobody was selected); `small` marks groups below two per cent."""

    group: str
    total: int
    hits: int
    rate: Fraction
    rate_range: tuple[float, float]
    small: bool
    ratio: Fraction | None = None
    ratio_range: tuple[float, float | None] | None = None
    p: Fraction | None = None

    @property
    def below(self) -> bool:
        """Whether the impact ratio is below four fifths; exactly four fifths is not."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS


@dataclass(frozen=True)
class Table:
    """One attribute, or several together, under one measure. `unknown` people are in no group."""

    attribute: str
    measure: str
    rows: tuple[GroupRate, ...]
    unknown: int


@dataclass(frozen=True)
class CurvePoint:
    """One cut-off: how many it selects, and each group's impact ratio, the lowest apart (small groups left out)."""

    threshold: int
    selected: int
    ratios: Mapping[str, Fraction | None]
    lowest: Fraction | None


@dataclass(frozen=True)
class Audit:
    """A whole audit. Counts that do not fit: candidates without a score, without a row in the list, and rows of the
    list without a candidate."""

    people: int
    unscored: int
    unmatched: int
    unused: int
    median: Fraction
    cut: Fraction | None
    tables: tuple[Table, ...]
    curves: Mapping[str, tuple[CurvePoint, ...]]


def audit(
    people: Sequence[Person],
    *,
    threshold: Fraction | None = None,
    top: int | None = None,
    unscored: int = 0,
    unmatched: int = 0,
    unused: int = 0,
) -> Audit:
    """The audit of these people; `threshold` or `top` say who counts as selected (neither: scoring rates alone).

    With `top`, everybody who ties with the last one selected is selected too. Raises ValueError without people.
    """
    middle = median([person.score for person in people])
    cut = threshold
    if top is not None:
        ordered = sorted((person.score for person in people), reverse=True)
        cut = ordered[min(top, len(ordered)) - 1]
    names = sorted({name for person in people for name in person.groups})
    sets = [(name,) for name in names] + list(combinations(names, 2))
    tables: list[Table] = []
    for attributes in sets:
        tables.append(_table(people, attributes, "scoring rate", lambda score: score > middle))
        if cut is not None:
            tables.append(_table(people, attributes, "selection rate", lambda score: score >= cut))
    curves = {_title(attributes): _curve(people, attributes) for attributes in sets}
    return Audit(len(people), unscored, unmatched, unused, middle, cut, tuple(tables), curves)


def _title(attributes: Iterable[str]) -> str:
    return " × ".join(attributes)


def _members(people: Sequence[Person], attributes: tuple[str, ...]) -> dict[str, list[Fraction]]:
    """Scores by group; people of whom one of the attributes is unknown are in none."""
    groups: dict[str, list[Fraction]] = {}
    for person in people:
        values = [person.groups.get(name) for name in attributes]
        if all(values):
            groups.setdefault(_title(value for value in values if value), []).append(person.score)
    return dict(sorted(groups.items()))


def _table(
    people: Sequence[Person], attributes: tuple[str, ...], measure: str, chosen: Callable[[Fraction], bool]
) -> Table:
    groups = _members(people, attributes)
    known = sum(map(len, groups.values()))
    counts = {name: (sum(map(chosen, scores)), len(scores)) for name, scores in groups.items()}
    return Table(_title(attributes), measure, tuple(_rates(counts, known)), len(people) - known)


def _best(counts: Mapping[str, Count], known: int) -> Count | None:
    """The group that the others are held against: that with the highest rate, of those that are large enough."""
    large = (count for count in counts.values() if not _is_small(count, known))
    return max(large, key=lambda count: (Fraction(*count), count[1]), default=None)


def _is_small(count: Count, known: int) -> bool:
    return Fraction(count[1], known) < SMALL


def _ratio(count: Count, best: Count | None, known: int) -> Fraction | None:
    """A group's impact ratio; None where the group is too small, or nobody was selected."""
    if best is None or not best[0] or _is_small(count, known):
        return None
    return Fraction(*count) / Fraction(*best)


def _rates(counts: Mapping[str, Count], known: int) -> list[GroupRate]:
    best = _best(counts, known)
    rows = []
    for name, count in counts.items():
        hits, total = count
        ratio = _ratio(count, best, known)
        other = best if ratio is not None and count != best else None
        interval, p = (ratio_interval(count, other), fisher(count, other)) if other else (None, None)
        rate, small = Fraction(*count), _is_small(count, known)
        rows.append(GroupRate(name, total, hits, rate, wilson(hits, total), small, ratio, interval, p))
    return rows


def _curve(people: Sequence[Person], attributes: tuple[str, ...]) -> tuple[CurvePoint, ...]:
    """The impact ratios at every cut-off: whether they hold cannot be read off one of them."""
    groups = _members(people, attributes)
    known = sum(map(len, groups.values()))
    points = []
    for threshold in CURVE:
        counts = {
            name: (sum(score >= threshold for score in scores), len(scores))
            for name, scores in groups.items()
        }
        best = _best(counts, known)
        ratios = {name: _ratio(count, best, known) for name, count in counts.items()}
        lowest = min((ratio for ratio in ratios.values() if ratio is not None), default=None)
        selected = sum(person.score >= threshold for person in people)
        points.append(CurvePoint(threshold, selected, ratios, lowest))
    return tuple(points)


def known(value: str) -> str | None:
    """A value of the list as a group's name, None where it says that it is not known."""
    text = " ".join(value.split())
    return None if text.casefold() in UNKNOWN else text
