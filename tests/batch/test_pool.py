"""A crash, a hang or a bomb costs one document; the rest goes on, on a worker that is replaced."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aiscreen.batch import pool
from aiscreen.batch.pool import MAX_GROUP, Limits, in_groups, run_local
from aiscreen.batch.work import Done, Failed, Task
from aiscreen.errors import ConfigError
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
    if task.label.startswith(
        "killed"
    ):  # by the system, where memory runs out; or just once, for what others took
        mark = Path(task.label.removeprefix("killed"))
        if mark.is_dir() or not mark.exists():
            mark.exists() or mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
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


def test_a_worker_that_the_system_kills_is_replaced_and_its_document_tried_once_more(tmp_path: Path) -> None:
    labels = ["good", f"killed{tmp_path / 'once'}", "good", f"killed{tmp_path}", "good"]
    outcomes = dict(run_local(Options(), tasks(labels), jobs=1, limits=Limits(), together=2, work=work))
    failed = {number: outcome.reason for number, outcome in outcomes.items() if isinstance(outcome, Failed)}
    assert len(outcomes) == 5
    assert failed == {3: "memory"}, "no fault of the document that another try may not meet"


def test_idle_workers_that_are_killed_are_replaced() -> None:
    outcomes: list[tuple[int, Done | Failed]] = []

    def killing() -> Iterator[tuple[int, Task]]:
        yield 0, Task("good")
        yield 1, Task("good")
        while len(outcomes) < 1:
            yield len(outcomes) + 2, Task("good")
        for _, outcome in outcomes:
            assert isinstance(outcome, Done)
            os.kill(int(outcome.assessed.body), signal.SIGKILL)
        time.sleep(1)
        yield from ((number, Task("good")) for number in range(100, 110))

    for found in run_local(Options(), killing(), jobs=1, limits=Limits(), work=work):
        outcomes.append(found)
    assert {number for number, _ in outcomes} >= set(range(100, 110))
    assert all(isinstance(outcome, Done) for _, outcome in outcomes)


def test_workers_that_cannot_start_end_the_run_with_a_reason(tmp_path: Path) -> None:
    nowhere = Options(skills=tmp_path / "gone.yaml")
    with pytest.raises(ConfigError, match="--jobs"):
        list(run_local(nowhere, tasks(["good"] * 3), jobs=1, limits=Limits(), work=work))


def test_limits_may_be_as_good_as_none() -> None:
    none = Limits(seconds=float("inf"), memory=1 << 80)
    outcomes = list(run_local(Options(), tasks(["good"]), jobs=1, limits=none, work=work))
    assert [type(outcome) for _, outcome in outcomes] == [Done]
