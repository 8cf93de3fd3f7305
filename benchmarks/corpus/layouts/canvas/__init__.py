"""Shared by the ReportLab layouts: fonts, and boxes of paragraphs whose height is known before they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

FOLDERS = ("/usr/share/fonts/truetype", "/usr/share/fonts/opentype")
HAN = "Han"


def fonts(family: str, **files: str) -> str:
    """Register a family by file names (normal, bold, italic); returns its name."""
    found = {path.name: path for folder in FOLDERS for path in Path(folder).rglob("*.ttf")}
    names = {}
    for kind in ("normal", "bold", "italic"):
        names[kind] = f"{family}-{kind}"
        pdfmetrics.registerFont(TTFont(names[kind], str(found[files.get(kind, files["normal"])])))
    pdfmetrics.registerFont(TTFont(HAN, str(found["DroidSansFallbackFull.ttf"])))
    pdfmetrics.registerFontFamily(
        names["normal"],
        normal=names["normal"],
        bold=names["bold"],
        italic=names["italic"],
        boldItalic=names["bold"],
    )
    return names["normal"]


def marked(text: str) -> str:
    """Text as Paragraph markup, Han characters in a font that has them."""
    return "".join(f'<font name="{HAN}">{c}</font>' if "\u4e00" <= c <= "\u9fff" else escape(c) for c in text)


def style(font: str, size: float, leading: float | None = None, **more: object) -> ParagraphStyle:
    return ParagraphStyle(
        f"{font}{size}", fontName=font, fontSize=size, leading=leading or size * 1.28, **more
    )


class Box:
    """Paragraphs stacked from a top left corner; `height` is known at once, drawing is left for later."""

    def __init__(self, x: float, y: float, width: float) -> None:
        self.x, self.y, self.width, self.height = x, y, width, 0.0
        self.parts: list[tuple[Paragraph, float]] = []

    def add(self, markup: str, look: ParagraphStyle, gap: float = 0.0) -> None:
        paragraph = Paragraph(markup, look)
        _, high = paragraph.wrap(self.width, 10_000)
        self.height += gap + high
        self.parts.append((paragraph, self.height))

    def draws(self, canvas: object) -> Iterator[object]:
        for paragraph, below in self.parts:
            yield lambda p=paragraph, b=below: p.drawOn(canvas, self.x, self.y - b)
