"""The shape of roles.yaml: the rubric, what evidence looks like in words, and the roles.

Skill ids and category ids name entries of skills.yaml; `references` lists them with their place, so that the linter
can check them. Everything else that can be wrong inside this file alone is an error of the schema itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from aiscreen.taxonomy.complaint import complaint
from aiscreen.taxonomy.phrases import Lexicon, PatternError, compile_pattern

EvidenceId = Literal["deploy", "operate", "lifecycle", "scale", "impact"]
EVIDENCE: tuple[EvidenceId, ...] = ("deploy", "operate", "lifecycle", "scale", "impact")
SignalId = Literal[
    "ownership",
    "weak",
    "buzz",
    "undone",
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


def _pattern(written: str) -> str:
    try:
        compile_pattern(written)
    except PatternError as error:
        raise ValueError(str(error)) from error
    return written


Pattern = Annotated[str, AfterValidator(_pattern)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+#.-]*$", max_length=60)]
Share = Annotated[float, Field(ge=0, le=1)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True, str_strip_whitespace=True)


class Examples(_Shape):
    """Sentences that must be found, and sentences that must not."""

    hit: list[str] = Field(min_length=1)
    miss: list[str] = Field(min_length=1)


class Words(_Shape):
    """What a class of evidence or a signal looks like. `full` patterns count whole, `half` ones half as much;
    a hit that overlaps an `unless` pattern does not count."""

    name: str
    full: list[Pattern] = Field(default_factory=list)
    half: list[Pattern] = Field(default_factory=list)
    unless: list[Pattern] = Field(default_factory=list)
    examples: Examples

    @model_validator(mode="after")
    def _has_patterns(self) -> Words:
        if not self.full and not self.half:
            raise ValueError("needs at least one pattern under full or half")
        return self


class DimensionRule(_Shape):
    """A part of the score: its name and its most points."""

    name: str
    max: Annotated[float, Field(gt=0, le=100)]


class Ladder(_Shape):
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


class Relevant(_Shape):
    """Which categories of skills make a statement, job or project one of AI, of data, or of software."""

    ai: list[Id]
    software: list[Id]
    vague: list[Id] = Field(default_factory=list, description="categories whose ideas every trade has")
    vague_skills: list[Id] = Field(
        default_factory=list, description="skills of categories of AI that every trade has"
    )
    says: list[Pattern] = Field(default_factory=list, description="words that make a statement one of AI")
    titles: dict[Literal["ai", "software"], list[Pattern]]
    academic: list[Pattern] = Field(
        default_factory=list, description="titles of study, teaching and training"
    )
    pauses: list[Pattern] = Field(default_factory=list, description="entries that are a break, not a job")


class CriterionRule(_Shape):
    """A mark of the best engineers, shown as met or not."""

    name: str


class Rubric(_Shape):
    """How points come about. The dimensions' maxima add up to 100."""

    dimensions: dict[DimensionId, DimensionRule]
    ladder: Ladder
    broad: list[Id] = Field(
        default_factory=list, description="skills that name a whole field and so prove little"
    )
    half_life: dict[Id, Annotated[int, Field(gt=0)]] = Field(
        description="months after which a skill of a category is worth half; `default` for the others"
    )
    relevant: Relevant
    min_confidence: Share
    spread: Share = Field(default=0.2, description="by how much weights move for the range of a score")
    criteria: dict[Id, CriterionRule] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _adds_up(self) -> Rubric:
        missing = [name for name in DIMENSIONS if name not in self.dimensions]
        if missing:
            raise complaint("missing-field", f"dimensions misses {', '.join(missing)}", "dimensions")
        total = sum(rule.max for rule in self.dimensions.values())
        if abs(total - 100) > 1e-9:
            raise complaint("weights", f"the dimensions' max add up to {total:g}, not to 100", "dimensions")
        if "default" not in self.half_life:
            raise complaint("missing-field", "half_life needs a default", "half_life")
        return self


class Need(_Shape):
    """One thing a role asks for: any of these skills, any skill of these categories, or such words.

    `want` says how many different ones fill the need; `weight` how much it counts against the others; `required`
    that a candidate without it has a gap; `core` that it tells this role from the other roles; `shared` that good
    people of other roles show it too, so that it speaks for this role only as far as nothing else does.
    """

    name: str
    weight: Annotated[float, Field(gt=0, le=20)] = 1.0
    required: bool = False
    core: bool = False
    shared: bool = Field(default=False, description="core, but shown by people of other roles as well")
    want: Annotated[int, Field(ge=1, le=10)] = 1
    skills: list[Id] = Field(default_factory=list)
    categories: list[Id] = Field(default_factory=list)
    without: list[Id] = Field(
        default_factory=list, description="skills of those categories that do not count"
    )
    says: list[Pattern] = Field(default_factory=list)
    unless: list[Pattern] = Field(default_factory=list, description="what makes a phrase of says not count")
    signals: list[SignalId] = Field(default_factory=list)

    @model_validator(mode="after")
    def _asks_something(self) -> Need:
        if not (self.skills or self.categories or self.says or self.signals):
            raise ValueError("needs skills, categories, says or signals")
        return self


class Scenario(_Shape):
    """An interview question for everybody in a role, and what a good answer holds."""

    ask: str
    listen_for: list[str] = Field(min_length=1)


class RoleRule(_Shape):
    """A role. `like` names a role whose needs, titles and scenarios it takes over where it has none of that id."""

    name: str
    summary: str = ""
    like: Id | None = None
    titles: list[Pattern] = Field(default_factory=list)
    needs: dict[Id, Need] = Field(default_factory=dict)
    drop: list[Id] = Field(default_factory=list, description="needs of the base role that do not apply")
    scenarios: list[Scenario] = Field(default_factory=list)


class QuestionRule(_Shape):
    """A question's wording, with {quote}, {skill}, {months}, {from}, {to}, {metric}, {need} and {role} filled in."""

    ask: str
    because: str = "{quote}"
    listen_for: list[str] = Field(min_length=1)


def _few_required(schema: dict[str, Any]) -> None:
    """For editors: what a user's file cannot do without."""
    schema["required"] = ["schema", "roles"]


def _shipped() -> dict[str, Any]:
    """The shipped roles.yaml as plain data."""
    import yaml

    from aiscreen.taxonomy.shipped import path

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(path("roles").read_bytes(), Loader=loader)
    return data if isinstance(data, dict) else {}


class RolesFile(_Shape):
    """roles.yaml as a whole. A user's file may leave out rubric, evidence, signals or questions: those are then the
    shipped ones, and its roles stand beside the shipped ones, before them."""

    model_config = ConfigDict(json_schema_extra=_few_required)

    schema_: Literal["aiscreen.roles/1"] = Field(alias="schema")
    updated: str | None = None
    rubric: Rubric
    evidence: dict[EvidenceId, Words]
    signals: dict[SignalId, Words]
    questions: dict[Id, QuestionRule] = Field(default_factory=dict)
    roles: dict[Id, RoleRule] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _completed(cls, data: Any) -> Any:
        """A file of a few roles, with all that it leaves out taken from the shipped file."""
        if not isinstance(data, dict) or not isinstance(data.get("roles"), dict):
            return data
        if all(section in data for section in ("rubric", "evidence", "signals")):
            return data
        base = _shipped()
        roles = {
            **data["roles"],
            **{key: role for key, role in base["roles"].items() if key not in data["roles"]},
        }
        return {**base, **data, "roles": roles}

    @model_validator(mode="after")
    def _whole(self) -> RolesFile:
        missing = [name for name in EVIDENCE if name not in self.evidence]
        if missing:
            raise complaint("missing-field", f"evidence misses {', '.join(missing)}", "evidence")
        for role_id in self.roles:
            self._check_ancestry(role_id)
        return self

    def _check_ancestry(self, role_id: str) -> None:
        """The chain of `like` ends at a role with needs of its own."""
        seen = [role_id]
        while (like := self.roles[seen[-1]].like) is not None:
            if like not in self.roles:
                raise complaint(
                    "unknown-reference", f"there is no role `{like}` to be like", "roles", seen[-1], "like"
                )
            if like in seen:
                ring = " is like ".join(f"`{name}`" for name in (*seen, like))
                raise complaint("cycle", ring, "roles", seen[-1], "like")
            seen.append(like)
        if not self.roles[seen[-1]].needs:
            raise complaint("missing-field", f"role `{seen[-1]}` has no needs", "roles", seen[-1])

    def resolved(self, role_id: str) -> RoleRule:
        """A role with what it takes over from the one it is like. Raises KeyError."""
        role = self.roles[role_id]
        if role.like is None:
            return role
        base = self.resolved(role.like)
        needs = {key: need for key, need in base.needs.items() if key not in role.drop} | role.needs
        return RoleRule(
            name=role.name,
            summary=role.summary or base.summary,
            titles=role.titles or base.titles,
            needs=needs,
            scenarios=role.scenarios or base.scenarios,
        )

    def with_role(self, role_id: str, role: RoleRule) -> RolesFile:
        """The same file with one role more, or another one in its place."""
        return RolesFile.model_construct(
            schema_=self.schema_,
            updated=self.updated,
            rubric=self.rubric,
            evidence=self.evidence,
            signals=self.signals,
            questions=self.questions,
            roles={role_id: role, **{key: each for key, each in self.roles.items() if key != role_id}},
        )

    @cached_property
    def lexicon(self) -> Lexicon:
        """All patterns of evidence and signals: labels are `deploy`, `deploy/half`, `deploy/unless` and so on."""
        entries: list[tuple[str, list[str]]] = []
        groups: dict[str, Words] = {**self.evidence, **self.signals}  # type: ignore[dict-item]
        for key in sorted(groups):
            entries.append((key, groups[key].full))
            entries.append((f"{key}/half", groups[key].half))
            entries.append((f"{key}/unless", groups[key].unless))
        entries.append(("about-ai", self.rubric.relevant.says))
        return Lexicon(entries)

    @cached_property
    def titles(self) -> Lexicon:
        """What job titles say: labels are `ai`, `software`, `academic`, and `role/ID`."""
        entries: list[tuple[str, list[str]]] = list(self.rubric.relevant.titles.items())
        entries.append(("academic", self.rubric.relevant.academic))
        entries += [(f"role/{role_id}", self.resolved(role_id).titles) for role_id in self.roles]
        return Lexicon(entries)

    @cached_property
    def pauses(self) -> Lexicon:
        """Breaks from work: never held against anybody, so never counted as other work either."""
        return Lexicon([("pause", self.rubric.relevant.pauses)])

    def references(self) -> Iterator[tuple[tuple[str, ...], Literal["skill", "category"], str]]:
        """Every skill and category named here: its place in the file (keys and list indexes), kind and id."""
        relevant = self.rubric.relevant
        for field, ids in (("ai", relevant.ai), ("software", relevant.software)):
            for index, name in enumerate(ids):
                yield ("rubric", "relevant", field, str(index)), "category", name
        for name in self.rubric.half_life:
            if name != "default":
                yield ("rubric", "half_life", name), "category", name
        for index, name in enumerate(relevant.vague):
            yield ("rubric", "relevant", "vague", str(index)), "category", name
        for index, name in enumerate(relevant.vague_skills):
            yield ("rubric", "relevant", "vague_skills", str(index)), "skill", name
        for index, name in enumerate(self.rubric.broad):
            yield ("rubric", "broad", str(index)), "skill", name
        for role_id, role in self.roles.items():
            for need_id, need in role.needs.items():
                place = ("roles", role_id, "needs", need_id)
                for field, kind, ids in (
                    ("skills", "skill", need.skills),
                    ("categories", "category", need.categories),
                    ("without", "skill", need.without),
                ):
                    for index, name in enumerate(ids):
                        yield (*place, field, str(index)), kind, name  # type: ignore[misc]

    def failed_examples(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Every example sentence of evidence and signals that its patterns read wrongly: its place, and why."""
        for group, classes in (("evidence", self.evidence), ("signals", self.signals)):
            for key, words in classes.items():
                for kind, sentences in (("hit", words.examples.hit), ("miss", words.examples.miss)):
                    for index, sentence in enumerate(sentences):
                        found = key in labels(self.lexicon, sentence)
                        if found != (kind == "hit"):
                            why = "is not found" if kind == "hit" else "is found, though it should not be"
                            yield (group, key, "examples", kind, str(index)), f"{sentence!r} {why}"


def labels(lexicon: Lexicon, text: str) -> dict[str, float]:
    """What the lexicon finds in a text: label and strength (1.0 or 0.5). What `unless` overlaps, or what is only
    planned or wished (`undone` up to five words before), does not count."""
    hits = lexicon.find(text)
    barred = [hit for hit in hits if hit.label.endswith("/unless")]
    undone = [hit for hit in hits if hit.label == "undone"]
    found: dict[str, float] = {}
    for hit in hits:
        key, _, grade = hit.label.partition("/")
        if grade == "unless" or (key != "undone" and any(0 < hit.first - u.last <= 5 for u in undone)):
            continue
        if any(b.label == f"{key}/unless" and b.first <= hit.last and hit.first <= b.last for b in barred):
            continue
        found[key] = max(found.get(key, 0.0), 0.5 if grade else 1.0)
    return found
