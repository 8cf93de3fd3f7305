"""redflags.yaml compiled: one pass over a sentence finds all patterns of all rules in it, and so the rules that it could
break; only those are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from aiscreen.judging.flags.acronyms import AcronymCheck
from aiscreen.judging.flags.attachment import Attachment
from aiscreen.judging.flags.checks import Found, Later, Named, SaysCheck, TogetherCheck
from aiscreen.judging.flags.guards import Guards, quoted, witnessed
from aiscreen.judging.flags.isa import IsACheck
from aiscreen.judging.flags.kinds import KindsCheck
from aiscreen.judging.flags.knobs import KnobCheck
from aiscreen.judging.flags.names import BelongsCheck, VersionCheck
from aiscreen.judging.flags.numbers import NumberCheck
from aiscreen.judging.flags.ready import lists_of, prepared
from aiscreen.judging.flags.relations import Claim, Grammar
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.statements import StatementCheck
from aiscreen.judging.flags.terms import Terms
from aiscreen.judging.flags.traits import TraitCheck
from aiscreen.judging.flags.use import UseCheck
from aiscreen.taxonomy.patterns import words
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.redflags import RedFlagsFile, Rule
from aiscreen.taxonomy.redflags.document import TimelineYears
from aiscreen.taxonomy.redflags.sentence import (
    Acronym,
    Belongs,
    IsA,
    Kinds,
    Number,
    Says,
    Together,
    Use,
    Version,
)
from aiscreen.taxonomy.redflags.tables import Knobs, Statements, Traits

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy

_SEE_TO_DENIALS = (Use, Traits, Knobs, Statements)
"""Tests that look themselves at what stands inside of what they find."""


class Check(Protocol):
    """One compiled test."""

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        """What the test finds in a sentence."""


@dataclass(frozen=True)
class Compiled:
    """A rule with its test, and the phrases that take it back."""

    id: str
    rule: Rule
    check: Check
    unless: Later
    needs_claims: bool


class Engine:
    """The sentence rules of a file, and what `prepared` found in it. Building costs milliseconds, a sentence
    microseconds."""

    def __init__(self, file: RedFlagsFile, ready: Mapping[str, Any]) -> None:
        self.file = file
        self.terms = Terms(ready["terms"])
        self.grammar = _grammar(file, self.terms)
        self.things = self.grammar.things
        passive = {mark for group in file.passive for mark in self.terms.classes[group]}
        self.actors = self.things - self.grammar.categories.keys() - passive
        """Marks of what may serve a task: things that are no category and not passive."""
        self._labels = {patterns: label for label, patterns in enumerate(ready["lists"])}
        self._lexicon: Lexicon[int] = Lexicon(index=ready["index"], classes=self.terms.classes)
        self.rules: list[Compiled] = []
        self._by_label: dict[int, list[int]] = {}
        self._named = {id: Named(table, self.terms.classes) for id, table in ready["tables"].items()}
        for id, rule in file.rules.items():
            for check, (wanted, excuses) in zip(self._checks(id, rule), lists_of(rule), strict=True):
                self._by_label.setdefault(self.phrases(wanted), []).append(len(self.rules))
                unless = Later(excuses, self.terms.classes)
                self.rules.append(Compiled(id, rule, check, unless, isinstance(rule.when, IsA | Kinds)))
        rules = file.rules.items()
        self.of_document = [(id, rule) for id, rule in rules if not rule.of_sentence]
        self.of_years = [(id, rule, rule.when) for id, rule in rules if isinstance(rule.when, TimelineYears)]
        self.sentences = lru_cache(maxsize=1024)(self._sentences)
        """A text's sentences with what is in them; kept, as many rules look at one résumé's statements."""
        self._finds = lru_cache(maxsize=1024)(lambda text, section: tuple(self._find(text, section)))
        self.guards = Guards(file.guards, self.phrases)
        self.attachment = Attachment(list(self._named.values()), self.actors)

    def phrases(self, patterns: Iterable[str]) -> int:
        """The label under which a list of the file's patterns is found."""
        return self._labels[tuple(patterns)]

    def _sentences(self, text: str) -> tuple[Sentence, ...]:
        return tuple([Sentence(cut, self.terms, self._lexicon) for cut in words.sentences(text)])

    def find(self, text: str, section: str = "other") -> Sequence[tuple[Compiled, Found]]:
        """What the rules find in a text, a rule at most once; kept, as the ladder asks for the same."""
        found: Sequence[tuple[Compiled, Found]] = self._finds(text, section)
        return found

    def _find(self, text: str, section: str) -> Iterator[tuple[Compiled, Found]]:
        seen: set[str] = set()
        sentences = self.sentences(text)
        for sentence in sentences:
            claims: Sequence[Claim] | None = None
            for compiled in self._candidates(sentence):
                if compiled.id in seen or (compiled.rule.sections and section not in compiled.rule.sections):
                    continue
                if seen and compiled.rule.otherwise:
                    continue
                if compiled.needs_claims and claims is None:
                    claims = list(self.grammar.claims(sentence)) if self.things & sentence.marks else ()
                for found in compiled.check.find(sentence, claims or ()):
                    if self._stands(compiled, text, sentences, sentence, found):
                        seen.add(compiled.id)
                        yield compiled, found
                        break

    def _candidates(self, sentence: Sentence) -> list[Compiled]:
        """The rules that the sentence could break, in the order of the file."""
        by_label = self._by_label
        numbers = {number for label in sentence.found if label in by_label for number in by_label[label]}
        return [self.rules[number] for number in sorted(numbers)]

    def _stands(
        self, compiled: Compiled, text: str, sentences: Sequence[Sentence], sentence: Sentence, found: Found
    ) -> bool:
        """Whether nothing in the text takes the finding back."""
        if compiled.unless.find(sentence):
            return False
        if not compiled.rule.guards:
            return True
        guards = self.guards
        if sentence.cut.asked or quoted(text, found) or any(map(guards.told, sentences)):
            return False
        if compiled.rule.guards == "told":
            return True
        if witnessed(sentence, found):
            return False
        seen_to = isinstance(compiled.rule.when, _SEE_TO_DENIALS)
        if not found.plain and guards.denied(sentence, found, first_alone=seen_to):
            return False
        return not (seen_to and self.attachment.elsewhere(sentence, found))

    def _checks(self, id: str, rule: Rule) -> Iterator[Check]:
        """A rule's checks: one, or those of each row of `use`, in the order of `lists_of`."""
        test, classes = rule.when, self.terms.classes
        if isinstance(test, Use):
            for row in test.rows:
                task, excuses = Later(row.task, classes), Later(row.unless, classes)
                yield UseCheck(row, self.phrases(row.tool), task, self.actors, excuses)
        elif isinstance(test, Traits):
            named = self._named[id]
            for trait in test.rows:
                excuses = Later(trait.unless, classes)
                yield TraitCheck(trait, self.phrases(trait.trait), named, self.actors, excuses)
        elif isinstance(test, Knobs):
            named = self._named[id]
            for knob in test.rows:
                excuses = Later(knob.unless, classes)
                for patterns, way in knob.ways:
                    yield KnobCheck(knob, (self.phrases(patterns), way), test.effects, named, excuses)
        elif isinstance(test, Statements):
            shared = {name: Later(patterns, classes) for name, patterns in test.words.items()}
            for said in test.rows:
                subject = self.phrases(test.wordings(said.parts[0]))
                others = [shared[p] if isinstance(p, str) else Later(p, classes) for p in said.parts[1:]]
                yield StatementCheck(test, said, subject, others, Later(said.unless, classes))
        elif check := self._check(rule):
            yield check

    def _check(self, rule: Rule) -> Check | None:
        test = rule.when
        if isinstance(test, IsA):
            return IsACheck(test, self.terms, self.file.categories)
        if isinstance(test, Kinds):
            return KindsCheck(test, self.terms, self.file.categories)
        if isinstance(test, Says):
            return SaysCheck(self.phrases(test.any))
        if isinstance(test, Together):
            return TogetherCheck([self.phrases(patterns) for patterns in test.words], test.within)
        if isinstance(test, Number):
            where = self.phrases(test.where) if test.where else None
            return NumberCheck(test, self.phrases(test.of), where)
        if isinstance(test, Belongs):
            return BelongsCheck(test, self.terms)
        if isinstance(test, Version):
            return VersionCheck(test)
        return AcronymCheck(test) if isinstance(test, Acronym) else None


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
