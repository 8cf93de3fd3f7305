"""What a portfolio report says in words and figures, whatever it is written for."""

from __future__ import annotations

from collections.abc import Iterable

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Account, CodeSkill, Mark, RepoEvidence
from aiscreen.reports.words import plain
from aiscreen.text import count

_ASIDE = ("imported", "dump", "backdated", "foreign-license")
"""Marks about the history: they speak neither for nor against the code."""
_EXERCISES: dict[str, str] = {
    "notebooks": "notebooks",
    "competition": "competition entry",
    "coursework": "coursework",
    "practice": "practice problems",
    "tutorial": "tutorial followed",
}
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
    """Kind and grade in a few words; of an exercise or one's own settings the kind says enough."""
    if repo.kind == "configuration":
        infrastructure = repo.mark("deployment") is not None
        return f"{repo.grade} infrastructure" if infrastructure and repo.grade != "none" else "configuration"
    if repo.grade == "none" or repo.kind in _EXERCISES:
        return _EXERCISES.get(repo.kind, repo.kind)
    return f"{repo.grade} {repo.kind}"


def by_strength(repositories: Iterable[RepoEvidence]) -> list[RepoEvidence]:
    """The strongest first."""
    return sorted(repositories, key=lambda repo: (-repo.strength, repo.name, repo.path))


def proven(repositories: Iterable[RepoEvidence]) -> list[tuple[str, int, RepoEvidence, Evidence]]:
    """Each skill that stands in the candidate's own lines: its name, in how many repositories, and the strongest of
    them with the line that shows it. The skills of most repositories come first, then those of the strongest."""
    found: dict[str, list[tuple[RepoEvidence, CodeSkill]]] = {}
    for repo in by_strength(repositories):
        for skill in repo.skills:
            if skill.own and skill.evidence:
                found.setdefault(skill.id, []).append((repo, skill))
    order = sorted(found.items(), key=lambda item: (-len(item[1]), -item[1][0][0].strength, item[0]))
    return [
        (skill_name(places[0][1]), len(places), places[0][0], places[0][1].evidence[0]) for _, places in order
    ]


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
    return " · ".join([count(own, "own repository", "own repositories"), count(forks, "fork"), merged])


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
