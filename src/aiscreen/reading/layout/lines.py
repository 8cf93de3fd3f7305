"""Rows of segments become Lines: bullets taken off, side columns attached, hyphens at line ends resolved."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from aiscreen.models.document import Box, Line, Word
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.hyphens import BREAK, Hyphens, is_broken
from aiscreen.reading.layout.kinds import dated
from aiscreen.reading.layout.segments import BULLETS, Segment, is_date, rows
from aiscreen.reading.layout.sides import Attached, Note
from aiscreen.text import clean

if TYPE_CHECKING:
    from aiscreen.reading.layout.order import Page

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SMALL_CAPITALS = str.maketrans({"ı": "I", "ſ": "S"})
"""What fonts call their small capitals I and S, since those are the letters' only other small forms."""
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_CONTACT = re.compile(r"@|https?:|www\.|\w\.(?:com|org|net|io|dev|me)\b|(?:\d[\s().-]*){8}", re.I)
_PICTURES = ("So", "Sk", "Mn", "Cf", "Cs")
"""Categories of characters that are pictures where they make a word alone: telephones, stars, emoji."""
_GOES_ON = re.compile(
    r"[-–—,&/]$|^(?:to|until|bis|and|of|for|the|de|del|des|der|für|und|et|y|e|da|do|di|la|van)$", re.I
)
_ICON = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff�￼]")


@dataclass(slots=True)
class Row:
    """The words of one line in reading order, its page, its bullet, and where its cells begin besides wide gaps."""

    words: list[Glyphs]
    page: int
    mark: Glyphs | None = None
    block: int = 0
    cuts: list[int] = field(default_factory=list)


def rows_of(runs: list[Segment], attached: Attached, page: int) -> list[Row]:
    """Segments that are read by rows, with the labels and dates of side columns put before and after their words."""
    found: list[Row] = []
    taken: set[int] = set()
    table = rows(runs)
    for number, full in enumerate(table):
        row = [run for run in full if id(run) not in taken] if taken else full
        if not row:
            continue
        before: list[list[Segment]] = []
        after: list[list[Segment]] = []
        for note in _notes_on(row, attached):
            if note.heading:
                found.append(_row([note.runs], page))
                found[-1].cuts.clear()
            else:
                (before if note.before else after).append(note.runs)
        cells, hung = attached.hung.get(id(row[0]), ((), ()))
        row = [row[0], *cells, *row[1:]] if cells else row
        at = len(row) if hung else _first_item(row)
        if at:
            below = table[number + 1] if number + 1 < len(table) else []
            taken.update(id(run) for cell in row[:at] for run in below if _wrapped(cell, run))
            found.append(_row([*before, row[:at], *(after if hung else [])], page))
            before, row = [], row[at:]
        if row:
            found.append(_row([*before, row, *after], page))
        found += [_row([[item]], page) for item in hung]
    return found


def _first_item(row: list[Segment]) -> int:
    """Where a bulleted sentence begins behind the cells of an entry's head (position, dates): a line of its own.
    0 where none does."""
    last = len(row) - 1
    return last if last > 0 and row[last].item and len(row[last].words) > 3 and not row[0].item else 0


def _wrapped(cell: Segment, below: Segment) -> bool:
    """Takes the next row's words into the cell that they go on in: painted right after it, at its left edge."""
    goes_on = (
        below.order == cell.order + len(cell.words)
        and abs(below.x0 - cell.x0) < 2
        and below.style == cell.style
    )
    if goes_on:
        cell.words = cell.words + below.words
        cell.x1, cell.bottom = max(cell.x1, below.x1), below.bottom
    return goes_on


def _notes_on(runs: list[Segment], attached: Attached) -> Iterator[Note]:
    """The notes that stand on segments, and those that stand on these notes: a date on a label, the label on its
    text."""
    for run in runs:
        for note in attached.get(id(run), ()):
            yield note
            yield from _notes_on(note.runs, attached)


def _row(groups: list[list[Segment]], page: int) -> Row:
    row = Row([], page)
    for group in groups:
        for number, run in enumerate(group):
            words = run.words
            if run.mark and len(words) > 1 and row.mark is None and (number == 0 or not row.words):
                row.mark, words = words[0], words[1:]
            if row.words and (number == 0 or _apart(group[number - 1], run)):
                row.cuts.append(len(row.words))
            row.words += words
    return row


def _apart(left: Segment, right: Segment) -> bool:
    """Whether two segments read one after the other are two cells: they stand below each other in a side column
    (unless the first plainly goes on in the second), or apart with no space written between them."""
    first, second = left.words[-1], right.words[0]
    if not second.text:
        return False
    if right.base - left.base > 0.5 * right.size:
        goes_on = second.text[0] in "-–—," or (second.text[0].islower() and not dated([right]))
        goes_on = goes_on or (bool(_YEAR.match(second.text)) and first.text.rstrip(".").isalpha())
        return not (goes_on or _GOES_ON.search(first.text))
    return not second.spaced and first.style.handle != second.style.handle


def finish(blocks: list[list[Row]], pages: list[Page]) -> tuple[Line, ...]:
    """Numbers blocks and lines and makes the frozen Lines."""
    flat: list[Row] = []
    for block, group in enumerate(blocks):
        for row in group:
            row.block = block
            flat.append(row)
    _mend(flat)
    icons = _repeated_icons(flat)
    lines: list[Line] = []
    count: dict[int, int] = {}
    dots = {page.number: page.dots for page in pages}
    sizes: dict[float, float] = {}
    for row in flat:
        words, cuts, box = _words(row, sizes)
        if not words:
            continue
        number = count[row.page] = count.get(row.page, 0) + 1
        mark = row.mark is not None and (
            not _is_icon(row.mark) or (row.mark.text in icons and not _is_fact(row))
        )
        if row.mark is not None and row.mark.text[:1].isdigit() and all(word.bold for word in words):
            mark = False  # a numbered heading
        bullet = (
            mark
            or row.words[0].text[:1] in BULLETS
            or _dotted(words[0], words[0].size, dots.get(row.page, []))
        )
        lines.append(Line(words, box, row.page, number, row.block, bullet, cuts))
    return tuple(lines)


def _is_broken_up(text: str) -> bool:
    return "\x02" in text or BREAK in text


def _mend(flat: list[Row]) -> None:
    """Makes words that are broken at line ends whole, on the upper line."""
    broken = [row for row in flat if _is_broken_up("".join([word.text for word in row.words]))]
    pairs = [
        (upper, lower)
        for upper, lower in pairwise(flat)
        if upper.words and lower.words and lower.words[0].text and upper.block == lower.block and lower.mark is None
        and is_broken(upper.words[-1].text, lower.words[0].text)
    ]  # fmt: skip
    if not broken and not pairs:
        return
    automatic = sum(lower.words[0].text[0].islower() for _, lower in pairs) > 1
    hyphens = Hyphens((word.text for row in flat for word in row.words), automatic)
    for row in broken:
        for word in row.words:
            word.text = word.text.replace("\x02", BREAK)
            if BREAK in word.text:
                word.text = hyphens.resolve(word.text)
    for upper, lower in pairs:
        if lower.words:
            upper.words[-1].text = hyphens.join(upper.words[-1].text[:-1], lower.words[0].text)
            lower.words[0].text = ""  # its place stays the line's


def _words(row: Row, sizes: dict[float, float]) -> tuple[tuple[Word, ...], tuple[int, ...], Box]:
    """The final words and cuts of a row, without those that only held icons, and the box around them; `sizes` keeps
    sizes as they are told."""
    words: list[Word] = []
    cuts: list[int] = []
    starts = row.cuts
    left = high = math.inf
    right = low = -math.inf
    for index, one in enumerate(row.words):
        if starts and words and index in starts:
            cuts.append(len(words))
        style, text = one.style, one.text
        x0, top, x1, bottom = one.x0, one.top, one.x1, one.bottom
        if text:  # the place of a word without text stays the line's
            if style.pictures or not text.isascii() or not text.isprintable():
                text = _seen(one)
                if not text:
                    continue
            x0, top, x1, bottom = round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)
            size = sizes.get(style.size)
            if size is None:
                size = sizes[style.size] = round(style.size, 1)
            box = Box(x0, top, x1, bottom)
            words.append(Word(text, box, size, style.bold, style.italic, style.color, style.font, one.link))
        if x0 < left:
            left = x0
        if top < high:
            high = top
        if x1 > right:
            right = x1
        if bottom > low:
            low = bottom
    return tuple(words), tuple([cut for cut in cuts if cut < len(words)]), Box(left, high, right, low)


def _repeated_icons(flat: list[Row]) -> frozenset[str]:
    """Private-use glyphs that start several lines of text: bullets. Before dates, places and contact they are icons."""
    seen: dict[str, int] = {}
    labels: dict[str, int] = {}
    for row in flat:
        if row.mark is not None and _is_icon(row.mark):
            text = row.mark.text
            seen[text] = seen.get(text, 0) + 1
            labels[text] = labels.get(text, 0) + _is_fact(row)
    return frozenset(
        text
        for text, times in seen.items()
        if labels[text] <= 0.3 * times and (times >= 3 or text in "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8")
    )


def _is_fact(row: Row) -> bool:
    """Whether a line is a date or a way of contact, as icons stand before them."""
    text = " ".join(word.text for word in row.words[:8])
    return len(row.words) < 8 and (is_date(text) or bool(_CONTACT.search(text)))


def _is_icon(mark: Glyphs) -> bool:
    return mark.style.pictures or bool(_ICON.match(mark.text))


def mark_items(runs: list[Segment], dots: list[Box]) -> None:
    """Tells segments whether a bullet stands before them, written or painted."""
    for run in runs:
        first = run.words[0]
        run.item = run.mark or bool(dots and _dotted(first, first.style.size, dots))


def _dotted(first: Word | Glyphs, size: float, dots: list[Box]) -> bool:
    """Whether a small painted shape stands before the word, in the middle of its height."""
    box = first if isinstance(first, Glyphs) else first.box
    for dot in dots:
        if 0.5 < box.x0 - dot.x1 < 2.5 * size and dot.height < 0.8 * size:
            middle = (dot.top + dot.bottom) / 2
            if box.top + 0.2 * size < middle < box.bottom - 0.1 * size:
                return True
    return False


def _seen(one: Glyphs) -> str:
    """A word as a reader takes it: ligatures as letters, without icons and a bullet glued to it."""
    if one.style.pictures or not one.text:
        return ""
    text = _ICON.sub("", one.text.translate(_LIGATURES))
    if ("ı" in text or "ſ" in text) and text.translate(_SMALL_CAPITALS).isupper():
        text = text.translate(_SMALL_CAPITALS)
    if all(unicodedata.category(character) in _PICTURES for character in text):
        return ""
    if len(text) > 1 and text[0] in BULLETS:
        text = text[1:]
    return clean(text)
