"""Which files are checked, and together with which: a file is told by its `schema:`, and is referred to by others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiscreen.errors import ConfigError
from aiscreen.taxonomy import shipped
from aiscreen.taxonomy.load import read_policy
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.suggest import did_you_mean
from aiscreen.taxonomy.yamlfile import YamlFile

_SCHEMA = re.compile(r"""^schema:\s*["']?aiscreen\.(skills|roles|redflags)/""", re.MULTILINE)
_SAYS_SO = re.compile(rb"""^(?:\xef\xbb\xbf)?\{?\s*["']?schema["']?\s*:\s*["']?aiscreen""", re.MULTILINE)
_NAMES = frozenset(f"{kind}.{end}" for kind in KINDS for end in ("yaml", "yml"))
_TOPS: dict[str, Kind] = {"skills": "skills", "roles": "roles", "rubric": "roles", "rules": "redflags"}


@dataclass(frozen=True)
class Batch:
    """Files that are checked together, one of each kind; `own` names those whose problems are wanted."""

    files: dict[Kind, YamlFile]
    own: tuple[str, ...]


def select(
    paths: Sequence[str | os.PathLike[str]], *, skip_others: bool = False
) -> tuple[list[Batch], list[Problem], int]:
    """The files to check (the shipped ones where none is named), the problems of those that are of no known kind,
    and how many files there are to check.

    A kind that is not named is taken from beside the named files, else from the shipped ones, to be referred to.
    Several files of one kind are checked one after the other. With `skip_others`, files that neither say that they are
    policy files nor have the name of one are passed over. Raises ConfigError for a file that cannot be read.
    """
    named = expand(paths) if paths else [shipped.path(kind) for kind in KINDS]
    if skip_others:
        named = [path for path in named if path.name in _NAMES or says_so(path)]
    sorted_out: dict[Kind, list[YamlFile]] = {}
    problems: list[Problem] = []
    for path in named:
        file = read_policy(_shown(path))
        kind = kind_of(file)
        if kind is None:
            problems += file.problems or [_unknown(file)]
        else:
            sorted_out.setdefault(kind, []).append(file)
    rounds = max(map(len, sorted_out.values()), default=0)
    batches = [_batch(sorted_out, named, number) for number in range(rounds)]
    return batches, sorted(problems), len(named)


def _batch(sorted_out: dict[Kind, list[YamlFile]], named: Sequence[Path], number: int) -> Batch:
    files: dict[Kind, YamlFile] = {}
    own: list[str] = []
    for kind in KINDS:
        of_kind = sorted_out.get(kind, [])
        if number < len(of_kind):
            files[kind] = of_kind[number]
            own.append(of_kind[number].name)
        elif of_kind:
            files[kind] = of_kind[0]
        else:
            files[kind] = read_policy(_shown(_beside(kind, named)))
    return Batch(files, tuple(own))


def _beside(kind: Kind, named: Iterable[Path]) -> Path:
    """The file of a kind beside the named ones, else the shipped one."""
    for path in named:
        for end in ("yaml", "yml"):
            if (neighbour := path.parent / f"{kind}.{end}").is_file():
                return neighbour
    return shipped.path(kind)


def expand(paths: Sequence[str | os.PathLike[str]]) -> list[Path]:
    """The named files, each once; a folder stands for the policy files in it, whatever their names."""
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            files = sorted(
                each for each in path.iterdir() if each.suffix in (".yaml", ".yml") and each.is_file()
            )
            inside = [each for each in files if each.name in _NAMES or says_so(each)]
            if not inside:
                raise ConfigError(f"{path}: no policy file in this folder: none says `schema: aiscreen...`")
            found += inside
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def says_so(path: Path) -> bool:
    """Whether a file itself says that it is a policy file, however it is named."""
    return _SAYS_SO.search(shipped.read_bytes(path)) is not None


def _shown(path: Path) -> str:
    """A path as a person would write it: from here, where it is below."""
    try:
        return str(path.relative_to(Path.cwd())) if path.is_absolute() else str(path)
    except ValueError:
        return str(path)


def kind_of(file: YamlFile) -> Kind | None:
    """What a file is: by its `schema:`, else by what is in it, else by its name."""
    found = _SCHEMA.search(file.text)
    if found:
        return next(kind for kind in KINDS if kind == found[1])
    if isinstance(file.data, dict):
        for top, kind in _TOPS.items():
            if top in file.data:
                return kind
    stem = Path(file.name).stem
    return next((kind for kind in KINDS if kind == stem), None)


def _unknown(file: YamlFile) -> Problem:
    choices = [f"aiscreen.{kind}/1" for kind in KINDS]
    declared = file.data.get("schema") if isinstance(file.data, dict) else None
    if declared is None:
        return file.problem(
            "unknown-schema",
            (),
            "the file does not say what it is",
            f"begin it with `schema:` and one of {', '.join(choices)}",
        )
    advice = did_you_mean(str(declared), choices, otherwise=f"choose from: {', '.join(choices)}")
    return file.problem("unknown-schema", ("schema",), f"`{declared}` is no schema of aiscreen", advice)
