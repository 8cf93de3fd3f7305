"""Columns that lost their heading to their neighbour: whole ones, and the right halves of grids."""

from __future__ import annotations

import itertools

from aiscreen.parsing.rows import Row, beside, by_column, gap


def settle(rows: list[Row], headings: dict[int, str]) -> list[Row]:
    """The rows, where a column that starts level with rows of its look in the column before it is the right half of a
    grid: each of its rows goes to the section at its height. In a column with headings that is so for the rows above
    the first of them, which all go to the section in which they start."""
    for members in by_column(rows).values():
        top = list(itertools.takewhile(lambda row: id(row) not in headings, members))
        headed = len(top) < len(members)
        if not top:
            continue
        first = top[0]
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
            rows = _insert(rows, top, partner, headings, whole=headed)
    return rows


def _insert(
    rows: list[Row], members: list[Row], partner: Row, headings: dict[int, str], whole: bool
) -> list[Row]:
    """The rows, some `members` put at their heights into the sections of the column that their `partner` stands in; if
    `whole`, all into the partner's own section."""
    moved = {id(row) for row in members}
    kept = [row for row in rows if id(row) not in moved]
    stops = [row for row in kept if id(row) in headings and row.column == partner.column]
    last = max(i for i, row in enumerate(kept) if row.line.block == partner.line.block)
    after: dict[int, list[Row]] = {}
    for row in members:
        at = partner if whole else row
        stop = next((heading for heading in stops if heading.y > at.y + 1), None)
        index = kept.index(stop) if stop is not None else last + 1
        after.setdefault(index, []).append(row)
    out: list[Row] = []
    for i in range(len(kept) + 1):
        out.extend(after.get(i, []))
        out.extend(kept[i : i + 1])
    return out


def regroup(rows: list[Row], headings: dict[int, str]) -> list[Row]:
    """The rows, where one that stands above the heading it follows goes to the nearest heading above it that stands over
    its column, else to the last one. A column that goes on at the top of the next, which is as wide, is left alone.
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
    """Whether a row stands above the heading that it follows in reading order, in a column that does not go on there."""
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
    """Whether a heading at the end of its column stands right over rows that span both its column and that of `row`."""
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
