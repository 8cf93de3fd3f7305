"""Running headers and footers: what stands at the same place on every page, and page numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiscreen.reading.layout.glyphs import Glyphs

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
_CONTACT = re.compile(r"@|https?:|www\.|(?:\d[\s().-]*){8}", re.I)
_DIGITS = re.compile(r"\d+")


def drop_furniture(pages: list[Page]) -> None:
    """Takes running lines and page numbers out of the pages' words; the first of several equal lines stays, unless it
    counts pages and tells nothing of contact."""
    seen: dict[tuple[str, int], list[tuple[Page, list[Glyphs]]]] = {}
    doomed: dict[int, set[int]] = {}
    for page in pages:
        for words in _margin_lines(page):
            text = _text(words)
            if _ONLY_NUMBER.search(text) and not _CONTACT.search(text):
                doomed.setdefault(page.number, set()).update(map(id, words))
            elif len(pages) > 1:
                key = _DIGITS.sub("#", text).casefold(), round(words[0].base / 6)
                seen.setdefault(key, []).append((page, words))
    for places in seen.values():
        if len(places) > 1:
            numbered = any(_NUMBERED.search(_text(words)) for _, words in places)
            contact = any(_CONTACT.search(_text(words)) for _, words in places)
            for page, words in places[0 if numbered and not contact else 1 :]:
                doomed.setdefault(page.number, set()).update(map(id, words))
    for page in pages:
        gone = doomed.get(page.number)
        if gone and len(gone) < len(page.words):
            page.words = [word for word in page.words if id(word) not in gone]


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
