"""What a score is made from, and how its parts are put: the case of one candidate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiscreen.judging.career import Career, fading, relevance
from aiscreen.judging.evidence import KEPT, Facts, Job, Reading, distinct
from aiscreen.judging.fit import Fit
from aiscreen.judging.proof import Proof
from aiscreen.models.assessment import Evidence
from aiscreen.models.lazy import lazy
from aiscreen.taxonomy.roles import RolesFile
from aiscreen.text import count

if TYPE_CHECKING:
    from aiscreen.models.portfolio import RepoEvidence

_CLAIMS = ("skills", "certificates", "interests")
"""Sections that list what somebody knows or likes, and tell of nothing done."""
_HALF_LIFE = 84
"""Months of other work after which a statement weighs half."""


@dataclass(slots=True)  # as with readings
class Part:
    """A dimension's share (0-1) of its maximum, in words, and the evidence."""

    share: float
    note: str
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True)
class Case:
    """All that a score is made from."""

    career: Career
    proofs: Mapping[str, Proof]
    fit: Fit
    rules: RolesFile
    repos: Sequence[RepoEvidence] = ()
    ai_skills: frozenset[str] = frozenset()
    best: Fit | None = None
    """The role that fits best."""
    told: Mapping[str, Case] = field(default_factory=dict, repr=False, compare=False)
    """The case by role as it is told, where flags cast doubt on what is."""
    parts: dict[str, Part] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The parts of the score that are worked out already: score and criteria rest on the same ones."""

    @property
    def facts(self) -> Facts:
        """What the résumé's statements show."""
        return self.career.facts

    @lazy
    def doing(self) -> list[Reading]:
        """Readings from work and projects that are about AI or software."""
        return [
            r
            for r in self.facts.readings
            if r.context != "other" and (r.counts or r.statement.section == "projects")
        ]

    @lazy
    def nearness(self) -> float:
        """What software counts for where none of the work is in AI: half beside models of others, a quarter where nothing
        that is told was even near one."""
        if any(r.context == "ai" for r in self.doing):
            return 1.0
        done = (r for r in self.facts.readings if r.statement.section not in _CLAIMS)
        return 0.5 if any(r.near_ai or not self.ai_skills.isdisjoint(r.skills) for r in done) else 0.25

    @property
    def belonging(self) -> float:
        """How far the work is that of the role asked for, 0-1, against the role that it is most."""
        return min(1.0, self.fit.score / self.best.score) if self.best and self.best.score else 1.0

    @property
    def delivery(self) -> float:
        """How much was put into production and kept there, 0-1: the first part of the score."""
        return self.parts["production"].share if "production" in self.parts else 0.0

    @lazy
    def delivered(self) -> frozenset[Job]:
        """The jobs and projects whose statements show, in full, that their work was in use or kept there."""
        return frozenset(r.job for r in self.doing if r.full(*KEPT))

    def in_role(self, fit: Fit) -> Case:
        """The same case for another role; what is the same for every role is not worked out again."""
        other = object.__new__(Case)
        vars(other).update(vars(self), fit=fit, parts={"production": self.parts["production"]})
        return other

    def weight(self, reading: Reading) -> float:
        """A statement's weight: AI above software, the latest work above what other work has followed."""
        span = self.career.span(reading.statement)
        age = self.career.worked_since(span[1]) if span else 0
        return relevance(reading.context) * fading(age, _HALF_LIFE)


def quotes(case: Case, readings: Sequence[Reading]) -> list[Evidence]:
    """The readings as evidence."""
    return distinct([case.facts.quote(reading.statement) for reading in readings])


def years(months: int) -> str:
    """Months as a person says them."""
    return count(months, "month") if months < 24 else f"{months // 12} years"
