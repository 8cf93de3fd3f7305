"""The report for a terminal: the ranking as a table, then a card a candidate."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aiscreen.models.assessment import Assessment, Report
from aiscreen.reports.drawing import WIDTH, console_of, drawn
from aiscreen.reports.terminal_card import SEVERITY_STYLE, card
from aiscreen.reports.words import KEY, duration, low_high, others, role_name, score, title

WIDE = 100
"""From this width on the ranking is a table, and a part's note stands beside its points."""


def to_terminal(
    report: Report, *, console: Console | None = None, explain: bool = False, cards: bool = True
) -> str:
    """The report as text for a terminal; colours as the console has them."""
    console = console or console_of(WIDTH)
    return drawn(_parts(report, wide=console.width >= WIDE, explain=explain, cards=cards), console)


def _parts(report: Report, *, wide: bool, explain: bool, cards: bool) -> Iterator[RenderableType]:
    """The ranking, the cards, and what the figures mean: below the ranking, else at the end."""
    ranked = len(report.candidates) > 1 or (report.candidates and not cards)
    if ranked:
        yield ranking(report) if wide else narrow_ranking(report)
        yield key()
    for candidate in report.candidates if cards else ():
        yield from card(candidate, explain=explain, wide=wide)
    if not ranked and report.candidates:
        yield key()


def ranking(report: Report) -> Table:
    """A row a candidate."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("Range", justify="right", no_wrap=True, style="dim")
    table.add_column("Candidate", ratio=4, overflow="fold")
    table.add_column("Role and fit", ratio=4, overflow="fold")
    table.add_column("Relevant", justify="right", no_wrap=True)
    table.add_column("Flags", ratio=3, overflow="fold")
    for candidate in report.candidates:
        table.add_row(
            Text(str(candidate.rank or "")),
            Text(score(candidate), style="bold"),
            Text(low_high(candidate)),
            _candidate(candidate),
            Text(role_name(candidate)),
            Text(duration(candidate.experience.relevant_months)),
            _flag_words(candidate),
        )
    return table


def narrow_ranking(report: Report) -> Table:
    """A row a candidate, without the range, and with all but the score in lines of their own."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Text(word, style="bold") for word in ("#", "Score", "Candidate")))
    for candidate in report.candidates:
        relevant = f"{duration(candidate.experience.relevant_months)} relevant"
        about = Text(f"{role_name(candidate)} · {relevant}" if role_name(candidate) else relevant)
        flags = _flag_words(candidate)
        lines = [_candidate(candidate), about, *([Text("flags: ").append_text(flags)] if flags else [])]
        table.add_row(
            Text(str(candidate.rank or "")), Text(score(candidate), style="bold"), Text("\n").join(lines)
        )
    return table


def key() -> RenderableType:
    """What the figures mean, a line each."""
    words = Text("\n").join(Text(f"{word}: {meaning}", style="dim") for word, meaning in KEY.items())
    return Padding(words, (1, 0, 0, 0))


def _candidate(candidate: Assessment) -> Text:
    """Who it is, and which other files were taken for the same person's."""
    more = others(candidate)
    return Text(title(candidate)).append(f"\n{more}" if more else "", style="dim")


def _flag_words(candidate: Assessment) -> Text:
    words: dict[str, str] = {}
    for flag in candidate.flags:
        words.setdefault(flag.kind, flag.severity)
    return Text(", ").join(Text(kind, style=SEVERITY_STYLE[severity]) for kind, severity in words.items())
