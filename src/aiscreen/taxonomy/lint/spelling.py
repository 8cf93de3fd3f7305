"""The spellings of skills with their places in the file, and the keys that the matcher finds them under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiscreen.taxonomy.yamlfile import Path

if TYPE_CHECKING:
    from aiscreen.taxonomy.skills import Skill

_FIELDS = {"distinctive": "aliases", "cased": "cased", "phrase": "phrases"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a skill: the text, its tier, where the file lists it, and the key it is found under.

    `listed` is the text in the file; `text` differs from it where a plural or a vendor's other name is meant.
    """

    skill: str
    text: str
    tier: str
    path: Path
    key: str
    listed: str

    @property
    def exact(self) -> str:
        """What two spellings must share to be one and the same to the matcher."""
        from aiscreen.taxonomy.skills import TOKEN

        return "".join(TOKEN.findall(self.text)) if self.tier == "cased" else self.key


def spellings(name: str, skill: Skill) -> Iterator[Spelling]:
    """All spellings of a skill with their places: each listed one is followed by what is derived from it."""
    from aiscreen.taxonomy.skills import squash, variants

    listed = [
        (text, tier, _place(name, skill, text, tier, version)) for text, tier, version in skill.spellings()
    ]
    following = 0
    base = ""
    path: Path = ("skills", name, "name")
    for text, tier, _version in variants(skill):
        if following < len(listed) and (text, tier) == listed[following][:2]:
            base, _, path = listed[following]
            following += 1
        yield Spelling(name, text, tier, path, squash(text), base)


def _place(name: str, skill: Skill, text: str, tier: str, version: str) -> Path:
    """Where the file lists a spelling."""
    if version:
        return ("skills", name, "versions", version, "aliases", skill.versions[version].aliases.index(text))
    field = _FIELDS[tier]
    texts = getattr(skill, field)
    return ("skills", name, field, texts.index(text)) if text in texts else ("skills", name, "name")
