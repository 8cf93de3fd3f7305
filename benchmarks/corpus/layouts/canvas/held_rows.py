"""ReportLab, two columns painted row by row across the page, line after line, as converters of drawings leave them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from benchmarks.corpus.layouts.canvas import HAN, fonts
from benchmarks.corpus.view import View

WIDTH, HEIGHT = letter
LEFT, SIDE, LEADING = 48, 420, 13.2
Row = tuple[float, float, str, str, float]
"""x, y from the page's top, text, font, size."""


def make(view: View, target: Path) -> None:
    font = fonts("PTSans", normal="PTS55F.ttf", bold="PTS75F.ttf", italic="PTS56F.ttf")
    canvas = Canvas(str(target), pagesize=letter)
    bold = font.replace("normal", "bold")
    main = column(main_lines(view), LEFT, 345, font, bold)
    side = column(side_lines(view), SIDE, 150, font, bold)
    canvas.setFont(bold, 24)
    draw(canvas, LEFT, HEIGHT - 62, view.basics["name"], bold, 24)
    draw(canvas, LEFT, HEIGHT - 82, view.basics["label"], font, 12)
    pages: dict[int, list[Row]] = {}
    for rows in (main, side):
        for x, y, text, face, size in rows:
            page = int(y // 690)
            pages.setdefault(page, []).append((x, y % 690 + (110 if page == 0 else 50), text, face, size))
    for page in sorted(pages):
        for x, y, text, face, size in sorted(pages[page], key=lambda row: (round(row[1]), row[0])):
            draw(canvas, x, HEIGHT - y, text, face, size)
        canvas.showPage()
    canvas.save()


def draw(canvas: Any, x: float, y: float, text: str, face: str, size: float) -> None:
    for part, han in runs(text):
        name = HAN if han else face
        canvas.setFont(name, size)
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, name, size)


def runs(text: str) -> list[tuple[str, bool]]:
    parts: list[tuple[str, bool]] = []
    for char in text:
        han = "\u4e00" <= char <= "\u9fff"
        if parts and parts[-1][1] == han:
            parts[-1] = (parts[-1][0] + char, han)
        else:
            parts.append((char, han))
    return parts


def column(lines: list[tuple[str, str]], x: float, width: float, font: str, bold: str) -> list[Row]:
    rows, y = [], 0.0
    for kind, text in lines:
        face, size = {"h": (bold, 12.5), "b": (bold, 10)}.get(kind, (font, 9.5))
        y += {"h": 11.0, "b": 4.0}.get(kind, 0.0)
        indent = 10 if kind == "*" else 0
        for n, piece in enumerate(simpleSplit(text, face, size, width - indent)):
            mark = "• " if kind == "*" and n == 0 else ""
            rows.append((x + (0 if mark else indent), y, mark + piece, face, size))
            y += LEADING
    return rows


def main_lines(view: View) -> list[tuple[str, str]]:
    lines = [("h", view.h("summary", "Profile")), ("", view.basics["summary"])]
    lines.append(("h", view.h("work", "Professional Experience")))
    for job in view.work:
        lines += [("b", f"{job['name']}, {job['position']}"), ("", view.span(job, "mon", " – "))]
        lines += [("", job["summary"])] if job.get("summary") else []
        lines += [("*", text) for text in job["highlights"]]
    lines.append(("h", view.h("education", "Education")))
    for course in view.education:
        lines += [("b", course["institution"]), ("", f"{course['studyType']}, {course['area']}")]
        lines.append(("", view.span(course, "mon", " – ")))
    return lines


def side_lines(view: View) -> list[tuple[str, str]]:
    lines = [("h", view.h("contact", "Contact"))]
    lines += [("", text) for text in (view.basics["phone"], view.basics["email"], view.place)]
    lines.append(("h", view.h("skills", "Expertise")))
    for group in view.skills:
        lines += [("b", group["name"]), *(("*", word) for word in group["keywords"])]
    if view.languages:
        lines.append(("h", view.h("languages", "Languages")))
        lines += [("", f"{x['language']} ({x['fluency']})") for x in view.languages]
    return lines
