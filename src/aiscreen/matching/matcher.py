"""The matcher: tokens, then context, then misspellings, then stance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from aiscreen.matching.compiled import compile_skills
from aiscreen.matching.fuzzy import misspellings
from aiscreen.matching.mention import Mention
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import scan
from aiscreen.matching.settle import settle
from aiscreen.matching.stance import Stances
from aiscreen.matching.version import version_after
from aiscreen.models.resume import Resume
from aiscreen.taxonomy.skills import Skill


class HasSkills(Protocol):
    """Anything that carries skills by id."""

    @property
    def skills(self) -> Mapping[str, Skill]: ...


class Matcher:
    """Finds the skills of a taxonomy in text.

    Built from a taxonomy, or with `from_compiled` from a stored form. Holds no state: safe to share among threads.
    """

    def __init__(self, taxonomy: HasSkills) -> None:
        derived = getattr(taxonomy, "derived", None)
        self._index = (
            derived("matcher", lambda: compile_skills(taxonomy.skills))
            if derived
            else compile_skills(taxonomy.skills)
        )

    @classmethod
    def from_compiled(cls, compiled: dict[str, Any]) -> Matcher:
        """A matcher over the result of `compile_skills`, fresh or stored."""
        matcher = cls.__new__(cls)
        matcher._index = compiled
        return matcher

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
        candidates = scan(self._index, normal)
        settle(self._index, candidates, normal, section)
        misspelt = misspellings(self._index, candidates, normal, section)
        if not misspelt and not any(candidate.sure for candidate in candidates):
            return []
        stances = Stances(normal, employer=employer)
        versions = self._index["versions"]
        found: list[Mention] = []
        for candidate in candidates:
            if candidate.entry is None:
                continue
            skill, _, _, version, _, named = candidate.entry
            start, end = candidate.start, candidate.end
            how = candidate.how or ("exact" if named else "alias")
            held = stances.of(candidate.first, candidate.last)
            if not version and skill in versions:
                version = version_after(normal.lower, start, end, versions[skill])
            low, high = normal.span(start, end)
            found.append(Mention(skill, normal.text[low:high], low, high, how, held, version))
        for first, last, skill in misspelt:
            start, end = normal.start(first), normal.end(last - 1)
            low, high = normal.span(start, end)
            held = stances.of(first, last)
            found.append(Mention(skill, normal.text[low:high], low, high, "fuzzy", held))
        return sorted(found, key=lambda mention: mention.start)

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
