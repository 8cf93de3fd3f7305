"""ReportLab Platypus: many pages, running header and "Page x of y", headings spelled with spaces, dates above heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate, Spacer

from benchmarks.corpus.layouts.canvas import fonts, marked, style
from benchmarks.corpus.view import View


class Numbered(Canvas):
    """Writes its footers once it knows how many pages there are."""

    pages: list[dict[str, Any]]
    head = ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.pages = []

    def showPage(self) -> None:
        self.pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self.pages, 1):
            self.__dict__.update(page)
            self.setFont("Helvetica", 8)
            self.setFillColor(HexColor("#777777"))
            self.drawCentredString(306, 30, f"Page {number} of {len(self.pages)}")
            if number > 1:
                self.drawString(60, 762, self.head)
            super().showPage()
        super().save()


def make(view: View, target: Path) -> None:
    font = fonts("PTSerif", normal="PTF55F.ttf", bold="PTF75F.ttf", italic="PTF56F.ttf")
    body, date = style(font, 11, 16), style(font, 9.5, textColor=HexColor("#7a4a2a"))
    head = style(font, 12, 16, spaceBefore=14, textColor=HexColor("#7a4a2a"))
    bullet = style(font, 11, 16, leftIndent=14, bulletIndent=2)
    story: list[Any] = [Paragraph(f"<b>{marked(view.basics['name'])}</b>", style(font, 24, 30))]
    story.append(Paragraph(marked(view.basics["label"]), body))
    contact = (
        view.basics["email"],
        view.basics["phone"],
        view.place,
        *(view.bare(p["url"]) for p in view.profiles),
    )
    story.append(Paragraph(marked(" | ".join(contact)), style(font, 9.5)))

    def heading(key: str, english: str) -> None:
        spaced = "&nbsp;&nbsp;".join(" ".join(word) for word in view.h(key, english).upper().split())
        story.extend(
            [Paragraph(f"<b>{spaced}</b>", head), HRFlowable(width="100%", color=HexColor("#7a4a2a"))]
        )

    def entry(when: str, first: str, second: str, texts: list[str]) -> None:
        story.extend([Spacer(1, 8), Paragraph(when, date), Paragraph(f"<b>{marked(first)}</b>", body)])
        story.append(Paragraph(f"<i>{marked(second)}</i>", body))
        story.extend(Paragraph(f"<bullet>»</bullet>{marked(text)}", bullet) for text in texts)

    if view.basics.get("summary"):
        heading("summary", "Summary")
        story.append(Paragraph(marked(view.basics["summary"]), body))
    heading("work", "Work Experience")
    for job in view.work:
        place = f", {job['location']}" if job.get("location") else ""
        entry(view.span(job, "month", " – "), job["position"], job["name"] + place, job["highlights"])
        if job.get("summary"):
            story.append(Paragraph(marked(job["summary"]), body))
    if view.projects:
        heading("projects", "Projects")
        for project in view.projects:
            entry(
                view.span(project, "month", " – "),
                project["name"],
                project["description"],
                project["highlights"],
            )
    heading("education", "Education")
    for course in view.education:
        entry(
            view.span(course, "month", " – "),
            f"{course['studyType']} {course['area']}",
            course["institution"],
            [],
        )
    heading("skills", "Skills")
    for group in view.skills:
        story.append(
            Paragraph(f"<b>{marked(group['name'])}</b>: {marked(', '.join(group['keywords']))}", body)
        )
    if view.languages:
        heading("languages", "Languages")
        story.append(
            Paragraph(marked(", ".join(f"{x['language']} ({x['fluency']})" for x in view.languages)), body)
        )
    running = type(
        "Running", (Numbered,), {"head": f"{view.basics['name'].split(' (')[0]} - {view.basics['email']}"}
    )
    SimpleDocTemplate(str(target), pagesize=letter, leftMargin=60, rightMargin=60).build(
        story, canvasmaker=running
    )
