"""What kind of file it is, and who reads it."""

from __future__ import annotations

import contextlib
import gc
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Literal

from aiscreen.errors import InputError
from aiscreen.models.document import Document
from aiscreen.reading.about import is_outdated
from aiscreen.reading.limits import LIMITS, Limits

Ocr = bool | Literal["auto"]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x00\x0cjP")
_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd"))
_HEADING = re.compile(rb"^#{1,6} +[^\s#][^\r\n]*[^\s#]\s*$", re.M)
_TEMPLATE = (b"{%", b"{{", b"{:")
"""With what a Markdown file of a site may begin, and JSON never does."""
_BLANK = b"\x00 \t\r\n"
_REMEDY = "save the résumé as PDF or DOCX and try again"
# Kinds that look like text inside: what they hold around the résumé would be taken for it.
_OTHERS = {
    ".eml": "an e-mail", ".msg": "an e-mail", ".mht": "a saved web page", ".html": "a web page", ".htm": "a web page",
    ".tex": "LaTeX source",
}  # fmt: skip


def read(
    path: str | Path, *, data: bytes | None = None, limits: Limits = LIMITS, ocr: Ocr = False
) -> Document:
    """Reads a résumé: PDF, DOCX, text, Markdown or JSON Resume, told by content first and name second.

    `data` gives the bytes where the caller has them (standard input); `path` then only names them. `ocr` recognises
    scanned pages where that is installed (`True` demands it). Raises InputError with a typed reason for whatever
    cannot be read, and nothing else.
    """
    name = str(path)
    if data is None:
        data = load(name, limits)
    if len(data) > limits.megabytes * 1_000_000:
        raise InputError(
            "too-large", f"the file has {len(data) / 1e6:.0f} MB, more than {limits.megabytes:.0f}", name
        )
    if not data[:1000].strip(_BLANK) and not data.strip(_BLANK):
        raise InputError("empty", "the file is empty", name)
    try:
        with _no_collection():
            document = _read(data, name, limits, ocr)
        if len(document.lines) > limits.lines:
            detail = (
                f"the file has {len(document.lines)} lines, more than any résumé: cut it down to the résumé"
            )
            raise InputError("too-large", detail, name)
        if document.date is not None and is_outdated(document.date, document.text):
            return replace(document, date=None)
        return document
    except InputError as error:
        if error.path:
            raise
        raise InputError(error.reason, error.detail, name) from error
    except MemoryError as error:
        raise InputError("memory", "reading the file takes more memory than allowed", name) from error
    except RecursionError as error:
        raise InputError("damaged", "the file is nested too deeply to be a résumé", name) from error


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Holds the garbage collector off: it would search thousands of new words for cycles, and there are none."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


_BESIDE = 20_000
"""Files of a folder that are gone through for the name that was meant."""


def load(path: str, limits: Limits = LIMITS) -> bytes:
    """A file's bytes. Raises InputError `missing`, `folder` or `too-large`."""
    file = Path(path)
    try:
        if file.is_dir():
            raise InputError("folder", "is a folder: name a file, or use `aiscreen batch` for a folder", path)
        if not file.exists():
            raise InputError("missing", f"no such file{_nearest(file)}", path)
        if not file.is_file():
            raise InputError("unsupported", "is not a plain file", path)
        size = file.stat().st_size
        if size > limits.megabytes * 1_000_000:
            raise InputError(
                "too-large", f"the file has {size / 1e6:.0f} MB, more than {limits.megabytes:.0f}", path
            )
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError("missing", f"cannot be opened ({reason})", path) from error


def _nearest(file: Path) -> str:
    """A guess at the file that was meant, of those beside it."""
    from difflib import get_close_matches

    if not file.parent.is_dir():
        return f"; there is no folder {file.parent}"
    with contextlib.suppress(OSError), os.scandir(file.parent) as entries:
        beside = [entry.name for entry in islice(entries, _BESIDE) if entry.is_file()]
        near = get_close_matches(file.name, [*beside, *(name.rpartition(".")[0] for name in beside)], 1, 0.75)
        if near:
            whole = next(name for name in beside if near[0] in (name, name.rpartition(".")[0]))
            return f"; did you mean {file.with_name(whole)}?"
    return ""


def _read(data: bytes, name: str, limits: Limits, ocr: Ocr) -> Document:
    if b"%PDF-" in data[:1024]:
        from aiscreen.reading.pdf import read_pdf

        return read_pdf(data, name, limits=limits, ocr=ocr)
    if data[:4] == b"PK\x03\x04":
        from aiscreen.reading.docx import read_docx

        return read_docx(data, name)
    _refuse(data, name)
    suffix = Path(name).suffix.lower()
    opens = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    if suffix == ".json" or (opens[:1] == b"{" and opens not in _TEMPLATE):
        from aiscreen.reading.jsonresume import read_json

        return read_json(data, name)
    if suffix in _MARKDOWN or _is_markdown(data):
        from aiscreen.reading.markdown import read_markdown

        return read_markdown(data, name)
    from aiscreen.reading.plain import read_text

    return read_text(data, name)


def _is_markdown(data: bytes) -> bool:
    """Whether a text from standard input, or with a name that says nothing, marks its headings as Markdown does."""
    first = _HEADING.search(data[:20_000])
    if first is None:
        return False
    opens = not data[: first.start()].strip(b"\xef\xbb\xbf" + _BLANK)
    return opens or len(_HEADING.findall(data[:20_000])) > 2


def _refuse(data: bytes, name: str) -> None:
    """Raises InputError for kinds of files that are known and not read."""
    suffix = Path(name).suffix.lower()
    head = data[:512].lstrip()
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError("encrypted", "the Word file needs a password: save it without one", name)
        raise InputError("unsupported", f"is an old Word file (.doc): {_REMEDY}", name)
    if head[:5] == b"{\\rtf":
        raise InputError("unsupported", f"is an RTF file: {_REMEDY}", name)
    if data.startswith(_PICTURES):
        raise InputError(
            "scanned", f"is a picture: {_REMEDY}, or turn it into a PDF and read it with OCR", name
        )
    if head[:9].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise InputError("unsupported", f"is an HTML or XML file: {_REMEDY}", name)
    if suffix in _OTHERS:
        raise InputError("unsupported", f"is {_OTHERS[suffix]}: {_REMEDY}", name)
    if suffix == ".pdf":
        raise InputError("damaged", "has the name of a PDF but is none: ask for it again", name)
    if suffix in (".docx", ".docm"):
        raise InputError("damaged", "has the name of a Word file but is none: ask for it again", name)
