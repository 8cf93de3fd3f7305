"""Word: a heading over the page, then two newspaper columns of a continuous section, separated by a column break."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from benchmarks.corpus.view import View


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.8)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Gentium Book Basic", Pt(10)
    style.paragraph_format.space_after = Pt(2)
    name = doc.add_paragraph().add_run(view.basics["name"])
    name.bold, name.font.size = True, Pt(24)
    doc.add_paragraph(
        f"{view.basics['label']} | {view.basics['email']} | {view.basics['phone']} | {view.place}"
    )
    columns(doc.add_section(WD_SECTION.CONTINUOUS), (3300, 6900))
    heading(doc, view.h("skills", "Core Skills"))
    for group in view.skills:
        doc.add_paragraph().add_run(group["name"]).bold = True
        for word in group["keywords"]:
            doc.add_paragraph(word)
    heading(doc, view.h("education", "Education"))
    for course in view.education:
        doc.add_paragraph().add_run(course["institution"]).bold = True
        doc.add_paragraph(f"{course['studyType']}, {course['area']}")
        doc.add_paragraph(view.span(course, "year", " – "))
    if view.languages:
        heading(doc, view.h("languages", "Languages"))
        for language in view.languages:
            doc.add_paragraph(f"{language['language']}: {language['fluency']}")
    doc.add_paragraph().add_run().add_break(WD_BREAK.COLUMN)
    heading(doc, view.h("work", "Professional Background"))
    for job in view.work:
        doc.add_paragraph().add_run(job["position"]).bold = True
        doc.add_paragraph().add_run(f"{job['name']}, {view.span(job, 'mon', ' – ')}").italic = True
        if job.get("summary"):
            doc.add_paragraph(job["summary"])
        for text in job["highlights"]:
            doc.add_paragraph(text, style="List Bullet")
    doc.save(str(target))


def columns(section: Any, widths: tuple[int, int]) -> None:
    cols = section._sectPr.find(qn("w:cols"))
    if cols is None:
        cols = OxmlElement("w:cols")
        section._sectPr.append(cols)
    cols.set(qn("w:num"), "2")
    cols.set(qn("w:equalWidth"), "0")
    for width in widths:
        col = OxmlElement("w:col")
        col.set(qn("w:w"), str(width))
        col.set(qn("w:space"), "400")
        cols.append(col)


def heading(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(8)
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(13), RGBColor(0x9C, 0x27, 0x2D)
