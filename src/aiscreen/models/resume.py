"""A résumé as understood. Field names follow JSON Resume; every statement keeps its address in the document.

What is not there is None or empty; nothing is invented. Dates are `YYYY-MM` or `YYYY` as written.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Section = Literal[
    "header",
    "summary",
    "work",
    "projects",
    "open-source",
    "education",
    "skills",
    "publications",
    "certificates",
    "awards",
    "languages",
    "volunteer",
    "interests",
    "references",
    "other",
]
BBox = tuple[float, float, float, float]


class Model(BaseModel):
    """Base of all models: unknown keys are errors. Validators are built for the first instance: a process that only
    takes over what another one has made needs none. Files of models do without `from __future__ import annotations`:
    pydantic would compile each annotation from its text, a quarter of the time that a model takes to load."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class Statement(Model):
    """One thing the candidate says: a bullet with its wrapped lines joined, a sentence, a line of a list.

    `page` and `line` (both from 1) are where it starts in the document, `bbox` (x0, top, x1, bottom in points)
    encloses it on that page. `entry` is the index of the entry in its section's list (`work`, `projects`, ...).
    """

    text: str
    page: int
    line: int
    bbox: BBox
    section: Section
    entry: int | None = None


class Profile(Model):
    """An account elsewhere: network name as people write it, user name and address where known."""

    network: str
    username: str | None = None
    url: str | None = None


class Location(Model):
    """A place as written (`text`), and its parts where they are plain."""

    text: str
    city: str | None = None
    region: str | None = None
    country: str | None = None


class Basics(Model):
    """Who the candidate is and how to reach them."""

    name: str | None = None
    label: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    location: Location | None = None
    profiles: list[Profile] = Field(default_factory=list)
    summary: list[Statement] = Field(default_factory=list)


class Dated(Model):
    """Anything that has a span of time. `current` is true for "present", "since 2021" and the like; then
    `endDate` is None. `address` is the statement that holds the entry's head, for evidence."""

    startDate: str | None = None
    endDate: str | None = None
    current: bool = False
    address: Statement | None = None


class Work(Dated):
    """A position held. Several positions under one company are several entries with the same `name`."""

    name: str | None = None
    position: str | None = None
    location: str | None = None
    url: str | None = None
    summary: list[Statement] = Field(default_factory=list)
    highlights: list[Statement] = Field(default_factory=list)


class Volunteer(Work):
    """Unpaid work; the same shape."""


class Project(Dated):
    """A project: own, at school or open source."""

    name: str | None = None
    description: str | None = None
    url: str | None = None
    entity: str | None = None
    highlights: list[Statement] = Field(default_factory=list)


class Education(Dated):
    """A course of study."""

    institution: str | None = None
    area: str | None = None
    studyType: str | None = None
    location: str | None = None
    score: str | None = None
    highlights: list[Statement] = Field(default_factory=list)


class SkillGroup(Model):
    """A line of a skills section: its label ("Languages") and what it lists."""

    name: str | None = None
    keywords: list[str] = Field(default_factory=list)
    address: Statement | None = None


class Item(Model):
    """A publication, certificate, award or interest: a name, who issued it, and when."""

    name: str
    issuer: str | None = None
    date: str | None = None
    url: str | None = None
    address: Statement | None = None


class Language(Model):
    """A human language and how well."""

    language: str
    fluency: str | None = None


class Resume(Model):
    """A whole résumé. `statements` lists all that it says in reading order, each once: the unit that skills,
    evidence and flags attach to. `confidence` maps a field (`name`, `work`, ...) and `overall` to 0-1."""

    basics: Basics = Field(default_factory=Basics)
    work: list[Work] = Field(default_factory=list)
    projects: list[Project] = Field(default_factory=list)
    education: list[Education] = Field(default_factory=list)
    skills: list[SkillGroup] = Field(default_factory=list)
    publications: list[Item] = Field(default_factory=list)
    certificates: list[Item] = Field(default_factory=list)
    awards: list[Item] = Field(default_factory=list)
    languages: list[Language] = Field(default_factory=list)
    volunteer: list[Volunteer] = Field(default_factory=list)
    statements: list[Statement] = Field(default_factory=list)
    confidence: dict[str, float] = Field(default_factory=dict)

    def of_section(self, *sections: str) -> Iterator[Statement]:
        """The statements of the named sections, in reading order."""
        return (statement for statement in self.statements if statement.section in sections)
