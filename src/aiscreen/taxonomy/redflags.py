"""The shape of redflags.yaml: groups of terms, categories that things are said to be of, and the rules.

A rule says in `when` what raises it. Tests of a sentence: `is-a` (a thing called what it is not), `together` (words
near words), `says` (a phrase), `number` (a value that cannot be), `belongs` (a product of somebody else), `version`
(one that does not exist), `acronym` (a wrong expansion). Tests of the whole document are written in code and take
their numbers and word lists from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from aiscreen.models.assessment import FlagKind, Severity
from aiscreen.models.resume import Section
from aiscreen.taxonomy.redflag_patterns import groups_of, parse_pattern


def _pattern(written: str) -> str:
    parse_pattern(written)  # PatternError is a ValueError: pydantic reports it at its place
    return written


Pattern = Annotated[str, AfterValidator(_pattern)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
SkillId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+#-]*$")]
Term = Annotated[str, Field(min_length=1, max_length=80)]
Points = Annotated[float, Field(le=0, ge=-100)]
Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]


class Shape(BaseModel):
    """Base of the file's models: unknown fields are errors."""

    model_config = ConfigDict(extra="forbid", defer_build=True, populate_by_name=True)


class Policy(Shape):
    """How flags become points. `points` for a severity where a rule names none. `caps`: the most that flags of one
    kind, and all of them (`total`), may cost. `corroborate`: kinds whose low and medium flags cost points only where
    two distinct rules of that kind fire; a high one always does."""

    points: dict[Severity, Points]
    caps: dict[FlagKind | Literal["total"], Points]
    corroborate: list[FlagKind] = Field(default_factory=list)


class Guards(Shape):
    """Words that take a sentence's flag back: `sentence` anywhere in the text (somebody's mistake is told or corrected),
    `before` up to six words ahead of what was found in the same clause, `within` inside what was found (negation,
    contrast)."""

    sentence: list[Pattern]
    before: list[Pattern]
    within: list[Pattern]


class Category(Shape):
    """What things are said to be. `said`: its names. `nouns`: what may follow a name and still mean the category
    ("clustering *algorithms*"; the general ones where this is None; an "LLM framework" is no LLM). `adjective`: a name may stand
    right before a member ("supervised K-means"). `lists`: "C (A, B)" and "C: A, B" say that A and B are C."""

    said: list[Term] = Field(min_length=1)
    nouns: list[Term] | None = None
    adjective: bool = False
    lists: bool = True


Form = Literal["such", "list", "is", "beside", "after", "using"]


class IsA(Shape):
    """A member called what it is not, in one of these `forms`: `such` ("C such as M", "M and other C"), `list`
    ("C (M, N)", "C: M, N"), `is` ("M is a C", "M, a C"), `beside` ("the C algorithm M", "supervised M"), `after`
    ("KNN clustering"), `using` ("C with M", "M for C").

    `rightly`: categories that it is of; named beside it they take the flag back. `first`: only the first member of a
    list counts.
    """

    test: Literal["is-a"]
    members: list[Id] = Field(min_length=1)
    category: list[Id] = Field(min_length=1)
    rightly: list[Id] = Field(default_factory=list)
    forms: list[Form] = Field(default=["such", "list", "is", "beside"], min_length=1)
    first: bool = False


class Together(Shape):
    """All of `words` (one pattern of each list) in one sentence, in any order, at most `within` words apart."""

    test: Literal["together"]
    words: list[Annotated[list[Pattern], Field(min_length=1)]] = Field(min_length=2)
    within: Annotated[int, Field(ge=1, le=60)] = 12


class Says(Shape):
    """Any of these phrases."""

    test: Literal["says"]
    any: list[Pattern] = Field(min_length=1)


class Number(Shape):
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
    def _bounded(self) -> Number:
        if self.above is None and self.below is None and self.at is None:
            raise ValueError("needs above, below or at")
        return self


class Belongs(Shape):
    """A product put under somebody who does not make it. `owners`: how an owner is named, and its products (groups).
    `by`: "P developed by O" and the like; `prefix`: "O P" ("AWS Vertex AI"); `inside`: "P on O", "P in O"."""

    test: Literal["belongs"]
    owners: dict[Id, list[Id]] = Field(
        min_length=2, description="group of an owner's names to groups of its products"
    )
    by: bool = False
    prefix: bool = False
    inside: bool = False


class Version(Shape):
    """A version beyond what exists: `latest` maps a term to its highest version ("2.21") as of the file's date."""

    test: Literal["version"]
    latest: dict[Term, Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]]


class Acronym(Shape):
    """A wrong expansion right beside its acronym. `means` maps an acronym to its right expansions."""

    test: Literal["acronym"]
    means: dict[Term, list[Term]]


class Outdated(Shape):
    """The work of the last `recent_years` rests on retired tools (skills with status retired, and `also`): `at_least`
    of them, and none of the `modern` skills in that work."""

    test: Literal["outdated"]
    recent_years: Annotated[int, Field(ge=1)] = 4
    grace_months: Count = 12
    at_least: Annotated[int, Field(ge=1)] = 1
    also: list[SkillId] = Field(default_factory=list)
    areas: dict[Id, list[SkillId]] = Field(
        description="an area's modern tools: one in recent work clears its area"
    )
    retired: dict[Id, list[SkillId]] = Field(description="an area's retired tools")


class AcademicOnly(Shape):
    """No job of `job_months` with machine learning in it, no production evidence, and `at_least` academic signals."""

    test: Literal["academic-only"]
    job_months: Count = 6
    at_least: Annotated[int, Field(ge=1)] = 2
    signals: dict[Id, list[Pattern]]
    industry: list[Pattern] = Field(
        default_factory=list, description="employers and wordings that make research a job"
    )
    junior: Severity = "info"
    junior_months: Count = 24


class NotebookOnly(Shape):
    """Work that ends in notebooks: `notebook` wordings, and nothing of `engineering` anywhere."""

    test: Literal["notebook-only"]
    at_least: Annotated[int, Field(ge=1)] = 2
    notebook: list[Pattern]
    engineering: list[Pattern]
    junior: Severity = "info"
    junior_months: Count = 24


class TimelineYears(Shape):
    """More years claimed of a tool than it exists, `slack_years` forgiven."""

    test: Literal["timeline-years"]
    slack_years: float = 1.0


class TimelineJobs(Shape):
    """A tool in an entry that ended more than `slack_months` before the tool's release (high confidence ones only)."""

    test: Literal["timeline-jobs"]
    slack_months: Count = 6


class TimelineTotal(Shape):
    """More years of experience claimed than the dates can hold, `slack_years` forgiven."""

    test: Literal["timeline-total"]
    slack_years: float = 2.0


class Stuffing(Shape):
    """Skills listed far beyond those that a statement shows."""

    test: Literal["stuffing"]
    listed: Annotated[int, Field(ge=1)] = 60
    ratio: float = 4.0
    ratio_from: Annotated[int, Field(ge=1)] = 30
    shown_share: Share = 0.15
    repeats: Annotated[int, Field(ge=2)] = 8


class HiddenText(Shape):
    """Text that a reader of the page does not see, of `words` or more, or with `skills` or more skills in it.
    `reasons`: which ways of hiding count."""

    test: Literal["hidden-text"]
    reasons: list[str]
    words: Annotated[int, Field(ge=1)] = 8
    skills: Annotated[int, Field(ge=1)] = 3


class HiddenSays(Shape):
    """Any of these phrases inside hidden text."""

    test: Literal["hidden-says"]
    any: list[Pattern] = Field(min_length=1)


class Unproven(Shape):
    """`claims` of mastery or production that no statement bears out."""

    test: Literal["unproven"]
    claims: list[Pattern]
    at_least: Annotated[int, Field(ge=1)] = 1


class Buzzwords(Shape):
    """`at_least` `words` in a document, more than `per_150` in 150 words, and no number in the statements that hold them."""

    test: Literal["buzzwords"]
    words: list[Pattern]
    at_least: Annotated[int, Field(ge=1)] = 4
    per_150: float = 3.0


SentenceTest = IsA | Together | Says | Number | Belongs | Version | Acronym
DocumentTest = (
    Outdated
    | AcademicOnly
    | NotebookOnly
    | TimelineYears
    | TimelineJobs
    | TimelineTotal
    | Stuffing
    | HiddenText
    | HiddenSays
    | Unproven
    | Buzzwords
)
Test = Annotated[SentenceTest | DocumentTest, Field(discriminator="test")]
SENTENCE_TESTS = frozenset(
    {"is-a", "together", "says", "number", "belongs", "version", "acronym", "timeline-years"}
)


class Examples(Shape):
    """Texts that must raise the flag, and texts that must not. For a test of a sentence each is a sentence; for a test
    of the document a small résumé, read as plain text on the first day of the file's month after `updated`."""

    hit: list[str] = Field(min_length=1)
    miss: list[str] = Field(min_length=1)


class Rule(Shape):
    """A red flag: a question for the interview, never a rejection.

    `message`, `ask`: shown with {found}, {category}, {member}, {value} and {quote} filled in. `unless`: patterns that take it back when
    they are in the same sentence. `sections`: where a statement must stand (everywhere when empty). `guards`: whether
    the general guards apply. `reason`: why it is wrong, for the one who reads the rule.
    """

    kind: FlagKind
    severity: Severity
    points: Points | None = None
    when: Test
    unless: list[Pattern] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    guards: bool = True
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
    """redflags.yaml as a whole. `nouns`: the general nouns of categories (`Category.nouns`)."""

    schema_: Literal["aiscreen.redflags/1"] = Field(alias="schema")
    updated: str = Field(pattern=r"^\d{4}-\d{2}$")
    policy: Policy
    guards: Guards
    nouns: list[Term]
    groups: dict[Id, list[Term]]
    categories: dict[Id, Category]
    rules: dict[Id, Rule]

    def references(self) -> Iterator[tuple[tuple[str | int, ...], Literal["term", "skill"], str]]:
        """Every name that must exist elsewhere: its path in the file, `term` (a group or category here) or `skill`,
        and the name."""
        for which in ("sentence", "before", "within"):
            yield from _named(("guards", which), getattr(self.guards, which))
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
        if isinstance(when, IsA) and name in ("members", "category", "rightly"):
            for index, group in enumerate(value):
                yield (*path, name, index), "term", group
        elif isinstance(when, Belongs) and name == "owners":
            for owner, products in value.items():
                yield (*path, name, owner), "term", owner
                for index, group in enumerate(products):
                    yield (*path, name, owner, index), "term", group
        elif isinstance(when, Outdated) and name in ("areas", "retired"):
            for area, skills in value.items():
                for index, skill in enumerate(skills):
                    yield (*path, name, area, index), "skill", skill
        elif isinstance(when, Outdated) and name == "also":
            for index, skill in enumerate(value):
                yield (*path, name, index), "skill", skill
        elif isinstance(value, list) and value and isinstance(value[0], list):
            for index, patterns in enumerate(value):
                yield from _named((*path, name, index), patterns)
        elif isinstance(value, list) and name in (
            "any",
            "of",
            "where",
            "claims",
            "words",
            "notebook",
            "engineering",
        ):
            yield from _named((*path, name), value)
