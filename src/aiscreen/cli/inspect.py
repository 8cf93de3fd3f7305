"""`aiscreen inspect FILE`: a page with what was found drawn on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import piped, screening_options
from aiscreen.errors import ConfigError
from aiscreen.text import count

if TYPE_CHECKING:
    from aiscreen.models.document import Document

Blind = Annotated[bool, typer.Option("--blind", hidden=True)]
"""Known only to say why it is not there: every other command that shows a candidate has it."""
Picture = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="Draw the page here (PNG); else its lines are listed.", metavar="PNG"
    ),
]
Page = Annotated[
    int | None,
    typer.Option(
        "--page", "-p", help="The page to draw, else the first; or to list, else all.", min=1, metavar="N"
    ),
]


def inspect(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", readable=False, help="A résumé; - is stdin. A picture is drawn of a PDF only."
        ),
    ],
    output: Picture = None,
    page: Page = None,
    blind: Blind = False,
    skills: o.Skills = None,
    roles: o.Roles = None,
    redflags: o.RedFlags = None,
) -> int:
    """Show how a résumé was read: its columns, lines, sections and entries, text that a reader does not see, and
    what was flagged. It shows the page itself, name and all: `aiscreen parse FILE --blind` shows what was understood
    without them.

    \b
    aiscreen inspect resume.pdf --page 1
    aiscreen inspect resume.pdf --output page.png --page 2
    """
    from aiscreen import parsing, reading
    from aiscreen.cli.output import write, write_bytes
    from aiscreen.reading.reader import load
    from aiscreen.reports.picture import draw, listing
    from aiscreen.screen import Screener

    if blind:
        raise ConfigError(
            f"inspect shows the page itself, which says whose it is, so there is no --blind here; "
            f"`aiscreen parse {file} --blind` shows what was understood, masked"
        )
    data = piped(file)
    if data is None:
        data = load(str(file))
    document = reading.read_isolated(file, data=data)
    _check(file, document, output, page)
    resume = parsing.parse(document)
    screener = Screener(screening_options(skills=skills, roles=roles, redflags=redflags))
    flags = screener.screen_document(document, resume).flags
    if output is None:
        write("\n".join(listing(document, resume, flags, page)) + "\n", None)
    else:
        write_bytes(draw(data, document, resume, flags, page or 1), output)
    return 0


def _check(file: Path, document: Document, output: Path | None, page: int | None) -> None:
    """Raises ConfigError for a picture or a page that the document does not have."""
    if output is not None and document.kind != "pdf":
        raise ConfigError(
            f"a picture can be drawn of a PDF only, and {file} is {document.kind}: leave out --output"
        )
    if page is not None and page > document.pages:
        raise ConfigError(f"--page {page}: {file} has {count(document.pages, 'page')}")
