"""`aiscreen batch FOLDER...`: many documents, isolated, cached, ranked."""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import FailOn, Format, screening_options
from aiscreen.errors import ConfigError
from aiscreen.workers import forking

if TYPE_CHECKING:
    from aiscreen.batch import Limits
    from aiscreen.store import Store

In = Annotated[
    list[str],
    typer.Argument(
        metavar="FOLDER",
        help="Folders, files, globs, zip archives, URLs (s3://...); - reads a list from stdin.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        help="Write ranking.csv, results.jsonl, skipped.csv, reports and manifest here.",
        metavar="DIR",
    ),
]
Top = Annotated[
    int | None,
    typer.Option(
        "--top",
        min=1,
        help="Show only the best N; ranking.csv and results.jsonl of --out hold all.",
        metavar="N",
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0 is one a core.", metavar="N")
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        min=0.1,
        show_default="20",
        help="Time that one document may take; not with --cluster.",
        metavar="SECONDS",
    ),
]
Memory = Annotated[
    int | None,
    typer.Option(
        "--memory",
        min=256,
        show_default="2048",
        help="Memory that a worker may take; with --cluster, `dask worker --memory-limit` says so.",
        metavar="MB",
    ),
]
StoreFile = Annotated[
    Path | None,
    typer.Option("--store", help="Keep results in FILE in place of the user's data folder.", metavar="FILE"),
]
NoStore = Annotated[bool, typer.Option("--no-store", help="Keep nothing after the run.")]
Cluster = Annotated[
    str | None, typer.Option("--cluster", help="Run on the Dask scheduler at ADDRESS.", metavar="ADDRESS")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary on stderr.")]


def batch(
    folders: In,
    role: o.Role = "auto",
    job: o.Job = None,
    as_of: o.AsOf = None,
    blind: o.Blind = False,
    explain: o.Explain = False,
    fail_on: o.Fail = FailOn.never,
    format: o.FormatOption = Format.terminal,
    output: o.Output = None,
    out: Out = None,
    top: Top = None,
    jobs: Jobs = 0,
    timeout: Timeout = None,
    memory: Memory = None,
    store: StoreFile = None,
    no_store: NoStore = False,
    cluster: Cluster = None,
    quiet: Quiet = False,
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
    _check(store=store, no_store=no_store, cluster=cluster, timeout=timeout, memory=memory)
    if cluster is None:
        forking()  # the workers' libraries load while this process's do
    from aiscreen.batch import Batch, Plan
    from aiscreen.cli.batching import Shown

    options = screening_options(
        role=role, job=job, as_of=as_of, blind=blind, ocr=ocr, skills=skills, roles=roles, redflags=redflags
    )
    plan = Plan(options, jobs or os.cpu_count() or 1, _limits(timeout, memory), cluster)
    arguments = [name for name in folders if name != "-"]
    listed = paths_in(sys.stdin.buffer.read()) if "-" in folders else []
    shown = Shown(format, output, out, top, explain, fail_on, quiet)
    gc.enable()  # a night's work, unlike the other commands'
    stop_cleanly()
    with _store(store, temporary=no_store) as opened:
        return shown.run(Batch(arguments, plan, opened, listed), kept=not no_store)


def _check(
    *, store: Path | None, no_store: bool, cluster: str | None, timeout: float | None, memory: int | None
) -> None:
    """Raises ConfigError for options that do not go together."""
    if no_store and store is not None:
        raise ConfigError("--no-store keeps nothing and --store keeps it in a file; give one of them")
    if cluster is not None and (timeout is not None or memory is not None):
        raise ConfigError(
            "--timeout and --memory bound the workers of this machine, not those of --cluster; leave them out and start "
            "these with `dask worker --memory-limit 2GiB`"
        )


def _limits(timeout: float | None, megabytes: int | None) -> Limits:
    """What one document may cost, as far as it was said; the usual beside."""
    from aiscreen.batch import Limits

    usual = Limits()
    return Limits(timeout or usual.seconds, megabytes << 20 if megabytes else usual.memory)


def paths_in(listed: bytes) -> list[str]:
    """The paths of a list: one a line, with any kind of line end, or with NUL between them (`find -print0`)."""
    listed = listed.removeprefix(b"\xef\xbb\xbf")
    lines = listed.split(b"\0") if b"\0" in listed else listed.splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]


def stop_cleanly() -> None:
    """Ctrl-C, a polite kill and a terminal that goes away all end the work the same way: what is done is kept, once."""
    stopping = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal stopping
        if not stopping:  # keeping what is done is not interrupted
            stopping = True
            raise KeyboardInterrupt

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        way = getattr(signal, name, None)
        if way is not None and signal.getsignal(way) is not signal.SIG_IGN:
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
