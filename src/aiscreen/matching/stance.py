"""Whose experience a mention is: the candidate's own, weak (exposure, courses, others' work), wished for, or denied.

A cue ("no experience", "would like to learn") governs what follows it in its clause; a job advert's wording governs
what follows beyond its clause. Each cue is looked for only where its first word stands, so a text without cues costs
nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from aiscreen.matching.cues import (
    AFTER,
    AFTER_WORDS,
    BY_WORD,
    CLAUSE,
    CUE_WORDS,
    ELSE_WORDS,
    HIRED,
    HIRED_AS,
    MEANS,
    NAMED,
    NOT_WITHOUT,
    OWN_TEAM,
    STANDS_FOR_ELSE,
    STOPS,
    compiled,
)
from aiscreen.matching.normal import Normal

REACH = 160
"""Characters after a cue that it governs at most."""

ADVERT_REACH = 400
"""The same for a job advert's wording, which governs beyond its clause."""

_COLON = re.compile(r"(?: \w+)?\s*:")
_HELD = ("denied", "named", "passed over", "left", "tried", "advert", "wish", "weak", "others")
_TELLING = ELSE_WORDS | HIRED_AS | AFTER_WORDS
"""Of what may stand behind a mention, the words that tell anything."""
_ORDER = {"denied": 0, "wish": 1, "weak": 2, "own": 3}


class Stances:
    """What the cues of a text govern, worked out once for all of its mentions.

    With `employer`, the text is an advert's: its wishes are what it asks for, and only denials count.
    """

    __slots__ = ("_held", "_normal", "_spans")

    def __init__(self, normal: Normal, *, employer: bool = False) -> None:
        self._normal = normal
        self._held = ("denied", "named", "passed over") if employer else _HELD
        self._spans: list[tuple[int, int, str]] = []
        if not normal.words.isdisjoint(CUE_WORDS):
            self._spans = sorted(self._governed())

    def _governed(self) -> Iterator[tuple[int, int, str]]:
        """Where each cue's reach begins and ends, and its stance."""
        normal, text = self._normal, self._normal.lower
        for at in [at for at, word in enumerate(normal.tokens) if word in BY_WORD]:
            for held, cue in BY_WORD[normal.tokens[at]]:
                start = normal.start(at)
                match = compiled(cue).match(text, start) if held in self._held else None
                if match is None:
                    continue
                if held == "named":
                    named = NAMED.match(text, match.end())
                    if named and not NOT_WITHOUT.search(text, max(0, start - 40), start):
                        yield match.end(), named.end(), "denied"
                    continue
                colon = _COLON.match(text, match.end())
                if held == "others" and OWN_TEAM.search(text, max(0, start - 40), start):
                    continue
                stops = STOPS.get(held, CLAUSE)
                stop = stops.search(text, colon.end() if colon else match.end(), match.end() + REACH)
                reach = stop.start() if stop else match.end() + REACH
                if held == "advert":
                    reach = match.end() + ADVERT_REACH
                yield match.end(), reach, MEANS.get(held, held)

    def of(self, first: int, last: int) -> str:
        """The stance of the mention at tokens [first, last)."""
        tokens = self._normal.tokens
        held = self._within(self._normal.start(first)) if self._spans else "own"
        if held != "own":
            return held
        if first and tokens[first - 1] == "learning" and self._learning(first - 1):
            return "wish"
        if last == len(tokens):
            return "own"
        if tokens[last] not in _TELLING:
            return "own"
        end = self._normal.end(last - 1)
        if tokens[last] in ELSE_WORDS and STANDS_FOR_ELSE.match(self._normal.lower, end):
            return "denied"
        if tokens[last] in HIRED_AS and HIRED.search(self._normal.lower, 0, self._normal.start(first)):
            return "denied"
        if tokens[last] in AFTER_WORDS:
            for stance, pattern in AFTER:
                if pattern.match(self._normal.lower, end):
                    return stance
        return "own"

    def _within(self, start: int) -> str:
        """The gravest stance of the cues that reach a place."""
        held = "own"
        at = bisect_right(self._spans, start, key=lambda span: span[0])
        while at and self._spans[at - 1][0] > start - ADVERT_REACH:
            at -= 1
            _, high, stance = self._spans[at]
            if start < high and _ORDER[stance] < _ORDER[held]:
                held = stance
        return held

    def _learning(self, at: int) -> bool:
        """Whether "learning" is a verb here: at the start, after a comma, or after "am", "and"; not in "machine
        learning"."""
        start = self._normal.start(at)
        return (
            not at
            or self._normal.tokens[at - 1] in ("am", "and", "is", "on")
            or self._normal.lower[start - 2] in ",;.:"
        )
