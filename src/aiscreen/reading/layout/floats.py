"""Text that flows around a float: items that begin on the line of an entry's head, behind its dates.

A person reads the head first and then the items, though the first lines of these stand beside it and look like a
column. A column begins and ends where it stands; what flows around a float comes from the left and goes back there.
"""

from __future__ import annotations

from aiscreen.reading.layout.segments import Segment, dated, rows
from aiscreen.reading.layout.sides import Attached

_LEADING = 1.9
"""Most that the next line of a text stands below, of the size."""


def hang(runs: list[Segment], attached: Attached) -> list[Segment]:
    """Hangs items that begin beside an entry's head, with the head's other cells, on its first segment, which then
    spans the row; returns what is left."""
    if not any(run.item for run in runs):
        return runs
    heads = [row for row in rows(runs) if len(row) > 2 and _begins_behind(row)]
    if not heads:
        return runs
    painted = {run.order: run for run in runs}
    after = {run.order + len(run.words): run for run in runs}
    first = {id(row[-1]) for row in heads}
    taken: set[int] = set()
    for row in heads:
        edge = row[-2].x1
        items, then = _beside(row[-1], edge, painted)
        before = after.get(row[-1].order)
        comes = before is None or before.x0 < edge or id(before) in taken
        if comes and (then is None or then.x0 < edge or id(then) in first):
            attached.hung[id(row[0])] = row[1:-1], items
            taken.update(map(id, row[1:] + items))
            row[0].x1 = max(run.x1 for run in items)
    return [run for run in runs if id(run) not in taken]


def _begins_behind(row: list[Segment]) -> bool:
    """Whether a row is an entry's head (position, dates) with an item behind it that was painted later."""
    *head, item = row
    return (
        item.item
        and not any(run.item for run in head)
        and dated(head[-1:])
        and all(run.order < item.order for run in head)
    )


def _beside(item: Segment, edge: float, painted: dict[int, Segment]) -> tuple[list[Segment], Segment | None]:
    """The lines from an item on that stand to the right of `edge`, and what was painted after them."""
    lines = [item]
    while (below := painted.get(lines[-1].order + len(lines[-1].words))) is not None:
        drop = below.base - lines[-1].base
        if not 0 < drop < _LEADING * below.size or below.x0 < edge:
            break
        lines.append(below)
    return lines, below
