"""Workers: processes with limits of time and memory. A crash, a hang or a bomb costs one document.

pebble replaces a worker that dies or overruns; PDFium is not thread-safe and may abort the process, so nothing
untrusted is read in the parent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from aiscreen.batch.task import Done, Failed, Task, perform, screener
from aiscreen.workers import forking

if TYPE_CHECKING:
    from aiscreen.screen import Options


RENEWED = 500
"""Calls after which a worker gives way to a fresh one, so that what libraries keep does not pile up over a night."""
MAX_GROUP = 4 << 20
"""Bytes of documents in one call of a worker, beside the last of them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: `seconds` of wall time, `memory` bytes of address space of its worker."""

    seconds: float = 20.0
    memory: int = 2 << 30


Numbered = tuple[int, Task]
Group = list[Numbered]
Work = Callable[["Options", Task], Done | Failed]


def run_local(
    options: Options,
    tasks: Iterator[Numbered],
    *,
    jobs: int,
    limits: Limits,
    together: int = 1,
    work: Work = perform,
) -> Iterator[tuple[int, Done | Failed]]:
    """Perform tasks on `jobs` worker processes, up to `together` of them at one call; results come as they are done,
    a few calls ahead at most.

    A call that ends in a crash or overruns is gone through again one by one, so that it costs one document.
    """
    groups = in_groups(tasks, together)
    first = next(groups, None)
    if first is None:  # nothing to do needs no workers
        return
    from pebble import ProcessPool

    pool = ProcessPool(
        max_workers=jobs,
        max_tasks=RENEWED,
        initializer=_start,
        initargs=(options, limits),
        context=forking(),
    )
    pending: dict[Future[Any], Group] = {}

    def begin(group: Group) -> None:
        called = pool.schedule(
            _perform_all, args=(work, options, limits, [task for _, task in group]), timeout=limits.seconds
        )
        pending[called] = group

    try:
        for group in chain((first,), groups):
            begin(group)
            if len(pending) >= 4 * jobs:
                yield from _finished(pending, limits, begin)
        while pending:
            yield from _finished(pending, limits, begin)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def in_groups(tasks: Iterator[Numbered], together: int) -> Iterator[Group]:
    """Tasks by so many, or fewer where they are large: what is under way is held in memory."""
    group: Group = []
    size = 0
    for number, task in tasks:
        group.append((number, task))
        size += len(task.data or b"")
        if len(group) == together or size > MAX_GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _perform_all(work: Work, options: Options, limits: Limits, tasks: list[Task]) -> list[Done | Failed]:
    """In a worker: each task's outcome. A crash or an endless loop is left to the parent to see."""
    return [_perform(work, options, limits, task) for task in tasks]


def _perform(work: Work, options: Options, limits: Limits, task: Task) -> Done | Failed:
    try:
        return work(options, task)
    except MemoryError:
        return Failed("memory", f"needs more than {limits.memory >> 20} MB to read; look at it by hand")
    except Exception as error:  # noqa: BLE001 - a bug in our own code costs this document, not the night
        return _bug(error)


def _bug(error: Exception) -> Failed:
    return Failed(
        "internal", f"hit a bug ({type(error).__name__}: {error}); report it with the document's kind"
    )


def _start(options: Options, limits: Limits) -> None:
    """Prepare a worker: its limits, no interrupt of its own (the parent decides), its screener."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # Windows has no such limits; time still holds
        pass
    else:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    screener(options)


def _finished(
    pending: dict[Future[Any], Group], limits: Limits, begin: Callable[[Group], None]
) -> Iterator[tuple[int, Done | Failed]]:
    """The outcomes of the calls that have ended; those that ended badly are begun again one by one."""
    done, _ = wait(pending, return_when=FIRST_COMPLETED)
    for future in sorted(done, key=lambda future: pending[future][0][0]):
        group = pending.pop(future)
        try:
            outcomes: list[Done | Failed] = future.result()
        except Exception as error:  # noqa: BLE001 - each is put into words
            if len(group) > 1:
                for each in group:
                    begin([each])
                continue
            outcomes = [ended_by(error, limits)]
        yield from zip((number for number, _ in group), outcomes, strict=True)


def ended_by(error: Exception, limits: Limits) -> Failed:
    """What made a call end before it was done, in words."""
    from pebble import ProcessExpired

    if isinstance(error, TimeoutError):
        return Failed(
            "timeout", f"took longer than {limits.seconds:.0f} s and was stopped; look at it by hand"
        )
    if isinstance(error, (ProcessExpired, CancelledError)):
        return Failed(
            "crashed", "made its reader crash; it may be damaged or hostile: do not open it carelessly"
        )
    return _bug(error)
