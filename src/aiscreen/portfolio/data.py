"""The tables beside this file, read once: what names in code stand for, and the signs of how work is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Mark


@dataclass(frozen=True)
class Sign:
    """A sign of how work is done: what shows it by name alone. Patterns are over whole paths."""

    id: str
    name: str
    weight: float
    modules: frozenset[str]
    paths: re.Pattern[str] | None
    calls: re.Pattern[str] | None

    def mark(self, note: str = "", evidence: Sequence[Evidence] = ()) -> Mark:
        """The sign as found in a repository."""
        return Mark(id=self.id, name=self.name, weight=self.weight, note=note, evidence=list(evidence))


@dataclass(frozen=True)
class Tell:
    """Words that tell an exercise, by where they stand."""

    words: tuple[re.Pattern[str], ...]
    paths: tuple[re.Pattern[str], ...]
    code: re.Pattern[str] | None
    upstream: re.Pattern[str] | None


@lru_cache(maxsize=1)
def signs() -> Mapping[str, Sign]:
    """All signs by id, in the order of a report."""
    return {
        id: Sign(
            id=id,
            name=sign["name"],
            weight=float(sign["weight"]),
            modules=frozenset(sign.get("modules", ())),
            paths=_any(sign.get("paths", ())),
            calls=_any(sign.get("calls", ())),
        )
        for id, sign in _table("marks.yaml")["marks"].items()
    }


@lru_cache(maxsize=8)
def tell(id: str) -> Tell:
    """The words that tell one kind of exercise."""
    table = _table("marks.yaml")[id]
    return Tell(
        words=tuple(re.compile(word, re.IGNORECASE) for word in table.get("words", ())),
        paths=tuple(re.compile(word, re.IGNORECASE) for word in table.get("paths", ())),
        code=_any(table.get("code", ())),
        upstream=_any(table.get("upstream", ()), re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def names() -> Mapping[str, Mapping[str, tuple[str, ...] | None]]:
    """Tables from names in code (`modules`, `packages`, `images`, `terraform`, `languages`) to names of skills, the
    surest first. None means no skill, whatever skills.yaml has by that name."""
    return {
        kind: {str(key): _listed(value) for key, value in table.items()}
        for kind, table in _table("names.yaml").items()
    }


@dataclass(frozen=True)
class ClaimEntry:
    """One thing that a README may say, and what would show it: a mark, a word in the files, a grade."""

    id: str
    name: str
    says: re.Pattern[str]
    marks: tuple[str, ...]
    shows: tuple[str, ...]
    grades: tuple[str, ...]


@dataclass(frozen=True)
class ClaimsTable:
    """All claims, and the words that make a heading or a sentence a plan or a denial."""

    claims: tuple[ClaimEntry, ...]
    plans: re.Pattern[str]
    denied: re.Pattern[str]


@lru_cache(maxsize=1)
def claims_table() -> ClaimsTable:
    """What READMEs claim, and what shows it."""
    table = _table("claims.yaml")
    entries = (
        ClaimEntry(
            id=entry["id"],
            name=entry["name"],
            says=re.compile(entry["says"], re.IGNORECASE),
            marks=tuple(entry.get("marks", ())),
            shows=tuple(entry.get("shows", ())),
            grades=tuple(entry.get("grades", ())),
        )
        for entry in table["claims"]
    )
    return ClaimsTable(
        tuple(entries), re.compile(table["plans"], re.IGNORECASE), re.compile(table["denied"], re.IGNORECASE)
    )


def _listed(value: str | list[str] | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    return (value,) if isinstance(value, str) else tuple(value)


def _any(patterns: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined, flags) if joined else None


@lru_cache(maxsize=4)
def _table(name: str) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(Path(__file__).with_name(name).read_text(encoding="utf-8"), Loader=loader)


def line_at(text: str, place: int) -> int:
    """The line, from 1, on which a place in a text stands."""
    return text.count("\n", 0, place) + 1


def matches(pattern: re.Pattern[str], text: str, group: int = 1) -> Iterator[tuple[re.Match[str], int]]:
    """A pattern's matches with the line, from 1, on which a group of it begins. Counts each line once."""
    line, at = 1, 0
    for found in pattern.finditer(text):
        line += text.count("\n", at, found.start(group))
        at = found.start(group)
        yield found, line
