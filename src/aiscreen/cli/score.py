"""`aiscreen score FILE...`: a few documents, ranked and explained."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aiscreen.cli import options as o

if TYPE_CHECKING:
    from aiscreen.models.assessment import Report
    from aiscreen.screen import Screener

STDIN = Path("-")


def score(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Résumés: PDF, DOCX, text, Markdown, JSON Resume; - is stdin."),
    ],
    role: o.Role = "auto",
    job: o.Job = None,
    portfolio: o.Portfolio = None,
    as_of: o.AsOf = None,
    blind: o.Blind = False,
    explain: o.Explain = False,
    fail_on: o.Fail = o.FailOn.never,
    format: o.FormatOption = o.Format.terminal,
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
    from aiscreen.cli.output import console_for, exit_code, tell_skipped, write
    from aiscreen.reports import render
    from aiscreen.screen import Screener

    screener = Screener(
        o.screening_options(
            role=role,
            job=job,
            as_of=as_of,
            blind=blind,
            ocr=ocr,
            skills=skills,
            roles=roles,
            redflags=redflags,
        )
    )
    report = screen_files(screener, files, portfolio or [])
    write(render(report, format.value, explain=explain, console=console_for(format, output)), output)
    if manifest is not None:
        write(screener.manifest(report), manifest)
    tell_skipped(report)
    return exit_code(report, fail_on)


def screen_files(screener: Screener, files: Sequence[Path], portfolio: Sequence[Path]) -> Report:
    """Screen each file once; those that cannot be read become `skipped` rows."""
    from aiscreen.errors import InputError
    from aiscreen.models.assessment import Skipped

    candidates, skipped = [], []
    for path in dict.fromkeys(files):
        data = sys.stdin.buffer.read() if path == STDIN else None
        try:
            candidates.append(screener.screen(path, data, portfolio=portfolio))
        except InputError as error:
            skipped.append(Skipped(path=str(path), reason=error.reason, detail=error.detail))
    return screener.report(candidates, skipped)
