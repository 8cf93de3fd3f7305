"""Flow: the parts of all pages in order, where columns go on over the page."""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.reading.layout.edges import gutters
from aiscreen.reading.layout.gutters import Gutter
from aiscreen.reading.layout.rows import Row
from aiscreen.reading.layout.segments import Segment, dated

GRID = 6
"""Rows of the shorter side up to which a pair of columns is a grid inside the text."""
_SAME = 3.0
"""Points within which columns of two pages begin at the same place."""
_NEARLY = 0.8
"""Share of a page's segments that stand beside a gutter which goes on from the page above."""


@dataclass(slots=True)
class Part:
    """A piece of a page that is read from top to bottom: its rows, and where it begins on the left.

    `column` is the gutter that it stands beside, if the page's outermost pair; `side` on which side.
    """

    rows: list[Row]
    x0: float
    column: Gutter | None = None
    side: str = ""


def blocks_of(parts: list[Part]) -> list[list[Row]]:
    """The rows of each column or box. What goes on over the page at the same left edge is one."""
    blocks: list[list[Row]] = []
    last: Part | None = None
    for part in parts:
        if last is not None and last.rows[-1].page < part.rows[0].page and abs(last.x0 - part.x0) < 12:
            blocks[-1] += part.rows
        else:
            blocks.append(list(part.rows))
        last = part
    return blocks


def flow(pages: list[list[Part]]) -> list[Part]:
    """Parts of all pages in order, where columns go on over the page."""
    done: list[Part] = []
    open_left: list[Part] = []
    open_right: list[Part] = []
    for parts in pages:
        head, left, right, tail = _ends(parts)
        if open_left and not head and left and _same_gutter(open_left, left):
            open_left += left
            open_right += right
        else:
            done += _close(open_left, open_right, parts)
            done += head
            open_left, open_right = left, right
        if tail:
            done += open_left + open_right + tail
            open_left, open_right = [], []
    return done + open_left + open_right


def _ends(parts: list[Part]) -> tuple[list[Part], list[Part], list[Part], list[Part]]:
    """What stands before the page's last pair of columns, the pair, and what stands after it."""
    last = next((part.column for part in reversed(parts) if part.column is not None), None)
    if last is None:
        return parts, [], [], []
    where = [index for index, part in enumerate(parts) if part.column is last]
    pair = parts[where[0] : where[-1] + 1]
    left = [part for part in pair if part.side == "left"]
    right = [part for part in pair if part.side != "left"]
    return parts[: where[0]], left, right, parts[where[-1] + 1 :]


def open_pair(parts: list[Part]) -> Gutter | None:
    """The columns that a page ends with, if they are the page's and no grid inside its text."""
    _, left, right, tail = _ends(parts)
    if tail or not left or min(sum(len(part.rows) for part in side) for side in (left, right)) <= GRID:
        return None
    return left[0].column


def gone_on(before: Gutter, runs: list[Segment]) -> Gutter | None:
    """The gutter of the page above where it parts nearly all of this page too: what is too short to show by itself that
    its sides are columns goes on in these."""
    edge = min(run.x0 for run in before.left)
    for gutter in gutters(runs):
        if (
            abs(gutter.x - before.x) < _SAME
            and abs(min(run.x0 for run in gutter.left) - edge) < _SAME
            and len(gutter.left) + len(gutter.right) >= _NEARLY * len(runs)
            and not any(
                2 * sum(dated([run]) for run in side) > len(side) for side in (gutter.left, gutter.right)
            )
        ):
            gutter.kind = "columns"
            return gutter
    return None


def _same_gutter(before: list[Part], after: list[Part]) -> bool:
    one, two = before[0].column, after[0].column
    return one is not None and two is not None and abs(one.x - two.x) < 15


def _close(left: list[Part], right: list[Part], following: list[Part]) -> list[Part]:
    """Both open columns, last the one that goes on in what follows: the one whose left edge that shares."""
    if not left or not right or not following:
        return left + right
    x0 = following[0].x0
    if abs(x0 - min(part.x0 for part in left)) + 10 < abs(x0 - min(part.x0 for part in right)):
        return right + left
    return left + right
