"""Plain data against the schemas: pydantic's complaints become problems with a place and a remedy."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from aiscreen.taxonomy.fields import fields_at
from aiscreen.taxonomy.kinds import model_of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.shipped import Kind
from aiscreen.taxonomy.suggest import did_you_mean, slug
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

ENTRIES: dict[str, str] = {"skills": "skill", "roles": "role", "rules": "rule"}
"""The mappings whose entries stand alone: one that fails is set apart and the others are still checked."""
DATES = frozenset({"released", "retired", "updated"})
_OF_ENTRY = frozenset({"missing", "too_short", "value_error", "union_tag_invalid", "union_tag_not_found"})
"""Failures after which an entry is not worth checking further."""
_ROUNDS = 6


def validate(kind: Kind, file: YamlFile) -> tuple[Any, list[Problem]]:
    """The model of a file without what fails in its entries, or None where nothing is left; and all problems."""
    from pydantic import ValidationError

    if not isinstance(file.data, dict):
        if file.data is not None:
            wanted = f"a mapping that begins with `schema: aiscreen.{kind}/1`"
            return None, [file.problem("wrong-type", (), f"the file is {_what(file.data)}, not {wanted}")]
        return None, [] if file.problems else [file.problem("empty", (), "the file is empty")]
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
    """The data without what failed: the field, or the whole entry where a field is missing. None where the failure
    is not inside an entry. Adds to `taken` what it takes out."""
    places = [(_resolve(data, detail["loc"]), detail["type"] in _OF_ENTRY) for detail in details]
    if any(len(path) < 2 or path[0] not in ENTRIES for path, _ in places):
        return None
    result = copy.deepcopy(data)
    # From the end of each list to its start, so that the places of what is still to be taken out stay true.
    for path, whole in sorted(
        places, key=lambda place: [str(step).zfill(9) for step in place[0]], reverse=True
    ):
        *above, last = path[:2] if whole or len(path) == 2 else path
        taken.add(path)
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
    for detail in details:
        lacking = detail["loc"][-1:] if detail["type"] == "missing" else ()
        path = _resolve(file.data, detail["loc"][:-1] if lacking else detail["loc"])
        place: Path = (*path, *lacking)
        # The branches of a union complain one by one: the one that looked inside has more to say.
        if place in seen or file.is_alias(path) or (detail["type"] == "string_type" and place in inside):
            continue
        seen.add(place)
        yield place, _problem(kind, file, detail, path)


def _problem(kind: Kind, file: YamlFile, detail: ErrorDetails, path: Path) -> Problem:
    code, value, name = detail["type"], detail["input"], str(detail["loc"][-1] if detail["loc"] else "")
    if code == "missing":
        return file.problem("missing-field", path, f"`{name}` is missing", f"add `{name}:`", key=True)
    if code == "extra_forbidden":
        fields = fields_at(model_of(kind), detail["loc"][:-1])
        advice = did_you_mean(name, fields, otherwise=f"known here: {', '.join(fields)}" if fields else "")
        return file.problem("unknown-field", path, f"there is no field `{name}` here", advice, key=True)
    if code == "union_tag_not_found":
        field = detail["ctx"]["discriminator"].strip("'")
        return file.problem("missing-field", path, f"`{field}` is missing", f"add `{field}:`", key=True)
    if name == "[key]":
        advice = f"write `{slug(str(value))}`" if code == "string_pattern_mismatch" else ""
        return file.problem("bad-id", path, f"`{value}` cannot be an id: {_plain(detail)}", advice, key=True)
    if value is None:
        return file.problem(
            "empty", path, f"`{name}` has no value", "give it one, or remove the line", key=True
        )
    if name in DATES and code in {"string_type", "string_pattern_mismatch", "value_error"}:
        return file.problem("bad-date", path, f"`{value}` is not a month", month_advice(value))
    if code in {"too_short", "string_too_short"}:
        return file.problem("empty", path, f"`{name}` is empty", "fill it, or remove it")
    return _wrong_value(file, detail, path, value)


def _wrong_value(file: YamlFile, detail: ErrorDetails, path: Path, value: Any) -> Problem:
    code = detail["type"]
    about = detail.get("ctx", {})
    if code in {"literal_error", "union_tag_invalid"}:
        if code == "union_tag_invalid":
            path, value = (*path, about["discriminator"].strip("'")), about["tag"]
        choices = re.findall(r"'([^']*)'", about.get("expected", about.get("expected_tags", "")))
        advice = did_you_mean(str(value), choices, otherwise=f"choose from: {', '.join(choices)}")
        of_key = "[key]" in detail["loc"]
        return file.problem("wrong-type", path, f"`{_short(value)}` is not allowed here", advice, key=of_key)
    wanted = _WANTED.get(code.removesuffix("_parsing").removesuffix("_type"))
    if wanted and (code.endswith(("_type", "_parsing"))):
        return file.problem(
            "wrong-type", path, f"{wanted} is wanted, this is {_what(value)}", _remedy(wanted, value)
        )
    if code == "string_pattern_mismatch":
        return file.problem(
            "wrong-type", path, f"`{_short(value)}` is not written as it must be: {_plain(detail)}"
        )
    rule = _RULE_OF.get(code, code if code in _OWN else "invalid")
    error = about.get("error")
    if isinstance(error, ValueError) and type(error.__cause__ or error).__name__ in {"PatternError", "error"}:
        rule = "bad-pattern"
    return file.problem(rule, (*path, *about.get("at", ())), _plain(detail), key=isinstance(value, dict))


_WANTED = {
    "string": "text",
    "list": "a list",
    "dict": "a mapping",
    "model": "a mapping",
    "model_attributes": "a mapping",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "tuple": "a list",
}
_RULE_OF = {
    "greater_than": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than": "out-of-range",
    "less_than_equal": "out-of-range",
    "string_too_long": "out-of-range",
    "too_long": "out-of-range",
}
_OWN = frozenset({"weights", "unknown-reference", "cycle", "missing-field"})
"""Rules of the linter that schemas complain with themselves (see `complaint`)."""


def _what(value: Any) -> str:
    """A value in a person's words."""
    if isinstance(value, bool):
        return f"the truth value `{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"the number `{value}`"
    if isinstance(value, str):
        return f"the text `{_short(value)}`"
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "nothing"


def _remedy(wanted: str, value: Any) -> str:
    if wanted == "text" and isinstance(value, (bool, int, float)):
        return f'quote it: "{str(value).lower() if isinstance(value, bool) else value}"'
    if wanted == "a list" and isinstance(value, (str, bool, int, float)):
        return f"write it as a list: [{value}]"
    if isinstance(value, str) and wanted in {"true or false", "a whole number", "a number"}:
        return "remove the quotes" if re.fullmatch(r"true|false|[-+]?[0-9.]+", value) else f"write {wanted}"
    return ""


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _plain(detail: ErrorDetails) -> str:
    """Pydantic's own words without their frame."""
    said = str(detail["msg"]).removeprefix("Value error, ")
    if detail["type"] == "string_pattern_mismatch":
        return "small letters, digits and hyphens" if "a-z0-9" in said else said[0].lower() + said[1:]
    if said.startswith("Input should be "):
        return "this must be " + said.removeprefix("Input should be ")
    return said[:1].lower() + said[1:] if said.startswith(("Input", "String", "List", "Dictionary")) else said


def month_advice(value: Any) -> str:
    """How to write what was meant as a month."""
    found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?", str(value))
    if found and 1 <= int(found[2]) <= 12:
        return f"write {found[1]}-{int(found[2]):02}"
    if re.fullmatch(r"(?:19|20)\d\d", str(value)):
        return f"write year and month: {value}-01 if only the year is known"
    return "write year and month as YYYY-MM, such as 2016-09"
