"""Where a page parts into columns: its gutters.

A gutter is a tall strip without ink that has text on both sides. That alone says little: dates set flush right, labels
left of their text and the cells of a table leave such strips too; `kinds` tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from aiscreen.reading.layout.segments import Segment, rows

CLEAR = 4.0
"""Narrowest gutter in points."""
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
    return 1 + sum(1 for one, two in pairwise(runs) if two.base - one.base > 0.3 * two.size)


def gutters(runs: list[Segment]) -> list[Gutter]:
    """All strips with at least two rows on each side, the weightiest first; `kinds.judge` tells each one's kind."""
    lines = rows(runs)
    if all(len(row) == 1 for row in lines) and len(runs) < 8:
        return []
    end = max(run.x1 for run in runs)
    found: list[Gutter] = []
    for x in _shared_left(runs):
        found += _strips(lines, x, lambda left, right, x=x: _full_width(left, right, x, end))  # type: ignore[misc]
    for x, edge in _shared_right(runs, end):
        found += _strips(lines, x, lambda _, right, edge=edge: any(abs(run.x1 - edge) > 4 for run in right))  # type: ignore[misc]
    found.sort(key=lambda gutter: (-gutter.weight, gutter.x))
    return found


def _shared_left(runs: list[Segment]) -> list[float]:
    """Left edges that several segments share: where a column set flush left may begin."""
    start = min(run.x0 for run in runs)
    groups = _groups(runs, lambda run: run.x0)
    return [group[0].x0 for group in groups if len(group) > 1 and group[0].x0 > start + 20]


def _shared_right(runs: list[Segment], end: float) -> list[tuple[float, float]]:
    """The same for a column set flush right: the left edge of its longest segment, and the right edge of all."""
    start = min(run.x0 for run in runs)
    found: list[tuple[float, float]] = []
    for group in _groups(runs, lambda run: run.x1):
        short = [run for run in group if run.x1 - run.x0 < 0.4 * (end - start) and run.x0 > start + 20]
        if len(short) > 1 and max(run.x0 for run in short) - min(run.x0 for run in short) > 3:
            found.append((min(run.x0 for run in short), short[0].x1))
    return found


def _groups(runs: list[Segment], edge: Callable[[Segment], float]) -> list[list[Segment]]:
    groups: list[list[Segment]] = []
    for run in sorted(runs, key=edge):
        if groups and edge(run) - edge(groups[-1][0]) <= 3.0:
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _full_width(left: list[Segment], right: list[Segment], x: float, end: float) -> bool:
    """Whether a row is one line over the full width that ends in something flush right, not two columns' rows."""
    return bool(left) and right[0].x0 > x + 0.35 * (end - x) and right[-1].x1 > end - 4


def _strips(
    lines: list[list[Segment]], x: float, strange: Callable[[list[Segment], list[Segment]], bool]
) -> list[Gutter]:
    """The stretches beside `x` that no row crosses; a row that is `strange` to its columns ends one too."""
    found: list[Gutter] = []
    left: list[Segment] = []
    right: list[Segment] = []
    for row in lines:
        if len(row) == 1:
            run = row[0]
            if run.x1 <= x - CLEAR:
                left.append(run)
                continue
            if run.x0 < x - 1.5:
                if left and right:
                    _close(found, x, left, right)
                if left or right:
                    left, right = [], []
                continue
        after = [run for run in row if run.x0 >= x - 1.5]
        before = [run for run in row if run.x1 <= x - CLEAR or _label(run, x, after)]
        if len(before) + len(after) < len(row) or (after and strange(before, after)):
            _close(found, x, left, right)
            left, right = [], []
        else:
            left += before
            right += after
    _close(found, x, left, right)
    return found


def _label(run: Segment, x: float, after: list[Segment]) -> bool:
    """Whether a segment is a label that reaches close to the text behind it, and looks unlike that."""
    return run.x1 <= x - 1.0 and bool(after) and run.style != after[0].style


def _close(found: list[Gutter], x: float, left: list[Segment], right: list[Segment]) -> None:
    if not left or not right:
        return
    few, many = sorted((height(left), height(right)))
    if few < 2 and (many < 4 or len(left) > len(right) or aligned(left[0], right) is None):
        return
    top = min(left[0].top, right[0].top)
    bottom = max(left[-1].bottom, right[-1].bottom)
    if min(left[-1].bottom, right[-1].bottom) > max(left[0].top, right[0].top):
        found.append(Gutter(x, top, bottom, left, right))


def aligned(run: Segment, others: Sequence[Segment]) -> Segment | None:
    """The segment on the other side that stands on the same line."""
    for other in others:
        if abs(other.base - run.base) <= 0.3 * min(run.size, other.size):
            return other
    return None
