"""`aiscreen parse FILE`: what was understood of one document."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import piped

if TYPE_CHECKING:
    from aiscreen.models.document import Document
    from aiscreen.models.resume import Resume


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
    from aiscreen import reading
    from aiscreen.cli.output import write
    from aiscreen.judging.file_names import unnamed

    with unnamed(blind):
        document = reading.read_isolated(file, data=piped(file), ocr=ocr)
    if format is ParseFormat.text and not blind:
        text = document.text + "\n"
    else:
        text = _written(_understood(document, blind=blind), format)
    write(text, output)
    return 0


def _understood(document: Document, *, blind: bool) -> Resume:
    """The résumé that a document is, masked where that was asked for."""
    from aiscreen import parsing

    resume = parsing.parse(document)
    if not blind:
        return resume
    from aiscreen import matching, taxonomy
    from aiscreen.judging.blind import blind_resume

    return blind_resume(resume, matching.Matcher(taxonomy.load()))


def _written(resume: Resume, format: ParseFormat) -> str:
    """The résumé in a format; as text, its statements a line each."""
    if format is ParseFormat.text:
        return "".join(f"{statement.text}\n" for statement in resume.statements)
    if format is ParseFormat.json:
        return resume.model_dump_json(indent=2) + "\n"
    from aiscreen.reports.jsonresume import to_jsonresume

    return json.dumps(to_jsonresume(resume), ensure_ascii=False, indent=2) + "\n"
