"""How much work stands behind a repository: size, commits and span, which scaffolding copied from a template has not."""

from __future__ import annotations

from datetime import date

from aiscreen.models.portfolio import Activity, RepoEvidence
from aiscreen.text import count

_PRODUCTION_DAYS = 5
_PRODUCTION_SPAN = 28
"""Days with a commit, and days from the first to the last, that keeping a thing in production takes at least."""
_FULL_LINES = 300
_FULL_COMMITS = 12
_FULL_SPAN = 90
"""The candidate's lines, commits and days of work from which a repository's marks may count whole."""


def kept_up(history: Activity) -> bool:
    """Whether anybody worked on a repository for longer than it takes to copy one. `history` is everybody's."""
    return history.days >= _PRODUCTION_DAYS and span(history) >= _PRODUCTION_SPAN


def ceiling_of(repo: RepoEvidence, own_count: int) -> tuple[float, str]:
    """What the extent of the candidate's work allows (0-1), however complete the scaffolding around it, and why."""
    if repo.origin not in ("own", "shared"):
        return 1.0, ""  # upstream, others judged the work; of the rest little or nothing counts
    lines, commits, days = _parts(repo, own_count)
    bounds = [
        (lines, f"{count(own_count, 'line')} of code"),
        (commits, count(repo.authorship.own_commits, "commit")),
        (days, f"work within {count(span(repo.activity), 'day')}"),
    ]
    ceiling, extent = min(bounds)
    return ceiling, f"{extent} by the candidate: too little to count for more, whatever stands around it"


def extent_of(repo: RepoEvidence, own_count: int) -> float:
    """How much work of the candidate's there is (0-1): lines first, as far as commits over time tell of their making."""
    lines, commits, days = (min(1.0, part) for part in _parts(repo, own_count))
    return lines * (commits + days) / 2


def _parts(repo: RepoEvidence, own_count: int) -> tuple[float, float, float]:
    """Lines, commits and days of the candidate's against those of a full project."""
    commits = (repo.authorship.own_commits / _FULL_COMMITS) ** 0.5
    return own_count / _FULL_LINES, commits, 0.3 + 0.7 * span(repo.activity) / _FULL_SPAN


def span(activity: Activity) -> int:
    """Days from the first to the last commit, both counted; 0 where there is none."""
    if activity.first is None or activity.last is None:
        return 0
    return (date.fromisoformat(activity.last) - date.fromisoformat(activity.first)).days + 1
