"""The marks of the best engineers: each met or not, with the statements that show it."""

from __future__ import annotations

from aiscreen.judging.case import Case
from aiscreen.judging.dimensions import currency, depth
from aiscreen.judging.evidence import Reading, production_grade
from aiscreen.models import periods
from aiscreen.models.assessment import Criterion, Evidence


def criteria(case: Case) -> list[Criterion]:
    """The rubric's criteria that this release knows how to test, in the rubric's order."""
    working = [r for r in case.facts.readings if r.counts and r.context == "ai"]
    doing = [r for r in case.doing if "weak" not in r.shows]
    public = [r for r in case.facts.readings if r.context != "other" or r.statement.section == "open-source"]
    grade = production_grade(case.facts.production("ai"))
    deep = depth(case)
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
        "depth": (deep.share >= 0.6 and periods.months(case.career.ai) >= 36, deep.evidence),
        "current": (recent.share >= 0.6, recent.evidence),
    }
    result = []
    for name, rule in case.rules.rubric.criteria.items():
        if name in found:
            met, evidence = found[name]
            result.append(Criterion(id=name, name=rule.name, met=met, evidence=evidence if met else []))
    return result


def _shown(readings: list[Reading], label: str) -> tuple[bool, list[Evidence]]:
    whole = [r for r in readings if r.shows.get(label, 0.0) >= 1.0]
    return bool(whole), [Evidence.of(r.statement) for r in whole[:3]]


def _best(readings: list[Reading], *labels: str) -> list[Evidence]:
    """The statements that show most of these labels."""
    strength = [(sum(r.shows.get(label, 0.0) for label in labels), i) for i, r in enumerate(readings)]
    strength = sorted((s for s in strength if s[0]), key=lambda s: (-s[0], s[1]))
    return [Evidence.of(readings[i].statement) for _, i in strength[:3]]
