"""Sections: headings by wording, by style and by place; what follows belongs to them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import cast

from aiscreen.models.resume import Section as Kind
from aiscreen.parsing.columns import regroup, settle
from aiscreen.parsing.headings import STRANGE, accept, body_style, candidate, name_of
from aiscreen.parsing.infer import infer, named, opens_job, paragraphs, tongue, unheaded
from aiscreen.parsing.margins import bring_dates, part_side_headings, place_side_headings
from aiscreen.parsing.people_words import title_score
from aiscreen.parsing.places import is_place
from aiscreen.parsing.rows import Cell, Row, gap
from aiscreen.text import count_digits

_LISTS = (
    "open-source",
    "volunteer",
    "publications",
    "awards",
    "certificates",
    "interests",
    "languages",
    "other",
)
_DEEDS = ("work", "projects", "open-source", "volunteer")
_LITTLE = 200
"""Letters with which hardly anything is told."""


@dataclass
class Part:
    """A section as found: what kind, its heading (None where inferred) and its rows. `told` marks work that is told in
    prose, without heads."""

    kind: Kind
    heading: Row | None
    rows: list[Row] = field(default_factory=list)
    told: bool = False


def split(rows: list[Row]) -> list[Part]:
    """The document's rows as sections, in order; the first is the header (it may be empty)."""
    rows = part_side_headings(bring_dates(_free_headings(rows)))
    candidates = {id(row): c for row in rows if (c := candidate(row)) is not None}
    body = body_style(rows)
    accepted = accept(rows, candidates, body)
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
        elif part.kind == "languages" and part.rows and not any(map(tongue, part.rows)):
            part.kind = "skills"
        elif part.kind == "summary" and _spans(part.rows) >= 2 and _tells_jobs(part, parts):
            part.kind = "work"
    return _narrated(_told_apart(_at_labels(parts)))


def _at_labels(parts: list[Part]) -> list[Part]:
    """The sections, with the paragraphs below a list that name a section of their own before a colon ("Tools: Go, R")
    parted from it."""
    found: list[Part] = []
    for part in parts:
        if part.kind not in _LISTS:
            found.append(part)
            continue
        edge = min((row.x0 for row in part.rows), default=0.0)
        found.append(Part(part.kind, part.heading))
        for i, row in enumerate(part.rows):
            apart = i > 0 and row.x0 < edge + 3 and gap(part.rows[i - 1], row) > 0.6 * row.height
            kind = named(row) if apart else None
            if kind is not None and kind != found[-1].kind:
                found.append(Part(kind, None))
            found[-1].rows.append(row)
    return found


def _narrated(parts: list[Part]) -> list[Part]:
    """The sections, with what is told under no heading that says more as work, where nothing else tells of any: prose
    without heads, below the first paragraph of all."""
    if sum(_said(part.rows) for part in parts if part.kind in _DEEDS) >= _LITTLE:
        return parts
    chunks = paragraphs(parts[0].rows)
    first = next((i for i, chunk in enumerate(chunks, 1) if _said(chunk)), len(chunks))
    below = [Part(named(chunk[0]) or "other", None, chunk) for chunk in chunks[first:]]
    found = [Part("header", parts[0].heading, [row for chunk in chunks[:first] for row in chunk])]
    found += [*below, *parts[1:]]
    loose = [
        part
        for part in found
        if part.kind == "other" and (part.heading is None or name_of(part.heading.text.strip(" :")) is None)
    ]
    if sum(_said(part.rows) for part in loose) <= 2 * _LITTLE:
        return parts
    for part in loose:
        part.kind, part.told = "work", True
    return found


def _said(rows: list[Row]) -> int:
    """How many letters the bullets and sentences among some rows have."""
    return sum(len(row.text) for row in rows if row.bullet or row.prose)


def _told_apart(parts: list[Part]) -> list[Part]:
    """The sections, with jobs and studies found in the header where no heading tells of any, and wherever dated jobs
    stand in the header or under a heading that says nothing."""
    bare = not any(part.kind in ("work", "education") for part in parts)
    found: list[Part] = []
    for part in parts:
        top = part is parts[0]
        chunks = paragraphs(part.rows) if top or part.kind == "other" else []
        dated = any(opens_job(chunk) or (not top and infer(chunk) == "work") for chunk in chunks[top:])
        if not ((top and bare) or dated):
            found.append(part)
            continue
        pieces = unheaded(part.rows, part.kind)
        if bare and not any(kind in ("work", "education") for kind, _ in pieces):
            found.append(part)
            continue
        if part.heading is not None:
            found.append(Part(pieces[0][0], part.heading, list(pieces.pop(0)[1])))
        found += [Part(kind, None, list(rows)) for kind, rows in pieces]
    return found


def _lists_skills(rows: list[Row]) -> bool:
    """Whether rows under a heading of contact matter hold lists and nothing by which somebody is reached."""
    reach = any(
        "@" in row.text or "/" in row.text or "." in row.text or count_digits(row.text) > 4 for row in rows
    )
    return (
        len(rows) > 1
        and not reach
        and not any(is_place(row.text) for row in rows)
        and infer(rows) == "skills"
    )


def _only_lists(part: Part, before: Part) -> bool:
    """Whether a section of contributions lists skills: among other lists, or as programs without any address."""
    addresses = any("/" in row.text or "." in row.text for row in part.rows)
    listed = before.kind == "skills" or (part.kind == "open-source" and not addresses)
    return listed and infer(part.rows) in ("skills", "languages")


def _tells_jobs(part: Part, parts: list[Part]) -> bool:
    """Whether a dated summary lists jobs: by its contents, or as nothing else does beside a section of studies."""
    kinds = {other.kind for other in parts}
    return infer(part.rows) == "work" or ("education" in kinds and "work" not in kinds)


def _spans(rows: list[Row]) -> int:
    """How many rows hold a range of dates: a summary of a career that lists its jobs has them."""
    return sum(any(not d.single for _, found in row.found for d in found) for row in rows if not row.bullet)


def _free_headings(rows: list[Row]) -> list[Row]:
    """Numbers before headings ("2. Education") are no list marks: their words are those of a heading, and the rows
    around them are no items beside them."""
    for i, row in enumerate(rows):
        if (
            not row.bullet
            or row.count > 5
            or (named := name_of(row.text.strip(" :"))) is None
            or not named[1]
        ):
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
    return largest if starts and title_score(largest.text) < 1.5 else None


__all__ = ["Cell", "Part", "name_of", "split"]
