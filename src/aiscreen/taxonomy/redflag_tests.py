"""The tests that raise red flags, as redflags.yaml writes them under `when`. What each means is said here."""

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from aiscreen.models.assessment import Severity
from aiscreen.taxonomy.redflag_tables import Knobs, Statements, Traits
from aiscreen.taxonomy.shape import Count, Id, Pattern, Shape, SkillRef, Term

Form = Literal["such", "list", "is", "beside", "after", "using"]


class IsA(Shape):
    """A member called what it is not, in one of these `forms`: `such` ("C such as M", "M and other C"), `list`
    ("C (M, N)", "C: M, N"), `is` ("M is a C", "M, a C"), `beside` ("the C algorithm M", "supervised M"), `after`
    ("KNN clustering"), `using` ("C with M", "M for C").

    `rightly`: categories that it is of; named beside it they take the flag back. `used_for`: tasks that do so when they
    are named behind it ("... and K-means for clustering"). `first`: only the first member of a list counts.
    """

    test: Literal["is-a"]
    members: list[Id] = Field(min_length=1)
    category: list[Id] = Field(min_length=1)
    rightly: list[Id] = Field(default_factory=list)
    used_for: list[Id] = Field(default_factory=list)
    forms: list[Form] = Field(default=["such", "list", "is", "beside"], min_length=1)
    first: bool = False


class Kinds(Shape):
    """A table of what is what: a group to the categories that its members may be called. Called one of the table's
    other categories, in one of these `forms` (see `is-a`), a member is taken for another kind of thing."""

    test: Literal["kinds"]
    kinds: dict[Id, list[Id]] = Field(min_length=2)
    forms: list[Form] = Field(default=["such", "list", "is"], min_length=1)


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


class Use(Shape):
    """Things said to serve, or to be, what they cannot: any of the rows."""

    test: Literal["use"]
    rows: list[Row] = Field(min_length=1)


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
    def _bounded(self) -> Self:
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
    """A version beyond what exists: `latest` maps a term to its highest version ("2.21") as of the file's date. `bare`:
    terms of which any number right behind is a version ("Llama 3")."""

    test: Literal["version"]
    bare: list[Term] = Field(default_factory=list)
    latest: dict[Term, Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]]


class Acronym(Shape):
    """A wrong expansion right beside its acronym. `means` maps an acronym to its right expansions."""

    test: Literal["acronym"]
    means: dict[Term, list[Term]]


class Area(Shape):
    """Tools of one trade: `old` ones (a version as `tensorflow@1.x`), and `modern` ones that take their place."""

    old: list[SkillRef] = Field(min_length=1)
    modern: list[SkillRef] = Field(min_length=1)


class Outdated(Shape):
    """The work of the last `recent_years` rests on `at_least` old tools, and on none of the modern ones of their area.
    Listing a tool is no work with it; an old tool in an old job is history."""

    test: Literal["outdated"]
    recent_years: Annotated[int, Field(ge=1)] = 4
    at_least: Annotated[int, Field(ge=1)] = 2
    areas: dict[Id, Area]


class AcademicOnly(Shape):
    """Work on AI, but no job of `job_months` with AI in it, no production evidence, and `at_least` academic `signals`.

    `schools`: words in an employer's name or a title that make it study, unless `industry` words stand there too.
    The severity is `junior` unless `senior` words, or more than `junior_months` of such work, say otherwise; work as
    one of `students` does not add to those months.
    """

    test: Literal["academic-only"]
    job_months: Count = 6
    at_least: Annotated[int, Field(ge=1)] = 2
    signals: dict[Id, list[Pattern]]
    schools: list[Pattern]
    industry: list[Pattern]
    senior: list[Pattern]
    students: list[Pattern] = Field(default_factory=list)
    junior: Severity = "info"
    junior_months: Count = 24


class NotebookOnly(Shape):
    """Work that ends in notebooks: `at_least` `notebook` wordings, none of `engineering`, no production evidence."""

    test: Literal["notebook-only"]
    at_least: Annotated[int, Field(ge=1)] = 2
    notebook: list[Pattern]
    engineering: list[Pattern]


class TimelineYears(Shape):
    """More years claimed of a tool than it exists ("8 years of vLLM", "vLLM since 2013"), `slack_years` forgiven. A test
    of a sentence: the tool's age is counted to the date of the file, or of the document. A list of tools is judged by
    its oldest. `since`: months since when there are such things, for ideas that skills.yaml gives no release and for
    tools that had another name before. `older`: names under which there was something else before ("language models")."""

    test: Literal["timeline-years"]
    slack_years: float = 1.0
    older: list[str] = Field(default_factory=list)
    since: dict[SkillRef, Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]] = Field(default_factory=dict)


class TimelineJobs(Shape):
    """A tool in an entry that ended more than `slack_months` before the tool's release (high confidence ones only).
    `renamed`: tools that were there before under another name; people write the new one. From `many` tools on the
    severity is high: that is no slip of the pen."""

    test: Literal["timeline-jobs"]
    slack_months: Count = 6
    many: Annotated[int, Field(ge=2)] = 4
    renamed: list[SkillRef] = Field(default_factory=list)


class TimelineTotal(Shape):
    """More years of experience claimed than passed since the first dated job began, `slack_years` forgiven, where
    nothing (`earlier`) says that jobs were left out."""

    test: Literal["timeline-total"]
    slack_years: float = 3.0
    earlier: list[Pattern] = Field(default_factory=list)


class TimelineSpan(Shape):
    """More years claimed than the years behind them in brackets span: "15 years in AI (2020-2026)"; `slack_years`
    forgiven."""

    test: Literal["timeline-span"]
    slack_years: float = 2.0


class TimelineOverlap(Shape):
    """Jobs at different employers that each say that they take all of one's time (`says`), `at_least` of them for
    `months` at once."""

    test: Literal["timeline-overlap"]
    says: list[Pattern] = Field(min_length=1)
    at_least: Annotated[int, Field(ge=2)] = 2
    months: Count = 12


class Stuffing(Shape):
    """Skills listed far beyond those that a statement shows: from `listed` on, more than `ratio` times as many; or
    from `many` on, more than `many_ratio` times; or one skill listed `repeats` times."""

    test: Literal["stuffing"]
    listed: Annotated[int, Field(ge=1)] = 30
    ratio: float = 4.0
    many: Annotated[int, Field(ge=1)] = 60
    many_ratio: float = 2.5
    repeats: Annotated[int, Field(ge=2)] = 8


class HiddenText(Shape):
    """Text that a reader of the page does not see, of `words` or more, or with `skills` or more skills in it.
    `reasons`: which ways of hiding count. A file's description of itself, where a few keywords are usual, is a low flag
    from so many skills on that the page does not name (`described`)."""

    test: Literal["hidden-text"]
    reasons: list[str] = Field(min_length=1)
    words: Annotated[int, Field(ge=1)] = 8
    skills: Annotated[int, Field(ge=1)] = 3
    described: Annotated[int, Field(ge=1)] = 8


class HiddenSays(Shape):
    """Any of these phrases inside hidden text. `same_as`: a rule of the test `says` whose phrases count too."""

    test: Literal["hidden-says"]
    any: list[Pattern] = Field(default_factory=list)
    same_as: Id | None = None


class Unproven(Shape):
    """Claims that nothing bears out: `mastery` of a skill that no job or project shows, or a claim of `production`
    where no statement shows any, or a title in AI with `titled` skills in AI listed of which no job or project names
    one."""

    test: Literal["unproven"]
    mastery: list[Pattern]
    production: list[Pattern]
    titled: Annotated[int, Field(ge=1)] = 8


class Buzzwords(Shape):
    """`at_least` different `words` in a document on AI, more than `per_150` in 150 words of the statements' text, and
    no number in the statements that hold them."""

    test: Literal["buzzwords"]
    words: list[Pattern]
    at_least: Annotated[int, Field(ge=1)] = 4
    per_150: float = 3.0


SentenceTest = (
    IsA | Kinds | Use | Traits | Knobs | Statements | Together | Says | Number | Belongs | Version | Acronym
)
DocumentTest = (
    Outdated
    | AcademicOnly
    | NotebookOnly
    | TimelineYears
    | TimelineJobs
    | TimelineTotal
    | TimelineSpan
    | TimelineOverlap
    | Stuffing
    | HiddenText
    | HiddenSays
    | Unproven
    | Buzzwords
)
Test = Annotated[SentenceTest | DocumentTest, Field(discriminator="test")]
SENTENCE_TESTS = frozenset(
    {
        "is-a", "kinds", "use", "traits", "knobs", "statements", "together", "says", "number", "belongs", "version", "acronym",
        "timeline-years",
    }
)  # fmt: skip
TESTS = frozenset(
    get_args(each.model_fields["test"].annotation)[0]
    for each in (*get_args(SentenceTest), *get_args(DocumentTest))
)
"""The names of all tests."""
