"""Many documents: isolated, cached, resumable. What is done is in the store; what is left is worked off in order.

Memory stays flat as the folder grows: documents stream through a few at a time, and the books are on disk.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiscreen.batch.body import with_run
from aiscreen.batch.kept import Kept
from aiscreen.batch.ledger import Ledger, Ranked
from aiscreen.batch.pool import Limits, run_local
from aiscreen.batch.sources import Source, expand
from aiscreen.batch.work import Done, Failed, Task
from aiscreen.errors import ConfigError, InputError
from aiscreen.judging.file_names import blind_path, blind_skipped
from aiscreen.models.assessment import Skipped
from aiscreen.reports.data import Cells, placing
from aiscreen.screen import Options, Screener
from aiscreen.store import Store

__all__ = ["Batch", "Limits", "Plan", "Progress"]

KEEP_SECONDS = 0.5
"""How often what is done goes to the disk, and how much a kill may lose."""
SHOW_SECONDS = 0.1
TOGETHER = 8
"""Documents in one call of a worker, where there are many."""


@dataclass(frozen=True)
class Plan:
    """How to run: on `jobs` processes here, or on the Dask scheduler at `cluster`."""

    options: Options
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: documents settled, of them skipped and found in the store, of how many."""

    settled: int
    skipped: int
    cached: int
    total: int


class Batch:
    """One run over `arguments` (folders, files, globs, archives, URLs), and over the paths of a list, with results kept
    in `store`."""

    def __init__(
        self, arguments: Sequence[str], plan: Plan, store: Store, listed: Sequence[str] = ()
    ) -> None:
        self.arguments, self.listed = tuple(arguments), tuple(listed)
        self.plan = plan
        self.screener = Screener(plan.options)  # policy errors are told before any work
        self.kept = Kept(store, plan.options, self.screener.taxonomy.hashes)
        self.ledger = Ledger()
        self.settled = self.skipped_count = self.cached = 0
        self.total = 0
        self._written = 0
        self._kept_at = self._shown_at = 0.0
        self._on_progress: Callable[[Progress], None] = lambda _: None
        self._results: Callable[[bytes], object] | None = None

    def run(
        self,
        on_progress: Callable[[Progress], None] = lambda _: None,
        results: Callable[[bytes], object] | None = None,
    ) -> None:
        """Work all documents off. `results` is given each assessment's JSON, in the folder's order, as they come.

        Interrupted (KeyboardInterrupt), everything done so far is in the store.
        """
        if not self.total:
            self.count()
        self._on_progress, self._results = on_progress, results
        try:
            for number, outcome in self._outcomes():
                self._settle(number, outcome)
                self._beat()
        finally:
            self.kept.write()
        self.total = self.settled  # folders may have grown or shrunk since they were counted
        while self._write():
            pass
        self._show()
        self.skipped_count += self.ledger.settle_same()
        self.ledger.group()

    def count(self) -> None:
        """Find out how many documents there are. Raises ConfigError where there are none."""
        self.total = sum(1 for _ in self._sources())
        if not self.total:
            named = ", ".join(self.arguments) or "the list on stdin"
            raise ConfigError(f"no documents in {named}; PDF, DOCX, text and Markdown are read")

    def _beat(self) -> None:
        """Every now and then: what is done is kept, results are handed on, progress is shown."""
        now = time.monotonic()
        if now - self._kept_at > KEEP_SECONDS:
            self.kept.write()
            self._write()
            self._kept_at = now
        if now - self._shown_at > SHOW_SECONDS:
            self._show()
            self._shown_at = now

    def _show(self) -> None:
        self._on_progress(Progress(self.settled, self.skipped_count, self.cached, self.total))

    def ranked(self, top: int | None = None) -> Iterator[bytes]:
        """The assessments' JSON in rank order, with rank, path and the person's other files filled in."""
        for place in self.ledger.ranked(top):
            body = self.kept.body(place.sha256, place.label, place.role)
            yield with_run(body, place.rank, *self._names(place))

    def rows(self, top: int | None = None) -> Iterator[Cells]:
        """The ranking as a spreadsheet has it: cells by column."""
        for place in self.ledger.ranked(top):
            cells = self.kept.cells(place.sha256, place.label, place.role)
            yield {**cells, **placing(place.rank, *self._names(place))}

    def _names(self, place: Ranked) -> tuple[str, list[str]]:
        """What reports call a candidate's document, and the person's others."""
        also = [self._named(label, sha256) for label, sha256 in place.also]
        return self._named(place.label, place.sha256), also

    def _named(self, label: str, sha256: str) -> str:
        """A document's name in reports; a blind one does not tell the file's, which often holds the person's."""
        return blind_path(label, sha256) if self.plan.options.blind else label

    def skipped(self) -> Iterator[Skipped]:
        """What could not be read, by path."""
        for row, sha256 in self.ledger.skipped():
            yield blind_skipped(row, sha256) if self.plan.options.blind else row

    def _outcomes(self) -> Iterator[tuple[int, Done | Failed]]:
        if self.plan.cluster:
            from aiscreen.batch.cluster import run_cluster

            return run_cluster(self.plan.cluster, self.plan.options, self._tasks())
        jobs = self.plan.jobs
        # Read with OCR, a single page takes longer than all that going to and fro costs.
        together = 1 if self.plan.options.ocr else max(1, min(TOGETHER, self.total // (TOGETHER * jobs)))
        return run_local(
            self.plan.options, self._tasks(), jobs=jobs, limits=self.plan.limits, together=together
        )

    def _sources(self) -> Iterator[Source]:
        return expand(self.arguments, self.listed)

    def _tasks(self) -> Iterator[tuple[int, Task]]:
        """The documents that need work; those that do not are settled on the way."""
        for number, source in enumerate(self._sources()):
            task = self._task(number, source)
            self._beat()
            if task is not None:
                yield number, task

    def _task(self, number: int, source: Source) -> Task | None:
        try:
            data = source.load()
        except InputError as error:
            self.ledger.enter(number, source.label, None)
            self._settle(number, Failed(error.reason, error.detail))
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        if not self.ledger.enter(number, source.label, sha256):
            self.settled += 1
            return None
        facts = self.kept.facts(sha256, source.label)
        if facts is not None:
            self._done(number, facts)
            self.cached += 1
            return None
        failure = self.kept.failure(sha256, source.label)
        if failure is not None:
            self._failed(number, *failure)
            return None
        parsed = self.kept.parsed(sha256, source.label)
        return Task(source.label, None if parsed else data, parsed)

    def _settle(self, number: int, outcome: Done | Failed) -> None:
        """Write what came of a document into the books, and put it where it is kept."""
        sha256, label = self.ledger.named(number)
        if sha256 is not None:
            self.kept.put(sha256, label, outcome)
        if isinstance(outcome, Done):
            self._done(number, outcome.assessed.facts)
        else:
            self._failed(number, outcome.reason, outcome.detail)

    def _done(self, number: int, facts: dict[str, Any]) -> None:
        """What is known of a document, in the role that is asked for, else in its best."""
        role = self.screener.role or facts["best"]
        self.ledger.done(number, {**facts, "role": role, "score": facts["scores"][role]})
        self.settled += 1

    def _failed(self, number: int, reason: str, detail: str) -> None:
        self.ledger.failed(number, reason, detail)
        self.settled += 1
        self.skipped_count += 1

    def _write(self) -> bool:
        """Hand on the next results of documents that all documents before them are settled too. False where there
        are none."""
        start = self._written
        for number, label, sha256, state, role in self.ledger.settled(start):
            if self._results is not None and state == "done":
                body = self.kept.body(sha256, label, role)
                self._results(with_run(body, None, self._named(label, sha256)) + b"\n")
            self._written = number + 1
        return self._written > start
