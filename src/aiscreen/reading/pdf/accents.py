"""Accents painted as glyphs of their own over or under their letters ("Lef`evre"), as fonts without accented letters need.

A reader sees one letter. Programs paint the accent before it or behind it, over a capital as a word of its own.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from typing import Any

from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.spacing import Span

_COMBINING = {
    "`": "\u0300", "ˋ": "\u0300", "´": "\u0301", "ˊ": "\u0301", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
    "¯": "\u0304", "ˉ": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c",
    "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_ACCENT = re.compile("[" + "".join(map(re.escape, _COMBINING)) + "]")
_DOTLESS = {"ı": "i", "ȷ": "j"}
_ASIDE = 0.1
"""How far, of the size, an accent's middle may stand beside its letter's ink."""
_TOUCH = 0.1
"""Widest gap, of the size, between what stands before an accent and its letter in one word."""
_NEAR = 3
"""Words before and after an accent painted by itself among which its letter is."""


def with_accents(words: list[Glyphs], spans: list[Span], text: str, textpage: Any) -> list[Glyphs]:
    """The words with accents and letters put together; `spans` is parallel to `words`, `text` the page's. Both lists
    lose the words that are nothing but an accent."""
    if _ACCENT.search(text) is None:
        return words
    lone = [at for at, word in enumerate(words) if word.text in _COMBINING]
    gone = {at for at in lone if _placed(at, words, spans, text, textpage)}
    torn = {at + 1 for at in gone}
    for at, word in enumerate(words):
        accented = len(word.text) > 1 and _ACCENT.search(word.text)
        if accented and _compose(word, spans[at], text, textpage):
            torn.add(at)
    kept: list[Glyphs] = []
    ends: list[Span] = []
    for at, (word, span) in enumerate(zip(words, spans, strict=True)):
        if at in gone:
            continue
        if at in torn and kept and _touches(kept[-1], word):
            kept[-1].text, kept[-1].x1 = kept[-1].text + word.text, word.x1
            ends[-1] = ends[-1][0], span[1]
        else:
            kept.append(word)
            ends.append(span)
    spans[:] = ends
    return kept


def _touches(left: Glyphs, right: Glyphs) -> bool:
    """Whether words that an accent parted are one."""
    size = right.style.size
    return abs(left.base - right.base) < 0.05 * size and abs(right.x0 - left.x1) < _TOUCH * size


def _compose(word: Glyphs, span: Span, text: str, textpage: Any) -> bool:
    """Puts the accents in a word on the letters that they stand over; whether it begins with one."""
    glyphs = _glyphs(word, span, text)
    letters: list[str] = list(word.text) if glyphs else []
    for i, letter in enumerate(letters):
        if letter not in _COMBINING:
            continue
        for j in sorted(range(len(letters)), key=lambda j: abs(j - i - 0.1)):
            whole = _whole(letters[j], letter) if letters[j] else ""
            if whole and _over(textpage, glyphs[i], glyphs[j], word.style.size):
                letters[i], letters[j] = "", whole
                break
    if letters:
        word.text = "".join(letters)
    if letters and not letters[0]:
        word.x0 += _left(textpage, glyphs[1]) - _left(textpage, glyphs[0])
        return True
    return False


def _placed(at: int, words: list[Glyphs], spans: list[Span], text: str, textpage: Any) -> bool:
    """Whether a word that is one accent stands over a letter of a word near it, which has it then."""
    accent = words[at]
    for word, span in zip(
        words[max(0, at - _NEAR) : at + _NEAR + 1], spans[max(0, at - _NEAR) :], strict=False
    ):
        if word is accent or abs(word.base - accent.base) > 0.5 * accent.style.size:
            continue
        for i, glyph in enumerate(_glyphs(word, span, text)):
            whole = _whole(word.text[i], accent.text)
            if whole and _over(textpage, spans[at][0], glyph, accent.style.size):
                word.text = word.text[:i] + whole + word.text[i + 1 :]
                return True
    return False


def _glyphs(word: Glyphs, span: Span, text: str) -> list[int]:
    """The glyph of each of a word's characters; none where they are not the page's own."""
    found = [
        index for index in range(span[0], span[1] + 1) if not text[index].isspace() and text[index] != "\0"
    ]
    return found if len(found) == len(word.text) else []


def _whole(letter: str, accent: str) -> str:
    """The one letter that a letter and an accent make; empty where there is none."""
    whole = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _COMBINING[accent])
    return whole if letter.isalpha() and len(whole) == 1 else ""


def _over(textpage: Any, accent: int, letter: int, size: float) -> bool:
    (left, right, *_), (x0, x1, *_) = fast.ink(textpage, accent), fast.ink(textpage, letter)
    return x0 - _ASIDE * size < (left + right) / 2 < x1 + _ASIDE * size


def _left(textpage: Any, index: int) -> float:
    """Where a glyph's box begins, white space around its ink included."""
    box = fast.buffer(ctypes.c_float, 4)
    fast.loose_box(fast.handle(textpage), index, box.at[0])
    return float(box.read()[0])
