"""Accents that are painted as glyphs of their own are of the letters that they stand over."""

from __future__ import annotations

import unicodedata

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.reading.pages import HEIGHT, document, texts

MARKS = {"\u0300": "`", "\u0301": "´", "\u0302": "ˆ", "\u0303": "˜", "\u0308": "¨", "\u0327": "¸"}


def paint(canvas: Canvas, x: float, y: float, text: str) -> None:
    """A line whose accents are painted over their letters, before these; over capitals after the line, and raised."""
    canvas.setFont("Helvetica", 11)
    late: list[tuple[float, str]] = []
    for word in text.split():
        for letter in word:
            base, *mark = unicodedata.normalize("NFD", letter)
            if mark:
                accent = MARKS[mark[0]]
                over = x + (canvas.stringWidth(base) - canvas.stringWidth(accent)) / 2
                if base.isupper():
                    late.append((over, accent))
                else:
                    canvas.drawString(over, HEIGHT - y, accent)
            canvas.drawString(x, HEIGHT - y, base)
            x += canvas.stringWidth(base)
        for over, accent in late:
            canvas.drawString(over, HEIGHT - y + 2.4, accent)
        late = []
        x += canvas.stringWidth(" ")


@pytest.mark.parametrize(
    "line",
    [
        "Capucine Lefèvre, cheffe de projet événementiel",
        "Coordinación de montajes en España y gestión de averías",
        "Grössere Verträge für Bäckereien, façade à Orléans, hôtel Noël",
        "Estuaire Événements, Nantes",
    ],
)
def test_accents_and_letters_are_one(line: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(60, HEIGHT - 60, "Another line")
        paint(canvas, 60, 90, line)

    assert texts(document(page))[1] == line


def test_marks_that_stand_over_no_letter_stay() -> None:
    lines = ["Ran `make test` on each change", "Grew by ~a third, x^a and ´quoted´ words"]

    def page(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(60, HEIGHT - 60 - 20 * number, line)

    assert texts(document(page)) == lines
