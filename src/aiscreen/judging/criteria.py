"""The marks of the best engineers: each met or not, with the statements that show it."""

from __future__ import annotations

from aiscreen.judging.case import Case, Part
from aiscreen.judging.dimensions import currency, depth
from aiscreen.judging.evidence import Reading, production_grade
from aiscreen.models import periods
from aiscreen.models.assessment import Criterion, Evidence

DEPTH = "depth"


def criteria(case: Case) -> list[Criterion]:
    """The rubric's criteria that this release knows how to test, in the rubric's order."""
    working = [r for r in case.facts.readings if r.counts and r.context == "ai"]
    doing = [r for r in case.doing if "weak" not in r.shows]
    public = [r for r in case.facts.readings if r.context != "other" or r.statement.section == "open-source"]
    grade = production_grade(case.facts.production("ai"))
    recent = currency(case)
    found: dict[str, tuple[bool, list[Evidence]]] = {
        "production-grade": (grade, _best(working, "deploy", "operate") if grade else []),
        "lifecycle": _shown(working, "lifecycle"),
        "measured-impact": _shown(working, "impact"),
        "scale": _shown(working, "scale"),
        "tradeoffs": _shown(doing, "tradeoff"),
        "ambiguity": _shown(doing, "ambiguity"),
        "open-source": _shown(public, "contribution"),
        "communication": _shown(doing, "communication"),
        DEPTH: deep(case, depth(case)),
        "current": (recent.share >= 0.6, recent.evidence),
    }
    return [criterion(case, name, *found[name]) for name in case.rules.rubric.criteria if name in found]


def deep(case: Case, part: Part) -> tuple[bool, list[Evidence]]:
    """The one criterion that another role changes: years in AI that went deep where the role needs it."""
    return part.share >= 0.6 and periods.months(case.career.ai) >= 36, part.evidence


def criterion(case: Case, name: str, met: bool, evidence: list[Evidence]) -> Criterion:
    """A criterion, with its evidence where it is met."""
    return Criterion(
        id=name, name=case.rules.rubric.criteria[name].name, met=met, evidence=evidence if met else []
    )


def _shown(readings: list[Reading], label: str) -> tuple[bool, list[Evidence]]:
    whole = [r for r in readings if r.shows.get(label, 0.0) >= 1.0]
    return bool(whole), [Evidence.of(r.statement) for r in whole[:3]]


def _best(readings: list[Reading], *labels: str) -> list[Evidence]:
    """The statements that show most of these labels."""
    strength = [(sum(r.shows.get(label, 0.0) for label in labels), i) for i, r in enumerate(readings)]
    strength = sorted((s for s in strength if s[0]), key=lambda s: (-s[0], s[1]))
    return [Evidence.of(readings[i].statement) for _, i in strength[:3]]
