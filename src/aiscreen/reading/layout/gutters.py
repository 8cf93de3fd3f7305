"""Where a page parts into columns, and what kind of column stands beside another.

A gutter is a tall strip without ink that has text on both sides. That alone says little: dates set flush right, labels
left of their text and the cells of a table leave such strips too. What tells them apart is how the two sides run:
a sidebar has its own flow (painted as a whole, its own line pitch, its own headings), while dates and labels stand on
the lines of the entries they belong to, are painted in turn with them, and are short.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from aiscreen.reading.layout.segments import Segment, rows

CLEAR = 4.0
"""Narrowest gutter in points."""
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:0?[1-9]|1[0-2])[/.]\d\d(?:\d\d)?\b|[’']\d\d\b"
    r"|\b(?:present|current|now|today|ongoing|heute|aujourd|actual|presente|heden|oggi|atual)",
    re.I,
)
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
    """All strips with at least two rows on each side, the weightiest first; `judge` tells each one's kind."""
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
        before = [run for run in row if run.x1 <= x - CLEAR]
        after = [run for run in row if run.x0 >= x - 1.5]
        if len(before) + len(after) < len(row) or (after and strange(before, after)):
            _close(found, x, left, right)
            left, right = [], []
        else:
            left += before
            right += after
    _close(found, x, left, right)
    return found


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


def clusters(runs: Sequence[Segment]) -> list[list[Segment]]:
    """Runs of one side in groups parted by more than a line's usual leading, or by a change of size."""
    groups: list[list[Segment]] = []
    for run in runs:
        if (
            groups
            and run.top - groups[-1][-1].bottom < 0.55 * run.size
            and abs(run.size - groups[-1][-1].size) < 1.5
        ):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def dated(runs: Sequence[Segment]) -> bool:
    """Whether segments hold short text that names a date."""
    return is_date(" ".join(run.text for run in runs))


def is_date(text: str) -> bool:
    """Whether short text names a year, a month in figures, or the present."""
    return len(text) < 60 and bool(_DATE.search(text))


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def aligned(run: Segment, others: Sequence[Segment]) -> Segment | None:
    """The segment on the other side that stands on the same line."""
    for other in others:
        if abs(other.base - run.base) <= 0.3 * min(run.size, other.size):
            return other
    return None


def _alone(run: Segment, others: Sequence[Segment]) -> bool:
    """Whether nothing on the other side stands at a segment's height: a heading over both sides does so."""
    return all(
        other.bottom <= run.top + 0.2 * run.size or other.top >= run.bottom - 0.2 * run.size
        for other in others
    )


def _characters(runs: Sequence[Segment]) -> int:
    return sum(len(word.text) for run in runs for word in run.words)


def judge(gutter: Gutter) -> Kind:
    """What kind of column stands beside the other; the gutter is told, too."""
    _judge(gutter)
    return gutter.kind


def _judge(gutter: Gutter) -> None:
    left, right = gutter.left, gutter.right
    if height(left) < 2:
        gutter.kind = "side"
        return
    gutter.narrow = "left" if _characters(left) <= _characters(right) else "right"
    side, main = gutter.sides
    every = [
        group for group in clusters(side) if group[0].bottom > main[0].top and group[0].top < main[-1].bottom
    ]
    groups = [group for group in every if not _alone(group[0], main)]
    if not groups or len(groups) < 0.4 * len(every):  # headings over both sides
        return
    starts = _share([aligned(group[0], main) is not None for group in groups])
    dates = _share([dated(group) for group in groups])
    if dates >= 0.5 and starts >= 0.65:
        gutter.kind = "side" if len(groups) > 1 else "rows"
        return
    rate = _turns(left, right)
    if _table(side, main):
        gutter.kind = "side" if gutter.narrow == "left" else "rows"
        return
    if min(height(side), height(main)) < 4 or len(groups) < 3:
        gutter.kind = _small(left, right, rate)
        if gutter.kind == "rows" and gutter.narrow == "left" and starts >= 0.8:
            gutter.kind = "side"
        return
    if rate is not None:
        turns = rate / len(groups)
        if rate <= 3 or turns <= 0.5:
            gutter.kind = "columns"
            return
        if turns >= 1.2 and starts >= 0.6:
            gutter.kind = "side"
            return
    short = _characters(side) / len(side) < 24
    gutter.kind = "side" if starts >= 0.85 and short and not _headed(groups) else "columns"


def _table(side: list[Segment], main: list[Segment]) -> bool:
    """Whether short labels and their values stand line by line beside each other, the two in different styles."""
    if abs(len(side) - len(main)) > 0.1 * len(main) or _characters(side) > 24 * len(side):
        return False
    pairs = [(run, other) for run in side if (other := aligned(run, main)) is not None]
    return (
        len(pairs) >= max(2, 0.9 * len(side))
        and _share([run.style != other.style for run, other in pairs]) >= 0.8
    )


def _turns(left: list[Segment], right: list[Segment]) -> int | None:
    """How often painting changes sides; None where a side was not painted from top to bottom."""
    for side in (left, right):
        ordered = sum(1 for above, below in pairwise(side) if above.order < below.order)
        if ordered < 0.8 * (len(side) - 1):
            return None
    sides = [
        which for _, which in sorted([(run.order, 0) for run in left] + [(run.order, 1) for run in right])
    ]
    return sum(1 for one, two in pairwise(sides) if one != two)


def _headed(groups: list[list[Segment]]) -> bool:
    """Whether a side has headings of its own: rows larger or bolder than the row right below them, twice or more."""
    heads = 0
    for group in groups:
        for run, below in pairwise(group):
            larger = run.style[0] > below.style[0] or (run.style[1] and not below.style[1])
            heads += larger or (run.text.isupper() and not below.text.isupper())
    return heads >= 2


def _small(left: list[Segment], right: list[Segment], turns: int | None) -> Kind:
    """A few rows beside each other: cards that are read one by one, or rows of a table.

    Cards look alike across and differ downwards (a heading, then its text); a table looks alike downwards.
    """
    pairs = [(run, other) for run in right if (other := aligned(run, left)) is not None]
    if len(pairs) < 2 or len(pairs) < 0.6 * min(len(left), len(right)):
        return "columns" if turns is None or turns <= 2 else "rows"
    alike = _share([run.style == other.style for run, other in pairs])
    varied = len({run.style for run, _ in pairs}) > 1
    if any(dated([run]) and not dated([other]) for run, other in pairs):
        return "rows"
    if alike >= 0.8 and varied:
        return "columns"
    if alike <= 0.3 or turns is None:
        return "rows"
    wide = min(_characters(left) / len(left), _characters(right) / len(right)) > 28
    return "columns" if turns == 1 or (wide and turns <= len(pairs)) else "rows"
