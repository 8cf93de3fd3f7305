"""Word: contact, skills and languages in a floating text box at the left, the career in indented paragraphs."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.shared import Cm, Pt

from benchmarks.corpus.view import View

SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
WIDE, HIGH = 1_850_000, 8_600_000


def make(view: View, target: Path) -> None:
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin, section.right_margin = Cm(7.6), Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Lato", Pt(9.5)
    style.paragraph_format.space_after = Pt(2)
    first = doc.add_paragraph()
    box(first, side(view))
    run = first.add_run(view.basics["name"])
    run.bold, run.font.size = True, Pt(22)
    doc.add_paragraph(view.basics["label"])
    if view.basics.get("summary"):
        doc.add_paragraph(view.basics["summary"])
    heading(doc, view.h("work", "Experience"))
    for job in view.work:
        doc.add_paragraph().add_run(job["position"]).bold = True
        doc.add_paragraph(f"{job['name']} | {view.span(job, 'mon', ' – ')}")
        if job.get("summary"):
            doc.add_paragraph(job["summary"])
        for item in job["highlights"]:
            doc.add_paragraph(item, style="List Bullet")
    heading(doc, view.h("education", "Education"))
    for course in view.education:
        doc.add_paragraph().add_run(f"{course['studyType']}, {course['area']}").bold = True
        doc.add_paragraph(f"{course['institution']} | {view.span(course, 'mon', ' – ')}")
    if view.projects:
        heading(doc, view.h("projects", "Projects"))
        for project in view.projects:
            doc.add_paragraph().add_run(project["name"]).bold = True
            doc.add_paragraph(f"{project['description']} | {view.span(project, 'mon', ' – ')}")
            for item in project["highlights"]:
                doc.add_paragraph(item, style="List Bullet")
    doc.save(str(target))


def side(view: View) -> list[tuple[str, bool]]:
    """Lines of the box and whether each is bold."""
    lines = [(view.h("contact", "Contact").upper(), True)]
    lines += [(text, False) for text in (view.basics["phone"], view.basics["email"], view.place)]
    lines += [("", False), (view.h("skills", "Skills").upper(), True)]
    for group in view.skills:
        lines += [(group["name"], True), *((word, False) for word in group["keywords"])]
    if view.languages:
        lines += [("", False), (view.h("languages", "Languages").upper(), True)]
        lines += [(f"{x['language']}: {x['fluency']}", False) for x in view.languages]
    return lines


def heading(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(9)
    run = paragraph.add_run(text.upper())
    run.bold, run.font.size = True, Pt(12)


def box(paragraph: Any, lines: list[tuple[str, bool]]) -> None:
    """A floating text box anchored at the page's top left."""
    inner = "".join(
        f"<w:p><w:r><w:rPr>{'<w:b/>' if bold else ''}</w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>"
        for text, bold in lines
    )
    paragraph.add_run()._r.append(
        parse_xml(
            f"""<w:drawing {SPACES}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>540000</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>700000</wp:posOffset></wp:positionV>
<wp:extent cx="{WIDE}" cy="{HIGH}"/><wp:wrapNone/><wp:docPr id="1" name="Side"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDE}" cy="{HIGH}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="F1EDE4"/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"""
        )
    )
