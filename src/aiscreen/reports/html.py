"""The report as an HTML page."""

from __future__ import annotations

from aiscreen.models.assessment import Report
from aiscreen.reports import words
from aiscreen.reports.cited import said_of, stands
from aiscreen.reports.page import page


def to_html(report: Report) -> str:
    """The ranking, and a card for each candidate."""
    return page(
        "report.html",
        report=report,
        title=words.title,
        facts=words.facts,
        others=words.others,
        place=words.place,
        role_name=words.role_name,
        by_level=words.by_level,
        level_words=words.LEVEL_WORDS,
        flag_points=words.flag_points,
        key=words.KEY,
        said_of=said_of,
        stands=stands,
        beginning=words.beginning,
        missing=words.missing,
    )
