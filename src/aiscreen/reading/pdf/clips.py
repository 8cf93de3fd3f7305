"""Clips: the boxes outside which objects paint nothing."""

from __future__ import annotations

import ctypes

from aiscreen.reading.pdf import fast

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in the space in which the object stands."""
_EVERYWHERE: Edges = (-1e9, -1e9, 1e9, 1e9)
_RECTANGLE = 5
_MOST = 100
"""Clips inside each other, and points of one clip, of which so many are looked at."""


class Clips:
    """The clips of a page's objects. Most objects share theirs, so each is reckoned once."""

    def __init__(self) -> None:
        self._known: dict[int | None, tuple[Edges, bool]] = {}
        self._xy = fast.Buffer(ctypes.c_float, 2)

    def of(self, item: fast.Handle) -> tuple[Edges, bool] | None:
        """The box that an object's clips leave, and whether each is a rectangle; None where nothing clips it."""
        path = fast.clip_path(item)
        count = fast.count_clips(path)
        if count <= 0:
            return None
        last = fast.clip_point(path, count - 1, 0).value  # the innermost clip tells all of those around it
        known = self._known.get(last)
        if known is None:
            known = self._known[last] = self._reckon(path, count)
        return known

    def _reckon(self, path: fast.Handle, count: int) -> tuple[Edges, bool]:
        left, bottom, right, top = _EVERYWHERE
        plain = count <= _MOST
        for index in range(min(count, _MOST)):
            points = fast.count_clip_points(path, index)
            corners = [self._point(path, index, at) for at in range(min(points, _MOST))]
            across, down = [x for x, _ in corners], [y for _, y in corners]
            if points > _RECTANGLE or len({*across}) > 2 or len({*down}) > 2:
                plain = False
            if points > _MOST:
                continue
            left, right = max(left, min(across, default=0.0)), min(right, max(across, default=0.0))
            bottom, top = max(bottom, min(down, default=0.0)), min(top, max(down, default=0.0))
        return (left, bottom, max(left, right), max(bottom, top)), plain

    def _point(self, path: fast.Handle, index: int, at: int) -> tuple[float, float]:
        fast.point(fast.clip_point(path, index, at), *self._xy.at)
        x, y = self._xy.read()
        return x, y
