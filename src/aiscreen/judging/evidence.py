"""What a résumé's sentences show: production evidence in five classes, and the signals of how somebody works.

The words come from roles.yaml. `classes` and `labels` read one sentence and know nothing of where it stands.
`gather` reads a whole résumé: it says for every statement what it shows, whether it stands where evidence counts
(employment and open source; not education, not a wish list), and whether it is about AI, about software, or about
neither: a till system rolled out to two restaurants is a deployment, but none of a model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from aiscreen.judging.pieces import pieces_of_work
from aiscreen.judging.topics import Context, Topics, entry_of, is_head, key_of, settled, topics_of
from aiscreen.models.assessment import Evidence
from aiscreen.models.resume import Resume, Statement
from aiscreen.taxonomy.labels import ABOUT_AI
from aiscreen.taxonomy.labels import labels as _labels
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.rubric import EVIDENCE

if TYPE_CHECKING:
    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy import Taxonomy
    from aiscreen.taxonomy.roles import RolesFile

__all__ = [
    "DOING",
    "KEPT",
    "WORKING",
    "Context",
    "Facts",
    "Reading",
    "Topics",
    "classes",
    "entry_of",
    "gather",
    "labels",
    "production_grade",
]

WORKING = frozenset({"work", "open-source", "volunteer"})
"""Sections whose statements can be production evidence."""
DOING = WORKING | {"projects"}
"""Sections whose statements show a skill in use."""


KEPT = ("deploy", "operate", "lifecycle")
"""The classes that tell of a system in use; of one that others built and run they count half for whoever modelled it."""
HANDED = "handed"
OUTSOURCED, UNDEPLOYED = "outsourced", "undeployed"
"""Said of a job, that others build and run what it is about, and said by the candidate anywhere: that holds for all."""
THEIRS, UNTRAINED = "theirs", "untrained"
"""Said of what a statement is about, that its AI is another team's, and said by the candidate of all their work."""
Job = tuple[str, int | None]
"""The section that a statement stands in, and its job or project there."""
_LISTING = 3
_PAPERS = 2


@lru_cache(maxsize=16_384)
def _read(lexicon: Lexicon[str], text: str) -> Mapping[str, float]:
    return _labels(lexicon, text)


def labels(text: str, taxonomy: Taxonomy) -> Mapping[str, float]:
    """All classes of evidence and signals in a sentence, each 0.5 (hinted) or 1.0. Remembered: do not change it."""
    return _read(taxonomy.roles.lexicon, text)


def shows(text: str, label: str, rules: RolesFile) -> bool:
    """Whether a sentence, or a part of one, shows one class of evidence or signal."""
    return label in _read(rules.lexicon, text)


def classes(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The production evidence in a sentence: of deploy, operate, lifecycle, scale, impact, in this order."""
    found = labels(text, taxonomy)
    return tuple(name for name in EVIDENCE if name in found)


def production_grade(found: Mapping[str, float]) -> bool:
    """Two classes shown in full, one of them operate or lifecycle: a single word such as "production" is not enough."""
    whole = [name for name in EVIDENCE if found.get(name, 0.0) >= 1.0]
    return len(whole) >= 2 and ("operate" in whole or "lifecycle" in whole)


@dataclass(slots=True)  # a frozen one takes thrice as long to make, and a résumé has a hundred
class Reading:
    """A statement and what it shows. `shows` are its labels; `context` what it is about; `counts` whether it stands
    where production evidence counts; `skills` the ids it names as the candidate's own (implied ones left out); `head`
    whether it is the head of its entry: a title and an employer, which claim but show nothing; `hollow` whether it is a
    bare list of words of AI in a job or project where nothing else is about AI."""

    statement: Statement
    shows: Mapping[str, float]
    context: Context
    counts: bool
    skills: tuple[str, ...]
    head: bool = False
    hollow: bool = False

    @property
    def near(self) -> bool:
        """Whether it only says that somebody was near the work, or says nothing in great words."""
        if "buzz" in self.shows:
            return not self.classes
        return not self.shows.keys().isdisjoint(("weak", "apart")) and "ownership" not in self.shows

    @property
    def near_ai(self) -> bool:
        """Whether its words speak of AI, though that be another team's."""
        return ABOUT_AI in self.shows or THEIRS in self.shows

    @property
    def classes(self) -> tuple[str, ...]:
        """Its production evidence, in the usual order."""
        shows = self.shows  # empty for most; asked for many times
        return tuple([name for name in EVIDENCE if name in shows]) if shows else ()

    def full(self, *labels: str) -> bool:
        """Whether it shows one of these in full, not only by a hint."""
        return any(self.shows.get(label, 0.0) >= 1.0 for label in labels)

    @property
    def job(self) -> Job:
        """Where it stands."""
        return self.statement.section, self.statement.entry


@dataclass(frozen=True)
class Facts:
    """A whole résumé's readings, parallel to its statements. `industry` are the indexes of the jobs in AI outside
    study and teaching whose statements name what was worked with, `academic` those of study and teaching, `pieces` the
    projects that tell of what was made in jobs; `belief` (0-1) is how far what is told counts: less than 1 where more
    of it cannot be as it is told than a slip of the pen explains."""

    readings: tuple[Reading, ...]
    entries: Mapping[tuple[str, int], Context] = field(default_factory=dict)
    industry: frozenset[int] = frozenset()
    academic: frozenset[int] = frozenset()
    pieces: frozenset[int] = frozenset()
    belief: float = 1.0
    _quotes: dict[int, Evidence] = field(default_factory=dict, repr=False, compare=False)

    def quote(self, statement: Statement) -> Evidence:
        """The statement as evidence, made once: many skills and parts rest on the same one."""
        found = self._quotes.get(id(statement))
        if found is None:
            self._quotes[id(statement)] = found = Evidence.of(statement)
        return found

    @property
    def published(self) -> bool:
        """Whether peers have passed work in AI more than once: papers at the field's own venues."""
        papers = [r for r in self.readings if r.statement.section == "publications" and "research" in r.shows]
        return len(papers) >= _PAPERS

    def production(self, *contexts: Context) -> dict[str, float]:
        """Each class's best strength over the statements that count in these contexts (AI if none is given)."""
        wanted = contexts or ("ai",)
        best: dict[str, float] = {}
        for reading in self.readings:
            if reading.counts and reading.context in wanted:
                for name in reading.classes:
                    best[name] = max(best.get(name, 0.0), reading.shows[name])
        return best


def gather(resume: Resume, mentions: Sequence[Sequence[Mention]], taxonomy: Taxonomy) -> Facts:
    """Reads a résumé. `mentions` runs parallel to `resume.statements`."""
    topics = topics_of(taxonomy)
    mine = [[m for m in each if m.how != "implied" and m.stance in ("own", "weak")] for each in mentions]
    found = [topics.weigh(each) for each in mine]
    said = [labels(statement.text, taxonomy) for statement in resume.statements]
    untrained = any(UNTRAINED in shows for shows in said)
    theirs = [untrained or THEIRS in shows for shows in said]
    own: list[Context] = [
        _unless_theirs(topics.of_skills(skills, shows), not_own)
        for skills, shows, not_own in zip(found, said, theirs, strict=True)
    ]
    bare = [_bare(statement.text, each) for statement, each in zip(resume.statements, mine, strict=True)]
    solid: list[tuple[Context, Mapping[str, float]]] = [
        (("other", {}) if only else (context, _without_ai(skills, topics) if not_own else skills))
        for only, context, skills, not_own in zip(bare, own, found, theirs, strict=True)
    ]
    about, entries, in_ai = settled(
        resume, [context for context, _ in solid], [skills for _, skills in solid], said, topics
    )
    own = [
        _unless_theirs("ai", not_own) if hinted == "ai" else context
        for hinted, context, not_own in zip(about, own, theirs, strict=True)
    ]
    academic = frozenset(i for i, job in enumerate(resume.work) if topics.academic(job.position or ""))
    managing = frozenset(i for i, job in enumerate(resume.work) if topics.managing(job.position or ""))
    others = {key_of(s) for s, shows in zip(resume.statements, said, strict=True) if OUTSOURCED in shows}
    undeployed = any(UNDEPLOYED in shows for shows in said)
    pieces = pieces_of_work(resume, topics)
    if any(context == "ai" for (name, _), context in entries.items() if name == "work"):
        entries |= {("projects", i): "ai" for i in pieces}  # a job in AI, told of in pieces
    readings = []
    for statement, skills, shows, alone, only in zip(resume.statements, found, said, own, bare, strict=True):
        key = key_of(statement)
        around = entries.get(key, "other") if key is not None else "other"
        context: Context = (
            "ai" if "ai" in (alone, around) else "software" if "software" in (alone, around) else "other"
        )
        head = is_head(resume, statement)
        if HANDED in shows or undeployed:
            shows = {name: min(shown, 0.5) if name in KEPT else shown for name, shown in shows.items()}
        led = statement.section == "work" and (
            statement.entry in managing or not others.isdisjoint((key, None))
        )
        if led:
            shows = {name: min(shown, 0.5) if name in EVIDENCE else shown for name, shown in shows.items()}
        if statement.section == "work" and statement.entry in academic:
            shows = {name: shown for name, shown in shows.items() if shown >= 1.0 or name not in EVIDENCE}
        named = tuple(skill for skill, weight in skills.items() if weight or context != "other")
        chance = alone != "other" and around == "other" and key is not None
        chance = chance and (not in_ai or topics.everyday(skills))  # in another trade, or by what anyone uses
        piece = statement.section == "projects" and statement.entry in pieces
        counts = (piece or statement.section in WORKING) and not head and not chance
        hollow = only and key is not None and alone == "ai" and around != "ai"
        readings.append(Reading(statement, shows, context, counts, named, head, hollow))
    industry = _industry(resume, readings, entries, topics) - academic
    return Facts(tuple(readings), entries, industry, academic, pieces)


def _unless_theirs(context: Context, not_own: bool) -> Context:
    """What a statement is about; where the AI in it is not the candidate's, software."""
    return "software" if context == "ai" and not_own else context


def _without_ai(skills: Mapping[str, float], topics: Topics) -> Mapping[str, float]:
    """The skills that are none of AI."""
    return {skill: weight for skill, weight in skills.items() if topics.of_skill(skill) != "ai"}


def _bare(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a text is a list of skills rather than something done with them ("Worked on AI, ML, NLP technologies")."""
    named = {mention.skill for mention in mentions}
    if len(named) < _LISTING:
        return False
    named_words = sum([1 + mention.surface.count(" ") for mention in mentions])
    return text.count(" ") + 1 - named_words <= len(named)


def _industry(
    resume: Resume, readings: Sequence[Reading], entries: Mapping[tuple[str, int], Context], topics: Topics
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
