"""`aiscreen batch FOLDER...`: many documents, isolated, cached, ranked."""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import FailOn, Format, screening_options

if TYPE_CHECKING:
    from aiscreen.batch import Batch
    from aiscreen.store import Store

SHOWN = 25
"""Candidates shown to a person where `--top` does not say."""
SEVERITY = {"low": 1, "medium": 2, "high": 3}


def batch(
    folders: Annotated[
        list[str],
        typer.Argument(
            metavar="FOLDER",
            help="Folders, files, globs, zip archives, URLs (s3://...); - reads a list from stdin.",
        ),
    ],
    role: o.Role = "auto",
    job: o.Job = None,
    as_of: o.AsOf = None,
    blind: o.Blind = False,
    explain: o.Explain = False,
    fail_on: o.Fail = FailOn.never,
    format: o.FormatOption = Format.terminal,
    output: o.Output = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help="Write ranking.csv, results.jsonl, skipped.csv, reports and manifest here.",
            metavar="DIR",
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            min=1,
            help="Show only the best N; ranking.csv and results.jsonl of --out hold all.",
            metavar="N",
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0 is one a core.", metavar="N")
    ] = 0,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, help="Time that one document may take.", metavar="SECONDS"),
    ] = 20.0,
    memory: Annotated[
        int,
        typer.Option("--memory", min=256, help="Memory that a worker may take.", metavar="MB"),
    ] = 2048,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", help="Keep results in FILE in place of the user's data folder.", metavar="FILE"
        ),
    ] = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Keep nothing after the run.")] = False,
    cluster: Annotated[
        str | None, typer.Option("--cluster", help="Run on the Dask scheduler at ADDRESS.", metavar="ADDRESS")
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no summary on stderr.")
    ] = False,
    ocr: o.Ocr = False,
    skills: o.Skills = None,
    roles: o.Roles = None,
    redflags: o.RedFlags = None,
) -> int:
    """Rank a folder of résumés. What was screened before is not screened again; stop and go on at any time.

    \b
    aiscreen batch applications/ --top 20
    aiscreen batch applications/ --role genai-engineer --out results/
    aiscreen batch applications/ --role mlops-engineer   # another role takes seconds
    aiscreen batch inbox.zip 'archive/**/*.pdf' --store pool.sqlite3
    find . -name '*.pdf' -print0 | aiscreen batch - --format csv > ranking.csv
    """
    from aiscreen.workers import forking

    if cluster is None:
        forking()  # loads while this process does
    from aiscreen.batch import Batch, Limits, Plan

    options = screening_options(
        role=role, job=job, as_of=as_of, blind=blind, ocr=ocr, skills=skills, roles=roles, redflags=redflags
    )
    plan = Plan(options, jobs or os.cpu_count() or 1, Limits(timeout, memory << 20), cluster)
    arguments = [name for name in folders if name != "-"]
    listed = paths_in(sys.stdin.buffer.read()) if "-" in folders else []
    gc.enable()  # a night's work, unlike the other commands'
    stop_cleanly()
    with _store(store, temporary=no_store) as opened:
        work = Batch(arguments, plan, opened, listed)
        _run(work, out, top, quiet=quiet, kept=not no_store)
        return _render(work, format, output, explain=explain, top=top, fail_on=fail_on, quiet=quiet, out=out)


def paths_in(listed: bytes) -> list[str]:
    """The paths of a list: one a line, with any kind of line end, or with NUL between them (`find -print0`)."""
    listed = listed.removeprefix(b"\xef\xbb\xbf")
    lines = listed.split(b"\0") if b"\0" in listed else listed.splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]


def stop_cleanly() -> None:
    """Ctrl-C, a polite kill and a terminal that goes away all end the work the same way: what is done is kept, once."""
    ways = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ways = [way for way in ways if signal.getsignal(way) is not signal.SIG_IGN]

    def stop(_number: int, _frame: object) -> None:
        for way in ways:
            signal.signal(way, signal.SIG_IGN)  # keeping what is done is not interrupted
        raise KeyboardInterrupt

    for way in ways:
        signal.signal(way, stop)


@contextmanager
def _store(path: Path | None, *, temporary: bool) -> Iterator[Store]:
    from aiscreen.store import Store, default_path

    if not temporary:
        with Store(path or default_path()) as opened:
            yield opened
        return
    with (
        tempfile.TemporaryDirectory(prefix="aiscreen-") as folder,
        Store(Path(folder) / "store.sqlite3") as opened,
    ):
        yield opened


def _run(work: Batch, out: Path | None, top: int | None, *, quiet: bool, kept: bool) -> None:
    from aiscreen.batch.outputs import OutFolder
    from aiscreen.cli.progress import progress

    folder = OutFolder(out) if out is not None else None
    try:
        with progress(quiet=quiet) as show:
            work.run(show, folder.add if folder else None)
    except KeyboardInterrupt:
        from aiscreen.cli.output import say

        if not quiet:
            rest = "and kept; run the same command to go on" if kept else "and not kept (--no-store)"
            say(f"aiscreen: {work.settled} of {work.total} done {rest}")
        raise
    if folder:
        folder.finish(work, top)


def _render(
    work: Batch,
    format: Format,
    output: Path | None,
    *,
    explain: bool,
    top: int | None,
    fail_on: FailOn,
    quiet: bool,
    out: Path | None,
) -> int:
    from aiscreen.batch.outputs import report_of, stream
    from aiscreen.cli.output import console_for, say, write
    from aiscreen.reports import render

    if format in (Format.json, Format.jsonl, Format.csv):
        write(stream(work, format.value, top), output)
    else:
        report = report_of(work, top or SHOWN)
        console = console_for(format, output)
        write(render(report, format.value, explain=explain, console=console, cards=explain), output)
    if not quiet:
        tell_skipped(work, out)
        say(summary(work))
    if work.skipped_count:
        return 3
    return int(fail_on is not FailOn.never and work.ledger.worst() >= SEVERITY[fail_on.value])


def tell_skipped(work: Batch, out: Path | None) -> None:
    """Name what could not be read: the first of many on a terminal, where the rest would push the ranking out of
    sight, all of them elsewhere."""
    from aiscreen.cli.output import say
    from aiscreen.reports.words import plain

    shown = SHOWN if sys.stderr.isatty() else work.skipped_count
    for row in islice(work.skipped(), shown):
        say(f"aiscreen: skipped {plain(row.path)}: {row.detail}")
    if work.skipped_count > shown:
        where = f"all are in {out / 'skipped.csv'}" if out else "--out DIR lists all of them"
        say(f"aiscreen: and {work.skipped_count - shown} more; {where}")


def summary(work: Batch) -> str:
    """One line: how many were ranked, grouped, skipped, and found in the store."""
    people, files = work.ledger.people(), work.total
    parts = [f"{people} candidate{'' if people == 1 else 's'} from {files} file{'' if files == 1 else 's'}"]
    if grouped := files - work.skipped_count - people:
        parts.append(f"{grouped} grouped with another file of the same person")
    if work.cached:
        parts.append(f"{work.cached} unchanged")
    if work.skipped_count:
        parts.append(f"{work.skipped_count} skipped")
    return f"aiscreen: {', '.join(parts)}"
