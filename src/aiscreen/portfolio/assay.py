"""One repository judged: its history and tree go in, a RepoEvidence comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.models.portfolio import Identity, Mark, RepoEvidence
from aiscreen.models.resume import Resume, Statement
from aiscreen.portfolio.authorship import Work, activity, find_work
from aiscreen.portfolio.catalog import Catalog
from aiscreen.portfolio.claims import check_claims
from aiscreen.portfolio.data import names, signs
from aiscreen.portfolio.extent import kept_up
from aiscreen.portfolio.facts import Facts, gather
from aiscreen.portfolio.git import Git, opened
from aiscreen.portfolio.gitdir import read_git_folder
from aiscreen.portfolio.history import Commit, History, read_history
from aiscreen.portfolio.imports import Brought
from aiscreen.portfolio.lines import OwnLines
from aiscreen.portfolio.marks import find_marks
from aiscreen.portfolio.origin import Story, tell_story
from aiscreen.portfolio.patches import written
from aiscreen.portfolio.people import Mailmap, is_machine, label
from aiscreen.portfolio.skills import LineCounts, code_skills, count_lines, languages
from aiscreen.portfolio.summary import summarise
from aiscreen.portfolio.survey import Survey, survey
from aiscreen.portfolio.tree import Tree, of_commit, of_nothing
from aiscreen.portfolio.verdict import judge_grade, judge_kind, judge_strength
from aiscreen.text import count, fold

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

_DUMP_SHARE = 0.9
_DUMP_COMMITS = 30
_DUMP_LINES = 200


class Assayer:
    """Judges repositories of one candidate under one taxonomy. `beside` runs git while Python reads; `begin` is called
    with the name of each repository."""

    def __init__(
        self,
        identity: Identity,
        taxonomy: Taxonomy,
        resume: Resume | None,
        beside: ThreadPoolExecutor,
        begin: Callable[[str], None],
    ) -> None:
        self._identity = identity
        self._catalog = Catalog(taxonomy)
        self._resume = resume
        self._beside = beside
        self._begin = begin
        modules = {name.partition(".")[0] for name in names()["modules"]}
        modules |= {name.partition(".")[0] for sign in signs().values() for name in sign.modules}
        self._interesting = frozenset(modules)

    def files(self, repo: RepoEvidence, tree: Tree) -> RepoEvidence:
        """Judge a tree without a history: what it is, but not whose."""
        self._begin(repo.name)
        facts = self._gather(repo, tree, survey(tree), OwnLines())
        return self._conclude(repo, facts, Story("unknown"), [], count_lines(facts), kept=True)

    def history(self, repo: RepoEvidence, git_folder: Path) -> RepoEvidence:
        """Judge a repository by its history and the tree of its HEAD. Raises InputError where git is not installed."""
        self._begin(repo.name)
        folder = read_git_folder(git_folder)
        with opened(folder) as git:
            repo.warnings += folder.warnings
            repo.head = next(iter(git.present([folder.head] if folder.head else [])), None)
            tree = of_commit(git, repo.head) if repo.head else of_nothing()
            history = read_history(git, folder, Mailmap(tree.text(".mailmap")))
            repo.warnings += history.warnings
            work = find_work(history, self._identity)
            repo.authorship = work.authorship
            repo.activity = activity(work.own if work.authorship.known else history.human)
            own = self._own_lines(git, history, work, tree)
            facts = self._gather(repo, tree, survey(tree), own)
            counts = count_lines(facts)
            repo.warnings += own.warnings
            if work.authorship.known and not history.cut:
                repo.authorship.share_lines = counts.share
            dump = _dump(git, history, tree, counts)
            if dump and dump.id in {brought.commit for brought in own.imports}:
                dump = None  # told once, by what came of it
            story = tell_story(history, folder, work, facts, self._identity, dump)
            if not work.authorship.known and history.human:
                repo.warnings.append(_nobody_named(repo))
            if work.authorship.known and not work.own:
                repo.warnings.append(_nobody_found(history))
            kept = history.cut or kept_up(activity(history.human))
            return self._conclude(repo, facts, story, folder.tags, counts, kept=kept)

    def _own_lines(self, git: Git, history: History, work: Work, tree: Tree) -> OwnLines:
        if not work.own:
            return OwnLines()
        # Where the history is cut off, its oldest commits seem to add all that others wrote before them.
        own = [commit for commit in work.own if commit.parents or not history.cut]
        alone = work.sole and not any(is_machine(commit.author) for commit in history.commits)
        return OwnLines(self._beside.submit(written, git, history, own, tree.sizes, sole=alone).result)

    def _gather(self, repo: RepoEvidence, tree: Tree, surveyed: Survey, own: OwnLines) -> Facts:
        repo.files = len(tree.sizes)
        repo.warnings += tree.warnings
        if surveyed.skipped:
            repo.warnings.append(f"{surveyed.skipped} source files were too large or too many to read")
        return gather(repo.name, tree, surveyed, own, self._interesting)

    def _conclude(
        self,
        repo: RepoEvidence,
        facts: Facts,
        story: Story,
        tags: list[str],
        counts: LineCounts,
        *,
        kept: bool,
    ) -> RepoEvidence:
        found = find_marks(facts, tags, story.pull_requests)
        came = [mark for mark in found if mark.evidence and all(map(facts.unworked, mark.evidence))]
        repo.marks = [mark for mark in found if mark not in came]
        repo.marks += _history_marks(story, facts.own.imports, came)
        repo.languages = languages(facts, counts)
        repo.skills = code_skills(facts, self._catalog, counts)
        repo.kind = judge_kind(facts, found)
        size = sum(
            total
            for path, (_, total) in counts.files.items()
            if not (facts.is_test(path) or path in facts.survey.aside or path in facts.own.unworked)
        )
        repo.grade = judge_grade(facts, repo.kind, repo.marks, size, kept)
        repo.origin = story.origin
        if story.origin == "copied":
            for skill in repo.skills:
                skill.own = False
        repo.claims = check_claims(facts, found, repo.grade, self._said_of(repo.name))
        doubted = story.origin == "copied" or story.foreign_license is not None
        lines, share = counts.credit(facts.own.unworked, doubted=doubted)
        repo.strength, reasons = judge_strength(repo, story, lines, share)
        repo.reasons = [*reasons, *story.reasons]
        repo.summary = summarise(repo, facts)
        repo.warnings = list(dict.fromkeys(repo.warnings))
        return repo

    def _said_of(self, name: str) -> Sequence[Statement]:
        """The résumé's statements that belong to a project of this name, or that name it."""
        if self._resume is None:
            return []
        key = _squash(name)
        if len(key) < 4:
            return []
        entries = {
            index
            for index, project in enumerate(self._resume.projects)
            if key == _squash(project.name or "")
            or key == _squash((project.url or "").rstrip("/").rpartition("/")[2])
        }
        return [
            statement
            for statement in self._resume.statements
            if (statement.section == "projects" and statement.entry in entries)
            or re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", statement.text, re.IGNORECASE)
        ]


def _squash(name: str) -> str:
    return "".join(c for c in fold(name.removesuffix(".git")) if c.isalnum())


def _history_marks(story: Story, imports: Sequence[Brought], came: Sequence[Mark]) -> list[Mark]:
    """The marks that only a history shows. `came` are marks of files that came in whole."""
    notes = {
        "issues": f"{story.issues} commits name the issue that they close" if story.issues > 1 else "",
        "contributors": f"{count(story.others, 'commit')} by others in it" if story.others else "",
        "imported": _import_notes(imports, came),
        "dump": f"commit {story.dump.id[:10]} brought nearly all of it" if story.dump else "",
        "backdated": story.backdated,
        "foreign-license": f"the licence names {story.foreign_license[0]}, who is no author here"
        if story.foreign_license
        else "",
    }
    evidence = {"foreign-license": [story.foreign_license[1]] if story.foreign_license else []}
    return [
        Mark(
            id=id, name=signs()[id].name, weight=signs()[id].weight, note=note, evidence=evidence.get(id, [])
        )
        for id, note in notes.items()
        if note
    ]


def _import_notes(imports: Sequence[Brought], came: Sequence[Mark]) -> str:
    """What came in whole, and what of it is the candidate's."""
    notes = []
    for worked in (True, False):
        alike = [brought for brought in imports if brought.worked is worked]
        if not alike:
            continue
        named = ", ".join(brought.commit[:10] for brought in alike[:3])
        files, lines = sum(brought.files for brought in alike), sum(brought.lines for brought in alike)
        commits = f"commit {named}" if len(alike) == 1 else f"{len(alike)} commits ({named})"
        what = f"{commits} brought {count(files, 'file')} ({count(lines, 'line')}) in whole"
        if worked:
            notes.append(
                f"{what} and later commits worked on them: they count half, as their making cannot be seen"
            )
        else:
            notes.append(
                f"{what} and hardly any work on them followed: a template, a copy, or work done elsewhere"
            )
            signs = ", ".join(mark.name for mark in came)
            notes.append(f"they verify nothing{f', nor do the signs in them ({signs})' if signs else ''}")
    return "; ".join(notes)


def _dump(git: Git, history: History, tree: Tree, counts: LineCounts) -> Commit | None:
    """The one commit that brought at least nine tenths of what stands, where there is such a one."""
    human = sorted(history.human, key=lambda commit: (commit.authored, commit.id))
    lines = sum(total for _, total in counts.files.values())
    if history.cut or not human or len(human) > _DUMP_COMMITS or lines < _DUMP_LINES:
        return None
    standing = {(path, blob) for path, blob in tree.blobs.items() if path in counts.files}
    before: set[tuple[str, str]] = set()
    for commit in human[:4]:
        now = set(of_commit(git, commit.id).blobs.items()) & standing
        brought = sum(counts.files[path][1] for path, _ in now - before)
        if brought >= _DUMP_SHARE * lines:
            return commit
        before |= now
    return None


def _nobody_named(repo: RepoEvidence) -> str:
    return f"{count(repo.authorship.authors, 'author')} and no candidate named, so nobody's share can be told; name the candidate"


def _nobody_found(history: History) -> str:
    """Who did write a history that holds no commit of the candidate's, so that they can be named if they are among them."""
    counted = Counter(commit.author for commit in history.human)
    most = sorted(counted, key=lambda author: (-counted[author], author))
    more = f" and {len(most) - 3} more" if len(most) > 3 else ""
    return (
        f"no commit here is by the candidate as named; its authors are {', '.join(map(label, most[:3]))}{more}: "
        "if the candidate is among them, name them as the commits do (aiscreen portfolio --name, --email)"
    )
