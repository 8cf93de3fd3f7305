"""Notes and form fields that a page holds and does not show."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.models.document import Box, Hidden
from aiscreen.reading.pdf.glyphs import Place
from aiscreen.text import clean, squeeze

_LINK, _POPUP, _WIDGET = 2, 16, 20
_UNSEEN = 1 << 1 | 1 << 5
"""Flags of an annotation: hidden, not to be viewed."""
_MOST = 300
_LONG = 20_000
_TELLS = 3


def unseen_notes(page: Any, place: Place, size: tuple[float, float], number: int) -> list[Hidden]:
    """What annotations say that are flagged hidden, take no place, or lie off the page."""
    found: list[Hidden] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind not in (_LINK, _POPUP):
            box = _box(note, place)
            unseen = pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN or _is_nowhere(box, size)
            text = _text(note, b"V" if kind == _WIDGET else b"Contents") if unseen else ""
            if sum(character.isalnum() for character in text) >= _TELLS:
                found.append(Hidden(text, number, box, "annotation"))
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _box(note: Any, place: Place) -> Box:
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(note, rect):
        return Box(0.0, 0.0, 0.0, 0.0)
    (x0, y0), (x1, y1) = place(rect.left, rect.top), place(rect.right, rect.bottom)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _is_nowhere(box: Box, size: tuple[float, float]) -> bool:
    off = box.x1 < 0 or box.bottom < 0 or box.x0 > size[0] or box.top > size[1]
    return off or box.width < 1 or box.height < 1


def _text(note: Any, key: bytes) -> str:
    length = min(pdfium.FPDFAnnot_GetStringValue(note, key, None, 0), _LONG)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, length)
    return squeeze(clean(bytes(buffer)[:length].decode("utf-16-le", "replace").rstrip("\0")))
