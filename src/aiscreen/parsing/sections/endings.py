"""What ends a résumé and belongs to none of its sections: a list of names below the jobs, town and day as under a letter."""

from __future__ import annotations

from aiscreen.parsing.education.studies import is_study
from aiscreen.parsing.rows import is_apart
from aiscreen.parsing.sections.infer import lists_names
from aiscreen.parsing.sections.part import Part
from aiscreen.parsing.words.places import is_place

_SIGNED = 3
"""Rows with which a résumé is signed, at the most."""


def list_last(parts: list[Part]) -> list[Part]:
    """The sections, with a list of names that ends the page below its jobs or studies as one of skills."""
    last = parts[-1]
    if last.kind not in ("header", "work") or len(last.rows) < 2:
        return parts
    *above, row = last.rows
    if lists_names(row) and (is_apart(above[-1], row) or is_study(above[-1])):
        last.rows = above
        parts = [*parts, Part("skills", None, [row])]
    return parts


def signed(parts: list[Part]) -> list[Part]:
    """The sections, without the town and day with which the last one ends, and the name below them, as a letter does."""
    last = parts[-1]
    for i, row in enumerate(last.rows[-_SIGNED:], max(0, len(last.rows) - _SIGNED)):
        day = any(dates.single and "-" in (dates.end or "") for _, found in row.found for dates in found)
        if i and day and not row.bullet and is_place(row.rest.strip(" ,")):
            last.rows, rest = last.rows[:i], last.rows[i:]
            return [*parts, Part("other", None, rest)]
    return parts
