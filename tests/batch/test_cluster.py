"""A real Dask scheduler with two worker processes, one of them killed in the middle: nothing lost, the same bytes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.conftest import STRONG
from tests.cli.test_batch import many

from aiscreen.batch.cluster import perform_remote
from aiscreen.batch.keys import fingerprints
from aiscreen.batch.work import Done, Task
from aiscreen.errors import ConfigError
from aiscreen.screen import Options

pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="kills processes")]

ENVIRONMENT = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3", "PYTHONUNBUFFERED": "1"}


@dataclass
class Cluster:
    address: str
    workers: list[subprocess.Popen[str]]


def launch(module: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{module}", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    )


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    """The log line with `words`; the rest of the log is drained so that the process never blocks on it."""
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return line
    raise AssertionError(f"ended before saying {words!r}")


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    scheduler = launch("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter")
    processes = [scheduler]
    try:
        found = re.search(r"tcp://[\d.]+:\d+", wait_for(scheduler, "Scheduler at:"))
        assert found
        options = (
            "--nworkers",
            "1",
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--host",
            "127.0.0.1",
        )
        workers = [launch("worker", found[0], *options) for _ in range(2)]
        processes += workers
        for worker in workers:
            wait_for(worker, "Registered to:")
        yield Cluster(found[0], workers)
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def batch(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "aiscreen", "batch", str(folder), "--no-store", "--format", "jsonl"]
    return subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_killed_worker_costs_nothing_and_changes_no_byte(tmp_path: Path, cluster: Cluster) -> None:
    folder = many(tmp_path / "many", 300)
    remote = batch(folder, "--cluster", cluster.address)
    time.sleep(3.0)
    assert remote.poll() is None, "the work must still be under way"
    cluster.workers[0].send_signal(signal.SIGKILL)
    out, err = remote.communicate(timeout=120)
    assert remote.returncode == 3, err
    local, _ = batch(folder, "--jobs", "1").communicate(timeout=120)
    assert out == local
    assert len(out.splitlines()) == 301


def test_a_worker_of_another_version_ends_the_run() -> None:
    task = Task("cv.txt", STRONG.encode())
    assert isinstance(perform_remote((Options(), {}, fingerprints()), task), Done)
    with pytest.raises(ConfigError, match="another version"):
        perform_remote((Options(), {}, ("another", "version")), task)


def test_no_scheduler_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text(STRONG, encoding="utf-8")
    process = batch(tmp_path, "--cluster", "tcp://127.0.0.1:9")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in err
    assert "Traceback" not in err
