"""What pydantic complains of, as problems with a rule, a place and a remedy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aiscreen.taxonomy.fields import fields_at
from aiscreen.taxonomy.kinds import model_of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.remedies import described, month_advice, remedy, short
from aiscreen.taxonomy.shipped import ENTRIES, Kind
from aiscreen.taxonomy.suggest import did_you_mean, nearest, slug
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

DATES = frozenset({"released", "retired", "updated"})


def problem_of(kind: Kind, file: YamlFile, detail: ErrorDetails, path: Path) -> Problem:
    """The problem that a complaint about a value of a file is; `path` is where it stands."""
    code, value, name = detail["type"], detail["input"], str(detail["loc"][-1] if detail["loc"] else "")
    if code == "missing":
        advice = f"begin with `schema: aiscreen.{kind}/1`" if name == "schema" else f"add `{name}:`"
        return file.problem("missing-field", path, f"`{name}` is missing", advice, key=True)
    if code == "extra_forbidden":
        return _unknown_field(kind, file, detail["loc"], path, value)
    if code == "union_tag_not_found":
        field = detail["ctx"]["discriminator"].strip("'")
        advice = f"add `{field}:` and one of {', '.join(_tests(kind))}"
        return file.problem("missing-field", path, f"`{field}` is missing", advice, key=True)
    if name == "[key]":
        advice = f"write `{slug(str(value))}`" if code == "string_pattern_mismatch" else ""
        return file.problem("bad-id", path, f"`{value}` cannot be an id: {_plain(detail)}", advice, key=True)
    if value is None:
        return file.problem(
            "empty", path, f"`{name}` has no value", "give it one, or remove the line", key=True
        )
    if name in DATES and code in {"string_type", "string_pattern_mismatch", "value_error"}:
        return file.problem(
            "bad-date", path, f"`{file.written(path) or value}` is not a month", month_advice(value)
        )
    if code in {"too_short", "string_too_short"}:
        return file.problem("empty", path, f"`{name}` is empty", "fill it, or remove it")
    return _wrong_value(kind, file, detail, path, value)


def _unknown_field(kind: Kind, file: YamlFile, loc: Path, path: Path, value: Any) -> Problem:
    name, section = str(loc[-1]), ENTRIES[kind]
    fields = fields_at(model_of(kind), loc[:-1])
    advice = did_you_mean(name, fields, otherwise=f"known here: {', '.join(fields)}" if fields else "")
    entry = fields_at(model_of(kind), (section, "x")) if len(loc) == 1 and isinstance(value, dict) else []
    if entry and set(entry).issuperset(value):  # it looks like a skill, a role or a rule
        advice = f"indent it, if it belongs under `{section}:`"
    return file.problem("unknown-field", path, f"there is no field `{name}` here", advice, key=True)


def _tests(kind: Kind) -> list[str]:
    """The tests that a red flag may name."""
    from aiscreen.taxonomy.redflags.when import TESTS

    return sorted(TESTS) if kind == "redflags" else []


def lacking(file: YamlFile, names: Sequence[str]) -> list[Problem]:
    """The problem of a file that lacks these of its sections: most likely it is meant to build on the shipped one."""
    if any(nearest(name, ["extends"]) for name in file.data):
        return []  # its own spelling is told of
    listed = " and ".join(", ".join(f"`{name}`" for name in names).rsplit(", ", 1))
    verb = "is" if len(names) == 1 else "are"
    advice = "add `extends: shipped` to take over what the file does not say"
    return [file.problem("missing-field", (), f"{listed} {verb} missing", advice)]


def _wrong_value(kind: Kind, file: YamlFile, detail: ErrorDetails, path: Path, value: Any) -> Problem:
    code = detail["type"]
    about = detail.get("ctx", {})
    if code in {"literal_error", "union_tag_invalid"}:
        if code == "union_tag_invalid":
            path, value = (*path, about["discriminator"].strip("'")), about["tag"]
        choices = re.findall(r"'([^']*)'", about.get("expected", about.get("expected_tags", "")))
        advice = did_you_mean(str(value), choices, otherwise=f"choose from: {', '.join(choices)}")
        of_key = "[key]" in detail["loc"]
        return file.problem("wrong-type", path, f"`{short(value)}` is not allowed here", advice, key=of_key)
    wanted = _WANTED.get(code.removesuffix("_parsing").removesuffix("_type"))
    if wanted and (code.endswith(("_type", "_parsing"))):
        written = file.written(path)
        advice = remedy(wanted, value, written)
        if (
            wanted == "a mapping"
            and isinstance(value, str)
            and path[:1] == (ENTRIES[kind],)
            and len(path) == 2
        ):
            advice = f"to leave a shipped entry out, write `drop: [{path[1]}]`"
        elif (
            wanted == "a mapping" and isinstance(value, list) and not fields_at(model_of(kind), detail["loc"])
        ):
            advice = "write `name: value` lines in place of the `- ` items"
        elif wanted == "a mapping" and (fields := fields_at(model_of(kind), detail["loc"])):
            advice = f"its fields: {', '.join(fields)}"
        message = f"{wanted} is wanted, this is {described(value, written)}"
        return file.problem("wrong-type", path, message, advice)
    if code == "string_pattern_mismatch":
        return file.problem(
            "wrong-type",
            path,
            f"`{short(value)}` is not written as it must be: {_plain(detail)}",
            f"write `{slug(str(value))}`"
            if "a-z0-9" in str(detail["msg"]) and "@" not in str(detail["msg"])
            else "",
        )
    rule = _RULE_OF.get(code, code if code in _OWN else "invalid")
    error = about.get("error")
    if isinstance(error, ValueError) and type(error.__cause__ or error).__name__ in {"PatternError", "error"}:
        rule = "bad-pattern"
    said = _plain(detail)
    if said.startswith("needs "):
        said = f"`{path[-1]}` {said}"
    advice = about.get("advice", "") or _within(about)
    return file.problem(rule, path, said, advice, key=not file.written(path))


def _within(about: dict[str, Any]) -> str:
    """What to do about a value beyond its limit."""
    for name, words in _LIMITS.items():
        if name in about:
            return f"write a number that is {words.format(format(about[name], 'g'))}"
    return f"shorten it to {about['max_length']} or fewer" if "max_length" in about else ""


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
_LIMITS = {"gt": "more than {}", "ge": "{} or more", "lt": "less than {}", "le": "{} or less"}
_OWN = frozenset({"weights", "unknown-reference", "cycle", "missing-field"})
"""Rules of the linter that schemas complain with themselves (see `complaint`)."""


def _plain(detail: ErrorDetails) -> str:
    """Pydantic's own words without their frame."""
    said = str(detail["msg"]).removeprefix("Value error, ")
    if detail["type"] == "string_pattern_mismatch":
        return "small letters, digits and hyphens" if "a-z0-9" in said else said[0].lower() + said[1:]
    if said.startswith("Input should be "):
        return "this must be " + said.removeprefix("Input should be ")
    return said[:1].lower() + said[1:] if said.startswith(("Input", "String", "List", "Dictionary")) else said
