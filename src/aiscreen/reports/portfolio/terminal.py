"""The portfolio report for a terminal. Text of repositories never acts as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Account, Claim, Mark, PortfolioReport, RepoEvidence
from aiscreen.reports.portfolio.wording import (
    ORIGINS,
    account_figures,
    by_strength,
    count,
    figures,
    place,
    proven,
    skill_name,
    sorted_marks,
    what,
)
from aiscreen.reports.words import plain, shorten

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

_SKILLS = 12
GRADE_STYLE = {"production": "green", "developed": "yellow", "prototype": "red", "none": "dim"}


def to_terminal(report: PortfolioReport, *, console: Console | None = None, explain: bool = False) -> str:
    """The report as text for a terminal, in its width and colours."""
    from rich.console import Console

    console = console or Console(highlight=False, markup=False, emoji=False, color_system=None, width=100)
    with console.capture() as capture:
        if len(report.repositories) > 1:
            console.print(_overview(report))
            for part in _proven(report, explain=explain):
                console.print(part)
        for repo in by_strength(report.repositories):
            for part in _card(repo, explain=explain):
                console.print(part)
        if report.account is not None:
            for part in _account(report.account, explain=explain):
                console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _overview(report: PortfolioReport) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

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
    from rich.padding import Padding
    from rich.text import Text

    skills = proven(report.repositories)
    if not skills:
        return
    yield _heading(f"Skills in the candidate's own lines, in all repositories ({len(skills)})")
    shown = skills if explain else skills[:_SKILLS]
    yield _grid(
        [
            (
                Text(name, style="bold"),
                Text(f"{count(number, 'repository', 'repositories')}: {_quote(evidence)}"),
                Text(f"{plain(repo.name)}/{place(evidence)}", style="dim"),
            )
            for name, number, repo, evidence in shown
        ]
    )
    if len(shown) < len(skills):
        more = ", ".join(name for name, *_ in skills[_SKILLS:])
        yield Padding(Text(f"also {more}"), (0, 0, 0, 2))


def _card(repo: RepoEvidence, *, explain: bool) -> Iterator[RenderableType]:
    from rich.rule import Rule
    from rich.text import Text

    head = Text(plain(repo.name), style="bold")
    head.append(f"  {repo.strength:.2f}", style=f"bold {GRADE_STYLE[repo.grade]}")
    head.append(" of 1", style="dim")
    yield Text()
    yield Rule(head, align="left", style="dim", characters="─")
    yield Text(plain(repo.summary))
    yield Text(figures(repo), style="dim")
    for_it, against, aside = sorted_marks(repo)
    yield from _marks("Speaks for it", for_it, "green", explain=explain)
    yield from _marks("Speaks against it", against, "red", explain=explain)
    yield from _marks("In the history", aside, "yellow", explain=explain)
    yield from _skills(repo, explain=explain)
    yield from _claims(repo, explain=explain)
    if repo.warnings:
        yield _heading("Not read, or not known")
        yield _grid(
            [(Text("· "), Text(plain(warning)), Text()) for warning in repo.warnings], first=2, last=0
        )
    yield _heading("Why this strength")
    yield _grid([(Text("· "), Text(plain(reason)), Text()) for reason in repo.reasons], first=2, last=0)


def _marks(heading: str, marks: Sequence[Mark], style: str, *, explain: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    if not marks:
        return
    yield _heading(heading)
    rows = []
    for mark in marks:
        first = next(iter(mark.evidence), None)
        rest = mark.evidence[1:3] if explain else []
        note = Text(plain(mark.note) or _quote(first))
        rows.append((Text(mark.name, style=style), note, Text(place(first), style="dim")))
        rows += [(Text(), Text(_quote(item)), Text(place(item), style="dim")) for item in rest]
    yield _grid(rows)


def _skills(repo: RepoEvidence, *, explain: bool) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    own = [skill for skill in repo.skills if skill.own]
    if own:
        yield _heading(f"Skills in the candidate's own lines ({len(own)})")
        shown = own if explain else own[:_SKILLS]
        rows = []
        for skill in shown:
            first = next(iter(skill.evidence), None)
            rows.append(
                (Text(skill_name(skill), style="bold"), Text(_quote(first)), Text(place(first), style="dim"))
            )
        yield _grid(rows)
        if len(shown) < len(own):
            more = ", ".join(skill_name(skill) for skill in own[_SKILLS:])
            yield Padding(Text(f"also {more}"), (0, 0, 0, 2))
    others = [skill_name(skill) for skill in repo.skills if not skill.own]
    if others:
        yield _heading("Seen, but not in the candidate's lines")
        yield Padding(Text(", ".join(others if explain else others[:20]), style="dim"), (0, 0, 0, 2))


def _claims(repo: RepoEvidence, *, explain: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    if repo.unproven:
        yield _heading("Said, but not found here (it may stand elsewhere: ask)")
        yield _grid([_claim_row(claim, "yellow") for claim in repo.unproven])
    kept = [claim for claim in repo.claims if claim.found]
    if kept and explain:
        yield _heading("Said and found")
        rows = [_claim_row(claim, "green") for claim in kept]
        yield _grid([(name, Text(_quote(next(iter(claim.evidence), None))), _at(claim)) for (name, _, _), claim in zip(rows, kept, strict=True)])  # fmt: skip


def _at(claim: Claim) -> Text:
    from rich.text import Text

    return Text(place(next(iter(claim.evidence), None)), style="dim")


def _claim_row(claim: Claim, style: str) -> tuple[Text, Text, Text]:
    from rich.text import Text

    return Text(claim.name, style=style), Text(_quote(claim.said)), Text(place(claim.said), style="dim")


def _account(account: Account, *, explain: bool) -> Iterator[RenderableType]:
    from rich.rule import Rule
    from rich.text import Text

    yield Text()
    yield Rule(
        Text(f"github.com/{plain(account.user)}", style="bold"), align="left", style="dim", characters="─"
    )
    own = [repo for repo in account.repositories if not repo.fork]
    yield Text(account_figures(account), style="dim")
    if account.merged:
        yield _heading("Pull requests that others' projects merged")
        shown = account.merged if explain else account.merged[:_SKILLS]
        yield _grid([(Text(plain(p.repository), style="green"), Text(shorten(p.title, 100)), Text(p.merged or "", style="dim")) for p in shown])  # fmt: skip
    if own:
        yield _heading("Own repositories")
        rows = []
        for repo in own if explain else own[:_SKILLS]:
            facts = [repo.language or "", count(repo.stars, "star") if repo.stars else ""]
            facts += [
                count(repo.releases, "release") if repo.releases else "",
                "archived" if repo.archived else "",
            ]
            rows.append(
                (
                    Text(plain(repo.name), style="bold"),
                    Text(", ".join(filter(None, facts))),
                    Text(repo.pushed or "", style="dim"),
                )
            )
        yield _grid(rows)
    if account.warnings:
        yield _heading("Not read, or not known")
        yield _grid(
            [(Text("· "), Text(plain(warning)), Text()) for warning in account.warnings], first=2, last=0
        )


def _heading(words: str) -> RenderableType:
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text(words, style="bold"), (1, 0, 0, 0))


def _grid(rows: Sequence[tuple[Text, Text, Text]], *, first: int = 24, last: int = 1) -> RenderableType:
    """Three columns that fit any width: a name, words that wrap, and a place that folds."""
    from rich.padding import Padding
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=first, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    if last:
        grid.add_column(ratio=1, overflow="fold")
    for row in rows:
        grid.add_row(*row[: 3 if last else 2])
    return Padding(grid, (0, 0, 0, 2))


def _quote(evidence: Evidence | None) -> str:
    return shorten(evidence.quote, 120) if evidence else ""
