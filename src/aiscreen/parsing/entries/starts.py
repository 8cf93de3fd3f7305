"""Starts: the rows with which a section's entries begin.

A résumé keeps one pattern through a section. The first entry shows it (nothing stands above it but the heading):
how many rows before the dates an entry starts, and in what style. The others are found by that pattern.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from aiscreen.parsing.entries.broken_dates import mend
from aiscreen.parsing.entries.dates_behind import starts_before_dates
from aiscreen.parsing.entries.forms import unlabel
from aiscreen.parsing.entries.marks import unbullet, undate
from aiscreen.parsing.entries.promotions import forget_promotions
from aiscreen.parsing.entries.signs import (
    USED,
    begins_span,
    date_edge,
    date_edges,
    is_label,
    likeness,
    opens_dated,
    plain_style,
    range_beside,
    standing,
    titled,
)
from aiscreen.parsing.entries.undated import starts_by_style
from aiscreen.parsing.entries.whole_heads import whole_heads
from aiscreen.parsing.entries.wrapping import wrapped_rows
from aiscreen.parsing.heads.wrapped import unfinished
from aiscreen.parsing.rows import Row, gap
from aiscreen.parsing.rows.asides import dates_of, lay
from aiscreen.parsing.words.heads import is_official

_GOES_ON = ("— ", "– ", "- ", "| ", "· ", ", ")
"""How a row begins that goes on with the one above it."""


class Starts:
    """Finds the starts in one section's rows. `start_words` says what a row may start by its words; `ranges`, whether single
    dates near a range belong to its entry."""

    def __init__(self, rows: list[Row], ranges: bool, start_words: Callable[[Row], str] | None) -> None:
        self.rows = unbullet(forget_promotions(lay(whole_heads(mend(unlabel(undate(rows)))))))
        self.start_words = start_words
        self.plain = plain_style(self.rows)
        self.wrapped = wrapped_rows(self.rows)
        for row, flag in zip(self.rows, self.wrapped, strict=True):
            row.wrapped = flag
        self.listed = self._list()
        self.anchors = self._anchors(ranges)
        self.titled_above = starts_before_dates(self.rows, self.anchors, self.plain)

    def _list(self) -> list[int]:
        """The indices of the entries of a section that is one list of bullets, each an entry ("• rankeval: ...")."""
        rows = self.rows
        if (
            not rows
            or not rows[0].bullet
            or any(not (row.bullet or self.wrapped[i]) for i, row in enumerate(rows))
        ):
            return []
        first = [i for i, row in enumerate(rows) if row.bullet and row.x0 < rows[0].x0 + 4]
        for i in first:
            rows[i].bullet = False
        return first

    def _anchors(self, ranges: bool) -> list[int]:
        """Rows with a date that belongs to an entry; ranges where there are any, else single dates."""
        strong: list[int] = []
        weak: list[int] = []
        self.spans = {i for i, row in enumerate(self.rows) if begins_span(row) and not self.wrapped[i]}
        if not (0 in self.spans and len(self.spans) > 1):
            self.spans = set()  # a list of times, each with what was done
        for i, row in enumerate(self.rows):
            told = row.bullet or row.said or self.wrapped[i] or not standing(row)
            if told and not row.dated_beside and i not in self.spans:
                continue
            single = row.told is None and all(d.single for d in dates_of(row))
            (weak if single else strong).append(i)
        strong = [i for i in strong if not self._inner(i, strong)]
        if strong and ranges:
            column = {round(x) for i in strong for x in date_edges(self.rows[i])}
            weak = [
                i
                for i in weak
                if date_edge(self.rows[i], column) is not None or not any(self._near(i, j) for j in strong)
            ]
        return sorted({self._base(i) for i in strong + weak})

    def _inner(self, i: int, strong: list[int]) -> bool:
        """Whether a dated row is the head of a piece of work within a job: further right than the job's head, which
        names a position of its own."""
        row, head = self.rows[i], self.rows[strong[0]]
        return row.x0 > head.x0 + 6 and len(row.cells) == 1 and titled(head)

    def _base(self, i: int) -> int:
        """The row of the head to which a date beside row `i` belongs: above what is said."""
        j = i
        while j > 0 and self.content_like(j):
            j -= 1
        return i if self.content_like(j) else j

    def _near(self, one: int, other: int) -> bool:
        low, high = sorted((one, other))
        return high - low <= 3 and not any(self.rows[k].bullet for k in range(low, high + 1))

    def content_like(self, i: int) -> bool:
        """Whether the row says something rather than names something."""
        row = self.rows[i]
        if row.label is not None or row.told is not None:
            return False
        if ":" in row.text and USED.match(row.text):
            return True
        named = row.first.bold and not self.plain[1] and row.count <= 16
        named = named or (len(row.cells) == 2 and row.count <= 20 and range_beside(row)) or opens_dated(row)
        if not named and not row.bullet and not self.wrapped[i] and date_edge(row) is not None:
            years = any(len(d.end or d.start or "") == 4 for _, found in row.found for d in found)
            named = years or i == 0 or date_edge(self.rows[i - 1]) is None  # no start below its end
        return row.bullet or row.said or self.wrapped[i] or (row.prose and not named) or is_label(row)

    def starts(self) -> list[int]:
        """The indices of the rows with which entries start."""
        if not self.rows:
            return []
        if self.listed:
            return self.listed
        if records := [i for i in range(len(self.rows)) if self._opens_record(i)]:
            return records if records[0] == 0 else [0, *records]
        if not self.anchors:
            return starts_by_style(self.rows, self.plain, self.start_words)
        if self.titled_above:
            return self.titled_above
        first = self.anchors[0]
        start = self._first_start(first)
        depth = first - start
        found = [start]
        for before, anchor in pairwise(self.anchors):
            if anchor - before == 1 and not self.content_like(anchor) and self._one_head(before, anchor):
                continue
            found.append(self._start(anchor, max(before + 1, found[-1] + 1), depth, self.rows[start]))
        return self._fill(sorted(set(found)), self.rows[start])

    def _opens_record(self, i: int) -> bool:
        """Whether a row holds the first cell of a table's row."""
        record = self.rows[i].record
        return record is not None and (i == 0 or self.rows[i - 1].record != record)

    def _one_head(self, before: int, anchor: int) -> bool:
        """Two dated rows on end: a company with its whole span above its first position, or a range on two rows."""
        rows = self.rows
        return rows[before].only_dates and rows[anchor].only_dates

    def _first_start(self, anchor: int) -> int:
        start = anchor
        while start > 0 and not self.content_like(start - 1):
            start -= 1
        if start == anchor and (self.content_like(anchor) or self.rows[anchor].only_dates):
            start = 0  # nothing above has dates: what stands there is this entry's
        above = self.rows[:start]
        if 0 < start <= 3 and not any(row.bullet or row.count > 14 for row in above):
            told = self.rows[start].style[:2] > self.plain[:2] and all(row.prose for row in above)
            start = start if told else 0  # a sentence above the first heading
        return start if anchor - start <= 5 else anchor - 1

    def _start(self, anchor: int, low: int, depth: int, model: Row) -> int:
        """The row at or above a dated row with which its entry starts: most like the first entry's start."""
        if self._heads_span(anchor):
            return anchor
        while anchor > low and self._in_one_line(anchor):
            anchor -= 1
        usual = anchor - depth
        if depth and usual >= low and self._is_usual(usual, low, anchor, model):
            return usual
        best, best_score = anchor, -99.0
        for start in range(anchor, max(low, anchor - 6) - 1, -1):
            if start < anchor and self.rows[start].bullet > model.bullet and not self.rows[anchor].only_dates:
                break  # the last item of the entry above
            if start < anchor and self.content_like(start):
                if anchor - depth < start and self.rows[anchor].only_dates and not self.rows[start].prose:
                    continue
                if start != anchor - depth or self.wrapped[start] or likeness(self.rows[start], model) < 4:
                    break
            score = self._score(start, low, model) + (2.5 if anchor - start == depth else 0.0)
            if score > best_score + 1e-6:
                best, best_score = start, score
        return best

    def _is_usual(self, usual: int, low: int, anchor: int, model: Row) -> bool:
        """Whether the row as far above the dates as in the first entry looks as that one's start does."""
        alike = likeness(self.rows[usual], model)
        if alike < 5 or self.content_like(usual) or any(row.bullet for row in self.rows[usual:anchor]):
            return False
        return not (
            usual > low and alike < likeness(self.rows[usual - 1], model) and not self.content_like(usual - 1)
        )

    def _score(self, start: int, low: int, model: Row) -> float:
        """How much a row says by itself for being the start of an entry: its look, and the white space above it."""
        row = self.rows[start]
        score = 1.2 * likeness(row, model)
        score += 1.5 if self.content_like(start - 1) else 0.0
        score += min(2.0, max(0.0, gap(self.rows[start - 1], row) / max(4.0, row.height)) * 2)
        if self.content_like(start) or (start > low and row.text[:2] in _GOES_ON):
            score -= 3
        return score - 5 if row.only_dates and not model.only_dates else score

    def _heads_span(self, i: int) -> bool:
        """Whether a row is a heading that is a span of time and nothing else, where other heads hold more than that."""
        row = self.rows[i]
        first = self.rows[self.anchors[0]]
        larger = (row.first.size, row.first.bold) > (first.first.size, first.first.bold)
        return (
            row.only_dates
            and row.ranged
            and not first.only_dates
            and larger
            and row.style[:2] != self.plain[:2]
        )

    def _in_one_line(self, i: int) -> bool:
        """Whether a row ends what the one above it began: a head over two lines, its date at the second's end."""
        above, row = self.rows[i - 1], self.rows[i]
        near = above.line.block == row.line.block and gap(above, row) < 0.9 * row.first.size
        plain = not above.bullet and not above.found and len(above.cells) == len(row.cells) == 1
        return near and plain and above.style == row.style and unfinished(above.text, row.text)

    def _fill(self, starts: list[int], model: Row) -> list[int]:
        """Entries without dates between those with dates: rows in the distinct style of the first row of entries."""
        if model.style[:3] == self.plain[:3] and not model.caps:
            return starts
        known = set(starts)
        for i in range(1, len(self.rows)):
            row = self.rows[i]
            if (
                i in known
                or self.content_like(i)
                or is_official(row.text)
                or row.style != model.style
                or abs(row.x0 - model.x0) > 3
                or not self.content_like(i - 1)
            ):
                continue
            if any(
                i < a and all(not self.content_like(k) for k in range(i, a))
                for a in self.anchors
                if a - i <= 5
            ):
                continue
            known.add(i)
        return sorted(known)
