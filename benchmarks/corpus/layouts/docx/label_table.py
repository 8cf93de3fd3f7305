"""Word: section names in the left cell of a ruled table, everything else of the section in the right cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from benchmarks.corpus.view import View


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.9)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Liberation Serif", Pt(10.5)
    style.paragraph_format.space_after = Pt(2)
    name = doc.add_paragraph().add_run(view.basics["name"])
    name.bold, name.font.size = True, Pt(20)
    doc.add_paragraph(f"{view.basics['label']}, {view.place}. {view.basics['phone']}. {view.basics['email']}")
    table = doc.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(3.6), Cm(14)

    def cell(label: str) -> Any:
        left, right = table.add_row().cells
        left.width, right.width = Cm(3.6), Cm(14)
        left.paragraphs[0].add_run(label).bold = True
        return right

    if view.basics.get("summary"):
        cell(view.h("summary", "Objective")).paragraphs[0].add_run(view.basics["summary"])
    where = cell(view.h("education", "Education"))
    for course in view.education:
        tabbed(where, f"{course['studyType']} {course['area']}", view.span(course, "month", " – "), bold=True)
        where.add_paragraph(course["institution"])
    where = cell(view.h("work", "Work Experience"))
    for job in view.work:
        tabbed(where, f"{job['name']}", view.span(job, "month", " – "), bold=True)
        where.add_paragraph().add_run(job["position"]).italic = True
        if job.get("summary"):
            where.add_paragraph(job["summary"])
        for text in job["highlights"]:
            where.add_paragraph(text, style="List Bullet")
    where = cell(view.h("skills", "Skills"))
    for group in view.skills:
        where.add_paragraph(f"{group['name']}: {', '.join(group['keywords'])}")
    if view.languages:
        where = cell(view.h("languages", "Languages"))
        where.paragraphs[0].add_run(", ".join(f"{x['language']} ({x['fluency']})" for x in view.languages))
    doc.save(str(target))


def tabbed(where: Any, left: str, right: str, bold: bool) -> None:
    paragraph = where.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(13.6), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(left).bold = bold
    paragraph.add_run(f"\t{right}")
