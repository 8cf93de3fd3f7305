"""What the candidate's commits added, line by line, from git's patches of them: one pass over their own commits."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from aiscreen.portfolio import limits
from aiscreen.portfolio.git import Git, GitError, listed, unquoted
from aiscreen.portfolio.history import Commit, History
from aiscreen.portfolio.imports import Added, Imports, find_imports

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_NEW_PATH = re.compile(rb"^\+\+\+ (.+)$", re.MULTILINE)
_JSON_STRING = re.compile(rb'^"(.*?)(?:\\n)?",?$', re.DOTALL)


@dataclass
class Written:
    """What the candidate's commits added: `added` by work, `brought` by the imports among them, by commit; `first` names
    the imports that began it. `everything` says that no other author and no import leaves anything to tell apart."""

    added: Added = field(default_factory=dict)
    brought: dict[str, Added] = field(default_factory=dict)
    first: set[str] = field(default_factory=set)
    everything: bool = False
    warnings: list[str] = field(default_factory=list)


def key(path: str, line: bytes) -> bytes:
    """A line for comparison; in a notebook, the source inside its JSON string."""
    line = line.strip()
    if path.endswith(".ipynb") and (found := _JSON_STRING.match(line)):
        return found[1].strip()
    return line


def written(
    git: Git, history: History, own: Sequence[Commit], standing: Container[str], *, sole: bool
) -> Written:
    """The lines that the candidate's commits (newest first) added. `standing` holds the paths of today: renames are
    looked for only where a commit touched a path that is no more. `sole` says that there is no other author."""
    warnings: list[str] = []
    if len(own) > limits.OWN_COMMITS:
        warnings.append(
            f"of the candidate's commits, the newest {limits.OWN_COMMITS:,} were read line by line"
        )
        own = own[: limits.OWN_COMMITS]
    imports = find_imports(git, history, own)
    if sole and not imports.brought and not imports.cut:
        return Written(everything=True)
    try:
        output = git.run(
            *("diff-tree", "--stdin", "-r", "--root", "--patch", "--unified=0", "-M", "--no-color"),
            *("--no-ext-diff", "--no-textconv", "--no-indent-heuristic", "--diff-algorithm=myers"),
            *("--src-prefix=a/", "--dst-prefix=b/"),
            input=listed(commit.id for commit in own),
            most=limits.DIFF_OUTPUT,
            silence=limits.DIFF_SILENCE,
        )
    except GitError as error:
        output = error.output
        warnings.append(f"the candidate's changes were read in part: {error}")
    place = {commit.id: position for position, commit in enumerate(history.commits)}
    paths = {unquoted(name).removeprefix("b/") for name in _NEW_PATH.findall(output)} - {"/dev/null"}
    moved = any(path not in standing for path in paths)
    renames = _Renames(git, history if moved else History(), place)
    found = _added(output, place, renames, imports)
    return Written(found.added, found.brought, imports.first, warnings=warnings)


class _Renames:
    """Follows files forward through renames: hand it positions in the history newest first, and it knows the name
    that a file of that time has today."""

    def __init__(self, git: Git, history: History, place: dict[str, int]) -> None:
        self._today: dict[str, str] = {}
        self._events: list[tuple[int, str, str]] = []
        self._next = 0
        asked = listed(commit.id for commit in history.commits if not commit.merge)
        options = ("--stdin", "-r", "--raw", "-M", "--diff-filter=R", "--no-abbrev")
        output = git.read("diff-tree", *options, input=asked)
        position = 0
        for line in output.split(b"\n"):
            if line.startswith(b":"):
                _, _, names = line.partition(b"\t")
                old, _, new = names.partition(b"\t")
                if new:
                    self._events.append((position, unquoted(old), unquoted(new)))
            elif line:
                position = place.get(line.decode("ascii", errors="replace"), position)

    def before(self, position: int) -> None:
        """Take in the renames of all commits newer than this position."""
        while self._next < len(self._events) and self._events[self._next][0] < position:
            _, old, new = self._events[self._next]
            self._today[old] = self._today.get(new, new)
            self._next += 1

    def today(self, path: str) -> str:
        """The name of a file today."""
        return self._today.get(path, path)


@dataclass
class _Sorted:
    """Where the lines of each patch belong: work, an import, or a sweep over very many files."""

    imports: Imports
    added: Added = field(default_factory=dict)
    brought: dict[str, Added] = field(default_factory=dict)
    swept: Added = field(default_factory=dict)

    def lines_of(self, commit: str, path: str, today: str) -> set[bytes]:
        """The set that takes in the lines which a commit added to a path (by the name it had then, and has today)."""
        if path in self.imports.brought.get(commit, ()):
            into = self.brought.setdefault(commit, {})
        else:
            into = self.swept if commit in self.imports.sweeps else self.added
        return into.setdefault(today, set())

    def stripped(self) -> _Sorted:
        """The same with its lines ready for comparison. A sweep over what was brought in is no work on it."""
        came = {path for added in self.brought.values() for path in added}
        for path, lines in self.swept.items():
            if path not in came:
                self.added.setdefault(path, set()).update(lines)
        brought = {commit: _stripped(added) for commit, added in self.brought.items()}
        return _Sorted(self.imports, _stripped(self.added), brought)


def _stripped(added: Added) -> Added:
    return {path: {key(path, line[1:]) for line in found} for path, found in added.items()}


def _added(output: bytes, place: dict[str, int], renames: _Renames, imports: Imports) -> _Sorted:
    """Added lines by the path that their file has today, from patches of commits newest first."""
    found = _Sorted(imports)
    here: set[bytes] | None = None
    commit = ""
    lines = output.split(b"\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if here is not None and line.startswith(b"@@ ") and (hunk := _HUNK.match(line)):
            gone, come = (int(count) if count is not None else 1 for count in hunk.groups())
            at += gone
            if gone and at < len(lines) and lines[at].startswith(b"\\"):
                at += 1
            here.update(lines[at : at + come])
            at += come
        elif line.startswith(b"+++ "):
            path = unquoted(line[4:]).removeprefix("b/")
            here = found.lines_of(commit, path, renames.today(path))
        elif line.startswith(b"diff --git "):
            here = None
        elif len(line) in (40, 64) and (name := line.decode("ascii", errors="replace")) in place:
            here, commit = None, name
            renames.before(place[name])
    return found.stripped()
