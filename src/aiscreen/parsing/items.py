"""The short sections: projects, publications, certificates, awards."""

from __future__ import annotations

import itertools
import re

from aiscreen.models.document import Word
from aiscreen.models.resume import Item, Project, Section, Statement
from aiscreen.parsing.dates import find, remove
from aiscreen.parsing.entries.project_forms import form_entries
from aiscreen.parsing.entries.splitter import Entry, Splitter, give_dates
from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.rows.asides import rest_of_cell
from aiscreen.parsing.rows.passages import join, passages, sentences
from aiscreen.parsing.statements import Ledger

_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:github|gitlab|huggingface|kaggle)\.(?:com|co)/\S+", re.IGNORECASE
)
_AFTER_NAME = re.compile(r"\s*[:|–—]\s+|\s+-\s+|\s*:\s*|\s{3,}|(?<=\w{3})\.\s+(?=[A-ZÀ-Ý])")
_MARKS = re.compile(r"\s+[–—|-]\s+|\s*\|\s*|\s*;\s+")
"""What parts an award or a certificate from who gave it."""
_PARAGRAPH = 24
"""Words of a paragraph at least."""
_BY = re.compile(r",\s+(?P<by>[A-ZÀ-Þ][^,;|–—]{1,50})$")
"""Who an award or a certificate is from: what stands behind its only or last comma."""


def _url(text: str) -> re.Match[str] | None:
    """The first address in a text."""
    return _URL.search(text) if "/" in text or "www." in text.lower() else None


def parse_projects(rows: list[Row], section: Section, ledger: Ledger, offset: int = 0) -> list[Project]:
    """Projects: a name, perhaps a description on its row or below, dates, an address, bullets."""
    found: list[Project] = []
    forms = form_entries(rows)
    for entry in forms or Splitter(rows, ranges=False, month_first=ledger.month_first).entries():
        index = offset + len(found)
        made = _named(entry.head)
        made.entity = next((row.text for row in entry.asides if row.label == "name"), None)
        if entry.dates is not None:
            give_dates(made, entry.dates)
        made.address = _say_head(entry.head, section, index, ledger)
        for row in entry.asides if forms else []:
            ledger.say([row], row.line.text, section, index)
        for passage in passages(entry.content):
            if url := _URL.fullmatch(passage.text.strip()):
                made.url = made.url or url.group()
                ledger.passage(passage, section, index)
                continue
            said = ledger.passage(passage, section, index)
            if passage.bullet or made.description:
                made.highlights.extend(said)
            else:
                made.description = passage.text
        found.append(made)
    return found


def _say_head(head: list[Row], section: Section, index: int, ledger: Ledger) -> Statement | None:
    """A project's head as one statement; a paragraph that tells of a project without any head, sentence by sentence."""
    told = passages(head)
    if (
        len(told) != 1
        or told[0].bullet
        or len(sentences(told[0].text)) < 2
        or told[0].text.count(" ") < _PARAGRAPH
    ):
        return ledger.head(head, section, index)
    return ledger.passage(told[0], section, index)[0]


def _named(head: list[Row]) -> Project:
    """A project as its head names it: its name, what stands behind that, and its address."""
    made = Project()
    texts = []
    for row in head:
        for part in (row, *row.sides):
            for cell in part.cells:
                text = rest_of_cell(cell)
                if url := _url(text):
                    made.url = made.url or url.group().rstrip(".,;)")
                    text = (text[: url.start()] + " " + text[url.end() :]).strip(" |,;()–—-")
                made.url = made.url or next(
                    (w.link for w in cell.words if w.link and w.link.startswith("http")), None
                )
                if text:
                    texts.append((text, cell))
    if texts:
        text, cell = texts[0]
        named = _undated(cell.words)
        lead = _bold_lead(named) or _linked_lead(named)
        rest: list[str] = [t for t, _ in texts[1:]]
        if lead and text.startswith(lead):
            made.name = lead.strip(" :|–—-,.(")
            rest.insert(0, text[len(lead) :].strip(" :|–—-,"))
        else:
            pieces = _AFTER_NAME.split(text, maxsplit=1) if not _styled(cell) else [text]
            made.name = pieces[0].strip(" ,.")
            if len(pieces) > 1 and pieces[1].strip():
                rest.insert(0, pieces[1].strip())
        made.description = " ".join(r for r in rest if r) or None
    return made


def _styled(cell: Cell) -> bool:
    """Whether all of a name's cell is in bold or italic: then a colon in it is part of the name."""
    return all(word.bold for word in cell.words) or all(word.italic for word in cell.words)


def _undated(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words after a date that stands first."""
    first = words[0].text.strip(":|")
    return words[1:] if len(words) > 1 and find(first) and not remove(first, find(first)) else words


def _bold_lead(words: tuple[Word, ...]) -> str:
    """The bold words with which a row starts, where the rest is plain."""
    tone = (words[0].bold, words[0].italic)
    lead: list[str] = []
    for word in words:
        if (word.bold, word.italic) != tone:
            return " ".join(lead) if any(tone) or word.italic else ""
        lead.append(word.text)
    return ""


def _linked_lead(words: tuple[Word, ...]) -> str:
    """The words with which a row starts that lead somewhere, where the rest does not."""
    lead = [
        word.text
        for word in itertools.takewhile(lambda word: word.link and word.link == words[0].link, words)
    ]
    return " ".join(lead) if len(lead) < len(words) else ""


def parse_items(rows: list[Row], section: Section, ledger: Ledger) -> list[Item]:
    """Publications, certificates, awards: what, by whom, when."""
    found: list[Item] = []
    for entry in Splitter(rows, ranges=False, month_first=ledger.month_first).entries():
        texts, url = _item_texts(entry, section)
        if not texts:
            ledger.rest(entry.rows, section)
            continue
        address = ledger.head(entry.head, section, len(found))
        for passage in passages(entry.content):
            ledger.passage(passage, section, len(found))
        name, issuer = texts[0], texts[1] if len(texts) > 1 else None
        if section != "publications" and (by := _BY.search(name)) and not _beside(entry.head):
            name, issuer = name[: by.start()], by.group("by")
        elif issuer is None:
            pieces = _MARKS.split(name)
            if len(pieces) > 1 and section != "publications":
                name, issuer = " - ".join(pieces[:-1]), pieces[-1]
        date = _date(entry, texts[0])
        found.append(Item(name=name, issuer=issuer, date=date, url=url, address=address))
    return found


def _item_texts(entry: Entry, section: Section) -> tuple[list[str], str | None]:
    """What an entry says, without its dates, and the first address in it."""
    texts: list[str] = []
    url: str | None = None
    for row in entry.head + [r for r in entry.content if not r.bullet]:
        for cell in [cell for part in (row, *row.sides) for cell in part.cells]:
            text = rest_of_cell(cell)
            if section == "publications" and "|" in text and "|" not in cell.text:
                text = cell.text  # a year within a reference is part of it
            if match := _url(text):
                url = url or match.group()
                text = text.replace(match.group(), " ").strip(" |,;()")
            if text and texts and row.wrapped and cell in row.cells:
                texts[-1] = join([texts[-1], text])
            elif text:
                texts.append(text)
    return texts, url


def _beside(head: list[Row]) -> bool:
    """Whether the first row of a head holds who it is from in a cell of its own."""
    return len([cell for cell in head[0].cells if rest_of_cell(cell)]) > 1


def _date(entry: Entry, text: str) -> str | None:
    """When: the entry's dates, else the first year within a reference ("Diop, F. (2021). Tones.")."""
    found = entry.dates or next(iter(find(text)), None)
    return (found.end or found.start) if found else None
