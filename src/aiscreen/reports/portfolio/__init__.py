"""What repositories prove, as a person reads it (terminal, Markdown, HTML), and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from aiscreen.models.portfolio import PortfolioReport


def render(
    report: PortfolioReport, format: str, *, explain: bool = False, console: Console | None = None
) -> str:
    """The report as text in one of `terminal`, `json`, `markdown`, `html`.

    `explain` shows all evidence where a format shortens it; `console` gives the terminal's width and colours.
    """
    if format == "terminal":
        from aiscreen.reports.portfolio.terminal import to_terminal

        return to_terminal(report, console=console, explain=explain)
    if format == "markdown":
        from aiscreen.reports.portfolio.markdown import to_markdown

        return to_markdown(report, explain=explain)
    if format == "html":
        from aiscreen.reports.portfolio.html import to_html

        return to_html(report)
    return report.model_dump_json(indent=2, by_alias=True) + "\n"
