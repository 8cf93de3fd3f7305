"""Marks that are no bullets: icons before dates and places, a timeline's dots before positions."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.asides import has_range, rest_of_cell
from aiscreen.parsing.words.places import is_place, place_score
from aiscreen.parsing.words.titles import is_title


def undate(rows: list[Row]) -> list[Row]:
    """Icons before dates and places are no bullets."""
    for row in rows:
        if row.bullet and row.count <= 12 and (row.found or len(row.cells) > 1 or row.count <= 4):
            rests = [rest_of_cell(cell).strip(" |·•,–—-") for cell in row.cells]
            if all(not rest or is_place(rest) or place_score(rest) > 0.5 for rest in rests) and (
                row.found or len(rows) > 2
            ):
                row.bullet = False
    return rows


def unbullet(rows: list[Row]) -> list[Row]:
    """Marks before positions (a timeline's dots) are no bullets: such rows are larger or bolder than the bullets."""
    marked = [row for row in rows if row.bullet]
    if not marked:
        return rows
    if _dots(rows):
        for row in marked:
            row.bullet = False
        return rows
    if len(named := [row for row, below in pairwise(rows) if _names_above_dates(row, below)]) > 1:
        for row in named:
            row.bullet = False
        marked = [row for row in marked if row.bullet]
        if not marked:
            return rows
    outer = min(row.x0 for row in marked)
    heads = [row for row in marked if row.x0 < outer + 4]
    if len(heads) < len(marked) and all((row.x0 < outer + 4) == has_range(row) for row in marked):
        for row in heads:
            row.bullet = False  # a list in a list: each item a job, what was done below it
        return rows
    smallest = min(row.first.size for row in marked)
    light = any(not row.first.bold for row in marked)
    inner = min((row.x0 for row in marked if not row.first.bold), default=0.0)
    for i, row in enumerate(rows):
        if row.bullet and row.x0 < inner - 4 and _all_bold(row):
            row.bullet = False  # the bullets of what is said stand further right
        elif row.bullet and (row.first.size > smallest + 0.8 or (light and _all_bold(row))) and not row.prose:
            follows = rows[i + 1] if i + 1 < len(rows) else None
            row.bullet = bool(
                row.bullet
                and not (
                    row.found
                    or (follows is not None and not follows.bullet and follows.found)
                    or is_title(row.text)
                )
            )
    return rows


def _dots(rows: list[Row]) -> bool:
    """Whether all marks are a timeline's dots: each before bold words, with a row that has none right below: dated, or
    in another style at the same edge and with a capital."""
    return all(
        not row.bullet
        or (
            row.first.bold and below is not None and not below.bullet and not row.prose and _under(row, below)
        )
        for row, below in zip(rows, [*rows[1:], None], strict=True)
    )


def _names_above_dates(row: Row, below: Row) -> bool:
    """Whether a marked row in a style of its own names something, and the row below it, without a mark, says when."""
    styled = (row.first.bold, row.first.italic) != (False, False)
    return (
        row.bullet
        and styled
        and not (row.found or row.prose or below.bullet)
        and row.count <= 12
        and has_range(below)
        and row.text[:1].isupper()
        and below.count <= 12
    )


def _under(row: Row, below: Row) -> bool:
    if below.first.size > row.first.size + 0.8:
        return False  # the next head
    names = _all_bold(row) and not below.first.bold and abs(row.x0 - below.x0) < 2
    return bool(below.found) or (names and below.text[:1].isupper() and not below.prose)


def _all_bold(row: Row) -> bool:
    return all(word.bold for cell in row.cells for word in cell.words)
