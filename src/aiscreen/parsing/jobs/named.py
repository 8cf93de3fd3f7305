"""Heads in names: with which a paragraph begins before its first point ("Acme Ltd, Engineer, 2016 – 2021. I built ...")."""

from __future__ import annotations

from dataclasses import replace

from aiscreen.parsing.education.studies import is_study
from aiscreen.parsing.entries.bare_heads import dated_names
from aiscreen.parsing.rows import Cell, Row, ends_sentence, is_apart
from aiscreen.parsing.rows.passages import sentences
from aiscreen.parsing.words.lists import BRACKETED
from aiscreen.parsing.words.titles import may_be_title

_LEAST = 8
"""Words in a paragraph that says something behind its head, at the least."""
MOST_NAMES = 8
"""Words in a sentence that does no more than name, at the most."""


def named(row: Row, above: Row | None) -> list[Row]:
    """A row as its head and the rest, where it begins with names and their dates, or with names below a lone span."""
    if row.count < _LEAST:
        return [row]
    below_span = above is not None and above.only_dates and above.ranged and not above.bullet
    if not (below_span or row.figures):
        return [row]
    spans = sentences(row.text)
    stops = [word_at(row, stop) for _, stop in spans[:2]]
    if stops[0] == len(row.cells[0].words):
        return [row]
    first = _head(row, 0, stops[0])
    if (above is None or is_apart(above, row)) and first.only_dates and first.ranged:
        return _dated_first(row, spans)
    if (below_span and _names(first)) or dated_names(first) or is_study(first):
        return [first, *rest_of(row, stops[0])]
    if len(stops) > 1 and _names(first) and not first.found:
        second = _head(row, stops[0], stops[1])
        if second.count <= MOST_NAMES and dated_names(second):
            return [first, second, *rest_of(row, stops[1])]
    return [row]


def _dated_first(row: Row, spans: list[tuple[int, int]]) -> list[Row]:
    """A paragraph that begins with a span of time, the employer and perhaps the title, each in a sentence of its own
    ("2021-2024. Acme. Backend developer. Services in Go.")."""
    heads: list[Row] = []
    begin = 0
    for number, (_, at) in enumerate(spans[:3]):
        stop = word_at(row, at)
        part = _head(row, begin, stop)
        if number and not (_names(part) and (number == 1 or may_be_title(part.text))):
            break
        heads.append(part)
        begin = stop
    return [*heads, *rest_of(row, begin)] if len(heads) > 1 else [row]


def _names(row: Row) -> bool:
    """Whether a sentence does no more than name: it is short, and few of its words are in small letters."""
    words = [word for word in BRACKETED.sub(" ", row.text).split() if word[0].isalpha()]
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    return len(words) <= MOST_NAMES and 2 * small <= len(words) and not row.prose


def _head(row: Row, begin: int, stop: int) -> Row:
    """A sentence of a row as a head, without its full stop."""
    made = part_of(row, begin, stop)
    cell = made.cells[0]
    if not (made.part and ends_sentence(cell.text)):
        return made
    return made.with_cells([replace(cell, text=cell.text.rstrip("."))])


def rest_of(row: Row, begin: int) -> list[Row]:
    """What a row says behind its head; that may be a head again."""
    if begin == len(row.cells[0].words):
        return []
    rest = part_of(row, begin, None)
    rest.said = not dated_names(rest)
    return named(rest, None) if rest.said else [rest]


def word_at(row: Row, at: int) -> int:
    """The number of the first word that begins at a place of a row's text or behind it."""
    return len(row.text[:at].split())


def part_of(row: Row, begin: int, stop: int | None) -> Row:
    """Some words of a row with one cell, as a row at its left edge."""
    cell = row.cells[0]
    words = cell.words[begin:stop]
    if len(words) == len(cell.words):
        return replace(row)
    return Row(row.line, row.index, [replace(Cell.of(words), x0=cell.x0)], part=True, said=row.said)
