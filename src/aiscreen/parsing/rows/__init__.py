"""Rows: the lines of a document, their cells, and what stands beside and within them."""

from aiscreen.parsing.rows.row import (
    ABBREVIATED,
    Cell,
    Look,
    Row,
    Told,
    beside,
    ends_sentence,
    gap,
    is_apart,
    may_shorten,
    reach,
)

__all__ = [
    "ABBREVIATED",
    "Cell",
    "Look",
    "Row",
    "Told",
    "beside",
    "ends_sentence",
    "gap",
    "is_apart",
    "may_shorten",
    "reach",
]
