"""Running a batch for a person: progress, the report, and words about what was skipped."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from aiscreen.batch import Batch
from aiscreen.batch.outputs import OutFolder, report_of, stream
from aiscreen.cli.output import console_for, say, write
from aiscreen.cli.progress import progress
from aiscreen.cli.settings import FailOn, Format
from aiscreen.models.assessment import SEVERITIES
from aiscreen.reports import render
from aiscreen.reports.words import plain
from aiscreen.text import count

SHOWN = 25
"""Candidates shown to a person where `--top` does not say."""


@dataclass(frozen=True)
class Shown:
    """What of a batch is shown, how and where; each name is that of the option."""

    format: Format
    output: Path | None
    out: Path | None
    top: int | None
    explain: bool
    fail_on: FailOn
    quiet: bool

    def run(self, work: Batch, *, kept: bool) -> int:
        """Work a batch off and report on it; returns the exit code. `kept` is whether another run can go on with it."""
        with self._told_where_it_stopped(work, kept):
            work.count()
            folder = OutFolder(self.out) if self.out is not None else None
            with progress(quiet=self.quiet) as show:
                work.run(show, folder.add if folder else None)
            if folder:
                folder.finish(work, self.top)
            self._report(work)
        if not self.quiet:
            self._tell_skipped(work)
            say(summary(work))
            self._tell_more(work)
        if work.skipped_count:
            return 3
        failing = self.fail_on is not FailOn.never
        return int(failing and work.ledger.worst() >= SEVERITIES.index(self.fail_on.value))

    @contextmanager
    def _told_where_it_stopped(self, work: Batch, kept: bool) -> Iterator[None]:
        try:
            yield
        except KeyboardInterrupt:
            if not self.quiet:
                rest = "and kept; run the same command to go on" if kept else "and not kept (--no-store)"
                say(f"aiscreen: {work.settled} of {work.total} done {rest}")
            raise

    def _report(self, work: Batch) -> None:
        if self.format in (Format.json, Format.jsonl, Format.csv):
            write(stream(work, self.format.value, self.top), self.output)
            return
        report = report_of(work, self.top or SHOWN)
        console = console_for(self.format, self.output)
        explain = self.explain
        write(render(report, self.format.value, explain=explain, console=console, cards=explain), self.output)

    def _tell_more(self, work: Batch) -> None:
        """That more were ranked than a person is shown who did not say how many."""
        people = work.ledger.people()
        whole = self.format in (Format.json, Format.jsonl, Format.csv)
        if self.top is None and not whole and people > SHOWN:
            say(f"aiscreen: the best {SHOWN} of {people} are shown; --top N shows more, --out DIR writes all")

    def _tell_skipped(self, work: Batch) -> None:
        """Name what could not be read: the first of many on a terminal, where the rest would push the ranking out of
        sight, all of them elsewhere."""
        shown = SHOWN if sys.stderr.isatty() else work.skipped_count
        for row in islice(work.skipped(), shown):
            say(f"aiscreen: skipped {plain(row.path)}: {row.detail}")
        if work.skipped_count > shown:
            where = f"all are in {self.out / 'skipped.csv'}" if self.out else "--out DIR lists all of them"
            say(f"aiscreen: and {work.skipped_count - shown} more; {where}")


def summary(work: Batch) -> str:
    """One line: how many were ranked, grouped, skipped, and found in the store."""
    people, files = work.ledger.people(), work.total
    parts = [f"{count(people, 'candidate')} from {count(files, 'file')}"]
    repeated = work.ledger.repeated()
    if repeated:
        parts.append(f"{repeated} named before")
    if grouped := files - work.skipped_count - people - repeated:
        parts.append(f"{grouped} grouped with another file of the same person")
    if work.cached:
        parts.append(f"{work.cached} unchanged")
    if work.skipped_count:
        parts.append(f"{work.skipped_count} skipped")
    return f"aiscreen: {', '.join(parts)}"
