"""A sentence as the rules read it: folded words, with the known terms marked.

Two forms of the same sentence. `plain` has its words alone, and says where terms are: patterns run on it. `items` has
one item for a term, a word or a punctuation mark: relations between terms are read from it. A term's mark is one
character of the private use area, so that a group of terms is a string of marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

FIRST_MARK = 0xE000
END = "\uf8ff"
MAX_TOKENS = 160
_UNITS = r"(?:[kmb]|bn|x)?(?![^\W_])\+?(?:\s?%|\s?percent(?![^\W_])|\s?per\scent(?![^\W_]))?"
_TOKEN = re.compile(
    r"v\d+(?:\.\d+)+|c\+\+|c\#"
    r"|[^\W\d_][^\W_]*(?:['’](?!s\b)[^\W_]+)?"
    rf"|(?:(?<![^\s=(:])[-−])?[$€£]?\d+(?:[.,]\d+)*{_UNITS}|[^\W_]+|['’]s\b"
    r"|[.!?](?=[\s\"')\]”]|$)|[;:,()/&\"“”|•\n–—]|(?<=\s)[-+](?=\s)"
)
# Points that end no sentence, taken away at the same length so that offsets stay true.
_SHORT = tuple(
    (f"{before}{written}", f"{before}{written.replace('.', '')}".ljust(len(before + written)))
    for written in ("e.g.", "i.e.", "e.g", "i.e", "vs.", "etc.", "approx.", "incl.", "resp.")
    for before in (" ", "(")
)
_SAME = {
    "incl": "including", "resp": "respectively", "“": '"', "”": '"', "|": ",", "•": ";", "–": "-", "—": "-", "+": "and",
    "&": "and",
}  # fmt: skip
_ENDS = frozenset(".!?\n")
_ASIDE = frozenset(',:()/"-&')


@dataclass(frozen=True)
class Source:
    """A text made ready for cutting: lower case, at the same length. Offsets are worked out only when asked for."""

    lowered: str

    @classmethod
    def of(cls, text: str) -> Source:
        """Lower case, and points that end no sentence taken away."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters grow in lower case: offsets must stay true
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        if "." in lowered:
            for written, short in _SHORT:
                lowered = lowered.replace(written, short)
        return cls(lowered)

    def tokens(self) -> list[str]:
        """Words, numbers and punctuation marks, folded."""
        memo = _FOLDED
        if len(memo) > _MEMO:
            memo.clear()
        return [memo.get(token) or _fold(token) for token in _TOKEN.findall(self.lowered)]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token starts and ends in the text."""
        return [match.span() for match in _TOKEN.finditer(self.lowered)]


_FOLDED: dict[str, str] = {}
_MEMO = 50_000


def _fold(token: str) -> str:
    """A token's form for comparison, remembered."""
    folded = _SAME.get(token, token).replace("’", "'").replace("−", "-")
    if folded[-1] in "%t" and folded[0] in "-$€£0123456789":
        folded = re.sub(r"\s?(?:%|per\s?cent)$", "%", folded)
    _FOLDED[token] = folded
    return folded


def words_of(written: str) -> tuple[str, ...]:
    """The tokens of a term or name."""
    return tuple(Source.of(written).tokens())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence, their places among its tokens, and the terms: first word to mark and word behind."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    terms: Mapping[int, tuple[str, int]]


@dataclass(frozen=True)
class Sentence:
    """Tokens of one sentence, `first` the number of the first in its source. `known`: terms to look for in it."""

    tokens: tuple[str, ...]
    source: Source
    first: int
    known: Terms
    question: bool = False

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token starts in the text."""
        return tuple(start for start, _ in self.source.spans[self.first : self.first + len(self.tokens)])

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each token ends in the text."""
        return tuple(end for _, end in self.source.spans[self.first : self.first + len(self.tokens)])

    @cached_property
    def terms(self) -> tuple[tuple[int, int, str], ...]:
        """The terms found: first and last token, and mark."""
        return tuple(self.known.find(self.tokens))

    @cached_property
    def marks(self) -> frozenset[str]:
        """The marks of all terms."""
        return frozenset(mark for _, _, mark in self.terms)

    @cached_property
    def plain(self) -> Words:
        """The words without punctuation marks (a semicolon stays: nothing reaches across it)."""
        places = [at for at, token in enumerate(self.tokens) if token not in _ASIDE]
        index = {token: word for word, token in enumerate(places)}
        terms = {
            index[first]: (mark, index[last] + 1)
            for first, last, mark in self.terms
            if first in index and last in index
        }
        return Words(tuple(self.tokens[at] for at in places), tuple(places), terms)

    def of_words(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from first to last (both in, indices of `plain`) stand in the text."""
        places = self.plain.places
        return self.starts[places[first]], self.ends[places[max(last, first)]]

    @cached_property
    def items(self) -> tuple[str, ...]:
        """Tokens, with every term as its mark."""
        return tuple(item for item, _, _ in self._items)

    @cached_property
    def _items(self) -> list[tuple[str, int, int]]:
        out: list[tuple[str, int, int]] = []
        at = 0
        for first, last, mark in self.terms:
            out += [(self.tokens[i], i, i) for i in range(at, first)]
            out.append((mark, first, last))
            at = last + 1
        out += [(self.tokens[i], i, i) for i in range(at, len(self.tokens))]
        return out

    def of_items(self, first: int, last: int) -> tuple[int, int]:
        """Where the items from first to last (both in) stand in the text."""
        return self.starts[self._items[first][1]], self.ends[self._items[last][2]]


class Terms:
    """All terms of a file, found together, the longest first. A term may be in several groups.

    `classes`: a group's marks; `names`: a mark's term as it is written; `firsts`: the words that it may start with.
    """

    def __init__(self, spelled: Mapping[str, Any]) -> None:
        self.classes: Mapping[str, str] = spelled["classes"]
        self.names: Mapping[str, str] = spelled["names"]
        self.firsts: Mapping[str, Sequence[str]] = spelled["firsts"]
        self._by_first: Mapping[str, Sequence[tuple[tuple[str, ...], str]]] = spelled["by_first"]

    @staticmethod
    def spelled(groups: Mapping[str, Iterable[str]]) -> dict[str, Any]:
        """The terms of groups in all their forms, as plain data for the cache."""
        classes: dict[str, str] = {}
        names: dict[str, str] = {}
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        marks: dict[tuple[str, ...], str] = {}
        for group, terms in groups.items():
            own: dict[str, None] = {}
            for term in terms:
                forms = list(_forms(term))
                mark = next((marks[form] for form in forms if form in marks), None)
                mark = mark or chr(FIRST_MARK + len(names))
                names.setdefault(mark, term)
                for form in forms:
                    if form not in marks:
                        marks[form] = mark
                        by_first.setdefault(form[0], []).append((form, mark))
                own[mark] = None
            classes[group] = "".join(own)
        firsts: dict[str, dict[str, None]] = {}
        for form, mark in marks.items():
            firsts.setdefault(mark, {})[form[0]] = None
        for entries in by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        return {
            "classes": classes,
            "names": names,
            "firsts": {mark: tuple(words) for mark, words in firsts.items()},
            "by_first": by_first,
        }

    def sentences(self, text: str) -> Iterator[Sentence]:
        """The sentences of a text, in order; one that is very long comes in pieces."""
        source = Source.of(text)
        tokens = source.tokens()
        stops = [at for at, token in enumerate(tokens) if token in _ENDS]
        start = 0
        for stop in (*stops, len(tokens)):
            asked = stop < len(tokens) and tokens[stop] == "?"
            for first in range(start, stop, MAX_TOKENS):
                cut = tuple(tokens[first : min(first + MAX_TOKENS, stop)])
                yield Sentence(cut, source, first, self, asked)
            start = stop + 1

    def find(self, words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        """First and last word, and mark, of every term in a stretch of words; none overlap."""
        by_first = self._by_first
        at, count = 0, len(words)
        while at < count:
            entries = by_first.get(words[at])
            if entries:
                for form, mark in entries:
                    if words[at : at + len(form)] == form:
                        yield at, at + len(form) - 1, mark
                        at += len(form) - 1
                        break
            at += 1


def _forms(term: str) -> Iterator[tuple[str, ...]]:
    """A term's tokens; without its hyphens ("kmeans"); the plurals of both."""
    spelled = [words_of(term)]
    if "-" in term and " " not in term:
        spelled.append(words_of(term.replace("-", "")))
    for form in spelled:
        if not form:
            continue
        yield form
        last = form[-1]
        if last.isalpha() and last[-1] not in "s" and len(last) > 1:
            yield (
                *form[:-1],
                last[:-1] + "ies" if last[-1] == "y" and last[-2] not in "aeiou" else last + "s",
            )
            if last.endswith(("x", "ch", "sh")):
                yield (*form[:-1], last + "es")
