"""A stranger's git folder, opened so that none of it can act.

Git runs programs that a repository's own configuration names (`core.fsmonitor`, `diff.external`, text conversion,
filters, hooks, ...) on commands as plain as `git status`. So git never sees that configuration here: a private,
empty git folder is made, the pack files and loose objects of the other are lent to it by link, file by file, after
each was seen to be a plain file, and object names found in the refs are handed over as text. Configuration, hooks,
attributes, index, work tree, submodules, alternates, grafts, replacements and commit graphs stay behind.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from aiscreen.portfolio import limits
from aiscreen.text import clean

_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_PACK = re.compile(r"pack-[0-9A-Za-z]{1,64}\.(?:pack|idx)")
_LOOSE = re.compile(r"[0-9a-f]{2}")
_SECTION = re.compile(r'\s*\[\s*([A-Za-z0-9.-]+)(?:\s+"((?:[^"\\\n]|\\.)*)")?\s*\]')
_TEXT_BYTES = 16 << 20


@dataclass
class GitFolder:
    """What a git folder says of itself, read as text: nothing of it was obeyed.

    `refs` maps full ref names to object names; `remotes` remote names to addresses without credentials.
    """

    path: Path
    head: str | None = None
    branch: str | None = None
    refs: dict[str, str] = field(default_factory=dict)
    remotes: dict[str, str] = field(default_factory=dict)
    shallow: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def sha256(self) -> bool:
        """Whether objects are named by SHA-256."""
        return any(len(name) == 64 for name in self.refs.values()) or len(self.head or "") == 64

    @property
    def tips(self) -> list[str]:
        """HEAD and the tips of all branches, here and on remotes: object names, HEAD first, each once."""
        branches = (self.refs[name] for name in sorted(self.refs) if not name.startswith("refs/tags/"))
        return list(dict.fromkeys(name for name in (self.head, *branches) if name))

    @property
    def tags(self) -> list[str]:
        """Short names of tags, sorted."""
        return sorted(name.removeprefix("refs/tags/") for name in self.refs if name.startswith("refs/tags/"))


def is_git_folder(path: Path) -> bool:
    """Whether a folder is laid out as a git folder (`.git`, or a bare repository), without following links."""
    return _plain(path / "HEAD", stat.S_ISREG) and _plain(path / "objects", stat.S_ISDIR)


def read_git_folder(path: Path) -> GitFolder:
    """HEAD, refs, remotes and the shallow boundary of a git folder. Damage is left out and told in `warnings`."""
    folder = GitFolder(path)
    for name, value in _packed_refs(folder):
        folder.refs[name] = value
    for name, value in _loose_refs(folder):
        folder.refs[name] = value
    head = (_text(path / "HEAD") or "").strip()
    if head.startswith("ref:"):
        folder.branch = head[4:].strip()
        folder.head = folder.refs.get(folder.branch)
    elif _OBJECT.fullmatch(head):
        folder.head = head
    if folder.head is None and folder.refs:
        folder.head = _default_branch(folder)
    folder.shallow = [line for line in (_text(path / "shallow") or "").split() if _OBJECT.fullmatch(line)]
    folder.remotes = _remotes(_text(path / "config") or "")
    if _plain(path / "reftable", stat.S_ISDIR):
        folder.warnings.append("its refs are kept in the reftable format, which is not read")
    if (_text(path / "objects" / "info" / "alternates") or "").strip():
        folder.warnings.append("it borrows objects from outside the repository; those were not read")
    return folder


def lend(folder: GitFolder, private: Path) -> None:
    """Make `private` (an empty folder) a git folder that holds the other's objects by link, and nothing else."""
    objects = private / "objects"
    for made in (objects / "pack", objects / "info", private / "refs"):
        made.mkdir(parents=True)
    (private / "HEAD").write_text("ref: refs/heads/none\n")
    version = "[core]\n\trepositoryformatversion = {}\n\tbare = true\n"
    extension = "[extensions]\n\tobjectformat = sha256\n"
    (private / "config").write_text(version.format(1) + extension if folder.sha256 else version.format(0))
    if folder.shallow:
        (private / "shallow").write_text("".join(f"{name}\n" for name in folder.shallow))
    theirs = folder.path / "objects"
    loose = 0
    for entry in _entries(theirs):
        if entry.is_symlink() or not entry.is_dir(follow_symlinks=False):
            continue
        if entry.name == "pack":
            _lend_packs(folder, Path(entry.path), objects / "pack")
        elif _LOOSE.fullmatch(entry.name):
            inside = list(_entries(Path(entry.path)))
            loose += len(inside)
            if loose > limits.LOOSE_OBJECTS:
                folder.warnings.append("it holds too many loose objects; some were not read")
                break
            if all(item.is_file(follow_symlinks=False) for item in inside):
                _link(Path(entry.path), objects / entry.name)
            else:
                folder.warnings.append("some of its objects are links to elsewhere; those were not read")


def _lend_packs(folder: GitFolder, theirs: Path, ours: Path) -> None:
    for entry in _entries(theirs):
        if not _PACK.fullmatch(entry.name):
            continue
        if entry.is_file(follow_symlinks=False):
            _link(Path(entry.path), ours / entry.name)
        else:
            folder.warnings.append("some of its packs are links to elsewhere; those were not read")


def _link(target: Path, link: Path) -> None:
    """A link where the system has them, else a copy."""
    target = target.absolute()
    try:
        link.symlink_to(target)
    except OSError:
        if target.is_dir():
            shutil.copytree(target, link)
        else:
            shutil.copyfile(target, link)


def _plain(path: Path, is_kind: object) -> bool:
    try:
        return bool(is_kind(path.lstat().st_mode))  # type: ignore[operator]
    except OSError:
        return False


def _entries(path: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _text(path: Path) -> str | None:
    """A small plain file's text; None where it is none, too large, a link, or behind one."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode) or not stat.S_ISDIR(path.parent.lstat().st_mode):
            return None
        with path.open("rb") as stream:
            data = stream.read(_TEXT_BYTES + 1)
    except OSError:
        return None
    return data.decode("utf-8", errors="replace") if len(data) <= _TEXT_BYTES else None


def _packed_refs(folder: GitFolder) -> Iterator[tuple[str, str]]:
    for count, line in enumerate((_text(folder.path / "packed-refs") or "").splitlines()):
        if count > limits.REFS:
            folder.warnings.append(f"it has more than {limits.REFS} refs; the rest were not read")
            return
        value, _, name = line.partition(" ")
        if name.startswith("refs/") and _OBJECT.fullmatch(value):
            yield name, value


def _loose_refs(folder: GitFolder) -> Iterator[tuple[str, str]]:
    pending = [(folder.path / "refs" / kind, f"refs/{kind}") for kind in ("heads", "remotes", "tags")]
    count = 0
    while pending:
        path, prefix = pending.pop()
        if not _plain(path, stat.S_ISDIR):
            continue
        for entry in _entries(path):
            count += 1
            if count > limits.REFS:
                return
            if entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False) and prefix.count("/") < 12:
                pending.append((Path(entry.path), f"{prefix}/{entry.name}"))
            elif _OBJECT.fullmatch(value := (_text(Path(entry.path)) or "").strip()):
                yield f"{prefix}/{entry.name}", value


def _default_branch(folder: GitFolder) -> str | None:
    """Where HEAD names no branch that exists: main, master, else the first branch by name."""
    for name in (
        "refs/heads/main",
        "refs/heads/master",
        "refs/remotes/origin/main",
        "refs/remotes/origin/master",
    ):
        if name in folder.refs:
            return folder.refs[name]
    return next(iter(folder.tips), None)


def _remotes(config: str) -> dict[str, str]:
    """The addresses of remotes, from configuration read as plain text: includes and rewrites are not followed."""
    remotes: dict[str, str] = {}
    remote: str | None = None
    for line in config[:262144].splitlines():
        if section := _SECTION.match(line):
            remote = section[2] if section[1].casefold() == "remote" else None
            line = line[section.end() :]
        key, equals, value = line.partition("=")
        if remote and equals and key.strip().casefold() == "url":
            remotes.setdefault(remote, without_credentials(clean(value.strip().strip('"'))))
    return dict(sorted(remotes.items()))


def without_credentials(url: str) -> str:
    """An address without the user and token that some clones keep in it."""
    return re.sub(r"^([a-z][a-z0-9+.-]*://)[^/@]*@", r"\1", url, flags=re.IGNORECASE)
