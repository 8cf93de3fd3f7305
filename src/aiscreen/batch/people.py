"""Whether two documents are one person's. Where in doubt they are not: a candidate shown twice costs a glance, one
hidden behind another costs them the job.

An e-mail address or a telephone number alone proves nothing: agencies write theirs on everybody's résumé, families
share one. So names have to agree as well; only where one has no name, or a new surname, what they say speaks for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aiscreen.text import fold

ALIKE = 0.5
"""Documents with at least this share of their sketches in common say the same things."""
_GENERATION = frozenset({"jr", "junior", "sr", "senior", "ii", "iii", "iv"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Who:
    """What a document tells of whose it is: folded name and e-mail address, the telephone number's last digits, an
    account elsewhere, and a sketch of what it says."""

    name: str
    email: str
    phone: str
    profile: str
    sketch: frozenset[int]


def same_person(one: Who, other: Who) -> bool:
    """Whether two documents are one person's."""
    if at_odds(one, other):
        return False
    contact = any(
        mine and mine == theirs
        for mine, theirs in ((one.email, other.email), (one.phone, other.phone), (one.profile, other.profile))
    )
    says_the_same = alike(one.sketch, other.sketch)
    return (contact or says_the_same) if agree(one.name, other.name) else (contact and says_the_same)


def at_odds(one: Who, other: Who) -> bool:
    """Whether two names cannot be one person's: both are whole, and they do not agree, nor are they one first name
    with another surname at the same address."""
    if min(len(_WORD.findall(each.name)) for each in (one, other)) < 2 or agree(one.name, other.name):
        return False
    married = one.email and one.email == other.email and one.name.split()[0] == other.name.split()[0]
    return not married


def name_key(name: str | None) -> str:
    """A name's words in an order of their own: `Wei Chen` and `Chen Wei` are one, and so are names that differ in
    what stands between first and last."""
    words = _WORD.findall(fold(name or ""))
    whole = [word for word in words if len(word) > 1 and word not in _GENERATION] or words
    return " ".join(sorted({whole[0], whole[-1]})) if whole else ""


def agree(one: str, other: str) -> bool:
    """Whether two names can be one person's: first and last names the same, others left out or cut to a letter.

    Father and son do not agree, nor does a single word with anything.
    """
    words, others = _WORD.findall(one), _WORD.findall(other)
    if _GENERATION.intersection(words) != _GENERATION.intersection(others):
        return False
    if len(words) > len(others):
        words, others = others, words
    left = list(others)
    whole = 0
    for word in words:
        match = next((w for w in left if w == word), None) or next((w for w in left if _cut(word, w)), None)
        if match is None:
            return False
        left.remove(match)
        whole += match == word
    return len(words) > 1 and whole > 0


def _cut(one: str, other: str) -> bool:
    """Whether one of two words is the other's first letter."""
    return one[0] == other[0] and min(len(one), len(other)) == 1


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Bottom-k estimate of the share in common, for sketches with enough in them to mean something."""
    if min(len(one), len(other)) < 4:
        return False
    smallest = set(sorted(one | other)[: max(len(one), len(other))])
    return len(smallest & one & other) / len(smallest) >= ALIKE
