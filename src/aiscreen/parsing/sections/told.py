"""Sections that no heading tells: what stands below a list, jobs above all headings, work that is told in prose."""

from __future__ import annotations

import re
from dataclasses import replace

from aiscreen.models.resume import Section
from aiscreen.parsing.entries.forms import names_employer
from aiscreen.parsing.entries.signs import begins_span, is_dated, titled
from aiscreen.parsing.rows import Row, gap, is_apart
from aiscreen.parsing.sections.endings import list_last, signed
from aiscreen.parsing.sections.infer import infer, named, opens_job, paragraphs, tongue, unheaded
from aiscreen.parsing.sections.part import Part
from aiscreen.parsing.words.heading_names import name_of, told_where

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
_NO_JOBS = (
    "education",
    "open-source",
    "languages",
    "publications",
    "certificates",
    "interests",
    "references",
)
_DEEDS = ("work", "projects", "open-source", "volunteer")
_ACTIVITIES = re.compile(
    r"\b(?:activities|occupations|tätigkeiten|aktivitäten|activités|actividades|atividades|attività|activiteiten)\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"\b(?:teaching|taught|lehre|lehrveranstaltungen|lehrtätigkeit|enseignements?|docencia|docência|onderwijs|didattica|insegnamento)\b",
    re.IGNORECASE,
)
"""Headings over courses that somebody gave: with their years, but neither jobs nor studies unless a row names a title."""
_LABEL = 40
"""Characters in which an item names what it is of."""
_WHERE = re.compile(r"\b(?:at|with|for) (?P<name>[A-ZÀ-Þ][\w&.’'-]*)")
_LITTLE = 200
"""Letters with which hardly anything is told."""


def tell_apart(parts: list[Part]) -> list[Part]:
    """The sections as their contents tell them apart, where headings do not; the first is the header."""
    parts = _at_employers(list_last(signed(parts)))
    return _active(_narrated(_told_apart(_at_labels(_feats_apart(_once(parts))))))


def _at_employers(parts: list[Part]) -> list[Part]:
    """The sections, with what somebody made at one of their employers ("What I built at Acme") as work."""
    jobs = "\n".join(row.text for part in parts if part.kind == "work" for row in part.rows)
    for part in parts if jobs else []:
        heading = part.heading.text if part.kind == "projects" and part.heading is not None else ""
        where = _WHERE.search(heading) if told_where(heading) is not None else None
        if where is not None and where["name"] in jobs:
            part.kind, part.told = "work", True
    return parts


def _active(parts: list[Part]) -> list[Part]:
    """The sections, with activities as work where nothing else is and their rows begin with spans of time, and so
    projects whose form names the employer."""
    if any(part.kind == "work" for part in parts):
        return parts
    for part in parts:
        if part.kind == "projects" and names_employer(part.rows):
            part.kind = "work"
        named = part.heading is not None and _ACTIVITIES.search(part.heading.text)
        if part.kind in ("volunteer", "other") and named and any(map(begins_span, part.rows)):
            part.kind = "work"
    return parts


def _once(parts: list[Part]) -> list[Part]:
    """The sections, where a sentence tells of a job only if no section of jobs names its employer."""
    listed = "\n".join(
        row.text for part in parts if part.kind == "work" for row in part.rows if row.told is None
    )
    for part in parts if listed else []:
        if part.kind != "work":
            part.rows = [
                replace(row, told=None) if row.told is not None and (row.told.name or "") in listed else row
                for row in part.rows
            ]
    return parts


def _at_labels(parts: list[Part]) -> list[Part]:
    """The sections, with the paragraphs below a list that name a section of their own before a colon ("Tools: Go, R")
    parted from it."""
    found: list[Part] = []
    for part in parts:
        if part.kind not in (*_LISTS, "work") and not part.told:
            found.append(part)
            continue
        edge = min((row.x0 for row in part.rows), default=0.0)
        found.append(Part(part.kind, part.heading, told=part.told))
        mixed = part.kind == "other" and _names_all(part.rows)
        if mixed:
            part.rows = [replace(row, bullet=False) for row in part.rows]
        for i, row in enumerate(part.rows):
            kind = named(row) if (i > 0 or mixed) and row.x0 < edge + 3 else None
            close = kind is not None and not mixed and not is_apart(part.rows[i - 1], row)
            if close and not (kind == "languages" and tongue(row)):
                kind = None
            if kind is not None and found[-1].kind == "work" and not part.told:
                kind = kind if _is_past_jobs(kind, part.rows[i:]) else None
            if kind is not None and kind != found[-1].kind:
                found.append(_below_label(kind, [row]))
            else:
                found[-1].rows.append(row)
    return found


def _names_all(rows: list[Row]) -> bool:
    """Whether a list of further matters names each before a colon ("Tools: SQL, Go" above "Languages: Dutch, Bemba"), two
    of them sections."""
    items = [row for row in rows if row.bullet or not rows[0].bullet]
    kinds = {named(replace(row, bullet=False)) for row in items if ":" in row.text[:_LABEL]}
    return all(":" in row.text[:_LABEL] for row in items) and len(kinds - {None}) > 1


def _is_past_jobs(kind: Section, rows: list[Row]) -> bool:
    """Whether a paragraph below jobs is no part of the last: no job follows, and it names what no job has of its own, or
    says "I use"."""
    own = kind in _NO_JOBS or "i" in rows[0].text.partition(":")[0].casefold().split()
    return own and not any(is_dated(row) and not row.prose and named(row) is None for row in rows[1:])


def _below_label(kind: Section | None, rows: list[Row]) -> Part:
    """The section of a paragraph, `kind` as it names that itself; a name in a cell of its own is its heading."""
    first = rows[0]
    if kind is None or len(first.cells) != 2 or ":" in first.text[:40]:
        return Part(kind or "other", None, rows)
    label, text = (Row(first.line, first.index, [cell]) for cell in first.cells)
    return Part(kind, label, [text, *rows[1:]])


def _feats_apart(parts: list[Part]) -> list[Part]:
    """The sections, with what was done parted from a bare list of jobs above it: it stands under a line of its own, and
    nobody knows of which job it tells."""
    found: list[Part] = []
    for part in parts:
        found.append(part)
        rows = part.rows
        at = next((i for i in range(2, len(rows) - 1) if part.kind == "work" and _is_feats(rows, i)), None)
        if at is not None:
            found[-1:] = [
                Part("work", part.heading, rows[:at]),
                Part("work", rows[at], rows[at + 1 :], told=True),
            ]
    return found


def _is_feats(rows: list[Row], i: int) -> bool:
    """Whether a row heads what was done in all jobs above it together: in white space, none of them says more than
    two lines, and no job stands below."""
    row = rows[i]
    if row.bullet or row.count > 6 or row.x0 > rows[0].x0 + 3:
        return False
    if gap(rows[i - 1], row) < 0.6 * row.height or gap(row, rows[i + 1]) < 0.6 * row.height:
        return False
    if row.prose or row.found or titled(row):
        return False
    above, below = rows[:i], rows[i + 1 :]
    bare = sum(r.ranged for r in above) >= 2
    return (
        bare and _said(above) < _LITTLE < _said(below) and not any(is_dated(r) and not r.prose for r in below)
    )


def _told_apart(parts: list[Part]) -> list[Part]:
    """The sections, with jobs and studies found in the header where no heading tells of any, and wherever dated jobs
    stand in the header or under a heading that says nothing."""
    bare = not any(part.kind in ("work", "education") for part in parts)
    found: list[Part] = []
    for part in parts:
        top = part is parts[0]
        tells = part.kind in ("summary", "interests") and any(row.told is not None for row in part.rows)
        taught = part.heading is not None and _TAUGHT.search(part.heading.text) is not None
        given = taught and not any(map(titled, part.rows))
        chunks = paragraphs(part.rows) if top or tells or (part.kind == "other" and not given) else []
        dated = any(opens_job(chunk) or (not top and infer(chunk) == "work") for chunk in chunks[top:])
        if not ((top and bare) or dated):
            found.append(part)
            continue
        pieces = unheaded(part.rows, part.kind)
        if bare and not any(kind in ("work", "education") for kind, _ in pieces):
            found.append(part)
            continue
        if part.heading is not None:
            kind, rows = pieces[0]
            own = len(rows[0].cells) == 2 and named(rows[0]) == kind  # in a cell beside its text
            found.append(Part(part.kind, part.heading) if own else Part(kind, part.heading, list(rows)))
            pieces = pieces[not own :]
        found += [
            _below_label(kind, list(rows)) if named(rows[0]) == kind else Part(kind, None, list(rows))
            for kind, rows in pieces
        ]
    return found


def _narrated(parts: list[Part]) -> list[Part]:
    """The sections, with what is told under no heading that says more as work, where nothing else tells of any: prose
    without heads, below the first paragraph of all."""
    if sum(_said(part.rows) for part in parts if part.kind in _DEEDS) >= _LITTLE:
        return parts
    chunks = paragraphs(parts[0].rows)
    first = next((i for i, chunk in enumerate(chunks, 1) if _said(chunk)), len(chunks))
    below = [_below_label(named(chunk[0]), chunk) for chunk in chunks[first:]]
    found = [Part("header", parts[0].heading, [row for chunk in chunks[:first] for row in chunk])]
    found += [*below, *(piece for part in parts[1:] for piece in _below_first(part))]
    loose = [
        part
        for part in found
        if part.kind == "other" and (part.heading is None or name_of(part.heading.text) is None)
    ]
    told = any(row.told is not None for part in parts for row in part.rows)
    if sum(_said(part.rows) for part in loose) <= (_LITTLE if told else 2 * _LITTLE):
        return parts
    for part in loose:
        part.kind, part.told = "work", True
    return found


def _below_first(part: Part) -> list[Part]:
    """What stands under no heading above the first job: the first paragraph introduces somebody, and those below it may
    tell of work."""
    chunks = paragraphs(part.rows) if part.kind == "summary" and part.heading is None else []
    return (
        [Part("summary", None, chunks[0]), *(Part("other", None, c) for c in chunks[1:])]
        if chunks
        else [part]
    )


def _said(rows: list[Row]) -> int:
    """How many letters the bullets and sentences among some rows have."""
    return sum(len(row.text) for row in rows if row.bullet or row.prose)
