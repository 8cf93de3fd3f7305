"""What a page paints besides text: small shapes that may be bullets, and panels and pictures that text may stand on
or under. Boxes are in points from the top left of the page as seen; `rank` is the place in the order of painting."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2_raw.bindings as pdfium

from aiscreen.models.document import Box
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.clips import Clips
from aiscreen.reading.pdf.places import Place

_TEXT, _PATH, _FORM = 1, 2, 5
_DEEP = 4
_DOT = (1.0, 9.0)
_PANEL = (12.0, 4.0)
_RULE = 2.5
"""Most points of a rule's breadth."""
_DOTS = 2000
"""Small shapes on a page up to which they may be bullets."""
_BROAD = 3.0
"""Width of a line in points from which it covers what it is drawn over."""
_FOR_PATTERNS = frozenset((0xFFFFFF, 0xBFBFBF))
"""What PDFium tells as the colour where a file paints with a pattern."""
Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled area, picture or shading. `color` is None where it has not one: a picture, a shading, a film that lets
    what is below shine through. `plain` where it is a rectangle, so that its box tells where its colour is."""

    rank: int
    box: Box
    color: int | None
    plain: bool = False
    picture: bool = False


@dataclass(slots=True)
class Form:
    """A form (a picture made of objects): its place, and itself with the forms around it."""

    matrix: Matrix = UNIT
    around: tuple[fast.Handle, ...] = ()


@dataclass(slots=True)
class Shapes:
    """The shapes of a page; the rank of each text object by its address, and the form of each that is inside one; the
    addresses of all other objects but forms; the clips of all."""

    dots: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    ranks: dict[int, int] = field(default_factory=dict)
    nested: dict[int, Form] = field(default_factory=dict)
    shapes: list[int] = field(default_factory=list)
    clips: Clips = field(default_factory=Clips)

    @property
    def objects(self) -> int:
        """How many objects there are."""
        return len(self.ranks) + len(self.shapes)


def page_shapes(page: Any, place: Place, limit: int, patterns: bool = False) -> Shapes:
    """The shapes of a page, of at most `limit` objects; `patterns` is whether the file may paint with patterns."""
    shapes, fill = Shapes(), _Fill(_FOR_PATTERNS if patterns else frozenset())
    others = _objects(page, limit, shapes)
    edges = fast.buffer(ctypes.c_float, 4)
    for kind, item, rank, form in others:
        if not fast.object_bounds(item, *edges.at):
            continue
        box = placed(place, form.matrix, *edges.read())
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if _DOT[0] <= wide <= _DOT[1] and _DOT[0] <= high <= _DOT[1] and 0.5 < wide / high < 2:
            shapes.dots.append(box)
        elif (wide < _RULE) != (high < _RULE):
            shapes.rules.append(box)
        elif wide > _PANEL[0] and high > _PANEL[1]:
            clip = shapes.clips.of(item)
            if clip:
                box = _meet(box, placed(place, form.matrix, *clip[0]))
                if box.width <= _PANEL[0] or box.height <= _PANEL[1]:
                    continue  # a frame's side: most of it is clipped away
            if kind != _PATH:
                shapes.panels.append(Panel(rank, box, None, picture=True))
            elif paint := fill.of(item):
                color, plain = paint
                shapes.panels.append(Panel(rank, box, color, plain and (clip is None or clip[1])))
    if len(shapes.dots) > _DOTS:
        shapes.dots = []  # a drawing of dots, no list
    shapes.shapes = [item.value for _, item, _, _ in others if item.value]
    return shapes


def _meet(one: Box, two: Box) -> Box:
    return Box(max(one.x0, two.x0), max(one.top, two.top), min(one.x1, two.x1), min(one.bottom, two.bottom))


class _Fill:
    """What paths are filled with; `unknown` colours may be any."""

    def __init__(self, unknown: frozenset[int]) -> None:
        self._unknown = unknown
        self._mode, self._width = fast.buffer(ctypes.c_int, 2), fast.buffer(ctypes.c_float, 1)
        self._rgba = fast.buffer(ctypes.c_uint, 4)

    def of(self, path: fast.Handle) -> tuple[int | None, bool] | None:
        """The colour that a path fills, or covers with a broad line, and whether it is a rectangle; None where there is
        neither."""
        if not fast.draw_mode(path, *self._mode.at):
            return None
        fills, strokes = self._mode.read()
        if not fills:
            broad = strokes and fast.stroke_width(path, *self._width.at) and self._width.read()[0] > _BROAD
            if not broad:
                return None
        color_of = fast.fill_color if fills else fast.stroke_color
        if not color_of(path, *self._rgba.at):
            return None, False
        red, green, blue, alpha = self._rgba.read()
        color = red << 16 | green << 8 | blue
        if not alpha:
            return None
        if alpha < 255 or color in self._unknown or fast.transparent(path):
            return None, False
        return color, bool(fills) and fast.count_points(path) <= 6


def _objects(page: Any, limit: int, shapes: Shapes) -> list[tuple[int, fast.Handle, int, Form]]:
    """A page's objects, those in forms included, ranked in the order of painting: texts are noted in the shapes, the
    others returned with their kinds."""
    kind_of, rank = fast.object_type, 0
    others: list[tuple[int, fast.Handle, int, Form]] = []
    ranks, top = shapes.ranks, Form()
    stack: list[tuple[Any, Any, int, int, Form]] = [
        (fast.page_object, fast.handle(page), 0, pdfium.FPDFPage_CountObjects(page), top)
    ]
    while stack and rank < limit:
        get, holder, start, count, form = stack.pop()
        for at in range(start, min(count, start + limit - rank)):
            address = get(holder, at)
            kind = kind_of(address)
            rank += 1
            if kind == _TEXT:
                ranks[address] = rank
                if form is not top:
                    shapes.nested[address] = form
                continue
            item = fast.Handle(address)
            if kind != _FORM:
                others.append((kind, item, rank, form))
            elif len(form.around) < _DEEP:
                stack.append((get, holder, at + 1, count, form))
                inner = Form(_times(_matrix(item), form.matrix), (*form.around, item))
                stack.append((fast.form_object, item, 0, fast.count_form_objects(item), inner))
                break
    return others


def _matrix(item: fast.Handle) -> Matrix:
    values = fast.buffer(ctypes.c_float, 6)
    if not fast.object_matrix(item, values.at[0]):
        return UNIT
    a, b, c, d, e, f = values.read()
    return a, b, c, d, e, f


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def placed(place: Place, matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The box as seen around a box in a form's own space."""
    if matrix is UNIT:
        (x0, y0), (x1, y1) = place(left, top), place(right, bottom)
        if x0 <= x1 and y0 <= y1:
            return Box(x0, y0, x1, y1)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    a, b, c, d, e, f = matrix
    corners = [
        place(a * x + c * y + e, b * x + d * y + f)
        for x, y in ((left, bottom), (left, top), (right, bottom), (right, top))
    ]
    return Box.of_points(corners)
