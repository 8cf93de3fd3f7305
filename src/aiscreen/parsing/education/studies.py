"""Degrees that stand among jobs, without a heading of their own."""

from __future__ import annotations

import re
from itertools import groupby

from aiscreen.parsing.rows import Row
from aiscreen.parsing.words.heads import NAMES
from aiscreen.parsing.words.schools import degree_in, names_school
from aiscreen.parsing.words.titles import is_title, may_be_title
from aiscreen.text import fold, vocabulary

STUDIED = re.compile(
    r"(?:\w[\w ,]{0,24}\s)?I(?:['’]ve|\shave)?\s(?:got|hold|have|studied|graduated|completed|finished|did|went\s(?:back\s)?to\s\w+:)\s(?:an?\s|my\s)?"
)
"""How a sentence begins that tells of a course ("I've got a ", "Later I went back to school: ")."""
_AT_WORK = re.compile(
    r"\b(?:candidate|student|thesis|intern\w*|trainee|fellow\w*|programme?|apprentice\w*|associate|scrum|project|"
    r"doktorand\w*|stagiaire|ausbildung|certificate|volont\w*)\b",
    re.IGNORECASE,
)
"""Words that make a job of what names a degree ("PhD candidate", "MSc thesis at Siemens")."""
_OF_FIELD = re.compile(r"[BM]\.?[AES]\.?\s(?:in\s)?[^\W\d_]{4}")
"""A degree of two letters and the first word of its field."""
_SENTENCE = 20
"""Words in a sentence that tells of a course, at the most."""
_COLUMNS = vocabulary(
    """
    degree degrees qualification qualifications course school university college institution institute year years date dates period field subject major
    grade result score gpa cgpa percentage board place location abschluss hochschule universität jahr diplôme établissement école année título
    universidad año centro grau instituição ano curso diploma opleiding instelling jaar titolo università anno istituto
    """
)


def part_studies(rows: list[Row]) -> list[tuple[bool, list[Row]]]:
    """The rows of a section of jobs in runs, each with whether it tells of studies: of degrees and their schools, which
    are no jobs whatever heading stands above."""
    if not any(map(is_study, rows)):
        return [(False, rows)]
    studies = [False] * len(rows)
    for i, row in enumerate(rows):
        below = rows[i + 1] if i + 1 < len(rows) else None
        studies[i] = (
            is_study(row)
            or (i > 0 and studies[i - 1] and (row.bullet or _same_line(rows[i - 1], row)))
            or (below is not None and is_study(below) and (_is_columns(row) or _is_school(row)))
        )
    return [
        (kind, [row for _, row in run])
        for kind, run in groupby(zip(studies, rows, strict=True), key=lambda pair: pair[0])
    ]


def is_study(row: Row) -> bool:
    """Whether a dated row names a degree where a job would name its title. Two letters are a degree beside a school, or
    at the start before a field ("BA Linguistics, Bangor, 2015")."""
    if row.bullet or not row.found:
        return False
    if row.prose or "I" in row.text[:26]:
        return _says_study(row) and not _AT_WORK.search(row.text)
    names = [name for cell in row.cells for name in NAMES.split(cell.text)]
    degree = next(
        (name[: d[1]] for name in names[:3] if (d := degree_in(name)) is not None and not d[0]), None
    )
    if degree is None or _AT_WORK.search(row.text) or any(is_title(name) for name in names):
        return False
    return (
        len(degree.replace(".", "")) > 2
        or names_school(row.text)
        or (_OF_FIELD.match(row.text) is not None and all(d.single for _, found in row.found for d in found))
    )


def _says_study(row: Row) -> bool:
    """Whether a sentence with a single date tells of a degree and its school."""
    dates = row.found[0][1]
    return (
        len(dates) == 1
        and dates[0].single
        and row.count <= _SENTENCE
        and STUDIED.match(row.text) is not None
        and names_school(row.text)
        and degree_in(row.text) is not None
    )


def _same_line(above: Row, row: Row) -> bool:
    """Whether a row is what its line says behind the row above."""
    return row.part and row.line is above.line


def _is_columns(row: Row) -> bool:
    """Whether a row names the columns of a table of studies."""
    return len(row.cells) > 1 and all(fold(cell.text) in _FOLDED for cell in row.cells)


def _is_school(row: Row) -> bool:
    """Whether an undated row is a school's name."""
    return (
        not (row.bullet or row.prose or row.found)
        and row.count <= 8
        and names_school(row.text)
        and not may_be_title(row.text)
    )


_FOLDED = frozenset(map(fold, _COLUMNS))
