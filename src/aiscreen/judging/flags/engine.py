"""redflags.yaml compiled: one pass over a sentence finds all patterns of all rules in it, and so the rules that it could
break; only those are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from aiscreen.judging.flags.attachment import Attachment
from aiscreen.judging.flags.checks import Found, Later, Named
from aiscreen.judging.flags.guards import Guards, quoted, witnessed
from aiscreen.judging.flags.making import Check, Making
from aiscreen.judging.flags.ready import prepared
from aiscreen.judging.flags.relations import Claims, Grammar
from aiscreen.judging.flags.sentence import Sentence, Span
from aiscreen.judging.flags.terms import Terms
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.patterns import words
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.redflags import RedFlagsFile, Rule
from aiscreen.taxonomy.redflags.document import TimelineYears
from aiscreen.taxonomy.redflags.sentence import OfSentence, Use
from aiscreen.taxonomy.redflags.tables import Table

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy


@dataclass(frozen=True)
class Compiled:
    """A rule with its test, and the phrases that take it back."""

    id: str
    rule: Rule
    check: Check
    unless: Later


class Engine:
    """The sentence rules of a file, and what `prepared` found in it. Building costs milliseconds, a sentence
    microseconds."""

    def __init__(self, file: RedFlagsFile, ready: Mapping[str, Any]) -> None:
        self.file = file
        self.terms = Terms(ready["terms"])
        self._labels = {patterns: label for label, patterns in enumerate(ready["lists"])}
        self._lexicon: Lexicon[int] = Lexicon(index=ready["index"], classes=self.terms.classes)
        named = {id: Named(table, self.terms.classes) for id, table in ready["tables"].items()}
        grammar = _grammar(file, self.terms)
        passive = {mark for group in file.passive for mark in self.terms.classes[group]}
        # What may serve a task: things that are no category and not passive.
        actors = grammar.things - grammar.categories.keys() - passive
        making = Making(file.categories, self.terms, Claims(grammar), actors, self.phrases, named)
        self.rules: list[Compiled] = []
        self._by_label: dict[int, list[int]] = {}
        for id, rule in file.rules.items():
            if isinstance(rule.when, OfSentence):
                unless = making.later(rule.unless)
                for check, key in zip(making.checks(id, rule.when), rule.when.keys(), strict=True):
                    self._by_label.setdefault(self.phrases(key), []).append(len(self.rules))
                    self.rules.append(Compiled(id, rule, check, unless))
        rules = file.rules.items()
        self.of_document = [(id, rule) for id, rule in rules if not rule.of_sentence]
        self.of_years = [(id, rule, rule.when) for id, rule in rules if isinstance(rule.when, TimelineYears)]
        self.sentences = lru_cache(maxsize=1024)(self._sentences)
        """A text's sentences with what is in them; kept, as many rules look at one résumé's statements."""
        self._finds = lru_cache(maxsize=1024)(lambda text, section: tuple(self._find(text, section)))
        self.guards = Guards(file.guards, self.phrases)
        self.attachment = Attachment(list(named.values()), actors)

    def phrases(self, patterns: Iterable[str]) -> int:
        """The label under which a list of the file's patterns is found."""
        return self._labels[tuple(patterns)]

    def _sentences(self, text: str) -> tuple[Sentence, ...]:
        return tuple([Sentence(cut, self.terms, self._lexicon) for cut in words.sentences(text)])

    def find(self, text: str, section: str = "other") -> Sequence[tuple[Compiled, Found]]:
        """What the rules find in a text, a rule at most once; kept, as the ladder asks for the same."""
        found: Sequence[tuple[Compiled, Found]] = self._finds(text, section)
        return found

    def confused(self, statement: Statement) -> list[Span]:
        """Where a statement gets its subject wrong: start and end in its text."""
        found = self.find(statement.text, statement.section)
        return [(each.start, each.end) for compiled, each in found if compiled.rule.kind == "fundamentals"]

    def _find(self, text: str, section: str) -> Iterator[tuple[Compiled, Found]]:
        seen: set[str] = set()
        sentences = self.sentences(text)
        for sentence in sentences:
            for compiled in self._candidates(sentence):
                if compiled.id in seen or (compiled.rule.sections and section not in compiled.rule.sections):
                    continue
                if seen and compiled.rule.otherwise:
                    continue
                for found in compiled.check.find(sentence):
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
        seen_to = isinstance(compiled.rule.when, Use | Table)  # they look themselves at what stands inside
        if not found.plain and guards.denied(sentence, found, first_alone=seen_to):
            return False
        return not (seen_to and self.attachment.elsewhere(sentence, found))


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


def engine_of(taxonomy: Taxonomy) -> Engine:
    """The engine of a taxonomy's red flags."""
    file: RedFlagsFile = taxonomy.redflags
    return taxonomy.once("engine", lambda: Engine(file, taxonomy.derived("flags", lambda: prepared(file))))
