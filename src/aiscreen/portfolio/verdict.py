"""What a repository is, how far it is made, and what it is worth as proof."""

from __future__ import annotations

from aiscreen.models.portfolio import Grade, Mark, RepoEvidence, RepoKind
from aiscreen.portfolio.extent import ceiling_of, extent_of
from aiscreen.portfolio.facts import Facts
from aiscreen.portfolio.origin import Story
from aiscreen.portfolio.summary import EXERCISES, KINDS
from aiscreen.text import count, vocabulary

_SETTINGS = 0.25
"""What one's own settings (dotfiles) count for."""
_OPERATED = vocabulary(
    "container deployment serving monitoring orchestration versioning delivery releases tracking"
)
_MAINTAINED = vocabulary("typed linted releases documented delivery locked reviewed")
_SCREENS = vocabulary("streamlit gradio dash chainlit panel nicegui textual PyQt5 PyQt6 PySide6 tkinter")
_DOTFILES = vocabulary(
    ".zshrc .bashrc .bash_profile .profile .zshenv .zprofile .vimrc .tmux.conf .gitconfig .inputrc .aliases .xinitrc "
    ".emacs init.vim init.lua init.el brewfile .p10k.zsh starship.toml alacritty.toml kitty.conf config.fish .gitignore_global"
)
_COMMANDS = vocabulary("argparse click typer fire docopt")
_BASE: dict[Grade, float] = {"production": 0.7, "developed": 0.4, "prototype": 0.01, "none": 0.0}
_EXTENT = 0.22
"""What the amount of work adds to a prototype or an exercise, which have little else to show."""
_FULL_WEIGHT = 12.0
_FULL_LIBRARY = 9.0
"""What the marks of a full repository weigh; a library is neither deployed nor watched."""
_FORK_COMMITS = 5
"""Own commits from which a fork is worked on, though nobody took it up."""
_PRODUCTION_LINES = 100
_DEVELOPED_LINES = 40
"""Lines of code below which tests, workflows and images around them are scaffolding."""


def judge_kind(facts: Facts, marks: list[Mark]) -> RepoKind:
    """What the repository is. An exercise's marks give way to those of a thing that is shipped."""
    has = {mark.id for mark in marks}
    if not facts.tree.sizes:
        return "empty"
    shipped = {"tests", "ci-tests"} <= has and len(has & _OPERATED) >= 2
    for kind in ("competition", "practice", "coursework", "tutorial") if not shipped else ():
        if kind in has:
            return kind
    if not facts.survey.code and not facts.notebooks:
        return "configuration" if has & {"container", "deployment", "ci"} else "documents"
    if _dotfiles(facts) and not has & {"deployment", "packaging"}:
        return "configuration"
    if "notebooks" in has and not shipped:
        return "notebooks"
    return _working_kind(facts, has)


def _working_kind(facts: Facts, has: set[str]) -> RepoKind:
    imported = {
        use.module.partition(".")[0] for use in facts.uses if use.used and not facts.is_beside(use.path)
    }
    routes = any(file.routes for path, file in facts.python.items() if not facts.is_beside(path))
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
    if "packaging" in has and len(facts.survey.code) > 2:
        return "application" if imported & _COMMANDS and not has & {"releases", "documented"} else "library"
    trains = any(path.rpartition("/")[2].startswith("train") for path in facts.survey.python)
    if trains or has & {"tracking", "versioning"}:
        return "pipeline"
    return "application" if imported & _COMMANDS or shipped else "scripts"


def _dotfiles(facts: Facts) -> bool:
    """Whether a repository holds the settings of somebody's own machine."""
    found = {path.rpartition("/")[2].lower() for path in facts.tree.sizes} & _DOTFILES
    return (
        len(found) >= 3
        or "dotfiles" in facts.name.lower()
        or (len(found) == 2 and len(facts.tree.sizes) < 10)
    )


def _published(facts: Facts) -> bool:
    """Whether the packaging is meant for a public index: it says for whom, by classifiers."""
    manifests = [path for path in ("pyproject.toml", "setup.py", "setup.cfg") if path in facts.tree.sizes]
    return any("classifiers" in facts.tree.text(path) for path in manifests)


def judge_grade(facts: Facts, kind: RepoKind, marks: list[Mark], size: int, kept: bool) -> Grade:
    """How far it is made. Production takes tests that assert, CI that runs them, the means to ship or operate, and
    something to ship: `size` lines of code, `kept` up for a while (a template brings all else on the first day)."""
    has = {mark.id for mark in marks}
    if not facts.survey.code and not facts.notebooks and "deployment" not in has:
        return "none"
    weight = sum(mark.weight for mark in marks if mark.weight > 0)
    tested = {"tests", "ci-tests"} <= has
    maintained = "packaging" in has and len(has & _MAINTAINED) >= 2
    if kind in EXERCISES or size < _DEVELOPED_LINES:
        return "prototype"
    if kind == "configuration" and {"deployment", "delivery"} <= has and kept and size >= _PRODUCTION_LINES:
        return "production"  # a cloud described in files, and CI that carries changes out
    complete = tested and (len(has & _OPERATED) >= 2 or (kind == "library" and maintained))
    if complete and kept and size >= _PRODUCTION_LINES:
        return "production"
    if (has & {"tests", "ci"} and weight >= 3) or weight >= 4:
        return "developed"
    return "prototype"


def judge_strength(repo: RepoEvidence, story: Story, own_count: int, share: float) -> tuple[float, list[str]]:
    """What the repository is worth as proof (0-1), and why, in words. `own_count` counts the lines that are credited to
    the candidate, `share` is their share of what stands."""
    quality = _quality(repo, own_count)
    part, why = _part(repo, story, own_count, share)
    reasons = [f"{repo.grade} grade: {_best(repo.marks)}", why] if repo.grade != "none" else ["no code"]
    if repo.kind in EXERCISES:
        reasons.insert(1, f"{KINDS[repo.kind]}: an exercise counts for little, however well done")
    if repo.mark("imported") is not None:
        reasons.append(
            "what one commit brought in whole counts for little, or half where it was worked on since"
        )
    if story.dump is not None:
        part *= 0.6
        reasons.append("nearly all of it came in one commit, so how it was made cannot be seen")
    strength = min(1.0, quality * part)
    ceiling, held = ceiling_of(repo, own_count)
    if strength > ceiling:
        strength = ceiling
        reasons.append(held)
    return round(strength, 2), reasons


def _quality(repo: RepoEvidence, own_count: int) -> float:
    """How good the thing is (0-1), whosever it may be; of a prototype or an exercise the amount of work tells most."""
    if repo.grade == "none":
        return 0.0
    extent = extent_of(repo, own_count) if repo.authorship.known else 0.5
    weight = sum(mark.weight for mark in repo.marks if mark.weight > 0)
    full = _FULL_LIBRARY if repo.kind == "library" else _FULL_WEIGHT
    quality = _BASE[repo.grade] + 0.3 * min(1.0, weight / full)
    if repo.grade == "prototype":
        quality += _EXTENT * extent
    if repo.kind in EXERCISES:
        return quality * EXERCISES[repo.kind]
    if repo.kind == "configuration" and repo.mark("deployment") is None:
        return quality * _SETTINGS
    lost = -sum(mark.weight for mark in repo.marks if mark.weight < 0)
    return max(0.02, quality - 0.05 * lost)


def _part(repo: RepoEvidence, story: Story, own_count: int, share: float) -> tuple[float, str]:
    """How much of a repository's worth is the candidate's (0-1.25), and why."""
    if repo.authorship.share_lines is None:
        share = repo.authorship.share_commits or 0.0
    if repo.origin == "upstream":
        part = 1.25 * min(1.0, 0.05 + 0.02 * min(10, story.accepted) + own_count / 400)
        return (
            part,
            f"others' project: {count(story.accepted, 'commit')} taken up there, which weighs above own work",
        )
    if repo.origin in ("own", "shared"):
        part = share**0.5
        if repo.authorship.authors > 1:
            part = max(part, min(0.9, own_count / 1000))  # among many, much work is a small share
        percent = share if repo.authorship.share_lines is None else repo.authorship.share_lines
        return part, f"{round(percent * 100)} % of the standing lines are the candidate's"
    if repo.origin == "fork":
        worked = own_count / 1000 if repo.authorship.own_commits >= _FORK_COMMITS else 0.0
        return max(min(0.2, share), min(0.6, worked)), "a fork: what stands is others' work"
    if repo.origin == "copied":
        return 0.0, "copied from elsewhere"
    if repo.authorship.known and not repo.authorship.own_commits:
        return 0.0, "no commit here is the candidate's"
    return 0.25, "whose work this is cannot be known, so it counts a quarter"


def _best(marks: list[Mark]) -> str:
    strong = sorted((mark for mark in marks if mark.weight >= 0.5), key=lambda mark: -mark.weight)
    none = "no sign of tests, CI, packaging or deployment"
    if any(mark.id == "imported" for mark in marks):
        none += " beyond what came in whole"
    return ", ".join(_inline(mark.name) for mark in strong[:5]) or none


def _inline(name: str) -> str:
    """A name within a sentence: its first letter small, unless an abbreviation begins it."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
