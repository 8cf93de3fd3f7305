"""redflags.yaml compiled: which rules a sentence could break is known from its words, only those are run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from aiscreen.judging.flags.checks import Found, SaysCheck, TogetherCheck
from aiscreen.judging.flags.isa import IsACheck
from aiscreen.judging.flags.names import AcronymCheck, BelongsCheck, VersionCheck
from aiscreen.judging.flags.numbers import NumberCheck
from aiscreen.judging.flags.phrases import Phrases
from aiscreen.judging.flags.relations import Claim, Grammar
from aiscreen.judging.flags.sentence import Sentence, Terms, Words, words_of
from aiscreen.taxonomy.redflag_patterns import anchors, parse_pattern
from aiscreen.taxonomy.redflag_tests import (
    Acronym,
    Belongs,
    IsA,
    Number,
    Says,
    Together,
    Version,
)
from aiscreen.taxonomy.redflags import RedFlagsFile, Rule

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

_MEMO = 50_000
_BEFORE = 6
_BREAKS = frozenset({",", ";", ":"})


class Check(Protocol):
    """One compiled test."""

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        """What the test finds in a sentence."""


@dataclass(frozen=True)
class Compiled:
    """A rule with its test, and the patterns that take it back."""

    id: str
    rule: Rule
    check: Check
    unless: Phrases | None
    needs_claims: bool


class Engine:
    """The sentence rules of a file, and what `prepared` found in it. Building costs milliseconds, a sentence
    microseconds."""

    def __init__(self, file: RedFlagsFile, words: Mapping[str, Any]) -> None:
        self.file = file
        self.terms = Terms(words["terms"])
        self.grammar = _grammar(file, self.terms)
        self.rules: list[Compiled] = []
        self._words: dict[str, int] = {}
        self._prefixes: list[tuple[str, int]] = []
        self._memo: dict[str, tuple[int, int]] = {}
        self._near: dict[str, int] = {}
        self._phrases: dict[tuple[str, ...], Phrases] = {}
        for id, rule in file.rules.items():
            if check := self._check(rule):
                self._index(words["anchors"][id], 1 << len(self.rules))
                unless = self.phrases(rule.unless) if rule.unless else None
                self.rules.append(Compiled(id, rule, check, unless, isinstance(rule.when, IsA)))
        self.sentences = lru_cache(maxsize=1024)(self._sentences)
        """A text's sentences with their terms; kept, as many rules look at one résumé's statements."""
        self.told = self.phrases(file.guards.sentence)
        self.ahead = self.phrases(file.guards.before)
        self.inside = self.phrases(file.guards.within)

    def phrases(self, patterns: Iterable[str]) -> Phrases:
        """Patterns over this file's terms, built once."""
        key = tuple(patterns)
        if key not in self._phrases:
            self._phrases[key] = Phrases(key, self.terms.classes)
        return self._phrases[key]

    def _sentences(self, text: str) -> tuple[Sentence, ...]:
        return tuple(self.terms.sentences(text))

    def find(self, text: str, section: str = "other") -> Iterator[tuple[Compiled, Found]]:
        """What the rules find in a text, a rule at most once."""
        seen: set[str] = set()
        sentences = self.sentences(text)
        told: bool | None = None
        for sentence in sentences:
            mask = self._candidates(sentence)
            claims: Sequence[Claim] | None = None
            while mask:
                compiled = self.rules[(mask & -mask).bit_length() - 1]
                mask &= mask - 1
                if compiled.id in seen or (compiled.rule.sections and section not in compiled.rule.sections):
                    continue
                if compiled.needs_claims and claims is None:
                    claims = list(self.grammar.claims(sentence))
                for found in compiled.check.find(sentence, claims or ()):
                    if told is None and compiled.rule.guards:
                        told = any(self.told(other) for other in sentences)
                    if self._stands(compiled, sentence, found, bool(told)):
                        seen.add(compiled.id)
                        yield compiled, found
                        break

    def _stands(self, compiled: Compiled, sentence: Sentence, found: Found, told: bool) -> bool:
        """Whether nothing in the sentence takes the finding back."""
        if compiled.rule.guards and (told or sentence.question or self._denied(sentence, found)):
            return False
        return compiled.unless is None or not compiled.unless(sentence)

    def _denied(self, sentence: Sentence, found: Found) -> bool:
        """Whether a negation or contrast governs what was found, from its clause on."""
        first = next((i for i, end in enumerate(sentence.ends) if end > found.start), 0)
        last = next(
            (i for i, start in enumerate(sentence.starts) if start >= found.end), len(sentence.tokens)
        )
        start = first
        while start and start > first - _BEFORE and sentence.tokens[start - 1] not in _BREAKS:
            start -= 1
        return self.ahead.within(_words(sentence.tokens[start:first])) or self.inside.within(
            _words(sentence.tokens[first:last])
        )

    def _candidates(self, sentence: Sentence) -> int:
        """The rules that the sentence could break, as bits. Terms are looked for only where one may start."""
        memo = self._memo
        rough = exact = 0
        for word in sentence.tokens:
            known = memo.get(word)
            if known is None:
                known = self._of_word(word)
            rough |= known[0]
            exact |= known[1]
        if rough != exact:
            for mark in sentence.marks:
                exact |= self._words.get(mark, 0)
        return exact

    def _of_word(self, word: str) -> tuple[int, int]:
        """The rules that a word may stand for: as the start of a term too, and as a word alone."""
        exact = self._words.get(word, 0)
        for prefix, rules in self._prefixes:
            if word.startswith(prefix):
                exact |= rules
        if len(self._memo) > _MEMO:
            self._memo.clear()
        self._memo[word] = found = (exact | self._near.get(word, 0), exact)
        return found

    def _check(self, rule: Rule) -> Check | None:
        test = rule.when
        if isinstance(test, IsA):
            return IsACheck(test, self.terms, self.file.categories)
        if isinstance(test, Says):
            return SaysCheck(test, self.terms)
        if isinstance(test, Together):
            return TogetherCheck(test, self.terms)
        if isinstance(test, Number):
            return NumberCheck(test, self.terms)
        if isinstance(test, Belongs):
            return BelongsCheck(test, self.terms)
        if isinstance(test, Version):
            return VersionCheck(test)
        return AcronymCheck(test) if isinstance(test, Acronym) else None

    def _index(self, anchors: Iterable[str], bit: int) -> None:
        """Notes the words of which a sentence must hold one for a rule to be run."""
        for word in anchors:
            if word.startswith("<"):
                for mark in self.terms.classes[word[1:-1]]:
                    self._words[mark] = self._words.get(mark, 0) | bit
                    for first in self.terms.firsts[mark]:
                        self._near[first] = self._near.get(first, 0) | bit
            elif word.endswith("*"):
                self._prefixes.append((word[:-1], bit))
            else:
                self._words[word] = self._words.get(word, 0) | bit


def prepared(file: RedFlagsFile) -> dict[str, Any]:
    """What takes longest to work out, as plain data for the cache: the file's terms in all their forms, and for each
    rule the words of which a sentence must hold one."""
    return {
        "terms": Terms.spelled(_spelled_out(file)),
        "anchors": {id: list(_anchors_of(rule)) for id, rule in file.rules.items()},
    }


def _anchors_of(rule: Rule) -> Iterable[str]:
    test = rule.when
    if isinstance(test, IsA):
        return [f"<{category}>" for category in test.category]
    if isinstance(test, Says):
        return _of_patterns(test.any)
    if isinstance(test, Number):
        return _of_patterns(test.of)
    if isinstance(test, Together):
        return max(
            (_of_patterns(words) for words in test.words), key=lambda words: min(map(len, words), default=0)
        )
    if isinstance(test, Belongs):
        return [f"<{owner}>" for owner in test.owners]
    if isinstance(test, Version):
        return [words_of(term)[0] for term in test.latest]
    if isinstance(test, Acronym):
        return [form for term in test.means for form in (term.lower(), term.lower() + "s")]
    return []


def _of_patterns(patterns: Iterable[str]) -> list[str]:
    return [word for pattern in patterns for word in anchors(parse_pattern(pattern))]


def _words(tokens: tuple[str, ...]) -> Words:
    return Words(tokens, (), {})


def _spelled_out(file: RedFlagsFile) -> Mapping[str, list[str]]:
    """Groups and categories with their terms; `<name>` in a group stands for the terms of another."""

    def terms(name: str, above: tuple[str, ...]) -> Iterator[str]:
        for term in file.groups.get(name, []):
            if not term.startswith("<"):
                yield term
            elif term[1:-1] not in above:
                yield from terms(term[1:-1], (*above, name))

    groups = {name: list(terms(name, ())) for name in file.groups}
    return groups | {name: category.said for name, category in file.categories.items()}


def _grammar(file: RedFlagsFile, terms: Terms) -> Grammar:
    marks: dict[str, frozenset[str]] = {}
    for name in file.categories:
        for mark in terms.classes[name]:
            marks[mark] = marks.get(mark, frozenset()) | {name}
    general = _with_plurals(file.nouns)
    nouns = {
        name: general if category.nouns is None else _with_plurals(category.nouns)
        for name, category in file.categories.items()
    }
    things = frozenset("".join(terms.classes[name] for name in file.groups))
    return Grammar(marks, nouns, general, things)


def _with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in (noun.lower(), f"{noun.lower()}s"))


_ENGINES: dict[int, tuple[RedFlagsFile, Engine]] = {}


def engine_of(taxonomy: Taxonomy) -> Engine:
    """The engine of a taxonomy's red flags, built once for each file object."""
    file: RedFlagsFile = taxonomy.redflags
    known = _ENGINES.get(id(file))
    if known is None or known[0] is not file:
        if len(_ENGINES) > 8:
            _ENGINES.clear()
        engine = Engine(file, taxonomy.derived("flags", lambda: prepared(file)))
        known = _ENGINES[id(file)] = (file, engine)
    return known[1]
