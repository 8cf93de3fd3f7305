"""Forms: résumés that name their fields ("Designation: ML Engineer", a table with "Organisation | Acme")."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from aiscreen.parsing.dates import find
from aiscreen.parsing.rows import Cell, Row, gap
from aiscreen.parsing.rows.passages import join
from aiscreen.parsing.words.fields import CLIENTS, FIELDS
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.headings import key

_OF_ENTRY = ("name", "position", "dates", "institution", "studyType")
"""Fields that tell an entry apart from others."""
_OF_HEAD = ("name", "position", "dates", "year", "location", "institution")
"""Fields that a head has, in whatever form it is set."""
_TIMES = ("dates", "year")
_SHORT = 14
"""Words in an item that is one of them, at the most."""
_SAID = ("content", "used")
"""Fields that hold what is said of an entry."""
_FIELD = 12
"""Rows that one field and the list in it take, at the most."""
_COLON = re.compile(r"^([^:]{2,34}?)\s*:\s*(?=\S)")


def unlabel(rows: list[Row]) -> list[Row]:
    """The rows of a form without the names of its fields, each marked with the field; other rows as they are. What a field
    of duties holds is marked as said, and so what was used, with its name."""
    rows = one_field_a_row([_freed(row) for row in rows])
    named = [_field(row) for row in rows]
    if sum(field in _OF_ENTRY for field, _ in named) < 2:
        return rows
    out: list[Row] = []
    last: Row | None = None
    listed = False
    for i, (row, (field, cells)) in enumerate(zip(rows, named, strict=True)):
        listed = row.bullet or (listed and field in (None, *_SAID))
        if field is None:
            if last is not None and not row.bullet and abs(row.cells[0].x0 - last.cells[0].x0) < 3:
                row.label, row.said = last.label, last.said  # the value goes on below, beside its name
            out.append(row)
        elif cells:
            said = field in _SAID
            made = Row(row.line, row.index, row.cells if field == "used" else cells, row.sides, said=said)
            made.label = None if said else field
            if said:  # its mark was beside the name; what was used is the last item of a list
                listed = made.bullet = listed or _listed(rows, named, i)
            out.append(made)
            last = made if len(cells) < len(row.cells) else None
    return out


def one_field_a_row(rows: list[Row]) -> list[Row]:
    """The rows of a form with the names of their fields whole, and each field in a row of its own."""
    return [part for row in _whole_labels(rows) for part in _one_a_row(row)]


def _one_a_row(row: Row) -> list[Row]:
    """Fields that stand side by side ("Company: Acme    Role: Analyst", "Company | Acme | Role | Analyst"), one a row; a
    client's name goes where the row names the employer as well."""
    if len(row.cells) < 2 or row.bullet:
        return [row]
    labels = [_label(cell.text) for cell in row.cells]
    fields = [[cell] for cell in row.cells]
    if len(row.cells) > 3 and len(row.cells) % 2 == 0 and ":" not in row.text:
        labels = [key(cell.text) for cell in row.cells[::2]]
        fields = [row.cells[i : i + 2] for i in range(0, len(row.cells), 2)]
    if any(label not in FIELDS for label in labels):
        return [row]
    names = [label for label in labels if FIELDS[label] == "name"]
    return [
        Row(row.line, row.index, cells, part=True)
        for label, cells in zip(labels, fields, strict=True)
        if label not in CLIENTS or len(names) == 1
    ]


def _freed(row: Row) -> Row:
    """An item of a list that names a head's field in bold before its value ("- **Duration**: 2019 - 2022") as that value,
    which is no item of what was done."""
    match = _COLON.match(row.text) if row.bullet and row.first.bold and ":" in row.text[:36] else None
    field = FIELDS.get(key(match[1])) if match else None
    if match is None or field not in _OF_HEAD or len(row.cells) > 1 or row.count > _SHORT:
        return row
    words = row.cells[0].words[len(row.text[: match.end()].split()) :]
    if not words or words[0].bold or (field in _TIMES) != bool(find(row.text)):
        return row
    label = None if field in _TIMES else field
    return row.with_cells([replace(Cell.of(words), x0=row.x0)], bullet=False, label=label)


def names_employer(rows: list[Row]) -> bool:
    """Whether a form names an employer, a position and a time: those of jobs, whatever stands above them. A client is one
    where that time is a span of dates."""
    told = [(named_field(part)[0], part) for row in rows for part in _one_a_row(row)]
    fields = {FIELDS[label] for label, _ in told if label}
    employed = any(label and FIELDS[label] == "name" and label not in CLIENTS for label, _ in told)
    spans = any(label and FIELDS[label] == "dates" and part.ranged for label, part in told)
    client = spans and any(label in CLIENTS for label, _ in told)
    return (employed or client) and {"position", "dates"} <= fields


def in_form(rows: list[Row], i: int) -> bool:
    """Whether a row's first cell names a field among others of a form: one above or right below, at its edge and in its
    style, names what tells entries apart."""
    row = rows[i]
    if key(row.cells[0].text) not in FIELDS:
        return False
    return any(
        len(other.cells) > 1
        and FIELDS.get(key(other.cells[0].text)) in _OF_ENTRY
        and abs(other.cells[0].x0 - row.cells[0].x0) < 2
        and other.cells[0].words[0].bold == row.cells[0].words[0].bold
        and name_of(other.cells[0].text) is None
        for other in (*rows[max(0, i - _FIELD) : i], *rows[i + 1 : i + 2])
    )


def _whole_labels(rows: list[Row]) -> list[Row]:
    """The rows, where a field's name that its column broke over two lines is whole again."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if above is not None and len(above.cells) > 1 and not row.bullet and _label_goes_on(above, row):
            whole = above.cells[0].over(row.cells[0])
            out[-1] = above.with_cells([whole, *above.cells[1:]])
            if len(row.cells) > 1:
                out.append(row.with_cells(row.cells[1:]))
        else:
            out.append(row)
    return out


def _label_goes_on(above: Row, row: Row) -> bool:
    one, two = above.cells[0], row.cells[0]
    return (
        abs(one.x0 - two.x0) < 2
        and gap(above, row) < 0.6 * row.height
        and len(one.words) + len(two.words) < 6
        and key(join([one.text, two.text])) in FIELDS
    )


def _uncoloned(cells: list[Cell]) -> list[Cell]:
    """The cells of a field's value without the colon that stands in its column."""
    first = cells[0]
    if not first.text.startswith(":"):
        return cells
    words = first.words[1:] if first.words[0].text == ":" else first.words
    words = words if words is not first.words else (replace(words[0], text=words[0].text[1:]), *words[1:])
    return [Cell.of(words), *cells[1:]] if words else cells[1:]


def _label(text: str) -> str:
    """What stands before a text's colon, as a field is looked up."""
    match = _COLON.match(text)
    return key(match.group(1)) if match else ""


def _listed(rows: list[Row], named: list[tuple[str | None, list[Cell]]], i: int) -> bool:
    """Whether a field's value is a list of bullets: one follows before the next field."""
    below = takewhile(lambda k: named[k][0] is None, range(i + 1, len(rows)))
    return any(rows[k].bullet for k in below)


def _field(row: Row) -> tuple[str | None, list[Cell]]:
    """The field that a row names first, and its cells without that name."""
    label, cells = named_field(row)
    return FIELDS.get(label), cells


def named_field(row: Row) -> tuple[str, list[Cell]]:
    """What a row calls the field that it names first, as it is looked up (empty where none), and its cells without that."""
    first = row.cells[0]
    label = key(first.text) if len(row.cells) > 1 and len(first.words) <= 12 else ""
    if label in FIELDS and not (
        row.bullet and FIELDS[label] != "content"
    ):  # its list's mark made it a bullet
        return label, _uncoloned(row.cells[1:])
    match = _COLON.match(first.text) if ":" in first.text and not row.bullet else None
    label = key(match.group(1)) if match else ""
    if match is None or label not in FIELDS:
        return "", row.cells
    words = first.words[len(first.text[: match.end()].split()) :]
    return label, [Cell.of(words), *row.cells[1:]] if words else row.cells[1:]
