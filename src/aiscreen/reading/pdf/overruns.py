"""Words that run into the next cell: what overfull columns paint over each other are two words."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from aiscreen.reading.pdf import fast

_RUN = re.compile(r"[^\s\x00]+")
_SEAM = re.compile(r"[a-zß-ÿ](?=[A-ZÀ-Þ])|(?:19|20)\d\d(?=[^\W\d_]{2})")
"""Behind what two cells may meet: a small letter before a capital, a year before letters."""


def runs(text: str, textpage: Any) -> Iterator[tuple[int, int, str]]:
    """The words of a page's text: where each begins and ends, and its letters. A word whose second half is painted by
    itself, back over the end of the first, is two."""
    seams = [seam.end() for seam in _SEAM.finditer(text) if _is_overrun(textpage, seam.end())]
    for run in _RUN.finditer(text):
        begin, end = run.span()
        written = run.group()
        for at in [at for at in seams if begin < at < end] if seams else ():
            yield begin, at, text[begin:at]
            begin, written = at, text[at:end]
        yield begin, end, written


def _is_overrun(textpage: Any, at: int) -> bool:
    """Whether the glyph at an index begins an object of its own, left of where the one before it ends, or right there in
    letters of another size."""
    if fast.text_object(textpage, at - 1) == fast.text_object(textpage, at):
        return False
    before, begun = fast.buffer(ctypes.c_double, 8), fast.buffer(ctypes.c_double, 4)
    fast.char_box(textpage, at - 1, *before.at[:4])
    fast.char_box(textpage, at, *begun.at)
    other = abs(fast.font_size(textpage, at) - fast.font_size(textpage, at - 1)) > 0.5
    return bool(begun.read()[0] < before.read()[1] + 2.0 * other)
