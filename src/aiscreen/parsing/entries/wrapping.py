"""What is said over several lines: which rows go on with the one above them, and at which edge they wrap."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.models.document import Word
from aiscreen.parsing.dates import find
from aiscreen.parsing.entries.bare_heads import is_bare_head
from aiscreen.parsing.entries.signs import begins_span
from aiscreen.parsing.rows import Row, ends_sentence, gap
from aiscreen.parsing.rows.asides import has_range
from aiscreen.parsing.rows.passages import ends_open, flows_on
from aiscreen.parsing.words.titles import is_title

LINE = 140
"""Characters in a line, at the most; a longer row is a paragraph that was never broken into lines."""


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
        on = _goes_on(opened, last, row, edges.get(row.line.block, 0.0), hanging)
        flags[i] = on and not _begins_head(opened or last, last, row, rows[i + 1 : i + 3])
        opened = opened if flags[i] else None
    return flags


def _goes_on(opened: Row | None, last: Row, row: Row, edge: float, hanging: bool) -> bool:
    """Whether a row looks as if it went on with the last one: in its style, close below it, at an edge of the passage, and
    with a small letter or a word that had no room before the `edge`. `opened` is the bullet with which the passage
    began, if one did; `hanging` is whether what goes on with a bullet begins under its words."""
    first = opened or last
    near = row.line.page != last.line.page or gap(last, row) < 0.75 * max(row.height, row.first.size)
    if not near or _tone(row.first) != _tone(last.cells[-1].words[-1]):
        return False
    aligned = abs(row.x0 - first.x0) < 4 or abs(row.x0 - last.x0) < 4
    if not aligned and opened is not None:
        under = not hanging and -30 < row.x0 - first.x0 < 4
        aligned = under or (row.x0 < first.x0 and flows_on(last, row, edge))
    room = edge - last.x1 - row.first.box.width
    full = room < 0.06 * max(edge - first.x0, 1.0) and len(last.text) <= LINE
    return aligned and (full or row.text[:1].islower())


def _begins_head(first: Row, last: Row, row: Row, below: list[Row]) -> bool:
    """Whether a row is the head of an entry for all that: by its dates, or by its shape where it stands further left than
    the passage or a sentence ended above it."""
    ended, left = ends_sentence(last.text), row.x0 < first.x0 - 4
    if row.told is not None or (ended and begins_span(row)):
        return True
    leads = ends_open(last.text) and row.x1 < first.x1  # "... from" above "January to April"
    if row.found and (len(row.cells) > 1 or (row.only_dates and has_range(row) and not leads)):
        return True
    if left and row.text[:1].isupper() and _has_dates_near(row, below):
        return True
    return (left or ended) and is_bare_head(last, row, next(iter(below), None))


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
