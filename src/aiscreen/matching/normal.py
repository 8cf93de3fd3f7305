"""Text made ready for matching: compatibility forms and separators folded, without losing the way back."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate

from aiscreen.taxonomy.skills import TOKEN

# One character stands for one: dashes, quotes and spaces in all their forms, and list bullets.
_TYPED = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "'": "\u2018\u2019\u201b\u2032\u02bc\u00b4`",
    '"': "\u201c\u201d\u201f\u2033\u00ab\u00bb",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\u2122\u00ae\u00a9",
    "|": "\u2022\u00b7\u2023\u25aa\u25cf\u25cb\u25e6\u2219\u22c5\u3001\uff0c\u30fb\uf0b7\u25a0\u2027",
    "/": "\u2044\u2215\uff0f",
}
_FOLD = {form: typed for typed, forms in _TYPED.items() for form in forms}
_FORMS = re.compile(f"[{re.escape(''.join(_FOLD))}]")

# Scripts that set no spaces around a foreign word: "使用Python开发". A match in Latin letters ends at them.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7af\uf900-\ufaff]+"
)
# "nDCG@10" and "recall@k" are no addresses.
_URL = re.compile(
    r"[^\s<>(),;|@]{1,64}@(?!(?:\d+|k)(?![\w-]|\.\w))[^\s<>(),;|]+|(?:https?|ftp)://\S+|www\.\S+"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|org|edu|gov|in|de|fr|uk|ca|au)(?![\w-])(?:/\S*)?"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:io|ai|net|dev|co|app|me|sh|tech|cloud)/\S*",
    re.IGNORECASE,
)

# What an address cannot do without, and what ends it.
_MARK = re.compile(r"@|://|www\.", re.IGNORECASE)
_DOMAIN = re.compile(
    r"\.(?:(?:com|org|edu|gov|in|de|fr|uk|ca|au)\b|(?:io|ai|net|dev|co|app|me|sh|tech|cloud)/)", re.IGNORECASE
)
# Tokens of a text in which no name begins with a dot; the second, for ASCII, is faster (so is its look ahead).
_PLAIN = re.compile(r"([^\W_]+|[+#/&])")
_ASCII = re.compile(r"((?=[a-z0-9+#/&])(?:[a-z0-9]+|[+#/&]))")
# A point within a word: no address without one, an at sign or a scheme.
_POINT = re.compile(r"\.[^\W\d_]")
# A name that begins with its dot, as ".NET" does.
_DOTTED = re.compile(r"\.(?<![\w.]\.)[^\W\d_]")
_END = re.compile(r"[\s<>(),;|]")
_LONGEST = 200
_YEARS = frozenset(map(str, range(1900, 2100)))


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


def folded(text: str) -> str:
    """The text with such signs as they are typed. A pattern finds the few of them ten times as fast as
    `str.translate` asks for each character."""
    return _FORMS.sub(lambda form: _FOLD[form[0]], text)


@cache
def _dotted() -> re.Pattern[str]:
    """The same where one does."""
    return re.compile(f"({TOKEN.pattern})")


class Normal:
    """A text ready for matching. `cased` and `lower` are of one length; `place(i)` is where i stands in `text`.

    `tokens` are lower-case, `start(at)` and `end(at)` their spans in `lower`; `gaps[at]` is what stands before a token,
    and the last gap what stands behind all of them; `edges`: where each gap ends and each token, in turns; `words`: the
    different tokens, and "year" where one of them is a year. Addresses are blanked out.
    """

    __slots__ = ("cased", "edges", "gaps", "lower", "offsets", "text", "tokens", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets: list[int] | None = None
        ascii = text.isascii()
        cased = text if ascii else self._fold(text)
        pointed = "." in cased and _POINT.search(cased) is not None
        if pointed or "@" in cased or "://" in cased:
            cased = _without_addresses(cased)
        self.cased = cased
        lower = cased.lower()
        if len(lower) != len(cased):
            lower = "".join(c.lower()[:1] for c in cased)
        self.lower = lower
        pattern = _ASCII if ascii else _PLAIN
        parts = (_dotted() if pointed and _DOTTED.search(lower) else pattern).split(lower)
        self.tokens: list[str] = parts[1::2]
        self.gaps: list[str] = parts[::2]
        self.edges: list[int] = list(accumulate(map(len, parts)))
        self.words: set[str] = set(self.tokens)
        if not _YEARS.isdisjoint(self.words):
            self.words.add("year")

    def start(self, at: int) -> int:
        """Where a token starts."""
        return self.edges[2 * at]

    def end(self, at: int) -> int:
        """Where a token ends."""
        return self.edges[2 * at + 1]

    def _fold(self, text: str) -> str:
        """Compatibility forms character by character, keeping `offsets` where lengths change."""
        text = folded(text)
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
            words = ["year" if word in _YEARS else word for word in words]
        return f" {' '.join(words)} "

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the normal text stands in the original."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1
