"""`aiscreen interview FILE`: what to ask this candidate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import SheetFormat, piped, screening_options


def interview(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", readable=False, help="The candidate's résumé; - is stdin.")
    ],
    role: o.Role = "auto",
    job: o.Job = None,
    portfolio: o.Portfolio = None,
    as_of: o.AsOf = None,
    blind: o.Blind = False,
    format: o.SheetOption = SheetFormat.terminal,
    output: o.Output = None,
    skills: o.Skills = None,
    roles: o.Roles = None,
    redflags: o.RedFlags = None,
) -> int:
    """Write an interview sheet from the candidate's own claims, gaps and flags.

    \b
    aiscreen interview amara.pdf --role mlops-engineer
    aiscreen interview amara.pdf --format markdown --output amara.md
    """
    from aiscreen.cli.output import width_for, write
    from aiscreen.reports.interview import render
    from aiscreen.screen import Screener

    screener = Screener(
        screening_options(
            role=role, job=job, as_of=as_of, blind=blind, skills=skills, roles=roles, redflags=redflags
        )
    )
    candidate = screener.screen(file, piped(file), portfolio=portfolio or [])
    write(render(candidate, format.value, width_for(output)), output)
    return 0
