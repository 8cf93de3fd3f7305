"""Many documents: isolated, cached, resumable. What is done is in the store; what is left is worked off in order.

Memory stays flat as the folder grows: documents stream through a few at a time, and the books are on disk.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiscreen.batch.body import body_in_role, with_run
from aiscreen.batch.ledger import Ledger, Ranked
from aiscreen.batch.pool import Limits, run_local
from aiscreen.batch.sources import Source, expand
from aiscreen.batch.task import Done, Failed, Task, parser_key, policy_key
from aiscreen.errors import ConfigError, InputError
from aiscreen.judging.blind import blind_path
from aiscreen.models.assessment import Skipped
from aiscreen.reports.data import Cells, placing
from aiscreen.screen import Options, Screener
from aiscreen.store import Store

__all__ = ["Batch", "Limits", "Plan", "Progress"]

COMMIT_SECONDS = 0.5
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
    """One run over `arguments` (folders, files, globs, archives, URLs) with results kept in `store`."""

    def __init__(self, arguments: Sequence[str], plan: Plan, store: Store) -> None:
        self.arguments = tuple(arguments)
        self.plan = plan
        self.store = store
        self.screener = Screener(plan.options)  # policy errors are told before any work
        self.policy = policy_key(plan.options, self.screener.taxonomy.hashes)
        self.parser = parser_key(plan.options)
        self.ledger = Ledger(store)
        self.settled = self.skipped_count = self.cached = 0
        self.total = 0

    def run(
        self,
        on_progress: Callable[[Progress], None] = lambda _: None,
        results: Callable[[bytes], object] | None = None,
    ) -> None:
        """Work all documents off. `results` is given each assessment's JSON, in the folder's order, as they come.

        Interrupted (KeyboardInterrupt), everything done so far is in the store.
        """
        self.total = sum(1 for _ in expand(self.arguments))
        if not self.total:
            raise ConfigError(
                f"no documents in {', '.join(self.arguments)}; PDF, DOCX, text and Markdown are read"
            )
        flushed, written = time.monotonic(), 0
        self.store.connection.execute("BEGIN")
        try:
            for number, outcome in self._outcomes():
                self._settle(number, outcome)
                if time.monotonic() - flushed > COMMIT_SECONDS:
                    self._commit()
                    written = self._write(written, results)
                    flushed = time.monotonic()
                on_progress(Progress(self.settled, self.skipped_count, self.cached, self.total))
        finally:
            self.store.connection.execute("COMMIT")
        while (reached := self._write(written, results)) != written:
            written = reached
        on_progress(Progress(self.settled, self.skipped_count, self.cached, self.total))
        self.skipped_count += self.ledger.settle_same()
        self.ledger.group()

    def ranked(self, top: int | None = None) -> Iterator[bytes]:
        """The assessments' JSON in rank order, with rank, path and the person's other files filled in."""
        for place in self.ledger.ranked(top):
            yield self._whole(place)

    def _whole(self, place: Ranked) -> bytes:
        also = [self._shown(label, sha256) for label, sha256 in place.also]
        body = self._body(place.sha256, place.role)
        return with_run(body, self._shown(place.label, place.sha256), place.rank, also)

    def rows(self, top: int | None = None) -> Iterator[Cells]:
        """The ranking as a spreadsheet has it: cells by column."""
        for place in self.ledger.ranked(top):
            kept = self.store.cells(place.sha256, self.policy)
            assert kept is not None, KEPT
            also = [self._shown(label, sha256) for label, sha256 in place.also]
            yield {
                **kept[""],
                **kept[place.role],
                **placing(place.rank, also, self._shown(place.label, place.sha256)),
            }

    def _shown(self, label: str, sha256: str) -> str:
        """A document's name in reports; a blind one does not tell the file's, which often holds the person's."""
        return blind_path(label, sha256) if self.plan.options.blind else label

    def skipped(self) -> Iterator[Skipped]:
        """What could not be read, by path."""
        return self.ledger.skipped()

    def _outcomes(self) -> Iterator[tuple[int, Done | Failed]]:
        if self.plan.cluster:
            from aiscreen.batch.cluster import run_cluster

            return run_cluster(self.plan.cluster, self.plan.options, self._tasks(), limits=self.plan.limits)
        return run_local(self.plan.options, self._tasks(), jobs=self.plan.jobs, limits=self.plan.limits)

    def _tasks(self) -> Iterator[tuple[int, Task]]:
        """The documents that need work; those that do not are settled on the way."""
        for number, source in enumerate(expand(self.arguments)):
            task = self._task(number, source)
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
                self.store.put_failure(
                    self.ledger.sha256(number), self.parser, outcome.reason, outcome.detail
                )
            return
        sha256, facts = self.ledger.sha256(number), outcome.assessed.facts
        if outcome.parsed is not None:
            self.store.put_parsed(
                sha256, self.parser, outcome.parsed, name=facts["name"], email=facts["email"]
            )
        self.store.put_assessed(sha256, self.policy, outcome.assessed)
        self._enter_done(number, facts)

    def _enter_done(self, number: int, facts: dict[str, Any]) -> None:
        """Write into the books what is known of a document, in the role that is asked for, else in its best."""
        role = self.screener.role or facts["best"]
        self.ledger.done(number, {**facts, "role": role, "score": facts["scores"][role]})

    def _commit(self) -> None:
        self.store.connection.execute("COMMIT")
        self.store.connection.execute("BEGIN")

    def _write(self, written: int, results: Callable[[bytes], object] | None) -> int:
        """Hand on the results of documents that all documents before them are settled too."""
        for number, label, sha256, state, role in self.ledger.settled(written):
            if results is not None and state == "done":
                results(with_run(self._body(sha256, role), self._shown(label, sha256)) + b"\n")
            written = number + 1
        return written

    def _body(self, sha256: str, role: str) -> bytes:
        packed = self.store.body(sha256, self.policy)
        assert packed is not None, KEPT
        return body_in_role(packed, role)
