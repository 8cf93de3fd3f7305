"""Letter-spaced words ("E D U C A T I O N", or half joined "L ANG UAG E S") put together by their glyphs' distances."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf import fast

Span = tuple[int, int]
"""First and last glyph of a word on PDFium's text page."""
SMALL = 0.65
"""Size of small capitals, as a share of the large ones' among them, at the least."""
_WIDEST = 1.6
"""Widest gap between two spaced letters, of the size; a wider one parts words whatever the letters do."""


_LEAST = 3
"""Single letters in a run that is letter-spaced."""


def join_spaced(words: list[Glyphs], spans: list[Span], text: str, textpage: Any) -> list[Glyphs]:
    """The words with letter-spaced runs joined. `spans` is parallel to `words`, `text` the page's."""
    single = [at for at, word in enumerate(words) if len(word.text) == 1 and word.text.isalpha()]
    if len(single) < _LEAST or not any(_may_be_spaced(at, words) for at in single):
        return words
    joined: list[Glyphs] = []
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and _beside(words[end - 1], words[end]):
            end += 1
        run = words[at:end]
        joined += _join(run, spans[at:end], text, textpage) if _is_spaced(run) else run
        at = end
    return joined


def _may_be_spaced(at: int, words: list[Glyphs]) -> bool:
    """Whether a single letter stands next to another, or a capital next to what has no small letters: so stands one at least
    of each run, and few of the words "a" and "I"."""
    near = [word.text for word in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])]
    capital = words[at].text == words[at].text.upper()
    return any((len(text) == 1 and text.isalpha()) or (capital and text == text.upper()) for text in near)


def _beside(left: Glyphs, right: Glyphs) -> bool:
    size = left.style.size
    least = 0.9 if left.style.font != right.style.font else SMALL  # small capitals are of one font
    return (
        abs(left.base - right.base) < 0.1 * size
        and least * size < right.style.size < size / least
        and -0.1 * size < right.x0 - left.x1 < _WIDEST * size
        and left.style.turn == right.style.turn == 0
    )


def _is_spaced(run: list[Glyphs]) -> bool:
    """Whether a run is mostly single letters: at least three, in capitals (some may have come together), or five."""
    if len(run) < 3:
        return False
    single = sum(1 for word in run if len(word.text) == 1 and word.text.isalpha())
    if single < _LEAST:
        return False
    letters = "".join(word.text for word in run)
    capitals = letters.isupper() and all(character.isalpha() or character in "&-'’" for character in letters)
    return (capitals and len(letters) <= 2.2 * len(run)) or (single >= 5 and single >= 0.6 * len(run))


def _join(run: list[Glyphs], spans: list[Span], text: str, textpage: Any) -> list[Glyphs]:
    """Cuts the run anew where glyphs stand clearly farther apart than most."""
    places: list[tuple[float, float]] = []
    owner: list[Glyphs] = []
    for word, (first, last) in zip(run, spans, strict=True):
        for index in range(first, last + 1):
            if text[index].isspace():
                continue
            owner.append(word)
            places.append(fast.ink(textpage, index)[:2])
    letters = "".join(word.text for word in run)
    if len(letters) != len(places):
        return run
    gaps = [two[0] - one[1] for one, two in pairwise(places)]
    usual = sorted(gaps)[len(gaps) // 2]
    widest = max(1.9 * usual, usual + 0.28 * run[0].style.size)
    found: list[Glyphs] = []
    for index, letter in enumerate(letters):
        word = owner[index]
        if index == 0 or gaps[index - 1] > widest:
            found.append(
                Glyphs(
                    letter, word.x0, word.top, word.x1, word.bottom, word.base, word.style, word.order, True
                )
            )
        else:
            found[-1].text += letter
            found[-1].x1 = max(found[-1].x1, word.x1)
    return found
