"""The portfolio report for a terminal. A card a repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Account, HostedRepository, Mark, PortfolioReport, RepoEvidence
from aiscreen.reports.drawing import WIDTH, console_of, drawn, heading, indented, rule
from aiscreen.reports.portfolio.wording import (
    ORIGINS,
    account_figures,
    by_strength,
    figures,
    place,
    proven,
    skill_name,
    sorted_marks,
    what,
)
from aiscreen.reports.words import plain, shorten
from aiscreen.text import count

_SHOWN, _OTHERS = 12, 20
"""Rows of a part, and names of skills that are not the candidate's, where not all are shown."""
Row = tuple[Text, Text, Text]
GRADE_STYLE = {"production": "green", "developed": "yellow", "prototype": "red", "none": "dim"}


def to_terminal(report: PortfolioReport, *, console: Console | None = None, explain: bool = False) -> str:
    """The report as text for a terminal, in its width and colours."""
    return drawn(_parts(report, explain=explain), console or console_of(WIDTH))


def _parts(report: PortfolioReport, *, explain: bool) -> Iterator[RenderableType]:
    """What all repositories prove where there are several, then a card each, and the account."""
    if len(report.repositories) > 1:
        yield _overview(report)
        yield from _proven(report, explain=explain)
    for repo in by_strength(report.repositories):
        yield from _card(repo, explain=explain)
    if report.account is not None:
        yield from _account(report.account, explain=explain)


def _overview(report: PortfolioReport) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("Strength", justify="right", no_wrap=True)
    table.add_column("Repository", ratio=3, overflow="fold")
    table.add_column("What", ratio=3, overflow="fold")
    table.add_column("Whose", ratio=3, overflow="fold")
    table.add_column("Verified", justify="right", no_wrap=True)
    for repo in by_strength(report.repositories):
        table.add_row(
            Text(f"{repo.strength:.2f}", style="bold"),
            Text(plain(repo.name)),
            Text(what(repo), style=GRADE_STYLE[repo.grade]),
            Text(ORIGINS[repo.origin]),
            Text(str(len(repo.verified))),
        )
    return table


def _proven(report: PortfolioReport, *, explain: bool) -> Iterator[RenderableType]:
    """What all repositories together prove, skill by skill."""
    skills = proven(report.repositories)
    if not skills:
        return
    shown = len(skills) if explain else _SHOWN
    yield heading(f"Skills in the candidate's own lines, in all repositories ({len(skills)})")
    yield _grid(
        _row(
            name,
            f"{count(number, 'repository', 'repositories')}: {shorten(evidence.quote, 120)}",
            f"{plain(repo.name)}/{place(evidence)}",
        )
        for name, number, repo, evidence in skills[:shown]
    )
    yield from _more([name for name, *_ in skills[shown:]])


def _card(repo: RepoEvidence, *, explain: bool) -> Iterator[RenderableType]:
    head = Text(plain(repo.name), style="bold")
    head.append(f"  {repo.strength:.2f}", style=f"bold {GRADE_STYLE[repo.grade]}")
    head.append(" of 1", style="dim")
    yield Text()
    yield rule(head)
    yield Text(plain(repo.summary))
    yield Text(figures(repo), style="dim")
    for_it, against, aside = sorted_marks(repo)
    yield from _marks("Speaks for it", for_it, "green", explain=explain)
    yield from _marks("Speaks against it", against, "red", explain=explain)
    yield from _marks("In the history", aside, "yellow", explain=explain)
    yield from _skills(repo, explain=explain)
    yield from _claims(repo, explain=explain)
    yield from _list("Not read, or not known", repo.warnings)
    yield from _list("Why this strength", repo.reasons)


def _marks(title: str, marks: Sequence[Mark], style: str, *, explain: bool) -> Iterator[RenderableType]:
    if not marks:
        return
    rows = []
    for mark in marks:
        rows.append(_quoted(mark.name, _first(mark.evidence), style, plain(mark.note)))
        rows += [_quoted("", item) for item in mark.evidence[1 : 3 if explain else 1]]
    yield heading(title)
    yield _grid(rows)


def _skills(repo: RepoEvidence, *, explain: bool) -> Iterator[RenderableType]:
    own = [skill for skill in repo.skills if skill.own]
    if own:
        shown = len(own) if explain else _SHOWN
        yield heading(f"Skills in the candidate's own lines ({len(own)})")
        yield _grid(_quoted(skill_name(skill), _first(skill.evidence)) for skill in own[:shown])
        yield from _more([skill_name(skill) for skill in own[shown:]])
    others = [skill_name(skill) for skill in repo.skills if not skill.own]
    if others:
        yield heading("Seen, but not in the candidate's lines")
        yield indented(Text(", ".join(others if explain else others[:_OTHERS]), style="dim"))


def _claims(repo: RepoEvidence, *, explain: bool) -> Iterator[RenderableType]:
    if repo.unproven:
        yield heading("Said, but not found here (it may stand elsewhere: ask)")
        yield _grid(_quoted(claim.name, claim.said, "yellow") for claim in repo.unproven)
    kept = [claim for claim in repo.claims if claim.found]
    if kept and explain:
        yield heading("Said and found")
        yield _grid(_quoted(claim.name, _first(claim.evidence), "green") for claim in kept)


def _first(evidence: Sequence[Evidence]) -> Evidence | None:
    return next(iter(evidence), None)


def _account(account: Account, *, explain: bool) -> Iterator[RenderableType]:
    yield Text()
    yield rule(Text(f"github.com/{plain(account.user)}", style="bold"))
    yield Text(account_figures(account), style="dim")
    shown = None if explain else _SHOWN
    if account.merged:
        yield heading("Pull requests that others' projects merged")
        yield _grid(
            _row(plain(pull.repository), shorten(pull.title, 100), pull.merged or "", "green")
            for pull in account.merged[:shown]
        )
    own = [repo for repo in account.repositories if not repo.fork]
    if own:
        yield heading("Own repositories")
        yield _grid(_row(plain(repo.name), _told(repo), repo.pushed or "") for repo in own[:shown])
    yield from _list("Not read, or not known", account.warnings)


def _told(repo: HostedRepository) -> str:
    """What a code host says of a repository."""
    facts = (
        repo.language,
        count(repo.stars, "star") if repo.stars else "",
        count(repo.releases, "release") if repo.releases else "",
        "archived" if repo.archived else "",
    )
    return ", ".join(filter(None, facts))


def _row(name: str, words: str, place: str, style: str = "bold") -> Row:
    """A name, what is said of it, and where that stands."""
    return Text(name, style=style), Text(words), Text(place, style="dim")


def _quoted(name: str, evidence: Evidence | None, style: str = "bold", note: str = "") -> Row:
    """A name with a quote, or what is noted in its place."""
    quote = shorten(evidence.quote, 120) if evidence else ""
    return _row(name, note or quote, place(evidence), style)


def _grid(rows: Iterable[Row]) -> RenderableType:
    """Three columns that fit any width: a name, words that wrap, and a place that folds."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=24, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    return indented(grid)


def _list(title: str, items: Sequence[str]) -> Iterator[RenderableType]:
    """Sentences below a heading, each with a dot before it; nothing where there are none."""
    if items:
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=2)
        grid.add_column(ratio=1, overflow="fold")
        for item in items:
            grid.add_row(Text("·"), Text(plain(item)))
        yield heading(title)
        yield indented(grid)


def _more(names: Sequence[str]) -> Iterator[RenderableType]:
    """Those that a card has no room to show."""
    if names:
        yield indented(Text(f"also {', '.join(names)}"))
