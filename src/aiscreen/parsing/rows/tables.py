"""Tables whose first row names their columns: each row below it is an entry, each cell of a field that is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from aiscreen.models.document import Word
from aiscreen.parsing.rows import Cell, Row, is_made_up, lacks_room
from aiscreen.parsing.words.fields import COLUMNS, column
from aiscreen.parsing.words.headings import key

_NEAR = 3.0
"""Points within which a cell and its column's name begin, end or are centred at one place."""
_SAID = ("content", "used")
_LISTED = re.compile(r"\s*[/,&]\s*|\s+(?:and|und|et|y|e|en)\s+")
_WHATEVER = ("month", "details", "detail", "particulars", "event", "events")
"""What names a column that holds one more thing than those that are known."""


def header(row: Row, names: Callable[[str], str | None]) -> list[str | None] | None:
    """What the columns hold of which a row holds the names, and nothing else; among three or more one may be in words of
    its own. None for other rows."""
    cells = cells_of(row)
    if row.bullet or len(cells) < 2:
        return None
    named = [names(cell.text) for cell in cells]
    own = len(cells) > 2 and not row.found and row.count <= 4 * len(cells)
    return named if len(cells) - named.count(None) >= len(cells) - own else None


def cells_of(row: Row) -> list[Cell]:
    """The cells of a table's row; in plain text marks part them."""
    return [cell for _, cell in _barred(row)] if "|" in row.text else row.cells


def _barred(row: Row) -> list[tuple[int, Cell]]:
    """The cells that marks part in a row of plain text, each with the number of its column; columns may be empty."""
    words = [word for cell in row.cells for word in cell.words]
    place = -1 if words[0].text == "|" else 0
    found: dict[int, list[Word]] = {}
    for word in words:
        if word.text == "|":
            place += 1
        else:
            found.setdefault(place, []).append(word)
    return [(place, Cell.of(tuple(group))) for place, group in found.items()]


def fitted(row: Row, head: Row, columns: list[str | None]) -> list[int] | None:
    """The column of each cell of a row below a table's header; None where it is no row of that table."""
    if row.bullet or row.loose or row.told is not None:
        return None
    if "|" in row.text:
        places = [place for place, _ in _barred(row)]
        return places if places and max(places) < len(columns) else None
    cells, above = row.cells, cells_of(head)
    if not 2 <= len(cells) <= len(above):
        return None
    if len(cells) == len(above):
        return list(range(len(cells)))
    found = [next((i for i, name in enumerate(above) if _under(cell, name)), -1) for cell in cells]
    if -1 not in found and len(set(found)) == len(found):
        return found
    names = [
        i for i, field in enumerate(columns) if field not in _SAID
    ]  # what is said at length stands below
    return names if len(names) == len(cells) else None


def _under(cell: Cell, name: Cell) -> bool:
    """Whether a cell stands under a column's name: flush left with it, flush right, or centred."""
    edges = (cell.x0 - name.x0, cell.x1 - name.x1, (cell.x0 + cell.x1 - name.x0 - name.x1) / 2)
    return any(abs(edge) < _NEAR for edge in edges)


def untable(rows: list[Row]) -> list[Row]:
    """The rows of a section, those of its tables cell by cell: each cell a row with its field, numbered as the record that
    it is of. The names of the columns go."""
    rows = rows[1:] if rows and _heads_mixed(rows[0]) else rows
    if not any(header(row, column) for row in rows):
        return rows
    out: list[Row] = []
    head: Row | None = None
    columns: list[str | None] = []
    record = -1
    for row in rows:
        if (named := header(row, column)) is not None:
            head, columns = row, named
        elif head is None:
            out.append(row)
        elif record >= 0 and (whole := _gone_on(row, out, record)) is not None:
            out = whole
        elif (places := fitted(row, head, columns)) is not None:
            goes_on = record >= 0 and 0 not in places and not any(columns[i] == "dates" for i in places)
            record += not goes_on
            out += _record(row, places, columns, record)
        elif record >= 0 and set(_SAID).intersection(columns):
            out.append(replace(row, said=not row.bullet, record=record))
        else:
            out.append(row)
    return out


def _heads_mixed(row: Row) -> bool:
    """Whether a row names the columns of a table one of which holds whatever there is beside a time ("Year / Month |
    Details", "Period | Company, position and duties"): then its cells say no more than a list's lines would."""
    cells = cells_of(row)
    if row.bullet or len(cells) != 2 or row.found or header(row, column) is not None:
        return False
    fields = [[COLUMNS.get(key(part)) or key(part) for part in _LISTED.split(cell.text)] for cell in cells]
    known = all(field in _WHATEVER or field in COLUMNS.values() for parts in fields for field in parts)
    return known and any(field in ("dates", "year") for field in fields[0])


def _gone_on(row: Row, out: list[Row], record: int) -> list[Row] | None:
    """The rows with the last record's cells whole, where a row is what these go on in on their next line: right below them,
    with no date; None where it is not."""
    last = [other for other in out if other.record == record and not other.bullet]
    if (
        row.bullet
        or row.found
        or "|" in row.text
        or len(row.cells) >= len(last)
        or not any(other.found for other in last)
    ):
        return None
    wholes: dict[int, list[Row]] = {}
    for cell in row.cells:
        above = next((other for other in reversed(last) if _right_below(other.cells[0], cell)), None)
        if above is None or above.line.page != row.line.page:
            return None
        stop = _next_edge(above)
        if stop is not None and is_made_up(above.cells[0], stop):
            return None
        full = stop is not None and lacks_room(above.cells[0], cell.words[0], stop)
        if above.said or (above.label is None and not full):
            below = Row(row.line, row.index, [cell], said=above.said, part=True, record=record)
            wholes[id(above)] = [above, below]
        else:
            wholes[id(above)] = [above.with_cells([above.cells[0].over(cell)])]
    return [part for other in out for part in wholes.get(id(other), [other])]


def _right_below(above: Cell, below: Cell) -> bool:
    """Whether a cell goes on below: at its left edge, on the next line."""
    last, word = above.words[-1], below.words[0]
    near = -0.3 * word.size < word.box.top - last.box.bottom < 0.4 * word.size
    return near and abs(above.x0 - below.x0) < _NEAR


def _next_edge(row: Row) -> float | None:
    """Where the next cell of the row's line begins."""
    return min((word.box.x0 for word in row.line.words if word.box.x0 > row.cells[0].x1), default=None)


def _record(row: Row, places: list[int], columns: list[str | None], record: int) -> list[Row]:
    """A table's row cell by cell: what names the entry first, then what is said of it. A start and an end in two columns
    are one span."""
    fields: list[tuple[str | None, Cell]] = []
    for cell, place in zip(cells_of(row), places, strict=True):
        field = columns[place]
        last = next((i for i, (other, _) in enumerate(fields) if field == other == "dates"), None)
        if last is None:
            fields.append((field, cell))
        else:
            start = fields[last][1]
            span = Cell((*start.words, *cell.words), f"{start.text} – {cell.text}", start.x0, cell.x1)
            fields[last] = field, span
    fields.sort(key=lambda found: found[0] in _SAID)
    return [
        Row(
            row.line,
            row.index,
            [cell],
            label=None if field in _SAID else field,
            said=field in _SAID,
            part=True,
            record=record,
        )
        for field, cell in fields
    ]
