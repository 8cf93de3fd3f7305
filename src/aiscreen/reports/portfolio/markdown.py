"""The portfolio report as Markdown, for an issue, a wiki or a mail."""

from __future__ import annotations

from collections.abc import Iterator

from aiscreen.models.portfolio import Account, Mark, PortfolioReport, RepoEvidence
from aiscreen.reports.markdown import escape
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
from aiscreen.text import count


def to_markdown(report: PortfolioReport, *, explain: bool = False) -> str:
    """A section a repository. Text of repositories is escaped so that it cannot act as markup."""
    return "\n".join(_lines(report, explain=explain)) + "\n"


def _lines(report: PortfolioReport, *, explain: bool) -> Iterator[str]:
    """The lines of the report."""
    yield "# Portfolio"
    if len(report.repositories) > 1:
        yield ""
        yield "| Strength | Repository | What | Whose | Verified skills |"
        yield "|--:|---|---|---|--:|"
        for repo in by_strength(report.repositories):
            cells = [
                f"{repo.strength:.2f}",
                escape(repo.name),
                what(repo),
                ORIGINS[repo.origin],
                str(len(repo.verified)),
            ]
            yield f"| {' | '.join(cells)} |"
        yield from _proven(report)
    for repo in by_strength(report.repositories):
        yield from _repository(repo, explain=explain)
    if report.account is not None:
        yield from _account(report.account)


def _proven(report: PortfolioReport) -> Iterator[str]:
    skills = proven(report.repositories)
    if skills:
        yield from ("", "## Skills in the candidate's own lines, in all repositories", "")
    for name, number, repo, evidence in skills:
        where = f"{escape(repo.name)}/{escape(place(evidence))}"
        yield f"- **{escape(name)}** ({count(number, 'repository', 'repositories')}): {escape(evidence.quote)} ({where})"


def _repository(repo: RepoEvidence, *, explain: bool) -> Iterator[str]:
    yield from (
        "",
        f"## {escape(repo.name)} ({repo.strength:.2f} of 1)",
        "",
        escape(repo.summary),
        "",
        escape(figures(repo)),
    )
    titles = ("Speaks for it", "Speaks against it", "In the history")
    for title, marks in zip(titles, sorted_marks(repo), strict=True):
        if marks:
            yield from ("", f"### {title}", "")
            yield from (_mark(mark, explain=explain) for mark in marks)
    own = [skill for skill in repo.skills if skill.own]
    if own:
        yield from ("", "### Skills in the candidate's own lines", "")
        for skill in own:
            first = next(iter(skill.evidence), None)
            yield f"- **{escape(skill_name(skill))}**: {escape(first.quote) if first else ''} ({escape(place(first))})"
    others = ", ".join(skill_name(skill) for skill in repo.skills if not skill.own)
    if others:
        yield from ("", f"Seen, but not in the candidate's lines: {escape(others)}.")
    if repo.unproven:
        yield from ("", "### Said, but not found here (it may stand elsewhere: ask)", "")
        for claim in repo.unproven:
            yield f"- {escape(claim.name)}: “{escape(claim.said.quote)}” ({escape(place(claim.said))})"
    if repo.warnings:
        yield from ("", "### Not read, or not known", "")
        yield from (f"- {escape(warning)}" for warning in repo.warnings)


def _mark(mark: Mark, *, explain: bool) -> str:
    places = ", ".join(escape(place(evidence)) for evidence in mark.evidence[: 3 if explain else 1])
    words = escape(mark.note) or (escape(mark.evidence[0].quote) if mark.evidence else "")
    return f"- **{escape(mark.name)}**" + (f": {words}" if words else "") + (f" ({places})" if places else "")


def _account(account: Account) -> Iterator[str]:
    yield from ("", f"## github.com/{escape(account.user)}", "", account_figures(account), "")
    for pull in account.merged:
        yield f"- merged in {escape(pull.repository)}: {escape(pull.title)} ({pull.merged or 'no date'})"
    for repo in account.repositories:
        if not repo.fork:
            yield f"- {escape(repo.name)}: {escape(repo.language) or 'no language'}, {count(repo.stars, 'star')}, pushed {repo.pushed or 'never'}"
    yield from (f"- {escape(warning)}" for warning in account.warnings)
