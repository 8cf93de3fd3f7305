"""A whole résumé read: what each statement shows, what it is about, and whether it stands where evidence counts.

A statement is first taken by itself (`_Told`); what its job is about, and what the candidate says of all their work, then
tells how much of it is left (`_Whole`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiscreen.judging.evidence import KEPT, THEIRS, WORKING, Facts, Reading, labels
from aiscreen.judging.pieces import pieces_of_work
from aiscreen.judging.topics import Context, Entry, Topics, is_head, key_of, settled, topics_of
from aiscreen.models.resume import Resume, Statement
from aiscreen.taxonomy.rubric import EVIDENCE

if TYPE_CHECKING:
    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy import Taxonomy

_HANDED, _OUTSOURCED, _UNDEPLOYED = "handed", "outsourced", "undeployed"
"""That others build and run it: said of what a statement tells, of a job, and by the candidate of all their work."""
_UNTRAINED = "untrained"
"""Said by the candidate of all their work: that its AI is another team's."""
_LISTING = 3


def gather(resume: Resume, mentions: Sequence[Sequence[Mention]], taxonomy: Taxonomy) -> Facts:
    """Reads a résumé. `mentions` of the candidate's own skills run parallel to `resume.statements`."""
    topics = topics_of(taxonomy)
    told = list(_told(resume, mentions, taxonomy, topics))
    about, entries, in_ai = settled(
        resume,
        [each.context_of_entry for each in told],
        [each.skills_of_entry(topics) for each in told],
        [each.shows for each in told],
        topics,
    )
    for each, context in zip(told, about, strict=True):
        if context == "ai":
            each.context = _unless(each.theirs, "ai")
    whole = _Whole(resume, told, topics, entries, in_ai)
    readings = tuple([whole.reading(each) for each in told])
    industry = _industry(resume, readings, whole.entries, topics) - whole.academic
    return Facts(readings, whole.entries, industry, whole.academic, whole.pieces)


@dataclass(slots=True)
class _Told:
    """A statement by itself: what it shows, the skills that it names as the candidate's own and how far each speaks for a
    topic, what it is about, whether the AI in it is another team's (`theirs`), and whether it is but a list (`bare`)."""

    statement: Statement
    shows: Mapping[str, float]
    skills: Mapping[str, float]
    context: Context
    theirs: bool
    bare: bool

    @property
    def context_of_entry(self) -> Context:
        """What it says of its job's topic: a list of words says nothing."""
        return "other" if self.bare else self.context

    def skills_of_entry(self, topics: Topics) -> Mapping[str, float]:
        """The skills by which it does so."""
        if self.bare:
            return {}
        if self.theirs:
            return {skill: weight for skill, weight in self.skills.items() if topics.of_skill(skill) != "ai"}
        return self.skills


def _told(
    resume: Resume, mentions: Sequence[Sequence[Mention]], taxonomy: Taxonomy, topics: Topics
) -> Iterator[_Told]:
    said = [labels(statement.text, taxonomy) for statement in resume.statements]
    untrained = any(_UNTRAINED in shows for shows in said)
    for statement, shows, each in zip(resume.statements, said, mentions, strict=True):
        skills = topics.weigh(each)
        theirs = untrained or THEIRS in shows
        context = _unless(theirs, topics.of_skills(skills, shows))
        yield _Told(statement, shows, skills, context, theirs, _bare(statement.text, each))


def _unless(theirs: bool, context: Context) -> Context:
    """What a statement is about; where the AI in it is not the candidate's, software."""
    return "software" if theirs and context == "ai" else context


def _bare(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a text is a list of skills rather than something done with them ("Worked on AI, ML, NLP technologies")."""
    named = {mention.skill for mention in mentions}
    if len(named) < _LISTING:
        return False
    named_words = sum([1 + mention.surface.count(" ") for mention in mentions])
    return text.count(" ") + 1 - named_words <= len(named)


class _Whole:
    """What a résumé as a whole says of its statements."""

    def __init__(
        self,
        resume: Resume,
        told: Sequence[_Told],
        topics: Topics,
        entries: dict[Entry, Context],
        in_ai: bool,
    ) -> None:
        self.resume, self.topics, self.in_ai = resume, topics, in_ai
        titles = [job.position or "" for job in resume.work]
        self.academic = frozenset(i for i, title in enumerate(titles) if topics.academic(title))
        self.managing = frozenset(i for i, title in enumerate(titles) if topics.managing(title))
        self.outsourced = {key_of(each.statement) for each in told if _OUTSOURCED in each.shows}
        self.undeployed = any(_UNDEPLOYED in each.shows for each in told)
        self.pieces = pieces_of_work(resume, topics)
        self.entries = entries
        if any(context == "ai" for (name, _), context in entries.items() if name == "work"):
            self.entries |= {("projects", i): "ai" for i in self.pieces}  # a job in AI, told of in pieces

    def reading(self, each: _Told) -> Reading:
        """A statement in its place."""
        statement, alone, key = each.statement, each.context, key_of(each.statement)
        around = self.entries.get(key, "other") if key is not None else "other"
        context: Context = (
            "ai" if "ai" in (alone, around) else "software" if "software" in (alone, around) else "other"
        )
        named = tuple(skill for skill, weight in each.skills.items() if weight or context != "other")
        head = is_head(self.resume, statement)
        chance = alone != "other" and around == "other" and key is not None
        if self.in_ai:
            chance = chance and self.topics.everyday(each.skills)  # what anyone uses; else in another trade
        piece = statement.section == "projects" and statement.entry in self.pieces
        counts = (piece or statement.section in WORKING) and not head and not chance
        hollow = each.bare and key is not None and alone == "ai" and around != "ai"
        return Reading(statement, self._left(each), context, counts, named, head, hollow)

    def _left(self, each: _Told) -> Mapping[str, float]:
        """What a statement shows, less what others did of it."""
        shows, statement = each.shows, each.statement
        if _HANDED in shows or self.undeployed:
            shows = _halved(shows, KEPT)
        if statement.section == "work":
            led = statement.entry in self.managing or not self.outsourced.isdisjoint(
                (key_of(statement), None)
            )
            if led:
                shows = _halved(shows, EVIDENCE)
            if statement.entry in self.academic:
                shows = {name: shown for name, shown in shows.items() if shown >= 1.0 or name not in EVIDENCE}
        return shows


def _halved(shows: Mapping[str, float], names: Collection[str]) -> Mapping[str, float]:
    """What is shown, with no more than a hint left of some of it."""
    return {name: min(shown, 0.5) if name in names else shown for name, shown in shows.items()}


def _industry(
    resume: Resume, readings: Sequence[Reading], entries: Mapping[Entry, Context], topics: Topics
) -> frozenset[int]:
    """The jobs in AI whose statements name two things that were worked with, or one where the title says AI too."""
    named: dict[int, set[str]] = {}
    for reading in readings:
        entry = reading.statement.entry
        if reading.counts and not reading.near and reading.statement.section == "work" and entry is not None:
            narrow = (s for s in reading.skills if topics.of_skill(s) == "ai" and s not in topics.broad)
            named.setdefault(entry, set()).update(narrow)
    found = []
    for index, skills in named.items():
        titled = 0 <= index < len(resume.work) and topics.of_title(resume.work[index].position or "") == "ai"
        if entries.get(("work", index)) == "ai" and len(skills) >= (1 if titled else 2):
            found.append(index)
    return frozenset(found)
