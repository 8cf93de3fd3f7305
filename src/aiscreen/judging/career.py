"""When a candidate did what: spans of jobs, months of work, and how much work has been done since.

Age is counted in months *worked* since, not in months passed: parental leave, illness, military service or a search
for work move nothing. What is out of date shows in the tools' own life, not in the candidate's calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from aiscreen.judging.evidence import Facts, Job
from aiscreen.judging.topics import Context, entry_of
from aiscreen.models import periods
from aiscreen.models.assessment import Experience
from aiscreen.models.lazy import lazy
from aiscreen.models.resume import Dated, Resume, Statement, Work

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy


@dataclass(frozen=True)
class Career:
    """The jobs' spans, in months. `work` are all of them merged, `ai` those about AI, `outside` those of them outside
    study, teaching and training; `jobs` by index. `told` is for each job the index of the one whose statements tell of
    it: where positions at one employer stand in a row above what was done there, the last one's."""

    resume: Resume
    facts: Facts
    work: tuple[periods.Span, ...]
    ai: tuple[periods.Span, ...]
    outside: tuple[periods.Span, ...]
    jobs: tuple[periods.Span | None, ...]
    told: tuple[int, ...]
    as_of: date
    _spans: dict[Job, periods.Span | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, resume: Resume, facts: Facts, taxonomy: Taxonomy, as_of: date) -> Career:
        """Reads the jobs' dates; breaks from work are no jobs."""
        pauses = taxonomy.roles.pauses
        jobs = tuple(
            None if pauses.labels(f"{job.position or ''}. {job.name or ''}") else span_of(job, as_of)
            for job in resume.work
        )
        jobs = tuple(
            _latest(jobs) if span is None and _unnamed(job) else span
            for job, span in zip(resume.work, jobs, strict=True)
        )
        told = _told(resume.work)
        ai = {i: job for i, job in enumerate(jobs) if job and facts.entries.get(("work", told[i])) == "ai"}
        outside = [job for i, job in ai.items() if i not in facts.academic]
        return cls(
            resume,
            facts,
            tuple(periods.merge(job for job in jobs if job)),
            tuple(periods.merge(ai.values())),
            tuple(periods.merge(outside)),
            jobs,
            told,
            as_of,
        )

    @lazy
    def practice(self) -> int:
        """Months of AI work; study, teaching and training count half."""
        outside = periods.months(self.outside)
        return outside + (periods.months(self.ai) - outside) // 2

    @property
    def experience(self) -> Experience:
        """Months of work, and of work in AI; overlaps counted once."""
        return Experience(months=periods.months(self.work), relevant_months=periods.months(self.ai))

    def worked_since(self, month: int) -> int:
        """Months of work from this month on."""
        return sum([last - max(first, month) for first, last in self.work if last > month])

    @property
    def industry(self) -> int:
        """Months of the jobs in AI outside study whose statements name what was worked with."""
        return periods.months(span for index in self.facts.industry if (span := self.jobs[index]))

    def spans(self, statements: Iterable[Statement]) -> list[periods.Span]:
        """The months that statements speak of, merged."""
        return periods.merge(span for each in statements if (span := self.span(each)))

    def span(self, statement: Statement) -> periods.Span | None:
        """The months that a statement speaks of: those of its job, project or study. Pieces of work done in the jobs are
        of the latest one, where they have no dates of their own."""
        if statement.entry is None:
            return None
        key = statement.section, statement.entry
        if key not in self._spans:
            entry = entry_of(self.resume, statement)
            if statement.section == "work" and entry is not None:
                stay = [
                    job for job, i in zip(self.jobs, self.told, strict=True) if job and i == statement.entry
                ]
                self._spans[key] = (min(stay)[0], max(job[1] for job in stay)) if stay else None
            else:
                own = span_of(entry, self.as_of) if entry is not None else None
                piece = statement.section == "projects" and statement.entry in self.facts.pieces
                self._spans[key] = _latest(self.jobs) if own is None and piece else own
        return self._spans[key]


def _latest(jobs: Iterable[periods.Span | None]) -> periods.Span | None:
    """The span of the job that ended last; of two, the one that began later."""
    return max((job for job in jobs if job), key=lambda job: (job[1], job[0]), default=None)


def _told(jobs: Sequence[Work]) -> tuple[int, ...]:
    """For each job the index of the one whose statements tell of it: a bare position stands for what is said below the
    next one at the same employer."""
    told: list[int] = []
    for i in reversed(range(len(jobs))):
        bare = not (jobs[i].highlights or jobs[i].summary)
        below = bare and told and jobs[i].name is not None and jobs[i].name == jobs[i + 1].name
        told.append(told[-1] if below else i)
    return tuple(reversed(told))


def _unnamed(job: Work) -> bool:
    """Whether this is no job but what was done in one: no name, no title, no dates ("What has been shipped")."""
    return not (job.name or job.position or job.startDate or job.endDate)


def span_of(entry: Dated, as_of: date) -> periods.Span | None:
    """The entry's months, cut at `as_of`; None where it has no dates or dates that make no sense."""
    try:
        found = periods.span(entry.startDate, entry.endDate, entry.current, as_of)
    except ValueError:
        return None
    if found is None:
        return None
    first, last = found
    last = min(last, 12 * as_of.year + as_of.month)
    return (first, last) if last > first else None


def written(month: int) -> str:
    """A month number as `YYYY-MM`."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def fading(age: int, half_life: float) -> float:
    """What is left after so many months of other work."""
    return float(0.5 ** (max(age, 0) / half_life))


def relevance(context: Context) -> float:
    """How much of a statement's evidence counts: AI whole, software about a third, everything else not at all."""
    return {"ai": 1.0, "software": 0.35}.get(context, 0.0)
