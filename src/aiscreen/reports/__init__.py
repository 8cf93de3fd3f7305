"""Reports over the models: terminal, JSON, JSON Lines, CSV, Markdown and HTML. They see models only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from aiscreen.models.assessment import Report


def render(
    report: Report, format: str, *, explain: bool = False, console: Console | None = None, cards: bool = True
) -> str:
    """The report as text in one of `terminal`, `json`, `jsonl`, `csv`, `markdown`, `html`.

    `explain` shows all evidence where a format shortens it; `console` gives the terminal's width and colours;
    without `cards` the terminal shows the ranking alone.
    """
    if format == "terminal":
        from aiscreen.reports.terminal import to_terminal

        return to_terminal(report, console=console, explain=explain, cards=cards)
    if format == "markdown":
        from aiscreen.reports.markdown import to_markdown

        return to_markdown(report, explain=explain)
    if format == "html":
        from aiscreen.reports.html import to_html

        return to_html(report)
    from aiscreen.reports import data

    return {"json": data.to_json, "jsonl": data.to_jsonl, "csv": data.to_csv}[format](report)
