"""Compiled forms of policy files and patterns, kept between runs in the user's cache folder. Safe to delete, and to damage.

An entry is plain data in `marshal` form behind a checksum. It is never a pickle, so reading one runs no code; an
entry that is damaged, of another owner, or made by another version is passed over and written anew.
`AISCREEN_CACHE_DIR` names another folder; where no folder can be written, nothing is kept and nothing is said.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from aiscreen import __version__

KEEP = 8
"""How many entries of one name are kept: the newest."""
_PACKAGE = Path(__file__).resolve().parent
_MAGIC = b"aiscreen-cache-1 "


@cache
def fingerprint() -> str:
    """What compiled forms depend on beside the files: version, interpreter, and the code that compiles them."""
    folders = (_PACKAGE / name for name in ("taxonomy", "taxonomy/lint", "matching", "judging/flags"))
    parts = [__version__, sys.implementation.cache_tag or "", str(marshal.version)]
    return "\n".join([*parts, *(line for folder in folders for line in _code(folder))])


@cache
def program() -> str:
    """The state of all of the program's code, for what depends on all of it."""
    folders = [_PACKAGE, *sorted(path for path in _PACKAGE.rglob("*") if path.is_dir())]
    return "\n".join([fingerprint(), *(line for folder in folders for line in _code(folder))])


def _code(folder: Path) -> Iterator[str]:
    """Name, size and time of a folder's modules."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield f"{entry.name} {status.st_size} {status.st_mtime_ns}"


def key_of(hashes: Iterable[str]) -> str:
    """The key of what is compiled from files with these hashes."""
    return hashlib.sha256("\n".join([*hashes, fingerprint()]).encode()).hexdigest()


def read(name: str, key: str) -> Any:
    """What is kept under a name and a key, or None."""
    try:
        with _path(name, key).open("rb") as stream:
            if hasattr(os, "getuid") and os.fstat(stream.fileno()).st_uid != os.getuid():
                return None
            head, _, payload = stream.read().partition(b"\n")
        if head != _MAGIC + hashlib.sha256(payload).hexdigest().encode():
            return None
        return marshal.loads(payload)
    except (OSError, ValueError, EOFError, TypeError, RuntimeError):
        return None


def write(name: str, key: str, value: Any) -> None:
    """Keeps plain data; it appears whole or not at all."""
    import tempfile

    try:
        payload = marshal.dumps(value)
    except ValueError:  # not plain data
        return
    with contextlib.suppress(OSError, RuntimeError):
        path = _path(name, key)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_MAGIC + hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        _forget_old(name, path.parent)


def _forget_old(name: str, folder: Path) -> None:
    entries = sorted(folder.glob(f"{name}-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in entries[KEEP:]:
        path.unlink(missing_ok=True)


def _path(name: str, key: str) -> Path:
    return _folder() / f"{name}-{key[:40]}.bin"


def _folder() -> Path:
    """The cache folder; may raise RuntimeError where there is no home."""
    given = os.environ.get("AISCREEN_CACHE_DIR")
    if given:
        return Path(given) / "taxonomy"
    import platformdirs

    return Path(platformdirs.user_cache_dir("aiscreen")) / "taxonomy"
