"""Headings in cells before the lines that they stand beside, parted from these."""

from __future__ import annotations

from aiscreen.models.document import Word
from aiscreen.parsing.entries.forms import in_form
from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.rows.tables import header
from aiscreen.parsing.words.contact import CONTACT_LABELS
from aiscreen.parsing.words.fields import column
from aiscreen.parsing.words.heading_names import name_of, surely_heads
from aiscreen.parsing.words.headings import key


def part_side_headings(rows: list[Row]) -> list[Row]:
    """Rows whose first cell is a heading in a column of its own ("EXPERIENCE   Acme, Engineer") become two; a
    heading that its column broke over two lines becomes one."""
    parted: list[Row] = []
    places = {
        (round(row.x0), row.style[:3])
        for row in rows
        if len(row.cells) == 1 and not row.bullet and row.count <= 5 and surely_heads(row.text)
    }
    starts = {(x, size, bold) for x, (size, bold, _) in places}
    skip: Row | None = None
    for i, row in enumerate(rows):
        if row is skip:
            continue
        below = rows[i + 1] if i + 1 < len(rows) else None
        if below is not None and _broken_heading(row, below, places):
            whole = row.cells[0].over(below.cells[0])
            under = Row(below.line, below.index, below.cells[:1], part=len(below.cells) > 1)
            parted.append(Row(row.line, row.index, [whole], part=True, below=[under]))
            parted.extend(
                Row(r.line, r.index, r.cells[1:], bullet=r.bullet, part=True)
                for r in (row, below)
                if len(r.cells) > 1
            )
            skip = below
        elif (
            len(row.cells) > 1
            and not row.bullet
            and _is_side_heading(row, places)
            and not row.cells[1].text.startswith(":")
            and not in_form(rows, i)
            and not _names_headline(row, below)
        ):
            parted.append(Row(row.line, row.index, row.cells[:1], part=True))
            parted.append(Row(row.line, row.index, row.cells[1:], part=True))
        elif starts and (halves := _close_heading(row, starts)) is not None:
            parted.extend(halves)
        else:
            parted.append(row)
    return parted


def _names_headline(row: Row, below: Row | None) -> bool:
    """Whether a row is a form's field that names the headline beside it ("CURRENT POSITION   Data Engineer"), and no heading:
    it has no dates, and the next heading follows at once."""
    if below is None or row.found or key(row.cells[0].text) not in CONTACT_LABELS:
        return False
    return surely_heads(below.cells[0].text)


def _close_heading(row: Row, starts: set[tuple[int, int, bool]]) -> tuple[Row, Row] | None:
    """A heading and what stands close beside it ("VOLUNTEERING Judge, Robotics League"), as two rows: where headings
    stand, and in their size and weight (`starts`)."""
    words = row.cells[0].words
    if row.bullet or len(words) < 2 or (round(row.cells[0].x0), *row.style[:2]) not in starts:
        return None
    count = _alike(words[:5])
    if count == len(words[:5]) or name_of(row.text) is not None:
        return None
    heading, text = Cell.of(words[:count]), Cell.of(words[count:])
    barred = words[count].text == "|" and len(words) > count + 1
    if not surely_heads(heading.text.replace("- ", "")) and not (barred and name_of(heading.text)):
        return None
    text = Cell.of(words[count + 1 :]) if barred else text
    return Row(row.line, row.index, [heading], part=True), Row(
        row.line, row.index, [text, *row.cells[1:]], part=True
    )


def _alike(words: tuple[Word, ...]) -> int:
    """How many of some words, from the first on, are as large and bold as that."""
    first = words[0]
    size = round(2 * first.size)
    for count, word in enumerate(words):
        if word.bold != first.bold or (word.size != first.size and round(2 * word.size) != size):
            return count
    return len(words)


def _broken_heading(row: Row, below: Row, places: set[tuple[int, tuple[int, bool, bool]]]) -> bool:
    """Whether the first cells of two rows are one heading ("Professional" / "Experience"): set as headings are, or in the
    `places` where others stand."""
    one, two = row.cells[0], below.cells[0]
    if (
        row.bullet
        or (below.bullet and len(below.cells) == 1)
        or len(one.words) > 2
        or len(two.words) > 2
        or min(abs(one.x0 - two.x0), abs(one.x1 - two.x1)) > 2
        or row.line.page != below.line.page
    ):
        return False
    if len(row.cells) == 1 and one.text.isupper() and not two.text.isupper():
        return False  # a heading and the first field below it
    a, b = one.words[0], two.words[0]
    beside = len(row.cells) > 1 and (round(one.x0), row.style[:3]) in places
    stands = a.bold or a.size > 11 or one.text.isupper() or beside
    if not stands or (a.bold, a.size, a.color) != (b.bold, b.size, b.color):
        return False
    bottom = a.box.bottom + (0.25 * a.size if one.text.isupper() else 0.0)  # capitals end at the baseline
    if b.box.top - bottom > 0.5 * a.size:
        return False
    apart = b.box.top - a.box.top > 1.3 * a.size or len(row.cells) == len(below.cells) == 2
    if apart and name_of(two.text) is not None and name_of(one.text) is not None:
        return False  # two labels, each of what stands beside it
    return surely_heads(f"{one.text} {two.text}")


def _is_side_heading(row: Row, places: set[tuple[int, tuple[int, bool, bool]]]) -> bool:
    first, second = row.cells[0], row.cells[1]
    named = name_of(first.text)
    if named is None or (len(row.cells) > 2 and header(row, column) is not None):
        return False
    one, two = first.words[0], second.words[0]
    caps = first.text.isupper() and not second.text.isupper()
    return (
        one.size > two.size + 0.9
        or (caps and named[1])
        or ((round(first.x0), row.style[:3]) in places and not first.text.endswith(":"))
        or (one.bold and not two.bold and named[1] and not first.text.endswith(":"))
    )
