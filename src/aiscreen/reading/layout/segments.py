"""Words on a page become segments: runs on one baseline with ordinary word spaces between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from aiscreen.models.document import Box
from aiscreen.reading.layout.glyphs import Glyphs

NEAR = 0.65
"""Widest space inside a segment, of the size, between words painted one after the other (justified text is loose)."""
_CAPITALS = 0.8
"""The same between words in capitals, whose letters are often set apart."""
STRANGE = 0.45
"""The same between words that were not painted one after the other."""

# Glyphs that people set before an item. Letters and signs that also begin sentences count only when set apart.
BULLETS = frozenset("•◦▪▫■□●○‣⁃∙·◆◇❖➢➤►▶▸▹➔→⇒»›✓✔✗✦✧★☆✱✳◉◎⦿⁌⁍❯❱⬥⬧⬩🔹🔸")
LOOSE_BULLETS = frozenset("-–—*+>~o§ØüvqnlwÜþ¢")
_NO_BULLETS = frozenset("&@#%|/\\\"'!?.,;:…±×÷=<¬°©®™☎✆✉⌂📞📧📍🔗")
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\)|\[\d{1,3}\]|[a-hA-H]\)|\([a-h]\)|[ivx]{1,4}\))$")
_SYMBOLS = re.compile(r"symbol|wingding|webding|dingbat|courier", re.I)

_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:0?[1-9]|1[0-2])[/.]\d\d(?:\d\d)?\b|[’']\d\d\b"
    r"|\b(?:present|current|now|today|ongoing|heute|aujourd|actual|presente|heden|oggi|atual)",
    re.I,
)

Look = tuple[float, bool, int, str]


@dataclass(slots=True, eq=False)
class Segment:
    """Words on one baseline. `mark` is its own bullet or list number, `item` whether a bullet stands before
    it, painted ones too, `order` the painting rank of its first word."""

    words: list[Glyphs]
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    order: int
    mark: bool = False
    item: bool = False

    @property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @property
    def style(self) -> Look:
        """Size to half a point, weight, colour and font: what makes a heading look like one."""
        style = self.words[0].style
        return round(2 * style.size) / 2, style.bold, style.color, style.font


def is_mark(word: Glyphs, gap: float) -> bool:
    """Whether a word that starts a line is a bullet or list mark, `gap` points before the next word."""
    text = word.text
    if not text:
        return False
    if word.style.pictures:
        return True
    if len(text) == 1:
        if text in BULLETS or "\ue000" <= text <= "\uf8ff":
            return True
        symbol = bool(_SYMBOLS.search(word.style.font))
        if text in LOOSE_BULLETS:
            plain = text in "-–—*+>~"
            return (plain and gap > 0.15 * word.style.size) or (
                (symbol or text == "o") and gap > 0.3 * word.style.size
            )
        if symbol:
            return not text.isalnum()
        # Any other sign that stands alone before words; those that belong to the words behind them excepted.
        sign = unicodedata.category(text) in ("So", "Sm", "Po", "Co") and text not in _NO_BULLETS
        return sign and gap > 0.15 * word.style.size
    return len(text) <= 5 and bool(_NUMBER.match(text)) and gap > 0.1 * word.style.size


def segments(words: list[Glyphs], dots: list[Box]) -> list[Segment]:
    """Segments from top to bottom, those of one row from left to right; bullets that stand alone join the painted
    `dots`: their baseline is not that of the words behind them."""
    runs: list[Segment] = []
    last: Segment | None = None
    for word in words:
        if last is not None and _follows(last, word):
            _append(last, word)
        else:
            last = Segment(
                [word], word.x0, word.x1, word.top, word.bottom, word.base, word.style.size, word.order
            )
            runs.append(last)
    runs.sort(key=attrgetter("base", "x0"))
    joined: list[Segment] = []
    for row in rows(runs):
        for run in _join_row(row):
            if not _decoration(run):
                joined.append(run)
            elif run.words[0].text in BULLETS:
                dots.append(Box(run.x0, run.base - 0.6 * run.size, run.x1, run.base - 0.1 * run.size))
    return joined


def _decoration(run: Segment) -> bool:
    """A dot or icon alone, on a timeline or in a margin: it marks no words and would stand in a gutter's way."""
    return len(run.words) == 1 and (run.words[0].text in BULLETS or run.words[0].style.pictures)


def rows(runs: list[Segment]) -> list[list[Segment]]:
    """Segments, sorted by baseline, in rows: one baseline within a third of the size; each row from left to right."""
    found: list[list[Segment]] = []
    base = size = 0.0
    for run in runs:
        if found and run.base - base <= 0.33 * (run.size if run.size < size else size):
            found[-1].append(run)
        else:
            found.append([run])
            base, size = run.base, run.size
    for row in found:
        if len(row) > 1:
            row.sort(key=attrgetter("x0"))
    return found


def _follows(run: Segment, word: Glyphs) -> bool:
    size = word.style.size
    if size != run.size:
        size = _of_both(run.size, size)
    gap = word.x0 - run.x1
    if not -0.5 * size <= gap <= _CAPITALS * size:
        return False
    same = abs(run.base - word.base) <= 0.25 * size or _raised(run, word, size)
    if gap <= NEAR * size:
        return same
    text, before = word.text, run.words[-1]
    if "|" in (text, before.text):
        return same  # a bar that parts the items of a line
    capitals = len(text) > 1 and text.isupper() and before.text.isupper()
    return same and capitals and word.style.font == before.style.font


def _of_both(one: float, other: float) -> float:
    """The size by which the space between two sizes is judged: the larger, but not much more than the smaller."""
    return min(max(one, other), 1.8 * min(one, other))


def _raised(run: Segment, word: Glyphs, size: float) -> bool:
    """A superscript or subscript: clearly smaller, and inside the height of its neighbour."""
    small = min(run.size, word.style.size) < 0.8 * size
    return small and abs(run.base - word.base) <= 0.55 * size and word.x0 - run.x1 < 0.3 * size


def _append(run: Segment, word: Glyphs) -> None:
    run.words.append(word)
    if word.x1 > run.x1:
        run.x1 = word.x1
    if word.top < run.top:
        run.top = word.top
    if word.bottom > run.bottom:
        run.bottom = word.bottom
    if word.style.size > run.size:
        run.size = word.style.size


def _join_row(row: list[Segment]) -> list[Segment]:
    """Joins neighbours painted apart, and a bullet glyph with what it marks: never one that parts the items of the
    line before it."""
    joined: list[Segment] = []
    for run in row:
        if joined:
            last = joined[-1]
            gap = run.x0 - last.x1
            size = _of_both(run.size, last.size)
            trailing = len(joined) > 1 and _trails(joined[-2], last, gap)
            if (
                trailing and len(last.words) == 1 and last.words[0].text in BULLETS
            ):  # a stretched line's separator
                _absorb(joined[-2], joined.pop())
                joined.append(run)
                continue
            # between the years in a circle, smaller and further off than a list's mark
            within = last.words[0].text in "–—-" and last.size < 0.85 * run.size and gap > 2 * run.size
            marks = len(last.words) == 1 and not last.mark and not trailing and not within
            if marks and gap < 4 * size and is_mark(last.words[0], gap):
                last.mark = True
                _absorb(last, run)
                continue
            if -0.5 * size <= gap <= STRANGE * size:
                _absorb(last, run)
                continue
        joined.append(run)
    for run in joined:
        first = run.words[0]
        if not run.mark and len(run.words) > 1:
            run.mark = is_mark(first, run.words[1].x0 - first.x1)
    return joined


def _trails(before: Segment, mark: Segment, gap: float) -> bool:
    """Whether a mark parts what stands before it from what stands `gap` points behind: painted right after the first,
    and about as near to it."""
    return mark.x0 - before.x1 < 1.2 * gap and mark.order == before.words[-1].order + 1


def _absorb(run: Segment, other: Segment) -> None:
    run.words.extend(other.words)
    run.x1 = max(run.x1, other.x1)
    run.top, run.bottom = min(run.top, other.top), max(run.bottom, other.bottom)
    run.size, run.order = max(run.size, other.size), min(run.order, other.order)


@lru_cache(maxsize=2048)
def is_date(text: str) -> bool:
    """Whether short text names a year, a month in figures, or the present."""
    return len(text) < 60 and bool(_DATE.search(text))


def dated(runs: Sequence[Segment]) -> bool:
    """Whether segments hold short text that names a date."""
    return is_date(" ".join(run.text for run in runs))


def place_at(above: Sequence[Segment], run: Segment) -> bool:
    """Whether a row and what stands right above it are dates and, smaller, the place where that was: either above."""
    last = above[-1]
    small, large = (run.size, last.size) if run.size < last.size else (last.size, run.size)
    if not 0.6 < small / large < 1 or not 0 < run.base - last.base < 1.5 * large:
        return False
    return dated(above) if run.size < last.size else len(above) == 1 and dated([run]) and not dated(above)
