"""Forms: résumés that name their fields ("Designation: ML Engineer", a table with "Organisation | Acme")."""

from __future__ import annotations

import re

from aiscreen.parsing.heading_words import key
from aiscreen.parsing.rows import Cell, Row

_FIELDS: dict[str, str] = {
    "name": """company, company name, organisation, organization, employer, client, firm, name of employer, name of company, name of organization, name of the company, organisation name,
        organization name, unternehmen, firma, arbeitgeber, entreprise, employeur, société, empresa, empleador, bedrijf, werkgever, azienda, datore di lavoro""",
    "position": """position, designation, role, title, job title, post, position held, job role, job position, occupation, position title, funktion, stelle, tätigkeit, poste, fonction, puesto, cargo, función, functie, posizione, ruolo, mansione""",
    "dates": """duration, period, dates, date, from to, tenure, time period, years, timeline, employment period, working period, work period, zeitraum, dauer, période, durée, dates d'emploi, periodo, fechas, duración, período, datas, periode, durata, date of joining""",
    "location": """location, place, city, work location, ort, standort, lieu, lugar, ubicación, local, localização, plaats, locatie, luogo, sede""",
    "content": """responsibilities, duties, description, job description, key responsibilities, roles and responsibilities, role and responsibilities, achievements, tasks, main duties, job responsibilities, responsibility,
        highlights, work done, key achievements, summary, contribution, contributions, roles responsibilities, job profile, aufgaben, missions, responsabilidades, funciones, taken, mansioni, responsabilità, main activities and responsibilities""",
    "institution": """institution, institute, university, school, college, school college, name of institution, name of institute, institute name, college name, university board, board university, institution name, school university""",
    "studyType": """degree, qualification, course, examination, exam, degree course, class, program, programme, exam passed, degree examination, abschluss, diplôme, título""",
    "area": """field, field of study, major, specialization, specialisation, stream, branch, subject, subjects, discipline, area""",
    "score": """score, gpa, cgpa, grade, percentage, marks, result, cgpa percentage, percentage cgpa, marks obtained, aggregate, division""",
    "year": """year, year of passing, passing year, year of completion, graduation year, graduation, completed, year of graduation""",
}  # fmt: skip
FIELDS: dict[str, str] = {
    key(word): field for field, text in _FIELDS.items() for word in text.replace("\n", " ").split(",")
}
_COLON = re.compile(r"^([^:]{2,34}?)\s*:\s*(?=\S)")


def unlabel(rows: list[Row]) -> list[Row]:
    """The rows of a form without the names of its fields, each marked with the field; other rows as they are.

    A table's header row ("Degree | Institution | Year") goes; what a field of duties holds becomes a bullet.
    """
    if any(map(_is_header, rows)):
        rows = [row for row in rows if not all(key(cell.text) in FIELDS for cell in row.cells)]
    named = [_field(row) for row in rows]
    if sum(field in ("name", "position", "dates", "institution", "studyType") for field, _ in named) < 2:
        return rows
    out: list[Row] = []
    for row, (field, cells) in zip(rows, named, strict=True):
        if field is None:
            out.append(row)
        elif cells:
            made = Row(row.line, row.index, cells, row.sides, bullet=field == "content")
            made.label = None if field == "content" else field
            out.append(made)
    return out


def _is_header(row: Row) -> bool:
    """Whether a row holds nothing but names of fields."""
    return len(row.cells) >= 2 and all(key(cell.text) in FIELDS for cell in row.cells)


def _field(row: Row) -> tuple[str | None, list[Cell]]:
    """The field that a row names first, and its cells without that name."""
    if row.bullet:
        return None, row.cells
    first = row.cells[0]
    field = FIELDS.get(key(first.text))
    if field is not None and len(row.cells) > 1 and len(first.words) <= 4:
        return field, row.cells[1:]
    match = _COLON.match(first.text)
    field = FIELDS.get(key(match.group(1))) if match else None
    if match is None or field is None:
        return None, row.cells
    count = len(first.text[: match.end()].split())
    words = first.words[count:]
    if not words:
        return field, row.cells[1:]
    return field, [
        Cell(words, " ".join(w.text for w in words), words[0].box.x0, words[-1].box.x1),
        *row.cells[1:],
    ]
