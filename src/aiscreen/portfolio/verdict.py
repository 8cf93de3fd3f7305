"""What a repository is, how far it is made, and what it is worth as proof."""

from __future__ import annotations

from aiscreen.models.portfolio import Grade, Mark, RepoEvidence, RepoKind
from aiscreen.portfolio.data import words
from aiscreen.portfolio.exercises import notebook_share
from aiscreen.portfolio.extent import ceiling_of
from aiscreen.portfolio.facts import Facts
from aiscreen.portfolio.origin import Story
from aiscreen.text import count

EXERCISES: frozenset[RepoKind] = frozenset(("notebooks", "competition", "coursework", "tutorial"))
_OPERATED = words(
    "container deployment serving monitoring orchestration versioning delivery releases tracking"
)
_MAINTAINED = words("typed linted releases documented delivery locked reviewed")
_SCREENS = words("streamlit gradio dash chainlit panel nicegui textual PyQt5 PyQt6 PySide6 tkinter")
_COMMANDS = words("argparse click typer fire docopt")
_BASE: dict[Grade, float] = {"production": 0.7, "developed": 0.4, "prototype": 0.1, "none": 0.0}
_FULL_WEIGHT = 12.0
_PRODUCTION_LINES = 100
_DEVELOPED_LINES = 40
"""Lines of code below which tests, workflows and images around them are scaffolding."""


def judge_kind(facts: Facts, marks: list[Mark]) -> RepoKind:
    """What the repository is. An exercise's marks give way to those of a thing that is shipped."""
    has = {mark.id for mark in marks}
    if not facts.tree.sizes:
        return "empty"
    shipped = {"tests", "ci-tests"} <= has and len(has & _OPERATED) >= 2
    for kind in ("competition", "coursework", "tutorial") if not shipped else ():
        if kind in has:
            return kind
    if not facts.survey.code and not facts.notebooks:
        return "configuration" if has & {"container", "deployment", "ci"} else "documents"
    if "notebooks" in has and not shipped:
        return "notebooks"
    return _working_kind(facts, has)


def _working_kind(facts: Facts, has: set[str]) -> RepoKind:
    aside = facts.survey.aside
    imported = {
        u.module.partition(".")[0] for u in facts.uses if u.used and not u.test and u.path not in aside
    }
    routes = any(
        file.routes for path, file in facts.python.items() if not facts.is_test(path) and path not in aside
    )
    shipped = bool(has & {"container", "deployment"})
    if "serving" in has and (shipped or "packaging" not in has or (routes and not _published(facts))):
        return "service"
    code = set(facts.survey.code.values())
    if code <= {"Terraform", "Shell"}:
        return "configuration"
    if "orchestration" in has or (has & {"tracking", "versioning"} and "packaging" not in has):
        return "pipeline"
    if imported & _SCREENS:
        return "application"
    if "packaging" in has and (len(facts.survey.code) > 2):
        return "application" if imported & _COMMANDS and not has & {"releases", "documented"} else "library"
    if any(path.rpartition("/")[2].startswith("train") for path in facts.survey.python) or has & {
        "tracking",
        "versioning",
    }:
        return "pipeline"
    return "application" if imported & _COMMANDS or has & {"container", "deployment"} else "scripts"


def _published(facts: Facts) -> bool:
    """Whether the packaging is meant for a public index: it says for whom, by classifiers."""
    manifests = [path for path in ("pyproject.toml", "setup.py", "setup.cfg") if path in facts.tree.sizes]
    return any("classifiers" in facts.tree.text(path) for path in manifests)


def judge_grade(facts: Facts, kind: RepoKind, marks: list[Mark], size: int, kept: bool) -> Grade:
    """How far it is made. Production takes tests that assert, CI that runs them, the means to ship or operate, and
    something to ship: `size` lines of code, `kept` up for a while (a template brings all else on the first day)."""
    has = {mark.id for mark in marks}
    if not facts.survey.code and not facts.notebooks:
        return "none"
    weight = sum(mark.weight for mark in marks if mark.weight > 0)
    tested = {"tests", "ci-tests"} <= has
    maintained = "packaging" in has and len(has & _MAINTAINED) >= 2
    if kind in EXERCISES or size < _DEVELOPED_LINES:
        return "prototype"
    complete = tested and (len(has & _OPERATED) >= 2 or (kind == "library" and maintained))
    if complete and kept and size >= _PRODUCTION_LINES:
        return "production"
    if (has & {"tests", "ci"} and weight >= 3) or weight >= 4:
        return "developed"
    return "prototype"


def judge_strength(repo: RepoEvidence, story: Story, own_count: int) -> tuple[float, list[str]]:
    """What the repository is worth as proof (0-1), and why, in words. `own_count` counts the candidate's lines."""
    weight = sum(mark.weight for mark in repo.marks if mark.weight > 0)
    lost = -sum(mark.weight for mark in repo.marks if mark.weight < 0)
    quality = _BASE[repo.grade] + 0.3 * min(1.0, weight / _FULL_WEIGHT) * (repo.grade != "none") - 0.05 * lost
    if repo.kind in EXERCISES:
        quality = min(quality, 0.3)
    quality = max(0.05 * (repo.grade != "none"), quality)
    part, why = _part(repo, story, own_count)
    reasons = [f"{repo.grade} grade: {_best(repo.marks)}" if repo.grade != "none" else "no code", why]
    if repo.kind in EXERCISES:
        reasons.insert(1, f"{_KINDS[repo.kind]}: an exercise counts for little, however well done")
    if story.dump is not None:
        part *= 0.6
        reasons.append("nearly all of it came in one commit, so how it was made cannot be seen")
    strength = min(1.0, quality * part)
    ceiling, held = ceiling_of(repo, own_count)
    if strength > ceiling:
        strength = ceiling
        reasons.append(held)
    return round(strength, 2), reasons


def _part(repo: RepoEvidence, story: Story, own_count: int) -> tuple[float, str]:
    """How much of a repository's worth is the candidate's (0-1.25), and why."""
    share = repo.authorship.share_lines
    share = (repo.authorship.share_commits or 0.0) if share is None else share
    if repo.origin == "upstream":
        part = 1.25 * min(1.0, 0.3 + 0.05 * story.accepted + own_count / 1000)
        return (
            part,
            f"others' project: {count(story.accepted, 'commit')} taken up there, which weighs above own work",
        )
    if repo.origin in ("own", "shared"):
        part = max(share**0.5, min(0.9, own_count / 1000))  # among many, much work is a small share
        return part, f"{round(share * 100)} % of the standing lines are the candidate's"
    if repo.origin == "fork":
        return min(0.2, share), "a fork: what stands is others' work"
    if repo.origin == "copied":
        return 0.0, "copied from elsewhere"
    if repo.authorship.known and not repo.authorship.own_commits:
        return 0.0, "no commit here is the candidate's"
    return 0.25, "whose work this is cannot be known, so it counts a quarter"


def _best(marks: list[Mark]) -> str:
    strong = sorted((mark for mark in marks if mark.weight >= 0.5), key=lambda mark: -mark.weight)
    return (
        ", ".join(_inline(mark.name) for mark in strong[:5])
        or "no sign of tests, CI, packaging or deployment"
    )


def _inline(name: str) -> str:
    """A name within a sentence: its first letter small, unless an abbreviation begins it."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


_KINDS: dict[RepoKind, str] = {
    "service": "service",
    "pipeline": "training or data pipeline",
    "library": "library",
    "application": "application",
    "scripts": "collection of scripts",
    "notebooks": "notebooks without a package",
    "competition": "competition entry",
    "coursework": "coursework",
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
    kind = _KINDS[repo.kind]
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
        case "own" if repo.authorship.own_commits == repo.authorship.commits:
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
