"""Where documents come from: folders, globs, single files, lists, zip archives, and buckets through fsspec.

Everything becomes a `Source`: a label that people recognise and a way to get the bytes. Listing is sorted, so
that a run over the same things always goes the same way.
"""

from __future__ import annotations

import errno
import glob
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from aiscreen.errors import ConfigError, InputError

_READ = (".pdf", ".docx", ".txt", ".md", ".markdown", ".json")
_NAMED = (
    ".doc", ".docm", ".dotx", ".rtf", ".odt", ".pages", ".wps", ".pptx", ".tex", ".html", ".htm", ".mht", ".eml", ".msg",
    ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp",
)  # fmt: skip
SUFFIXES = frozenset(_READ + _NAMED)
"""What is taken from a folder: also the other kinds in which people send résumés, to be named as skipped, not lost."""

OWN_MARKS, OWN_OUTPUT = ("results.jsonl", "skipped.csv"), frozenset(("report.md", "manifest.json"))
"""What shows that an earlier run wrote its results to a folder, and which of them look like documents."""

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED, MAX_RATIO = 2 << 30, 100
"""An archive that unpacks to more than this many bytes and this many times its own size is a bomb."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document to screen: what it is called in reports, and how its bytes are had (may raise InputError)."""

    label: str
    load: Callable[[], bytes]


def expand(arguments: Iterable[str], listed: Iterable[str] = ()) -> Iterator[Source]:
    """The documents behind paths, folders, globs, zip archives and URLs.

    Raises ConfigError for an argument that is nowhere. A line of a list that is nowhere is one document that cannot be
    read: lists are long, and older than the folder.
    """
    for argument in arguments:
        if "://" in argument:
            yield from _remote(argument)
        elif os.path.lexists(argument):
            yield from _at(argument)
        elif glob.has_magic(argument):
            matches = sorted(glob.iglob(argument, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
            if not matches:
                raise ConfigError(
                    f"nothing matches {argument}; check the pattern, and the folder that it starts from"
                )
            for match in matches:
                yield from _at(match)
        else:
            raise _nowhere(argument)
    for line in listed:
        yield from _remote(line) if "://" in line else _at(line)


def _nowhere(argument: str) -> ConfigError:
    """Why an argument names nothing, and what it may name."""
    why = "does not exist"
    try:
        os.lstat(argument)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR):
            why = f"cannot be looked at ({error.strerror})"
    except ValueError:  # no path at all
        pass
    return ConfigError(f"{argument} {why}; name a folder, a file, a glob, a zip archive or a URL")


def _at(path: str) -> Iterator[Source]:
    """The documents at a path; what may not be looked at, or is too long for a path, is one that cannot be read."""
    return _folder(Path(path)) if os.path.isdir(path) else _file(Path(path))  # noqa: PTH112 - Path.is_dir raises


def _folder(folder: Path) -> Iterator[Source]:
    """Documents below a folder, by name; hidden files and what is called README are passed over, and links to
    folders not followed."""
    try:
        with os.scandir(folder) as entries:
            # Names alone, a folder's with a slash behind: a folder may hold a hundred thousand.
            names = sorted(
                f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name
                for entry in entries
                if _wanted(entry)
            )
    except OSError as error:
        problem = f"is a folder that cannot be listed: {error.strerror}; check its permissions"
        yield _refused(folder, "unreadable", problem)
        return
    own = OWN_OUTPUT if all((folder / name).exists() for name in OWN_MARKS) else frozenset()
    for name in names:
        if name in own:
            continue
        yield from _folder(folder / name) if name.endswith("/") else _file(folder / name)


def _wanted(entry: os.DirEntry[str]) -> bool:
    name = Path(entry.name)
    if entry.name.startswith((".", "~$")) or name.stem.casefold() == "readme":
        return False
    suffix = name.suffix.casefold()
    return suffix in SUFFIXES or suffix == ".zip" or entry.is_dir(follow_symlinks=False)


def _file(path: Path) -> Iterator[Source]:
    if path.suffix.casefold() == ".zip":
        yield from _archive(path)
    else:
        yield Source(_label(path), partial(_read, path))


def _label(path: Path | str) -> str:
    """A path as text that can be written anywhere: names on a disk may hold bytes that are no text."""
    return os.fsencode(path).decode("utf-8", "replace")


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
        infos = sorted((info for info in archive.infolist() if info.filename), key=lambda info: info.filename)
        most = max(MAX_UNPACKED, MAX_RATIO * path.stat().st_size)
    except OSError as error:
        problem = f"is an archive that cannot be read: {error.strerror}; check the path and its permissions"
        yield _refused(path, "unreadable", problem)
        return
    except Exception as error:  # noqa: BLE001 - there is no end to what a damaged archive makes its reader raise
        broken = f"is not a readable zip archive ({error}); ask for it again, or unpack it by hand"
        yield _refused(path, "damaged", broken)
        return
    unpacked = sum(info.file_size for info in infos)
    if unpacked > most:
        bomb = f"unpacks to {unpacked / 1e9:.0f} GB, which no archive of résumés does; unpack it by hand"
        yield _refused(path, "too-large", bomb)
        return
    for info in infos:
        name = PurePosixPath(info.filename)
        inside = f"{path}!/{info.filename}"
        if info.is_dir() or name.name.startswith((".", "~$")):
            continue
        if name.suffix.casefold() == ".zip":
            nested = "is an archive inside an archive; unpack the outer one first"
            yield _refused(inside, "unsupported", nested)
        elif name.suffix.casefold() in SUFFIXES:
            yield Source(_label(inside), partial(_member, archive, info))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One member, never more than the limit whatever its header says."""
    if info.flag_bits & 1:
        return _refuse("encrypted", "is encrypted inside its archive; unpack it first")
    try:
        with archive.open(info) as file:
            data = file.read(MAX_BYTES + 1)
    except Exception as error:  # noqa: BLE001 - as above
        return _refuse("damaged", f"cannot be unpacked: {error}; ask for it again")
    if len(data) > MAX_BYTES:
        return _refuse("too-large", _too_large(info.file_size))
    return data


def _refused(path: Path | str, reason: str, detail: str) -> Source:
    """A document that is there and cannot be read."""
    return Source(_label(path), partial(_refuse, reason, detail))


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
        raise ConfigError(
            f"cannot list {url}: {error}; check the address, and that you may read it"
        ) from None
    for path in paths:
        if PurePosixPath(path).suffix.casefold() in SUFFIXES:
            yield Source(f"{scheme}://{path.lstrip('/')}", partial(_fetch, filesystem, path))


def _fetch(filesystem: object, path: str) -> bytes:
    try:
        data: bytes = filesystem.cat_file(path, 0, MAX_BYTES + 1)  # type: ignore[attr-defined]
    except OSError as error:
        return _refuse("unreadable", f"cannot be fetched: {error}; run again, or download it")
    if len(data) > MAX_BYTES:
        return _refuse("too-large", _too_large(len(data)))
    return data
