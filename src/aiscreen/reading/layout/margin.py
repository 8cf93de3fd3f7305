"""Margins that hold headings and dates: headings set level with their first line, over its dates, or in the middle of
all that they stand beside.

A reader takes such a heading for that of what begins below the widest gap near it, and dates for those of the nearest
line.
"""

from __future__ import annotations

from aiscreen.reading.layout.gutters import aligned
from aiscreen.reading.layout.segments import Look, Segment, dated, rows

_LARGE = 1.15
"""Size of a heading, of the usual size of the text beside it."""
_LEAST = 3
"""Headings, at the least, by which a margin is known."""
_MOSTLY = 0.75
"""Share of what else stands in it that are dates."""
_BELOW = 1.3
"""How far below the middle of a heading, of its size, the first line of its text may begin."""


def margin_look(side: list[Segment], main: list[Segment]) -> Look | None:
    """How headings look in a margin that holds nothing but headings, larger than the text, and dates."""
    large = _large(side, main)
    rest = [run for run in side if run not in large]
    looks = {run.style for run in large}
    if len(looks) != 1 or len(large) < _LEAST or len(rest) < 2 or len(main) < 2 * len(side):
        return None
    return looks.pop() if sum(dated([run]) for run in rest) >= _MOSTLY * len(rest) else None


def _large(side: list[Segment], main: list[Segment]) -> list[Segment]:
    usual = sorted([run.size for run in main])[len(main) // 2]
    return [run for run in side if run.size > _LARGE * usual and not dated([run])]


def margin_hosts(side: list[Segment], main: list[Segment], look: Look) -> dict[int, Segment]:
    """For each segment of a margin (by identity) the segment of the text that it belongs to; `look` is that of headings."""
    lines = rows(main)
    hosts: dict[int, Segment] = {}
    first = -1
    for run in side:
        if run.style == look:
            middle = (run.top + run.bottom) / 2
            near = [
                at for at in range(first + 1, len(lines)) if lines[at][0].top < middle + _BELOW * run.size
            ]
            if near and first < 0 and lines[0][0].top > run.top - run.size:
                first = 0  # at the top of a page
            elif near:
                first = max(near, key=lambda at: (round(_space(lines, at)), at))
            if near:
                hosts[id(run)] = lines[first][0]
        else:
            hosts[id(run)] = aligned(run, main) or min(main, key=lambda one: abs(one.base - run.base))
    return hosts


def _space(lines: list[list[Segment]], at: int) -> float:
    """The space above a line."""
    return lines[at][0].top - max(run.bottom for run in lines[at - 1]) if at else 0.0
