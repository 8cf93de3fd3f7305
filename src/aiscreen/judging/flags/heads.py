"""Heads: runs of category names and general nouns, parted into alternatives ("supervised and unsupervised methods").

A member of a head is said to be of one of its alternatives; who the members are is for `relations` to find.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aiscreen.judging.flags.grammar import CLOSERS, JOIN, MODIFIERS, OTHER_MATTER
from aiscreen.taxonomy.patterns.lexicon import is_mark


@dataclass(frozen=True, slots=True)
class Head:
    """A head: items from `first` to `last` (both in), and the categories of each of its alternatives.

    `open` is true where something else is joined on its left ("cleaning and supervised methods such as ..."), so that
    a member may belong to that.
    """

    first: int
    last: int
    alternatives: tuple[frozenset[str], ...]
    open: bool


@dataclass(frozen=True)
class Heads:
    """What the file says of categories: mark to category ids, category to its nouns, and the general nouns."""

    categories: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    general: frozenset[str]
    things: frozenset[str]

    modifiers = MODIFIERS

    def heads(self, items: tuple[str, ...]) -> Iterator[Head]:
        at = 0
        while at < len(items):
            if items[at] not in self.categories:
                at += 1
                continue
            last = self._end(items, at)
            yield self._head(items, at, last)
            at = last + 1

    def _end(self, items: tuple[str, ...], at: int) -> int:
        """The last item of the head that starts at a category."""
        last, nouns = at, self._nouns_of(items[at])
        for here in range(at + 1, len(items)):
            item = items[here]
            if item in self.categories:
                last, nouns = here, self._nouns_of(item)
            elif item in nouns or item in self.modifiers:
                last = here
            elif item not in JOIN or not self._goes_on(items, here + 1):
                break
        while last > at and items[last] in self.modifiers and items[last] not in nouns:
            last -= 1
        short = items[last + 1 : last + 4]  # "large language models (LLMs)"
        if len(short) == 3 and (short[0], short[2]) == ("(", ")") and short[1] in self.categories:
            named = frozenset().union(
                *(self.categories.get(item, frozenset()) for item in items[at : last + 1])
            )
            last += 3 if named & self.categories[short[1]] else 0
        return last

    def _goes_on(self, items: tuple[str, ...], here: int) -> bool:
        """Whether another alternative follows a joining word."""
        while here < len(items) and items[here] in self.modifiers:
            here += 1
        return here < len(items) and items[here] in self.categories

    def _nouns_of(self, mark: str) -> frozenset[str]:
        return frozenset().union(*(self.nouns[category] for category in self.categories[mark]))

    def _head(self, items: tuple[str, ...], first: int, last: int) -> Head:
        """The head with what is joined to it on the left: categories become alternatives, anything else opens it."""
        alternatives: list[frozenset[str]] = []
        group: frozenset[str] = frozenset()
        for item in items[first : last + 1]:
            if item in JOIN:
                alternatives.append(group)
                group = frozenset()
            else:
                group |= self.categories.get(item, frozenset())
        alternatives.append(group)
        while first and items[first - 1] in self.modifiers:
            first -= 1
        is_open = first > 0 and items[first - 1] in (*JOIN, ")", "non", "than", "vs")
        if first > 1 and items[first - 1] in JOIN and items[first - 2] in OTHER_MATTER:
            is_open = False
        before = first - 1
        while before > 0 and (items[before] in JOIN or items[before] == ","):
            start = before - 1
            while start >= 0 and (items[start] in self.general or items[start] in self.modifiers):
                start -= 1
            if start < 0 or items[start] not in self.categories:
                break
            alternatives.append(self.categories[items[start]])
            is_open = False
            before = start - 1
            while before > 0 and items[before] in self.modifiers:
                before -= 1
            if before >= 0 and items[before] in JOIN:
                is_open = True
        return Head(first, last, tuple(alternatives), is_open)

    def closed(self, items: tuple[str, ...], head: Head) -> bool:
        """Whether the head is the whole of its noun phrase."""
        after = head.last + 1
        return after >= len(items) or items[after] in CLOSERS or items[after].endswith(("ed", "ing"))

    def left_name(self, items: tuple[str, ...], at: int) -> int | None:
        """The term whose name ends here ("the K-means clustering algorithm"), else None.

        A term that also names a category ("clustering") counts only where no other is before it."""
        category_too = None
        while at >= 0:
            item = items[at]
            if item in self.categories:
                category_too = at if item in self.things else category_too
            elif is_mark(item):
                return at
            elif item not in self.general:
                break
            at -= 1
        return category_too
