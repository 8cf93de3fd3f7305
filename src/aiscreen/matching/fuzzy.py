"""Misspellings of distinctive names, under conditions so narrow that "perfect" is never Prefect.

A global similarity threshold cannot work: "pytroch" is as near to PyTorch as "perfect" to Prefect. So a word counts
as a misspelling only of a single-word name of a tool, with the same first letter, within one edit (two from ten
letters on; a swap of neighbours is one), and only as an item of a list of skills; a word that the language has
for itself never does.
"""

from __future__ import annotations

from typing import Any

from aiscreen.matching.context import is_item
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import Candidate

# Words of English, names and places within an edit or two of a tool's name.
REAL_WORDS = frozenset(
    [
        "perfect",
        "prefects",
        "quadrant",
        "seldom",
        "seldon",
        "chained",
        "chainer",
        "trainer",
        "evident",
        "evidence",
        "scalar",
        "polars",
        "kerala",
        "julie",
    ]
)


def misspelt(index: dict[str, Any], normal: Normal, at: int, shortest: int) -> str | None:
    """The skill whose name token `at` misspells, or None."""
    token = normal.tokens[at]
    length = len(token)
    if length < shortest or length > 24 or not token.isalpha() or token in REAL_WORDS:
        return None
    if token[-1] == "s" and token[:-1] in REAL_WORDS:
        return None
    edits = 2 if length >= 10 else 1
    buckets = index["fuzzy"]
    letters = set(token)
    near = [
        (key, skill)
        for size in range(max(6, length - edits), length + edits + 1)
        for key, skill in buckets.get(f"{token[0]}{size}", ())
        if len(letters.symmetric_difference(key)) <= edits * 2
    ]
    if not near:
        return None
    from rapidfuzz.distance import OSA

    scored = [(OSA.distance(token, key, score_cutoff=edits), key, skill) for key, skill in near]
    best = min(scored)
    if not 0 < best[0] <= (edits if len(best[1]) >= 10 else 1):
        return None
    rivals = {skill for distance, _, skill in scored if distance == best[0]}
    return best[2] if len(rivals) == 1 else None


def misspellings(
    index: dict[str, Any], candidates: list[Candidate], normal: Normal, section: str
) -> list[tuple[int, str]]:
    """Tokens that misspell a tool's name, each with its skill: items of a list, beside a skill that is sure (in a
    skills section, anywhere)."""
    tokens, count = normal.tokens, len(normal.tokens)
    shortest = 6 if section == "skills" else 7
    taken = {i for c in candidates for i in range(c.first, c.last)}
    if section == "skills":
        places = set(range(count))
    else:
        places = {at for c in candidates if c.sure for at in _beside(c.first, c.last)}
    found: list[tuple[int, str]] = []
    while places:
        at = min(places)
        places.discard(at)
        if not 0 <= at < count or at in taken or len(tokens[at]) < shortest:
            continue
        taken.add(at)
        if is_item(normal, normal.starts[at], normal.ends[at]):
            hit = misspelt(index, normal, at, shortest)
            if hit is not None:
                found.append((at, hit))
                places.update(_beside(at, at + 1))
    return found


def _beside(first: int, last: int) -> tuple[int, ...]:
    """The tokens beside a span, and those after an "and"."""
    return first - 2, first - 1, last, last + 1
