"""What the models of redflags.yaml are built of."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from aiscreen.taxonomy.patterns import checked

Pattern = Annotated[str, AfterValidator(checked)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
SkillRef = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9+#-]*(@[0-9.x]+)?$")]
Term = Annotated[str, Field(min_length=1, max_length=80)]
Points = Annotated[float, Field(le=0, ge=-100)]
Count = Annotated[int, Field(ge=0)]


class Shape(BaseModel):
    """Base of the file's models: unknown fields are errors, and text is no number."""

    model_config = ConfigDict(extra="forbid", defer_build=True, strict=True, populate_by_name=True)
