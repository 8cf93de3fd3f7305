"""Heads that go on over the next line: how their text stops, and whether there was no more room."""

from __future__ import annotations

from aiscreen.parsing.rows import Cell, Row, is_made_up, lacks_room
from aiscreen.parsing.words.heads import SMALL
from aiscreen.parsing.words.titles import may_be_title, title_score


def wraps(above: Row, below: Row, cell: Cell | None = None) -> bool:
    """Whether a cell of a head's row, its lead if no other, had no room left before the one at its right for the next
    row's first word."""
    cell = cell or above.lead
    stop = min((other.x0 for other in above.cells if other.x0 > cell.x1), default=None)
    if stop is None or cell.text.isupper() != below.lead.text.isupper():
        return False
    return not is_made_up(cell, stop) and lacks_room(cell, below.first, stop)


def unfinished(first: str, second: str) -> bool:
    """Whether a line of a head goes on in the next."""
    return stops_open(first, second) or halves_title(first, second)


def stops_open(first: str, second: str) -> bool:
    """Whether a line stops at a small word or an open mark, or the next starts with a small word."""
    last = first.rpartition(" ")[2].casefold()
    if last in SMALL or last[-1:] in ",&-/\u2010\u00ad" or first.count("(") > first.count(")"):
        return True
    begin = second.partition(" ")[0]
    return second[:1].islower() or (begin.casefold() if second.isupper() else begin) in SMALL


def halves_title(first: str, second: str) -> bool:
    """Whether the second of two lines is a word that makes the first a better title than it is alone ("Software" /
    "Engineer")."""
    return (
        "," not in first
        and not may_be_title(first)
        and may_be_title(second)
        and title_score(f"{first} {second}") > title_score(second)
        and second.count(" ") == 0
    )
