"""Names that a sentence gives: "Hello, I'm Ines Okafor, from Leeds"."""

from __future__ import annotations

import re

from aiscreen.parsing.person.name_words import SAYS, reads_as_name
from aiscreen.parsing.rows import Row
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.titles import may_be_title

_FIRST = 8
"""Rows of a document in which somebody introduces themselves."""
_WORD = r"(?:[A-ZÀ-ÞĀ-Ž]\.|[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_INTRODUCED = re.compile(
    rf"(?:\b{SAYS}\s+"
    r"|\b(?:Mr|Mrs|Ms|Miss|Herr|Frau|Mme)\b\.?\s+|^(?:(?:[Ff]ull )?[Nn]ame|[Pp]ersonal(?: data| details)?|[Cc]andidate|[Aa]pplica(?:nt|tion))\s*(?::|\s[–—-]\s)\s*)"
    rf"(?P<name>{_WORD}(?:\s(?:(?:de|da|do|dos|van|von|der|den|del|di|la|le|bin|al|el)\s)*{_WORD}){{1,4}}?)"
    r"(?=[,;:!(|]|\.(?:\s|$)|\s[–—-]\s|\s(?:and|from|a|an|und|aus|et|y|de|in)\b|$)"
)


def introduced(rows: list[Row]) -> str | None:
    """The name with which a sentence near the start introduces somebody."""
    for row in rows[:_FIRST]:
        for match in _INTRODUCED.finditer(row.text):
            name = match["name"]
            if reads_as_name(name) and not may_be_title(name) and not is_place(name):
                return name
    return None
