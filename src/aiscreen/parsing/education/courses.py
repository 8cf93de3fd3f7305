"""Education: institution, kind of degree and field in whichever order they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from aiscreen.models.resume import Education
from aiscreen.parsing.dates import LATER, Dates, find
from aiscreen.parsing.education.degrees import fill, fill_fields
from aiscreen.parsing.education.schools import is_school, school_behind
from aiscreen.parsing.education.studies import STUDIED
from aiscreen.parsing.entries.nested import with_schools
from aiscreen.parsing.entries.splitter import Entry, Splitter, give_dates
from aiscreen.parsing.heads.segments import by_colour
from aiscreen.parsing.heads.wrapped import unfinished, wraps
from aiscreen.parsing.rows import Cell, Row, ends_sentence, reach
from aiscreen.parsing.rows.asides import rest_of_cell
from aiscreen.parsing.rows.grids import unzip
from aiscreen.parsing.rows.passages import join, passages
from aiscreen.parsing.statements import Ledger
from aiscreen.parsing.words.contact import EMAIL, behind
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.schools import degree_in, names_school
from aiscreen.text import vocabulary

_GLUED = re.compile(r"(\w+[a-zà-ÿż])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_STRONG = re.compile(
    r"\s*[|•·‧∙⋅▪◦■;]\s*|\s+[–—-]{1,2}\s+|\s{3,}|(?<=[^\W\d_]{3})\.\s+(?=[A-Z][\w ]{2,24}:)|\s+(?:at|@|from|bei|à l['’]|an der)\s+(?=[A-ZÉÀ])"
)

_STOPPED = re.compile(r"(.{8,}[^\W\d_]{3})\.\s+([A-ZÀ-Þ].+)")
_BRACKETED = re.compile(r"(.{4,}?)\s*\(([A-ZÀ-Þ][^()]+)\)$")
_GUIDED = re.compile(
    r"(?:(?:thesis |co-?)?(?:super|ad)vis[eo]rs?|supervised by|advised by|(?:ph\.?d\.? |master[’']?s? |bachelor[’']?s? )?(?:thesis|dissertation)"
    r"|mentors?|betreuer(?:in)?|abschlussarbeit|directeur|director de tesis|orientador(?:a)?|relatore)\b[\w ]{0,12}:?\s",
    re.I,
)
"""What is said of who guided a course, and of its thesis."""
_BY = re.compile(r"[.,;]\s+(?:(?:super|ad)vised by|(?:super|ad)vis[eo]rs?:)\s.*$", re.IGNORECASE)
_SYSTEM = re.compile(r"\bUniversity of(?: [A-Z][\w'’ʻ]+){1,2}$|\b(?:State|City) University$")
"""Schools of several campuses, each named by its place."""

# Words that say what kind of a subject it is, and stand before it: a line that stops at one goes on.
_HALVES = vocabulary(
    """
    aeronautical aerospace applied communications artificial biomedical chemical civil cognitive computational computer electrical electronic electronics environmental financial
    human industrial information international machine mechanical molecular natural nuclear political public social software structural telecommunications theoretical
    """
)


def is_education(row: Row) -> bool:
    """Whether a row's words name a school or a degree."""
    return not row.bullet and (names_school(row.text) or degree_in(row.text) is not None)


def parse_education(rows: list[Row], ledger: Ledger, offset: int = 0) -> list[Education]:
    """The courses of study of a section."""
    rows = unzip(
        with_schools(rows),
        lambda a, b: (names_school(a.text) and names_school(b.text)) or bool(find(a.text) and find(b.text)),
    )
    rows = [part for row in rows for part in _side_by_side(row)]
    splitter = Splitter(rows, ranges=False, start_words=_names, month_first=ledger.month_first)
    found: list[Education] = []
    for entry in splitter.entries():
        more = entry.dates is None or (entry.dates.single and any(course.studyType for course in found))
        table = entry.rows[0].record is not None
        if found and more and not table and not any(map(is_education, entry.rows)):
            for passage in passages(entry.rows):
                found[-1].highlights.extend(ledger.passage(passage, "education", offset + len(found) - 1))
        else:
            found.append(_one(entry, offset + len(found), ledger))
    for made in found:
        if made.institution is None and any(other.institution for other in found):
            school_behind(made)
    return found


def _names(row: Row) -> str:
    """What a row names: a school, a degree, both, or neither (empty)."""
    if not is_education(row):
        return ""
    school, degree = is_school(row.text), degree_in(row.text) is not None
    return "both" if school and degree else "school" if school else "degree"


def _side_by_side(row: Row) -> list[Row]:
    """A row that ends in a second school behind the first one's dates, as two: courses flow beside each other."""
    *before, last = row.cells
    dated = any(find(cell.text) for cell in before)
    if not dated or not is_school(last.text) or not any(is_school(cell.text) for cell in before):
        return [row]
    return [Row(row.line, row.index, before, row.sides, row.bullet), Row(row.line, row.index, [last])]


def _one(entry: Entry, index: int, ledger: Ledger) -> Education:
    made = Education()
    said = [
        r
        for r in entry.rows[1:]
        if (r.prose and r in entry.content and not is_education(r)) or _GUIDED.match(r.text)
    ]
    head = [r for r in entry.head if r not in said]
    head += [r for r in entry.content if not r.bullet and r not in said]
    bullet = next((row for row in entry.content if row.bullet), None)
    if (
        bullet is not None
        and not any(degree_in(row.text) for row in head)
        and bullet.count <= 12
        and (degree := degree_in(bullet.text)) is not None
        and degree[0] == 0
    ):
        head.append(bullet)
    head = [row for row in head if "@" not in row.text or not EMAIL.search(row.text)]
    texts = _texts(fill_fields(made, head))
    fill(made, texts)
    dates = entry.dates or _in_passing(head)
    if dates is not None:
        give_dates(made, replace(dates, start=None) if dates.single else dates)
    made.address = ledger.head(head, "education", index)
    for passage in passages([row for row in entry.content if row.bullet or row not in head]):
        made.highlights.extend(ledger.passage(passage, "education", index))
    return made


def _in_passing(head: list[Row]) -> Dates | None:
    """The time that a sentence gives for its course ("B.Sc from Fergusson College, Pune in 2017 with 72%")."""
    found = [dates for row in head if degree_in(row.text) is not None for dates in find(row.text)]
    return found[0] if len(found) == 1 else None


def _texts(rows: list[Row]) -> list[str]:
    """The parts of a head, without dates; lines that a narrow column broke are whole again."""
    found: list[tuple[str, Row, Cell]] = []
    for row in rows:
        for part in (row, *row.sides):
            for cell in (coloured for whole in part.cells for coloured in _by_weight(whole)):
                text = _unglued(rest_of_cell(cell))
                text = _BY.sub("", text) if "by" in text or ":" in text else text
                text = LATER.sub("", text) if "(" in text else text
                text = behind(STUDIED, text) if "I" in text[:26] else text
                if not text:
                    continue
                above = next(
                    (i for i in range(len(found) - 1, -1, -1) if _goes_on(found[i], text, part, cell)),
                    None,
                )
                if above is None:
                    found.append((text, part, cell))
                else:
                    found[above] = (join([found[above][0], text]), part, cell)
    return [
        _unstopped(piece.strip(" ,;|·•"))
        for text, _, _ in found
        for piece in _pieces(text)
        if piece.strip(" ,;|·•")
    ]


def _by_weight(cell: Cell) -> list[Cell]:
    """A cell as two where bold words name a school, and plain ones behind them a degree, or the other way round."""
    words = cell.words
    stop = next((i for i, word in enumerate(words) if word.bold != words[0].bold), 0)
    if stop and all(word.bold != words[0].bold for word in words[stop:]):
        first, rest = Cell.of(words[:stop]), Cell.of(words[stop:])
        school, degree = (first, rest) if names_school(first.text) else (rest, first)
        if is_school(school.text) and degree_in(degree.text) is not None and not names_school(degree.text):
            return [first, rest]
    return by_colour(cell)


def _pieces(text: str) -> list[str]:
    """The names that marks and "at" part, save in the name of a campus ("University of Texas at Austin")."""
    found, begin = [], 0
    for mark in _STRONG.finditer(text):
        if not (mark.group().strip() == "at" and _SYSTEM.search(text, begin, mark.start())):
            found.append(text[begin : mark.start()])
            begin = mark.end()
    return [*found, *_school_apart(text[begin:])]


def _school_apart(text: str) -> list[str]:
    """A degree and the school behind it, parted by a full stop or brackets ("MSc in Physics. University of Leeds")."""
    parts = _STOPPED.match(text) or _BRACKETED.match(text)
    if parts is None or degree_in(parts[1]) is None or names_school(parts[1]) or not names_school(parts[2]):
        return [text]
    return [parts[1], parts[2]]


def _unglued(text: str) -> str:
    """A part of a head with a mark between a degree and the school that begins right behind it ("MPharmCardiff University")."""
    glued = _GLUED.match(text)
    degree = degree_in(glued[1]) if glued is not None else None
    whole = glued is not None and degree == (0, len(glued[1]))
    return f"{text[: glued.end()]} | {text[glued.end() :]}" if glued is not None and whole else text


def _unstopped(text: str) -> str:
    """A part of a head without the full stop that ends it."""
    return text[:-1] if text.endswith(".") and ends_sentence(text) else text


def _goes_on(above: tuple[str, Row, Cell], text: str, row: Row, cell: Cell) -> bool:
    last, other, over = above
    end, first, left, x0 = over.words[-1], cell.words[0], over.x0, cell.x0
    return (
        other is not row
        and (end.bold, round(end.size)) == (first.bold, round(first.size))
        and (abs(left - x0) < 3 or (text[:1].islower() and left < x0 < left + 30))
        and (
            row.wrapped
            or unfinished(last, text)
            or wraps(other, row, over)
            or _is_half(last, text)
            or (over.x1 == other.x1 and _lacked_room(other, row, text))
        )
    )


def _lacked_room(above: Row, row: Row, text: str) -> bool:
    """Whether a row begins with words that its column had no room for behind those above, and that name nothing by
    themselves."""
    rest = text.partition(", ")[0] if is_education(row) else text  # "Engineering, University of Leeds"
    if names_school(rest) or degree_in(rest) is not None or is_place(rest) or len(rest.split()) > 3:
        return False
    if rest is not text and (names_school(above.text) or degree_in(above.text) is None):
        return False
    if names_school(above.text) and degree_in(above.text) is None:
        ends = above.text.count(" ") > 0 and names_school(above.text.rpartition(" ")[2])
        if ends or above.x1 > above.edge - 0.5:
            return False  # a whole name; the longest line of all tells nothing of the room
    last, word = above.cells[-1].words[-1], row.first
    same = abs(last.size - word.size) < 0.3 and last.color == word.color
    return same and 0 < above.edge < reach(above, row)


def _is_half(first: str, second: str) -> bool:
    """Whether a line stops within the name of a subject ("BEng in Software" / "Engineering")."""
    return (
        first.rpartition(" ")[2].casefold() in _HALVES
        and 0 < len(second.split()) <= 3
        and second[:1].isupper()
        and not names_school(second)
    )
