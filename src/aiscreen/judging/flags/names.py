"""Tests of names: products of somebody else, and versions that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.patterns.words import words_of
from aiscreen.taxonomy.redflags.sentence import Belongs, Version


class BelongsCheck:
    """A product put under somebody who does not make it."""

    _BY = (
        r" (?:which |that )?(?:(?:is|was|are|were|has been) )?(?:originally |first )?(?:(?:developed|created|made|built|released"
        r"|maintained|open sourced|opensourced|invented|published|introduced|designed|owned|offered|provided|launched|trained|written|authored|coded) )?"
        r"by (?:the )?"
    )

    def __init__(self, test: Belongs, terms: Terms) -> None:
        self.test, self.terms = test, terms
        self.owners = {owner: frozenset(terms.classes[owner]) for owner in test.owners}
        self.products = {
            owner: frozenset("".join(terms.classes[group] for group in groups))
            for owner, groups in test.owners.items()
        }
        self._everyone: frozenset[str] = frozenset().union(*self.owners.values())
        self._everything: frozenset[str] = frozenset().union(*self.products.values())

    def _forms(self, test: Belongs, product: str, owner: str) -> Iterator[str]:
        """The ways to put a product under an owner; groups p1, p2 ... and o1, o2 ... hold the two."""
        a, the, made = r"(?:a|an|the|one of)", r"(?:a|an|the)", self._BY
        few, verb = (
            r"(?:[^,;()\s]+ ){0,5}?",
            (
                r"(?:first )?(?:\w+ and )?(?:developed|created|made|built|released|invented|published|designed|trained|wrote|introduced|launched)"
            ),
        )
        nouns = r"framework|library|product|tool|model|project|service|invention|technology|platform|warehouse|database|llm|assistant|successor|counterpart|engine"
        named = "".join(
            mark for mark, name in self.terms.names.items() if re.search(rf"(?:{nouns})s?$", name)
        )
        noun = rf"(?:{nouns}|[{named}])"
        if test.by:
            yield rf"(?P<p1>[{product}])(?: \(?,?)?{made}(?P<o1>[{owner}])"
            yield rf"(?P<p5>[{product}]) , {the} (?:[^,;()\s]+ ){{0,6}}?{made.lstrip()}(?P<o5>[{owner}])"
            yield rf"(?P<p4>[{product}]) (?:from|of) (?P<o4>[{owner}])(?= (?:[,.;)]|and |for |to |was |is |were |are |ran |runs |with |$))"
            yield rf"(?P<p18>[{product}]) ,? ?(?:because|since|as|which|that|and) (?:it )?(?:comes|came|is|was|stems) (?:\w+ )?(?:from|by) (?P<o18>[{owner}])"
            yield rf"(?P<p13>[{product}]) ,? ?(?:which|that) (?P<o13>[{owner}]) {verb}"
            yield rf"(?P<p14>[{product}]) , {the} {few}(?:(?:of|from) (?:the )?(?P<o14>[{owner}])(?= [,.;)]| $)|(?:(?:which|that) )?(?P<o15>[{owner}]) {verb})"
            yield rf"(?P<p16>[{product}]) \( {few}(?:of|from|at|by) (?:the )?(?P<o16>[{owner}])"
        if test.prefix:
            yield rf"(?P<o2>[{owner}])(?: 's)? (?P<p2>[{product}])"
        if test.by:
            yield rf"(?P<p8>[{product}]) (?:,? ?(?:is |was )?{a} |is |was )(?P<o8>[{owner}])(?: 's)? {noun}"
            yield rf"(?P<p9>[{product}]) [,(-] (?P<o9>[{owner}]) 's {few}{noun}"
            yield rf"(?P<o20>[{owner}]) (?:gave|built|made|created|released|developed|invented|wrote|open sourced|launched|published) (?:us )?(?:the )?(?P<p20>[{product}])(?= (?:[,.;)]|and |for |to |in |which |that |as |, |$)| ?$)"
            yield rf"(?P<o10>[{owner}]) 's (?:\S+ )?{noun} (?P<p10>[{product}])"
            yield rf"(?P<p6>[{product}]) \( (?:both |all )?(?:by |from |made by )?(?P<o6>[{owner}]) \)"
        if test.inside:
            yield rf" (?:on|in|inside|within|with|under) (?:the )?(?P<o19>[{owner}]) (?:cloud |platform |side |account |stack |environment )?,? ?(?:i|we|i've|we've|my team|our team) (?:(?:have|had|also|mostly|mainly|then|always) )*(?:used|use|ran|run|deployed|chose|set up|worked with|built|rely on|relied on|put|applied|took) (?:its |the |their |both |our )*(?P<p19>[{product}])"
            yield rf"(?P<o21>[{owner}]) (?:account|cloud|platform|stack|environment|services|console|subscription|tenant),? ?(?:with|using|including|such as|like|and its|has|had|through|via|:|\() (?:its |the |their |both )?(?P<p21>[{product}])"
            yield rf"(?P<o22>[{owner}]) (?:with|using|and|through|via) its (?P<p22>[{product}])"
            yield rf"(?P<p11>[{product}]) , {the} (?P<o11>[{owner}])(?: 's)? {noun}"
            yield rf"(?P<p3>[{product}])(?: [a-z]+)?? (?:on|in|of|from|inside|within) (?:the )?(?P<o3>[{owner}])"
            yield rf"^ (?P<o12>[{owner}]) : (?:[^:;.{owner}]* , )?(?P<p12>[{product}])(?= (?:[,;.]|$))"
            yield rf"(?P<p17>[{product}]) , {the} {few}(?:of|by|from|in|on) (?:the )?(?P<o17>[{owner}])"
            yield rf" (?:on|in|inside|within) (?P<o7>[{owner}]) (?:with|using|through|via) (?P<p7>[{product}])"

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """All forms in one, written out and compiled for the first sentence that names an owner and a product."""
        product, owner = "".join(sorted(self._everything)), "".join(sorted(self._everyone))
        return re.compile("|".join(self._forms(self.test, product, owner)))

    def find(self, sentence: Sentence) -> Iterator[Found]:
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
        owners = self._everyone
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
