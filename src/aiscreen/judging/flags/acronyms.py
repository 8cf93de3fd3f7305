"""The test `acronym`: one written out wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.taxonomy.patterns.words import words_of
from aiscreen.taxonomy.redflags.sentence import Acronym
from aiscreen.text import vocabulary


class AcronymCheck:
    """A wrong expansion beside its acronym: it has the acronym's letters, and half the words of a right one."""

    def __init__(self, test: Acronym) -> None:
        self.means = {
            acronym.lower(): [_stems(words_of(right)) for right in rights]
            for acronym, rights in test.means.items()
        }
        self.written = {acronym.lower(): rights[0] for acronym, rights in test.means.items()}
        self.shown = {acronym.lower(): acronym for acronym in test.means}

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Expansions in brackets behind an acronym, or before an acronym in brackets."""
        for at, token in enumerate(sentence.tokens):
            acronym = token if token in self.means else token.removesuffix("s")
            if acronym not in self.means:
                continue
            spans = list(_expansions(sentence.tokens, at, len(acronym)))
            if any(self._right(sentence.tokens[a : b + 1], acronym) for a, b in spans):
                continue
            for first, last in spans:
                words = sentence.tokens[first : last + 1]
                if self._wrong(words, acronym, before=last < at) or (
                    last > at and self._invented(words, acronym)
                ):
                    start, end = sentence.of_tokens(min(first, at), max(last, at))
                    values = {
                        "found": " ".join(words),
                        "value": self.written[acronym],
                        "member": self.shown[acronym],
                    }
                    yield Found(start, end, values)
                    break

    def _right(self, words: tuple[str, ...], acronym: str) -> bool:
        return _stems(words) in self.means[acronym]

    def _invented(self, words: tuple[str, ...], acronym: str) -> bool:
        """Whether behind the acronym stand words of the field that begin with its letters, and are not the right ones."""
        stems = _stems(words)
        if not _FIELD.isdisjoint(words) and all(word.isalpha() for word in words) and _spells(stems, acronym):
            return not any(
                all(map(_alike, stems, right)) for right in self.means[acronym] if len(right) == len(stems)
            )
        return False

    def _wrong(self, words: tuple[str, ...], acronym: str, *, before: bool) -> bool:
        stems = _stems(words)
        if words[0] in _SMALL or not all(word.isalpha() for word in words) or not _ARTICLES.isdisjoint(words):
            return False
        if not _spells(stems, acronym):
            return False
        # "leveraging language models (LLMs)": the first word may not belong to the expansion at all.
        return any(
            not (before and stems[1:] == right[1:])
            and (
                _half_right(stems, right) or (not before and _other(stems, right) and stems[-1] == right[-1])
            )
            for right in self.means[acronym]
        )


_ARTICLES = frozenset({"a", "an", "the", "our", "my"})
_MEANS = (
    ("ie",), ("eg",), ("meaning",), ("short", "for"), ("stands", "for"), ("standing", "for"), ("that", "is"), ("or",),
    ("which", "stands", "for"), ("means",), ("which", "means"), ("stood", "for"), ("abbreviates",), ("as", "in"),
)  # fmt: skip
"""Between an acronym and what it is said to stand for."""
_FIELD = vocabulary(
    "network networks learning vector neural language machine transformer tokenizer retrieval regression classifier "
    "classification gradient embedding algorithm tuning generation generator generative recurrent convolution convolutional "
    "attention graph node statistical model prediction linguistic forecasting sampling optimizer annealing loss"
)
"""Words of the field: an expansion that has none may be of another trade ("RAG: red, amber, green")."""
_CLOSES = frozenset({"-", ",", ";", ":", ")", "for", "to", "on", "with"})
_SMALL = frozenset({"of", "and", "the", "for", "from", "with", "a", "an", "to", "in"})


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """Words that count, without plural endings."""
    return tuple(word.removesuffix("s") for word in words if word not in _SMALL)


def _spells(words: tuple[str, ...], acronym: str) -> bool:
    """Whether beginnings of all the words, in order, make up the acronym ("low rank adaptation": lo + r + a)."""
    if not words:
        return not acronym
    word, rest = words[0], words[1:]
    return any(
        acronym.startswith(word[:size]) and _spells(rest, acronym[size:])
        for size in range(1, min(len(word), len(acronym) - len(rest)) + 1)
    )


def _half_right(stems: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Half of the words are right, and one is another word."""
    return _other(stems, right) and 2 * len(set(stems) & set(right)) >= len(right)


def _other(stems: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """As many words, and one of them another word, not just another form or a slip ("network", "networking")."""
    return len(stems) == len(right) and not all(map(_alike, stems, right))


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.8


def _expansions(tokens: tuple[str, ...], at: int, size: int) -> Iterator[tuple[int, int]]:
    """First and last token of what may be the expansion of the acronym at `at`."""
    if tokens[at + 1 : at + 2] == ("(",) and ")" in tokens[at + 3 : at + 10] and tokens[at + 2] != ")":
        yield at + 2, tokens.index(")", at + 1) - 1
    said = tuple(token for token in tokens[at + 1 : at + 5] if token != ",")
    if lead := max((len(words) for words in _MEANS if said[: len(words)] == words), default=0):
        behind = at + 1 + lead + (tokens[at + 1 : at + 2] == (",",))
        for last in range(behind + size - 1, min(behind + size + 2, len(tokens))):
            if last + 1 == len(tokens) or tokens[last + 1] in _CLOSES:
                yield behind, last
    if tokens[at + 1 : at + 2] in (
        ("-",),
        (":",),
        (",",),
    ):  # "CNN - convolutional neural network - for signs"
        for last in range(at + size, min(at + size + 3, len(tokens))):
            if last + 1 == len(tokens) or tokens[last + 1] in _CLOSES:
                yield at + 2, last
    if 0 < at < len(tokens) - 1 and tokens[at - 1] == "(" and tokens[at + 1] == ")":
        for words in range(size, size + 4):
            if at - 1 - words >= 0:
                yield at - 1 - words, at - 2
