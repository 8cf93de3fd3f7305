"""Where output goes: data to stdout or a file, words about it to stderr; files are written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from aiscreen.errors import ConfigError

if TYPE_CHECKING:
    from rich.console import Console

    from aiscreen.cli.settings import FailOn, Format, PageFormat, SheetFormat
    from aiscreen.models.assessment import Report

WIDTH = 100
"""Columns of what is written to a file."""


def say(message: str) -> None:
    """One line to a person, on stderr, with control characters taken out."""
    from aiscreen.text import clean

    print(clean(message), file=sys.stderr)


def write(text: str | Iterable[str], output: Path | None) -> None:
    """Write text, whole or in pieces, to stdout or to a file that appears whole.

    Raises ConfigError where the file cannot be written.
    """
    pieces = (text,) if isinstance(text, str) else text
    if output is None:
        for piece in pieces:
            _print(piece)
        sys.stdout.flush()
    else:
        _save((piece.encode() for piece in pieces), output)


def write_bytes(data: bytes, output: Path) -> None:
    """Write a file that appears whole. Raises ConfigError where it cannot be written."""
    _save((data,), output)


def _save(pieces: Iterable[bytes], output: Path) -> None:
    import tempfile

    try:
        if output.exists() and not output.is_file():  # a pipe or a device is written to, not replaced
            with output.open("wb") as file:
                file.writelines(pieces)
            return
        handle, temporary = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        missing = not output.parent.exists()
        why = f"there is no folder {output.parent}; make it, or" if missing else f"{error.strerror};"
        raise ConfigError(f"cannot write {output}: {why} choose another --output") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(output)
    except BaseException as error:
        Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ConfigError(f"cannot write {output}: {error.strerror}; choose another --output") from None
        raise


def _print(text: str) -> None:
    """To stdout; a terminal that cannot show a character gets the nearest that it can, else a question mark."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        sys.stdout.flush()
        encoding = sys.stdout.encoding
        sys.stdout.buffer.write(b"".join(_encoded(each, encoding) for each in text))


_NEAREST = str.maketrans(
    {"━": "=", "─": "-", "“": '"', "”": '"', "’": "'", "…": "...", "·": "|", "✓": "+", "−": "-", "–": "-", "—": "-"}
    | {"•": "*", "→": "->", "×": "x", "≥": ">=", "≤": "<="}
)  # fmt: skip


def _encoded(character: str, encoding: str) -> bytes:
    import unicodedata

    for tried in (character, character.translate(_NEAREST), unicodedata.normalize("NFKD", character)[0]):
        try:
            return tried.encode(encoding)
        except UnicodeEncodeError:
            continue
    return b"?"


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


def console_for(format: Format | SheetFormat | PageFormat, output: Path | None) -> Console | None:
    """For the terminal format, a console as wide as its target: the terminal, else 100 columns and no colours."""
    if format.value != "terminal":
        return None
    from aiscreen.reports.drawing import console_of

    on_terminal = output is None and sys.stdout.isatty()
    return console_of() if on_terminal else console_of(width_for(output))


def width_for(output: Path | None) -> int:
    """Columns of the target: those of the terminal, else those that COLUMNS names, else 100."""
    import shutil

    if output is None:
        return shutil.get_terminal_size((WIDTH, 40)).columns
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else WIDTH


def tell_skipped(report: Report) -> None:
    """Name on stderr each document that could not be read."""
    for row in report.skipped:
        say(f"aiscreen: skipped {row.path}: {row.detail}")


def exit_code(report: Report, fail_on: FailOn) -> int:
    """3 when some input was unreadable, else 1 when a flag is as severe as `fail_on`, else 0."""
    from aiscreen.models.assessment import SEVERITIES

    if report.skipped:
        return 3
    if fail_on.value == "never":
        return 0
    least = SEVERITIES.index(fail_on.value)
    worst = (SEVERITIES.index(flag.severity) for candidate in report.candidates for flag in candidate.flags)
    return int(any(severity >= least for severity in worst))
