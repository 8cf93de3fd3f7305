"""The shape of redflags.yaml: groups of terms, categories that things are said to be of, and the rules.

A rule says in `when` what raises it. Tests of a sentence: `is-a` (a thing called what it is not), `kinds` (the same
from a table of what is what), `use` (a thing said to serve what it cannot), `traits` (what is true of one thing said of
another), `knobs` (an effect that goes the wrong way), `statements` (parts that together say what is not so), `together` (words near words), `says` (a phrase), `number` (a value that cannot be), `belongs` (a product of somebody else), `version`
(one that does not exist), `acronym` (a wrong expansion). Tests of the whole document are written in code and take
their numbers and word lists from here.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, Field, model_validator

from aiscreen.models.assessment import FlagKind, Severity
from aiscreen.models.resume import Section
from aiscreen.taxonomy.complaint import complaint
from aiscreen.taxonomy.patterns import groups_of
from aiscreen.taxonomy.redflag_tests import (
    SENTENCE_TESTS,
    Belongs,
    HiddenSays,
    IsA,
    Kinds,
    Outdated,
    Test,
    TimelineJobs,
    TimelineYears,
)
from aiscreen.taxonomy.shape import Id, Pattern, Points, Shape, Term
from aiscreen.taxonomy.suggest import did_you_mean


class Policy(Shape):
    """How flags become points. `points` for a severity where a rule names none. `caps`: the most that flags of one
    kind, and all of them (`total`), may cost. `corroborate`: kinds whose flags cost points only where two
    distinct rules of that kind that cost something fire, or three of any severity; a high one always does."""

    points: dict[Severity, Points]
    caps: dict[FlagKind | Literal["total"], Points]
    corroborate: list[FlagKind] = Field(default_factory=list)


class Guards(Shape):
    """Words that take a sentence's flag back: `sentence` anywhere in the text (somebody's mistake is told or corrected;
    not where it is inside of `meant`, a mistake to be avoided),
    `before` up to six words ahead of what was found in the same clause, `near` right before it, `within` inside what was
    found (negation, contrast)."""

    sentence: list[Pattern]
    meant: list[Pattern] = Field(default_factory=list)
    before: list[Pattern]
    near: list[Pattern] = Field(default_factory=list)
    within: list[Pattern]


class Category(Shape):
    """What things are said to be. `said`: its names. `nouns`: what may follow a name and still mean the category
    ("clustering *algorithms*"; the general ones where this is None; an "LLM framework" is no LLM). `adjective`: a name may stand
    right before a member ("supervised K-means"). `lists`: "C (A, B)" and "C: A, B" say that A and B are C; `label`
    where only "C: A, B" at the start of a line does. `field`: names that, bare before a list, are headings of skills and
    claim nothing ("Deep learning: PyTorch, XGBoost")."""

    said: list[Term] = Field(min_length=1)
    nouns: list[Term] | None = None
    adjective: bool = False
    lists: bool | Literal["label"] = True
    field: list[Term] = Field(default_factory=list)


class Examples(Shape):
    """Texts that must raise the flag, and texts that must not. For a test of a sentence each is a sentence; for a test
    of the document a small résumé, read as plain text on the first day of the file's month after `updated`."""

    hit: list[str] = Field(min_length=1)
    miss: list[str] = Field(min_length=1)


class Rule(Shape):
    """A red flag: a question for the interview, never a rejection.

    `message`, `ask`: shown with {found}, {category}, {member}, {value} and {quote} filled in. `unless`: patterns that take it back when
    they are in the same sentence. `sections`: where a statement must stand (everywhere when empty). `guards`: whether
    the general guards apply. `otherwise`: it keeps silent where a rule before it found something. `reason`: why it is wrong, for the one who reads the rule.
    """

    kind: FlagKind
    severity: Severity
    points: Points | None = None
    when: Test
    unless: list[Pattern] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    guards: bool = True
    otherwise: bool = False
    message: str = Field(min_length=1)
    reason: str = ""
    ask: str = Field(min_length=1)
    listen_for: list[str] = Field(min_length=1)
    examples: Examples
    source: str | None = None

    @property
    def of_sentence(self) -> bool:
        """Whether a sentence alone can raise it."""
        return self.when.test in SENTENCE_TESTS


class RedFlagsFile(Shape):
    """redflags.yaml as a whole. `nouns`: the general nouns of categories (`Category.nouns`). `passive`: groups whose terms
    do nothing themselves (data, measures): between a tool and its task they are no other tool. `extends` and `drop`: see
    `extend`."""

    schema_: Literal["aiscreen.redflags/1"] = Field(alias="schema")
    extends: Literal["shipped"] | None = None
    drop: list[Id] = Field(default_factory=list, description="shipped rules to leave out")
    updated: str = Field(pattern=r"^\d{4}-\d{2}$")
    policy: Policy
    guards: Guards
    nouns: list[Term]
    passive: list[Id] = Field(default_factory=list)
    groups: dict[Id, list[Term]]
    categories: dict[Id, Category]
    rules: dict[Id, Rule]

    @model_validator(mode="after")
    def _same_as_exists(self) -> Self:
        for id, rule in self.rules.items():
            other = rule.when.same_as if isinstance(rule.when, HiddenSays) else None
            if other is not None and other not in self.rules:
                guess = did_you_mean(other, self.rules)
                message = f"there is no rule `{other}` to be the same as"
                raise complaint("unknown-reference", message, "rules", id, "when", "same_as", advice=guess)
        return self

    def references(self) -> Iterator[tuple[tuple[str | int, ...], Literal["term", "skill"], str]]:
        """Every name that must exist elsewhere: its path in the file, `term` (a group or category here) or `skill`,
        and the name."""
        for which in ("sentence", "meant", "before", "near", "within"):
            yield from _named(("guards", which), getattr(self.guards, which))
        for index, group in enumerate(self.passive):
            yield ("passive", index), "term", group
        for group, terms in self.groups.items():
            for index, term in enumerate(terms):
                if term.startswith("<"):
                    yield ("groups", group, index), "term", term.strip("<>")
        for id, rule in self.rules.items():
            yield from _named(("rules", id, "unless"), rule.unless)
            yield from _of_test(("rules", id, "when"), rule.when)


Path = tuple[str | int, ...]
Reference = tuple[Path, Literal["term", "skill"], str]


def _named(path: Path, patterns: list[str]) -> Iterator[Reference]:
    for index, pattern in enumerate(patterns):
        for group in groups_of(pattern):
            yield (*path, index), "term", group


def _of_test(path: Path, when: Test) -> Iterator[Reference]:
    for name in type(when).model_fields:
        value = getattr(when, name)
        if isinstance(when, IsA) and name in ("members", "category", "rightly", "used_for"):
            for index, group in enumerate(value):
                yield (*path, name, index), "term", group
        elif isinstance(when, Kinds) and name == "kinds":
            for group, categories in value.items():
                yield (*path, name, group), "term", group
                for index, category in enumerate(categories):
                    yield (*path, name, group, index), "term", category
        elif isinstance(when, Belongs) and name == "owners":
            for owner, products in value.items():
                yield (*path, name, owner), "term", owner
                for index, group in enumerate(products):
                    yield (*path, name, owner, index), "term", group
        elif isinstance(when, Outdated) and name == "areas":
            for area, tools in value.items():
                for part in ("old", "modern"):
                    for index, skill in enumerate(getattr(tools, part)):
                        yield (*path, name, area, part, index), "skill", skill.partition("@")[0]
        elif isinstance(when, TimelineYears) and name == "since":
            for skill in value:
                yield (*path, name, skill), "skill", skill
        elif isinstance(when, TimelineJobs) and name == "renamed":
            for index, skill in enumerate(value):
                yield (*path, name, index), "skill", skill
    for place, patterns in pattern_lists(when):
        yield from _named((*path, *place), patterns)


def pattern_lists(test: BaseModel) -> Iterator[tuple[Path, list[str]]]:
    """The lists of patterns in a test and its rows, each with its place there."""
    for index, row in enumerate(getattr(test, "rows", ())):
        yield from ((("rows", index, *place), patterns) for place, patterns in pattern_lists(row))
    for key, effect in getattr(test, "effects", {}).items():
        yield from ((("effects", key, *place), patterns) for place, patterns in pattern_lists(effect))
    for name in _pattern_fields(type(test)):
        value = getattr(test, name)
        if name == "parts":
            yield from (((name, place), part) for place, part in enumerate(value) if isinstance(part, list))
        elif isinstance(value, dict):
            yield from (((name, key), patterns) for key, patterns in value.items())
        elif value and isinstance(value[0], list):
            yield from (((name, index), patterns) for index, patterns in enumerate(value))
        else:
            yield (name,), value


@cache
def _pattern_fields(test: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, field in test.model_fields.items() if _of_patterns(field.annotation))


def _of_patterns(annotation: Any) -> bool:
    return annotation == Pattern or any(map(_of_patterns, get_args(annotation)))
