"""The information dictionary of a PDF."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from aiscreen.text import clean, squeeze

_KEYS = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_LONG = 20_000


def metadata(document: Any) -> dict[str, str]:
    """The fields of the information dictionary that are not empty."""
    found: dict[str, str] = {}
    for key in _KEYS:
        name = key.encode()
        length = pdfium.FPDF_GetMetaText(document, name, None, 0)
        if length > 2:
            length = min(length, 2 * _LONG)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDF_GetMetaText(document, name, buffer, length)
            value = squeeze(clean(buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")))
            if value:
                found[key] = value
    return found
