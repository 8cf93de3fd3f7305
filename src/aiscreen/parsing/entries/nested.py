"""Lists of lists: an item that says when and as what somebody worked, and in the list within it first where."""

from __future__ import annotations

import re
from collections.abc import Callable

from aiscreen.parsing.heads.tails import COMMA
from aiscreen.parsing.rows import Cell, Row, ends_sentence
from aiscreen.parsing.words.fields import FIELDS
from aiscreen.parsing.words.headings import key
from aiscreen.parsing.words.heads import AT, COLON, LEARNING, STRONG
from aiscreen.parsing.words.lists import BRACKETED
from aiscreen.parsing.words.places import place_score
from aiscreen.parsing.words.schools import degree_in, names_school
from aiscreen.parsing.words.titles import is_title, may_be_title
from aiscreen.text import fold

_MOST = 12
"""Words in a name with its place, at the most."""
_PARTS = re.compile("|".join((STRONG.pattern, AT.pattern, COLON.pattern, COMMA.pattern)), re.IGNORECASE)
_NAMED = re.compile(r"[^\w\s]*(?:[A-ZÀ-ÞĀ-Ž]|\d|[a-z]{1,3}\b|[a-z][A-Z])")
"""How the words of a name begin: with a capital or a figure, save the little ones."""


_WORD = re.compile(r"\w")


def with_employers(rows: list[Row]) -> list[Row]:
    """The rows of jobs, each item's employer on the item's own row."""
    return _nested(rows, _lacks_employer, _may_employ)


def with_schools(rows: list[Row]) -> list[Row]:
    """The rows of studies, each item's school on the item's own row."""
    return _nested(rows, lambda row, _: not names_school(row.text), _names_school)


def _nested(rows: list[Row], lacks: Callable[[Row, bool], bool], fits: Callable[[Row], bool]) -> list[Row]:
    """The rows, where most of the items that lack something have it in the first item of their own list."""
    outer = min((row.x0 for row in rows if row.bullet), default=0.0)
    firsts = [
        at
        for at in range(1, len(rows))
        if rows[at].bullet and rows[at].x0 > outer + 4 and rows[at - 1].bullet and rows[at - 1].x0 < outer + 4
    ]
    dated = any(row.found for row in rows)
    lacking = [at for at in firsts if lacks(rows[at - 1], dated)]
    taken = {at for at in lacking if fits(rows[at])}
    if not taken or 2 * len(taken) < len(lacking):
        return rows
    out: list[Row] = []
    for at, row in enumerate(rows):
        if at in taken:
            head = out.pop()
            cells = [*head.cells, *_unlabelled(row)]
            whole = head.with_cells(cells, sides=[*head.sides, *row.sides], below=[row])
            whole.x0 = head.x0
            out.append(whole)
        else:
            out.append(row)
    return out


def _unlabelled(row: Row) -> list[Cell]:
    """The cells of a row without the name of a field ("Company: Acme")."""
    words = row.cells[0].words[len(_label(row.text)[0].split()) :]
    return [Cell.of(words), *row.cells[1:]] if words else row.cells


def _label(text: str) -> tuple[str, str]:
    """What names the employer or school before a colon, if anything does, and what stands behind it."""
    match = COLON.search(text)
    label = text[: match.end()] if match else ""
    named = FIELDS.get(key(label)) in ("name", "institution")
    return (label, text[len(label) :]) if named else ("", text)


def _lacks_employer(row: Row, dated: bool) -> bool:
    """Whether a row holds its time, and a title or nothing else; a title alone where no row is `dated`."""
    if bool(row.found) != dated or ends_sentence(row.text):
        return False
    parts = [part for part in _PARTS.split(row.rest) if part and part.strip(" ()[]|:,–—-")]
    return not parts or (len(parts) == 1 and (may_be_title(parts[0]) or fold(parts[0]) in LEARNING))


def _may_employ(row: Row) -> bool:
    """Whether a row holds names alone, as an employer's: no list of more parts, and no label before a colon."""
    text = _label(row.text)[1]
    if row.found or row.prose or ":" in text or row.count > _MOST or ends_sentence(text):
        return False
    parts = COMMA.split(text)
    if len(parts) > 2 and max(place_score(parts[-1]), place_score(", ".join(parts[-2:]))) <= 0.5:
        return False
    titled = any(is_title(part) for part in AT.split(text)[:1]) and AT.search(text) is not None
    return titled or all(map(_NAMED.match, filter(_WORD.search, BRACKETED.sub("", text).split())))


def _names_school(row: Row) -> bool:
    return (
        names_school(row.text)
        and degree_in(row.text) is None
        and row.count <= _MOST + 4
        and not ends_sentence(row.text)
    )
