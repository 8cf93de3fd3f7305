"""Tests of names: products of somebody else, versions that do not exist, acronyms written out wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.relations import Claim
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.redflag_tests import Acronym, Belongs, Version
from aiscreen.taxonomy.words import words_of


class BelongsCheck:
    """A product put under somebody who does not make it."""

    _BY = (
        r" (?:which |that )?(?:(?:is|was|are|were|has been) )?(?:originally |first )?(?:(?:developed|created|made|built|released"
        r"|maintained|open sourced|opensourced|invented|published|introduced|designed|owned|offered|provided|launched|trained) )?"
        r"by (?:the )?"
    )

    def __init__(self, test: Belongs, terms: Terms) -> None:
        self.owners = {owner: frozenset(terms.classes[owner]) for owner in test.owners}
        self.products = {
            owner: frozenset("".join(terms.classes[group] for group in groups))
            for owner, groups in test.owners.items()
        }
        everyone = "".join(sorted(set("".join("".join(marks) for marks in self.owners.values()))))
        everything = "".join(sorted(set("".join("".join(marks) for marks in self.products.values()))))
        forms = []
        if test.by:
            forms += [rf"(?P<p1>[{everything}])(?: \(?,?)?{self._BY}(?P<o1>[{everyone}])"]
            forms += [
                rf"(?P<p5>[{everything}]) , (?:a|an|the) (?:[^,;()\s]+ ){{0,6}}?{self._BY.lstrip()}(?P<o5>[{everyone}])"
            ]
            forms += [rf"(?P<p4>[{everything}]) from (?P<o4>[{everyone}])(?= (?:[,.;)]|and |for |to |$))"]
            forms += [rf"(?P<o2>[{everyone}])(?: 's)? (?P<p2>[{everything}])"] if test.prefix else []
            forms += [
                rf"(?P<p8>[{everything}]) (?:,? ?(?:is |was )?(?:a|an|the|one of) |is |was )(?P<o8>[{everyone}])(?: 's)? "
                r"(?:framework|library|product|tool|model|project|service|invention|technology)"
            ]
            forms += [
                rf"(?P<p9>[{everything}]) , (?P<o9>[{everyone}]) 's (?:\S+ ){{0,2}}"
                r"(?:model|framework|library|product|tool|llm|assistant|service|platform|warehouse|database)"
            ]
            forms += [
                rf"(?P<o10>[{everyone}]) 's (?:\S+ )?(?:service|platform|product|model|framework|library|tool) "
                rf"(?P<p10>[{everything}])"
            ]
            forms += [
                rf"(?P<p6>[{everything}]) \( (?:both |all )?(?:by |from |made by )?(?P<o6>[{everyone}]) \)"
            ]
        elif test.prefix:
            forms += [rf"(?P<o2>[{everyone}])(?: 's)? (?P<p2>[{everything}])"]
        if test.inside:
            forms += [
                rf"(?P<p11>[{everything}]) , (?:a|an|the) (?P<o11>[{everyone}])(?: 's)? (?:warehouse|service|tool|product|database)",
                rf"(?P<p3>[{everything}])(?: [a-z]+)?? (?:on|in|of|from|inside|within) (?:the )?(?P<o3>[{everyone}])",
                rf" (?:on|in|inside|within) (?P<o7>[{everyone}]) (?:with|using|through|via) (?P<p7>[{everything}])",
            ]
        self._written = "|".join(forms)
        self._everyone, self._everything = frozenset(everyone), frozenset(everything)
        self.terms = terms

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """All forms in one, compiled for the first sentence that names an owner."""
        return re.compile(self._written)

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        if sentence.marks.isdisjoint(self._everyone) or sentence.marks.isdisjoint(self._everything):
            return
        text = f" {' '.join(sentence.items)} "
        for match in self.regex.finditer(text):
            product = next(value for name, value in match.groupdict().items() if name[0] == "p" and value)
            owner = next(value for name, value in match.groupdict().items() if name[0] == "o" and value)
            if self._right(owner, product) or self._joined(text, match):
                continue
            first = text[: match.start()].count(" ") - (text[match.start()] == " ")
            start, end = sentence.of_items(
                max(first - 1, 0), min(first - 1 + match[0].count(" "), len(sentence.items) - 1)
            )
            yield Found(
                start, end, {"member": self.terms.names[product], "category": self.terms.names[owner]}
            )
            return

    def _right(self, owner: str, product: str) -> bool:
        """Whether this owner makes it, or nobody in the list does."""
        makers = [name for name, products in self.products.items() if product in products]
        named = [name for name, marks in self.owners.items() if owner in marks]
        return not makers or bool(set(makers) & set(named))

    def _joined(self, text: str, match: re.Match[str]) -> bool:
        """Whether another owner stands beside, so that the product may be of that one ("AWS, GCP Vertex AI",
        "Vertex AI on AWS and GCP")."""
        before, behind = text[: match.start()].split()[-2:], text[match.end() :].split()[:2]
        owners = frozenset("".join("".join(marks) for marks in self.owners.values()))
        joined = {",", "and", "or", "/", "to", "vs", "("}
        prefixed = bool(match.groupdict().get("o2"))
        left = prefixed and len(before) == 2 and before[1] in joined and before[0] in owners
        right = (
            len(behind) == 2
            and behind[0] in joined
            and behind[1] in owners
            and match[0].rstrip()[-1] in owners
        )
        return left or right or bool(before and before[-1] in owners)


class VersionCheck:
    """A version beyond the latest."""

    def __init__(self, test: Version) -> None:
        self.latest: dict[tuple[str, ...], tuple[int, ...]] = {}
        for term, version in test.latest.items():
            words = words_of(term)
            self.latest[words] = tuple(int(part) for part in version.split("."))
        self.first = {words[0] for words in self.latest}

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
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
                    and (named or len(given) > 1 or _said_of_version(tokens, at, last))
                    and given[0] < latest[0] + 8
                    and given[: len(latest)] > latest
                ):
                    values = {"value": tokens[last], "member": " ".join(words)}
                    yield Found(*sentence.of_tokens(at, last), values)


def _said_of_version(tokens: tuple[str, ...], at: int, last: int) -> bool:
    """Whether a bare whole number is a version ("ported to TensorFlow 4")."""
    ahead = tokens[at - 1] if at else ""
    behind = tokens[last + 1] if last + 1 < len(tokens) else "."
    return ahead in ("to", "on", "under", "with", "and") and behind in (
        ".",
        ",",
        ";",
        ")",
        "and",
        "for",
        "with",
        "in",
        "from",
        "on",
    )


def _version(token: str) -> tuple[int, ...] | None:
    parts = token.removeprefix("v").split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else None


class AcronymCheck:
    """A wrong expansion beside its acronym: it has the acronym's letters, and half the words of a right one."""

    def __init__(self, test: Acronym) -> None:
        self.means = {
            acronym.lower(): [_stems(words_of(right)) for right in rights]
            for acronym, rights in test.means.items()
        }
        self.written = {acronym.lower(): rights[0] for acronym, rights in test.means.items()}
        self.shown = {acronym.lower(): acronym for acronym in test.means}

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        """Expansions in brackets behind an acronym, or before an acronym in brackets."""
        for at, token in enumerate(sentence.tokens):
            acronym = token if token in self.means else token.removesuffix("s")
            if acronym not in self.means:
                continue
            spans = list(_expansions(sentence.tokens, at, len(acronym)))
            if any(self._right(sentence.tokens[a : b + 1], acronym) for a, b in spans):
                continue
            for first, last in spans:
                words = sentence.tokens[first : last + 1]
                if self._wrong(words, acronym, before=last < at) or (
                    last > at and self._invented(words, acronym)
                ):
                    start, end = sentence.of_tokens(min(first, at), max(last, at))
                    values = {
                        "found": " ".join(words),
                        "value": self.written[acronym],
                        "member": self.shown[acronym],
                    }
                    yield Found(start, end, values)
                    break

    def _right(self, words: tuple[str, ...], acronym: str) -> bool:
        return _stems(words) in self.means[acronym]

    def _invented(self, words: tuple[str, ...], acronym: str) -> bool:
        """Whether behind the acronym stand words of the field that begin with its letters, and are not the right ones."""
        stems = _stems(words)
        if (
            not _FIELD.isdisjoint(words)
            and all(word.isalpha() for word in words)
            and len(stems) == len(acronym)
        ):
            initials = "".join(stem[0] for stem in stems) == acronym
            return initials and not any(
                all(map(_alike, stems, right)) for right in self.means[acronym] if len(right) == len(stems)
            )
        return False

    def _wrong(self, words: tuple[str, ...], acronym: str, *, before: bool) -> bool:
        stems = _stems(words)
        if words[0] in _SMALL or not all(word.isalpha() for word in words) or not _ARTICLES.isdisjoint(words):
            return False
        if not _spells(stems, acronym):
            return False
        # "leveraging language models (LLMs)": the first word may not belong to the expansion at all.
        return any(
            not (before and stems[1:] == right[1:])
            and (
                _half_right(stems, right) or (not before and _other(stems, right) and stems[-1] == right[-1])
            )
            for right in self.means[acronym]
        )


_ARTICLES = frozenset({"a", "an", "the", "our", "my"})
_MEANS = (
    ("ie",), ("eg",), ("meaning",), ("short", "for"), ("stands", "for"), ("standing", "for"), ("that", "is"), ("or",),
    ("which", "stands", "for"), ("means",), ("which", "means"), ("stood", "for"), ("abbreviates",), ("as", "in"),
)  # fmt: skip
"""Between an acronym and what it is said to stand for."""
_FIELD = frozenset(
    [
        "network",
        "networks",
        "learning",
        "vector",
        "neural",
        "language",
        "machine",
        "transformer",
        "tokenizer",
        "retrieval",
        "regression",
        "classifier",
        "classification",
        "gradient",
        "embedding",
        "algorithm",
        "tuning",
        "generation",
        "generator",
        "generative",
        "recurrent",
        "convolution",
        "convolutional",
        "model",
        "prediction",
        "linguistic",
        "forecasting",
        "sampling",
        "optimizer",
    ]
)
"""Words of the field: an expansion that has none may be of another trade ("RAG: red, amber, green")."""
_CLOSES = frozenset({"-", ",", ";", ":", ")", "for", "to", "on", "with"})
_SMALL = frozenset({"of", "and", "the", "for", "from", "with", "a", "an", "to", "in"})


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """Words that count, without plural endings."""
    return tuple(word.removesuffix("s") for word in words if word not in _SMALL)


def _spells(words: tuple[str, ...], acronym: str) -> bool:
    """Whether beginnings of all the words, in order, make up the acronym ("low rank adaptation": lo + r + a)."""
    if not words:
        return not acronym
    word, rest = words[0], words[1:]
    return any(
        acronym.startswith(word[:size]) and _spells(rest, acronym[size:])
        for size in range(1, min(len(word), len(acronym) - len(rest)) + 1)
    )


def _half_right(stems: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Half of the words are right, and one is another word."""
    return _other(stems, right) and 2 * len(set(stems) & set(right)) >= len(right)


def _other(stems: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """As many words, and one of them another word, not just another form or a slip ("network", "networking")."""
    return len(stems) == len(right) and not all(map(_alike, stems, right))


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.8


def _expansions(tokens: tuple[str, ...], at: int, size: int) -> Iterator[tuple[int, int]]:
    """First and last token of what may be the expansion of the acronym at `at`."""
    if at + 2 < len(tokens) and tokens[at + 1] == "(" and ")" in tokens[at + 3 : at + 10]:
        yield at + 2, tokens.index(")", at + 1) - 1
    said = tuple(token for token in tokens[at + 1 : at + 5] if token != ",")
    if lead := max((len(words) for words in _MEANS if said[: len(words)] == words), default=0):
        behind = at + 1 + lead + (tokens[at + 1 : at + 2] == (",",))
        for last in range(behind + size - 1, min(behind + size + 2, len(tokens))):
            if last + 1 == len(tokens) or tokens[last + 1] in _CLOSES:
                yield behind, last
    if tokens[at + 1 : at + 2] == ("-",):  # "CNN - convolutional neural network - for signs"
        for last in range(at + size, min(at + size + 3, len(tokens))):
            if last + 1 == len(tokens) or tokens[last + 1] in _CLOSES:
                yield at + 2, last
    if 0 < at < len(tokens) - 1 and tokens[at - 1] == "(" and tokens[at + 1] == ")":
        for words in range(size, size + 4):
            if at - 1 - words >= 0:
                yield at - 1 - words, at - 2
