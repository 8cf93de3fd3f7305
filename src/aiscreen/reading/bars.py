"""Tables and boxes that a text draws with bars and rules: a cell may go on over lines, and what it says stays together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiscreen.reading import columns
from aiscreen.reading.marks import mark_length

_RULE = re.compile(r"[\s|+:=_-]+")
_RULES = " |+:=_-"
_LEAST = 3
"""Lines of a table, at the least."""
_NAME, _WRAPPED = 60, 40
"""Letters of a cell that names something, and of one that goes on over lines behind the first; a longer one says
something."""
_BAR = re.compile(r"\|")
BOX = re.compile("[\u2500-\u257f]")
"""What draws boxes where it is not typed."""
_LEVEL, _UPRIGHT = "─━┄┅┈┉╌╍═╴╶╸╺╼╾", "│┃┆┇┊┋╎╏║╵╷╹╻╽╿"
_TYPED = dict.fromkeys(range(0x2500, 0x2580), "+")
_TYPED |= str.maketrans(dict.fromkeys(_LEVEL, "-") | dict.fromkeys(_UPRIGHT, "|"))


def undrawn(lines: list[str]) -> list[str]:
    """The lines without the frames of boxes, those of tables as rows that read one below the other."""
    if any(map(BOX.search, lines)):
        lines = [line.translate(_TYPED) for line in lines]
    if not any(line and not line.strip(_RULES) and ("-" in line or "=" in line) for line in lines):
        return lines
    lines = _unframed(lines)
    for start, stop in reversed([*tables(lines)]):
        lines[start:stop] = [line for row in rows(lines[start:stop]) for line in ["", *row.lines()]] + [""]
    return lines


def _unframed(lines: list[str]) -> list[str]:
    """The lines without the bars at both edges of a box, which rules close."""
    frames = [_frame(line) for line in lines]
    open_ = list(lines)
    for at, frame in enumerate(frames):
        near = range(max(0, at - 1), min(len(lines), at + 2))
        if frame is not None and any(
            frames[one] == frame or _is_rule(lines[one], frame) for one in near if one != at
        ):
            left, right = frame
            open_[at] = f"{lines[at][:left]} {lines[at][left + 1 : right]}".rstrip()
    return open_


def _frame(line: str) -> list[int] | None:
    """Where the bars at a line's edges stand, if both are there."""
    body = line.strip() if line[-1:] == "|" else ""
    if len(body) < 2 or body[0] != "|" or _RULE.fullmatch(body):
        return None
    return [len(line) - len(line.lstrip()), len(line.rstrip()) - 1]


@dataclass
class Drawn:
    """A row of a table: the lines of each of its cells, and how wide each is."""

    cells: list[list[str]]
    widths: list[int] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The row as lines: what names something side by side, then what says something as bullets."""
        names: list[str] = []
        said: list[list[str]] = []
        for at, (cell, width) in enumerate(zip(self.cells, self.widths, strict=True)):
            texts = _texts(cell, width)
            most = _NAME if at == 0 or len(cell) == 1 else _WRAPPED
            whole = at + 1 < len(self.cells) and sum(map(len, cell)) <= most
            while texts and _names(texts[0], most):
                names.append(" ".join(texts.pop(0)))
                if not whole:
                    break
            said += texts
        if names:
            yield " | ".join(names)
        for text in said:
            yield f"- {text[0][mark_length(text[0]) :]}"
            yield from (f"  {line}" for line in text[1:])


def _names(text: list[str], most: int) -> bool:
    """Whether a text names something rather than says something."""
    return sum(map(len, text)) < most and text[-1][-1] not in ".;" and not mark_length(text[0])


def _texts(cell: list[str], width: int) -> list[list[str]]:
    """A cell's lines, those together of which the lower goes on in a sentence, or begins with a word that had no room on
    the upper."""
    texts: list[list[str]] = []
    for line in cell:
        full = texts and len(texts[-1][-1]) + 1 + len(line.split()[0]) > width
        goes_on = texts and not line[0].isupper() and texts[-1][-1][-1] not in ".:;!?"
        if not mark_length(line) and (full or goes_on):
            texts[-1].append(line)
        else:
            texts.append([line])
    return texts


def tables(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where tables begin and stop: lines on end whose bars stand below each other, with rules that these cross; not a
    page's columns that a bar parts."""
    start = 0
    while start < len(lines):
        bars = _bars(lines[start])
        stop = start + 1
        if bars and not _RULE.fullmatch(lines[start]):
            while stop < len(lines) and (_bars(lines[stop]) == bars or _is_rule(lines[stop], bars)):
                stop += 1
            rules = [line for line in lines[start:stop] if _is_rule(line, bars)]
            ruled = len(bars) > 1 or any(line[bars[0]] in "|+" for line in rules)
            table = stop - start >= _LEAST and bool(rules) and ruled
            if table and (len(rules) > _LEAST or len(columns.parted(lines[start:stop])) == 1):
                yield start, stop
        start = stop


def rows(lines: list[str]) -> list[Drawn]:
    """The rows of a table: a line whose first cell is empty goes on with the row above."""
    bars = _bars(next(line for line in lines if "|" in line and not _RULE.fullmatch(line)))
    edges = [0, *(bar + 1 for bar in bars)]
    found: list[Drawn] = []
    for line in lines:
        if _is_rule(line, bars):
            continue
        texts = [line[a:b].strip(" |") for a, b in zip(edges, [*bars, len(line)], strict=True)]
        filled = [text for text in texts[: 1 + (bars[0] == 0)] if text]
        if filled or not found:
            found.append(Drawn([[] for _ in texts]))
        for cell, text in zip(found[-1].cells, texts, strict=True):
            if text:
                cell.append(text)
    widths = [
        max((len(line) for row in found for line in row.cells[at]), default=0) for at in range(len(edges))
    ]
    for row in found:
        row.widths = widths
    return found


def _bars(line: str) -> list[int]:
    return [bar.start() for bar in _BAR.finditer(line)] if "|" in line else []


def _is_rule(line: str, bars: list[int]) -> bool:
    """Whether a line is a rule of a table with bars at these places."""
    return (
        len(line) > bars[-1]
        and _RULE.fullmatch(line) is not None
        and all(line[at] in "|+-=" for at in bars)
        and ("-" in line or "=" in line)
    )
