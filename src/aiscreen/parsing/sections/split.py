"""Sections: headings by wording, by style and by place; what follows belongs to them."""

from __future__ import annotations

import itertools
from typing import cast

from aiscreen.models.resume import Section as Kind
from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.columns import regroup, settle
from aiscreen.parsing.sections.headings import accept, body_style, candidate
from aiscreen.parsing.sections.infer import infer, tongue
from aiscreen.parsing.sections.margins import part_side_headings
from aiscreen.parsing.sections.part import Part
from aiscreen.parsing.sections.side_columns import bring_dates, place_side_headings
from aiscreen.parsing.sections.strangers import STRANGE
from aiscreen.parsing.sections.told import tell_apart
from aiscreen.parsing.words.contact import CONTACT_LABELS, NETWORK_NAMES, PERSONAL_LABELS
from aiscreen.parsing.words.heading_names import surely_heads
from aiscreen.parsing.words.headings import key
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.schools import degree_in, names_school
from aiscreen.parsing.words.titles import is_title
from aiscreen.text import count_digits, fold


def split(rows: list[Row]) -> list[Part]:
    """The document's rows as sections, in order; the first is the header (it may be empty)."""
    rows = part_side_headings(bring_dates(_free_headings(rows)))
    candidates = {id(row): c for row in rows if (c := candidate(row)) is not None}
    body = body_style(rows)
    accepted = accept(rows, candidates, body)
    if rows and _names_document(rows[0], rows, accepted):
        accepted[id(rows[0])] = "header"
    rows = _top_first(rows, accepted)
    title = _title_row(rows, accepted)
    starts = accepted if title is None else {**accepted, id(title): "header"}
    rows = settle(regroup(place_side_headings(rows, accepted), starts), starts)
    parts = [Part("header", None)]
    for row in rows:
        kind = accepted.get(id(row))
        if row is title and parts[-1].heading is not None:
            parts.append(Part("header", None, [row]))
        elif kind is None:
            parts[-1].rows.append(row)
        else:
            parts.append(Part(cast(Kind, kind), row))
    for i, part in enumerate(parts):
        if part.kind == STRANGE:
            part.kind = infer(part.rows)
        elif part.kind == "header" and part.heading is not None and _lists_skills(part.rows):
            part.kind = "skills"  # "Web"
        elif part.kind in ("open-source", "volunteer") and _only_lists(part, parts[i - 1]):
            part.kind = "skills"  # "Code", "Software" or "Leadership"
        elif part.kind == "certificates" and _tells_studies(part, parts):
            part.kind = "education"  # "Training"
        elif part.kind == "languages" and part.rows and not any(map(tongue, part.rows)):
            part.kind = "skills"
        elif part.kind == "summary" and _is_personal(part.rows):
            part.kind = "header"  # "Personal profile"
        elif part.kind == "summary" and _spans(part.rows) >= 2 and _tells_jobs(part, parts):
            part.kind = "work"
    return tell_apart(parts)


def _lists_skills(rows: list[Row]) -> bool:
    """Whether rows under a heading of contact matter hold lists and nothing by which somebody is reached."""
    reach = any(
        "@" in row.text
        or "/" in row.text
        or "." in row.text
        or count_digits(row.text) > 4
        or fold(row.text) in NETWORK_NAMES
        for row in rows
    )
    return (
        len(rows) > 1
        and not reach
        and not any(is_place(cell.text) for row in rows for cell in row.cells)
        and infer(rows) == "skills"
    )


def _only_lists(part: Part, before: Part) -> bool:
    """Whether a section of contributions lists skills: among other lists, or as programs without any address."""
    addresses = any("/" in row.text or "." in row.text for row in part.rows)
    listed = before.kind == "skills" or (part.kind == "open-source" and not addresses)
    return listed and infer(part.rows) in ("skills", "languages")


def _tells_studies(part: Part, parts: list[Part]) -> bool:
    """Whether a section of courses holds the studies, of years or with a degree at schools, where no other section has any."""
    if any(other.kind == "education" for other in parts):
        return False
    rows = [row for row in part.rows if not row.bullet and not row.prose]
    told = any(row.ranged or degree_in(row.text) is not None for row in rows)
    return told and any(names_school(row.text) for row in rows) and infer(part.rows) == "education"


def _tells_jobs(part: Part, parts: list[Part]) -> bool:
    """Whether a dated summary lists jobs: by its contents, or as nothing else does beside a section of studies."""
    kinds = {other.kind for other in parts}
    return infer(part.rows) == "work" or ("education" in kinds and "work" not in kinds)


def _is_personal(rows: list[Row]) -> bool:
    """Whether rows are a form of personal matters ("Date of birth: ..."), whatever stands above them."""
    labels = [key(row.cells[0].text.partition(":")[0]) for row in rows]
    named = [label in PERSONAL_LABELS or label in CONTACT_LABELS for label in labels]
    return 2 * sum(named) > len(rows) > 1 and not PERSONAL_LABELS.isdisjoint(labels)


def _spans(rows: list[Row]) -> int:
    """How many rows hold a range of dates: a summary of a career that lists its jobs has them."""
    return sum(row.ranged for row in rows if not row.bullet)


def _names_document(first: Row, rows: list[Row], accepted: dict[int, str]) -> bool:
    """Whether the first row is the document's title in the wording of a heading ("CAREER HISTORY", as Japanese ones have):
    the largest, and what it names has a smaller heading of its own below."""
    kind = accepted.get(id(first))
    others = [row for row in rows[1:] if id(row) in accepted]
    return (
        kind is not None
        and all(row.first.size < first.first.size - 0.9 for row in others)
        and any(accepted[id(row)] == kind for row in others)
    )


def _free_headings(rows: list[Row]) -> list[Row]:
    """Numbers before headings ("2. Education") are no list marks: their words are those of a heading, and the rows
    around them are no items beside them."""
    for i, row in enumerate(rows):
        if not row.bullet or row.count > 5 or not surely_heads(row.text):
            continue
        beside = [other for other in rows[max(0, i - 1) : i + 2] if other is not row]
        if not any(other.bullet and abs(other.x0 - row.x0) < 3 for other in beside):
            row.bullet = False
    return rows


def _top_first(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Rows above all headings of the first page are its header, wherever they come in reading order: whole columns, and
    what stands at a column's top before its first heading."""
    page = [row for row in rows if row.line.page == rows[0].line.page]
    heads = [row for row in page if id(row) in accepted]
    if not heads:
        return rows
    highest = min(row.box.top for row in heads)
    tops: dict[int, list[Row]] = {}
    for row in page:
        tops.setdefault(row.line.block, []).append(row)
    top: set[int] = set()
    for block in tops.values():
        ahead = list(itertools.takewhile(lambda row: row.box.bottom <= highest, block))
        if len(ahead) == len(block) or id(block[len(ahead)]) in accepted:
            top |= set(map(id, ahead))
    return [row for row in rows if id(row) in top] + [row for row in rows if id(row) not in top]


def _title_row(rows: list[Row], accepted: dict[int, str]) -> Row | None:
    """The largest row of the first page, where it is larger than the headings: the name, though a side column that
    comes before it in reading order may already have had headings."""
    page = [row for row in rows if row.line.page == rows[0].line.page]
    if not page:
        return None
    largest = max(
        (row for row in page if id(row) not in accepted), key=lambda row: row.first.size, default=None
    )
    sizes = [row.first.size for row in page if id(row) in accepted]
    if largest is None or not sizes or largest.first.size < max(sizes) + 0.9 or largest.count > 8:
        return None
    i = rows.index(largest)
    before = rows[i - 1] if i else None
    starts = before is None or before.line.block != largest.line.block or before.y > largest.y
    return largest if starts and not is_title(largest.text) else None
