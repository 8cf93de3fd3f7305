"""What takes a finding back: somebody's mistake that is told or quoted, negation, contrast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.grammar import ARTICLES
from aiscreen.judging.flags.sentence import Sentence, Span
from aiscreen.taxonomy.redflags.file import Guards as Words
from aiscreen.text import vocabulary

_BEFORE = 6
_NEAR = 2
_HERE = 3
_BREAKS = frozenset({",", ";", ":"})
_CAME_UPON = vocabulary(
    "found caught spotted noticed uncovered discovered diagnosed detected finding noticing"
)
_STATES = vocabulary(
    "left still being running fitted fit applied tuned used enabled computed active trained shuffled scaled stuck kept swapped "
    "duplicated missing set selected chosen imputed normalised normalized leaking seen"
)
_WHICH = vocabulary("that which whose where in")
"""What stands behind a thing that was come upon; the second only right behind the word for it."""
_BY = vocabulary("by with using via through")
_QUOTED = re.compile(r"(?<!\w)(?:'[^']*(?:\w'\w[^']*)*'|‘[^’]*(?:\w’\w[^’]*)*’|\"[^\"]*\"|“[^”]*”)(?!\w)")
_TITLE = re.compile(
    r"\b(?:titled|entitled|title|named|called|thesis|dissertation|papers?|publications?|published|posters?|projects?|course|prompts?|prompted)\b[^.;]*$",
    re.I,
)


class Guards:
    """The guards of a file. `label` gives the label under which a list of patterns is found."""

    def __init__(self, words: Words, label: Callable[[Iterable[str]], int]) -> None:
        self._told_of, self._meant = label(words.sentence), label(words.meant)
        self._ahead, self._near, self._inside = label(words.before), label(words.near), label(words.within)

    def told(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of somebody's mistake, not only of one to be avoided ("to prevent leakage")."""
        meant = sentence.found.get(self._meant, ())
        return any(
            not any(a <= first and last <= b for a, b in meant)
            for first, last in sentence.found.get(self._told_of, ())
        )

    def denied(self, sentence: Sentence, found: Found, first_alone: bool) -> bool:
        """Whether a negation or contrast governs what was found, from its clause on. `first_alone`: the test has seen
        itself to what stands inside of what it found."""
        places = sentence.cut.places
        first, last = tokens_of(sentence, found)
        start = first
        while start and start > first - _BEFORE and sentence.tokens[start - 1] not in _BREAKS:
            start -= 1
        start = _behind_exchange(sentence.tokens, start, first)
        near = first
        while near > start and sentence.tokens[near - 1] in ARTICLES:
            near -= 1
        near = max(start, near - _NEAR)
        return any(
            low <= places[a] and places[b] < high
            for label, low, high in (
                (self._ahead, start, first),
                (self._near, near, first),
                (self._inside, first, first if first_alone else last),
            )
            for a, b in sentence.found.get(label, ())
        )


def witnessed(sentence: Sentence, found: Found) -> bool:
    """Whether somebody came upon what was found as it was: "Found dropout still active at inference", which is a fault
    found, and no way to work."""
    tokens = sentence.tokens
    first, last = tokens_of(sentence, found)
    ahead = [at for at in range(max(0, first - _HERE), first) if tokens[at] in _CAME_UPON]
    if not ahead:
        return False
    beside = all(token in ARTICLES for token in tokens[ahead[-1] + 1 : first])
    states = _STATES | _WHICH if beside else _STATES
    end = min(last + beside, len(tokens))
    state = next((at for at in range(first, end) if tokens[at] in states), None)
    return state is not None and _BY.isdisjoint(tokens[ahead[-1] : state])


def quoted(text: str, found: Found) -> bool:
    """Whether what was found is what somebody else said, in quotation marks: no title, and no prompt of one's own."""
    return any(
        each.start() <= found.start and found.end <= each.end() and not _TITLE.search(text[: each.start()])
        for each in _QUOTED.finditer(text)
    )


def tokens_of(sentence: Sentence, found: Found) -> Span:
    """The first token of what was found, and the one behind it."""
    spans = sentence.cut.spans
    first = next((i for i, span in enumerate(spans) if span[1] > found.start), 0)
    return first, next((i for i, span in enumerate(spans) if span[0] >= found.end), len(spans))


def _behind_exchange(tokens: Sequence[str], start: int, first: int) -> int:
    """ "Replaced A by B", "moved from A to B": what is found at B is not what was taken away, so what governs it starts
    behind "by"."""
    for at in range(start, first):
        moved = tokens[at].startswith(("migrat", "mov")) and tokens[at + 1] in ("from", "off", "away")
        if moved or tokens[at].startswith(("replac", "swap", "substitut", "exchang", "switch")):
            for behind in range(at + 1, first):
                if tokens[behind] == "to" or (not moved and tokens[behind] in ("by", "with", "for")):
                    return behind + 1
    return start
