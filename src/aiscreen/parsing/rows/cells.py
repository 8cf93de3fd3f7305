"""Cells: a document's lines as rows, their words in cells parted by space and by what the reader knows."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from aiscreen.models.document import Document, Line, Word
from aiscreen.parsing.rows import Cell, Row, by_column

_NUMBER = re.compile(
    r"^(?:(?:page|seite|página|pagina|pág\.?|p\.)?\s*\d{1,2}\s*(?:/|of|von|de|sur|van|di)\s*\d{1,2}|(?:page|seite|página|pagina)\s+\d{1,2}"
    r"|.{0,60}(?:curriculum vitae|lebenslauf|résumé|resume|cv),?\s*(?:page|seite|p\.)?\s*\d{1,2}"
    r"|.{0,140}\b(?:page|seite|página|pagina)\s+\d{1,2}\s*(?:/|of|von|de|sur|van|di)\s*\d{1,2}"
    r"|.{0,60}\s[-–—|•·]\s*(?:page\s*)?\d{1,2}\s*(?:/|of)\s*\d{1,2}|\d{1,2})$",
    re.IGNORECASE,
)
"""A line that ends in its page's number and says no more than that."""
_NOTE = re.compile(
    r"(?:(?:last\s+)?(?:updated|modified|revised)\b.{0,30}|(?:generated|designed|created|made|powered|built) (?:with|by|using)\b.{0,40})$",
    re.IGNORECASE,
)
"""When and with what a page was made."""
_PAGE = re.compile(
    r"\s*[-–—|•·,(]?\s*\b(?:page|seite|página|pagina)\s+\d{1,2}\s*(?:/|of|von|de|sur|van|di)\s*\d{1,2}\)?$",
    re.IGNORECASE,
)
"""The number of a page at a line's end."""
_NOTED = ("pdate", "odif", "evis", " with", " by", " using")
_DECORATION = frozenset("—–-=*~•·|#")
_RULE = re.compile(r"[=_*~#.·–—-]{4,}")
"""A line drawn with signs."""
_UNSEEN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd-\uffff\u2060]+")
"""What says nothing: icons of a private font, marks that stand for nothing."""
_ITEM = frozenset("•●▪◦‣■·*-–")


def rows_of(document: Document) -> list[Row]:
    """The rows of a document in reading order, without icons and page furniture."""
    rows: list[Row] = []
    torn = _torn(document.lines)
    taken = {id(line): line for line in document.lines} if torn else {}
    parts = set(torn.values())
    for line in document.lines:
        words = _shown(line, first=not rows) if id(line) not in parts else ()
        if words:
            other = torn.get(id(line))
            rows += _of_line(line, words if other is None else (*words, *taken[other].words), len(rows))
    return _with_edges(rows)


def _shown(line: Line, first: bool) -> tuple[Word, ...]:
    """The words of a line that say something: none where it is furniture or drawn with signs. On the `first` line of all
    the page's number stands behind the name."""
    text, words = line.text, line.words
    if not text.isascii() and _UNSEEN.search(text):
        words = tuple([word for word in words if not _UNSEEN.fullmatch(word.text)])
    if first and (number := _PAGE.search(text)) is not None:
        words = words[: len(text[: number.start()].split())]
    elif words and _furniture(line):
        return ()
    return () if text and text[0] in "=_*~#.·–—-" and _RULE.fullmatch(text) else words


def _of_line(line: Line, words: tuple[Word, ...], place: int) -> list[Row]:
    """The rows that a line with some words makes: one, or more where items stand beside each other, or cells higher and
    lower than the others. `place` is the number of the first."""
    text, bullet = line.text, line.bullet
    cuts = {id(line.words[i]) for i in line.cuts} if line.cuts else set()
    if "...." in text or ". . . ." in text or "____" in text or "……" in text:
        words = _without_leaders(words, cuts)
    if bullet and 1 < len(words) <= 8 and words[-1].text in _DECORATION:
        words, bullet = words[:-1], False  # a heading between two dashes
    cells = cells_of(words, cuts)
    if bullet and len(cells) > 1 and all(cell.words[0].text in _ITEM for cell in cells[1:]):
        items = [cells[0], *map(_unmarked, cells[1:])]
        return [Row(line, number, [cell], bullet=True) for number, cell in enumerate(items, place)]
    loose = _loose(cells) if len(cells) > 1 else []
    if not loose:
        return [Row(line, place, cells, bullet=bullet)]
    level = [cell for cell in cells if cell not in loose]
    left = [cell for cell in loose if cell.x1 < level[0].x0]
    right = [cell for cell in loose if cell not in left]
    return [
        *[Row(line, number, [cell], loose=True) for number, cell in enumerate(left, place)],
        Row(line, place, level, bullet=bullet),
        *[Row(line, number, [cell], loose=True) for number, cell in enumerate(right, place + len(left) + 1)],
    ]


def _with_edges(rows: list[Row]) -> list[Row]:
    """Rows that know how far right the text of their column goes on their page."""
    for members in by_column(rows).values():
        edge = max([row.x1 for row in members])
        for row in members:
            row.edge = edge
    return rows


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


def cells_of(words: tuple[Word, ...], cuts: Collection[int] = ()) -> list[Cell]:
    """Words in cells: parted by space, and where the reader has `cuts` (words by identity); a label that it read on over
    two lines beside its text is one."""
    begins = [0]
    end = words[0].box.x1
    for i, word in enumerate(words[1:], 1):
        box = word.box
        space, end = box.x0 - end, box.x1
        if cuts and id(word) in cuts:
            begins.append(i)
        elif -1.0 <= space <= 0.7 * word.size:
            continue  # a usual space parts nothing
        elif _parted(words[i - 1], word, space) and not (
            (cuts or abs(box.x0 - words[0].box.x0) < 2) and _below(words, i, begins)
        ):
            begins.append(i)
    if len(begins) == 1 or (len(begins) > 2 and len(begins) == len(words) and not cuts and _justified(words)):
        return [Cell.of(words)]
    return [Cell.of(words[begin:stop]) for begin, stop in zip(begins, [*begins[1:], None], strict=True)]


def _justified(words: tuple[Word, ...]) -> bool:
    """Whether a line's words stand apart because it was stretched to its column's width: all spaces are the same."""
    spaces = [b.box.x0 - a.box.x1 for a, b in pairwise(words)]
    return max(spaces) - min(spaces) < 0.3 and max(spaces) < 6 * words[0].size


def _below(words: tuple[Word, ...], i: int, begins: list[int]) -> bool:
    """Whether a word of a label or of a table's cell, which begins at the last of `begins`, stands below the word before
    it."""
    word, last = words[i], words[i - 1]
    if not 0.5 * word.size < word.box.top - last.box.top < 2 * max(word.size, last.size):
        return False
    return len(begins) == 1 or abs(word.box.x0 - words[begins[-1]].box.x0) < 2


def _parted(left: Word, right: Word, space: float) -> bool:
    """Whether the space between two words parts them: wide, or fairly wide with a change of style."""
    size = min(left.size, right.size)
    if space < -size:
        return True
    if space <= 0.7 * max(left.size, right.size):
        return False
    return space > 1.5 * size or (
        abs(left.size - right.size) > 0.6 or left.bold != right.bold or left.color != right.color
    )


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
    text, top = line.text, line.box.top
    if not (top < 60 or top > 680 or line.number == 1):
        return False
    numbered = text[-1:].isdigit()
    if numbered and _NUMBER.match(text):
        return True
    return (numbered or any(map(text.__contains__, _NOTED))) and _NOTE.match(text) is not None
