"""What a skill's trail through a résumé and its repositories proves, and what that counts for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiscreen.judging.career import Career, fading, written
from aiscreen.models import periods
from aiscreen.models.assessment import LEVELS, Evidence, Level, SkillProof
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.rubric import Ladder

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

MAX_EVIDENCE = 3
_PAST = 0.6
"""What a tool that is no longer kept up proves, against one in use today."""
_EARLY = 3
"""Months before its release that a tool may have been in use: previews, and dates that are not exact."""


@dataclass(slots=True)
class Trail:
    """Where a skill was found, and what that says for it.

    `found`: its rung at each statement, and whether it is weak there. `how`: the best way in which it matched. `code` and
    `last_commit`: what repositories show. `firm`: some statement tells of work with it, not only near it. `beside`: the
    work of a job that names it went into production. `backed`: the candidate's work in AI as a whole did. `carried`: the
    best value of a proven skill that implies it.
    """

    found: list[tuple[int, bool, Statement]] = field(default_factory=list)
    how: str = "implied"
    code: list[Evidence] = field(default_factory=list)
    last_commit: int | None = None
    beside: bool = False
    firm: bool = False
    backed: bool = False
    carried: float = 0.0


@dataclass(slots=True)  # as with readings
class Proof:
    """A skill's proof and what it counts for. `direct` is false where it is only implied by another skill,
    `carried` true where a proven skill implies it, `thing` true for a tool, platform or language."""

    skill: SkillProof
    value: float
    direct: bool
    current: bool
    carried: bool = False
    thing: bool = True


def prove(skill: str, trail: Trail, career: Career, taxonomy: Taxonomy) -> Proof:
    """A skill at the rung that its trail reaches, for so many months, with its best evidence."""
    rule = taxonomy.skills[skill]
    own = max([rung for rung, weak, _ in trail.found if not weak], default=0)
    used = [each for each in trail.found if each[0] >= 1]
    if own < 1 and any(rung == 1 and s.section == "projects" for rung, _, s in used):
        own = 1  # coursework and competitions are used, though worth less
    if trail.how == "implied":
        own = min(own, 1)
    level: Level = "verified" if trail.code else LEVELS[own]
    counting = [s for _, weak, s in used if not weak or s.section == "projects"]
    spans = career.spans(counting)
    if spans and rule.released and rule.confidence in ("high", "medium"):
        released = periods.month(rule.released)
        near = periods.since(spans, released - _EARLY)
        own = own if near else 0  # nobody used it before it was there
        spans = periods.since(near, released) or near
        level = level if trail.code else LEVELS[own]
    months = periods.months(spans) if spans else 0
    ends = [last - 1 for _, last in spans] + ([trail.last_commit] if trail.last_commit is not None else [])
    last = max(ends, default=None)
    best = trail.found if len(trail.found) == 1 else sorted(trail.found, key=lambda f: (f[1], -f[0]))
    proof = SkillProof(
        id=skill,
        name=rule.name,
        category=rule.category,
        level=level,
        months=months,
        last_used=written(last) if last is not None else None,
        how=trail.how,
        evidence=[*trail.code, *(career.facts.quote(statement) for _, _, statement in best[:MAX_EVIDENCE])][
            :MAX_EVIDENCE
        ],
    )
    return weighed(proof, trail, career, taxonomy)


def weighed(proof: SkillProof, trail: Trail, career: Career, taxonomy: Taxonomy) -> Proof:
    """A skill at its rung with what it counts for."""
    rule = taxonomy.skills[proof.id]
    rubric = taxonomy.roles.rubric
    value = _value(trail, proof.level, proof.months, rubric.ladder)
    if rule.status != "active":
        value *= _PAST
    if proof.id in rubric.broad:
        value *= rubric.ladder.broad
    if proof.last_used is not None:
        half_life = rubric.half_life.get(rule.category, rubric.half_life["default"])
        since = career.worked_since(periods.month(proof.last_used) + 1)
        value *= max(rubric.ladder.floor / 2, fading(since, half_life))
    direct, current = trail.how != "implied", rule.status == "active"
    return Proof(proof, value, direct, current, trail.carried > 0, rule.is_thing)


def _value(trail: Trail, level: Level, months: int, ladder: Ladder) -> float:
    """What a skill counts for before it fades: its rung and months, or what is near it where that is more."""
    lasting = ladder.floor + (1 - ladder.floor) * min(1.0, months / ladder.full_months)
    if level == "listed":
        value = ladder.backed if trail.backed else ladder.listed
    elif level == "used":
        value = (ladder.beside if trail.beside else ladder.used) * lasting
    else:
        value = ladder.verified if level == "verified" else ladder.shipped * lasting
    if trail.how == "implied":
        return max(value, trail.carried) * ladder.implied
    if trail.found and not trail.code and False not in [weak for _, weak, _ in trail.found]:
        value = ladder.weak * max(ladder.used if rung >= 1 else ladder.listed for rung, _, _ in trail.found)
    elif level == "used" and not trail.firm:
        value *= ladder.weak
    return max(value, 1.5 * ladder.implied * trail.carried)
