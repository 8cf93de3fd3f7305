"""A pattern followed over the words of a sentence, from one word on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aiscreen.taxonomy.patterns.grammar import GAPS, Part, Pattern, fits
from aiscreen.taxonomy.patterns.words import BARRIER

Terms = Mapping[int, tuple[str, int]]
"""Where terms of groups are among the words: the first word's index to the term's mark and the index behind it."""
NO_TERMS: Terms = {}


class Walk:
    """The words of a sentence and the terms in them; `classes` maps a group to the marks of its terms."""

    __slots__ = ("_classes", "_terms", "_words")

    def __init__(self, words: Sequence[str], terms: Terms, classes: Mapping[str, str]) -> None:
        self._words, self._terms, self._classes = words, terms, classes

    def behind(self, pattern: Pattern, at: int, index: int = 0, gap: int = 0) -> int | None:
        """The word behind a pattern from its part `index` on, which starts at word `at` or up to `gap` words later; None
        where it is not there."""
        if index == len(pattern):
            return at
        part, words = pattern[index], self._words
        gap = part.gap or gap
        for here in range(at, min(at + gap + 1, len(words))):
            word = words[here]
            if part.single:
                if word in part.firsts and (last := self.behind(pattern, here + 1, index + 1)) is not None:
                    return last
            elif word in part.firsts or not part.closed:
                for end in self._part(part, word, here):
                    if (last := self.behind(pattern, end, index + 1)) is not None:
                        return last
            if word == BARRIER:
                break
        return self.behind(pattern, at, index + 1, gap) if part.optional else None

    def _part(self, part: Part, word: str, at: int) -> list[int]:
        """Behind which words a part may end that starts at this one."""
        ends: list[int] = []
        for rest in part.firsts.get(word, ()):
            if rest:
                ends += self._phrase(rest, at + 1)
            else:
                ends.append(at + 1)
        if not part.closed:
            if word.startswith(part.beginnings) or word.endswith(part.ends):
                ends.append(at + 1)
            for phrase in part.others:
                ends += self._phrase(phrase, at)
        return ends

    def _phrase(self, phrase: Sequence[str], at: int) -> Iterator[int]:
        """Behind which words a phrase ends that starts at this one: in one place, unless it has a gap."""
        for index, wanted in enumerate(phrase):
            if wanted in GAPS:
                for here in range(at, min(at + GAPS[wanted] + 1, len(self._words))):
                    yield from self._phrase(phrase[index + 1 :], here)
                    if self._words[here] == BARRIER:
                        break
                return
            if at >= len(self._words):
                return
            if wanted[0] == "<":
                mark, at = self._terms.get(at, ("", 0))
                if not mark or mark not in self._classes[wanted[1:-1]]:
                    return
            elif fits(wanted, self._words[at]):
                at += 1
            else:
                return
        yield at
