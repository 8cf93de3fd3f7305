"""Where a page parts into columns: its gutters.

A gutter is a tall strip without ink that has text on both sides. That alone says little: dates set flush right, labels
left of their text and the cells of a table leave such strips too; `kinds` tells them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Literal

from aiscreen.reading.layout.segments import Segment

Kind = Literal["columns", "side", "rows"]


@dataclass(slots=True)
class Gutter:
    """A strip at `x` (the left edge of the right side) between `top` and `bottom`, and who stands beside it.

    `kind`: `columns` are read one after the other; `side` is a column of dates or labels, each attached to the line
    that it stands on (`narrow` says which side that is); `rows` is a table read by rows.
    """

    x: float
    top: float
    bottom: float
    left: list[Segment]
    right: list[Segment]
    kind: Kind = "rows"
    narrow: Literal["left", "right"] = "left"

    @property
    def weight(self) -> float:
        """How much of the page it orders: the rows of its shorter side first."""
        left, right = height(self.left), height(self.right)
        return min(left, right) + 0.1 * (left + right)

    @property
    def sides(self) -> tuple[list[Segment], list[Segment]]:
        """The narrow side and the main one."""
        return (self.left, self.right) if self.narrow == "left" else (self.right, self.left)


def height(runs: Sequence[Segment]) -> int:
    """How many rows segments make, those on one baseline counted once."""
    return 1 + len([1 for one, two in pairwise(runs) if two.base - one.base > 0.3 * two.size])


def is_flush_right(runs: Sequence[Segment]) -> bool:
    """Whether segments end at one edge and do not begin at one."""
    begins, ends = [run.x0 for run in runs], [run.x1 for run in runs]
    return max(ends) - min(ends) < 3 < max(begins) - min(begins)


def aligned(run: Segment, others: Sequence[Segment]) -> Segment | None:
    """The segment on the other side that stands on the same line: of several the one most level, then the nearest."""
    base, size = run.base, run.size
    for at, other in enumerate(others):
        if abs(other.base - base) <= 0.3 * (size if size < other.size else other.size):
            if at + 1 < len(others) and others[at + 1].base - base <= 0.3 * size:
                near = [
                    one for one in others[at : at + 4] if abs(one.base - base) <= 0.3 * min(size, one.size)
                ]
                return min(near, key=partial(_distance, run))
            return other
    return None


def _distance(run: Segment, other: Segment) -> tuple[int, float]:
    """How far a segment stands off another's line, in steps of a twentieth of the size, and how far beside it."""
    return round(20 * abs(other.base - run.base) / run.size), max(other.x0 - run.x1, run.x0 - other.x1)


def alone(run: Segment, others: Sequence[Segment]) -> bool:
    """Whether nothing on the other side stands at a segment's height: a heading over both sides does so."""
    return all(
        other.bottom <= run.top + 0.2 * run.size or other.top >= run.bottom - 0.2 * run.size
        for other in others
    )
