"""Progress of long work on stderr: a bar on a terminal, a line now and then elsewhere, nothing when quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiscreen.batch import Progress

PLAIN_SECONDS = 10.0


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Something to call with each Progress."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _lines()


@contextmanager
def naming() -> Iterator[Callable[[str], None]]:
    """Something to call with the name of what is read now: a line on a terminal that goes away, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text("reading")) as status:
        yield lambda name: status.update(Text(f"reading {name}"))


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich import progress as rich
    from rich.console import Console

    columns = (
        rich.TextColumn("screening"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn("{task.fields[rate]}", style="dim"),
        rich.TimeRemainingColumn(compact=True),
        rich.TextColumn("left"),
        rich.TextColumn("{task.fields[skipped]}", style="yellow"),
    )
    started = time.monotonic()
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate="", skipped="")

        def show(now: Progress) -> None:
            rate = f"{now.settled / max(time.monotonic() - started, 0.001):.0f}/s"
            skipped = f"{now.skipped} skipped" if now.skipped else ""
            bar.update(task, completed=now.settled, total=now.total, rate=rate, skipped=skipped)

        yield show


def lasting(seconds: float) -> str:
    """How long, as a person says it."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02d} min"


def _lines() -> Callable[[Progress], None]:
    started = last = time.monotonic()

    def show(now: Progress) -> None:
        nonlocal last
        moment = time.monotonic()
        if moment - last < PLAIN_SECONDS or now.settled == now.total:
            return
        last = moment
        rate = now.settled / max(moment - started, 0.001)
        left = (now.total - now.settled) / max(rate, 0.001)
        print(
            f"aiscreen: {now.settled} of {now.total}, {rate:.0f}/s, {lasting(left)} left, {now.skipped} skipped",
            file=sys.stderr,
            flush=True,
        )

    return show
