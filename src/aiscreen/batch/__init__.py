"""Many documents: isolated, cached, resumable. What is done is in the store; what is left is worked off in order.

Memory stays flat as the folder grows: documents stream through a few at a time, and the books are on disk.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from aiscreen.batch.body import body_in_role, with_run
from aiscreen.batch.ledger import Ledger, Ranked
from aiscreen.batch.pool import Limits, run_local
from aiscreen.batch.sources import Source, expand
from aiscreen.batch.task import Done, Failed, Task, parser_key, policy_key
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
KEPT = "what the ledger calls done is in the store"
PASSING = frozenset(("timeout", "memory", "internal", "unreadable", "missing"))
"""Failures that another try may not meet; they are not kept in the store."""


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
        self.store = store
        self.screener = Screener(plan.options)  # policy errors are told before any work
        self.policy = policy_key(plan.options, self.screener.taxonomy.hashes)
        self.parser = parser_key(plan.options)
        self.ledger = Ledger()
        self.settled = self.skipped_count = self.cached = 0
        self.total = 0
        self._unkept: list[Callable[[], None]] = []
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
        self.total = sum(1 for _ in self._sources())
        if not self.total:
            named = ", ".join(self.arguments) or "the list on stdin"
            raise ConfigError(f"no documents in {named}; PDF, DOCX, text and Markdown are read")
        self._on_progress, self._results = on_progress, results
        try:
            for number, outcome in self._outcomes():
                self._settle(number, outcome)
                self._beat()
        finally:
            self._keep()
        while self._write():
            pass
        self._show()
        self.skipped_count += self.ledger.settle_same()
        self.ledger.group()

    def _beat(self) -> None:
        """Every now and then: what is done is kept, results are handed on, progress is shown."""
        now = time.monotonic()
        if now - self._kept_at > KEEP_SECONDS:
            self._keep()
            self._write()
            self._kept_at = now
        if now - self._shown_at > SHOW_SECONDS:
            self._show()
            self._shown_at = now

    def _show(self) -> None:
        self._on_progress(Progress(self.settled, self.skipped_count, self.cached, self.total))

    def _keep(self) -> None:
        """Write what is done into the store, in one short transaction: another run may write to it as well."""
        if self._unkept:
            with self.store.transaction():
                for keep in self._unkept:
                    keep()
            self._unkept.clear()

    def ranked(self, top: int | None = None) -> Iterator[bytes]:
        """The assessments' JSON in rank order, with rank, path and the person's other files filled in."""
        for place in self.ledger.ranked(top):
            yield self._whole(place)

    def _whole(self, place: Ranked) -> bytes:
        also = [self._named(label, sha256) for label, sha256 in place.also]
        body = self._body(place.sha256, place.role)
        return with_run(body, self._named(place.label, place.sha256), place.rank, also)

    def rows(self, top: int | None = None) -> Iterator[Cells]:
        """The ranking as a spreadsheet has it: cells by column."""
        for place in self.ledger.ranked(top):
            kept = self.store.cells(place.sha256, self.policy)
            assert kept is not None, KEPT
            also = [self._named(label, sha256) for label, sha256 in place.also]
            yield {
                **kept[""],
                **kept[place.role],
                **placing(place.rank, also, self._named(place.label, place.sha256)),
            }

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

            return run_cluster(self.plan.cluster, self.plan.options, self._tasks(), limits=self.plan.limits)
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
        facts = self.store.facts(sha256, self.policy)
        if facts is not None and facts["today"] in (None, self.plan.options.today.isoformat()):
            self._enter_done(number, facts)
            self.settled += 1
            self.cached += 1
            return None
        failure = self.store.failure(sha256, self.parser)
        if failure is not None:
            self.ledger.failed(number, *failure)
            self.settled += 1
            self.skipped_count += 1
            return None
        parsed = self.store.parsed(sha256, self.parser)
        return Task(source.label, None if parsed else data, parsed)

    def _settle(self, number: int, outcome: Done | Failed) -> None:
        self.settled += 1
        if isinstance(outcome, Failed):
            self.skipped_count += 1
            self.ledger.failed(number, outcome.reason, outcome.detail)
            if outcome.reason not in PASSING:
                sha256 = self.ledger.sha256(number)
                self._unkept.append(
                    partial(self.store.put_failure, sha256, self.parser, outcome.reason, outcome.detail)
                )
            return
        sha256, facts = self.ledger.sha256(number), outcome.assessed.facts
        if outcome.parsed is not None:
            who = {"name": facts["name"], "email": facts["email"]}
            self._unkept.append(partial(self.store.put_parsed, sha256, self.parser, outcome.parsed, **who))
        self._unkept.append(partial(self.store.put_assessed, sha256, self.policy, outcome.assessed))
        self._enter_done(number, facts)

    def _enter_done(self, number: int, facts: dict[str, Any]) -> None:
        """Write into the books what is known of a document, in the role that is asked for, else in its best."""
        role = self.screener.role or facts["best"]
        self.ledger.done(number, {**facts, "role": role, "score": facts["scores"][role]})

    def _write(self) -> bool:
        """Hand on the next results of documents that all documents before them are settled too. False where there
        are none."""
        start = self._written
        for number, label, sha256, state, role in self.ledger.settled(start):
            if self._results is not None and state == "done":
                self._results(with_run(self._body(sha256, role), self._named(label, sha256)) + b"\n")
            self._written = number + 1
        return self._written > start

    def _body(self, sha256: str, role: str) -> bytes:
        packed = self.store.body(sha256, self.policy)
        assert packed is not None, KEPT
        return body_in_role(packed, role)
