"""Tables that a text draws with bars: a cell may go on over lines, and what it says stays together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_RULE = re.compile(r"[\s|+:=_-]+")
_LEAST = 3
"""Lines of a table, at the least."""
_NAME = 40
"""Letters of a cell that names something; a longer one says something."""


@dataclass
class Drawn:
    """A row of a table: the lines of each of its cells."""

    cells: list[list[str]] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The row as lines: the cells that name something side by side, then each cell that says something as a bullet."""
        named = [cell for cell in self.cells if len(cell) == 1 and len(cell[0]) <= _NAME]
        if named:
            yield " | ".join(cell[0] for cell in named)
        for cell in self.cells:
            if cell and cell not in named:
                yield f"- {cell[0]}"
                yield from (f"  {line}" for line in cell[1:])


def tables(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where tables begin and stop: lines on end whose bars, two or more, stand below each other."""
    start = 0
    while start < len(lines):
        bars = _bars(lines[start])
        stop = start + 1
        if len(bars) > 1 and not _RULE.fullmatch(lines[start]):
            while stop < len(lines) and (_bars(lines[stop]) == bars or _is_rule(lines[stop], bars)):
                stop += 1
            if stop - start >= _LEAST and any(_is_rule(line, bars) for line in lines[start:stop]):
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
    return found


def _bars(line: str) -> list[int]:
    return [at for at, character in enumerate(line) if character == "|"]


def _is_rule(line: str, bars: list[int]) -> bool:
    """Whether a line is a rule of a table with bars at these places."""
    return (
        len(line) > bars[-1]
        and _RULE.fullmatch(line) is not None
        and all(line[at] in "|+-=" for at in bars)
        and "-" in line
    )
