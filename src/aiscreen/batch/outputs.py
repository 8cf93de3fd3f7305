"""The folder that a batch leaves: ranking.csv, results.jsonl, skipped.csv, report.html, report.md, manifest.json.

results.jsonl is written as results come, in the folder's order; the others when the run has ended. Each appears
whole or not at all, the manifest last: a folder without one is not finished.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from aiscreen.errors import ConfigError
from aiscreen.models.assessment import Assessment, Report, Skipped
from aiscreen.reports import render
from aiscreen.reports.data import csv_line, csv_lines, neutral
from aiscreen.reports.manifest import manifest

if TYPE_CHECKING:
    from aiscreen.batch import Batch

SHOWN = 100
"""Candidates in the reports for people, where `--top` does not say."""


class OutFolder:
    """An output folder under way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if folder.exists() and not folder.is_dir():
            raise ConfigError(f"--out {folder} is a file; give a folder")
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            self._results = (folder / "results.jsonl").open("ab")
            self._take()
            (folder / "manifest.json").unlink(missing_ok=True)
            if (folder / "results.jsonl").is_file():
                self._results.truncate(0)

    def _take(self) -> None:
        """Have the folder for this run alone, where the system can: two that write the same files would mix them."""
        try:
            import fcntl
        except ImportError:  # Windows
            return
        try:
            fcntl.flock(self._results, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ConfigError(
                f"another run is writing to {self.folder}; wait for it, or choose another --out"
            ) from None
        except OSError:  # a file system without locks
            return

    def add(self, result: bytes) -> None:
        """Write a line of results.jsonl."""
        with self._told():
            self._results.write(result)

    def finish(self, batch: Batch, top: int | None) -> None:
        """Write what needs the whole run."""
        with self._told():
            self._finish(batch, top)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A disk's troubles in a person's words."""
        try:
            yield
        except OSError as error:
            raise ConfigError(
                f"cannot write to {self.folder}: {error.strerror}; "
                f"{'make room, or ' if error.errno in (errno.ENOSPC, errno.EDQUOT) else ''}choose another --out"
            ) from None

    def _finish(self, batch: Batch, top: int | None) -> None:
        self._results.flush()
        with _replacing(self.folder / "ranking.csv") as file:
            file.writelines(csv_lines(batch.rows()))
        with _replacing(self.folder / "skipped.csv") as file:
            file.writelines(_skipped_rows(batch.skipped()))
        report = report_of(batch, top or SHOWN)
        for name, format in (("report.html", "html"), ("report.md", "markdown")):
            with _replacing(self.folder / name) as file:
                file.write(render(report, format))
        with _replacing(self.folder / "manifest.json") as file:
            file.write(_manifest(batch))
        self._results.close()  # with it goes the hold on the folder


def report_of(batch: Batch, top: int | None) -> Report:
    """The report model over the best `top` candidates and all skipped documents."""
    whole = batch.screener.report((), batch.skipped())
    whole.candidates = [Assessment.model_validate_json(body) for body in batch.ranked(top)]
    return whole


def stream(batch: Batch, format: str, top: int | None) -> Iterator[str]:
    """The report in pieces as `json`, `jsonl` or `csv`, one candidate in memory at a time."""
    if format == "csv":
        yield from csv_lines(batch.rows(top))
        return
    if format == "jsonl":
        yield from (f"{body.decode()}\n" for body in batch.ranked(top))
        yield from (f'{{"skipped":{row.model_dump_json()}}}\n' for row in batch.skipped())
        return
    frame = batch.screener.report((), ()).model_dump_json(by_alias=True)
    head, tail = frame.split('"candidates":[],"skipped":[]')
    yield f'{head}"candidates":['
    yield from _separated(body.decode() for body in batch.ranked(top))
    yield '],"skipped":['
    yield from _separated(row.model_dump_json() for row in batch.skipped())
    yield f"]{tail}\n"


def _separated(pieces: Iterable[str]) -> Iterator[str]:
    for index, piece in enumerate(pieces):
        yield f",\n{piece}" if index else f"\n{piece}"


def _manifest(batch: Batch) -> str:
    """What went in. The inputs are one digest over all names and contents: a list of them would grow with the folder."""
    digest, count = hashlib.sha256(), 0
    for sha256, label in batch.ledger.inputs():
        digest.update(f"{sha256} {label}\n".encode())
        count += 1
    options = {**batch.plan.options.shown(), "documents": count, "documents_sha256": digest.hexdigest()}
    return manifest((), batch.screener.taxonomy.hashes, options)


def _skipped_rows(rows: Iterable[Skipped]) -> Iterable[str]:
    yield "path,reason,detail\n"
    for row in rows:
        yield csv_line([neutral(row.path), row.reason, neutral(row.detail)])


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """A text file that appears under its name when it is complete."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            yield file
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
