"""A Google Docs look: company comma place dash position on one line, dates below in capitals, bullets with dashes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor

from benchmarks.corpus.view import View

GREY, GREEN = RGBColor(0x66, 0x66, 0x66), RGBColor(0x00, 0xAB, 0x44)


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "PT Serif", Pt(9.5)
    style.paragraph_format.space_after = Pt(3)
    run = doc.add_paragraph().add_run(view.basics["name"])
    run.font.size = Pt(30)
    line(doc, view.basics["label"], 12, GREY)
    line(doc, f"{view.place}  {view.basics['phone']}  {view.basics['email']}", 9, GREY)
    if view.basics.get("summary"):
        doc.add_paragraph(view.basics["summary"])
    heading(doc, view.h("work", "EXPERIENCE"))
    for job in view.work:
        place = f", {job['location']}" if job.get("location") else ""
        head(doc, job["name"], f"{place} — ", job["position"])
        line(doc, view.span(job, "month", " - ").upper(), 8, GREY)
        if job.get("summary"):
            doc.add_paragraph(job["summary"])
        for text in job["highlights"]:
            doc.add_paragraph(text, style="List Bullet")
    heading(doc, view.h("education", "EDUCATION"))
    for course in view.education:
        head(doc, course["institution"], " — ", f"{course['studyType']}, {course['area']}")
        line(doc, view.span(course, "month", " - ").upper(), 8, GREY)
    heading(doc, view.h("skills", "SKILLS"))
    for group in view.skills:
        for word in group["keywords"]:
            doc.add_paragraph(word, style="List Bullet")
    if view.projects:
        heading(doc, view.h("projects", "PROJECTS"))
        for project in view.projects:
            head(doc, project["name"], " — ", project["description"])
            line(doc, view.span(project, "month", " - ").upper(), 8, GREY)
            for text in project["highlights"]:
                doc.add_paragraph(text, style="List Bullet")
    if view.languages:
        heading(doc, view.h("languages", "LANGUAGES"))
        doc.add_paragraph(", ".join(f"{x['language']} ({x['fluency']})" for x in view.languages))
    doc.save(str(target))


def heading(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(14)
    run = paragraph.add_run(text.upper())
    run.bold, run.font.size, run.font.color.rgb, run.font.name = True, Pt(9), GREEN, "Open Sans"


def head(doc: Any, first: str, middle: str, last: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(6)
    for text, bold, italic in ((first, True, False), (middle, False, False), (last, False, True)):
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, Pt(11)


def line(doc: Any, text: str, size: float, color: RGBColor) -> None:
    run = doc.add_paragraph().add_run(text)
    run.font.size, run.font.color.rgb, run.font.name = Pt(size), color, "Open Sans"
