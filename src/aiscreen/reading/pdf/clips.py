"""Clips: the boxes outside which objects paint nothing."""

from __future__ import annotations

import ctypes

from aiscreen.reading.pdf import fast

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in the space in which the object stands."""
Clip = tuple[Edges, bool]
"""The box that clips leave, and whether each of them is a rectangle."""
_EVERYWHERE: Edges = (-1e9, -1e9, 1e9, 1e9)
_NOWHERE: Edges = (0.0, 0.0, 0.0, 0.0)
_RECTANGLE = 5
_MOST = 100
"""Clips inside each other, and points of one clip, of which so many are looked at."""


class Clips:
    """The clips of a page's objects. Most objects share theirs, so each is reckoned once."""

    def __init__(self) -> None:
        self._known: dict[int | None, Clip] = {}
        self._paths: dict[int | None, Clip] = {}
        self._xy = fast.buffer(ctypes.c_float, 2)

    def of(self, item: fast.Handle) -> Clip | None:
        """The box that an object's clips leave, and whether each is a rectangle; None where nothing clips it."""
        clip = fast.clip_path(item)
        count = fast.count_clips(clip)
        if count <= 0:
            return None
        last = fast.clip_point(clip, count - 1, 0).value  # the innermost path tells all of those around it
        known = self._known.get(last)
        if known is None:
            known = self._known[last] = self._meet(clip, count)
        return known

    def _meet(self, clip: fast.Handle, count: int) -> Clip:
        left, bottom, right, top = _EVERYWHERE
        plain = count <= _MOST
        for index in range(min(count, _MOST)):
            first = fast.clip_point(clip, index, 0).value
            path = self._paths.get(first)
            if path is None:
                path = self._paths[first] = self._path(clip, index)
            (x0, y0, x1, y1), rectangle = path
            left, bottom, right, top = max(left, x0), max(bottom, y0), min(right, x1), min(top, y1)
            plain = plain and rectangle
        return (left, bottom, max(left, right), max(bottom, top)), plain

    def _path(self, clip: fast.Handle, index: int) -> Clip:
        """The box around one path, and whether that is the path itself; everywhere for one of very many points."""
        count = fast.count_clip_points(clip, index)
        if not 0 < count <= _MOST:
            return (_EVERYWHERE, False) if count > 0 else (_NOWHERE, True)
        (at_x, at_y), read = self._xy.at, self._xy.read
        points: list[list[float]] = []
        for at in range(count):
            fast.point(fast.clip_point(clip, index, at), at_x, at_y)
            points.append(read())
        xs, ys = zip(*points, strict=True)
        rectangle = count <= _RECTANGLE and len({*xs}) <= 2 and len({*ys}) <= 2
        return (min(xs), min(ys), max(xs), max(ys)), rectangle
