"""A text cut into sentences and words: what the patterns of roles.yaml and redflags.yaml are read over.

A sentence has two forms. `tokens` are its words, numbers and punctuation marks, folded. `words` are the same without
the marks that patterns do not care about; a semicolon stays, since nothing reaches across it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

MAX_TOKENS = 160
"""A sentence that is longer comes in pieces."""
BARRIER = ";"
_ENDS = frozenset(".!?\n")
_ASIDE = frozenset(',:()/"-')
_UNIT = r"(?:(?:[kmbx]|bn|mn|mm)(?![^\W_]))?\+?(?:\s?%|\s?percent(?![^\W_])|\s?per\scent(?![^\W_]))?"
_LETTERS = r"[^\W_]*(?:['’](?!s\b)[^\W_]+)?"
# Most tokens are a space and a word, so that is tried first.
_TOKEN = re.compile(
    rf" ?([abd-uw-z]{_LETTERS}"
    rf"|v\d+(?:\.\d+)+|c\+\+|c\#|[^\W\d_]{_LETTERS}"
    # "65ms" is a number and its unit, as "65 ms" is
    rf"|(?:(?<![^\s=(:])[-−])?[$€£¥₹]?\d+(?:[.,]\d+)*{_UNIT}|['’]s\b"
    r"|/(?:s|sec|min|h|hr|day)(?![^\W_])"
    r"|[.!?](?=[\s\"')\]”]|$)|[;:,()/&\"“”|•\n–—→]|[-=]>|(?<=\s)[-+](?=\s))"
)
# Points that end no sentence, taken away at the same length so that offsets stay true.
_SHORT = re.compile(r"(?<![^\s(])(?:e\.g\.?|i\.e\.?|vs\.|viz\.|etc\.|approx\.|incl\.|resp\.|no\.(?=\s?\d))")
_SAME = {
    "incl": "including", "resp": "respectively", "“": '"', "”": '"', "|": ",", "•": ";", "–": "-", "—": "-", "+": "and",
    "&": "and", "→": "to", "->": "to", "=>": "to",
}  # fmt: skip
_PER = {"/s": "second", "/sec": "second", "/min": "minute", "/h": "hour", "/hr": "hour", "/day": "day"}
_MEMO = 50_000


class _Folded(dict[str, str]):
    """A token's form for comparison, remembered."""

    def __missing__(self, token: str) -> str:
        folded = _SAME.get(token, token).replace("’", "'").replace("−", "-")
        if folded[-1] in "%t" and folded[0] in "-$€£¥₹0123456789":
            folded = re.sub(r"\s?(?:%|per\s?cent)$", "%", folded)
        if len(self) > _MEMO:
            self.clear()
        self[token] = folded
        return folded


_folded = _Folded()


class Sentence:
    """A sentence of a text; `asked` where it is a question, `held` are its different words. Where words stand is worked
    out only when it is asked for."""

    __slots__ = ("_first", "_lowered", "_places", "_spans", "_starts", "asked", "held", "tokens", "words")

    def __init__(self, tokens: tuple[str, ...], lowered: str, first: int, asked: bool) -> None:
        self.tokens = tokens
        self.words = tuple([token for token in tokens if token not in _ASIDE])
        self.held = frozenset(self.words)
        self.asked = asked
        self._lowered, self._first = lowered, first
        self._spans: list[tuple[int, int]] | None = None
        self._places: list[int] | None = None
        self._starts: frozenset[str] | None = None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token starts and ends in the text."""
        if self._spans is None:
            spans = _spans(self._lowered)
            self._spans = spans[self._first : self._first + len(self.tokens)]
        return self._spans

    @property
    def places(self) -> list[int]:
        """The index among the tokens of each word."""
        if self._places is None:
            self._places = [at for at, token in enumerate(self.tokens) if token not in _ASIDE]
        return self._places

    @property
    def starts(self) -> frozenset[str]:
        """The first two letters of its words."""
        if self._starts is None:
            self._starts = frozenset([word[:2] for word in self.held])
        return self._starts

    def of_words(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from first to last (both in) stand in the text."""
        places = self.places
        return self.spans[places[first]][0], self.spans[places[max(first, last)]][1]


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; remembered, as all rules look at one résumé's statements."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    lowered = _lowered(text)
    tokens = _tokens(lowered)
    stops = [at for at, token in enumerate(tokens) if token in _ENDS]
    start = 0
    for stop in (*stops, len(tokens)):
        asked = stop < len(tokens) and tokens[stop] == "?"
        for first in range(start, stop, MAX_TOKENS):
            yield Sentence(tuple(tokens[first : min(first + MAX_TOKENS, stop)]), lowered, first, asked)
        start = stop + 1


def words_of(written: str) -> tuple[str, ...]:
    """The tokens of a term, a name or a pattern, cut as those of a text are."""
    return tuple(_tokens(_lowered(written)))


def plain(written: str) -> tuple[str, ...]:
    """The same without the marks that patterns do not care about."""
    return tuple([token for token in words_of(written) if token not in _ASIDE])


def _lowered(text: str) -> str:
    """Lower case at the same length, and points that end no sentence taken away."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow in lower case: offsets must stay true
        lowered = "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
    if "." in lowered[:-1]:
        lowered = _SHORT.sub(lambda found: found[0].replace(".", "").ljust(len(found[0])), lowered)
    return lowered


def _tokens(lowered: str) -> list[str]:
    found = _TOKEN.findall(lowered)
    if "/" in lowered and not _PER.keys().isdisjoint(found):
        found = [each for token in found for each in _rate(token)]
    return list(map(_folded.__getitem__, found))


def _rate(token: str) -> tuple[str, ...]:
    """300/s is 300 per second."""
    return ("per", _PER[token]) if token in _PER else (token,)


def _spans(lowered: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(lowered):
        start, end = found.span(1)
        if found[1] in _PER:
            spans.append((start, start + 1))
            start += 1
        spans.append((start, end))
    return spans
