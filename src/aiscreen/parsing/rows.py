"""Rows: the lines of a document with what parsing asks of them, computed once."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise

from aiscreen.models.document import Box, Document, Line, Word
from aiscreen.parsing import dates as grammar
from aiscreen.parsing.dates import Dates
from aiscreen.parsing.lazy import lazy
from aiscreen.parsing.vocabulary import vocabulary
from aiscreen.text import has_digit

PAGE = 10_000.0
"""Added to vertical positions for each page, so that `y` grows through the document."""

_CONNECTORS = vocabulary(
    """
    a an and as at by for from in into of on or per the to via with und für von der die das den des dem mit bei im am zu zur et de la le les du des au aux
    en à y e con por para del los las el da do dos das di della dei van het een voor & | – - + /
    """
)
_MARK = re.compile(r"[|•·–—:](?:(?<=\s[|•·–—])|(?<=\w:))\s")
_ABBREVIATION = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|llc|e\.v|s\.a|b\.v|n\.v|sr|jr|dept|univ|u\.s|u\.k|d\.c|ph\.d|b\.sc|m\.sc|b\.s|m\.s|b\.a|m\.a|b\.eng|m\.eng|b\.e|b\.tech|m\.tech|st|approx|etc)|\b[a-z])\.$",
    re.IGNORECASE,
)
ABBREVIATED = 12
"""Characters among which an abbreviation and its point are found."""
_FURNITURE = re.compile(
    r"^(?:(?:page|seite|página|pagina|pág\.?|p\.)?\s*\d{1,2}\s*(?:/|of|von|de|sur|van|di)\s*\d{1,2}|(?:page|seite|página|pagina)\s+\d{1,2}|[-–—]\s*\d{1,2}\s*[-–—]"
    r"|.{0,60}(?:curriculum vitae|lebenslauf|résumé|resume|cv),?\s*(?:page|seite|p\.)?\s*\d{1,2}"
    r"|.{0,60}\s[-–—|•·]\s*(?:page\s*)?\d{1,2}\s*(?:/|of)\s*\d{1,2}|(?:last\s+)?(?:updated|modified|revised)\b.{0,30}|\d{1,2}"
    r"|(?:generated|designed|created|made|powered|built) (?:with|by|using)\b.{0,40})$",
    re.IGNORECASE,
)


_FOOTING = ("pdate", "odif", "evis", " with", " by", " using")


_DECORATION = frozenset("—–-=*~•·|#")
_ITEM = frozenset("•●▪◦‣■·*-–")


@dataclass(slots=True)
class Cell:
    """Words of a row that stand together: parted from the others by a wide gap."""

    words: tuple[Word, ...]
    text: str
    x0: float
    x1: float


@dataclass(eq=False)
class Row:
    """A line, its cells, and the lines that stand beside it in other columns (`sides`).

    `y` is the vertical position through all pages; `caps` is true for text in capitals. `label` is the field that a
    form names before the row's text ("Designation"); `loose` marks cells that stood higher or lower than their line,
    `said` what a form puts under duties.
    """

    line: Line
    index: int
    cells: list[Cell]
    sides: list[Row] = field(default_factory=list)
    bullet: bool = False
    label: str | None = None
    loose: bool = False
    said: bool = False

    @lazy
    def text(self) -> str:
        return " ".join([cell.text for cell in self.cells])

    @lazy
    def lead(self) -> Cell:
        """The first cell that says more than a date: a date column at the left sets no style and no indent."""
        if len(self.cells) > 1:
            for cell in self.cells:
                found = grammar.find(cell.text)
                if not found or grammar.remove(cell.text, found):
                    return cell
        return self.cells[0]

    @lazy
    def x0(self) -> float:
        return self.lead.x0

    @lazy
    def x1(self) -> float:
        return self.cells[-1].x1

    @property
    def y(self) -> float:
        return self.line.page * PAGE + self.box.top

    @lazy
    def box(self) -> Box:
        """The box around its words."""
        line = self.line.box
        if sum([len(cell.words) for cell in self.cells]) == len(self.line.words):
            return line
        words = [word.box for cell in self.cells for word in cell.words]
        return Box(words[0].x0, min(w.top for w in words), words[-1].x1, max(w.bottom for w in words))

    @property
    def height(self) -> float:
        return self.box.bottom - self.box.top

    @lazy
    def first(self) -> Word:
        return self.lead.words[0]

    @lazy
    def caps(self) -> bool:
        return self.text.isupper() and sum(map(str.isalpha, self.text)) >= 2

    @lazy
    def style(self) -> tuple[int, bool, bool, bool, int]:
        """Size in half points, bold, italic, capitals, colour: of the first word, which sets the tone."""
        first = self.first
        return (round(first.size * 2), first.bold, first.italic, self.caps, first.color)

    @lazy
    def count(self) -> int:
        return len(self.text.split())

    @lazy
    def prose(self) -> bool:
        """Whether it reads like part of a sentence rather than a name, a title or a list."""
        text = self.lead.text
        if has_digit(text) and (found := grammar.find(text)):
            text = grammar.remove(text, found)
        words = _MARK.split(text, maxsplit=1)[0].split()
        count = len(words)
        plain = len([1 for word in words if word[0].islower() and word.casefold() not in _CONNECTORS])
        if count > 22:
            return True
        if ends_sentence(text) and plain >= 2 and count >= 3:
            return True
        return (plain >= 4 and plain >= 0.4 * count) or (count >= 14 and plain >= 3)

    @lazy
    def found(self) -> list[tuple[Cell, tuple[Dates, ...]]]:
        """Dates cell by cell; where only the whole row makes a range, its cells count as one."""
        by_cell = [(cell, found) for cell in self.cells if (found := grammar.find_in_cell(cell.text))]
        if len(self.cells) > 1 and not any(not d.single for _, ds in by_cell for d in ds):
            whole = grammar.find(self.text)
            if any(not d.single for d in whole):
                words = tuple(word for cell in self.cells for word in cell.words)
                return [(Cell(words, self.text, self.x0, self.x1), whole)]
        return by_cell


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does (and not with an abbreviation's point)."""
    return text.endswith((".", "!", "?", ".)", ".”", '."')) and not _ABBREVIATION.search(
        text, max(0, len(text) - ABBREVIATED)
    )


def _seen(word: Word) -> bool:
    """Whether a word says something: not only icons of a private font or marks that stand for nothing."""
    return any(
        not ("\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" or c in "\ufffd\ufffe\uffff\u2060")
        for c in word.text
    )


def _unmarked(cell: Cell) -> Cell:
    """An item of a list beside another's, without its mark."""
    words = cell.words[1:] or cell.words
    return Cell(words, " ".join([word.text for word in words]), words[0].box.x0, cell.x1)


def _without_leaders(words: tuple[Word, ...], cuts: set[int]) -> tuple[Word, ...]:
    """The words without the dots that lead from a name to its date; what they lead to is a cell of its own (`cuts`)."""
    kept: list[Word] = []
    dots = 0
    for word in words:
        if not word.text.strip(".…_"):
            dots += len(word.text)
            continue
        if dots >= 4 and kept:
            cuts.add(id(word))
        dots = 0
        kept.append(word)
    return tuple(kept) or words


def _cells(words: tuple[Word, ...], cuts: Collection[int] = ()) -> list[Cell]:
    """Words in cells: parted by space, and where the reader has `cuts` (words by identity); a label that it read on over
    two lines beside its text is one."""
    groups: list[list[Word]] = []
    last: Word | None = None
    for word in words:
        if last is None or (cuts and id(word) in cuts):
            groups.append([])
        elif -1.0 <= word.box.x0 - last.box.x1 <= 0.7 * word.size:
            pass  # a usual space parts nothing
        elif not _together(groups, last, word, bool(cuts)):
            groups.append([])
        groups[-1].append(word)
        last = word
    if len(groups) > 2 and len(groups) == len(words) and not cuts and _justified(words):
        groups = [list(words)]
    return [Cell(tuple(g), " ".join([w.text for w in g]), g[0].box.x0, g[-1].box.x1) for g in groups]


def _justified(words: tuple[Word, ...]) -> bool:
    """Whether a line's words stand apart because it was stretched to its column's width: all spaces are the same."""
    spaces = [b.box.x0 - a.box.x1 for a, b in pairwise(words)]
    return max(spaces) - min(spaces) < 0.3 and max(spaces) < 6 * words[0].size


def _together(groups: list[list[Word]], last: Word, word: Word, labelled: bool) -> bool:
    """Whether a word is in the cell of the last one; in a label or a table's cell, also below it."""
    below = labelled and 0.5 * word.size < word.box.top - last.box.top < 2 * word.size
    if below and (len(groups) == 1 or abs(word.box.x0 - groups[-1][0].box.x0) < 2):
        return True
    return not _parted(last, word, word.box.x0 - last.box.x1)


def _parted(left: Word, right: Word, space: float) -> bool:
    """Whether the space between two words parts them: wide, or fairly wide with a change of style."""
    size = min(left.size, right.size)
    if size < 1.0:
        size = 1.0
    if space < -size:
        return True
    if space <= 0.7 * max(left.size, right.size):
        return False
    return space > 1.5 * size or (
        abs(left.size - right.size) > 0.6 or left.bold != right.bold or left.color != right.color
    )


def rows_of(document: Document) -> list[Row]:
    """The rows of a document in reading order, without icons and page furniture."""
    rows: list[Row] = []
    torn = _torn(document.lines)
    taken = {id(line): line for line in document.lines} if torn else {}
    parts = set(torn.values())
    for line in document.lines:
        if id(line) in parts:
            continue
        words = line.words if line.text.isascii() else tuple(word for word in line.words if _seen(word))
        if not words or (
            (line.text[-1:].isdigit() or any(map(line.text.__contains__, _FOOTING))) and _furniture(line)
        ):
            continue
        other = torn.get(id(line))
        if other is not None:
            words = (*words, *taken[other].words)
        cuts = {id(line.words[i]) for i in line.cuts} if line.cuts else set()
        if "...." in line.text or ". . . ." in line.text or "____" in line.text or "……" in line.text:
            words = _without_leaders(words, cuts)
        cells = _cells(words, cuts)
        bullet = line.bullet
        if bullet and len(words) > 1 and words[-1].text in _DECORATION and len(words) <= 8:
            cells, bullet = _cells(words[:-1], cuts), False  # a heading between two dashes
        row = Row(line, len(rows), cells, bullet=bullet)
        rows.append(row)
        if bullet and len(cells) > 1 and all(cell.words[0].text in _ITEM for cell in cells[1:]):
            row.cells = cells[:1]
            rows.extend(Row(line, len(rows), [_unmarked(cell)], bullet=True) for cell in cells[1:])
            continue
        if len(cells) > 1 and (loose := _loose(cells)):
            row.cells = [cell for cell in cells if cell not in loose]
            left = [cell for cell in loose if cell.x1 < row.cells[0].x0]
            rows.pop()
            rows.extend(Row(line, len(rows), [cell], loose=True) for cell in left)
            rows.append(row)
            rows.extend(Row(line, len(rows), [cell], loose=True) for cell in loose if cell not in left)
    return rows


def _torn(lines: tuple[Line, ...]) -> dict[int, int]:
    """Lines of two blocks that are one: level, in one style, no more than a word space apart. By identity, left to
    right."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    found: dict[int, int] = {}
    for on in pages.values():
        if on[0].block == on[-1].block:
            continue
        on = sorted(on, key=lambda line: (round(line.box.top), line.box.x0))
        for a, b in pairwise(on):
            if (
                a.block != b.block
                and abs(a.box.top - b.box.top) < 1.5
                and 0 < b.box.x0 - a.box.x1 < _space(a, b)
            ):
                one, two = a.words[-1], b.words[0]
                if (one.size, one.bold, one.color) == (two.size, two.bold, two.color) and not b.bullet:
                    found[id(a)] = id(b)
    return found


def _space(a: Line, b: Line) -> float:
    """The widest space between words of one line, in points; in headings letters are often spaced."""
    spaced = a.text.isupper() and b.text.isupper() and len(a.words) + len(b.words) <= 4
    return (1.3 if spaced else 0.75) * a.words[-1].size


def _loose(cells: list[Cell]) -> list[Cell]:
    """Cells that stand clearly above or below most of the line: parts of a column beside it."""
    middles = [(cell.words[0].box.top + cell.words[0].box.bottom) / 2 for cell in cells]
    height = cells[0].words[0].box.bottom - cells[0].words[0].box.top
    if max(middles) - min(middles) <= 0.62 * height:
        return []
    level = [sum(abs(other - middle) <= 0.62 * height for other in middles) for middle in middles]
    main = max(range(len(cells)), key=lambda i: (level[i], len(cells[i].text), -i))
    return [
        cell
        for cell, middle in zip(cells, middles, strict=True)
        if abs(middle - middles[main]) > 0.62 * height
    ]


def _furniture(line: Line) -> bool:
    """Page numbers and "last updated" at the edge of a page."""
    return bool(_FURNITURE.match(line.text)) and (line.box.top < 60 or line.box.top > 680 or line.number == 1)


def beside(one: Row, other: Row) -> bool:
    """Whether two rows stand at one height of one page, side by side."""
    a, b = one.box, other.box
    if one.line.page != other.line.page:
        return False
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.5 * min(a.bottom - a.top, b.bottom - b.top) and (a.x1 <= b.x0 + 1 or b.x1 <= a.x0 + 1)


def gap(above: Row, below: Row) -> float:
    """White space between two rows in points; a page or column break counts as none."""
    if above.line.page != below.line.page or below.y < above.y:
        return 0.0
    return below.box.top - above.box.bottom
