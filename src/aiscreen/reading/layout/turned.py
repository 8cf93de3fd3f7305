"""Text set on its side: labels in the margin stand, as a reader takes them, over what they stand beside."""

from __future__ import annotations

from dataclasses import replace

from aiscreen.reading.layout.glyphs import Glyphs

_APART = 1.5
"""Gap between two words of one label, of the size, at the most."""
_LONG = 40
"""Characters of a label, at the most: what is longer is a note or a stamp."""
_SIDEWAYS = (90, 270)
Band = tuple[float, float, Glyphs]
"""Top and bottom of a line, and its first word."""


def turned_rows(words: list[Glyphs]) -> list[list[Glyphs]]:
    """Text set on its side or aslant, in the order of painting: a row is a run of one direction and place."""
    rows: list[list[Glyphs]] = []
    for word in words:
        if rows and _near(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _near(last: Glyphs, word: Glyphs) -> bool:
    turn, size = word.style.turn, word.style.size
    across, down = abs(word.x0 - last.x0), abs(word.top - last.top)
    if turn != last.style.turn or min(across, down) >= 0.4 * size:
        return False
    if turn not in _SIDEWAYS:
        return True
    gap = word.top - last.bottom if turn == 90 else last.top - word.bottom
    return across < 0.4 * size and -0.5 * size < gap < _APART * size


def set_upright(upright: list[Glyphs], rows: list[list[Glyphs]]) -> tuple[list[Glyphs], list[list[Glyphs]]]:
    """The upright words of a page with the labels of its margins among them, each over the lines that it stands beside,
    and the rows that are no such labels."""
    labels = [row for row in rows if upright and _is_label(row)]
    if not labels:
        return upright, rows
    words, placed = list(upright), set()
    for left in (True, False):
        beside = [row for row in labels if _in_margin(row, upright, left)]
        beside.sort(key=_middle)
        edge = max((word.x1 for row in beside for word in row), default=0.0)
        bands = _bands([word for word in upright if not left or word.x0 > edge])
        for row, host in zip(beside, _hosts(beside, bands), strict=True):
            words += _over(row, host, bands)
            placed.add(id(row))
    return words, [row for row in rows if id(row) not in placed]


def _is_label(row: list[Glyphs]) -> bool:
    text = " ".join(word.text for word in row)
    letters = sum(map(str.isalpha, text))
    named = letters > 2 and len(text) <= _LONG and not any(map(str.isdigit, text))
    return named and row[0].style.turn in _SIDEWAYS and text[:1].isupper()


def _in_margin(row: list[Glyphs], upright: list[Glyphs], left: bool) -> bool:
    """Whether nothing stands between a row and the edge of the page, at its height, but text does on the other side."""
    top, bottom = min(word.top for word in row), max(word.bottom for word in row)
    x0, x1 = min(word.x0 for word in row), max(word.x1 for word in row)
    level = [word for word in upright if word.top < bottom and word.bottom > top]
    return bool(level) and all(word.x0 >= x1 - 1 if left else word.x1 <= x0 + 1 for word in level)


def _middle(row: list[Glyphs]) -> float:
    return (min(word.top for word in row) + max(word.bottom for word in row)) / 2


def _bands(words: list[Glyphs]) -> list[Band]:
    """The lines of a page's words from top to bottom; those that overlap are one."""
    bands: list[Band] = []
    for word in sorted(words, key=lambda word: (round(word.base), word.x0)):
        if bands and word.base - 0.5 * word.style.size < bands[-1][1]:
            top, bottom, first = bands[-1]
            bands[-1] = (
                min(top, word.top),
                max(bottom, word.bottom),
                min(first, word, key=lambda one: one.x0),
            )
        else:
            bands.append((word.top, word.bottom, word))
    return bands


def _hosts(labels: list[list[Glyphs]], bands: list[Band]) -> list[int]:
    """For each label of a margin the line that it stands over: the one below the widest gap between the middle of the
    label above (the top of the page) and its own."""
    hosts: list[int] = []
    above = 0.0
    for row in labels:
        middle = _middle(row)
        here = [at for at, (top, _, _) in enumerate(bands) if above < top <= middle and at not in hosts[-1:]]
        hosts.append(max(here, key=lambda at: _space(bands, at), default=hosts[-1] if hosts else 0))
        above = middle
    return hosts


def _space(bands: list[Band], at: int) -> float:
    return bands[at][0] - bands[at - 1][1] if at else 0.0


def _over(row: list[Glyphs], host: int, bands: list[Band]) -> list[Glyphs]:
    """A label's words set upright, over a line and at its edge."""
    top, _, first = bands[host]
    base = top - 0.25 * max(0.0, _space(bands, host))
    style = replace(row[0].style, turn=0)
    found: list[Glyphs] = []
    x = first.x0
    for at, word in enumerate(row):
        wide = word.bottom - word.top
        high = word.x1 - word.x0
        found.append(
            replace(
                word, x0=x, x1=x + wide, top=base - 0.8 * high, bottom=base + 0.2 * high, base=base, style=style, spaced=at > 0,
            )
        )  # fmt: skip
        gap = 0.0
        if at + 1 < len(row):
            one, two = sorted((word, row[at + 1]), key=lambda glyphs: glyphs.top)
            gap = max(0.2 * style.size, two.top - one.bottom)
        x += wide + gap
    return found
