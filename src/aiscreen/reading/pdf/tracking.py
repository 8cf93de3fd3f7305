"""Tracking: letters that are set apart, whose gaps PDFium takes for spaces here and there.

Where a gap is narrow and the file wrote no space, the gaps between the letters on its sides tell what it is.
"""

from __future__ import annotations

import ctypes
from typing import Any

from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.spacing import SMALL, Span

LOOSE = 0.21
"""Gap, as a share of the size, from which a space between words needs no question: letters set apart have less."""
_GLUE = 0.05
"""Widest gap inside a word where the file wrote no space and its letters stand close."""
SPACE = 0.12
"""Gap that is a space also where the file wrote none."""
_ENOUGH = 4
"""Gaps between letters after which a line needs to be asked no more."""
_TRACKED, _MORE = 0.03, 0.1
"""Gap between letters that are set apart, and what a space between their words has more."""


class Tracking:
    """How far apart letters are set, asked where a narrow gap may be a space or not. `plain` is the last style whose
    letters stand close: no wide gap in it needs a question; `line` the baseline of the last whose letters are set apart."""

    def __init__(self, textpage: Any, torn: bool = False) -> None:
        """`torn` is a page that PDFium takes for one written downwards: it puts space behind every letter."""
        self._page, self._glue = textpage, SPACE if torn else _GLUE
        self._look: tuple[float, float, str] | None = None
        self._wide, self._asked = 0.0, 0
        self.plain: Style | None = None
        self.line: float | None = None
        box = fast.buffer(ctypes.c_float, 4)
        self._at, self._box = box.at[0], box.read

    def holds(self, before: Glyphs, gap: float, left: Span, right: Span, style: Style) -> bool:
        """Whether a gap between two runs of glyphs (their first and last) of a line is one within a word."""
        if not self._is_on(before.base, style):
            self._look, self._wide, self._asked = (before.base, style.size, style.font), 0.0, 0
        if self._asked < _ENOUGH:
            for (first, last), glyph in ((left, left[1] - 1), (right, right[0])):
                if last > first and not fast.generated(self._page, glyph) and self._are_letters(glyph):
                    self._wide = max(self._wide, self._between(glyph))
                    self._asked += 1
        elif self._wide <= _TRACKED * style.size:
            self.plain = style
        if self._wide > _TRACKED * style.size:
            self.line = before.base
        return gap < self._most(self.size(before, style)) and not self._leaning(left[1], right[0], style.size)

    def _are_letters(self, glyph: int) -> bool:
        """Whether a glyph and the next are no marks: a dash stands apart from a word that it is no part of."""
        return all(chr(fast.unicode(self._page, index)).isalnum() for index in (glyph, glyph + 1))

    def size(self, before: Glyphs, style: Style) -> float:
        """The size by which the gap before letters is judged: of the large ones among which they are small capitals."""
        size = style.size
        if before.style.font == style.font:
            size = max(size, min(before.style.size, size / SMALL))
        if self._look is not None and self._is_on(before.base, style):
            size = max(size, self._look[1])
        return size

    def _is_on(self, base: float, style: Style) -> bool:
        """Whether letters are of the line that is asked about, and set apart as its others are: small capitals, made of a
        smaller size, are set as far apart as the large ones before them."""
        if self._look is None or self._look[0] != base or self._look[2] != style.font:
            return False
        return SMALL * style.size <= self._look[1] <= style.size / SMALL

    def _leaning(self, glyph: int, after: int, size: float) -> bool:
        """Whether a letter leans over what stands behind it, as a slanted "f" does, or back over what stands before it, as a
        "J" does: its box ends with its ink, and nobody knows the gap save PDFium, which is right where letters stand close."""
        if self._glue > _GLUE or self._wide > _TRACKED * size:
            return False
        ink = fast.buffer(ctypes.c_double, 4)
        if chr(fast.unicode(self._page, glyph)) == "f":
            fast.loose_box(self._page, glyph, self._at)
            fast.char_box(self._page, glyph, *ink.at)
            if ink.read()[1] > self._box()[2] - 0.005 * size:
                return True
        fast.origin(self._page, after, *ink.at[:2])
        begin = ink.read()[0]
        fast.loose_box(self._page, after, self._at)
        return bool(begin > self._box()[0] + 0.03 * size)

    def _most(self, size: float) -> float:
        return self._wide + _MORE * size if self._wide > _TRACKED * size else self._glue * size

    def add(self, words: list[Glyphs], spans: list[Span], more: Glyphs, last: int) -> None:
        """Adds to the last word what goes on in it, up to glyph `last`; single letters before it that stand as close
        are its beginning."""
        _append(words[-1], more)
        spans[-1] = spans[-1][0], last
        while len(words) > 1 and len(words[-2].text) == 1:
            one, word = words[-2:]
            gap = word.x0 - one.x1
            if (
                not one.text.isalpha()
                or not self._is_on(one.base, one.style)
                or not one_word(one, word.base, gap, word.style)
                or gap >= self._most(self.size(one, word.style))
            ):
                break
            _append(one, words.pop())
            spans[-2:] = [(spans[-2][0], last)]

    def _between(self, glyph: int) -> float:
        """Points between a glyph and the next."""
        fast.loose_box(self._page, glyph, self._at)
        edge = self._box()[2]
        fast.loose_box(self._page, glyph + 1, self._at)
        return float(self._box()[0] - edge)


def _append(word: Glyphs, more: Glyphs) -> None:
    word.text += more.text
    word.x1, word.top, word.bottom = more.x1, min(word.top, more.top), max(word.bottom, more.bottom)


def one_word(left: Glyphs, base: float, gap: float, style: Style) -> bool:
    """Whether a run may be of one word with what stands left of it, by its line, turn and place."""
    size = max(left.style.size, style.size)
    return left.style.turn == style.turn == 0 and abs(left.base - base) < 0.2 * size and -0.3 * size < gap
