"""Fonts that name no characters: how much of a page they draw, and whether their codes are the characters.

TeX without outline fonts draws its letters as pictures (Type 3) and names each after its code. Most codes are the
characters themselves, the others follow TeX's own table ("Cork"). Whether a page is such a one its own words tell:
codes that stand for anything else make no words.
"""

from __future__ import annotations

import re
from typing import Any

from aiscreen.reading.pdf import fast

_UPPER = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§"
_CORK = {
    **dict(enumerate("`´ˆ˜¨˝˚ˇ˘¯", 0)),
    **dict(enumerate("“”„«»–—\u200c₀ıȷ\ufb00\ufb01\ufb02\ufb03\ufb04", 0x10)),
    0x0B: "¸",
    0x0C: "˛",
    0x0E: "‹",
    0x0F: "›",
    0x7F: "-",
    **dict(enumerate(_UPPER, 0x80)),
    **dict(enumerate("ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£", 0xA0)),
    0xD7: "Œ",
    0xDF: "ẞ",
    0xF7: "œ",
    0xFF: "ß",
}
"""The codes of TeX's text fonts that are not those of Latin-1, one character each; ligatures are letters later."""
_OTHER = re.compile("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\xbf\\xd7\\xdf\\xf7\\xff]")
_BULLET = re.compile(r"(?:(?<=\s)|^)\x88(?=\s)")
"""A bullet, in the fonts that TeX has for marks."""
_SMALL = re.compile(
    r"and|of|the|in|for|to|with|und|der|die|von|mit|für|et|des|les|pour|y|los|del|con|para|da|com|di|il|met|van|het|een|voor"
)
_SURE = re.compile(r"(?:19|20)\d\d|[\w.+-]+@[\w-]+\.[\w.]+")


def unmapped(textpage: Any, count: int, sample: int = 40) -> float:
    """The share of a page's glyphs whose font does not tell their character, from a sample."""
    places, handle = range(0, count, max(1, count // sample)), fast.handle(textpage)
    failed = {index for index in places if fast.map_error(handle, index) == 1}
    if not failed:
        return 0.0
    asked = [index for index in places if not fast.generated(handle, index)]
    return len(failed.intersection(asked)) / len(asked) if asked else 0.0


def makes_words(text: str) -> bool:
    """Whether a text holds enough of what every résumé holds: small words, years, addresses."""
    words = text.split()
    known = [word for word in words if _SMALL.fullmatch(word) or _SURE.search(word)]
    return len(set(known)) >= 3 and len(known) >= 0.04 * len(words)


def from_codes(text: str, textpage: Any) -> str:
    """The text of a page whose codes are characters, one for one: those that only TeX's table has are looked up."""
    handle = fast.handle(textpage)
    text = _BULLET.sub("•", text)

    def character(match: re.Match[str]) -> str:
        code = match.group()
        return _CORK.get(ord(code), code) if fast.map_error(handle, match.start()) == 1 else code

    return _OTHER.sub(character, text)


_LEFT_OUT = re.compile(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f](?:(?<=[^\W\d_].)|(?<=\b[^\W\d_] .)(?= [^\W\d_]\b))")
"""What stands for a letter of a word, spaced letters included; pictures and bullets stand apart from words."""


def left_out(text: str, textpage: Any) -> int:
    """How many letters of words are left out since their font does not tell which they are."""
    handle = fast.handle(textpage)
    return sum(1 for match in _LEFT_OUT.finditer(text) if fast.map_error(handle, match.start()) == 1)
