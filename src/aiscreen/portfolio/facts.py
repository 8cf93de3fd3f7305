"""What a repository's files say, gathered once: syntax of Python, cells of notebooks, imports, and whose lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiscreen.models.assessment import Evidence
from aiscreen.portfolio import limits
from aiscreen.portfolio.lines import OwnLines, key
from aiscreen.portfolio.notebooks import Notebook, read_notebook
from aiscreen.portfolio.python import Python, read_python
from aiscreen.portfolio.survey import Survey
from aiscreen.portfolio.tree import Tree, shown
from aiscreen.text import clean, squeeze

_IMPORT = re.compile(rb"^[ \t]*(?:import|from)[ \t]+([A-Za-z_][\w.]*)", re.MULTILINE)
_PER_MODULE = 3
_TESTS_READ = 40
_QUOTE = 160


@dataclass(slots=True)
class Use:
    """A module imported: where, whether a name it binds is used, and whether the candidate wrote the line."""

    module: str
    path: str
    line: int
    used: bool
    test: bool
    own: bool


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

    def is_test(self, path: str) -> bool:
        return path in self._tests

    def __post_init__(self) -> None:
        self._tests = frozenset(self.survey.tests)


def gather(name: str, tree: Tree, survey: Survey, own: OwnLines, interesting: frozenset[str]) -> Facts:
    """Read what the files say. `interesting` names the modules (by first part) worth confirming by syntax."""
    facts = Facts(name, tree, survey, own)
    local = _local_modules(survey)
    for path in _worth_parsing(facts, interesting - local):
        if (read := read_python(tree.text(path))) is not None:
            facts.python[path] = read
            facts.uses.extend(_uses(facts, path, read, local))
    for path in survey.notebooks:
        if (notebook := read_notebook(tree.text(path))) is not None:
            facts.notebooks[path] = notebook
            if "python" in notebook.language and (read := read_python(notebook.code)) is not None:
                facts.uses.extend(_uses(facts, path, read, local, notebook.lines))
    return facts


def _uses(
    facts: Facts, path: str, read: Python, local: frozenset[str], lines: list[int] | None = None
) -> Iterator[Use]:
    beside = facts.survey.scripts.get(path.rpartition("/")[0], frozenset())
    for found in read.imports:
        top = found.module.partition(".")[0]
        if top in local or top in beside:
            continue
        line = lines[found.line - 1] if lines and found.line <= len(lines) else found.line
        yield Use(found.module, path, line, found.used, facts.is_test(path), facts.owns(path, line))


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


def _worth_parsing(facts: Facts, interesting: frozenset[str]) -> list[str]:
    """The Python files to parse: all where they are few; else some tests, a few for each module of interest, the
    candidate's own before others', and as many more as the budget holds."""
    python = [path for path in facts.survey.python if path.endswith(".py")]
    sizes = facts.tree.sizes
    if sum(sizes[path] for path in python) <= limits.PARSED_BYTES:
        return python
    tests = [path for path in python if facts.is_test(path)]
    queue = tests[:: max(1, len(tests) // _TESTS_READ)][:_TESTS_READ]
    wanted: dict[str, list[str]] = {}
    for path in python:
        data = facts.tree.bytes(path)
        for found in _IMPORT.finditer(data):
            module = found[1].decode("ascii")
            if module.partition(".")[0] in interesting:
                own = not facts.own.everything and facts.own.owns(
                    path, data[found.start() : data.find(b"\n", found.end())]
                )
                wanted.setdefault(module, []).append(f"{'a' if own else 'b'}{int(facts.is_test(path))}{path}")
    for module in sorted(wanted):
        queue.extend(path[2:] for path in sorted(wanted[module])[:_PER_MODULE])
    queue.extend(python[:: max(1, len(python) // 60)])
    chosen: list[str] = []
    left = limits.PARSED_BYTES
    for path in dict.fromkeys(queue):
        left -= sizes[path]
        if left < 0:
            break
        chosen.append(path)
    return sorted(chosen)
