"""What redflags.yaml comes to before a text is read, as plain data that the cache can keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.patterns.lexicon import indexed
from aiscreen.taxonomy.redflags import RedFlagsFile
from aiscreen.taxonomy.redflags.sentence import OfSentence
from aiscreen.taxonomy.redflags.tables import Knobs, Table, Traits
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
        if not isinstance(rule.when, Table):
            lists.update(dict.fromkeys(map(tuple, _pattern_lists(rule.when))))
        if isinstance(rule.when, OfSentence):
            lists.update(dict.fromkeys(map(tuple, rule.when.keys())))
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
