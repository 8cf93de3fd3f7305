"""How text objects look: font, size, colour and turn, asked once each."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.reading.layout.glyphs import Style
from aiscreen.reading.pdf import fast

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


class Styles:
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
