"""Colour profiles of usual screens are set aside; one that turns colours round is not, and what it hides is found."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import ImageCms

from aiscreen.reading import read
from aiscreen.reading.pdf.profiles import is_usual, without_usual_profiles
from tests.reading.hostile import one_page, pdf, stream

_MADE_NOW = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SRGB = _MADE_NOW[:24] + bytes(12) + _MADE_NOW[36:]  # without its date


def grey(points: list[int], tag: bytes = b"kTRC") -> bytes:
    """A grey profile whose curve goes through points from 0 to 65535."""
    curve = b"curv" + bytes(4) + struct.pack(f">I{len(points)}H", len(points), *points)
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)
    named = {b"wtpt": white, tag: curve + bytes(-len(curve) % 4)}
    table, body, at = struct.pack(">I", len(named)), b"", 132 + 12 * len(named)
    for name, data in named.items():
        table += struct.pack(">4sII", name, at + len(body), len(data))
        body += data
    head = bytearray(128)
    head[8:12], head[12:24], head[36:40] = b"\x02\x10\0\0", b"mntrGRAYXYZ ", b"acsp"
    head[68:80] = struct.pack(">3i", 63190, 65536, 54061)
    profile = bytes(head) + table + body
    return struct.pack(">I", len(profile)) + profile[4:]


SCREEN = [round(65535 * (at / 255) ** 2.2) for at in range(256)]


def painted(profile: bytes, packed: bool, components: int = 1) -> bytes:
    """A page with a word in black of its own, and one in the darkest colour of a profile."""
    content = b"BT /F1 12 Tf 72 700 Td (Ilse Marchetti) Tj /P cs %s sc 0 -40 Td (Kubernetes expert) Tj ET"
    content %= b" ".join([b"0"] * components)
    objects = one_page(content, b"/ColorSpace << /P [/ICCBased 6 0 R] >>")
    objects[6] = (
        stream(zlib.compress(profile), b"/Filter /FlateDecode /N %d" % components)
        if packed
        else stream(profile, b"/N %d" % components)
    )
    return pdf(objects)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(("profile", "components"), [(SRGB, 3), (grey(SCREEN), 1)], ids=["srgb", "grey"])
def test_usual_profiles_are_set_aside(profile: bytes, components: int, packed: bool) -> None:
    data = painted(profile, packed, components)
    assert is_usual(profile)
    assert without_usual_profiles(data) != data
    found = read("a.pdf", data=data)
    assert found.text == "Ilse Marchetti\nKubernetes expert"
    assert {word.color for line in found.lines for word in line.words} == {0}


@pytest.mark.parametrize("packed", [True, False])
def test_a_profile_that_makes_black_white_stays_and_hides_nothing(packed: bool) -> None:
    profile = grey([65535 - point for point in SCREEN])
    data = painted(profile, packed)
    assert without_usual_profiles(data) == data
    found = read("a.pdf", data=data)
    assert found.text == "Ilse Marchetti"
    assert [(one.text, one.reason) for one in found.hidden] == [("Kubernetes expert", "white")]


@pytest.mark.parametrize(
    "profile",
    [
        b"",
        SRGB[:100],
        SRGB[:200],
        SRGB.replace(b"acsp", b"scap"),
        SRGB.replace(b"rTRC", b"rXXX"),
        SRGB.replace(b"para\0\0\0\0\0\3", b"para\0\0\0\0\0\11"),
        grey([0, 65535]),
        grey([65535] * 256),
        grey(SCREEN[:200]),
        grey(SCREEN, b"A2B0"),
        grey([0, 40000, 30000, 65535]),
    ],
    ids=range(11),
)
def test_what_is_no_usual_profile(profile: bytes) -> None:
    assert not is_usual(profile)


def test_other_streams_are_left_alone() -> None:
    data = pdf({**one_page(b"BT ET"), 6: stream(zlib.compress(b"/N 3" * 99), b"/Filter /FlateDecode /N 3")})
    assert without_usual_profiles(data) == data
