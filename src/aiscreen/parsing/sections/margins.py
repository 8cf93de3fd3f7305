"""Margins: headings and dates in cells before the lines that they stand beside, or in a column of their own."""

from __future__ import annotations

from aiscreen.models.document import Word
from aiscreen.parsing.entries.forms import in_form
from aiscreen.parsing.rows import Cell, Row, beside, by_column
from aiscreen.parsing.rows.asides import is_side
from aiscreen.parsing.rows.tables import header
from aiscreen.parsing.words.contact import CONTACT_LABELS
from aiscreen.parsing.words.fields import column
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.headings import key


def part_side_headings(rows: list[Row]) -> list[Row]:
    """Rows whose first cell is a heading in a column of its own ("EXPERIENCE   Acme, Engineer") become two; a
    heading that its column broke over two lines becomes one."""
    parted: list[Row] = []
    places = {
        (round(row.x0), row.style[:3])
        for row in rows
        if len(row.cells) == 1
        and not row.bullet
        and row.count <= 5
        and (named := name_of(row.text.strip(" :")))
        and named[1]
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
    named = name_of(below.cells[0].text.strip(" :"))
    return named is not None and named[1]


def _close_heading(row: Row, starts: set[tuple[int, int, bool]]) -> tuple[Row, Row] | None:
    """A heading and what stands close beside it ("VOLUNTEERING Judge, Robotics League"), as two rows: where headings
    stand, and in their size and weight (`starts`)."""
    words = row.cells[0].words
    if row.bullet or len(words) < 2 or (round(row.cells[0].x0), *row.style[:2]) not in starts:
        return None
    count = _alike(words[:5])
    if count == len(words[:5]) or name_of(row.text) is not None:
        return None
    named = name_of(" ".join(word.text for word in words[:count]).replace("- ", ""))
    if named is None or not named[1]:
        return None
    heading, text = Cell.of(words[:count]), Cell.of(words[count:])
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
    if not stands or (a.bold, a.size, a.color) != (
        b.bold,
        b.size,
        b.color,
    ):
        return False
    space = b.box.top - (
        a.box.bottom + (0.25 * a.size if one.text.isupper() else 0.0)
    )  # capitals end at the baseline
    apart = b.box.top - a.box.top > 1.3 * a.size or len(row.cells) == len(below.cells) == 2
    if space > 0.5 * a.size or (
        apart and name_of(two.text) is not None and name_of(one.text) is not None
    ):  # two labels, each of what stands beside it
        return False
    named = name_of(f"{one.text} {two.text}")
    return named is not None and named[1]


def _is_side_heading(row: Row, places: set[tuple[int, tuple[int, bool, bool]]]) -> bool:
    first, second = row.cells[0], row.cells[1]
    named = name_of(first.text.strip(" :"))
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


def place_side_headings(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Headings that stand in a column beside their contents come before the row at their height."""
    empty = [
        row
        for i, row in enumerate(rows)
        if id(row) in accepted
        and (
            i + 1 == len(rows)
            or id(rows[i + 1]) in accepted
            or rows[i + 1].y < row.y - row.height
            or (rows[i + 1].line.page > row.line.page and i and id(rows[i - 1]) in accepted)
        )
    ]
    moved = [
        row
        for row in empty
        if any(
            id(o) not in accepted and beside(row, o) and o.x0 > row.x1 and not (o.bullet and above.bullet)
            for above, o in zip([row, *rows], rows, strict=False)
        )
        and not _has_own(row, rows, accepted)
    ]
    late = [row for row in _stacked(rows, accepted) if row not in moved]
    moved += late
    if not moved:
        return rows
    gone = {id(row) for row in moved}
    kept = [row for row in rows if id(row) not in gone]
    for heading in moved:
        stacked = heading in late
        for i, row in enumerate(kept):
            if (
                row.line.page == heading.line.page
                and (row.x0 > heading.x1 or stacked)
                and row.y + row.height / 2 >= heading.y
            ):
                kept.insert(i, heading)
                break
        else:
            kept.append(heading)
    return kept


def _has_own(heading: Row, rows: list[Row], accepted: dict[int, str]) -> bool:
    """Whether something other than headings stands right below a heading in its own column."""
    return any(
        id(row) not in accepted
        and not row.only_dates
        and row.line.page == heading.line.page
        and abs(row.x0 - heading.x0) < 15
        and 0 < row.y - heading.y < 3 * heading.height
        for row in rows
    )


def _stacked(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Headings that follow a heading at once though what comes next stands above them: their contents come later."""
    late: list[Row] = []
    run: list[Row] = []
    for row in rows:
        if id(row) in accepted:
            run.append(row)
            continue
        if len(run) > 1:
            late += [h for h in run[1:] if h.line.page == row.line.page and row.y + row.height / 2 < h.y]
        run = []
    return late


def bring_dates(rows: list[Row]) -> list[Row]:
    """A column of nothing but dates and places goes to the rows beside which they stand."""
    columns = by_column(rows)
    if len(columns) < 2:
        return rows
    asides = [
        row
        for members in columns.values()
        if (len(members) <= 12 and all(map(is_side, members))) or _margin(members)
        for row in members
        if is_side(row)
    ]
    moved: dict[int, list[Row]] = {}
    for row in asides:
        near = [
            o
            for o in rows
            if o.line.page == row.line.page and o.line.block != row.line.block and not is_side(o)
        ]
        hosts = [o for o in near if beside(row, o)] or [
            o for o in near if abs(o.box.top - row.box.top) < 1.2 * row.height
        ]
        if hosts:
            host = min(hosts, key=lambda o: (abs(o.box.top - row.box.top), abs(o.x0 - row.x0)))
            moved.setdefault(id(host), []).append(row)
    gone = {id(row) for found in moved.values() for row in found}
    return [r for row in rows if id(row) not in gone for r in (row, *moved.get(id(row), []))]


def _margin(members: list[Row]) -> bool:
    """Whether a column holds nothing but headings and the dates of what stands beside them."""
    if any(row.count > 8 for row in members):
        return False
    dated = sum(row.only_dates for row in members)
    others = [row for row in members if not is_side(row)]
    named = sum(name_of(row.text) is not None for row in others)
    return dated >= 2 and named >= 0.6 * len(others) and all(row.count <= 3 for row in others)
