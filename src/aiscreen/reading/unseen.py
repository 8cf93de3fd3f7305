"""Characters that take no place: what they spell, or the words that they break up."""

from __future__ import annotations

from aiscreen.text import UNSEEN, clean, squeeze


def unseen_text(text: str) -> str:
    """What zero-width and tag characters hide: the letters that tags spell, else the words they stand inside."""
    if text.isascii() or not UNSEEN.search(text):
        return ""
    tags = "".join(chr(ord(c) - 0xE0000) for c in text if 0xE0020 <= ord(c) <= 0xE007E)
    if len(tags) > 5:  # flags of regions are spelled in five
        return squeeze(tags)
    inside = [word for word in text.split() if _broken_up(word)]
    return squeeze(clean(" ".join(inside)))


def _broken_up(word: str) -> bool:
    """Whether a word of letters has zero-width characters between them (scripts that need joiners excepted)."""
    return any(
        character in "\u200b\u200c\u200d\u2060\ufeff" and word[at - 1].isascii() and word[at + 1].isascii()
        for at, character in enumerate(word[:-1])
        if at > 0
    )
