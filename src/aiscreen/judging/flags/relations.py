"""Who is said to be what: "C such as M and N", "M is a C", "M, a C", "the C M", "M and other C", "C using M".

A *head* is a run of category names and general nouns ("supervised and unsupervised learning algorithms"); its
alternatives are parted by and, or, a slash. A *claim* says that a member is one of the head's alternatives. Whether the
claim is wrong is for the rules to say: here is grammar only. Where the grammar is in doubt there is no claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, islice

from aiscreen.judging.flags.grammar import (
    APPLIED,
    ARTICLES,
    BE,
    BORROWED,
    CLOSERS,
    DONE,
    FOR,
    HEDGES,
    JOIN,
    LISTED,
    MADE_OF,
    MORE,
    NEW_THOUGHT,
    OF_MINE,
    OTHERS,
    SUCH,
    SUCH_DIRECT,
    USING,
)
from aiscreen.judging.flags.heads import Head, Heads, is_term
from aiscreen.judging.flags.links import linked
from aiscreen.judging.flags.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """`member` (an item's index) is said to be of the head; `how` is `such`, `list`, `label` (a list behind a colon that
    opens the sentence), `is`, `beside`, `after` or `using`. `first` to `last` are the items it is read from; `place` counts members in their list from 0."""

    head: Head
    member: int
    how: str
    first: int
    last: int
    place: int = 0


class Grammar(Heads):
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
        for at, how in self._openings(items, head):
            inside = items[at - 1] == "(" and how == "list"
            if not (head.open and not inside):
                for place, member in enumerate(self._members(items, at)):
                    yield Claim(head, member, how, head.first, member, place)
            return

    def _openings(self, items: tuple[str, ...], head: Head) -> Iterator[tuple[int, str]]:
        """Where a list of members starts behind a head, and whether a word (`such`) or a sign (`list`) says so."""
        at = head.last + 1
        if at >= len(items):
            return
        if (label := self._label(items, head)) is not None:
            yield label, "such"
            return
        if items[at] in LISTED and items[at + 1 : at + 2] == (":",):
            at += 1
        if items[at : at + 2] == (")", ":"):  # "toolbox (supervised): ..."
            at += 1
        sign = items[at] in ("(", ":", "-")
        after = at + 1 if sign or items[at] == "," else at
        if found := _starts(items, after, SUCH):
            if not (found == 1 and items[after] == "as" and not _such_before(items, head.first)):
                skip = after + found
                yield (skip + 1 if skip < len(items) and items[skip] in (",", ":") else skip), "such"
        elif sign:
            counted = not _COUNTED.isdisjoint(
                items[max(head.first - 1, 0) : head.last]
            )  # "three LLMs: A, B and C"
            label = items[at] == ":" and head.first == 0
            yield at + 1, "such" if counted else "label" if label else "list"
        elif (direct := _starts(items, at, SUCH_DIRECT)) and _term_at(items, at + direct, self.categories):
            yield at + direct, "such"
        elif items[at] in ("for", "to", "in", "from", "on", "used"):
            for later in range(at + 1, min(at + 8, len(items))):
                if items[later] in self.categories or items[later] in ("(", ")", ":", ";", "using", "with"):
                    return
                if items[later : later + 2] == ("such", "as") or items[later] in ("like", "including", "eg"):
                    yield later + (2 if items[later] == "such" else 1), "such"
                    return

    def _label(self, items: tuple[str, ...], head: Head) -> int | None:
        """Behind the colon of a label that says what was done with its members ("Vector DBs used at work: ...")."""
        at = head.last + 1
        if (
            not (head.first == 0 or items[head.first - 1] in (";", ".", "-", "my", "our"))
            or ":" not in items[at : at + 5]
        ):
            return None
        colon = items.index(":", at)
        words = items[at:colon]
        done = any(word in LISTED or word in OF_MINE or word.endswith("ed") for word in words)
        return (
            colon + 1 if done and not any(is_term(word) or not word[0].isalpha() for word in words) else None
        )

    def _members(self, items: tuple[str, ...], at: int) -> Iterator[int]:
        """The terms of a list that starts here: each item of the list is a term, perhaps with nouns around it."""
        strange = count = 0
        clause = False  # whether what comes may be a new thought: "such as A, and B for ..."
        while at < len(items):
            while at < len(items) and (items[at] in ARTICLES or items[at] in self.modifiers):
                at += 1
            if at >= len(items):
                return
            after = at + 1
            if is_term(items[at]):
                while after < len(items) and self._belongs(items[after]):
                    after += 1
                if clause and count == 1 and after < len(items) and items[after] in NEW_THOUGHT:
                    return
                # A category as an item of its own begins another thought ("..., and clustering with K-means").
                if (
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
        return after >= len(items) or items[after] in CLOSERS or items[after] in MORE or is_term(items[after])

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

    def _beside(self, items: tuple[str, ...], head: Head) -> Iterator[Claim]:
        """ "the C algorithm M", "supervised M", and behind a member "M C" ("KNN clustering")."""
        at = head.last + 1
        if at < len(items) and items[at] == '"':
            at += 1
        lent = at + 1 < len(items) and items[at + 1] in BORROWED
        if not (head.open or lent) and _term_at(items, at, self.categories):
            yield Claim(head, at, "beside", head.first, at)
        before = head.first - 1
        alone = (before <= 0 or items[before - 1] not in JOIN) and items[head.first] not in MADE_OF
        if before >= 0 and alone and is_term(items[before]) and items[before] not in self.categories:
            yield Claim(head, before, "after", before, head.last)

    def _using(self, items: tuple[str, ...], head: Head) -> Iterator[Claim]:
        """ "C was done with M", "M for C"."""
        at = head.last + 1
        while at < len(items) and at < head.last + 4 and items[at] in DONE:
            at += 1
        found = _starts(items, at, USING)
        if found and not head.open:
            for first in islice(self._members(items, at + found), 1):
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
        while (
            at > 0 and (items[at] in HEDGES or items[at][0].isdigit()) and items[at] not in ("which", "that")
        ):
            at -= 1
        article = any(items[i] in ("a", "an", "one", "my", "our", "the") for i in range(at + 1, head.first))
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
        elif at > 0 and items[at] in (",", "-", ":") and article and _apposes(items, head.last + 1):
            if (member := self.left_name(items, at - 1)) is not None:
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


def _term_at(items: tuple[str, ...], at: int, categories: Mapping[str, frozenset[str]]) -> bool:
    return at < len(items) and is_term(items[at]) and items[at] not in categories


def _starts(items: tuple[str, ...], at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """The length of the longest phrase that stands here, 0 for none."""
    return max((len(words) for words in phrases if items[at : at + len(words)] == words), default=0)


def _such_before(items: tuple[str, ...], first: int) -> bool:
    """ "such supervised methods as K-means"."""
    return first > 0 and items[first - 1] == "such"


def _closes(items: tuple[str, ...], at: int) -> bool:
    return at >= len(items) or items[at] in (",", ")", ";", ".")


_COUNTED = frozenset(
    [
        "several",
        "various",
        "different",
        "multiple",
        "many",
        "some",
        "two",
        "three",
        "four",
        "five",
        "six",
        "2",
        "3",
        "4",
        "5",
        "6",
    ]
)


def _closed_by(items: tuple[str, ...], at: int) -> bool:
    return at < len(items) and items[at] in (")", ",")


def _apposes(items: tuple[str, ...], at: int) -> bool:
    """Whether an apposition may end here ("K-means, a supervised algorithm, ..."), and no list goes on."""
    return items[at : at + 1] not in (("and",), ("or",), ("plus",)) and items[at : at + 2] not in (
        (",", "and"),
        (",", "or"),
    )


def _past_brackets(items: tuple[str, ...], at: int) -> int:
    """Behind a bracketed aside that starts here."""
    if at < len(items) and items[at] == "(" and ")" in items[at:]:
        return items.index(")", at) + 1
    return at


def _over_brackets(items: tuple[str, ...], at: int) -> int:
    """Before a bracketed aside that ends here."""
    while at > 0 and items[at] != "(":
        at -= 1
    return at - 1


def _to_separator(items: tuple[str, ...], at: int) -> int:
    """The next separator at most three words on; the end where there is none."""
    for here in range(at, min(at + 4, len(items))):
        if items[here] in MORE:
            return here
        if items[here] in CLOSERS:
            break
    return len(items)
