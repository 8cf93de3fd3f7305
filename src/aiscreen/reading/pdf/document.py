"""A PDF file from bytes to Document: opening, limits, pages, order."""

from __future__ import annotations

import hashlib
from typing import Any

import pypdfium2.raw as pdfium

from aiscreen.errors import InputError
from aiscreen.models.document import Document
from aiscreen.reading.layout.order import Page, to_lines
from aiscreen.reading.limits import LIMITS, Limits
from aiscreen.reading.pdf.glyphs import Fonts, page_glyphs, placing

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


def read_pdf(data: bytes, path: str = "", *, limits: Limits = LIMITS) -> Document:
    """Reads a PDF. Raises InputError where it cannot be read within `limits`."""
    document = open_pdf(data, path)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise InputError("no-pages", "the PDF has no pages", path)
        fonts, pages = Fonts(), []
        for index in range(min(count, limits.pages)):
            page = pdfium.FPDF_LoadPage(document, index)
            if page:
                try:
                    pages.append(_page(page, index + 1, fonts, limits))
                finally:
                    pdfium.FPDF_ClosePage(page)
    finally:
        pdfium.FPDF_CloseDocument(document)
    lines = to_lines(pages)
    if not lines:
        raise InputError("no-text", "the PDF holds no text", path)
    digest = hashlib.sha256(data).hexdigest()
    return Document(path=path, sha256=digest, kind="pdf", pages=count, lines=lines)


def _page(page: Any, number: int, fonts: Fonts, limits: Limits) -> Page:
    _, wide, high = placing(page)
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return Page(number, wide, high, [])
    try:
        return Page(number, wide, high, page_glyphs(page, textpage, fonts, limits.page_glyphs))
    finally:
        pdfium.FPDFText_ClosePage(textpage)
