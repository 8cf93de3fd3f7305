"""What a row of an entry says of itself: whether a date stands on its own there, whether it is a label, how it looks."""

from __future__ import annotations

import re

from aiscreen.parsing.dates import LATER, Dates, without_durations
from aiscreen.parsing.heads.segments import labelled_place
from aiscreen.parsing.rows import Row, Style, ends_sentence
from aiscreen.parsing.rows.asides import rest_of_cell
from aiscreen.parsing.words.headings import LABELS, key
from aiscreen.parsing.words.heads import LEAD, NAMES, STRONG, without_remark
from aiscreen.parsing.words.places import is_place, place_score
from aiscreen.parsing.words.titles import is_title, may_be_title

_LIFE = re.compile(
    r"(?:(?:now|in|a|the)\s)?(?:live|production|product|launched|released|shipped|built|stopped|retired|deployed|running|in use|started|"
    r"published|replaced|switched|version|pilot|piloted|discontinued|active|maintained|sold)\b",
    re.IGNORECASE,
)
"""What is said of a product in a bracket beside its dates."""
USED = re.compile(
    r"(?:(?:key|main|core|used)\s)?(?:environment|technolog(?:y|ies)(?: stack)?|tools|tech(?:nical)? stack|tech|stack|skills|tools and technologies|"
    r"duties|responsibilities|accomplishments|achievements|technologien|werkzeuge|technologies utilisées|environnement technique|tecnologías|tecnologias|tecnologie)"
    r"\s*(?:used\s*)?:",
    re.IGNORECASE,
)
"""What stands in a job before what was used or done there, and in bold names no employer."""
_ENDED = re.compile(
    r"(?:date )?(?:completed|awarded|conferred|obtained|graduated|graduation|completion|abgeschlossen|abschluss|obtenu|obtention|obtenido|finalizado|concluído|behaald|afgerond|conseguit[ao])"
    r"(?: date| (?:in|on|im|en|em|nel))?:?",
    re.IGNORECASE,
)
"""What stands before the date at which a course ended."""
_QUOTES = ('"', "“", "”", "„", "«")
_STRONG = ("|", "•", "·", "‧", "∙", "⋅", "▪", "◦", "■")


def standing(row: Row) -> bool:
    """Whether a date stands on its own on this row: in a cell of its own, or at the edge of a short text."""
    if row.label is not None or row.told is not None:
        return bool(row.found)
    if date_edges(row):
        return True
    return any(_stands(row, cell.text, dates) for cell, found in row.found for dates in found)


def _stands(row: Row, text: str, dates: Dates) -> bool:
    """The same of one date in the text of a row's cell."""
    head, tail = text[: dates.begin], text[dates.stop :]
    named = text if dates.single else without_remark(text, dates.stop)
    before, after = _before(head, dates), _after(named[dates.stop :])
    if not (before or after) or _marked_off(head, tail, within=dates.single):
        return True
    if _is_told(head):
        return False
    if head.rstrip().endswith("(") and (len(before.split()) <= 8 or not (after or dates.single)):
        return True
    if not dates.single and _opens(tail, before) and not _is_since(row, dates):
        return True
    if row.prose or row.count - len(text[len(named) :].split()) > 16:
        return False
    if not before or not after:
        return not dates.single or row.count <= 14
    return not dates.single and (is_place(after) or len(row.text) < 90)


def _before(head: str, dates: Dates) -> str:
    """What stands before dates besides marks and words that lead to them."""
    before = head.strip(" ([|,·•–—-")
    before = LEAD.sub("", before) if ":" in before else before
    return "" if dates.single and _ENDED.fullmatch(before) else before


def _after(tail: str) -> str:
    """What stands behind dates besides marks, how long that was, and that it is still to come."""
    tail = tail[later.end() :] if "(" in tail and (later := LATER.match(tail)) else tail
    after = tail.strip(" )].,;|·•–—-")
    return after if after and without_durations(after, "").strip(" ()·,|-–") else ""


def _opens(after: str, before: str) -> bool:
    """Whether a mark parts a range from what is told behind it: one with which a row begins ("2016 to now, responsible
    for ..."), or one behind names ("Acme, engineer, 2012-2017: models of risk")."""
    mark = after.lstrip(" )]")[:1]
    return mark == ":" if before else mark in (",", ":", "–", "—", "-", "|")


def begins_span(row: Row) -> bool:
    """Whether a row begins with a range of dates."""
    cell, found = row.found[0] if row.found and not row.bullet else (None, ())
    return cell is row.cells[0] and found[0].begin <= 1 and not found[0].single


def opens_dated(row: Row) -> bool:
    """Whether a row begins with a range of dates and a mark: an entry, whatever is told behind it."""
    cell, found = row.found[0] if row.found else (None, ())
    if cell is not row.cells[0] or row.bullet or found[0].single or found[0].begin > 1:
        return False
    return _opens(cell.text[found[0].stop :], "") and not _is_since(row, found[0])


def _is_since(row: Row, dates: Dates) -> bool:
    """Whether a sentence says since when something is done ("Since 2024: drafts of letters, by a model of our own")."""
    behind = NAMES.split(row.text[dates.stop :].lstrip(" :,–—-"))[0]
    return row.prose and dates.current and row.text[:1].isalpha() and not is_title(behind)


def _is_told(before: str) -> bool:
    """Whether dates stand in a bracket that tells of a thing's life ("Claims letters (live since 2024)")."""
    inside = before.rpartition("(")[2] if "(" in before else ""
    return ")" not in inside and _LIFE.match(inside) is not None


def _marked_off(before: str, after: str, within: bool) -> bool:
    """Whether a strong mark parts a range at an end of a line from names ("Analyst | Lotus Bank | 2016 - 2017"),
    however many; `within`, whether strong marks stand on both sides of a date ("BSc | May 2018 | Leeds")."""
    head, mark = before.rstrip(), after.lstrip()
    if within:
        return head[-1:] in _STRONG and mark[:1] in _STRONG
    return (head[-1:] in _STRONG and not mark) or (mark[:1] in _STRONG and not head)


def is_label(row: Row) -> bool:
    return row.count <= 6 and key(row.text) in LABELS


def titled(row: Row) -> bool:
    """Whether a part of a row is a position's title."""
    return any(is_title(part) for part in NAMES.split(row.rest))


def place_last(row: Row) -> bool:
    """Whether a row ends in a place after a name, as a company's does ("Acme Ltd, Leeds, UK")."""
    name, comma, place = row.text.partition(", ")
    return bool(comma) and not ends_sentence(row.text) and place_score(place) > 0.5 and not is_place(name)


def date_edge(row: Row, column: set[int] | None = None) -> float | None:
    """Where a row's first cell begins, if that holds a date alone before others, in the `column` of such dates."""
    edges = date_edges(row)
    return edges[0] if edges and (column is None or not column.isdisjoint(map(round, edges))) else None


def date_edges(row: Row) -> tuple[float, ...]:
    """Where a row's first cell begins and ends, if that holds a date alone before others."""
    first = row.cells[0]
    alone = len(row.cells) > 1 and any(cell is first for cell, _ in row.found) and not rest_of_cell(first)
    return (first.x0, first.x1) if alone else ()


def range_beside(row: Row) -> bool:
    """Whether the first or the last cell of a row is a range of dates alone."""
    return any(
        not rest_of_cell(cell) and any(not dates.single for dates in found)
        for cell, found in row.found
        if cell in (row.cells[0], row.cells[-1])
    )


def is_dated(row: Row) -> bool:
    return row.dated_beside or (not row.bullet and not row.said and standing(row))


def pick(found: list[Dates]) -> Dates | None:
    """The entry's dates: its first range; two single dates on end make one, and so does one beside "Present"."""
    ranges = [d for d in found if not d.single]
    if len(found) > 1 and ranges and ranges[0].current and ranges[0].start is None:
        start = next((d.start for d in found if d.single), None)
        return (
            Dates(0, 0, start, None, current=True)
            if start
            else next((d for d in ranges if d.start), ranges[0])
        )
    if ranges:
        return ranges[0]
    if len(found) >= 2 and found[0].start and found[1].end and found[0].start[:4] < found[1].end[:4]:
        return Dates(0, 0, found[0].start, found[1].end)
    if len(found) >= 2 and found[0].end and found[1].start and found[1].start[:4] < found[0].end[:4]:
        return Dates(0, 0, found[1].start, found[0].end)  # the end above the start
    return found[0] if found else None


def plain_style(rows: list[Row]) -> Style:
    """The style of the text in which things are said: of bullets and prose, else of most characters."""
    weight: dict[Style, int] = {}
    for row in rows:
        weight[row.style] = weight.get(row.style, 0) + len(row.text) * (4 if row.bullet or row.prose else 1)
    return max(sorted(weight), key=lambda s: weight[s]) if weight else (0, False, False, False, 0)


def likeness(row: Row, model: Row) -> int:
    """How many marks of style and place two rows share: size, bold, italic, capitals, colour, indent (0-6)."""
    same = sum(a == b for a, b in zip(row.style, model.style, strict=True))
    return same + (abs(row.x0 - model.x0) < 3)


def in_head(rows: list[Row], i: int, plain: Style) -> bool:
    """Whether a row below the dates still names something: by what it holds or by a style of its own."""
    row = rows[i]
    if row.bullet or row.said or is_label(row):
        return False
    if row.told is not None:
        return row.told.dates is None
    if row.only_dates or is_place(row.text) or row.label is not None:
        return True
    if ":" in row.text and labelled_place(row):
        return True
    bold = row.first.bold and not plain[1]
    if i > 6 or (row.prose and not (bold and row.count <= 12 and is_title(row.text))):
        return False
    texts = [r for r in rows[:i] if r.rest and not is_place(r.rest)]
    distinct = row.style[:3] != plain[:3] or (row.first.color != plain[4])
    if distinct and row.count <= 14 and row.x0 <= rows[0].x0 + 12:
        return True
    said = row.count > 4 and ends_sentence(row.text)
    if not said and row.count <= 10 and is_title(row.text) and not any(may_be_title(r.rest) for r in texts):
        return True
    if not texts and row.count <= 14 and any(is_title(part) for part in STRONG.split(row.text)):
        return True  # what stands below a lone span of time names all
    follows = i + 1 < len(rows)
    return (
        not said
        and len(texts) < 2
        and sum(
            bool(rest := rest_of_cell(cell)) and not place_score(rest)
            for cell in (texts[0].cells if texts else [])
        )
        < 2
        and (row.count <= 8 or (place_last(row) and row.text.partition(", ")[0].count(" ") < 8))
        and (follows or (i == 1 and place_last(row)))
        and min(abs(row.x0 - rows[0].x0), abs(row.x0 - rows[0].cells[0].x0)) < 2
        and _begins_name(row.text)
    )


def _begins_name(text: str) -> bool:
    """Whether a text begins as names do: with a capital or a number, or a capital second ("eBay")."""
    return text[:1] not in _QUOTES and (not text[:1].islower() or text[1:2].isupper())
