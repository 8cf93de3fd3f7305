"""How skills are written: spellings that two skills claim, that mean too much, or that can never be found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aiscreen.taxonomy.common_words import common_words
from aiscreen.taxonomy.lint.rule import Context, Rule, of
from aiscreen.taxonomy.lint.spelling import Spelling
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from aiscreen.taxonomy.skills import Skill, SkillsFile

_PLAIN = frozenset({"domain", "soft"})
"""Kinds that are meant in the everyday sense of their words: insurance, teaching."""


@of("skills")
def alias_collision(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    claims: dict[str, list[Spelling]] = {}
    for listed in context.spellings.values():
        for spelling in listed:
            if spelling.key:
                claims.setdefault(spelling.key, []).append(spelling)
    for rivals in claims.values():
        if len({spelling.skill for spelling in rivals}) > 1:
            yield from _collisions(file, model, rivals)


def _collisions(file: YamlFile, model: SkillsFile, rivals: list[Spelling]) -> Iterator[Problem]:
    told: set[tuple[Path, str]] = set()
    for index, later in enumerate(rivals):
        for first in rivals[:index]:
            if first.skill == later.skill or not _collide(model, first, later):
                continue
            own, other = (later, first) if file.holds(later.path) else (first, later)
            if (own.path, other.skill) in told:
                continue
            told.add((own.path, other.skill))
            where = f"`{other.skill}`, on line {file.span(other.path).line}"
            if not file.holds(other.path):
                where = f"the shipped `{other.skill}`"
            derived = "" if own.text == own.listed else f" (from `{own.listed}`)"
            message = f"`{own.text}`{derived} is also a spelling of {where}"
            advice = "keep it with one of them, or make it a phrase of both, each with a `context:`"
            yield file.problem("alias-collision", own.path, message, advice)


def _collide(model: SkillsFile, first: Spelling, later: Spelling) -> bool:
    """Whether no text can tell the two apart. A distinctive spelling takes all; others of one tier share where
    both skills say what must stand near."""
    if "distinctive" in (first.tier, later.tier):
        return True
    if first.tier != later.tier or first.exact != later.exact:
        return False
    return not (_has_context(model.skills[first.skill]) and _has_context(model.skills[later.skill]))


def _has_context(skill: Skill) -> bool:
    """Whether a skill says what speaks for it: its cased spellings then no longer count by themselves."""
    words = skill.context
    return words is not None and bool(words.near or words.before or words.after)


@of("skills")
def bare_alias(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    for name, skill in model.skills.items():
        if skill.kind in _PLAIN or context.lost(name, "context"):
            continue
        for spelling in context.spellings[name]:
            if spelling.text != spelling.listed:
                continue
            if spelling.tier == "distinctive" or (spelling.tier == "cased" and not _has_context(skill)):
                yield from _bare(file, spelling)


def _bare(file: YamlFile, spelling: Spelling) -> Iterator[Problem]:
    text = spelling.text
    advice = "list it under `phrases:` and say in `context:` what must stand near it"
    if len(text) == 1:
        yield file.problem(
            "bare-alias", spelling.path, f"the single letter `{text}` counts wherever it stands", advice
        )
    elif text.lower() in common_words() and (spelling.tier != "cased" or text[1:].islower()):
        message = f"`{text}` is an everyday word, and counts wherever it stands"
        yield file.problem("bare-alias", spelling.path, message, advice)


@of("skills")
def unreachable_alias(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    for name, skill in model.skills.items():
        alone = (
            skill.context is not None
            and not context.lost(name, "context")
            and not skill.context.lists
            and not _has_context(skill)
        )
        for spelling in context.spellings[name]:
            if spelling.text != spelling.listed:
                continue
            if not spelling.key:
                message = f"`{spelling.text}` has no letter or digit to be found by"
                yield file.problem("unreachable-alias", spelling.path, message, "remove it")
            elif alone and spelling.tier == "phrase":
                message = f"nothing can speak for `{spelling.text}`: no list, and no near, before or after"
                yield file.problem("unreachable-alias", spelling.path, message, "say in `context:` what may")


@of("skills")
def redundant_alias(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    for listed in context.spellings.values():
        first_of: dict[tuple[str, str], Spelling] = {}
        told: set[Path] = set()
        for later in listed:
            first = first_of.get(("distinctive", later.key)) or first_of.setdefault(
                (later.tier, later.exact), later
            )
            if first is later or first.path == later.path or not later.key:
                continue
            if _parts(later.text) <= _parts(first.text):
                covered, by = later, first
            elif first.tier == later.tier and first.path[-1] != "name":
                covered, by = first, later
            else:
                continue
            if covered.text == covered.listed and covered.path not in told:
                told.add(covered.path)
                message = f"`{covered.text}` is found as `{by.listed}` already"
                yield file.problem("redundant-alias", covered.path, message, "remove it", severity="warning")


def _parts(text: str) -> frozenset[int]:
    """The places in a spelling's key at which the spelling is parted."""
    from itertools import accumulate

    from aiscreen.taxonomy.skills import TOKEN

    return frozenset([*accumulate(map(len, TOKEN.findall(text)))][:-1])


RULES = (
    Rule("alias-collision", "error", "A spelling that two skills claim.", alias_collision),
    Rule("bare-alias", "error", "A letter or an everyday word that counts without context.", bare_alias),
    Rule("unreachable-alias", "error", "A spelling that no text can match.", unreachable_alias),
    Rule("redundant-alias", "warning", "A spelling that another one covers.", redundant_alias),
)
