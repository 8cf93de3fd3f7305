"""Scoring a few documents: what `aiscreen score` does once it knows what was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.cli import patterns
from aiscreen.cli.settings import FailOn, Format, piped, screening_options

if TYPE_CHECKING:
    from aiscreen.models.assessment import Report
    from aiscreen.models.document import Document
    from aiscreen.models.resume import Resume
    from aiscreen.reading import Isolated
    from aiscreen.screen import Screener

    Understood = tuple[Document, Resume]


def score_files(
    files: Sequence[Path],
    *,
    role: str = "auto",
    job: Path | None = None,
    portfolio: Sequence[Path] | None = None,
    as_of: str | None = None,
    blind: bool = False,
    explain: bool = False,
    fail_on: FailOn = FailOn.never,
    format: Format = Format.terminal,
    output: Path | None = None,
    manifest: Path | None = None,
    ocr: bool = False,
    skills: Path | None = None,
    roles: Path | None = None,
    redflags: Path | None = None,
) -> int:
    """Score files and write the report; returns the exit code. Each name is that of the option."""
    # Reading and parsing begin in a process of their own while this one still loads what judging needs.
    readings = Readings(files, ocr=ocr)
    from aiscreen.cli.output import console_for, exit_code, tell_skipped, write
    from aiscreen.reports import render
    from aiscreen.screen import Screener

    screener = Screener(
        screening_options(
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
    screener.prepare()
    console = console_for(format, output)  # loads what draws, while the first file is still read
    report = screen_files(screener, readings, portfolio or [])
    write(render(report, format.value, explain=explain, console=console), output)
    if manifest is not None:
        write(manifest_of(screener, report), manifest)
    tell_skipped(report)
    return exit_code(report, fail_on)


def _understood(document: Document) -> Understood:
    """A document with the résumé that it is."""
    from aiscreen.parsing import parse

    understood = document, parse(document)
    patterns.keep()  # this is a process of its own
    return understood


class Readings:
    """Files being read and parsed, each in a process of its own, always one ahead of the one that is asked for."""

    def __init__(self, files: Sequence[Path], *, ocr: bool) -> None:
        self.files = list(dict.fromkeys(files))
        self.ocr = ocr
        self.next = self._begin(0)

    def _begin(self, index: int) -> Isolated[Understood] | None:
        import aiscreen.models.resume  # both processes need it, and what it is made with
        from aiscreen.reading import Isolated

        if index == len(self.files):
            return None
        if index == 1:  # from the second file on, each process inherits what all of them need
            import aiscreen.parsing
            import aiscreen.reading.pdf  # noqa: F401
        path = self.files[index]
        return Isolated(path, data=piped(path), ocr=self.ocr, then=_understood)

    def __iter__(self) -> Iterator[tuple[Path, Isolated[Understood]]]:
        for index, path in enumerate(self.files, 1):
            current, self.next = self.next, self._begin(index)
            assert current is not None, "there is a reading for every file"
            yield path, current


def screen_files(screener: Screener, readings: Readings, portfolio: Sequence[Path]) -> Report:
    """Screen each file; those that cannot be read become `skipped` rows. Raises InputError for a repository that cannot
    be read."""
    from aiscreen.errors import InputError
    from aiscreen.models.assessment import Skipped

    candidates, skipped = [], []
    for path, reading in readings:
        try:
            understood = reading.result()
        except InputError as error:
            skipped.append(Skipped(path=str(path), reason=error.reason, detail=error.detail))
        else:
            candidates.append(screener.screen_document(*understood, portfolio=portfolio))
    if screener.options.blind and skipped:
        from aiscreen.judging.file_names import blind_skipped

        skipped = [blind_skipped(row) for row in skipped]
    return screener.report(candidates, skipped)


def manifest_of(screener: Screener, report: Report) -> str:
    """The manifest of a run as JSON."""
    from aiscreen.reports.manifest import manifest

    inputs = [candidate.document for candidate in report.candidates]
    return manifest(inputs, screener.taxonomy.hashes, screener.options.shown())
