"""Which model reads which file. Imported late: building the models costs time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiscreen.taxonomy.shipped import Kind

if TYPE_CHECKING:
    from pydantic import BaseModel


def model_of(kind: Kind) -> type[BaseModel]:
    """The pydantic model of a whole file."""
    if kind == "skills":
        from aiscreen.taxonomy.skills import SkillsFile

        return SkillsFile
    if kind == "roles":
        from aiscreen.taxonomy.roles import RolesFile

        return RolesFile
    from aiscreen.taxonomy.redflags import RedFlagsFile

    return RedFlagsFile
