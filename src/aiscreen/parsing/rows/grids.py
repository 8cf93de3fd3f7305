"""Grids within a section: rows that stand level, cells that are columns of their own."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from operator import attrgetter

from aiscreen.models.document import Word
from aiscreen.parsing.rows import Cell, Row, beside


def join_level(rows: list[Row]) -> list[Row]:
    """Rows that stand level, a label and then its list to the right of it, become one row of two cells."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if (
            above is not None
            and not row.bullet
            and above.count <= 5
            and above.x1 <= row.x0
            and beside(above, row)
        ):
            out[-1] = Row(row.line, above.index, [*above.cells, *row.cells], bullet=above.bullet)
        else:
            out.append(row)
    return out


def level(rows: list[Row]) -> list[tuple[Row, list[Row]]]:
    """Rows with those that stand level with them in one, from top to bottom, cells from left to right: a grid's cells may
    be lines of their own. Each with those that it holds."""
    out: list[tuple[Row, list[Row]]] = []
    for row in sorted(rows, key=attrgetter("y")):
        if out and any(beside(other, row) for other in out[-1][1]):
            members = [*out[-1][1], row]
            cells = sorted([cell for other in members for cell in other.cells], key=attrgetter("x0"))
            out[-1] = Row(members[0].line, members[0].index, cells), members
        else:
            out.append((row, [row]))
    return out


def unzip(rows: list[Row], alike: Callable[[Cell, Cell], bool]) -> list[Row]:
    """Rows whose cells are columns of a grid, set flush left or centred, column by column. `alike` says whether two
    cells of one row are of one kind (two dates, two schools, two labels): without any such row there is no grid."""
    if all(len(row.cells) < 2 for row in rows):
        return rows
    for place in (_left, _middle):
        out: list[Row] = []
        run: list[Row] = []
        for row in [*rows, None]:
            if row is not None and (not run or _joins(run, row, place)):
                run.append(row)
                continue
            out.extend(_columns(run, alike, place))
            run = [row] if row is not None else []
        rows = out
    return rows


def _left(cell: Cell) -> float:
    return cell.x0


def _middle(cell: Cell) -> float:
    return (cell.x0 + cell.x1) / 2


def _joins(run: list[Row], row: Row, place: Callable[[Cell], float]) -> bool:
    """Whether a row goes on with a grid: its cells stand where cells above stand."""
    return row.line.page == run[-1].line.page and all(
        any(abs(at - place(cell)) < 3 for above in run for cell in above.cells)
        for at in map(place, row.cells)
    )


def _columns(
    run: list[Row], alike: Callable[[Cell, Cell], bool], place: Callable[[Cell], float]
) -> list[Row]:
    if len(run) < 2 or all(len(row.cells) < 2 for row in run):
        return run
    places = _places(run, place) if place is _left else sorted(map(_middle, run[0].cells))
    if place is _middle and not all(
        min(abs(_middle(c) - x) for x in places) < 3 for r in run for c in r.cells
    ):
        return run
    if len(places) < 2 or not any(alike(a, b) for row in run for a, b in itertools.pairwise(row.cells)):
        return run
    if place is _middle and any(_begins_level(run, x) for x in places):
        return run
    columns: list[list[Row]] = [[] for _ in places]
    for row in run:
        for column, x in enumerate(places):
            stop = places[column + 1] - 3 if column + 1 < len(places) else 1e9
            cells = [cell for cell in row.cells if x - 3 <= place(cell) < stop]
            if cells:
                columns[column].append(Row(row.line, row.index, cells, bullet=row.bullet and column == 0))
    return [row for column in columns for row in column]


def _begins_level(run: list[Row], x: float) -> bool:
    """Whether cells that stand around one middle do so by chance: more of them begin at one place."""
    cells = [cell for row in run for cell in row.cells if abs(_middle(cell) - x) < 3]
    begins, middles = Counter(round(cell.x0) for cell in cells), Counter(round(_middle(c)) for c in cells)
    return max(begins.values()) > max(middles.values())


def _places(run: list[Row], place: Callable[[Cell], float]) -> list[float]:
    """The places at which cells of at least two rows stand."""
    counts: Counter[int] = Counter(round(place(cell)) for row in run for cell in row.cells)
    edges = sorted(
        x for x, count in counts.items() if count + counts.get(x - 1, 0) + counts.get(x + 1, 0) >= 2
    )
    return [float(x) for i, x in enumerate(edges) if i == 0 or x - edges[i - 1] > 3]


def part_at_edges(rows: list[Row]) -> list[Row]:
    """Labels that stand close to their lists: where words of several rows start at one edge after a gap that is
    wider than a space, the rows are parted there; the longest label may leave little more than one."""
    spaces = sorted(
        b.box.x0 - a.box.x1 for row in rows for c in row.cells for a, b in itertools.pairwise(c.words)
    )
    least = 1.3 * spaces[len(spaces) // 2] if spaces else 0.0  # in fixed-width letters a space is wide
    edges = Counter(x for row in rows for x in {round(word.box.x0) for word in _after_gaps(row, least)})
    shared = {x for x, count in edges.items() if count >= 2 and count >= 0.6 * len(rows)}
    if not shared:
        return rows
    return [row.with_cells(_cut(row, shared, least), part=False) for row in rows]


def _after_gaps(row: Row, least: float) -> list[Word]:
    words = [word for cell in row.cells for word in cell.words]
    return [b for a, b in itertools.pairwise(words) if b.box.x0 - a.box.x1 > max(least, 0.55 * b.size)]


def _cut(row: Row, edges: set[int], least: float) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.cells:
        groups = [[cell.words[0]]]
        for a, b in itertools.pairwise(cell.words):
            if round(b.box.x0) in edges and b.box.x0 - a.box.x1 > least:
                groups.append([b])
            else:
                groups[-1].append(b)
        cells.extend(Cell.of(tuple(group)) for group in groups)
    return cells
