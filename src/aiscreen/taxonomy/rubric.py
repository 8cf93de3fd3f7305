"""The first half of roles.yaml: the rubric, how points come about, and what evidence looks like in words."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from aiscreen.taxonomy.complaint import complaint
from aiscreen.taxonomy.patterns import checked, groups_of
from aiscreen.taxonomy.references import Names

EvidenceId = Literal["deploy", "operate", "lifecycle", "scale", "impact"]
EVIDENCE: tuple[EvidenceId, ...] = ("deploy", "operate", "lifecycle", "scale", "impact")
SignalId = Literal[
    "ownership",
    "weak",
    "buzz",
    "undone",
    "apart",
    "helped",
    "idle",
    "handed",
    "outsourced",
    "theirs",
    "untrained",
    "undeployed",
    "tradeoff",
    "ambiguity",
    "leadership",
    "communication",
    "contribution",
    "own-project",
    "recognition",
    "research",
    "architecture",
]
DimensionId = Literal["production", "skills", "depth", "open-source", "leadership", "currency", "education"]
DIMENSIONS: tuple[DimensionId, ...] = (
    "production",
    "skills",
    "depth",
    "open-source",
    "leadership",
    "currency",
    "education",
)


Pattern = Annotated[str, AfterValidator(checked), Names("group", groups_of)]
Term = Annotated[str, Field(min_length=1, max_length=80)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+#.-]*$", max_length=60)]
SkillId = Annotated[Id, Names("skill")]
CategoryId = Annotated[Id, Names("category")]
"""A skill or a category of skills.yaml."""
CategoryOrDefault = Annotated[Id, Names("category", lambda text: () if text == "default" else (text,))]
Share = Annotated[float, Field(ge=0, le=1)]


class Shape(BaseModel):
    """Base of the file's models: unknown fields are errors, and text is no number."""

    model_config = ConfigDict(extra="forbid", defer_build=True, strict=True, str_strip_whitespace=True)


class Examples(Shape):
    """Sentences that must be found, and sentences that must not."""

    hit: list[str] = Field(min_length=1)
    miss: list[str] = Field(min_length=1)


class Words(Shape):
    """What a class of evidence or a signal looks like. `full` patterns count whole, `half` ones half as much;
    a hit that overlaps an `unless` pattern does not count."""

    name: str
    full: list[Pattern] = Field(default_factory=list)
    half: list[Pattern] = Field(default_factory=list)
    unless: list[Pattern] = Field(default_factory=list)
    examples: Examples

    @model_validator(mode="after")
    def _has_patterns(self) -> Self:
        if not self.full and not self.half:
            raise ValueError("needs at least one pattern under full or half")
        return self


class DimensionRule(Shape):
    """A part of the score: its name and its most points."""

    name: str
    max: Annotated[float, Field(gt=0, le=100)]


class Ladder(Shape):
    """What a skill is worth at each rung, 0-1, and what lowers it."""

    listed: Share
    backed: Share = Field(description="listed by somebody whose work in AI went into production")
    used: Share
    beside: Share = Field(description="a skill used in a job whose work went into production")
    shipped: Share
    verified: Share
    implied: Share = Field(description="factor for a skill that another one implies")
    weak: Share = Field(description="factor for exposure, coursework and other people's work")
    broad: Share = Field(description="factor for a whole field named as a skill")
    full_months: Annotated[int, Field(gt=0)] = Field(description="months of use that count whole")
    floor: Share = Field(description="factor for a skill used for a month only, or long ago")


class Relevant(Shape):
    """Which categories of skills make a statement, job or project one of AI, of data, or of software."""

    ai: list[CategoryId]
    software: list[CategoryId]
    vague: list[CategoryId] = Field(
        default_factory=list, description="categories whose ideas every trade has"
    )
    vague_skills: list[SkillId] = Field(
        default_factory=list, description="skills of categories of AI that every trade has"
    )
    says: list[Pattern] = Field(default_factory=list, description="words that make a statement one of AI")
    hints: list[Pattern] = Field(
        default_factory=list,
        description="words that make it one of AI where the candidate works in AI anyhow",
    )
    no_hints: list[Pattern] = Field(default_factory=list, description="what makes such words not count")
    titles: dict[Literal["ai", "software"], list[Pattern]]
    academic: list[Pattern] = Field(
        default_factory=list, description="titles of study, teaching and training"
    )
    managing: list[Pattern] = Field(
        default_factory=list, description="titles of those whose people do the work, and who answer for it"
    )
    hoped: list[Pattern] = Field(
        default_factory=list, description="words beside a title that one would like to have"
    )
    pauses: list[Pattern] = Field(default_factory=list, description="entries that are a break, not a job")


class CriterionRule(Shape):
    """A mark of the best engineers, shown as met or not."""

    name: str


class Rubric(Shape):
    """How points come about. The dimensions' maxima add up to 100."""

    dimensions: dict[DimensionId, DimensionRule]
    ladder: Ladder
    broad: list[SkillId] = Field(
        default_factory=list, description="skills that name a whole field and so prove little"
    )
    half_life: dict[CategoryOrDefault, Annotated[int, Field(gt=0)]] = Field(
        description="months after which a skill of a category is worth half; `default` for the others"
    )
    relevant: Relevant
    min_confidence: Share
    spread: Share = Field(default=0.2, description="by how much weights move for the range of a score")
    criteria: dict[Id, CriterionRule] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        missing = [name for name in DIMENSIONS if name not in self.dimensions]
        if missing:
            advice = f"add {', '.join(f'`{name}:`' for name in missing)}, each with its `name:` and `max:`"
            raise complaint(
                "missing-field", f"dimensions misses {', '.join(missing)}", "dimensions", advice=advice
            )
        total = sum(rule.max for rule in self.dimensions.values())
        if abs(total - 100) > 1e-9:
            change = f"take {total - 100:g} away from" if total > 100 else f"add {100 - total:g} to"
            raise complaint(
                "weights",
                f"the dimensions' max add up to {total:g}, not to 100",
                "dimensions",
                advice=f"{change} one `max:` or several, until they add up to 100",
            )
        if "default" not in self.half_life:
            raise complaint(
                "missing-field",
                "half_life needs a default",
                "half_life",
                advice="add `default:` and a number of months",
            )
        return self
