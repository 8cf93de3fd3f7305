"""What the order tells in which a file paints the two sides of a gutter: whole, in turn, or line by line over both."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.reading.layout.gutters import aligned, alone
from aiscreen.reading.layout.segments import Segment, dated


def turns_of(left: list[Segment], right: list[Segment]) -> int | None:
    """How often painting changes sides; None where a side was not painted from top to bottom."""
    for side in (left, right):
        ordered = sum(1 for above, below in pairwise(side) if above.order < below.order)
        if ordered < 0.8 * (len(side) - 1):
            return None
    sides = [
        which for _, which in sorted([(run.order, 0) for run in left] + [(run.order, 1) for run in right])
    ]
    return sum(1 for one, two in pairwise(sides) if one != two)


def by_rows(left: list[Segment], right: list[Segment]) -> bool:
    """Whether the file paints line by line over both sides, as some programs rewrite any page: then the turns that
    painting takes tell nothing."""
    painted = sorted([*left, *right], key=lambda run: run.order)
    return all(below.base > above.base - 0.5 * above.size for above, below in pairwise(painted))


def label_turns(side: list[Segment], main: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Labels with their texts, where each label of one to three rows was painted right before a text that begins level
    with it, and both end above the next: a table's rows, as of headings in its first column. Empty where not all do."""
    start = min(run.top for run in main)
    side = [run for run in side if run.bottom > start]  # what stands above is no label
    labels = {id(run) for run in side}
    turns: list[list[Segment]] = []
    for run in sorted([*side, *main], key=lambda run: run.order):
        if not turns or (id(turns[-1][0]) in labels) != (id(run) in labels):
            turns.append([])
        turns[-1].append(run)
    if id(turns[0][0]) not in labels:
        turns = turns[1:]
    pairs = list(zip(turns[::2], turns[1::2], strict=False))
    level = all(
        abs(min(run.top for run in text) - group[0].top) < 0.7 * group[0].size
        and len(group) < 4
        and not dated(group)
        for group, text in pairs
    ) and all(
        max(run.bottom for run in (*group, *text)) < below[0].top + 0.5 * below[0].size
        for (group, text), (below, _) in pairwise(pairs)
    )
    return pairs if level and len(pairs) > 2 and sum(len(text) > 2 for _, text in pairs) > 1 else []


def painted_hosts(side: list[Segment], main: list[Segment]) -> dict[int, Segment]:
    """For labels that stand beside their text without a line of it, as in cells set to the middle: by the label's
    identity, the text painted right after it. Empty where labels stand on their lines, the further rows of a label
    too (that tells more), and where the text painted between a label and the next does not stand beside it. Headings
    over both sides are no labels."""
    side = [run for run in side if not alone(run, main)]
    labels = {id(run) for run in side}
    turns: list[tuple[list[Segment], list[Segment]]] = []
    for run in sorted([*side, *main], key=lambda run: run.order):
        if id(run) in labels:
            if not turns or turns[-1][1]:
                turns.append(([], []))
            turns[-1][0].append(run)
        elif turns:
            turns[-1][1].append(run)
    turns = [(group, text) for group, text in turns if text]
    beside = 0
    for group, text in turns:
        top, bottom = min(run.top for run in text), max(run.bottom for run in text)
        beside += sum(1 for run in group if top - run.size < run.base < bottom + run.size)
    if beside < 0.75 * len(side) or _on_lines(turns, main):
        return {}
    return {id(run): text[0] for group, text in turns for run in group}


def _on_lines(turns: list[tuple[list[Segment], list[Segment]]], main: list[Segment]) -> bool:
    """Whether labels stand on the lines that their texts begin on, the further rows of a label on lines too. Where
    only the first do (a heading, the dates below it in the same cell), painting tells more."""
    first = sum(1 for group, text in turns if aligned(text[0], group[:1]) is not None)
    later = sum(1 for group, text in turns if aligned(text[0], group[1:]) is not None)
    further = [run for group, _ in turns for run in group[1:]]
    loose = sum(1 for run in further if aligned(run, main) is None)
    return first + later > 0.6 * len(turns) and (later > 0.2 * len(turns) or 5 * loose < 2 * len(further))
