"""Word: company and place, position and dates, each pair on one line parted by a tab; headings in the middle."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from benchmarks.corpus.view import View


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.left_margin = section.right_margin = Cm(1.9)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Liberation Serif", Pt(11)
    style.paragraph_format.space_after = Pt(0)
    width = section.page_width - section.left_margin - section.right_margin
    name = centred(doc, view.basics["name"], bold=True)
    name.font.size = Pt(16)
    centred(doc, " • ".join([view.place, view.basics["email"], view.basics["phone"]]))
    heading(doc, view.h("education", "Education"))
    for course in view.education:
        pair(doc, width, course["institution"], "", bold=True)
        pair(doc, width, f"{course['studyType']} in {course['area']}", view.span(course, "mon", " – "))
    heading(doc, view.h("work", "Experience"))
    for job in view.work:
        pair(doc, width, job["name"], job.get("location", ""), bold=True)
        pair(doc, width, job["position"], view.span(job, "mon", " – "), bold=True)
        if job.get("summary"):
            doc.add_paragraph(job["summary"])
        for text in job["highlights"]:
            doc.add_paragraph(text, style="List Bullet")
        doc.add_paragraph()
    heading(doc, view.h("skills", "Skills & Interests"))
    for group in view.skills:
        line = doc.add_paragraph()
        line.add_run(f"{group['name']}: ").bold = True
        line.add_run(", ".join(group["keywords"]) + ".")
    doc.save(str(target))


def centred(doc: Document, text: str, bold: bool = False):  # type: ignore[no-untyped-def]
    line = doc.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run(text)
    run.bold = bold
    return run


def heading(doc: Document, text: str) -> None:
    centred(doc, text, bold=True)
    doc.paragraphs[-1].paragraph_format.space_before = Pt(8)


def pair(doc: Document, width: int, left: str, right: str, bold: bool = False) -> None:
    line = doc.add_paragraph()
    line.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(left).bold = bold
    line.add_run(f"\t{right}")
