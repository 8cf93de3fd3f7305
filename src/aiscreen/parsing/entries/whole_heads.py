"""Heads that went on over the next line, on one row again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from aiscreen.parsing.entries.signs import plain_style
from aiscreen.parsing.heads.wrapped import unfinished
from aiscreen.parsing.rows import Row, gap, reach
from aiscreen.parsing.rows.passages import join


def whole_heads(rows: list[Row]) -> list[Row]:
    """Heads in a style of their own that went on over the next line, since their first had no more room, on one row."""
    close = {id(row) for above, row in pairwise(rows) if _is_close(above, row)}
    if not close:
        return rows
    plain = plain_style(rows)
    light = any(not row.first.bold for row in rows)
    edges: dict[tuple[int, int], float] = {}
    for row in rows:
        edges[row.column] = max(edges.get(row.column, 0.0), row.x1, row.edge)
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if (
            above is not None
            and id(row) in close
            and (above.style[:3] != plain[:3] or (light and above.first.bold))
            and len(above.cells) == 1
            and _head_goes_on(above, row, edges[row.column])
        ):
            one, two = above.cells[0], row.cells[0]
            cell = replace(one.over(two), text=join([one.text, two.text]))
            sides, below = [*above.sides, *row.sides], [*above.below, row]
            out[-1] = above.with_cells([cell, *row.cells[1:]], sides=sides, below=below)
        else:
            out.append(row)
    return out


def _is_close(above: Row, row: Row) -> bool:
    """Whether a row stands right below another of its style and edge, neither a bullet nor a form's field."""
    return (
        not (above.bullet or row.bullet or above.label or row.label)
        and len(above.cells) == 1
        and row.line.page == above.line.page
        and above.style == row.style
        and abs(above.x0 - row.x0) <= 2
        and -0.35 * row.height < gap(above, row) < 0.45 * row.height
    )


def _head_goes_on(above: Row, row: Row, edge: float) -> bool:
    if above.prose or above.found or any(w.bold != above.first.bold for w in row.cells[0].words):
        return False
    full = reach(above, row) > edge and row.x1 < above.x1 and above.count >= 3
    return full or unfinished(above.text, row.text)
