"""A file becomes a Document: words in reading order with their boxes, hidden text apart."""

from __future__ import annotations

import hashlib
from pathlib import Path

from aiscreen.errors import InputError
from aiscreen.models.document import Box, Document, Line, Word
from aiscreen.reading.limits import LIMITS, Limits

__all__ = ["LIMITS", "Limits", "read"]


def read(path: str | Path, *, data: bytes | None = None, limits: Limits = LIMITS) -> Document:
    """Reads a résumé. `data` gives the bytes where the caller has them (standard input); `path` then names them.

    Raises InputError with a typed reason for whatever cannot be read.
    """
    name = str(path)
    if data is None:
        file = Path(path)
        if file.is_dir():
            raise InputError("folder", "is a folder: name a file, or use `aiscreen batch` for a folder", name)
        try:
            data = file.read_bytes()
        except OSError as error:
            raise InputError("missing", f"cannot be opened: {error.strerror or error}", name) from error
    if not data.strip(b"\x00 \t\r\n"):
        raise InputError("empty", "the file is empty", name)
    if b"%PDF-" in data[:1024]:
        from aiscreen.reading.pdf import read_pdf

        return read_pdf(data, name, limits=limits)
    lines = []
    for number, text in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        words, at = [], 0
        for part in text.split():
            at = text.index(part, at)
            words.append(Word(part, Box(6.0 * at, 12.0 * number, 6.0 * (at + len(part)), 12.0 * number + 10)))
            at += len(part)
        if words:
            box = words[0].box.join(words[-1].box)
            lines.append(Line(tuple(words), box, 1, number))
    return Document(name, hashlib.sha256(data).hexdigest(), "text", 1, tuple(lines))
