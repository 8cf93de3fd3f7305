"""ReportLab, two columns of boxes painted in a shuffled order, as drawing programs leave them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.corpus.layouts.canvas import Box, fonts, marked, style
from benchmarks.corpus.view import View

WIDTH, HEIGHT = A4
TOP, BOTTOM = HEIGHT - 120, 45


def make(view: View, target: Path) -> None:
    font = fonts("Roboto", normal="Roboto-Regular.ttf", bold="Roboto-Bold.ttf", italic="Roboto-Italic.ttf")
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setTitle(view.basics["name"])
    main, side = columns(view, font)
    boxes = [*flow(main, 215, 345), *flow(side, 36, 152)]
    head = Box(36, HEIGHT - 40, 500)
    head.add(f"<b>{marked(view.basics['name'])}</b>", style(font, 26, textColor=HexColor("#114b5f")))
    head.add(marked(view.basics["label"]), style(font, 12, textColor=HexColor("#666666")), 4)
    boxes.append((0, head))
    rng = random.Random(view.basics["name"])
    for page in range(1 + max(page for page, _ in boxes)):
        canvas.setFillColor(HexColor("#e8f1f2"))
        canvas.rect(24, 0, 176, HEIGHT - (110 if page == 0 else 0), stroke=0, fill=1)
        draws = [draw for at, box in boxes if at == page for draw in box.draws(canvas)]
        rng.shuffle(draws)
        for draw in draws:
            draw()
        canvas.showPage()
    canvas.save()


def flow(parts: list[list[tuple[str, Any, float]]], x: float, width: float) -> list[tuple[int, Box]]:
    """Blocks down a column and over pages, none broken."""
    placed, page, y = [], 0, TOP
    for block in parts:
        box = Box(x, y, width)
        for markup, look, gap in block:
            box.add(markup, look, gap)
        if y - box.height < BOTTOM and y < TOP:
            page, box.y = page + 1, HEIGHT - 45
        y = box.y - box.height - 7
        placed.append((page, box))
    return placed


def columns(view: View, font: str) -> tuple[list[Any], list[Any]]:
    body, small = style(font, 9.3), style(font, 8.6, textColor=HexColor("#555555"))
    title, bold = style(font, 12.5, textColor=HexColor("#114b5f")), style(font, 10.2)
    bullet = style(font, 9.3, leftIndent=10, bulletIndent=1)

    def head(key: str, english: str) -> tuple[str, Any, float]:
        return f"<b>{marked(view.h(key, english))}</b>", title, 4

    def entry(top: str, under: str, texts: list[str]) -> list[Any]:
        rows = [(f"<b>{marked(top)}</b>", bold, 0), (marked(under), small, 1)]
        return rows + [(f"<bullet>•</bullet>{marked(text)}", bullet, 1.5) for text in texts]

    main: list[list[Any]] = []
    if view.basics.get("summary"):
        main.append([head("summary", "About me"), (marked(view.basics["summary"]), body, 3)])
    for n, job in enumerate(view.work):
        block = entry(job["position"], f"{job['name']}  |  {view.span(job)}", job["highlights"])
        if job.get("summary"):
            block.insert(2, (marked(job["summary"]), body, 1))
        main.append(([head("work", "Experience")] if n == 0 else []) + block)
    for n, project in enumerate(view.projects):
        block = entry(
            project["name"], f"{project['description']}  |  {view.span(project)}", project["highlights"]
        )
        main.append(([head("projects", "Projects")] if n == 0 else []) + block)
    for n, course in enumerate(view.education):
        block = entry(
            f"{course['studyType']}, {course['area']}", f"{course['institution']}  |  {view.span(course)}", []
        )
        main.append(([head("education", "Education")] if n == 0 else []) + block)
    side: list[list[Any]] = [[head("contact", "Contact")]]
    for line in (
        view.basics["phone"],
        view.basics["email"],
        view.place,
        *(view.bare(p["url"]) for p in view.profiles),
    ):
        side[0].append((marked(line), body, 2))
    for n, group in enumerate(view.skills):
        block = [
            (f"<b>{marked(group['name'])}</b>", body, 2),
            *((marked(k), body, 1) for k in group["keywords"]),
        ]
        side.append(([head("skills", "Skills")] if n == 0 else []) + block)
    if view.languages:
        rows = [(f"{marked(x['language'])} ({marked(x['fluency'])})", body, 2) for x in view.languages]
        side.append([head("languages", "Languages"), *rows])
    return main, side
