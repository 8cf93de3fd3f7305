"""What flags cost: points by severity, corroboration, and caps. The policy is in redflags.yaml."""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.models.assessment import Flag
from aiscreen.taxonomy.redflags import RedFlagsFile


def with_points(flags: Sequence[Flag], file: RedFlagsFile) -> list[Flag]:
    """The same flags with their points; the gravest are charged first, until their kind's cap and the total one."""
    sure = {
        kind for kind in file.policy.corroborate if _corroborated([f for f in flags if f.kind == kind], file)
    }
    spent: dict[str, float] = {}
    for flag in flags:
        rule = file.rules[flag.rule]
        points = rule.points if rule.points is not None else file.policy.points.get(flag.severity, 0.0)
        if flag.severity != rule.severity:
            points = file.policy.points.get(flag.severity, 0.0)
        if flag.kind in file.policy.corroborate and flag.kind not in sure and flag.severity != "high":
            points = 0.0
        for purse in (flag.kind, "total"):
            cap = file.policy.caps.get(purse)
            if cap is not None:
                points = max(points, cap - spent.get(purse, 0.0))
        for purse in (flag.kind, "total"):
            spent[purse] = spent.get(purse, 0.0) + points
        flag.points = round(points, 2) + 0.0
    return list(flags)


def _corroborated(flags: Sequence[Flag], file: RedFlagsFile) -> bool:
    """Whether two different rules that cost something fired, or three of any severity, each on a sentence of its own."""
    costly = [flag for flag in flags if file.policy.points.get(flag.severity, 0.0) < 0]
    return _apart(costly) >= 2 or _apart(flags) >= 3


def _apart(flags: Sequence[Flag]) -> int:
    """How many rules fired, none counted twice for one sentence."""
    places = {(each.page, each.line, each.quote) for flag in flags for each in flag.evidence}
    return min(len(flags), len(places))
