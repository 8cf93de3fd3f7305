"""The signs of how work is done, found in the tree: what speaks for production, and what for an exercise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Mark
from aiscreen.portfolio.data import Sign, signs
from aiscreen.portfolio.exercises import exercise_marks
from aiscreen.portfolio.facts import EVIDENCE, Facts, Finding
from aiscreen.portfolio.infrastructure import kubernetes_kind
from aiscreen.portfolio.manifests import toml
from aiscreen.portfolio.secrets import secrets
from aiscreen.portfolio.testing import ci, tests

_RELEASE = re.compile(r"v?\d{1,9}\.\d{1,9}[\w.+-]{0,40}")


def find_marks(facts: Facts, tags: list[str], pull_requests: int) -> list[Mark]:
    """All marks found in a tree, in the order of the table."""
    found: dict[str, Mark] = {}
    for sign in signs().values():
        if mark := _by_name(facts, sign):
            found[sign.id] = mark
    for finder in _FINDERS:
        for id, evidence, note in finder(facts):
            _add(facts, found, id, evidence, note)
    releases = [tag for tag in tags if _RELEASE.fullmatch(tag.rpartition("/")[2])]
    if len(releases) > 1:
        _add(facts, found, "releases", [], f"{len(releases)} version tags, among them {releases[-1][:40]}")
    if pull_requests > 1:
        _add(facts, found, "reviewed", [], f"{pull_requests} merged pull requests")
    for id, evidence, note in exercise_marks(facts):
        _add(facts, found, id, evidence, note)
    return [found[id] for id in signs() if id in found]


def _add(facts: Facts, found: dict[str, Mark], id: str, evidence: list[Evidence], note: str) -> None:
    mark = found.setdefault(id, signs()[id].mark())
    mark.evidence = facts.first([*mark.evidence, *evidence], EVIDENCE)
    mark.note = mark.note or note


def _by_name(facts: Facts, sign: Sign) -> Mark | None:
    """A mark shown by what is imported outside tests, what is called, or what files are named."""
    evidence: list[Evidence] = []
    for use in facts.uses:
        if not use.used or facts.is_beside(use.path):
            continue
        if _among(use.module, sign.modules) and not _doubtful(facts, sign.id, use.path):
            evidence.append(facts.evidence(use.path, use.line))
    if sign.paths is not None:
        for path in [*facts.survey.texts, *facts.survey.code]:
            counts = sign.id == "decisions" or not facts.is_beside(path)  # decisions are told in documents
            if counts and sign.paths.fullmatch(path) and facts.tree.sizes[path] > 1:
                evidence.append(facts.evidence(path, 1, quote=path))
    if sign.calls is not None:
        for path in facts.python:
            if facts.is_beside(path):
                continue
            if call := sign.calls.search(text := facts.tree.text(path)):
                evidence.append(facts.at(path, text, call.start()))
    if not evidence:
        return None
    unique = list({item.file: item for item in reversed(evidence)}.values())[::-1]
    note = f"in {len(unique)} files" if len(unique) > 1 else ""
    return sign.mark(note, facts.first(unique, EVIDENCE))


def _among(module: str, modules: frozenset[str]) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:length]) in modules for length in range(1, len(parts) + 1))


def _doubtful(facts: Facts, id: str, path: str) -> bool:
    """A metric printed in a notebook is no evaluation to speak of, nor is logging there in place of printing."""
    return id in ("evaluation", "logging", "serving", "monitoring") and path in facts.notebooks


def _deployment(facts: Facts) -> Iterator[Finding]:
    for path in facts.survey.texts:
        if path in facts.survey.aside or not path.endswith((".yaml", ".yml")):
            continue
        text = facts.tree.text(path)
        if (kind := kubernetes_kind(text)) is not None:
            yield "deployment", [facts.at(path, text, kind)], ""


def _packaging(facts: Facts) -> Iterator[Finding]:
    """A package that can be built, in any of the usual languages, with code in it."""
    for path in facts.survey.texts:
        name = path.rpartition("/")[2]
        if name == "pyproject.toml":
            text = facts.tree.text(path)
            loaded = toml(text)
            tool = loaded.get("tool") if isinstance(loaded.get("tool"), dict) else {}
            table = (
                "[project]" if "project" in loaded else "[tool.poetry]" if "poetry" in (tool or {}) else None
            )
            if table and facts.survey.python:
                yield "packaging", [facts.at(path, text, max(0, text.find(table)))], ""
            yield from _lint_tables(facts, path, text, tool or {})
        elif (
            name in ("Cargo.toml", "go.mod", "pom.xml", "build.sbt", "build.gradle", "DESCRIPTION")
            and facts.survey.code
        ):
            yield "packaging", [facts.evidence(path, 1)], ""
    for path in facts.survey.python:
        if path.rpartition("/")[2] == "setup.py" and "setup(" in (text := facts.tree.text(path)):
            yield "packaging", [facts.at(path, text, text.index("setup("))], ""


def _lint_tables(facts: Facts, path: str, text: str, tools: dict[str, object]) -> Iterator[Finding]:
    for table in ("ruff", "flake8", "pylint", "black", "mypy", "pyright", "isort"):
        if table in tools:
            yield "linted", [facts.at(path, text, max(0, text.find(f"[tool.{table}")))], ""


def _typed(facts: Facts) -> Iterator[Finding]:
    """At least half of the functions outside tests carry types."""
    read = [(path, file) for path, file in facts.python.items() if not facts.is_test(path)]
    functions = sum(file.functions for _, file in read)
    annotated = sum(file.annotated for _, file in read)
    if functions >= 8 and annotated * 2 >= functions:
        best = max(read, key=lambda item: (item[1].annotated, item[0]))
        note = f"{round(100 * annotated / functions)} % of the functions read carry types"
        yield "typed", [facts.evidence(best[0], best[1].first)], note
    elif _share(facts, "TypeScript", "Go", "Rust", "Java", "Kotlin", "Scala", "C#") > 0.5:
        yield "typed", [], "most of the code is in a typed language"


def _share(facts: Facts, *languages: str) -> float:
    sizes = facts.tree.sizes
    total = sum(sizes[path] for path in facts.survey.code) or 1
    return sum(sizes[path] for path, language in facts.survey.code.items() if language in languages) / total


def _documented(facts: Facts) -> Iterator[Finding]:
    """A README of some length that says how to set up and use the thing."""
    for path in facts.readmes[:1]:
        text = facts.tree.text(path)
        how = re.search(
            r"^#{1,6}\s[^\n]{0,200}?\b(?:install|usage|quick ?start|getting started|set ?up|run(?:ning)?|develop)",
            text,
            re.I | re.M,
        )
        if how and len(text.split()) >= 120:
            yield "documented", [facts.at(path, text, how.start())], ""


def _environment(facts: Facts) -> Iterator[Finding]:
    if facts.survey.environments:
        evidence = [facts.evidence(path, 1, quote=path) for path in facts.survey.environments[:EVIDENCE]]
        yield "environment", evidence, "installed packages were committed"


_FINDERS: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
    tests,
    ci,
    _deployment,
    _packaging,
    _typed,
    _documented,
    secrets,
    _environment,
)
