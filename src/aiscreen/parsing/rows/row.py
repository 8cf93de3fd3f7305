"""Rows: the lines of a document with what parsing asks of them, computed once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from aiscreen.models.document import Box, Line, Word
from aiscreen.models.lazy import lazy
from aiscreen.parsing.dates import ALONE, DURATION, Dates, find, find_in_cell, remove
from aiscreen.parsing.rows.stops import ends_sentence
from aiscreen.parsing.words.lists import BRACKETED
from aiscreen.text import has_digit, vocabulary

Style = tuple[int, bool, bool, bool, int]
"""How a row is set: size in half points, bold, italic, in capitals, colour."""
Look = tuple[int, bool, bool, bool]
"""What makes a heading look like one: size in half points, bold, capitals or letters set apart, italic."""
PAGE = 10_000.0
"""Added to vertical positions for each page, so that `y` grows through the document."""

_CONNECTORS = vocabulary(
    """
    a an and as at by for from in into of on or per the to via with und für von der die das den des dem mit bei im am zu zur et de la le les du des au aux
    en à y e con por para del los las el da do dos das di della dei van het een voor & | – - + /
    """
)
_MARK = re.compile(r"[|•·–—:](?:(?<=\s[|•·–—])|(?<=\w:))\s")
_STOPPED = 6
"""Words beside a range of dates that make no sentence, though a full stop ends them ("AI engineer, freelance. 2021 - now")."""
_DATED = re.compile(r"\.\s+$")
_WITHIN = re.compile(r"\b(?:in|by|on|of|from|after|before|until|during|since|early|late)\s*$")
"""What stands before a date that belongs to a sentence."""
_SPACED = re.compile(r"(?=(?:\S{1,3} )*\S (?:\S{1,3} )*\S(?: |$))(?:\S{1,3} )+\S{1,3}$")
"""Text whose letters are set apart, one by one or in groups: at least two of them stand alone ("E D UC AT I ON")."""


@dataclass(slots=True)
class Cell:
    """Words of a row that stand together: parted from the others by a wide gap."""

    words: tuple[Word, ...]
    text: str
    x0: float
    x1: float

    @classmethod
    def of(cls, words: tuple[Word, ...]) -> Cell:
        """The cell of some words, at least one."""
        return cls(words, " ".join([word.text for word in words]), words[0].box.x0, words[-1].box.x1)

    def over(self, below: Cell) -> Cell:
        """This cell and the one below it, of what a narrow column broke over two lines."""
        words = (*self.words, *below.words)
        return Cell(words, f"{self.text} {below.text}", self.x0, max(self.x1, below.x1))


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of a job; all may be missing where the sentence goes on over another row. `open` says that no
    end is told, of a job that may be past ("I joined Acme in 2015")."""

    name: str | None = None
    position: str | None = None
    dates: Dates | None = None
    location: str | None = None
    open: bool = False


@dataclass(eq=False)
class Row:
    """A line as parsing sees it: its `cells`, and in `sides` the rows that stand beside it in columns of their own.

    What is known of it from its place:
    `label` is the field that a form names before the row's text ("Designation"), `record` the number of the table's row
    of which it holds a cell. `said` marks what a form puts under duties, `wrapped` what goes on with the bullet or sentence
    of the row above, `loose` cells that stood higher or lower than their line, `told` a sentence that tells of a job as a
    head does. `part` marks a row that holds only some of its line's words, the others being in rows of their own; `below`
    are the rows that a head went on over, whose words are in its cells too. `edge` is the right edge of its column's text.

    What is asked of every row: `box` is around its words and `count` how many these are; `figures` is whether its text
    holds a digit, as all dates do; `lead` is the first cell that says more than a date, whose word `first` sets the tone
    (`style`, `look`). `y` grows through all pages.
    """

    line: Line
    index: int
    cells: list[Cell]
    sides: list[Row] = field(default_factory=list)
    bullet: bool = False
    label: str | None = None
    loose: bool = False
    said: bool = False
    wrapped: bool = False
    part: bool = False
    told: Told | None = None
    edge: float = 0.0
    record: int | None = None
    below: list[Row] = field(default_factory=list)
    text: str = field(init=False)
    figures: bool = field(init=False)
    count: int = field(init=False)
    lead: Cell = field(init=False)
    first: Word = field(init=False)
    caps: bool = field(init=False)
    style: Style = field(init=False)
    look: Look = field(init=False)
    x0: float = field(init=False)
    x1: float = field(init=False)
    box: Box = field(init=False)
    height: float = field(init=False)
    y: float = field(init=False)

    def __post_init__(self) -> None:
        """What is asked of every row, and soon."""
        line, cells = self.line, self.cells
        lead = last = cells[-1]
        text, words = last.text, len(last.words)
        if len(cells) > 1:
            lead = _lead(cells)
            text = " ".join([cell.text for cell in cells])
            words = sum([len(cell.words) for cell in cells])
        self.text, self.count, self.figures = text, len(text.split()), has_digit(text)
        self.lead, self.first = lead, (first := lead.words[0])
        self.caps = text.isupper() and sum(map(str.isalpha, text)) >= 2
        size, bold, italic = round(first.size * 2), first.bold, first.italic
        spaced = self.caps or (" " in text[1:4] and _SPACED.match(text) is not None)
        self.style, self.look = (size, bold, italic, self.caps, first.color), (size, bold, spaced, italic)
        self.x0, self.x1 = lead.x0, last.x1
        self.box = line.box if words == len(line.words) else _around(cells)
        self.height = self.box.bottom - self.box.top
        self.y = line.page * PAGE + self.box.top

    def with_cells(self, cells: list[Cell], **known: Any) -> Row:
        """The same row with other cells, or with some of them, and what else is `known` of it."""
        return replace(self, cells=cells, **known)

    @property
    def column(self) -> tuple[int, int]:
        """Its page, and the column or box that it stands in."""
        return self.line.page, self.line.block

    @lazy
    def prose(self) -> bool:
        """Whether it reads like part of a sentence rather than a name, a title or a list."""
        if self.told is not None:
            return False
        text = self.lead.text
        found = find(text) if self.figures else []
        if found:
            inside = found[0].single and ends_sentence(text) and _WITHIN.search(text, 0, found[0].begin)
            text = text if inside else remove(text, found)
        if "(" in text:
            text = BRACKETED.sub(" ", text)
        mark = _MARK.search(text)
        words = (text if mark is None else text[: mark.start()]).split()
        count = len(words)
        if count > 22:
            return True
        plain = len([1 for word in words if word[0].islower() and word.casefold() not in _CONNECTORS])
        if plain < 2:
            return False
        if count >= 3 and ends_sentence(text):
            return not (
                count <= _STOPPED and _DATED.search(self.lead.text, 0, found[0].begin if found else 0)
            )
        return (plain >= 4 and plain >= 0.4 * count) or (count >= 14 and plain >= 3)

    @lazy
    def found(self) -> list[tuple[Cell, tuple[Dates, ...]]]:
        """Dates cell by cell."""
        if self.told is not None:
            return [(self.cells[0], (self.told.dates,))] if self.told.dates else []
        if not self.figures and len(self.cells) == 1 and len(self.text) >= ALONE:
            return []
        return [(cell, found) for cell in self.cells if (found := find_in_cell(cell.text))]

    @property
    def ranged(self) -> bool:
        """Whether it holds a range of dates."""
        return any(not d.single for _, found in self.found for d in found)

    @property
    def dated_beside(self) -> bool:
        """Whether dates stand beside it."""
        return bool(self.sides) and any(side.found for side in self.sides)

    @lazy
    def rest(self) -> str:
        """The text without its dates."""
        if not self.found:
            return " ".join([part for cell in self.cells if (part := remove(cell.text, ()))])
        found = {id(cell): dates for cell, dates in self.found}
        parts = [remove(cell.text, found.get(id(cell), ())) for cell in self.cells]
        return " ".join([part for part in parts if part])

    @lazy
    def only_dates(self) -> bool:
        """Whether it holds dates, durations, and nothing else."""
        text = self.text
        if len(text) > 80 or not (self.figures or (len(text) < ALONE and self.found)):
            return False
        if not self.found:
            return DURATION.fullmatch(text.strip(" ()·|,")) is not None
        return not self.rest


def _lead(cells: list[Cell]) -> Cell:
    """The first cell that says more than a date: a date column at the left sets no style and no indent."""
    for cell in cells:
        found = find(cell.text)
        if not found or remove(cell.text, found):
            return cell
    return cells[0]


def _around(cells: list[Cell]) -> Box:
    """The box around the words of a row's cells."""
    words = [word.box for cell in cells for word in cell.words]
    return Box(words[0].x0, min([w.top for w in words]), words[-1].x1, max([w.bottom for w in words]))
