"""The matcher: tokens, then context, then misspellings, then stance."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from operator import attrgetter
from typing import Any, Protocol

from aiscreen.matching.compiled import Rules, compile_skills
from aiscreen.matching.fuzzy import Slips, hyphened, misspellings
from aiscreen.matching.mention import Mention
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import scan
from aiscreen.matching.scope import Scope
from aiscreen.matching.settle import settle
from aiscreen.matching.stance import Stances
from aiscreen.matching.version import version_after
from aiscreen.matching.words import Words, misspelt, places
from aiscreen.models.resume import Resume
from aiscreen.taxonomy.skills import Skill

_START = attrgetter("start")
_mention = tuple.__new__  # a named tuple's own constructor takes as long again


class HasSkills(Protocol):
    """Anything that carries skills by id."""

    @property
    def skills(self) -> Mapping[str, Skill]: ...


class Matcher:
    """Finds the skills of a taxonomy in text.

    Built from a taxonomy, or with `from_compiled` from a stored form. It remembers words and nothing else, so threads may
    share it.
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
        self._words = Words(compiled, self._slips)

    def find(
        self,
        text: str,
        *,
        section: str = "other",
        unowned: bool = False,
        employer: bool = False,
    ) -> list[Mention]:
        """The skills named in a text, in its order, none overlapping.

        `section` is where the text stands (a `Section`). With `unowned`, mentions that are wished for or denied are
        kept. With `employer`, the text is a job advert's, and "you will" or "interest in" speak for a skill.
        """
        normal = Normal(text)
        mentions = self._mentions(normal, section, employer)
        if not unowned:
            mentions = [mention for mention in mentions if mention.stance in ("own", "weak")]
        return mentions

    def find_all(self, resume: Resume, *, unowned: bool = False) -> list[list[Mention]]:
        """The mentions of every statement, parallel to `resume.statements`.

        Heads of entries name employers, schools and places, and the header names the candidate: neither is searched,
        but for the heads of projects, where an employer's name cannot stand, and a headline that claims years.
        """
        scope, statements = Scope(resume), resume.statements
        found: list[list[Mention]] = [[] for _ in statements]
        searched = [at for at, statement in enumerate(statements) if scope.searches(statement)]
        telling = self._words.telling([statements[at].text for at in searched])
        for at in compress(searched, telling):
            found[at] = scope.mentions(self, statements[at], unowned=unowned)
        return found

    def _mentions(self, normal: Normal, section: str, employer: bool) -> list[Mention]:
        doing = self._words.of(normal.tokens)
        candidates = scan(self._index, normal, places(doing))
        if candidates:
            settle(self._index, self._rules, candidates, normal, section)
        slips: list[tuple[int, int, str]] = []
        if misspelt(doing) or ("-" in normal.gaps and hyphened(self._slips, normal.lower)):
            slips = misspellings(self._slips, candidates, normal, section)
        sure = [candidate for candidate in candidates if candidate.entry is not None]
        if not sure and not slips:
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
            found.append(_mention(Mention, (skill, text[start:end], start, end, how, held, version)))
        for first, last, skill in slips:
            start, end = normal.span(normal.start(first), normal.end(last - 1))
            found.append(Mention(skill, text[start:end], start, end, "fuzzy", stances.of(first, last)))
        return sorted(found, key=_START) if slips else found
