"""The words of a PDF page, through PDFium's raw interface: one call a page for the text, a few a word for the rest.

PDFium gives one string for the page, in the order in which the file paints, with white space that it generated
where glyphs stand apart. Words are cut at white space; what belongs to a text object (font, colour, size, turn) is
asked once an object. A generated space that is hardly wider than the gaps between letters is no space.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.accents import with_accents
from aiscreen.reading.pdf.patches import with_patches
from aiscreen.reading.pdf.repeats import repeats, without_marks
from aiscreen.reading.pdf.spacing import Span, join_spaced
from aiscreen.reading.pdf.tracking import LOOSE, SPACE, Tracking, one_word

_RUN = re.compile(r"[^\s\x00]+")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|-bd\b|cmbx|medi\b", re.I)
_REGULAR = re.compile(r"regular|book|light|medium|roman|text|thin|normal|-rg\b|cmr\d", re.I)
"""Names that tell the weight: the one in the font's file is guessed from its stems, and often wrong."""
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl", re.I)
_PICTURES = re.compile(
    r"awesome|icon|icomoon|fontello|glyph|material(?!.*text)|typicons|marvosym|bbding|feather|emoji|webdings|entypo|foundation",
    re.I,
)
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_OUTLINED = frozenset((1, 5))
"""Modes that paint only the outlines of glyphs: their colour is the stroke's."""


class Fonts:
    """Names, weights and flags of fonts, asked once each a document."""

    def __init__(self) -> None:
        self._known: dict[int | None, tuple[str, bool, bool, bool]] = {}

    def facts(self, font: int | None) -> tuple[str, bool, bool, bool]:
        """Of the font at an address: name without its subset prefix, bold, italic, whether its glyphs are pictures."""
        known = self._known.get(font)
        if known is None:
            known = self._known[font] = self._ask(ctypes.cast(font or 0, pdfium.FPDF_FONT))
        return known

    @staticmethod
    def _ask(font: Any) -> tuple[str, bool, bool, bool]:
        buffer = fast.room(256)
        length = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
        if len(name) > 7 and name[6] == "+":
            name = name[7:]
        flags = max(0, pdfium.FPDFFont_GetFlags(font))
        weight = pdfium.FPDFFont_GetWeight(font)
        bold = bool(_BOLD.search(name)) or (
            not _REGULAR.search(name) and (weight >= 700 or bool(flags & _FORCE_BOLD))
        )
        italic = bool(flags & _ITALIC_FLAG) or bool(_ITALIC.search(name))
        return name, bold, italic, bool(_PICTURES.search(name))


Place = Callable[[float, float], tuple[float, float]]


def placing(page: Any) -> tuple[Place, float, float]:
    """The map from a page's own space to points from its top left as seen, and its width and height as seen."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    wide, high = right - left, top - bottom
    turn = pdfium.FPDFPage_GetRotation(page) % 4
    if turn == 1:
        return (lambda x, y: (y - bottom, x - left)), high, wide
    if turn == 2:
        return (lambda x, y: (right - x, y - bottom)), wide, high
    if turn == 3:
        return (lambda x, y: (top - y, right - x)), high, wide
    return (lambda x, y: (x - left, top - y)), wide, high


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


class _Styles:
    """Styles of a page's text objects, asked once each."""

    def __init__(self, textpage: Any, turn: int, fonts: Fonts) -> None:
        self._page, self._turn, self._fonts = textpage, turn, fonts
        self._matrix, self._rgba = fast.buffer(ctypes.c_float, 6), fast.buffer(ctypes.c_uint, 4)
        self._known: dict[int | None, Style] = {}

    def of(self, index: int) -> Style:
        """The style of the text object that holds a glyph."""
        address = fast.text_object(self._page, index)
        style = self._known.get(address)
        if style is None:
            style = self._known[address] = self._ask(fast.Handle(address), index)
        return style

    def _ask(self, item: fast.Handle, index: int) -> Style:
        fast.matrix(self._page, index, self._matrix.at[0])
        a, b, c, d, _, level = self._matrix.read()
        size = abs(fast.font_size(self._page, index) * ((math.hypot(c, d) if c else abs(d)) or 1.0))
        mode = fast.render_mode(item)
        color_of = fast.stroke_color if mode in _OUTLINED else fast.fill_color
        red, green, blue, alpha = self._rgba.read() if color_of(item, *self._rgba.at) else (0, 0, 0, 255)
        name, bold, italic, pictures = self._fonts.facts(fast.font(item))
        turn = 90 * self._turn % 360
        if b or a < 0:
            turn = (round(-math.degrees(math.atan2(b, a))) + turn) % 360
        return Style(
            size,
            bold or mode == 2,
            italic,
            name,
            red << 16 | green << 8 | blue,
            alpha,
            mode,
            turn,
            item.value or 0,
            pictures,
            level if turn == self._turn == 0 and not b else None,
        )


def page_glyphs(page: Any, textpage: Any, text: str, fonts: Fonts, place: Place) -> list[Glyphs]:
    """The words of a page, whose `text` has one character a glyph, in the order in which it paints them."""
    text = without_marks(text, textpage)
    handle = fast.handle(textpage)
    styles = _Styles(handle, pdfium.FPDFPage_GetRotation(page), fonts)
    boxes, tracking = _Boxes(handle, place), Tracking(handle, 4 * text.count("\n") > len(text))
    words: list[Glyphs] = []
    spans: list[Span] = []
    before: Glyphs | None = None
    breaks = "\ufffe" in text or "\x02" in text
    for run in _RUN.finditer(text):
        first, end = run.span()
        written = run.group()
        style = styles.of(first)
        last = end - 1
        broken = breaks and ("\ufffe" in written or "\x02" in written)
        if broken:
            last = first + max(1, _first_break(written)) - 1  # the box is that of the upper half
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
        if (
            before is not None
            and base == before.base
            and x0 < before.x1 - 0.3 * style.size
            and repeats(words, word)
        ):
            continue
        before = word
        words.append(before)
        spans.append((first, last))
        if broken and last + 2 < end:
            before = _lower_half(before, (first, last + 2, end), spans, styles, boxes)
            words.append(before)
    words = with_accents(words, spans, text, textpage)
    return with_patches(join_spaced(words, spans, text, textpage))


def _lower_half(
    word: Glyphs, at: tuple[int, int, int], spans: list[Span], styles: _Styles, boxes: _Boxes
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


class _Boxes:
    """Boxes and baselines of words, from the boxes of their first and last glyphs."""

    def __init__(self, textpage: Any, place: Place) -> None:
        self._page, self._place = textpage, place
        self._left, self._top = place(0.0, 0.0)
        boxes, self._origin = fast.buffer(ctypes.c_float, 8), fast.buffer(ctypes.c_double, 2)
        self._at_first, self._at_last, self._boxes = boxes.at[0], boxes.at[4], boxes.read

    def of(self, first: int, last: int, level: float | None) -> tuple[float, float, float, float, float]:
        """Left, top, right, bottom, baseline of the word between two glyphs; `level` as in its style."""
        fast.loose_box(self._page, first, self._at_first)
        if last > first:
            fast.loose_box(self._page, last, self._at_last)
        if level is None:
            return self._turned(first, last)
        x0, top, x1, bottom, left, _, right, _ = self._boxes()
        if last > first:
            if right > x1:
                x1 = right
            elif left < x0:
                x0 = left
        left, high = self._left, self._top
        return left + x0, high - top, left + x1, high - bottom, high - level

    def _turned(self, first: int, last: int) -> tuple[float, float, float, float, float]:
        place = self._place
        left, top, right, bottom, x0, y0, x1, y1 = self._boxes()
        corners = [place(left, top), place(right, bottom)]
        if last > first:
            corners += [place(x0, y0), place(x1, y1)]
        fast.origin(self._page, first, *self._origin.at)
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(down), max(across), max(down), place(*self._origin.read())[1]


def _first_break(text: str) -> int:
    return min(at for at in (text.find("\ufffe"), text.find("\x02")) if at >= 0)
