"""A Google Docs look: narrow left labels column in a table for headings, accent bars, dates under the position."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.shared import Cm, Pt, RGBColor

from benchmarks.corpus.view import View

ACCENT = RGBColor(0xF2, 0x51, 0x1B)


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Open Sans", Pt(9)
    style.paragraph_format.space_after = Pt(3)
    table = doc.add_table(rows=0, cols=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(4.2), Cm(12.8)

    def row(label: str):  # type: ignore[no-untyped-def]
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(4.2), Cm(12.8)
        run = cells[0].paragraphs[0].add_run(label)
        run.bold, run.font.size = True, Pt(10)
        return cells[1]

    cell = row("")
    name = cell.paragraphs[0].add_run(view.basics["name"])
    name.bold, name.font.size = True, Pt(28)
    cell.add_paragraph(view.basics["label"])
    contact = cell.add_paragraph().add_run(
        "\n".join([view.place, view.basics["phone"], view.basics["email"]])
    )
    contact.font.color.rgb = ACCENT
    cell = row(view.h("skills", "Skills"))
    for n, group in enumerate(view.skills):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.add_run(f"{group['name']}: ").bold = True
        paragraph.add_run(", ".join(group["keywords"]))
    for n, job in enumerate(view.work):
        cell = row(view.h("work", "Experience") if n == 0 else "")
        paragraph = cell.paragraphs[0]
        paragraph.add_run(job["name"]).bold = True
        place = f", {job['location']}" if job.get("location") else ""
        paragraph.add_run(f"{place} — ")
        paragraph.add_run(job["position"]).italic = True
        dates = cell.add_paragraph().add_run(view.span(job, "month", " - ").upper())
        dates.font.size, dates.font.color.rgb = Pt(8), RGBColor(0x66, 0x66, 0x66)
        for text in [*filter(None, [job.get("summary")]), *job["highlights"]]:
            cell.add_paragraph(text)
    for n, course in enumerate(view.education):
        cell = row(view.h("education", "Education") if n == 0 else "")
        paragraph = cell.paragraphs[0]
        paragraph.add_run(course["institution"]).bold = True
        paragraph.add_run(" — ")
        paragraph.add_run(f"{course['studyType']} {course['area']}").italic = True
        dates = cell.add_paragraph().add_run(view.span(course, "month", " - ").upper())
        dates.font.size, dates.font.color.rgb = Pt(8), RGBColor(0x66, 0x66, 0x66)
    if view.awards:
        cell = row(view.h("awards", "Awards"))
        for n, award in enumerate(view.awards):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.add_run(award["title"]).bold = True
            paragraph.add_run(f", {award['awarder']}")
    doc.save(str(target))
