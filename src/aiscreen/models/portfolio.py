"""What a candidate's own code proves: one RepoEvidence a repository, with file and line under every finding.

A repository is judged twice, and the two are kept apart: what it *is* (`kind`, `grade`, `marks`, from its tree) and
whose *work* it is (`authorship`, `origin`, from its history). `strength` is where the two meet.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from aiscreen.models.assessment import Evidence
from aiscreen.models.resume import Model, Resume

RepoKind = Literal[
    "service",  # answers requests: a web API, a model server, a bot
    "pipeline",  # training, batch or data jobs that are meant to run again
    "library",  # packaged for others to import
    "application",  # a program for a person: command line, desktop, dashboard
    "scripts",  # loose code, no package
    "notebooks",  # notebooks with no package around them
    "competition",  # a Kaggle or similar entry
    "coursework",  # assignments, a course, a thesis
    "practice",  # solutions of set problems
    "tutorial",  # somebody's tutorial followed
    "configuration",  # dotfiles, infrastructure alone
    "documents",  # prose, lists, a site of texts
    "empty",
]
Grade = Literal["production", "developed", "prototype", "none"]
"""`production`: tests that assert, run by CI, and the means to ship or operate it. `developed`: cared for beyond
the first working version (tests, CI or packaging, and more). `prototype`: code that works for its author. `none`: no code."""
Origin = Literal["own", "shared", "upstream", "fork", "copied", "unknown"]
"""`own`: the candidate began it and is its main author. `shared`: one of several authors from near its beginning.
`upstream`: others' project that the candidate contributed to. `fork`: others' project with little or nothing of the
candidate's. `copied`: known teaching material or a template, imported whole. `unknown`: no history, or no candidate named."""


class Identity(Model):
    """Who the candidate is in a history: names, e-mail addresses, and user names on code hosts. May be empty."""

    names: list[str] = Field(default_factory=list)
    emails: list[str] = Field(default_factory=list)
    usernames: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, resume: Resume) -> Identity:
        """As a résumé's head gives it: name, e-mail, and the user names of its profiles on code hosts."""
        basics = resume.basics
        hosts = ("github", "gitlab", "bitbucket", "codeberg", "huggingface", "hugging face", "kaggle")
        return cls(
            names=[basics.name] if basics.name else [],
            emails=[basics.email] if basics.email else [],
            usernames=[p.username for p in basics.profiles if p.username and p.network.casefold() in hosts],
        )


class Authorship(Model):
    """Whose work. `commits` are without merges and bots. `share_lines` is the share of the lines standing today that
    the candidate's commits added (an estimate, see `portfolio.authorship`); None where it cannot be known.

    `known` is false without a history or without a named candidate; then every share is None. `matched` lists the
    authors taken for the candidate as the history writes them; `assumed` is true where nobody was named and the
    only author was taken.
    """

    known: bool = False
    assumed: bool = False
    commits: int = 0
    own_commits: int = 0
    authors: int = 0
    share_commits: float | None = None
    share_lines: float | None = None
    matched: list[str] = Field(default_factory=list)


class Activity(Model):
    """When the candidate (else, where unknown, anybody) worked here: dates `YYYY-MM-DD`, days and months with a
    commit, `rhythm` in a word: `one-day`, `burst` (all within two weeks), `occasional`, `steady`."""

    first: str | None = None
    last: str | None = None
    days: int = 0
    months: int = 0
    rhythm: Literal["none", "one-day", "burst", "occasional", "steady"] = "none"


class Mark(Model):
    """A sign of how the work is done, found in the tree. `weight` > 0 speaks for production, < 0 for exercise."""

    id: str
    name: str
    weight: float = 0.0
    note: str = ""
    evidence: list[Evidence] = Field(default_factory=list)


class CodeSkill(Model):
    """A skill that code shows, by skill id. `own` is true where it stands in lines that the candidate wrote: only
    then is it *verified*. `how`: `import`, `manifest` (a declared dependency), `file` (a Dockerfile, a workflow),
    `language`. `files` counts the files that show it."""

    id: str
    name: str = ""
    own: bool
    how: Literal["import", "manifest", "file", "language"]
    files: int = 1
    evidence: list[Evidence] = Field(default_factory=list)


class Claim(Model):
    """Something the README or résumé says of the repository, and whether the code shows it."""

    id: str
    name: str
    found: bool
    said: Evidence
    evidence: list[Evidence] = Field(default_factory=list)


class RepoEvidence(Model):
    """One repository, read without running any of it.

    `strength` (0-1) is what it is worth as proof of the candidate's engineering: the marks of its tree, times how
    much of it is the candidate's, with work on others' projects above one's own; 0 where nothing is the
    candidate's. `reasons` say in words how it came about. `warnings` say what could not be read or trusted.
    """

    name: str
    path: str
    head: str | None = None
    kind: RepoKind = "empty"
    grade: Grade = "none"
    origin: Origin = "unknown"
    summary: str = ""
    strength: float = 0.0
    reasons: list[str] = Field(default_factory=list)
    authorship: Authorship = Field(default_factory=Authorship)
    activity: Activity = Field(default_factory=Activity)
    languages: dict[str, int] = Field(default_factory=dict)
    files: int = 0
    marks: list[Mark] = Field(default_factory=list)
    skills: list[CodeSkill] = Field(default_factory=list)
    claims: list[Claim] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)

    def mark(self, id: str) -> Mark | None:
        """The mark with this id, or None."""
        return next((mark for mark in self.marks if mark.id == id), None)

    @property
    def verified(self) -> dict[str, list[Evidence]]:
        """Skill id to evidence, for skills in the candidate's own lines: what rises to *verified*."""
        return {skill.id: skill.evidence for skill in self.skills if skill.own}

    @property
    def unproven(self) -> list[Claim]:
        """Claims that the code does not show."""
        return [claim for claim in self.claims if not claim.found]


class HostedRepository(Model):
    """A repository of the candidate's account on a code host. Dates are `YYYY-MM-DD`."""

    name: str
    url: str
    fork: bool = False
    archived: bool = False
    stars: int = 0
    language: str | None = None
    created: str | None = None
    pushed: str | None = None
    releases: int | None = None


class MergedPullRequest(Model):
    """A pull request of the candidate's that somebody else's project took."""

    repository: str
    title: str
    url: str
    merged: str | None = None


class Account(Model):
    """What a code host's public interface says of an account. `merged_total` counts all merged pull requests to others'
    projects; `merged` holds the newest of them. Self-declared like everything on a host: ask about it."""

    user: str
    url: str
    repositories: list[HostedRepository] = Field(default_factory=list)
    merged: list[MergedPullRequest] = Field(default_factory=list)
    merged_total: int = 0
    warnings: list[str] = Field(default_factory=list)


class PortfolioReport(Model):
    """Repositories alone, examined. `candidate` is who was looked for, `taxonomy` maps file name to SHA-256."""

    schema_: str = Field(default="aiscreen.portfolio/1", alias="schema")
    tool: str
    taxonomy: dict[str, str] = Field(default_factory=dict)
    candidate: Identity = Field(default_factory=Identity)
    repositories: list[RepoEvidence] = Field(default_factory=list)
    account: Account | None = None
