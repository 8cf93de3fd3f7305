"""A card on a page: each of its quotes stands there once, in full, and is cited by its place from there on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aiscreen.models.assessment import Assessment, Evidence
from aiscreen.reports.words import place, plain


@dataclass
class Said:
    """What one part of a card says: quotes `shown` and `folded`, each with its number in the card, and those `cited`
    that stand elsewhere."""

    shown: list[tuple[int, Evidence]] = field(default_factory=list)
    folded: list[tuple[int, Evidence]] = field(default_factory=list)
    cited: list[tuple[int, Evidence]] = field(default_factory=list)


def said_of(card: Assessment) -> list[Said]:
    """For each dimension, flag and criterion, in this order, what it says. Each part shows the best of its quotes that
    no part before it shows: two of them, of a criterion one."""
    parts: list[tuple[Sequence[Evidence], int]] = [
        *((part.evidence, 2) for part in card.dimensions),
        *((flag.evidence, 2) for flag in card.flags),
        *((criterion.evidence, 1) for criterion in card.criteria),
    ]
    numbers: dict[tuple[str, str], int] = {}
    shown: list[set[int]] = []
    taken: set[int] = set()
    for evidence, limit in parts:
        own = list(dict.fromkeys(numbers.setdefault(_key(e), len(numbers) + 1) for e in evidence))
        shown.append(set([number for number in own if number not in taken][:limit]))
        taken |= shown[-1]
    made = []
    for (evidence, _), here in zip(parts, shown, strict=True):
        said = Said()
        for number, each in {numbers[_key(e)]: e for e in evidence}.items():
            if number in here:
                said.shown.append((number, each))
            elif number in taken:
                said.cited.append((number, each))
            else:
                said.folded.append((number, each))
        taken |= {number for number, _ in said.folded}
        made.append(said)
    return made


def stands(words: str, card: Sequence[Said]) -> bool:
    """Whether a quote, in its marks, stands in a card already: on paper it need not be said again."""
    return any(
        plain(e.quote) == plain(words).strip("“”") for said in card for _, e in (*said.shown, *said.folded)
    )


def _key(evidence: Evidence) -> tuple[str, str]:
    return plain(evidence.quote), place(evidence)
