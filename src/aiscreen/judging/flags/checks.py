"""Tests of a sentence that look for phrases; what all tests give back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aiscreen.judging.flags.relations import Claim
from aiscreen.judging.flags.sentence import Sentence, Terms
from aiscreen.taxonomy.redflag_patterns import fill_groups, parse_pattern
from aiscreen.taxonomy.redflags import Says, Together


@dataclass(frozen=True)
class Found:
    """What a test found: where in the text, and words for the message."""

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Patterns:
    """Patterns as one regular expression, with what a sentence must hold for any of them to match."""

    regex: re.Pattern[str]

    @classmethod
    def of(cls, patterns: Sequence[str], terms: Terms) -> Patterns:
        written = "|".join(
            f"(?:{fill_groups(parse_pattern(pattern), terms.classes)})" for pattern in patterns
        )
        return cls(re.compile(written or r"(?!)"))

    def find(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Where they match in the sentence's `marked` form."""
        for match in self.regex.finditer(sentence.marked):
            yield match.start(), match.end()

    def __call__(self, sentence: Sentence) -> bool:
        return self.regex.search(sentence.marked) is not None


class SaysCheck:
    """Any of the phrases."""

    def __init__(self, test: Says, terms: Terms) -> None:
        self.patterns = Patterns.of(test.any, terms)

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        for start, end in self.patterns.find(sentence):
            yield Found(*sentence.of_marked(start, end))


class TogetherCheck:
    """One of each list, within so many words."""

    def __init__(self, test: Together, terms: Terms) -> None:
        self.lists = [Patterns.of(words, terms) for words in test.words]
        self.within = test.within

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        places = []
        for patterns in self.lists:
            found = list(patterns.find(sentence))
            if not found:
                return
            places.append(found)
        for anchor in places[0]:
            start, end = anchor
            for others in places[1:]:
                nearest = min(others, key=lambda span: max(span[0] - end, start - span[1], 0))
                start, end = min(start, nearest[0]), max(end, nearest[1])
            if _words(sentence.marked[start:end]) <= self.within + sum(1 for _ in places):
                yield Found(*sentence.of_marked(start, end))
                return


def _words(marked: str) -> int:
    return sum(1 for piece in marked.split() if piece[0].isalnum())
