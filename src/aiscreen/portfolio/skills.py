"""Skills that code shows, each with the lines that show it and whether the candidate wrote them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from aiscreen.models.portfolio import CodeSkill
from aiscreen.portfolio.catalog import Catalog
from aiscreen.portfolio.data import matches
from aiscreen.portfolio.facts import EVIDENCE, Facts
from aiscreen.portfolio.infrastructure import infrastructure
from aiscreen.portfolio.manifests import declared

How = Literal["import", "file", "language", "manifest"]
_RANK: dict[How, int] = {"import": 0, "file": 1, "language": 2, "manifest": 3}
_LANGUAGE_LINES = 20
"""Lines of a language below which it is a snippet, not a skill, unless they use a library that is one."""
_BENEFIT = 100
"""Most lines credited of what came in whole and was never worked on: whose they are cannot be known."""
DESCRIPTIONS = (".yaml", ".yml", ".hcl", ".bicep")
"""What infrastructure is described in where there is no code."""
_JS_IMPORT = re.compile(r"""(?:\bfrom|\brequire\s*\(|\bimport\s*\(?)\s*["']([@\w][\w./@-]*)["']""")
_GO_IMPORT = re.compile(
    r'^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"([a-z0-9.-]+\.[a-z]{2,}/[\w./-]+)"', re.MULTILINE
)
_STARTS = re.compile(rb"^\s*(?:(?:export|public|pub|async|static|private)\s+)*(?:def|class|func|fn|function|interface|struct|impl|SELECT|CREATE|WITH|resource|__global__|template|object|case class|data class)\b", re.IGNORECASE)  # fmt: skip


@dataclass(slots=True)
class _Seen:
    how: How
    own: bool
    test: bool
    path: str
    line: int

    @property
    def order(self) -> tuple[bool, int, bool, int, str, int]:
        """The best evidence first: the candidate's own, imports, outside tests, near the root."""
        return not self.own, _RANK[self.how], self.test, self.path.count("/"), self.path, self.line


@dataclass
class LineCounts:
    """Lines of four characters or more by file: the candidate's and all. Notebooks count by their code."""

    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    brought: dict[str, int] = field(default_factory=dict)
    """Of the files that an import of the candidate's brought in whole, the lines that stand as it brought them."""

    @property
    def total(self) -> int:
        """All lines that stand."""
        return sum(total for _, total in self.files.values())

    @property
    def own(self) -> int:
        """The candidate's lines."""
        return sum(own for own, _ in self.files.values())

    @property
    def share(self) -> float | None:
        """The candidate's share of the standing lines; None where there are none."""
        return round(self.own / self.total, 3) if self.total else None

    def credit(self, unworked: Container[str], *, doubted: bool) -> tuple[int, float]:
        """Lines that count for the candidate, and their share.

        How lines that came in whole were written cannot be seen. Where they were worked on since they count half, and
        no more than twice what was written besides; in `unworked` files a quarter, and no more than a hundred, or
        nothing where it is `doubted` that they are the candidate's: such lines are no part of what the share is of.
        """
        loose = sum(lines for path, lines in self.brought.items() if path in unworked)
        taken = sum(self.brought.values()) - loose
        given = 0 if doubted else min(loose // 4, _BENEFIT)
        written = self.own - taken
        lines = written + min(taken // 2, 2 * written) + given
        return lines, lines / max(1, self.total - loose + given)


def count_lines(facts: Facts) -> LineCounts:
    """How many lines stand in each source file, and how many of them are the candidate's."""
    counts = LineCounts()
    for path in facts.survey.code:
        counts.files[path] = facts.own.count(path, facts.tree.bytes(path))
    for path, notebook in facts.notebooks.items():
        lines = facts.tree.bytes(path).split(b"\n")
        code = b"\n".join(lines[n - 1] for n in notebook.lines if 0 < n <= len(lines))
        counts.files[path] = facts.own.count(path, code)
    if not counts.files:  # a cluster or cloud described in files alone
        described = [path for path in facts.survey.texts if path.endswith(DESCRIPTIONS)]
        counts.files = {path: facts.own.count(path, facts.tree.bytes(path)) for path in described}
    if facts.own.imports:
        found = {path: facts.own.brought(path, facts.tree.bytes(path)) for path in counts.files}
        counts.brought = {path: min(lines, counts.files[path][1]) for path, lines in found.items() if lines}
    return counts


def languages(facts: Facts, counts: LineCounts) -> dict[str, int]:
    """Lines by language, most first; a notebook's code counts as its own entry, `Jupyter`."""
    totals: dict[str, int] = defaultdict(int)
    for path, (_, total) in counts.files.items():
        totals[facts.survey.code.get(path, "YAML" if path.endswith(DESCRIPTIONS) else "Jupyter")] += total
    return {
        language: lines
        for language, lines in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
        if lines
    }


def code_skills(facts: Facts, catalog: Catalog, counts: LineCounts) -> list[CodeSkill]:
    """All skills shown, the candidate's own first, then by how many files show them."""
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for skill, found in _all(facts, catalog, counts):
        seen[skill].append(found)
    used = {
        _language(facts, place.path)
        for places in seen.values()
        for place in places
        if place.own and place.how == "import"
    }
    for skill, found in _languages(facts, catalog, counts, used):
        seen[skill].append(found)
    skills = [_skill(id, catalog.names[id], places, facts) for id, places in seen.items()]
    return sorted(skills, key=lambda skill: (not skill.own, _RANK[skill.how], -skill.files, skill.id))


def _skill(id: str, name: str, places: list[_Seen], facts: Facts) -> CodeSkill:
    places.sort(key=lambda place: place.order)
    best = places[0]
    chosen: list[_Seen] = []
    for place in places:  # one line a file, of the same standing as the best
        if (
            place.own == best.own
            and place.how == best.how
            and all(place.path != other.path for other in chosen)
        ):
            chosen.append(place)
    return CodeSkill(
        id=id,
        name=name,
        own=best.own and best.how != "manifest",
        how=best.how,
        files=len({place.path for place in places if place.own == best.own and place.how == best.how}),
        evidence=[facts.evidence(place.path, place.line) for place in chosen[:EVIDENCE]],
    )


def _all(facts: Facts, catalog: Catalog, counts: LineCounts) -> Iterator[tuple[str, _Seen]]:
    for use in facts.uses:
        if use.used or use.path.endswith("__init__.py"):
            for skill in catalog.module(use.module):
                yield skill, _Seen("import", facts.owns(use.path, use.line), use.test, use.path, use.line)
    yield from _other_imports(facts, catalog)
    for found in infrastructure(facts, catalog):
        own = facts.owns(found.path, found.line)
        yield found.skill, _Seen("file", own, facts.is_test(found.path), found.path, found.line)
    for dependency in declared(facts):
        module = dependency.name.lower().replace("-", "_")
        skills = (
            catalog.module(module) if dependency.ecosystem == "python" else catalog.package(dependency.name)
        )
        for skill in skills or catalog.tool(dependency.name):
            yield (
                skill,
                _Seen(
                    "manifest",
                    facts.owns(dependency.path, dependency.line),
                    False,
                    dependency.path,
                    dependency.line,
                ),
            )


def _other_imports(facts: Facts, catalog: Catalog) -> Iterator[tuple[str, _Seen]]:
    """Imports of JavaScript, TypeScript and Go, by their text."""
    patterns: Mapping[str, re.Pattern[str]] = {
        "JavaScript": _JS_IMPORT,
        "TypeScript": _JS_IMPORT,
        "Go": _GO_IMPORT,
    }
    for path, language in facts.survey.code.items():
        if (pattern := patterns.get(language)) is None:
            continue
        text = facts.tree.text(path)
        for found, line in matches(pattern, text):
            name = found[1]
            if language != "Go":
                name = "/".join(name.split("/")[: 2 if name.startswith("@") else 1])
            if skills := catalog.package(name):
                for skill in skills:
                    yield skill, _Seen("import", facts.owns(path, line), facts.is_test(path), path, line)


def _language(facts: Facts, path: str) -> str:
    """The language of a source file, or of a notebook's cells; empty where it is not known."""
    notebook = facts.notebooks.get(path)
    return facts.survey.code.get(path) or ("Python" if notebook and "python" in notebook.language else "")


def _languages(
    facts: Facts, catalog: Catalog, counts: LineCounts, used: Container[str]
) -> Iterator[tuple[str, _Seen]]:
    """Languages with enough lines, shown by the largest files of the candidate's, else of anybody's.

    A language in which the candidate `used` a library is theirs, however few the lines.
    """
    by_language: dict[str, list[str]] = defaultdict(list)
    for path in counts.files:
        by_language[_language(facts, path)].append(path)
    for language, paths in by_language.items():
        for skill in catalog.language(language):
            own = language in used or sum(counts.files[path][0] for path in paths) >= _LANGUAGE_LINES
            place = 0 if own else 1
            if not own and sum(counts.files[path][1] for path in paths) < _LANGUAGE_LINES:
                continue
            paths = sorted(paths, key=lambda path: (facts.is_test(path), -counts.files[path][place], path))
            for path in paths[:EVIDENCE]:
                if counts.files[path][place]:
                    yield (
                        skill,
                        _Seen("language", own, facts.is_test(path), path, _first_line(facts, path, own)),
                    )


def _first_line(facts: Facts, path: str, own: bool) -> int:
    """Where a reader would start: the first definition (of the candidate's), else the first line."""
    if path in facts.notebooks:
        cells = facts.notebooks[path].lines
        return next((n for n in cells if n > 1 and facts.owns(path, n)), 1) if own else next(iter(cells), 1)
    lines = facts.tree.bytes(path).split(b"\n")
    standing = [
        n
        for n, line in enumerate(lines, 1)
        if len(line.strip()) > 3 and (not own or facts.own.owns(path, line))
    ]
    return next((n for n in standing if _STARTS.match(lines[n - 1][:200])), next(iter(standing), 1))
