"""Plain text: lines as they stand, with cells at tabs and wide gaps, bullets taken off."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import pairwise

from aiscreen.errors import InputError
from aiscreen.models.document import Document
from aiscreen.reading import bars, columns, flush, wrapped
from aiscreen.reading.layout.hyphens import Hyphens, is_broken
from aiscreen.reading.marks import mark_length
from aiscreen.reading.sheet import PLAIN, Sheet

_GAP = re.compile(r"\t+|(?<=\S) {3,}(?=\S)")
_MARGIN = re.compile(r"^(\S+(?: \S+){0,2}(?<![.!?:,;])) {2}(?=\S)(?!.*\S {2})")
"""A date or a label at the left edge, two spaces before what it stands beside; justified text has more such gaps."""
_RULE = re.compile(r"[\s=_*~#•·.+|–—-]{3,}")
_FRAMES = frozenset("*=~#_+-")
"""Marks of which two or more at both ends frame a line, as headings and heads are in a text that has no bold: "** Acme,
Engineer **"."""
_TAIL = 4
"""Most such marks that a line ends in which is no heading before a rule."""
_LEADERS = re.compile(r" ?\.{5,} ?(?=\S)|(?<=\S) {1,3}[-_·]{5,} {1,3}(?=\S)")
_LEADER = (".....", "-----", "_____", "·····")
_FOOT = re.compile(
    r"(?<=\n)(?:[^\n\d]{0,60}[–—|·-])?[ \t]*(?:page +)?\d{1,2} ?(?:/|of|von) ?\d{1,2}\s*\f", re.I
)
"""The number of a page at its foot."""
_LETTER = re.compile(r"\n[ \t]*([fqvulnwüÜØ§þ¢])[ \t]+(?=[A-Z])")
"""A letter that stands for a bullet of a font of symbols."""
_ODD = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
"""Characters that no text holds."""
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_DATE = r"(?:[^\W\d_]{3,9}\.? |\d{1,2}[./])?(?:19|20)\d\d"
_END = rf"(?:{_DATE}|present|now|today|current|ongoing|heute|actual(?:idad)?|aujourd['’]hui)"
_MONTHS = (
    "jan(?:uar[yi]?|v(?:ier)?|eiro)?|f[eé][bv](?:r(?:uary?|ier|ero)?)?|m[aä]r(?:ch|s|zo|z)?|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|june?"
    "|juin|july?|juil(?:let)?|aug(?:ust)?|août|ago(?:sto)?|sept?(?:emb(?:er|re))?|o[ck]t(?:ob(?:er|re))?|nov(?:emb(?:er|re))?"
    "|d[eé]c(?:emb(?:er|re))?|dez(?:ember)?|ene(?:ro)?|dic(?:iembre)?|set|out"
)
"""Months as people write them, in English, French, German, Spanish and Portuguese."""
_BROKEN = re.compile(
    rf"(?:19|20)\d\d ?[–—-][ \t]+((?:{_MONTHS})\.?[ \t]+)?(?!{_END}\b)([^\s\d].*)"
    rf"\n[ \t]*({_END})(?:[ \t]+(?![–—-])(\S.*))?$",
    re.M | re.I,
)
"""A range of dates left of two lines of text: "May 2021 –  Acme", below it "present  Engineer"."""
_MONTH = re.compile(r"\s*(?:[^\W\d_]{3,9}\.? |\d{1,2}[./])?")
_COLUMN = 6.0
_WIDE, _FEW = " " * 3, 4
"""A gap between cells, and lines that have one, at the least, where there may be columns."""
_LONG = 400
"""Characters a line, at the mean, that nobody writes."""


def decode(data: bytes, path: str = "") -> str:
    """Text of bytes: by byte order mark, else UTF-8, else UTF-16 without a mark, else Windows-1252.

    Raises InputError `unsupported` for what is no text.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if not text or "\x00" in text:
        half = len(data[:4000]) // 2
        if half and data[1:4000:2].count(0) > 0.7 * half:
            return data.decode("utf-16-le", "replace")
        if half and data[0:4000:2].count(0) > 0.7 * half:
            return data.decode("utf-16-be", "replace")
        text = text or data.decode("cp1252", "replace")
    if len(_ODD.findall(text, 0, 4000)) > 0.05 * len(text[:4000]):
        raise InputError(
            "unsupported", "the file is neither text nor a document: save the résumé as PDF or DOCX", path
        )
    return text


def read_text(data: bytes, path: str = "") -> Document:
    """Reads a text file. Raises InputError `unsupported` or `no-text`."""
    sheet = Sheet()
    for part in parts(_ESCAPES.sub("", decode(data, path))):
        _add_part(sheet, _whole_words(part))
        sheet.block += 1
        sheet.skip(8.0)
    return document(sheet, data, path, "text")


def parts(text: str) -> list[list[str]]:
    """The lines of a text without what is drawn in it, column by column; one list where it has no columns."""
    if "\f" in text:
        text = _FOOT.sub("\f", text).replace("\f", "\n\n")
    text = _BROKEN.sub(_whole_dates, unflatten(text))
    for mark, count in Counter(_LETTER.findall(text)).items():
        if count >= _FEW:
            text = re.sub(rf"^([ \t]*){mark}(?=[ \t])", r"\1•", text, flags=re.M)
    lines = [line.rstrip() for line in text.splitlines()]
    if "|" in text or bars.BOX.search(text):
        lines = bars.undrawn(lines)
    return _columns(lines) if text.count(_WIDE) >= _FEW else [lines]


def _whole_dates(broken: re.Match[str]) -> str:
    """A range of dates before the text on whose line it begins, where a space alone parts the two."""
    month, text, end, below = broken.groups("")
    start = broken.string.rfind("\n", 0, broken.start()) + 1
    wide = broken.string[broken.start(2) - 2].isspace() and (not below or broken.start(4) - broken.end(3) > 1)
    if wide or not _MONTH.fullmatch(broken.string, start, broken.start()) or (month and not end.isdigit()):
        return broken[0]  # cells of their own, or a sentence
    dates = broken.string[broken.start() : broken.start(2)].rstrip()
    upper = f"{dates} {end}   ".ljust(broken.start(2) - broken.start()) + text
    return f"{upper}\n{' ' * (broken.start(4) - broken.end(2) - 1)}{below}" if below else upper


def _columns(lines: list[str]) -> list[list[str]]:
    """The lines column by column, where there may be any."""
    if sum(1 for line in lines if _WIDE in line.lstrip()) < _FEW:
        return [lines]
    lines = flush.hoisted([line.expandtabs(8) for line in lines])
    return columns.parted(wrapped.unwrapped(lines))


def _add_part(sheet: Sheet, lines: list[str]) -> None:
    for line in lines:
        if not line.strip():
            sheet.skip(8.0)
        elif _RULE.fullmatch(line):
            sheet.skip(4.0)
        else:
            _add_line(sheet, line)


def _whole_words(lines: list[str]) -> list[str]:
    """Lines whose words broken at their ends are whole, on the upper line."""
    broken = [at for at, (upper, lower) in enumerate(pairwise(lines)) if _is_broken(upper, lower)]
    if not broken:
        return lines
    hyphens = Hyphens((word for line in lines for word in line.split()), automatic=len(broken) > 1)
    for at in broken:
        head, space, last = lines[at].rstrip()[:-1].rpartition(" ")
        lower = lines[at + 1]
        indent, first = len(lower) - len(lower.lstrip()), lower.split()[0]
        lines[at] = head + space + hyphens.join(last, first)
        lines[at + 1] = lower[:indent] + lower[indent + len(first) :].lstrip()
    gone = {at + 1 for at in broken if not lines[at + 1].strip()}
    return [line for at, line in enumerate(lines) if at not in gone]


def _is_broken(upper: str, lower: str) -> bool:
    words = lower.split() if upper.rstrip()[-1:] in ("-", "\u2010") else []
    return bool(words) and not mark_length(lower) and is_broken(upper.split()[-1], words[0])


def unflatten(text: str) -> str:
    """Line breaks put back where a form or a copy through the clipboard has turned them into runs of spaces, which is
    so where a text has hardly any; a longer run has lost a bullet with its break."""
    if text.count("\n") > len(text) / _LONG or len(text) < _LONG:
        return text
    return re.sub(r" {5,}", "\n- ", re.sub(r"(?<! ) {2,4}(?! )", "\n", text))


def _add_line(sheet: Sheet, line: str) -> None:
    """One line: indent, bullet, cells."""
    line = line.expandtabs(8) if line[:1] == "\t" else line
    if line[-1:] in _FRAMES:
        line = _unframed(line)
    body = line.lstrip()
    indent = len(line) - len(body)
    length = mark_length(body)
    text, start = body[length:], 36.0 + _COLUMN * min(indent + length, 60)
    if any(leader in text for leader in _LEADER):
        text = _LEADERS.sub(lambda leader: " " * max(3, len(leader[0])), text)
    if "  " in text:
        text = _MARGIN.sub(r"\1   ", text, count=1)
    if "\t" not in text and "   " not in text:
        sheet.add([[(text, PLAIN)]], x=start, bullet=length > 0)
        return
    ends = [0, *(gap.end() for gap in _GAP.finditer(text))]
    cells = [(at, cell) for at, cell in zip(ends, _GAP.split(text), strict=True) if cell.strip()]
    places = [] if "\t" in text else [start + _COLUMN * at for at, _ in cells]
    sheet.add([[(cell, PLAIN)] for _, cell in cells], x=start, bullet=length > 0, at=places)


def _unframed(line: str) -> str:
    """A line without the marks that frame it, or the rule that it ends in."""
    body = line.strip()
    mark = body[-1:]
    text = body.rstrip(mark)
    framed = body.startswith(2 * mark) and body.endswith(2 * mark)
    ruled = len(body) - len(text) > _TAIL and text.endswith(" ")
    if not (framed or ruled) or not any(map(str.isalnum, text)):
        return line
    return text.lstrip(mark).strip() if framed else line[: line.index(body)] + text.rstrip()


def document(sheet: Sheet, data: bytes, path: str, kind: str) -> Document:
    """The Document of a sheet. Raises InputError `no-text` for an empty one."""
    if not sheet.lines:
        raise InputError("no-text", "the file holds no text", path)
    digest = hashlib.sha256(data).hexdigest()
    return Document(path, digest, kind, 1, tuple(sheet.lines), tuple(sheet.hidden), tuple(sheet.links))
