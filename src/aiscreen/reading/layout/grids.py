"""Cards side by side under headings: a heading that stands over two columns ends the columns above it."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.reading.layout.gutters import Gutter, aligned, alone, height, is_flush_right
from aiscreen.reading.layout.segments import Segment, dated
from aiscreen.reading.layout.sides import Attached


def between_headings(gutter: Gutter, attached: Attached) -> Gutter:
    """The part of a pair of columns that no heading over both crosses: above the first such heading where both
    columns have something there, else below it up to the next; headings in the margin part them too."""
    heads = [run for at, run in enumerate(gutter.left) if _stands_over(gutter.left, at, gutter.right)]
    if not heads:
        return _above_margin_heading(gutter, attached)
    looks = {(run.style, round(run.x0)) for run in heads}
    heads = [run for run in gutter.left if (run.style, round(run.x0)) in looks and alone(run, gutter.right)]
    top = min(gutter.left[0].top, gutter.right[0].top)
    edges = [top - 1.0, *[run.base for run in heads], gutter.bottom + 1.0]
    over = set(map(id, heads))
    for begin, end in pairwise(edges):
        left = [run for run in gutter.left if begin < run.base < end and id(run) not in over]
        right = [run for run in gutter.right if begin < run.base < end]
        if left and right and height(left) > 1 and height(right) > 1:
            return Gutter(gutter.x, begin, end, left, right, gutter.kind, gutter.narrow)
    return gutter


def above_dates(gutter: Gutter) -> Gutter:
    """The part of a pair of columns above the dates with which the right one ends, where that is set flush right: they go
    with what stands beside them."""
    right = gutter.right
    if len(right) < 3 or not is_flush_right(right):
        return gutter
    at = len(right)
    while at and dated(right[at - 1 : at]) and aligned(right[at - 1], gutter.left) is not None:
        at -= 1
    left = [run for run in gutter.left if at < len(right) and run.base < right[at].base - 0.5 * run.size]
    if not at or not left:
        return gutter
    bottom = max(left[-1].bottom, right[at - 1].bottom)
    return Gutter(gutter.x, gutter.top, bottom, left, right[:at], gutter.kind, gutter.narrow)


def _above_margin_heading(gutter: Gutter, attached: Attached) -> Gutter:
    """The part of a pair of columns above the first line that a heading in the margin stands beside and on which both
    columns begin anew."""
    first = gutter.left[0]
    for run in gutter.left:
        if run.base > first.base and any(note.heading for note in attached.get(id(run), ())):
            left = [one for one in gutter.left if one.base < run.base - 0.5 * run.size]
            right = [one for one in gutter.right if one.base < run.base - 0.5 * run.size]
            if left and right and aligned(run, gutter.right) is not None:
                return Gutter(gutter.x, gutter.top, left[-1].bottom, left, right, gutter.kind, gutter.narrow)
    return gutter


def _stands_over(left: list[Segment], at: int, right: list[Segment]) -> bool:
    """Whether a row of the left column, unlike what follows it, is alone on its height, and both columns begin anew
    below it: on one line and in one style. What stands above it on the right was painted before it, not with the rest
    of a column of its own."""
    if at + 1 == len(left):
        return False
    run, below = left[at], left[at + 1]
    if run.x0 > min(one.x0 for one in left) + 0.25 * (right[0].x0 - run.x0):
        return False  # in a column of its own
    if run.style == below.style or run.size < below.size or run.item or (below.style[1] and not run.style[1]):
        return False
    beside = next((other for other in right if other.bottom > run.top), None)
    painted = all(other.order < run.order for other in right if other.bottom <= run.top)
    return (
        beside is not None
        and painted
        and beside.top > run.bottom
        and abs(beside.base - below.base) < 0.12 * below.size
        and beside.style == below.style
        and beside.item == below.item
    )
