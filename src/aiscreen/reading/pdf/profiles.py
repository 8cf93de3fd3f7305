"""Colour profiles of usual screens are set aside before PDFium opens a file.

Building a profile's transform takes PDFium longer than all the rest of a page (typesetters and macOS put the same sRGB
and grey profiles into every file), and such a profile says what device colours mean anyway. A profile that is anything
else, which could make black text white, stays.
"""

from __future__ import annotations

import re
import struct
import zlib
from itertools import pairwise

_STREAM = re.compile(rb"/N\s+[13](?!\d)[^<>]{0,400}>>\s*stream\r?\n")
_MOST = 8192
_PROFILE = b"acsp"
_COLORANTS = (
    (b"rXYZ", (0.436, 0.222, 0.014)),
    (b"gXYZ", (0.385, 0.717, 0.097)),
    (b"bXYZ", (0.143, 0.061, 0.714)),
)
"""Of sRGB, as profiles give them: adapted to D50."""
_PARAMETERS = (1, 3, 4, 5, 7)


def without_usual_profiles(data: bytes) -> bytes:
    """A PDF in which the profiles that mean no more than device colours cannot be unpacked, so that these are taken."""
    patched: bytearray | None = None
    for match in _STREAM.finditer(data):
        start = match.end()
        raw = data[start : start + _MOST]
        packed = raw[36:40] != _PROFILE
        if is_usual(_unpacked(raw) if packed else raw):
            patched = patched or bytearray(data)
            mark = start if packed else start + 36  # of a packed stream, or of a profile
            patched[mark : mark + 2] = b"\0\0"
    return bytes(patched) if patched else data


def _unpacked(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, _MOST)
    except zlib.error:
        return b""


def is_usual(profile: bytes) -> bool:
    """Whether an ICC profile is of grey or of sRGB's colours, with a screen's curve from black to white."""
    kind = profile[16:20]
    if profile[36:40] != _PROFILE or kind not in (b"RGB ", b"GRAY") or profile[20:24] != b"XYZ ":
        return False
    try:
        (count,) = struct.unpack_from(">I", profile, 128)
        table = (struct.unpack_from(">4sII", profile, 132 + 12 * at) for at in range(min(count, 50)))
        tags = {name: profile[offset : offset + size] for name, offset, size in table}
        if count > 50 or any(name[:2] in (b"A2", b"B2", b"D2") for name in tags):
            return False
        if kind == b"GRAY":
            return _is_screen(tags[b"kTRC"])
        near = all(
            abs(value / 65536 - usual) < 0.02
            for name, colorant in _COLORANTS
            for value, usual in zip(struct.unpack_from(">3i", tags[name], 8), colorant, strict=True)
        )
        return near and all(_is_screen(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC"))
    except (struct.error, KeyError):
        return False


def _is_screen(curve: bytes) -> bool:
    """Whether a curve goes from black to white, and has a screen's grey in the middle."""
    if curve[:4] == b"curv":
        (count,) = struct.unpack_from(">I", curve, 8)
        if count == 1:
            return bool(1.7 < struct.unpack_from(">H", curve, 12)[0] / 256 < 2.7)
        points = struct.unpack_from(f">{min(count, _MOST)}H", curve, 12)
        rising = all(one <= two for one, two in pairwise(points))
        return (
            count > 2
            and rising
            and _is_grey(points[0] / 65535, points[count // 2] / 65535, points[-1] / 65535)
        )
    (kind,) = struct.unpack_from(">H", curve, 8)
    if curve[:4] != b"para" or kind >= len(_PARAMETERS):
        return False
    values = [value / 65536 for value in struct.unpack_from(f">{_PARAMETERS[kind]}i", curve, 12)]
    return 1.0 <= values[0] < 4 and _is_grey(*(_parametric(kind, values, x) for x in (0.0, 0.5, 1.0)))


def _parametric(kind: int, values: list[float], x: float) -> float:
    """ICC's function types: a power, of part of the range, with a straight part below."""
    g, a, b, c, d, e, f = (values + [0.0] * 6)[:7] if kind else (values[0], 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    if kind in (1, 2):
        d, e, f = (-b / a if a else 0.0), c, c
        c = 0.0
    return max(0.0, a * x + b) ** g + (e if kind != 3 else 0.0) if x >= d else c * x + f


def _is_grey(black: float, middle: float, white: float) -> bool:
    return black < 0.02 and 0.15 < middle < 0.31 and white > 0.98
