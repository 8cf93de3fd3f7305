"""Files that came in whole: a template, a copy, a project begun elsewhere.

A commit that brings more files than a person writes between two commits says nothing of who wrote them. They are
taken for the candidate's once later commits have worked on them; until then they verify nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aiscreen.portfolio import limits
from aiscreen.portfolio.git import Git, GitError, listed, unquoted
from aiscreen.portfolio.history import Commit, History
from aiscreen.portfolio.people import is_host
from aiscreen.portfolio.survey import is_source

_BEGINNING = 3
"""Source files of the candidate's up to which a repository is only begun."""
_FIRST_FILES = 10
_FIRST_BYTES = 6_000
"""What a beginning brings at least to be an import, in files and bytes of source."""
_LATER_FILES = 12
_LATER_BYTES = 50_000
_BYTES_A_DAY = 8_000
"""What a later commit brings at least: more than was written since the commit before it."""
_SWEEP = 20
"""Files changed at once from which a commit renames or formats rather than works on each."""
_MEMBERS = 20_000
_DATA = (".json", ".xml")
"""Mostly data: no sign of an import, though it comes with one."""


@dataclass
class Imports:
    """`brought` maps a commit to the paths that it brought in whole, `first` names those at the candidate's beginning;
    `sweeps` are commits that changed very many files at once, `cut` says that not all could be read."""

    brought: dict[str, frozenset[str]] = field(default_factory=dict)
    first: set[str] = field(default_factory=set)
    sweeps: set[str] = field(default_factory=set)
    cut: bool = False


def find_imports(git: Git, history: History, own: Sequence[Commit]) -> Imports:
    """The imports among the candidate's commits (newest first). Damage leaves out what cannot be read."""
    changes, cut = _changes(git, own)
    found = Imports(cut=cut)
    ours = {commit.author for commit in own}
    began = not history.cut and any(root.author in ours for root in history.roots[:1])
    there, before = 0, None
    for commit in reversed(own):
        added, changed = changes.get(commit.id, ({}, 0))
        days = (commit.authored - before) / 86400 if before is not None else 0.0
        before = commit.authored
        if changed >= _SWEEP:
            found.sweeps.add(commit.id)
        first = began and there <= _BEGINNING
        there += len(added)
        files = _FIRST_FILES if first else _LATER_FILES
        if len(_code(added)) < files or not (first or _alone(commit, ours)):
            continue
        added = added if not commit.parents else _new(git, commit, added)
        least = _FIRST_BYTES if first else max(_LATER_BYTES, days * _BYTES_A_DAY)
        if len(code := _code(added)) >= files and _size(git, code) >= least:
            found.brought[commit.id] = frozenset(added)
            if first:
                found.first.add(commit.id)
    return found


def _code(added: Mapping[str, str]) -> dict[str, str]:
    return {path: blob for path, blob in added.items() if not path.lower().endswith(_DATA)}


def _alone(commit: Commit, ours: set[tuple[str, str]]) -> bool:
    """Whether nobody else had a hand in a commit: no pull request squashed, no other's commit on their behalf."""
    return (commit.committer in ours or is_host(commit.committer)) and "(#" not in commit.subject


def _changes(git: Git, own: Sequence[Commit]) -> tuple[dict[str, tuple[dict[str, str], int]], bool]:
    """For each commit the source files that it added, with their blobs, and how many files it changed; and whether the
    reading was cut off."""
    output, cut = _diff(git, [commit.id for commit in own], "--root")
    found: dict[str, tuple[dict[str, str], int]] = {}
    added: dict[str, str] = {}
    changed, name = 0, ""
    for line in output.split(b"\n"):
        if not line.startswith(b":"):
            if name:
                found[name] = added, changed
            name, added, changed = line.decode("ascii", errors="replace"), {}, 0
        elif (entry := _entry(line)) is not None:
            status, blob, path = entry
            changed += status == "M"
            if status == "A" and len(added) < _MEMBERS and is_source(path):
                added[path] = blob
    return found | {name: (added, changed)}, cut


def _new(git: Git, commit: Commit, added: Mapping[str, str]) -> dict[str, str]:
    """Those of the added files that were not only moved."""
    output, _ = _diff(git, [commit.id], "-M", "--diff-filter=A")
    fresh = {entry[2] for line in output.split(b"\n") if line[:1] == b":" and (entry := _entry(line))}
    return {path: blob for path, blob in added.items() if path in fresh}


def _diff(git: Git, names: Sequence[str], *options: str) -> tuple[bytes, bool]:
    """What each commit changed, in raw form, and whether that was cut off."""
    command = ("diff-tree", "--stdin", "-r", "--raw", "--no-abbrev", *options)
    most, silence = limits.DIFF_OUTPUT, limits.DIFF_SILENCE
    try:
        return git.run(*command, input=listed(names), most=most, silence=silence), False
    except GitError as error:
        return error.output, True


def _entry(line: bytes) -> tuple[str, str, str] | None:
    """Status, new blob and path of a line of a raw difference."""
    head, _, name = line.partition(b"\t")
    parts = head.decode("ascii", errors="replace").split()
    return (parts[4][:1], parts[3], unquoted(name)) if len(parts) == 5 and name else None


def _size(git: Git, added: Mapping[str, str]) -> int:
    """Bytes of source that were added."""
    output = git.read("cat-file", "--batch-check=%(objectsize)", input=listed(added.values()))
    return sum(int(line) for line in output.split() if line.isdigit())


Added = dict[str, set[bytes]]
"""Lines added, stripped, by the path that their file has today."""


@dataclass(frozen=True)
class Brought:
    """An import judged by what stands of it today: its files and lines, and whether later work made it the candidate's."""

    commit: str
    files: int
    lines: int
    worked: bool


_WORKED_LINES = 5
_WORKED_SHARE = 0.2
_WORKED_FILES = 1 / 3
_WORKED_PART = 0.05
"""Later lines that make one file somebody's; the part of all brought lines whose files must be so for the rest to follow,
and how much must have been written since, anywhere, against what was brought."""


def worked_on(
    lines: Mapping[str, Sequence[bytes]], added: Added, brought: Added, since: int
) -> tuple[int, bool, set[str]]:
    """How many lines stand as an import brought them, whether it became the candidate's by later work, and which of its
    files did by themselves.

    `lines` holds the standing lines by path, `added` what other commits wrote, `brought` what the import did; `since`
    counts all standing lines that came by work.
    """
    total = touched = 0
    alone: set[str] = set()
    for path, standing in lines.items():
        later = sum(line in added.get(path, ()) for line in standing)
        old = sum(line in brought[path] and line not in added.get(path, ()) for line in standing)
        total += old
        if later >= _WORKED_LINES:
            touched += old
            if later >= _WORKED_SHARE * len(standing):
                alone.add(path)
    worked = touched >= _WORKED_FILES * total and since >= _WORKED_PART * total
    return total, total > 0 and worked, alone
