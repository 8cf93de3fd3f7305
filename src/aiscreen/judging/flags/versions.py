"""The test `version`: a version that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.taxonomy.patterns.words import words_of
from aiscreen.taxonomy.redflags.sentence import Version

_NEAR, _FAR = 8, 90
"""So far beyond the latest a number may still be meant as a version."""


class VersionCheck:
    """A version beyond the latest."""

    def __init__(self, test: Version) -> None:
        self.latest: dict[tuple[str, ...], tuple[int, ...]] = {}
        for term, version in test.latest.items():
            words = words_of(term)
            self.latest[words] = tuple(int(part) for part in version.split("."))
        self.first = {words[0] for words in self.latest}
        self.bare = {words_of(term) for term in test.bare}

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Names with a version right behind them; a bare whole number is no version ("Python 5 years")."""
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if token not in self.first:
                continue
            for words, latest in self.latest.items():
                behind = at + len(words)
                if tokens[at:behind] != words or behind >= len(tokens):
                    continue
                named = tokens[behind] in ("version", "v")
                last = behind + named
                given = _version(tokens[last]) if last < len(tokens) else None
                if (
                    given
                    and (named or len(given) > 1 or words in self.bare or _said_of_version(tokens, at, last))
                    and given[0] < latest[0] + (_FAR if words in self.bare else _NEAR)
                    and given[: len(latest)] > latest
                ):
                    values = {"value": tokens[last], "member": " ".join(words)}
                    yield Found(*sentence.of_tokens(at, last), values)


_BEFORE_VERSION = frozenset({"to", "on", "under", "with", "and"})
_BEHIND_VERSION = frozenset({".", ",", ";", ")", "and", "for", "with", "in", "from", "on"})


def _said_of_version(tokens: tuple[str, ...], at: int, last: int) -> bool:
    """Whether a bare whole number is a version ("ported to TensorFlow 4")."""
    ahead = tokens[at - 1] if at else ""
    behind = tokens[last + 1] if last + 1 < len(tokens) else "."
    return ahead in _BEFORE_VERSION and behind in _BEHIND_VERSION


def _version(token: str) -> tuple[int, ...] | None:
    parts = token.removeprefix("v").split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else None
