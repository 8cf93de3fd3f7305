"""Leads: the head of a job with which a paragraph begins, as rows of its own.

People who write a résumé as prose begin a paragraph with its job: with names and dates before the first point ("Acme
Ltd, Engineer, 2016 – 2021. I built ..."), or in a sentence ("Since May 2020 I am at Acme, as Engineer. ...").
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, pairwise, takewhile

from aiscreen.parsing.entries.bare_heads import dated_names
from aiscreen.parsing.entries.signs import is_dated
from aiscreen.parsing.entries.wrapping import LINE
from aiscreen.parsing.jobs.employed import employed
from aiscreen.parsing.jobs.held import held_jobs
from aiscreen.parsing.jobs.named import MOST_NAMES, named, part_of, rest_of, word_at
from aiscreen.parsing.jobs.spoken import told_jobs
from aiscreen.parsing.jobs.together import come_back, end_by_the_next
from aiscreen.parsing.rows import Row, Told, ends_sentence, gap, is_apart
from aiscreen.parsing.rows.passages import join
from aiscreen.parsing.words.titles import is_title

_BACK = re.compile(r"(?:Before|Prior|Previously|Earlier|And|Since|My (?:\w+ )?(?:job|role|position|post))\b")
_GOES_BACK = re.compile(rf"(?:^|(?<=[.!?]\s)){_BACK.pattern}")
"""How a sentence begins that goes back to another job: few lines hold its words at all, which is seen sooner."""
_LINES = 3
"""Lines over which a sentence may go that tells of a job."""
_HEADING = 3
"""Words in a line with which no sentence begins that goes on below it."""
_BELOW = 12
"""Lines over which sentences may go of which one tells of a job right behind another."""


def part_leads(rows: list[Row]) -> list[Row]:
    """The rows, with the heads of paragraphs parted from what is said behind them."""
    rows = _unmark(rows)
    out: list[Row] = []
    taken = 0
    for i, row in enumerate(rows):
        if i < taken:
            continue
        above = rows[i - 1] if i else None
        if row.bullet or len(row.cells) > 1:
            out.append(row)
            continue
        made, used = _parted(row, above, rows[i + 1 : i + _BELOW])
        taken = i + 1 + used
        out += made
    end_by_the_next(out)
    come_back(out)
    return out


def _parted(row: Row, above: Row | None, below: list[Row]) -> tuple[list[Row], int]:
    """A row with the heads in it parted from what is said, and how many of the rows below that took."""
    opens = _opens(above, row)
    made, used, rest = _told(row, below) if opens else ([], 0, row)
    while rest is not None and (later := _later(rest, below[used:])) is not None:
        at, (heads, more, behind) = later
        if at:
            said = part_of(rest, 0, at)
            made += rest_of(said, 0) if made else named(said, above) if opens else [said]
        made += heads
        rest, used = behind, used + more
    if not made:
        return (named(row, above) if opens else [row]), 0
    return (made if rest is None else [*made, *rest_of(rest, 0)]), used


def _later(row: Row, below: list[Row]) -> tuple[int, tuple[list[Row], int, Row | None]] | None:
    """The number of words before the first sentence in a row that goes back to another job, and that job."""
    if _BACK.search(row.text) is None:
        return None
    for match in _GOES_BACK.finditer(row.text):
        at = word_at(row, match.start())
        if at < len(row.cells[0].words) and (found := _told(part_of(row, at, None), below))[0]:
            return at, found
    return None


def _unmark(rows: list[Row]) -> list[Row]:
    """The rows, where marks before heads are no bullets: those of dated names with prose below them that stands no further
    right, and the dated ones beside those."""
    heads = [
        row
        for row, below in pairwise(rows)
        if row.bullet and not below.bullet and below.prose and below.x0 < row.x0 + 1 and _is_titled(row)
    ]
    edges = {round(row.x0) for row in heads}
    return [_head_of(row) if row.bullet and round(row.x0) in edges else row for row in rows]


def _head_of(row: Row) -> Row:
    """A bullet as a head, if it holds a date early on."""
    if _is_titled(row):
        return replace(row, bullet=False)
    dates = row.found[0][1][0] if row.found else None
    name = row.found[0][0].text[: dates.begin].strip(" ,(–—-:") if dates else ""
    if not 0 < len(name.split()) <= MOST_NAMES:
        return row
    return replace(row, bullet=False, told=Told(name, None, dates))


def _is_titled(row: Row) -> bool:
    """Whether a row holds a title among its names, with a range of dates."""
    return row.ranged and any(is_title(name) for name in dated_names(row))


def _opens(above: Row | None, row: Row) -> bool:
    """Whether a row is the first of a paragraph."""
    if above is None or above.bullet or is_apart(above, row) or not above.prose:
        return True
    if row.first.bold and not above.cells[-1].words[-1].bold:
        return True  # the names stand in bold
    return len(row.text) > LINE and ends_sentence(above.text)


def _told(row: Row, below: list[Row]) -> tuple[list[Row], int, Row | None]:
    """The jobs of which the sentences tell with which a paragraph begins, each a row; how many of the rows below that took;
    and what the last line says behind them."""
    if not (row.figures or any(line.figures for line in below[: _LINES - 1])):
        return [], 0, row  # no time
    lines = [row]
    most = _LINES if row.count > _HEADING and len(row.text) <= LINE else 1
    while len(lines) < most and len(lines) <= len(below):
        line = below[len(lines) - 1]
        if (
            line.bullet
            or len(line.cells) > 1
            or abs(line.x0 - row.x0) > 3
            or gap(lines[-1], line) > 0.6 * row.height
        ):
            break
        lines.append(line)
    text = join([line.text for line in lines])
    held = held_jobs(text)
    stated = employed([line.text for line in lines]) if len(held) < 2 else None
    jobs = held if len(held) > 1 else [stated] if stated else told_jobs(text) or held
    if not jobs or (stated is None and jobs[0][1] > len(row.text) and dated_names(row)):
        return [], 0, row  # none, or a head that no point ends
    return _heads(lines, jobs)


def _heads(lines: list[Row], jobs: list[tuple[Told, int]]) -> tuple[list[Row], int, Row | None]:
    """The jobs that lines tell of as rows, the number of the line that holds what is said behind them, and that."""
    made: list[Row] = []
    begin = 0
    for told, stop in jobs:
        made += _between(lines, begin, stop, told)
        begin = stop
    used = _line_at(lines, begin)
    at = begin - sum(len(line.text) + 1 for line in lines[:used])
    last = lines[used]
    stop = word_at(last, at)
    return made, used, part_of(last, stop, None) if stop < last.count else None


def part_bullets(rows: list[Row]) -> list[Row]:
    """The rows of a section in which no head has dates, with the jobs that its bullets state as heads ("• Working as
    Engineer at Acme since Jan 2019")."""
    if not any(row.bullet and row.figures for row in rows) or any(
        row.told is None and is_dated(row) for row in rows
    ):
        return rows
    if (parted := _part_items(rows)) is not None:
        return parted
    out: list[Row] = []
    taken = 0
    for i, row in enumerate(rows):
        if i < taken:
            continue
        lines = [row, *takewhile(lambda below: not below.bullet, rows[i + 1 : i + _LINES])]
        plain = row.bullet and row.figures and not any(len(line.cells) > 1 for line in lines)
        stated = employed([line.text for line in lines]) if plain else None
        if stated is None:
            out.append(row)
            continue
        made, used, rest = _heads(lines, [stated])
        out += made if rest is None else [*made, rest]
        taken = i + used + 1
    return out


def _part_items(rows: list[Row]) -> list[Row] | None:
    """The rows of a list whose items each begin with names and their time ("• 2018-2020 Engineer at Acme. I built ..."), those
    parted from what is said; None for other lists."""
    outer = min(row.x0 for row in rows if row.bullet) + 4
    items = [row for row in rows if row.bullet and row.x0 < outer]
    made = {id(row): named(replace(row, bullet=False), None) for row in items if len(row.cells) == 1}
    if len(made) < 2 or not all(len(parts) > 1 and parts[0].ranged for parts in made.values()):
        return None
    return [part for row in rows for part in made.get(id(row), [row])]


def _line_at(lines: list[Row], at: int) -> int:
    """The line that holds a place of the joined text."""
    ends = accumulate(len(line.text) + 1 for line in lines)
    return next(number for number, end in enumerate(ends) if at < end)


def _between(lines: list[Row], begin: int, stop: int, told: Told) -> list[Row]:
    """The parts of lines between two places of their joined text; the first tells of the job, the others go with it."""
    made: list[Row] = []
    start = 0
    for line in lines:
        low, high = max(begin - start, 0), min(stop - start, len(line.text))
        if low < high and line.text[low:high].strip():
            part = part_of(line, word_at(line, low), word_at(line, high))
            part.told, part.bullet = told if not made else Told(), False
            made.append(part)
        start += len(line.text) + 1
    return made
