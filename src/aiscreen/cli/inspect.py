"""`aiscreen inspect FILE`: a page with what was found drawn on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import piped, screening_options
from aiscreen.errors import ConfigError


def inspect(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", readable=False, help="A résumé; - is stdin. A picture is drawn of a PDF only."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Draw the page here (PNG); else its lines are listed.", metavar="PNG"
        ),
    ] = None,
    page: Annotated[
        int | None,
        typer.Option(
            "--page", "-p", help="The page to draw, else the first; or to list, else all.", min=1, metavar="N"
        ),
    ] = None,
    skills: o.Skills = None,
    roles: o.Roles = None,
    redflags: o.RedFlags = None,
) -> int:
    """Show how a résumé was read: its columns, lines, sections and entries, text that a reader does not see, and
    what was flagged.

    \b
    aiscreen inspect resume.pdf --page 1
    aiscreen inspect resume.pdf --output page.png --page 2
    """
    from aiscreen import parsing, reading
    from aiscreen.cli.output import write, write_bytes
    from aiscreen.reading.reader import load
    from aiscreen.reports.picture import draw, listing
    from aiscreen.screen import Screener

    data = piped(file)
    if data is None:
        data = load(str(file))
    document = reading.read_isolated(file, data=data)
    if output is not None and document.kind != "pdf":
        raise ConfigError(
            f"a picture can be drawn of a PDF only, and {file} is {document.kind}: leave out --output"
        )
    if page is not None and page > document.pages:
        pages = f"{document.pages} page{'' if document.pages == 1 else 's'}"
        raise ConfigError(f"--page {page}: {file} has {pages}")
    resume = parsing.parse(document)
    screener = Screener(screening_options(skills=skills, roles=roles, redflags=redflags))
    flags = screener.screen_document(document, resume).flags
    if output is None:
        write("\n".join(listing(document, resume, flags, page)) + "\n", None)
    else:
        write_bytes(draw(data, document, resume, flags, page or 1), output)
    return 0
