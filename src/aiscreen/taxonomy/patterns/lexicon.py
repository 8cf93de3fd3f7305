"""Many labelled patterns found together, in one pass over a sentence's words.

A pattern is made ready only when a word turns up that it may start with: most never are for a single résumé.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, Generic, TypeVar

from aiscreen.taxonomy.patterns.classes import CLASSES, CLASSES_OF
from aiscreen.taxonomy.patterns.grammar import (
    Part,
    Pattern,
    fits,
    leading,
    next_words,
    orders,
    parse_pattern,
    rests,
)
from aiscreen.taxonomy.patterns.groups import Groups
from aiscreen.taxonomy.patterns.walk import NO_TERMS, Terms, Walk
from aiscreen.taxonomy.patterns.words import Sentence, sentences

Label = TypeVar("Label", bound=Hashable)
_Try = tuple[Any, Pattern, int, frozenset[str] | None]
"""A label, what is left of its pattern, how many words were taken for the rest, and words of which the sentence must
hold one."""
_Head = tuple[dict[str, list[_Try]], list[_Try], dict[str, list[tuple[int, _Try]]], frozenset[str]]
"""What may start at a word: where a certain word follows; in any case; and, numbered, where the sentence holds a certain
word, of those that come last."""
_COMMON = frozenset(
    {"the", "a", "to", "of", "in", "and", "for", "on", "by", "with", "it", "is", "as", "from", "at"}
)
_KEY = 2
_NONE: tuple[tuple[str, ...], tuple[int, ...]] = ((), ())
_MEMO = 50_000
_TEXTS = 1000


class Lexicon(Generic[Label]):
    """Labelled patterns. What `<name>` stands for are the words of `groups`, found here; or `classes` maps a group to the
    marks of its terms, which whoever calls `find` has found.

    Built from labels with their patterns, or from what `indexed` made of them. Raises PatternError for a pattern that
    cannot be read, when its first word turns up at the latest.
    """

    def __init__(
        self,
        entries: Iterable[tuple[Label, Iterable[str]]] = (),
        *,
        index: Mapping[str, Any] | None = None,
        classes: Mapping[str, str] | None = None,
        groups: Groups | None = None,
    ) -> None:
        self._groups = groups
        self._classes = groups.classes if groups else classes or {}
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
        if self._groups:
            terms = self._groups.find(words)
        starts = [(at, head) for at, head in enumerate(map(heads.__getitem__, words)) if head]
        if terms:
            held = held.union([mark for mark, _ in terms.values()])
            starts += [(at, head) for at, (mark, _) in terms.items() if (head := heads[mark])]
            starts.sort(key=itemgetter(0))
        walk, last = Walk(words, terms, self._classes), len(words) - 1
        for at, (followed, tries, bound, wanted) in starts:
            if bound and not wanted.isdisjoint(held):
                numbered = {number: each for word in wanted & held for number, each in bound[word]}
                tries = tries + [numbered[number] for number in sorted(numbered)]
            if followed and at < last and (more := followed.get(words[at + 1])):
                tries = tries + more
            for label, pattern, taken, others in tries:
                if not pattern:
                    found.append((label, at, at))
                elif others is None or not others.isdisjoint(held):
                    end = walk.behind(pattern, at + taken)
                    if end is not None:
                        found.append((label, at, end - 1))
        return found


class _Heads(dict[str, "_Head | None"]):
    """What may start at a word, or at a term's mark; worked out when it is first met, as words repeat between résumés."""

    def __init__(self, index: Mapping[str, Any], classes: Mapping[str, str]) -> None:
        self._index, self._classes = index, classes
        self._ends = tuple([wanted[1:] for wanted in index["others"] if wanted[0] == "*"])
        self._patterns: dict[int, tuple[Pattern, frozenset[str] | None]] = {}
        self._alike: dict[tuple[str, ...], _Head | None] = {(): None}
        """What words start by their kinds alone: all numbers of a kind start the same, most words nothing."""

    def __missing__(self, word: str) -> _Head | None:
        if len(self) > _MEMO:
            self.clear()
        self[word] = head = self._of_mark(word) if is_mark(word) else self._of_word(word)
        return head

    def _of_mark(self, mark: str) -> _Head | None:
        groups = self._index["groups"].items()
        started = [of for name, of in groups if mark in self._classes.get(name[1:-1], "")]
        return self._head(mark, sorted(chain(*started)))

    def _of_word(self, word: str) -> _Head | None:
        named, kinds = self._named(word), self._kinds(word)
        if not named and kinds in self._alike:
            return self._alike[kinds]
        others = chain(*[self._index["others"][kind] for kind in kinds])
        if named:
            return self._head(word, sorted({*named, *others}))
        self._alike[kinds] = head = self._head(word, sorted(others))
        return head

    def _head(self, word: str, numbers: Iterable[int]) -> _Head | None:
        followed: dict[str, list[_Try]] = {}
        tries: list[_Try] = []
        marked = is_mark(word)
        for number in numbers:
            pattern, needed = self._pattern(number)
            behind = None if marked else rests(pattern[0], word)
            alone = behind is not None and not any(behind)
            each = self._index["entries"][number][0], pattern[1:] if alone else pattern, int(alone), needed
            following = None if behind is None else next_words(pattern, behind)
            for other in following or ():
                followed.setdefault(other, []).append(each)
            if following is None:
                tries.append(each)
        free: list[_Try] = []
        bound: dict[str, list[tuple[int, _Try]]] = {}
        for number, each in enumerate(tries):
            if each[3] is None:
                free.append(each)
            for other in each[3] or ():
                bound.setdefault(other, []).append((number, each))
        return (followed, free, bound, frozenset(bound)) if followed or tries else None

    def _pattern(self, number: int) -> tuple[Pattern, frozenset[str] | None]:
        """An entry's pattern, and words and marks of which a sentence must hold one behind the first for it to match:
        those of the part that tells most, with the fewest that any sentence holds. None where none can be told."""
        found = self._patterns.get(number)
        if found is None:
            pattern = parse_pattern(self._index["entries"][number][1])
            sets = [self._starts(part) for part in pattern[1:] if not part.optional]
            told = [each for each in sets if each is not None]
            needed = min(told, key=lambda each: (len(each & _COMMON), len(each)), default=None)
            self._patterns[number] = found = pattern, needed
        return found

    def _starts(self, part: Part) -> frozenset[str] | None:
        """The words and marks that a part may start with; None where more may."""
        groups = [phrase[0] for phrase in part.others]
        if part.beginnings or part.ends or any(group[0] != "<" for group in groups):
            return None
        return frozenset(part.firsts).union(*[self._classes.get(group[1:-1], "") for group in groups])

    def _named(self, word: str) -> Sequence[int]:
        """The entries that may start here by the word itself, or by its beginning."""
        named: Sequence[int] = self._index["words"].get(word, ())
        beginnings, numbers = self._index["beginnings"].get(word[:_KEY], _NONE)
        if not word.startswith(beginnings):
            return named
        begun = [number for each, number in zip(beginnings, numbers, strict=True) if word.startswith(each)]
        return [*named, *begun]

    def _kinds(self, word: str) -> tuple[str, ...]:
        """The classes and ends that this lexicon has entries for, and that are the word's."""
        classes = CLASSES_OF[word]
        if not classes and not word.endswith(self._ends):
            return ()
        return tuple([kind for kind in self._index["others"] if fits(kind, word)])


def is_mark(word: str) -> bool:
    """Whether this is no word but a term's mark, a character of the private use area."""
    return "\ue000" <= word <= "\uf8ff"


def indexed(entries: Iterable[tuple[Hashable, Iterable[str]]]) -> dict[str, Any]:
    """Labelled patterns by what they may start with, as plain data for the cache: `words`, `groups` and `others` (classes
    and ends) to the numbers of entries; `beginnings` by their first letters, and the number of the entry of each."""
    found: list[tuple[Hashable, str]] = []
    words: dict[str, list[int]] = {}
    groups: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    beginnings: dict[str, list[tuple[str, int]]] = {}
    for label, patterns in entries:
        for written in (each for pattern in patterns for each in orders(pattern)):
            number = len(found)
            found.append((label, written))
            for wanted in leading(written):
                if wanted[-1] == "*":
                    beginnings.setdefault(wanted[:_KEY], []).append((wanted[:-1], number))
                elif wanted[0] == "<":
                    groups.setdefault(wanted, []).append(number)
                elif wanted in CLASSES or wanted[0] == "*":
                    others.setdefault(wanted, []).append(number)
                else:
                    words.setdefault(wanted, []).append(number)
    begun = {key: tuple(zip(*each, strict=True)) for key, each in beginnings.items()}
    return {"entries": found, "words": words, "beginnings": begun, "groups": groups, "others": others}
