"""The pieces of a head's text: what its marks part."""

from __future__ import annotations

import re

from aiscreen.parsing.dates import DURATION
from aiscreen.parsing.rows import ends_sentence
from aiscreen.parsing.words.heads import AT, COLON, LEADING, SLASH, STILL, STRONG, TRAILING
from aiscreen.parsing.words.places import place_score
from aiscreen.parsing.words.titles import may_be_title, title_score
from aiscreen.text import fold

_STOP = re.compile(r"\.(?:(?<=[^\W\d_]{3}\.)|(?<=\)\.))\s+(?=[^\W\d_])")
_SHORT = 6


def _stopped(text: str) -> list[str]:
    """A head parted at its strong marks; at full stops where these part short names, one of them a title."""
    parts = [part.removeprefix(". ") for part in STRONG.split(text)]
    names = [name for part in parts for name in _STOP.split(part)]
    short = len(names) > len(parts) and all(len(name.split()) <= _SHORT for name in names)
    if not short or all(not may_be_title(name) for name in names):
        return parts
    return [name.removesuffix(".") if ends_sentence(name) else name for name in names]


def pieces(text: str) -> list[str]:
    """A text without its dates cut at strong marks, "at", slashes between two things, and colons before a title."""
    out: list[str] = []
    for piece in _stopped(text):
        for part in AT.split(piece):
            halves = SLASH.split(part) if "/" in part else [part]
            before, *behind = COLON.split(part, maxsplit=1) if ":" in part else (part,)
            if behind and title_score(before) < 1 <= title_score(behind[0]):
                halves = [before, *behind]  # "Acme Ltd: ML Engineer"
            elif len(halves) > 1 and _is_one(halves):
                halves = [part]
            out.extend(TRAILING.sub("", LEADING.sub("", half.strip(" ,;|·•–—-:"))) for half in halves)
    if out and out[-1].endswith(".") and ends_sentence(out[-1]):
        out[-1] = out[-1][:-1]
    return [
        piece
        for piece in out
        if any(c.isalpha() for c in piece)
        and not LEADING.fullmatch(f"{piece} ")
        and not DURATION.fullmatch(piece)
        and fold(piece.strip("()")) not in STILL
    ]


def _is_one(halves: list[str]) -> bool:
    """Whether what a slash parts is one thing with two names: titles all, or neither titles nor places."""
    titles = [may_be_title(half) for half in halves]
    return all(titles) or not (any(titles) or any(place_score(half.split(", ")[0]) > 0.5 for half in halves))
