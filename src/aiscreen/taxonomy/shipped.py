"""Policy files on disk: where the shipped ones are (in the installed package, or at the top of a checkout), and
reading one without being overrun."""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from aiscreen.errors import ConfigError

Kind = Literal["skills", "roles", "redflags"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ENTRIES: dict[Kind, str] = {"skills": "skills", "roles": "roles", "redflags": "rules"}
"""The section of each file that holds its entries."""
BEGIN = "begin with `schema: aiscreen.skills/1` (or roles/1, redflags/1) and `extends: shipped`"
"""What to do about a file that holds nothing."""
MAX_BYTES = 2_000_000
"""The largest policy file that is read."""
_EXTENDS = re.compile(rb"""^\{?\s*["']?extends["']?\s*:""", re.MULTILINE)


@cache
def folder() -> Path:
    """The folder of the shipped files. An editable install has them beside its pyproject.toml, a wheel in
    `aiscreen/policy`. Raises ConfigError when neither is there (a broken install)."""
    package = Path(__file__).resolve().parent.parent
    if (package / "policy" / "skills.yaml").is_file():
        return package / "policy"
    for above in package.parents[:4]:
        project = above / "pyproject.toml"
        if project.is_file() and 'name = "aiscreen"' in project.read_text(encoding="utf-8", errors="replace"):
            return above
    raise ConfigError(f"the policy files are missing beside {package}: install aiscreen again")


def path(kind: Kind) -> Path:
    """The shipped file of one kind."""
    return folder() / f"{kind}.yaml"


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """A file's bytes, at most a little more than a policy file may have: a device or a huge file cannot fill memory.

    Raises ConfigError when it cannot be opened.
    """
    try:
        with Path(path).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigError(f"{os.fspath(path)}: cannot be read: {why}") from error


def base_of(kind: Kind, data: bytes) -> str:
    """The SHA-256 of the shipped file where a file's bytes say that it builds on that one; else empty."""
    return hashlib.sha256(read_bytes(path(kind))).hexdigest() if _EXTENDS.search(data) else ""
