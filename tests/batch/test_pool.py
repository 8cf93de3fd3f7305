"""A crash, a hang or a bomb costs one document; the rest goes on, on a worker that is replaced."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from aiscreen.batch import pool
from aiscreen.batch.pool import MAX_GROUP, Limits, in_groups, run_local
from aiscreen.batch.task import Done, Failed, Task
from aiscreen.screen import Options
from aiscreen.store import Assessed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")


def done(body: bytes) -> Done:
    return Done(None, Assessed(body, {}, {}))


def work(options: Options, task: Task) -> Done | Failed:
    """What the documents' names say."""
    if task.label == "crash":
        os.kill(os.getpid(), signal.SIGABRT)
    if task.label == "hang":
        time.sleep(60)
    if task.label == "bomb":
        return done(b"x" * (8 << 30))
    if task.label == "bug":
        raise KeyError("a bug")
    return done(str(os.getpid()).encode())


def tasks(labels: list[str]) -> Iterator[tuple[int, Task]]:
    return enumerate(Task(label) for label in labels)


@pytest.mark.parametrize("together", [1, 5])
def test_every_way_to_fail_is_one_row_and_the_others_are_done(together: int) -> None:
    labels = ["good", "crash", "good", "hang", "good", "bomb", "good", "bug", *["good"] * 8]
    limits = Limits(seconds=2.0)
    found = run_local(Options(), tasks(labels), jobs=2, limits=limits, together=together, work=work)
    outcomes = dict(found)
    assert sorted(outcomes) == list(range(len(labels)))
    failed = {labels[n]: o.reason for n, o in outcomes.items() if isinstance(o, Failed)}
    assert failed == {"crash": "crashed", "hang": "timeout", "bomb": "memory", "bug": "internal"}
    pids = {o.assessed.body for o in outcomes.values() if isinstance(o, Done)}
    assert len(pids) >= 2, "workers that died were replaced"
    details = [o.detail for o in outcomes.values() if isinstance(o, Failed)]
    assert all(len(detail) > 20 and "\n" not in detail for detail in details)


def test_few_tasks_are_taken_ahead_so_memory_stays_flat() -> None:
    taken = 0

    def counted() -> Iterator[tuple[int, Task]]:
        nonlocal taken
        for number in range(60):
            taken += 1
            yield number, Task("good")

    results = run_local(Options(), counted(), jobs=1, limits=Limits(), work=work)
    for done, _ in enumerate(results, 1):
        assert taken - done <= 8


def test_large_documents_travel_alone() -> None:
    sizes = [1, 1, 1, 1, MAX_GROUP, 1, MAX_GROUP + 1, MAX_GROUP + 1, 1]
    made = enumerate(Task("x", b"x" * size) for size in sizes)
    assert [[number for number, _ in group] for group in in_groups(made, 3)] == [
        [0, 1, 2],
        [3, 4],
        [5, 6],
        [7],
        [8],
    ]


def test_workers_are_renewed_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "RENEWED", 3)
    found = dict(run_local(Options(), tasks(["good"] * 24), jobs=2, limits=Limits(), together=2, work=work))
    assert sorted(found) == list(range(24))
    assert len({outcome.assessed.body for outcome in found.values() if isinstance(outcome, Done)}) >= 4
