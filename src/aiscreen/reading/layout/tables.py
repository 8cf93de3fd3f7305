"""Ruled tables of three columns or more: rules part their cells, so that each is read by itself, row by row.

A row's short cells (dates, employer, role) are cells of one line, each with the words that it goes on in; what a cell
says at length follows in lines of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from aiscreen.models.document import Box
from aiscreen.reading.layout.dots import mark_items
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.rows import Row, row_of
from aiscreen.reading.layout.segments import Segment, rows, segments

_NEAR = 2.5
"""Points within which rules are at one place, or go on in each other."""
_WORDS = 12
"""Most words of a cell that names something."""
_MOST = 3000
"""Rules on a page above which they are a drawing."""


@dataclass(slots=True)
class Table:
    """Where the rules of a table stand: its columns' edges from left to right, its rows' from top to bottom."""

    across: list[float]
    down: list[float]

    def inside(self, word: Glyphs) -> bool:
        """Whether a word stands in the table."""
        middle = (word.x0 + word.x1) / 2
        return self.across[0] < middle < self.across[-1] and self.down[0] < word.base < self.down[-1]

    def beside(self, word: Glyphs) -> bool:
        """Whether a word stands at the table's height, but not in it."""
        return self.down[0] < word.base < self.down[-1] and not self.inside(word)


def tables(rules: list[Box]) -> list[Table]:
    """The tables that upright rules of one height make with the level ones across them, from top to bottom."""
    if not 6 <= len(rules) <= _MOST:
        return []
    upright = _merged([(rule.x0, rule.top, rule.bottom) for rule in rules if rule.width < rule.height])
    level = _merged([(rule.top, rule.x0, rule.x1) for rule in rules if rule.width >= rule.height])
    found: list[Table] = []
    while upright:
        _, top, bottom = upright[0]
        group = [one for one in upright if abs(one[1] - top) < 2 * _NEAR and abs(one[2] - bottom) < 2 * _NEAR]
        upright = [one for one in upright if one not in group]
        across = sorted(x for x, _, _ in group)
        if len(across) < 4:
            continue
        down = sorted(
            y
            for y, left, right in level
            if top - 2 * _NEAR < y < bottom + 2 * _NEAR
            and left < across[0] + 2 * _NEAR
            and right > across[-1] - 2 * _NEAR
        )
        if len(down) >= 3:
            found.append(Table(across, down))
    return sorted(found, key=lambda table: table.down[0])


def _merged(rules: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Rules (place, begin, end) of one place that touch, as one; places and ends nearly the same are the same."""
    merged: list[tuple[float, float, float]] = []
    places: list[float] = []
    for place in sorted(place for place, _, _ in rules):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    for place in places:
        on = sorted((begin, end) for at, begin, end in rules if 0 <= at - place <= _NEAR)
        first, last = on[0]
        for begin, end in on[1:]:
            if begin > last + _NEAR:
                merged.append((place, first, last))
                first = begin
            last = max(last, end)
        merged.append((place, first, last))
    return merged


def table_rows(table: Table, words: list[Glyphs], page: int, dots: list[Box]) -> list[Row]:
    """The rows of a table from the words inside it."""
    found: list[Row] = []
    for top, bottom in pairwise(table.down):
        band = [word for word in words if top < word.base < bottom]
        head, said = Row([], page), []
        for left, right in pairwise(table.across):
            lines = _lines([word for word in band if left < (word.x0 + word.x1) / 2 < right], dots)
            texts = _texts(lines, left, right)
            if _names(texts):
                for text in texts:
                    if head.words:
                        head.cuts.append(len(head.words))
                    head.words += [word for line in text for run in line for word in run.words]
            else:
                said += [row_of([line], page) for line in lines]
        found += [head, *said] if head.words else said
    return found


def _lines(words: list[Glyphs], dots: list[Box]) -> list[list[Segment]]:
    runs = segments(words, dots)
    mark_items(runs, dots)
    return rows(runs)


def _texts(lines: list[list[Segment]], left: float, right: float) -> list[list[list[Segment]]]:
    """A cell's lines, those together of which the lower begins with a word that had no room on the upper."""
    pad = min((line[0].x0 for line in lines), default=left) - left
    texts: list[list[list[Segment]]] = []
    for line in lines:
        first, last = line[0], texts[-1][-1][-1] if texts else None
        word = first.words[0]
        if (
            last is not None
            and first.style == last.style
            and last.x1 + 0.25 * last.size + word.x1 - word.x0 > right - pad
        ):
            texts[-1].append(line)
        else:
            texts.append([line])
    return texts


def _names(texts: list[list[list[Segment]]]) -> bool:
    """Whether a cell names something rather than says something."""
    runs = [run for text in texts for line in text for run in line]
    return (
        len(texts) <= 3
        and not any(run.item for run in runs)
        and sum(len(run.words) for run in runs) <= _WORDS
    )
