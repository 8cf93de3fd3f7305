"""What the models of redflags.yaml are built of."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from aiscreen.taxonomy.patterns import checked, groups_of
from aiscreen.taxonomy.references import Names

_SKILL = Field(pattern=r"^[a-z0-9][a-z0-9+#-]*(@[0-9.x]+)?$")
Pattern = Annotated[str, AfterValidator(checked), Names("term", groups_of)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
GroupId = Annotated[Id, Names("term")]
"""A group or category of the file."""
SkillId = Annotated[str, _SKILL, Names("skill")]
SkillRef = Annotated[str, _SKILL, Names("skill", lambda text: (text.partition("@")[0],))]
"""A skill, or a version of one (`tensorflow@1.x`)."""
Term = Annotated[str, Field(min_length=1, max_length=80)]
GroupTerm = Annotated[Term, Names("term", lambda text: groups_of(text) if text.startswith("<") else ())]
"""A term of a group, or all of another group's (`<name>`)."""
Points = Annotated[float, Field(le=0, ge=-100)]
Count = Annotated[int, Field(ge=0)]


class Shape(BaseModel):
    """Base of the file's models: unknown fields are errors, and text is no number."""

    model_config = ConfigDict(extra="forbid", defer_build=True, strict=True, populate_by_name=True)
