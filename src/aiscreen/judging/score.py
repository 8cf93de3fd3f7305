"""The score: the dimensions' points, their sum with the flags', and how far other weights would move it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiscreen.judging import dimensions as parts_of
from aiscreen.judging.case import Case, Part
from aiscreen.judging.delivery import production
from aiscreen.models.assessment import Dimension, Flag
from aiscreen.taxonomy.rubric import DIMENSIONS, DimensionId, DimensionRule

_PARTS = {
    "production": production,
    "skills": parts_of.skills,
    "depth": parts_of.depth,
    "open-source": parts_of.open_source,
    "leadership": parts_of.leadership,
    "currency": parts_of.currency,
    "education": parts_of.education,
}


BY_ROLE: tuple[DimensionId, ...] = ("skills", "depth")
"""The parts of the score that another role changes."""


def dimensions(case: Case) -> list[Dimension]:
    """All parts of the score with their points, in the rubric's order."""
    order = list(case.rules.rubric.dimensions)
    part(case, "production")  # skills and depth rest on it too, whatever the rubric's order
    return [dimension(case, name, part(case, name)) for name in sorted(DIMENSIONS, key=order.index)]


def part(case: Case, name: DimensionId) -> Part:
    """A part of the score as a share, worked out once."""
    if name not in case.parts:
        case.parts[name] = _PARTS[name](case)
    return case.parts[name]


def dimension(case: Case, name: DimensionId, part: Part) -> Dimension:
    """A part of the score with its points, and with those that the flags' doubts take from it."""
    rule = case.rules.rubric.dimensions[name]
    lost = doubts_take(case, name)
    note = f"{part.note}; {lost} points less for what the flags cast doubt on" if lost else part.note
    return Dimension(
        id=name, name=rule.name, points=_points(part, rule), max=rule.max, note=note, evidence=part.evidence
    )


def doubts_take(case: Case, name: DimensionId) -> float:
    """The points by which a part is less than it would be as it is told."""
    told, rule = case.told.get(case.fit.id), case.rules.rubric.dimensions[name]
    return (
        max(0.0, round(_points(part(told, name), rule) - _points(part(case, name), rule), 1)) if told else 0.0
    )


def _points(part: Part, rule: DimensionRule) -> float:
    return round(rule.max * max(0.0, min(1.0, part.share)), 1)


def total(parts: Sequence[Dimension], flags: Sequence[Flag]) -> float:
    """The sum of the parts' and the flags' points, held to 0-100."""
    exact = sum(round(part.points * 10) for part in parts) + sum(round(flag.points * 10) for flag in flags)
    return max(0, min(1000, exact)) / 10


def span(parts: Sequence[Dimension], flags: Sequence[Flag], spread: float) -> tuple[float, float]:
    """The lowest and highest score when each weight may move by `spread` and all still add up to 100.

    A ratio of weighted sums is extreme where the weights of the best parts are all raised and the others lowered (or
    the other way round), so trying each cut through the parts in order of their shares finds it.
    """
    ordered = sorted(parts, key=lambda part: part.points / part.max)
    lost = sum(flag.points for flag in flags)
    low = min(_cuts(ordered, spread)) + lost * (1 + spread)
    high = max(_cuts(ordered, -spread)) + lost * (1 - spread)
    return round(max(0.0, min(100.0, low)), 1), round(max(0.0, min(100.0, high)), 1)


def _cuts(ordered: Sequence[Dimension], spread: float) -> Iterator[float]:
    """The score at each cut: the parts before it weigh `1 + spread`, those behind it `1 - spread`."""
    weight = (1 - spread) * sum([part.max for part in ordered])
    gained = (1 - spread) * sum([part.points for part in ordered])
    yield 100 * gained / weight
    for part in ordered:
        weight += 2 * spread * part.max
        gained += 2 * spread * part.points
        yield 100 * gained / weight
