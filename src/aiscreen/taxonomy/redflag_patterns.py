"""The pattern language of redflags.yaml: that of roles.yaml, and `<name>` for any term of a group or category.

- `trained on the test set`   these words; case, hyphens, slashes, commas and brackets in the text do not matter
- `fit*`, `fit|fitted`, `whole?`, `(test set|test data)`   beginnings of words, alternatives, options
- `...`   up to six words of anything, within the same sentence
- `{n}` a number, `{percent}` a number with %, `{big}` one of 10,000 or more
- `<closed-models>`   any term of that group, however many words it has
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

GAP = 6
NUMBERS = frozenset({"{n}", "{percent}", "{big}"})
_PART = re.compile(r"\([^()]*\)\??|[^\s()]+")
_WORD = re.compile(r"\d+[%+]|[^\W_]+(?:'(?!s\b)[^\W_]+)?\*?|'s\b")
_GROUP = re.compile(r"<([a-z0-9][a-z0-9-]*)>")


class PatternError(ValueError):
    """A pattern that cannot be understood; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern. `words`: single words that fill it; `beginnings` of such words; `phrases`: sequences of
    words, beginnings (`fit*`), number classes and groups (`<name>`). `optional`: it may be missing; `gap`: up to six
    words may come before."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    optional: bool
    gap: bool


Pattern = tuple[Part, ...]


def groups_of(pattern: str) -> list[str]:
    """The ids of the groups and categories that a pattern names, in order."""
    return _GROUP.findall(pattern)


@lru_cache(maxsize=4096)
def parse_pattern(written: str) -> Pattern:
    """The parts of a pattern. Raises PatternError."""
    pieces = _PART.findall(written)
    if not pieces or "".join(pieces).replace(" ", "") != "".join(written.split()):
        raise PatternError(f"cannot read {written!r}: check its brackets")
    if pieces[0] == "..." or pieces[-1] == "...":
        raise PatternError(f"{written!r} must start and end with a word, not with ...")
    parts: list[Part] = []
    gap = False
    for piece in pieces:
        if piece == "...":
            gap = True
            continue
        parts.append(_part(piece, gap, written))
        gap = False
    if all(part.optional for part in parts):
        raise PatternError(f"{written!r} could be nothing at all: one part must not be optional")
    return tuple(parts)


def _part(piece: str, gap: bool, written: str) -> Part:
    optional = piece.endswith("?")
    piece = piece.removesuffix("?")
    options = [_spelled(option, written) for option in piece.removeprefix("(").removesuffix(")").split("|")]
    if not all(options):
        raise PatternError(f"an empty alternative in {piece!r}")
    single = [option[0] for option in options if len(option) == 1 and option[0][0] not in "<{"]
    return Part(
        frozenset(word for word in single if word[-1] != "*"),
        tuple(sorted({word[:-1] for word in single if word[-1] == "*"})),
        tuple(option for option in options if len(option) > 1 or option[0][0] in "<{"),
        optional,
        gap,
    )


def _spelled(option: str, written: str) -> tuple[str, ...]:
    """The words of an alternative, as a text's words are cut ("train-test" is two)."""
    out: list[str] = []
    for word in option.split():
        if word in NUMBERS or _GROUP.fullmatch(word):
            out.append(word)
        elif word[0] in "{<" or "..." in word or not (pieces := _WORD.findall(word.casefold())):
            raise PatternError(f"cannot read {word!r} in {written!r}")
        else:
            out += pieces
    return tuple(out)


def anchors(pattern: Pattern) -> tuple[str, ...]:
    """Words (`fit*` for a beginning, `<name>` for a group) of which a text must hold one for the pattern to match:
    those of the part that is rarest in ordinary text. Empty where only numbers could tell."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for part in pattern:
        if part.optional:
            continue
        words = [*sorted(part.words), *(f"{beginning}*" for beginning in part.beginnings)]
        words += [max(phrase, key=_rarity) for phrase in part.phrases]
        score = min(map(_rarity, words)) - len(words) / 10
        if score > best[0]:
            best = (score, tuple(dict.fromkeys(words)))
    return best[1]


def _rarity(word: str) -> float:
    """A guess: groups are rare, long words rarer than short ones, beginnings a little less so."""
    if word in NUMBERS:
        return 0.0
    if word in _COMMON:
        return 0.5
    return 12.0 if word[0] == "<" else 1.0 + len(word) - 2 * word.endswith("*")


_COMMON_WORDS = (
    "data model models training using machine learning trained model* train* performance for the and with"
)
_COMMON = frozenset(_COMMON_WORDS.split())
