"""HTML inside Markdown, as Markdown: what breaks a line there does so, links and bold text keep their marks, a table's
rows are rows of cells; other tags are dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aiscreen.text import vocabulary

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\s[^<>]{0,1000})?)/?>")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.M)
_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_HREF, _ALT, _SRC = (re.compile(rf"\b{name}{_VALUE}", re.I) for name in ("href", "alt", "src"))
_RIGHT = re.compile(r"\bright\b", re.I)
"""What is set flush right ("float: right", class="right")."""
_SPACE = re.compile(r"[ \t]*\n[ \t]*")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_END_OF_LINE = re.compile(r"[ \t]*\n?[ \t]*")
_INDENT = re.compile(r"(?<=[\n\v])[ \t]+(?![-*+ \t\d])")
_BREAK = "\v"
"""A line break that a tag makes, until all is read."""
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_CELLS = ("td", "th")
_BLOCKS = vocabulary(
    """
    p div section article header footer main aside center ul ol li dl dt dd table thead tbody tfoot hr details summary figure figcaption
    blockquote address nav pre
    """
)
_NESTED = vocabulary("div section article table center ul ol header main aside details")
"""Blocks whose end is never left out."""
_KEPT = frozenset((*_MARKS, *_HEADINGS, *_CELLS, "tr", "a"))
"""Tags whose contents are looked at where they end."""
_SILENT = frozenset(("script", "style", "svg", "head"))
_MOST = 100
"""Tags open at once, at the most: nobody nests text deeper."""


def plain(text: str) -> str:
    """A Markdown text with its HTML turned into Markdown; fenced text stays as it is."""
    if not _TAG.search(text):
        return text
    return "".join(part if fenced else _Page().read(part) for fenced, part in _fences(text))


def _fences(text: str) -> Iterator[tuple[bool, str]]:
    """The parts of a text, and whether each stands in a fence."""
    at, fenced = 0, False
    for fence in _FENCE.finditer(text):
        end = (text.find("\n", fence.end()) + 1 or len(text)) if fenced else fence.start()
        yield fenced, text[at:end]
        at, fenced = end, not fenced
    yield fenced, text[at:]


class _Page:
    """Walks over tags and writes what they mean."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[tuple[str, int, str]] = []
        self._cells: list[str] = []
        self._lists = self._blocks = 0
        self._silent = ""

    def read(self, text: str) -> str:
        text = text.replace(_BREAK, " ")
        at = 0
        for tag in _TAG.finditer(text):
            name = tag[2].lower()
            if not self._silent:
                self._out.append(self._said(text[at : tag.start()]))
                self._tag(name, bool(tag[1]), tag[3])
            elif tag[1] and name == self._silent:
                self._silent = ""
            at = tag.end()
            if name == "br" and (rest := _END_OF_LINE.match(text, at)):
                at = rest.end()  # the line ends once, where the text's own ends, too
        if not self._silent:
            self._out.append(self._said(text[at:]))
        return "".join(self._out).replace(_BREAK, "\n")

    def _said(self, text: str) -> str:
        """What stands between two tags; in a block, the indent of a line means nothing unless it is an item's."""
        return _INDENT.sub("", text) if self._blocks and "\n" in text else text

    def _tag(self, name: str, closes: bool, attributes: str) -> None:
        if name in ("ul", "ol"):
            self._lists = max(0, self._lists + (-1 if closes else 1))
        if name in _NESTED:
            self._blocks = max(0, self._blocks + (-1 if closes else 1))
        if name == "li" and not closes:
            self._out.append(_BREAK + "  " * (self._lists - 1) + "- ")
        elif name == "br" or name in _BLOCKS:
            self._out.append(_BREAK)
        elif name == "img":
            self._out.append(f"![{_value(_ALT, attributes)}]({_value(_SRC, attributes)})")
        elif name in _SILENT and not closes:
            self._silent = name
        elif name in _KEPT and closes:
            for left in _CELLS if name == "tr" else ():
                self._close(left)
            self._close(name)
        elif not closes:
            self._begin(name, attributes)

    def _begin(self, name: str, attributes: str) -> None:
        if name in (*_CELLS, "tr"):  # whose end may be left out
            for before in (*_CELLS, *(("tr",) if name == "tr" else ())):
                self._close(before)
        if _RIGHT.search(attributes) and name not in _KEPT - {"i", "em", "b", "strong"}:
            self._out.append("\t")
        if name in _KEPT and len(self._open) < _MOST:
            self._open.append((name, len(self._out), _value(_HREF, attributes)))

    def _close(self, name: str) -> None:
        """Puts what stands since the tag began in the tag's form; tags left open in it are forgotten."""
        begun = [at for at, (other, _, _) in enumerate(self._open) if other == name]
        if not begun:
            return
        _, start, uri = self._open[begun[-1]]
        del self._open[begun[-1] :]
        text = "".join(self._out[start:])
        del self._out[start:]
        if not _PARAGRAPHS.search(text):
            text = _SPACE.sub(" ", text)
        if name in _CELLS:
            self._cells.append(_INDENT.sub("", text).strip(" \n" + _BREAK))
        elif name == "tr":
            self._out.append(self._row())
        elif name in _HEADINGS:
            parts = [part.strip() for part in text.split(_BREAK) if part.strip()]
            self._out += [f"\n\n{_HEADINGS[name]} {part}\n" for part in parts]
        elif name == "a":
            self._out.append(_linked(text, uri))
        else:
            self._out.append(_BREAK.join(_marked(part, _MARKS[name]) for part in text.split(_BREAK)))

    def _row(self) -> str:
        """A table's row: a row of cells, or one below the other where they hold lines of their own."""
        cells = [
            cell.replace(" | ", ", " if at else " / ") for at, cell in enumerate(filter(None, self._cells))
        ]
        self._cells.clear()
        if any(_BREAK in cell or "\n" in cell for cell in cells):
            return "\n\n" + "\n\n".join(cells) + "\n\n"
        return f"\n| {' | '.join(cells)} |\n"


def _value(attribute: re.Pattern[str], attributes: str) -> str:
    found = attribute.search(attributes)
    return next(filter(None, found.groups()), "") if found else ""


def _linked(text: str, uri: str) -> str:
    bare = text.strip()
    if not bare or not uri or _BREAK in bare or " " in uri:
        return text
    return text.replace(bare, f"[{bare}]({uri})", 1)


def _marked(text: str, mark: str) -> str:
    bare = text.strip()
    return text.replace(bare, f"{mark}{bare}{mark}", 1) if bare and bare[0] not in "#-|*" else text
