"""A sentence as the rules of redflags.yaml read it: its words, with the known terms marked and the patterns found.

`items` has one item for a term, a word or a punctuation mark: relations between terms are read from it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Generic, TypeVar

from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.patterns import fits
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.patterns.words import Sentence as Cut

Span = tuple[int, int]
T = TypeVar("T")


class Sentence:
    """A sentence with its terms: first and last token, and mark; `of_words` has the same by the index of a term's first
    word. `found` are the patterns in it: label to first and last word of each hit."""

    __slots__ = ("_held", "_items", "_places", "cut", "found", "marks", "of_words", "terms", "tokens")

    def __init__(self, cut: Cut, terms: Terms, lexicon: Lexicon[int]) -> None:
        self.cut = cut
        self.tokens = cut.tokens
        self.terms = tuple(terms.find(cut.tokens))
        self.marks = frozenset([mark for _, _, mark in self.terms])
        self.found: dict[int, list[Span]] = {}
        self.of_words = self._of_words() if self.terms else {}
        for label, first, last in lexicon.find(cut, self.of_words):
            self.found.setdefault(label, []).append((first, last))
        self._items: tuple[str, ...] | None = None
        self._places: tuple[Span, ...] = ()
        self._held: dict[str, bool] = {}

    def holds(self, wanted: str) -> bool:
        """Whether one of its words is of a class of words (`{n}`) or has an end (`*ists`)."""
        if wanted not in self._held:
            self._held[wanted] = any(fits(wanted, word) for word in self.cut.held)
        return self._held[wanted]

    def _of_words(self) -> Mapping[int, tuple[str, int]]:
        """The terms among the words: first word to mark and word behind."""
        index = {token: word for word, token in enumerate(self.cut.places)}
        return {
            index[first]: (mark, index[last] + 1)
            for first, last, mark in self.terms
            if first in index and last in index
        }

    @property
    def items(self) -> tuple[str, ...]:
        """Tokens, with every term as its mark."""
        if self._items is None:
            placed: list[tuple[str, Span]] = []
            at = 0
            for first, last, mark in self.terms:
                placed += [(self.tokens[i], (i, i)) for i in range(at, first)]
                placed.append((mark, (first, last)))
                at = last + 1
            placed += [(self.tokens[i], (i, i)) for i in range(at, len(self.tokens))]
            self._items = tuple([item for item, _ in placed])
            self._places = tuple([span for _, span in placed])
        return self._items

    def between(self, first: Span, second: Span) -> tuple[str, ...]:
        """The tokens behind one span of words and ahead of another."""
        places = self.cut.places
        return self.tokens[places[first[1]] + 1 : places[second[0]]]

    def across(self, first: Span, second: Span) -> tuple[str, ...]:
        """The tokens from the start of one span of words to the end of another."""
        places = self.cut.places
        return self.tokens[places[first[0]] : places[second[1]] + 1]

    def behind(self, span: Span) -> tuple[str, ...]:
        """The tokens behind a span of words."""
        return self.tokens[self.cut.places[span[1]] + 1 :]

    def of_tokens(self, first: int, last: int) -> Span:
        """Where the tokens from first to last (both in) stand in the text."""
        return self.cut.spans[first][0], self.cut.spans[last][1]

    def of_items(self, first: int, last: int) -> Span:
        """Where the items from first to last (both in) stand in the text."""
        return self.of_tokens(self._places[first][0], self._places[last][1]) if self.items else (0, 0)


def apart(a: Span, b: Span) -> int:
    """Words between two spans; below 0 where they overlap."""
    return max(a[0], b[0]) - min(a[1], b[1]) - 1


class Finder(ABC, Generic[T]):
    """Something that is looked for in one sentence after the other. What the last one holds is kept: many rules ask."""

    _last: Sentence | None = None
    _kept: T

    def find(self, sentence: Sentence) -> T:
        """What is in a sentence."""
        if self._last is not sentence:
            self._last, self._kept = sentence, self._found(sentence)
        return self._kept

    @abstractmethod
    def _found(self, sentence: Sentence) -> T: ...
