"""What redflags.yaml comes to before a text is read, as plain data that the cache can keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.patterns import words
from aiscreen.taxonomy.patterns.lexicon import indexed
from aiscreen.taxonomy.redflags import RedFlagsFile, Rule
from aiscreen.taxonomy.redflags.sentence import (
    Acronym,
    Belongs,
    IsA,
    Kinds,
    Number,
    Says,
    Together,
    Use,
    Version,
)
from aiscreen.taxonomy.redflags.tables import Knobs, Statements, Traits
from aiscreen.taxonomy.redflags.when import Test
from aiscreen.taxonomy.shape import Pattern


def prepared(file: RedFlagsFile) -> dict[str, Any]:
    """What takes longest to work out, as plain data for the cache: the file's terms in all their forms, and its lists of
    patterns by what they may start with. A list's label is its index."""
    guards = file.guards
    lists = dict.fromkeys(
        map(tuple, (guards.sentence, guards.meant, guards.before, guards.near, guards.within))
    )
    for rule in file.rules.values():
        if not isinstance(rule.when, Use | Traits | Knobs | Statements):
            lists.update(dict.fromkeys(map(tuple, _pattern_lists(rule.when))))
        lists.update(dict.fromkeys(tuple(wanted) for wanted, _ in lists_of(rule)))
    return {
        "terms": Terms.spelled(_spelled_out(file)),
        "lists": list(lists),
        "index": indexed(enumerate(lists)),
        "tables": {id: table for id, rule in file.rules.items() if (table := _table(rule.when))},
    }


def _pattern_lists(test: BaseModel) -> Iterator[list[str]]:
    """The lists of patterns that a test's own fields hold."""
    for name in _pattern_fields(type(test)):
        value = getattr(test, name)
        if isinstance(value, dict):
            yield from value.values()
        elif value and isinstance(value[0], list):
            yield from value
        else:
            yield value


@cache
def _pattern_fields(test: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, field in test.model_fields.items() if _of_patterns(field.annotation))


def _of_patterns(annotation: Any) -> bool:
    return annotation == Pattern or any(map(_of_patterns, get_args(annotation)))


def _table(test: Test) -> dict[str, Any] | None:
    """A table's things and words by their name, its effects by their name and the sort of wording: by what they may start
    with."""
    if isinstance(test, Traits):
        return indexed(test.things.items())
    if isinstance(test, Knobs):
        return indexed(
            ((name, wording), getattr(effect, wording))
            for name, effect in test.effects.items()
            for wording in ("names", "more", "less")
        )
    return None


def lists_of(rule: Rule) -> Iterator[tuple[list[str], list[str]]]:
    """For each check of a rule of a sentence, the patterns of which a sentence must hold one to break it, and those that
    take it back."""
    if isinstance(rule.when, Use):
        for row in rule.when.rows:
            yield row.tool, rule.unless
    elif isinstance(rule.when, Traits):
        for trait in rule.when.rows:
            yield trait.trait, rule.unless
    elif isinstance(rule.when, Knobs):
        for knob in rule.when.rows:
            for patterns, _ in knob.ways:
                yield patterns, rule.unless
    elif isinstance(rule.when, Statements):
        for statement in rule.when.rows:
            yield rule.when.wordings(statement.parts[0]), rule.unless
    elif wanted := _wanted(rule.when):
        yield wanted, rule.unless


def _wanted(test: Test) -> list[str]:
    if isinstance(test, IsA):
        return [f"<{category}>" for category in test.category]
    if isinstance(test, Kinds):
        return [f"<{category}>" for category in sorted({each for row in test.kinds.values() for each in row})]
    if isinstance(test, Says):
        return test.any
    if isinstance(test, Number):
        return test.of
    if isinstance(test, Together):
        return test.words[0]
    if isinstance(test, Belongs):
        return [f"<{owner}>" for owner in test.owners]
    if isinstance(test, Version):
        return [words.words_of(term)[0] for term in test.latest]
    if isinstance(test, Acronym):
        return [form for term in test.means for form in (term.lower(), term.lower() + "s")]
    return []


def _spelled_out(file: RedFlagsFile) -> Mapping[str, list[str]]:
    """Groups and categories with their terms; `<name>` in a group stands for the terms of another."""

    def terms(name: str, above: tuple[str, ...]) -> Iterator[str]:
        for term in file.groups.get(name, []):
            if not term.startswith("<"):
                yield term
            elif term[1:-1] not in above:
                yield from terms(term[1:-1], (*above, name))

    groups = {name: list(terms(name, ())) for name in file.groups}
    return groups | {name: category.said for name, category in file.categories.items()}
