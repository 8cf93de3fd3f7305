"""Patterns as they are written, read into parts; and what each part may start with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aiscreen.taxonomy.patterns.classes import CLASSES, CLASSES_OF
from aiscreen.taxonomy.patterns.families import FAMILIES, OPTIONS
from aiscreen.taxonomy.patterns.words import plain

GAPS = {"...": 6, "..": 2}
_SHORTEST = 2
"""How many letters the beginning of a word must have, or its end."""
_PART = re.compile(r"\([^()]*\)\??|[^\s()]+")
_GROUP = re.compile(r"<([a-z0-9][a-z0-9-]*)>")

Words = tuple[str, ...]


class PatternError(ValueError):
    """A pattern that cannot be understood; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern, and the sequences of words that fill it. `firsts`: the words that they start with, each with
    what must follow it (nothing where one word is enough). `beginnings` and `ends` of single words. `others`: sequences
    that start with a beginning (`fit*`), an end, a class of words (`{n}`) or a group (`<name>`).

    `optional`: it may be missing; `gap`: so many words may come before; `closed`: only the first words can start it;
    `single`: one of them is all of it."""

    firsts: Mapping[str, Sequence[Words]]
    beginnings: Words
    ends: Words
    others: Sequence[Words]
    optional: bool
    gap: int
    closed: bool
    single: bool


Pattern = tuple[Part, ...]


def groups_of(pattern: str) -> list[str]:
    """The ids of the groups and categories that a pattern names, in order."""
    return _GROUP.findall(pattern)


@lru_cache(maxsize=8192)
def parse_pattern(written: str) -> Pattern:
    """The parts of a pattern. Raises PatternError."""
    pieces = _PART.findall(written)
    if not pieces or "".join(pieces).replace(" ", "") != "".join(written.split()):
        raise PatternError(f"cannot read {written!r}: check its parentheses")
    parts: list[Part] = []
    gap = 0
    for piece in pieces:
        if piece in GAPS:
            gap = GAPS[piece]
        else:
            parts.append(_part(piece, gap))
            gap = 0
    needed = [at for at, part in enumerate(parts) if not part.optional]
    if not needed:
        raise PatternError(f"{written!r} could be nothing at all: one part must not be optional")
    if gap or any(part.gap for part in parts[: needed[0] + 1] + parts[needed[-1] + 1 :]):
        raise PatternError(f"{written!r} must start and end with a word, not with a gap")
    return tuple(parts)


def orders(written: str) -> tuple[str, ...]:
    """A pattern in every order that it may be read in: two where it has a `~`. Raises PatternError for a second one."""
    one, both, other = written.partition(" ~ ")
    if " ~ " in other:
        raise PatternError(f"cannot read {written!r}: one ~ is enough")
    return (f"{one} ... {other}", f"{other} ... {one}") if both else (written,)


def checked(written: str) -> str:
    """The pattern as it is written, for a model's field. Raises PatternError."""
    for each in orders(written):
        parse_pattern(each)
    return written


def leading(written: str) -> list[str]:
    """What a pattern may start with: words, beginnings (`fit*`), ends, classes of words and groups.

    Reads no more than it needs; raises PatternError where that cannot be read.
    """
    found: dict[str, None] = {}
    for piece in _PART.findall(written):
        name = piece.removesuffix("?")
        sequences: Sequence[Words] = [(name,)] if name in FAMILIES else _sequences(piece)
        found.update(dict.fromkeys(words[0] for words in sequences))
        if piece[-1] != "?":
            break
    return list(found)


def rests(part: Part, first: str) -> list[Words] | None:
    """What must follow a word in a part that it starts: nothing where it is all of it. None where that cannot be told.

    What a term starts is left out: the term's mark starts it, and the mark is met by itself.
    """
    if part.optional:
        return None
    found = list(part.firsts.get(first, ()))
    if not part.closed:
        if first.startswith(part.beginnings) or first.endswith(part.ends):
            found.append(())
        found += [words[1:] for words in part.others if words[0][0] != "<" and fits(words[0], first)]
    return found


def next_words(pattern: Pattern, behind: Sequence[Words]) -> frozenset[str] | None:
    """The words of which one must follow at once where a word starts the pattern that has these `rests` in its first
    part; None where others may."""
    found: set[str] = set()
    for rest in behind:
        if rest and not _plain(rest[0]):
            return None
        if rest:
            found.add(rest[0])
            continue
        for part in pattern[1:]:
            if part.gap or not part.closed:
                return None
            found.update(part.firsts)
            if not part.optional:
                break
        else:
            return None
    return frozenset(found)


@lru_cache(maxsize=8192)
def _sequences(piece: str) -> tuple[Words, ...]:
    """What one piece of a pattern stands for."""
    name = piece.removesuffix("?")
    options: Sequence[str] = OPTIONS.get(name) or name.removeprefix("(").removesuffix(")").split("|")
    if all(map(str.isalpha, options)):
        return tuple([(option.lower(),) for option in options])
    return tuple(dict.fromkeys(_sequence(option, piece) for option in options))


def _part(piece: str, gap: int) -> Part:
    firsts: dict[str, list[Words]] = {}
    beginnings, ends, others = [], [], []
    for words in _sequences(piece):
        first, rest = words[0], words[1:]
        if first.isalpha() or _plain(first):
            firsts.setdefault(first, []).append(rest)
        elif not rest and first[-1] == "*":
            beginnings.append(first[:-1])
        elif not rest and first[0] == "*":
            ends.append(first[1:])
        else:
            others.append(words)
    single = True
    for rests in firsts.values():
        if len(rests) > 1 or rests[0]:
            rests.sort(
                key=len, reverse=True
            )  # the longest name counts: "weight decay rate", not "weight decay"
            single = False
    closed = not (beginnings or ends or others)
    optional = piece[-1] == "?"
    return Part(firsts, tuple(beginnings), tuple(ends), others, optional, gap, closed, closed and single)


def _sequence(option: str, piece: str) -> Words:
    """The words of one alternative, cut as those of a text are: `on-call` is two."""
    if option.isalpha() or (option[-1:] == "*" and option[:-1].isalpha() and len(option) > _SHORTEST):
        return (option.lower(),)
    words: list[str] = []
    for word in option.split():
        if word.isalpha() or word in CLASSES or word in GAPS or _GROUP.fullmatch(word):
            words.append(word.lower())
            continue
        core = word.removeprefix("*").removesuffix("*")
        cut = plain(core)
        short = core != word and (len(core) < _SHORTEST or len(word) - len(core) > 1)
        if (
            short
            or word[0] in "{<"
            or "*" in core
            or "..." in word
            or not all(map(_readable, cut))
            or not cut
        ):
            raise PatternError(f"cannot read {word!r} in {piece!r}")
        words += cut
        if word[0] == "*":
            words[-len(cut)] = f"*{cut[0]}"
        elif word[-1] == "*":
            words[-1] += "*"
    if not words:
        raise PatternError(f"an empty alternative in {piece!r}")
    if words[0] in GAPS or words[-1] in GAPS:
        raise PatternError(f"{option!r} must start and end with a word, not with a gap")
    return tuple(words)


def _plain(wanted: str) -> bool:
    """Whether what a pattern wants is just a word."""
    return wanted[0] not in "<{*" and wanted[-1] != "*" and wanted not in GAPS


def _readable(word: str) -> bool:
    return any(character.isalnum() for character in word)


def fits(wanted: str, word: str) -> bool:
    """Whether a word is what a pattern wants in its place: a word, a beginning, an end or a number (groups are told by
    their terms)."""
    if wanted[0] == "{":
        return wanted in CLASSES_OF[word]
    if wanted[-1] == "*":
        return word.startswith(wanted[:-1])
    return word.endswith(wanted[1:]) if wanted[0] == "*" else word == wanted
