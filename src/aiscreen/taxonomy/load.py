"""Policy files become a Taxonomy: what the rest of aiscreen reads, already checked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiscreen.errors import ConfigError, TaxonomyError
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.shipped import path as shipped_path
from aiscreen.taxonomy.yamlfile import MAX_BYTES, YamlFile, read_yaml


@dataclass(frozen=True)
class Taxonomy:
    """The three policy files, parsed and checked. `hashes` maps file name to the SHA-256 of its bytes."""

    skills: Mapping[str, Any]
    roles: Any
    redflags: Any
    hashes: Mapping[str, str]


def load(
    skills: str | os.PathLike[str] | None = None,
    roles: str | os.PathLike[str] | None = None,
    redflags: str | os.PathLike[str] | None = None,
) -> Taxonomy:
    """The taxonomy of the given files; None means the shipped one.

    Raises TaxonomyError with all problems when a file has errors, ConfigError when one cannot be opened.
    """
    given: dict[Kind, str | os.PathLike[str] | None] = {"skills": skills, "roles": roles, "redflags": redflags}
    files = {kind: read_policy(given[kind] or shipped_path(kind)) for kind in KINDS}
    if problems := sorted(p for file in files.values() for p in file.problems if p.severity == "error"):
        raise TaxonomyError(problems)
    hashes = {Path(file.name).name: file.sha256 for file in files.values()}
    from types import SimpleNamespace
    return Taxonomy((files["skills"].data or {}).get("skills", {}), SimpleNamespace(**files["roles"].data), SimpleNamespace(**files["redflags"].data), hashes)


def read_policy(path: str | os.PathLike[str]) -> YamlFile:
    """A policy file from disk. Raises ConfigError when it cannot be opened."""
    return read_yaml(os.fspath(path), read_bytes(path))


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """At most a little more than the largest policy file, so that a device or a huge file cannot fill memory."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"{os.fspath(path)}: cannot be read: {error.strerror or error}") from error
