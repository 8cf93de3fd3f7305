"""What a portfolio report says in words and figures, whatever it is written for."""

from __future__ import annotations

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Account, CodeSkill, Mark, RepoEvidence
from aiscreen.reports.words import plain

_ASIDE = ("imported", "dump", "backdated", "foreign-license")
"""Marks about the history: they speak neither for nor against the code."""
ORIGINS = {
    "own": "own project",
    "shared": "shared project",
    "upstream": "contribution to others",
    "fork": "fork",
    "copied": "copied",
    "unknown": "author unknown",
}


def sorted_marks(repo: RepoEvidence) -> tuple[list[Mark], list[Mark], list[Mark]]:
    """Marks for, against, and about the history, the weightiest first."""
    rest = [mark for mark in repo.marks if mark.id not in _ASIDE]
    for_it = sorted((mark for mark in rest if mark.weight > 0), key=lambda mark: -mark.weight)
    against = sorted((mark for mark in rest if mark.weight < 0), key=lambda mark: mark.weight)
    return for_it, against, [mark for mark in repo.marks if mark.id in _ASIDE]


def what(repo: RepoEvidence) -> str:
    """Kind and grade in a few words."""
    return repo.kind if repo.grade == "none" else f"{repo.grade} {repo.kind}"


def figures(repo: RepoEvidence) -> str:
    """Commits, authors, lines and languages on one line."""
    who = repo.authorship
    parts = [ORIGINS[repo.origin]]
    if who.commits:
        parts.append(
            f"{who.own_commits} of {count(who.commits, 'commit')}"
            if who.known
            else count(who.commits, "commit")
        )
        parts.append(count(who.authors, "author"))
    if who.share_lines is not None:
        parts.append(f"{round(100 * who.share_lines)} % of the standing lines")
    languages = [f"{plain(language)} {lines:,}" for language, lines in list(repo.languages.items())[:3]]
    return " · ".join([*parts, f"lines: {', '.join(languages)}"] if languages else parts)


def account_figures(account: Account) -> str:
    """Repositories and merged pull requests on one line."""
    own = sum(not repo.fork for repo in account.repositories)
    forks = len(account.repositories) - own
    merged = f"{count(account.merged_total, 'pull request')} merged by others"
    return " · ".join(
        [f"{own} own repositories" if own != 1 else "1 own repository", count(forks, "fork"), merged]
    )


def count(number: int, noun: str) -> str:
    """`1 commit`, `2 commits`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def skill_name(skill: CodeSkill) -> str:
    """A skill's name, else its id."""
    return plain(skill.name) or plain(skill.id)


def place(evidence: Evidence | None) -> str:
    """File (below the repository) and line, or page and line in a résumé."""
    if evidence is None:
        return ""
    if evidence.file:
        return f"{plain(evidence.file).partition('/')[2]}:{evidence.line}"
    return f"résumé p{evidence.page} l{evidence.line}"
