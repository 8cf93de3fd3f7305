"""Puts a résumé together from its sections."""

from __future__ import annotations

import itertools
from dataclasses import replace

from aiscreen.models.document import Document
from aiscreen.models.resume import Resume, Section, Volunteer, Work
from aiscreen.parsing.confidence import confidence
from aiscreen.parsing.dates.order import month_first
from aiscreen.parsing.education.courses import parse_education
from aiscreen.parsing.education.studies import part_studies
from aiscreen.parsing.items import parse_items, parse_projects
from aiscreen.parsing.jobs.leads import part_bullets, part_leads
from aiscreen.parsing.jobs.work import parse_work, tell_work
from aiscreen.parsing.person.contact import find_contact
from aiscreen.parsing.person.headline import own_title
from aiscreen.parsing.person.introductions import introduced
from aiscreen.parsing.person.name_words import in_mailbox
from aiscreen.parsing.person.names import find_name
from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.cells import rows_of
from aiscreen.parsing.rows.passages import passages
from aiscreen.parsing.rows.tables import untable
from aiscreen.parsing.sections.part import Part
from aiscreen.parsing.sections.split import split
from aiscreen.parsing.skills import parse_skills
from aiscreen.parsing.statements import Ledger
from aiscreen.parsing.tongues import parse_languages, part_tongues
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.text import fold

_TABLED = ("volunteer", "projects", "open-source", "education", "certificates", "awards")
"""Sections whose entries may be the rows of a table; so may jobs, once studies are parted from them."""
_ITEMS = ("publications", "certificates", "awards")
_SUMMARY = 8
"""Words of prose in the header, at the least, that are a summary."""
_FIRST = 12
"""Rows in which the name stands, where no header tells."""
_NAMED, _SIGNED = 24, 4
"""First and last rows in which a name stands that the mailbox spells."""


def parse(document: Document) -> Resume:
    """What a document says, as a résumé. What is not there is None or empty; confidence says how sure it all is."""
    rows = part_leads(rows_of(document))
    parts = split(rows)
    resume = Resume()
    header = [row for part in parts if part.kind == "header" and part.heading is None for row in part.rows]
    elsewhere = [
        row for part in parts if part.kind == "header" and part.heading is not None for row in part.rows
    ]
    besides = [
        row for part in parts if part.kind in ("summary", "other") for row in part.rows if not row.prose
    ]
    running = rows_of(replace(document, lines=document.running)) if document.running else []
    resume.basics = find_contact(header or _ahead(parts), elsewhere + besides + running, document)
    resume.basics.name = resume.basics.name or introduced(rows) or _signed(rows, resume.basics.email)
    ledger = Ledger(month_first(document.text, resume.basics))
    _header(resume, header, ledger)
    for part in parts:
        if part.heading is not None:
            ledger.heading(part.heading, part.kind)
        if part.heading is not None or part.kind != "header":
            _part(resume, part, ledger, rows)
    resume.basics.label = resume.basics.label or own_title(resume)
    for part in parts:
        ledger.rest(part.rows, part.kind)
    resume.statements = ledger.statements()
    resume.confidence = confidence(resume, parts, ledger.doubts)
    return resume


def _ahead(parts: list[Part]) -> list[Row]:
    """The first rows of a document that begins with a heading, above what tells of jobs, studies or skills: a name further
    down is somebody else's, or a place's."""
    before = itertools.takewhile(lambda part: part.kind in ("header", "summary", "other"), parts)
    return [row for part in before for row in part.rows][:_FIRST]


def _signed(rows: list[Row], email: str | None) -> str | None:
    """Without a header: the name that the mailbox spells, among the first rows and in the last ones."""
    mailbox = fold((email or "").partition("@")[0])
    for some in (rows[:_NAMED], rows[-_SIGNED:]) if mailbox else ():
        found = find_name(some, email)
        if found is not None and in_mailbox(found[0], mailbox):
            return found[0]
    return None


def _header(resume: Resume, rows: list[Row], ledger: Ledger) -> None:
    """Prose above the first heading is a summary; the rest of the header is said row by row."""
    run: list[Row] = []
    for row in [*rows, None]:
        if row is not None and (row.prose or (run and _goes_on(run[-1], row))):
            run.append(row)
            continue
        if sum(said.count for said in run) >= _SUMMARY:
            _summary(resume, run, ledger)
        run = []


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row is the rest of the sentence in the row above it."""
    return (
        above.index + 1 == row.index
        and abs(row.x0 - above.x0) < 2
        and row.first.size == above.first.size
        and row.text[:1].islower()
    )


def _summary(resume: Resume, rows: list[Row], ledger: Ledger) -> None:
    for passage in passages(rows):
        resume.basics.summary.extend(ledger.passage(passage, "summary"))


def _part(resume: Resume, part: Part, ledger: Ledger, around: list[Row]) -> None:
    """Reads a section; `around` are all rows of the document."""
    kind: Section = part.kind
    rows = untable(part.rows) if kind in _TABLED else part.rows
    if not rows:
        return
    if kind == "summary":
        _summary(resume, rows, ledger)
    elif part.told:
        tell_work(resume.work, rows, ledger)
    elif kind == "work":
        for studied, run in part_studies(part_bullets(rows)):
            cells = untable(run)
            if studied:
                resume.education.extend(parse_education(cells, ledger, len(resume.education)))
            else:
                resume.work.extend(parse_work(cells, ledger, kind, Work, len(resume.work)))
    elif kind == "volunteer":
        resume.volunteer.extend(parse_work(rows, ledger, kind, Volunteer, len(resume.volunteer)))
    elif kind in ("projects", "open-source"):
        resume.projects.extend(parse_projects(rows, kind, ledger, len(resume.projects)))
    elif kind == "education":
        resume.education.extend(parse_education(rows, ledger, len(resume.education)))
    elif kind == "skills":
        spoken, listed = part_tongues(rows)
        resume.languages.extend(parse_languages(spoken, ledger))
        block = rows[0].line.block
        edge = max((row.x1 for row in around if row.line.block == block and row.prose), default=0.0)
        resume.skills.extend(parse_skills(listed, ledger, _own_name(part), edge))
    elif kind == "languages":
        resume.languages.extend(parse_languages(rows, ledger))
    elif kind in _ITEMS:
        getattr(resume, kind).extend(parse_items(rows, kind, ledger))
    else:
        if kind == "header":
            resume.languages.extend(parse_languages(part_tongues(rows)[0], ledger))
        for passage in passages(rows):
            ledger.passage(passage, kind)


def _own_name(part: Part) -> str | None:
    """The heading of a list that names what it lists ("Platform") rather than that it lists skills."""
    if part.heading is None or name_of(part.heading.text) not in (None, ("languages", False)):
        return None
    return part.heading.text.strip(" :")
