"""One role of roles.yaml: what it needs, how its people are called, what to ask them; and how questions are worded."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from aiscreen.taxonomy.rubric import CategoryId, EvidenceId, Id, Pattern, Shape, SignalId, SkillId


class Need(Shape):
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
    skills: list[SkillId] = Field(default_factory=list)
    categories: list[CategoryId] = Field(default_factory=list)
    without: list[SkillId] = Field(
        default_factory=list, description="skills of those categories that do not count"
    )
    says: list[Pattern] = Field(default_factory=list)
    unless: list[Pattern] = Field(default_factory=list, description="what makes a phrase of says not count")
    signals: list[SignalId | EvidenceId] = Field(default_factory=list)

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not (self.skills or self.categories or self.says or self.signals):
            raise ValueError("needs skills, categories, says or signals")
        return self


class Scenario(Shape):
    """An interview question for everybody in a role, and what a good answer holds."""

    ask: str
    listen_for: list[str] = Field(min_length=1)


class RoleRule(Shape):
    """A role. `like` names a role whose needs, titles and scenarios it takes over where it has none of that id."""

    name: str
    summary: str = ""
    like: Id | None = None
    titles: list[Pattern] = Field(default_factory=list)
    needs: dict[Id, Need] = Field(default_factory=dict)
    drop: list[Id] = Field(default_factory=list, description="needs of the base role that do not apply")
    scenarios: list[Scenario] = Field(default_factory=list)


class AdvertRole(RoleRule):
    """A role read from an advert. `kin` is the role that it is most like: whose work and titles are its own too."""

    kin: Id


class QuestionRule(Shape):
    """A question's wording, with {quote}, {claim}, {skill}, {need}, {shown}, {role} and {repository} filled in."""

    ask: str
    because: str = "“{quote}”"
    listen_for: list[str] = Field(min_length=1)
