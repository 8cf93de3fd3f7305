"""Readable patterns over words: the small language in which roles.yaml says what evidence looks like.

A pattern is words with single spaces; case, hyphens, slashes and other punctuation in the text do not matter:

- `on-call`            the words on, call
- `retrain*`           any word that starts with retrain; `*ists` any word that ends so
- `shipped|launched`   one of these words
- `canary release*?`   a trailing `?` makes a word optional
- `(went live|goes live)`  one of these phrases
- `...`                up to six words of anything, within the same sentence; `..` up to two
- `{n}` a number (`40`, `2.5k`, `$3m`, `three`), `{big}` one of 10,000 or more, `{percent}`, `{times}` (`3x`), `{money}`,
  `{p}` a
  percentile (`p99`)

`Lexicon` holds many labelled patterns and finds all of them in one pass over a text's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from operator import itemgetter

GAPS = {"...": 6, "..": 2}
_MAX_EXPANSIONS = 200
_START = 2
"""How many letters the beginning of a word must have, or its end."""
_TOKEN = re.compile(
    r"[$€£¥₹]?\d+(?:[.,]\d+)*(?:(?:[kmb]|bn|mn|mm)(?![^\W_]))?\+?(?:\s?%|x(?![^\W_]))?|/(?=(?:s|sec|min|h|hr|day)(?![^\W_]))|[^\W_]+|[.;:!?](?=\s|$)"
)
_BREAKS = frozenset(".;:!?")
_MAGNITUDE = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9}
_NUMBER = re.compile(r"[$€£¥₹]?(\d+(?:[.,]\d+)*)(bn|mn|mm|k|m|b)?\+?")
_PART = re.compile(r"\([^()]*\)\??|[^\s()]+")
_WORD = re.compile(r"\*[^\W_]+|[^\W_]+\*?")
_UNITS = {"s": "second", "sec": "second", "min": "minute", "h": "hour", "hr": "hour"}


class PatternError(ValueError):
    """A pattern that cannot be understood; the message says why."""


def magnitude(token: str) -> float:
    """The value of a number token (`4,500` is 4500, `2.5k` is 2500); 0 where it is none."""
    found = _NUMBER.match(token)
    if not found:
        return 0.0
    digits = found[1]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}", digits):
        digits = digits.replace(",", "") if "," in digits else digits.replace(".", "")
    else:
        digits = re.sub(r"[.,](?=.*[.,])", "", digits).replace(",", ".")
    return min(float(digits), 1e18) * _MAGNITUDE.get(found[2] or "", 1.0)


_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty dozens hundreds".split()  # noqa: SIM905
)


def _number(token: str) -> bool:
    return token[0].isdigit() or token[0] in "$€£¥₹" or token in _NUMBER_WORDS


_CLASSES: dict[str, Callable[[str], bool]] = {
    "{n}": _number,
    "{big}": lambda token: token[0].isdigit() and token[-1] not in "%x" and magnitude(token) >= 10_000,
    "{percent}": lambda token: token[-1] == "%",
    "{times}": lambda token: _number(token) and token[-1] == "x",
    "{money}": lambda token: token[0] in "$€£¥₹",
    "{p}": lambda token: token[0] == "p" and token[1:].isdigit() and len(token) in (3, 4),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a pattern: exact words, beginnings of words, or a class of numbers. `gap` words may come before;
    `loose` is true where more than exact words fit."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    number: str = ""
    gap: int = 0
    loose: bool = False
    suffixes: tuple[str, ...] = ()

    def takes(self, token: str) -> bool:
        """Whether the token stands in this place."""
        if token in self.words or (self.prefixes and token.startswith(self.prefixes)):
            return True
        if self.suffixes and token.endswith(self.suffixes):
            return True
        return bool(self.number) and _CLASSES[self.number](token)


Pattern = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: its label, and where it starts and ends (offsets in the text, and counts of words)."""

    label: str
    start: int
    end: int
    first: int
    last: int


@lru_cache(maxsize=4096)
def compile_pattern(written: str) -> tuple[Pattern, ...]:
    """The alternatives that a written pattern stands for. Raises PatternError."""
    choices = [_choices(part) for part in _parts(written)]
    total = 1
    for options in choices:
        total *= len(options)
    if total > _MAX_EXPANSIONS:
        raise PatternError(f"too many alternatives in one pattern ({total})")
    patterns = [_slots([word for option in combo for word in option], written) for combo in product(*choices)]
    return tuple(dict.fromkeys(patterns))


def _parts(written: str) -> list[str]:
    """Words and parenthesised groups."""
    parts = _PART.findall(written.strip())
    if not parts or "".join(parts).replace(" ", "") != written.replace(" ", ""):
        raise PatternError(f"cannot read {written!r}: check its parentheses")
    return parts


@lru_cache(maxsize=4096)
def _first(written: str) -> tuple[Slot, ...]:
    """What a pattern may start with."""
    words = written.strip().partition(" ")[0].casefold().split("|")
    if all(map(str.isalnum, words)):  # most do with a plain word, or one of several
        return (Slot(frozenset(words), ()),)
    part = _PART.match(written.strip())
    if part is None or part[0].endswith("?"):
        return tuple(dict.fromkeys(pattern[0] for pattern in compile_pattern(written)))
    return tuple(_slot(choice[0], 0, written) for choice in _choices(part[0]))


def _choices(part: str) -> list[list[str]]:
    """What may stand for one part: a list of word lists. Single words stay one choice (`a|b`), phrases part."""
    optional = part.endswith("?")
    options = [
        _words(option, part)
        for option in part.removesuffix("?").removeprefix("(").removesuffix(")").split("|")
    ]
    single = [option[0] for option in options if len(option) == 1]
    choices = [["|".join(single)]] if single else []
    choices += [option for option in options if len(option) > 1]
    return [*choices, []] if optional else choices


def _words(option: str, part: str) -> list[str]:
    """The words of one alternative; `on-call` is two, as it is in a text."""
    words: list[str] = []
    for word in option.split():
        if word in GAPS or word in _CLASSES:
            words.append(word)
        elif word[0] == "{" or not (pieces := _WORD.findall(word)):
            raise PatternError(f"cannot read {word!r} in {part!r}")
        else:
            words += pieces
    if not words:
        raise PatternError(f"an empty alternative in {part!r}")
    return words


def _slots(words: list[str], written: str) -> Pattern:
    slots: list[Slot] = []
    gap = 0
    for word in words:
        if word in GAPS:
            gap = GAPS[word]
        else:
            slots.append(_slot(word, gap, written))
            gap = 0
    if not slots or gap or slots[0].gap:
        raise PatternError(f"{written!r} must start and end with a word, not with a gap")
    return tuple(slots)


def _slot(piece: str, gap: int, written: str) -> Slot:
    words: list[str] = []
    prefixes: list[str] = []
    suffixes: list[str] = []
    number = ""
    for option in piece.casefold().split("|"):
        if option in _CLASSES:
            if number:
                raise PatternError(f"two kinds of number as alternatives in {written!r}")
            number = option
        elif option.isalnum():
            words.append(option)
        elif len(option) > _START and option[-1] == "*" and option[:-1].isalnum():
            prefixes.append(option[:-1])
        elif len(option) > _START and option[0] == "*" and option[1:].isalnum():
            suffixes.append(option[1:])
        else:
            raise PatternError(f"cannot read {option!r} in {written!r}")
    loose = bool(prefixes or suffixes or number)
    return Slot(frozenset(words), tuple(sorted(prefixes)), number, gap, loose, tuple(sorted(suffixes)))


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words, folded, with the offset where each starts and ends."""

    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Cuts a text into words, numbers and sentence ends."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a few letters change length in lower case: offsets must stay true
            lowered = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(lowered)]
        tokens = [f[0] for f in found]
        for index, token in enumerate(tokens):
            if token == "/" and index + 1 < len(tokens):  # 300/s is 300 per second
                tokens[index : index + 2] = ["per", _UNITS.get(tokens[index + 1], tokens[index + 1])]
        return cls(tuple(tokens), tuple(f[1] for f in found), tuple(f[2] for f in found))


_Written = tuple[str, str]
"""A label and a pattern as written."""
_Head = tuple[str, Pattern, frozenset[str] | None]
"""A label, a pattern, and the words that must follow its first one at once (None where more may)."""
_ANY, _NUMBERS = "", "#"
"""In place of the first letters of a word: any word may fit, or numbers and percentiles only."""


@lru_cache(maxsize=512)
def words_of(text: str) -> Words:
    """The text's words, remembered for the next lexicon that reads the same sentence."""
    return Words.of(text)


class Lexicon:
    """Labelled patterns, found together. Built from `(label, patterns)`.

    A pattern is only made ready when a word turns up that it may start with: most never are for a single résumé.
    Raises PatternError for one that cannot be read, then at the latest.
    """

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._exact: dict[str, list[_Written]] = {}
        self._loose: dict[str, list[tuple[int, Slot, _Written]]] = {_ANY: [], _NUMBERS: []}
        number = 0
        self._memo: dict[str, tuple[_Head, ...]] = {}
        for label, patterns in entries:
            for written in patterns:
                for head in _first(written):
                    for word in head.words:
                        self._exact.setdefault(word, []).append((label, written))
                    if head.loose:
                        number += 1
                        for start in _starts(head):
                            self._loose.setdefault(start, []).append((number, head, (label, written)))

    def _heads(self, token: str) -> tuple[_Head, ...]:
        """The patterns that may start at a word; remembered, as words repeat between résumés."""
        found = dict.fromkeys(self._exact.get(token, ()))
        loose = [*self._loose[_ANY], *self._loose.get(token[:_START], ())]
        if _number(token) or token[0] == "p":
            loose += self._loose[_NUMBERS]
        loose.sort(key=itemgetter(0))
        found |= dict.fromkeys(written for _, head, written in loose if head.takes(token))
        heads = tuple(
            (label, pattern, _next(pattern))
            for label, written in found
            for pattern in compile_pattern(written)
            if pattern[0].takes(token)
        )
        if len(self._memo) > 50_000:
            self._memo.clear()
        self._memo[token] = heads
        return heads

    def find(self, text: str) -> list[Hit]:
        """All labelled hits in the text, in order; a label at most once for each place where it starts."""
        return list(self.find_in(words_of(text)))

    def find_in(self, words: Words) -> Iterator[Hit]:
        """The same over words that are already cut."""
        tokens = words.tokens
        memo = self._memo
        end = len(tokens) - 1
        for first, token in enumerate(tokens):
            heads = memo.get(token)
            if heads is None:
                heads = self._heads(token)
            if not heads:
                continue
            following = tokens[first + 1] if first < end else ""
            seen: str | None = None
            for label, pattern, strict in heads:
                if label == seen or (strict is not None and following not in strict):
                    continue
                last = _match(pattern, tokens, first)
                if last is not None:
                    seen = label
                    yield Hit(label, words.starts[first], words.ends[last], first, last)


def _starts(head: Slot) -> set[str]:
    """The first letters of words that a loose slot takes, or what stands for them."""
    starts = {prefix[:_START] for prefix in head.prefixes}
    return starts | {_ANY for _ in head.suffixes} | ({_NUMBERS} if head.number else set())


def _next(pattern: Pattern) -> frozenset[str] | None:
    """The words of which one must follow the first at once; None where more may."""
    if len(pattern) == 1 or pattern[1].gap or pattern[1].loose:
        return None
    return pattern[1].words


def _match(pattern: Pattern, tokens: tuple[str, ...], first: int, index: int = 1) -> int | None:
    """The place of the last word when the pattern from `index` on follows the word at `first`, else None."""
    if index == len(pattern):
        return first
    slot = pattern[index]
    for place in range(first + 1, min(first + 2 + slot.gap, len(tokens))):
        token = tokens[place]
        if token in slot.words or (slot.loose and slot.takes(token)):
            if index + 1 == len(pattern):
                return place
            last = _match(pattern, tokens, place, index + 1)
            if last is not None:
                return last
        if token in _BREAKS:
            return None
    return None
