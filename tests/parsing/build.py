"""Documents made by hand: lines with cells, styles and bullets, laid out on a page."""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.models.document import Box, Document, Line, Word
from aiscreen.models.resume import Resume
from aiscreen.parsing import parse

WIDTH = 5.0
"""Points a character takes, at size 10."""


@dataclass
class L:
    """A line to lay out. `text` may hold cells parted by " || "; `**bold**` at the start of a cell sets it in bold.

    `gap` is white space above in points, `x` the left edge; later cells stand at 400 and further right.
    """

    text: str
    x: float = 50.0
    size: float = 10.0
    bold: bool = False
    bullet: bool = False
    gap: float = 2.0
    page: int = 1
    block: int = 0


def document(lines: list[L | str], kind: str = "pdf") -> Document:
    """The lines on pages of 842 pt, from the top."""
    made: list[Line] = []
    tops: dict[tuple[int, int], float] = {}
    numbers: dict[int, int] = {}
    for spec in lines:
        line = L(spec) if isinstance(spec, str) else spec
        top = tops.get((line.page, line.block), 40.0) + line.gap
        words: list[Word] = []
        x = line.x
        for number, cell in enumerate(line.text.split(" || ")):
            x = line.x if number == 0 else max(x + 40.0, 300.0 + 100.0 * number)
            for text, bold in _runs(cell, line.bold):
                for number_, word in enumerate(text.split()):
                    if (
                        number_ == 0
                        and words
                        and not text[0].isspace()
                        and bold != words[-1].bold
                        and not word[0].isalnum()
                    ):
                        last = words.pop()  # a mark behind bold words is set close to them
                        words.append(Word(last.text + word, last.box, last.size, last.bold))
                        continue
                    width = WIDTH * line.size / 10 * len(word)
                    box = Box(x, top, x + width, top + line.size * 1.2)
                    words.append(Word(word, box, line.size, bold))
                    x += width + 0.25 * line.size
        numbers[line.page] = numbers.get(line.page, 0) + 1
        box = Box(words[0].box.x0, top, words[-1].box.x1, top + line.size * 1.2)
        made.append(Line(tuple(words), box, line.page, numbers[line.page], line.block, line.bullet))
        tops[line.page, line.block] = box.bottom
    return Document("made.pdf", "0" * 64, kind, max((line.page for line in made), default=1), tuple(made))


def _runs(cell: str, bold: bool) -> list[tuple[str, bool]]:
    if cell.count("**") < 2 or not cell.startswith("**"):
        return [(cell, bold)]
    _, strong, rest = cell.split("**", 2)
    return [(strong, True), (rest, bold)]


def resume(lines: list[L | str]) -> Resume:
    """What parsing understands of the lines."""
    return parse(document(lines))


def heading(text: str, **more: float) -> L:
    """A section's heading: larger, in bold, with white space above."""
    return L(text, size=14.0, bold=True, gap=12.0, **more)  # type: ignore[arg-type]


HEADER: list[L | str] = [
    L("Ines Okafor", size=22.0, bold=True),
    "Data Engineer",
    "ines.okafor@post.example | +44 7700 900 123 | Leeds, UK",
]
