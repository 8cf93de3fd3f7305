"""What a rule is, and what it gets to see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from aiscreen.taxonomy.problems import Problem, Severity
from aiscreen.taxonomy.references import references
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.shipped import path as shipped_path
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from aiscreen.taxonomy.lint.spelling import Spelling
    from aiscreen.taxonomy.load import Taxonomy

Runner = Callable[["Taxonomy"], Iterable[tuple[Path, str]]]
"""Runs examples: yields where one stands in its file, and what is wrong with it."""
Check = Callable[["Context"], Iterable[Problem]]


@dataclass(frozen=True)
class Context:
    """The files under check. `models` holds for each kind the validated file without the entries that failed, so that
    the others are still checked; None where nothing could be validated. `intact`: nothing failed. `own`: the files whose
    problems are wanted; examples of others are not run."""

    files: Mapping[Kind, YamlFile]
    models: Mapping[Kind, Any]
    today: date | None = None
    runners: Mapping[Kind, Runner] = field(default_factory=dict)
    intact: bool = False
    own: frozenset[str] = frozenset()

    @cached_property
    def taxonomy(self) -> Taxonomy | None:
        """The models as a taxonomy, for running examples; the shipped file where one could not be validated. None
        where that one cannot be either."""
        from aiscreen.taxonomy.load import assemble, key_for

        models = {kind: self.models.get(kind) or _shipped(kind) for kind in KINDS}
        if any(model is None for model in models.values()):
            return None
        hashes = {PurePath(file.name).name: file.sha256 for file in self.files.values()}
        whole = self.intact and len(self.files) == len(KINDS)
        key = key_for({kind: file.sha256 + file.base for kind, file in self.files.items()}) if whole else None
        return assemble(models, hashes, key)

    @cached_property
    def spellings(self) -> dict[str, list[Spelling]]:
        """The spellings of every skill, by its id."""
        from aiscreen.taxonomy.lint.spelling import spellings

        model = self.models.get("skills")
        return {name: list(spellings(name, skill)) for name, skill in model.skills.items()} if model else {}

    def known(self, kind: Kind, top: str) -> frozenset[str]:
        """The ids under a top-level mapping of a file, entries that failed validation included."""
        file = self.files.get(kind)
        entries = file.data.get(top) if file is not None and isinstance(file.data, dict) else None
        return frozenset(entries) if isinstance(entries, dict) else frozenset()

    def lost(self, name: str, *fields: str) -> bool:
        """Whether a skill's file gives one of these fields, and it could not be read."""
        entry, skill = self.files["skills"].data["skills"].get(name), self.models["skills"].skills[name]
        set_ = skill.model_fields_set
        return isinstance(entry, dict) and any(field in entry and field not in set_ for field in fields)

    @cached_property
    def references(self) -> list[tuple[YamlFile, Path, str, str]]:
        """Every name that must exist: file, place, `skill`, `category` or `term` (a group or category of red flags), and
        the name."""
        return [
            (self.files[kind], place, sort, name)
            for kind, model in self.models.items()
            if model is not None
            for place, sort, name in references(model)
        ]


def of(kind: Kind) -> Callable[[Callable[[Context, YamlFile, Any], Iterable[Problem]]], Check]:
    """Makes a check of one kind of file and its model one of a context: where there is no such, nothing is wrong."""

    def made(check: Callable[[Context, YamlFile, Any], Iterable[Problem]]) -> Check:
        def found(context: Context) -> Iterable[Problem]:
            file, model = context.files.get(kind), context.models.get(kind)
            return check(context, file, model) if file is not None and model is not None else ()

        return found

    return made


@cache
def _shipped(kind: Kind) -> Any:
    """The model of a shipped file."""
    from aiscreen.taxonomy.load import read_policy
    from aiscreen.taxonomy.validate import validate

    return validate(kind, read_policy(shipped_path(kind)))[0]


def numbered(path: Iterable[str | int]) -> Path:
    """A path whose list indexes may be written as text, with numbers for them."""
    return tuple(int(step) if isinstance(step, str) and step.isdecimal() else step for step in path)


@dataclass(frozen=True)
class Rule:
    """A named check. `check` yields problems and raises nothing on validated models; it is None where the reader
    or the schema finds the problem."""

    slug: str
    severity: Severity
    summary: str
    check: Check | None = None
