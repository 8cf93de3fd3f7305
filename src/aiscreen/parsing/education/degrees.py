"""Degrees, fields and grades: which part of a course's head is which."""

from __future__ import annotations

import re
from itertools import pairwise

from aiscreen.models.resume import Education
from aiscreen.parsing.education.schools import COMMA, acronym, is_school, school_apart, take_school
from aiscreen.parsing.rows import Row
from aiscreen.parsing.words.places import STATE_CODES, country_apart, is_place
from aiscreen.parsing.words.schools import degree_in, names_school
from aiscreen.text import has_digit

_SCORE = re.compile(
    r"[(,;|·–-]?\s*\b(?:c?gpa|grade|note|abschlussnote|final grade|gesamtnote|moyenne|nota|voto|score|percentage|marks|result|average|class of degree|mention)\b\s*(?:[:=]|of|-)?\s*(?P<v>[\d.,]+\s*(?:(?:/|(?:out )?of(?: an?)?(?: maximum| possible)?(?=\s[\d]))\s*[\d.,]+|%)?|[A-F][+-]?(?![\w])|[\w ]{3,20})\s*\)?|(?P<w>\b\d{1,2}(?:[.,]\d{1,2})?\s*/\s*(?:4|5|10|20|100|110)(?:[.,]0+)?\b|\b\d{2}(?:[.,]\d+)?\s?%)|\b(?P<h>(?:first[- ]class|upper second|second[- ]class|2:1|2:2|summa|magna|cum)\b[\w: -]{0,20}(?:honours|honors|laude)?)",
    re.IGNORECASE,
)
_MAJOR = re.compile(
    r"(?:major|field of study|field|specialisation|specialization|stream|branch)s?\s*:\s*(?=[A-Z])",
    re.IGNORECASE,
)
_MINOR = re.compile(rf"{_MAJOR.pattern}|(?:minor|related coursework|credits earned)s?\s*:", re.IGNORECASE)
"""What forms call the field of a course."""
_OPTION = re.compile(
    r"(?:spécialité|spécialisation|option|vertiefung|schwerpunkt|especialidad)\b", re.IGNORECASE
)
"""What says more of a field."""
_BEHIND_MAJOR = re.compile(r"[\s,;]+(?:minor|concentration)s?\s*:.*$", re.IGNORECASE)
_ORDER = ("institution", "board", "studyType", "area", "score", "location")
"""The columns of a table of courses, in the order in which they are understood."""
_DANGLING = re.compile(
    r"(?:[\s,]+(?:in(?: the)?(?: year)?|with(?: an?)?|during|of|securing|secured|scoring|aggregate|passed|(?:pass|passing) out|and|by|at|from))+$",
    re.IGNORECASE,
)
"""What is left of a sentence about a course without its year and its grade ("from Anna University in 2016 with 74%")."""
_IN = re.compile(r"^\s*(?:[,:;–—|·-]|\b(?:in|of|en|em|di|in de|im|der|für|d['’])\b)+\s*", re.IGNORECASE)
_AGAIN = re.compile(r"\s*\(([A-Z][\w. ]{1,8})\)")
"""A degree by its letters, behind its name ("Doctor of Philosophy (Ph.D.)")."""
_ALSO = re.compile(r"\s*(?:and|&|\+|/|und|et|y|e|en)\s+", re.IGNORECASE)
"""What stands between two degrees of one course ("BSc and Licentiate in Physics")."""
_LABEL = re.compile(
    r"(?:degree|qualification|diploma|abschluss|diplôme|título|titulação|titolo)\s*:\s*(?=\S)", re.IGNORECASE
)
"""What stands before a degree that a form asks for."""
_PURSUED = re.compile(r"^\s+(?:student|candidate|researcher|degree|studies)\b(?=\s|$)", re.IGNORECASE)
_CLASS = re.compile(
    r"(?:(?:with )?(?:first|second|third|upper|lower|distinction|merit|honou?rs|2:1|2:2|2\.1|2\.2|class|division|\(i{1,2}\)|i{1,2})(?:[\s-]|$)){1,4}|(?:summa |magna )?cum laude|(?:très |assez )?bien",
    re.IGNORECASE,
)
"""The class of a degree ("First", "Upper second class")."""


def fill(made: Education, texts: list[str]) -> None:
    """Puts the parts of a head where they belong: grade, place, school, degree, field; a field under a label of its own
    is that, and what stands behind the degree then belongs to it ("Master of Public Administration", "Major: Policy")."""
    majors = [text for text in texts if _MAJOR.match(text)]
    _fill(made, [text for text in texts if not _MINOR.match(text)] if majors else texts)
    if majors:
        whole = f"{made.studyType} of {made.area}"
        made.studyType = whole if any(whole in text for text in texts) else made.studyType
        made.area = _BEHIND_MAJOR.sub("", _MAJOR.sub("", majors[0]))


def _fill(made: Education, texts: list[str]) -> None:
    left = [bare for text in texts if (bare := _without_place(made, _without_grade(made, text)))]
    rest = [part for text in left for part in school_and_degree(made, text)]
    nameless = made.studyType is None and made.area is None and made.institution is not None
    if nameless and len(rest) > 1 and _may_be_degree(rest[0]):
        made.studyType = rest.pop(0)
    for text in rest:
        if made.institution is None and _OPTION.match(text):
            continue
        if made.institution is None:
            made.institution = text
        elif made.area is None:
            made.area = text
    if made.institution is None and made.area is not None:
        acronym(made)


def _without_grade(made: Education, text: str) -> str:
    """A part without the grade that it tells, and without the words that led to that or to a date."""
    if made.score is None and (score := _SCORE.search(text)):
        made.score = (score["v"] or score["w"] or score["h"]).strip() or None
        text = (text[: score.start()] + " " + text[score.end() :]).strip(" ,;()|")
    return _DANGLING.sub("", f" {text}").strip()


def _without_place(made: Education, text: str) -> str:
    """A part without the place that it ends with, if nobody could take that for anything else; empty for a place alone."""
    if is_place(text) and not names_school(text):
        made.location = made.location or text
        return ""
    if (parted := country_apart(text)) != text:
        *names, town, state, country = COMMA.split(parted)
        if names:
            made.location, text = f"{town}, {state}, {country}", ", ".join(names)
    return text


def fill_fields(made: Education, rows: list[Row]) -> list[Row]:
    """Puts the cells of a table's row where their columns say that they belong; returns the rows that are no such cells."""
    named = {row.label: row for row in reversed(rows) if row.record is not None and row.label is not None}
    for label, row in sorted(
        named.items(), key=lambda found: _ORDER.index(found[0]) if found[0] in _ORDER else 9
    ):
        text = row.text.strip(" ,;|")
        if label in ("institution", "board") and made.institution is None:
            made.institution = text
            school, comma, place = text.rpartition(", ")
            if comma and is_place(place):
                made.institution, made.location = school, place
        elif label == "studyType":
            rest = school_and_degree(made, text)
            made.studyType = made.studyType or ", ".join(rest)
        elif label == "area":
            made.area = made.area or text
        elif label == "score" and has_digit(text):
            made.score = text
        elif label == "location":
            made.location = text
    return [row for row in rows if row.record is None or row.label is None]


def _may_be_degree(text: str) -> bool:
    """Whether an unknown text could name a degree: a short one in words that starts with a capital."""
    return len(text.split()) <= 6 and text[:1].isupper() and not has_digit(text)


def school_and_degree(made: Education, text: str) -> list[str]:
    """Takes school, degree and field out of one part; returns what was none of them."""
    text = school_apart(_LABEL.sub("", text) if ":" in text else text)
    pieces = [bare for piece in COMMA.split(text) if (bare := piece.strip(" []"))]
    named = any(map(is_school, pieces))
    if named and made.institution is None:
        pieces = take_school(made, pieces)
    joined = ", ".join(_without_places(made, pieces) if named or made.institution else pieces)
    degree = degree_in(joined)
    if degree is None or made.studyType is not None:
        return [joined] if joined else []
    return _take_degree(made, joined, *degree)


def _without_places(made: Education, pieces: list[str]) -> list[str]:
    """The pieces beside a school without the places among them, the first of which is where that is."""
    kept: list[str] = []
    for before, piece in pairwise(["", *pieces]):
        if is_place(piece) and made.location is None:
            made.location = piece
        elif _is_state(piece, before, made.institution):
            kept = [other for other in kept if other != before]
            made.location = f"{before}, {piece}"
        else:
            kept.append(piece)
    return kept


def _take_degree(made: Education, text: str, begin: int, stop: int) -> list[str]:
    """Takes the degree that stands at a place of a text, and its field; returns what is left."""
    if (again := _AGAIN.match(text, stop)) is not None and degree_in(again[1]) == (0, len(again[1])):
        stop = again.end()
    if (also := _ALSO.match(text, stop)) and (second := degree_in(text[also.end() :])) and not second[0]:
        stop = also.end() + second[1]
    made.studyType = text[begin:stop].strip(" ,")
    before = text[:begin].strip(" ,(–-:")
    after = _IN.sub("", _PURSUED.sub("", text[stop:])).strip(" ,)–-:").lstrip("(")
    after += ")" * (after.count("(") > after.count(")"))
    if is_place(before.rstrip(".")) and made.institution is not None:
        made.location, before = made.location or before.rstrip("."), ""
    rest: list[str] = []
    for area in (after, before):
        if _CLASS.fullmatch(area):
            made.score = made.score or area
        elif area and made.area is None:
            made.area = _IN.sub("", area)
        elif area:
            rest.append(area)
    return rest


def _is_state(piece: str, before: str, school: str | None) -> bool:
    """Whether a code that is a degree too ("MD", "MA") stands for a state: behind a place, or a word of the school."""
    return piece in STATE_CODES and (is_place(before) or before in (school or "").split())
