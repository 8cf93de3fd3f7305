"""A PDF file from bytes to Document: opening, limits, pages, order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.errors import InputError
from aiscreen.models.document import Document, Hidden, Link
from aiscreen.reading.about import document_date, stuffing
from aiscreen.reading.layout.furniture import drop_furniture
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.lines import finish
from aiscreen.reading.layout.order import Page, to_lines
from aiscreen.reading.limits import LIMITS, Limits
from aiscreen.reading.pdf.annotations import Notes, notes_of
from aiscreen.reading.pdf.glyphs import page_glyphs, page_text
from aiscreen.reading.pdf.hidden import part_hidden, pictured
from aiscreen.reading.pdf.links import page_links
from aiscreen.reading.pdf.looking import draw_page
from aiscreen.reading.pdf.metadata import metadata
from aiscreen.reading.pdf.overlays import Copy, typed_words
from aiscreen.reading.pdf.places import placing
from aiscreen.reading.pdf.profiles import without_usual_profiles
from aiscreen.reading.pdf.second import DOUBT, doubt, second_look
from aiscreen.reading.pdf.shapes import page_shapes
from aiscreen.reading.pdf.styles import Fonts
from aiscreen.reading.pdf.swapped import unswap
from aiscreen.reading.pdf.unnamed import from_codes, left_out, makes_words, unmapped
from aiscreen.reading.pdf.veils import View, may_have

_PIXELS = 40_000_000
_CROWDED = 5000
"""Objects on a page from which a second look takes longer than it is worth."""
_UNNAMED = 0.6
"""Share of glyphs without a character from which a page is no more than a picture of its text."""
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


_UNREAD = "ask for the file it was made from, or read it with OCR (install tesseract, then --ocr)"


@dataclass(slots=True)
class _Reading:
    """What has been read of a document so far; `codes` once a page showed that its fonts' codes are characters."""

    data: bytes
    copy: Copy
    path: str
    document: Any
    limits: Limits
    ocr: bool | str
    layers: bool
    patterns: bool
    fonts: Fonts = field(default_factory=Fonts)
    pages: list[Page] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    glyphs: int = 0
    pictures: int = 0
    codes: bool = False


def read_pdf(data: bytes, path: str = "", *, limits: Limits = LIMITS, ocr: bool | str = False) -> Document:
    """Reads a PDF. Raises InputError where it cannot be read within `limits`.

    `ocr` recognises pages that are pictures: True demands it, "auto" uses it where it is installed.
    """
    painted = without_usual_profiles(data)
    document, copy = open_pdf(painted, path), Copy(painted)
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise InputError("no-pages", "the PDF has no pages", path)
        if count > limits.pages:
            detail = f"the PDF has {count} pages, more than {limits.pages}: cut it down to the résumé"
            raise InputError("too-large", detail, path)
        reading = _Reading(data, copy, path, document, limits, ocr, *may_have(data))
        for index in range(count):
            page = pdfium.FPDF_LoadPage(document, index)
            if page:
                try:
                    _read_page(reading, page, index + 1)
                finally:
                    pdfium.FPDF_ClosePage(page)
        fields = metadata(document)
    finally:
        copy.close()
        pdfium.FPDF_CloseDocument(document)
    running = drop_furniture(reading.pages) if reading.pages else []
    lines = to_lines(reading.pages)
    if not lines:
        raise _nothing(reading)
    return Document(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        kind="pdf",
        pages=count,
        lines=lines,
        hidden=(*reading.hidden, *stuffing(fields, lines)),
        links=tuple(reading.links),
        date=document_date(fields),
        metadata=fields,
        warnings=tuple(reading.warnings),
        running=finish([[row] for row in running], []),
    )


def _nothing(reading: _Reading) -> InputError:
    if reading.pictures:
        detail = f"the PDF is a picture of text, or its fonts name no characters: {_UNREAD}"
        return InputError("scanned", detail, reading.path)
    if not reading.pages:
        return InputError("damaged", "no page of the PDF can be read: ask for it again", reading.path)
    return InputError("no-text", "the PDF holds no visible text", reading.path)


def _read_page(reading: _Reading, page: Any, number: int) -> None:
    limits, path = reading.limits, reading.path
    place, wide, high = placing(page)
    if not 0 < max(wide, high) <= 72 * limits.inches:
        raise InputError("too-large", f"page {number} is {wide / 72:.0f} by {high / 72:.0f} inches", path)
    view = View(place, (wide, high), reading.layers)
    notes = notes_of(page, place, view.size, number)
    reading.hidden += notes.hidden
    if not notes.painted:
        _read_shown(reading, page, page, view, notes, number)
        return
    with reading.copy.page(number - 1) as shown:
        _read_shown(reading, page, shown or page, view, notes, number)


def _read_shown(reading: _Reading, page: Any, shown: Any, view: View, notes: Notes, number: int) -> None:
    """Reads a page as `shown`, with what viewers paint over it; its links are the page's own."""
    limits, path, place = reading.limits, reading.path, view.place
    wide, high = view.size
    textpage = pdfium.FPDFText_LoadPage(shown)
    if not textpage:
        return
    try:
        count = pdfium.FPDFText_CountChars(textpage)
        reading.glyphs += max(count, 0)
        if count > limits.page_glyphs or reading.glyphs > limits.glyphs:
            detail = f"page {number} holds more text than any résumé ({reading.glyphs} glyphs)"
            raise InputError("too-large", detail, path)
        if pdfium.FPDFPage_CountObjects(shown) > limits.objects:
            raise InputError("too-large", f"page {number} paints more than {limits.objects} objects", path)
        text, unnamed = page_text(textpage, count), unmapped(textpage, count)
        if unnamed >= DOUBT and (reading.codes or makes_words(text)):
            text, unnamed, reading.codes = from_codes(text, textpage), 0.0, True
        if missing := left_out(text, textpage):
            reading.warnings.append(
                f"page {number}: {missing} letter{'s' * (missing > 1)} of its words left out, since the fonts do not tell "
                "which they are; look at the page itself"
            )
        words = page_glyphs(shown, textpage, text, reading.fonts, place)
        shapes = page_shapes(shown, place, limits.objects, reading.patterns)
        words, hidden = part_hidden(shown, words, shapes, view, number)
        look = partial(second_look, reading.data, number - 1) if shapes.objects < _CROWDED else list
        words, swapped = unswap(words, place, number, look)
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    reading.hidden += [*hidden, *swapped]
    for note in notes.typed:
        words += typed_words(*note, first=words[-1].order + 1 if words else 0)
    pictures = reading.pictures
    words = _doubted(reading, words, number, unnamed, look)
    reading.pictures += pictured(shapes.panels, (wide, high)) > 0.4
    if not words and reading.pictures > pictures:
        words = _recognised(reading, shown, wide, high, number)
    reading.links += page_links(reading.document, page, words, place, number)
    reading.pages.append(Page(number, wide, high, words, shapes.dots, shapes.rules))


def _doubted(
    reading: _Reading, words: list[Glyphs], number: int, unnamed: float, look: Callable[[], list[Glyphs]]
) -> list[Glyphs]:
    """The words, or those of a second look where that is better; none where most glyphs name no character."""
    first = doubt(words)
    if first < DOUBT and unnamed < DOUBT:
        return words
    other = look()
    second = doubt(other) if other else 1.0
    if max(unnamed, min(first, second)) >= _UNNAMED or (unnamed >= DOUBT and second >= _UNNAMED):
        reading.warnings.append(
            f"page {number}: its fonts do not tell which characters they draw; only OCR can read it"
        )
        reading.pictures += 1
        return []
    if other and second < 0.8 * first:
        words, first = other, second
    if first >= DOUBT:
        reading.warnings.append(
            f"page {number}: part of the text names no characters; look at the page itself"
        )
    return words


def _recognised(reading: _Reading, page: Any, wide: float, high: float, number: int) -> list[Glyphs]:
    """The words of a page that is a picture: none without OCR, which a warning says (the rest may be text)."""
    from aiscreen.reading import ocr

    if not reading.ocr or (reading.ocr == "auto" and not ocr.available()):
        reading.warnings.append(f"page {number} is a picture and was not read: {_UNREAD}")
        return []
    across, down = round(wide / 72 * ocr.DPI), round(high / 72 * ocr.DPI)
    if across * down > _PIXELS:
        raise InputError("too-large", f"page {number} is too large for OCR", reading.path)
    words = ocr.recognise(
        ocr.Scan(draw_page(page, across, down), across, down), reading.path, reading.limits.seconds
    )
    reading.warnings.append(f"page {number} was read by OCR")
    return words
