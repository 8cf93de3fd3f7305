"""`aiscreen score FILE...`: a few documents, ranked and explained."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.scoring import score_files
from aiscreen.cli.settings import FailOn, Format


def score(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            readable=False,
            help="Résumés: PDF, DOCX, text, Markdown, JSON Resume; - is stdin.",
        ),
    ],
    role: o.Role = "auto",
    job: o.Job = None,
    portfolio: o.Portfolio = None,
    as_of: o.AsOf = None,
    blind: o.Blind = False,
    explain: o.Explain = False,
    fail_on: o.Fail = FailOn.never,
    format: o.FormatOption = Format.terminal,
    output: o.Output = None,
    manifest: o.Manifest = None,
    ocr: o.Ocr = False,
    skills: o.Skills = None,
    roles: o.Roles = None,
    redflags: o.RedFlags = None,
) -> int:
    """Score résumés against a role and say why, sentence by sentence.

    \b
    aiscreen score resume.pdf
    aiscreen score *.pdf --role mlops-engineer --format csv
    aiscreen score resume.pdf --portfolio ~/clones/candidate --explain
    """
    return score_files(
        files,
        role=role,
        job=job,
        portfolio=portfolio,
        as_of=as_of,
        blind=blind,
        explain=explain,
        fail_on=fail_on,
        format=format,
        output=output,
        manifest=manifest,
        ocr=ocr,
        skills=skills,
        roles=roles,
        redflags=redflags,
    )
