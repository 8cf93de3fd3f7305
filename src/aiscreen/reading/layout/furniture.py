"""Running headers and footers: what stands at the same place on every page, page numbers, contact at a page's foot."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from aiscreen.reading.contact import CONTACT
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.rows import Row
from aiscreen.text import has_digit

if TYPE_CHECKING:
    from aiscreen.reading.layout.order import Page

MARGIN = 0.13
"""Share of the page's height at its top and bottom where running lines stand."""
_OF = r"(?:/|of|von|sur|de|di|van|out of)"
_NUMBERED = re.compile(rf"(?:\b(?:page|seite|página|pagina|p\.)\s*\d+|\b\d+\s*{_OF}\s*\d+\b)", re.I)
_ONLY_NUMBER = re.compile(
    rf"^\W*(?:page|seite|página|pagina|p\.?)?\s*\d{{1,2}}(?:\s*{_OF}\s*\d{{1,2}})?\W*$"
    rf"|[-–—|·•,]\s*(?:page|seite|página|pagina)?\s*\d{{1,2}}\s*{_OF}\s*\d{{1,2}}$"
    r"|[–—|·•]\s*(?:page|seite|página|pagina)\s*\d{1,2}$",
    re.I,
)
_AGAIN = re.compile(
    r"\(?(?:continued|cont(?:['’]?d)?\.?|fortsetzung|suite|continuación|continuação|continua|segue|vervolg"
    r"|résumé|resume|curriculum vitae|cv|lebenslauf)\)?",
    re.I,
)
"""What is said beside a name that stands over a further page."""
_BETWEEN = re.compile(r"\s*[|·•,–—:]\s*|\s+-\s+|\s+(?=\()")
_REACHED = re.compile(r"\w@\w|\+\s?\d(?:[\s().-]?\d){7}|(?<!\d)\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}(?!\d)")
"""An e-mail address or a telephone number."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)(?!\s?\d)")
_CREDIT = re.compile(r"(?:designed|made|built|created|generated|powered|typeset) (?:with|by|using)\b", re.I)
"""How a theme's line begins that names its maker, at the very end."""
_DIGITS = re.compile(r"\d+")
_FOOT = 3
"""Lines of a footer, at the most."""


def drop_furniture(pages: list[Page]) -> list[Row]:
    """Takes running lines and page numbers out of the pages' words. The first of several equal lines is given back, for
    what it tells of contact; at the head of the first page, where a name stands, it stays unless it counts pages."""
    seen: dict[tuple[str, int], list[tuple[Page, list[Glyphs]]]] = {}
    doomed: dict[int, set[int]] = {}
    running: list[Row] = []
    name = _name(pages[0]) if len(pages) > 1 else ""
    margins = {page.number: _margin_lines(page) for page in pages}
    for page in pages:
        for words in margins[page.number]:
            text = _text(words)
            if has_digit(text) and _is_numbered_foot(page, words):
                running.append(Row(words, page.number))
                doomed.setdefault(page.number, set()).update(map(id, words))
            elif has_digit(text) and _ONLY_NUMBER.search(text) and not CONTACT.search(text):
                doomed.setdefault(page.number, set()).update(map(id, words))
            elif len(pages) > 1:
                key = _DIGITS.sub("#", text).casefold(), round(words[0].base / 6)
                seen.setdefault(key, []).append((page, words))
    for places in seen.values():
        first, line = places[0]
        again = first is not pages[0] and _names_again(_text(line), name)
        if again or (len(places) > 1 and _counts_pages(places)):
            numbered = any(_NUMBERED.search(_text(words)) for _, words in places)
            contact = any(CONTACT.search(_text(words)) for _, words in places)
            stays = first is pages[0] and line[0].bottom < MARGIN * first.height and (contact or not numbered)
            if not stays:
                running.append(Row(line, first.number))
            for page, words in places[stays:]:
                doomed.setdefault(page.number, set()).update(map(id, words))
    if credit := _credit(pages[-1]):
        running.append(Row(credit, pages[-1].number))
        doomed.setdefault(pages[-1].number, set()).update(map(id, credit))
    for page in pages:
        gone = doomed.setdefault(page.number, set())
        for words in _contact_foot(page, [line for line in margins[page.number] if id(line[0]) not in gone]):
            running.append(Row(words, page.number))
            gone.update(map(id, words))
        if gone and len(gone) < len(page.words):
            page.words = [word for word in page.words if id(word) not in gone]
    return running


def _credit(page: Page) -> list[Glyphs]:
    """The words of a page's last line where that names the maker of the theme."""
    bottom = max((word.base for word in page.words), default=0.0)
    words = sorted((word for word in page.words if word.base > bottom - 1), key=attrgetter("x0"))
    return words if len(words) < 9 and _CREDIT.match(_text(words)) else []


def _is_numbered_foot(page: Page, words: list[Glyphs]) -> bool:
    """Whether a line at a page's foot, apart from the text, counts the page in a cell of its own beside others (a date, the
    form's name)."""
    cells = _cells(words)
    if len(cells) < 2 or not any(
        _NUMBERED.search(cell) and _ONLY_NUMBER.fullmatch(cell) for cell in (cells[0], cells[-1])
    ):
        return False
    top, size = words[0].top, words[0].style.size
    inside = set(map(id, words))
    above = [word.bottom for word in page.words if id(word) not in inside]
    return top > (1 - MARGIN) * page.height and max(above, default=0.0) < top - 1.5 * size


def _name(page: Page) -> str:
    """What is set largest on a page: on the first, the name."""
    size = max((word.style.size for word in page.words), default=0.0)
    large = [word for word in page.words if word.style.size > size - 0.5 and word.style.turn == 0]
    return _text(sorted(large, key=lambda word: (round(word.base), word.x0))).casefold()


def _counts_pages(places: list[tuple[Page, list[Glyphs]]]) -> bool:
    """Whether lines that differ in their numbers only differ in the page's: others are sentences that look alike."""
    numbers = [[int(one[-9:]) for one in _DIGITS.findall(_text(words))] for _, words in places]
    past = [page.number for page, _ in places]
    return all(
        len(set(column)) == 1 or len({one - at for one, at in zip(column, past, strict=True)}) == 1
        for column in zip(*numbers, strict=True)
    )


def _names_again(text: str, name: str) -> bool:
    """Whether a line only names the candidate again, with how to reach them, "continued" or a page number; "Curriculum vitae"
    may stand before the name."""
    if (title := _AGAIN.match(text)) is not None:
        text = text[title.end() :].lstrip(" |·•,–—:-")
    if not name or not text.casefold().startswith(name):
        return False
    rest = [part for part in _BETWEEN.split(text[len(name) :].strip()) if part]
    return all(_AGAIN.fullmatch(part) or _ONLY_NUMBER.search(part) or CONTACT.search(part) for part in rest)


def _contact_foot(page: Page, lines: list[list[Glyphs]]) -> list[list[Glyphs]]:
    """The lines at a page's foot that tell how to reach the candidate and nothing else, apart from the text above."""
    foot: list[list[Glyphs]] = []
    for words in reversed(lines):
        if words[0].top < page.height / 2 or (
            foot and foot[0][0].top - words[0].bottom > words[0].style.size
        ):
            break
        foot.insert(0, words)
    if not 0 < len(foot) <= _FOOT or not any(_REACHED.search(_text(words)) for words in foot):
        return []
    top, size = foot[0][0].top, foot[0][0].style.size
    below = {id(word) for words in foot for word in words}
    text = max((word.bottom for word in page.words if id(word) not in below), default=top)
    longest = [max(words, key=lambda word: len(word.text)).style for words in foot]
    styles = {(style.bold, round(style.size)) for style in longest}
    if top - text < 1.5 * size or len(styles) > 1 or not all(map(_is_contact, foot)):
        return []
    return foot


def _is_contact(words: list[Glyphs]) -> bool:
    """Whether each part of a line is an address, a number, or as short as a place or a label."""
    return all(
        len(piece.split()) <= (6 if CONTACT.search(piece) else 4) and not _YEAR.search(piece)
        for part in _cells(words)
        for piece in _BETWEEN.split(part)
    )


def _cells(words: list[Glyphs]) -> list[str]:
    """The texts of a line that wide gaps part."""
    parts, last = [""], words[0]
    for word in words:
        if word.x0 - last.x1 > 1.5 * word.style.size:
            parts.append("")
        parts[-1] = f"{parts[-1]} {word.text}".strip()
        last = word
    return parts


def _text(words: list[Glyphs]) -> str:
    return " ".join([word.text for word in words])


def _margin_lines(page: Page) -> list[list[Glyphs]]:
    """The lines in the page's top and bottom margins, each from left to right."""
    top, bottom = MARGIN * page.height, (1 - MARGIN) * page.height
    words = [word for word in page.words if (word.bottom < top or word.top > bottom) and word.style.turn == 0]
    words.sort(key=attrgetter("base", "x0"))
    lines: list[list[Glyphs]] = []
    for word in words:
        if lines and abs(lines[-1][0].base - word.base) < 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=attrgetter("x0"))
    return lines
