"""What every layer does to text: make it safe to print, and fold it for comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

# C0 and C1 controls (tab and newline kept), bidirectional overrides, zero-width and tag characters, and the
# interlinear and object marks: nothing a reader sees, everything a terminal or a matcher can be fooled with.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_FIGURES = b"0123456789"
"""The only digits of ASCII, which are taken out of a line's bytes in a third of the time in which a pattern finds them."""
# The hyphens that some typesetters write where everyone types "-": one sign for names, titles and skills.
_HYPHENS = re.compile("[\u2010\u2011]")


def clean(text: str) -> str:
    """Text without control, escape, bidirectional, zero-width and tag characters, with plain hyphens; canonical
    composition."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _HYPHENS.sub("-", UNSEEN.sub("", text)))


def has_digit(text: str) -> bool:
    """Whether a text holds a digit."""
    if text.isascii():
        return len(text.encode().translate(None, _FIGURES)) < len(text)
    return _DIGIT.search(text) is not None


def count_digits(text: str) -> int:
    """How many digits a text holds."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, _FIGURES))
    return len(_DIGIT.findall(text))


def squeeze(text: str) -> str:
    """Runs of white space as one space, ends trimmed."""
    return " ".join(text.split())


def small(text: str) -> str:
    """Text in small letters, one for each letter: patterns that need not mind case find what they seek faster."""
    return text.replace("İ", "I").lower()  # the only capital that two small characters make


def vocabulary(text: str) -> frozenset[str]:
    """The words of a text, as a set: how lists of words are written."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """A key for comparison: compatibility forms, accents and case folded away, white space squeezed."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return squeeze(text.casefold())


def spaced(text: str) -> str:
    """A text's words folded, each between spaces: so a name is found in another as whole words."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 commit`, `2,000 commits`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest that matches. It branches letter by letter, so that a text is not
    compared with every word."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    """The pattern of all ways from a node to the ends of words; "" among its letters means that one ends there."""
    ways = "|".join([re.escape(letter) + _branches(node[letter]) for letter in sorted(node) if letter])
    return f"(?:{ways}){'?' if '' in node else ''}" if ways else ""
