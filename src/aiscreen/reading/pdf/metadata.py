"""The information dictionary of a PDF."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.reading.pdf import fast
from aiscreen.text import clean, squeeze

_KEYS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_LONG = 20_000
_SHORT = 1_000
"""Bytes that most fields fit in."""


def metadata(document: Any) -> dict[str, str]:
    """The fields of the information dictionary that are not empty."""
    found: dict[str, str] = {}
    short = fast.room(_SHORT)
    for key in _KEYS:
        name = key.encode()
        buffer, length = short, pdfium.FPDF_GetMetaText(document, name, short, _SHORT)
        if length > _SHORT:
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDF_GetMetaText(document, name, buffer, length)
        if length > 2:
            length = min(length, 2 * _LONG)
            value = squeeze(clean(fast.utf16(buffer[:length]).rstrip("\x00")))
            if value:
                found[key] = value
    return found
