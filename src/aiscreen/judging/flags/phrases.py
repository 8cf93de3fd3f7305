"""Patterns of redflags.yaml found in a sentence. Built without regular expressions: hundreds compile in a blink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from aiscreen.judging.flags.sentence import Sentence, Words
from aiscreen.taxonomy.redflag_patterns import GAP, Part, Pattern, parse_pattern


class Phrases:
    """Patterns that are looked for together; `classes` maps a group to its marks."""

    def __init__(self, patterns: Iterable[str], classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._written: tuple[str, ...] = tuple(patterns)
        self._by_word: dict[str, list[Pattern]] = {}
        self._by_beginning: list[tuple[tuple[str, ...], Pattern]] = []
        self._others: list[Pattern] = []

    def _prepare(self) -> None:
        """Reads the patterns when they are first needed: most rules never are in one run."""
        written, self._written = self._written, ()
        for pattern in written:
            self._add(parse_pattern(pattern))

    def _add(self, pattern: Pattern) -> None:
        """Notes a pattern under the words it may start with."""
        first = pattern[0]
        if first.optional or any(phrase[0][0] in "<{" for phrase in first.phrases):
            self._others.append(pattern)
            return
        starts = {phrase[0] for phrase in first.phrases}
        for word in sorted(first.words | {word for word in starts if word[-1] != "*"}):
            self._by_word.setdefault(word, []).append(pattern)
        if beginnings := (*first.beginnings, *sorted(word[:-1] for word in starts if word[-1] == "*")):
            self._by_beginning.append((beginnings, pattern))

    def __call__(self, sentence: Sentence) -> bool:
        """Whether any pattern is in the sentence."""
        return self.within(sentence.plain)

    def within(self, words: Words) -> bool:
        """Whether any pattern is in a stretch of words."""
        return next(self._find(words), None) is not None

    def find(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """First and last word (indices of `sentence.plain`) of every match, at most one for a pattern and start."""
        return self._find(sentence.plain)

    def _find(self, words: Words) -> Iterator[tuple[int, int]]:
        if self._written:
            self._prepare()
        by_word, by_beginning, others = self._by_word, self._by_beginning, self._others
        if not (by_beginning or others) and by_word.keys().isdisjoint(words.words):
            return  # the usual case, told at once
        for at, word in enumerate(words.words):
            for pattern in by_word.get(word, ()):
                if (end := self._match(pattern, 0, words, at)) is not None:
                    yield at, end - 1
            for beginnings, pattern in by_beginning:
                if word.startswith(beginnings) and (end := self._match(pattern, 0, words, at)) is not None:
                    yield at, end - 1
            for pattern in others:
                if (end := self._match(pattern, 0, words, at)) is not None:
                    yield at, end - 1

    def _match(self, pattern: Pattern, index: int, words: Words, at: int) -> int | None:
        """The word behind the match of a pattern from its part `index` on, which starts at word `at`; None if none."""
        if index == len(pattern):
            return at
        part = pattern[index]
        last = at + GAP if part.gap else at
        for start in range(at, min(last, len(words.words) - 1) + 1):
            for behind in self._ends(part, words, start):
                if (end := self._match(pattern, index + 1, words, behind)) is not None:
                    return end
            if words.words[start] == ";":
                break
        return self._match(pattern, index + 1, words, at) if part.optional else None

    def _ends(self, part: Part, words: Words, at: int) -> Iterator[int]:
        """Behind which words the part may end when it starts at this one."""
        word = words.words[at]
        if word in part.words or (part.beginnings and word.startswith(part.beginnings)):
            yield at + 1
        for phrase in part.phrases:
            if (end := self._phrase(phrase, words, at)) is not None:
                yield end

    def _phrase(self, phrase: tuple[str, ...], words: Words, at: int) -> int | None:
        for word in phrase:
            if at >= len(words.words):
                return None
            if word[0] == "<":
                mark, behind = words.terms.get(at, ("", 0))
                if not mark or mark not in self._classes[word[1:-1]]:
                    return None
                at = behind
                continue
            if not _fits(word, words.words[at]):
                return None
            at += 1
        return at


def _fits(wanted: str, word: str) -> bool:
    if wanted[0] == "{":
        return _is_number(wanted, word)
    return word.startswith(wanted[:-1]) if wanted[-1] == "*" else word == wanted


def _is_number(wanted: str, word: str) -> bool:
    if not (word[0].isdigit() or (word[0] in "$€£" and len(word) > 1)):
        return False
    if wanted == "{percent}":
        return word[-1] == "%"
    if wanted == "{big}":
        digits = sum(c.isdigit() for c in word)
        return digits >= 5 or (digits >= 2 and word.rstrip("+")[-1] == "k") or word.rstrip("+")[-1] in "mb"
    return True
