"""What a section without a telling heading holds, judged by its contents."""

from __future__ import annotations

import re

from aiscreen.models.resume import Section
from aiscreen.parsing.entry_words import INSTITUTION, LANGUAGE_NAMES, degree_in
from aiscreen.parsing.people_words import title_score
from aiscreen.parsing.rows import Row

_LIST = re.compile(r"[,;|•·‧∙]")


def infer(rows: list[Row]) -> Section:
    """Work, education, languages, skills, or other, by dates, titles, schools and lists."""
    heads = [row for row in rows if not row.bullet and not row.prose]
    if not heads:
        return "other"
    ranges = sum(any(not d.single for _, found in row.found for d in found) for row in heads)
    schools = sum(bool(INSTITUTION.search(row.text)) or degree_in(row.text) is not None for row in heads)
    titles = sum(any(title_score(cell.text) >= 1.5 for cell in row.cells) for row in heads if row.count <= 14)
    if ranges and schools >= max(1, titles):
        return "education"
    if ranges and titles:
        return "work"
    tongues = sum(
        any(word.strip(",:()").casefold() in LANGUAGE_NAMES for word in row.text.split()[:3]) for row in heads
    )
    if tongues >= 0.5 * len(heads) and len(rows) <= 8:
        return "languages"
    if not any(row.prose for row in rows) and not any(row.found for row in rows):
        lists = sum(
            len(_LIST.findall(row.text)) >= 2 or (len(row.cells) > 1) or row.count <= 3 for row in rows
        )
        if lists >= 0.7 * len(rows) and len(rows) >= 2:
            return "skills"
    return "other"
