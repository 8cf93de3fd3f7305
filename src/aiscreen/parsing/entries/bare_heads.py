"""Heads in the style of the text around them, right below a bullet: told from its wrapped lines by their shape."""

from __future__ import annotations

import re

from aiscreen.parsing.dates import DURATION, Dates, find
from aiscreen.parsing.heads.wrapped import unfinished
from aiscreen.parsing.rows import Row, ends_sentence
from aiscreen.parsing.words.heads import LEAD, TERMS, without_remark
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.schools import degree_in
from aiscreen.parsing.words.titles import is_title, may_be_title, title_score
from aiscreen.text import fold, has_digit

_PART = re.compile(r"\s*[,|•·;]\s+|\s+[–—-]\s+|\s+(?:at|@|bei|chez|presso)\s+")
_OPENS = re.compile(r"(?:[,|•·:;(\[–—-]|\s{2,})\s*$")
_FROM = re.compile(r"(?<=[,|•·:;(–—-]\s)(?:from|since|between)\s*$")
_CLOSES = re.compile(r"^\s*[|•·:;,–—-]\s+(?=\w)")
_MOST = 16
"""Words in a head, at the most."""


def is_bare_head(last: Row, row: Row, below: Row | None) -> bool:
    """Whether a row below a bullet starts an entry: names with their dates at an end, or a name above such a row."""
    if row.count > _MOST or unfinished(last.text, row.text):
        return False
    if has_digit(row.text) and dated_names(row):
        return True
    if below is None or below.bullet or row.count > 8 or row.prose or not row.text[:1].isupper():
        return False
    if fold(below.text) in TERMS and may_be_title(row.text):
        return True
    if ends_sentence(row.text) or not has_digit(below.text) or abs(below.x0 - row.x0) > 3:
        return False
    names = dated_names(below)
    return len(names) == 1 and may_be_title(names[0])


def dated_names(row: Row) -> list[str]:
    """The names that a row holds before or after its dates, which a mark parts from them; none where it is no head. A
    single date, which sentences end in too, needs a title or a degree beside it."""
    text = LEAD.sub("", row.text) if ":" in row.text else row.text
    found = find(text)
    if found and not found[0].single:
        text = without_remark(text, found[0].stop)
        found = find(text)
    if len(found) != 1 or len(text.split()) > _MOST:
        return []
    dates = found[0]
    names = _beside(text, dates)
    parts = [part for part in _PART.split(names) if part]
    named = bool(parts) and (names[0].isupper() or (dates.begin == 0 and is_title(parts[0])))
    if not named or _is_said(names):
        return []
    told = any(is_title(part) for part in parts) or (degree_in(names) is not None and title_score(names) <= 0)
    return parts if told or not dates.single else []


def _beside(text: str, dates: Dates) -> str:
    """What stands before dates at a text's end, or behind a range at its start; empty where no mark parts them."""
    before, after = _FROM.sub("", text[: dates.begin]), text[dates.stop :]
    tail = after.strip(" )].,:;|·•–—-")
    if before.strip(" (["):
        ended = not tail or is_place(tail) or DURATION.fullmatch(tail) is not None
        return before.rstrip(" ,|•·:;([–—-") if ended and _OPENS.search(before) else ""
    opens = not dates.single and (_CLOSES.match(after) or is_title(_PART.split(tail)[0]))
    return tail if opens else ""


def _is_said(names: str) -> bool:
    """Whether names read like a part of a sentence: most of their words are in small letters."""
    words = [word for word in names.split() if word[0].isalpha()]
    small = sum(word[0].islower() and len(word) > 3 for word in words)
    return small > 0.4 * len(words) or ends_sentence(names)
