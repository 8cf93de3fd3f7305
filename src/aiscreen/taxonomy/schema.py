"""JSON Schema (2020-12) for the three files, for editors and for other tools."""

from __future__ import annotations

import json
from typing import Any

from aiscreen.taxonomy.kinds import model_of
from aiscreen.taxonomy.shipped import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind) -> dict[str, Any]:
    """The schema of one file. What goes beyond a schema (references, collisions, examples) is the linter's."""
    body = _extensible(_tidy(model_of(kind).model_json_schema(by_alias=True), ""))
    title = f"aiscreen {kind}.yaml"
    return {"$schema": DIALECT, "$id": f"{kind}.schema.json", **body, "title": title}


def dump(value: Any) -> str:
    """A schema as it is stored: the same bytes every time."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _tidy(value: Any, under: str) -> Any:
    """Without the titles that only repeat field names, which editors would show on every hover; ids held to their
    pattern."""
    if isinstance(value, list):
        return [_tidy(item, under) for item in value]
    if not isinstance(value, dict):
        return value
    named = under in {"properties", "$defs", "patternProperties", "mapping"}
    kept = {key: _tidy(item, key) for key, item in value.items() if named or key != "title"}
    if not named and "patternProperties" in kept:  # ids of another pattern are refused, not let through
        kept.setdefault("additionalProperties", False)
    return kept


def _extensible(body: dict[str, Any]) -> dict[str, Any]:
    """Where a file says `extends`, nothing but its `schema` must be there, and entries may hold just what they change."""
    known, fields = body["$defs"], body["properties"]
    changing = _changing(known)
    loose = {name: _loose(field, changing) for name, field in fields.items()}
    moved = [name for name, field in fields.items() if field != loose[name]]
    changes = {f"{name}Change": _loose(known[name], changing) for name in known if name in changing}
    return {
        **body,
        "$defs": {**known, **changes},
        "properties": {name: True if name in moved else field for name, field in fields.items()},
        "required": ["schema"],
        "if": {"required": ["extends"]},
        "then": {"properties": {name: loose[name] for name in moved}},
        "else": {"properties": {name: fields[name] for name in moved}, "required": body["required"]},
    }


def _changing(known: dict[str, Any]) -> frozenset[str]:
    """The definitions that require something, or refer to one that does; not those of tests, which come whole."""
    found: frozenset[str] = frozenset()
    while True:
        more = frozenset(
            name
            for name, body in known.items()
            if "test" not in body.get("properties", {}) and _loose(body, found) != body
        )
        if more == found:
            return found
        found = more


def _loose(node: Any, changing: frozenset[str]) -> Any:
    """A schema that requires nothing, nor does what it refers to."""
    if isinstance(node, list):
        return [_loose(item, changing) for item in node]
    if not isinstance(node, dict):
        return node
    if "discriminator" in node:  # a test: part of one fits none of them
        return {"type": "object"}
    if node.get("$ref", "").rsplit("/", 1)[-1] in changing:
        return {**node, "$ref": f"{node['$ref']}Change"}
    return {
        key: _loose(value, changing)
        for key, value in node.items()
        if key != "required" or not isinstance(value, list)
    }
