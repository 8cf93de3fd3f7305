"""What headings are called: the section that a heading's words name, listed whole or put together from known ones."""

from __future__ import annotations

import re
from functools import lru_cache

from aiscreen.parsing.words.contact import behind
from aiscreen.parsing.words.headings import PHRASES, QUALIFIERS, STRENGTH, UNSURE, key

_NUMBERED = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+", re.IGNORECASE)
_EXPERIENCE = re.compile(r"^(?:[\w-]+ ){0,3}experience(?P<about> (?:in|as|at) .{2,30})?$")
_JOINED = re.compile(r"\b(?:and|or|education)\b(?=.* experience)|experience(?= and)")
_PLACED = re.compile(
    r"(?<=activities) (?:at|in|outside) (?:(?:the|my) )?(?:university|school|college|faculty)$"
)
_ORDERED = re.compile(
    r"(?<=\w) (?:(?:in )?(?:reverse|chronological) (?:chronological )?order|(?:most recent|newest|latest|last|oldest) first)$"
)
_SQUEEZED: dict[str, str] = {
    words.replace(" ", ""): kind for words, kind in PHRASES.items() if len(words) > 4
}
"""Letter-spaced headings come as letters or groups of letters ("E D U CAT I ON"): compared without any space."""


_ASIDE = re.compile(r"\s?\([^()]*\)")
_I_DID = re.compile(
    r"(?P<named>(?:things|what) (?:i|we)(?: have|'ve)? \w+) (?:at|in|during|since|after|with|for|on|before|beside|besides|outside|while)\b"
)


def told_where(text: str) -> tuple[str, bool] | None:
    """The section of what somebody did, in a heading that says where or when too ("What I made at Acme and after")."""
    text = _ASIDE.sub("", text) if "(" in text else text
    if len(text) > 60 or text[:1] not in "WwTt" or text.endswith((".", ",")):
        return None
    match = _I_DID.match(key(text))
    kind = PHRASES.get(match["named"]) if match else None
    return (kind, False) if kind else None


@lru_cache(maxsize=4096)
def name_of(text: str) -> tuple[str, bool] | None:
    """The section that a heading's wording means and whether the wording is sure; None for other texts."""
    if len(text) > 60 or not text or (text[0].isdigit() and not _NUMBERED.match(text)):
        return None
    text = behind(_NUMBERED, text)
    words = _bare(key(text))
    if words in PHRASES:
        return PHRASES[words], words not in UNSURE
    about = _EXPERIENCE.match(words) if "experience" in words else None
    if about is not None and not _JOINED.search(words):
        found = _combined(words.split())
        if found is None or found[0] == "education":
            return "work", about["about"] is None
    loose = " " not in words or text.isupper() or min(map(len, words.split())) <= 2
    if loose and (squeezed := _SQUEEZED.get(words.replace(" ", ""))):
        return squeezed, True
    outside = key(re.sub(r"\(.*?\)", " ", text)) if "(" in text else words
    if outside != words and outside in PHRASES:
        return PHRASES[outside], outside not in UNSURE
    return _combined(words.split())


def surely_heads(text: str) -> bool:
    """Whether a text is a heading in sure wording."""
    named = name_of(text)
    return named is not None and named[1]


def _bare(words: str) -> str:
    """The words of a heading without where something was done and in which order it is told."""
    words = _PLACED.sub("", words) if "activities" in words else words
    return _ORDERED.sub("", words) if words.endswith(("order", "first")) else words


def _combined(words: list[str]) -> tuple[str, bool] | None:
    """A heading put together from known ones: every word must be known or change nothing."""
    if not 2 <= len(words) <= 6:
        return None
    if words[0] in ("of", "and", "in", "y", "et", "und", "e", "en", "de", "la", "le", "du", "des"):
        return None
    best: str | None = None
    sure = False
    index = 0
    while index < len(words):
        for length in range(min(3, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + length])
            kind = PHRASES.get(phrase)
            if kind is not None:
                sure = sure or phrase not in UNSURE
                if {best, kind} == {"skills", "languages"}:
                    best = "skills"  # which are told apart row by row
                elif best is None or STRENGTH[kind] > STRENGTH[best]:
                    best = kind
                index += length
                break
        else:
            if words[index] not in QUALIFIERS:
                return None
            index += 1
    return (best, sure) if best else None
