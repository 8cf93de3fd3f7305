"""Builds git histories quickly: a list of commits becomes one `git fast-import` stream."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

ADA = ("Ada Okafor", "ada@okafor.dev")
BEN = ("Ben Lindqvist", "ben@example.org")
CHI = ("Chi Nguyen", "chi@example.org")
START = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)

Person = tuple[str, str]


def git(place: Path, *args: str, input: bytes | None = None) -> str:
    """Run git without anybody's configuration and return what it says."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(place),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": ADA[0],
        "GIT_AUTHOR_EMAIL": ADA[1],
        "GIT_COMMITTER_NAME": ADA[0],
        "GIT_COMMITTER_EMAIL": ADA[1],
    }
    done = subprocess.run(
        ["git", "-C", str(place), *args], env=environment, input=input, capture_output=True, check=True
    )
    return done.stdout.decode()


@dataclass
class History:
    """Commits to come. Each is made `days` after the one before it, by `author` and by default committed by them."""

    place: Path
    now: datetime = START
    count: int = 0
    _stream: list[bytes] = field(default_factory=list)
    _marks: dict[str, int] = field(default_factory=dict)

    def commit(
        self,
        files: dict[str, str | bytes | None],
        *,
        author: Person = ADA,
        committer: Person | None = None,
        message: str = "Change",
        days: float = 1,
        branch: str = "main",
        start: str | None = None,
        merge: str | None = None,
        committed: datetime | None = None,
        renames: dict[str, str] | None = None,
    ) -> History:
        """Add a commit that writes `files` (None deletes). `start` begins a branch at another's tip; `merge` joins one."""
        self.now += timedelta(days=days)
        self.count += 1
        when = f"{int(self.now.timestamp())} +0000"
        settled = f"{int((committed or self.now).timestamp())} +0000"
        by = committer or author
        text = message.encode()
        head = [
            f"commit refs/heads/{branch}",
            f"mark :{self.count}",
            f"author {author[0]} <{author[1]}> {when}",
        ]
        head += [f"committer {by[0]} <{by[1]}> {settled}", f"data {len(text)}"]
        self._stream.append("\n".join(head).encode() + b"\n" + text + b"\n")
        if start:
            self._stream.append(f"from :{self._marks[start]}\n".encode())
        elif branch in self._marks:
            self._stream.append(f"from :{self._marks[branch]}\n".encode())
        if merge:
            self._stream.append(f"merge :{self._marks[merge]}\n".encode())
        for old, new in (renames or {}).items():
            self._stream.append(f"R {old} {new}\n".encode())
        for path, content in files.items():
            if content is None:
                self._stream.append(f"D {path}\n".encode())
            else:
                data = content if isinstance(content, bytes) else content.encode()
                self._stream.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
        self._stream.append(b"\n")
        self._marks[branch] = self.count
        return self

    def build(self, *, checkout: bool = True, tags: tuple[str, ...] = ()) -> Path:
        """Write the repository and return its place."""
        self.place.mkdir(parents=True, exist_ok=True)
        git(self.place, "init", "-q", "-b", "main")
        git(self.place, "fast-import", "--quiet", "--force", input=b"".join(self._stream))
        for tag in tags:
            git(self.place, "tag", tag, "main")
        if checkout:
            git(self.place, "reset", "-q", "--hard", "main")
        return self.place
