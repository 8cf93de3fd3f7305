"""Text that a reader of the page does not see.

A colour says little: white on a dark banner is a usual design, and nearly all white words in real résumés are that.
So suspicion is cheap (colour, opacity, mode, size, place, what is painted later or shares the colour), and the verdict
is looking: the page is drawn with and without the suspects, and a word that makes no difference is not seen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from aiscreen.models.document import Box, Hidden
from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.shapes import Panel, Shapes
from aiscreen.reading.pdf.veils import Veils, View
from aiscreen.reading.unseen import unseen_text
from aiscreen.text import clean, squeeze

SEEN = 24
"""Least difference in grey (of 255) that a reader sees."""
TINY = 2.5
"""Height in points below which text is no print."""
_TELLS = 3
"""Letters and digits from which unseen text says something: fewer are bullets, icons and rules left over."""
_SCALE = 1.25
_PIXELS = 6_000_000
_NEAR = 48
_INVISIBLE = frozenset((3, 7))


def part_hidden(
    page: Any, words: list[Glyphs], shapes: Shapes, view: View, number: int
) -> tuple[list[Glyphs], list[Hidden]]:
    """The words that a reader sees, and the others as Hidden. Changes the page (suspects are switched off)."""
    reasons: dict[int, str] = {}
    suspects: dict[int, str] = {}
    size = view.size
    scan = _is_scan(words, shapes, size)
    styles = {word.style.handle: word.style for word in words}
    veils, clips = Veils(shapes, view).over(styles)
    sound = _sound(styles.values(), shapes) - veils.keys() - clips.keys()
    for word in words:
        handle = word.style.handle
        if handle in sound and _plain(word, size):
            continue
        sure = _certain(word, size, scan)
        if sure:
            reasons[word.order] = sure
        elif not (scan and word.style.mode in _INVISIBLE):
            doubt = veils.get(handle) or _suspicion(word, shapes, clips.get(handle))
            if doubt:
                suspects[word.order] = doubt
    if suspects:
        unseen = _unseen(page, [word for word in words if word.order in suspects], size)
        reasons.update((order, suspects[order]) for order in sorted(unseen))
    told = zero_width(words, number)
    if not reasons:
        return words, told
    hidden = [word for word in words if word.order in reasons]
    return [word for word in words if word.order not in reasons], [
        *_as_hidden(hidden, reasons, number),
        *told,
    ]


def zero_width(words: list[Glyphs], number: int) -> list[Hidden]:
    """What zero-width and tag characters inside visible words hide."""
    found: list[Hidden] = []
    for word in words:
        if not word.text.isascii():
            text = unseen_text(word.text)
            if text:
                box = Box(word.x0, word.top, word.x1, word.bottom)
                found.append(Hidden(text, number, box, "zero-width"))
    return found


def _sound(styles: Iterable[Style], shapes: Shapes) -> set[int]:
    """The text objects that are plain print in a colour that no ground here has, painted after all that might cover
    them."""
    grounds = {0xFFFFFF, *[panel.color for panel in shapes.panels]}
    last = max((panel.rank for panel in shapes.panels), default=0)
    ranks = shapes.ranks
    clear: dict[int, bool] = {}
    found: set[int] = set()
    for style in styles:
        if style.mode or style.alpha < 60 or style.size <= 4 or (last and ranks.get(style.handle, 0) < last):
            continue
        color = style.color
        if color not in clear:
            clear[color] = not any(ground is None or _near(color, ground) for ground in grounds)
        if clear[color]:
            found.add(style.handle)
    return found


def _plain(word: Glyphs, size: tuple[float, float]) -> bool:
    """Whether a word of sound print is of a usual size, on the page: nearly all are, which is told quickly."""
    style = word.style
    return (
        word.x0 >= 0
        and word.top >= 0
        and word.x1 <= size[0]
        and word.bottom <= size[1]
        and word.x1 - word.x0 > 0.15 * style.size * (len(word.text) if word.text.isascii() else _length(word))
        and word.bottom - word.top > TINY
    )


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
            or (len(word.text) > 2 and wide < 0.05 * style.size * _length(word))
        ):
            return "tiny"
    return ""


def _length(word: Glyphs) -> int:
    """How many glyphs the word's box holds: those before a break at a line's end."""
    return len(word.text) if word.text.isascii() else len(word.text.partition("\ufffe")[0])


def _suspicion(word: Glyphs, shapes: Shapes, clip: Box | None) -> str:
    """Why a word may be unseen, if it may."""
    style = word.style
    if style.alpha < 60:
        return "transparent"
    if clip is not None and _cut_off(word, clip):
        return "clipped"
    grounds: list[int | None] = [0xFFFFFF]
    if shapes.panels:
        rank = shapes.ranks.get(style.handle, 0)
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for panel in shapes.panels:
            box = panel.box
            if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
                if panel.rank > rank:
                    return "covered"
                if panel.plain and box.x0 <= word.x0 + 1 and word.x1 - 1 <= box.x1:
                    grounds = [panel.color]
                else:  # the word may stand on it or beside it
                    grounds.append(panel.color)
    if any(ground is None or _near(style.color, ground) for ground in grounds):
        return "white" if _luma(style.color) > 254 else "low-contrast"
    return ""


def _cut_off(word: Glyphs, clip: Box) -> bool:
    """Whether a clip may take more of a word than its edge."""
    wide = min(word.x1, clip.x1) - max(word.x0, clip.x0)
    high = min(word.bottom, clip.bottom) - max(word.top, clip.top)
    return wide < 0.7 * (word.x1 - word.x0) or high < 0.7 * (word.bottom - word.top)


def _luma(color: int) -> float:
    return 0.299 * (color >> 16) + 0.587 * (color >> 8 & 255) + 0.114 * (color & 255)


def _near(one: int, two: int) -> bool:
    return (
        abs((one & 255) - (two & 255)) < _NEAR
        and abs((one >> 8 & 255) - (two >> 8 & 255)) < _NEAR
        and abs((one >> 16) - (two >> 16)) < _NEAR
    )


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
        if panel.picture:
            wide = min(panel.box.x1, size[0]) - max(panel.box.x0, 0.0)
            high = min(panel.box.bottom, size[1]) - max(panel.box.top, 0.0)
            area += max(wide, 0.0) * max(high, 0.0)
    return min(1.0, area / max(1.0, size[0] * size[1]))


def _unseen(page: Any, suspects: list[Glyphs], size: tuple[float, float]) -> set[int]:
    """The orders of the suspects that make no difference to the picture of the page."""
    left = max(0.0, min(word.x0 for word in suspects) - 1)
    top = max(0.0, min(word.top for word in suspects) - 1)
    right = min(size[0], max(word.x1 for word in suspects) + 1)
    bottom = min(size[1], max(word.bottom for word in suspects) + 1)
    area = Box(left, top, max(right, left + 1), max(bottom, top + 1))
    scale = min(_SCALE, (_PIXELS / max(1.0, size[0] * size[1])) ** 0.5)
    full = _Picture.draw(page, area, size, scale)
    styles: dict[int, Style] = {word.style.handle: word.style for word in suspects}
    for style in styles.values():
        fast.set_active(fast.Handle(style.handle), 0)
    without = _Picture.draw(page, area, size, scale)
    for style in styles.values():
        fast.set_active(fast.Handle(style.handle), 1)
    return {word.order for word in suspects if not full.differs(without, word)}


def draw_page(page: Any, wide: int, high: int, place: tuple[int, int, int, int] | None = None) -> bytes:
    """A page in grey on white, one byte a pixel; `place` puts the whole page (left, top, width, height) elsewhere."""
    pixels = ctypes.create_string_buffer(wide * high)
    bitmap = pdfium.FPDFBitmap_CreateEx(wide, high, pdfium.FPDFBitmap_Gray, pixels, wide)
    if bitmap:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, *(place or (0, 0, wide, high)), 0, pdfium.FPDF_GRAYSCALE)
        pdfium.FPDFBitmap_Destroy(bitmap)
    return pixels.raw


@dataclass(frozen=True, slots=True)
class _Picture:
    """A part of a page drawn in grey, one byte a pixel, `scale` pixels a point from `left` and `top` (pixels)."""

    pixels: bytes
    wide: int
    high: int
    left: int
    top: int
    scale: float

    @classmethod
    def draw(cls, page: Any, area: Box, size: tuple[float, float], scale: float) -> _Picture:
        left, top = int(area.x0 * scale), int(area.top * scale)
        wide, high = int(area.x1 * scale) + 1 - left, int(area.bottom * scale) + 1 - top
        whole = round(size[0] * scale), round(size[1] * scale)
        return cls(draw_page(page, wide, high, (-left, -top, *whole)), wide, high, left, top, scale)

    def differs(self, other: _Picture, word: Glyphs) -> bool:
        """Whether a reader sees a difference in the box of a word."""
        left = max(0, int(word.x0 * self.scale) - self.left)
        right = min(self.wide, int(word.x1 * self.scale) + 1 - self.left)
        first = max(0, int(word.top * self.scale) - self.top)
        last = min(self.high, int(word.bottom * self.scale) + 1 - self.top)
        for row in range(first, last):
            here = slice(row * self.wide + left, row * self.wide + right)
            one, two = self.pixels[here], other.pixels[here]
            if one != two and any(abs(a - b) >= SEEN for a, b in zip(one, two, strict=True)):
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
    if sum(character.isalnum() for character in text) < _TELLS:
        return []
    box = Box(run[0].x0, run[0].top, run[0].x1, run[0].bottom)
    for word in run[1:]:
        box = box.join(Box(word.x0, word.top, word.x1, word.bottom))
    return [Hidden(text, number, box, reasons[run[0].order])]
