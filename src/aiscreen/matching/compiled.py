"""Skills compiled to plain dicts and tuples that `marshal` can store: what the matcher works on."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from aiscreen.matching.fuzzy import letters_of
from aiscreen.matching.words import doings
from aiscreen.taxonomy.skills import THINGS, TOKEN, Context, Skill, variants

FORM = 15
"""Changes when the compiled form does, so that a stored one is not misread."""

_TECHNICAL = THINGS | {"concept", "practice"}
"""Kinds of which one that is named makes a text one about software."""

TIERS = {"distinctive": 0, "cased": 1, "phrase": 2}

# A CamelCase name may be written in parts, but not where its first part is a word of every sentence:
# "my SQL skills" is not MySQL.
_EVERYDAY = (
    " a all am an and are as at be big by can do for go has i if in is it my no not of on one open or our red sales"
    " so the to up us we work "
)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Z][A-Z])(?=[a-z])")
_DIGITS = re.compile(r"(?<=[A-Za-z]{4})(?=\d)")


def pieces(spelling: str, *, digits: bool = True) -> tuple[str, str, tuple[int, ...]]:
    """A spelling's key, the key in its own case, and the offsets in it where a text may part it.

    Without `digits`, not before a number: "Python 2" is read as a name and what follows it.
    """
    tokens = TOKEN.findall(spelling)
    cased = "".join(tokens)
    splits: set[int] = set()
    offset = 0
    for token in tokens:
        if offset:
            splits.add(offset)
        for match in (*_HUMPS.finditer(token), *(_DIGITS.finditer(token) if digits else ())):
            if f" {token[: match.start()].lower()} " not in _EVERYDAY:
                splits.add(offset + match.start())
        offset += len(token)
    return cased.lower(), cased, tuple(sorted(splits))


def _phrase(text: str) -> str:
    """A phrase as a run of tokens with spaces around each, for containment tests."""
    return f" {' '.join(TOKEN.findall(text.lower()))} "


def _forms(word: str, end: str = "") -> tuple[str, str]:
    return word + end, word + "s" + end


def _by_word(phrases: Iterable[str], own: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """Phrases and their plurals under the longest word of each that is none of `own`: a look at a text's words tells
    which may be in it."""
    found: dict[str, list[str]] = {}
    for phrase in map(_phrase, phrases):
        for form in _forms(phrase[:-1]):
            words = form.split()
            telling = [word for word in words if word not in own] or words
            found.setdefault(max(telling, key=len), []).append(f"{form} ")
    return found


def _context(skill: Skill, context: Context) -> dict[str, Any]:
    """A skill's context as phrases ready for containment tests. `near` and `deny` are by a word of each; `deny` pairs
    a phrase with whether it holds the skill's own word. `..._words`: what stands nearest to the name."""
    own = {_phrase(text) for text, _, _ in skill.spellings()}
    names = frozenset(form for text in own if text.count(" ") == 2 for form in _forms(text.strip()))
    before = tuple(_phrase(text) for text in context.before)
    after = tuple(form for text in context.after for form in _forms(_phrase(text)[:-1], " "))
    return {
        "near": _by_word(context.near),
        "before": before,
        "before_words": frozenset(text.split()[-1] for text in before),
        "after": after,
        "after_words": frozenset(text.split()[0] for text in after),
        "deny": {
            word: [(phrase, any(each in phrase for each in own)) for phrase in phrases]
            for word, phrases in _by_word(context.deny, names).items()
        },
        "lists": context.lists,
        "person": context.person,
        "company": context.company,
        "everyday": context.everyday,
        "needed": bool(context.near or context.before or context.after),
    }


class Rules(dict[str, "dict[str, Any] | None"]):
    """The contexts of skills, each unpacked when it is first asked for: a text names few. None for a skill without one."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        self._packed = packed

    def __missing__(self, skill: str) -> dict[str, Any] | None:
        packed = self._packed.get(skill)
        self[skill] = found = None if packed is None else marshal.loads(packed)
        return found


def _spelled(skill: Skill) -> dict[tuple[str, int, str], tuple[str, set[int], bool]]:
    """A skill's keys, each with its tier and its own case where that tells: the version that it names, where it may be
    parted, whether it is the name. Spellings that differ only in their parting ("cplusplus", "c plus plus") are one."""
    merged: dict[tuple[str, int, str], tuple[str, set[int], bool]] = {}
    for text, tier, version in variants(skill):
        key, cased, splits = pieces(text, digits=not version)
        if not key:
            continue
        # The case of an ordinary word ("monitoring") says nothing; that of a product's name does ("Ray").
        caseless = tier == "distinctive" or (tier == "phrase" and not skill.is_thing)
        same = (key, TIERS[tier], "" if caseless else cased)
        merged.setdefault(same, (version, set(), text == skill.name))[1].update(splits)
    return merged


def _misspellable(skill: Skill) -> Iterator[str]:
    """The keys of a product that are distinctive single words, long enough to be known when they are misspelt."""
    for text, tier, version in variants(skill) if skill.is_thing else ():
        key = pieces(text, digits=not version)[0]
        if tier == "distinctive" and len(key) >= 6 and key.isalpha() and " " not in text:
            yield key


def compile_skills(skills: Mapping[str, Skill]) -> dict[str, Any]:
    """The compiled form: plain, ordered, safe for `marshal`.

    `ends`: key -> entries: skill, tier, the key in its own case where that tells, version, the offsets where a text may
    part it, and whether it is the skill's name. `heads`: what keys begin with, up to those offsets; `starts`: both.
    `rules`: skill -> its context, packed (see `Rules`). `words`: see `doings`. `fuzzy`: first letter and length -> the
    single-word names of things, each with its skill and letters.
    """
    ends: dict[str, list[tuple[Any, ...]]] = {}
    heads: set[str] = set()
    fuzzy: dict[str, dict[str, str]] = {}
    for identifier, skill in skills.items():
        for key in _misspellable(skill):
            fuzzy.setdefault(key[0] + str(len(key)), {})[key] = identifier
        for (key, rank, form), (version, parts, named) in _spelled(skill).items():
            offsets = tuple(sorted(parts))
            ends.setdefault(key, []).append((identifier, rank, form, version, offsets, named))
            heads.update(key[:offset] for offset in offsets)
    return {
        "form": FORM,
        "ends": {key: tuple(sorted(entries, key=lambda entry: entry[1])) for key, entries in ends.items()},
        "heads": frozenset(heads),
        "starts": frozenset(heads) | frozenset(ends),
        "rules": {
            i: marshal.dumps(_context(skill, skill.context)) for i, skill in skills.items() if skill.context
        },
        "software": frozenset(i for i, skill in skills.items() if skill.kind in _TECHNICAL),
        "categories": {i: skill.category for i, skill in skills.items()},
        "versions": {i: tuple(skill.versions) for i, skill in skills.items() if skill.versions},
        "words": doings({key: chain.from_iterable(e[4] for e in entries) for key, entries in ends.items()}),
        "fuzzy": {
            bucket: tuple([(key, skill, letters_of(key)) for key, skill in sorted(keys.items())])
            for bucket, keys in sorted(fuzzy.items())
        },
    }
