"""What is said below a head: bullets and sentences, with their wrapped lines joined."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from aiscreen.parsing.rows import Row, ends_sentence, gap, gaps
from aiscreen.parsing.rows.stops import is_abbreviation
from aiscreen.text import vocabulary

_DEED = re.compile(
    r"(?:[A-Z][a-z]{2,}(?:ed|ing|ised|ized)|Built|Led|Wrote|Ran|Cut|Made|Grew|Won|Taught|Kept|Set|Drove|Brought|Took)\s"
)
"""What a new statement begins with, and hardly ever a name inside one: what somebody did."""
_ON = vocabulary(
    """
    of the and for with to in a an by from on at or into und der die das den dem für mit von et de la le les des du pour y con para del los
    las e di da per della van het een met voor
    """
)
"""Words with which no statement ends."""
_GERMAN = re.compile(r"\s(?:und|der|die|das|für|mit)\s")
_SENTENCE = re.compile(r"[.!?][\"”’)]?(\s+)(?=[A-ZÀ-ÖØ-Þ0-9\"“(])")
_ITEM = re.compile(r"[^;\s][^;]*[^;\s]")


@dataclass
class Passage:
    """Some rows that say one thing, and whether they began with a bullet."""

    text: str
    rows: list[Row]
    bullet: bool


def join(texts: list[str]) -> str:
    """Lines joined: a hyphen at a line's end before a lower-case letter goes, other lines get a space."""
    out = ""
    for text in texts:
        if not out:
            out = text
        elif out[-1] == "-" and len(out) > 1 and out[-2].isalpha():
            word = out.rsplit(None, 1)[-1][:-1]
            keep = not text[:1].islower() or "-" in word or len(word) <= 3 or out[-2].isupper()
            out = (out if keep else out[:-1]) + text
        else:
            out = f"{out} {text}"
    return out


def passages(rows: list[Row], edge: float | None = None, pitch: float | None = None) -> list[Passage]:
    """The rows as passages: a bullet with its continuations, or a paragraph's line or lines. `pitch` is the white space
    in points between lines that are seen to go on elsewhere in the section."""
    edge = max((row.x1 for row in rows), default=0.0) if edge is None else edge
    pitch = _pitch(rows) if pitch is None else min(pitch, _pitch(rows))
    space = _item_space(rows) if not any(row.bullet for row in rows) and _is_list(rows, edge) else None
    runs: list[list[Row]] = []
    for row in rows:
        current = runs[-1] if runs else None
        item = current is not None and space is not None and _is_item(current[-1], row, edge, space)
        if current is not None and not item and _continues(current, row, edge, pitch):
            current.append(row)
        else:
            runs.append([row])
    return [Passage(join([row.text for row in run]), run, run[0].bullet) for run in runs]


def _is_item(above: Row, row: Row, edge: float, space: float) -> bool:
    """Whether a row of a list without bullets begins an item: above it something ends, and white space as usual between
    items (`space`), or room for its first word."""
    return not _is_open(above.text) and not (gap(above, row) + 1.5 < space and _full(above, row, edge))


def _is_list(rows: list[Row], edge: float) -> bool:
    """Whether rows without bullets are a list of statements: each begins with a capital, as wrapped lines seldom do, and one
    before the last stops though the next one's first word had room. German nouns need more rows to tell."""
    if len(rows) < 3 or (len(rows) < 6 and any(_GERMAN.search(row.text) for row in rows)):
        return False
    pairs = list(itertools.pairwise(rows))
    begun = all(_is_open(above.text) or not row.text[:1].islower() for above, row in pairs)
    return begun and any(not _full(above, row, edge) for above, row in pairs)


def _is_open(text: str) -> bool:
    """Whether a line stops where nothing that is said ends."""
    return text.endswith((",", "-", "(", "&", "/")) or ends_open(text)


def ends_open(text: str) -> bool:
    """Whether a line stops at a small word, with which no statement ends."""
    return text.rpartition(" ")[2] in _ON


def _pitch(rows: list[Row]) -> float:
    """The usual white space between the lines of one passage: the smallest that occurs, in points."""
    return min(gaps(rows), default=0.0)


def _item_space(rows: list[Row]) -> float:
    """The usual white space between the items of a list, in points: the one that most of its rows have above them."""
    spaces = gaps(rows)
    return spaces[len(spaces) // 2] if spaces else 0.0


def _continues(current: list[Row], row: Row, edge: float, pitch: float) -> bool:
    """Whether a row goes on with the passage above it."""
    if row.bullet:
        return False
    last, first = current[-1], current[0]
    space = gap(last, row)
    if abs(row.first.size - last.first.size) > 0.6 and row.style[:2] != last.style[:2]:
        return False
    if first.bullet:
        if row.x0 < first.x0 - 32 and row.line.page == last.line.page and not row.text[:1].islower():
            return space < pitch + 1.5 and flows_on(last, row, edge)
        if space > pitch + max(4.0, 0.6 * row.height) and not row.text[:1].islower():
            return False
        hangs = 1.2 * row.first.size if space < pitch + 1.5 else 3.0  # under the bullet, or under its words
        return row.x0 >= first.x0 - hangs or row.text[:1].islower() or _full(last, row, edge)
    score = 0.0
    if row.text[:1].islower() or _is_open(last.text):
        score += 1.5 if space > pitch + 1.5 or ends_sentence(last.text) else 1.9
    if ends_sentence(last.text):
        score -= 0.8
    score += 1.6 if _full(last, row, edge) else -1.6
    if space > pitch + 1.5:
        score -= 1.8 if space <= pitch + 0.5 * row.height else 2.6
    elif _DEED.match(row.text) and not ends_sentence(last.text):
        score -= 1.8
    hang = row.x0 - first.x0
    if len(current) == 1 and 2 < hang < 24:
        score += 1.0
    elif len(current) > 1 and abs(row.x0 - last.x0) > 2:
        score -= 1.0
    return score > 0


def flows_on(last: Row, row: Row, edge: float) -> bool:
    """Whether a row goes on to the left of the lines above it, as text does below a float: in their style, and the last
    of them, no sentence's end, was full."""
    return row.style[:2] == last.style[:2] and not ends_sentence(last.text) and _full(last, row, edge)


def _full(last: Row, row: Row, edge: float) -> bool:
    """Whether the last row was full: the next row's first word would not have fitted behind it."""
    word = row.first
    return last.x1 + 0.28 * last.first.size + (word.box.x1 - word.box.x0) > edge - 1.0


def statements(text: str) -> list[tuple[int, int]]:
    """Where what a paragraph says begins and stops: its sentences, or the items that semicolons part ("Forecast demand for
    48 shops; Cut losses by 12%; Trained managers")."""
    if ";" in text:
        items = [match.span() for match in _ITEM.finditer(text)]
        capital = all(text[begin].isupper() or text[begin].isdigit() for begin, _ in items)
        if capital and len(items) > 1 and all(text.count(" ", *item) > 1 for item in items):
            return items
    return sentences(text)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where a paragraph's sentences begin and stop; abbreviations do not end one."""
    return list(each_sentence(text))


def each_sentence(text: str) -> Iterator[tuple[int, int]]:
    """The same for who looks at the first ones."""
    start = 0
    inside = text[:-2]  # what ends at the text's own end parts nothing
    parted = "." in inside or "!" in inside or "?" in inside
    for match in _SENTENCE.finditer(text) if parted else ():
        stop, begin = match.span(1)
        if not is_abbreviation(text, stop):
            yield start, stop
            start = begin
    if text[start:].strip():
        yield start, len(text)
