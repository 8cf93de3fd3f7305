"""Who the candidate is and how to reach them: e-mail, phone, place; name, headline and links from their files."""

from __future__ import annotations

import re
from dataclasses import replace

from aiscreen.models.document import Document
from aiscreen.models.resume import Basics, Location
from aiscreen.parsing.dates import find
from aiscreen.parsing.person.headline import find_label
from aiscreen.parsing.person.links import find_links
from aiscreen.parsing.person.names import find_name
from aiscreen.parsing.rows import Cell, Row, gap
from aiscreen.parsing.rows.cells import rows_of
from aiscreen.parsing.words.contact import (
    CONTACT_LABELS,
    EMAIL,
    LABELLED,
    NAMED,
    PERSONAL_LABELS,
    URL,
    behind,
    without_emails,
)
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.headings import key
from aiscreen.parsing.words.places import STATE_CODES, is_wide, place_score, without_street
from aiscreen.parsing.words.titles import is_title, may_be_title
from aiscreen.text import count_digits, has_digit

_PHONE = re.compile(
    r"(?<![\w@/.-])(?:\(?\+\s?\d{1,3}\)?|00\d{1,3}|\(?\d)(?:[\s.()\-\u2010-\u2013/]{0,3}\d){6,13}(?!\d)(?:\s?(?:x|ext\.?)\s?\d{1,5})?",
    re.IGNORECASE,
)
_KIND = re.compile(r"\s*\((?:home|work|private|privat|domicile|casa|thuis)\)$", re.IGNORECASE)
"""What a form says of an address, behind it."""
_FEW = 7
"""Digits of a number that could be anything else."""
_TOP = 5
"""Rows at the top of a résumé, in which a place stands alone."""
_SPLIT = re.compile(r"\s*[|•·‧∙⋅◦]\s*|\s+[–—]\s+|\s{2,}|\t")


def find_contact(header: list[Row], elsewhere: list[Row], document: Document) -> Basics:
    """Reads the header's rows; `elsewhere` are rows of contact sections; links and the whole text back them up."""
    basics = Basics()
    header, form, elsewhere = _unlabelled(header), _form(elsewhere), _unlabelled(elsewhere)
    rows = header + elsewhere
    _emails(basics, rows, document)
    _phones(basics, rows)
    if basics.phone is None and basics.email:  # a footer: beside the address
        at = next((i for i, line in enumerate(document.lines) if basics.email in line.text), 0)
        home = document.lines[at]
        near = document.lines[max(0, at - 2) : at + 3]
        lines = tuple(line for line in near if (line.page, line.block) == (home.page, home.block))
        _phones(basics, rows_of(replace(document, lines=lines)))
    find_links(basics, rows, document)
    found = find_name(header, basics.email)
    if found is None and (found := find_name(form, basics.email)) is not None:
        header = form
    if found is not None:
        basics.name, row = found
        basics.label = find_label(basics.name, row, header)
    _place(basics, rows)
    return basics


def _unlabelled(rows: list[Row]) -> list[Row]:
    """Rows of a header set as a form ("E-mail | jane@...") without the names of its fields; personal matters go."""
    out: list[Row] = []
    for row in rows:
        label = key(row.cells[0].text) if len(row.cells) > 1 else ""
        if label in PERSONAL_LABELS:
            continue
        out.append(Row(row.line, row.index, row.cells[1:]) if label in CONTACT_LABELS else _held(row))
    return out


def _held(row: Row) -> Row:
    """A row without the name of the field that holds a title ("Present designation: Design Engineer"), also one that nobody
    listed, where both are short."""
    label, colon, title = row.text.partition(":")
    if not colon or len(row.cells) > 1 or row.bullet:
        return row
    short = len(label.split()) <= 3 and len(title.split()) <= 6
    strange = not short or name_of(label) is not None or may_be_title(label)
    if strange and key(label) not in CONTACT_LABELS:
        return row
    words = row.cells[0].words[len(f"{label}:".split()) :]
    return Row(row.line, row.index, [Cell.of(words)]) if words and is_title(title) else row


def _form(rows: list[Row]) -> list[Row]:
    """The values of a form's rows ("Name | Jane Doe", "Name: Jane Doe") that stand on the first page."""
    values = []
    for row in rows:
        if row.line.page > 1:
            continue
        if len(row.cells) > 1 and key(row.cells[0].text) in CONTACT_LABELS:
            values.append(Row(row.line, row.index, row.cells[1:]))
        elif len(row.cells) == 1 and (match := NAMED.match(row.text)):
            words = row.cells[0].words[len(match.group().split()) :]
            values += [Row(row.line, row.index, [Cell.of(words)])] if words else []
    return values


def _emails(basics: Basics, rows: list[Row], document: Document) -> None:
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if "@" not in row.text:
            continue
        if match := EMAIL.search(row.text):
            basics.email = _whole_email(match.group().strip(".'-"), row, rows, document)
            return
        broken = above is not None and row.text.startswith("@") and _under(above, row)
        if above is not None and broken and (match := EMAIL.fullmatch(above.text + row.text)):
            basics.email = match.group()  # before its sign
            return
        word = row.cells[-1].words[-1].text
        if below is not None and _under(row, below) and (match := EMAIL.fullmatch(word + below.text)):
            basics.email = match.group()  # broken before the dot of its domain
            return
    for link in document.links:
        if link.uri.lower().startswith("mailto:") and (match := EMAIL.search(link.uri[7:])):
            basics.email = match.group()
            return
    for line in document.lines:
        if "@" in line.text and (match := EMAIL.search(line.text)):
            basics.email = match.group().strip(".'-")
            return
    for row in rows:
        if "@" in row.text and (match := EMAIL.search(row.text.replace(" ", ""))):
            basics.email = match.group()
            return


def _whole_email(email: str, row: Row, rows: list[Row], document: Document) -> str:
    """An address that a narrow column broke: the link behind it knows the whole, else the next row's only word."""
    for link in document.links:
        target = link.uri[7:] if link.uri.lower().startswith("mailto:") else ""
        if target.startswith(email) and (match := EMAIL.match(target)):
            return match.group()
    i = rows.index(row)
    if row.text.endswith(email) and not URL.fullmatch(email.rpartition("@")[2]) and i + 1 < len(rows):
        below = rows[i + 1]
        if re.fullmatch(
            r"[A-Z0-9.-]{1,12}" if email.isupper() else r"[a-z0-9.-]{1,12}", below.text
        ) and _under(row, below):
            return email + below.text
    return email


def _under(row: Row, below: Row) -> bool:
    """Whether a row may go on with the last cell of the one above it: in its style, at its edge, close below."""
    return (
        below.style == row.style
        and min(abs(below.x0 - row.cells[-1].x0), abs(below.x1 - row.x1)) < 2
        and gap(row, below) < 0.5 * row.height
    )


def _phones(basics: Basics, rows: list[Row]) -> None:
    weak: str | None = None
    for row in rows:
        if count_digits(row.text) < 7:
            continue
        spans = [dates for dates in find(row.text) if not dates.single]
        for match in _PHONE.finditer(row.text):
            if any(dates.begin < match.end() and match.start() < dates.stop for dates in spans):
                continue
            digits = count_digits(match.group())
            if not 7 <= digits <= 15 or (find(match.group()) and "+" not in match.group() and digits < 9):
                continue
            number = match.group().strip(" -–./")
            if digits > _FEW or "+" in number or basics.phone is not None:
                basics.phone = number
                return
            weak = weak or number  # perhaps the house and postcode of an address
    basics.phone = basics.phone or weak


def _place(basics: Basics, rows: list[Row]) -> None:
    best: tuple[float, str] | None = None
    for order, row in enumerate(rows):
        if row.prose:
            continue
        # a town that nobody listed, before its state or country: a place where the rest of the row reaches somebody
        least = 0.5 if "@" in row.text or count_digits(row.text) >= 7 else 0.9
        for cell in row.cells:
            for piece in _SPLIT.split(without_emails(cell.text, "|")):
                text = _KIND.sub("", behind(LABELLED, piece)).strip(" ,;:/")
                score = place_score(text)
                if order < _TOP and piece == row.text and score < least and _is_town(text):
                    score = least
                if score < least or (score < 0.9 and may_be_title(text)):
                    continue
                if "," not in text and len(text.split()) == 1:
                    score -= 0.2
                score -= 0.005 * order
                if best is None or score > best[0]:
                    best = (score, text)
    if best is not None:
        basics.location = location(best[1])


def _is_town(text: str) -> bool:
    """Whether a text is a town that nobody listed, with its region and country ("Nadiad, Gujarat, India")."""
    parts = text.split(", ")
    named = all(part[:1].isupper() and len(part.split()) <= 3 for part in parts)
    return len(parts) == 3 and named and is_wide(parts[2]) and not has_digit(text) and not may_be_title(text)


def location(text: str) -> Location:
    """A place in its parts: city, then region, then country where there are three; a lone second part is a region
    if it is a state's code, else a country."""
    bare = without_street(text) if has_digit(text) else text
    parts = [part.strip(" ()") for part in bare.replace("(", ",").split(",") if part.strip(" ()")]
    made = Location(text=text)
    if parts:
        made.city = parts[0]
    if len(parts) == 2:
        if parts[1] in STATE_CODES:
            made.region = parts[1]
        else:
            made.country = parts[1]
    elif len(parts) >= 3:
        made.region, made.country = parts[1], parts[2]
    return made
