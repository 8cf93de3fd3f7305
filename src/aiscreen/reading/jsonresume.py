"""JSON Resume files (https://jsonresume.org/schema, 1.0.0): written out as the résumé that they describe.

The lines are those of a plain one-column résumé with headings, so that what reads any résumé reads them too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from aiscreen.errors import InputError
from aiscreen.models.document import Document
from aiscreen.reading.about import sane_date
from aiscreen.reading.plain import decode, document
from aiscreen.reading.sheet import Ink, Sheet

_NAME, _LABEL, _HEADING, _HEAD, _TEXT = (
    Ink(22.0, True),
    Ink(13.0),
    Ink(14.0, True),
    Ink(10.0, True),
    Ink(10.0),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?")
_MOST = 100
Entry = Mapping[str, Any]


def read_json(data: bytes, path: str = "") -> Document:
    """Reads a JSON Resume file. Raises InputError `damaged` for broken JSON, `unsupported` for another kind of it."""
    text = decode(data, path)
    if text.count("[") + text.count("{") > 100_000:
        raise InputError("too-large", "the JSON file holds more than any résumé", path)
    try:
        resume = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("damaged", f"the JSON is broken ({str(error)[:80]})", path) from error
    if not isinstance(resume, dict) or not isinstance(resume.get("basics", resume.get("work")), (dict, list)):
        raise InputError("unsupported", "the JSON file is not a JSON Resume: it has no basics", path)
    sheet = Sheet()
    write_resume(sheet, resume)
    found = document(sheet, data, path, "json")
    meta = _entry(resume.get("meta"))
    return replace(found, date=sane_date(_text(meta, "lastModified")))


def write_resume(sheet: Sheet, resume: Mapping[str, Any]) -> None:
    """Writes what a JSON Resume holds on a sheet."""
    _Writer(sheet, resume).write()


def _text(entry: Entry, *keys: str) -> str:
    """The first of some keys that holds text."""
    for key in keys:
        value = entry.get(key)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return str(value)
    return ""


def _entry(value: object) -> Entry:
    return value if isinstance(value, dict) else {}


def _entries(resume: Entry, key: str) -> list[Entry]:
    value = resume.get(key)
    found: list[Entry] = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return found[:_MOST]


def _texts(value: object) -> list[str]:
    return (
        [" ".join(one.split()) for one in value if isinstance(one, str) and one.strip()]
        if isinstance(value, list)
        else []
    )


def _date(written: str) -> str:
    match = _ISO.match(written)
    if not match:
        return written
    month = int(match[2] or 0)
    return f"{_MONTHS[month - 1]} {match[1]}" if 1 <= month <= 12 else match[1]


def _dates(entry: Entry) -> str:
    start, end = _date(_text(entry, "startDate")), _date(_text(entry, "endDate"))
    if start:
        return f"{start} - {end or 'Present'}"
    return end or _date(_text(entry, "date", "releaseDate")) or _text(entry, "period")


class _Writer:
    """Writes the sections on a sheet."""

    def __init__(self, sheet: Sheet, resume: Entry) -> None:
        self._sheet, self._resume = sheet, resume

    def write(self) -> None:
        self._basics(_entry(self._resume.get("basics")))
        self._jobs("Work Experience", "work", ("position",), ("name", "company", "organization"))
        self._jobs("Volunteer Experience", "volunteer", ("position",), ("organization", "name"))
        self._education()
        self._skills()
        self._jobs("Projects", "projects", ("name",), ("entity",))
        self._items("Publications", "publications", ("name",), ("publisher",))
        self._items("Certificates", "certificates", ("name",), ("issuer",))
        self._items("Awards", "awards", ("title",), ("awarder",))
        self._languages()
        self._interests()

    def _heading(self, title: str) -> None:
        self._sheet.skip(8.0)
        self._sheet.add([[(title, _HEADING)]])
        self._sheet.skip(2.0)

    def _section(self, title: str, key: str) -> Iterator[Entry]:
        """The entries of a section, its heading written before the first."""
        for number, entry in enumerate(_entries(self._resume, key)):
            if not number:
                self._heading(title)
            yield entry

    def _line(self, *cells: str, ink: Ink = _TEXT, bullet: bool = False, link: str = "") -> None:
        full = [cell for cell in cells if cell]
        look = Ink(ink.size, ink.bold, link=link) if link else ink
        if full:
            first = [[(full[0], look)]]
            self._sheet.add(
                first + [[(cell, _TEXT)] for cell in full[1:]], x=48.0 if bullet else 36.0, bullet=bullet
            )

    def _basics(self, basics: Entry) -> None:
        self._line(_text(basics, "name"), ink=_NAME)
        self._line(_text(basics, "label"), ink=_LABEL)
        place = _entry(basics.get("location"))
        where = ", ".join(filter(None, (_text(place, key) for key in ("city", "region", "countryCode"))))
        for text, scheme in (
            (_text(basics, "email"), "mailto:"),
            (_text(basics, "phone", "telephone"), "tel:"),
        ):
            self._line(text, link=scheme + text if text else "")
        self._line(where)
        url = _text(basics, "url", "website")
        self._line(url, link=url)
        for profile in _entries(basics, "profiles"):
            address, user = _text(profile, "url"), _text(profile, "username")
            self._line(f"{_text(profile, 'network')}: {address or user}".strip(": "), link=address)
        if summary := _text(basics, "summary"):
            self._heading("Summary")
            self._line(summary)

    def _jobs(self, title: str, key: str, first: Iterable[str], second: Iterable[str]) -> None:
        for entry in self._section(title, key):
            head, under = _text(entry, *first), _text(entry, *second)
            self._line(head or under, _dates(entry), ink=_HEAD)
            if head:
                self._line(", ".join(filter(None, (under, _text(entry, "location")))))
            url = _text(entry, "url", "website")
            self._line(url, link=url)
            # Below a project's name, a short line without a bullet would be read as who it was for.
            self._line(_text(entry, "summary", "description"), bullet=key == "projects")
            for highlight in _texts(entry.get("highlights")):
                self._line(highlight, bullet=True)
            if keywords := _texts(entry.get("keywords")):
                self._line("Keywords: " + ", ".join(keywords))
            self._sheet.skip(6.0)

    def _education(self) -> None:
        for entry in self._section("Education", "education"):
            degree = " in ".join(filter(None, (_text(entry, "studyType"), _text(entry, "area"))))
            self._line(_text(entry, "institution") or degree, _dates(entry), ink=_HEAD)
            if _text(entry, "institution"):
                self._line(degree)
            score = _text(entry, "score", "gpa")
            self._line(f"Grade: {score}" if score else "")
            for course in _texts(entry.get("courses")):
                self._line(course, bullet=True)
            self._sheet.skip(6.0)

    def _skills(self) -> None:
        for entry in self._section("Skills", "skills"):
            name, keywords = _text(entry, "name"), ", ".join(_texts(entry.get("keywords")))
            self._line(f"{name}: {keywords}" if name and keywords else name or keywords, bullet=True)

    def _items(self, title: str, key: str, first: Iterable[str], second: Iterable[str]) -> None:
        for entry in self._section(title, key):
            self._line(
                _text(entry, *first),
                _text(entry, *second),
                _dates(entry),
                link=_text(entry, "url", "website"),
            )
            self._line(_text(entry, "summary"))

    def _languages(self) -> None:
        for entry in self._section("Languages", "languages"):
            name, level = _text(entry, "language"), _text(entry, "fluency")
            self._line(f"{name} ({level})" if level else name)

    def _interests(self) -> None:
        for entry in self._section("Interests", "interests"):
            name, keywords = _text(entry, "name"), ", ".join(_texts(entry.get("keywords")))
            self._line(": ".join(filter(None, (name, keywords))))
