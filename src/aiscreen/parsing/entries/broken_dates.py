"""Dates that a narrow column or cells broke, whole again: ends below starts, dashes on lines of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from aiscreen.parsing.dates import find, find_in_cell, remove
from aiscreen.parsing.rows import Cell, Row, beside
from aiscreen.parsing.rows.asides import rest_of_cell
from aiscreen.parsing.words.calendar import MONTHS, RANGE_WORDS
from aiscreen.text import either, fold, has_digit

_MARKS = frozenset(["|", "-", "–", "—", "↓", "↑", "/", "·", *RANGE_WORDS])
_OPEN_END = re.compile(rf"(?:[–—-]|\b{either(RANGE_WORDS)})$", re.IGNORECASE)
_ENDS = ("-", "–", "—", *RANGE_WORDS)
_LEADS = max(map(len, RANGE_WORDS)) + 1
_LONGEST = 60
"""Characters in the end of a range, at the most."""
_OPEN_START = re.compile(rf"(?:[–—-]|{either(RANGE_WORDS)}\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def mend(rows: list[Row]) -> list[Row]:
    """Dates that a narrow column broke over two lines ("February" / "2022–Present") become one again."""
    out: list[Row] = []
    rows = _dashes(rows)
    for i, row in enumerate(rows):
        row = row if len(row.cells) < 2 or row.bullet else _whole_ranges(row)
        found = None if row.bullet or row.record is not None else _broken_above(out, row)
        stacked = (
            found is None and bool(out) and row.record is None and _stacked(out[-1], row, rows[i + 1 : i + 2])
        )
        if stacked:
            found = out[-1], len(out[-1].cells) - 1, len(row.cells) - 1
        if found is None:
            out.append(row)
            continue
        other, number, at = found
        above, below = other.cells[number], row.cells[at]
        if stacked:
            above = Cell.of((*above.words[:-1], replace(above.words[-1], text=f"{above.words[-1].text}–")))
        cells = [*other.cells[:number], above.over(below), *other.cells[number + 1 :]]
        out[out.index(other)] = other.with_cells(cells)
        if len(row.cells) > 1:
            out.append(row.with_cells(row.cells[:at] + row.cells[at + 1 :]))
    return out


def _whole_ranges(row: Row) -> Row:
    """The row, two or three cells of which hold the parts of one range ("Feb 2018 –" beside "May 2021"), with one."""
    for i, left in enumerate(row.cells[:-1]):
        if len(left.words) > 4 or not has_digit(left.text):
            continue
        for stop in (i + 2, i + 3):
            cells = row.cells[i:stop]
            if not (_stays_open(cells[-2].text) or _OPEN_START.match(cells[-1].text)):
                continue
            text = " ".join([cell.text for cell in cells])
            found = find(text)
            if (
                len(found) == 1
                and not found[0].single
                and found[0].stop == len(text)
                and not remove(text, found)
            ):
                whole = Cell(
                    tuple(word for cell in cells for word in cell.words), text, left.x0, cells[-1].x1
                )
                parts = [*row.cells[:i], whole, *row.cells[stop:]]
                return row.with_cells(parts)
    return row


def _dashes(rows: list[Row]) -> list[Row]:
    """The rows, where a mark alone below a year ("2019" / "|" / "2022") is the dash of its range."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if (
            above is not None
            and row.text in _MARKS
            and (cell := above.cells[0])
            and has_digit(cell.text)
            and find(cell.text)
            and not rest_of_cell(cell)
        ):
            mark = row.cells[0].words[0]
            if cell.x0 - 1 < mark.box.x0 < cell.x1 and _right_below(cell, row.cells[0]):
                whole = Cell((*cell.words, replace(mark, text="–")), f"{cell.text} –", cell.x0, cell.x1)
                out[-1] = above.with_cells([whole, *above.cells[1:]])
                continue
        out.append(row)
    return out


def _broken_above(out: list[Row], row: Row) -> tuple[Row, int, int] | None:
    """The last of the three rows above that holds a date which goes on in `row`, and its cell and the row's."""
    for other in out[:-4:-1]:
        dated = not other.bullet and (other.figures or row.figures)
        if dated and (found := _broken(other, row)) is not None:
            return found
    return None


def _broken(other: Row, row: Row) -> tuple[Row, int, int] | None:
    """The cell of `other` whose date goes on in a cell of `row`: its first, or its last at the same edge."""
    left, right = other.cells[0], row.cells[0]
    centred = len(other.cells) == len(row.cells) == 1 and abs(left.x0 + left.x1 - right.x0 - right.x1) < 4
    if (centred or abs(left.x0 - right.x0) < 3) and _runs_over(other.cells[-1], row.cells[0]):
        return other, len(other.cells) - 1, 0
    for i, cell in enumerate(other.cells):
        if _breaks(cell, row.cells[0]):
            return other, i, 0
    last = len(row.cells) - 1
    level = last > 0 and len(other.cells) > 1 and abs(other.cells[-1].x0 - row.cells[last].x0) < 3
    return (
        (other, len(other.cells) - 1, last) if level and _breaks(other.cells[-1], row.cells[last]) else None
    )


def _stacked(other: Row, row: Row, following: list[Row]) -> bool:
    """Whether a row's last cell is the end of a range whose start is the last cell of the row above ("Mar 2022" above
    "Present"), each a date alone at one edge, beside rows in two styles: the first and second of a head. Years alone may be those of
    two courses."""
    if len(other.cells) < 2 or row.bullet or other.bullet:
        return False
    level = row if len(row.cells) > 1 else next((r for r in following if beside(r, row)), None)
    if level is None:
        return False
    above, below = other.cells[-1], row.cells[-1]
    edges = abs(above.x1 - below.x1) < 3 or abs(above.x0 - below.x0) < 3
    if not edges or level.style[:3] == other.style[:3] or not _right_below(above, below):
        return False
    start, end = find(above.text), find_in_cell(below.text)
    if len(start) != 1 or len(end) != 1 or not start[0].single or remove(above.text, start):
        return False
    current = end[0].current and end[0].start is None
    goes = current or (end[0].single and "-" in (start[0].start or "") < (end[0].end or ""))
    return goes and not rest_of_cell(below)


def _runs_over(above: Cell, below: Cell) -> bool:
    """Whether a line ends in an open range ("Acme | Aug 2024 –") and the next one is its end ("Jun 2027"), the dash on
    either."""
    if len(below.text) > _LONGEST or not _right_below(above, below):
        return False
    dash = _stays_open(above.text) or _OPEN_START.match(below.text) is not None
    dash = dash or (
        _YEAR.fullmatch(below.text) is not None and fold(above.words[-1].text.rstrip(".")) in MONTHS
    )
    if not dash:
        return False
    found = find(f"{above.text} {below.text}")
    whole = len(above.text) + 1 + len(below.text.rstrip(") "))
    return bool(found) and found[-1].begin < len(above.text) < found[-1].stop == whole


def _breaks(above: Cell, below: Cell) -> bool:
    """Whether two cells, one under the other, are one range that neither is alone."""
    if len(above.words) > 6 or len(below.words) > 4 or not _right_below(above, below):
        return False
    level = abs(above.x0 - below.x0) < 3 or abs(above.x1 - below.x1) < 3
    if not level and not _YEAR.fullmatch(below.text):
        return False
    text = f"{above.text} {below.text}"
    joined = find(text)
    if len(joined) != 1 or joined[0].single or remove(text, joined) or _is_range(above.text, False):
        return False
    return not _is_range(below.text) or fold(above.text.rstrip(".")) in MONTHS


def _right_below(above: Cell, below: Cell) -> bool:
    """Whether a cell stands right below another; paragraphs may part the halves of a range that a dash opens."""
    drop = below.words[0].box.top - above.words[-1].box.bottom
    near = drop < 10 or (drop < 2.0 * below.words[0].size and _stays_open(above.text))
    return drop > -2 and near


def _stays_open(text: str) -> bool:
    """Whether a text ends in a dash or a word that leads to a range's end, for which no more than its end is searched."""
    start = max(0, len(text) - _LEADS)
    return text[start:].lower().endswith(_ENDS) and _OPEN_END.search(text, start) is not None


def _is_range(text: str, open_too: bool = True) -> bool:
    """Whether a text holds a range; one that a dash leaves open counts if `open_too`."""
    return any(
        not d.single and (open_too or d.end is not None or not text.rstrip().endswith(("-", "–", "—")))
        for d in find(text)
    )
