"""Tests of a sentence that look for phrases; what all tests give back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aiscreen.judging.flags.phrases import Phrases
from aiscreen.judging.flags.relations import Claim
from aiscreen.judging.flags.sentence import Sentence, Terms
from aiscreen.taxonomy.redflag_tests import Says, Together


@dataclass(frozen=True)
class Found:
    """What a test found: where in the text, and words for the message."""

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)


class SaysCheck:
    """Any of the phrases."""

    def __init__(self, test: Says, terms: Terms) -> None:
        self.phrases = Phrases(test.any, terms.classes)

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        """Every match."""
        for first, last in self.phrases.find(sentence):
            yield Found(*sentence.of_words(first, last))


class TogetherCheck:
    """One of each list, within so many words."""

    def __init__(self, test: Together, terms: Terms) -> None:
        self.lists = [Phrases(patterns, terms.classes) for patterns in test.words]
        self.within = test.within

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        """The first place where all are near."""
        places = []
        for phrases in self.lists:
            found = list(phrases.find(sentence))
            if not found:
                return
            places.append(found)
        for first, last in places[0]:
            for others in places[1:]:
                nearest = min(others, key=lambda span: max(span[0] - last, first - span[1], 0))
                first, last = min(first, nearest[0]), max(last, nearest[1])
            if last - first < self.within + len(places):
                yield Found(*sentence.of_words(first, last))
                return
