"""Schools, degrees and fields: which part of a course's head is which."""

from __future__ import annotations

import re
from itertools import pairwise

from aiscreen.models.resume import Education
from aiscreen.parsing.rows import Row
from aiscreen.parsing.words.places import STATE_CODES, country_apart, is_place, is_wide
from aiscreen.parsing.words.schools import degree_in, names_school
from aiscreen.text import has_digit, vocabulary

_SCORE = re.compile(
    r"[(,;|·–-]?\s*\b(?:c?gpa|grade|note|abschlussnote|final grade|gesamtnote|moyenne|nota|voto|score|percentage|marks|result|average|class of degree|mention)\b\s*(?:[:=]|of|-)?\s*(?P<v>[\d.,]+\s*(?:(?:/|(?:out )?of(?: an?)?(?: maximum| possible)?(?=\s[\d]))\s*[\d.,]+|%)?|[A-F][+-]?(?![\w])|[\w ]{3,20})\s*\)?|(?P<w>\b\d{1,2}(?:[.,]\d{1,2})?\s*/\s*(?:4|5|10|20|100|110)(?:[.,]0+)?\b|\b\d{2}(?:[.,]\d+)?\s?%)|\b(?P<h>(?:first[- ]class|upper second|second[- ]class|2:1|2:2|summa|magna|cum)\b[\w: -]{0,20}(?:honours|honors|laude)?)",
    re.IGNORECASE,
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
_SURE_SCHOOL = re.compile(
    r"universi|college(?! (?:studies|diploma|degree))|institut|academy|hochschule", re.IGNORECASE
)
_MAJOR = re.compile(
    r"(?:major|field of study|field|specialisation|specialization|stream|branch)s?\s*:\s*(?=[A-Z])",
    re.IGNORECASE,
)
_MINOR = re.compile(rf"{_MAJOR.pattern}|(?:minor|related coursework|credits earned)s?\s*:", re.IGNORECASE)
"""What forms call the field of a course."""
_BEHIND_MAJOR = re.compile(r"[\s,;]+(?:minor|concentration)s?\s*:.*$", re.IGNORECASE)
_ORDER = ("institution", "board", "studyType", "area", "score", "location")
"""The columns of a table of courses, in the order in which they are understood."""
_DANGLING = re.compile(
    r"(?:[\s,]+(?:in(?: the)?(?: year)?|with(?: an?)?|during|of|securing|secured|scoring|aggregate|passed|(?:pass|passing) out|and|by))+$",
    re.IGNORECASE,
)
"""What is left of a sentence about a course without its year and its grade ("from Anna University in 2016 with 74%")."""
_COMMA = re.compile(r",\s+")
_IN_BRACKET = re.compile(r"([^()]+?)( \()([^()]+)\)?")
_IN = re.compile(r"^\s*(?:[,:;–—|·-]|\b(?:in|of|en|em|di|in de|im|der|für|d['’])\b)+\s*", re.IGNORECASE)
_AGAIN = re.compile(r"\s*\(([A-Z][\w. ]{1,8})\)")
"""A degree by its letters, behind its name ("Doctor of Philosophy (Ph.D.)")."""
_PURSUED = re.compile(r"^\s+(?:student|candidate|researcher|degree|studies)\b(?=\s|$)", re.IGNORECASE)
_AT_SCHOOL = re.compile(r"\s+(?:in|at|from|of|-|–)\s+(?=[A-Z])")
"""What stands between a degree and the school that alone is named behind it ("B.S. in Tsinghua University")."""
_HONOURS = vocabulary("distinction merit honours honors pass cum laude")
_CLASS = re.compile(
    r"(?:(?:with )?(?:first|second|third|upper|lower|distinction|merit|honou?rs|2:1|2:2|2\.1|2\.2|class|division|\(i{1,2}\)|i{1,2})(?:[\s-]|$)){1,4}|(?:summa |magna )?cum laude",
    re.IGNORECASE,
)
"""The class of a degree ("First", "Upper second class")."""
_LETTERS = re.compile(r"[A-ZÀ-Þ]{2,7}(?:[ -][A-ZÀ-Þ][\w-]+){0,2}")
_FIELDS = vocabulary("AI ML CS CSE IT ICT EE ECE EEE EECS CE ME HR NLP IS MIS BA DS STEM VLSI HCI PPE")


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
    left: list[str] = []
    for text in texts:
        if made.score is None and (score := _SCORE.search(text)):
            made.score = (score["v"] or score["w"] or score["h"] or "").strip() or None
            text = (text[: score.start()] + " " + text[score.end() :]).strip(" ,;()|")
            text = _DANGLING.sub("", f" {text}").strip()
            if not text:
                continue
        if is_place(text) and not names_school(text):
            made.location = made.location or text
            continue
        if (parted := country_apart(text)) != text:
            *names, town, state, country = _COMMA.split(parted)
            if names:
                made.location, text = f"{town}, {state}, {country}", ", ".join(names)
        left.append(text)
    rest: list[str] = []
    for text in left:
        text = _DANGLING.sub("", f" {text}").strip()
        if not text:
            continue
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
            rest = _school_and_degree(made, text)
            made.studyType = made.studyType or ", ".join(rest)
        elif label == "area":
            made.area = made.area or text
        elif label == "score" and has_digit(text):
            made.score = text
        elif label == "location":
            made.location = text
    return [row for row in rows if row.record is None or row.label is None]


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


def is_school(text: str) -> bool:
    """Whether a part names a school, and not a degree that only sounds like one ("High School Diploma")."""
    if not names_school(text):
        return False
    degree = degree_in(text)
    return degree is None or degree[0] > 0 or bool(_SURE_SCHOOL.search(text))


def _school_and_degree(made: Education, text: str) -> list[str]:
    """Takes school, degree and field out of one part; returns what was none of them."""
    rest: list[str] = []
    text = _school_alone(text)
    pieces = [bare for piece in _COMMA.split(text) if (bare := piece.strip(" []"))]
    school = [i for i, piece in enumerate(pieces) if is_school(piece)]
    if school and made.institution is None:
        first = school[0]
        degree_at = [i for i, p in enumerate(pieces) if i != first and degree_in(p)]
        last = first
        while last + 1 < len(pieces) and last + 1 not in degree_at and names_school(pieces[last + 1]):
            last += 1
        _place_behind(made, pieces, last)
        town = last + 1 < len(pieces) and (is_place(pieces[last + 1]) or _is_town(pieces, first, last + 1))
        if town and _CAMPUSES.fullmatch(pieces[last]):
            last += 1
        elif town and made.location is None:
            made.location = pieces.pop(last + 1)
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
    if (again := _AGAIN.match(joined, stop)) is not None and degree_in(again[1]) == (0, len(again[1])):
        stop = again.end()
        made.studyType = joined[begin:stop]
    after = _IN.sub("", _PURSUED.sub("", joined[stop:])).strip(" ,)–-:").lstrip("(")
    after += ")" * (after.count("(") > after.count(")"))
    if is_place(before.rstrip(".")) and made.institution is not None:
        made.location, before = made.location or before.rstrip("."), ""
    for area in (after, before):
        if _CLASS.fullmatch(area):
            made.score = made.score or area
        elif area and made.area is None:
            made.area = _IN.sub("", area)
        elif area:
            rest.append(area)
    return rest


def _school_alone(text: str) -> str:
    """A text with a comma between a degree and the school that follows it in the place of a subject."""
    degree = degree_in(text)
    between = _AT_SCHOOL.match(text, degree[1]) if degree is not None and degree[0] == 0 else None
    if between is None:
        return text
    rest = text[between.end() :]
    first = _COMMA.split(rest)[0]
    return f"{text[: between.start()]}, {rest}" if _SURE_SCHOOL.search(first) and is_school(first) else text


def _place_behind(made: Education, pieces: list[str], school: int) -> None:
    """Takes the town with its state or country off the pieces behind a school ("University of Osnabrück, Osnabrück, Germany")."""
    tail = [piece.rstrip(".") for piece in pieces[school + 1 :]]
    wide = len(tail) in (2, 3) and (is_wide(tail[-1]) or tail[-1] in STATE_CODES)
    towns = all(len(piece.split()) <= 3 and piece[:1].isupper() for piece in tail[:-1])
    if (
        wide
        and towns
        and made.location is None
        and not any(degree_in(piece) for piece in tail[:-1] if piece not in STATE_CODES)
    ):
        made.location = ", ".join(tail)
        del pieces[school + 1 :]


def _is_town(pieces: list[str], school: int, at: int) -> bool:
    """Whether a short last piece behind a school is the town where that is: degree and field stand before the school."""
    degrees = [(degree_in(piece), piece) for piece in pieces[:school]]
    named = any(degree is not None and degree[1] + 3 < len(piece) for degree, piece in degrees)
    named = named or (not degrees and _CAMPUSES.fullmatch(pieces[at - 1]) is not None)
    town = pieces[at]
    return (
        named
        and at + 1 == len(pieces)
        and len(town.split()) <= 2
        and all(word[0].isupper() for word in town.split())
        and degree_in(town) is None
        and town.casefold() not in _HONOURS
    )


def school_behind(made: Education) -> None:
    """A school that nobody listed, behind the field where the other courses have theirs ("Interaction Design, Elisava",
    "Interaction Design (Elisava)")."""
    area, comma, last = (made.area or "").rpartition(", ")
    if not comma and (bracket := _IN_BRACKET.fullmatch(made.area or "")) is not None:
        area, comma, last = bracket.groups()
    if comma and last[:1].isupper() and degree_in(last) is None:
        made.area, made.institution = area, last
