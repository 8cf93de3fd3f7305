"""The order of an examination: find repositories, open each safely, read its history and tree, judge."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.errors import InputError
from aiscreen.models.portfolio import Identity, RepoEvidence
from aiscreen.models.resume import Resume
from aiscreen.portfolio import limits
from aiscreen.portfolio.archive import Members
from aiscreen.portfolio.assay import Assayer
from aiscreen.portfolio.gitdir import is_git_folder
from aiscreen.portfolio.tree import of_archive, of_folder, shown

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

_NO_HISTORY = "no git history here: whose work this is cannot be known"


def examine(
    paths: Sequence[str | Path],
    identity: Identity | None = None,
    *,
    taxonomy: Taxonomy | None = None,
    resume: Resume | None = None,
    begin: Callable[[str], None] = lambda _: None,
) -> list[RepoEvidence]:
    """What the repositories at `paths` prove of a candidate, in the order given.

    A path is a clone, a bare repository, a zip of either or of plain files, a plain folder, or a folder of any of
    these. `taxonomy` names the skills (None: the shipped one); what `resume` says of a repository by its name is
    held against its code. `begin` is called with the name of each before it is read.

    Raises InputError where a path does not exist or holds nothing that can be read.
    """
    if taxonomy is None:
        from aiscreen.taxonomy import load

        taxonomy = load()
    found: list[RepoEvidence] = []
    with ThreadPoolExecutor(max_workers=1) as beside:
        assayer = Assayer(identity or Identity(), taxonomy, resume, beside, begin)
        for path in dict.fromkeys(Path(path) for path in paths):
            found.extend(_examine_path(path, assayer))
            if len(found) >= limits.REPOSITORIES:
                break
    return found[: limits.REPOSITORIES]


def _examine_path(path: Path, assayer: Assayer) -> Iterator[RepoEvidence]:
    if path.is_file():
        yield from _examine_archive(path, assayer)
    elif path.is_dir():
        for place, git_folder in find_repositories(path):
            repo = RepoEvidence(name=_name(place.resolve().name), path=shown(str(place)))
            if git_folder is not None:
                yield assayer.history(repo, git_folder)
            else:
                repo.warnings.append(_NO_HISTORY)
                if (place / ".git").is_file():
                    repo.warnings.append(
                        "its .git file points elsewhere and was not followed; give the clone that it belongs to"
                    )
                yield assayer.files(repo, of_folder(place))
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


def _examine_archive(path: Path, assayer: Assayer) -> Iterator[RepoEvidence]:
    with Members(path) as members:
        prefixes = members.git_folders()
        for prefix in prefixes[: limits.REPOSITORIES]:
            place = prefix.removesuffix(".git/").rstrip("/")
            repo = RepoEvidence(
                name=_name(place.rpartition("/")[2] or path.stem), path=shown(f"{path}!/{place}")
            )
            with tempfile.TemporaryDirectory(prefix="aiscreen-", ignore_cleanup_errors=True) as scratch:
                members.unpack(prefix, Path(scratch))
                repo.warnings += members.warnings
                yield assayer.history(repo, Path(scratch))
        if not prefixes:
            tops = {name.partition("/")[0] for name in members.sizes if "/" in name}
            lone = len(tops) == 1 and all("/" in name for name in members.sizes)
            prefix = f"{next(iter(tops))}/" if lone else ""
            repo = RepoEvidence(name=_name(path.stem), path=shown(str(path)), warnings=[_NO_HISTORY])
            yield assayer.files(repo, of_archive(members, prefix))


def _name(name: str) -> str:
    return shown(name.removesuffix(".git")) or "repository"
