"""A history as data: who committed what when, newest first, children before their parents."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from aiscreen.portfolio import limits
from aiscreen.portfolio.git import Git, GitError, listed
from aiscreen.portfolio.gitdir import GitFolder
from aiscreen.portfolio.people import Author, Mailmap, is_machine

_FORMAT = "%x01%H%x00%P%x00%an%x00%ae%x00%cn%x00%ce%x00%at%x00%ct%x00%s"


@dataclass(slots=True)
class Commit:
    """A commit. `authored` and `committed` are seconds since 1970 in UTC, as the committer's machine told them."""

    id: str
    parents: tuple[str, ...]
    author: Author
    committer: Author
    authored: int
    committed: int
    subject: str

    @property
    def merge(self) -> bool:
        return len(self.parents) > 1

    @property
    def day(self) -> date:
        return datetime.fromtimestamp(self.authored, UTC).date()


@dataclass
class History:
    """All commits that the branches reach, children before parents. `on_head` holds those that HEAD reaches.

    `cut` says that the history does not go back to its beginning (a shallow clone, damage, a limit).
    """

    commits: list[Commit] = field(default_factory=list)
    on_head: set[str] = field(default_factory=set)
    cut: bool = False
    warnings: list[str] = field(default_factory=list)

    @property
    def human(self) -> list[Commit]:
        """The commits that count as work: no merges, no machines."""
        return [commit for commit in self.commits if not commit.merge and not is_machine(commit.author)]

    @property
    def roots(self) -> list[Commit]:
        """The commits without parents, oldest first."""
        found = [commit for commit in self.commits if not commit.parents]
        return sorted(found, key=lambda commit: (commit.authored, commit.id))


def read_history(git: Git, folder: GitFolder, mailmap: Mailmap) -> History:
    """The history behind HEAD and all branches. Damage cuts it short and is told in `warnings`."""
    history = History(cut=bool(folder.shallow))
    if folder.shallow:
        history.warnings.append(
            "a shallow clone: its history is cut off, so its beginning and authors are not all known"
        )
    tips = git.present(folder.tips)
    if not tips:
        return history
    try:
        output = git.run(
            "log",
            "--stdin",
            "--topo-order",
            "--no-mailmap",
            "--no-patch",
            "--no-color",
            f"--max-count={limits.COMMITS}",
            f"--format={_FORMAT}",
            input=listed(tips),
        )
    except GitError as error:
        output, history.cut = error.output, True
        history.warnings.append(f"the history was read in part: {error}")
    people: dict[Author, Author] = {}
    for line in output.split(b"\n"):
        if (commit := _commit(line, people, mailmap)) is not None:
            history.commits.append(commit)
    if len(history.commits) >= limits.COMMITS:
        history.cut = True
        history.warnings.append(f"only the newest {limits.COMMITS:,} commits were read")
    history.on_head = reached(history.commits, folder.head if folder.head in tips else tips[0])
    return history


def reached(commits: list[Commit], start: str | None) -> set[str]:
    """The names of the commits that one commit's history holds, itself among them."""
    parents = {commit.id: commit.parents for commit in commits}
    found: set[str] = set()
    pending = [start] if start else []
    while pending:
        name = pending.pop()
        if name in parents and name not in found:
            found.add(name)
            pending.extend(parents[name])
    return found


def _commit(line: bytes, people: dict[Author, Author], mailmap: Mailmap) -> Commit | None:
    if not line.startswith(b"\x01"):
        return None
    parts = line[1:].decode("utf-8", errors="replace").split("\x00", 8)
    if len(parts) != 9:
        return None
    name, parents, *who, authored, committed, subject = parts
    author, committer = (who[0], who[1]), (who[2], who[3])
    for person in (author, committer):
        if person not in people:
            people[person] = mailmap(person)
    return Commit(
        id=name,
        parents=tuple(parents.split()),
        author=people[author],
        committer=people[committer],
        authored=_seconds(authored),
        committed=_seconds(committed),
        subject=subject[:200],
    )


def _seconds(written: str) -> int:
    """Seconds since 1970, held to the years 1970-2199: a crafted commit may say anything."""
    try:
        return max(0, min(int(written), 7_258_118_399))
    except ValueError:
        return 0
