"""Entries: a section's rows parted into jobs, courses or projects, each a head and what is said below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from aiscreen.models.resume import Dated
from aiscreen.parsing.dates import Dates
from aiscreen.parsing.entries.signs import in_head, is_dated, pick
from aiscreen.parsing.entries.starts import Starts
from aiscreen.parsing.entries.wrapping import edge_of
from aiscreen.parsing.rows import Row, gap
from aiscreen.parsing.rows.asides import dates_of
from aiscreen.parsing.words.heads import is_official
from aiscreen.parsing.words.titles import is_title, may_be_title


@dataclass
class Entry:
    """One entry: its head rows, the rows below, its dates, and what stands beside the rows below."""

    rows: list[Row]
    head: list[Row] = field(default_factory=list)
    content: list[Row] = field(default_factory=list)
    dates: Dates | None = None
    asides: list[Row] = field(default_factory=list)


def give_dates(made: Dated, dates: Dates) -> None:
    """Gives what an entry tells of its dates."""
    made.startDate, made.endDate, made.current = dates.start, dates.end, dates.current


class Splitter(Starts):
    """Splits the rows of one section. `month_first` says how the document writes dates whose day could be the month."""

    def __init__(
        self,
        rows: list[Row],
        ranges: bool = True,
        start_words: Callable[[Row], str] | None = None,
        month_first: bool = False,
    ) -> None:
        super().__init__(rows, ranges, start_words)
        self.month_first = month_first
        self.edge = edge_of(self.rows, self.wrapped)
        pairs = zip(pairwise(self.rows), self.wrapped[1:], strict=False)
        self.pitch = min((gap(a, b) for (a, b), on in pairs if on and b.y > a.y), default=None)

    def entries(self) -> list[Entry]:
        return [self._entry(*span) for span in pairwise([*self.starts(), len(self.rows)])]

    def _late_title(self, rows: list[Row], stop: int) -> Row | None:
        """The title of a job whose head names none: below facts about it ("Hours per week: 40"), or set as its first row is."""
        if any(may_be_title(row.text) and not is_official(row.text) for row in rows[:stop]):
            return None
        distinct = rows[0].style[:3] != self.plain[:3]
        above = takewhile(lambda row: not (row.bullet or row.prose), rows[stop : stop + 6])
        for before, row in zip(rows[stop - 1 :], above, strict=False):
            styled, asked = distinct and row.style == rows[0].style, is_official(before.text)
            if is_official(row.text) or not (styled or asked):
                continue
            if is_title(row.text) or (styled and asked):
                return row
        return None

    def _entry(self, start: int, end: int) -> Entry:
        rows = self.rows[start:end]
        entry = Entry(rows)
        dated = [
            row.dated_beside or i in self.spans or (is_dated(row) and not self.wrapped[i])
            for i, row in enumerate(rows, start)
        ]
        found = [d for i, row in enumerate(rows) for d in (dates_of(row) if dated[i] else [])]
        entry.dates = pick([dates.written(self.month_first) for dates in found])
        anchor = next((i for i in range(len(rows)) if dated[i]), None)
        stop = 1
        while self.listed and stop < len(rows) and self.wrapped[start + stop]:
            stop += 1
        if anchor is not None:
            stop = anchor if (rows[anchor].bullet or rows[anchor].prose) and anchor > 0 else anchor + 1
            if self.wrapped[start + stop - 1] or rows[stop - 1].bullet:
                # dates beside what is said: the head ends above that
                stop = next(i for i in range(stop, 0, -1) if i == 1 or not self.content_like(start + i - 1))
        while stop < len(rows) and not self.wrapped[start + stop] and in_head(rows, stop, self.plain):
            stop += 1
        if self.titled_above:
            entry.head, entry.content = [rows[0], rows[-1]], rows[1:-1]
            return entry
        late = self._late_title(rows, stop)
        entry.head = rows[:stop] + [row for row in rows[stop:] if _names(row) or row is late]
        entry.content = [row for row in rows[stop:] if not _names(row) and row is not late]
        entry.asides = [side for row in entry.content for side in row.sides]
        return entry


def _names(row: Row) -> bool:
    """Whether a row is a field of the head wherever it stands: a form's, or a table's cell in which nothing is said."""
    return row.label is not None or (row.record is not None and row.part and not (row.said or row.bullet))
