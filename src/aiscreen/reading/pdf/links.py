"""Links of a page: where they lead, and the words they stand behind."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.models.document import Box, Link
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.places import Place
from aiscreen.text import clean

_URI = 3
_MOST = 500
_LONG = 2048


def page_links(document: Any, page: Any, words: list[Glyphs], place: Place, number: int) -> list[Link]:
    """The links of a page, at most 500, in the file's order; their words are told the address."""
    found: list[Link] = []
    at, link, buffer = ctypes.c_int(0), fast.Handle(), fast.room(_LONG)
    holder, owner = fast.handle(page), fast.handle(document)
    next_at, next_link = fast.pointer(at), fast.pointer(link)
    middles: list[tuple[float, float, Glyphs]] = []
    while len(found) < _MOST and fast.next_link(holder, next_at, next_link):
        uri = _address(owner, link, buffer)
        if not uri:
            continue
        if not middles:
            middles = [((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2, word) for word in words]
        boxes = _boxes(link, place)
        behind = _behind(middles, boxes)
        for word in behind:
            word.link = word.link or uri
        if boxes:
            found.append(Link(uri, clean(" ".join(word.text for word in behind)), number, Box.around(boxes)))
    return found


def _address(document: Any, link: fast.Handle, buffer: Any) -> str:
    action = fast.link_action(link)
    if not action or fast.action_type(action) != _URI:
        return ""
    length = fast.action_uri(document, action, buffer, _LONG)
    if not 0 < length <= _LONG:
        return ""
    return clean(buffer[: length - 1].decode("utf-8", "replace")).strip()


def _boxes(link: fast.Handle, place: Place) -> list[Box]:
    """A box a line that the link stands on."""
    found: list[Box] = []
    count = fast.count_quads(link)
    if count > 1:
        quad, typed = pdfium.FS_QUADPOINTSF(), ctypes.cast(link, pdfium.FPDF_LINK)
        for index in range(min(count, 20)):
            if pdfium.FPDFLink_GetQuadPoints(typed, index, quad):
                corners = [
                    place(quad.x1, quad.y1), place(quad.x2, quad.y2), place(quad.x3, quad.y3), place(quad.x4, quad.y4),
                ]  # fmt: skip
                found.append(Box.of_points(corners))
    if not found:
        edges = fast.buffer(ctypes.c_float, 4)
        if fast.link_bounds(link, edges.at[0]):
            left, top, right, bottom = edges.read()
            found.append(Box.of_points([place(left, top), place(right, bottom)]))
    return found


def _behind(middles: list[tuple[float, float, Glyphs]], boxes: list[Box]) -> list[Glyphs]:
    """The words whose middle is in one of the boxes, in their order."""
    found: dict[int, Glyphs] = {}
    for box in boxes:
        left, right, top, bottom = box.x0 - 0.5, box.x1 + 0.5, box.top - 1, box.bottom + 1
        found |= {word.order: word for x, y, word in middles if top <= y <= bottom and left <= x <= right}
    return [found[order] for order in sorted(found)]
