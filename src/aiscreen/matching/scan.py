"""One pass over the tokens of a text: the longest spelling at each place, and slashed compounds taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aiscreen.matching.normal import Normal

_JOIN = re.compile(r"[ \t]{0,3}(?:[-._]|\n|-\n)?[ \t]{0,2}")
_NOT_JOIN = re.compile(r"[.\n]\s+|\s[._]")
_VERSIONED = re.compile(r"([a-z]{3,})(\d{1,2})")
_NEGATES = re.compile(r"\b(?:non|anti|un|ex)-$")
_CUT_OFF = re.compile(r"(?:k|\d{1,4})$")
"""Behind an at sign: where a metric's list is cut off ("nDCG@10", "recall@k")."""
_METRIC_END = re.compile(r"@(?:k|\d{1,4})(?!\w)")
_NUMBERS = frozenset("0123456789")
_SYMBOLS = frozenset("+#/&")
_PARTS = frozenset((" ", ", "))
_COORDINATES = frozenset(("/", "&", "and", "or"))


SKILL, TIER, FORM, VERSION, PARTS, NAMED = range(6)
"""What an entry of a spelling tells (see `compile_skills`): entries are plain tuples, so that `marshal` can store them."""


@dataclass(slots=True)
class Candidate:
    """A spelling found at tokens [first, last): who may be meant. `sure` once one skill is settled on."""

    first: int
    last: int
    start: int
    end: int
    entries: tuple[Any, ...]
    entry: Any = None
    how: str = ""

    @property
    def sure(self) -> bool:
        return self.entry is not None


class Spot:
    """A candidate in its surroundings: the text's candidates and its `place` among them, the text, and the section that
    the text stands in."""

    __slots__ = ("candidate", "candidates", "normal", "place", "section")

    def __init__(self, candidates: list[Candidate], place: int, normal: Normal, section: str) -> None:
        self.candidates, self.place, self.normal, self.section = candidates, place, normal, section
        self.candidate = candidates[place]

    @property
    def surface(self) -> str:
        """What the text writes there."""
        return self.normal.cased[self.candidate.start : self.candidate.end]

    @property
    def follows_name(self) -> bool:
        """Whether another candidate stands right before it."""
        return self.place > 0 and self.candidates[self.place - 1].last == self.candidate.first

    @property
    def leads_to_name(self) -> bool:
        """Whether another candidate stands right behind it."""
        after = self.place + 1
        return after < len(self.candidates) and self.candidates[after].first == self.candidate.last


def _joined(normal: Normal, index: int) -> bool:
    """Whether tokens index-1 and index may be parts of one name: what stands between is a separator, not a stop."""
    gap = normal.gaps[index]
    if gap in ("", " ", "-") or (gap == "@" and _CUT_OFF.match(normal.tokens[index])):
        return True
    return len(gap) < 6 and _JOIN.fullmatch(gap) is not None and not _NOT_JOIN.match(gap)


def _parted(splits: tuple[int, ...], cuts: list[int], symbols: list[int]) -> bool:
    """Whether a text that parts a key at `cuts` writes a spelling that may be parted there."""
    return all(cut in splits or cut in symbols for cut in cuts)


def _bounded(normal: Normal, first: int, last: int) -> bool:
    """Whether the tokens from first to last (both in) stand on their own: no part of a dotted name, a handle, a path or a
    longer word."""
    left, right = normal.gaps[first], normal.gaps[last + 1]
    if left in _PARTS and right in _PARTS:
        return True
    if (left[-1:] == " " or not (left or first)) and (right[:1] == " " or right[:2] == ", "):
        return True  # between spaces, as most words are
    text, start, end = normal.lower, normal.start(first), normal.end(last)
    return _open_left(normal, text, start, end) and _open_right(text, end)


def _open_left(normal: Normal, text: str, start: int, end: int) -> bool:
    if not start:
        return True
    left = text[start - 1]
    if left in "@_\\" or (left == "+" and start > 1 and text[start - 2] == "+"):
        return False
    if left == "." and text[start] != ".":
        cased = normal.cased
        new_sentence = start > 1 and cased[start - 2].isalpha() and cased[start].isupper() and end - start > 2
        return new_sentence and cased[start - 2].islower()
    if left == "-" and start > 1 and text[start - 2].isalnum() and not text.endswith("-to-", 0, start):
        return normal.cased[start].isupper() and not _NEGATES.search(text, max(0, start - 6), start)
    return True


def _open_right(text: str, end: int) -> bool:
    right = text[end : end + 1]
    if right == "@":
        return _METRIC_END.match(text, end) is not None
    if (right and right in "_#\\") or (
        right == "-" and text[end + 1 : end + 4].isdigit() and end + 3 < len(text)
    ):
        return False
    if right == "+" and not text[end + 1 : end + 2].isalnum():
        return text[end - 1] != "+" and text[end + 1 : end + 2] in ("", " ") and text[end - 1].isdigit()
    return True


def _longest(index: dict[str, Any], normal: Normal, first: int) -> tuple[int, tuple[Any, ...]] | None:
    """The longest spelling that begins at a token: the token after it, and its entries."""
    ends, starts, tokens = index["ends"], index["starts"], normal.tokens
    count = len(tokens)
    key = tokens[first]
    best: tuple[int, tuple[Any, ...]] | None = None
    if (entries := ends.get(key)) is not None and _bounded(normal, first, first):
        best = first + 1, entries
    cuts: list[int] = []
    symbols: list[int] = []
    for last in range(first + 1, min(count, first + 10)):
        longer = key + tokens[last]
        if longer not in starts or not _joined(normal, last):
            break
        cuts.append(len(key))
        if tokens[last] in _SYMBOLS or tokens[last - 1] in _SYMBOLS:
            symbols.append(len(key))
        key = longer
        if (entries := ends.get(key)) is not None:
            entries = tuple([entry for entry in entries if _parted(entry[PARTS], cuts, symbols)])
            if entries and _bounded(normal, first, last):
                best = last + 1, entries
    return best


def scan(index: dict[str, Any], normal: Normal, places: Iterable[int]) -> list[Candidate]:
    """All candidates in the order of the text, none overlapping; `places` are the tokens that may start one."""
    starts, heads, ends, tokens = index["starts"], index["heads"], index["ends"], normal.tokens
    found: list[Candidate] = []
    free, count = 0, len(tokens)
    for first in places:
        if first < free:
            continue
        token = tokens[first]
        hit: tuple[int, tuple[Any, ...]] | None = None
        if first + 1 < count and token + tokens[first + 1] in starts:
            hit = _longest(index, normal, first)
        elif (alone := ends.get(token)) is not None and _bounded(normal, first, first):
            hit = first + 1, alone
        if hit is None and token[-1] in _NUMBERS and token[0] not in _NUMBERS:
            hit = _versioned(index, normal, first)
        if hit is not None:
            free, entries = hit
            edges = normal.edges
            found.append(Candidate(first, free, edges[2 * first], edges[2 * free - 1], entries))
        elif first + 2 < count and tokens[first + 1] in _COORDINATES and token in heads:
            shared = _shared(index, normal, first)
            if shared is not None:
                start, end = normal.start(first), normal.end(first)
                found.append(Candidate(first, first + 1, start, end, shared, how="alias"))
    return found


def _versioned(index: dict[str, Any], normal: Normal, first: int) -> tuple[int, tuple[Any, ...]] | None:
    """A name with its version run on: "Python3", "Vue3". A number speaks for a name that needs its own case elsewhere, not
    for an ordinary word."""
    match = _VERSIONED.fullmatch(normal.tokens[first])
    if match is None or not _bounded(normal, first, first):
        return None
    entries = index["ends"].get(match[1], ())
    named = tuple([entry for entry in entries if entry[TIER] == 0]) or tuple(
        [e for e in entries if e[TIER] == 1]
    )
    return (first + 1, named) if named else None


def _shared(index: dict[str, Any], normal: Normal, first: int) -> tuple[Any, ...] | None:
    """Who is meant by A in "A/B C" or "A and B C", where both "A C" and "B C" are spellings."""
    tokens = normal.tokens
    hit = _longest(index, normal, first + 2)
    if hit is None or hit[0] < first + 4:
        return None
    if normal.gaps[first + 1].strip():
        return None
    cut = len(tokens[first])
    for last in range(hit[0], first + 3, -1):
        entries = index["ends"].get(tokens[first] + "".join(tokens[first + 3 : last]), ())
        sure = tuple(entry for entry in entries if entry[TIER] == 0 and cut in entry[PARTS])
        if sure:
            return sure
    return None
