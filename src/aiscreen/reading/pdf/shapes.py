"""What a page paints besides text: small shapes that may be bullets, and panels and pictures that text may stand on
or under. Boxes are in points from the top left of the page as seen; `rank` is the place in the order of painting."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from aiscreen.models.document import Box
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.glyphs import Place

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_DEEP = 4
_DOT = (1.0, 9.0)
_PANEL = (12.0, 4.0)
Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled area, picture or shading. `color` is None for a picture or shading; `plain` where it is an opaque
    rectangle, so that its box tells where its colour is."""

    rank: int
    box: Box
    color: int | None
    plain: bool = False


@dataclass(slots=True)
class Shapes:
    """The shapes of a page; where there are panels, the rank of each text object by its handle. `nested` are text
    objects inside forms."""

    dots: list[Box] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    ranks: dict[int, int] = field(default_factory=dict)
    nested: set[int] = field(default_factory=set)
    objects: int = 0


def page_shapes(page: Any, place: Place, limit: int) -> Shapes:
    """The shapes of a page, of at most `limit` objects."""
    shapes = Shapes()
    edges = [ctypes.c_float() for _ in range(4)]
    texts: list[tuple[int, int, int]] = []
    others: list[tuple[int, int, int, Matrix]] = []
    shapes.objects = _objects(page, limit, texts, others)
    for kind, where, rank, matrix in others:
        item = ctypes.cast(where, pdfium.FPDF_PAGEOBJECT)
        if not pdfium.FPDFPageObj_GetBounds(item, *edges):
            continue
        box = _placed(place, matrix, edges[0].value, edges[1].value, edges[2].value, edges[3].value)
        if kind == _PATH:
            _add_path(shapes, item, rank, box)
        elif box.width > _PANEL[0] and box.height > _PANEL[1]:
            shapes.panels.append(Panel(rank, box, None))
        elif _is_dot(box):
            shapes.dots.append(box)
    if shapes.panels:
        shapes.ranks = {item: rank for item, rank, _ in texts}
    shapes.nested = {item for item, _, depth in texts if depth}
    return shapes


def _is_dot(box: Box) -> bool:
    low, high = _DOT
    return low <= box.width <= high and low <= box.height <= high and 0.5 < box.width / box.height < 2


def _add_path(shapes: Shapes, path: Any, rank: int, box: Box) -> None:
    if _is_dot(box):
        shapes.dots.append(box)
        return
    if box.width <= _PANEL[0] or box.height <= _PANEL[1]:
        return
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, stroke) or mode.value == 0:
        return
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha) and alpha.value > 0:
        color = red.value << 16 | green.value << 8 | blue.value
        plain = alpha.value == 255 and pdfium.FPDFPath_CountSegments(path) <= 6
        shapes.panels.append(Panel(rank, box, color, plain))


def _objects(
    page: Any, limit: int, texts: list[tuple[int, int, int]], others: list[tuple[int, int, int, Matrix]]
) -> int:
    """Sorts a page's objects, those in forms included, into texts and others, ranked in the order of painting."""
    kind_of, rank = fast.object_type, 0
    stack: list[tuple[Any, int, int, int, Matrix]] = [
        (fast.page_object, fast.address(page), 0, pdfium.FPDFPage_CountObjects(page), _UNIT)
    ]
    while stack and rank < limit:
        get, holder, start, count, matrix = stack.pop()
        depth = len(stack)
        for at in range(start, count):
            item = get(holder, at)
            kind = kind_of(item) if item else 0
            rank += 1
            if kind == _TEXT:
                texts.append((item, rank, depth))
            elif kind != _FORM and item:
                others.append((kind, item, rank, matrix))
            elif item and depth < _DEEP:
                stack.append((get, holder, at + 1, count, matrix))
                form = ctypes.cast(item, pdfium.FPDF_PAGEOBJECT)
                inner = pdfium.FPDFFormObj_CountObjects(form)
                stack.append((fast.form_object, item, 0, inner, _times(_matrix(form), matrix)))
                break
            if rank >= limit:
                break
    return rank


def _matrix(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _UNIT
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _placed(place: Place, matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    if matrix is _UNIT:
        (x0, y0), (x1, y1) = place(left, top), place(right, bottom)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    a, b, c, d, e, f = matrix
    corners = [
        place(a * x + c * y + e, b * x + d * y + f)
        for x, y in ((left, bottom), (left, top), (right, bottom), (right, top))
    ]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(down), max(across), max(down))
