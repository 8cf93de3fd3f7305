"""From names in code to skill ids of the taxonomy."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from aiscreen.portfolio.data import names
from aiscreen.text import fold

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

_SEPARATORS = re.compile(r"[^\w+#]|_")
"""Kinds of skills that a module may be named after, where the name is no ordinary word: a module called `agents` or
`render` is more likely somebody's own."""


class Catalog:
    """Looks names in code up in a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._ids: dict[str, str] = {}
        self._tools: dict[str, str] = {}
        self.names: dict[str, str] = {}
        for id, skill in sorted(taxonomy.skills.items()):
            self.names[id] = skill.name
            for rank, (spelling, tier, _) in enumerate(((id, "id", ""), *skill.spellings())):
                key = _squash(spelling)
                if rank < 2:
                    self._ids[key] = id  # its own id and name win over others' aliases
                else:
                    self._ids.setdefault(key, id)
                if skill.is_thing and tier == "distinctive":
                    self._tools.setdefault(key, id)

    def find(self, written: Iterable[str]) -> list[str]:
        """The ids of the first name that the taxonomy knows; at most one, in a list."""
        return next(([self._ids[key]] for name in written if (key := _squash(name)) in self._ids), [])

    @lru_cache(maxsize=8192)  # noqa: B019  a catalog lives as long as one examination
    def module(self, dotted: str) -> tuple[str, ...]:
        """The skills of an imported module: its longest listed beginning, else a tool of the same name."""
        table = names()["modules"]
        parts = dotted.split(".")
        found: list[str] = []
        for length in range(len(parts), 0, -1):
            listed = table.get(".".join(parts[:length]), ())
            if listed is None:
                return tuple(found)
            found.extend(id for id in self.find(listed) if id not in found)
        if not found and parts[0] not in sys.stdlib_module_names:
            found.extend(self.tool(parts[0]))
        return tuple(found)

    def tool(self, name: str) -> list[str]:
        """The tool of this very name."""
        id = self._tools.get(_squash(name))
        return [id] if id else []

    def package(self, name: str) -> list[str]:
        """The skill of a package of package.json, go.mod and the like."""
        table = names()["packages"]
        for key in (
            name,
            name.rpartition("/v")[0],
            "/".join(name.split("/")[:1]),
            "/".join(name.split("/")[:3]),
        ):
            if key in table:
                return self.find(table[key] or ())
        return self.tool(name.rpartition("/")[2] if name.startswith("@") else name)

    def image(self, image: str) -> list[str]:
        """The skill that a container image stands for (`bitnami/kafka:3.7`)."""
        last = image.partition("@")[0].rpartition("/")[2].partition(":")[0].lower()
        return self.find(names()["images"].get(last) or ())

    def terraform(self, resource: str) -> list[str]:
        """The skills of a Terraform resource type: its cloud, and the service where it is listed."""
        table = names()["terraform"]
        found = [
            id for prefix in table if resource.startswith(prefix) for id in self.find(table[prefix] or ())
        ]
        return list(dict.fromkeys(found))

    def language(self, language: str) -> list[str]:
        """The skill of a programming language."""
        return self.find(names()["languages"].get(language) or ())


def _squash(name: str) -> str:
    return _SEPARATORS.sub("", name.lower() if name.isascii() else fold(name))
