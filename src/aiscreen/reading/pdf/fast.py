"""PDFium functions that are called for every word or object, bound without ctypes' types.

ctypes makes a pointer object for every typed result, checks every typed argument and lets the interpreter go in every
call; for thousands of calls a page that costs more than PDFium's own work. Bound here is the bare address: arguments
are integers that fit C's int, `Handle`s, and `pointer`s to buffers that are used again and again. Nothing checks them.
What gives out objects by the hundred gives their bare addresses, None for none;
what is asked of glyphs and points that are there tells nothing but what it writes.
"""

from __future__ import annotations

import codecs
import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

import pypdfium2_raw.bindings as pdfium


class Handle(ctypes.c_void_p):
    """The address of something of PDFium's, `value` 0 or None for none; as a result it stays an object."""


def _bind(function: Any, result: Any = ctypes.c_int, *arguments: Any) -> Any:
    where = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(where)


pointer = ctypes.byref


def handle(typed: Any) -> Any:
    """An untyped pointer to what a typed one points to, which must outlive it. It costs least as an argument."""
    address = ctypes.c_void_p.from_buffer(typed).value or 0
    return pointer(ctypes.c_char.from_address(address))


class Buffer:
    """An array of C's numbers that PDFium writes into: pointers to each, and what is in it."""

    def __init__(self, kind: Any, count: int) -> None:
        array = (kind * count)()
        self.at = [pointer(array, ctypes.sizeof(kind) * index) for index in range(count)]
        self.read: Callable[[], list[Any]] = memoryview(array).cast("B").cast(kind._type_).tolist


def utf16(raw: bytes) -> str:
    """Text as PDFium writes it, without the search for a codec that `decode` makes for each."""
    return codecs.utf_16_le_decode(raw, "replace", True)[0]


@cache
def buffer(kind: Any, count: int) -> Buffer:
    """The one buffer of a kind and length, for who reads at once what was written: a page asks for a dozen."""
    return Buffer(kind, count)


@cache
def room(size: int) -> Any:
    """The one array of so many bytes, for the same use: making a kind of array takes longer than filling it."""
    return ctypes.create_string_buffer(size)


def ink(textpage: Any, index: int) -> tuple[float, float, float, float]:
    """The left, right, bottom and top edge of what a glyph paints, in the page's own space."""
    edges = buffer(ctypes.c_double, 4)
    char_box(handle(textpage), index, *edges.at)
    left, right, bottom, top = edges.read()
    return left, right, bottom, top


text_object = _bind(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
text = _bind(pdfium.FPDFText_GetText)
loose_box = _bind(pdfium.FPDFText_GetLooseCharBox, None)
char_box = _bind(pdfium.FPDFText_GetCharBox, None)
origin = _bind(pdfium.FPDFText_GetCharOrigin, None)
generated = _bind(pdfium.FPDFText_IsGenerated)
map_error = _bind(pdfium.FPDFText_HasUnicodeMapError)
unicode = _bind(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
matrix = _bind(pdfium.FPDFText_GetMatrix, None)
font_size = _bind(pdfium.FPDFText_GetFontSize, ctypes.c_double)
fill_color = _bind(pdfium.FPDFPageObj_GetFillColor)
stroke_color = _bind(pdfium.FPDFPageObj_GetStrokeColor)
render_mode = _bind(pdfium.FPDFTextObj_GetTextRenderMode)
font = _bind(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
transparent = _bind(pdfium.FPDFPageObj_HasTransparency)
count_marks = _bind(pdfium.FPDFPageObj_CountMarks)
mark = _bind(pdfium.FPDFPageObj_GetMark, Handle, ctypes.c_void_p, ctypes.c_ulong)
mark_name = _bind(
    pdfium.FPDFPageObjMark_GetName, ctypes.c_int, *[ctypes.c_void_p] * 2, ctypes.c_ulong, ctypes.c_void_p
)
mark_text = _bind(
    pdfium.FPDFPageObjMark_GetParamStringValue,
    ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p,
)  # fmt: skip
page_object = _bind(pdfium.FPDFPage_GetObject, ctypes.c_void_p)
form_object = _bind(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
count_form_objects = _bind(pdfium.FPDFFormObj_CountObjects)
object_type = _bind(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
object_bounds = _bind(pdfium.FPDFPageObj_GetBounds)
object_matrix = _bind(pdfium.FPDFPageObj_GetMatrix)
draw_mode = _bind(pdfium.FPDFPath_GetDrawMode)
stroke_width = _bind(pdfium.FPDFPageObj_GetStrokeWidth)
count_points = _bind(pdfium.FPDFPath_CountSegments)
set_active = _bind(pdfium.FPDFPageObj_SetIsActive)
clip_path = _bind(pdfium.FPDFPageObj_GetClipPath, Handle)
count_clips = _bind(pdfium.FPDFClipPath_CountPaths)
count_clip_points = _bind(pdfium.FPDFClipPath_CountPathSegments)
clip_point = _bind(pdfium.FPDFClipPath_GetPathSegment, Handle)
point = _bind(pdfium.FPDFPathSegment_GetPoint, None)
note = _bind(pdfium.FPDFPage_GetAnnot, Handle)
note_kind = _bind(pdfium.FPDFAnnot_GetSubtype)
close_note = _bind(pdfium.FPDFPage_CloseAnnot, None)
next_link = _bind(pdfium.FPDFLink_Enumerate)
link_action = _bind(pdfium.FPDFLink_GetAction, Handle)
link_bounds = _bind(pdfium.FPDFLink_GetAnnotRect)
count_quads = _bind(pdfium.FPDFLink_CountQuadPoints)
action_type = _bind(pdfium.FPDFAction_GetType)
action_uri = _bind(pdfium.FPDFAction_GetURIPath, ctypes.c_ulong)
