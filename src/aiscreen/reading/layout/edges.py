"""Edges that a page's segments share: where its columns may begin or end, and the gutters that stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from operator import attrgetter

from aiscreen.reading.layout.gutters import Gutter
from aiscreen.reading.layout.segments import Look, Segment, is_date, rows
from aiscreen.reading.layout.strips import strips

_STREWN = 1000
"""Segments on a page from which it is a drawing strewn with words, and has no columns."""
_MOST = 40
"""Edges that are tried, those that most segments share; pages of columns have fewer than ten."""


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
        found += strips(lines, x, over, partial(_full_width, x, inner, large, begins))
    for x, edge in rights:
        edges = [edge, *(group[-1].x1 for group in flush if len(group) > 3 and group[-1].x1 > edge)]
        found += strips(lines, x, over, partial(_ragged, edges))
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
