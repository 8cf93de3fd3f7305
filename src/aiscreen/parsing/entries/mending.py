"""What a reader sees through: marks that are no bullets, lines that go on."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.models.document import Word
from aiscreen.parsing.dates import Dates, find
from aiscreen.parsing.entries.bare_heads import is_bare_head
from aiscreen.parsing.entries.signs import begins_span
from aiscreen.parsing.rows import Cell, Row, Style, ends_sentence, gap
from aiscreen.parsing.rows.asides import dates_of, rest_of_cell
from aiscreen.parsing.rows.passages import flows_on
from aiscreen.parsing.words.places import is_place, place_score
from aiscreen.parsing.words.titles import SENIORITY, is_title

LINE = 140
"""Characters in a line, at the most; a longer row is a paragraph that was never broken into lines."""


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


def forget_promotions(rows: list[Row]) -> list[Row]:
    """A later position within a head ("Engineer, since 2023 Senior Engineer") dates no entry where the time of the whole
    stands above it or beside it."""
    for above, row in zip([None, *rows], rows, strict=False):
        own = [(cell, kept) for cell, dates in row.found if (kept := _without_promotion(cell, dates))]
        if own == row.found:
            continue
        timed = above is not None and not above.bullet and not row.bullet and _has_range(above)
        if timed or any(not d.single for _, dates in own for d in dates):
            row.found = own
    return rows


def _without_promotion(cell: Cell, dates: tuple[Dates, ...]) -> tuple[Dates, ...]:
    """A cell's dates without those since which something else was held: a title before them, and another behind."""
    return tuple([d for d in dates if not (d.current and _is_promotion(cell.text, d))])


def _is_promotion(text: str, dates: Dates) -> bool:
    later = text[dates.stop :].partition(",")[0].strip(" )–—-|")
    return (
        text[dates.begin : dates.begin + 1].isalpha()
        and is_title(text[: dates.begin])
        and (is_title(later) or later.casefold() in SENIORITY)
    )


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
        and _has_range(below)
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
        same = _tone(row.first) == _tone(end)
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
        full = room < 0.06 * max(edge - first.x0, 1.0) and len(last.text) <= LINE
        outdented = row.x0 < first.x0 - 4 and row.text[:1].isupper()
        if begins_span(row) and ends_sentence(last.text):
            opened = None
            continue
        dated = (bool(row.found) and (len(row.cells) > 1 or _only_range(row))) or (
            outdented and _has_dates_near(row, rows[i + 1 : i + 3])
        )
        on = same and near and aligned and not dated and row.told is None and (full or row.text[:1].islower())
        out = row.x0 < first.x0 - 4 or ends_sentence(last.text)
        flags[i] = on and not (out and is_bare_head(last, row, rows[i + 1] if i + 1 < len(rows) else None))
        if not flags[i]:
            opened = None
    return flags


def _tone(word: Word) -> tuple[int, bool, int]:
    """How a word looks: its size in half points, whether it is bold, its colour."""
    return round(word.size * 2), word.bold, word.color


def _has_dates_near(row: Row, below: list[Row]) -> bool:
    """Whether dates stand beside a row, or below it and its further names; in a head of two rows of two cells each, in the
    second."""
    two = len(row.cells) > 1 and any(len(other.cells) > 1 and other.ranged for other in below[:1])
    return (
        two
        or any(side.ranged for side in row.sides)
        or any(_dates_below(row, each) for each in _names_below(row, below))
    )


def _only_range(row: Row) -> bool:
    """Whether a row holds a range of dates and nothing else."""
    return row.only_dates and _has_range(row)


def _has_range(row: Row) -> bool:
    return any(not dates.single for dates in dates_of(row))


def _names_below(row: Row, below: list[Row]) -> list[Row]:
    """The row below, and below a title the one after a name at its edge: where its dates may stand."""
    named = len(below) > 1 and is_title(row.text) and not below[0].bullet and below[0].count <= 8
    return below if named and abs(below[0].x0 - row.x0) < 3 else below[:1]


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


def plain_style(rows: list[Row]) -> Style:
    """The style of the text in which things are said: of bullets and prose, else of most characters."""
    weight: dict[Style, int] = {}
    for row in rows:
        weight[row.style] = weight.get(row.style, 0) + len(row.text) * (4 if row.bullet or row.prose else 1)
    return max(sorted(weight), key=lambda s: weight[s]) if weight else (0, False, False, False, 0)
