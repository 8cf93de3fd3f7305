"""Word: one column, dates flush right behind a tab stop, headings in caps with a rule below."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from benchmarks.corpus.view import View


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Caladea", Pt(10.5)
    style.paragraph_format.space_after = Pt(1)
    head = doc.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    name = head.add_run(view.basics["name"].upper())
    name.bold, name.font.size = True, Pt(18)
    for text in (view.basics["label"], " • ".join(contact(view))):
        doc.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if view.basics.get("summary"):
        heading(doc, view.h("summary", "Professional Summary"))
        doc.add_paragraph(view.basics["summary"])
    heading(doc, view.h("work", "Professional Experience"))
    for job in view.work:
        tabbed(doc, job["name"], job.get("location", ""), bold=True)
        tabbed(doc, job["position"], view.span(job, "month", " – "), italic=True)
        if job.get("summary"):
            doc.add_paragraph(job["summary"])
        bullets(doc, job["highlights"])
    if view.projects:
        heading(doc, view.h("projects", "Projects"))
        for project in view.projects:
            tabbed(doc, project["name"], view.span(project, "month", " – "), bold=True)
            doc.add_paragraph(project["description"])
            bullets(doc, project["highlights"])
    heading(doc, view.h("education", "Education"))
    for course in view.education:
        tabbed(doc, course["institution"], view.span(course, "year", " – "), bold=True)
        tabbed(doc, f"{course['studyType']} in {course['area']}", "", italic=True)
    heading(doc, view.h("skills", "Technical Skills", 1))
    for group in view.skills:
        paragraph = doc.add_paragraph()
        paragraph.add_run(f"{group['name']}: ").bold = True
        paragraph.add_run(", ".join(group["keywords"]))
    if view.certificates:
        heading(doc, view.h("certificates", "Certifications"))
        for item in view.certificates:
            tabbed(doc, f"{item['name']}, {item['issuer']}", view.date(item["date"], "month"))
    if view.languages:
        heading(doc, view.h("languages", "Languages"))
        doc.add_paragraph("; ".join(f"{x['language']} ({x['fluency']})" for x in view.languages))
    doc.save(str(target))


def contact(view: View) -> list[str]:
    return [
        view.place,
        view.basics["phone"],
        view.basics["email"],
        *(view.bare(p["url"]) for p in view.profiles),
    ]


def heading(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(8)
    run = paragraph.add_run(text.upper())
    run.bold, run.font.size = True, Pt(11.5)
    rule = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "444444")):
        line.set(qn(f"w:{key}"), value)
    rule.append(line)
    paragraph._p.get_or_add_pPr().append(rule)


def tabbed(doc: Any, left: str, right: str, bold: bool = False, italic: bool = False) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17.59), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.space_before = Pt(4 if bold else 0)
    run = paragraph.add_run(left)
    run.bold, run.italic = bold, italic
    if right:
        paragraph.add_run("\t" + right)


def bullets(doc: Any, texts: list[str]) -> None:
    for text in texts:
        doc.add_paragraph(text, style="List Bullet")
