"""Which standing lines the candidate wrote, without the cost of `git blame`.

A line that stands today counts as the candidate's when a commit of theirs added a line of the same text to the same
file (renames followed). Reading what their commits added takes one pass over their own commits, whereas blame walks
the whole history once a file. White space at the ends does not matter; lines of fewer than four characters (brackets,
blanks) are counted for nobody. It errs where two people added the same text to one file. Lines that an import brought
in whole count only where later commits worked on it.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cached_property

from aiscreen.portfolio.imports import Brought, worked_on
from aiscreen.portfolio.patches import Written, key
from aiscreen.portfolio.tree import Tree

_NOTHING: frozenset[bytes] = frozenset()


class OwnLines:
    """The lines that the candidate added: all where they are the only author, none where unknown.

    Else `written` gives them when first asked for: it may wait for git, which reads meanwhile. Once the tree is read,
    `settle` judges the imports: `imports` tells of each, `unworked` holds the files that no later work made theirs, and
    `foreign` those among them that were put into a work already begun, as a vendored library is.
    """

    def __init__(self, written: Callable[[], Written] | None = None) -> None:
        self._wait = written
        self.imports: list[Brought] = []
        self.unworked: frozenset[str] = frozenset()
        self.foreign: frozenset[str] = frozenset()
        self._taken: dict[str, set[bytes]] = {}

    @cached_property
    def _found(self) -> Written:
        return self._wait() if self._wait is not None else Written()

    @property
    def everything(self) -> bool:
        """Whether every line is the candidate's."""
        return self._found.everything

    @property
    def partial(self) -> bool:
        """Whether some lines are the candidate's and some may not be."""
        return self._wait is not None and not self.everything

    @property
    def warnings(self) -> list[str]:
        """What could not be read."""
        return self._found.warnings

    def settle(self, tree: Tree, paths: Container[str]) -> None:
        """Judge what came in whole by what was done with it since. `paths` are the files that were read."""
        unworked: set[str] = set()
        later: set[str] = set()
        since = self._standing(tree, paths) if self._found.brought else 0
        for commit, brought in self._found.brought.items():
            lines = {path: _weighty(path, tree.bytes(path)) for path in sorted(brought) if path in paths}
            count, worked, alone = worked_on(lines, self._found.added, brought, since)
            if count:
                self.imports.append(Brought(commit, len(lines), count, worked))
            for path in lines:
                if worked or path in alone:
                    self._taken.setdefault(path, set()).update(brought[path])
                else:
                    unworked.add(path)
                    if commit not in self._found.first:
                        later.add(path)
        self.unworked = frozenset(unworked - self._taken.keys())
        self.foreign = self.unworked & later

    def _standing(self, tree: Tree, paths: Container[str]) -> int:
        """How many lines stand that were added by work, none of them brought in whole."""
        added = ((path, lines) for path, lines in self._found.added.items() if path in paths)
        return sum(
            sum(line in lines for line in _weighty(path, tree.bytes(path))) for path, lines in sorted(added)
        )

    def owns(self, path: str, line: bytes) -> bool:
        """Whether the candidate wrote a line of a file."""
        if self.everything:
            return True
        line = key(path, line)
        return line in self._found.added.get(path, ()) or line in self._taken.get(path, ())

    def count(self, path: str, data: bytes) -> tuple[int, int]:
        """How many of a file's lines of four characters or more are the candidate's, and how many there are."""
        weighty = _weighty(path, data)
        if self.everything:
            return len(weighty), len(weighty)
        added = self._found.added.get(path, _NOTHING)
        if path in self._taken:
            added = added | self._taken[path]
        return len(list(filter(added.__contains__, weighty))), len(weighty)

    def brought(self, path: str, data: bytes) -> int:
        """How many of a file's lines stand as an import brought them, whosever they are now."""
        brought = set().union(*(found.get(path, _NOTHING) for found in self._found.brought.values()))
        brought -= self._found.added.get(path, _NOTHING)
        return len(list(filter(brought.__contains__, _weighty(path, data)))) if brought else 0


def _weighty(path: str, data: bytes) -> list[bytes]:
    lines = [line for line in map(bytes.strip, data.split(b"\n")) if len(line) > 3]
    return [key(path, line) for line in lines] if path.endswith(".ipynb") else lines
