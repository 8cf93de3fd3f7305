"""The same work on a Dask cluster (`pip install 'aiscreen[cluster]'`), past one machine.

Documents travel as bytes and policy files with them, so the workers need aiscreen installed and nothing else: no
shared folder. A worker that dies is replaced by its nanny and its documents go to another.
"""

from __future__ import annotations

import hashlib
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiscreen.batch.keys import fingerprints
from aiscreen.batch.pool import perform
from aiscreen.batch.work import Done, Failed, Task, bug
from aiscreen.errors import ConfigError

if TYPE_CHECKING:
    from aiscreen.screen import Options

POLICY_FILES = ("skills", "roles", "redflags")
AHEAD = 8
"""Documents under way for each worker thread: enough to hide the network, few enough to keep memory flat."""


def run_cluster(
    address: str, options: Options, tasks: Iterator[tuple[int, Task]]
) -> Iterator[tuple[int, Done | Failed]]:
    """Perform tasks on the cluster whose scheduler is at `address` (`tcp://host:8786`)."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise ConfigError(
            "--cluster needs Dask: pip install 'aiscreen[cluster]' here and on the workers"
        ) from None
    try:
        client = distributed.Client(address, timeout="5s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ConfigError(
            f"no Dask scheduler answers at {address}: {error}; start one with `dask scheduler`"
        ) from None
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ConfigError(
                f"the cluster at {address} has no workers; start some with `dask worker {address}`"
            )
        # A task's result is made again where the worker that holds it dies; what is scattered would be lost.
        shipped = client.submit(tuple, (options, policy_texts(options), fingerprints()), pure=False)
        running: dict[Any, int] = {}
        finished = distributed.as_completed(loop=client.loop)
        for number, task in tasks:
            future = client.submit(perform_remote, shipped, task, pure=False, retries=2)
            running[future] = number
            finished.add(future)
            if len(running) >= AHEAD * threads:
                yield _collect(next(finished), running, distributed.KilledWorker)
        while running:
            yield _collect(next(finished), running, distributed.KilledWorker)


def _collect(future: Any, running: dict[Any, int], killed: type[Exception]) -> tuple[int, Done | Failed]:
    number = running.pop(future)
    try:
        result: Done | Failed = future.result()
    except killed:
        result = Failed("crashed", "made its reader crash on several workers; it may be damaged or hostile")
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 - told as what it is
        result = bug(error)
    future.release()
    return number, result


def policy_texts(options: Options) -> dict[str, bytes]:
    """The policy files that the options name, to travel with the work."""
    named = {name: getattr(options, name) for name in POLICY_FILES}
    return {name: Path(path).read_bytes() for name, path in named.items() if path is not None}


Shipped = tuple["Options", dict[str, bytes], tuple[str, str]]


def perform_remote(shipped: Shipped, task: Task) -> Done | Failed:
    """`perform` on a worker, with the policy files laid down there once.

    Raises ConfigError where the worker has another version: its results would be kept as this one's.
    """
    options, texts, program = shipped
    if fingerprints() != program:
        raise ConfigError(
            f"the worker on {platform.node()} has another version of aiscreen or of its PDF library than this machine; "
            "install the same on all"
        )
    return perform(_localise(options, tuple(sorted(texts.items()))), task)


@lru_cache(maxsize=4)
def _localise(options: Options, texts: tuple[tuple[str, bytes], ...]) -> Options:
    """The options with policy files that exist on this machine."""
    if not texts:
        return options
    digest = hashlib.sha256(repr(texts).encode()).hexdigest()[:16]
    folder = Path(tempfile.mkdtemp(prefix=f"aiscreen-{digest}-"))
    paths = {}
    for name, body in texts:
        paths[name] = folder / f"{name}.yaml"
        paths[name].write_bytes(body)
    return replace(options, **paths)  # type: ignore[arg-type]
