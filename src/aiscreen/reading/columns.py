"""Columns that a text sets side by side with spaces, as the output of a program or a page typed in one width has them:
each is read whole, the left one first.

A gutter is a band that stays blank over many lines while both sides hold text. That alone says little: dates at the
right edge, labels left of their text and tables leave such bands too, and are read line by line. Columns are told by
how their sides run: each goes on beside, above and below the other, in sentences, items and headings of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from operator import itemgetter

from aiscreen.reading.layout.segments import is_date
from aiscreen.reading.marks import mark_length

_CELL = re.compile(r"[^\s|]\S*(?: [^\s|]\S*)*")
_RULE = re.compile(r"[\s|+=_-]+")
_REACHED = re.compile(r"\w@[\w.-]{1,60}\.\w|(?:\d[\s().-]{0,3}){8}")
"""An e-mail address or a telephone number."""
_NAME = re.compile(r"\s*[^\W\d_a-z][^\W\d_]*[.,]?(?: +[^\W\d_][\w.'’-]*){1,4}\s*")
"""Two words or more that may be a person's name."""
_WORDS = re.compile(r"[^\W\d_][^\d,.;|]{3,}")
_EDGE = 8
"""Leftmost place at which a right column begins."""
_LEAST = 4
"""Lines of the shorter side, at the least."""
_GRID = 6
"""Lines of the shorter side up to which a pair is a grid inside the text."""
_HEADING = 3
"""Lines under the last blank one that may belong to what follows over both sides."""
_DEEP = 4
"""How often a part may be parted again."""
_MOST = 24
"""Edges that are tried, those at which most cells begin."""


def parted(lines: list[str], depth: int = _DEEP) -> list[list[str]]:
    """The lines in the columns that they stand in, in reading order; one list where there are none."""
    pair = _pair(lines) if depth and len(lines) > _LEAST else None
    if pair is None:
        return [lines]
    above, left, right = lines[: pair.start], _dedented(pair.left), _dedented(pair.right)
    if not any(above):
        above, right = _head(left, right)
    parts = above, left, right, lines[pair.stop :]
    return [column for part in parts if any(part) for column in parted(part, depth - 1)]


def _head(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """What names the candidate over the right column of a page whose left one names nobody, and what is under it."""
    first = next(at for at, line in enumerate(right) if line)
    end = next((at for at in range(first, len(right)) if not right[at]), len(right))
    named = _NAME.fullmatch(right[first]) and end - first <= _HEADING and any(right[end:])
    if not named or _NAME.fullmatch(next(filter(None, left))):
        return [], right
    return right[:end], right[end:]


@dataclass(slots=True)
class _Pair:
    """Lines from `start` to `stop` parted at one place into what stands left and right of it."""

    x: int
    start: int
    stop: int
    left: list[str]
    right: list[str]

    @property
    def weight(self) -> int:
        """Lines of the shorter side."""
        return min(sum(map(bool, self.left)), sum(map(bool, self.right)))

    def is_columns(self) -> bool:
        """Whether each side goes on by itself: lines of one alone stand between lines of the other, or sentences,
        items and headings begin and go on beside each other that a line read across would mix."""
        sides = self.left, self.right
        if self.weight < _LEAST or any(map(_is_dated, sides)) or not _say(self.left + self.right):
            return False
        if _are_labels(self.left):
            return False
        both = alone_left = alone_right = mixed = items = 0
        above = "", ""
        for left, right in zip(self.left, self.right, strict=True):
            if left and right:
                both += 1
                mixed += _is_mixed(*above, left.strip(), right.strip())
                items += bool(above[1]) and mark_length(right) > 0 and not mark_length(left)
            elif any(above):
                alone_left += bool(left)
                alone_right += bool(right)
            above = left.strip(), right.strip()
        alone = min(alone_left, alone_right)
        mixed += items if mixed else 0  # items alone may stand behind labels
        headed = bool(mixed) and _is_heading(self.left[0]) and _is_heading(self.right[0])
        return any(sign >= 3 and sign >= 0.25 * both for sign in (alone, mixed, alone + mixed + headed - 1))


def _is_mixed(above_left: str, above_right: str, left: str, right: str) -> bool:
    """Whether a line read across would mix what its sides say."""
    if goes_on(above_right, right) or goes_on(above_left, left):
        return True
    if any(_REACHED.search(one) and other.count(" ") > 2 for one, other in ((left, right), (right, left))):
        return True
    return _is_heading(right) and not left.isupper()


def _is_heading(text: str) -> bool:
    return text.isupper() and _WORDS.fullmatch(text) is not None


def goes_on(above: str, below: str) -> bool:
    """Whether a line goes on with the sentence above it."""
    words = above.count(" ") > 1 and below and not mark_length(below)
    return bool(words) and (above[-1] in ",-" or (below[0].islower() and above[-1] not in ".:;!?"))


def _is_dated(side: list[str]) -> bool:
    """Whether most of a side's lines, or what most of its groups of lines begin with, are dates."""
    held = [line for line in side if line]
    heads = [line for above, line in pairwise(["", *side]) if line and not above]
    return any(
        2 * sum(map(is_date, lines)) > len(lines)
        for lines in (held, heads[1:] if len(heads) > _LEAST else held)
    )


def _say(lines: list[str]) -> bool:
    """Whether lines say something: they are no lists of short names."""
    return sum(1 for line in lines for cell in _CELL.findall(line) if cell.count(" ") > 2) > 1


def _are_labels(side: list[str]) -> bool:
    """Whether lines end at one place rather than begin there or share their middle, as labels before their text do."""
    held = [line for line in side if line]
    starts = Counter((len(line) - len(line.lstrip())) // 2 for line in held)
    middles = Counter((len(line) - len(line.lstrip()) + len(line)) // 4 for line in held)
    edge = max(map(len, held))
    flush = sum(1 for line in held if edge - len(line) <= _EDGE)
    return 2 * flush >= len(held) > 2 * max(*starts.values(), *middles.values())


def _pair(lines: list[str]) -> _Pair | None:
    """The pair of columns that orders most lines."""
    begins = Counter(
        cell.start()
        for line in lines
        if "  " in line or "|" in line
        for cell in _CELL.finditer(line)
        if cell.start() >= _EDGE
    )
    edges = sorted((x for x, count in begins.items() if count > 2), key=lambda x: (-begins[x], x))[:_MOST]
    flush = _flush_right(lines)
    edges += [flush] if flush and flush not in edges else []
    pairs = [pair for x in edges for pair in _pairs(lines, x) if pair.is_columns()]
    return max(pairs, key=lambda pair: (pair.weight, -pair.x), default=None)


def _flush_right(lines: list[str]) -> int:
    """Where the longest line of a column that is set flush right begins; 0 without one."""
    last = [
        (len(line), len(line) - len(cell))
        for line in lines
        if (cell := line.rpartition("   ")[2].strip()) != line.strip() or line[: 3 * _EDGE].isspace()
    ]
    ends = Counter(end for end, _ in last)
    edge, count = max(ends.items(), key=itemgetter(1, 0), default=(0, 0))
    starts = {start for end, start in last if edge - 1 <= end <= edge + 1}
    return min(starts) if count >= _LEAST and len(starts) > 2 else 0


def _pairs(lines: list[str], x: int) -> Iterator[_Pair]:
    """Where lines on end keep clear of the band left of `x`."""
    start = 0
    for at, line in enumerate([*lines, "x" * (x + 1)]):
        if line[x - 2 : x].strip(" |") and not _is_crossed(line, x):
            if at - start > _LEAST:
                pair = _cut(lines, x, start, at)
                if pair is not None:
                    yield pair
            start = at + 1


def _cut(lines: list[str], x: int, start: int, stop: int) -> _Pair | None:
    """The lines parted at `x`, without those at either end that stand over or under both sides."""
    closed = stop < len(lines)
    lines = ["" if _is_crossed(line, x) else line for line in lines[start:stop]]
    left = [line[:x].rstrip(" |") for line in lines]
    right = [line[x:] for line in lines]
    on_left, on_right = _held(left), _held(right)
    if min(len(on_left), len(on_right)) < _LEAST:
        return None
    blank = [at for at, line in enumerate(lines) if not line]
    ahead = on_right[0] if on_right[0] > on_left[0] else min(on_left[0], on_right[0] + _HEADING)
    first = max([at + 1 for at in blank if at < ahead], default=min(on_left[0], on_right[0]))
    last = max(on_left[-1], on_right[-1]) + 1
    one_sided = min(on_left[-1], on_right[-1])
    if min(len(on_left), len(on_right)) > _GRID:  # only a heading right above what follows over both sides
        one_sided = max(one_sided, last - _HEADING) if closed and last == stop - start else last
    under = min(one_sided, _labels(on_left, right))
    last = min((at for at in blank if first < at < last and at > under), default=last)
    return _Pair(x, start + first, start + last, left[first:last], right[first:last])


def _is_crossed(line: str, x: int) -> bool:
    """Whether a line is a rule that the bar left of `x` crosses."""
    return any(mark in line[max(0, x - 3) : x] for mark in "+|") and _RULE.fullmatch(line) is not None


def _held(side: list[str]) -> list[int]:
    return [at for at, line in enumerate(side) if line]


def _labels(on_left: list[int], right: list[str]) -> int:
    """The line under which all that stands left, three lines at the least, names what begins on its line."""
    labels = list(takewhile(lambda at: right[at] and not right[at - 1], reversed(on_left)))
    return on_left[-len(labels) - 1] if 2 < len(labels) < len(on_left) else len(right)


def _dedented(lines: list[str]) -> list[str]:
    indent = min(len(line) - len(line.lstrip()) for line in lines if line)
    return [line[indent:] for line in lines]
