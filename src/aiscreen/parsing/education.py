"""Education: institution, kind of degree and field in whichever order they stand."""

from __future__ import annotations

import re
from itertools import pairwise

from aiscreen.models.resume import Education
from aiscreen.parsing import dates as grammar
from aiscreen.parsing.columns import unzip
from aiscreen.parsing.contact_words import EMAIL
from aiscreen.parsing.content import join, passages
from aiscreen.parsing.entries import Entry, Splitter
from aiscreen.parsing.entry_words import degree_in, names_school
from aiscreen.parsing.places import STATE_CODES, is_place
from aiscreen.parsing.rows import Row, ends_sentence
from aiscreen.parsing.segments import by_colour, unfinished, wraps
from aiscreen.parsing.statements import Ledger
from aiscreen.parsing.vocabulary import vocabulary
from aiscreen.text import has_digit

_SCORE = re.compile(
    r"[(,;|·–-]?\s*\b(?:c?gpa|grade|note|abschlussnote|final grade|gesamtnote|moyenne|nota|voto|score|percentage|marks|result|average|class of degree|mention)\b\s*(?:[:=]|of|-)?\s*(?P<v>[\d.,]+\s*(?:/\s*[\d.,]+|%)?|[A-F][+-]?(?![\w])|[\w ]{3,20})\s*\)?|(?P<w>\b\d{1,2}(?:[.,]\d{1,2})?\s*/\s*(?:4|5|10|20|100|110)(?:[.,]0+)?\b|\b\d{2}(?:[.,]\d+)?\s?%)|\b(?P<h>(?:first[- ]class|upper second|second[- ]class|2:1|2:2|summa|magna|cum)\b[\w: -]{0,20}(?:honours|honors|laude)?)",
    re.IGNORECASE,
)
_SURE_SCHOOL = re.compile(
    r"universi|college(?! (?:studies|diploma|degree))|institut|academy|hochschule", re.IGNORECASE
)
_CAMPUSES = re.compile(
    r"(?:the )?(?:university of (?:california|texas|illinois|wisconsin|north carolina|massachusetts|maryland|michigan|minnesota|nebraska"
    r"|missouri|tennessee|hawai.?i|alaska|colorado|arkansas|houston)|california (?:polytechnic )?state university|(?:state|city) university of new york|suny|cuny"
    r"|(?:indian|national|international) institutes? of (?:information )?(?:technology|management|science education and research)|ii[tm]|nit|iiit"
    r"|(?:government |national |city |regional )?(?:college|institute|school|university) of (?:engineering|technology|science|arts|management|pharmacy|nursing|medicine|business)(?: and (?:engineering|technology|science|management|arts))?"
    r"|polytechnic(?: institute)?)",
    re.IGNORECASE,
)
"""Schools of many campuses, or with no name of their own, each called by its place ("University of California, Los Angeles")."""
_GLUED = re.compile(r"(\w+[a-zà-ÿż])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_COMMA = re.compile(r",\s+")
_IN = re.compile(r"^\s*(?:[,:;–—|·-]|\b(?:in|of|en|em|di|in de|im|der|für|d['’])\b)+\s*", re.IGNORECASE)
_STRONG = re.compile(
    r"\s*[|•·‧∙⋅▪◦■;]\s*|\s+[–—-]{1,2}\s+|\s{3,}|(?<=[^\W\d_]{3})\.\s+(?=[A-Z][\w ]{2,24}:)|\s+(?:at|@|from|bei|à l['’]|an der)\s+(?=[A-ZÉÀ])"
)


_LETTERS = re.compile(r"[A-ZÀ-Þ]{2,7}(?:[ -][A-ZÀ-Þ][\w-]+){0,2}")
_FIELDS = vocabulary("AI ML CS CSE IT ICT EE ECE EEE EECS CE ME HR NLP IS MIS BA DS STEM VLSI HCI PPE")


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
        rows,
        lambda a, b: (
            (names_school(a.text) and names_school(b.text))
            or bool(grammar.find(a.text) and grammar.find(b.text))
        ),
    )
    rows = [part for row in rows for part in _side_by_side(row)]
    splitter = Splitter(rows, ranges=False, start_words=_names)
    found: list[Education] = []
    for entry in splitter.entries():
        more = entry.dates is None or (entry.dates.single and any(course.studyType for course in found))
        if found and more and not any(map(is_education, entry.rows)):
            for passage in passages(entry.rows):
                found[-1].highlights.extend(ledger.passage(passage, "education", offset + len(found) - 1))
        else:
            found.append(_one(entry, offset + len(found), ledger))
    for made in found:
        if made.institution is None and any(other.institution for other in found):
            _school_behind(made)
    return found


def _school_behind(made: Education) -> None:
    """A school that nobody listed, behind the field where the other courses have theirs ("Interaction Design, Elisava")."""
    area, comma, last = (made.area or "").rpartition(", ")
    if comma and last[:1].isupper() and degree_in(last) is None:
        made.area, made.institution = area, last


def _names(row: Row) -> str:
    """What a row names: a school, a degree, both, or neither (empty)."""
    if not is_education(row):
        return ""
    school, degree = _is_school(row.text), degree_in(row.text) is not None
    return "both" if school and degree else "school" if school else "degree"


def _side_by_side(row: Row) -> list[Row]:
    """A row that ends in a second school behind the first one's dates, as two: courses flow beside each other."""
    *before, last = row.cells
    dated = any(grammar.find(cell.text) for cell in before)
    if not dated or not _is_school(last.text) or not any(_is_school(cell.text) for cell in before):
        return [row]
    return [Row(row.line, row.index, before, row.sides, row.bullet), Row(row.line, row.index, [last])]


def _one(entry: Entry, index: int, ledger: Ledger) -> Education:
    made = Education()
    said = [r for r in entry.content if r.prose and not is_education(r)]
    head = list(entry.head + [r for r in entry.content if not r.bullet and r not in said])
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
    texts = _texts(head)
    _fill(made, texts)
    if entry.dates is not None:
        if not entry.dates.single:
            made.startDate = entry.dates.start
        made.endDate = entry.dates.end
        made.current = entry.dates.current
    made.address = ledger.head(head, "education", index)
    for passage in passages([row for row in entry.content if row.bullet or row not in head]):
        made.highlights.extend(ledger.passage(passage, "education", index))
    return made


def _texts(rows: list[Row]) -> list[str]:
    """The parts of a head, without dates; lines that a narrow column broke are whole again."""
    found: list[tuple[str, Row, float]] = []
    for row in rows:
        for part in (row, *row.sides):
            for cell in (coloured for whole in part.cells for coloured in by_colour(whole)):
                text = _unglued(grammar.remove(cell.text, grammar.find_in_cell(cell.text)))
                if not text:
                    continue
                above = next(
                    (i for i in range(len(found) - 1, -1, -1) if _goes_on(found[i], text, part, cell.x0)),
                    None,
                )
                if above is None:
                    found.append((text, part, cell.x0))
                else:
                    found[above] = (join([found[above][0], text]), part, cell.x0)
    return [
        _unstopped(piece.strip(" ,;|·•"))
        for text, _, _ in found
        for piece in _STRONG.split(text)
        if piece.strip(" ,;|·•")
    ]


def _unglued(text: str) -> str:
    """A part of a head with a mark between a degree and the school that begins right behind it ("MPharmCardiff University")."""
    glued = _GLUED.match(text)
    degree = degree_in(glued[1]) if glued is not None else None
    whole = glued is not None and degree == (0, len(glued[1]))
    return f"{text[: glued.end()]} | {text[glued.end() :]}" if glued is not None and whole else text


def _unstopped(text: str) -> str:
    """A part of a head without the full stop that ends it."""
    return text[:-1] if text.endswith(".") and ends_sentence(text) else text


def _goes_on(above: tuple[str, Row, float], text: str, row: Row, x0: float) -> bool:
    last, other, left = above
    return (
        other is not row
        and (other.lead.words[-1].bold, round(other.lead.words[-1].size))
        == (row.first.bold, round(row.first.size))
        and (abs(left - x0) < 3 or (text[:1].islower() and left < x0 < left + 30))
        and (row.wrapped or unfinished(last, text) or wraps(other, row) or _is_half(last, text))
    )


def _is_half(first: str, second: str) -> bool:
    """Whether a line stops within the name of a subject ("BEng in Software" / "Engineering")."""
    return (
        first.rpartition(" ")[2].casefold() in _HALVES
        and 0 < len(second.split()) <= 3
        and second[:1].isupper()
    )


def _fill(made: Education, texts: list[str]) -> None:
    left: list[str] = []
    for text in texts:
        if made.score is None and (score := _SCORE.search(text)):
            made.score = (score["v"] or score["w"] or score["h"] or "").strip() or None
            text = (text[: score.start()] + " " + text[score.end() :]).strip(" ,;()|")
            if not text:
                continue
        if is_place(text) and not names_school(text):
            made.location = made.location or text
            continue
        left.append(text)
    rest: list[str] = []
    for text in left:
        rest.extend(_school_and_degree(made, text))
    if (
        made.studyType is None
        and made.area is None
        and made.institution is not None
        and len(rest) >= 2
        and _may_be_degree(rest[0])
    ):
        made.studyType = rest.pop(0)
    for text in rest:
        if made.institution is None and made.studyType is not None and made.area is not None:
            made.institution = text
        elif made.area is None and made.institution is not None:
            made.area = text
        elif made.institution is None:
            made.institution = text
        elif made.area is None:
            made.area = text
    if made.institution is None and made.area is not None:
        _acronym(made)


def _acronym(made: Education) -> None:
    """A school that nobody listed, by its letters behind the field or in its place ("BSc Computer Science, LUMS")."""
    *field, last = _COMMA.split(made.area or "")
    if _LETTERS.fullmatch(last) and last not in _FIELDS:
        made.institution = last
        made.area = ", ".join(field) or None


def _may_be_degree(text: str) -> bool:
    """Whether an unknown text could name a degree: a short one in words that starts with a capital."""
    return len(text.split()) <= 6 and text[:1].isupper() and not has_digit(text)


def _is_state(piece: str, before: str, school: str | None) -> bool:
    """Whether a code that is a degree too ("MD", "MA") stands for a state: behind a place, or a word of the school."""
    return piece in STATE_CODES and (is_place(before) or before in (school or "").split())


def _is_school(text: str) -> bool:
    """Whether a part names a school, and not a degree that only sounds like one ("High School Diploma")."""
    if not names_school(text):
        return False
    degree = degree_in(text)
    return degree is None or degree[0] > 0 or bool(_SURE_SCHOOL.search(text))


def _school_and_degree(made: Education, text: str) -> list[str]:
    """Takes school, degree and field out of one part; returns what was none of them."""
    rest: list[str] = []
    pieces = [p for p in _COMMA.split(text) if p]
    school = [i for i, piece in enumerate(pieces) if _is_school(piece)]
    if school and made.institution is None:
        first = school[0]
        degree_at = [i for i, p in enumerate(pieces) if i != first and degree_in(p)]
        last = first
        while last + 1 < len(pieces) and last + 1 not in degree_at and names_school(pieces[last + 1]):
            last += 1
        if last + 1 < len(pieces) and _CAMPUSES.fullmatch(pieces[last]) and is_place(pieces[last + 1]):
            last += 1
        made.institution = ", ".join(pieces[first : last + 1])
        remaining = pieces[:first] + pieces[last + 1 :]
    else:
        remaining = pieces
    kept: list[str] = []
    for before, piece in pairwise(["", *remaining]):
        if is_place(piece) and made.location is None and (school or made.institution):
            made.location = piece
        elif _is_state(piece, before, made.institution):
            kept = [other for other in kept if other != before]
            made.location = f"{before}, {piece}"
        else:
            kept.append(piece)
    if not kept:
        return rest
    joined = ", ".join(kept)
    degree = degree_in(joined)
    if degree is None or made.studyType is not None:
        return [joined]
    begin, stop = degree
    made.studyType = joined[begin:stop].strip(" ,")
    before = joined[:begin].strip(" ,(–-:")
    after = _IN.sub("", joined[stop:]).strip(" ,)–-:")
    for area in (after, before):
        if area and made.area is None:
            made.area = _IN.sub("", area)
        elif area:
            rest.append(area)
    return rest
