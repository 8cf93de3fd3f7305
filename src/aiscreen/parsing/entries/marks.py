"""Marks that are no bullets: icons before dates and places, a timeline's dots before positions."""

from __future__ import annotations

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
    """Marks before positions (a timeline's dots, the items of an outer list) are no bullets."""
    pairs = list(zip(rows, [*rows[1:], None], strict=True))
    if _dots(rows):
        _unmark(rows)
    if (
        len(named := [row for row, below in pairs if below is not None and _names_above_dates(row, below)])
        > 1
    ):
        _unmark(named)
    marked = [row for row in rows if row.bullet]
    outer = min((row.x0 for row in marked), default=0.0) + 4
    heads = [row for row in marked if row.x0 < outer]
    if len(heads) < len(marked) and all((row.x0 < outer) == has_range(row) for row in marked):
        _unmark(heads)  # a list in a list: each item a job, what was done below it
    elif marked:
        smallest = min(row.first.size for row in marked)
        plain = [row.x0 for row in marked if not row.first.bold]
        _unmark([row for row, below in pairs if row.bullet and _stands_out(row, below, smallest, plain)])
    return rows


def _unmark(rows: list[Row]) -> None:
    for row in rows:
        row.bullet = False


def _stands_out(row: Row, below: Row | None, smallest: float, plain: list[float]) -> bool:
    """Whether a marked row is larger or bolder than the bullets, and names or dates something. `smallest` is the size of
    the smallest marked row, `plain` where those in plain letters stand: further right they are what is said."""
    bold = _all_bold(row) and bool(plain)
    if bold and row.x0 < min(plain) - 4:
        return True
    dated = bool(row.found) or (below is not None and not below.bullet and bool(below.found))
    return (bold or row.first.size > smallest + 0.8) and not row.prose and (dated or is_title(row.text))


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
