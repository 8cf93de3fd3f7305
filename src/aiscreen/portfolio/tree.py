"""The files of a repository, wherever they stand: a commit, a plain folder, an archive. Links are never followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from aiscreen.portfolio import limits
from aiscreen.portfolio.archive import BROKEN, Members
from aiscreen.portfolio.git import Git, GitError
from aiscreen.text import clean

_TOO_MANY = f"it has more than {limits.FILES:,} files; the rest were not looked at"


class Source(Protocol):
    """Reads whole files by path; those that cannot be read are left out."""

    def read(self, paths: Iterable[str]) -> dict[str, bytes]: ...


@dataclass
class Tree:
    """All files with their sizes in bytes, by path (`/` between parts), sorted. Links and submodules are left out; `blobs`
    names the objects of a commit's files."""

    sizes: dict[str, int]
    source: Source
    warnings: list[str] = field(default_factory=list)
    blobs: dict[str, str] = field(default_factory=dict)
    _read: dict[str, bytes] = field(default_factory=dict)

    def load(self, paths: Iterable[str]) -> None:
        """Read files ahead, all at once."""
        wanted = [path for path in paths if path in self.sizes and path not in self._read]
        self._read |= self.source.read(wanted)

    def bytes(self, path: str) -> bytes:
        """A file's contents; empty where it is missing or cannot be read."""
        if path not in self._read:
            self.load([path])
        return self._read.get(path, b"")

    def text(self, path: str) -> str:
        """A file as text with `\\n` ends; undecodable bytes become U+FFFD."""
        return self.bytes(path).decode("utf-8", errors="replace").replace("\r\n", "\n").removeprefix("\ufeff")


def ancestors(path: str) -> tuple[str, ...]:
    """The folders above a path, each by its own name."""
    return PurePosixPath(path).parts[:-1]


class _GitBlobs:
    def __init__(self, git: Git, blobs: dict[str, str]) -> None:
        self._git, self._blobs = git, blobs

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        wanted = [path for path in paths if path in self._blobs]
        found = dict(self._git.blobs(dict.fromkeys(self._blobs[path] for path in wanted)))
        return {path: found[name] for path in wanted if (name := self._blobs[path]) in found}


def of_commit(git: Git, commit: str) -> Tree:
    """The tree of a commit. What cannot be read is left out and told in `warnings`."""
    warnings: list[str] = []
    try:
        output = git.run("ls-tree", "-r", "-z", "-l", "--full-tree", commit, most=limits.TREE_OUTPUT)
    except GitError as error:
        output = error.output
        warnings.append(f"the tree was read in part: {error}")
    sizes: dict[str, int] = {}
    blobs: dict[str, str] = {}
    for entry in output.split(b"\0")[:-1]:
        head, _, name = entry.partition(b"\t")
        mode, _, blob, size = (head.decode("ascii", errors="replace").split() + [""] * 4)[:4]
        if not mode.startswith("100") or not size.isdigit():
            continue  # a link, a submodule, or an object that is not here
        if len(sizes) >= limits.FILES:
            warnings.append(_TOO_MANY)
            break
        path = name.decode("utf-8", errors="replace")
        sizes[path], blobs[path] = int(size), blob
    return Tree(dict(sorted(sizes.items())), _GitBlobs(git, blobs), warnings, blobs)


def of_nothing() -> Tree:
    """The tree of a repository without a commit."""
    return Tree({}, _Nothing())


class _Nothing:
    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        return {}


class _FolderFiles:
    def __init__(self, root: Path) -> None:
        self._root = root

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for path in paths:
            try:
                descriptor = os.open(
                    self._root / path,
                    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0),
                )
                with os.fdopen(descriptor, "rb") as stream:
                    if stat.S_ISREG(os.fstat(descriptor).st_mode):
                        found[path] = stream.read(limits.NOTEBOOK_BYTES)
            except OSError:
                continue
        return found


def of_folder(root: Path) -> Tree:
    """The plain files under a folder; links, devices and git folders are passed over."""
    sizes: dict[str, int] = {}
    warnings: list[str] = []
    pending = [""]
    while pending:
        below = pending.pop()
        try:
            with os.scandir(root / below) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in found:
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name != ".git" and path.count("/") < 40:
                    pending.append(path)
            elif entry.is_file(follow_symlinks=False):
                sizes[path] = entry.stat(follow_symlinks=False).st_size
        if len(sizes) > limits.FILES:
            warnings.append(_TOO_MANY)
            break
    return Tree(dict(sorted(sizes.items())), _FolderFiles(root), warnings)


class _ArchiveFiles:
    def __init__(self, members: Members, prefix: str) -> None:
        self._members, self._prefix = members, prefix

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for path in paths:
            try:
                found[path] = self._members.read(self._prefix + path, limits.NOTEBOOK_BYTES)
            except BROKEN:
                continue
        return found


def of_archive(members: Members, prefix: str) -> Tree:
    """The files of an archive below a prefix, read in memory."""
    sizes = {
        path.removeprefix(prefix): size
        for path, size in members.sizes.items()
        if path.startswith(prefix) and ".git" not in ancestors(path.removeprefix(prefix))
    }
    return Tree(dict(sorted(sizes.items())), _ArchiveFiles(members, prefix), list(members.warnings))


def shown(path: str) -> str:
    """A path that is safe to print, on one line."""
    return " ".join(clean(path).split())
