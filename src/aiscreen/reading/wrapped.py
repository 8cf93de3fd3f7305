"""Tables that a text sets with spaces and whose cells go on over lines: each cell is read whole, row by row.

The cells of a group of lines begin where those of its first line do. Where sentences go on from line to line in it,
the group is one row; else a row begins on each line that has all its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice, pairwise
from operator import itemgetter

from aiscreen.reading.bars import Drawn
from aiscreen.reading.columns import goes_on

_CELL = re.compile(r"\S+(?: \S+)*")
_LEAST, _MOST = 2, 8
"""Rows in which two cells go on over lines, at the least; cells of a row, at the most."""
Row = list[list[str]]
"""What a row's cells hold, line by line."""


def unwrapped(lines: list[str]) -> list[str]:
    """The lines, with those of such tables as rows that read one below the other."""
    groups = [list(group) for _, group in groupby(lines, key=bool)]
    done: list[str] = []
    for edges, run in groupby(_with_edges(groups), key=itemgetter(0)):
        table = [group for _, group in run]
        rows = [row for group in table if group[0] for row in _rows(group, edges)] if len(edges) > 1 else []
        if sum(map(_is_wrapped, rows)) >= _LEAST and all(map(_is_whole, rows)):
            done += [line for row in rows for line in ["", *_drawn(row, edges).lines()]] + [""]
        else:
            done += [line for group in table for line in group]
    return done


def _with_edges(groups: list[list[str]]) -> Iterator[tuple[list[int], list[str]]]:
    """The groups with the places at which their cells begin; blank lines with those of the group above."""
    edges: list[int] = []
    for group in groups:
        if group[0]:
            starts = [cell.start() for cell in islice(_CELL.finditer(group[0]), _MOST + 1)]
            clear = [x for x in starts[1:] if not any(line[x - 2 : x].strip() for line in group)]
            edges = [*starts[:1], *clear] if len(starts) <= _MOST else []
        yield edges, group


def _rows(group: list[str], edges: list[int]) -> list[Row]:
    """The rows of a group."""
    ends = [*edges[1:], None]
    table = [[line[a:b].strip() for a, b in zip([0, *edges[1:]], ends, strict=True)] for line in group]
    one = any(all(lower) and any(map(goes_on, upper, lower)) for upper, lower in pairwise(table))
    found: list[Row] = []
    for line in table:
        if not found or (all(line) and not one):
            found.append([])
        found[-1].append(line)
    return found


def _is_wrapped(row: Row) -> bool:
    return len(row) > 1 and sum(map(bool, row[1])) > 1


def _is_whole(row: Row) -> bool:
    """Whether each cell fills its row's lines from the first on."""
    return all(
        upper or not lower
        for above, below in pairwise(row)
        for upper, lower in zip(above, below, strict=True)
    )


def _drawn(row: Row, edges: list[int]) -> Drawn:
    cells = [[text for text in cell if text] for cell in zip(*row, strict=True)]
    widest = max(len(line[-1]) for line in row)
    return Drawn(cells, [*(b - a - 2 for a, b in pairwise(edges)), widest])
