"""The pattern language of redflags.yaml: that of roles.yaml, and `<name>` for any term of a group or category.

- `trained on the test set`   these words; case, hyphens, slashes, commas and brackets in the text do not matter
- `fit*`, `fit|fitted`, `whole?`, `(test set|test data)`   beginnings of words, alternatives, options
- `...`   up to six words of anything, within the same sentence
- `{n}` a number, `{percent}` a number with %, `{big}` one of 10,000 or more, `{version}` one such as 3.1
- `<closed-model>`   any term of that group, however many words it has
"""

from __future__ import annotations

import re
from functools import lru_cache

GAP = 6
NUMBERS = {
    "{n}": r"[$€£]?\d[\d.,]*(?:[kmb]|bn|x)?\+?%?",
    "{percent}": r"\d[\d.,]*\+?%",
    "{big}": r"(?:\d{5,}|\d{1,3}(?:,\d{3})+|\d{2,}k|\d[\d.]*[mb])\+?",
    "{version}": r"v?\d+(?:\.(?:\d+|x))*",
}
_PART = re.compile(r"\([^()]*\)\??|[^\s()]+")
_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)?\*?|'s\b")
_GROUP = re.compile(r"<([a-z0-9][a-z0-9-]*)>")
# Marks of terms stand between the words as characters of the private use area (`judging.flags.sentence`).
_ASIDE = r"""[,:()/"\ue000-\uf8ff-]"""
_WORDLIKE = r"""(?:[^\s,:()/";\ue000-\uf8ff-]\S*|-\S+)"""
_BETWEEN = rf"(?: {_ASIDE}(?= ))*"
_GAP = rf"(?:(?: {_ASIDE}(?= ))* {_WORDLIKE}){{0,{GAP}}}?"


class PatternError(ValueError):
    """A pattern that cannot be understood; the message says why."""


def groups_of(pattern: str) -> list[str]:
    """The ids of the groups and categories that a pattern names, in order."""
    return _GROUP.findall(pattern)


@lru_cache(maxsize=4096)
def parse_pattern(written: str) -> str:
    """The regular expression for a pattern, over a sentence as `judging.flags.sentence` writes it: words in lower
    case, parted and enclosed by single spaces, so that it matches from the space before its first word to just after
    its last. `<name>` is left in it as a named place (`<name>`) for `fill_groups`. Raises PatternError."""
    parts = _PART.findall(written.strip())
    if not parts or "".join(parts).replace(" ", "") != "".join(written.split()):
        raise PatternError(f"cannot read {written!r}: check its brackets")
    if parts[0] == "..." or parts[-1] == "...":
        raise PatternError(f"{written!r} must start and end with a word, not with ...")
    out = ""
    for index, part in enumerate(parts):
        if part == "...":
            out += _GAP
            continue
        optional = part.endswith("?") and part != "?"
        piece = ("" if index == 0 else _BETWEEN) + _piece(
            part.removesuffix("?") if optional else part, written
        )
        out += f"(?:{piece})?" if optional else piece
    return out + r"(?= )"


@lru_cache(maxsize=4096)
def anchors(written: str) -> tuple[str, ...]:
    """Words (`fit*` for a beginning, `<name>` for a group) of which a text must hold one for the pattern to match:
    those of the part that is rarest in ordinary text. Empty where only numbers could tell."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for part in _PART.findall(written.strip()):
        if part == "..." or (part.endswith("?") and part != "?"):
            continue
        options = (part[1:-1] if part.startswith("(") else part).split("|")
        words = tuple(max(_spelled(option), key=_rarity, default="") for option in options)
        score = min(map(_rarity, words)) - len(words) / 10
        if all(words) and score > best[0]:
            best = (score, words)
    return best[1]


def _spelled(option: str) -> list[str]:
    out: list[str] = []
    for word in option.split():
        out += [word] if _GROUP.fullmatch(word) else [] if word in NUMBERS else _WORD.findall(word.casefold())
    return out


def _rarity(word: str) -> float:
    """A guess: groups are rare, long words rarer than short ones, beginnings a little less so."""
    if not word or word in _COMMON:
        return 0.5 if word else 0.0
    return 12.0 if word[0] == "<" else 1.0 + len(word) - 2 * word.endswith("*")


_COMMON_WORDS = "data model models training using machine learning trained model* train* performance"
_COMMON = frozenset(_COMMON_WORDS.split())


def fill_groups(regex: str, classes: dict[str, str]) -> str:
    """A parsed pattern with every `<name>` replaced by what matches a term marked as one of that class."""
    return _GROUP.sub(lambda found: rf"[{classes[found[1]]}](?: [^\uf8ff ]+)+ \uf8ff", regex)


def _piece(part: str, written: str) -> str:
    """One part: alternatives of words, each word with the space before it."""
    options = (part[1:-1] if part.startswith("(") else part).split("|")
    if not all(option.strip() for option in options):
        raise PatternError(f"an empty alternative in {part!r}")
    spelled = [_words(option, written) for option in options]
    return spelled[0] if len(spelled) == 1 else f"(?:{'|'.join(spelled)})"


def _words(option: str, written: str) -> str:
    out = []
    for word in option.split():
        if _GROUP.fullmatch(word):
            out.append(f" {word}")
        elif word in NUMBERS:
            out.append(f" {NUMBERS[word]}(?= )")
        elif word[0] in "{<" or not (pieces := _WORD.findall(word.casefold())):
            raise PatternError(f"cannot read {word!r} in {written!r}")
        else:
            out += [f" {re.escape(p[:-1])}\\S*" if p[-1] == "*" else f" {re.escape(p)}(?= )" for p in pieces]
    return _BETWEEN.join(out)
