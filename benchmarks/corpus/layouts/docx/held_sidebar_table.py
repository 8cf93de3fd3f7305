"""Word: the whole page is a table of two cells, a shaded sidebar at the right and the career at the left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from benchmarks.corpus.view import View

BLUE = RGBColor(0x1B, 0x5E, 0x8C)


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.5)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Carlito", Pt(10)
    style.paragraph_format.space_after = Pt(2)
    text(doc, view.basics["name"], size=24, bold=True, color=BLUE)
    text(doc, view.basics["label"], size=13)
    table = doc.add_table(rows=1, cols=2)
    table.autofit = False
    main, side = table.rows[0].cells
    for cell, column, width in ((main, 0, Cm(12.4)), (side, 1, Cm(5.6))):
        cell.width = table.columns[column].width = width
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "E7EEF4")):
        shade.set(qn(f"w:{key}"), value)
    side._tc.get_or_add_tcPr().append(shade)
    career(view, main)
    facts(view, side)
    doc.save(str(target))


def career(view: View, cell: Any) -> None:
    if view.basics.get("summary"):
        heading(cell, view.h("summary", "Profile"))
        text(cell, view.basics["summary"])
    heading(cell, view.h("work", "Employment History", 1))
    for job in view.work:
        place = f", {job['location']}" if job.get("location") else ""
        text(cell, f"{job['position']}, {job['name']}{place}", bold=True, size=10.5)
        text(cell, view.span(job, "month", " — "), color=RGBColor(0x77, 0x77, 0x77), size=9)
        if job.get("summary"):
            text(cell, job["summary"])
        for item in job["highlights"]:
            cell.add_paragraph(item, style="List Bullet")
    heading(cell, view.h("education", "Education"))
    for course in view.education:
        text(cell, f"{course['studyType']}, {course['area']}, {course['institution']}", bold=True, size=10.5)
        text(cell, view.span(course, "month", " — "), color=RGBColor(0x77, 0x77, 0x77), size=9)


def facts(view: View, cell: Any) -> None:
    heading(cell, view.h("contact", "Details"))
    for line in (
        view.place,
        view.basics["phone"],
        view.basics["email"],
        *(view.bare(p["url"]) for p in view.profiles),
    ):
        text(cell, line)
    heading(cell, view.h("skills", "Skills"))
    for group in view.skills:
        for word in group["keywords"]:
            text(cell, word)
    if view.languages:
        heading(cell, view.h("languages", "Languages"))
        for language in view.languages:
            text(cell, language["language"], bold=True)
            text(cell, language["fluency"])
    if view.certificates:
        heading(cell, view.h("certificates", "Certificates"))
        for item in view.certificates:
            text(cell, f"{item['name']}, {view.date(item['date'], 'year')}")


def heading(cell: Any, words: str) -> None:
    text(cell, words, size=13, bold=True, color=BLUE).paragraph_format.space_before = Pt(10)


def text(
    where: Any, words: str, *, size: float = 10, bold: bool = False, color: RGBColor | None = None
) -> Any:
    paragraph = where.add_paragraph()
    run = paragraph.add_run(words)
    run.bold, run.font.size = bold, Pt(size)
    if color is not None:
        run.font.color.rgb = color
    return paragraph
