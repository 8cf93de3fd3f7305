"""Where the policy files that come with aiscreen are: in the installed package, or at the top of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from aiscreen.errors import ConfigError

Kind = Literal["skills", "roles", "redflags"]
KINDS: tuple[Kind, ...] = get_args(Kind)


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
