"""Columns within a section: grids of entries or lists, and columns that lost their heading to their neighbour."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable

from aiscreen.parsing.rows import Cell, Row, beside, gap


def settle(rows: list[Row], headings: dict[int, str]) -> list[Row]:
    """Rows of a column without any heading, which start level with like rows of the column before, are the right
    half of a grid: each goes to the section at its height."""
    blocks: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        blocks.setdefault((row.line.page, row.line.block), []).append(row)
    for members in blocks.values():
        if any(id(row) in headings for row in members):
            continue
        first = members[0]
        partner = next(
            (
                row
                for row in rows
                if row.line.block != first.line.block
                and row.x1 <= first.x0
                and beside(row, first)
                and row.style[:3] == first.style[:3]
                and abs(row.box.top - first.box.top) < 3
            ),
            None,
        )
        if partner is not None and id(partner) not in headings:
            rows = _insert(rows, members, partner, headings)
    return rows


def _insert(rows: list[Row], members: list[Row], partner: Row, headings: dict[int, str]) -> list[Row]:
    moved = {id(row) for row in members}
    kept = [row for row in rows if id(row) not in moved]
    stops = [
        row
        for row in kept
        if id(row) in headings and row.line.page == partner.line.page and row.line.block == partner.line.block
    ]
    last = max(i for i, row in enumerate(kept) if row.line.block == partner.line.block)
    after: dict[int, list[Row]] = {}
    for row in members:
        stop = next((heading for heading in stops if heading.y > row.y + 1), None)
        index = kept.index(stop) if stop is not None else last + 1
        after.setdefault(index, []).append(row)
    out: list[Row] = []
    for i in range(len(kept) + 1):
        out.extend(after.get(i, []))
        out.extend(kept[i : i + 1])
    return out


def regroup(rows: list[Row], headings: dict[int, str]) -> list[Row]:
    """Rows that stand above the heading they follow belong elsewhere: to the nearest heading above them that stands
    over their column, else to the last such heading of the pages before.

    That a column goes on at the top of the next, as wide one is no such case.
    """
    groups: list[tuple[Row | None, list[Row]]] = [(None, [])]
    astray: list[tuple[Row, bool]] = []
    pages = _by_page(rows)
    for row in rows:
        heading = groups[-1][0]
        if id(row) in headings:
            groups.append((row, []))
        elif heading is not None and _astray(row, heading, pages):
            astray.append((row, _over_both(heading, row, pages)))
        else:
            groups[-1][1].append(row)
    if not astray:
        return rows
    last = groups[-1][1]
    for row, over_both in astray:
        above = [
            (heading.y, members)
            for heading, members in groups
            if heading is not None
            and heading.y <= row.y + row.height / 2
            and (abs(heading.x0 - row.x0) < 40 or _centred(heading, pages) or over_both)
        ]
        target = max(above, key=lambda found: found[0])[1] if above else last
        target.append(row)
    return [
        row for heading, members in groups for row in ([heading] if heading is not None else []) + members
    ]


def _astray(row: Row, heading: Row, pages: dict[int, list[Row]]) -> bool:
    if (
        heading.line.page != row.line.page
        or row.line.block == heading.line.block
        or row.y >= heading.y - row.height
    ):
        return False
    if _centred(heading, pages) or (row.x0 < heading.x1 and heading.x0 < row.x1):
        return True
    if _over_both(heading, row, pages):
        return True
    mine, its = (
        [r for r in pages[row.line.page] if r.line.block == block]
        for block in (row.line.block, heading.line.block)
    )
    width, other = (max(r.x1 for r in on) - min(r.x0 for r in on) for on in (mine, its))
    return other < 0.7 * width


def _over_both(heading: Row, row: Row, pages: dict[int, list[Row]]) -> bool:
    """Whether a heading that ends its column stands right over what comes below both columns, that of `row` and its own."""
    return any(
        below.line.block not in (heading.line.block, row.line.block)
        and abs(below.x0 - heading.x0) < 3
        and below.x1 > row.x0
        and 0 < gap(heading, below) < 2 * heading.height
        for below in pages[heading.line.page]
    )


def _by_page(rows: list[Row]) -> dict[int, list[Row]]:
    pages: dict[int, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.line.page, []).append(row)
    return pages


def _centred(heading: Row, pages: dict[int, list[Row]]) -> bool:
    """Whether a heading stands in the middle of its page, and not where lines start."""
    on = pages[heading.line.page]
    left, right = min(r.x0 for r in on), max(r.x1 for r in on)
    return abs(heading.x0 + heading.x1 - left - right) < 24 and heading.x0 > left + 0.2 * (right - left)


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
    places = [place(cell) for r in run for cell in r.cells]
    return row.line.page == run[-1].line.page and all(
        any(abs(place(cell) - x) < 3 for x in places) for cell in row.cells
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
    if len(places) < 2 or not any(
        alike(a, b) for row in run for a, b in zip(row.cells, row.cells[1:], strict=False)
    ):
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
    return [Row(row.line, row.index, _cut(row, shared, least), row.sides, row.bullet) for row in rows]


def _after_gaps(row: Row, least: float) -> list:  # type: ignore[type-arg]
    words = [word for cell in row.cells for word in cell.words]
    return [b for a, b in itertools.pairwise(words) if b.box.x0 - a.box.x1 > max(least, 0.55 * b.size)]


def _cut(row: Row, edges: set[int], least: float) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.cells:
        groups = [[cell.words[0]]]
        for a, b in zip(cell.words, cell.words[1:], strict=False):
            if round(b.box.x0) in edges and b.box.x0 - a.box.x1 > least:
                groups.append([b])
            else:
                groups[-1].append(b)
        cells.extend(Cell.of(tuple(group)) for group in groups)
    return cells
