"""A DOCX paragraph's runs: text with its look, cells at tabs, lines at breaks, links, and what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aiscreen.reading.docx.package import MC, Element, R, W
from aiscreen.reading.docx.styles import Look, Styles, run_look, unseen
from aiscreen.reading.sheet import Cell, Ink

_FIELD_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]+)"')
_INSIDE = frozenset(
    W + tag for tag in ("ins", "moveTo", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
_DEEP = 30


@dataclass(slots=True)
class Paragraph:
    """A paragraph's lines, each a list of cells; `boxes` are the drawings anchored in it that may hold text boxes."""

    lines: list[list[Cell]] = field(default_factory=lambda: [[[]]])
    boxes: list[Element] = field(default_factory=list)


class Runs:
    """Walks one paragraph. `relations` gives links' targets."""

    def __init__(
        self, styles: Styles, relations: dict[str, tuple[str, str]], look: Look, heading: bool
    ) -> None:
        self._styles, self._relations = styles, relations
        self._look, self._heading = look, heading
        self._fields: list[str] = []
        self._hidden_field = False
        self.paragraph = Paragraph()

    def walk(self, parent: Element, link: str | None = None, depth: int = 0) -> Paragraph:
        """Adds all runs below an element."""
        for child in parent if depth < _DEEP else ():
            tag = child.tag
            if tag == W + "r":
                self._run(child, link)
            elif tag == W + "hyperlink":
                self.walk(child, self._target(child) or link, depth + 1)
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    self.walk(content, link, depth + 1)
            elif tag in _INSIDE:
                self.walk(child, link, depth + 1)
            elif tag == MC + "AlternateContent":
                self.walk(choice(child), link, depth + 1)
        return self.paragraph

    def _target(self, link: Element) -> str | None:
        kind, target = self._relations.get(link.get(R + "id", ""), ("", ""))
        return target if kind == "hyperlink" and target else None

    def _run(self, run: Element, link: str | None) -> None:
        properties = run.find(W + "rPr")
        look = self._look
        named = properties.find(W + "rStyle") if properties is not None else None
        if named is not None:
            look = self._styles.look(named.get(W + "val", ""), look)
        look = run_look(properties, look)
        address = link or next((one for one in reversed(self._fields) if one), None)
        ink = Ink(
            max(look.size, 12.0) if self._heading else look.size,
            look.bold or self._heading,
            look.italic,
            max(look.color, 0),
            address,
            unseen(look),
        )
        for child in run:
            self._piece(child, ink)

    def _piece(self, child: Element, ink: Ink) -> None:
        tag = child.tag
        if tag == W + "t" and not self._hidden_field:
            self._text(child.text or "", ink)
        elif tag in (W + "tab", W + "ptab"):
            self.paragraph.lines[-1].append([])
        elif tag in (W + "br", W + "cr"):
            self.paragraph.lines.append([[]])
        elif tag == W + "noBreakHyphen":
            self._text("-", ink)
        elif tag == W + "instrText":
            found = _FIELD_LINK.search(child.text or "")
            if found and self._fields:
                self._fields[-1] = found[1]
        elif tag == W + "fldChar":
            self._field(child.get(W + "fldCharType", ""))
        elif tag == MC + "AlternateContent":
            for inner in choice(child):
                self._piece(inner, ink)
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self.paragraph.boxes.append(child)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
            self._hidden_field = True
        elif kind == "separate":
            self._hidden_field = False
        elif kind == "end":
            self._hidden_field = False
            if self._fields:
                self._fields.pop()

    def _text(self, text: str, ink: Ink) -> None:
        for number, part in enumerate(text.split("\t")):
            if number:
                self.paragraph.lines[-1].append([])
            if part:
                self.paragraph.lines[-1][-1].append((part, ink))


def choice(alternates: Element) -> Element:
    """The branch of alternate content that Word shows; the fallback says the same again."""
    chosen = alternates.find(MC + "Choice")
    if chosen is None:
        chosen = alternates.find(MC + "Fallback")
    return alternates if chosen is None else chosen
