"""Markdown: headings large and bold, lists, emphasis, links, tables, line breaks; HTML and front matter dropped."""

from __future__ import annotations

import re

from aiscreen.models.document import Document
from aiscreen.reading.front import write_front
from aiscreen.reading.marks import mark_length
from aiscreen.reading.markup import plain
from aiscreen.reading.plain import decode, document, parts
from aiscreen.reading.sheet import Cell, Ink, Sheet
from aiscreen.reading.templates import undressed

_SIZES = (22.0, 15.0, 12.0, 11.0, 10.5, 10.5)
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_UNDERLINE = re.compile(r"(=+|-+)\s*")
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_MOST = 500
"""Comments of which a file of so many is none that people write."""
_PIPE = re.compile(r"(?<!\\)\|")
_OF_RULES = frozenset("|:- \t")
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_FENCED = re.compile(r"^((?:```|~~~)[^\n]*\n)(.*?)^(```|~~~)", re.S | re.M)
_REFERENCE = re.compile(r"^ {0,3}\[([^\]\n]{1,80})\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?$", re.M)
_INLINE = re.compile(
    r"!\[(?P<image>[^\]]{0,300})\]\([^)]{0,2000}\)"
    r"|\[(?P<text>[^\]]{1,300})\]\((?P<uri>[^)\s]{1,500})(?:\s[^)]{0,300})?\)"
    r"|\[(?P<label>[^\]]{1,300})\]\[(?P<name>[^\]]{0,300})\]"
    r"|<(?P<auto>(?:https?://|mailto:)[^>\s]{1,2000}|[^@\s<>]{1,100}@[^@\s<>]{1,200})>"
    r"|(?P<mark>\*\*\*|\*\*|__|\*|_|~~|`+)"
)
_CODES = re.compile(r"(?<=[^`\s]`) +(?=`[^`\s])")
"""What parts tags set as code ("`Python` `Rust`")."""
_GAP = re.compile(r"\t+|(?<=\S) {3,}(?=\S)|&emsp;|\s{0,20}\\hfill\s*")
_ENTITIES = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&nbsp;": " ",
    "&quot;": '"',
    "&#39;": "'",
    "&ndash;": "–",
    "&mdash;": "—",
}
_QUOTED = re.compile(r"\s*(?:> ?)+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")


def read_markdown(data: bytes, path: str = "") -> Document:
    """Reads a Markdown file. Raises InputError `unsupported` or `no-text`."""
    text = decode(data, path).replace("\r\n", "\n").replace("\r", "\n")
    sheet = Sheet()
    text = write_front(text, sheet) if text.startswith(("---", "+++")) else text
    if text.count("<!--") < _MOST:
        text = _COMMENT.sub(lambda comment: _comment(sheet, comment[1]), text)
    text = _FENCED.sub(_unfolded, undressed(plain(text)))
    references = {name.casefold(): uri for name, uri in _REFERENCE.findall(text)}
    writer = _Writer(sheet, references)
    lines = _REFERENCE.sub("", text).split("\n")
    for at, line in enumerate(lines):
        writer.line(line, lines[at + 1] if at + 1 < len(lines) else "")
    return document(sheet, data, path, "markdown")


def _unfolded(fenced: re.Match[str]) -> str:
    """A fenced text column by column."""
    begin, body, end = fenced.groups()
    columns = parts(body)
    return begin + "\n\n".join(map("\n".join, columns)) + "\n" + end if len(columns) > 1 else fenced[0]


def _comment(sheet: Sheet, text: str) -> str:
    """A comment is text that no reader sees."""
    if len(text.split()) > 3:
        sheet.add([[(text, Ink(hidden="invisible"))]])
    return ""


class _Writer:
    """Writes lines of Markdown on a sheet."""

    def __init__(self, sheet: Sheet, references: dict[str, str]) -> None:
        self._sheet, self._references = sheet, references
        self._fenced = False

    def line(self, line: str, following: str) -> None:
        bare = line.strip()
        if bare.startswith(("```", "~~~")):
            self._fenced = not self._fenced
            return
        if not line.strip():
            self._sheet.skip(8.0)
            return
        if (
            _RULE.fullmatch(line)
            or _UNDERLINE.fullmatch(bare)
            or ("-" in bare and _OF_RULES.issuperset(bare) and _TABLE_RULE.fullmatch(bare))
        ):
            self._sheet.skip(4.0)
            return
        heading = _HEADING.match(bare)
        underline = _UNDERLINE.fullmatch(following.strip()) and len(following.strip()) > 2
        if heading or underline:
            level = len(heading[1]) if heading else (1 if following.strip()[0] == "=" else 2)
            self._heading(heading[2].rstrip("#").rstrip() if heading else bare, level)
        else:
            self._text(line)

    def _heading(self, text: str, level: int) -> None:
        self._sheet.skip(6.0)
        self._sheet.add(self._cells(text, Ink(_SIZES[level - 1], True)))
        self._sheet.skip(2.0)

    def _text(self, line: str) -> None:
        line = _QUOTED.sub("", line, count=1) if line.lstrip().startswith(">") else line
        body = line.lstrip()
        indent = len(line.expandtabs(4)) - len(body.expandtabs(4))
        length = 0 if body.startswith(("**", "__", "*_")) else mark_length(body)
        if body.startswith("|") or (body.count(" | ") > 1 and body.rstrip().endswith("|")):
            parts = [part.strip() for part in _PIPE.split(body.strip().strip("|"))]
            cells = [cell for part in parts if part for cell in self._cells(part, Ink())]
        else:
            cells = self._cells(body[length:], Ink())
        self._sheet.add(cells, x=36.0 + 6.0 * min(indent + length, 60), bullet=length > 0)

    def _cells(self, text: str, ink: Ink) -> list[Cell]:
        for entity, character in _ENTITIES.items():
            text = text.replace(entity, character)
        text = _CODES.sub("\t", text) if "` `" in text else text
        bold = italic = False
        cells: list[Cell] = []
        for part in _GAP.split(text):
            cell: Cell = []
            at = 0
            for match in _INLINE.finditer(part):
                if match.start() and part[match.start() - 1] == "\\":
                    continue
                look = Ink(ink.size, ink.bold or bold, italic)
                _put(cell, part[at : match.start()], look)
                at = match.end()
                if match["mark"]:
                    kept, bold, italic = _toggle(
                        match["mark"], part, match.start(), match.end(), bold, italic
                    )
                    _put(cell, kept, look)
                else:
                    self._link(cell, match, look)
            _put(cell, part[at:], Ink(ink.size, ink.bold or bold, italic))
            if any(piece.strip() for piece, _ in cell):
                cells.append(cell)
        return cells

    def _link(self, cell: Cell, match: re.Match[str], look: Ink) -> None:
        uri = match["uri"] or match["auto"]
        text = match["text"] or match["label"] or match["auto"]
        if match["label"]:
            uri = self._references.get((match["name"] or match["label"]).casefold())
        if match["auto"] and "@" in match["auto"] and ":" not in match["auto"]:
            uri = "mailto:" + match["auto"]
        if text:
            plain = re.sub(r"[*_`]{1,3}(\S.*?\S|\S)[*_`]{1,3}", r"\1", text)
            _put(cell, plain.removeprefix("mailto:"), Ink(look.size, look.bold, look.italic, 0, uri))


def _put(cell: Cell, text: str, look: Ink) -> None:
    if text:
        cell.append((_ESCAPED.sub(r"\1", text), look))


def _toggle(mark: str, text: str, start: int, end: int, bold: bool, italic: bool) -> tuple[str, bool, bool]:
    """What is left of an emphasis mark, and the look after it. One between letters or spaces is no mark."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if mark[0] == "_" and before.isalnum() and after.isalnum():
        return mark, bold, italic
    if mark[0] in "*_" and before.isspace() and after.isspace():
        return mark, bold, italic
    if mark[0] == "`" or mark == "~~":
        return "", bold, italic
    return "", bold != (len(mark) > 1), italic != (len(mark) != 2)
