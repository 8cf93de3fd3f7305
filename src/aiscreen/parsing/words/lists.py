"""Lists: the items of a text in which marks part them."""

from __future__ import annotations

import re

from aiscreen.text import has_digit

_SEPARATORS = re.compile(r"\s*[,;|•·‧∙⋅▪◦●■✓✔►]\s*|\s+/\s+|\s{3,}|\s+[^\w\s(){}\[\]&+#./'\"-]{1,2}\s+")
HARD = re.compile(r"[,;|•·‧∙⋅▪◦●■]|\s[^\w\s(){}\[\]&+#.'\"-]{1,2}\s")
OPEN = (",", ";", "|", "•", "·", "&", "/", "-", "(", "and", "und", "et")
_RATING = re.compile(
    r"\s*(?:[●○◉◯★☆■□▪▫⬤⚫⚪█▓▒░✦✩*]{2,}|\(?\b\d{1,3}\s?%\)?|\b\d(?:[.,]\d)?\s?/\s?(?:5|10)\b|\(\s*\d+\+?\s*(?:years?|yrs?|Jahre)\s*\))\s*"
)
BRACKETED = re.compile(r"\([^()]*\)")
"""What stands in brackets, with them."""
_HELD = re.compile(r"\x00(\d+)\x01")
_AND = re.compile(r"^(?:and|und|et|y|e|&)\s+", re.IGNORECASE)


def split_list(text: str) -> list[str]:
    """The items of a list; marks within brackets part nothing."""
    if not text.isascii() or "**" in text or has_digit(text):
        text = _RATING.sub(" , ", text)
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\x00{len(held) - 1}\x01"

    masked = BRACKETED.sub(hold, text) if "(" in text else text
    items = []
    for part in _SEPARATORS.split(masked):
        item = _HELD.sub(lambda m: held[int(m.group(1))], part) if "\x00" in part else part
        item = item[match.end() :] if (match := _AND.match(item)) else item
        item = item.strip(" .:–—-•*")
        if item and (item[0].isalnum() or any(map(str.isalnum, item))):
            items.append(item)
    return items
