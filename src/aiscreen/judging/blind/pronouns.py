"""Pronouns and forms of address, in sentences that stay English."""

from __future__ import annotations

import re
from collections.abc import Callable

from aiscreen.judging.blind.labels import PERSONAL

Change = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _as_written(found: re.Match[str], word: str) -> str:
    """The word, with a capital where the masked one had one."""
    return word.capitalize() if found[0][0].isupper() else word


def swap(word: str) -> Callable[[re.Match[str]], str]:
    return lambda found: _as_written(found, word)


_VERBS = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn": "aren",
    "wasn": "weren",
    "doesn": "don",
    "hasn": "haven",
}


def _plural(verb: str) -> str:
    """A verb as it stands behind "they"."""
    if verb in _VERBS:
        return _VERBS[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes", "goes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith(("ss", "us", "ways", "times")) else verb


def _they(found: re.Match[str]) -> str:
    rest = f"{found[1]}{_plural(found[2])}" if found[2] else ""
    return _as_written(found, "they") + rest


def _their(found: re.Match[str]) -> str:
    return _as_written(found, "their" if found[1] else "theirs") + (found[1] or "")


_OBJECT_ENDS = (
    r"(?=\s*(?:[.,;:!?)\]]|$)|\s+(?:to|and|or|for|with|in|on|at|as|the|a|an|from|by|about|into|that|who|when|while|after|before|because|through|how|what|"
    r"if|this|these|those|is|was|has|had|not)\b)"
)
PRONOUNS: tuple[Change, ...] = (
    (
        re.compile(
            r"\(?\b(?:pronouns\s*:\s*)?(?:she|he|they|xe|ze)\s?/\s?(?:her|him|them|xem|zir|they|he|she)(?:\s?/\s?(?:hers|his|theirs))?\b\)?",
            re.I,
        ),
        PERSONAL,
    ),
    (re.compile(r"\b(?:[Ss]he|[Hh]e)['’]s\b(?= \w+(?:ed|en)\b)"), lambda m: f"{_as_written(m, 'they')}’ve"),
    (re.compile(r"\b(?:[Ss]he|[Hh]e)['’]s\b"), lambda m: f"{_as_written(m, 'they')}’re"),
    (
        re.compile(
            r"\b(?:[Hh]e or she|[Ss]/?[Hh]e|[Hh]e)\b(?!/)(?:(\s+(?:\w+ly\s+|also\s+|often\s+|now\s+|then\s+)?)([a-z]+))?"
        ),
        _they,
    ),
    (re.compile(r"\b(?:his(?: or |/)her|her(?: or |/)his)\b", re.I), swap("their")),
    (re.compile(r"\b(?:him(?: or |/)her|her(?: or |/)him)\b", re.I), swap("them")),
    (re.compile(r"\b([Tt]hey [^.;,]{0,60}\band )(is|was|has|does)\b"), lambda m: m[1] + _plural(m[2])),
    (
        re.compile(r"(?<=\b(?:gave|sent) )her\b(?= (?:\d|two\b|three\b|four\b|five\b))"),
        swap("them"),
    ),
    (re.compile(r"\b(?:[Hh]imself|[Hh]erself)\b"), swap("themselves")),
    (re.compile(r"\b(?:[Hh]ers)\b"), swap("theirs")),
    (re.compile(r"\b[Hh]is\b(\s+(?=[\w\"“'‘\[]))?"), _their),
    (re.compile(r"\b[Hh]im\b"), swap("them")),
    (re.compile(rf"\b[Hh]er\b{_OBJECT_ENDS}"), swap("them")),
    (re.compile(r"\b[Hh]er\b"), swap("their")),
    (
        re.compile(
            r"\b(?:Mr|Mrs|Ms|Miss|Mx|Herr|Frau|Señora?|Señorita|Mme|Mlle|Madame|Monsieur|Signora?|Shri|Smt|Sir)\b\.? (?=[A-Z\[])"
        ),
        "",
    ),
    (re.compile(r"\b(?:Mr|Mrs|Ms|Mme|Mlle)\."), ""),
    (re.compile(r"\b(chair)(?:wo)?man\b", re.I), r"\1"),
    (
        re.compile(r"\b(sales|spokes|business|trades)(?:wo)?m([ae])n\b", re.I),
        lambda m: m[1] + ("person" if m[2] == "a" else "people"),
    ),
    (re.compile(r"\balumna\b|\balumnus\b", re.I), swap("graduate")),
    (re.compile(r"\balumnae\b", re.I), swap("alumni")),
)
