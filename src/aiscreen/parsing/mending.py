"""What a reader sees through: dates broken over lines, marks that are no bullets, lines that go on."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from aiscreen.parsing.asides import dates_of, rest_of_cell
from aiscreen.parsing.bare_heads import is_bare_head
from aiscreen.parsing.calendar_words import MONTHS, RANGE_WORDS
from aiscreen.parsing.content import flows_on
from aiscreen.parsing.dates import find, remove
from aiscreen.parsing.people_words import title_score
from aiscreen.parsing.places import is_place, place_score
from aiscreen.parsing.rows import Cell, Row, ends_sentence, gap
from aiscreen.parsing.vocabulary import either
from aiscreen.text import fold, has_digit

_MARKS = frozenset(["|", "-", "–", "—", "↓", "↑", "/", "·", *RANGE_WORDS])
_OPEN_END = re.compile(rf"(?:[–—-]|\b{either(RANGE_WORDS)})$", re.IGNORECASE)
_OPEN_START = re.compile(rf"(?:[–—-]|{either(RANGE_WORDS)}\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def mend(rows: list[Row]) -> list[Row]:
    """Dates that a narrow column broke over two lines ("February" / "2022–Present") become one again."""
    out: list[Row] = []
    for row in _dashes(rows):
        row = row if len(row.cells) < 2 or row.bullet else _whole_ranges(row)
        found = (
            None
            if row.bullet
            else next((f for other in reversed(out[-3:]) if (f := _broken(other, row)) is not None), None)
        )
        if found is None:
            out.append(row)
            continue
        other, number, at = found
        above, below = other.cells[number], row.cells[at]
        whole = Cell(
            (*above.words, *below.words), f"{above.text} {below.text}", above.x0, max(above.x1, below.x1)
        )
        cells = [*other.cells[:number], whole, *other.cells[number + 1 :]]
        out[out.index(other)] = Row(
            other.line, other.index, cells, other.sides, label=other.label, loose=other.loose
        )
        if len(row.cells) > 1:
            left = row.cells[:at] + row.cells[at + 1 :]
            out.append(Row(row.line, row.index, left, row.sides, label=row.label))
    return out


def _whole_ranges(row: Row) -> Row:
    """The row, two or three cells of which hold the parts of one range ("Feb 2018 –" beside "May 2021"), with one."""
    for i, left in enumerate(row.cells[:-1]):
        if len(left.words) > 4 or not has_digit(left.text):
            continue
        for stop in (i + 2, i + 3):
            cells = row.cells[i:stop]
            if not (_OPEN_END.search(cells[-2].text) or _OPEN_START.match(cells[-1].text)):
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
                return Row(row.line, row.index, parts, row.sides, label=row.label, loose=row.loose)
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
                out[-1] = Row(
                    above.line,
                    above.index,
                    [whole, *above.cells[1:]],
                    above.sides,
                    label=above.label,
                    loose=above.loose,
                )
                continue
        out.append(row)
    return out


def _broken(other: Row, row: Row) -> tuple[Row, int, int] | None:
    """The cell of `other` whose date goes on in a cell of `row`: its first, or its last at the same edge."""
    if other.bullet:
        return None
    if abs(other.cells[0].x0 - row.cells[0].x0) < 3 and _runs_over(other.cells[-1], row.cells[0]):
        return other, len(other.cells) - 1, 0
    for i, cell in enumerate(other.cells):
        if _breaks(cell, row.cells[0]):
            return other, i, 0
    last = len(row.cells) - 1
    level = last > 0 and len(other.cells) > 1 and abs(other.cells[-1].x0 - row.cells[last].x0) < 3
    return (
        (other, len(other.cells) - 1, last) if level and _breaks(other.cells[-1], row.cells[last]) else None
    )


def _runs_over(above: Cell, below: Cell) -> bool:
    """Whether a line ends in an open range ("Acme | Aug 2024 –") and the next one is its end ("Jun 2027"), the dash on
    either."""
    dash = above.text.rstrip().endswith(("-", "–", "—")) or below.text.startswith(("– ", "— "))
    if not dash or not _right_below(above, below):
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
    most = 2.0 * below.words[0].size if _OPEN_END.search(above.text) else 10.0
    return -2 < drop < max(10.0, most)


def _is_range(text: str, open_too: bool = True) -> bool:
    """Whether a text holds a range; one that a dash leaves open counts if `open_too`."""
    return any(
        not d.single and (open_too or d.end is not None or not text.rstrip().endswith(("-", "–", "—")))
        for d in find(text)
    )


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
    outer = min(row.x0 for row in marked)
    heads = [row for row in marked if row.x0 < outer + 4]
    if len(heads) < len(marked) and all((row.x0 < outer + 4) == _has_range(row) for row in marked):
        for row in heads:
            row.bullet = False  # a list in a list: each item a job, what was done below it
        return rows
    smallest = min(row.first.size for row in marked)
    light = any(not row.first.bold for row in marked)
    inner = min((row.x0 for row in marked if not row.first.bold), default=0.0)
    for i, row in enumerate(rows):
        if row.bullet and row.x0 < inner - 4 and _all_bold(row):
            row.bullet = False  # the bullets of what is said stand further right
        elif row.bullet and not row.prose and (row.first.size > smallest + 0.8 or (light and _all_bold(row))):
            follows = rows[i + 1] if i + 1 < len(rows) else None
            row.bullet = bool(
                row.bullet
                and not (
                    row.found
                    or (follows is not None and not follows.bullet and follows.found)
                    or title_score(row.text) >= 1.5
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


def _under(row: Row, below: Row) -> bool:
    names = _all_bold(row) and not below.first.bold and abs(row.x0 - below.x0) < 2
    return bool(below.found) or (names and below.text[:1].isupper() and not below.prose)


def _all_bold(row: Row) -> bool:
    return all(word.bold for cell in row.cells for word in cell.words)


def wrapped_rows(rows: list[Row]) -> list[bool]:
    """Which rows go on with the bullet or the sentence of the row above, which had no more room."""
    flags = [False] * len(rows)
    edges: dict[int, float] = {}
    for row in rows:
        if row.bullet or row.prose:
            edges[row.line.block] = max(row.x1, edges.get(row.line.block, 0.0))
    hanging = any(
        a.bullet and not b.bullet and abs(a.x0 - b.x0) < 4 and b.text[:1].islower() for a, b in pairwise(rows)
    )
    opened: Row | None = None
    for i, row in enumerate(rows):
        if row.bullet or i == 0:
            opened = row if row.bullet else None
            continue
        last = rows[i - 1]
        if opened is None and not last.prose:
            continue
        first, edge = opened or last, edges.get(row.line.block, 0.0)
        end = last.cells[-1].words[-1]
        same = (round(row.first.size * 2), row.first.bold, row.first.color) == (
            round(end.size * 2),
            end.bold,
            end.color,
        )
        near = (
            row.line.page != last.line.page
            or row.y < last.y
            or gap(last, row) < 0.75 * max(row.height, row.first.size)
        )
        aligned = (
            abs(row.x0 - first.x0) < 4
            or abs(row.x0 - last.x0) < 4
            or (opened is not None and not hanging and -30 < row.x0 - first.x0 < 4)
            or (opened is not None and row.x0 < first.x0 and flows_on(last, row, edge))
        )
        room = edge - last.x1 - (row.first.box.x1 - row.first.box.x0)
        full = room < 0.06 * max(edge - first.x0, 1.0)
        outdented = row.x0 < first.x0 - 4 and row.text[:1].isupper()
        dated = (bool(row.found) and (len(row.cells) > 1 or _only_range(row))) or (
            outdented and i + 1 < len(rows) and _dates_below(row, rows[i + 1])
        )
        on = same and near and aligned and not dated and (full or row.text[:1].islower())
        out = row.x0 < first.x0 - 4 or ends_sentence(last.text)
        flags[i] = on and not (out and is_bare_head(last, row, rows[i + 1] if i + 1 < len(rows) else None))
        if not flags[i]:
            opened = None
    return flags


def _only_range(row: Row) -> bool:
    """Whether a row holds a range of dates and nothing else."""
    return row.only_dates and _has_range(row)


def _has_range(row: Row) -> bool:
    return any(not dates.single for dates in dates_of(row))


def _dates_below(row: Row, below: Row) -> bool:
    """Whether a row has its dates right below, at its own left edge: it is a head."""
    return (
        not below.bullet
        and below.count <= 9
        and abs(below.x0 - row.x0) < 3
        and any(not d.single and d.begin == 0 for d in find(below.text))
    )


def edge_of(rows: list[Row], wrapped: list[bool]) -> float:
    """The right edge at which what is said wraps: that of the longest such row. Infinite where no line goes on with
    a small letter or below a float: then nothing is seen to wrap."""
    said = [row for row in rows if row.bullet or row.prose]
    wraps = any(
        not b.bullet and (b.text[:1].islower() or (flowed and b.x0 < a.x0 - 32)) and gap(a, b) < b.height
        for (a, b), flowed in zip(pairwise(rows), wrapped[1:], strict=True)
        if a.prose or a.bullet or flowed or (a.count >= 5 and a.style == b.style and not a.found)
    )
    wraps = wraps or _set_apart(rows)
    return max((row.x1 for row in said), default=0.0) if wraps else float("inf")


def _set_apart(rows: list[Row]) -> bool:
    """Whether paragraphs without bullets stand apart: among lines of prose at one edge some are closer than others."""
    gaps = [
        gap(a, b)
        for a, b in pairwise(rows)
        if a.prose
        and not a.bullet
        and not b.bullet
        and abs(a.x0 - b.x0) < 1
        and a.style == b.style
        and a.y < b.y
    ]
    return len(gaps) > 1 and min(gaps) + 1.5 < max(gaps)


def plain_style(rows: list[Row]) -> tuple[int, bool, bool, bool, int]:
    """The style of the text in which things are said: of bullets and prose, else of most characters."""
    weight: dict[tuple[int, bool, bool, bool, int], int] = {}
    for row in rows:
        weight[row.style] = weight.get(row.style, 0) + len(row.text) * (4 if row.bullet or row.prose else 1)
    return max(sorted(weight), key=lambda s: weight[s]) if weight else (0, False, False, False, 0)
