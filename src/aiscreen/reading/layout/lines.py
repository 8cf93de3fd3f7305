"""Rows become Lines: bullets taken off, hyphens at line ends resolved, icons left out."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from aiscreen.models.document import WHOLE, Box, Line, Word
from aiscreen.reading.contact import CONTACT
from aiscreen.reading.layout.dots import dotted
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.hyphens import BREAK, Hyphens, is_broken
from aiscreen.reading.layout.rows import Row
from aiscreen.reading.layout.segments import BULLETS, is_date
from aiscreen.text import clean

if TYPE_CHECKING:
    from aiscreen.reading.layout.order import Page

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SMALL_CAPITALS = str.maketrans({"ı": "I", "ſ": "S"})
"""What fonts call their small capitals I and S, since those are the letters' only other small forms."""
_PICTURES = ("So", "Sk", "Mn", "Cf", "Cs")
"""Categories of characters that are pictures where they make a word alone: telephones, stars, emoji."""
_DIAMONDS = frozenset("◆◇❖♦⬥⬧⬩")
"""Signs that part the items of a line as a dot does, where words stand before them."""
_DASHES = "–—"
_SYMBOL_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8")
"""Where fonts of symbols, as word processors use them, have their bullets."""
_ICON = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff�￼]")


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
    dots = {page.number: page.dots for page in pages if page.dots}
    sizes: dict[float, float] = {}
    dashes = Counter((row.mark.text, round(row.mark.x0)) for row in flat if row.mark is not None)
    for above, row in zip([None, *flat], flat, strict=False):
        on = above is not None and row.mark is not None and _goes_on(above, row, row.mark, dashes)
        if on and row.mark is not None:
            row.words.insert(0, row.mark)
            row.cuts, row.mark = [cut + 1 for cut in row.cuts], None
        words, cuts, box = _words(row, sizes)
        if not words:
            continue
        number = count[row.page] = count.get(row.page, 0) + 1
        mark = row.mark is not None and (
            not _is_icon(row.mark)
            or (row.mark.text in icons and (row.mark.text in _SYMBOL_BULLETS or not _is_fact(row)))
            or (row.mark.text in icons and above is not None and _lists(above, row))
        )
        if row.mark is not None and row.mark.text[:1].isdigit() and all(word.bold for word in words):
            mark = False  # a numbered heading
        bullet = not on and (
            mark
            or row.words[0].text[:1] in BULLETS
            or (row.page in dots and dotted(words[0], words[0].size, dots[row.page]))
        )
        lines.append(Line(words, box, row.page, number, row.block, bullet, cuts))
    return tuple(lines)


def _goes_on(above: Row, row: Row, mark: Glyphs, marks: Counter[tuple[str, int]]) -> bool:
    """Whether a line goes on with the one above it, at its edge: its mark is the only dash of a column, or parts what
    both lines list ("Python • Go" above "• Rust")."""
    if above.block != row.block or above.mark is not None or abs(above.words[0].x0 - mark.x0) >= 1:
        return False
    if mark.text in _DASHES:
        return marks[mark.text, round(mark.x0)] == 1
    return all(any(word.text == mark.text for word in one.words) for one in (above, row))


def _is_broken_up(text: str) -> bool:
    return "\x02" in text or BREAK in text


def _mend(flat: list[Row]) -> None:
    """Makes words that are broken at line ends whole, on the upper line."""
    whole = "".join([word.text for row in flat for word in row.words])
    broken = (
        [row for row in flat if any(_is_broken_up(word.text) for word in row.words)]
        if _is_broken_up(whole)
        else []
    )
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
                parts = text in _DIAMONDS and len(row.words) > 1 and not (words and words[-1].text == "•")
                text = "•" if parts else _seen(one)
                if not text:
                    continue
            x0, x1 = (100 * x0 + WHOLE - WHOLE) / 100, (100 * x1 + WHOLE - WHOLE) / 100
            top, bottom = (100 * top + WHOLE - WHOLE) / 100, (100 * bottom + WHOLE - WHOLE) / 100
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
        if labels[text] <= 0.3 * times and (times >= 3 or text in _SYMBOL_BULLETS)
    )


def _lists(above: Row, row: Row) -> bool:
    """Whether a line goes on with the list of the one above it: the same icon stands before both, at one edge, and there
    before no fact."""
    one, two = above.mark, row.mark
    if one is None or two is None or above.block != row.block or _is_fact(above):
        return False
    return one.text == two.text and one.style.font == two.style.font and abs(one.x0 - two.x0) < 1


def _is_fact(row: Row) -> bool:
    """Whether a line is a date or a way of contact, as icons stand before them."""
    text = " ".join(word.text for word in row.words[:8])
    return len(row.words) < 8 and (is_date(text) or bool(CONTACT.search(text)))


def _is_icon(mark: Glyphs) -> bool:
    return mark.style.pictures or bool(_ICON.match(mark.text))


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
