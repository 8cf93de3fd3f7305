"""A PDF file from bytes to Document: opening, limits, pages, order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from aiscreen.errors import InputError
from aiscreen.models.document import Document, Hidden, Link
from aiscreen.reading.about import document_date, stuffing
from aiscreen.reading.layout.order import Page, to_lines
from aiscreen.reading.limits import LIMITS, Limits
from aiscreen.reading.pdf.glyphs import Fonts, page_glyphs, placing
from aiscreen.reading.pdf.hidden import part_hidden, pictured
from aiscreen.reading.pdf.links import page_links
from aiscreen.reading.pdf.metadata import metadata
from aiscreen.reading.pdf.shapes import page_shapes

_started = False


def _start() -> None:
    global _started
    if not _started:
        pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
        _started = True


def open_pdf(data: bytes, path: str) -> Any:
    """PDFium's document, or InputError `encrypted` or `damaged`. `data` must outlive it."""
    _start()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise InputError("encrypted", "the PDF needs a password: save it without one and try again", path)
        raise InputError(
            "damaged", "the PDF cannot be opened: ask for it again, or print it to a new PDF", path
        )
    return document


@dataclass(slots=True)
class _Reading:
    """What has been read of a document so far."""

    document: Any
    limits: Limits
    fonts: Fonts = field(default_factory=Fonts)
    pages: list[Page] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    glyphs: int = 0
    pictures: int = 0


def read_pdf(data: bytes, path: str = "", *, limits: Limits = LIMITS, ocr: bool | str = False) -> Document:
    """Reads a PDF. Raises InputError where it cannot be read within `limits`."""
    document = open_pdf(data, path)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise InputError("no-pages", "the PDF has no pages", path)
        if count > limits.pages:
            detail = f"the PDF has {count} pages, more than {limits.pages}: cut it down to the résumé"
            raise InputError("too-large", detail, path)
        reading = _Reading(document, limits)
        for index in range(count):
            page = pdfium.FPDF_LoadPage(document, index)
            if page:
                try:
                    _read_page(reading, page, index + 1, path)
                finally:
                    pdfium.FPDF_ClosePage(page)
        fields = metadata(document)
    finally:
        pdfium.FPDF_CloseDocument(document)
    lines = to_lines(reading.pages)
    if not lines:
        raise _nothing(reading, path)
    return Document(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        kind="pdf",
        pages=count,
        lines=lines,
        hidden=(*reading.hidden, *stuffing(fields)),
        links=tuple(reading.links),
        date=document_date(fields),
        metadata=fields,
    )


def _nothing(reading: _Reading, path: str) -> InputError:
    if reading.pictures:
        detail = "the PDF is a picture of a page without text: install OCR (pip install 'aiscreen[ocr]'), or ask for the file"
        return InputError("scanned", detail, path)
    if not reading.pages:
        return InputError("damaged", "no page of the PDF can be read: ask for it again", path)
    return InputError("no-text", "the PDF holds no visible text", path)


def _read_page(reading: _Reading, page: Any, number: int, path: str) -> None:
    limits = reading.limits
    place, wide, high = placing(page)
    if not 0 < max(wide, high) <= 72 * limits.inches:
        raise InputError("too-large", f"page {number} is {wide / 72:.0f} by {high / 72:.0f} inches", path)
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return
    try:
        count = pdfium.FPDFText_CountChars(textpage)
        reading.glyphs += max(count, 0)
        if count > limits.page_glyphs or reading.glyphs > limits.glyphs:
            raise InputError(
                "too-large", f"page {number} holds more text than any résumé ({reading.glyphs} glyphs)", path
            )
        words = page_glyphs(page, textpage, reading.fonts, place)
        if pdfium.FPDFPage_CountObjects(page) > limits.objects:
            raise InputError("too-large", f"page {number} paints more than {limits.objects} objects", path)
        shapes = page_shapes(page, place, limits.objects)
        words, hidden = part_hidden(page, words, shapes, (wide, high), number)
        reading.links += page_links(reading.document, page, words, place, number)
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    reading.hidden += hidden
    reading.pictures += pictured(shapes.panels, (wide, high)) > 0.5
    reading.pages.append(Page(number, wide, high, words, shapes.dots))
