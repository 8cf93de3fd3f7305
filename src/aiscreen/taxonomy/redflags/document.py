"""Tests of a whole document, as redflags.yaml writes them under `when`. What each means is said here; they are done in
code, and take their numbers and words from the file."""

from typing import Annotated, Literal

from pydantic import Field

from aiscreen.models.assessment import Severity
from aiscreen.taxonomy.shape import Count, Id, Pattern, Shape, SkillId, SkillRef


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
    since: dict[SkillId, Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]] = Field(default_factory=dict)


class TimelineJobs(Shape):
    """A tool in an entry that ended more than `slack_months` before the tool's release (high confidence ones only).
    `renamed`: tools that were there before under another name; people write the new one. From `many` tools on the
    severity is high: that is no slip of the pen."""

    test: Literal["timeline-jobs"]
    slack_months: Count = 6
    many: Annotated[int, Field(ge=2)] = 4
    renamed: list[SkillId] = Field(default_factory=list)


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
