"""The matcher: tokens, then context, then misspellings, then stance."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, Protocol

from aiscreen.matching.compiled import Rules, compile_skills
from aiscreen.matching.fuzzy import Slips, hyphened, misspellings
from aiscreen.matching.mention import Mention
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import Candidate, may_start, scan
from aiscreen.matching.settle import settle
from aiscreen.matching.stance import Stances
from aiscreen.matching.version import version_after
from aiscreen.models.resume import Resume
from aiscreen.taxonomy.skills import Skill

_START = attrgetter("start")
_MAY_START, _MAY_SLIP = 1, 2
_MEMO = 50_000


class _Words(dict[str, int]):
    """What a word may do: start a spelling, misspell a name, both or (as most words) nothing; remembered, as words
    repeat."""

    def __init__(self, index: dict[str, Any], slips: Slips) -> None:
        self._starts, self._slips = index["starts"], slips

    def __missing__(self, word: str) -> int:
        if len(self) > _MEMO:
            self.clear()
        may = _MAY_START if may_start(self._starts, word) else 0
        self[word] = may = may | (_MAY_SLIP if self._slips[word] else 0)
        return may


class HasSkills(Protocol):
    """Anything that carries skills by id."""

    @property
    def skills(self) -> Mapping[str, Skill]: ...


class Matcher:
    """Finds the skills of a taxonomy in text.

    Built from a taxonomy, or with `from_compiled` from a stored form. Remembers words, nothing else: safe to share among threads.
    """

    def __init__(self, taxonomy: HasSkills) -> None:
        derived = getattr(taxonomy, "derived", None)
        self._use(
            derived("matcher", lambda: compile_skills(taxonomy.skills))
            if derived
            else compile_skills(taxonomy.skills)
        )

    @classmethod
    def from_compiled(cls, compiled: dict[str, Any]) -> Matcher:
        """A matcher over the result of `compile_skills`, fresh or stored."""
        matcher = cls.__new__(cls)
        matcher._use(compiled)
        return matcher

    def _use(self, compiled: dict[str, Any]) -> None:
        self._index = compiled
        self._rules = Rules(compiled["rules"])
        self._slips = Slips(compiled)
        self._words = _Words(compiled, self._slips)

    def find(
        self,
        text: str,
        *,
        section: str = "other",
        unowned: bool = False,
        implied: bool = False,
        employer: bool = False,
    ) -> list[Mention]:
        """The skills named in a text, in its order, none overlapping.

        `section` is where the text stands (a `Section`). With `unowned`, mentions that are wished for or denied are
        kept; with `implied`, each mention is followed by what its skill implies, at the same place. With `employer`,
        the text is a job advert's, and "you will" or "interest in" speak for a skill.
        """
        normal = Normal(text)
        if not normal.tokens:
            return []
        mentions = self._mentions(normal, section, employer)
        if not unowned:
            mentions = [mention for mention in mentions if mention.stance in ("own", "weak")]
        return self._with_implied(mentions) if implied else mentions

    def find_all(
        self, resume: Resume, *, unowned: bool = False, implied: bool = False
    ) -> list[list[Mention]]:
        """The mentions of every statement, parallel to `resume.statements`.

        Heads of entries name employers, schools and places, and the header names the candidate: neither is searched,
        but for the heads of projects, where an employer's name cannot stand.
        """
        from aiscreen.matching.scope import Scope

        scope = Scope(resume)
        return [
            scope.mentions(self, statement, unowned=unowned, implied=implied)
            for statement in resume.statements
        ]

    def _mentions(self, normal: Normal, section: str, employer: bool) -> list[Mention]:
        may = list(map(self._words.__getitem__, normal.tokens))
        candidates: list[Candidate] = []
        if any(may):
            candidates = scan(self._index, normal, [at for at, what in enumerate(may) if what & _MAY_START])
        if candidates:
            settle(self._index, self._rules, candidates, normal, section)
        misspelt: list[tuple[int, int, str]] = []
        if _MAY_SLIP in may or _MAY_START | _MAY_SLIP in may or hyphened(self._slips, normal):
            misspelt = misspellings(self._slips, candidates, normal, section)
        sure = [candidate for candidate in candidates if candidate.entry is not None]
        if not sure and not misspelt:
            return []
        stances = Stances(normal, employer=employer)
        versions, text = self._index["versions"], normal.text
        found: list[Mention] = []
        for candidate in sure:
            skill, _, _, version, _, named = candidate.entry
            start, end = candidate.start, candidate.end
            held = stances.of(candidate.first, candidate.last)
            if not version and skill in versions:
                version = version_after(normal.cased, start, end, versions[skill])
            if normal.offsets is not None:
                start, end = normal.span(start, end)
            how = candidate.how or ("exact" if named else "alias")
            found.append(Mention(skill, text[start:end], start, end, how, held, version))
        for first, last, skill in misspelt:
            start, end = normal.span(normal.start(first), normal.end(last - 1))
            found.append(Mention(skill, text[start:end], start, end, "fuzzy", stances.of(first, last)))
        return sorted(found, key=_START) if misspelt else found

    def _with_implied(self, mentions: list[Mention]) -> list[Mention]:
        implies = self._index["implies"]
        found: list[Mention] = []
        for mention in mentions:
            found.append(mention)
            for skill in implies.get(mention.skill, ()):
                found.append(
                    Mention(skill, mention.surface, mention.start, mention.end, "implied", mention.stance)
                )
        return found
