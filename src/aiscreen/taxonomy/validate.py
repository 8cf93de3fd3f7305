"""Plain data against the schemas: pydantic's complaints become problems with a place and a remedy."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from aiscreen.taxonomy.complaints import lacking, problem_of
from aiscreen.taxonomy.kinds import model_of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.remedies import described
from aiscreen.taxonomy.shipped import BEGIN, ENTRIES, Kind
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_OF_ENTRY = frozenset({"missing", "too_short", "value_error", "union_tag_invalid", "union_tag_not_found"})
"""Failures after which an entry is not worth checking further."""
_SECTIONS = frozenset(ENTRIES.values())
"""The mappings whose entries stand alone: one that fails is set apart and the others are still checked."""
_ROUNDS = 6


def validate(kind: Kind, file: YamlFile) -> tuple[Any, list[Problem]]:
    """The model of a file without what fails in its entries, or None where nothing is left; and all problems."""
    from pydantic import ValidationError

    if not isinstance(file.data, dict):
        if file.data is not None:
            wanted = f"a mapping that begins with `schema: aiscreen.{kind}/1`"
            advice = "write `name: value` lines, at the left margin"
            return None, [
                file.problem("wrong-type", (), f"the file is {described(file.data)}, not {wanted}", advice)
            ]
        return None, [] if file.problems else [file.problem("empty", (), "the file is empty", BEGIN)]
    data: dict[str, Any] = file.data
    problems: list[Problem] = []
    taken: set[Path] = set()
    for _ in range(_ROUNDS):
        try:
            return model_of(kind).model_validate(data), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
            found = _problems(kind, file, details)
            problems += [problem for path, problem in found if not _ours(path, taken)]
            pruned = _prune(data, details, taken)
        if pruned is None:
            break
        data = pruned
    return None, problems


def _ours(path: Path, taken: set[Path]) -> bool:
    """Whether a complaint is of what was taken out: that it is missing, or about what holds it."""
    return any(each[: len(path)] == path for each in taken)


def _prune(data: dict[str, Any], details: list[ErrorDetails], taken: set[Path]) -> dict[str, Any] | None:
    """The data without what failed: the field, or the whole entry where a field of one is missing. None where the failure
    is of the file as a whole. Adds to `taken` what it takes out."""
    result = copy.deepcopy(data)
    places: list[Path] = []
    for detail in details:
        path = _place(data, detail)
        if detail["type"] == "weights":
            _even(result["rubric"]["dimensions"])
            continue
        if len(path) < 2 and detail["type"] != "extra_forbidden":
            return None
        if path[-1] == "like":  # what it drops cannot be told either
            places.append((*path[:-1], "drop"))
        places.append(path[:2] if detail["type"] in _OF_ENTRY and path[0] in _SECTIONS else path)
        taken.add(path)
    # From the end of each list to its start, so that the places of what is still to be taken out stay true.
    for *above, last in sorted(places, key=lambda path: [str(step).zfill(9) for step in path], reverse=True):
        node: Any = result
        for step in above:
            if isinstance(node, dict):
                node = node.get(step)
            else:  # what held it may be gone: the branches of a union complain one by one
                there = isinstance(node, list) and isinstance(step, int) and step < len(node)
                node = node[step] if there else None
        if isinstance(node, dict):
            node.pop(last, None)
        elif isinstance(node, list) and isinstance(last, int) and last < len(node):
            del node[last]
    return result


def _even(dimensions: dict[str, Any]) -> None:
    """Makes weights add up, so that the rest of the file can be checked."""
    total = sum(each["max"] for each in dimensions.values())
    for each in dimensions.values():
        each["max"] *= 100 / total


def _place(data: Any, detail: ErrorDetails) -> Path:
    """Where the data has what a complaint is about."""
    return _resolve(data, (*detail["loc"], *detail.get("ctx", {}).get("at", ())))


def _resolve(data: Any, loc: tuple[str | int, ...]) -> Path:
    """The part of a pydantic location that exists in the data; the tags of unions are passed over."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(data, dict):
            known = step in data
        else:
            known = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if known:
            data = data[step]
            path.append(step)
    return tuple(path)


def _problems(kind: Kind, file: YamlFile, details: list[ErrorDetails]) -> Iterator[tuple[Path, Problem]]:
    """Each problem with its path; that of a missing field is the field's."""
    seen: set[Path] = set()
    inside = {path[:-1] for detail in details if (path := _resolve(file.data, detail["loc"]))}
    sections = [str(detail["loc"][0]) for detail in details if _of_file(detail)]
    if sections:
        yield from (((), problem) for problem in lacking(file, sections))
    for detail in details:
        missing = detail["loc"][-1:] if detail["type"] == "missing" else ()
        path = _resolve(file.data, detail["loc"][:-1]) if missing else _place(file.data, detail)
        place: Path = (*path, *missing)
        # The branches of a union complain one by one: the one that looked inside has more to say.
        outside = detail["type"] == "string_type" and place in inside
        if place in seen or file.is_alias(path) or _of_file(detail) or outside:
            continue
        seen.add(place)
        yield place, problem_of(kind, file, detail, path)


def _of_file(detail: ErrorDetails) -> bool:
    """Whether a whole section of the file is missing."""
    return detail["type"] == "missing" and len(detail["loc"]) == 1 and detail["loc"] != ("schema",)
