"""The pipeline, and the one place that knows its order: read, parse, match, judge. Same input, same bytes.

What does the work is imported when there is some: a batch only hands it on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen import __version__, reading, taxonomy
from aiscreen.judging.file_names import unnamed
from aiscreen.judging.ranking import rank
from aiscreen.models.assessment import Assessment, Report, Skipped
from aiscreen.models.document import Document
from aiscreen.models.resume import Resume

if TYPE_CHECKING:
    from aiscreen.judging.verdict import Judged
    from aiscreen.matching import Matcher
    from aiscreen.models.portfolio import RepoEvidence


@dataclass(frozen=True)
class Options:
    """What a run depends on beside its documents.

    `role` is a role id, or None for the best fit; `job` the text of a job advert that becomes the role in its place.
    "Present" in a résumé means `as_of`, else the document's own date, else `today`.
    `skills`, `roles` and `redflags` name policy files to use in place of the shipped ones.
    """

    role: str | None = None
    job: str | None = None
    as_of: date | None = None
    today: date = field(default_factory=date.today)
    blind: bool = False
    ocr: bool = False
    skills: Path | None = None
    roles: Path | None = None
    redflags: Path | None = None

    @property
    def one_role(self) -> bool:
        """Whether no other role can be asked for with the same result: an advert is one, and what is masked for one
        role is not what is masked for another."""
        return self.blind or self.job is not None

    def shown(self) -> dict[str, str | bool | None]:
        """What a result depends on beside documents and policy, for a manifest."""
        return {
            "role": self.role or "auto",
            "job": self.job,
            "as_of": (self.as_of or self.today).isoformat(),
            "as_of_given": self.as_of is not None,
            "blind": self.blind,
            "ocr": self.ocr,
        }


class Screener:
    """Screens documents one by one under one policy. Cheap to keep, picklable by its options, not thread-safe.

    Raises TaxonomyError when the policy files have errors, ConfigError when the role is unknown.
    """

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.taxonomy = taxonomy.load(self.options.skills, self.options.roles, self.options.redflags)
        self.role = self.options.role
        if self.options.job is not None:
            from aiscreen.judging.advert import JOB, role_from_advert, with_job

            self.taxonomy = with_job(
                self.taxonomy, role_from_advert(self.options.job, self.taxonomy, self.matcher)
            )
            self.role = JOB
        if self.role is not None:
            from aiscreen.judging.judge import check_role

            check_role(self.role, self.taxonomy.roles)

    @cached_property
    def matcher(self) -> Matcher:
        """What finds skills, made when it is first needed."""
        from aiscreen.matching import Matcher

        return Matcher(self.taxonomy)

    def prepare(self) -> None:
        """Make ready all that judging needs, so that it can be done while the first file is still read."""
        from aiscreen.judging.judge import prepare

        prepare(self.taxonomy)
        _ = self.matcher

    def screen(
        self, path: str | Path, data: bytes | None = None, *, portfolio: Sequence[Path] = ()
    ) -> Assessment:
        """One file's assessment, not ranked yet; the file is read in a process of its own.

        Raises InputError where it or a repository of the candidate's `portfolio` cannot be read.
        """
        with unnamed(self.options.blind):
            document = reading.read_isolated(path, data=data, ocr=self.options.ocr)
        return self.screen_document(document, portfolio=portfolio)

    def screen_document(
        self, document: Document, resume: Resume | None = None, *, portfolio: Sequence[Path] = ()
    ) -> Assessment:
        """The assessment of a document that is already read, and parsed where `resume` is given.

        Raises InputError for a repository that cannot be read.
        """
        if resume is None:
            from aiscreen.parsing import parse

            resume = parse(document)
        return self.judge(document, resume, self._examine(resume, portfolio))

    def read_here(self, path: str | Path, data: bytes | None = None) -> tuple[Document, Resume]:
        """What a file says, read in this very process: for workers, whose own limits hold. Raises InputError."""
        from aiscreen.parsing import parse

        document = reading.read(path, data=data, ocr=self.options.ocr)
        return document, parse(document)

    def judge(self, document: Document, resume: Resume, repos: Sequence[RepoEvidence] = ()) -> Assessment:
        """The assessment of a résumé that is already parsed."""
        assessment = self._judged(document, resume, repos).assessment
        if not self.options.blind:
            return assessment
        from aiscreen.judging.blind import blind

        return blind(assessment, resume, self.matcher, [repo.name for repo in repos])

    def judge_roles(self, document: Document, resume: Resume) -> list[Assessment]:
        """The assessment for every role, the asked one first; for that one alone where `one_role` holds."""
        if self.options.one_role:
            return [self.judge(document, resume)]
        return self._judged(document, resume).for_every_role()

    def _judged(self, document: Document, resume: Resume, repos: Sequence[RepoEvidence] = ()) -> Judged:
        from aiscreen.judging.judge import judge

        mentions = self.matcher.find_all(resume)
        as_of = self.options.as_of or document.date or self.options.today
        return judge(document, resume, mentions, self.taxonomy, role=self.role, as_of=as_of, repos=repos)

    def _examine(self, resume: Resume, portfolio: Sequence[Path]) -> list[RepoEvidence]:
        if not portfolio:
            return []
        from aiscreen.portfolio import Identity, examine

        with unnamed(self.options.blind):
            return examine(portfolio, Identity.of(resume), taxonomy=self.taxonomy, resume=resume)

    def report(self, candidates: Iterable[Assessment], skipped: Iterable[Skipped] = ()) -> Report:
        """The ranked report over assessments and skipped documents."""
        return Report(
            schema="aiscreen.report/1",
            tool=f"aiscreen {__version__}",
            as_of=self.options.as_of.isoformat() if self.options.as_of else None,
            taxonomy=dict(self.taxonomy.hashes),
            role=self.role,
            candidates=rank(list(candidates)),
            skipped=sorted(skipped, key=lambda s: s.path),
        )
