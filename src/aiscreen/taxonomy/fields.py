"""Which fields a model allows at a place, for suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel


def fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The field names that are allowed at a location, found by walking the model's JSON Schema."""
    schema = model.model_json_schema(by_alias=True)
    nodes = [schema]
    for step in loc:
        nodes = [child for node in nodes for child in _children(schema, node, step)]
    return sorted({name for node in _expand(schema, nodes) for name in node.get("properties", {})})


def _children(root: dict[str, Any], node: dict[str, Any], step: str | int) -> Iterator[dict[str, Any]]:
    mapping = _follow(root, node).get("discriminator", {}).get("mapping", {})
    if step in mapping:
        yield {"$ref": mapping[step]}
        return
    for each in _expand(root, [node]):
        if isinstance(step, str) and step in each.get("properties", {}):
            yield each["properties"][step]
        elif isinstance(step, str) and isinstance(each.get("additionalProperties"), dict):
            yield each["additionalProperties"]
        elif isinstance(step, str):
            yield from (v for v in each.get("patternProperties", {}).values() if isinstance(v, dict))
        elif isinstance(each.get("items"), dict):
            yield each["items"]


def _follow(root: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = root["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    return node


def _expand(root: dict[str, Any], nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The nodes themselves with references and alternatives followed."""
    for each in nodes:
        node = _follow(root, each)
        if alternatives := node.get("anyOf") or node.get("oneOf"):
            yield from _expand(root, alternatives)
        else:
            yield node
