"""Notes and form fields of a page: what they say unseen, and which ones viewers show."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.models.document import NOWHERE, Box, Hidden
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.places import Place
from aiscreen.text import clean, squeeze

_LINK, _FREE_TEXT, _POPUP, _WIDGET = 2, 3, 16, 20
_UNSEEN = 1 << 1 | 1 << 5
"""Flags of an annotation: hidden, not to be viewed."""
_MOST = 300
_LONG = 20_000
_TELLS = 3


@dataclass(slots=True)
class Notes:
    """What a page's annotations say: what a reader does not see; whether viewers paint any text over the page; and what
    notes say that hold no picture of their text: the text, its box, its look as the file tells it."""

    hidden: list[Hidden] = field(default_factory=list)
    painted: bool = False
    typed: list[tuple[str, Box, str]] = field(default_factory=list)


def notes_of(page: Any, place: Place, size: tuple[float, float], number: int) -> Notes:
    """The annotations of a page, links apart. Unseen are those that are flagged hidden, take no place, or lie off the
    page."""
    notes, holder = Notes(), fast.handle(page)
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        item = fast.note(holder, index)
        if not item:
            continue
        kind = fast.note_kind(item)
        if kind not in (_LINK, _POPUP):
            note = ctypes.cast(item, pdfium.FPDF_ANNOTATION)
            box = _box(note, place)
            if pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN or _is_nowhere(box, size):
                text = squeeze(_text(note, b"V" if kind == _WIDGET else b"Contents"))
                if sum(character.isalnum() for character in text) >= _TELLS:
                    notes.hidden.append(Hidden(text, number, box, "annotation"))
            elif kind == _WIDGET or (kind == _FREE_TEXT and pdfium.FPDFAnnot_HasKey(note, b"AP")):
                notes.painted = True
            elif kind == _FREE_TEXT:
                notes.typed.append((_text(note, b"Contents"), box, _text(note, b"DA")))
        fast.close_note(item)
    return notes


def _box(note: Any, place: Place) -> Box:
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(note, rect):
        return NOWHERE
    return Box.of_points([place(rect.left, rect.top), place(rect.right, rect.bottom)])


def _is_nowhere(box: Box, size: tuple[float, float]) -> bool:
    off = box.x1 < 0 or box.bottom < 0 or box.x0 > size[0] or box.top > size[1]
    return off or box.width < 1 or box.height < 1


def _text(note: Any, key: bytes) -> str:
    length = min(pdfium.FPDFAnnot_GetStringValue(note, key, None, 0), _LONG)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, length)
    text = bytes(buffer)[:length].decode("utf-16-le", "replace").rstrip("\0")
    return "\n".join(clean(line) for line in text.splitlines())
