"""Headings and dates in a column of their own, which go to the rows beside which they stand."""

from __future__ import annotations

from aiscreen.parsing.rows import Row, beside, by_column
from aiscreen.parsing.rows.asides import is_side
from aiscreen.parsing.words.heading_names import name_of


def place_side_headings(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Headings that stand in a column beside their contents come before the row at their height."""
    empty = [
        row
        for i, row in enumerate(rows)
        if id(row) in accepted
        and (
            i + 1 == len(rows)
            or id(rows[i + 1]) in accepted
            or rows[i + 1].y < row.y - row.height
            or (rows[i + 1].line.page > row.line.page and i and id(rows[i - 1]) in accepted)
        )
    ]
    moved = [
        row
        for row in empty
        if any(
            id(o) not in accepted and beside(row, o) and o.x0 > row.x1 and not (o.bullet and above.bullet)
            for above, o in zip([row, *rows], rows, strict=False)
        )
        and not _has_own(row, rows, accepted)
    ]
    late = [row for row in _stacked(rows, accepted) if row not in moved]
    gone = {id(row) for row in (*moved, *late)}
    kept = [row for row in rows if id(row) not in gone]
    for heading in (*moved, *late):
        level = (
            i
            for i, row in enumerate(kept)
            if row.line.page == heading.line.page
            and (row.x0 > heading.x1 or heading in late)
            and row.y + row.height / 2 >= heading.y
        )
        kept.insert(next(level, len(kept)), heading)
    return kept


def _has_own(heading: Row, rows: list[Row], accepted: dict[int, str]) -> bool:
    """Whether something other than headings stands right below a heading in its own column."""
    return any(
        id(row) not in accepted
        and not row.only_dates
        and row.line.page == heading.line.page
        and abs(row.x0 - heading.x0) < 15
        and 0 < row.y - heading.y < 3 * heading.height
        for row in rows
    )


def _stacked(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Headings that follow a heading at once though what comes next stands above them: their contents come later."""
    late: list[Row] = []
    run: list[Row] = []
    for row in rows:
        if id(row) in accepted:
            run.append(row)
            continue
        if len(run) > 1:
            late += [h for h in run[1:] if h.line.page == row.line.page and row.y + row.height / 2 < h.y]
        run = []
    return late


def bring_dates(rows: list[Row]) -> list[Row]:
    """A column of nothing but dates and places goes to the rows beside which they stand."""
    columns = by_column(rows)
    if len(columns) < 2:
        return rows
    asides = [
        row
        for members in columns.values()
        if (len(members) <= 12 and all(map(is_side, members))) or _margin(members)
        for row in members
        if is_side(row)
    ]
    moved: dict[int, list[Row]] = {}
    for row in asides:
        near = [
            o
            for o in rows
            if o.line.page == row.line.page and o.line.block != row.line.block and not is_side(o)
        ]
        hosts = [o for o in near if beside(row, o)] or [
            o for o in near if abs(o.box.top - row.box.top) < 1.2 * row.height
        ]
        if hosts:
            host = min(hosts, key=lambda o: (abs(o.box.top - row.box.top), abs(o.x0 - row.x0)))
            moved.setdefault(id(host), []).append(row)
    gone = {id(row) for found in moved.values() for row in found}
    return [r for row in rows if id(row) not in gone for r in (row, *moved.get(id(row), []))]


def _margin(members: list[Row]) -> bool:
    """Whether a column holds nothing but headings and the dates of what stands beside them."""
    if any(row.count > 8 for row in members):
        return False
    dated = sum(row.only_dates for row in members)
    others = [row for row in members if not is_side(row)]
    named = sum(name_of(row.text) is not None for row in others)
    return dated >= 2 and named >= 0.6 * len(others) and all(row.count <= 3 for row in others)
