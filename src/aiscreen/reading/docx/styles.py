"""How text in a DOCX file looks: defaults, styles based on styles, and what a run says itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from aiscreen.reading.docx.package import Element, Package, W

_HEADING = re.compile(
    r"^(?:heading\s*\d|title|subtitle|überschrift\s*\d|titre\s*\d|título\s*\d|kop\s*\d|titolo\s*\d)", re.I
)
_OFF = frozenset(("0", "false", "off", "none"))
_DEEP = 20
_LIGHT = 0xF0
_NEAR = 24
"""Difference in red, green and blue up to which two colours are one to a reader."""
_MARKERS = {
    "black": 0x000000, "blue": 0x0000FF, "cyan": 0x00FFFF, "green": 0x00FF00, "magenta": 0xFF00FF, "red": 0xFF0000,
    "yellow": 0xFFFF00, "darkBlue": 0x000080, "darkCyan": 0x008080, "darkGreen": 0x008000, "darkMagenta": 0x800080,
    "darkRed": 0x800000, "darkYellow": 0x808000, "darkGray": 0x808080, "lightGray": 0xC0C0C0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a run's look. `fill` is the colour behind it: None for paper, -1 for one not known."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    color: int = 0
    vanish: bool = False
    fill: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of a paragraph: spacing and indent in points, its list, whether its style is a heading."""

    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    listed: bool = False
    heading: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document, resolved when asked for."""

    roots: dict[str, Element] = field(default_factory=dict)
    default: Look = field(default_factory=Look)
    spacing: Layout = field(default_factory=Layout)
    normal: str = ""
    _looks: dict[tuple[str, Look], Look] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Styles:
        styles = cls()
        root = package.xml("word/styles.xml")
        if root is None:
            return styles
        for style in root.iter(W + "style"):
            name = style.get(W + "styleId", "")
            styles.roots[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                styles.normal = name
        run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        styles.default = run_look(run, styles.default)
        paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        styles.spacing = _layout(paragraph, styles.spacing)
        return styles

    def chain(self, name: str) -> list[Element]:
        """A style and those it is based on, the most basic first."""
        found: list[Element] = []
        while name in self.roots and len(found) < _DEEP:
            style = self.roots[name]
            found.append(style)
            based = style.find(W + "basedOn")
            name = based.get(W + "val", "") if based is not None else ""
        return found[::-1]

    def look(self, name: str, look: Look) -> Look:
        """A look with a style on top."""
        key = (name, look)
        if key not in self._looks:
            result = look
            for style in self.chain(name):
                result = run_look(style.find(W + "rPr"), result)
                result = filled(style.find(W + "pPr"), result)
            self._looks[key] = result
        return self._looks[key]

    def layout(self, paragraph: Element | None) -> tuple[str, Layout]:
        """A paragraph's style and layout."""
        named = paragraph.find(W + "pStyle") if paragraph is not None else None
        name = named.get(W + "val", "") if named is not None else self.normal
        layout = self.spacing
        for style in self.chain(name):
            layout = _layout(style.find(W + "pPr"), layout)
            label = style.find(W + "name")
            if label is not None and _HEADING.match(label.get(W + "val", "")):
                layout = replace(layout, heading=True)
        return name, _layout(paragraph, layout)


def is_on(parent: Element, tag: str) -> bool | None:
    """A switch: True or False as said, None where nothing is said."""
    found = parent.find(W + tag)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def run_look(properties: Element | None, look: Look) -> Look:
    """A look with a run's properties on top."""
    if properties is None or not len(properties):
        return look
    size = _number(properties.find(W + "sz"), "val", 2 * look.size) / 2
    bold, italic = is_on(properties, "b"), is_on(properties, "i")
    vanish = is_on(properties, "vanish")
    special = is_on(properties, "specVanish")
    color, written = look.color, properties.find(W + "color")
    if written is not None:
        color = _color(written.get(W + "val", ""), written.get(W + "themeColor", ""))
    changed = Look(
        size if 0 < size < 500 else look.size,
        look.bold if bold is None else bold,
        look.italic if italic is None else italic,
        color,
        (look.vanish if vanish is None else vanish) or bool(special),
        look.fill,
    )
    return filled(properties, changed)


def filled(properties: Element | None, look: Look) -> Look:
    """A look with the colour that a run, paragraph, table or cell is filled with."""
    if properties is None:
        return look
    fill = look.fill
    shade, marker = properties.find(W + "shd"), properties.find(W + "highlight")
    if shade is not None:
        written = shade.get(W + "fill", "")
        if shade.get(W + "themeFill"):
            fill = -1
        elif len(written) == 6:
            fill = _color(written, "")
    if marker is not None and marker.get(W + "val") not in ("none", "white", None):
        fill = _MARKERS.get(marker.get(W + "val", ""), -1)
    return replace(look, fill=fill)


def unseen(look: Look) -> str:
    """Why a reader does not see text of this look; empty where they do."""
    if look.vanish:
        return "vanish"
    if look.size < 2.5:
        return "tiny"
    if look.fill is None or _light(look.fill):
        return "white" if _light(look.color) else ""
    if look.fill >= 0 and all(
        abs((look.fill >> part & 255) - (look.color >> part & 255)) < _NEAR for part in (0, 8, 16)
    ):
        return "low-contrast"
    return ""


def _light(color: int) -> bool:
    return color >= 0 and min(color >> 16, color >> 8 & 255, color & 255) >= _LIGHT


def _color(written: str, theme: str) -> int:
    if theme in ("background1", "light1") and written.upper() in ("FFFFFF", "000000", "AUTO", ""):
        return 0xFFFFFF  # the theme's colour goes before the written one, which only some programs write
    try:
        return int(written, 16) & 0xFFFFFF if len(written) == 6 else 0
    except ValueError:
        return 0


def _number(found: Element | None, attribute: str, default: float) -> float:
    if found is None:
        return default
    try:
        return float(found.get(W + attribute, default))
    except ValueError:
        return default


def _layout(properties: Element | None, layout: Layout) -> Layout:
    if properties is None:
        return layout
    spacing, indent = properties.find(W + "spacing"), properties.find(W + "ind")
    before = _number(spacing, "before", 20 * layout.before) / 20
    after = _number(spacing, "after", 20 * layout.after) / 20
    left = _number(indent, "start", _number(indent, "left", 20 * layout.indent)) / 20
    listed, number = layout.listed, properties.find(f"{W}numPr/{W}numId")
    if number is not None:
        listed = number.get(W + "val") != "0"
    return Layout(before, after, min(max(left, 0.0), 400.0), listed, layout.heading)
