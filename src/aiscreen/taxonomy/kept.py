"""Validated models in the cache, and brought back piece by piece: a run that names forty skills builds forty.

Each skill, the roles and the red flags are kept as `marshal` bytes of their own inside the cache's entry.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from aiscreen import cache
from aiscreen.errors import ConfigError
from aiscreen.taxonomy.shipped import KINDS, Kind

if TYPE_CHECKING:
    from aiscreen.taxonomy.skills import Skill

_NO_REFERENCES = 2
"""The form of marshal whose bytes do not tell which equal texts are one object: they are the same for the same file."""
_DAMAGE = (KeyError, TypeError, AttributeError, ValueError, EOFError)


class KeptSkills(Mapping[str, "Skill"]):
    """Skills by id, each built when it is first asked for."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._built: dict[str, Skill] = {}

    def __getitem__(self, name: str) -> Skill:
        if name not in self._built:
            self._built[name] = _skill(self._packed[name])
        return self._built[name]

    def __contains__(self, name: object) -> bool:
        return name in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __repr__(self) -> str:
        return f"<{len(self)} skills>"


def _skill(packed: bytes) -> Skill:
    from aiscreen.taxonomy.skills import Skill
    from aiscreen.taxonomy.thaw import thaw

    built: Skill = _sound(lambda: thaw(Skill, marshal.loads(packed)))
    return built


def _model(kind: Kind, packed: bytes) -> Any:
    from aiscreen.taxonomy.kinds import model_of
    from aiscreen.taxonomy.thaw import thaw

    return _sound(lambda: thaw(model_of(kind), marshal.loads(packed)))


def _roles(packed: bytes, indexes: bytes) -> Any:
    """The roles, with what their lexicons are made of."""
    roles = _model("roles", packed)
    vars(roles)["indexes"] = _sound(lambda: marshal.loads(indexes))
    return roles


def _sound(build: Callable[[], Any]) -> Any:
    """What is built. Raises ConfigError where the bytes are whole but of another shape, which only a hand can do."""
    try:
        return build()
    except _DAMAGE as error:
        raise ConfigError(
            "the cache holds something else than it should: delete the folder aiscreen caches in"
        ) from error


def keep(name: str, key: str, models: Mapping[Kind, Any]) -> None:
    """Keeps three validated models under a name."""
    from aiscreen.taxonomy.thaw import freeze

    frozen = {kind: freeze(models[kind]) for kind in KINDS}
    skills = {id: marshal.dumps(skill) for id, skill in frozen["skills"].pop("skills").items()}
    rest = {kind: marshal.dumps(value) for kind, value in frozen.items()}
    indexes = marshal.dumps(models["roles"].indexes, _NO_REFERENCES)
    parts = {"categories": models["skills"].categories, "indexes": indexes}
    cache.write(name, key, {"entries": skills, **parts, **rest})


def find(name: str, key: str) -> dict[str, Any] | None:
    """What `keep` has kept, or None where there is nothing of that shape."""
    kept = cache.read(name, key)
    shape: dict[str, type] = {"entries": dict, "categories": dict, "indexes": bytes}
    for kind in KINDS:
        shape[kind] = bytes
    if not isinstance(kept, dict) or any(not isinstance(kept.get(part), of) for part, of in shape.items()):
        return None
    return kept


def later(kept: Mapping[str, Any]) -> dict[Kind, Callable[[], Any]]:
    """How the roles and the red flags are built, for when they are asked for."""
    return {
        "roles": partial(_roles, kept["roles"], kept["indexes"]),
        "redflags": partial(_model, "redflags", kept["redflags"]),
    }


def whole(kept: Mapping[str, Any]) -> dict[Kind, Any]:
    """The three models, built at once."""
    from aiscreen.taxonomy.kinds import model_of
    from aiscreen.taxonomy.thaw import thaw

    skills = {id: marshal.loads(each) for id, each in kept["entries"].items()}
    models: dict[Kind, Any] = {kind: build() for kind, build in later(kept).items()}
    models["skills"] = thaw(model_of("skills"), {**marshal.loads(kept["skills"]), "skills": skills})
    return models
