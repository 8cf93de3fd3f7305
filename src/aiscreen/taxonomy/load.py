"""Policy files become a Taxonomy: what the rest of aiscreen reads, already checked."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeVar

from aiscreen import cache
from aiscreen.errors import TaxonomyError
from aiscreen.taxonomy import kept
from aiscreen.taxonomy.shipped import KINDS, Kind, base_of, read_bytes
from aiscreen.taxonomy.shipped import path as shipped_path

if TYPE_CHECKING:
    from aiscreen.taxonomy.problems import Problem
    from aiscreen.taxonomy.redflags import RedFlagsFile
    from aiscreen.taxonomy.roles import RolesFile
    from aiscreen.taxonomy.skills import Skill
    from aiscreen.taxonomy.yamlfile import YamlFile

PathLike = str | os.PathLike[str]
PROVEN, VALID = "taxonomy", "models"
"""Names in the cache: what `load` has let through, and what follows the schemas but may have other problems."""
T = TypeVar("T")


@dataclass(frozen=True)
class Taxonomy:
    """The three policy files, parsed and checked. `hashes` maps file name to the SHA-256 of its bytes; that of a shipped
    file which one of them extends stands under "shipped NAME".

    `key` names the content and the code that read it, for the cache; None keeps nothing. A taxonomy from the cache
    builds its parts when they are first asked for.
    """

    skills: Mapping[str, Skill]
    roles: RolesFile
    redflags: RedFlagsFile
    hashes: Mapping[str, str]
    categories: Mapping[str, str]
    key: str | None = field(default=None, repr=False, compare=False)

    @classmethod
    def from_kept(cls, found: Mapping[str, Any], hashes: Mapping[str, str], key: str) -> Taxonomy:
        """A taxonomy over what `kept.find` found."""
        made = cls.__new__(cls)
        parts = {
            "skills": kept.KeptSkills(found["entries"]),
            "categories": found["categories"],
            "hashes": hashes,
            "key": key,
        }
        for name, value in {**parts, "_later": kept.later(found)}.items():
            object.__setattr__(made, name, value)
        return made

    def __getattr__(self, name: str) -> Any:
        """A part that is not built yet."""
        build = self.__dict__.get("_later", {}).get(name)
        if build is None:
            raise AttributeError(f"a taxonomy has no {name}")
        object.__setattr__(self, name, build())
        return self.__dict__[name]

    @cached_property
    def by_category(self) -> Mapping[str, list[str]]:
        """The ids of each category's skills, in the order of the file; no skill is built for it."""
        return self.derived("categories", self._by_category)

    def _by_category(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for skill, rule in self.skills.items():
            found.setdefault(rule.category, []).append(skill)
        return found

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make` makes of this taxonomy, made at the first call and kept with it. `name` says what it is."""
        made: dict[str, Any] = self.__dict__.setdefault("_made", {})
        if name not in made:
            made[name] = make()
        found: T = made[name]
        return found

    def derived(self, name: str, make: Callable[[], T]) -> T:
        """What `make` computes from this taxonomy, taken from the cache where it was computed before.

        `name` says what it is (letters); the result is plain data (dicts, lists, tuples, sets, text, numbers).
        """
        if self.key is None:
            return make()
        found: T | None = cache.read(name, self.key)
        if found is None:
            found = make()
            cache.write(name, self.key, found)
        return found


def load(
    skills: PathLike | None = None, roles: PathLike | None = None, redflags: PathLike | None = None
) -> Taxonomy:
    """The taxonomy of the given files; None means the shipped one.

    Raises TaxonomyError with all problems when a file has errors, ConfigError when one cannot be opened.
    """
    given: dict[Kind, PathLike | None] = {"skills": skills, "roles": roles, "redflags": redflags}
    paths = {kind: os.fspath(given[kind] or shipped_path(kind)) for kind in KINDS}
    contents = {kind: read_bytes(path) for kind, path in paths.items()}
    digests = {kind: hashlib.sha256(data).hexdigest() for kind, data in contents.items()}
    bases = {kind: base_of(kind, contents[kind]) for kind in KINDS if given[kind]}
    hashes = {PurePath(paths[kind]).name: digest for kind, digest in digests.items()}
    hashes |= {f"shipped {kind}.yaml": base for kind, base in bases.items() if base}
    key = key_for({kind: digest + bases.get(kind, "") for kind, digest in digests.items()})
    if found := kept.find(PROVEN, key):
        return Taxonomy.from_kept(found, hashes, key)
    from aiscreen.taxonomy.yamlfile import read_yaml

    files = {kind: read_yaml(paths[kind], contents[kind]) for kind in KINDS}
    checked = _checked(files, own=[paths[kind] for kind in KINDS if given[kind]])
    kept.keep(PROVEN, key, checked)
    return assemble(checked, hashes, key)


def key_for(digests: Mapping[Kind, str]) -> str:
    """The cache's key for three files. A roles file may take what it leaves out from the shipped one, which counts
    as well therefore."""
    base = hashlib.sha256(read_bytes(shipped_path("roles"))).hexdigest()
    return cache.key_of([*(digests[kind] for kind in KINDS), base])


def assemble(models: Mapping[Kind, Any], hashes: Mapping[str, str], key: str | None = None) -> Taxonomy:
    """A taxonomy from the three validated files."""
    skills = models["skills"]
    return Taxonomy(skills.skills, models["roles"], models["redflags"], dict(hashes), skills.categories, key)


def _checked(files: Mapping[Kind, YamlFile], own: list[str]) -> Mapping[Kind, Any]:
    """The models of three files that were read. Raises TaxonomyError with all their errors.

    A person's own files go through the linter; the shipped ones, proven by the tests, are validated only. A skill
    that a person's skills.yaml lacks is no fault of the shipped roles, which just do not find it. Examples are not
    run and warnings not raised: that is for `aiscreen taxonomy check`.
    """
    from aiscreen.taxonomy.lint import ON_READING, check
    from aiscreen.taxonomy.lint.references import undefined_terms
    from aiscreen.taxonomy.lint.rule import Context
    from aiscreen.taxonomy.validate import validate

    if own:
        checked = check(files)
        models = dict(checked.context.models)
        problems = {p for p in checked.problems if p.file in own or p.rule in ON_READING}
    else:
        results = {kind: validate(kind, file) for kind, file in files.items()}
        models = {kind: model for kind, (model, _) in results.items()}
        problems = {p for kind, file in files.items() for p in (*file.problems, *results[kind][1])}
    problems.update(undefined_terms(Context(files, models)))
    if errors := fatal(problems):
        raise TaxonomyError(errors)
    return models


def fatal(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that make files unusable, sorted: all errors but that of an example which is not there."""
    return sorted(p for p in problems if p.severity == "error" and p.rule != "missing-example")


def read_policy(path: PathLike) -> YamlFile:
    """A policy file from disk. Raises ConfigError when it cannot be opened."""
    from aiscreen.taxonomy.yamlfile import read_yaml

    return read_yaml(os.fspath(path), read_bytes(path))
