"""The words of a PDF page, through PDFium's raw interface: one call a page for the text, a few a word for the rest.

PDFium gives one string for the page, in the order in which the file paints, with white space that it generated
where glyphs stand apart. Words are cut at white space; what belongs to a text object (font, colour, size, turn) is
asked once an object. A generated space that is hardly wider than the gaps between letters is no space.
"""

from __future__ import annotations

import re
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.accents import with_accents
from aiscreen.reading.pdf.overruns import runs
from aiscreen.reading.pdf.patches import with_patches
from aiscreen.reading.pdf.places import Boxes, Place
from aiscreen.reading.pdf.repeats import repeats, without_marks
from aiscreen.reading.pdf.spacing import Span, join_spaced
from aiscreen.reading.pdf.styles import Fonts, Styles
from aiscreen.reading.pdf.tracking import LOOSE, SPACE, Tracking, one_word

_BREAK = re.compile("[\ufffe\x02]")
"""Where a word is broken at a line's end."""


def page_text(textpage: Any, count: int) -> str:
    """One character a glyph of PDFium's text page."""
    if count <= 0:
        return ""
    buffer = fast.room(1 << (4 * count + 4).bit_length())
    written = fast.text(handle := fast.handle(textpage), 0, count, buffer)
    text = fast.utf16(buffer[: 2 * max(0, written - 1)])
    if len(text) == count:
        return text
    ask = fast.unicode  # glyphs without Unicode are left out above: ask one by one
    codes = [ask(handle, index) for index in range(count)]
    return "".join([chr(code) if 0 < code < 0xD800 else _character(code) for code in codes])


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "�"


def page_glyphs(page: Any, textpage: Any, text: str, fonts: Fonts, place: Place) -> list[Glyphs]:
    """The words of a page, whose `text` has one character a glyph, in the order in which it paints them."""
    text = without_marks(text, textpage)
    words, spans = _painted(page, textpage, text, fonts, place)
    words = with_accents(words, spans, text, textpage)
    return with_patches(join_spaced(words, spans, text, textpage))


def _painted(
    page: Any, textpage: Any, text: str, fonts: Fonts, place: Place
) -> tuple[list[Glyphs], list[Span]]:
    """The runs between white space, those that go on in one word as one, and where each stands in the text."""
    handle = fast.handle(textpage)
    styles = Styles(handle, pdfium.FPDFPage_GetRotation(page), fonts)
    boxes, tracking = Boxes(handle, place), Tracking(handle, 4 * text.count("\n") > len(text))
    words: list[Glyphs] = []
    spans: list[Span] = []
    before: Glyphs | None = None
    breaks = _BREAK.search(text) is not None
    for first, end, written in runs(text, handle):
        style = styles.of(first)
        last = end - 1
        broken = _BREAK.search(written) if breaks else None
        if broken:
            last = first + max(1, broken.start()) - 1  # the box is that of the upper half
        x0, top, x1, bottom, base = boxes.of(first, last, style.level)
        spaced = True
        if before is not None:
            gap, size = x0 - before.x1, style.size
            if before.style.size > size or base == tracking.line:
                size = tracking.size(before, style)
            narrow = (SPACE if style is tracking.plain else LOOSE) * size
            if not narrow <= gap <= 0.6 * size and (
                text[first - 1] == "\0" or fast.generated(handle, first - 1)
            ):
                spaced = SPACE * size <= gap < narrow
                if (
                    gap < narrow
                    and one_word(before, base, gap, style)
                    and tracking.holds(before, gap, spans[-1], (first, last), style)
                ):
                    more = Glyphs(written, x0, top, x1, bottom, base, style, 0, False)
                    tracking.add(words, spans, more, last)
                    before = words[-1]
                    continue
        word = Glyphs(written, x0, top, x1, bottom, base, style, len(words), spaced)
        if before is not None and x0 < before.x1 and repeats(words, word):
            continue
        before = word
        words.append(before)
        spans.append((first, last))
        if broken and last + 2 < end:
            before = _lower_half(before, (first, last + 2, end), spans, styles, boxes)
            words.append(before)
    return words, spans


def _lower_half(
    word: Glyphs, at: tuple[int, int, int], spans: list[Span], styles: Styles, boxes: Boxes
) -> Glyphs:
    """The place of a broken word's lower half, by a word without text or a name's other half; `at` are the indices
    where the word and its lower half begin, and where that ends."""
    first, half, end = at
    written, style, lower = word.text, styles.of(half), ""
    if written[half - first].isupper():
        word.text, lower = written[: half - first - 1] + "-", written[half - first :]
        spans[-1] = first, half - 1
    spans.append((half, end - 1))
    return Glyphs(lower, *boxes.of(half, end - 1, style.level), style, word.order + 1, True)
