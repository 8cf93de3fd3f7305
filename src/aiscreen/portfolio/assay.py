"""One repository judged: its history and tree go in, a RepoEvidence comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.models.portfolio import Identity, RepoEvidence
from aiscreen.models.resume import Resume
from aiscreen.portfolio.authorship import Work, activity, find_work
from aiscreen.portfolio.catalog import Catalog
from aiscreen.portfolio.claims import check_claims, statements_about
from aiscreen.portfolio.data import names, signs
from aiscreen.portfolio.extent import kept_up
from aiscreen.portfolio.facts import Facts, gather
from aiscreen.portfolio.git import Git, opened
from aiscreen.portfolio.gitdir import read_git_folder
from aiscreen.portfolio.history import History, read_history
from aiscreen.portfolio.history_marks import find_dump, history_marks
from aiscreen.portfolio.lines import OwnLines
from aiscreen.portfolio.marks import find_marks
from aiscreen.portfolio.origin import Story, tell_story
from aiscreen.portfolio.patches import written
from aiscreen.portfolio.people import Mailmap, is_machine, label
from aiscreen.portfolio.skills import LineCounts, code_skills, count_lines, languages
from aiscreen.portfolio.summary import summarise
from aiscreen.portfolio.survey import survey
from aiscreen.portfolio.tree import Tree, of_commit, of_nothing
from aiscreen.portfolio.verdict import judge_grade, judge_kind, judge_strength
from aiscreen.text import count

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy


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
        facts = self._gather(repo, tree, OwnLines())
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
            facts = self._gather(repo, tree, own)
            counts = count_lines(facts)
            repo.warnings += own.warnings
            if work.authorship.known and not history.cut:
                repo.authorship.share_lines = counts.share
            dump = find_dump(git, history, tree, counts)
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

    def _gather(self, repo: RepoEvidence, tree: Tree, own: OwnLines) -> Facts:
        surveyed = survey(tree)
        repo.files = len(tree.sizes)
        repo.warnings += tree.warnings
        if surveyed.skipped:
            repo.warnings.append(f"{count(surveyed.skipped, 'source file')} not read: too large, or too many")
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
        repo.marks += history_marks(story, facts.own.imports, came)
        repo.languages = languages(facts, counts)
        repo.skills = code_skills(facts, self._catalog, counts)
        repo.kind = judge_kind(facts, found)
        size = sum(
            total
            for path, (_, total) in counts.files.items()
            if not facts.is_beside(path) and path not in facts.own.unworked
        )
        repo.grade = judge_grade(facts, repo.kind, repo.marks, size, kept)
        repo.origin = story.origin
        if story.origin == "copied":
            for skill in repo.skills:
                skill.own = False
        repo.claims = check_claims(facts, found, repo.grade, statements_about(self._resume, repo.name))
        doubted = story.origin == "copied" or story.foreign_license is not None
        lines, share = counts.credit(facts.own.unworked, doubted=doubted)
        repo.strength, reasons = judge_strength(repo, story, lines, share)
        repo.reasons = [*reasons, *story.reasons]
        repo.summary = summarise(repo, facts)
        repo.warnings = list(dict.fromkeys(repo.warnings))
        return repo


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
