"""Git's plumbing on a private git folder, under limits of time, memory and output, with nothing of the user's or the
repository's configuration in force."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from aiscreen.errors import InputError
from aiscreen.portfolio import limits
from aiscreen.portfolio.gitdir import GitFolder, lend

# Said again on the command line although the private folder's configuration has none of it: two locks.
_OFF = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.excludesFile": os.devnull,
    "core.commitGraph": "false",
    "core.multiPackIndex": "false",
    "core.pager": "cat",
    "core.quotePath": "false",
    "core.bigFileThreshold": limits.DIFF_FILE,
    "core.symlinks": "false",
    "diff.external": "",
    "diff.renameLimit": "200",
    "protocol.allow": "never",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "log.showSignature": "false",
    "log.mailmap": "false",
    "submodule.recurse": "false",
}

_ESCAPE = re.compile(r'\\(?:([0-7]{3})|([abfnrtv"\\]))')
_CONTROL = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_CHUNK = 1 << 20


class GitError(Exception):
    """A git command that failed or went past a limit; the message says which. `output` is what came before."""

    def __init__(self, message: str, output: bytes = b"") -> None:
        super().__init__(message)
        self.output = output


class Git:
    """Runs plumbing on one private git folder."""

    def __init__(self, program: str, private: Path) -> None:
        self._private = private
        settings = [part for key, value in _OFF.items() for part in ("-c", f"{key}={value}")]
        self._command = [program, "--no-pager", "--no-replace-objects", f"--git-dir={private}", *settings]
        self._environment = _environment(private)

    def run(
        self, *args: str, input: bytes = b"", most: int | None = None, silence: float | None = None
    ) -> bytes:
        """The output of a command, at most `most` bytes of it, with no more than `silence` seconds in which none comes.
        Raises GitError on failure or past a limit, with the output so far."""
        most = limits.GIT_OUTPUT if most is None else most
        with tempfile.TemporaryFile(dir=self._private) as given:
            given.write(input)
            given.seek(0)
            process = subprocess.Popen(
                [*self._command, *args],
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._private,
                env=self._environment,
            )
        assert process.stdout is not None
        _hold(process.pid)
        watch = _Watch(process, limits.GIT_SECONDS if silence is None else silence)
        chunks: list[bytes] = []
        left = most + 1
        try:
            while left > 0 and (chunk := os.read(process.stdout.fileno(), min(left, _CHUNK))):
                chunks.append(chunk)
                left -= len(chunk)
                watch.heard()
        finally:
            late = watch.end()
            output = b"".join(chunks)
            process.stdout.close()
            if len(output) > most:
                process.kill()
            code = process.wait()
        if late:
            raise GitError(f"git {args[0]} took longer than {late:.0f} s", output)
        if len(output) > most:
            raise GitError(f"git {args[0]} gave more than {most >> 20} MB", output)
        if code:
            raise GitError(f"git {args[0]} failed on damaged or missing objects", output)
        return output

    def read(self, *args: str, input: bytes = b"") -> bytes:
        """The output of a command, or what came of it before it failed."""
        try:
            return self.run(*args, input=input)
        except GitError as error:
            return error.output

    def present(self, names: Iterable[str]) -> list[str]:
        """Those of the named objects that are commits (or tags of them) and can be read, in the order given."""
        given = list(names)
        asked = listed(f"{name}^{{commit}}" for name in given)
        output = self.read("cat-file", "--batch-check=%(objecttype)", input=asked)
        answers = output.decode("ascii", errors="replace").splitlines()
        return [name for name, answer in zip(given, answers, strict=False) if answer == "commit"]

    def blobs(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Contents of blobs by object name, missing ones left out. Ask only for what was seen to be small."""
        asked = listed(names)
        if not asked:
            return
        output = self.read("cat-file", "--batch", "--buffer", input=asked)
        at = 0
        while (end := output.find(b"\n", at)) >= 0:
            head = output[at:end].split(b" ")
            at = end + 1
            if len(head) != 3 or not head[2].isdigit():
                continue
            size = int(head[2])
            if at + size > len(output):
                return
            if head[1] == b"blob":
                yield head[0].decode("ascii"), output[at : at + size]
            at += size + 1


class _Watch:
    """Kills a process that takes too long, or from which nothing was heard for too long."""

    def __init__(self, process: subprocess.Popen[bytes], silence: float) -> None:
        self._process, self._silence = process, silence
        self._began = self._last = time.monotonic()
        self._late = 0.0
        self._over = threading.Event()
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        while not self._over.wait(0.25):
            now = time.monotonic()
            for limit, since in ((limits.GIT_SECONDS, self._began), (self._silence, self._last)):
                if now - since > limit:
                    self._late = limit
                    self._process.kill()
                    return

    def heard(self) -> None:
        """Say that output came."""
        self._last = time.monotonic()

    def end(self) -> float:
        """End the watch; the limit in seconds at which the process was killed, else 0."""
        self._over.set()
        return self._late


@contextmanager
def opened(folder: GitFolder) -> Iterator[Git]:
    """Git over a private folder that borrows the objects of `folder`; gone afterwards. Raises InputError without git."""
    program = shutil.which("git")
    if program is None:
        raise InputError(
            "unsupported", "git is not installed, so no history can be read; install git", str(folder.path)
        )
    with tempfile.TemporaryDirectory(prefix="aiscreen-", ignore_cleanup_errors=True) as scratch:
        private = Path(scratch) / "git"
        private.mkdir()
        lend(folder, private)
        yield Git(str(Path(program).absolute()), private)


def _environment(private: Path) -> dict[str, str]:
    """Nothing of the user's environment but where programs and libraries are."""
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {
        "HOME": str(private),
        "XDG_CONFIG_HOME": str(private),
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_PAGER": "cat",
        "GIT_CEILING_DIRECTORIES": str(private.parent),
    }
    return environment


def _hold(pid: int) -> None:
    """Hold a process to its memory, on systems that can do so from outside."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (limits.GIT_MEMORY, limits.GIT_MEMORY))


def listed(names: Iterable[str]) -> bytes:
    """Names as git's `--stdin` takes them: one a line."""
    return "".join(f"{name}\n" for name in names).encode()


def unquoted(name: bytes) -> str:
    """A path as git prints it: in quotes with escapes where it holds odd characters."""
    text = name.decode("utf-8", errors="replace").rstrip("\t")
    if not (text.startswith('"') and text.endswith('"')):
        return text
    return _ESCAPE.sub(lambda m: chr(int(m[1], 8) if m[1] else _CONTROL[m[2]]), text[1:-1])
