"""The report as one HTML file without scripts or outside resources; everything from documents is autoescaped."""

from __future__ import annotations

from aiscreen.models.assessment import Report
from aiscreen.reports import words
from aiscreen.reports.cited import said_of, stands


def to_html(report: Report) -> str:
    """A page that prints well and opens anywhere."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("aiscreen.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(number=words.number, duration=words.duration, plain=words.plain)
    return environment.get_template("report.html").render(
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
