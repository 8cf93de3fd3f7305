"""Declared dependencies: requirements, pyproject, setup, environment, package.json, go.mod, Cargo. Read as text or by
parsers that run nothing; what does not parse is passed over."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aiscreen.portfolio.data import matches
from aiscreen.portfolio.facts import Facts

_REQUIREMENTS = re.compile(
    r"(?:.*/)?(?:requirements|constraints|deps)[\w.-]*\.(?:txt|in)|(?:.*/)?requirements/[\w.-]+\.txt"
)
_ENVIRONMENT = re.compile(r"(?:.*/)?(?:conda[\w.-]*|environment[\w.-]*)\.ya?ml")
_NAME = re.compile(r"\s*(?:-\s*)?[\"']?([A-Za-z][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*(?:[=<>!~;@ \"',#]|$)")
_GO = re.compile(r"^[ \t]*(?:require[ \t]+)?([a-z0-9.-]+\.[a-z]{2,}/[\w./-]+)[ \t]+v\d", re.MULTILINE)
_MOST = 300  # dependencies looked up in one manifest
_FREEZE = 60
"""More pinned lines than this are a dump of what was installed, not a list of what was chosen."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A dependency declared in a manifest, by its package name. `ecosystem`: python, js, go, rust."""

    name: str
    path: str
    line: int
    ecosystem: str


def declared(facts: Facts) -> Iterator[Declared]:
    """Every dependency that the manifests declare, files in path order."""
    for path in facts.survey.texts:
        name = path.rpartition("/")[2]
        if _REQUIREMENTS.fullmatch(path) or _ENVIRONMENT.fullmatch(path):
            yield from _requirements(facts, path)
        elif name == "pyproject.toml":
            yield from _pyproject(facts, path)
        elif name in ("Pipfile", "Cargo.toml"):
            yield from _tables(facts, path, "rust" if name == "Cargo.toml" else "python")
        elif name == "package.json":
            yield from _package_json(facts, path)
        elif name == "go.mod":
            text = facts.tree.text(path)
            for found, line in matches(_GO, text):
                yield Declared(found[1], path, line, "go")


def toml(text: str) -> dict[str, Any]:
    """A TOML file's tables; empty where it does not parse."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _requirements(facts: Facts, path: str) -> Iterator[Declared]:
    lines = facts.tree.text(path).split("\n")
    pinned = sum("==" in line for line in lines)
    if pinned > _FREEZE:
        return
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        listed = (
            bare.startswith("- ") if path.endswith((".yml", ".yaml")) else not bare.startswith(("#", "-"))
        )
        if bare and listed and (found := _NAME.match(bare)):
            yield Declared(found[1], path, number, "python")


def _pyproject(facts: Facts, path: str) -> Iterator[Declared]:
    text = facts.tree.text(path)
    loaded = toml(text)
    project = loaded.get("project")
    project = project if isinstance(project, dict) else {}
    groups = [
        project.get("dependencies"),
        *_values(project.get("optional-dependencies")),
        *_values(loaded.get("dependency-groups")),
    ]
    wanted = [item for group in groups if isinstance(group, list) for item in group if isinstance(item, str)]
    poetry = loaded.get("tool", {}).get("poetry", {}) if isinstance(loaded.get("tool"), dict) else {}
    if isinstance(poetry, dict):
        wanted.extend(_keys(poetry.get("dependencies")))
        for group in _values(poetry.get("group")):
            wanted.extend(_keys(group.get("dependencies")) if isinstance(group, dict) else [])
    yield from _placed(path, text, wanted, "python")


def _tables(facts: Facts, path: str, ecosystem: str) -> Iterator[Declared]:
    text = facts.tree.text(path)
    loaded = toml(text)
    wanted = [
        name
        for key in ("packages", "dependencies", "dev-packages", "dev-dependencies")
        for name in _keys(loaded.get(key))
    ]
    yield from _placed(path, text, wanted, ecosystem)


def _package_json(facts: Facts, path: str) -> Iterator[Declared]:
    text = facts.tree.text(path)
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(loaded, dict):
        wanted = [
            name
            for key in ("dependencies", "devDependencies", "peerDependencies")
            for name in _keys(loaded.get(key))
        ]
        yield from _placed(path, text, wanted, "js")


def _placed(path: str, text: str, wanted: list[str], ecosystem: str) -> Iterator[Declared]:
    """Dependencies with the line on which the manifest names them."""
    lines = text.split("\n")
    for item in wanted[:_MOST]:
        name = found[1] if (found := _NAME.match(item)) else item
        line = next((n for n, line in enumerate(lines, 1) if item in line), None)
        if line is not None:
            yield Declared(name, path, line, ecosystem)


def _values(table: Any) -> list[Any]:
    return list(table.values()) if isinstance(table, dict) else []


def _keys(table: Any) -> list[str]:
    return [key for key in table if isinstance(key, str)] if isinstance(table, dict) else []
