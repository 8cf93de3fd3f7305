"""Reading order of a document's pages."""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.models.document import Box, Line, Word
from aiscreen.reading.pdf.glyphs import Glyphs
from aiscreen.text import clean


@dataclass(slots=True)
class Page:
    """A page as painted: its size in points and its words."""

    number: int
    width: float
    height: float
    words: list[Glyphs]


def to_lines(pages: list[Page]) -> tuple[Line, ...]:
    """Lines of all pages in reading order."""
    lines: list[Line] = []
    for page in pages:
        rows: list[list[Glyphs]] = []
        for word in page.words:
            row = rows[-1] if rows else None
            if row and abs(row[-1].base - word.base) < 0.5 * word.style.size and word.x0 >= row[-1].x0:
                row.append(word)
            else:
                rows.append([word])
        for number, row in enumerate(rows, 1):
            words = tuple(_word(one) for one in row)
            box = words[0].box
            for one in words[1:]:
                box = box.join(one.box)
            bullet = len(words) > 1 and words[0].text in {"•", "◦", "-", "–", "▪", "*", "·", "●"}
            lines.append(Line(words[1:] if bullet else words, box, page.number, number, 0, bullet))
    return tuple(lines)


def _word(one: Glyphs) -> Word:
    style = one.style
    box = Box(round(one.x0, 2), round(one.top, 2), round(one.x1, 2), round(one.bottom, 2))
    size = round(style.size, 1)
    return Word(clean(one.text), box, size, style.bold, style.italic, style.color, style.font, one.link)
