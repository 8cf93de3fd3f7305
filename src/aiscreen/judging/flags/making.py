"""The tests of redflags.yaml made into checks, one for each of a test's `keys`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from aiscreen.judging.flags.acronyms import AcronymCheck
from aiscreen.judging.flags.belongs import BelongsCheck
from aiscreen.judging.flags.checks import Found, Later, Named, SaysCheck, TogetherCheck
from aiscreen.judging.flags.isa import IsACheck
from aiscreen.judging.flags.kinds import KindsCheck
from aiscreen.judging.flags.knobs import KnobCheck
from aiscreen.judging.flags.numbers import NumberCheck
from aiscreen.judging.flags.relations import Claims
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.statements import StatementCheck
from aiscreen.judging.flags.terms import Terms
from aiscreen.judging.flags.traits import TraitCheck
from aiscreen.judging.flags.use import UseCheck
from aiscreen.judging.flags.versions import VersionCheck
from aiscreen.taxonomy.redflags import Category
from aiscreen.taxonomy.redflags import sentence as tests
from aiscreen.taxonomy.redflags.tables import Knobs, Statements, Traits


class Check(Protocol):
    """One test, or one row of a test, ready to be put to sentences."""

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """What the test finds in a sentence."""


@dataclass(frozen=True)
class Making:
    """What checks are made with: the file's categories and terms, the claims that its grammar reads, the marks of what
    may serve a task (`actors`), the label of a list of patterns, and the tables of things, by rule."""

    categories: Mapping[str, Category]
    terms: Terms
    claims: Claims
    actors: frozenset[str]
    label: Callable[[Iterable[str]], int]
    named: Mapping[str, Named]

    def later(self, patterns: Sequence[str]) -> Later:
        """Phrases that are looked for where something else was found."""
        return Later(patterns, self.terms.classes)

    def checks(self, id: str, test: tests.OfSentence) -> Iterator[Check]:
        """The checks of a rule's test, in the order of its `keys`."""
        match test:
            case tests.IsA():
                yield IsACheck(test, self.terms, self.categories, self.claims)
            case tests.Kinds():
                yield KindsCheck(test, self.terms, self.categories, self.claims)
            case tests.Says():
                yield SaysCheck(self.label(test.any))
            case tests.Together():
                yield TogetherCheck([self.label(patterns) for patterns in test.words], test.within)
            case tests.Number():
                yield NumberCheck(test, self.label(test.of), self.label(test.where) if test.where else None)
            case tests.Belongs():
                yield BelongsCheck(test, self.terms)
            case tests.Version():
                yield VersionCheck(test)
            case tests.Acronym():
                yield AcronymCheck(test)
            case tests.Use():
                for row in test.rows:
                    task, excuses = self.later(row.task), self.later(row.unless)
                    yield UseCheck(row, self.label(row.tool), task, self.actors, excuses)
            case Traits():
                for trait in test.rows:
                    excuses = self.later(trait.unless)
                    yield TraitCheck(trait, self.label(trait.trait), self.named[id], self.actors, excuses)
            case Knobs():
                for knob in test.rows:
                    excuses = self.later(knob.unless)
                    for patterns, way in knob.ways:
                        label = self.label(patterns)
                        yield KnobCheck(knob, (label, way), test.effects, self.named[id], excuses)
            case Statements():
                yield from self._statements(test)

    def _statements(self, test: Statements) -> Iterator[Check]:
        shared = {name: self.later(patterns) for name, patterns in test.words.items()}
        for row in test.rows:
            subject = self.label(test.wordings(row.parts[0]))
            others = [shared[part] if isinstance(part, str) else self.later(part) for part in row.parts[1:]]
            yield StatementCheck(test, row, subject, others, self.later(row.unless))
