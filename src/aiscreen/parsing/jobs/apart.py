"""Jobs listed first, and told of below under the names of their employers: "2016 - 2019 Engineer, Acme Ltd" and further
down "Acme" alone above what was done there."""

from __future__ import annotations

from itertools import pairwise

from aiscreen.parsing.rows import Row
from aiscreen.text import spaced

_NAME = 5
"""Words in a line that is a name, at the most."""
_LEAST = 2
"""Jobs listed, and names told of below, at the least."""


def told_apart(rows: list[Row]) -> tuple[list[Row], list[list[Row]]]:
    """The rows that list jobs, and the runs of rows that tell of them, each with the employer's name in its first row; no
    runs where jobs are not set so."""
    dated = [i for i, row in enumerate(rows) if row.ranged and not (row.bullet or row.prose)]
    if len(dated) < _LEAST:
        return rows, []
    listed = rows[: dated[-1] + 1]
    if any(row.bullet or row.prose for row in listed):
        return rows, []
    known = spaced(" ".join([row.text for row in listed]))
    names = [i for i in range(dated[-1] + 1, len(rows)) if _is_name(rows[i], known)]
    if len(names) < _LEAST or len(names) != len({spaced(rows[i].text) for i in names}):
        return rows, []
    runs = [rows[start:stop] for start, stop in pairwise([*names, len(rows)])]
    return (rows[: names[0]], runs) if all(len(run) > 1 for run in runs) else (rows, [])


def employer_named(name: str | None, row: Row) -> bool:
    """Whether a row names an employer, in whole or by the words with which the name begins."""
    return spaced(name or "").startswith(spaced(row.text))


def _is_name(row: Row, known: str) -> bool:
    """Whether a row is a name that the list of jobs holds, and nothing else."""
    return (
        row.count <= _NAME
        and not row.bullet
        and row.text[0].isupper()
        and len(row.cells) == 1
        and spaced(row.text) in known
    )
