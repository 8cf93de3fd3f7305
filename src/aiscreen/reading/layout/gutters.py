"""Where a page parts into columns: its gutters.

A gutter is a tall strip without ink that has text on both sides. That alone says little: dates set flush right, labels
left of their text and the cells of a table leave such strips too; `kinds` tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from aiscreen.reading.layout.segments import Look, Segment, is_date, rows

CLEAR = 4.0
"""Narrowest gutter in points."""
_STREWN = 1000
"""Segments on a page from which it is a drawing strewn with words, and has no columns."""
_MOST = 40
"""Edges that are tried, those that most segments share; pages of columns have fewer than ten."""
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


def gutters(runs: list[Segment]) -> list[Gutter]:
    """All strips with at least two rows on each side, the weightiest first; `kinds.judge` tells each one's kind."""
    lines = rows(runs)
    if (all(len(row) == 1 for row in lines) and len(runs) < 8) or len(runs) > _STREWN:
        return []
    start, end = min([run.x0 for run in runs]), max([run.x1 for run in runs])
    flush = _groups(runs, attrgetter("x1"))
    least = min([run.x1 for run in runs]) + 0.5  # nothing stands left of an edge before that
    lefts = [x for x in _shared_left(runs, start) if x >= least]
    rights = [(x, edge) for x, edge in _shared_right(start, end, flush) if x >= least]
    if not lefts and not rights:
        return []
    large = 1.15 * sorted([run.size for run in runs])[len(runs) // 2]
    begins = Counter([round(run.x0) for run in runs])
    over = _centred(lines, begins, start, end, large)
    ends = [end, *_shared_by_dates(flush)] if lefts else []
    found: list[Gutter] = []
    for x in lefts:
        inner = [] if _flush_right([run for run in runs if run.x0 >= x - 1.5], end) else ends
        found += _strips(lines, x, over, partial(_full_width, x, inner, large, begins))
    for x, edge in rights:
        edges = [edge, *(group[-1].x1 for group in flush if len(group) > 3 and group[-1].x1 > edge)]
        found += _strips(lines, x, over, partial(_ragged, edges))
    found.sort(key=lambda gutter: (-gutter.weight, gutter.x))
    return found


def _centred(
    lines: list[list[Segment]], begins: Counter[int], start: float, end: float, large: float
) -> set[int]:
    """Segments (by identity) that stand alone and centred on the page, where four or more do and begin unlike, or two
    `large` ones in one style (headings): they are in no column, though some begin where one would. `begins` counts
    the segments that begin at one place."""
    alone = [row[0] for row in lines if len(row) == 1 and begins[round(row[0].x0)] < 4]
    axes = Counter([round((run.x0 + run.x1) / 4) for run in alone])
    near = axes.get
    axis = max(sorted(axes), key=lambda at: near(at - 1, 0) + axes[at] + near(at + 1, 0), default=0)
    if start + 0.38 * (end - start) < 2 * axis < end - 0.38 * (end - start):
        found = [run for run in alone if abs(run.x0 + run.x1 - 4 * axis) < 6]
        if len({round(run.x0 / 4) for run in found}) > max(3, 0.4 * len(found)):
            return {id(run) for run in found}
    heads: dict[tuple[Look, int], list[Segment]] = {}
    for row in lines:
        if len(row) == 1 and row[0].size > large:
            middle = (row[0].x0 + row[0].x1) / 2
            if abs(2 * middle - start - end) < 40:
                heads.setdefault((row[0].style, round(middle / 2)), []).append(row[0])
    return {id(run) for alike in heads.values() if len({round(r.x0 / 4) for r in alike}) > 1 for run in alike}


def _flush_right(runs: list[Segment], end: float) -> bool:
    """Whether a column of text, not of dates, is set flush right."""
    flush = [run for run in runs if run.x1 > end - 4]
    return len(flush) > 0.6 * len(runs) and 4 * sum(1 for run in flush if is_date(run.text)) < len(flush)


def _shared_by_dates(flush: list[list[Segment]]) -> list[float]:
    """Right edges at which the dates of several entries end."""
    return [
        group[-1].x1
        for group in flush
        if len(group) > 1 and sum(1 for run in group if len(run.words) < 9 and is_date(run.text)) > 1
    ]


def _shared_left(runs: list[Segment], start: float) -> list[float]:
    """Left edges that several segments share: where a column set flush left may begin."""
    groups = _groups(runs, attrgetter("x0"))
    shared = [group for group in groups if len(group) > 1 and group[0].x0 > start + 20]
    if len(shared) > _MOST:
        shared = sorted(shared, key=len, reverse=True)[:_MOST]
    return [group[0].x0 for group in shared]


def _shared_right(start: float, end: float, flush: list[list[Segment]]) -> list[tuple[float, float]]:
    """The same for a column set flush right: the left edge of its longest segment, and the right edge of all. `flush`
    are the segments by their right edges."""
    found: list[tuple[float, float]] = []
    for group in flush if len(flush) <= _MOST else sorted(flush, key=len, reverse=True)[:_MOST]:
        short = [run for run in group if run.x1 - run.x0 < 0.4 * (end - start) and run.x0 > start + 20]
        if len(short) > 1 and max(run.x0 for run in short) - min(run.x0 for run in short) > 3:
            found.append((min(run.x0 for run in short), short[0].x1))
    return found


def _groups(runs: list[Segment], edge: Callable[[Segment], float]) -> list[list[Segment]]:
    groups: list[list[Segment]] = []
    start = 0.0
    for run in sorted(runs, key=edge):
        at = edge(run)
        if groups and at - start <= 3.0:
            groups[-1].append(run)
        else:
            groups.append([run])
            start = at
    return groups


def _ragged(edges: list[float], _left: list[Segment], right: list[Segment]) -> bool:
    """Whether something in a row does not end at the right edge of a column set flush right, or of one right of it."""
    return any(min([abs(run.x1 - edge) for edge in edges]) > 4 for run in right)


def _full_width(
    x: float, ends: list[float], large: float, begins: Counter[int], left: list[Segment], right: list[Segment]
) -> bool:
    """Whether a row is one line over the full width that ends in something flush right, not two columns' rows; the
    last of all right `ends` is the first (none: the right column itself is set flush right)."""
    if not left or not ends or right[0].x0 <= x + 0.35 * (ends[0] - x):
        return False
    if len(left) == len(right) == 1 and right[0].size > large and left[0].style == right[0].style:
        return begins[round(right[0].x0)] > 2  # the headings of both, or of columns of their own
    return right[-1].x1 > ends[0] - 4 or (len(right) == 1 and any(abs(right[0].x1 - end) < 2 for end in ends))


def _strips(
    lines: list[list[Segment]],
    x: float,
    over: set[int],
    strange: Callable[[list[Segment], list[Segment]], bool],
) -> list[Gutter]:
    """The stretches beside `x` that no row crosses; one that stands `over` both sides, or is `strange` to its columns,
    ends a stretch too."""
    found: list[Gutter] = []
    left: list[Segment] = []
    right: list[Segment] = []
    begin, clear = x - 1.5, x - CLEAR
    for number, row in enumerate(lines):
        if len(row) == 1:
            run = row[0]
            if run.x1 <= clear or (run.x1 <= x - 0.5 and _overfull(run, left, right)):
                left.append(run)
                continue
            if run.x0 < begin or id(run) in over:
                if left and right:
                    _close(found, x, left, right)
                if left or right:
                    left, right = [], []
                continue
        before, after = _parted(row, begin)
        near = [run for run in before if run.x1 > clear] if before else []
        crossed = near and not all(
            run.x1 <= x - 0.5 and (_label(run, x, after) or _overfull(run, left, right)) for run in near
        )
        if crossed or (
            after
            and strange(before, after)
            and not _in_column(after[0], x, lines[max(0, number - 1) : number + 2])
            and not (len(after) == 1 and _goes_on(after[0], right))
        ):
            if left and right:
                _close(found, x, left, right)
            left, right = [], []
        else:
            left += before
            right += after
    if left and right:
        _close(found, x, left, right)
    return found


def _parted(row: list[Segment], x: float) -> tuple[list[Segment], list[Segment]]:
    """What begins left of `x` in a row, and what begins there or right of it."""
    count = len(row)
    while count and row[count - 1].x0 >= x:
        count -= 1
    return row[:count], row[count:]


def _in_column(run: Segment, x: float, near: list[list[Segment]]) -> bool:
    """Whether something that begins at `x` stands left of a segment, a little above or below it: the two are one line
    of the right column, whatever stands level in the left one."""
    return any(
        abs(other.x0 - x) < 3 and abs(other.base - run.base) < 0.5 * run.size and other.x1 < run.x0
        for row in near
        for other in row
    )


def _goes_on(run: Segment, above: list[Segment]) -> bool:
    """Whether a segment goes on with one right above it, set in the middle as that is: a cell of a grid over two lines."""
    return any(
        0 < run.base - other.base < 1.7 * run.size
        and other.style == run.style
        and abs(run.x0 + run.x1 - other.x0 - other.x1) < 3
        for other in above[-4:]
    )


def _label(run: Segment, x: float, after: list[Segment]) -> bool:
    """Whether a segment is a label that reaches close to the text behind it, and looks unlike that."""
    return run.x1 <= x - 1.0 and bool(after) and run.style != after[0].style


def _overfull(run: Segment, left: list[Segment], right: list[Segment]) -> bool:
    """Whether a line that runs a little into the gutter is of the left column, at the edge of one above it."""
    return bool(right) and any(abs(run.x0 - other.x0) < 3 for other in left[-8:])


def _close(found: list[Gutter], x: float, left: list[Segment], right: list[Segment]) -> None:
    few, many = sorted((height(left), height(right)))
    if few < 2 and (many < 4 or len(left) > len(right) or aligned(left[0], right) is None):
        return
    top = min(left[0].top, right[0].top)
    bottom = max(left[-1].bottom, right[-1].bottom)
    if min(left[-1].bottom, right[-1].bottom) > max(left[0].top, right[0].top):
        found.append(Gutter(x, top, bottom, left, right))


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
