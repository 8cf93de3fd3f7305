"""Small PDFs drawn with ReportLab for the tests: text put where a test wants it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from aiscreen.models.document import Document, Line
from aiscreen.reading import read

WIDTH, HEIGHT = A4
Put = tuple[float, float, str] | tuple[float, float, str, float] | tuple[float, float, str, float, bool]
"""x and baseline from the top left, text, size (10), bold (False)."""


def draw(*pages: Callable[[Canvas], None] | Iterable[Put], size: tuple[float, float] = A4) -> bytes:
    """A PDF of pages, each a function that draws or a list of texts in the order of painting."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for page in pages:
        if callable(page):
            page(canvas)
        else:
            put(canvas, page, size[1])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def put(canvas: Canvas, texts: Iterable[Put], height: float = HEIGHT) -> None:
    """Draws texts; one that ends flush right is given with a negative x, its right edge."""
    for x, y, text, *rest in texts:
        size = rest[0] if rest else 10
        canvas.setFont("Helvetica-Bold" if len(rest) > 1 and rest[1] else "Helvetica", size)
        if x < 0:
            canvas.drawRightString(-x, height - y, text)
        else:
            canvas.drawString(x, height - y, text)


def document(*pages: Callable[[Canvas], None] | Iterable[Put], size: tuple[float, float] = A4) -> Document:
    return read("test.pdf", data=draw(*pages, size=size))


def cells(line: Line) -> list[str]:
    return [" ".join(word.text for word in cell) for cell in line.cells]


def texts(found: Document) -> list[str]:
    return [line.text for line in found.lines]


def column(x: float, top: float, lines: Iterable[str], *, step: float = 13, size: float = 10) -> list[Put]:
    """Lines of one column from a baseline down; those in capitals are bold headings with space above."""
    found: list[Put] = []
    y = top
    for line in lines:
        heading = line.isupper()
        y += 10 if heading and found else 0
        found.append((x, y, line, size + 2 if heading else size, heading))
        y += step
    return found
