"""How well a candidate fits each role, and which fits best.

Three things speak. *Coverage*: how far each need of the role is filled, by skills at their proof and by what
statements say. *Focus*: statement by statement, which role the work itself belongs to, the latest work first;
a need that is `core` to a role is a vote for it. *Title*: what the jobs were called; a mild voice, for titles mislead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiscreen.judging.career import Career
from aiscreen.judging.proof import Proof
from aiscreen.judging.votes import Key, Pulls, Work, passed_on, sums
from aiscreen.judging.work_said import Said
from aiscreen.models.assessment import RoleFit
from aiscreen.models.lazy import lazy
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.role import AdvertRole, Need, RoleRule
from aiscreen.taxonomy.roles import RolesFile

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

COVERAGE, FOCUS, TITLE = 45.0, 40.0, 15.0
_SPREAD = 80.0
"""By how many points a title speaks louder, and the work quieter, where the work is spread over many roles."""
_LOUDEST = 25.0
_BARE, _BORNE = 0.4, 0.1
"""What a title says that no work bears out, and the focus from which on work bears it out whole."""
_GATHERED = 0.7
"""From this share of the work in one role on it is not spread at all."""
FULL_FOCUS = 0.5
"""The share of a candidate's work that belongs to a role when it is wholly theirs: most work also touches others."""
_OWN_NEEDS = 0.6
"""How much of an advert's coverage its own needs are; the rest is that of the role that it is most like."""
MET = 0.3
"""A need counts as met from here on: a skill merely listed is not enough."""


@dataclass(slots=True)  # as with readings
class NeedFill:
    """How far a need is filled (0-1), by which skills, and by which statements' words, the best first."""

    id: str
    need: Need
    fill: float
    skills: tuple[str, ...]
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Fit:
    """A role against a candidate. `coverage`, `focus` and `title` are 0-1, `score` 0-100; `spread` (0-1) is how far
    the candidate's work is spread over roles."""

    id: str
    role: RoleRule
    needs: tuple[NeedFill, ...]
    coverage: float
    focus: float
    title: float
    spread: float = 0.0

    @lazy
    def score(self) -> float:
        """The fit in one number."""
        louder = min(_LOUDEST, _SPREAD * self.spread)
        borne = _BARE + (1 - _BARE) * min(1.0, self.focus / _BORNE)
        return (
            COVERAGE * self.coverage + (FOCUS - louder) * self.focus + (TITLE + louder) * self.title * borne
        )

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
        self.kin = {role_id: role.kin for role_id, role in self.rules.items() if isinstance(role, AdvertRole)}
        self.skills: dict[Key, frozenset[str]] = {}
        self._filled_by: dict[str, list[Key]] = {}
        for role_id, role in self.rules.items():
            for need_id, need in role.needs.items():
                self.skills[(role_id, need_id)] = _skills_of(need, taxonomy.by_category)
        self.says = rules.phrases
        self.needs: dict[Key, Need] = {
            (role_id, need_id): need
            for role_id, role in self.rules.items()
            for need_id, need in role.needs.items()
        }
        self._unfilled = {key: NeedFill(key[1], need, 0.0, ()) for key, need in self.needs.items()}
        self._by_signal = {
            signal: [key for key, need in self.needs.items() if signal in need.signals]
            for signal in {signal for need in self.needs.values() for signal in need.signals}
        }
        self._signalled = {key for keys in self._by_signal.values() for key in keys}
        self._core = {
            key: place
            for place, (key, need) in enumerate(self.needs.items())
            if need.core and key[0] not in self.kin
        }

    def filled_by(self, skill: str) -> list[Key]:
        """The needs that a skill fills; looked up once."""
        keys = self._filled_by.get(skill)
        if keys is None:
            self._filled_by[skill] = keys = [key for key, names in self.skills.items() if skill in names]
        return keys

    def fits(self, career: Career, proofs: Mapping[str, Proof]) -> list[Fit]:
        """Every role's fit, the best first; ties in the order of the file."""
        said = Said(self, career)
        focus = self._focus(said)
        filled: dict[Key, list[tuple[float, str]]] = {}
        for skill, proof in proofs.items():
            for key in self.filled_by(skill):
                filled.setdefault(key, []).append((-proof.value, skill))
        spread = max(0.0, 1 - max(focus.values(), default=1.0) / _GATHERED)
        fits = []
        for role_id, role in self.rules.items():
            keys = [(role_id, need_id) for need_id in role.needs]
            needs = tuple(
                [
                    self._fill(key, filled.get(key, ()), said)
                    if key in filled or key in said.phrases or key in self._signalled
                    else self._unfilled[key]
                    for key in keys
                ]
            )
            total = sum([need.weight for need in role.needs.values()])
            coverage = sum([need.need.weight * need.fill for need in needs]) / total
            work = self.kin.get(role_id, role_id)
            share = min(1.0, focus.get(work, 0.0) / FULL_FOCUS)
            fits.append(Fit(role_id, role, needs, coverage, share, said.title(work), spread))
        if self.kin:
            covered = {fit.id: fit.coverage for fit in fits}
            fits = [_akin(fit, covered[self.kin[fit.id]]) if fit.id in self.kin else fit for fit in fits]
        return sorted(fits, key=lambda fit: -fit.score)

    def _fill(self, key: Key, skills: Sequence[tuple[float, str]], said: Said) -> NeedFill:
        """The best `want` things that speak for a need, against `want` of full value. `skills` do, each behind its
        value's negative."""
        need = self.needs[key]
        found = sorted(skills)
        words = [
            *said.phrases.get(key, {}).values(),
            *(each for signal in need.signals for each in said.signals.get(signal, ())),
        ]
        words.sort(key=lambda each: -each[0])
        values = sorted([-value for value, _ in found] + [strength for strength, _ in words], reverse=True)
        fill = min(1.0, sum(values[: need.want]) / need.want)
        best = tuple([skill for _, skill in found[: need.want]])
        return NeedFill(key[1], need, fill, best, tuple([said for _, said in words[: need.want]]))

    def _focus(self, said: Said) -> dict[str, float]:
        """Each role's share of the votes that the candidate's work casts."""
        cast = [(each, self._pulls(each)) for each in said.work]
        jobs = sums(cast)
        votes: dict[str, float] = {}
        for each, pulls in cast:
            weighed = passed_on(pulls, jobs[each.reading.job])
            total = sum(weighed.values())
            for role, pull in weighed.items():
                # A statement that speaks of much is worth more than one that names a single thing.
                votes[role] = votes.get(role, 0.0) + each.weight * pull / total * min(1.0, total / 2)
        total = sum(votes.values())
        return {role: vote / total for role, vote in votes.items()} if total else {}

    def _pulls(self, work: Work) -> Pulls:
        """How strongly a statement belongs to each role by the core needs that it touches: those of the role's own,
        and those that other roles share."""
        touched: dict[Key, int] = dict(work.phrases)
        by_skill = [self.filled_by(skill) for skill in frozenset(work.reading.skills)]
        by_signal = [self._by_signal[signal] for signal in work.reading.shows if signal in self._by_signal]
        for keys in (*by_skill, *by_signal):
            for key in keys:
                touched[key] = touched.get(key, 0) + 1
        pulls: Pulls = {}
        for key in sorted(touched.keys() & self._core.keys(), key=self._core.__getitem__):
            need = self.needs[key]
            pull = min(2, touched[key]) * need.weight / 5
            own, shared = pulls.get(key[0], (0.0, 0.0))
            pulls[key[0]] = (own, shared + pull) if need.shared else (own + pull, shared)
        return pulls


def _akin(fit: Fit, coverage: float) -> Fit:
    """An advert's role, whose tools are examples of what its kind of role needs: who has others is not without."""
    return replace(fit, coverage=_OWN_NEEDS * fit.coverage + (1 - _OWN_NEEDS) * coverage)


def _skills_of(need: Need, by_category: Mapping[str, list[str]]) -> frozenset[str]:
    """All skill ids that fill a need."""
    wanted = set(need.skills)
    for category in need.categories:
        wanted.update(by_category.get(category, ()))
    return frozenset(wanted.difference(need.without))


def roles_of(taxonomy: Taxonomy) -> Roles:
    """The taxonomy's roles made ready."""
    return taxonomy.once("roles", lambda: Roles(taxonomy))
