"""Policy files become a Taxonomy: what the rest of aiscreen reads, already checked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.errors import ConfigError, TaxonomyError
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.shipped import path as shipped_path
from aiscreen.taxonomy.yamlfile import MAX_BYTES, YamlFile, read_yaml

if TYPE_CHECKING:
    from aiscreen.taxonomy.redflags import RedFlagsFile
    from aiscreen.taxonomy.roles import RolesFile
    from aiscreen.taxonomy.skills import Skill

PathLike = str | os.PathLike[str]


@dataclass(frozen=True)
class Taxonomy:
    """The three policy files, parsed and checked. `hashes` maps file name to the SHA-256 of its bytes."""

    skills: Mapping[str, Skill]
    roles: RolesFile
    redflags: RedFlagsFile
    hashes: Mapping[str, str]
    categories: Mapping[str, str]


def load(
    skills: PathLike | None = None, roles: PathLike | None = None, redflags: PathLike | None = None
) -> Taxonomy:
    """The taxonomy of the given files; None means the shipped one.

    Raises TaxonomyError with all problems when a file has errors, ConfigError when one cannot be opened.
    """
    given: dict[Kind, PathLike | None] = {"skills": skills, "roles": roles, "redflags": redflags}
    contents = {
        kind: (os.fspath(path := given[kind] or shipped_path(kind)), read_bytes(path)) for kind in KINDS
    }
    return build({kind: read_yaml(name, data) for kind, (name, data) in contents.items()})


def build(files: Mapping[Kind, YamlFile]) -> Taxonomy:
    """The taxonomy of three files that were read. Raises TaxonomyError with all their errors.

    Examples are not run and warnings not raised: that is for `aiscreen taxonomy check`.
    """
    from aiscreen.taxonomy.lint import check

    if len(files["skills"].data or {}) == 1:  # TEMPORARY until skills.yaml has content
        files["skills"].data.update(categories={}, skills={})
    found = check(files)
    if errors := [problem for problem in found.problems if problem.severity == "error"]:
        raise TaxonomyError(errors)
    return found.taxonomy


def read_policy(path: PathLike) -> YamlFile:
    """A policy file from disk. Raises ConfigError when it cannot be opened."""
    return read_yaml(os.fspath(path), read_bytes(path))


def read_bytes(path: PathLike) -> bytes:
    """A file's bytes, at most a little more than a policy file may have: a device or a huge file cannot fill memory.

    Raises ConfigError when it cannot be opened.
    """
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigError(f"{os.fspath(path)}: cannot be read: {why}") from error
