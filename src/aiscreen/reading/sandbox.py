"""Reading in a process of its own, for files that nobody vouches for.

A parser's crash, a memory bomb or an endless loop then costs the child only. Where the system can fork, a child costs a
few milliseconds and inherits what is loaded; elsewhere the file is read in this process, under the other limits.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from aiscreen.errors import InputError
from aiscreen.models.document import Document
from aiscreen.reading.limits import LIMITS, Limits
from aiscreen.reading.reader import Ocr, read

_CHUNK = 1 << 20
_ANSWER = 200_000_000
_MAPPED, _RESIDENT = 0, 1
T = TypeVar("T")


def can_isolate() -> bool:
    """Whether this system can fork safely (macOS can, but its libraries do not bear it)."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def read_isolated(
    path: str | Path, *, data: bytes | None = None, limits: Limits = LIMITS, ocr: Ocr = False
) -> Document:
    """What `read` does, in a child process under `limits.memory` and `limits.seconds`.

    Raises InputError, also with `crashed`, `memory` or `timeout`.
    """
    return Isolated(path, data=data, limits=limits, ocr=ocr, then=_as_read).result()


def _as_read(document: Document) -> Document:
    return document


class Isolated(Generic[T]):
    """A reading that has begun in a child process; `result` waits for it, so that others can work meanwhile.

    The child also does what is to be done `then` with the document, and sends what comes of it (which pickles).
    """

    def __init__(
        self,
        path: str | Path,
        *,
        then: Callable[[Document], T],
        data: bytes | None = None,
        limits: Limits = LIMITS,
        ocr: Ocr = False,
    ) -> None:
        self._path, self._limits = str(path), limits
        self._child = 0

        def work() -> T:
            return then(read(path, data=data, limits=limits, ocr=ocr))

        if not can_isolate():
            self._here = work
            return
        self._deadline = time.monotonic() + limits.seconds
        self._inherited = _bytes(_RESIDENT)  # the child's memory counts what it has from its parent
        self._pipe, pipe = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            try:
                os.close(self._pipe)
                _confine(limits)
                _send(pipe, _attempt(work, self._path))
            finally:
                os._exit(0)
        os.close(pipe)

    def result(self) -> T:
        """What the child has made. Raises InputError; to be called once."""
        if not self._child:
            return self._here()
        answer = self._receive()
        if answer is None:
            os.kill(self._child, signal.SIGKILL)
        _, status, usage = os.wait4(self._child, 0)
        if answer is None or (
            os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
        ):
            detail = (
                f"reading takes longer than {self._limits.seconds:.0f} seconds: the file is no usual résumé"
            )
            raise InputError("timeout", detail, self._path)
        if answer:
            with contextlib.suppress(pickle.UnpicklingError, EOFError):
                found: T | InputError = pickle.loads(answer)
                if isinstance(found, InputError):
                    raise found
                return found
        if 1024 * usage.ru_maxrss - self._inherited > 0.4e6 * self._limits.memory:
            raise InputError("memory", "reading the file takes more memory than any résumé", self._path)
        raise InputError(
            "crashed", "the file breaks its parser: print it to a new PDF and try again", self._path
        )

    def _receive(self) -> bytes | None:
        """What the child sent, None when it is late."""
        parts: list[bytes] = []
        size = 0
        try:
            while size < _ANSWER:
                left = self._deadline - time.monotonic()
                if left <= 0 or not select.select([self._pipe], [], [], left)[0]:
                    return None
                part = os.read(self._pipe, _CHUNK)
                if not part:
                    break
                parts.append(part)
                size += len(part)
        finally:
            os.close(self._pipe)
        return b"".join(parts)


def _confine(limits: Limits) -> None:
    """The child's limits; its complaints go nowhere, its parent tells the reason."""
    import resource

    if "faulthandler" in sys.modules:
        sys.modules["faulthandler"].disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    # The limit is on what reading adds to what the child has from its parent.
    memory, seconds = _bytes(_MAPPED) + limits.memory * 1_000_000, max(1, round(limits.seconds))
    for kind, bound in (
        (resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds),
    ):  # fmt: skip
        with contextlib.suppress(ValueError, OSError):
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (bound if hard < 0 else min(bound, hard), hard))


def _bytes(kind: int) -> int:
    """Bytes of address space, or of memory, that this process has now; 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_text().split()[kind]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _attempt(work: Callable[[], T], path: str) -> T | InputError:
    try:
        return work()
    except InputError as error:
        return error
    except MemoryError:
        return InputError("memory", "reading the file takes more memory than any résumé", path)
    except Exception as error:  # noqa: BLE001 - the parent must learn of any failure, and the child ends here
        return InputError("crashed", f"the file breaks its reader ({type(error).__name__}: {error})", path)


def _send(pipe: int, answer: object) -> None:
    data = memoryview(pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL))
    while data:
        data = data[os.write(pipe, data) :]
