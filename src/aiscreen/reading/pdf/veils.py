"""What may keep a text object from being seen though its own colour would show: a layer that is switched off, a mask or
blending, a clip, and the same of the forms that it stands in."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable
from dataclasses import dataclass

from aiscreen.models.document import Box
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.clips import Clip
from aiscreen.reading.pdf.places import Place
from aiscreen.reading.pdf.shapes import UNIT, Matrix, Shapes, placed

_NAMES = re.compile(rb"/(?:OC|ObjStm|O?#|PatternType)")
_OC = [79, 67, 0]


def may_have(data: bytes) -> tuple[bool, bool]:
    """Whether a PDF file may hold optional content, and patterns as colours: it says so (a name may be spelled by
    codes), or has packed objects that might."""
    names = set(_NAMES.findall(data))
    patterns = not names.isdisjoint((b"/PatternType", b"/ObjStm"))
    return bool(names - {b"/PatternType"}), patterns


@dataclass(frozen=True, slots=True)
class View:
    """A page as seen: where its points are, its width and height, whether the file may have `layers`."""

    place: Place
    size: tuple[float, float]
    layers: bool = False


class Veils:
    """The veils over a page's text objects."""

    def __init__(self, shapes: Shapes, view: View) -> None:
        self._nested, self._clips = shapes.nested, shapes.clips
        self._place, self._size, self._layers = view.place, view.size, view.layers
        self._name, self._length = fast.buffer(ctypes.c_ushort, 8), fast.buffer(ctypes.c_ulong, 1)
        self._left: dict[tuple[Clip, Matrix], tuple[Box | None, bool]] = {}

    def over(self, addresses: Iterable[int]) -> tuple[dict[int, str], dict[int, Box]]:
        """By text object: why it may be unseen wherever it stands; and the box outside which it is unseen."""
        reasons: dict[int, str] = {}
        boxes: dict[int, Box] = {}
        for address in addresses:
            item = fast.Handle(address)
            form = self._nested.get(address)
            reason = self._reason(item)
            clip, plain = self._clip(item, form.matrix if form else UNIT)
            for around in form.around if form else ():
                # a form itself may be a layer, which only looking tells
                reason = reason or self._reason(around) or ("hidden-layer" if self._layers else "")
                plain = plain and self._clips.of(around) is None
            if not reason and not plain:
                reason = "clipped"
            if reason:
                reasons[address] = reason
            elif clip is not None:
                boxes[address] = clip
        return reasons, boxes

    def _reason(self, item: fast.Handle) -> str:
        if fast.transparent(item):
            return "transparent"
        return "hidden-layer" if self._layers and self._in_layer(item) else ""

    def _clip(self, item: fast.Handle, matrix: Matrix) -> tuple[Box | None, bool]:
        """The box that is left of an object, None for the whole page, and whether the clip is a plain box."""
        clip = self._clips.of(item)
        if clip is None:
            return None, True
        left = self._left.get((clip, matrix))
        if left is None:
            box = placed(self._place, matrix, *clip[0])
            whole = box.x0 <= 0 and box.top <= 0 and box.x1 >= self._size[0] and box.bottom >= self._size[1]
            left = self._left[clip, matrix] = (None if whole else box, clip[1])
        return left

    def _in_layer(self, item: fast.Handle) -> bool:
        """Whether an object is marked as optional content."""
        for index in range(min(fast.count_marks(item), 8)):
            mark = fast.mark(item, index)
            named = mark and fast.mark_name(mark, self._name.at[0], 16, self._length.at[0])
            if named and self._name.read()[:3] == _OC:
                return True
        return False
