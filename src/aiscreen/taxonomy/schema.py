"""JSON Schema (2020-12) for the three files, for editors and for other tools."""

from __future__ import annotations

import json
from typing import Any

from aiscreen.taxonomy.kinds import model_of
from aiscreen.taxonomy.shipped import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind) -> dict[str, Any]:
    """The schema of one file. What goes beyond a schema (references, collisions, examples) is the linter's."""
    body = model_of(kind).model_json_schema(by_alias=True)
    title = f"aiscreen {kind}.yaml"
    return {"$schema": DIALECT, "$id": f"{kind}.schema.json", **_tidy(body, ""), "title": title}


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
