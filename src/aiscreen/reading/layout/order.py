"""Reading order: pages part at their gutters into columns, columns are read whole, and go on over the page.

The parts of a page are: what stands above a pair of columns, the left column, the right column, what stands below;
each is parted again in the same way. What parts no further is read by rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from aiscreen.models.document import Box, Line
from aiscreen.reading.layout.dots import mark_items
from aiscreen.reading.layout.edges import gutters
from aiscreen.reading.layout.floats import hang
from aiscreen.reading.layout.flow import GRID, Part, blocks_of, flow, gone_on, open_pair
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.grids import above_dates, between_headings
from aiscreen.reading.layout.gutters import Gutter, height
from aiscreen.reading.layout.kinds import judge
from aiscreen.reading.layout.lines import finish
from aiscreen.reading.layout.rows import Row, rows_of
from aiscreen.reading.layout.segments import Look, Segment, segments
from aiscreen.reading.layout.sides import Attached, attach, lone_headings
from aiscreen.reading.layout.tables import Table, table_rows, tables
from aiscreen.reading.layout.turned import set_upright, turned_rows

DEEP = 8
"""How often a part may be parted again."""
_AHEAD = 10
"""Most lines that may stand over a pair of columns."""
_GAP = 0.55
"""Space above a line, of its size, that is more than leading."""


@dataclass(slots=True)
class Page:
    """A page as painted: its size in points, its words, the small painted shapes that may be bullets, and its rules."""

    number: int
    width: float
    height: float
    words: list[Glyphs]
    dots: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)


def to_lines(pages: list[Page]) -> tuple[Line, ...]:
    """Lines of all pages in reading order, their running lines taken off before."""
    heads: dict[Look, bool] = {}
    ordered: list[list[Part]] = []
    for page in pages:
        ordered.append(_page_parts(page, heads, open_pair(ordered[-1]) if ordered else None))
    return finish(blocks_of(flow(ordered)), pages)


def _page_parts(page: Page, heads: dict[Look, bool], before: Gutter | None) -> list[Part]:
    upright = [word for word in page.words if word.style.turn == 0]
    aside: list[list[Glyphs]] = []
    if len(upright) < len(page.words):
        aside = turned_rows([word for word in page.words if word.style.turn != 0])
        upright, aside = set_upright(upright, aside)
    parts: list[Part] = []
    for table in tables(page.rules) if page.rules else ():
        inside = [word for word in upright if table.inside(word)]
        if not inside or any(map(table.beside, upright)):
            continue
        above = [word for word in upright if word.base <= table.down[0]]
        upright = [word for word in upright if word.base >= table.down[-1]]
        parts = _with_table(parts + _read(above, page, heads), table, inside, page)
    rest = _read(upright, page, heads, before)
    if parts and rest and parts[-1].column is rest[0].column is None:
        parts[-1].rows += rest.pop(0).rows
    parts += rest
    if aside:
        parts.append(Part([Row(row, page.number) for row in aside], aside[0][0].x0))
    return parts


def _read(
    words: list[Glyphs], page: Page, heads: dict[Look, bool], before: Gutter | None = None
) -> list[Part]:
    """The parts of what stands on a page, its tables apart; `before` are the columns that the page above ends with."""
    runs = segments(words, page.dots)
    mark_items(runs, page.dots)
    attached = Attached(heads)
    runs = hang(runs, attached)
    first = gone_on(before, runs) if before is not None else None
    return _parts(runs, page.number, 0, None, "", attached, first) if runs else []


def _with_table(parts: list[Part], table: Table, words: list[Glyphs], page: Page) -> list[Part]:
    """The parts above a table and its rows: they go on with the last of these where that is no column."""
    made = table_rows(table, words, page.number, page.dots)
    if not parts or parts[-1].column is not None:
        return [*parts, Part(made, table.across[0])]
    parts[-1].rows += made
    return parts


def _parts(
    runs: list[Segment],
    page: int,
    depth: int,
    column: Gutter | None,
    side: str,
    attached: Attached,
    first: Gutter | None = None,
) -> list[Part]:
    if not runs:
        return []
    x0 = min(run.x0 for run in runs)
    gutter = None
    for _ in range(DEEP if depth < DEEP else 0):
        gutter = first or _weightiest(runs) if len(runs) > 3 else None
        if gutter is None or gutter.kind == "columns":
            break
        taken = set(map(id, attach(gutter, attached)))
        runs = [run for run in runs if id(run) not in taken]
    if gutter is None:
        runs = lone_headings(runs, attached)
        return [Part(rows_of(runs, attached, page), x0, column, side)]
    above, left, right, below = _split(runs, between_headings(above_dates(gutter), attached))
    inner = gutter if column is None else column
    return [
        *_parts(above, page, depth + 1, column, side, attached),
        *_parts(left, page, depth + 1, inner, side or "left", attached),
        *_parts(right, page, depth + 1, inner, side or "right", attached),
        *_parts(below, page, depth + 1, column, side, attached),
    ]


def _weightiest(runs: list[Segment]) -> Gutter | None:
    """The gutter to part at first. Behind a column of dates it is not the page's, where one further left parts as much:
    the dates are the right column's own."""
    found = gutters(runs)
    for at, gutter in enumerate(found):
        if judge(gutter) == "rows":
            continue
        if gutter.kind == "columns" or gutter.narrow == "left":
            return next((other for other in found[at + 1 :] if _holds_dates(other, gutter)), gutter)
        return gutter
    return None


def _holds_dates(other: Gutter, gutter: Gutter) -> bool:
    """Whether a gutter further left parts a page into columns, the right one of which begins with the dates beside
    another gutter."""
    if other.x >= gutter.x - 20 or other.bottom < gutter.bottom:
        return False
    left = [run for run in gutter.left if run.x0 >= other.x - 1.5]
    if not 1 < len(left) < len(gutter.left) or other.top > left[0].top:
        return False
    own = Gutter(gutter.x, gutter.top, gutter.bottom, left, gutter.right)
    return judge(own) != "columns" and judge(other) == "columns"


def _split(
    runs: list[Segment], gutter: Gutter
) -> tuple[list[Segment], list[Segment], list[Segment], list[Segment]]:
    """Above, left, right and below of a gutter."""
    left, right = list(gutter.left), list(gutter.right)
    inside = {id(run) for run in left + right}
    start = min(left[0].base, right[0].base)
    above = [run for run in runs if id(run) not in inside and run.base < start]
    taken = inside | {id(run) for run in above}
    below = [run for run in runs if id(run) not in taken]
    _give_above(left, right, above, None)
    _give_above(right, left, above, gutter.x)
    short = min(height(left), height(right)) <= GRID
    for side, other in ((left, right), (right, left)):
        _give_below(side, other, below, short)
    above.sort(key=lambda run: (run.base, run.x0))
    below.sort(key=lambda run: (run.base, run.x0))
    return above, left, right, below


def _give_above(side: list[Segment], other: list[Segment], above: list[Segment], x: float | None) -> None:
    """What one side has above the start of the other, before a gap, stands over both: a name and its headline. On the
    right, where `x` is the column's left edge, only what does not begin there or is larger than all that follows."""
    first = other[0].top
    ahead = sum(1 for run in side if run.bottom <= first)
    while ahead and ahead < len(side) and side[ahead].top - side[ahead - 1].bottom < _GAP * side[ahead].size:
        ahead -= 1
    if 0 < ahead < len(side) and _heads_more(side[ahead - 1], side[ahead:]):
        ahead -= 1
    begins = x is not None and any(run.x0 - x < 3 for run in side[:ahead])
    if begins and max(run.size for run in side[:ahead]) <= max(run.size for run in side[ahead:]):
        return
    if 0 < ahead <= _AHEAD and ahead < len(side) - 1:
        above += side[:ahead]
        del side[:ahead]


def _heads_more(run: Segment, below: list[Segment]) -> bool:
    """Whether a row is one of a column's headings: another looks like it, at its edge, and most rows do not."""
    alike = sum(1 for one in below if one.style == run.style and abs(one.x0 - run.x0) < 2)
    return 0 < alike <= 0.25 * len(below) and (run.style[1] or run.size > max(below[0].size, below[-1].size))


def _give_below(side: list[Segment], other: list[Segment], below: list[Segment], short: bool) -> None:
    """A row at a side's end that stands closer to what crosses below it than to its own column (a heading over the
    full width) goes there; and all that a side has after the end of a `short` grid, from the first gap on,
    unless nothing crosses below: then it is the rest of a longer column."""
    if short:
        last = max(run.bottom for run in other)
        for at in range(1, len(side)):
            if side[at].top < last or side[at].top - side[at - 1].bottom < _GAP * side[at].size:
                continue
            if below or (len(side) - at <= 2 and not _column_goes_on(side[:at], side[at])):
                below += side[at:]
                del side[at:]
            break
    while below and len(side) > 2 and side[-1].base > other[-1].base:
        final = side[-1]
        first = min(below, key=lambda run: run.top)
        if first.top - final.bottom >= 0.8 * (final.top - side[-2].bottom):
            break
        below.append(side.pop())


def _column_goes_on(above: list[Segment], run: Segment) -> bool:
    """Whether a row names something further: it stands at the edge and in the style of one above it that is followed by
    another style."""
    return any(
        abs(one.x0 - run.x0) < 2 and one.style == run.style != below.style and abs(below.x0 - run.x0) < 2
        for one, below in pairwise(above)
    )
