"""Word: dates in the narrow left column of a table, one table a section, as tabular CVs are typed."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.shared import Cm, Pt, RGBColor

from benchmarks.corpus.view import View


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Carlito", Pt(10.5)
    style.paragraph_format.space_after = Pt(2)
    name = doc.add_paragraph().add_run(view.basics["name"])
    name.bold, name.font.size = True, Pt(22)
    label = doc.add_paragraph().add_run(view.basics["label"])
    label.font.size, label.font.color.rgb = Pt(13), RGBColor(0x44, 0x54, 0x6A)
    contact = [
        view.place,
        view.basics["phone"],
        view.basics["email"],
        *(view.bare(p["url"]) for p in view.profiles),
    ]
    doc.add_paragraph(" | ".join(contact))
    if view.basics.get("summary"):
        heading(doc, view.h("summary", "Profile"))
        doc.add_paragraph(view.basics["summary"])
    heading(doc, view.h("work", "Professional Experience"))
    rows = table(doc)
    for job in view.work:
        left, right = rows.add_row().cells
        left.text = view.span(job, "slash", " – ")
        first = right.paragraphs[0]
        first.add_run(job["position"]).bold = True
        place = f", {job['location']}" if job.get("location") else ""
        right.add_paragraph().add_run(job["name"] + place).italic = True
        if job.get("summary"):
            right.add_paragraph(job["summary"])
        for text in job["highlights"]:
            right.add_paragraph(text, style="List Bullet")
    heading(doc, view.h("education", "Education"))
    rows = table(doc)
    for course in view.education:
        left, right = rows.add_row().cells
        left.text = view.span(course, "slash", " – ")
        right.paragraphs[0].add_run(f"{course['studyType']} {course['area']}").bold = True
        right.add_paragraph(course["institution"])
    if view.projects:
        heading(doc, view.h("projects", "Projects"))
        rows = table(doc)
        for project in view.projects:
            left, right = rows.add_row().cells
            left.text = view.span(project, "slash", " – ")
            right.paragraphs[0].add_run(project["name"]).bold = True
            right.add_paragraph(project["description"])
            for text in project["highlights"]:
                right.add_paragraph(text, style="List Bullet")
    heading(doc, view.h("skills", "Skills"))
    rows = table(doc)
    for group in view.skills:
        left, right = rows.add_row().cells
        left.text, right.text = group["name"], ", ".join(group["keywords"])
    if view.languages:
        heading(doc, view.h("languages", "Languages"))
        rows = table(doc)
        for language in view.languages:
            left, right = rows.add_row().cells
            left.text, right.text = language["language"], language["fluency"]
    doc.save(str(target))


def heading(doc: Document, text: str) -> None:
    run = doc.add_heading(level=2).add_run(text)
    run.font.name, run.font.size, run.font.color.rgb = "Carlito", Pt(13), RGBColor(0x1F, 0x4E, 0x79)


class Rows:
    """A table of two columns, 4 cm and the rest."""

    def __init__(self, doc: Document) -> None:
        self.table = doc.add_table(rows=0, cols=2)
        self.table.autofit = False
        self.table.columns[0].width, self.table.columns[1].width = Cm(4), Cm(12.6)

    def add_row(self):  # type: ignore[no-untyped-def]
        row = self.table.add_row()
        for cell, width in zip(row.cells, (Cm(4), Cm(12.6)), strict=True):
            cell.width = width
        return row


def table(doc: Document) -> Rows:
    return Rows(doc)
