"""Whose work a repository is: shares of commits and of standing lines, when, and how the candidate came to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from aiscreen.models.portfolio import Activity, Authorship, Identity
from aiscreen.portfolio.history import Commit, History
from aiscreen.portfolio.people import Author, Candidate, label, name_key, one_person


@dataclass
class Work:
    """The candidate's part of a history: `own` their commits, newest first, under the names in `authors`; `sole` where
    there is no other author, and the history goes back to its beginning."""

    authorship: Authorship
    authors: frozenset[Author] = frozenset()
    own: list[Commit] = field(default_factory=list)
    sole: bool = False


def find_work(history: History, identity: Identity) -> Work:
    """The candidate's commits. Without a named candidate the only author of a history, if there is one, is taken."""
    human = history.human
    candidate = Candidate(identity)
    authors = sorted({commit.author for commit in human})
    authorship = Authorship(commits=len(human), authors=len(_people(authors)))
    if candidate.named:
        ours = {author for author in authors if candidate.wrote(author)}
        authorship.known = bool(human)
    else:
        ours = one_person(commit.author for commit in human)
        if len(ours) != len(authors) or history.cut:
            return Work(authorship)
        authorship.known = authorship.assumed = bool(human)
    others = _people(author for author in authors if author not in ours)
    authorship.authors = len(others) + bool(ours)
    own = [commit for commit in human if commit.author in ours]
    authorship.own_commits = len(own)
    authorship.matched = [label(author) for author in sorted(ours)]
    if human:
        authorship.share_commits = round(len(own) / len(human), 3)
    return Work(
        authorship, frozenset(ours), own, sole=bool(human) and len(own) == len(human) and not history.cut
    )


def _people(authors: Iterable[Author]) -> set[str]:
    """Authors by name: one who commits under several addresses is one person."""
    return {name_key(name) or email for name, email in authors}


def activity(commits: Iterable[Commit]) -> Activity:
    """When somebody worked: span, days and months with a commit, and the rhythm that they make."""
    days = sorted({commit.day for commit in commits})
    if not days:
        return Activity()
    months = {(day.year, day.month) for day in days}
    span = (days[-1] - days[0]).days + 1
    if len(days) == 1:
        rhythm = "one-day"
    elif span <= 14:
        rhythm = "burst"
    else:
        every = (days[-1].year - days[0].year) * 12 + days[-1].month - days[0].month + 1
        rhythm = "steady" if len(months) >= 3 and len(months) >= every / 2 else "occasional"
    return Activity.model_validate(
        {
            "first": days[0].isoformat(),
            "last": days[-1].isoformat(),
            "days": len(days),
            "months": len(months),
            "rhythm": rhythm,
        }
    )
