"""How much of a file is read. A résumé is far below every limit; a bomb is stopped at one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one document. `megabytes` is the file, `glyphs` and `lines` its text, `objects` what a page paints, `memory` the address space of an isolated reader in MB,
    `seconds` its wall clock and processor time, `inches` the longer side of a page."""

    megabytes: float = 50.0
    pages: int = 30
    glyphs: int = 200_000
    page_glyphs: int = 60_000
    lines: int = 4_000
    objects: int = 200_000
    inches: float = 200.0
    seconds: float = 20.0
    memory: int = 1500


LIMITS = Limits()
