"""The marks of the best engineers: each met or not, with the statements that show it."""

from __future__ import annotations

from typing import Literal

from aiscreen.judging.case import Case, Part
from aiscreen.judging.evidence import Facts, Reading, production_grade
from aiscreen.judging.score import part
from aiscreen.models import periods
from aiscreen.models.assessment import Criterion, Evidence

DEPTH: Literal["depth"] = "depth"


def criteria(case: Case) -> list[Criterion]:
    """The rubric's criteria that this release knows how to test, in the rubric's order."""
    working = [r for r in case.facts.readings if r.counts and r.context == "ai"]
    doing = [r for r in case.doing if "weak" not in r.shows]
    public = [r for r in case.facts.readings if r.context != "other" or r.statement.section == "open-source"]
    shown = case.facts.production("ai")
    grade = production_grade(shown) and ("deploy" in shown or shown.get("operate") == 1.0)
    recent, facts = part(case, "currency"), case.facts
    found: dict[str, tuple[bool, list[Evidence]]] = {
        "production-grade": (grade, _best(facts, working, "deploy", "operate", "lifecycle") if grade else []),
        "lifecycle": _shown(facts, working, "lifecycle"),
        "measured-impact": _shown(facts, working, "impact"),
        "scale": _shown(facts, working, "scale"),
        "tradeoffs": _shown(facts, doing, "tradeoff"),
        "ambiguity": _shown(facts, doing, "ambiguity"),
        "open-source": _shown(facts, public, "contribution"),
        "communication": _shown(facts, [r for r in doing if not _teaching(facts, r)], "communication"),
        DEPTH: deep(case, part(case, DEPTH)),
        "current": (recent.share >= 0.6, recent.evidence),
    }
    return [criterion(case, name, *found[name]) for name in case.rules.rubric.criteria if name in found]


def deep(case: Case, depth: Part) -> tuple[bool, list[Evidence]]:
    """The one criterion that another role changes: years in AI that went deep where the role needs it."""
    return depth.share >= 0.6 and periods.months(case.career.ai) >= 36, depth.evidence


def criterion(case: Case, name: str, met: bool, evidence: list[Evidence]) -> Criterion:
    """A criterion, with its evidence where it is met."""
    return Criterion(
        id=name, name=case.rules.rubric.criteria[name].name, met=met, evidence=evidence if met else []
    )


def _teaching(facts: Facts, reading: Reading) -> bool:
    """Whether it speaks of study or teaching: students are not people outside the field."""
    return reading.statement.section == "work" and reading.statement.entry in facts.academic


def _shown(facts: Facts, readings: list[Reading], label: str) -> tuple[bool, list[Evidence]]:
    whole = [r for r in readings if r.full(label)]
    return bool(whole), [facts.quote(r.statement) for r in whole[:3]]


def _best(facts: Facts, readings: list[Reading], *labels: str) -> list[Evidence]:
    """The statements that show most of these labels."""
    strength = [(sum(r.shows.get(label, 0.0) for label in labels), i) for i, r in enumerate(readings)]
    strength = sorted((s for s in strength if s[0]), key=lambda s: (-s[0], s[1]))
    return [facts.quote(readings[i].statement) for _, i in strength[:3]]
