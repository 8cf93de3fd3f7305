"""The matcher: tokens, then context, then misspellings, then stance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from aiscreen.matching.compiled import compile_skills
from aiscreen.matching.context import is_item
from aiscreen.matching.fuzzy import misspelt
from aiscreen.matching.mention import Mention
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import Candidate, scan
from aiscreen.matching.settle import settle
from aiscreen.matching.stance import has_cues, stance
from aiscreen.models.resume import Resume
from aiscreen.taxonomy.skills import Skill

_VERSION = re.compile(r"\s{0,2}\(?v?(?:ersion\s)?(\d+(?:\.(?:\d+|x))*)")


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
        self, text: str, *, section: str = "other", unowned: bool = False, implied: bool = False
    ) -> list[Mention]:
        """The skills named in a text, in its order, none overlapping.

        `section` is where the text stands (a `Section`). With `unowned`, mentions that are wished for or denied are
        kept; with `implied`, each mention is followed by what its skill implies, at the same place.
        """
        normal = Normal(text)
        if not normal.tokens:
            return []
        candidates = scan(self._index, normal)
        settle(self._index, candidates, normal, section)
        mentions = [self._mention(c, normal, section) for c in candidates if c.sure]
        mentions = sorted(mentions + self._misspellings(candidates, normal, section), key=lambda m: m.start)
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

    def _mention(self, candidate: Candidate, normal: Normal, section: str) -> Mention:
        skill, _, _, version, _, named = candidate.entry
        start, end = normal.span(candidate.start, candidate.end)
        how = candidate.how or ("exact" if named else "alias")
        held = stance(normal, candidate.start, candidate.end) if has_cues(normal) else "own"
        if not version and skill in self._index["versions"]:
            version = self._version(skill, normal.lower[candidate.start : candidate.end + 16], candidate)
        return Mention(skill, normal.text[start:end], start, end, how, held, version)

    def _version(self, skill: str, text: str, candidate: Candidate) -> str:
        """The key of the version whose number follows the name."""
        size = candidate.end - candidate.start
        run_on = re.search(r"(\d+)$", text[:size])
        match = _VERSION.match(text, size)
        number = match[1] if match else run_on[1] if run_on else ""
        for key in self._index["versions"][skill]:
            stem = key.removesuffix(".x")
            if number and (number == stem or number.startswith(stem + ".")):
                return str(key)
        return ""

    def _misspellings(self, candidates: list[Candidate], normal: Normal, section: str) -> list[Mention]:
        shortest = 6 if section == "skills" else 7
        tokens = normal.tokens
        taken: set[int] | None = None
        found: list[Mention] = []
        for at, token in enumerate(tokens):
            if len(token) < shortest or f"{token[0]}{len(token)}" not in self._index["near"]:
                continue
            if taken is None:
                taken = {i for c in candidates for i in range(c.first, c.last)}
            if at in taken or not is_item(normal, normal.starts[at], normal.ends[at]):
                continue
            if section != "skills" and not any(c.sure and abs(c.first - at) <= 6 for c in candidates):
                continue
            hit = misspelt(self._index, normal, at, shortest)
            if hit is not None:
                low, high = normal.starts[at], normal.ends[at]
                start, end = normal.span(low, high)
                found.append(
                    Mention(hit[0], normal.text[start:end], start, end, "fuzzy", stance(normal, low, high))
                )
        return found

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
