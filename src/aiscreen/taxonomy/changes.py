"""What changed between two policy files: every field, with its line."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from aiscreen.taxonomy.shipped import Kind
from aiscreen.taxonomy.yamlfile import Path, YamlFile

GONE: Any = object()
"""In place of a value that one side does not have."""


@dataclass(frozen=True)
class Change:
    """One field that differs. `file` and `line` are where it stands in the new file; in the old one if it is gone."""

    kind: Kind
    path: Path
    before: Any
    after: Any
    file: str
    line: int

    @property
    def sort(self) -> Literal["+", "-", "~"]:
        """Added, gone or changed."""
        return "+" if self.before is GONE else "-" if self.after is GONE else "~"

    def __str__(self) -> str:
        name = ".".join(str(step) for step in self.path)
        if self.sort != "~" or isinstance(self.before, dict) or isinstance(self.after, dict):
            return f"{self.sort} {name}"
        if isinstance(self.before, list) and isinstance(self.after, list):
            return f"~ {name}: {_list_change(self.before, self.after)}"
        return f"~ {name}: {_shown(self.before)} -> {_shown(self.after)}"


def changes(kind: Kind, old: YamlFile, new: YamlFile) -> list[Change]:
    """Every field that differs, in the order of the new file; what is gone comes last."""
    found = [
        Change(kind, path, before, after, file.name, file.span(path, key=True).line)
        for path, before, after in _differences(old.data, new.data, ())
        for file in (old if after is GONE else new,)
    ]
    return sorted(found, key=lambda change: (change.after is GONE, change.line))


def _differences(old: Any, new: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in [*new, *(name for name in old if name not in new)]:
            yield from _differences(old.get(name, GONE), new.get(name, GONE), (*path, name))
    elif old is GONE or new is GONE or type(old) is not type(new) or old != new:
        yield path, old, new


def applied(data: Any, change: Change) -> Any:
    """The old data with one change made."""
    result = copy.deepcopy(data)
    *above, last = change.path
    node = result
    for step in above:
        node = node.setdefault(step, {})
    if change.after is GONE:
        node.pop(last, None)
    else:
        node[last] = change.after
    return result


def _list_change(before: list[Any], after: list[Any]) -> str:
    """What came and went; or that the order is another."""
    parts = [f"+ {_shown(item)}" for item in after if item not in before]
    parts += [f"- {_shown(item)}" for item in before if item not in after]
    return ", ".join(parts) or "in another order"


def _shown(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "true", False: "false"}[value]
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
