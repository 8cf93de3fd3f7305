"""Many labelled patterns found together, in one pass over a sentence's words.

A pattern is made ready only when a word turns up that it may start with: most never are for a single résumé.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Generic, TypeVar

from aiscreen.taxonomy.patterns import (
    NUMBERS,
    Part,
    Pattern,
    fits,
    leading,
    next_words,
    parse_pattern,
)
from aiscreen.taxonomy.walk import NO_TERMS, Terms, Walk
from aiscreen.taxonomy.words import Sentence, sentences

Label = TypeVar("Label", bound=Hashable)
_Try = tuple[Any, Pattern, int, frozenset[str] | None]
"""A label, what is left of its pattern, how many words were taken for the rest, and words of which the sentence must
hold one."""
_Head = tuple[dict[str, list[_Try]], list[_Try], list[_Try], frozenset[str]]
"""What may start at a word: where a certain word follows; in any case; and where the sentence holds one of some words,
which come last."""
_KEY = 2
_MEMO = 50_000
_TEXTS = 1000


class Lexicon(Generic[Label]):
    """Labelled patterns; `classes` maps a group to the marks of its terms.

    Built from labels with their patterns, or from what `indexed` made of them. Raises PatternError for a pattern that
    cannot be read, when its first word turns up at the latest.
    """

    def __init__(
        self,
        entries: Iterable[tuple[Label, Iterable[str]]] = (),
        *,
        index: Mapping[str, Any] | None = None,
        classes: Mapping[str, str] | None = None,
    ) -> None:
        self._classes = classes or {}
        self._heads = _Heads(index or indexed(entries), self._classes)
        self._known: dict[str, frozenset[Label]] = {}

    def labels(self, text: str) -> frozenset[Label]:
        """The labels of all that a text holds; remembered, as a title is asked about again and again."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _TEXTS:
                self._known.clear()
            hits = map(self.find, sentences(text))
            self._known[text] = found = frozenset([label for each in hits for label, _, _ in each])
        return found

    def find(self, sentence: Sentence, terms: Terms = NO_TERMS) -> list[tuple[Label, int, int]]:
        """Label, first and last word of every hit, in the order of their first words."""
        found: list[tuple[Label, int, int]] = []
        words, held, heads = sentence.words, sentence.held, self._heads
        walk = Walk(words, terms, self._classes)
        starts = [(at, head) for at, word in enumerate(words) if (head := heads[word])]
        if terms:
            held = held.union([mark for mark, _ in terms.values()])
            starts += [(at, head) for at, (mark, _) in terms.items() if (head := heads[mark])]
            starts.sort(key=itemgetter(0))
        for at, (followed, tries, bound, wanted) in starts:
            if bound and not wanted.isdisjoint(held):
                tries = tries + bound
            if followed and at + 1 < len(words):
                tries = tries + followed.get(words[at + 1], [])
            for label, pattern, taken, others in tries:
                if others is not None and others.isdisjoint(held):
                    continue
                end = walk.behind(pattern, at + taken)
                if end is not None:
                    found.append((label, at, end - 1))
        return found


class _Heads(dict[str, "_Head | None"]):
    """What may start at a word, or at a term's mark; worked out when it is first met, as words repeat between résumés."""

    def __init__(self, index: Mapping[str, Any], classes: Mapping[str, str]) -> None:
        self._index, self._classes = index, classes

    def __missing__(self, word: str) -> _Head | None:
        followed: dict[str, list[_Try]] = {}
        tries: list[_Try] = []
        for number in sorted(set(self._numbers(word))):
            label, written = self._index["entries"][number]
            pattern = parse_pattern(written)
            alone = not pattern[0].optional and pattern[0].closed and not any(pattern[0].firsts[word])
            each = label, pattern[1:] if alone else pattern, int(alone), self._needed(pattern)
            following = None if _is_mark(word) else next_words(pattern, word)
            for other in following or ():
                followed.setdefault(other, []).append(each)
            if following is None:
                tries.append(each)
        bound = [each for each in tries if each[3] is not None]
        wanted = frozenset[str]().union(*[each[3] for each in bound if each[3]])
        head = followed, [each for each in tries if each[3] is None], bound, wanted
        if len(self) > _MEMO:
            self.clear()
        self[word] = found = head if followed or tries else None
        return found

    def _needed(self, pattern: Pattern) -> frozenset[str] | None:
        """Words and marks of which a sentence must hold one behind the first for the pattern to match: those of the part
        with the fewest. None where none can be told."""
        sets = [self._starts(part) for part in pattern[1:] if not part.optional]
        return min((found for found in sets if found is not None), key=len, default=None)

    def _starts(self, part: Part) -> frozenset[str] | None:
        """The words and marks that a part may start with; None where more may."""
        groups = [phrase[0] for phrase in part.others]
        if part.beginnings or part.ends or any(group[0] != "<" for group in groups):
            return None
        return frozenset(part.firsts).union(*[self._classes.get(group[1:-1], "") for group in groups])

    def _numbers(self, word: str) -> Iterator[int]:
        """The numbers of the entries that may start here."""
        index = self._index
        yield from index["words"].get(word, ())
        for beginning, number in index["beginnings"].get(word[:_KEY], ()):
            if word.startswith(beginning):
                yield number
        if _is_mark(word):
            for wanted, number in index["groups"]:
                if word in self._classes.get(wanted[1:-1], ""):
                    yield number
            return
        for wanted, number in index["others"]:
            if fits(wanted, word):
                yield number


def _is_mark(word: str) -> bool:
    """Whether this is no word but a term's mark, a character of the private use area."""
    return "\ue000" <= word <= "\uf8ff"


def indexed(entries: Iterable[tuple[Hashable, Iterable[str]]]) -> dict[str, Any]:
    """Labelled patterns by what they may start with, as plain data for the cache."""
    index: dict[str, Any] = {"entries": [], "words": {}, "beginnings": {}, "groups": [], "others": []}
    for label, patterns in entries:
        for written in patterns:
            number = len(index["entries"])
            index["entries"].append((label, written))
            for wanted in leading(written):
                if wanted[-1] == "*":
                    index["beginnings"].setdefault(wanted[:_KEY], []).append((wanted[:-1], number))
                elif wanted[0] == "<":
                    index["groups"].append((wanted, number))
                elif wanted in NUMBERS or wanted[0] == "*":
                    index["others"].append((wanted, number))
                else:
                    index["words"].setdefault(wanted, []).append(number)
    return index
