"""Word: tabular CV of the German kind, dates before a tab with a hanging indent, personal data as label and value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt

from benchmarks.corpus.view import View

INDENT = Cm(4.6)


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Arimo", Pt(10.5)
    style.paragraph_format.space_after = Pt(3)
    title = doc.add_paragraph().add_run("Lebenslauf" if view.lang == "de" else "Curriculum Vitae")
    title.bold, title.font.size = True, Pt(20)
    heading(doc, view.h("contact", "Personal Details", 1))
    basics = view.basics
    names = (
        ("Name", "Anschrift", "Telefon", "E-Mail")
        if view.lang == "de"
        else ("Name", "Address", "Phone", "Email")
    )
    for label, value in zip(
        names, (basics["name"], view.place, basics["phone"], basics["email"]), strict=True
    ):
        row(doc, f"{label}:", value)
    heading(doc, view.h("work", "Employment", 1))
    for job in view.work:
        place = f", {job['location']}" if job.get("location") else ""
        row(doc, view.span(job, "slash", " – ", since=view.lang == "de"), job["position"], bold=True)
        under(doc, job["name"] + place)
        if job.get("summary"):
            under(doc, job["summary"])
        for text in job["highlights"]:
            under(doc, f"– {text}")
    heading(doc, view.h("education", "Education", 2))
    for course in view.education:
        row(doc, view.span(course, "slash", " – "), course["institution"], bold=True)
        under(doc, f"{course['studyType']} {course['area']}")
    if view.projects:
        heading(doc, view.h("projects", "Projects"))
        for project in view.projects:
            row(doc, view.span(project, "slash", " – "), project["name"], bold=True)
            under(doc, project["description"])
            for text in project["highlights"]:
                under(doc, f"– {text}")
    heading(doc, view.h("skills", "IT Skills", 2))
    for group in view.skills:
        row(doc, group["name"], ", ".join(group["keywords"]))
    if view.languages:
        heading(doc, view.h("languages", "Languages", 1))
        for language in view.languages:
            row(doc, language["language"], language["fluency"])
    doc.add_paragraph()
    doc.add_paragraph(f"{view.place}, November 2026")
    doc.save(str(target))


def heading(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(12)
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(13)


def row(doc: Any, left: str, right: str, bold: bool = False) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = INDENT, -INDENT
    paragraph.paragraph_format.tab_stops.add_tab_stop(INDENT)
    paragraph.add_run(f"{left}\t")
    paragraph.add_run(right).bold = bold


def under(doc: Any, text: str) -> None:
    doc.add_paragraph(text).paragraph_format.left_indent = INDENT
