"""Jobs: entries of work and volunteering sections, with positions that share a company."""

from __future__ import annotations

from typing import TypeVar

from aiscreen.models.resume import Section, Work
from aiscreen.parsing.content import Passage, passages
from aiscreen.parsing.entries import Entry, Splitter
from aiscreen.parsing.entry_rows import is_label
from aiscreen.parsing.heads import Head, assign
from aiscreen.parsing.rows import Row
from aiscreen.parsing.statements import Ledger

W = TypeVar("W", bound=Work)


def parse_work(rows: list[Row], ledger: Ledger, section: Section, kind: type[W], offset: int = 0) -> list[W]:
    """The jobs of a section, as `kind` (Work or Volunteer)."""
    splitter = Splitter(rows)
    entries = splitter.entries()
    heads = assign([[*entry.head, *entry.asides] for entry in entries])
    found: list[W] = []
    for entry, head in zip(entries, heads, strict=True):
        index = offset + len(found)
        made = kind(name=head.name, position=head.position, location=head.location, url=head.url)
        if made.name is None and made.position is not None and found:
            made.name = found[-1].name
            made.location = made.location or found[-1].location
        if entry.dates is not None:
            made.startDate, made.endDate, made.current = (
                entry.dates.start,
                entry.dates.end,
                entry.dates.current,
            )
            made.current = made.current or _goes_on_still(entries, len(found))
            made.endDate = None if made.current else made.endDate
            if entry.dates.turned and section == "work":
                ledger.doubts.add(index)
        made.address = ledger.head(entry.head, section, index)
        _content(made, entry.content, ledger, section, index, splitter)
        found.append(made)
    return found


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
    rows = [row for row in rows if not is_label(row)]
    said: list[Passage] = passages(rows, splitter.edge, splitter.pitch)
    bullets = [i for i, passage in enumerate(said) if passage.bullet]
    first = bullets[0] if bullets else (1 if len(said) > 1 and _apart(said) else 0)
    for i, passage in enumerate(said):
        statements = ledger.passage(passage, section, index)
        if i < first:
            made.summary.extend(statements)
        elif passage.bullet or len(statements) == 1:
            made.highlights.extend(statements)
        else:
            made.highlights.extend(statements)


def _apart(said: list[Passage]) -> bool:
    """Whether the first passage stands apart from those below: less indented, as a line above a list is."""
    return said[1].rows[0].x0 > said[0].rows[0].x0 + 4 and all(
        p.rows[0].x0 > said[0].rows[0].x0 + 4 for p in said[1:]
    )


__all__ = ["Head", "parse_work"]
