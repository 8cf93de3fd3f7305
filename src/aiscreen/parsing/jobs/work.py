"""Jobs: entries of work and volunteering sections, with positions that share a company."""

from __future__ import annotations

import re
from typing import TypeVar

from aiscreen.models.document import Word
from aiscreen.models.resume import Section, Work
from aiscreen.parsing.dates import find
from aiscreen.parsing.entries.nested import with_employers
from aiscreen.parsing.entries.signs import is_label
from aiscreen.parsing.entries.splitter import Entry, Splitter, give_dates
from aiscreen.parsing.heads.jobs import Head, assign
from aiscreen.parsing.jobs.apart import employer_named, told_apart
from aiscreen.parsing.jobs.pastes import by_company
from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.rows.passages import Passage, passages
from aiscreen.parsing.statements import Ledger
from aiscreen.parsing.words.heads import SAME, is_official
from aiscreen.parsing.words.titles import may_be_title
from aiscreen.text import fold

W = TypeVar("W", bound=Work)
_NAMED_FIRST = re.compile(r"(?P<name>[^\W\d_][^.:–—()]{2,40}?)\s*(?:[.:]\s|\s[–—-]\s|\()")
_FIRST = 4
"""Sentences of a job that may tell its dates."""


def parse_work(rows: list[Row], ledger: Ledger, section: Section, kind: type[W], offset: int = 0) -> list[W]:
    """The jobs of a section, as `kind` (Work or Volunteer)."""
    found: list[W] = []
    rows = with_employers(rows)
    for company, run in by_company([part for row in rows for part in _one_a_row(row)]):
        at = offset + len(found)
        ledger.head(company, section, at)
        found += _jobs(run, ledger, section, kind, at, assign([company])[0] if company else None)
    return found


def _jobs(
    rows: list[Row], ledger: Ledger, section: Section, kind: type[W], offset: int, company: Head | None
) -> list[W]:
    """The jobs that some rows tell of; `company` is the one under whose name they stand."""
    rows, runs = told_apart([_without_official(row) for row in rows])
    splitter = Splitter(rows, month_first=ledger.month_first)
    entries = splitter.entries()
    heads = assign([[*entry.head, *entry.asides] for entry in entries])
    found: list[W] = []
    for at, (entry, head) in enumerate(zip(entries, heads, strict=True)):
        index = offset + len(found)
        if _spans_the_next(entries, heads, at):
            company = head
            ledger.head(entry.head, section, index)
            continue
        made = kind(name=head.name, position=head.position, location=head.location, url=head.url)
        above = company or (found[-1] if found else None)
        if made.name is not None and above is not None and SAME.match(made.name):
            made.name = None
        lacks = made.name is None and made.position is not None
        if lacks and above is not None and (company is not None or _goes_on(entries, heads, at)):
            made.name = above.name
            made.location = made.location or above.location
        company = None
        if entry.dates is not None:
            give_dates(made, entry.dates)
            made.current = made.current or _goes_on_still(entries, at)
            made.endDate = None if made.current else made.endDate
            if entry.dates.turned and section == "work":
                ledger.doubts.add(index)
        made.address = ledger.head(entry.head, section, index)
        _content(made, entry.content, ledger, section, index, splitter)
        _date_by_words(made, ledger)
        found.append(made)
    for run in runs:
        at = next((at for at, job in enumerate(found) if employer_named(job.name, run[0])), len(found) - 1)
        ledger.head(run[:1], section, offset + at)
        _content(found[at], run[1:], ledger, section, offset + at, splitter)
    return found


def _without_official(row: Row) -> Row:
    """A row without the cells in which a form's answers stand beside names ("Acme, Norfolk, VA    Hours per week: 40")."""
    cells = [cell for cell in row.cells if not is_official(cell.text)]
    if not cells or len(cells) == len(row.cells):
        return row
    return row.with_cells(cells)


def _one_a_row(row: Row) -> list[Row]:
    """Positions on one row, each with dates of its own ("ML Engineer (2020 - now), Data Scientist (2018 - 2020)"), one a
    row."""
    if row.bullet or len(row.cells) > 1 or row.told is not None:
        return [row]
    ranges = [dates for dates in find(row.text) if not dates.single]
    if len(ranges) < 2:
        return [row]
    parts: list[list[Word]] = [[]]
    at = 0
    for word in row.cells[0].words:
        if len(parts) < len(ranges) and at >= ranges[len(parts) - 1].stop and word.text[0].isalnum():
            parts.append([])
        parts[-1].append(word)
        at += len(word.text) + 1
    rows = [row.with_cells([Cell.of(tuple(words))]) for words in parts]
    return rows if all(may_be_title(part.rest) for part in rows) else [row]


def tell_work(found: list[Work], rows: list[Row], ledger: Ledger) -> None:
    """Work told in prose, without a head: what was done, of which neither employer nor dates are known. It goes on with
    the last of `found` where that has no head either; what begins with the name of a listed employer tells of that job."""
    listed = [job for job in found if job.address is not None]
    job = found[-1] if len(listed) < len(found) else None
    for i, passage in enumerate(passages(rows)):
        job = _named_job(passage.text, listed) or job
        if job is None and listed and not (i or passage.bullet or passage.rows[0].prose):
            continue  # a line that says what comes
        if job is None:
            job = Work()
            found.append(job)
        at = next(i for i, other in enumerate(found) if other is job)
        job.highlights.extend(ledger.passage(passage, "work", at))
    if job is not None and job not in listed:
        _date_by_words(job, ledger)


def _named_job(text: str, jobs: list[Work]) -> Work | None:
    """The job whose employer a paragraph names first, in part or in whole, before a mark ("Acme. I looked after ...")."""
    match = _NAMED_FIRST.match(text)
    if match is None:
        return None
    name = fold(match["name"])
    return next((job for job in jobs if f"{fold(job.name or '')} ".startswith(f"{name} ")), None)


def _date_by_words(made: Work, ledger: Ledger) -> None:
    """A job whose head has no dates has those with which one of its first sentences begins: "Since 2020."."""
    if made.startDate or made.endDate or made.current:
        return
    for statement in [*made.summary, *made.highlights][:_FIRST]:
        dates = next(iter(find(statement.text)), None)
        if dates is not None and not dates.single and dates.begin == 0:
            give_dates(made, dates.written(ledger.month_first))
            return


def _spans_the_next(entries: list[Entry], heads: list[Head], at: int) -> bool:
    """Whether an entry is a company with the whole time there, above its positions: it says no more than its name, and
    the next names no other and lies within."""
    entry, head = entries[at], heads[at]
    if head.position is not None or head.name is None or entry.content or at + 1 == len(entries):
        return False
    whole, below = entry.dates, entries[at + 1].dates
    if heads[at + 1].name is not None or heads[at + 1].position is None or whole is None or below is None:
        return False
    if whole.single or not whole.start or not below.start or below.start[:4] < whole.start[:4]:
        return False
    return whole.current or bool(below.end and whole.end and below.end[:4] <= whole.end[:4])


def _goes_on(entries: list[Entry], heads: list[Head], at: int) -> bool:
    """Whether the employer of a bare title is that of the entry above it: the title says so, or that entry allows it."""
    same = any(SAME.search(row.text) for row in entries[at].head)
    return same or (at > 0 and _may_go_on(entries[at - 1], heads[at - 1]))


def _may_go_on(entry: Entry, head: Head) -> bool:
    """Whether the employer of an entry may be that of a bare title below it: not where it stands behind the entry's own
    title, as each entry then would have its own there."""
    text = "\n".join(row.text for row in entry.head)
    name, position = text.find(head.name or "\0"), text.find(head.position or "\0")
    return name < 0 or position < 0 or name < position


def _goes_on_still(entries: list[Entry], at: int) -> bool:
    """Whether the first job, with no more than the date of its start, goes on: all others have ranges, and it started
    when none of them had yet begun."""
    dates = [entry.dates for entry in entries]
    first, others = dates[0], dates[1:]
    if at or not others or first is None or not first.single:
        return False
    return all(d is not None and not d.single and (d.start or "9") < (first.start or "") for d in others)


def _content(
    made: Work, rows: list[Row], ledger: Ledger, section: Section, index: int, splitter: Splitter
) -> None:
    """Bullets are highlights; prose above the first bullet is the summary; prose alone too, unless it comes in lines."""
    official = [row for row in rows if is_official(row.text)]
    for row in official:
        ledger.say([row], row.line.text, section, index)
    rows = [row for row in rows if not (is_label(row) or row in official)]
    said: list[Passage] = passages(rows, splitter.edge, splitter.pitch)
    bullets = [i for i, passage in enumerate(said) if passage.bullet]
    first = bullets[0] if bullets else (1 if len(said) > 1 and _apart(said) else 0)
    for i, passage in enumerate(said):
        statements = ledger.passage(passage, section, index)
        if i < first:
            made.summary.extend(statements)
        else:
            made.highlights.extend(statements)


def _apart(said: list[Passage]) -> bool:
    """Whether the first passage stands apart from those below: less indented, as a line above a list is."""
    first, second = said[0].rows[0], said[1].rows[0]
    centred = abs(first.x0 + first.x1 - second.x0 - second.x1) < 4
    return not centred and all(p.rows[0].x0 > first.x0 + 4 for p in said[1:])
