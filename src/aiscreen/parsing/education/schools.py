"""Schools: which part of a course's head names one, and where it is."""

from __future__ import annotations

import re

from aiscreen.models.resume import Education
from aiscreen.parsing.words.places import STATE_CODES, is_place, is_wide
from aiscreen.parsing.words.schools import degree_in, names_school
from aiscreen.text import vocabulary

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
_AT_SCHOOL = re.compile(r"\s+(?:in|at|from|of|-|–)\s+(?=[A-Z])")
"""What stands between a degree and the school that alone is named behind it ("B.S. in Tsinghua University")."""
COMMA = re.compile(r",\s+")
_IN_BRACKET = re.compile(r"([^()]+?)( \()([^()]+)\)?")
_HONOURS = vocabulary("distinction merit honours honors pass cum laude")
_LETTERS = re.compile(r"[A-ZÀ-Þ]{2,7}(?:[ -][A-ZÀ-Þ][\w-]+){0,2}")
_FIELDS = vocabulary("AI ML CS CSE IT ICT EE ECE EEE EECS CE ME HR NLP IS MIS BA DS STEM VLSI HCI PPE")


def is_school(text: str) -> bool:
    """Whether a part names a school, and not a degree that only sounds like one ("High School Diploma")."""
    if not names_school(text):
        return False
    degree = degree_in(text)
    return degree is None or degree[0] > 0 or bool(_SURE_SCHOOL.search(text))


def take_school(made: Education, pieces: list[str]) -> list[str]:
    """Takes the first school among some pieces, with its town; returns the other pieces."""
    first = next(i for i, piece in enumerate(pieces) if is_school(piece))
    degrees = [i for i, piece in enumerate(pieces) if i != first and degree_in(piece)]
    last = first
    while last + 1 < len(pieces) and last + 1 not in degrees and names_school(pieces[last + 1]):
        last += 1
    _place_behind(made, pieces, last)
    town = last + 1 < len(pieces) and (is_place(pieces[last + 1]) or _is_town(pieces, first, last + 1))
    if town and _CAMPUSES.fullmatch(pieces[last]):
        last += 1
    elif town and made.location is None:
        made.location = pieces.pop(last + 1)
    made.institution = ", ".join(pieces[first : last + 1])
    return pieces[:first] + pieces[last + 1 :]


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


def school_apart(text: str) -> str:
    """A text with a comma between a degree and the school that follows it in the place of a subject."""
    degree = degree_in(text)
    between = _AT_SCHOOL.match(text, degree[1]) if degree is not None and degree[0] == 0 else None
    if between is None:
        return text
    rest = text[between.end() :]
    first = COMMA.split(rest)[0]
    return f"{text[: between.start()]}, {rest}" if _SURE_SCHOOL.search(first) and is_school(first) else text


def school_behind(made: Education) -> None:
    """A school that nobody listed, behind the field where the other courses have theirs ("Interaction Design, Elisava",
    "Interaction Design (Elisava)")."""
    area, comma, last = (made.area or "").rpartition(", ")
    if not comma and (bracket := _IN_BRACKET.fullmatch(made.area or "")) is not None:
        area, comma, last = bracket.groups()
    if comma and is_place(last) and ", " in area:
        made.location = made.location or last
        area, comma, last = area.rpartition(", ")
    if comma and last[:1].isupper() and degree_in(last) is None:
        made.area, made.institution = area, last


def acronym(made: Education) -> None:
    """A school that nobody listed, by its letters behind the field or in its place ("BSc Computer Science, LUMS")."""
    *field, last = COMMA.split(made.area or "")
    if len(field) > 1 and is_place(last) and _LETTERS.fullmatch(field[-1]):
        made.location = made.location or last
        *field, last = field
    if _LETTERS.fullmatch(last) and last not in _FIELDS:
        made.institution = last
        made.area = ", ".join(field) or None
