"""File names in blind reports: they often hold people's names, so a digest stands in their place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager

from aiscreen.errors import InputError
from aiscreen.models.assessment import Skipped

_LEAST = 3
"""Letters from which on a file's name is looked for in what is said about it."""


def blind_path(path: str, sha256: str) -> str:
    """A file's name in a blind report, by the digest of its content."""
    name = _name(path)
    kind = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return f"candidate-{sha256[:8]}" + (f".{kind}" if re.fullmatch(r"[a-z0-9]{1,5}", kind) else "")


def blind_skipped(row: Skipped, sha256: str | None = None) -> Skipped:
    """A document that could not be read, in a blind report; where nothing of it could, its name's digest stands for
    its content's."""
    hidden = blind_path(row.path, sha256 or hashlib.sha256(row.path.encode()).hexdigest())
    detail = row.detail
    if row.reason == "missing":
        detail = detail.partition(";")[0]  # a guess names another file
    for written in (row.path, _name(row.path), _name(row.path).rpartition(".")[0]):
        if len(written) >= _LEAST:
            detail = detail.replace(written, hidden)
    return Skipped(path=hidden, reason=row.reason, detail=detail)


def blind_error(error: InputError) -> InputError:
    """What went wrong with a document, without its file's name."""
    if not error.path:
        return error
    row = blind_skipped(Skipped(path=error.path, reason=error.reason, detail=error.detail))
    return InputError(row.reason, row.detail, row.path)


@contextmanager
def unnamed(blind: bool) -> Iterator[None]:
    """Where `blind` holds, what cannot be read inside is told without its file's name."""
    try:
        yield
    except InputError as error:
        raise (blind_error(error) if blind else error) from None


def _name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]
