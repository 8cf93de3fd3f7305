"""Word: bullets typed as characters, another glyph in each job, with and without a tab; headings in a shaded bar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from benchmarks.corpus.view import View

GLYPHS = "•▪➢✓∗◦→✦‣❖"


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "DejaVu Sans", Pt(9)
    style.paragraph_format.space_after = Pt(2)
    name = doc.add_paragraph().add_run(view.basics["name"])
    name.bold, name.font.size = True, Pt(18)
    doc.add_paragraph(view.basics["label"])
    for label, value in (("Tel", "phone"), ("Mail", "email")):
        doc.add_paragraph(f"{label}: {view.basics[value]}")
    bar(doc, view.h("work", "Employment Record"))
    for number, job in enumerate(view.work):
        head = doc.add_paragraph()
        head.paragraph_format.space_before = Pt(6)
        head.add_run(view.span(job, "slash", "-")).bold = True
        head.add_run(f"  {job['name']}")
        doc.add_paragraph().add_run(job["position"]).underline = True
        if job.get("summary"):
            doc.add_paragraph(job["summary"])
        for text in job["highlights"]:
            bullet(doc, GLYPHS[number % len(GLYPHS)], text, tab=number % 2 == 0)
    bar(doc, view.h("education", "Academic Background"))
    for course in view.education:
        doc.add_paragraph().add_run(view.span(course, "slash", "-")).bold = True
        doc.add_paragraph(f"{course['studyType']} {course['area']}, {course['institution']}")
    bar(doc, view.h("skills", "Competencies"))
    for group in view.skills:
        for word in group["keywords"]:
            bullet(doc, "✓", word, tab=True)
    doc.save(str(target))


def bar(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(8)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "D9D9D9")):
        shade.set(qn(f"w:{key}"), value)
    paragraph._p.get_or_add_pPr().append(shade)
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(10.5)


def bullet(doc: Any, glyph: str, text: str, tab: bool) -> None:
    paragraph = doc.add_paragraph(f"{glyph}{chr(9) if tab else ' '}{text}")
    paragraph.paragraph_format.left_indent = Cm(0.7)
    paragraph.paragraph_format.first_line_indent = Cm(-0.7)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.7))
