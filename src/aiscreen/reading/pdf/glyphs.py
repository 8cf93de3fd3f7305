"""The words of a PDF page, through PDFium's raw interface: one call a page for the text, a few a word for the rest.

PDFium gives one string for the page, in the order in which the file paints, with white space that it generated
where glyphs stand apart. Words are cut at white space; what belongs to a text object (font, colour, size, turn) is
asked once an object. A generated space narrower than `GLUE` of the size is no space.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.spacing import Span, join_spaced

GLUE = 0.12
"""Widest gap inside a word, as a share of its size, where the file wrote no space (measured on 136 documents)."""

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


class Fonts:
    """Names, weights and flags of fonts, asked once each a document."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[str, bool, bool, bool]] = {}

    def facts(self, font: int | None) -> tuple[str, bool, bool, bool]:
        """Name without its subset prefix, bold, italic, whether its glyphs are pictures."""
        font = font or 0
        known = self._known.get(font)
        if known is None:
            known = self._known[font] = self._ask(ctypes.cast(font, pdfium.FPDF_FONT))
        return known

    @staticmethod
    def _ask(font: Any) -> tuple[str, bool, bool, bool]:
        buffer = ctypes.create_string_buffer(256)
        length = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace")
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
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    ask = pdfium.FPDFText_GetUnicode  # glyphs without Unicode are left out above: ask one by one
    return "".join(_character(ask(textpage, index)) for index in range(count))


def unmapped(textpage: Any, count: int, sample: int = 40) -> float:
    """The share of a page's glyphs whose font does not tell their character, from a sample."""
    step, handle = max(1, count // sample), fast.address(textpage)
    asked = [index for index in range(0, count, step) if not fast.generated(handle, index)]
    failed = sum(1 for index in asked if fast.map_error(handle, index) == 1)
    return failed / len(asked) if asked else 0.0


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "�"


class _Styles:
    """Styles of a page's text objects, asked once each."""

    def __init__(self, textpage: int, turn: int, fonts: Fonts) -> None:
        self._page, self._turn, self._fonts = textpage, turn, fonts
        self._matrix = pdfium.FS_MATRIX()
        self._rgba = (ctypes.c_uint * 4)()
        self._at_matrix = ctypes.addressof(self._matrix)
        self._at_rgba = [ctypes.addressof(self._rgba) + 4 * index for index in range(4)]
        self._name, self._length = (ctypes.c_ushort * 8)(), ctypes.c_ulong()
        self._at_name, self._at_length = ctypes.addressof(self._name), ctypes.addressof(self._length)

    def ask(self, handle: int, index: int) -> Style:
        """The style of a text object that holds a glyph."""
        matrix = self._matrix
        fast.matrix(self._page, index, self._at_matrix)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        size = abs(fast.font_size(self._page, index) * (math.hypot(c, d) or 1.0))
        known = fast.fill_color(handle, *self._at_rgba)
        red, green, blue, alpha = self._rgba if known else (0, 0, 0, 255)
        mode = fast.render_mode(handle)
        name, bold, italic, pictures = self._fonts.facts(fast.font(handle))
        turn = 90 * self._turn % 360
        if b or a < 0:
            turn = (round(-math.degrees(math.atan2(b, a))) + turn) % 360
        level = matrix.f if turn == self._turn == 0 and not b else None
        color = red << 16 | green << 8 | blue
        marks = fast.count_marks(handle)
        layer = marks > 0 and self._in_layer(handle, marks)
        return Style(
            size, bold or mode == 2, italic, name, color, alpha, mode, turn, handle, layer, pictures, level
        )

    def _in_layer(self, handle: int, marks: int) -> bool:
        """Whether an object is marked as optional content."""
        for index in range(min(marks, 8)):
            mark = fast.mark(handle, index)
            named = mark and fast.mark_name(mark, self._at_name, 16, self._at_length)
            if named and self._name[0] == 79 and self._name[:3] == [79, 67, 0]:  # "OC"
                return True
        return False


def page_glyphs(page: Any, textpage: Any, fonts: Fonts, place: Place) -> list[Glyphs]:
    """The words of a page in the order in which it paints them."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return []
    text = page_text(textpage, count)
    handle = fast.address(textpage)
    styles = _Styles(handle, pdfium.FPDFPage_GetRotation(page), fonts)
    known: dict[int, Style] = {}
    boxes = _Boxes(handle, place)
    words: list[Glyphs] = []
    spans: list[Span] = []
    before: Glyphs | None = None
    for run in _RUN.finditer(text):
        first, end = run.span()
        written = run.group()
        item = fast.text_object(handle, first) or 0
        style = known.get(item)
        if style is None:
            style = known[item] = styles.ask(item, first)
        last = end - 1
        broken = (not written.isascii() and "\ufffe" in written) or "\x02" in written
        if broken:
            last = first + max(1, _first_break(written)) - 1  # the box is that of the upper half
        x0, top, x1, bottom, base = boxes.of(first, last, style)
        spaced = True
        if before is not None:
            gap = x0 - before.x1
            if not GLUE * style.size <= gap <= 0.6 * style.size:  # a usual space needs no question
                spaced = not fast.generated(handle, first - 1)
            if not spaced and gap < GLUE * style.size and _one_word(before, base, gap, style):
                before.text += written
                spans[-1] = spans[-1][0], last
                before.x1, before.top, before.bottom = x1, min(before.top, top), max(before.bottom, bottom)
                continue
        before = Glyphs(written, x0, top, x1, bottom, base, style, len(words), spaced)
        words.append(before)
        spans.append((first, last))
        if (
            broken and last + 2 < end
        ):  # the lower half's place is kept, by a word without text or a name's other half
            half = last + 2
            item = fast.text_object(handle, half) or 0
            style = known[item] if item in known else known.setdefault(item, styles.ask(item, half))
            if text[half].isupper():
                before.text, spans[-1] = written[: half - first - 1] + "-", (first, half - 1)
            lower = written[half - first :] if text[half].isupper() else ""
            before = Glyphs(lower, *boxes.of(half, end - 1, style), style, len(words), True)
            words.append(before)
            spans.append((half, end - 1))
    return join_spaced(words, spans, text, textpage)


class _Boxes:
    """Boxes and baselines of words, from the boxes of their first and last glyphs."""

    def __init__(self, textpage: int, place: Place) -> None:
        self._page, self._place = textpage, place
        self._left, self._top = place(0.0, 0.0)
        self._box, self._origin = pdfium.FS_RECTF(), (ctypes.c_double * 2)()
        self._at_box, self._at_origin = ctypes.addressof(self._box), ctypes.addressof(self._origin)

    def of(self, first: int, last: int, style: Style) -> tuple[float, float, float, float, float]:
        """Left, top, right, bottom, baseline of the word between two glyphs."""
        box = self._box
        fast.loose_box(self._page, first, self._at_box)
        if style.level is None:
            return self._turned(first, last)
        x0, top, x1, bottom = box.left, box.top, box.right, box.bottom
        if last > first:
            fast.loose_box(self._page, last, self._at_box)
            if box.right > x1:
                x1 = box.right
            elif box.left < x0:
                x0 = box.left
        left, high = self._left, self._top
        return left + x0, high - top, left + x1, high - bottom, high - style.level

    def _turned(self, first: int, last: int) -> tuple[float, float, float, float, float]:
        box, place = self._box, self._place
        corners = [place(box.left, box.top), place(box.right, box.bottom)]
        fast.loose_box(self._page, last, self._at_box)
        corners += [place(box.left, box.top), place(box.right, box.bottom)]
        fast.origin(self._page, first, self._at_origin, self._at_origin + 8)
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return min(across), min(down), max(across), max(down), place(*self._origin)[1]


def _first_break(text: str) -> int:
    return min(at for at in (text.find("\ufffe"), text.find("\x02")) if at >= 0)


def _one_word(left: Glyphs, base: float, gap: float, style: Style) -> bool:
    size = max(left.style.size, style.size)
    return left.style.turn == style.turn == 0 and abs(left.base - base) < 0.2 * size and -0.3 * size < gap
