"""How well a candidate fits each role, and which fits best.

Three things speak. *Coverage*: how far each need of the role is filled, by skills at their proof and by what
statements say. *Focus*: statement by statement, which role the work itself belongs to, the latest work first;
a need that is `core` to a role is a vote for it. *Title*: what the jobs were called; a mild voice, for titles mislead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from aiscreen.judging.career import Career, fading
from aiscreen.judging.evidence import DOING, Facts, Reading
from aiscreen.judging.ladder import Proof
from aiscreen.models.assessment import RoleFit
from aiscreen.models.resume import Resume
from aiscreen.taxonomy.phrases import Hit, Lexicon
from aiscreen.taxonomy.roles import Need, RoleRule, RolesFile

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

COVERAGE, FOCUS, TITLE = 55.0, 30.0, 15.0
FULL_FOCUS = 0.5
"""The share of a candidate's work that belongs to a role when it is wholly theirs: most work also touches others."""
_WORK_HALF_LIFE = 36
MET = 0.3
"""A need counts as met from here on: a skill merely listed is not enough."""


@dataclass(frozen=True)
class NeedFill:
    """How far a need is filled (0-1), and by which skills, the best first."""

    id: str
    need: Need
    fill: float
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """A role against a candidate. `coverage`, `focus` and `title` are 0-1, `score` 0-100."""

    id: str
    role: RoleRule
    needs: tuple[NeedFill, ...]
    coverage: float
    focus: float
    title: float

    @property
    def score(self) -> float:
        """The fit in one number."""
        return COVERAGE * self.coverage + FOCUS * self.focus + TITLE * self.title

    def report(self) -> RoleFit:
        """What the report says of it: needs by name."""
        return RoleFit(
            id=self.id,
            name=self.role.name,
            score=round(self.score, 1),
            met=[n.need.name for n in self.needs if n.fill >= MET],
            missing=[n.need.name for n in self.needs if n.fill < MET],
        )


class Roles:
    """All roles made ready once: needs by category and skill, and their phrases in one lexicon."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        rules: RolesFile = taxonomy.roles
        self.rules = {role_id: rules.resolved(role_id) for role_id in rules.roles}
        self.titles = rules.titles
        self.skills: dict[tuple[str, str], frozenset[str]] = {}
        says = []
        for role_id, role in self.rules.items():
            for need_id, need in role.needs.items():
                self.skills[(role_id, need_id)] = _skills_of(need, taxonomy)
                says += [(f"{role_id} {need_id} {i}", [pattern]) for i, pattern in enumerate(need.says)]
                says.append((f"{role_id} {need_id} unless", need.unless))
        self.says = Lexicon(says)

    def fits(self, resume: Resume, facts: Facts, proofs: Mapping[str, Proof], career: Career) -> list[Fit]:
        """Every role's fit, the best first; ties in the order of the file."""
        said = _Said(self, resume, facts, career)
        focus = self._focus(said)
        fits = []
        for role_id, role in self.rules.items():
            needs = tuple(
                self._fill(role_id, need_id, need, proofs, said) for need_id, need in role.needs.items()
            )
            total = sum(need.need.weight for need in needs)
            coverage = sum(need.need.weight * need.fill for need in needs) / total
            share = min(1.0, focus.get(role_id, 0.0) / FULL_FOCUS)
            fits.append(Fit(role_id, role, needs, coverage, share, said.title(role_id)))
        return sorted(fits, key=lambda fit: -fit.score)

    def _fill(
        self, role_id: str, need_id: str, need: Need, proofs: Mapping[str, Proof], said: _Said
    ) -> NeedFill:
        """The best `want` things that speak for a need, against `want` of full value."""
        names = self.skills[(role_id, need_id)]
        found = [(proof.value, skill) for skill, proof in proofs.items() if skill in names]
        found.sort(key=lambda f: (-f[0], f[1]))
        values = [value for value, _ in found]
        values += said.values(role_id, need_id, need)
        values.sort(reverse=True)
        fill = min(1.0, sum(values[: need.want]) / need.want)
        if (
            need.required
            and not any(proofs[skill].direct for _, skill in found)
            and not said.says(role_id, need_id)
        ):
            fill = min(fill, MET / 2) if need.skills or need.categories else fill
        return NeedFill(need_id, need, fill, tuple(skill for _, skill in found[: need.want]))

    def _focus(self, said: _Said) -> dict[str, float]:
        """Each role's share of the votes that the candidate's work casts."""
        votes: dict[str, float] = {}
        for weight, reading, phrases in said.work:
            cast = {role: self._pull(role, reading, phrases) for role in self.rules}
            total = sum(cast.values())
            if total:
                for role, pull in cast.items():
                    # A statement that speaks of much is worth more than one that names a single thing.
                    votes[role] = votes.get(role, 0.0) + weight * pull / total * min(1.0, total / 2)
        total = sum(votes.values())
        return {role: vote / total for role, vote in votes.items()} if total else {}

    def _pull(self, role_id: str, reading: Reading, phrases: frozenset[str]) -> float:
        """How strongly a statement belongs to a role: the core needs that it touches."""
        pull = 0.0
        for need_id, need in self.rules[role_id].needs.items():
            if not need.core:
                continue
            touched = sum(1 for skill in reading.skills if skill in self.skills[(role_id, need_id)])
            touched += sum(1 for phrase in phrases if phrase.startswith(f"{role_id} {need_id} "))
            touched += sum(1 for signal in need.signals if signal in reading.shows)
            pull += min(2, touched) * need.weight / 5
        return pull


class _Said:
    """What the candidate's work says in words: phrases of the roles' needs, signals, and titles, by how recent."""

    def __init__(self, roles: Roles, resume: Resume, facts: Facts, career: Career) -> None:
        self.work: list[tuple[float, Reading, frozenset[str]]] = []
        self._phrases: dict[str, float] = {}
        self._signals: dict[str, list[float]] = {}
        self._titles = _title_votes(roles, resume, career)
        for reading in facts.readings:
            if reading.head or (
                reading.statement.section not in DOING and reading.statement.section != "summary"
            ):
                continue
            span = career.span(resume, reading.statement)
            weight = fading(career.worked_since(span[1]), _WORK_HALF_LIFE) if span else 0.5
            phrases = frozenset(hit.label for hit in _find(roles.says, reading.statement.text))
            if reading.context == "other" and not phrases:
                continue
            in_summary = reading.statement.section == "summary"
            self.work.append((weight * (0.5 if in_summary else 1.0), reading, phrases))
            if in_summary:
                continue
            owned = "ownership" in reading.shows and "weak" not in reading.shows
            shown = 1.0 if reading.counts and reading.classes else 0.6 if owned else 0.3
            strength = shown * max(0.5, weight)
            for phrase in phrases:
                self._phrases[phrase] = max(self._phrases.get(phrase, 0.0), strength)
            if reading.context != "other":
                for label, shown in reading.shows.items():
                    self._signals.setdefault(label, []).append(shown * max(0.5, weight))

    def says(self, role_id: str, need_id: str) -> bool:
        """Whether the work says any of a need's phrases."""
        return any(phrase.startswith(f"{role_id} {need_id} ") for phrase in self._phrases)

    def values(self, role_id: str, need_id: str, need: Need) -> list[float]:
        """What phrases and signals are worth for a need."""
        start = f"{role_id} {need_id} "
        values = [value for phrase, value in self._phrases.items() if phrase.startswith(start)]
        for signal in need.signals:
            values += self._signals.get(signal, [])
        return values

    def title(self, role_id: str) -> float:
        """How far the candidate's titles name a role, 0-1."""
        return self._titles.get(role_id, 0.0)


@lru_cache(maxsize=16_384)
def _find(lexicon: Lexicon, text: str) -> tuple[Hit, ...]:
    """The phrases in a sentence, without those that an `unless` of the same need overlaps."""
    hits = lexicon.find(text)
    barred = [hit for hit in hits if hit.label.endswith(" unless")]
    return tuple(
        hit
        for hit in hits
        if hit not in barred
        and not any(
            b.label.rsplit(" ", 1)[0] == hit.label.rsplit(" ", 1)[0]
            and b.first <= hit.last
            and hit.first <= b.last
            for b in barred
        )
    )


def _title_votes(roles: Roles, resume: Resume, career: Career) -> dict[str, float]:
    """Roles named by the titles held, and by what the candidate calls themselves; the latest job counts most."""
    said: list[tuple[float, str]] = [(0.5, resume.basics.label)] if resume.basics.label else []
    for job, span in zip(resume.work, career.jobs, strict=True):
        if job.position:
            said.append((fading(career.worked_since(span[1]), 24) if span else 0.3, job.position))
    votes: dict[str, float] = {}
    for weight, title in said:
        named = sorted(
            {h.label.removeprefix("role/") for h in roles.titles.find(title) if h.label.startswith("role/")}
        )
        for role in named:
            votes[role] = max(votes.get(role, 0.0), weight / len(named) ** 0.5)
    return votes


def _skills_of(need: Need, taxonomy: Taxonomy) -> frozenset[str]:
    """All skill ids that fill a need."""
    wanted = set(need.skills)
    if need.categories:
        wanted |= {skill for skill, rule in taxonomy.skills.items() if rule.category in need.categories}
    return frozenset(wanted - set(need.without))


_READY: WeakKeyDictionary[Lexicon, Roles] = WeakKeyDictionary()


def roles_of(taxonomy: Taxonomy) -> Roles:
    """The taxonomy's roles made ready, once for each set of roles."""
    key = taxonomy.roles.titles
    if key not in _READY:
        _READY[key] = Roles(taxonomy)
    return _READY[key]
