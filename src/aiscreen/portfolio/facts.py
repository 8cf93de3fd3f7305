"""What a repository's files say, gathered once: syntax of Python, cells of notebooks, imports, and whose lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from aiscreen.models.assessment import Evidence
from aiscreen.portfolio import limits
from aiscreen.portfolio.data import line_at
from aiscreen.portfolio.lines import OwnLines
from aiscreen.portfolio.notebooks import Notebook, read_notebook
from aiscreen.portfolio.patches import key
from aiscreen.portfolio.python import Python, read_python
from aiscreen.portfolio.survey import Survey
from aiscreen.portfolio.tree import Tree, shown
from aiscreen.text import clean, squeeze

_IMPORT = re.compile(rb"^[ \t]*(?:import|from)[ \t]+([A-Za-z_][\w.]*)", re.MULTILINE)
_PER_MODULE = 3
_SAMPLE = 40
_QUOTE = 160
EVIDENCE = 3
"""Pieces of evidence under one finding, at the most."""
Finding = tuple[str, list[Evidence], str]
"""A mark's id, its evidence, and a note."""


@dataclass(slots=True)
class Use:
    """A module imported: where, whether a name it binds is used, and whether that is in a test."""

    module: str
    path: str
    line: int
    used: bool
    test: bool


@dataclass
class Facts:
    """All that is known of one repository's files."""

    name: str
    tree: Tree
    survey: Survey
    own: OwnLines
    python: dict[str, Python] = field(default_factory=dict)
    notebooks: dict[str, Notebook] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    _lines: dict[str, list[bytes]] = field(default_factory=dict)

    def line(self, path: str, number: int) -> bytes:
        """A line of a file as it stands, from 1; empty beyond its end."""
        if path not in self._lines:
            self._lines[path] = self.tree.bytes(path).split(b"\n")
        lines = self._lines[path]
        return lines[number - 1] if 0 < number <= len(lines) else b""

    def owns(self, path: str, number: int) -> bool:
        """Whether the candidate wrote a line."""
        return self.own.owns(path, self.line(path, number))

    def evidence(self, path: str, line: int, quote: str | None = None) -> Evidence:
        """A line of a file as evidence, safe to print; `quote` in place of the line's own text."""
        text = (
            quote if quote is not None else key(path, self.line(path, line)).decode("utf-8", errors="replace")
        )
        return Evidence(
            quote=squeeze(clean(text))[:_QUOTE],
            page=0,
            line=line,
            section="code",
            file=f"{shown(self.name)}/{shown(path)}",
        )

    def at(self, path: str, text: str, place: int) -> Evidence:
        """The line of a file on which a place in its text stands, as evidence."""
        return self.evidence(path, line_at(text, place))

    def unworked(self, evidence: Evidence) -> bool:
        """Whether evidence stands in a file that came in whole and that nobody worked on since."""
        return (evidence.file or "").removeprefix(f"{shown(self.name)}/") in self._unworked

    def first(self, evidence: Iterable[Evidence], most: int) -> list[Evidence]:
        """The first pieces of evidence, those that somebody worked on before those that came in whole."""
        return sorted(evidence, key=self.unworked)[:most]

    def is_test(self, path: str) -> bool:
        """Whether a file holds tests."""
        return path in self._tests

    def is_beside(self, path: str) -> bool:
        """Whether a file is no part of the thing itself: a test, an example, a document."""
        return path in self._tests or path in self.survey.aside

    def __post_init__(self) -> None:
        self._tests = frozenset(self.survey.tests)

    @cached_property
    def readmes(self) -> list[str]:
        """READMEs in prose, the root's first, and those of its folders."""
        found = [path for path in self.survey.texts if path.count("/") <= 1]
        found = [path for path in found if path.rpartition("/")[2].lower().startswith("readme")]
        return sorted(found, key=lambda path: (path.count("/"), path))

    @cached_property
    def _unworked(self) -> frozenset[str]:
        return frozenset(map(shown, self.own.unworked))


def gather(name: str, tree: Tree, survey: Survey, own: OwnLines, interesting: frozenset[str]) -> Facts:
    """Read what the files say. `interesting` names the modules (by first part) worth confirming by syntax."""
    facts = Facts(name, tree, survey, own)
    own.settle(tree, frozenset(survey.readable))
    survey.set_aside(own.foreign)
    local = _local_modules(survey)
    left = _parse(facts, _early(facts), local, limits.PARSED_BYTES // 2)
    if any(path not in facts.python for path in survey.python):
        _parse(facts, _late(facts, interesting - local), local, left + limits.PARSED_BYTES // 2)
    for path in survey.notebooks:
        if (notebook := read_notebook(tree.text(path))) is not None:
            facts.notebooks[path] = notebook
            if "python" in notebook.language and (read := read_python(notebook.code)) is not None:
                facts.uses.extend(_uses(facts, path, read, local, notebook.lines))
    return facts


def _parse(facts: Facts, paths: list[str], local: frozenset[str], budget: int) -> int:
    """Parse files not parsed yet while the budget of bytes lasts, and return what is left of it."""
    for path in paths:
        if path in facts.python or not path.endswith(".py"):
            continue
        budget -= facts.tree.sizes[path]
        if budget < 0:
            return 0
        if (read := read_python(facts.tree.text(path))) is not None:
            facts.python[path] = read
            facts.uses.extend(_uses(facts, path, read, local))
    return budget


def _uses(
    facts: Facts, path: str, read: Python, local: frozenset[str], lines: list[int] | None = None
) -> Iterator[Use]:
    beside = facts.survey.scripts.get(path.rpartition("/")[0], frozenset())
    for found in read.imports:
        top = found.module.partition(".")[0]
        if top in local or top in beside:
            continue
        line = lines[found.line - 1] if lines and found.line <= len(lines) else found.line
        yield Use(found.module, path, line, found.used, facts.is_test(path))


def _local_modules(survey: Survey) -> frozenset[str]:
    """Names that an import finds in the repository itself: what stands at its root or under `src`."""
    local: set[str] = set()
    for path in survey.python:
        parts = path.split("/")
        if parts[0] in ("src", "lib", "python") and len(parts) > 1:
            local.add(parts[0])
            parts = parts[1:]
        local.add(parts[0].removesuffix(".py"))
    return frozenset(local)


def _early(facts: Facts) -> list[str]:
    """The Python files to parse first: all where they are few; else some tests, and some of the rest."""
    python = [path for path in facts.survey.python if path.endswith(".py")]
    if sum(facts.tree.sizes[path] for path in python) <= limits.PARSED_BYTES // 2:
        return python
    tests = [path for path in python if facts.is_test(path)]
    return list(dict.fromkeys([*_spread(tests), *_spread(python)]))


def _spread(paths: list[str]) -> list[str]:
    return paths[:: max(1, len(paths) // _SAMPLE)][:_SAMPLE]


def _late(facts: Facts, interesting: frozenset[str]) -> list[str]:
    """A few more files for each module of interest, the candidate's own before others', tests last."""
    wanted: dict[str, list[tuple[bool, bool, str]]] = {}
    for path in facts.survey.python:
        data = facts.tree.bytes(path)
        for found in _IMPORT.finditer(data):
            module = found[1].decode("ascii")
            if module.partition(".")[0] in interesting:
                line = data[found.start() :].partition(b"\n")[0] if facts.own.partial else b""
                own = facts.own.partial and facts.own.owns(path, line)
                wanted.setdefault(module, []).append((not own, facts.is_test(path), path))
    return [path for module in sorted(wanted) for _, _, path in sorted(wanted[module])[:_PER_MODULE]]
