"""What a file says of itself: its date, and text stuffed where no reader looks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from aiscreen.models.document import NOWHERE, Hidden, Line
from aiscreen.text import fold

_READ_BY_NOBODY = ("Title", "Subject", "Keywords")
_SENTENCE = 5
_NEW = 3
"""Words in one field of the metadata from which it may say something, and how many of them no page shows: a title such
as "Resume of", with the name and the position that stand on the page, says nothing."""
_YEAR = re.compile(r"(?:19|20)(?<!\w..)\d\d\b")
_DATE = re.compile(r"(?:D:)?\s*(\d{4})-?(\d\d)?-?(\d\d)?")


def sane_date(written: str) -> date | None:
    """A date as PDF or ISO 8601 writes it, where it can be a résumé's: from 1995 on."""
    match = _DATE.match(written)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not 1995 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def document_date(fields: dict[str, str]) -> date | None:
    """When the file was last modified, else created; a modification before the creation does not count."""
    created = sane_date(fields.get("CreationDate", ""))
    modified = sane_date(fields.get("ModDate", ""))
    if modified and created:
        return max(modified, created)
    return modified or created


def stuffing(fields: dict[str, str], lines: Iterable[Line]) -> list[Hidden]:
    """Fields of the metadata that say more than the page does: what they say is for the rules to judge."""
    wordy = {key: found for key in _READ_BY_NOBODY if len(found := _words(fields.get(key, ""))) >= _SENTENCE}
    if not wordy:
        return []
    shown = {word for line in lines for word in _words(line.text)}
    return [
        Hidden(fields[key], 1, NOWHERE, "metadata")
        for key, words in wordy.items()
        if len(set(words) - shown) >= _NEW
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def is_outdated(written: date, text: str) -> bool:
    """Whether a file's text names a later year than its date: that is a template's then, not the résumé's."""
    return any(written.year + 2 <= int(year) <= written.year + 50 for year in _YEAR.findall(text))
