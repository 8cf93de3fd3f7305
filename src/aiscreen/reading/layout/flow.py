"""Flow: the parts of all pages in order, where columns go on over the page."""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.reading.layout.gutters import Gutter
from aiscreen.reading.layout.rows import Row


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
