"""Where a drawing floats: text boxes that lie off the page, or are switched off, are seen by nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aiscreen.reading.docx.package import Element, W

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ON_PAPER = ("page", "leftMargin", "topMargin", "left-margin-area", "top-margin-area")
"""What a place is counted from where that is the edge of the paper."""
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12.0, "": 1.0}
_LENGTH = re.compile(r"\s*(-?[\d.]+)\s*(pt|in|cm|mm|px|pc|)\s*")
_EMU = 12700
_EDGE = 2.0
"""Points of a box that may reach into the page and still show nothing."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's width and height and its left and top margins in points."""

    wide: float = 612.0
    high: float = 792.0
    left: float = 72.0
    top: float = 72.0

    @classmethod
    def of(cls, root: Element) -> Paper:
        """The first section's paper: that of the first page."""
        section = root.find(f".//{W}sectPr")
        if section is None:
            return cls()
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        return cls(
            _twips(size, "w", 612.0),
            _twips(size, "h", 792.0),
            _twips(margins, "left", 72.0),
            _twips(margins, "top", 72.0),
        )


def is_off(drawing: Element, paper: Paper) -> bool:
    """Whether a drawing (DrawingML or VML) lies wholly off the page or is hidden."""
    anchor = drawing.find(_WP + "anchor")
    if anchor is not None:
        return _anchored_off(anchor, paper)
    return any(_shape_off(shape.get("style", ""), paper) for shape in drawing if "style" in shape.attrib)


def _anchored_off(anchor: Element, paper: Paper) -> bool:
    named, extent = anchor.find(_WP + "docPr"), anchor.find(_WP + "extent")
    if named is not None and named.get("hidden") in ("1", "true"):
        return True
    for axis, length, margin, size in (
        ("positionH", paper.wide, paper.left, "cx"),
        ("positionV", paper.high, paper.top, "cy"),
    ):
        position = anchor.find(_WP + axis)
        offset = position.findtext(_WP + "posOffset") if position is not None else None
        if position is None or offset is None:
            continue
        at = _number(offset) / _EMU
        long = _number(extent.get(size, "0")) / _EMU if extent is not None else 0.0
        if _is_off(at, long, _start(position.get("relativeFrom", ""), margin), length):
            return True
    return False


def _shape_off(style: str, paper: Paper) -> bool:
    """The same for a VML shape, which tells where it stands in the manner of a style sheet."""
    told = dict(part.strip().lower().split(":", 1) for part in style.split(";") if ":" in part)
    if told.get("visibility") == "hidden" or told.get("display") == "none":
        return True
    if told.get("position") != "absolute":
        return False
    return any(
        _is_off(
            _points(told.get(f"margin-{edge}", told.get(edge, ""))),
            _points(told.get(size, "")),
            _start(told.get(f"mso-position-{axis}-relative", ""), margin),
            length,
        )
        for axis, edge, size, margin, length in (
            ("horizontal", "left", "width", paper.left, paper.wide),
            ("vertical", "top", "height", paper.top, paper.high),
        )
    )


def _start(relative: str, margin: float) -> float | None:
    """Where on the page counting begins; None where that is a column or paragraph, which may stand anywhere."""
    return 0.0 if relative in _ON_PAPER else margin if relative == "margin" else None


def _is_off(at: float, long: float, start: float | None, length: float) -> bool:
    """Whether a box `at` a place counted from `start` lies off a page of some `length`."""
    if start is None:
        return at + long < -length or at > length
    return start + at + long < _EDGE or start + at > length - _EDGE


def _twips(element: Element | None, key: str, default: float) -> float:
    return _number(element.get(W + key, "")) / 20 or default if element is not None else default


def _points(text: str) -> float:
    match = _LENGTH.fullmatch(text)
    return _number(match[1]) * _UNITS[match[2]] if match else 0.0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
