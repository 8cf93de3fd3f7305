"""Tests of a sentence that look for phrases; what all tests give back. Phrases go by their label in `Sentence.found`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiscreen.judging.flags.relations import Claim
from aiscreen.judging.flags.sentence import Finder, Sentence, Span
from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.patterns import fits
from aiscreen.taxonomy.patterns.lexicon import Lexicon, indexed
from aiscreen.taxonomy.patterns.words import BARRIER


@dataclass(frozen=True)
class Found:
    """What a test found: where in the text, and words for the message. `plain`: whether it is said so plainly that
    words ahead of it cannot deny it."""

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    plain: bool = False


def claimed(sentence: Sentence, claim: Claim, heads: Container[str], terms: Terms) -> Found:
    """A claim as found: `member` and `category` as the file writes them, the category by its first mark in `heads`."""
    start, end = sentence.of_items(min(claim.first, claim.member), max(claim.last, claim.member))
    items = sentence.items[claim.head.first : claim.head.last + 1]
    named = next((item for item in items if item in heads), items[0])
    member = terms.names[sentence.items[claim.member]]
    return Found(start, end, {"member": member, "category": terms.names.get(named, named)})


class Later(Finder[list[Span]]):
    """Phrases that are looked for only where something else was found: most never are. Found are the first and last word
    of every hit."""

    def __init__(self, patterns: Sequence[str], classes: Mapping[str, str]) -> None:
        self._patterns, self._classes = patterns, classes
        self._index: Mapping[str, Any] | None = None
        self._lexicon: Lexicon[int] | None = None

    def may_be_in(self, sentence: Sentence) -> bool:
        """Whether a sentence holds a word that one of the phrases could start with."""
        if not self._patterns:
            return False
        if self._index is None:
            self._index = indexed([(0, self._patterns)])
        return may_start(self._index, sentence, self._classes)

    def _found(self, sentence: Sentence) -> list[Span]:
        if not self.may_be_in(sentence):
            return []
        if self._lexicon is None:
            self._lexicon = Lexicon(index=self._index, classes=self._classes)
        return [(first, last) for _, first, last in self._lexicon.find(sentence.cut, sentence.of_words)]

    def near(self, sentence: Sentence, first: int, last: int, around: int = 3) -> bool:
        """Whether a hit lies among the words from first to last (both in), or up to so many around them."""
        low, high = first - around, last + around
        return any(low <= begin and end <= high for begin, end in self.find(sentence))


def may_start(index: Mapping[str, Any], sentence: Sentence, classes: Mapping[str, str]) -> bool:
    """Whether a word is there that a phrase could start with: a glance that spares the work."""
    held, beginnings = sentence.cut.held, index["beginnings"]
    return (
        not index["words"].keys().isdisjoint(held)
        or any(map(sentence.holds, index["others"]))
        or (
            not beginnings.keys().isdisjoint(sentence.cut.starts)
            and any(word.startswith(beginnings[word[:2]][0]) for word in held if word[:2] in beginnings)
        )
        or any(not sentence.marks.isdisjoint(classes[group[1:-1]]) for group in index["groups"])
    )


class Named(Finder[Mapping[Any, list[Span]]]):
    """Named lists of phrases that are looked for together, and only where something else was found: found are the first
    and last word of every hit, by its list's name. `index` is what `indexed` made of them."""

    def __init__(self, index: Mapping[str, Any], classes: Mapping[str, str]) -> None:
        self._index, self._classes = index, classes
        self._lexicon: Lexicon[Any] | None = None

    def _found(self, sentence: Sentence) -> Mapping[Any, list[Span]]:
        found: dict[Any, list[Span]] = {}
        if may_start(self._index, sentence, self._classes):
            if self._lexicon is None:
                self._lexicon = Lexicon(index=self._index, classes=self._classes)
            for name, first, last in self._lexicon.find(sentence.cut, sentence.of_words):
                found.setdefault(name, []).append((first, last))
        return found


def but_own(words: frozenset[str], patterns: Iterable[str]) -> frozenset[str]:
    """Words that deny or set apart, but for those that the patterns themselves hold: there they deny nothing."""
    own = {part for pattern in patterns for part in re.findall(r"\{\w+\}|[a-z']+\*?", pattern)}
    return frozenset(word for word in words if not any(fits(wanted, word) for wanted in own))


class SaysCheck:
    """Any of the phrases, which are found under a label."""

    def __init__(self, phrases: int) -> None:
        self.phrases = phrases

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Every match."""
        for first, last in sentence.found.get(self.phrases, ()):
            yield Found(*sentence.cut.of_words(first, last))


class TogetherCheck:
    """One of each list, within so many words; the same words are not two of them."""

    def __init__(self, lists: Sequence[int], within: int) -> None:
        self.lists = lists
        self.within = within

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The first place where all are near."""
        if not sentence.found.keys() >= set(self.lists):
            return
        starts, *rest = [sentence.found[label] for label in self.lists]
        for first, last in starts:
            taken = [(first, last)]
            for others in rest:
                apart = [span for span in others if all(span[0] > b or span[1] < a for a, b in taken)]
                if not apart:
                    break
                low, high = first, last
                nearest = min(apart, key=lambda span: max(span[0] - high, low - span[1]))
                first, last = min(first, nearest[0]), max(last, nearest[1])
                taken.append(nearest)
            else:
                near = last - first < self.within + len(self.lists)
                if near and BARRIER not in sentence.cut.words[first:last]:
                    yield Found(*sentence.cut.of_words(first, last))
                    return
