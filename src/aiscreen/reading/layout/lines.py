"""Rows of segments become Lines: bullets taken off, side columns attached, hyphens at line ends resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiscreen.models.document import Box, Line, Word
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.gutters import Gutter, clusters, dated
from aiscreen.reading.layout.segments import BULLETS, Segment, rows
from aiscreen.text import clean

if TYPE_CHECKING:
    from aiscreen.reading.layout.order import Page

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"} | {"\x02": "-", "￾": "-", "\x00": None}
)
_HYPHENS = "-\u2010"
_ICON = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff�￼]")
# First halves that keep their hyphen: people write them before one, and no hyphenation breaks right after them.
_COMPOUND = frozenset(
    "real open high low multi cross self pre post large long short full part end data cost time state well non semi "
    "fine user two three four five six first second third one zero few single deep on off in up co ex re cloud event "
    "role model rule text image machine human domain task customer client server production enterprise world hands "
    "problem decision test feature market key mid front back micro auto anti inter intra sub super over under e".split()
)


@dataclass(slots=True)
class Row:
    """The words of one line from left to right, its page, and whether it had a bullet."""

    words: list[Glyphs]
    page: int
    mark: Glyphs | None = None
    block: int = 0
    extra: list[Glyphs] = field(default_factory=list)


def rows_of(runs: list[Segment], sides: list[Gutter], page: int) -> list[Row]:
    """Segments that are read by rows. Columns of dates and labels are attached to the lines they stand on."""
    labels: set[int] = set()
    moved: dict[int, tuple[Segment, bool]] = {}
    for gutter in sides:
        _attach(gutter, labels, moved)
    found: list[Row] = []
    places: dict[int, Row] = {}
    for row in rows([run for run in runs if id(run) not in moved]):
        for run in [run for run in row if id(run) in labels]:
            found.append(_row([run], page))
            places[id(run)] = found[-1]
        rest = [run for run in row if id(run) not in labels]
        if rest:
            found.append(_row(rest, page))
            for run in rest:
                places[id(run)] = found[-1]
    for run in runs:
        if id(run) in moved:
            head, before = moved[id(run)]
            _insert(places[id(head)], head, run, before)
    return found


def _row(runs: list[Segment], page: int) -> Row:
    words = [word for run in runs for word in run.words]
    mark = words.pop(0) if runs[0].mark and len(words) > 1 else None
    return Row(words, page, mark)


def _insert(row: Row, head: Segment, run: Segment, before: bool) -> None:
    """Puts the words of a cluster's further row beside its first row."""
    known = {id(word) for word in head.words} | {id(word) for word in row.extra}
    at = max((index for index, word in enumerate(row.words) if id(word) in known), default=-1) + 1
    row.words[at:at] = run.words
    row.extra.extend(run.words)


def _attach(gutter: Gutter, labels: set[int], moved: dict[int, tuple[Segment, bool]]) -> None:
    left = gutter.narrow == "left"
    side, main = (gutter.left, gutter.right) if left else (gutter.right, gutter.left)
    groups = clusters(side)
    if left and _are_headings(groups, main):
        labels.update(id(run) for group in groups for run in group if not dated(group))
        return
    for group in groups:
        for run in group[1:]:
            beside = next((o for o in main if abs(o.base - run.base) <= 0.3 * min(o.size, run.size)), None)
            if beside is None or beside.mark or not _stands_out(beside, main):
                moved.setdefault(id(run), (group[0], left))


def _stands_out(run: Segment, main: list[Segment]) -> bool:
    """Whether a segment looks like part of an entry's head: its style is not that of most of the text."""
    weight: dict[tuple[float, bool, int], int] = {}
    for other in main:
        weight[other.style] = weight.get(other.style, 0) + other.words[-1].order - other.words[0].order + 1
    return run.style != max(weight, key=lambda style: (weight[style], style)) or run.words[0].style.italic


def _are_headings(groups: list[list[Segment]], main: list[Segment]) -> bool:
    """Whether labels left of the text are section headings: they stand over many rows and look unlike the text."""
    names = [group for group in groups if not dated(group)]
    if len(names) < 2 or len(names) < 0.7 * len(groups):
        return False
    if len(main) < 3 * len(groups):
        return False
    common = {run.style for run in main}
    unlike = sum(1 for group in names if group[0].style not in common or group[0].text.isupper())
    return unlike >= 0.7 * len(names)


def finish(blocks: list[list[Row]], pages: list[Page]) -> tuple[Line, ...]:
    """Numbers blocks and lines and makes the frozen Lines."""
    flat: list[Row] = []
    for block, group in enumerate(blocks):
        for row in group:
            row.block = block
            flat.append(row)
    icons = _repeated_icons(flat)
    lines: list[Line] = []
    count: dict[int, int] = {}
    dots = {page.number: page.dots for page in pages}
    for row in flat:
        words = tuple(word for word in map(_word, row.words) if word.text)
        if not words:
            continue
        number = count[row.page] = count.get(row.page, 0) + 1
        box = words[0].box
        for word in words[1:]:
            box = box.join(word.box)
        mark = row.mark is not None and (not _ICON.match(row.mark.text) or row.mark.text in icons)
        bullet = mark or _dotted(words[0], dots.get(row.page, []))
        lines.append(Line(words, box, row.page, number, row.block, bullet))
    return tuple(lines)


def _repeated_icons(flat: list[Row]) -> frozenset[str]:
    """Private-use glyphs that start several lines: bullets. Those that start one are icons."""
    seen: dict[str, int] = {}
    for row in flat:
        if row.mark is not None and _ICON.match(row.mark.text):
            symbol = row.mark.text in "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8"
            seen[row.mark.text] = seen.get(row.mark.text, 0) + (3 if symbol else 1)
    return frozenset(text for text, times in seen.items() if times >= 3)


def _dotted(first: Word, dots: list[Box]) -> bool:
    """Whether a small painted shape stands before the word, in the middle of its height."""
    size = first.size
    for dot in dots:
        if 0.5 < first.box.x0 - dot.x1 < 2.5 * size and dot.height < 0.8 * size:
            middle = (dot.top + dot.bottom) / 2
            if first.box.top + 0.2 * size < middle < first.box.bottom - 0.1 * size:
                return True
    return False


def _word(one: Glyphs) -> Word:
    style = one.style
    text = one.text
    if not text.isascii():
        text = _ICON.sub("", text.translate(_LIGATURES))
        if len(text) > 1 and text[0] in BULLETS:
            text = text[1:]
    elif "\x02" in text:
        text = text.translate(_LIGATURES)
    box = Box(round(one.x0, 2), round(one.top, 2), round(one.x1, 2), round(one.bottom, 2))
    size = round(style.size, 1)
    return Word(clean(text), box, size, style.bold, style.italic, style.color, style.font, one.link)
