"""Lines for documents without pages: a made-up geometry in which one parser reads them all.

A column is about half the size wide and a line a little higher than the size, so that a heading is larger, a table's
cells stand apart and a paragraph's spacing shows, as on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aiscreen.errors import InputError
from aiscreen.models.document import Box, Hidden, Line, Link, Word
from aiscreen.reading.limits import LIMITS
from aiscreen.reading.unseen import unseen_text
from aiscreen.text import clean, squeeze

WIDE_GAP = 4.0
"""Space between two cells, of the size."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run of text looks: size in points, and a reason where a reader does not see it."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    color: int = 0
    link: str | None = None
    hidden: str = ""


PLAIN = Ink()
Run = tuple[str, Ink]
Cell = list[Run]


@dataclass(slots=True)
class Sheet:
    """Collects lines from top to bottom on one long page, while there is `room` for their characters."""

    lines: list[Line] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    y: float = 36.0
    block: int = 0
    room: int = LIMITS.glyphs

    def take(self, text: str) -> None:
        """Takes room for a text. Raises InputError where there is none."""
        self.room -= len(text)
        if self.room < 0 or len(self.lines) > LIMITS.lines:
            raise InputError(
                "too-large", "the file holds more text than any résumé: cut it down to the résumé"
            )

    def skip(self, points: float) -> None:
        """Leaves white space."""
        self.y += max(0.0, min(points, 200.0))

    def add(
        self, cells: Sequence[Cell], *, x: float = 36.0, bullet: bool = False, at: Sequence[float] = ()
    ) -> None:
        """One line of cells, each a list of runs, `at` where they begin if that is known. Hidden runs are set apart; an
        empty line is a line's height."""
        pen = _Pen(self, x)
        for number, cell in enumerate(cells):
            pen.cell(cell, number > 0, at[number] if number < len(at) else 0.0)
        size = max([word.size for word in pen.words], default=10.0)
        if pen.words:
            box = Box.around([word.box for word in pen.words])
            number = len(self.lines) + 1
            self.lines.append(Line(tuple(pen.words), box, 1, number, self.block, bullet, tuple(pen.cuts)))
            self._link(pen.words)
        self.y += 1.2 * size

    def _link(self, words: list[Word]) -> None:
        for at, word in enumerate(words):
            if word.link and (at == 0 or words[at - 1].link != word.link):
                run = [word]
                while at + len(run) < len(words) and words[at + len(run)].link == word.link:
                    run.append(words[at + len(run)])
                box = run[0].box.join(run[-1].box)
                self.links.append(Link(word.link, " ".join(one.text for one in run), 1, box))


@dataclass(slots=True)
class _Pen:
    """Writes the words of one line. `open` is whether the last word goes on in the next run."""

    sheet: Sheet
    x: float
    words: list[Word] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    open: bool = False

    def cell(self, cell: Cell, further: bool, least: float) -> None:
        if further and self.words:
            apart = least > self.x + 1.5 * self.words[-1].size
            self.x = least if apart else self.x + WIDE_GAP * self.words[-1].size
            self.cuts.append(len(self.words))
        self.open = False
        for text, ink in cell:
            self._run(text, ink)
        if self.cuts and self.cuts[-1] == len(self.words):
            self.cuts.pop()

    def _run(self, text: str, ink: Ink) -> None:
        self.sheet.take(text)
        if ink.hidden:
            self._hide(squeeze(clean(text)), ink, ink.hidden)
            return
        self._unseen(text, ink)
        seen = clean(text)
        pieces = seen.split()
        if seen[:1].isspace():
            self._space(ink)
        if pieces:
            self._word(pieces[0], ink)
            self._words(pieces[1:], ink)
            if seen[-1].isspace():
                self._space(ink)

    def _space(self, ink: Ink) -> None:
        if self.open:
            self.x += 0.3 * ink.size
        self.open = False

    def _word(self, text: str, ink: Ink) -> None:
        wide = 0.5 * ink.size * len(text)
        if self.open and self.words:
            last = self.words[-1]
            box = Box(last.box.x0, last.box.top, self.x + wide, last.box.bottom)
            link = last.link or ink.link
            self.words[-1] = Word(
                last.text + text, box, last.size, last.bold, last.italic, last.color, "", link
            )
        else:
            box = Box(self.x, self.sheet.y, self.x + wide, self.sheet.y + ink.size)
            self.words.append(Word(text, box, ink.size, ink.bold, ink.italic, ink.color, "", ink.link))
        self.x += wide
        self.open = True

    def _words(self, pieces: list[str], ink: Ink) -> None:
        """Further words of a run, each after a space."""
        x, top, bottom = self.x, self.sheet.y, self.sheet.y + ink.size
        size, bold, italic, color, link = ink.size, ink.bold, ink.italic, ink.color, ink.link
        space, wide = 0.3 * size, 0.5 * size
        for text in pieces:
            x += space
            end = x + wide * len(text)
            self.words.append(Word(text, Box(x, top, end, bottom), size, bold, italic, color, "", link))
            x = end
        self.x = x

    def _hide(self, text: str, ink: Ink, reason: str) -> None:
        if text:
            box = Box(self.x, self.sheet.y, self.x + 0.5 * ink.size * len(text), self.sheet.y + ink.size)
            self.sheet.hidden.append(Hidden(text, 1, box, reason))

    def _unseen(self, text: str, ink: Ink) -> None:
        """Text spelled in tag characters, or zero-width characters inside words: told, and cleaned away."""
        found = unseen_text(text)
        if found:
            self._hide(found, ink, "zero-width")
