"""What a viewer paints over a page: the values of form fields, and notes typed on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.models.document import Box
from aiscreen.reading.layout.glyphs import Glyphs, Style

_SIZE = re.compile(r"([\d.]+)\s+Tf")
_WIDE, _SPACE = 0.5, 0.28
"""Width of a letter and of a space of a usual font, of the size."""


class Copy:
    """A copy of a document, opened when a page of it is asked for, whose pages hold what viewers paint over them. `data`
    must outlive it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None
        self._form: Any = None
        self._asked: Any = None

    @contextmanager
    def page(self, index: int) -> Iterator[Any]:
        """A page, what is painted over it made a part of it; None where that fails. Fields that hold a value and no
        picture of it are given one."""
        if self._document is None:
            self._document = pdfium.FPDF_LoadMemDocument64(self._data, len(self._data), None)
            self._asked = pdfium.FPDF_FORMFILLINFO(version=2)  # PDFium keeps a pointer to it
            self._form = pdfium.FPDFDOC_InitFormFillEnvironment(self._document, self._asked)
        page = pdfium.FPDF_LoadPage(self._document, index)
        pdfium.FORM_OnAfterLoadPage(page, self._form)
        done = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FORM_OnBeforeClosePage(page, self._form)
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(self._document, index) if done != pdfium.FLATTEN_FAIL else None
        try:
            yield page
        finally:
            if page:
                pdfium.FPDF_ClosePage(page)

    def close(self) -> None:
        """Closes the copy where it was opened."""
        if self._document is not None:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self._form)
            pdfium.FPDF_CloseDocument(self._document)


def typed_words(text: str, box: Box, look: str, first: int) -> list[Glyphs]:
    """The words of a note that holds no picture of its text, where a viewer would about set them: from the top of its
    box on, at the size that its `look` names. `first` is the rank in painting of the first."""
    named = _SIZE.search(look)
    size = (
        min(max(float(named[1]) if named and named[1].count(".") < 2 else 0.0, 4.0), 40.0) if named else 10.0
    )
    style = Style(size, False, False, "", 0, 255, 0, 0)
    words: list[Glyphs] = []
    top = box.top + 2
    for line in text.splitlines():
        x = box.x0 + 2
        for word in line.split():
            wide = _WIDE * size * len(word)
            if x + wide > box.x1 and x > box.x0 + 2:
                x, top = box.x0 + 2, top + 1.2 * size
            words.append(
                Glyphs(word, x, top, x + wide, top + size, top + 0.8 * size, style, first + len(words), True)
            )
            x += wide + _SPACE * size
        top += 1.2 * size
    return words
