"""The options that several commands share, as the command line has them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from aiscreen.cli.settings import FailOn, Format, PageFormat, SheetFormat


def _role_ids(begun: str) -> list[str]:
    """The roles whose id begins so, for the shell that completes one."""
    from aiscreen import taxonomy

    return [role for role in ("auto", *taxonomy.load().roles.roles) if role.startswith(begun)]


Role = Annotated[
    str,
    typer.Option(
        "--role",
        "-r",
        metavar="ID",
        autocompletion=_role_ids,
        help="Role id to judge against, or `auto` for the best fit of each candidate.",
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
PageOption = Annotated[PageFormat, typer.Option("--format", "-f", help="How to write it.")]
SheetOption = Annotated[SheetFormat, typer.Option("--format", "-f", help="How to write it.")]
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


def _policy(name: str) -> Any:
    """The option for a policy file in place of the shipped one."""
    words = f"A {name}.yaml of your own: whole, or what it changes of the shipped one."
    return typer.Option(f"--{name}", help=words, metavar="FILE")


Skills = Annotated[Path | None, _policy("skills")]
Roles = Annotated[Path | None, _policy("roles")]
RedFlags = Annotated[Path | None, _policy("redflags")]
