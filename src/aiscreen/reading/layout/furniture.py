"""Running headers and footers: what stands at the same place on every page, and page numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.layout.rows import Row

if TYPE_CHECKING:
    from aiscreen.reading.layout.order import Page

MARGIN = 0.13
"""Share of the page's height at its top and bottom where running lines stand."""
_OF = r"(?:/|of|von|sur|de|di|van|out of)"
_NUMBERED = re.compile(rf"(?:\b(?:page|seite|página|pagina|p\.)\s*\d+|\b\d+\s*{_OF}\s*\d+\b)", re.I)
_ONLY_NUMBER = re.compile(
    rf"^\W*(?:page|seite|página|pagina|p\.?)?\s*\d{{1,2}}(?:\s*{_OF}\s*\d{{1,2}})?\W*$"
    rf"|[-–—|·•,]\s*(?:page|seite|página|pagina)?\s*\d{{1,2}}\s*{_OF}\s*\d{{1,2}}$",
    re.I,
)
_AGAIN = re.compile(
    r"\(?(?:continued|cont(?:['’]?d)?\.?|fortsetzung|suite|continuación|continuação|continua|segue|vervolg"
    r"|résumé|resume|curriculum vitae|cv|lebenslauf)\)?",
    re.I,
)
"""What is said beside a name that stands over a further page."""
_BETWEEN = re.compile(r"\s*[|·•,–—:]\s*|\s+-\s+|\s+(?=\()")
_CONTACT = re.compile(r"@|https?:|www\.|(?:\d[\s().-]*){8}", re.I)
_DIGITS = re.compile(r"\d+")


def drop_furniture(pages: list[Page]) -> list[Row]:
    """Takes running lines and page numbers out of the pages' words. The first of several equal lines is given back, for
    what it tells of contact; at the head of the first page, where a name stands, it stays unless it counts pages."""
    seen: dict[tuple[str, int], list[tuple[Page, list[Glyphs]]]] = {}
    doomed: dict[int, set[int]] = {}
    running: list[Row] = []
    name = _name(pages[0]) if len(pages) > 1 else ""
    for page in pages:
        for words in _margin_lines(page):
            text = _text(words)
            if _ONLY_NUMBER.search(text) and not _CONTACT.search(text):
                doomed.setdefault(page.number, set()).update(map(id, words))
            elif len(pages) > 1:
                key = _DIGITS.sub("#", text).casefold(), round(words[0].base / 6)
                seen.setdefault(key, []).append((page, words))
    for places in seen.values():
        first, line = places[0]
        again = first is not pages[0] and _names_again(_text(line), name)
        if again or (len(places) > 1 and _counts_pages(places)):
            numbered = any(_NUMBERED.search(_text(words)) for _, words in places)
            contact = any(_CONTACT.search(_text(words)) for _, words in places)
            stays = first is pages[0] and line[0].bottom < MARGIN * first.height and (contact or not numbered)
            if not stays:
                running.append(Row(line, first.number))
            for page, words in places[stays:]:
                doomed.setdefault(page.number, set()).update(map(id, words))
    for page in pages:
        gone = doomed.get(page.number)
        if gone and len(gone) < len(page.words):
            page.words = [word for word in page.words if id(word) not in gone]
    return running


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
    """Whether a line only names the candidate again, with how to reach them, "continued" or a page number."""
    if not name or not text.casefold().startswith(name):
        return False
    rest = [part for part in _BETWEEN.split(text[len(name) :].strip()) if part]
    return all(_AGAIN.fullmatch(part) or _ONLY_NUMBER.search(part) or _CONTACT.search(part) for part in rest)


def _text(words: list[Glyphs]) -> str:
    return " ".join([word.text for word in words])


def _margin_lines(page: Page) -> list[list[Glyphs]]:
    """The lines in the page's top and bottom margins, each from left to right."""
    top, bottom = MARGIN * page.height, (1 - MARGIN) * page.height
    words = [word for word in page.words if word.style.turn == 0 and (word.bottom < top or word.top > bottom)]
    words.sort(key=lambda word: (word.base, word.x0))
    lines: list[list[Glyphs]] = []
    for word in words:
        if lines and abs(lines[-1][0].base - word.base) < 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.x0)
    return lines
