"""What statements, jobs and projects are about: AI, software, or something else.

A till system rolled out to two restaurants is a deployment, but none of a model: evidence counts by what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from aiscreen.models.resume import Dated, Project, Resume, Statement, Work
from aiscreen.taxonomy.labels import ABOUT_AI, HINT, UNDONE
from aiscreen.taxonomy.roles import RolesFile

if TYPE_CHECKING:
    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy import Taxonomy

Context = Literal["ai", "software", "other"]
Entry = tuple[str, int]
"""A job or project: the list that it stands in, and its place there."""


_LISTS = {name: name for name in ("work", "projects", "volunteer", "education")} | {"open-source": "projects"}
"""Sections whose statements belong to an entry, and the list that it stands in."""
_LONGEST_HEAD = 18
"""Words of the head of a job at most: what is longer tells of the work as well."""
_DONE = frozenset({"work", "projects", "volunteer", "open-source"})
"""Sections that tell of what was done."""
_PARTING = re.compile(r"[|•·,;/]")
"""What parts the titles of a headline."""
_HEADING = 4
"""Words of a heading or a project's name at most: what is longer says something."""


def entry_of(resume: Resume, statement: Statement) -> Dated | None:
    """The job, project or study that a statement belongs to."""
    index, name = statement.entry, _LISTS.get(statement.section)
    if index is None or name is None:
        return None
    entries: Sequence[Dated] = getattr(resume, name)
    return entries[index] if 0 <= index < len(entries) else None


def is_head(resume: Resume, statement: Statement) -> bool:
    """Whether a statement heads a section or an entry: a title and an employer claim but show nothing. Who tells of a
    project in one sentence, without a head above it, has told what was done."""
    if statement.entry is None:
        return statement.section in _LISTS and len(statement.text.split()) <= _HEADING
    entry = entry_of(resume, statement)
    head = entry.address if entry is not None else None
    if head is None or head.text != statement.text:
        return False
    length = len(head.text.split())
    told = isinstance(entry, Project) and not entry.highlights and length > _HEADING
    return not told and length <= _LONGEST_HEAD


def key_of(statement: Statement) -> Entry | None:
    """The job or project that a statement belongs to; open source stands among the projects."""
    if statement.entry is None:
        return None
    return "projects" if statement.section == "open-source" else statement.section, statement.entry


def entry_contexts(
    resume: Resume, own: Sequence[Context], skills: Sequence[Mapping[str, float]], topics: Topics
) -> dict[Entry, Context]:
    """What each job and project is about; `own` is what each statement is about by itself, `skills` how far those
    that it names speak for a topic."""
    inside: dict[Entry, list[Context]] = {}
    named: dict[Entry, dict[str, float]] = {}
    for statement, context, weights in zip(resume.statements, own, skills, strict=True):
        key = key_of(statement)
        if key is not None and not is_head(resume, statement):
            inside.setdefault(key, []).append(context)
            named.setdefault(key, {}).update(weights)
    contexts: dict[Entry, Context] = {}
    lists: tuple[tuple[str, Sequence[Work | Project]], ...] = (
        ("work", resume.work),
        ("projects", resume.projects),
        ("volunteer", resume.volunteer),
    )
    for name, entries in lists:
        for index, entry in enumerate(entries):
            title = (entry.position if isinstance(entry, Work) else entry.name) or ""
            contexts[(name, index)] = topics.of_entry(
                title, inside.get((name, index), ()), named.get((name, index), {})
            )
    return contexts


def settled(
    resume: Resume,
    own: Sequence[Context],
    skills: Sequence[Mapping[str, float]],
    said: Sequence[Mapping[str, float]],
    topics: Topics,
) -> tuple[Sequence[Context], dict[Entry, Context], bool]:
    """What each statement and each entry is about, and whether the candidate works in AI at all: then words that are
    everyday elsewhere ("the model", "labels come late") speak of AI too."""
    entries = entry_contexts(resume, own, skills, topics)
    if not _works_in_ai(resume, own, said, entries, topics):
        return own, entries, False
    hinted: list[Context] = [
        "ai" if HINT in shows and statement.section in _DONE else context
        for statement, context, shows in zip(resume.statements, own, said, strict=True)
    ]
    if hinted == list(own):
        return own, entries, True
    return hinted, entry_contexts(resume, hinted, skills, topics), True


def _works_in_ai(
    resume: Resume,
    own: Sequence[Context],
    said: Sequence[Mapping[str, float]],
    entries: Mapping[Entry, Context],
    topics: Topics,
) -> bool:
    """By a job of theirs, by what they call themselves, or by what they say of themselves first."""
    return (
        any(context == "ai" for (name, _), context in entries.items() if name == "work")
        or any(
            topics.of_title(part) == "ai" and not topics.hoped(part)
            for part in _PARTING.split(resume.basics.label or "")
        )
        or any(
            context == "ai" and statement.section == "summary" and UNDONE not in shows
            for statement, context, shows in zip(resume.statements, own, said, strict=True)
        )
    )


class Topics:
    """Tells AI from software from everything else, by categories of skills and by job titles."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        roles: RolesFile = taxonomy.roles
        self._skills = taxonomy.skills
        self._ai = frozenset(roles.rubric.relevant.ai)
        self._vague = frozenset(roles.rubric.relevant.vague)
        self._vague_skills = frozenset(roles.rubric.relevant.vague_skills)
        self._software = frozenset(roles.rubric.relevant.software)
        self._titles = roles.titles
        self.broad = frozenset(roles.rubric.broad)
        self._known: dict[str, Context] = {}
        self._weights: dict[str, tuple[float, float]] = {}

    def of_skill(self, skill: str) -> Context:
        """By its category; looked up once."""
        found = self._known.get(skill)
        if found is None:
            category = known.category if (known := self._skills.get(skill)) else ""
            found = "ai" if category in self._ai else "software" if category in self._software else "other"
            self._known[skill] = found
        return found

    def is_thing(self, skill: str) -> bool:
        """Whether it is a tool, a platform or a language rather than an idea."""
        known = self._skills.get(skill)
        return known is not None and known.is_thing

    def weigh(self, mentions: Iterable[Mention]) -> dict[str, float]:
        """How far each skill that is named speaks for a topic. An everyday word for an idea ("classification") speaks half,
        a practice that every trade has ("on-call", "monitoring", "A/B tests") not at all."""
        weights: dict[str, float] = {}
        for mention in mentions:
            named, plainly = self._weights.get(mention.skill) or self._weight(mention.skill)
            plain = mention.surface.isalpha() and mention.surface[1:].islower()
            weights[mention.skill] = max(weights.get(mention.skill, 0.0), plainly if plain else named)
        return weights

    def _weight(self, skill: str) -> tuple[float, float]:
        """How far a skill speaks by a name, and by an everyday word; worked out once."""
        known, thing = self._skills.get(skill), self.is_thing(skill)
        vague = skill in self._vague_skills or (
            not thing and (known is None or known.category in self._vague)
        )
        weights = (0.0, 0.0) if vague else (1.0, 1.0 if thing else 0.5)
        self._weights[skill] = weights
        return weights

    def _sums(self, weights: Mapping[str, float]) -> dict[Context, float]:
        sums: dict[Context, float] = {"ai": 0.0, "software": 0.0, "other": 0.0}
        for skill, weight in weights.items():
            sums[self.of_skill(skill)] += weight
        return sums

    def of_skills(self, weights: Mapping[str, float], shows: Mapping[str, float]) -> Context:
        """What a statement is about by the skills that it names and by its words."""
        sums = self._sums(weights)
        return (
            "ai"
            if sums["ai"] >= 1 or ABOUT_AI in shows
            else "software"
            if sums["software"] + sums["ai"] >= 1
            else "other"
        )

    def of_title(self, title: str) -> Context:
        """By its words alone."""
        found = self._titles.labels(title)
        return "ai" if "ai" in found else "software" if "software" in found else "other"

    def academic(self, title: str) -> bool:
        """Whether a title is one of study, teaching or training."""
        return "academic" in self._titles.labels(title)

    def managing(self, title: str) -> bool:
        """Whether a title is that of somebody whose people do the work."""
        return "managing" in self._titles.labels(title)

    def hoped(self, title: str) -> bool:
        """Whether a title is one that somebody would like to have ("Curious about AI")."""
        return "hoped" in self._titles.labels(title)

    def everyday(self, skills: Iterable[str]) -> bool:
        """Whether all the things that are named are for anyone to use ("ChatGPT", "Zapier"), and none for who builds."""
        things = [skill for skill in skills if self.is_thing(skill)]
        return bool(things) and all(s in self.broad or s in self._vague_skills for s in things)

    def of_entry(self, title: str, statements: Sequence[Context], skills: Mapping[str, float]) -> Context:
        """What a job or project is about. A title is taken at its word; else two statements must speak for it, or half
        of them, or three skills that are no whole fields, or a tool and another one: less may be chance."""
        narrow = {s: w for s, w in skills.items() if s not in self.broad and self.of_skill(s) == "ai"}
        enough = 2 if any(self.is_thing(skill) for skill in narrow) else 3
        said = self.of_title(title)
        if len(narrow) < 2 and self.everyday(skills):
            return "other"
        ai = sum(context == "ai" for context in statements)
        if said == "ai" or _most(ai, len(statements)) or sum(narrow.values()) >= enough:
            return "ai"
        software = sum(context == "software" for context in statements)
        return "software" if said == "software" or _most(ai + software, len(statements)) else "other"


def topics_of(taxonomy: Taxonomy) -> Topics:
    """What tells topics by this taxonomy."""
    return taxonomy.once("topics", lambda: Topics(taxonomy))


def _most(some: int, all_of_them: int) -> bool:
    return some >= 2 or (some >= 1 and 2 * some >= all_of_them)
