"""`aiscreen compare A B`: why one candidate stands above the other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import SheetFormat, piped, screening_options
from aiscreen.errors import ConfigError


def compare(
    first: Annotated[Path, typer.Argument(metavar="A", readable=False, help="A résumé; - is stdin.")],
    second: Annotated[Path, typer.Argument(metavar="B", readable=False, help="Another one.")],
    role: o.Role = "auto",
    job: o.Job = None,
    as_of: o.AsOf = None,
    blind: o.Blind = False,
    format: o.SheetOption = SheetFormat.terminal,
    output: o.Output = None,
    skills: o.Skills = None,
    roles: o.Roles = None,
    redflags: o.RedFlags = None,
) -> int:
    """Say in a few sentences and a table why A stands above B, or B above A.

    \b
    aiscreen compare amara.pdf henrik.pdf
    aiscreen compare amara.pdf henrik.pdf --role ml-engineer --format markdown
    """
    from aiscreen.cli.output import width_for, write
    from aiscreen.reports.compare import compare as set_side_by_side
    from aiscreen.reports.compare import render
    from aiscreen.screen import Screener

    if str(first) == str(second) == "-":
        raise ConfigError("stdin holds one résumé; give a file for the other of the two")
    screener = Screener(
        screening_options(
            role=role, job=job, as_of=as_of, blind=blind, skills=skills, roles=roles, redflags=redflags
        )
    )
    one, other = (screener.screen(file, piped(file)) for file in (first, second))
    write(render(set_side_by_side(one, other), format.value, width_for(output)), output)
    return 0
