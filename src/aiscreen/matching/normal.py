"""Text made ready for matching: compatibility forms and separators folded, without losing the way back."""

from __future__ import annotations

import re
import unicodedata

from aiscreen.taxonomy.skills import PLAIN_TOKEN, TOKEN

# One character stands for one: dashes, quotes and spaces in all their forms, and list bullets.
_FOLD = {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
_FOLD |= {ord(c): "'" for c in "\u2018\u2019\u201b\u2032\u02bc\u00b4`"}
_FOLD |= {ord(c): '"' for c in "\u201c\u201d\u201f\u2033\u00ab\u00bb"}
_FOLD |= {
    ord(c): " "
    for c in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
}
_FOLD |= {
    ord(c): "|"
    for c in "\u2022\u00b7\u2023\u25aa\u25cf\u25cb\u25e6\u2219\u22c5\u3001\uff0c\u30fb\uf0b7\u25a0\u2027"
}
_FOLD |= {ord("\u2044"): "/", ord("\u2215"): "/", ord("\uff0f"): "/"}

# Scripts that set no spaces around a foreign word: "使用Python开发". A match in Latin letters ends at them.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7af\uf900-\ufaff]+"
)
_URL = re.compile(
    r"[^\s<>(),;|@]{1,64}@[^\s<>(),;|]+|(?:https?|ftp)://\S+|www\.\S+"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|org|edu|gov|in|de|fr|uk|ca|au)(?![\w-])(?:/\S*)?"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:io|ai|net|dev|co|app|me|sh|tech|cloud)/\S*",
    re.IGNORECASE,
)

# What an address cannot do without, and what ends it.
_MARK = re.compile(r"@|://|www\.", re.IGNORECASE)
_DOMAIN = re.compile(
    r"\.(?:(?:com|org|edu|gov|in|de|fr|uk|ca|au)\b|(?:io|ai|net|dev|co|app|me|sh|tech|cloud)/)", re.IGNORECASE
)
# A name that begins with its dot, as ".NET" does.
_DOTTED = re.compile(r"\.(?<![\w.]\.)[^\W\d_]")
_END = re.compile(r"[\s<>(),;|]")
_LONGEST = 200


def _without_addresses(text: str) -> str:
    """The text with web and mail addresses blanked out, character for character."""
    signs = [*_MARK.finditer(text), *_DOMAIN.finditer(text)]
    done = 0
    for sign in sorted(signs, key=lambda match: match.start()):
        if sign.start() < done:
            continue
        low = max(done, sign.start() - _LONGEST)
        breaks = [match.end() for match in _END.finditer(text, low, sign.start())]
        low = breaks[-1] if breaks else low
        stop = _END.search(text, sign.end(), sign.end() + _LONGEST)
        done = stop.start() if stop else min(len(text), sign.end() + _LONGEST)
        blank = _URL.sub(lambda match: "\x00" * len(match.group()), text[low:done])
        text = text[:low] + blank + text[done:]
    return text


class Normal:
    """A text ready for matching. `cased` and `lower` are of one length; `place(i)` is where i stands in `text`.

    `tokens` are lower-case, `start(at)` and `end(at)` their spans in `lower`. Addresses are blanked out.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets: list[int] | None = None
        cased = text if text.isascii() else self._fold(text)
        if "@" in cased or "." in cased or "://" in cased:
            cased = _without_addresses(cased)
        self.cased = cased
        lower = cased.lower()
        if len(lower) != len(cased):
            lower = "".join(c.lower()[:1] for c in cased)
        self.lower = lower
        pattern = TOKEN if _DOTTED.search(lower) else PLAIN_TOKEN
        self._matches = list(pattern.finditer(lower))
        self.tokens: list[str] = [match[0] for match in self._matches]
        self.words = set(self.tokens)
        if ("19" in lower or "20" in lower) and any(
            "1900" <= word <= "2099" and len(word) == 4 for word in self.words
        ):
            self.words.add("year")

    def start(self, at: int) -> int:
        """Where a token starts."""
        return self._matches[at].start()

    def end(self, at: int) -> int:
        """Where a token ends."""
        return self._matches[at].end()

    def _fold(self, text: str) -> str:
        """Compatibility forms character by character, keeping `offsets` where lengths change."""
        text = text.translate(_FOLD)
        if not unicodedata.is_normalized("NFKC", text) or not text.isprintable():
            parts: list[str] = []
            offsets: list[int] = []
            for place, char in enumerate(text):
                form = char
                if ord(char) > 127:
                    category = unicodedata.category(char)
                    form = "" if category in ("Mn", "Cf", "Co") else unicodedata.normalize("NFKC", char)
                parts.append(form)
                offsets.extend([place] * len(form))
            offsets.append(len(text))
            self.offsets = offsets
            text = "".join(parts)
        return _UNSPACED.sub(lambda match: " " * len(match.group()), text)

    def window(self, first: int, last: int) -> str:
        """Tokens [first, last) with a space around each, years as "year"."""
        words = self.tokens[max(0, first) : last]
        if "year" in self.words:
            words = ["year" if "1900" <= word <= "2099" and len(word) == 4 else word for word in words]
        return f" {' '.join(words)} "

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the normal text stands in the original."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1
