"""The first dimension of the score: what was put into production and kept there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from aiscreen.judging.career import relevance
from aiscreen.judging.case import Case, Part, quotes
from aiscreen.judging.evidence import KEPT, Job, Reading, at_best, distinct, production_grade
from aiscreen.models import periods
from aiscreen.taxonomy.rubric import EVIDENCE
from aiscreen.text import count

_FULL_MONTHS = 60
_TOLD = 2.0
"""Kinds of production evidence, in full, that make a job's months count whole."""
_SPEAKS = 0.5
"""For how much of a job's months one sentence speaks at most."""
_OWN = 0.05
"""What a kind of evidence is worth where it is told of a project of one's own in use."""


def production(case: Case) -> Part:
    """What was put into production and kept there: how many kinds of evidence, how often, for how long."""
    shown = [r for r in case.facts.readings if r.counts and r.classes and relevance(r.context)]
    credit = _credit(case)
    if not shown:
        return replace(credit, note=f"no production evidence in work about AI or software{credit.note}")
    breadth = min(1.0, sum(at_best(shown, case.weight).values()) / 4.75)
    amount = sum(case.weight(r) * min(1.5, sum(r.shows[name] for name in r.classes)) for r in shown)
    months = _kept_months(case, shown)
    share = 0.4 * breadth + 0.25 * (1 - math.exp(-amount / 4)) + 0.35 * min(1.0, months / _FULL_MONTHS)
    grade = production_grade(case.facts.production("ai", "software"))
    if not grade:
        share *= 0.75
    if not any(r.context == "ai" for r in shown):
        share *= min(0.5, case.nearness)
    share = case.facts.belief * (share + (1 - share) * credit.share)
    note = f"{count(len(shown), 'statement')}: {_kinds(case, shown)}"
    note += "" if grade else f"; not enough to prove a system run in production{credit.note}"
    shown.sort(key=lambda r: -case.weight(r) * sum(r.shows[name] for name in r.classes))
    return Part(share, note, distinct([*quotes(case, shown), *([] if grade else credit.evidence)]))


def _kept_months(case: Case, shown: Sequence[Reading]) -> float:
    """The months of the jobs that show production evidence, each by how much it shows: two kinds in full count whole,
    where two sentences tell of them. A number alone, with no word of use, operation or care, counts half of that, hints
    count nothing; overlapping months count once."""
    jobs: dict[Job, list[Reading]] = {}
    for reading in shown:
        jobs.setdefault(reading.job, []).append(reading)
    weights: list[tuple[float, Reading]] = []
    for readings in jobs.values():
        best = at_best(readings, lambda reading: relevance(reading.context))
        full = sum(reading.full(*EVIDENCE) for reading in readings)
        if full:
            told = min(1.0, sum(best.values()) / _TOLD, full * _SPEAKS)
            weights.append((told if any(name in best for name in KEPT) else told / 2, readings[0]))
    weights.sort(key=lambda each: -each[0])
    total, before, counted = 0.0, 0, []
    for weight, reading in weights:
        counted.append(reading.statement)
        after = periods.months(case.career.spans(counted))
        total += weight * (after - before)
        before = after
    return total


def _kinds(case: Case, shown: list[Reading]) -> str:
    """The kinds of production evidence in words, those that are told less clearly apart."""
    full = {name for reading in shown for name in reading.classes if reading.full(name)}
    hinted = {name for reading in shown for name in reading.classes} - full
    said = [
        start + ", ".join(case.rules.evidence[name].name.lower() for name in EVIDENCE if name in kinds)
        for start, kinds in (("", full), ("less clearly: ", hinted))
        if kinds
    ]
    return "; ".join(said)


def _credit(case: Case) -> Part:
    """A little for work that nothing is told of what became of it, and for a project of one's own that people use."""
    own, years = _own(case), _industry(case)
    said, shows = [], []
    if years:
        said.append("years in AI work outside study")
        shows += [
            r
            for r in case.facts.readings
            if r.job[0] == "work" and r.job[1] in case.facts.industry and r.counts and r.skills
        ][:2]
    if own:
        said.append("a project of their own in use")
        shows += [r for r in own if r.full("deploy")]
    kinds = {name for r in own for name in r.classes if r.full(name)}
    note = f"; some credit for {' and '.join(said)}" if said else ""
    return Part(_OWN * len(kinds) + years, note, quotes(case, shows))


def _own(case: Case) -> list[Reading]:
    """What is told of projects of one's own, where one of them is in use: the more, the more it counts."""
    told = [
        r
        for r in case.facts.readings
        if r.statement.section == "projects" and r.context == "ai" and not r.counts and r.full(*EVIDENCE)
    ]
    return told if any(r.full("deploy") for r in told) else []


def _industry(case: Case) -> float:
    """A little for years of AI work in industry, which people describe without saying what became of it."""
    return 0.12 * min(1.0, case.career.industry / 48)
