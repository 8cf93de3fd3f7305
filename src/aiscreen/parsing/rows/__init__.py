"""Rows: the lines of a document, their cells, and what stands beside and within them."""

from aiscreen.parsing.rows.row import (
    Cell,
    Look,
    Row,
    Told,
    beside,
    ends_sentence,
    gap,
    is_apart,
    reach,
    shortens,
)

__all__ = [
    "Cell",
    "Look",
    "Row",
    "Told",
    "beside",
    "ends_sentence",
    "gap",
    "is_apart",
    "reach",
    "shortens",
]
