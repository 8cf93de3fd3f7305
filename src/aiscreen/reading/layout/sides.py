"""Columns of dates and labels: each of their groups is attached to the line of the main column that it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.reading.layout.gutters import Gutter, aligned, clusters, dated
from aiscreen.reading.layout.segments import Segment


@dataclass(slots=True)
class Note:
    """A group of a side column: `before` or after the words of its line, or, as a `heading`, on a line of its own."""

    runs: list[Segment]
    before: bool
    heading: bool = False


Attached = dict[int, list[Note]]
"""Notes by the identity of the main column's segment that they stand on."""


def attach(gutter: Gutter, attached: Attached) -> list[Segment]:
    """Attaches the narrow side of a gutter; returns what it took."""
    side, main = gutter.sides
    before = gutter.narrow == "left"
    groups = clusters(side)
    headings = before and _are_headings(groups, main)
    for group in groups:
        if headings and not dated(group):
            attached.setdefault(id(_host(group[0], main)), []).append(Note(group, True, True))
            continue
        for host, part in _parts(group, main):
            attached.setdefault(id(host), []).append(Note(part, before))
    return side


def _parts(group: list[Segment], main: list[Segment]) -> list[tuple[Segment, list[Segment]]]:
    """A group's rows with their hosts. Further rows go with the first, unless they stand beside a further row of the
    entry's head ("Company, place" above "Position, dates")."""
    found = [(_host(group[0], main), [group[0]])]
    for run in group[1:]:
        beside = aligned(run, main)
        if (
            beside is not None
            and beside is not found[-1][0]
            and not beside.mark
            and _stands_out(beside, main)
        ):
            found.append((beside, [run]))
        else:
            found[-1][1].append(run)
    return found


def _host(run: Segment, main: list[Segment]) -> Segment:
    """The segment on the same line, else the nearest one."""
    return aligned(run, main) or min(
        main, key=lambda other: (abs(other.base - run.base), other.base, other.x0)
    )


def _stands_out(run: Segment, main: list[Segment]) -> bool:
    """Whether a segment looks like part of an entry's head: its style is not that of most of the text."""
    weight: dict[tuple[float, bool, int], int] = {}
    for other in main:
        weight[other.style] = weight.get(other.style, 0) + len(other.words)
    return run.style != max(weight, key=lambda style: (weight[style], style)) or run.words[0].style.italic


def _are_headings(groups: list[list[Segment]], main: list[Segment]) -> bool:
    """Whether labels left of the text are section headings: they stand over many rows and look unlike the text."""
    names = [group for group in groups if not dated(group)]
    if len(names) < 0.7 * len(groups) or len(main) < 3 * len(groups):
        return False
    common = {run.style for run in main}
    unlike = sum(1 for group in names if group[0].style not in common or group[0].text.isupper())
    return bool(names) and unlike >= 0.7 * len(names)
