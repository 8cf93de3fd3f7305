"""The portfolio report as one HTML file without scripts or outside resources; text of repositories is autoescaped."""

from __future__ import annotations

from aiscreen.models.portfolio import PortfolioReport
from aiscreen.reports import words
from aiscreen.reports.portfolio import wording


def to_html(report: PortfolioReport) -> str:
    """A page that prints well and opens anywhere: the strongest repository first."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("aiscreen.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(plain=words.plain, skill_name=wording.skill_name)
    return environment.get_template("portfolio.html").render(
        repositories=wording.by_strength(report.repositories),
        skills=wording.proven(report.repositories),
        account=report.account,
        account_figures=wording.account_figures,
        count=wording.count,
        figures=wording.figures,
        origins=wording.ORIGINS,
        place=wording.place,
        skill_name=wording.skill_name,
        sorted_marks=wording.sorted_marks,
        what=wording.what,
    )
