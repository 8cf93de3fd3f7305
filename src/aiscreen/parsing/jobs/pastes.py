"""Pastes from a profile page: a company with the length of the whole time there, and below it the positions held."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.parsing.rows import Row

_NAME = 8
"""Words in a company's name, at the most."""


def by_company(rows: list[Row]) -> list[tuple[list[Row], list[Row]]]:
    """The rows of jobs in runs, each with the rows of the company under whose name they stand: none for those above the
    first company that is set so. Where the first job is, all have their company first."""
    starts = [i for i in range(len(rows) - 3) if _is_company(rows, i)]
    if not starts or starts[0] == 0:
        return [([], rows)]
    runs: list[tuple[list[Row], list[Row]]] = [([], rows[: starts[0]])]
    for start, stop in pairwise([*starts, len(rows)]):
        runs.append((rows[start : start + 2], rows[start + 2 : stop]))
    return runs


def _is_company(rows: list[Row], i: int) -> bool:
    """Whether a name stands above a time's length and nothing else ("3 yrs 2 mos"), that above a position with its dates."""
    name, length, position = rows[i : i + 3]
    if not length.only_dates or position.only_dates or name.count > _NAME:
        return False
    if any(row.bullet or row.prose or row.found for row in (name, length, position)):
        return False
    return any(row.ranged for row in rows[i + 3 : i + 5])
