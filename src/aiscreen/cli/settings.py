"""What options may say, and the checks on them. It leaves the library that reads command lines alone."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.errors import ConfigError

if TYPE_CHECKING:
    from aiscreen.screen import Options


class Format(StrEnum):
    """How a report is written."""

    terminal = "terminal"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    markdown = "markdown"
    html = "html"


class SheetFormat(StrEnum):
    """How what is no ranking is written: a comparison, an interview's sheet, an audit."""

    terminal = "terminal"
    json = "json"
    markdown = "markdown"


class PageFormat(StrEnum):
    """How a portfolio is written."""

    terminal = "terminal"
    json = "json"
    markdown = "markdown"
    html = "html"


class FailOn(StrEnum):
    """The least severity of a flag that makes the exit code 1."""

    never = "never"
    low = "low"
    medium = "medium"
    high = "high"


def piped(path: Path) -> bytes | None:
    """What stdin holds where it stands in a file's place, as `-`; else None."""
    return sys.stdin.buffer.read() if str(path) == "-" else None


def parse_date(written: str | None) -> date | None:
    """`YYYY-MM-DD` or `YYYY-MM` (its last day does not matter) as a date. Raises ConfigError."""
    if written is None:
        return None
    try:
        return date.fromisoformat(written if len(written) > 7 else f"{written}-01")
    except ValueError:
        raise ConfigError(f"--as-of {written!r} is not a date; write it as 2026-11-23 or 2026-11") from None


def screening_options(
    *,
    role: str = "auto",
    job: Path | None = None,
    as_of: str | None = None,
    blind: bool = False,
    ocr: bool = False,
    skills: Path | None = None,
    roles: Path | None = None,
    redflags: Path | None = None,
) -> Options:
    """The screening options from what was typed. Raises ConfigError, or InputError for an unreadable advert."""
    from aiscreen import reading
    from aiscreen.screen import Options

    if job is not None and role != "auto":
        raise ConfigError("--role and --job both name what to judge against; give one of them")
    return Options(
        role=None if role == "auto" else role,
        job=reading.read_isolated(job).text if job is not None else None,
        as_of=parse_date(as_of),
        blind=blind,
        ocr=ocr,
        skills=skills,
        roles=roles,
        redflags=redflags,
    )
