"""Where documents come from: folders, globs, single files, lists, zip archives, and buckets through fsspec.

Everything becomes a `Source`: a label that people recognise and a way to get the bytes. Listing is sorted, so
that a run over the same things always goes the same way.
"""

from __future__ import annotations

import glob
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from aiscreen.errors import ConfigError, InputError

SUFFIXES = frozenset((".pdf", ".docx", ".txt", ".md", ".markdown", ".json", ".doc", ".rtf", ".odt", ".pages"))
"""What is taken from a folder. Word's old format and the like are taken too, to be named as skipped, not lost."""

MAX_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A document to screen: what it is called in reports, and how its bytes are had (may raise InputError)."""

    label: str
    load: Callable[[], bytes]


def expand(arguments: Iterable[str]) -> Iterator[Source]:
    """The documents behind paths, folders, globs, zip archives and URLs. Raises ConfigError for what is nowhere."""
    for argument in arguments:
        if "://" in argument:
            yield from _remote(argument)
        elif Path(argument).is_dir():
            yield from _folder(Path(argument))
        elif Path(argument).exists():
            yield from _file(Path(argument))
        elif glob.has_magic(argument):
            matches = sorted(glob.iglob(argument, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
            if not matches:
                raise ConfigError(f"nothing matches {argument}")
            for match in matches:
                yield from _folder(Path(match)) if Path(match).is_dir() else _file(Path(match))
        else:
            raise ConfigError(
                f"{argument} does not exist; name a folder, a file, a glob, a zip archive or a URL"
            )


def _folder(folder: Path) -> Iterator[Source]:
    """Documents below a folder, by name; hidden files and what is called README are passed over, and links to
    folders not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise ConfigError(f"cannot list {folder}: {error.strerror}") from None
    for entry in entries:
        if entry.name.startswith((".", "~$")) or Path(entry.name).stem.casefold() == "readme":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _folder(Path(entry.path))
        elif Path(entry.name).suffix.casefold() in SUFFIXES or entry.name.casefold().endswith(".zip"):
            yield from _file(Path(entry.path))


def _file(path: Path) -> Iterator[Source]:
    if path.suffix.casefold() == ".zip":
        yield from _archive(path)
    else:
        yield Source(str(path), lambda: _read(path))


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("unsupported", "is not a regular file; name a document", str(path))
        if status.st_size > MAX_BYTES:
            raise InputError("too-large", _too_large(status.st_size), str(path))
        return path.read_bytes()
    except OSError as error:
        reason = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
        raise InputError(
            reason, f"cannot be read: {error.strerror}; check the path and its permissions"
        ) from None


def _too_large(size: int) -> str:
    return f"has {size / 1e6:.0f} MB, more than the {MAX_BYTES / 1e6:.0f} MB that a document may have; send a smaller export"


def _archive(path: Path) -> Iterator[Source]:
    """Documents in a zip archive, read one by one in memory: nothing is unpacked, so no name can lead outside."""
    try:
        archive = zipfile.ZipFile(path)
        infos = sorted(archive.infolist(), key=lambda info: info.filename)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        problem = str(error)
        yield Source(str(path), lambda: _refuse("damaged", f"is not a readable zip archive: {problem}"))
        return
    for info in infos:
        name = PurePosixPath(info.filename)
        if info.is_dir() or name.suffix.casefold() not in SUFFIXES or name.name.startswith((".", "~$")):
            continue
        yield Source(f"{path}!/{info.filename}", lambda info=info: _member(archive, info))  # type: ignore[misc]


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One member, never more than the limit whatever its header says."""
    if info.flag_bits & 1:
        return _refuse("encrypted", "is encrypted inside its archive; unpack it first")
    try:
        with archive.open(info) as file:
            data = file.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        return _refuse("damaged", f"cannot be unpacked: {error}")
    if len(data) > MAX_BYTES:
        return _refuse("too-large", _too_large(len(data)))
    return data


def _refuse(reason: str, detail: str) -> bytes:
    raise InputError(reason, detail)


def _remote(url: str) -> Iterator[Source]:
    """Documents in a bucket or on a server, through fsspec (`s3://`, `gs://`, `az://`, `sftp://`, `memory://`)."""
    try:
        import fsspec
    except ImportError:
        raise ConfigError(
            f"{url} needs fsspec: pip install 'aiscreen[remote]' and the backend (s3fs, gcsfs)"
        ) from None
    scheme = url.split("://", 1)[0]
    try:
        filesystem, root = fsspec.core.url_to_fs(url)
        paths = sorted(filesystem.find(root)) if not filesystem.isfile(root) else [root]
    except (OSError, ValueError, ImportError) as error:
        raise ConfigError(f"cannot list {url}: {error}") from None
    for path in paths:
        if PurePosixPath(path).suffix.casefold() in SUFFIXES:
            yield Source(f"{scheme}://{path.lstrip('/')}", lambda path=path: _fetch(filesystem, path))  # type: ignore[misc]


def _fetch(filesystem: object, path: str) -> bytes:
    try:
        data: bytes = filesystem.cat_file(path, 0, MAX_BYTES + 1)  # type: ignore[attr-defined]
    except OSError as error:
        return _refuse("unreadable", f"cannot be fetched: {error}")
    if len(data) > MAX_BYTES:
        return _refuse("too-large", _too_large(len(data)))
    return data
