"""Names that go on over the rows below them."""

from __future__ import annotations

from aiscreen.parsing.person.headline import same_style
from aiscreen.parsing.person.name_words import PARTICLES, in_mailbox, letters_of, reads_as_name, weight_of
from aiscreen.parsing.rows import Row
from aiscreen.parsing.words.places import place_score
from aiscreen.parsing.words.titles import may_be_title
from aiscreen.text import fold


def halved(text: str, row: Row, header: list[Row], mailbox: str) -> str:
    """A name whose second half stands alone below it, in letters of no other size, where the mailbox has both."""
    i = header.index(row)
    if not mailbox or row.cells[0].text != text or i + 1 == len(header):
        return text
    below = header[i + 1]
    more = below.cells[0].text
    halves = (text, more)
    if (
        below.y - row.y > 2 * row.height
        or (text.isupper(), row.first.size) != (more.isupper(), below.first.size)
        or not all(len(half.split()) <= 2 and reads_as_name(half) for half in halves)
        or may_be_title(more)
    ):
        return text
    parts = [letters_of(half) for half in halves]
    known = all(in_mailbox(half, mailbox) for half in halves)
    return f"{text} {more}" if known and not any(part in parts[0] for part in parts[1]) else text


def whole_name(text: str, row: Row, header: list[Row]) -> str:
    """A name that goes on over the next row in the same large style, under its own cell."""
    i = header.index(row)
    cell = next((c for c in row.cells if c.text.rstrip("-").endswith(text)), None)
    size = cell.words[0].size if cell is not None else 0.0
    body = sorted(r.first.size for r in header)[(len(header) - 1) // 4]
    open_ended = text.rpartition(" ")[2].casefold() in PARTICLES
    if (len(text.split()) > 4 and not open_ended) or i + 1 >= len(header) or cell is None:
        return text
    after = header[i + 2].first.size if i + 2 < len(header) else size
    alone = len(header) <= 3 and all(reads_as_name(r.text) and not place_score(r.text) for r in header)
    if size < body + 2 and not size > after + 0.6 and not alone:
        return text
    below = header[i + 1]
    same = same_style(below, cell.words[-1])
    if not same and _other_weight(row, below, header):
        same = list(below.cells[0].words)
    if not same and _somewhat_smaller(row, below, header):
        same = list(below.cells[0].words)
    more = " ".join(word.text for word in same)
    near = below.line.page == row.line.page and 0 <= below.box.top - row.box.top < 2.2 * size
    if (
        near
        and 0 < weight_of(more) <= 2
        and reads_as_name(more)
        and not may_be_title(more)
        and fold(more) != fold(text)
    ):
        whole = f"{text}{'-' if cell.text.endswith('-') else ' '}{more.rstrip(' |,')}"
        return whole if more != below.text else _third_row(whole, below, header)
    return text


def _other_weight(row: Row, below: Row, header: list[Row]) -> bool:
    """Whether a name has its other half below it in another weight or colour: the two rows are of one size, and larger than
    all others."""
    size = row.first.size
    others = [other.first.size for other in header if other is not row and other is not below]
    return (
        len(row.cells) == len(below.cells) == 1
        and abs(below.first.size - size) < 0.3
        and max(others, default=0.0) < 0.8 * size
    )


def _somewhat_smaller(row: Row, below: Row, header: list[Row]) -> bool:
    """Whether a given name has the surname below it a little smaller, as what did not fit a narrow column: alone, in the
    same weight and colour, and larger than all others."""
    one, two = row.first, below.first
    others = [other.first.size for other in header if other is not row and other is not below]
    return (
        row.count == below.count == 1
        and 0.75 * one.size < two.size < one.size
        and (one.bold, one.color, one.font) == (two.bold, two.color, two.font)
        and max(others, default=0.0) < 0.87 * two.size
    )


def _third_row(text: str, row: Row, header: list[Row]) -> str:
    """A name set over three rows in a narrow column, each of one or two words and close to the next."""
    i = header.index(row)
    below = header[i + 1] if i + 1 < len(header) else row
    close = 0 < below.box.top - row.box.top < 1.55 * row.first.size and below.line.page == row.line.page
    more = " ".join(word.text for word in same_style(below, row.first))
    names = more == below.text and len(more.split()) <= 2 and reads_as_name(more) and not may_be_title(more)
    return f"{text} {more}" if close and names else text
