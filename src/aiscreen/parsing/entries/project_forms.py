"""Projects told in forms, each field with its name before it ("Project name: ...", "Client: ...", "Team size: ...")."""

from __future__ import annotations

import re
from dataclasses import replace

from aiscreen.parsing.entries.forms import named_field, one_field_a_row
from aiscreen.parsing.entries.signs import is_label, pick
from aiscreen.parsing.entries.splitter import Entry
from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.asides import dates_of
from aiscreen.parsing.words.fields import FIELDS
from aiscreen.parsing.words.headings import key

_NAMES = frozenset(
    map(key, ("project", "project name", "project title", "title", "name of the project", "name of project", "title of the project",
    "title of project", "project title name", "projektname", "projekttitel", "projet", "nom du projet", "proyecto", "nombre del proyecto", "projeto", "progetto"))
)  # fmt: skip
"""What a form calls the name of a project."""
_NUMBER = re.compile(
    r"(?:project|projekt|projet|proyecto|projeto|progetto)\s*(?:no\.?)?\s*[#:–-]*\s*(?:\d{1,2}|[ivx]{1,4})\s*[:.)–-]*",
    re.IGNORECASE,
)
"""A project's number, which stands alone above its form."""


def form_entries(rows: list[Row]) -> list[Entry]:
    """The entries of a section that is a form for each project; none for other sections."""
    if not any(":" in row.text or len(row.cells) > 1 for row in rows):
        return []
    rows = one_field_a_row(rows)
    told = [_told(row) for row in rows]
    labels = [label for label, _ in told]
    names = [i for i, label in enumerate(labels) if label in _NAMES]
    others = {FIELDS.get(label) for label in labels if label and label not in _NAMES}
    if not names or not others - {None, "used"} or labels.count(labels[names[0]]) < len(names):
        return []
    starts = _starts(rows, labels, names)
    return [_entry(told[start:stop]) for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _told(row: Row) -> tuple[str, Row]:
    """What a row calls its field (empty where nothing), and the row without that."""
    label, cells = named_field(replace(row, bullet=False) if row.bullet else row)
    field = FIELDS.get(label)
    if label not in _NAMES and field is None:
        return (key(row.text) if key(row.text) in FIELDS else "", row)
    if field == "used":  # said with its name, as the last of a list
        return label, replace(row, bullet=True)
    return label, Row(row.line, row.index, cells or row.cells, row.sides, label=field)


def _starts(rows: list[Row], labels: list[str], names: list[int]) -> list[int]:
    """The row with which each project starts: its number, or the field that comes first in each form."""
    head = next((i for i, label in enumerate(labels[: names[0] + 1]) if label), names[0])
    lead = names[0] - head
    starts = [i - lead if i >= lead and labels[i - lead] == labels[head] else i for i in names]
    starts = [i - 1 if i and _NUMBER.fullmatch(rows[i - 1].text) else i for i in starts]
    return [0, *starts[1:]]


def _entry(told: list[tuple[str, Row]]) -> Entry:
    """A project's form: its name is the head, what is told of it the content."""
    entry = Entry([row for _, row in told])
    last = ""
    used: list[Row] = []
    for label, row in told:
        last = label or last
        field = FIELDS.get(last)
        if last in _NAMES:
            (entry.head if label else entry.content).append(row)
        elif field == "used" and not is_label(row):
            used.append(row)
        elif field == "content" or row.bullet:
            entry.content += [] if is_label(row) or key(row.text) == last else [row]
        else:
            entry.asides.append(row)
    entry.content += used
    entry.dates = pick(
        [dates for label, row in told if FIELDS.get(label) == "dates" for dates in dates_of(row)]
    )
    return entry
