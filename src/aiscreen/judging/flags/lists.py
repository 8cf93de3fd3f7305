"""Lists of members behind a head: where they start, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aiscreen.judging.flags.grammar import (
    ARTICLES,
    CLOSERS,
    LISTED,
    MORE,
    NEW_THOUGHT,
    OF_MINE,
    SUCH,
    SUCH_DIRECT,
)
from aiscreen.judging.flags.heads import Head, Heads
from aiscreen.taxonomy.patterns.lexicon import is_mark
from aiscreen.text import vocabulary

_COUNTED = vocabulary("several various different multiple many some two three four five six 2 3 4 5 6")
"""Before a head whose members are then counted up ("three LLMs: A, B and C")."""
_PURPOSE = vocabulary("for to in from on used")
_LABEL = 9
"""Within so many words the colon of a label stands."""


class Lists(Heads):
    """Lists of members, over what the file says of categories."""

    def opening(self, items: tuple[str, ...], head: Head) -> tuple[int, str] | None:
        """Where a list of members starts behind a head, and whether a word (`such`) or a sign (`list`, `label`) says so."""
        at = head.last + 1
        if at >= len(items):
            return None
        if (label := self._label(items, head)) is not None:
            return label, "such"
        if items[at : at + 2] == (")", ":"):  # "toolbox (supervised): ..."
            at += 1
        sign = items[at] in ("(", ":", "-")
        after = at + 1 if sign or items[at] == "," else at
        found = starts_with(items, after, SUCH)
        if found:
            if found == 1 and items[after] == "as" and not _such_before(items, head.first):
                return None
            skip = after + found
            return (skip + 1 if skip < len(items) and items[skip] in (",", ":") else skip), "such"
        if sign:
            counted = self._counted(items, head)  # "three LLMs: A, B and C"
            label_only = items[at] == ":" and head.first == 0
            return at + 1, "such" if counted else "label" if label_only else "list"
        if items[at] == "," and term_at(items, at + 1, self.categories) and self._counted(items, head):
            return at + 1, "such"  # "three LLMs, A, B and C, ..."
        direct = starts_with(items, at, SUCH_DIRECT)
        if (
            direct
            and (
                term_at(items, at + direct, self.categories)
                # "my programming languages are Python, Keras and ..."
                or (
                    items[max(head.first - 1, 0)] in ("my", "our")
                    and items[at + direct + 1 : at + direct + 2] == (",",)
                )
            )
        ):
            return at + direct, "such"
        return self._behind_a_purpose(items, at) if items[at] in _PURPOSE else None

    def _behind_a_purpose(self, items: tuple[str, ...], at: int) -> tuple[int, str] | None:
        """The list that starts behind what its members were for ("algorithms for ranking, such as ...")."""
        for later in range(at + 1, min(at + 8, len(items))):
            if items[later] in self.categories or items[later] in ("(", ")", ":", ";", "using", "with"):
                return None
            if items[later : later + 2] == ("such", "as") or items[later] in ("like", "including", "eg"):
                return later + (2 if items[later] == "such" else 1), "such"
        return None

    def _counted(self, items: tuple[str, ...], head: Head) -> bool:
        """Whether what follows a head is counted up."""
        return not _COUNTED.isdisjoint(items[max(head.first - 1, 0) : head.last])

    def _label(self, items: tuple[str, ...], head: Head) -> int | None:
        """Behind the colon of a label that says what was done with its members ("Vector DBs used at work: ...")."""
        at = head.last + 1
        if (
            not (head.first == 0 or items[head.first - 1] in (";", ".", "-", "my", "our"))
            or ":" not in items[at : at + _LABEL]
        ):
            return None
        colon = items.index(":", at)
        words = items[at:colon]
        done = any(word in LISTED or word in OF_MINE or word.endswith("ed") for word in words)
        return (
            colon + 1 if done and not any(is_mark(word) or not word[0].isalpha() for word in words) else None
        )

    def members(self, items: tuple[str, ...], at: int) -> Iterator[int]:
        """The terms of a list that starts here: each item of the list is a term, perhaps with nouns around it."""
        strange = count = 0
        clause = False  # whether what comes may be a new thought: "such as A, and B for ..."
        while at < len(items):
            while at < len(items) and (items[at] in ARTICLES or items[at] in self.modifiers):
                at += 1
            if at >= len(items):
                return
            after = at + 1
            if is_mark(items[at]):
                while after < len(items) and self._belongs(items[after]):
                    after += 1
                if clause and count == 1 and after < len(items) and items[after] in NEW_THOUGHT:
                    return
                # A category as an item of its own begins another thought ("..., and clustering with K-means").
                if self._whole(items, after) and (
                    items[at] not in self.categories
                    or _closes(items, after)
                    or self._stands_alone(items, at, after)
                ):
                    yield at
                count += 1
                at = _past_brackets(items, after)
            else:
                strange += 1
                count += 1
                at = _to_separator(items, at)
                if strange > 3:
                    return
            if at >= len(items) or (items[at] not in MORE and items[at : at + 3] != ("as", "well", "as")):
                return
            clause = items[at : at + 2] == (",", "and")
            while at < len(items) and (items[at] in MORE or items[at] in ("as", "well")):
                at += 1

    def _whole(self, items: tuple[str, ...], after: int) -> bool:
        """Whether a member's name ends here, and lends itself to no other noun ("LangChain chains")."""
        return after >= len(items) or items[after] in CLOSERS or items[after] in MORE or is_mark(items[after])

    def _stands_alone(self, items: tuple[str, ...], at: int, after: int) -> bool:
        """Whether a category that is a thing too ("CNN") is the last of a list, not the head of another."""
        return (
            items[at] in self.things
            and after == at + 1
            and items[after] in ("to", "for", "in", "on", "were", "was")
        )

    def _belongs(self, item: str) -> bool:
        """Whether an item behind a member still is of its name ("K-means clustering algorithm", "Llama 3")."""
        return item in self.general or item in self.categories or item[0].isdigit()


def term_at(items: tuple[str, ...], at: int, categories: Mapping[str, frozenset[str]]) -> bool:
    return at < len(items) and is_mark(items[at]) and items[at] not in categories


def starts_with(items: tuple[str, ...], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """The length of the longest phrase that stands here, 0 for none."""
    return max((len(words) for words in phrases if items[at : at + len(words)] == words), default=0)


def _such_before(items: tuple[str, ...], first: int) -> bool:
    """ "such supervised methods as K-means"."""
    return first > 0 and items[first - 1] == "such"


def _closes(items: tuple[str, ...], at: int) -> bool:
    return at >= len(items) or items[at] in (",", ")", ";", ".")


def _past_brackets(items: tuple[str, ...], at: int) -> int:
    """Behind a bracketed aside that starts here."""
    if at < len(items) and items[at] == "(" and ")" in items[at:]:
        return items.index(")", at) + 1
    return at


def _to_separator(items: tuple[str, ...], at: int) -> int:
    """The next separator at most three words on; the end where there is none."""
    for here in range(at, min(at + 4, len(items))):
        if items[here] in MORE:
            return here
        if items[here] in CLOSERS:
            break
    return len(items)
