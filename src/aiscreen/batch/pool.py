"""Workers: processes with limits of time and memory. A crash, a hang or a bomb costs one document.

pebble replaces a worker that dies or overruns; PDFium is not thread-safe and may abort the process, so nothing
untrusted is read in the parent.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from aiscreen.batch.task import Done, Failed, Task, perform, screener

if TYPE_CHECKING:
    from aiscreen.screen import Options


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: `seconds` of wall time, `memory` bytes of address space of its worker."""

    seconds: float = 20.0
    memory: int = 2 << 30


def run_local(
    options: Options,
    tasks: Iterator[tuple[int, Task]],
    *,
    jobs: int,
    limits: Limits,
    work: Callable[[Options, Task], Done | Failed] = perform,
) -> Iterator[tuple[int, Done | Failed]]:
    """Perform tasks on `jobs` worker processes; results come as they are done, a few tasks ahead at most."""
    first = next(tasks, None)
    if first is None:  # nothing to do needs no workers
        return
    from pebble import ProcessPool

    pool = ProcessPool(max_workers=jobs, initializer=_start, initargs=(options, limits), context=_context())
    pending: dict[Future[Any], int] = {}
    try:
        for number, task in chain((first,), tasks):
            pending[pool.schedule(work, args=(options, task), timeout=limits.seconds)] = number
            if len(pending) >= 4 * jobs:
                yield from _finished(pending, limits)
        while pending:
            yield from _finished(pending, limits)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _context() -> Any:
    """How workers come to be: forked from a small server that has loaded what they need, where the system can.

    The server, and so every worker, has no stderr: a parser's complaints, or those of a worker that is stopped while
    it starts, are not for the person at the terminal; the parent tells the reasons.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["aiscreen.batch.task"])
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        forkserver.ensure_running()
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
    return context


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


def _finished(pending: dict[Future[Any], int], limits: Limits) -> Iterator[tuple[int, Done | Failed]]:
    done, _ = wait(pending, return_when=FIRST_COMPLETED)
    for future in sorted(done, key=lambda future: pending[future]):
        yield pending.pop(future), outcome(future, limits)


def outcome(future: Future[Any], limits: Limits) -> Done | Failed:
    """What a future holds, with every way to fail put into words."""
    from pebble import ProcessExpired

    try:
        result: Done | Failed = future.result()
    except TimeoutError:
        return Failed(
            "timeout", f"took longer than {limits.seconds:.0f} s and was stopped; look at it by hand"
        )
    except MemoryError:
        return Failed("memory", f"needs more than {limits.memory >> 20} MB to read; look at it by hand")
    except (ProcessExpired, CancelledError):
        return Failed(
            "crashed", "made its reader crash; it may be damaged or hostile: do not open it carelessly"
        )
    except Exception as error:  # noqa: BLE001 - a bug in our own code costs this document, not the night
        return Failed(
            "internal", f"hit a bug ({type(error).__name__}: {error}); report it with the document's kind"
        )
    return result
