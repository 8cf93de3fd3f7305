"""The portfolio report as an HTML page."""

from __future__ import annotations

from aiscreen.models.portfolio import PortfolioReport
from aiscreen.reports.page import page
from aiscreen.reports.portfolio import wording
from aiscreen.text import count


def to_html(report: PortfolioReport) -> str:
    """The strongest repository first."""
    return page(
        "portfolio.html",
        repositories=wording.by_strength(report.repositories),
        skills=wording.proven(report.repositories),
        account=report.account,
        account_figures=wording.account_figures,
        count=count,
        figures=wording.figures,
        origins=wording.ORIGINS,
        place=wording.place,
        skill_name=wording.skill_name,
        sorted_marks=wording.sorted_marks,
        what=wording.what,
    )
