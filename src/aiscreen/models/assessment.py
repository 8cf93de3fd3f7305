"""What aiscreen concludes, and the report that carries it. The JSON form is a contract: keys are only ever added."""

from typing import Literal, Self

from pydantic import Field

from aiscreen.models.document import Document
from aiscreen.models.resume import BBox, Model, Section, Statement

Level = Literal["listed", "used", "shipped", "verified"]
LEVELS: tuple[Level, ...] = ("listed", "used", "shipped", "verified")
Severity = Literal["info", "low", "medium", "high"]
SEVERITIES: tuple[Severity, ...] = ("info", "low", "medium", "high")
FlagKind = Literal[
    "outdated",
    "academic-only",
    "fundamentals",
    "timeline",
    "stuffing",
    "hidden-text",
    "injection",
    "unproven",
    "notebook-only",
]


class Evidence(Model):
    """A quote and where it stands: page and line from 1, `bbox` x0, top, x1, bottom in points.

    For code, `file` names repository and path, and `line` counts in that file; `page` is 0.
    """

    quote: str
    page: int
    line: int
    bbox: BBox | None = None
    section: Section | Literal["hidden", "code"] = "other"
    file: str | None = None

    @classmethod
    def of(cls, statement: Statement) -> Self:
        """The whole statement as evidence."""
        return cls(
            quote=statement.text,
            page=statement.page,
            line=statement.line,
            bbox=statement.bbox,
            section=statement.section,
        )


class SkillProof(Model):
    """A skill at its rung of the proof ladder. `months` of use from entries' dates (overlaps merged), `last_used`
    `YYYY-MM`, `how` it was matched (`exact`, `alias`, `context`, `fuzzy`, `implied`, `code`)."""

    id: str
    name: str
    category: str
    level: Level
    months: int = 0
    last_used: str | None = None
    how: str = "exact"
    evidence: list[Evidence] = Field(default_factory=list)


class Flag(Model):
    """A red flag: a question for the interview, never a rejection. `points` is zero or negative. `ask` is the
    question, `listen_for` what a good answer holds. `doubts`: whether it casts doubt on what else is told; what that
    takes stands in the notes of the dimensions."""

    rule: str
    kind: FlagKind
    severity: Severity
    message: str
    points: float = 0.0
    evidence: list[Evidence] = Field(default_factory=list)
    ask: str = ""
    listen_for: list[str] = Field(default_factory=list)
    doubts: bool = False


class Dimension(Model):
    """One part of the score, with what it rests on. `note` says in words how the points came about."""

    id: str
    name: str
    points: float
    max: float
    note: str = ""
    evidence: list[Evidence] = Field(default_factory=list)


class RoleFit(Model):
    """How well the candidate fits one role, 0-100, and what its requirements found or missed (skill ids)."""

    id: str
    name: str
    score: float
    met: list[str] = Field(default_factory=list)
    missing: list[str] = Field(default_factory=list)


class Question(Model):
    """What to ask, why (`because` quotes or names the ground), and what a good answer holds."""

    ask: str
    because: str
    listen_for: list[str] = Field(default_factory=list)


class Criterion(Model):
    """A mark of the best engineers: met or not, with the evidence."""

    id: str
    name: str
    met: bool
    evidence: list[Evidence] = Field(default_factory=list)


class Experience(Model):
    """Months of work, overlaps merged; `relevant_months` those in AI engineering."""

    months: int = 0
    relevant_months: int = 0


class DocumentRef(Model):
    """Which file was read."""

    path: str
    sha256: str
    pages: int
    date: str | None = None

    @classmethod
    def of(cls, document: Document) -> Self:
        """The file that a document was read from."""
        written = document.date.isoformat() if document.date else None
        return cls(path=document.path, sha256=document.sha256, pages=document.pages, date=written)


class Assessment(Model):
    """One candidate, judged. `score` is None where too little was understood; `reason` then says what and why.
    `caution` says why a score is to be read with care.

    `also` names other files of the same person in a batch. A batch writes `rank`, `document.path` and `also` into
    stored JSON, so those stay the first and last of the fields.
    """

    rank: int | None = None
    document: DocumentRef
    name: str | None = None
    score: float | None = None
    range: tuple[float, float] | None = None
    reason: str | None = None
    caution: str | None = None
    role: str | None = None
    roles: list[RoleFit] = Field(default_factory=list)
    dimensions: list[Dimension] = Field(default_factory=list)
    skills: list[SkillProof] = Field(default_factory=list)
    flags: list[Flag] = Field(default_factory=list)
    criteria: list[Criterion] = Field(default_factory=list)
    questions: list[Question] = Field(default_factory=list)
    experience: Experience = Field(default_factory=Experience)
    confidence: float = 0.0
    as_of: str | None = None
    also: list[str] = Field(default_factory=list)


class Skipped(Model):
    """A document that could not be read: never silent, never an invented candidate."""

    path: str
    reason: str
    detail: str


class Report(Model):
    """All candidates of a run, ranked, and what was skipped. `taxonomy` maps file name to SHA-256."""

    schema_: str = Field(default="aiscreen.report/1", alias="schema")
    tool: str
    as_of: str | None = None
    taxonomy: dict[str, str] = Field(default_factory=dict)
    role: str | None = None
    candidates: list[Assessment] = Field(default_factory=list)
    skipped: list[Skipped] = Field(default_factory=list)
