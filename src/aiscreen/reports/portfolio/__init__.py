"""What repositories prove, as a person reads it (terminal, Markdown, HTML), and as JSON."""

from aiscreen.models.portfolio import PortfolioReport
from aiscreen.reports.portfolio.html import to_html
from aiscreen.reports.portfolio.markdown import to_markdown
from aiscreen.reports.portfolio.terminal import to_terminal

__all__ = ["to_html", "to_json", "to_markdown", "to_terminal"]


def to_json(report: PortfolioReport) -> str:
    """The whole report, keys in the order of the model."""
    return report.model_dump_json(indent=2, by_alias=True) + "\n"
