"""Who is said to be what: "C such as M and N", "M is a C", "M, a C", "the C M", "M and other C", "C using M".

A *head* is a run of category names and general nouns ("supervised and unsupervised learning algorithms"); its
alternatives are parted by and, or, a slash. A *claim* says that a member is one of the head's alternatives. Whether the
claim is wrong is for the rules to say: here is grammar only. Where the grammar is in doubt there is no claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from aiscreen.judging.flags.grammar import (
    APPLIED,
    BE,
    BORROWED,
    DONE,
    FOR,
    HEDGES,
    JOIN,
    MADE_OF,
    MORE,
    OTHERS,
    USING,
)
from aiscreen.judging.flags.heads import Head
from aiscreen.judging.flags.links import linked
from aiscreen.judging.flags.lists import Lists, starts_with, term_at
from aiscreen.judging.flags.sentence import Finder, Sentence
from aiscreen.taxonomy.patterns.lexicon import is_mark
from aiscreen.text import vocabulary


@dataclass(frozen=True, slots=True)
class Claim:
    """`member` (an item's index) is said to be of the head; `how` is `such`, `list`, `label` (a list behind a head and a
    colon that open the sentence), `is`, `beside`, `after` or `using`. `first` to `last` are the items it is read from;
    `place` counts members in their list from 0."""

    head: Head
    member: int
    how: str
    first: int
    last: int
    place: int = 0


class Grammar(Lists):
    """The claims of a sentence, over what the file says of categories."""

    def claims(self, sentence: Sentence) -> Iterator[Claim]:
        """All claims of a sentence."""
        items = sentence.items
        if "respectively" in items:
            return
        starts = [0, *accumulate(len(item) + 1 for item in items)]
        text = " ".join(items) + " "
        for head in self.heads(items):
            if not head.open:
                yield from self._linked(items, head, text, starts)
            yield from self._such(items, head)
            yield from self._beside(items, head)
            yield from self._using(items, head)
            yield from self._member_first(items, head)

    def _linked(self, items: tuple[str, ...], head: Head, text: str, starts: list[int]) -> Iterator[Claim]:
        """What is said over other words."""
        closed = self.closed(items, head)
        for at, how in linked(text, starts[head.first], starts[head.last + 1], closed):
            member = bisect_right(starts, at) - 1
            if items[member] in self.categories and items[member] not in self.things:
                continue
            if how == "is":
                yield from self._left_list(items, member, head)
            else:
                yield Claim(head, member, how, head.first, member)

    def _such(self, items: tuple[str, ...], head: Head) -> Iterator[Claim]:
        """ "C such as M, N", "C (M, N)", "C: M, N"."""
        if (opening := self.opening(items, head)) is None:
            return
        at, how = opening
        if not head.open or (items[at - 1] == "(" and how == "list"):
            for place, member in enumerate(self.members(items, at)):
                yield Claim(head, member, how, head.first, member, place)

    def _beside(self, items: tuple[str, ...], head: Head) -> Iterator[Claim]:
        """ "the C algorithm M", "supervised M", and behind a member "M C" ("KNN clustering")."""
        at = head.last + 1
        if at < len(items) and items[at] == '"':
            at += 1
        lent = at + 1 < len(items) and items[at + 1] in BORROWED
        if not (head.open or lent) and term_at(items, at, self.categories):
            yield Claim(head, at, "beside", head.first, at)
        before = head.first - 1
        alone = (before <= 0 or items[before - 1] not in JOIN) and items[head.first] not in MADE_OF
        if before >= 0 and alone and is_mark(items[before]) and items[before] not in self.categories:
            yield Claim(head, before, "after", before, head.last)

    def _using(self, items: tuple[str, ...], head: Head) -> Iterator[Claim]:
        """ "C was done with M", "M for C"."""
        at = head.last + 1
        while at < len(items) and at < head.last + 4 and items[at] in DONE:
            at += 1
        found = starts_with(items, at, USING)
        if found and not head.open:
            for first in islice(self.members(items, at + found), 1):
                yield Claim(head, first, "using", head.first, first)
        for words in FOR:
            start = head.first - len(words)
            if start > 0 and items[start : head.first] == words:
                at = start - 1
                while at > 0 and at > start - 5 and items[at] in APPLIED:
                    at -= 1
                member = self.left_name(items, at)
                if member is not None:
                    yield Claim(head, member, "using", member, head.last)
                return

    def _member_first(self, items: tuple[str, ...], head: Head) -> Iterator[Claim]:
        """ "M is a C", "M, a C", "M (a C)", "M as a C", "M and other C"."""
        if not self.closed(items, head):
            return
        for words in OTHERS:
            start = head.first - len(words)
            if start > 0 and items[start : head.first] == words:
                yield from self._left_list(items, start - 1, head)
                return
        at = head.first - 1
        while at > 0 and _describes(items[at]) and items[at] not in ("which", "that"):
            at -= 1
        openers = sum(items[i] in _OPENS - _COUNTS for i in range(at + 1, head.first))
        if openers > 1 and "one" not in items[at + 1 : head.first]:
            return  # "my second a supervised model": a clause of its own without its verb
        article = any(items[i] in _OPENS for i in range(at + 1, head.last))
        counted = items[at + 1] in _COUNTS
        if at > 0 and items[at] in ("which", "that"):
            at -= 1
        if at > 0 and items[at] in BE:
            at -= 1
            if at > 0 and items[at] in ("which", "that", "to"):
                at -= 1
            if at > 0 and items[at] in (",", ")"):
                at = _over_brackets(items, at) if items[at] == ")" else at - 1
            yield from self._left_list(items, at, head)
        elif (
            at > 0
            and items[at] == "("
            and _closed_by(items, head.last + 1)
            and (article or head.first == at + 1)
        ):
            if (member := self.left_name(items, at - 1)) is not None and not head.open:
                yield Claim(head, member, "list", member, head.last)
        elif (
            at > 0
            and (items[at] == "," or (items[at] in "-:" and not counted))
            and article
            and _apposes(items, head.last + 1)
        ):
            before = _over_brackets(items, at - 1) if items[at - 1] == ")" else at - 1
            if (member := self.left_name(items, before)) is not None:
                yield Claim(head, member, "is", member, head.last)
        elif "as" in items[at + 1 : head.first]:
            if (member := self.left_name(items, at)) is not None:
                yield Claim(head, member, "is", member, head.last)
            return

    def _left_list(self, items: tuple[str, ...], at: int, head: Head) -> Iterator[Claim]:
        """The terms of a list that ends here."""
        found: list[int] = []
        while at >= 0 and (member := self.left_name(items, at)) is not None:
            found.append(member)
            at = member - 1
            if at < 0 or items[at] not in MORE:
                break
            while at >= 0 and items[at] in MORE:
                at -= 1
        for place, member in enumerate(reversed(found)):
            yield Claim(head, member, "is", found[-1], head.last, place)


class Claims(Finder[list[Claim]]):
    """The claims of a sentence, which all rules of what is what share."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def _found(self, sentence: Sentence) -> list[Claim]:
        return [] if self._grammar.things.isdisjoint(sentence.marks) else list(self._grammar.claims(sentence))


def _describes(item: str) -> bool:
    """Whether a word between "M is a" and the category only praises or describes it ("a faster ...")."""
    return item in HEDGES or item[0].isdigit() or item.endswith(_ADJECTIVE)


_ADJECTIVE = ("er", "est", "ful", "able", "ible", "ous", "like", "ive", "ish", "ial")


def _closed_by(items: tuple[str, ...], at: int) -> bool:
    return at < len(items) and items[at] in (")", ",")


def _apposes(items: tuple[str, ...], at: int) -> bool:
    """Whether an apposition may end here ("K-means, a supervised algorithm, ..."), and no list goes on."""
    joined = items[at : at + 1] in (("and",), ("or",), ("plus",)) or items[at : at + 2] in (
        (",", "and"),
        (",", "or"),
    )
    return not joined or _goes_on_doing(items, at + 1 + (items[at] == ","))


def _goes_on_doing(items: tuple[str, ...], at: int) -> bool:
    """Whether what follows "and" is what somebody did next, and no other item of a list."""
    return (
        at < len(items)
        and (items[at].endswith("ed") or items[at] in _NEXT)
        and items[at + 1 : at + 2] != (",",)
    )


_COUNTS = vocabulary("two three four five both all")
_OPENS = vocabulary("a an one my our the") | _COUNTS
"""What an apposition opens with ("A and B, two clustering algorithms, ...")."""
_NEXT = vocabulary(
    "we i they it then so thus made gave got built ran found cut wrote sent took put let won saw kept"
)


def _over_brackets(items: tuple[str, ...], at: int) -> int:
    """Before a bracketed aside that ends here."""
    while at > 0 and items[at] != "(":
        at -= 1
    return at - 1
