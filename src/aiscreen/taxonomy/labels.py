"""What a sentence shows by the words of roles.yaml: classes of production evidence and signals, each whole or half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aiscreen.taxonomy.lexicon import Lexicon
from aiscreen.taxonomy.words import sentences

if TYPE_CHECKING:
    from aiscreen.taxonomy.roles import RolesFile

ABOUT_AI = "about-ai"
"""The label of words that make a statement one of AI, whatever its skills."""
_UNDONE = "undone"
_REACH = 5
"""How many words behind a word of planning or wishing what it takes back may begin."""


def labelled(roles: RolesFile) -> Iterator[tuple[str, Sequence[str]]]:
    """The patterns of evidence and signals: labels are `deploy`, `deploy/half`, `deploy/unless` and so on."""
    for _, key, words in roles.words():
        yield key, words.full
        yield f"{key}/half", words.half
        yield f"{key}/unless", words.unless
    yield ABOUT_AI, roles.rubric.relevant.says


def labels(lexicon: Lexicon[str], text: str) -> dict[str, float]:
    """What the lexicon finds in a text: label and strength (1.0 or 0.5)."""
    found: dict[str, float] = {}
    for sentence in sentences(text):
        if hits := lexicon.find(sentence):
            for key, strength in _standing(hits):
                found[key] = max(found.get(key, 0.0), strength)
    return found


def _standing(hits: Sequence[tuple[str, int, int]]) -> Iterator[tuple[str, float]]:
    """The hits of a sentence but those that an `unless` overlaps, and what is only planned or wished."""
    barred = [hit for hit in hits if hit[0].endswith("/unless")]
    undone = [last for label, _, last in hits if label == _UNDONE]
    for label, first, last in hits:
        key, _, grade = label.partition("/")
        if grade == "unless" or (key != _UNDONE and any(0 < first - end <= _REACH for end in undone)):
            continue
        if not any(bar == f"{key}/unless" and low <= last and first <= high for bar, low, high in barred):
            yield key, 0.5 if grade else 1.0


def failed_examples(roles: RolesFile) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every example sentence of evidence and signals that its patterns read wrongly: its place, and why."""
    for group, key, words in roles.words():
        for kind, examples in (("hit", words.examples.hit), ("miss", words.examples.miss)):
            for index, example in enumerate(examples):
                found = key in labels(roles.lexicon, example)
                if found != (kind == "hit"):
                    why = "is not found" if kind == "hit" else "is found, though it should not be"
                    yield (group, key, "examples", kind, str(index)), f"{example!r} {why}"
