"""Entries whose dates stand at their end: a title, what was done, and below it the employer beside the dates."""

from __future__ import annotations

from aiscreen.parsing.entries.signs import likeness
from aiscreen.parsing.rows import Row, Style

_LEAST = 2
"""Entries that show the pattern, if their dates do not stand alone; rows from an entry's title to its dates."""


def starts_before_dates(rows: list[Row], anchors: list[int], plain: Style) -> list[int]:
    """The rows with which such entries start; none where the section is set otherwise. Each dated row (`anchors`) ends an
    entry, the last one the section; what follows is a title that looks as the first row does, and unlike the text."""
    if not anchors or anchors[-1] != len(rows) - 1 or (len(anchors) < _LEAST and not rows[-1].only_dates):
        return []
    first = rows[0]
    starts = [0, *[anchor + 1 for anchor in anchors[:-1]]]
    if first.style[:3] == plain[:3] or any(rows[i].found or rows[i].bullet for i in starts):
        return []
    alike = all(likeness(rows[i], first) >= 5 and likeness(rows[i], rows[anchors[0]]) < 6 for i in starts)
    said = all(anchor - start >= _LEAST for start, anchor in zip(starts, anchors, strict=True))
    told = any(row.prose or row.bullet for row in rows[1 : anchors[0]])
    return starts if alike and said and told else []
