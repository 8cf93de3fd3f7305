"""PDFium functions that are called for every word or object, bound with plain addresses in place of typed pointers.

ctypes makes a pointer object for every typed result and checks every typed argument; for thousands of calls a page
that costs more than PDFium's own work. Addresses are plain integers: handles that other modules got from pypdfium2 are
turned into one by `address`.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _INT, _UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint


def _bind(function: Any, result: Any, *arguments: Any) -> Any:
    where = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(where)


def address(handle: Any) -> int:
    """The address behind a typed handle, 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0 if handle else 0


text_object = _bind(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
loose_box = _bind(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
origin = _bind(pdfium.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
generated = _bind(pdfium.FPDFText_IsGenerated, _INT, _ADDRESS, _INT)
map_error = _bind(pdfium.FPDFText_HasUnicodeMapError, _INT, _ADDRESS, _INT)
matrix = _bind(pdfium.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
font_size = _bind(pdfium.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
fill_color = _bind(pdfium.FPDFPageObj_GetFillColor, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
render_mode = _bind(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
font = _bind(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
count_marks = _bind(pdfium.FPDFPageObj_CountMarks, _INT, _ADDRESS)
mark = _bind(pdfium.FPDFPageObj_GetMark, _ADDRESS, _ADDRESS, ctypes.c_ulong)
mark_name = _bind(pdfium.FPDFPageObjMark_GetName, _INT, _ADDRESS, _ADDRESS, ctypes.c_ulong, _ADDRESS)
page_object = _bind(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
form_object = _bind(pdfium.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, ctypes.c_ulong)
object_type = _bind(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)
set_active = _bind(pdfium.FPDFPageObj_SetIsActive, _INT, _ADDRESS, _INT)
