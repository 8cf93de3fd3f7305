"""What a word in braces stands for in a pattern: classes of numbers (`{n}`, `{percent}`), and families of words."""

from __future__ import annotations

import re
from collections.abc import Callable

from aiscreen.taxonomy.patterns.families import FAMILIES, in_family

_MEMO = 50_000
_MAGNITUDE = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9}
_NUMBER = re.compile(r"[$€£¥₹]?(\d+(?:[.,]\d+)*)(bn|mn|mm|k|m|b)?\+?")
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty dozens hundreds"
COUNTS = frozenset(_NUMBER_WORDS.split())
_CURRENCY = "$€£¥₹"


def magnitude(token: str) -> float:
    """The value of a number token (`4,500` is 4500, `2.5k` is 2500); 0 where it is none."""
    found = _NUMBER.fullmatch(token)
    if not found:
        return 0.0
    digits = found[1]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}", digits):
        digits = digits.replace(",", "") if "," in digits else digits.replace(".", "")
    else:
        digits = re.sub(r"[.,](?=.*[.,])", "", digits).replace(",", ".")
    return min(float(digits), 1e18) * _MAGNITUDE.get(found[2] or "", 1.0)


def is_number(token: str) -> bool:
    """Whether a token is a number, in digits or as a word."""
    return token[0].isdigit() or token[0] in _CURRENCY or token in COUNTS


def _many(number: float) -> bool:
    """Whether so many of a thing make a system large; a year does not."""
    return number >= 100 and not 1900 <= number < 2100


CLASSES: dict[str, Callable[[str], bool]] = {
    "{n}": is_number,
    "{big}": lambda token: token[0].isdigit() and token[-1] not in "%x" and magnitude(token) >= 10_000,
    "{many}": lambda token: token[0].isdigit() and token[-1] not in "%x" and _many(magnitude(token)),
    "{percent}": lambda token: token[-1] == "%",
    "{times}": lambda token: is_number(token) and token[-1] == "x",
    "{money}": lambda token: token[0] in _CURRENCY,
    "{minus}": lambda token: token[0] == "-" and token[1:2].isdigit(),
    "{p}": lambda token: token[0] == "p" and token[1:].isdigit() and len(token) in (3, 4),
    **FAMILIES,
}


class _ClassesOf(dict[str, frozenset[str]]):
    """The classes that a word is of; remembered, as words repeat. Most are of none."""

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) > _MEMO:
            self.clear()
        none = word.isalpha() and not (word in COUNTS or in_family(word))
        self[word] = of = frozenset(() if none else [name for name, fit in CLASSES.items() if fit(word)])
        return of


CLASSES_OF = _ClassesOf()
