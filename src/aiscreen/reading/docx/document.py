"""A DOCX file from bytes to Document: header, body with its tables, text boxes, footer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from aiscreen.errors import InputError
from aiscreen.models.document import NOWHERE, Document, Hidden, Line
from aiscreen.reading.about import sane_date, stuffing
from aiscreen.reading.contact import CONTACT
from aiscreen.reading.docx.anchors import Paper, is_off
from aiscreen.reading.docx.package import Element, Package, W
from aiscreen.reading.docx.runs import Paragraph, Runs
from aiscreen.reading.docx.styles import Look, Styles, filled
from aiscreen.reading.docx.tables import Item, arrange
from aiscreen.reading.marks import split_mark
from aiscreen.reading.sheet import Sheet
from aiscreen.text import clean, squeeze

_DEEP = 12
_MARGIN = 36.0
_CORE = {
    "Title": "{http://purl.org/dc/elements/1.1/}title",
    "Subject": "{http://purl.org/dc/elements/1.1/}subject",
    "Author": "{http://purl.org/dc/elements/1.1/}creator",
    "Keywords": "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords",
    "CreationDate": "{http://purl.org/dc/terms/}created",
    "ModDate": "{http://purl.org/dc/terms/}modified",
}


@dataclass(slots=True)
class _Reader:
    """Walks the parts of a package and writes their lines on a sheet."""

    package: Package
    styles: Styles
    sheet: Sheet = field(default_factory=Sheet)
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)
    tables: int = 0
    paper: Paper = field(default_factory=Paper)

    def part(self, name: str, root: Element | None) -> None:
        """All of a part: the body, a header or a footer."""
        if root is not None:
            self.relations = self.package.relations(name)
            self.write(self.items(root, self.styles.default, 0))

    def items(self, parent: Element, look: Look, depth: int) -> list[Item]:
        """The paragraphs and tables below an element, in order."""
        found: list[Item] = []
        for child in parent if depth < _DEEP else ():
            tag = child.tag
            if tag == W + "p":
                found += self._paragraph(child, look, depth)
            elif tag == W + "tbl":
                found += self._table(child, look, depth)
            elif tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "body"):
                found += self.items(child, look, depth + (tag != W + "body"))
        return found

    def write(self, items: list[Item]) -> None:
        """Puts items on the sheet. A change of block is a column or box of its own."""
        block = 0
        start = self.sheet.block
        for item in items:
            if item.block != block:
                block = item.block
                start = self.sheet.block = self.sheet.block + 1
            self.sheet.skip(item.before)
            self.sheet.block = start
            self.sheet.add(item.cells, x=_MARGIN + item.indent, bullet=item.bullet)
            self.sheet.skip(item.after)

    def _paragraph(self, element: Element, look: Look, depth: int) -> list[Item]:
        properties = element.find(W + "pPr")
        name, layout = self.styles.layout(properties)
        look = filled(properties, self.styles.look(name, look))
        paragraph = Runs(self.styles, self.relations, look, layout.heading).walk(element)
        items: list[Item] = []
        lines = [line for line in paragraph.lines if any(text.strip() for cell in line for text, _ in cell)]
        for number, cells in enumerate(lines or [[]]):
            bullet = layout.listed and not layout.heading and number == 0
            marked, cells = (False, cells) if bullet else split_mark(cells)
            before = layout.before if number == 0 else 0.0
            after = layout.after if number == len(lines) - 1 else 0.0
            items.append(
                Item([cell for cell in cells if cell], before, after, layout.indent, bullet or marked)
            )
        return self._boxed(paragraph, look, items, depth)

    def _boxed(self, paragraph: Paragraph, look: Look, items: list[Item], depth: int) -> list[Item]:
        """Text boxes before the first text stand where they are; later ones would part what belongs together, and
        are read after the body."""
        boxes = self._seen(paragraph.boxes) if paragraph.boxes else []
        if not boxes:
            return items
        if depth or self.sheet.lines:
            self.boxes += boxes
            return items
        found: list[Item] = []
        for number, box in enumerate(boxes, 1):
            inner = self.items(box, self._in_box(look), depth + 1)
            for item in inner:
                item.block = -number - len(self.boxes)
            found += inner
        return found + items

    def _seen(self, drawings: list[Element]) -> list[Element]:
        """The text boxes of drawings on the page; what those off it say is set apart."""
        boxes: list[Element] = []
        for drawing in drawings:
            inside = list(drawing.iter(W + "txbxContent"))
            if inside and is_off(drawing, self.paper):
                text = squeeze(
                    clean(" ".join(part.text or "" for box in inside for part in box.iter(W + "t")))
                )
                self.sheet.take(text)
                if text:
                    self.sheet.hidden.append(Hidden(text, 1, NOWHERE, "off-page"))
            else:
                boxes += inside
        return boxes

    @staticmethod
    def _in_box(look: Look) -> Look:
        return Look(look.size, fill=-1)

    def _table(self, table: Element, look: Look, depth: int) -> list[Item]:
        rows: list[list[list[Item]]] = []
        for row in _children(table, "tr"):
            cells: list[list[Item]] = []
            for cell in _children(row, "tc"):
                properties = cell.find(W + "tcPr")
                merged = properties.find(W + "vMerge") if properties is not None else None
                if merged is None or merged.get(W + "val", "continue") != "continue":
                    cells.append(self.items(cell, filled(properties, look), depth + 1))
            rows.append(cells)
        self.tables += 1
        return arrange(rows, self.tables)

    def finish(self) -> None:
        """Text boxes that were put off."""
        boxes, self.boxes = self.boxes, []
        for number, box in enumerate(boxes, 1):
            items = self.items(box, self._in_box(self.styles.default), 1)
            for item in items:
                item.block = number
            self.sheet.block += 1
            self.write(items)


def _children(parent: Element, tag: str) -> list[Element]:
    """Rows of a table or cells of a row, those in content controls included."""
    found: list[Element] = []
    for child in parent:
        if child.tag == W + tag:
            found.append(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            for inner in child.iter(W + tag):
                found.append(inner)
    return found


def read_docx(data: bytes, path: str = "") -> Document:
    """Reads a DOCX file. Raises InputError `damaged`, `too-large`, `encrypted`, `unsupported` or `no-text`."""
    package = Package(data, path)
    main = next((name for name in ("word/document.xml", "word/document2.xml") if name in package.names), None)
    root = package.xml(main) if main else None
    if main is None or root is None:
        raise InputError(
            "unsupported", "the archive is not a Word document: save the résumé as PDF or DOCX", path
        )
    reader = _Reader(package, Styles.of(package), paper=Paper.of(root))
    linked = sorted(package.relations(main).values())
    for kind, name in linked:
        if kind == "header":
            reader.part(name, package.xml(name))
    reader.sheet.block += bool(reader.sheet.lines)
    reader.part(main, root)
    reader.finish()
    running = _footers(reader, [name for kind, name in linked if kind == "footer"])
    fields = _core(package)
    if not reader.sheet.lines:
        raise InputError("no-text", "the document holds no visible text", path)
    date = max(
        (found for key in ("CreationDate", "ModDate") if (found := sane_date(fields.get(key, "")))),
        default=None,
    )
    hidden: list[Hidden] = [*reader.sheet.hidden, *stuffing(fields, reader.sheet.lines)]
    digest = hashlib.sha256(data).hexdigest()
    lines, links = tuple(reader.sheet.lines), tuple(reader.sheet.links)
    return Document(path, digest, "docx", 1, lines, tuple(hidden), links, date, fields, running=running)


def _footers(reader: _Reader, names: list[str]) -> tuple[Line, ...]:
    """The lines of footers that tell how to reach the candidate; page numbers are not kept."""
    running: list[Line] = []
    for name in names:
        sheet = Sheet(y=reader.sheet.y, block=reader.sheet.block + 1, room=reader.sheet.room)
        footer = _Reader(reader.package, reader.styles, sheet, paper=reader.paper)
        footer.part(name, reader.package.xml(name))
        reader.sheet.room = sheet.room
        reader.sheet.hidden += sheet.hidden
        if any(CONTACT.search(line.text) for line in sheet.lines):
            running += sheet.lines
            reader.sheet.links += sheet.links
    return tuple(running)


def _core(package: Package) -> dict[str, str]:
    root = package.xml("docProps/core.xml")
    fields: dict[str, str] = {}
    for key, tag in _CORE.items():
        text = squeeze(clean(root.findtext(tag) or "")) if root is not None else ""
        if text:
            fields[key] = text
    return fields
