"""The order of an examination: find repositories, open each safely, read its history and tree, judge."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.errors import InputError
from aiscreen.models.portfolio import Identity, RepoEvidence
from aiscreen.portfolio import limits, tree
from aiscreen.portfolio.archive import Members
from aiscreen.portfolio.authorship import activity, find_work
from aiscreen.portfolio.git import opened
from aiscreen.portfolio.gitdir import is_git_folder, read_git_folder
from aiscreen.portfolio.history import read_history
from aiscreen.portfolio.people import Mailmap

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy


def examine(
    paths: Sequence[str | Path], identity: Identity | None = None, *, taxonomy: Taxonomy | None = None
) -> list[RepoEvidence]:
    """What the repositories at `paths` prove of a candidate, in the order given.

    A path is a clone, a bare repository, a zip of either or of plain files, a plain folder, or a folder of any of
    these. Raises InputError where a path does not exist or holds nothing that can be read.
    """
    identity = identity or Identity()
    found: list[RepoEvidence] = []
    for path in dict.fromkeys(Path(path) for path in paths):
        found.extend(_examine_path(path, identity))
    return found[: limits.REPOSITORIES]


def _examine_path(path: Path, identity: Identity) -> Iterator[RepoEvidence]:
    if path.is_file():
        yield from _examine_archive(path, identity)
    elif path.is_dir():
        for place, git_folder in find_repositories(path):
            yield _examine_folder(place, git_folder, identity)
    else:
        raise InputError(
            "missing", "no such file or folder; give a clone, a folder of clones, or a zip", str(path)
        )


def find_repositories(path: Path) -> list[tuple[Path, Path | None]]:
    """Places and their git folders: the path itself, else what lies below it, else the path as a plain folder."""
    if (own := _git_folder(path)) is not None:
        return [(path, own)]
    found: list[tuple[Path, Path | None]] = []
    pending = [(path, 0)]
    while pending and len(found) < limits.REPOSITORIES:
        place, depth = pending.pop(0)
        if depth and (own := _git_folder(place)) is not None:
            found.append((place, own))
        elif depth < limits.FOLDER_DEPTH:
            try:
                below = sorted(item for item in place.iterdir() if item.is_dir() and not item.is_symlink())
            except OSError:
                continue
            pending.extend((item, depth + 1) for item in below[:2000])
    return found or [(path, None)]


def _git_folder(place: Path) -> Path | None:
    if is_git_folder(place / ".git") and not (place / ".git").is_symlink():
        return place / ".git"
    return place if is_git_folder(place) else None


def _examine_folder(place: Path, git_folder: Path | None, identity: Identity) -> RepoEvidence:
    name = place.resolve().name.removesuffix(".git")
    repo = RepoEvidence(name=name, path=str(place))
    if git_folder is None:
        files = tree.of_folder(place)
        repo.warnings.append("no git history here: whose work this is cannot be known")
        return _judge_tree(repo, files)
    return _examine_git(repo, git_folder, identity)


def _examine_git(repo: RepoEvidence, git_folder: Path, identity: Identity) -> RepoEvidence:
    folder = read_git_folder(git_folder)
    with opened(folder) as git:
        repo.head = next(iter(git.present([folder.head] if folder.head else [])), None)
        files = tree.of_commit(git, repo.head) if repo.head else tree.Tree({}, tree._GitBlobs(git, {}))
        history = read_history(git, folder, Mailmap(files.text(".mailmap")))
        work = find_work(history, identity)
        repo.authorship = work.authorship
        repo.activity = activity(work.own if work.authorship.known else history.human)
        repo.warnings += [*folder.warnings, *history.warnings]
        return _judge_tree(repo, files)


def _examine_archive(path: Path, identity: Identity) -> Iterator[RepoEvidence]:
    with Members(path) as members:
        prefixes = members.git_folders()
        for prefix in prefixes[: limits.REPOSITORIES]:
            with tempfile.TemporaryDirectory(prefix="aiscreen-") as scratch:
                members.unpack(prefix, Path(scratch))
                place = prefix.removesuffix(".git/").rstrip("/")
                repo = RepoEvidence(
                    name=place.rpartition("/")[2] or path.stem, path=f"{path}!{place}".rstrip("!")
                )
                repo.warnings += members.warnings
                yield _examine_git(repo, Path(scratch), identity)
        if not prefixes:
            repo = RepoEvidence(name=path.stem, path=str(path))
            repo.warnings.append("no git history here: whose work this is cannot be known")
            yield _judge_tree(repo, tree.of_archive(members, ""))


def _judge_tree(repo: RepoEvidence, files: tree.Tree) -> RepoEvidence:
    repo.files = len(files.sizes)
    repo.warnings += files.warnings
    return repo
