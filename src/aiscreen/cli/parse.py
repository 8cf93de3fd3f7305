"""`aiscreen parse FILE`: what was understood of one document."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import piped
from aiscreen.errors import InputError


class ParseFormat(StrEnum):
    """How to write a parsed résumé."""

    json = "json"
    jsonresume = "jsonresume"
    text = "text"


def parse(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            readable=False,
            help="A résumé: PDF, DOCX, text, Markdown, JSON Resume; - is stdin.",
        ),
    ],
    format: Annotated[
        ParseFormat, typer.Option("--format", "-f", help="json holds all, with addresses.")
    ] = ParseFormat.json,
    blind: o.Blind = False,
    output: o.Output = None,
    ocr: o.Ocr = False,
) -> int:
    """Show what was understood of a résumé.

    \b
    aiscreen parse resume.pdf --format text
    aiscreen parse resume.docx --format jsonresume --output resume.json
    aiscreen parse resume.pdf --blind
    """
    from aiscreen import parsing, reading
    from aiscreen.cli.output import write

    try:
        document = reading.read_isolated(file, data=piped(file), ocr=ocr)
    except InputError as error:
        if not blind:
            raise
        from aiscreen.judging.file_names import blind_error

        raise blind_error(error) from None
    if format is ParseFormat.text and not blind:
        write(document.text + "\n", output)
        return 0
    resume = parsing.parse(document)
    if blind:
        from aiscreen import matching, taxonomy
        from aiscreen.judging.blind import blind_resume

        resume = blind_resume(resume, matching.Matcher(taxonomy.load()))
    if format is ParseFormat.text:
        write("".join(f"{statement.text}\n" for statement in resume.statements), output)
        return 0
    if format is ParseFormat.json:
        write(resume.model_dump_json(indent=2) + "\n", output)
        return 0
    from aiscreen.reports.jsonresume import to_jsonresume

    write(json.dumps(to_jsonresume(resume), ensure_ascii=False, indent=2) + "\n", output)
    return 0
