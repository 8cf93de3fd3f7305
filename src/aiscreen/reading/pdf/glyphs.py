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
from aiscreen.reading.pdf.spacing import Span, join_spaced

GLUE = 0.12
"""Widest gap inside a word, as a share of its size, where the file wrote no space (measured on 136 documents)."""

_RUN = re.compile(r"[^\s\x00]+")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|-bd\b|cmbx|medi\b", re.I)
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

    def facts(self, font: Any) -> tuple[str, bool, bool, bool]:
        """Name without its subset prefix, bold, italic, whether its glyphs are pictures."""
        key = ctypes.addressof(font.contents) if font else 0
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._ask(font)
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
        bold = weight >= 600 or bool(flags & _FORCE_BOLD) or bool(_BOLD.search(name))
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


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "�"


class _Styles:
    """Styles of a page's text objects, asked once each."""

    def __init__(self, textpage: Any, turn: int, fonts: Fonts) -> None:
        self._page, self._turn, self._fonts = textpage, turn, fonts
        self._known: dict[int, Style] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._rgba = [ctypes.c_uint() for _ in range(4)]

    def at(self, index: int) -> Style:
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        key = ctypes.addressof(text_object.contents) if text_object else 0
        style = self._known.get(key)
        if style is None:
            style = self._known[key] = self._ask(text_object, key, index)
        return style

    def _ask(self, text_object: Any, key: int, index: int) -> Style:
        matrix, (red, green, blue, alpha) = self._matrix, self._rgba
        pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        size = pdfium.FPDFText_GetFontSize(self._page, index) * (math.hypot(c, d) or 1.0)
        known = pdfium.FPDFPageObj_GetFillColor(text_object, red, green, blue, alpha)
        color = (red.value << 16 | green.value << 8 | blue.value) if known else 0
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        name, bold, italic, pictures = self._fonts.facts(pdfium.FPDFTextObj_GetFont(text_object))
        turn = (round(-math.degrees(math.atan2(b, a))) + 90 * self._turn) % 360
        heavy = bold or mode == 2
        layer = _in_layer(text_object)
        opaque = alpha.value if known else 255
        return Style(
            abs(size), heavy, italic, name, color, opaque, mode, turn, key, text_object, layer, pictures
        )


def _in_layer(text_object: Any) -> bool:
    """Whether an object is marked as optional content."""
    buffer, size = (ctypes.c_ushort * 8)(), ctypes.c_ulong()
    for index in range(min(pdfium.FPDFPageObj_CountMarks(text_object), 8)):
        mark = pdfium.FPDFPageObj_GetMark(text_object, index)
        if pdfium.FPDFPageObjMark_GetName(mark, buffer, 16, size) and buffer[:3] == [79, 67, 0]:  # "OC"
            return True
    return False


def page_glyphs(page: Any, textpage: Any, fonts: Fonts, place: Place) -> list[Glyphs]:
    """The words of a page in the order in which it paints them."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return []
    text = page_text(textpage, count)
    styles = _Styles(textpage, pdfium.FPDFPage_GetRotation(page), fonts)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    loose, origin, generated = (
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
        pdfium.FPDFText_IsGenerated,
    )
    words: list[Glyphs] = []
    spans: list[Span] = []
    for run in _RUN.finditer(text):
        first, last = run.start(), run.end() - 1
        style = styles.at(first)
        if "\ufffe" in run.group() or "\x02" in run.group():
            last = first + max(1, _first_break(run.group())) - 1  # the box is that of the upper half
        loose(textpage, first, box)
        x0, y0 = place(box.left, box.top)
        x1, y1 = place(box.right, box.bottom)
        if last > first:
            loose(textpage, last, box)
            x2, y2 = place(box.left, box.top)
            x3, y3 = place(box.right, box.bottom)
            x0, x1 = min(x0, x1, x2, x3), max(x0, x1, x2, x3)
            y0, y1 = min(y0, y1, y2, y3), max(y0, y1, y2, y3)
        elif x0 > x1 or y0 > y1:
            x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        origin(textpage, first, x, y)
        base = place(x.value, y.value)[1]
        spaced = first == 0 or not generated(textpage, first - 1)
        word = Glyphs(run.group(), x0, y0, x1, y1, base, style, len(words), spaced)
        if not spaced and words and _one_word(words[-1], word):
            before = words[-1]
            before.text += word.text
            spans[-1] = spans[-1][0], last
            before.x1, before.top, before.bottom = x1, min(before.top, y0), max(before.bottom, y1)
        else:
            words.append(word)
            spans.append((first, last))
    return join_spaced(words, spans, text, textpage)


def _first_break(text: str) -> int:
    return min(at for at in (text.find("\ufffe"), text.find("\x02")) if at >= 0)


def _one_word(left: Glyphs, right: Glyphs) -> bool:
    size = max(left.style.size, right.style.size)
    return (
        left.style.turn == right.style.turn == 0
        and abs(left.base - right.base) < 0.2 * size
        and -0.3 * size < right.x0 - left.x1 < GLUE * size
    )
