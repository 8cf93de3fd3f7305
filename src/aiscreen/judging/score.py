"""The score: the dimensions' points, their sum with the flags', and how far other weights would move it."""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.judging import dimensions as parts_of
from aiscreen.judging.case import Case
from aiscreen.models.assessment import Dimension, Flag
from aiscreen.taxonomy.roles import DIMENSIONS

_PARTS = {
    "production": parts_of.production,
    "skills": parts_of.skills,
    "depth": parts_of.depth,
    "open-source": parts_of.open_source,
    "leadership": parts_of.leadership,
    "currency": parts_of.currency,
    "education": parts_of.education,
}


def dimensions(case: Case) -> list[Dimension]:
    """All parts of the score with their points, in the rubric's order."""
    result = []
    for name in sorted(DIMENSIONS, key=list(case.rules.rubric.dimensions).index):
        rule, part = case.rules.rubric.dimensions[name], _PARTS[name](case)
        points = round(rule.max * max(0.0, min(1.0, part.share)), 1)
        result.append(
            Dimension(
                id=name, name=rule.name, points=points, max=rule.max, note=part.note, evidence=part.evidence
            )
        )
    return result


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
    lows: list[float] = []
    highs: list[float] = []
    for cut in range(len(ordered) + 1):
        for results, first, rest in ((lows, 1 + spread, 1 - spread), (highs, 1 - spread, 1 + spread)):
            weights = [part.max * (first if i < cut else rest) for i, part in enumerate(ordered)]
            gained = sum(w * part.points / part.max for w, part in zip(weights, ordered, strict=True))
            results.append(100 * gained / sum(weights))
    low, high = min(lows) + lost * (1 + spread), max(highs) + lost * (1 - spread)
    return round(max(0.0, min(100.0, low)), 1), round(max(0.0, min(100.0, high)), 1)
