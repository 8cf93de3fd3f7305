"""Headings in words that nobody listed: they look like the sure ones and stand where those stand."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from aiscreen.parsing.rows import Look, Row, gap

STRANGE: Any = "strange"
"""The kind of a section whose heading nobody knows, until its contents tell."""


def _like_letters(row: Row, main: Look) -> bool:
    """Whether a row of an abbreviation alone ("LLM") would look like the headings if it had small letters."""
    size, bold, caps, italic = row.look
    return caps and row.count == 1 and len(row.text) < 7 and (size, bold, False, italic) == main


def _own_looks(heads: list[Row], main: Look) -> dict[int, Look]:
    """The look of the headings of each column whose headings all look unlike the main ones, two or more."""
    columns: dict[int, list[Look]] = {}
    for row in heads:
        columns.setdefault(row.line.block, []).append(row.look)
    return {
        block: looks[0]
        for block, looks in columns.items()
        if len(looks) > 1 and set(looks) == {looks[0]} != {main}
    }


def _side_columns(rows: list[Row], accepted: dict[int, str], main: Look) -> set[int]:
    """Columns with headings of the main look that hold neither the first page's largest row nor what stands above that:
    all of their rows in that look are headings, those too that stand before the first sure one."""
    largest = max(rows, key=lambda row: (row.first.size, -row.y))
    headed = {row.line.block for row in rows if id(row) in accepted and row.look == main}
    return headed - {row.line.block for row in rows if row.y <= largest.y and row.x0 > largest.x0 - 40}


def accept_strangers(rows: list[Row], accepted: dict[int, str], main: Look, body: Look) -> None:
    """Headings in words that nobody listed: they look like the sure ones and stand where those stand."""
    heads = [row for row in rows if id(row) in accepted]
    alike = [row for row in heads if row.look == main]
    colors = {row.first.color for row in heads}
    aside = _own_looks(heads, main)
    bare = main[:2] == body[:2]  # capitals alone, as abbreviations have too: white space tells
    beside = _side_columns(rows, accepted, main)
    seen = False
    strangers: list[Row] = []
    for above, row in zip([None, *rows], rows, strict=False):
        seen = seen or id(row) in accepted
        if (
            (seen or (row.line.block in beside and above is not None and above.line.block == row.line.block))
            and id(row) not in accepted
            and (row.look == main or _like_letters(row, main) or aside.get(row.line.block) == row.look)
            and row.first.color in colors
            and row.count <= 6
            and not row.bullet
            and len(row.cells) == 1
            and not row.found
            and (not bare or above is None or gap(above, row) > 0.7 * row.height or above.x0 > row.x0 + 40)
            and (row.line.block in aside or _in_line(row, alike, strangers))
        ):
            strangers.append(row)
    known = set(map(id, strangers))
    for at, (above, row) in enumerate(pairwise(rows), 2):
        if id(above) in accepted and id(row) in known and any(below.found for below in rows[at : at + 3]):
            return  # what stands right below a heading, and looks like one, names an entry
    if len(strangers) <= max(2, len(accepted)):
        accepted.update((id(row), STRANGE) for row in strangers)


def _in_line(row: Row, heads: list[Row], strangers: list[Row]) -> bool:
    """Whether a row stands where headings do: at their left or right edge, around their middle, or level with one."""
    return (
        any(abs(row.x0 - head.x0) < 2 or abs(row.x1 - head.x1) < 1 for head in heads)
        or sum(abs(row.x0 + row.x1 - head.x0 - head.x1) < 3 for head in heads) > 1
        or any(head.line.page == row.line.page and abs(head.y - row.y) < 1 for head in (*heads, *strangers))
    )
