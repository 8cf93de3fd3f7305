"""What a résumé's sentences show: production evidence in five classes, and the signals of how somebody works.

The words come from roles.yaml. `classes` and `labels` read one sentence and know nothing of where it stands.
`gather` reads a whole résumé: it says for every statement what it shows, whether it stands where evidence counts
(employment and open source; not education, not a wish list), and whether it is about AI, about software, or about
neither: a till system rolled out to two restaurants is a deployment, but none of a model.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from aiscreen.models.resume import Dated, Project, Resume, Statement, Work
from aiscreen.taxonomy.phrases import Lexicon
from aiscreen.taxonomy.roles import EVIDENCE, RolesFile
from aiscreen.taxonomy.roles import labels as _labels

if TYPE_CHECKING:
    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy import Taxonomy

Context = Literal["ai", "software", "other"]
WORKING = frozenset({"work", "open-source", "volunteer"})
"""Sections whose statements can be production evidence."""
ABOUT_AI = "about-ai"
"""The label of words that make a statement one of AI, whatever its skills."""
DOING = WORKING | {"projects"}
"""Sections whose statements show a skill in use."""


@lru_cache(maxsize=16_384)
def _read(lexicon: Lexicon, text: str) -> Mapping[str, float]:
    return _labels(lexicon, text)


def labels(text: str, taxonomy: Taxonomy) -> Mapping[str, float]:
    """All classes of evidence and signals in a sentence, each 0.5 (hinted) or 1.0. Remembered: do not change it."""
    return _read(taxonomy.roles.lexicon, text)


def classes(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The production evidence in a sentence: of deploy, operate, lifecycle, scale, impact, in this order."""
    found = labels(text, taxonomy)
    return tuple(name for name in EVIDENCE if name in found)


def production_grade(found: Mapping[str, float]) -> bool:
    """Two classes shown in full, one of them operate or lifecycle: a single word such as "production" is not enough."""
    whole = [name for name in EVIDENCE if found.get(name, 0.0) >= 1.0]
    return len(whole) >= 2 and ("operate" in whole or "lifecycle" in whole)


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement and what it shows. `shows` are its labels; `context` what it is about; `counts` whether it stands
    where production evidence counts; `skills` the ids it names as the candidate's own (implied ones left out); `head`
    whether it is the head of its entry: a title and an employer, which claim but show nothing."""

    statement: Statement
    shows: Mapping[str, float]
    context: Context
    counts: bool
    skills: tuple[str, ...]
    head: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """Its production evidence, in the usual order."""
        return tuple(name for name in EVIDENCE if name in self.shows)


@dataclass(frozen=True)
class Facts:
    """A whole résumé's readings, parallel to its statements."""

    readings: tuple[Reading, ...]
    entries: Mapping[tuple[str, int], Context] = field(default_factory=dict)

    def counting(self, label: str, *contexts: Context) -> list[Reading]:
        """The readings that count and show a label, in these contexts (all if none is given)."""
        return [
            r
            for r in self.readings
            if r.counts and label in r.shows and (not contexts or r.context in contexts)
        ]

    def production(self, *contexts: Context) -> dict[str, float]:
        """Each class's best strength over the statements that count; contexts as in `counting`."""
        wanted = contexts or ("ai",)
        best: dict[str, float] = {}
        for reading in self.readings:
            if reading.counts and reading.context in wanted:
                for name in reading.classes:
                    best[name] = max(best.get(name, 0.0), reading.shows[name])
        return best


def entry_of(resume: Resume, statement: Statement) -> Dated | None:
    """The job, project or study that a statement belongs to."""
    lists: dict[str, Sequence[Dated]] = {
        "work": resume.work,
        "projects": resume.projects,
        "open-source": resume.projects,
        "volunteer": resume.volunteer,
        "education": resume.education,
    }
    entries = lists.get(statement.section, [])
    index = statement.entry
    return entries[index] if index is not None and 0 <= index < len(entries) else None


def _is_head(resume: Resume, statement: Statement) -> bool:
    entry = entry_of(resume, statement)
    head = entry.address if entry is not None else None
    return head is not None and (head.page, head.line, head.text) == (
        statement.page,
        statement.line,
        statement.text,
    )


def gather(resume: Resume, mentions: Sequence[Sequence[Mention]], taxonomy: Taxonomy) -> Facts:
    """Reads a résumé. `mentions` runs parallel to `resume.statements`."""
    topics = Topics(taxonomy)
    named = [[m for m in each if m.how != "implied" and m.stance in ("own", "weak")] for each in mentions]
    found = [topics.weigh(each) for each in named]
    said = [labels(statement.text, taxonomy) for statement in resume.statements]
    entries = _entry_contexts(resume, found, said, topics)
    readings = []
    for statement, skills, shows in zip(resume.statements, found, said, strict=True):
        own = topics.of_skills(skills, shows)
        around = entries.get(
            (_list_of(statement), statement.entry if statement.entry is not None else -1), "other"
        )
        context: Context = (
            "ai" if "ai" in (own, around) else "software" if "software" in (own, around) else "other"
        )
        head = _is_head(resume, statement)
        counts = statement.section in WORKING and not head
        readings.append(Reading(statement, shows, context, counts, tuple(skills), head))
    return Facts(tuple(readings), entries)


def _list_of(statement: Statement) -> str:
    """The list of entries that a statement's index counts in: open source stands among the projects."""
    return "projects" if statement.section == "open-source" else statement.section


def _entry_contexts(
    resume: Resume,
    found: Sequence[Mapping[str, float]],
    said: Sequence[Mapping[str, float]],
    topics: Topics,
) -> dict[tuple[str, int], Context]:
    """What each job and project is about: its title says so, or its statements do."""
    skills: dict[tuple[str, int], dict[str, float]] = {}
    about: dict[tuple[str, int], int] = {}
    for statement, weights, shows in zip(resume.statements, found, said, strict=True):
        if statement.entry is not None:
            key = (_list_of(statement), statement.entry)
            skills.setdefault(key, {}).update(weights)
            about[key] = about.get(key, 0) + (ABOUT_AI in shows)
    contexts: dict[tuple[str, int], Context] = {}
    lists: tuple[tuple[str, Sequence[Work | Project]], ...] = (
        ("work", resume.work),
        ("projects", resume.projects),
        ("volunteer", resume.volunteer),
    )
    for name, entries in lists:
        for index, entry in enumerate(entries):
            title = entry.position if isinstance(entry, Work) else entry.name
            contexts[(name, index)] = topics.of_entry(
                title or "", skills.get((name, index), {}), about.get((name, index), 0)
            )
    return contexts


class Topics:
    """Tells AI from software from everything else, by categories of skills and by job titles."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        roles: RolesFile = taxonomy.roles
        self._skills = taxonomy.skills
        self._ai = frozenset(roles.rubric.relevant.ai)
        self._vague = frozenset(roles.rubric.relevant.vague)
        self._software = frozenset(roles.rubric.relevant.software)
        self._titles = roles.titles

    def of_skill(self, skill: str) -> Context:
        """By its category."""
        known = self._skills.get(skill)
        if known is None:
            return "other"
        return (
            "ai"
            if known.category in self._ai
            else "software"
            if known.category in self._software
            else "other"
        )

    def weigh(self, mentions: Iterable[Mention]) -> dict[str, float]:
        """How far each skill that is named speaks for a topic. An everyday word for an idea
        ("classification") speaks half, a practice that every trade has ("on-call", "monitoring") not at all."""
        weights: dict[str, float] = {}
        for mention in mentions:
            known = self._skills.get(mention.skill)
            thing = known is not None and known.kind in ("tool", "platform", "language")
            plain = mention.surface.isalpha() and mention.surface[1:].islower()
            vague = not thing and (known is None or known.category in self._vague)
            weight = 0.0 if vague else 1.0 if thing or not plain else 0.5
            weights[mention.skill] = max(weights.get(mention.skill, 0.0), weight)
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
        found = {hit.label for hit in self._titles.find(title)}
        return "ai" if "ai" in found else "software" if "software" in found else "other"

    def of_entry(self, title: str, weights: Mapping[str, float], about: int = 0) -> Context:
        """A title is taken at its word; else two different skills or statements must speak for it: one may be
        chance. `about` counts the statements whose words are of AI."""
        said = self.of_title(title)
        if said == "ai":
            return said
        sums = self._sums(weights)
        if sums["ai"] + about >= 2:
            return "ai"
        return "software" if said == "software" or sums["software"] + sums["ai"] >= 2 else "other"
