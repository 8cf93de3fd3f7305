"""Looking at a page: which words make no difference to its picture, and are not shown by anything else either."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.shapes import Shapes

SEEN = 24
"""Least difference in grey (of 255) that a reader sees."""
INVISIBLE = frozenset((3, 7))
"""Text render modes that paint nothing."""
Paint = tuple[int, int, int, int, int]
"""Red, green, blue, alpha and render mode."""
_SLIVER = 0.015
"""Share of a word's box that must differ: less is what a cover has left over."""
_FEW = 12
"""Pixels that always suffice: of a long word painted letter by letter only the first letter may be switched off."""
_SCALE = 1.25
_PIXELS = 6_000_000


def unseen(page: Any, suspects: list[Glyphs], shapes: Shapes, size: tuple[float, float]) -> set[int]:
    """The orders of the suspects that a reader of the page does not see."""
    view = _View.around(suspects, size)
    styles = {word.style.handle: word.style for word in suspects}
    full = view.draw(page)
    # a form may paint the same words twice, once to no effect: of these only one is among the words
    twice = shapes.nested.keys() if not styles.keys().isdisjoint(shapes.nested) else ()
    with_them = {*styles, *twice}
    _switch(with_them, 0)
    without = view.draw(page)
    _switch(with_them, 1)
    gone = [word for word in suspects if not full.differs(without, word, _share(word))]
    ghosts = [word for word in gone if word.style.mode in INVISIBLE or word.style.alpha < 60]
    ghosts = [word for word in ghosts if not full.is_blank(word)]
    shown = _shown(page, ghosts, shapes, view, full) if ghosts else set()
    return {word.order for word in gone} - shown


def _share(word: Glyphs) -> float:
    """The share of a word's width that is painted with its first letter, which alone is switched off."""
    edges = fast.buffer(ctypes.c_float, 4)
    if not fast.object_bounds(fast.Handle(word.style.handle), *edges.at):
        return 1.0
    left, _, right, _ = edges.read()
    return (
        min(1.0, max(right - left, 1.0) / max(word.x1 - word.x0, 1.0)) if word.style.turn % 180 == 0 else 1.0
    )


def _shown(page: Any, ghosts: list[Glyphs], shapes: Shapes, view: _View, full: _Picture) -> set[int]:
    """Unpainted words whose letters are there all the same, painted by something else: a gradient, outlines.

    They are drawn in black with all else switched off, and compared with what is seen in their place.
    """
    phantoms = _phantoms(shapes.ranks)
    others = [address for address in [*shapes.ranks, *shapes.shapes] if address not in phantoms]
    _switch(others, 0)
    _paint(dict.fromkeys(phantoms, (0, 0, 0, 255, 0)))
    alone = view.draw(page)
    _paint(phantoms)
    _switch(others, 1)
    return {word.order for word in ghosts if full.holds(alone, word)}


def _phantoms(texts: Iterable[int]) -> dict[int, Paint]:
    """The text objects that paint nothing by themselves, as they are."""
    rgba, found = fast.buffer(ctypes.c_uint, 4), {}
    for address in texts:
        item = fast.Handle(address)
        mode = fast.render_mode(item)
        red, green, blue, alpha = rgba.read() if fast.fill_color(item, *rgba.at) else (0, 0, 0, 255)
        if mode in INVISIBLE or alpha < 60:
            found[address] = red, green, blue, alpha, mode
    return found


def _paint(texts: dict[int, Paint]) -> None:
    for address, (red, green, blue, alpha, mode) in texts.items():
        item = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
        pdfium.FPDFPageObj_SetFillColor(item, red, green, blue, alpha)
        pdfium.FPDFTextObj_SetTextRenderMode(item, mode)


def _switch(addresses: Iterable[int], on: int) -> None:
    for address in addresses:
        fast.set_active(fast.Handle(address), on)


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
class _View:
    """The part of a page that is drawn: where it begins and how large it is in pixels, `scale` of them a point."""

    left: int
    top: int
    wide: int
    high: int
    scale: float
    whole: tuple[int, int]

    @classmethod
    def around(cls, words: list[Glyphs], size: tuple[float, float]) -> _View:
        scale = min(_SCALE, (_PIXELS / max(1.0, size[0] * size[1])) ** 0.5)
        x0 = min(max(0.0, min(word.x0 for word in words) - 1), size[0])
        top = min(max(0.0, min(word.top for word in words) - 1), size[1])
        x1 = max(min(size[0], max(word.x1 for word in words) + 1), x0 + 1)
        bottom = max(min(size[1], max(word.bottom for word in words) + 1), top + 1)
        left, high = int(x0 * scale), int(top * scale)
        whole = round(size[0] * scale), round(size[1] * scale)
        return cls(left, high, int(x1 * scale) + 1 - left, int(bottom * scale) + 1 - high, scale, whole)

    def draw(self, page: Any) -> _Picture:
        return _Picture(draw_page(page, self.wide, self.high, (-self.left, -self.top, *self.whole)), self)

    def pixels(self, word: Glyphs) -> tuple[int, int, range]:
        """The first and last column and the rows of a word's box."""
        left = max(0, int(word.x0 * self.scale) - self.left)
        right = min(self.wide, int(word.x1 * self.scale) + 1 - self.left)
        first = max(0, int(word.top * self.scale) - self.top)
        last = min(self.high, int(word.bottom * self.scale) + 1 - self.top)
        return left, right, range(first, last)


@dataclass(frozen=True, slots=True)
class _Picture:
    """A view of a page in grey, one byte a pixel."""

    grey: bytes
    view: _View

    def differs(self, other: _Picture, word: Glyphs, share: float = 1.0) -> bool:
        """Whether a reader sees a difference in the box of a word, or in a `share` of it."""
        left, right, rows = self.view.pixels(word)
        least = min(_SLIVER * share * (right - left) * len(rows), _FEW)
        count = 0
        for row in rows:
            here = slice(row * self.view.wide + left, row * self.view.wide + right)
            one, two = self.grey[here], other.grey[here]
            if one != two:
                count += sum(abs(a - b) >= SEEN for a, b in zip(one, two, strict=True))
                if count > least:
                    return True
        return False

    def box(self, word: Glyphs) -> bytes:
        """The pixels of a word's box."""
        left, right, rows = self.view.pixels(word)
        start = [row * self.view.wide for row in rows]
        return b"".join([self.grey[at + left : at + right] for at in start])

    def is_blank(self, word: Glyphs) -> bool:
        """Whether nothing is seen in the box of a word."""
        box = self.box(word)
        return not box or max(box) - min(box) < SEEN

    def holds(self, alone: _Picture, word: Glyphs) -> bool:
        """Whether what is seen in the box of a word are its letters, which `alone` shows in black on white."""
        seen, letters = self.box(word), alone.box(word)
        ground = max(set(seen), key=seen.count)
        ink = [abs(pixel - ground) >= SEEN for pixel in seen]
        inside = sum(1 for here, letter in zip(ink, letters, strict=True) if here and letter < 128)
        beside = sum(1 for here, letter in zip(ink, letters, strict=True) if here and letter > 240)
        wanted = sum(1 for letter in letters if letter < 128)
        return wanted > 0 and inside >= 0.7 * wanted and beside <= 0.3 * sum(ink)
