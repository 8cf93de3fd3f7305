"""`aiscreen score FILE... [--option value]`, read without the library that reads command lines: loading that takes as
long as judging a résumé does.

Only what is plainly right is read here. Anything else (an option that is not in the tables, a value that is none of
its choices, a path that may not be read, one option twice) is left to the library, which has the words for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aiscreen.cli.settings import FailOn, Format

SWITCHES = {"--blind": "blind", "--explain": "explain", "-e": "explain", "--ocr": "ocr"}
CHOICES: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "--role": ("role", str),
    "-r": ("role", str),
    "--as-of": ("as_of", str),
    "--fail-on": ("fail_on", FailOn),
    "--format": ("format", Format),
    "-f": ("format", Format),
}
PATHS = {
    "--job": "job",
    "--output": "output",
    "-o": "output",
    "--manifest": "manifest",
    "--skills": "skills",
    "--roles": "roles",
    "--redflags": "redflags",
}


def plain_score(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The arguments of `score_files` where these are a plain call of `score`, else None."""
    if arguments[:1] != ["score"] or sys.platform == "win32" or "_AISCREEN_COMPLETE" in os.environ:
        return None
    found: dict[str, Any] = {}
    files: list[Path] = []
    left = iter(arguments[1:])
    try:
        for word in left:
            if word == "-" or not word.startswith("-"):
                files.append(_path(word))
            else:
                name, value = _option(word, left)
                if name in found:
                    return None
                found[name] = value
    except (ValueError, KeyError, StopIteration, OSError):
        return None
    return {"files": files, **found} if files else None


def _option(word: str, left: Any) -> tuple[str, Any]:
    """An option's name and value, which may be the next word. Raises KeyError, ValueError or StopIteration where it is
    not plain."""
    if word in SWITCHES:
        return SWITCHES[word], True
    option, joined, value = word.partition("=") if word.startswith("--") else (word, "", "")
    if not joined:
        value = next(left)
    if not value or value.startswith("-"):
        raise ValueError(value)
    if option in PATHS:
        return PATHS[option], _path(value)
    name, read = CHOICES[option]
    return name, read(value)


def _path(written: str) -> Path:
    """A path as it was typed. Raises ValueError for one that is there and may not be read."""
    path = Path(written)
    if not written or (path.exists() and not os.access(path, os.R_OK)):
        raise ValueError(written)
    return path
