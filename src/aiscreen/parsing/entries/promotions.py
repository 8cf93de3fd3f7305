"""Later positions that a head tells of, and that begin no entry of their own."""

from __future__ import annotations

from aiscreen.parsing.dates import Dates
from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.rows.asides import has_range
from aiscreen.parsing.words.titles import SENIORITY, is_title


def forget_promotions(rows: list[Row]) -> list[Row]:
    """A later position within a head ("Engineer, since 2023 Senior Engineer") dates no entry where the time of the whole
    stands above it or beside it."""
    for above, row in zip([None, *rows], rows, strict=False):
        own = [(cell, kept) for cell, dates in row.found if (kept := _without_promotion(cell, dates))]
        if own == row.found:
            continue
        timed = above is not None and not above.bullet and not row.bullet and has_range(above)
        if timed or any(not d.single for _, dates in own for d in dates):
            row.found = own
    return rows


def _without_promotion(cell: Cell, dates: tuple[Dates, ...]) -> tuple[Dates, ...]:
    """A cell's dates without those since which something else was held: a title before them, and another behind."""
    return tuple([d for d in dates if not (d.current and _is_promotion(cell.text, d))])


def _is_promotion(text: str, dates: Dates) -> bool:
    later = text[dates.stop :].partition(",")[0].strip(" )–—-|")
    return (
        text[dates.begin : dates.begin + 1].isalpha()
        and is_title(text[: dates.begin])
        and (is_title(later) or later.casefold() in SENIORITY)
    )
