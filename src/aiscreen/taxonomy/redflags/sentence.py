"""Tests that a sentence alone can fail, as redflags.yaml writes them under `when`. What each means is said here."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from aiscreen.taxonomy.patterns.words import words_of
from aiscreen.taxonomy.shape import GroupId, Pattern, Shape, Term

Form = Literal["such", "list", "is", "beside", "after", "using"]


class OfSentence(Shape):
    """A test that a sentence fails or not."""

    def keys(self) -> Iterable[list[Pattern]]:
        """For each check that the test comes to, the patterns of which a sentence must hold one to fail it."""
        raise NotImplementedError


class IsA(OfSentence):
    """A member called what it is not, in one of these `forms`: `such` ("C such as M", "M and other C"), `list`
    ("C (M, N)", "C: M, N"), `is` ("M is a C", "M, a C"), `beside` ("the C algorithm M", "supervised M"), `after`
    ("KNN clustering"), `using` ("C with M", "M for C").

    `rightly`: categories that it is of; named beside it they take the flag back. `used_for`: tasks that do so when they
    are named behind it ("... and K-means for clustering"). `first`: only the first member of a list counts.
    """

    test: Literal["is-a"]
    members: list[GroupId] = Field(min_length=1)
    category: list[GroupId] = Field(min_length=1)
    rightly: list[GroupId] = Field(default_factory=list)
    used_for: list[GroupId] = Field(default_factory=list)
    forms: list[Form] = Field(default=["such", "list", "is", "beside"], min_length=1)
    first: bool = False

    def keys(self) -> Iterable[list[Pattern]]:
        yield [f"<{category}>" for category in self.category]


class Kinds(OfSentence):
    """A table of what is what: a group to the categories that its members may be called. Called one of the table's
    other categories, in one of these `forms` (see `is-a`), a member is taken for another kind of thing."""

    test: Literal["kinds"]
    kinds: dict[GroupId, list[GroupId]] = Field(min_length=2)
    forms: list[Form] = Field(default=["such", "list", "is"], min_length=1)

    def keys(self) -> Iterable[list[Pattern]]:
        yield [f"<{category}>" for category in sorted({each for row in self.kinds.values() for each in row})]


class Row(Shape):
    """One of `tool` said to serve one of `task`, in either order, at most `within` words apart. `reach`: `joined`, a
    word of purpose ("tool *to* task") or of means ("task *using* tool") must stand between them, or nothing at all;
    `clause`, both in one clause; `sentence`, nothing between that sets one against the other, or may be the true tool;
    `free`, nothing between that denies it. `ahead`: the tool must come first. `unless`: patterns that take it back.
    `says`: what is wrong with it, for the message's {value}."""

    tool: list[Pattern] = Field(min_length=1)
    task: list[Pattern] = Field(min_length=1)
    within: Annotated[int, Field(ge=0, le=30)] = 8
    reach: Literal["joined", "clause", "sentence", "free"] = "joined"
    ahead: bool = False
    unless: list[Pattern] = Field(default_factory=list)
    says: str = ""


class Use(OfSentence):
    """Things said to serve, or to be, what they cannot: any of the rows."""

    test: Literal["use"]
    rows: list[Row] = Field(min_length=1)

    def keys(self) -> Iterable[list[Pattern]]:
        return (row.tool for row in self.rows)


class Together(OfSentence):
    """All of `words` (one pattern of each list) in one sentence, in any order, at most `within` words apart."""

    test: Literal["together"]
    words: list[Annotated[list[Pattern], Field(min_length=1)]] = Field(min_length=2)
    within: Annotated[int, Field(ge=1, le=60)] = 12

    def keys(self) -> Iterable[list[Pattern]]:
        yield self.words[0]


class Says(OfSentence):
    """Any of these phrases."""

    test: Literal["says"]
    any: list[Pattern] = Field(min_length=1)

    def keys(self) -> Iterable[list[Pattern]]:
        yield self.any


class Number(OfSentence):
    """A value that cannot be: `of` the measured thing, with a number right behind or before it, `above` or `below`.

    `unit`: `percent` reads "120%", `ratio` a bare number ("AUC of 1.4").
    """

    test: Literal["number"]
    of: list[Pattern] = Field(min_length=1)
    unit: Literal["percent", "ratio"]
    above: float | None = None
    at: float | None = None
    below: float | None = None
    unless_above: float | None = Field(
        default=None, description="beyond this it is another unit (an AUC of 85)"
    )
    where: list[Pattern] = Field(default_factory=list, description="one of these must be in the sentence")
    skip: list[Term] = Field(
        default_factory=list, description="words of change: beside them it is no such value"
    )
    look: Annotated[int, Field(ge=0, le=8)] = Field(
        default=3, description="how far ahead such a word is looked for"
    )
    gap: Annotated[int, Field(ge=0, le=8)] = Field(
        default=3, description="words between what is measured and its value"
    )

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.above is None and self.below is None and self.at is None:
            raise ValueError("needs above, below or at")
        return self

    def keys(self) -> Iterable[list[Pattern]]:
        yield self.of


class Belongs(OfSentence):
    """A product put under somebody who does not make it. `owners`: how an owner is named, and its products (groups).
    `by`: "P developed by O" and the like; `prefix`: "O P" ("AWS Vertex AI"); `inside`: "P on O", "P in O"."""

    test: Literal["belongs"]
    owners: dict[GroupId, list[GroupId]] = Field(
        min_length=2, description="group of an owner's names to groups of its products"
    )
    by: bool = False
    prefix: bool = False
    inside: bool = False

    def keys(self) -> Iterable[list[Pattern]]:
        yield [f"<{owner}>" for owner in self.owners]


class Version(OfSentence):
    """A version beyond what exists: `latest` maps a term to its highest version ("2.21") as of the file's date. `bare`:
    terms of which any number right behind is a version ("Llama 3")."""

    test: Literal["version"]
    bare: list[Term] = Field(default_factory=list)
    latest: dict[Term, Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]]

    def keys(self) -> Iterable[list[Pattern]]:
        yield [words_of(term)[0] for term in self.latest]


class Acronym(OfSentence):
    """A wrong expansion right beside its acronym. `means` maps an acronym to its right expansions."""

    test: Literal["acronym"]
    means: dict[Term, list[Term]]

    def keys(self) -> Iterable[list[Pattern]]:
        yield [form for term in self.means for form in (term.lower(), term.lower() + "s")]
