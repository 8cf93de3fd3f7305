"""Which standing lines the candidate wrote, without the cost of `git blame`.

A line that stands today counts as the candidate's when a commit of theirs added a line of the same text to the same
file (renames followed). Reading what their commits added takes one pass over their own commits, whereas blame walks
the whole history once a file. White space at the ends does not matter; lines of fewer than four characters (brackets,
blanks) are counted for nobody. It errs where two people added the same text to one file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from functools import cached_property

from aiscreen.portfolio import limits
from aiscreen.portfolio.git import Git, GitError
from aiscreen.portfolio.history import Commit, History

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_ESCAPE = re.compile(r'\\(?:([0-7]{3})|([abfnrtv"\\]))')
_CONTROL = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}
_NEW_PATH = re.compile(rb"^\+\+\+ (.+)$", re.MULTILINE)
_NOTHING: frozenset[bytes] = frozenset()
_JSON_STRING = re.compile(rb'^"(.*?)(?:\\n)?",?$', re.DOTALL)


Added = dict[str, set[bytes]]
"""Lines added, stripped, by the path that their file has today."""


class OwnLines:
    """The lines that the candidate added: `everything` where they are the only author, nothing where unknown.

    Else `added` gives them and warnings, when first asked for: it may wait for git, which reads meanwhile.
    """

    def __init__(
        self, added: Callable[[], tuple[Added, list[str]]] | None = None, *, everything: bool = False
    ) -> None:
        self._wait = added
        self.everything = everything
        self.partial = added is not None and not everything

    @cached_property
    def _found(self) -> tuple[Added, list[str]]:
        return self._wait() if self._wait is not None else ({}, [])

    @property
    def warnings(self) -> list[str]:
        """What could not be read."""
        return self._found[1]

    def owns(self, path: str, line: bytes) -> bool:
        """Whether the candidate wrote a line of a file."""
        return self.everything or key(path, line) in self._found[0].get(path, ())

    def count(self, path: str, data: bytes) -> tuple[int, int]:
        """How many of a file's lines of four characters or more are the candidate's, and how many there are."""
        weighty = [line for line in map(bytes.strip, data.split(b"\n")) if len(line) > 3]
        if self.everything:
            return len(weighty), len(weighty)
        added = self._found[0].get(path, _NOTHING)
        if path.endswith(".ipynb"):
            weighty = [key(path, line) for line in weighty]
        return len(list(filter(added.__contains__, weighty))), len(weighty)


def key(path: str, line: bytes) -> bytes:
    """A line for comparison; in a notebook, the source inside its JSON string."""
    line = line.strip()
    if path.endswith(".ipynb") and (found := _JSON_STRING.match(line)):
        return found[1].strip()
    return line


def added_lines(
    git: Git, history: History, own: Sequence[Commit], standing: Container[str]
) -> tuple[Added, list[str]]:
    """The lines that the candidate's commits (newest first) added, and warnings. `standing` holds the paths of today:
    renames are looked for only where a commit touched a path that is no more."""
    warnings: list[str] = []
    if len(own) > limits.OWN_COMMITS:
        warnings.append(
            f"of the candidate's commits, the newest {limits.OWN_COMMITS:,} were read line by line"
        )
        own = own[: limits.OWN_COMMITS]
    try:
        output = git.run(
            "diff-tree",
            *(
                "--stdin",
                "-r",
                "--root",
                "--patch",
                "--unified=0",
                "-M",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
            ),
            *("--no-indent-heuristic", "--diff-algorithm=myers", "--src-prefix=a/", "--dst-prefix=b/"),
            input="".join(f"{commit.id}\n" for commit in own).encode(),
            most=limits.DIFF_OUTPUT,
        )
    except GitError as error:
        output = error.output
        warnings.append(f"the candidate's changes were read in part: {error}")
    place = {commit.id: position for position, commit in enumerate(history.commits)}
    paths = {unquoted(name).removeprefix("b/") for name in _NEW_PATH.findall(output)} - {"/dev/null"}
    moved = any(path not in standing for path in paths)
    return _added(output, place, _Renames(git, history if moved else History(), place)), warnings


class _Renames:
    """Follows files forward through renames: hand it positions in the history newest first, and it knows the name
    that a file of that time has today."""

    def __init__(self, git: Git, history: History, place: dict[str, int]) -> None:
        self._today: dict[str, str] = {}
        self._events: list[tuple[int, str, str]] = []
        self._next = 0
        try:
            output = git.run(
                "diff-tree",
                *("--stdin", "-r", "--raw", "-M", "--diff-filter=R", "--no-abbrev"),
                input="".join(f"{commit.id}\n" for commit in history.commits if not commit.merge).encode(),
            )
        except GitError as error:
            output = error.output
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


def _added(output: bytes, place: dict[str, int], renames: _Renames) -> Added:
    """Added lines by the path that their file has today, from patches of commits newest first."""
    added: dict[str, set[bytes]] = {}
    here: set[bytes] | None = None
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
            here = added.setdefault(renames.today(unquoted(line[4:]).removeprefix("b/")), set())
        elif line.startswith(b"diff --git "):
            here = None
        elif (
            len(line) in (40, 64)
            and (position := place.get(line.decode("ascii", errors="replace"))) is not None
        ):
            here = None
            renames.before(position)
    return {path: {key(path, line[1:]) for line in found} for path, found in added.items()}


def unquoted(name: bytes) -> str:
    """A path as git prints it: in quotes with escapes where it holds odd characters."""
    text = name.decode("utf-8", errors="replace").rstrip("\t")
    if not (text.startswith('"') and text.endswith('"')):
        return text
    return _ESCAPE.sub(lambda m: chr(int(m[1], 8) if m[1] else _CONTROL[m[2]]), text[1:-1])
