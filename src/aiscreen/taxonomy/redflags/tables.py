"""Tables of what is true of things, as redflags.yaml writes them: what belongs to which of a trade's things (`traits`),
what moves what (`knobs`), and what nobody can say (`statements`). One row speaks for a whole family of mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, model_validator

from aiscreen.taxonomy.redflags.sentence import OfSentence
from aiscreen.taxonomy.shape import Count, Id, Pattern, Shape


class Table(OfSentence):
    """A test whose things, effects or words are looked for only where one of its rows may speak of them."""


class Trait(Shape):
    """What is said only `of` some of the table's things: said of one of the others (of those under `never` alone, where
    they are given), at most `within` words away, it is a mistake. Where a thing that has the trait is named in the
    same sentence, only the plainest wording counts ("B, which has the trait"). `unless`: patterns that take it back.
    `says`: what is wrong with it, for the message's {value}."""

    trait: list[Pattern] = Field(min_length=1)
    of: list[Id] = Field(default_factory=list)
    never: list[Id] = Field(default_factory=list)
    within: Annotated[int, Field(ge=0, le=30)] = 7
    unless: list[Pattern] = Field(default_factory=list)
    says: str = ""


class Traits(Table):
    """Things of one trade (`things`, each under the names that people write), and what is true of which of them."""

    test: Literal["traits"]
    things: dict[Id, list[Pattern]] = Field(min_length=2)
    rows: list[Trait] = Field(min_length=1)

    @model_validator(mode="after")
    def _known(self) -> Traits:
        for row in self.rows:
            for name in (*row.of, *row.never):
                if name not in self.things:
                    raise ValueError(f"`{name}` is not among the table's `things`")
        return self

    def keys(self) -> Iterable[list[Pattern]]:
        return (row.trait for row in self.rows)


class Knob(Shape):
    """A quantity that somebody sets or reads: more of it `raises` some effects and `lowers` others. It is `high` or `low`
    by these wordings alone ("temperature of 2"); else by a word of direction beside it ("raised the temperature")."""

    knob: list[Pattern] = Field(default_factory=list)
    high: list[Pattern] = Field(default_factory=list)
    low: list[Pattern] = Field(default_factory=list)
    raises: list[Id] = Field(default_factory=list)
    lowers: list[Id] = Field(default_factory=list)
    within: Count = 12
    unless: list[Pattern] = Field(default_factory=list)
    says: str = ""

    @property
    def ways(self) -> list[tuple[list[Pattern], int]]:
        """The wordings that there are, with the way that each goes by itself: up (1), down (-1) or neither."""
        return [each for each in ((self.knob, 0), (self.high, 1), (self.low, -1)) if each[0]]


class Effect(Shape):
    """What knobs move: wordings for `more` of it and for `less` of it, and its `names`, which need a word of direction.
    `bad`: nobody wants it, so "it was there, so we ..." tells of a remedy."""

    names: list[Pattern] = Field(default_factory=list)
    more: list[Pattern] = Field(default_factory=list)
    less: list[Pattern] = Field(default_factory=list)
    bad: bool = False


class Knobs(Table):
    """Which way things move together: said the other way round, it is a mistake."""

    test: Literal["knobs"]
    effects: dict[Id, Effect]
    rows: list[Knob] = Field(min_length=1)

    @model_validator(mode="after")
    def _known(self) -> Knobs:
        for row in self.rows:
            for name in (*row.raises, *row.lowers):
                if name not in self.effects:
                    raise ValueError(f"`{name}` is not among the table's `effects`")
        return self

    def keys(self) -> Iterable[list[Pattern]]:
        return (patterns for row in self.rows for patterns, _ in row.ways)


class Statement(Shape):
    """Words that together say what is not so: one wording of each of its `parts`, in any order (in theirs where it is
    `ordered`), at most `within` other words among them. A part is a name among the table's `words`, or its wordings;
    the first is what the statement is about, and the rarest. `unless`: patterns that take it back. `says`: what is so,
    for the message's {value}."""

    parts: list[Id | list[Pattern]] = Field(min_length=2)
    ordered: bool = False
    within: Annotated[int, Field(ge=0, le=40)] = 10
    unless: list[Pattern] = Field(default_factory=list)
    says: str = ""


class Statements(Table):
    """What is said of a trade's things and is not so. `words`: wordings that several rows share, under a name."""

    test: Literal["statements"]
    words: dict[Id, list[Pattern]] = Field(default_factory=dict)
    rows: list[Statement] = Field(min_length=1)

    @model_validator(mode="after")
    def _known(self) -> Statements:
        for row in self.rows:
            for part in row.parts:
                if isinstance(part, str) and part not in self.words:
                    raise ValueError(f"`{part}` is not among the table's `words`")
        return self

    def keys(self) -> Iterable[list[Pattern]]:
        return (self.wordings(row.parts[0]) for row in self.rows)

    def wordings(self, part: str | list[str]) -> list[str]:
        """The wordings of a part of a row."""
        return self.words[part] if isinstance(part, str) else part
