"""What single words may do: most do nothing, and a text of such words alone is put aside after a look at each.

A word's doings are bits of one byte, a text's words so many bytes, and patterns over them find where a spelling may
stand. They find too many, never too few: `scan` has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from typing import Any

from aiscreen.matching.fuzzy import Slips
from aiscreen.matching.normal import folded

ALONE, OPENS, FOLLOWS, DASH, SLIP = (1 << bit for bit in range(5))
"""Is a spelling by itself; begins a longer one; goes on with one; is but a dash; is a misspelling."""

_MEMO = 50_000
_SIGNS = "+#/&."
_VERSIONED = re.compile(r"([a-z]{3,})\d{1,2}")

# For a look at many texts at once: ASCII letters and digits in lower case, hyphens, and what stands between texts.
_STOP, _BETWEEN = b"\x80", b" \xff "
_PLAIN = bytes(byte if byte in b"-\xff" or bytes([byte]).isalnum() else 32 for byte in range(256)).lower()


def _with(bit: int) -> bytes:
    """A class of all bytes that hold a bit."""
    return b"[" + b"".join(b"\\x%02x" % byte for byte in range(2 * SLIP) if byte & bit) + b"]"


_ALONE = re.compile(_with(ALONE))
_LONGER = re.compile(b"%s(?=(%s*%s))" % (_with(OPENS), _with(DASH), _with(FOLLOWS)))
_IF_ALONE = bytes(byte if byte == _STOP[0] else byte & ALONE for byte in range(256))
_BEGINS = bytes(byte & (ALONE | OPENS) for byte in range(256))
_MISSPELT = re.compile(_with(SLIP))


def doings(spellings: Mapping[str, Iterable[int]]) -> dict[str, int]:
    """What the words of spellings do, from their keys and the offsets where a text may part them. Signs within are left
    out, so that a look at letters and digits alone is enough."""
    found: dict[str, int] = {}
    for key, offsets in spellings.items():
        if key[0] in _SIGNS:
            found[key[0]] = OPENS
        bare, cuts = (key, {*offsets}) if key.isalnum() else _bare(key, offsets)
        if not bare:
            continue
        found[bare] = found.get(bare, 0) | ALONE
        edges = [0, *sorted(cuts - {0, len(bare)}), len(bare)]
        for at, low in enumerate(edges):
            for high in edges[at + 1 :]:
                doing = FOLLOWS if low else OPENS if high < len(bare) else ALONE
                found[bare[low:high]] = found.get(bare[low:high], 0) | doing
    return found


def _bare(key: str, offsets: Iterable[int]) -> tuple[str, set[int]]:
    """A key without its signs, and the offsets in it."""
    kept = [at for at, char in enumerate(key) if char not in _SIGNS]
    return "".join([key[at] for at in kept]), {sum(at < offset for at in kept) for offset in offsets}


class Words(dict[str, int]):
    """Words to their doings; remembered, as words repeat."""

    def __init__(self, index: dict[str, Any], slips: Slips) -> None:
        self._known: dict[str, int] = index["words"]
        self._slips = slips
        self["\xff"] = _STOP[0]

    def __missing__(self, word: str) -> int:
        if len(self) > _MEMO:
            self.clear()
            self["\xff"] = _STOP[0]
        self[word] = doing = self._compound(word) if "-" in word else self._doing(word)
        return doing

    def _doing(self, word: str) -> int:
        doing = self._known.get(word.lstrip("."), 0)
        if versioned := _VERSIONED.fullmatch(word):
            doing |= self._known.get(versioned[1], 0) & ALONE
        if self._slips[word]:
            doing |= ALONE | SLIP
        return doing

    def _compound(self, word: str) -> int:
        """The doings of words that hyphens join."""
        parts = [part for part in word.split("-") if part]
        if not parts:
            return DASH
        doing = self.of(parts)
        if _ALONE.search(doing) or _LONGER.search(doing) or self._slips.compounds[word]:
            return ALONE
        return doing[0] & FOLLOWS | doing[-1] & OPENS

    def of(self, words: Iterable[str]) -> bytes:
        """Each word's doings."""
        return bytes(map(self.__getitem__, words))

    def telling(self, texts: Sequence[str]) -> list[bool]:
        """Which texts may name a skill, as a look at their words shows."""
        if not texts:
            return []
        read = [text if text.isascii() else folded(text) for text in texts]
        plain = _BETWEEN.join([text.encode("ascii", "replace") for text in read])
        words = plain.translate(_PLAIN).decode("latin-1").split()
        doing = self.of(words)
        alone = doing.translate(_IF_ALONE).split(_STOP)
        found = [ALONE in each or not text.isascii() for text, each in zip(read, alone, strict=True)]
        at = last = 0
        for match in _LONGER.finditer(doing):
            start = match.start()
            at += doing.count(_STOP, last, start)
            last = start
            if not found[at] and self._opens(words[start], words[match.end(1) - 1]):
                found[at] = True
        return found

    def _opens(self, word: str, follows: str) -> bool:
        """Whether a spelling may begin with two words, each of which has its part in some."""
        return "-" in word or "-" in follows or self._known.get(word + follows, 0) & (ALONE | OPENS) != 0


def places(doing: bytes) -> Iterator[int]:
    """Which words may begin a spelling."""
    return compress(count(), doing.translate(_BEGINS))


def misspelt(doing: bytes) -> bool:
    """Whether one of the words may be a misspelling."""
    return _MISSPELT.search(doing) is not None
