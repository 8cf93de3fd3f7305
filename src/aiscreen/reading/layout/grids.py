"""Cards side by side under headings: a heading that stands over two columns ends the columns above it."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.reading.layout.gutters import Gutter, alone, height
from aiscreen.reading.layout.segments import Segment


def between_headings(gutter: Gutter) -> Gutter:
    """The part of a pair of columns that no heading over both crosses: above the first such heading where both
    columns have something there, else below it up to the next."""
    heads = [run for at, run in enumerate(gutter.left) if _stands_over(gutter.left, at, gutter.right)]
    if not heads:
        return gutter
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
