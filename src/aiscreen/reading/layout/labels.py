"""Labels in a column left of the text: where each begins and goes on, and which of them are section headings."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.reading.layout.gutters import aligned
from aiscreen.reading.layout.segments import Look, Segment, dated


def goes_on(last: Segment, run: Segment) -> bool:
    """Whether a label goes on in a row with a small letter ("Academic" / "appointments")."""
    return (
        run.words[0].text[:1].islower()
        and last.words[0].text[:1].isupper()
        and last.style == run.style
        and not dated([last, run])
    )


def in_small_capitals(last: Segment, run: Segment) -> bool:
    """Whether a label goes on in a row of small capitals alone, made of a smaller size: painted right after the first."""
    style, other = last.words[0].style, run.words[0].style
    return (
        0.65 < run.size / last.size < 0.88
        and 0 < run.base - last.base < 1.7 * last.size
        and run.order == last.order + len(last.words)
        and (style.font, style.bold, style.color) == (other.font, other.bold, other.color)
        and not dated([last, run])
    )


def own_labels(side: list[Segment], main: list[Segment]) -> set[int]:
    """Side rows (by identity) that begin a label of their own: with a capital, right on the baseline of their value.
    Either the value opens a row of a table (there is more space above it), or it looks unlike the label, where the
    label's first word would still have fitted behind the label above, or where every value has one."""
    room = max(run.x1 for run in side) - min(run.x0 for run in side)
    found: set[int] = set()
    pairs = [(run, other) for run in side if (other := aligned(run, main)) is not None and not dated([run])]
    table = len(pairs) >= 0.9 * len(main) and all(run.style != other.style for run, other in pairs)
    begins, opening = _begins(main), _opening(main)
    last: Segment | None = None
    for run, other in pairs:
        exact = abs(run.base - other.base) < 0.12 * run.size and run.words[0].text[:1].isupper()
        fits = last is None or last.x1 - last.x0 + run.words[0].x1 - run.words[0].x0 < room - 0.5 * run.size
        unlike = run.style != other.style and (table or fits or id(other) in begins)
        if exact and (unlike or id(other) in opening):
            found.add(id(run))
        last = run
    return found


def _begins(main: list[Segment]) -> set[int]:
    """Main rows (by identity) above which there was room for their first word: no row goes on in them."""
    edge = max(run.x1 for run in main)
    return {
        id(run)
        for above, run in pairwise(main)
        if above.x1 + run.words[0].x1 - run.words[0].x0 + 0.5 * run.size < edge
        and run.words[0].text[:1].isupper()
    }


def _opening(main: list[Segment]) -> set[int]:
    """Segments (by identity) with a little more space above them than the lines of one paragraph have."""
    gaps = [
        (two.top - one.bottom, two) for one, two in pairwise(main) if two.base - one.base > 0.3 * two.size
    ]
    least = min((gap for gap, _ in gaps), default=0.0)
    return {id(run) for gap, run in gaps if gap > least + 0.12 * run.size}


def stands_out(run: Segment, main: list[Segment]) -> bool:
    """Whether a segment looks like part of an entry's head: its style is not that of most of the text."""
    weight: dict[Look, int] = {}
    for other in main:
        weight[other.style] = weight.get(other.style, 0) + len(other.words)
    return run.style != max(weight, key=lambda style: (weight[style], style)) or run.words[0].style.italic


def heading_looks(groups: list[list[Segment]], main: list[Segment]) -> set[Look]:
    """How labels left of the text look that are section headings: they stand over many rows and look unlike the text,
    or over very many; among dates and other labels, those that are larger than all text."""
    names = [group for group in groups if not dated(group)]
    if not names or len(main) < 3 * len(names):
        return set()
    if len(names) < 0.7 * len(groups) or len(main) < 3 * len(groups):
        usual = sorted(run.size for run in main)[len(main) // 2]
        large = [group for group in names if group[0].size > 1.15 * usual]
        return {group[0].style for group in large} if len(large) > max(1, 0.6 * len(names)) else set()
    if 2 * sum(1 for group in names for run in group if aligned(run, main) is not None) > len(main):
        return set()  # labels of a table
    common = {run.style for run in main}
    unlike = sum(1 for group in names if group[0].style not in common or group[0].text.isupper())
    small = any(in_small_capitals(run, below) for group in names for run, below in pairwise(group))
    certain = small or len(main) >= 5 * len(groups) or unlike >= 0.7 * len(names)
    return {group[0].style for group in names} if certain else set()
