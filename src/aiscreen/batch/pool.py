"""Workers: processes with limits of time and memory. A crash, a hang or a bomb costs one document.

pebble replaces a worker that dies or overruns; PDFium is not thread-safe and may abort the process, so nothing
untrusted is read in the parent.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain
from threading import TIMEOUT_MAX
from typing import TYPE_CHECKING, Any

from aiscreen.batch.work import Done, Failed, Task, bug
from aiscreen.errors import ConfigError
from aiscreen.workers import forking

if TYPE_CHECKING:
    from aiscreen.screen import Options


RENEWED = 500
"""Calls after which a worker gives way to a fresh one, so that what libraries keep does not pile up over a night."""
STUCK_SECONDS = 60.0
"""Where no call has ended for so much longer than one may take, the pool hangs: a worker was killed at a bad moment."""
MOST_BROKEN = 5
"""Pools that may break one after the other without a single outcome between them."""
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


def perform(options: Options, task: Task) -> Done | Failed:
    """`task.perform`: what it needs is loaded where it runs."""
    from aiscreen.batch import task as worker

    return worker.perform(options, task)


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
    workers = Workers(partial(_perform_all, work, options, limits), (options, limits), jobs, limits)
    try:
        for group in chain((first,), groups):
            workers.begin(group)
            if len(workers.pending) >= 4 * jobs:
                yield from workers.finished()
        while workers.pending:
            yield from workers.finished()
    finally:
        workers.stop()


class Workers:
    """The pool of processes and what is under way in it. A pool that breaks (the system may kill any process when memory
    runs out) is made anew, and what was under way is begun again."""

    def __init__(
        self,
        call: Callable[[list[Task]], list[Done | Failed]],
        start: tuple[Any, ...],
        jobs: int,
        limits: Limits,
    ) -> None:
        from pebble import ProcessPool

        self.pending: dict[Future[Any], Group] = {}
        self._call, self._limits = call, limits
        self._make = partial(
            ProcessPool,
            max_workers=jobs,
            max_tasks=RENEWED,
            initializer=_start,
            initargs=start,
            context=forking(),
        )
        self._pool = self._make()
        self._broken = 0
        self._killed: set[int] = set()

    def begin(self, group: Group) -> None:
        """Have a group's tasks performed at one call."""
        work = [task for _, task in group]
        try:
            called = self._pool.schedule(self._call, args=(work,), timeout=self._limits.seconds)
        except (RuntimeError, OSError, EOFError):  # it has broken since, or cannot start
            self._renew()
            self.begin(group)
        else:
            self.pending[called] = group

    def finished(self) -> Iterator[tuple[int, Done | Failed]]:
        """The outcomes of the calls that have ended; those that ended badly are begun again one by one."""
        done, _ = wait(self.pending, min(self._limits.seconds + STUCK_SECONDS, TIMEOUT_MAX), FIRST_COMPLETED)
        if not done:
            self._renew()
        ended = [(_error(future), self.pending[future], future) for future in done]
        for error, group, future in sorted(ended, key=lambda each: (each[0] is not None, each[1][0][0])):
            if self.pending.pop(future, None) is None:  # begun again in a new pool meanwhile
                continue
            number = group[0][0]
            if error is None:
                self._broken = 0
                yield from zip((number for number, _ in group), future.result(), strict=True)
            elif isinstance(error, BrokenProcessPool):
                self._renew()
                self.begin(group)
            elif len(group) > 1:
                for each in group:
                    self.begin([each])
            elif _was_killed(error) and number not in self._killed:
                self._killed.add(number)  # perhaps for what others took: once more
                self.begin(group)
            else:
                yield number, ended_by(error, self._limits)

    def _renew(self) -> None:
        """A new pool in place of a broken one. Raises ConfigError where it breaks again and again."""
        self._broken += 1
        if self._broken > MOST_BROKEN:
            raise ConfigError(
                "the worker processes end before they have done anything; is there memory for all of them? "
                "Choose fewer --jobs, or more --memory for each; what was done before is kept"
            )
        self.stop()
        self._pool = self._make()
        groups = list(self.pending.values())
        self.pending.clear()
        for group in groups:
            self.begin(group)

    def stop(self) -> None:
        """End all processes, whatever they do."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _error(future: Future[Any]) -> BaseException | None:
    return CancelledError() if future.cancelled() else future.exception()


def _was_killed(error: BaseException) -> bool:
    """Whether a worker was ended from outside, as a system does that is out of memory; a reader's crash is another
    signal."""
    from pebble import ProcessExpired

    return isinstance(error, ProcessExpired) and error.exitcode == -9


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
    except Exception as error:  # noqa: BLE001 - told as what it is
        return bug(error)


def _start(options: Options, limits: Limits) -> None:
    """Prepare a worker: its limits, no interrupt of its own (the parent decides), its screener."""
    import signal

    from aiscreen.batch.task import screener

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # Windows has no such limits; time still holds
        pass
    else:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = min(limits.memory, sys.maxsize if hard == resource.RLIM_INFINITY else hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    screener(options)


def ended_by(error: BaseException, limits: Limits) -> Failed:
    """What made a call end before it was done, in words."""
    from pebble import ProcessExpired

    if isinstance(error, TimeoutError):
        return Failed(
            "timeout", f"took longer than {limits.seconds:.0f} s and was stopped; look at it by hand"
        )
    if _was_killed(error):
        return Failed(
            "memory", "had its reader killed by the system, as is done where memory runs out; run again"
        )
    if isinstance(error, (ProcessExpired, CancelledError)):
        return Failed(
            "crashed", "made its reader crash; it may be damaged or hostile: do not open it carelessly"
        )
    return bug(error)
