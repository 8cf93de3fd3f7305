"""Rows: the lines of a document, their cells, and what stands beside and within them."""

from aiscreen.parsing.rows.row import Cell, Look, Row, Style, Told
from aiscreen.parsing.rows.spaces import beside, by_column, gap, gaps, is_apart, is_made_up, lacks_room, reach
from aiscreen.parsing.rows.stops import ends_sentence

__all__ = [
    "Cell",
    "Look",
    "Row",
    "Style",
    "Told",
    "beside",
    "by_column",
    "ends_sentence",
    "gap",
    "gaps",
    "is_apart",
    "is_made_up",
    "lacks_room",
    "reach",
]
