"""Word: a title, then personal data as a table of label and value (the name is one of them), numbered sections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt

from benchmarks.corpus.view import View

LABELS = {
    "en": ("Full name", "Date of birth", "Nationality", "Telephone", "E-mail", "Address", "Desired position"),
    "de": ("Name", "Geburtsdatum", "Staatsangehörigkeit", "Telefon", "E-Mail", "Wohnort", "Zielposition"),
    "fr": ("Nom", "Date de naissance", "Nationalité", "Téléphone", "Courriel", "Adresse", "Poste recherché"),
    "es": (
        "Nombre",
        "Fecha de nacimiento",
        "Nacionalidad",
        "Teléfono",
        "Correo",
        "Domicilio",
        "Puesto deseado",
    ),
    "pt": ("Nome", "Data de nascimento", "Nacionalidade", "Telefone", "E-mail", "Endereço", "Cargo desejado"),
    "nl": ("Naam", "Geboortedatum", "Nationaliteit", "Telefoon", "E-mail", "Adres", "Gewenste functie"),
    "it": (
        "Nome",
        "Data di nascita",
        "Nazionalità",
        "Telefono",
        "E-mail",
        "Indirizzo",
        "Posizione desiderata",
    ),
}


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Liberation Sans", Pt(10)
    style.paragraph_format.space_after = Pt(2)
    title = doc.add_paragraph().add_run("CURRICULUM VITAE")
    title.bold, title.font.size = True, Pt(16)
    basics = view.basics
    values = (
        basics["name"],
        "12.04.1990",
        "—",
        basics["phone"],
        basics["email"],
        view.place,
        basics["label"],
    )
    table = two_columns(doc)
    for label, value in zip(LABELS[view.lang], values, strict=True):
        row(table, label, value)
    heading(doc, f"1. {view.h('education', 'Education')}")
    table = two_columns(doc)
    for course in view.education:
        row(
            table,
            view.span(course, "dot", " – "),
            f"{course['institution']}\n{course['studyType']} {course['area']}",
        )
    heading(doc, f"2. {view.h('work', 'Professional Experience')}")
    table = two_columns(doc)
    for job in view.work:
        cell = row(table, view.span(job, "dot", " – "), f"{job['name']}\n{job['position']}")
        if job.get("summary"):
            cell.add_paragraph(job["summary"])
        for text in job["highlights"]:
            cell.add_paragraph(text, style="List Bullet")
    heading(doc, f"3. {view.h('skills', 'Skills')}")
    table = two_columns(doc)
    for group in view.skills:
        row(table, group["name"], "; ".join(group["keywords"]))
    doc.save(str(target))


def two_columns(doc: Any) -> Any:
    table = doc.add_table(rows=0, cols=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(4.2), Cm(12.2)
    return table


def row(table: Any, left: str, right: str) -> Any:
    cells = table.add_row().cells
    cells[0].width, cells[1].width = Cm(4.2), Cm(12.2)
    cells[0].text = left
    first, *rest = right.split("\n")
    cells[1].paragraphs[0].add_run(first).bold = bool(rest)
    for line in rest:
        cells[1].add_paragraph(line)
    return cells[1]


def heading(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.add_run(text).bold = True
