"""Forms: résumés that name their fields ("Designation: ML Engineer", a table with "Organisation | Acme")."""

from __future__ import annotations

import re
from itertools import takewhile

from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.words.headings import key

_FIELDS: dict[str, str] = {
    "name": """company, company name, organisation, organization, employer, client, firm, name of employer, name of company, name of organization, name of the company, organisation name,
        organization name, unternehmen, firma, arbeitgeber, entreprise, employeur, société, empresa, empleador, bedrijf, werkgever, azienda, datore di lavoro, name and address of employer, name und adresse des arbeitgebers, nom et adresse de l'employeur,
        nombre y dirección de la empresa o empleador, nombre y dirección del empleador, nome e morada do empregador, nome e endereço do empregador, nome e indirizzo del datore di lavoro, naam en adres werkgever, naam en adres van de werkgever""",
    "position": """position, designation, role, title, job title, post, position held, job role, job position, occupation, position title, funktion, stelle, tätigkeit, poste, fonction, puesto, cargo, función, functie, posizione, ruolo, mansione, occupation or position held,
        beruf oder funktion, fonction ou poste occupé, profesión o cargo desempeñado, puesto desempeñado, puesto ocupado, cargo desempeñado, cargo ocupado, puesto de trabajo, poste occupé, fonction occupée, emploi occupé, ausgeübte funktion, ausgeübte tätigkeit, beklede functie, posizione ricoperta, ruolo ricoperto, função desempenhada, função ou cargo ocupado, lavoro o posizione ricoperti, functie of beroep""",
    "dates": """duration, period, dates, date, from to, tenure, time period, years, timeline, employment period, working period, work period, zeitraum, dauer, période, durée, dates d'emploi, periodo, fechas, duración, período, datas, periode, durata, date of joining, datum, daten""",
    "location": """location, place, city, work location, ort, standort, lieu, lugar, ubicación, local, localização, plaats, locatie, luogo, sede""",
    "content": """responsibilities, duties, description, job description, key responsibilities, roles and responsibilities, role and responsibilities, achievements, tasks, main duties, job responsibilities, responsibility,
        highlights, work done, key achievements, summary, contribution, contributions, roles responsibilities, job profile, aufgaben, missions, responsabilidades, funciones, taken, mansioni, responsabilità,
        main activities and responsibilities, wichtigste tätigkeiten und zuständigkeiten, principales activités et responsabilités, funciones y responsabilidades principales, principais atividades e responsabilidades,
        principais actividades e responsabilidades, principali attività e responsabilità, voornaamste werkzaamheden en verantwoordelijkheden""",
    "institution": """institution, institute, university, school, college, school college, name of institution, name of institute, institute name, college name, university board, board university, institution name, school university, name and type of organisation providing education and training,
        name and type of organisation, name und art der bildungs oder ausbildungseinrichtung, nom et type de l'établissement d'enseignement ou de formation, nombre y tipo de la organización que ha impartido la educación o la formación,
        nome e tipo da organização de ensino ou formação, nome e tipo d'organizzazione erogatrice dell'istruzione e formazione, naam en type van de instelling""",
    "studyType": """degree, qualification, course, examination, exam, degree course, class, program, programme, exam passed, degree examination, abschluss, diplôme, título, title of qualification awarded, qualification awarded,
        bezeichnung der erworbenen qualifikation, intitulé du certificat ou diplôme délivré, título de la cualificación obtenida, designação da qualificação atribuída, titolo della qualifica rilasciata, certificaat of diploma""",
    "area": """field, field of study, major, specialization, specialisation, stream, branch, subject, subjects, discipline, area""",
    "score": """score, gpa, cgpa, grade, percentage, marks, result, cgpa percentage, percentage cgpa, marks obtained, aggregate, division""",
    "year": """year, year of passing, passing year, year of completion, graduation year, graduation, completed, year of graduation""",
}  # fmt: skip
FIELDS: dict[str, str] = {
    key(word): field for field, text in _FIELDS.items() for word in text.replace("\n", " ").split(",")
}
_CLIENT = key("client")
_COLON = re.compile(r"^([^:]{2,34}?)\s*:\s*(?=\S)")


def unlabel(rows: list[Row]) -> list[Row]:
    """The rows of a form without the names of its fields, each marked with the field; other rows as they are.

    A table's header row ("Degree | Institution | Year") goes; what a field of duties holds is marked as said.
    """
    if any(map(_is_header, rows)):
        rows = [row for row in rows if not _is_header(row) and key(row.text) not in FIELDS]
    rows = [part for row in rows for part in _one_a_row(row)]
    named = [_field(row) for row in rows]
    if sum(field in ("name", "position", "dates", "institution", "studyType") for field, _ in named) < 2:
        return rows
    out: list[Row] = []
    last: Row | None = None
    for i, (row, (field, cells)) in enumerate(zip(rows, named, strict=True)):
        if field is None:
            if last is not None and not row.bullet and abs(row.cells[0].x0 - last.cells[0].x0) < 3:
                row.label, row.said = last.label, last.said  # the value goes on below, beside its name
            out.append(row)
        elif cells:
            made = Row(row.line, row.index, cells, row.sides, said=field == "content")
            made.label = None if field == "content" else field
            made.bullet = made.said and _listed(rows, named, i)  # its mark was beside the name
            out.append(made)
            last = made if len(cells) < len(row.cells) else None
    return out


def _one_a_row(row: Row) -> list[Row]:
    """Fields that stand side by side ("Company: Acme    Role: Analyst"), one a row; a client's name goes where the row names
    the employer as well."""
    if len(row.cells) < 2 or row.bullet or row.text.count(":") < 2:
        return [row]
    labels = [_label(cell.text) for cell in row.cells]
    if any(label not in FIELDS for label in labels):
        return [row]
    names = [label for label in labels if FIELDS[label] == "name"]
    cells = [
        cell for label, cell in zip(labels, row.cells, strict=True) if label != _CLIENT or len(names) == 1
    ]
    rows = [Row(row.line, row.index, [cell]) for cell in cells]
    for made in rows:
        made.part = True
    return rows


def names_employer(rows: list[Row]) -> bool:
    """Whether a form names an employer, a position and a time: those of jobs, whatever stands above them."""
    named = [
        label
        for row in rows
        if ":" in row.text
        for cell in row.cells
        if (label := _label(cell.text)) in FIELDS
    ]
    employer = any(FIELDS[label] == "name" and label != _CLIENT for label in named)
    return employer and {"position", "dates"} <= {FIELDS[label] for label in named}


def _label(text: str) -> str:
    """What stands before a text's colon, as a field is looked up."""
    match = _COLON.match(text)
    return key(match.group(1)) if match else ""


def _listed(rows: list[Row], named: list[tuple[str | None, list[Cell]]], i: int) -> bool:
    """Whether a field's value is a list of bullets: one follows before the next field."""
    below = takewhile(lambda k: named[k][0] is None, range(i + 1, len(rows)))
    return any(rows[k].bullet for k in below)


def _is_header(row: Row) -> bool:
    """Whether a row holds nothing but names of fields; among three or more one may be in words of its own."""
    if len(row.cells) < 2:
        columns = row.text.strip("| ").split("|") if "|" in row.text else []
        return len(columns) > 1 and all(key(column) in FIELDS for column in columns)
    named = sum(key(cell.text) in FIELDS for cell in row.cells)
    own = len(row.cells) > 2 and not row.found and row.count <= 4 * len(row.cells)
    return named >= len(row.cells) - own


def _field(row: Row) -> tuple[str | None, list[Cell]]:
    """The field that a row names first, and its cells without that name."""
    if row.bullet:
        return None, row.cells
    first = row.cells[0]
    field = FIELDS.get(key(first.text)) if len(row.cells) > 1 and len(first.words) <= 12 else None
    if field is not None:
        return field, row.cells[1:]
    match = _COLON.match(first.text) if ":" in first.text else None
    field = FIELDS.get(key(match.group(1))) if match else None
    if match is None or field is None:
        return None, row.cells
    count = len(first.text[: match.end()].split())
    words = first.words[count:]
    if not words:
        return field, row.cells[1:]
    return field, [Cell.of(words), *row.cells[1:]]
