"""Text that a reader of the page does not see.

A colour says little: white on a dark banner is a usual design, and nearly all white words in real résumés are that.
So suspicion is cheap (colour, opacity, mode, size, place, what is painted later or shares the colour), and the verdict
is looking: the page is drawn with and without the suspects, and a word that makes no difference is not seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium

from aiscreen.models.document import Box, Hidden
from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.pdf.shapes import Panel, Shapes
from aiscreen.text import clean, squeeze

SEEN = 24
"""Least difference in grey (of 255) that a reader sees."""
TINY = 2.5
"""Height in points below which text is no print."""
_SCALE = 1.5
_PIXELS = 6_000_000
_NEAR = 48
_INVISIBLE = frozenset((3, 7))


def part_hidden(
    page: Any, words: list[Glyphs], shapes: Shapes, size: tuple[float, float], number: int
) -> tuple[list[Glyphs], list[Hidden]]:
    """The words that a reader sees, and the others as Hidden. Changes the page (suspects are switched off)."""
    reasons: dict[int, str] = {}
    suspects: dict[int, str] = {}
    scan = _is_scan(words, shapes, size)
    for word in words:
        sure = _certain(word, size, scan)
        if sure:
            reasons[word.order] = sure
        elif not (scan and word.style.mode in _INVISIBLE):
            doubt = _suspicion(word, shapes)
            if doubt:
                suspects[word.order] = doubt
    if suspects:
        unseen = _unseen(page, [word for word in words if word.order in suspects], size)
        reasons.update((order, suspects[order]) for order in sorted(unseen))
    if not reasons:
        return words, []
    hidden = [word for word in words if word.order in reasons]
    return [word for word in words if word.order not in reasons], _as_hidden(hidden, reasons, number)


def _certain(word: Glyphs, size: tuple[float, float], scan: bool) -> str:
    """The reason where no look is needed."""
    style = word.style
    if style.mode in _INVISIBLE and not scan:
        return "invisible"
    if word.x1 < 0 or word.bottom < 0 or word.x0 > size[0] or word.top > size[1]:
        return "off-page"
    if len(word.text) > 1 or word.text.isalnum():
        high, wide = word.bottom - word.top, word.x1 - word.x0
        if style.turn % 180 == 90:
            high, wide = wide, high
        if (
            style.size < TINY
            or high < TINY
            or (len(word.text) > 2 and wide < 0.05 * style.size * len(word.text))
        ):
            return "tiny"
    return ""


def _suspicion(word: Glyphs, shapes: Shapes) -> str:
    """Why a word may be unseen, if it may."""
    style = word.style
    if style.alpha < 60:
        return "transparent"
    if style.layer or style.handle in shapes.nested:
        return "hidden-layer"
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    rank = shapes.ranks.get(style.handle, 0)
    for panel in shapes.panels:
        box = panel.box
        if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
            if panel.rank > rank:
                return "covered"
            if panel.color is None or _near(panel.color, style.color):
                return "low-contrast"
    if _near(style.color, 0xFFFFFF):
        return "white" if _luma(style.color) > 254 else "low-contrast"
    return ""


def _luma(color: int) -> float:
    return 0.299 * (color >> 16) + 0.587 * (color >> 8 & 255) + 0.114 * (color & 255)


def _near(one: int, two: int) -> bool:
    return all(abs((one >> shift & 255) - (two >> shift & 255)) < _NEAR for shift in (0, 8, 16))


def _is_scan(words: list[Glyphs], shapes: Shapes, size: tuple[float, float]) -> bool:
    """Whether the page is a picture with its recognised words laid invisibly over it."""
    unseen = sum(1 for word in words if word.style.mode in _INVISIBLE)
    if not unseen or unseen < 0.8 * len(words):
        return False
    return pictured(shapes.panels, size) > 0.6


def pictured(panels: Iterable[Panel], size: tuple[float, float]) -> float:
    """The share of the page that pictures cover."""
    area = 0.0
    for panel in panels:
        if panel.color is None:
            wide = min(panel.box.x1, size[0]) - max(panel.box.x0, 0.0)
            high = min(panel.box.bottom, size[1]) - max(panel.box.top, 0.0)
            area += max(wide, 0.0) * max(high, 0.0)
    return min(1.0, area / max(1.0, size[0] * size[1]))


def _unseen(page: Any, suspects: list[Glyphs], size: tuple[float, float]) -> set[int]:
    """The orders of the suspects that make no difference to the picture of the page."""
    scale = min(_SCALE, (_PIXELS / max(1.0, size[0] * size[1])) ** 0.5)
    wide, high = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    full = _draw(page, wide, high)
    styles: dict[int, Style] = {word.style.handle: word.style for word in suspects}
    for style in styles.values():
        pdfium.FPDFPageObj_SetIsActive(style.pointer, False)
    without = _draw(page, wide, high)
    for style in styles.values():
        pdfium.FPDFPageObj_SetIsActive(style.pointer, True)
    return {word.order for word in suspects if not _differs(full, without, word, scale, wide, high)}


def _draw(page: Any, wide: int, high: int) -> bytes:
    """The page in grey, one byte a pixel."""
    pixels = ctypes.create_string_buffer(wide * high)
    bitmap = pdfium.FPDFBitmap_CreateEx(wide, high, pdfium.FPDFBitmap_Gray, pixels, wide)
    if not bitmap:
        return b""
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, pdfium.FPDF_GRAYSCALE)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels.raw


def _differs(one: bytes, two: bytes, word: Glyphs, scale: float, wide: int, high: int) -> bool:
    left, right = max(0, int(word.x0 * scale)), min(wide, int(word.x1 * scale) + 1)
    for row in range(max(0, int(word.top * scale)), min(high, int(word.bottom * scale) + 1)):
        first, second = (
            one[row * wide + left : row * wide + right],
            two[row * wide + left : row * wide + right],
        )
        if first != second and any(abs(a - b) >= SEEN for a, b in zip(first, second, strict=False)):
            return True
    return False


def _as_hidden(words: list[Glyphs], reasons: dict[int, str], number: int) -> list[Hidden]:
    """Hidden words in runs: neighbours in painting with one reason."""
    found: list[Hidden] = []
    run: list[Glyphs] = []
    for word in words:
        if run and (word.order != run[-1].order + 1 or reasons[word.order] != reasons[run[-1].order]):
            found += _run(run, reasons, number)
            run = []
        run.append(word)
    return found + _run(run, reasons, number)


def _run(run: list[Glyphs], reasons: dict[int, str], number: int) -> list[Hidden]:
    text = squeeze(clean(" ".join(word.text for word in run)))
    if not text:
        return []
    box = Box(run[0].x0, run[0].top, run[0].x1, run[0].bottom)
    for word in run[1:]:
        box = box.join(Box(word.x0, word.top, word.x1, word.bottom))
    return [Hidden(text, number, box, reasons[run[0].order])]
