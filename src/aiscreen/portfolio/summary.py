"""A repository in one sentence: what it is, whose, and when."""

from __future__ import annotations

from aiscreen.models.portfolio import RepoEvidence, RepoKind
from aiscreen.portfolio.exercises import notebook_share
from aiscreen.portfolio.facts import Facts
from aiscreen.text import count

EXERCISES: dict[RepoKind, float] = {
    "coursework": 0.6,
    "notebooks": 0.6,
    "competition": 0.5,
    "practice": 0.25,
    "tutorial": 0.15,
}
"""What an exercise counts for, against the same amount of work on a thing of one's own."""
KINDS: dict[RepoKind, str] = {
    "service": "service",
    "pipeline": "training or data pipeline",
    "library": "library",
    "application": "application",
    "scripts": "collection of scripts",
    "notebooks": "notebooks without a package",
    "competition": "competition entry",
    "coursework": "coursework",
    "practice": "practice problems",
    "tutorial": "tutorial material",
    "configuration": "configuration",
    "documents": "documents",
    "empty": "nothing",
}


def summarise(repo: RepoEvidence, facts: Facts) -> str:
    """One sentence for a person: what it is, whose, and when."""
    grades = {
        "production": "Production-grade ",
        "developed": "Developed ",
        "prototype": "Prototype: ",
        "none": "",
    }
    kind = KINDS[repo.kind]
    if repo.kind == "configuration" and repo.mark("deployment"):
        kind = "infrastructure as code"
    if repo.kind in EXERCISES or repo.kind == "empty":
        what = kind.capitalize()
    else:
        what = f"{grades[repo.grade]}{kind}".capitalize() if repo.grade != "none" else kind.capitalize()
    if repo.kind == "competition" and (share := notebook_share(facts)) >= 0.6:
        what += f" ({round(share * 100)} % in notebooks)"
    return f"{what}; {_whose(repo)}{_when(repo)}."


def _whose(repo: RepoEvidence) -> str:
    share = repo.authorship.share_lines
    percent = f"{round(100 * share)} % of the lines" if share is not None else ""
    commits = f"{repo.authorship.own_commits} of {count(repo.authorship.commits, 'commit')}"
    match repo.origin:
        case "own" if share is not None and share < 0.9 and repo.mark("imported"):
            return f"the candidate's own as to {percent}; the rest came in whole"
        case "own" if share in (None, 1.0) and repo.authorship.own_commits == repo.authorship.commits:
            return "all of it by the only author" if repo.authorship.assumed else "all of it the candidate's"
        case "own":
            return f"the candidate's own ({percent or commits})"
        case "shared":
            return f"a shared work ({percent or commits})"
        case "upstream":
            return f"others' project, contributed to ({commits})"
        case "fork":
            return (
                f"a fork ({commits})"
                if repo.authorship.own_commits
                else "a fork with nothing by the candidate"
            )
        case "copied":
            return "copied from elsewhere"
        case "unknown" if repo.authorship.known and not repo.authorship.own_commits:
            return "no commit in it is the candidate's"
        case _:
            return "whose work is not known"


def _when(repo: RepoEvidence) -> str:
    activity = repo.activity
    if activity.first is None or activity.last is None:
        return ""
    first, last = activity.first[:7], activity.last[:7]
    span = f"in {first}" if first == last else f"{first} to {last}"
    rhythm = {
        "one-day": "on one day ",
        "burst": "in one burst ",
        "occasional": "now and then, ",
        "steady": "steadily, ",
    }
    return f", {rhythm.get(activity.rhythm, '')}{span}"
