"""A section of a résumé as it was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from aiscreen.models.resume import Section as Kind
from aiscreen.parsing.rows import Row


@dataclass
class Part:
    """A section as found: what kind, its heading (None where inferred) and its rows. `told` marks work that is told in
    prose, without heads."""

    kind: Kind
    heading: Row | None
    rows: list[Row] = field(default_factory=list)
    told: bool = False
