"""The options that several commands share, and the checks on them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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


class FailOn(StrEnum):
    """The least severity of a flag that makes the exit code 1."""

    never = "never"
    low = "low"
    medium = "medium"
    high = "high"


Role = Annotated[
    str,
    typer.Option(
        "--role", "-r", help="Role id to judge against, or `auto` for the best fit of each candidate."
    ),
]
Job = Annotated[
    Path | None,
    typer.Option("--job", help="A job advert (text, Markdown, PDF, DOCX) to judge against.", metavar="FILE"),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        help="The date that `present` means (YYYY-MM-DD); else each document's own date, else today.",
        metavar="DATE",
    ),
]
Blind = Annotated[
    bool, typer.Option("--blind", help="Mask name, contact, pronouns, schools, places and graduation years.")
]
Explain = Annotated[bool, typer.Option("--explain", "-e", help="Show all evidence, skills and questions.")]
Ocr = Annotated[
    bool,
    typer.Option("--ocr", help="Read scanned pages with tesseract where it is installed (about 1 s a page)."),
]
Fail = Annotated[
    FailOn,
    typer.Option("--fail-on", help="Exit with 1 when a candidate has a flag of this severity or worse."),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to write the report.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file in place of stdout.", metavar="FILE")
]
Portfolio = Annotated[
    list[Path] | None,
    typer.Option(
        "--portfolio", "-p", help="The candidate's git repositories (may be given again).", metavar="PATH"
    ),
]
Manifest = Annotated[
    Path | None,
    typer.Option(
        "--manifest", help="Write hashes of inputs, taxonomy, version and options to FILE.", metavar="FILE"
    ),
]
Skills = Annotated[
    Path | None,
    typer.Option("--skills", help="skills.yaml to use in place of the shipped one.", metavar="FILE"),
]
Roles = Annotated[
    Path | None,
    typer.Option("--roles", help="roles.yaml to use in place of the shipped one.", metavar="FILE"),
]
RedFlags = Annotated[
    Path | None,
    typer.Option("--redflags", help="redflags.yaml to use in place of the shipped one.", metavar="FILE"),
]


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
