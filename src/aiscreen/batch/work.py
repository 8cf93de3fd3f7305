"""What goes to a worker and comes back: plain and light, for the process that hands it on loads no more."""

from __future__ import annotations

from dataclasses import dataclass

from aiscreen.store import Assessed


@dataclass(frozen=True, slots=True)
class Task:
    """A document to screen: its bytes, or what was parsed of it before."""

    label: str
    data: bytes | None = None
    parsed: bytes | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a document, ready to be kept. `parsed` is None where it was parsed before."""

    parsed: bytes | None
    assessed: Assessed


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing came of a document: a stable slug, and the words for a person."""

    reason: str
    detail: str


def bug(error: BaseException) -> Failed:
    """What a bug in our own code makes of a document: it costs this one, not the night."""
    return Failed(
        "internal", f"hit a bug ({type(error).__name__}: {error}); report it with the document's kind"
    )
