"""What a résumé's sentences show: production evidence in five classes, and the signals of how somebody works.

The words come from roles.yaml. `classes` and `labels` read one sentence and know nothing of where it stands. A `Reading`
is a statement in its place: what it shows, whether it stands where evidence counts (employment and open source; not
education, not a wish list), and whether it is about AI, about software, or about neither: a till system rolled out to
two restaurants is a deployment, but none of a model. `gather` makes the readings of a résumé.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from aiscreen.judging.topics import Context, Entry
from aiscreen.models.assessment import Evidence
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.labels import ABOUT_AI
from aiscreen.taxonomy.labels import labels as _labels
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.rubric import EVIDENCE

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy
    from aiscreen.taxonomy.roles import RolesFile

WORKING = frozenset({"work", "open-source", "volunteer"})
"""Sections whose statements can be production evidence."""
DOING = WORKING | {"projects"}
"""Sections whose statements show a skill in use."""


KEPT = ("deploy", "operate", "lifecycle")
"""The classes that tell of a system in use; of one that others built and run they count half for whoever modelled it."""
Place = tuple[int, int]
"""Page and line."""
Job = tuple[str, int | None]
"""The section that a statement stands in, and its job or project there."""
THEIRS = "theirs"
"""Said of what a statement is about: its AI is another team's."""
MAX_EVIDENCE = 5
"""Quotes that are shown for one point at most."""
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
    where production evidence counts; `skills` the ids it names as the candidate's own; `head`
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
    def place(self) -> Place:
        """Where it is in the document."""
        return self.statement.page, self.statement.line

    @property
    def job(self) -> Job:
        """What it tells of."""
        return self.statement.section, self.statement.entry


def at_best(
    readings: Iterable[Reading], weight: Callable[[Reading], float] | None = None
) -> dict[str, float]:
    """Each class of production evidence that the readings show at its strongest; each counts by its weight, if given."""
    best: dict[str, float] = {}
    for reading in readings:
        weighs = weight(reading) if weight else 1.0
        for name in reading.classes:
            best[name] = max(best.get(name, 0.0), weighs * reading.shows[name])
    return best


@dataclass(frozen=True)
class Facts:
    """A whole résumé's readings, parallel to its statements, and what each of its jobs and projects is about.

    `academic`: the jobs, by index, that are study or teaching. `industry`: those in AI that are not, and whose statements
    name what was worked with. `pieces`: the projects that tell of what was made in the jobs. `belief` (0-1): how far what
    is told counts; less than 1 where more of it cannot be as it is told than a slip of the pen explains.
    """

    readings: tuple[Reading, ...]
    entries: Mapping[Entry, Context] = field(default_factory=dict)
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
        return at_best(r for r in self.readings if r.counts and r.context in wanted)


def distinct(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Each place once, the first few."""
    seen: dict[tuple[str, int, int, str | None], Evidence] = {}
    for quote in evidence:
        seen.setdefault((quote.quote, quote.page, quote.line, quote.file), quote)
        if len(seen) == MAX_EVIDENCE:
            break
    return list(seen.values())
