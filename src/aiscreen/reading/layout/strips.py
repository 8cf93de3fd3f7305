"""Strips: the stretches beside an edge that no row of the page crosses."""

from __future__ import annotations

from collections.abc import Callable

from aiscreen.reading.layout.gutters import Gutter, aligned, height
from aiscreen.reading.layout.segments import Segment

_CLEAR = 4.0
"""Narrowest gutter in points."""


def strips(
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
    begin, clear = x - 1.5, x - _CLEAR
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
