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
        self.core = [
            (role_id, need_id, need)
            for role_id, role in self.rules.items()
            for need_id, need in role.needs.items()
            if need.core
        ]

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
        cast = [(each, self._pulls(each.reading, each.phrases)) for each in said.work]
        alone = _alone(cast)
        votes: dict[str, float] = {}
        for each, pulls in cast:
            weighed = {
                role: own + shared * alone[each.job].get(role, 1.0) for role, (own, shared) in pulls.items()
            }
            total = sum(weighed.values())
            if total:
                for role, pull in weighed.items():
                    # A statement that speaks of much is worth more than one that names a single thing.
                    votes[role] = votes.get(role, 0.0) + each.weight * pull / total * min(1.0, total / 2)
        total = sum(votes.values())
        return {role: vote / total for role, vote in votes.items()} if total else {}

    def _pulls(self, reading: Reading, phrases: frozenset[str]) -> dict[str, tuple[float, float]]:
        """How strongly a statement belongs to each role by the core needs that it touches: those of the role's own,
        and those that other roles share."""
        pulls: dict[str, tuple[float, float]] = {}
        for role_id, need_id, need in self.core:
            names = self.skills[(role_id, need_id)]
            touched = sum(1 for skill in reading.skills if skill in names)
            if phrases:
                start = f"{role_id} {need_id} "
                touched += sum(1 for phrase in phrases if phrase.startswith(start))
            touched += sum(1 for signal in need.signals if signal in reading.shows)
            if touched:
                pull = min(2, touched) * need.weight / 5
                own, shared = pulls.get(role_id, (0.0, 0.0))
                pulls[role_id] = (own, shared + pull) if need.shared else (own + pull, shared)
        return pulls


@dataclass(frozen=True, slots=True)
class _Work:
    """A statement of work: how recent, what it says, and the job or project that it belongs to."""

    weight: float
    reading: Reading
    phrases: frozenset[str]
    job: tuple[str, int | None]


def _alone(
    cast: list[tuple[_Work, dict[str, tuple[float, float]]]],
) -> dict[tuple[str, int | None], dict[str, float]]:
    """For each job, how far what roles share speaks for a role there: wholly where nothing else speaks, and the less
    the more the job's statements speak for others. Whoever ships their own models is no platform engineer for it."""
    sums: dict[tuple[str, int | None], dict[str, list[float]]] = {}
    for each, pulls in cast:
        job = sums.setdefault(each.job, {})
        for role, (own, shared) in pulls.items():
            both = job.setdefault(role, [0.0, 0.0])
            both[0] += own
            both[1] += shared
    factors: dict[tuple[str, int | None], dict[str, float]] = {}
    for key, roles in sums.items():
        factors[key] = {}
        for role, (own, shared) in roles.items():
            others = sum(both[0] for name, both in roles.items() if name != role)
            factors[key][role] = (own + shared) / (own + shared + others) if shared else 1.0
    return factors


class _Said:
    """What the candidate's work says in words: phrases of the roles' needs, signals, and titles, by how recent."""

    def __init__(self, roles: Roles, resume: Resume, facts: Facts, career: Career) -> None:
        self.work: list[_Work] = []
        self._phrases: dict[str, float] = {}
        self._signals: dict[str, list[float]] = {}
        self._titles = _title_votes(roles, resume, career)
        for reading in facts.readings:
            section = reading.statement.section
            if reading.head or reading.context == "other" or (section not in DOING and section != "summary"):
                continue
            span = career.span(resume, reading.statement)
            weight = fading(career.worked_since(span[1]), _WORK_HALF_LIFE) if span else 0.5
            phrases = frozenset(hit.label for hit in _find(roles.says, reading.statement.text))
            in_summary = section == "summary"
            job = (section, reading.statement.entry)
            self.work.append(_Work(weight * (0.5 if in_summary else 1.0), reading, phrases, job))
            if in_summary:
                continue
            owned = "ownership" in reading.shows and "weak" not in reading.shows
            shown = 1.0 if reading.counts and reading.classes else 0.6 if owned else 0.3
            strength = shown * max(0.5, weight)
            for phrase in phrases:
                self._phrases[phrase] = max(self._phrases.get(phrase, 0.0), strength)
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
