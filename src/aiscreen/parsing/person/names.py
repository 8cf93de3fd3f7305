"""The name: which of the header's texts it is, and where it ends."""

from __future__ import annotations

import re

from aiscreen.parsing.person.name_words import (
    SYMBOL,
    clean_name,
    in_mailbox,
    letters_of,
    reads_as_name,
    weight_of,
)
from aiscreen.parsing.person.whole_names import halved, whole_name
from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.words.contact import NETWORK_NAMES
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.titles import is_title, may_be_title, title_score
from aiscreen.text import fold, vocabulary

_NO_LETTER = re.compile(r"[\W\d_]+")

_PARTS = re.compile(rf"\s*[,|•·–—]\s+|\s+-\s+|\s*\|\s*|\s*{SYMBOL}\s*")
_ROWS = 40
"""Rows of a header in which the name is sought."""
_SURNAMES = vocabulary(
    "cook baker judge porter gardener farmer butcher carpenter mason chef koch fellow master cooper driver marshal clerk head page"
)


def find_name(header: list[Row], email: str | None) -> tuple[str, Row] | None:
    """The name: large, near the top, made of capitalised words, like the e-mail address; never a title of a document."""
    best: tuple[float, Row, str] | None = None
    sizes = sorted((row.first.size for row in header), reverse=True)
    top = sizes[0] if sizes else 0.0
    mailbox = _NO_LETTER.sub("", fold((email or "").partition("@")[0]))
    for order, row in enumerate(header[:_ROWS]):
        larger = order == 0 and (len(sizes) < 2 or row.first.size > sizes[1] + 0.9)
        for number, cell in enumerate(row.cells if row.line.page == 1 and not row.bullet else ()):
            text = _name_in(cell, order, number, mailbox)
            if not text or (is_title(text) and not larger and not _may_be_name(text, order, mailbox)):
                continue
            size = cell.words[0].size
            whole = whole_name(text, row, header) if size > top - 0.6 and " " not in text else text
            score = _name_score(whole, size, top, order, number, mailbox)
            if best is None or score > best[0] + 1e-9:
                best = (score, row, text)
    # Where all letters are of one size, the size of a name says nothing for it.
    if best is None or best[0] < (1.0 if top > sizes[-1] + 0.5 else 4.0):
        return None
    _, row, text = best
    if row.first.size >= top - 0.6 and (above := _begun_above(text, row, header)):
        return above, row
    whole = whole_name(text, row, header)
    return (halved(text, row, header, mailbox) if whole == text else whole), row


def _name_in(cell: Cell, order: int, number: int, mailbox: str) -> str:
    """What reads as a name in the `number`th cell of the `order`th row; empty where nothing does."""
    if number and cell.text.startswith("("):
        return ""  # another form of the name before it
    text = clean_name(_large(cell))
    if not reads_as_name(text, known=order == number == 0 or in_mailbox(text, mailbox) > 0):
        text = _among(_PARTS.split(text), mailbox)
    small = text.islower() and not any(part in mailbox for part in text.split())
    return "" if small else text


def _begun_above(text: str, row: Row, header: list[Row]) -> str:
    """The whole name whose last words a row holds; empty where none begins in the two rows above."""
    i = header.index(row)
    if len(text.split()) > 3 or row.cells[0].text != text:
        return ""
    for first in header[max(0, i - 2) : i]:
        begin = first.cells[0].text
        whole = whole_name(begin, first, header)
        if f" {text}" in whole[len(begin) :] and reads_as_name(whole) and not may_be_title(whole):
            return whole
    return ""


def _among(pieces: list[str], mailbox: str) -> str:
    """The piece of a row ("Certified Expert | Ana Lee") that names a person: the one in the mailbox, else the first, if that
    reads as a name; empty where there is none."""
    names = [piece for piece in pieces if reads_as_name(piece)] if len(pieces) > 1 else []
    known = [name for name in names if in_mailbox(name, mailbox)]
    return known[0] if known else pieces[0] if pieces[0] in names else ""


def _large(cell: Cell) -> str:
    """A cell's text, or the words with which it starts where what follows is clearly smaller: a name and its headline
    on one line."""
    size = cell.words[0].size
    large = [word.size > 0.8 * size for word in cell.words]
    count = sum(large)
    if all(large) or not all(large[:count]):
        return cell.text  # small capitals are small letters too: a particle among them
    return " ".join([word.text for word in cell.words[:count]])


def _may_be_name(text: str, order: int, mailbox: str) -> bool:
    """Whether a text in the words of a job title may yet name a person ("Emily Cook"): the mailbox or its place say so."""
    before, _, last = text.rpartition(" ")
    return in_mailbox(text, mailbox) > 0 or (
        order == 0 and "".join(letters_of(last)) in _SURNAMES and title_score(before) <= 0
    )


def _name_score(text: str, size: float, top: float, order: int, number: int, mailbox: str) -> float:
    weighty = weight_of(text)
    score = 2.0 if 2 <= weighty <= 4 else 0.3 if weighty <= 1 else 1.2
    score += 3.0 * (size / top) if top else 0.0
    score -= 0.12 * order + 0.3 * number
    if name_of(text) is not None or fold(text) in NETWORK_NAMES:
        score -= 4
    if title_score(text) >= 1.2 and not _may_be_name(text, order, mailbox):
        score -= 3.0
    if is_place(text):
        score -= 2.5
    if mailbox:
        score += min(2.4, 1.2 * in_mailbox(text, mailbox))
    return score
