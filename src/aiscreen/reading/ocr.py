"""Text of scanned pages by the `tesseract` program, where it is installed and asked for."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass

from aiscreen.errors import InputError
from aiscreen.reading.layout.glyphs import Glyphs, Style

DPI = 200
_LEAST = 40
"""Confidence of a word, of 100, below which it is noise, unless it is made of letters like a word or a name."""
_WORD = re.compile(r"[^\W\d_]{3,}(?:[-'’][^\W\d_]*)*[,.:]?")
_DOTS = frozenset("¢«»©®°eo*+=-")
"""What a bullet is taken for, where it stands apart before a line's words."""
_REMEDY = "install tesseract (see the OCR section of the manual), or ask for a file with text"


@dataclass(frozen=True, slots=True)
class Scan:
    """A page's picture in grey, one byte a pixel, at `DPI`."""

    pixels: bytes
    width: int
    height: int


def available() -> bool:
    """Whether the program is there."""
    return shutil.which("tesseract") is not None


def recognise(scan: Scan, path: str, seconds: float) -> list[Glyphs]:
    """The words of a scanned page, boxes in points. Raises InputError `scanned` or `timeout`."""
    program = shutil.which("tesseract")
    if program is None:
        raise InputError(
            "scanned", f"the PDF is a picture of a page, and no OCR is installed: {_REMEDY}", path
        )
    picture = b"P5 %d %d 255\n" % (scan.width, scan.height) + scan.pixels
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads only wait for each other
    try:
        done = subprocess.run(
            [program, "-", "-", "--dpi", str(DPI), "--psm", "3", "tsv"],
            input=picture, capture_output=True, timeout=seconds, env=environment, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise InputError(
            "timeout", f"recognising a page took more than {seconds:.0f} seconds", path
        ) from error
    except OSError as error:
        raise InputError("scanned", f"OCR does not start ({error}): {_REMEDY}", path) from error
    if done.returncode:
        raise InputError(
            "scanned", f"OCR failed ({done.stderr.decode(errors='replace')[-120:].strip()})", path
        )
    return _words(done.stdout.decode("utf-8", "replace"))


def _words(table: str) -> list[Glyphs]:
    """Words of tesseract's table. All words of a line get one size and baseline, as print has."""
    found: list[Glyphs] = []
    lines: dict[tuple[str, ...], list[Glyphs]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text:
            continue
        if float(row.get("conf") or 0) < _LEAST:
            if not _WORD.fullmatch(text):
                continue
            text = text if text.istitle() or text.islower() else text.upper()  # small capitals
        left, top, wide, high = (72 / DPI * float(row[key]) for key in ("left", "top", "width", "height"))
        style = Style(round(1.2 * high, 1), False, False, "", 0, 255, 0, 0)
        word = Glyphs(text, left, top, left + wide, top + high, top + high, style, len(found), True)
        found.append(word)
        lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(word)
    usual = _middle([word.style.size for word in found])
    for words in lines.values():
        base = _middle([word.bottom for word in words])
        size = _middle([word.style.size for word in words])
        if 0.7 * usual < size < 1.35 * usual:  # how high a line's letters rise depends on which they are
            size = usual
        for word in words:
            word.base, word.style = base, Style(size, False, False, "", 0, 255, 0, 0)
        first = words[0]
        if first.text in _DOTS and (len(words) == 1 or words[1].x0 - first.x1 > 0.35 * size):
            first.text = "•"
    return found


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0
