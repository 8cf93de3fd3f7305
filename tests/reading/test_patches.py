"""Letters that a font lacks, painted in another after their line, are of the words between whose parts they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.reading.pages import HEIGHT, document, texts

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
needs_font = pytest.mark.skipif(not FONT.exists(), reason="needs a font with Vietnamese letters")


def paint(canvas: Canvas, x: float, y: float, text: str) -> None:
    """A line whose letters outside Latin-1 come last and from another font, each in its place."""
    pdfmetrics.registerFont(TTFont("Other", str(FONT)))
    late: list[tuple[float, str]] = []
    for word in text.split():
        run = ""
        for letter in word:
            if ord(letter) < 256:
                run += letter
                continue
            canvas.setFont("Helvetica", 11)
            canvas.drawString(x, HEIGHT - y, run)
            x, run = x + canvas.stringWidth(run), ""
            late.append((x, letter))
            x += pdfmetrics.stringWidth(letter, "Other", 11)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(x, HEIGHT - y, run)
        x += canvas.stringWidth(run + " ")
    canvas.setFont("Other", 11)
    for place, letter in late:
        canvas.drawString(place, HEIGHT - y, letter)


@needs_font
def test_letters_painted_after_their_line_are_in_its_words() -> None:
    lines = [
        "Trần Thị Ngọc Anh",
        "Công ty Cổ phần Tư vấn Cầu Đường, Hà Nội",
        "Led the design of eleven spans",
    ]

    def page(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            paint(canvas, 60, 80 + 20 * number, line)

    assert texts(document(page)) == lines
