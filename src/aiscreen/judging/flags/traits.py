"""The test `traits`: what is true of one thing said of another ("the forget gate of the transformer")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from aiscreen.judging.flags.checks import Found, Later, Named
from aiscreen.judging.flags.grammar import ARTICLES
from aiscreen.judging.flags.said_of import AROUND, JOINS, NOT, SaidOf, Saying
from aiscreen.judging.flags.sentence import Sentence, Span, apart
from aiscreen.taxonomy.redflags.tables import Trait
from aiscreen.text import vocabulary

_ASIDES = vocabulary(", which who whose")
_BESIDE = vocabulary("unlike besides beyond alongside despite")
_APART_FROM = (("instead", "of"), ("rather", "than"), ("apart", "from"), ("aside", "from"), ("next", "to"))
_NONE = (("no",), ("without",), ("any",), ("neither",))
_TOLD = 16


class TraitCheck:
    """One row: a trait near a thing that has it not. The trait is found under a label."""

    def __init__(self, row: Trait, trait: int, named: Named, things: frozenset[str], unless: Later) -> None:
        self.row, self.trait, self.named, self.things, self.unless = row, trait, named, things, unless
        self.reach = row.within if row.within < AROUND else max(row.within, _TOLD)

    @cached_property
    def said_of(self) -> SaidOf:
        """What tells whether the trait is said of a thing, made for the first sentence that may say it."""
        return SaidOf(self.row, self.things)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The first thing that the trait is wrongly said of."""
        for saying in self._sayings(sentence):
            plain = self.said_of.plainly(saying)
            if plain or self.said_of.by_clause(saying):
                thing, trait = saying.thing, saying.trait
                place = min(thing[0], trait[0]), max(thing[1], trait[1])
                if not self._excused(sentence, place, trait, plain):
                    where = sentence.cut.of_words(*place)
                    yield Found(*where, {"value": self.row.says}, plain and _is_aside(sentence, thing))
                    return

    def _sayings(self, sentence: Sentence) -> Iterator[Saying]:
        """The trait with each thing near it that has it not."""
        found = self.named.find(sentence)
        if not found or "respectively" in sentence.cut.held:
            return
        never = self.row.never or [name for name in found if name not in self.row.of]
        things = [span for name in never for span in found.get(name, ())]
        if not things:
            return
        words = sentence.cut.words
        owners = [span for name in self.row.of for span in found.get(name, ())]
        traits = [
            each
            for each in sentence.found[self.trait]
            if not any(a <= each[0] and each[1] <= b for a, b in owners)
        ]
        things = [
            thing
            for thing in things
            if all(apart(thing, owner) >= 0 for owner in owners) and not _is_ruled_out(words, thing)
        ]
        owners = [
            owner
            for owner in owners
            if all(apart(owner, trait) >= 0 for trait in traits)
            and words[owner[0] - 1 : owner[0]] not in _NONE
        ]
        for trait in traits:
            for thing in things:
                if 0 <= apart(thing, trait) <= self.reach:
                    yield Saying(sentence, trait, thing, owners)

    def _excused(self, sentence: Sentence, place: Span, trait: Span, plain: bool) -> bool:
        """Whether a wording that takes it back stands near. What is said plainly does not mind what it is joined to."""
        low, high = place[0] - AROUND, place[1] + (0 if plain else AROUND)
        return any(
            low <= first
            and last <= high
            and not trait[0] <= first <= trait[1]
            and not (plain and sentence.cut.words[first] in JOINS and first < place[0])
            for first, last in self.unless.find(sentence)
        )


def _is_aside(sentence: Sentence, thing: Span) -> bool:
    """Whether the trait is told of a thing in passing, so that what is done with the thing does not touch it."""
    behind = sentence.cut.places[thing[1]] + 1
    return not _ASIDES.isdisjoint(sentence.tokens[behind : behind + 1])


def _is_ruled_out(words: Sequence[str], thing: Span) -> bool:
    """Whether a thing is named as what something else is not ("HDBSCAN is not a supervised method"), or only set beside
    it ("unlike HDBSCAN, ...")."""
    at = thing[0] - 1
    if at > 0 and words[at] in ARTICLES:
        at -= 1
    return at >= 0 and (
        words[at] in NOT or words[at] in _BESIDE or tuple(words[max(0, at - 1) : at + 1]) in _APART_FROM
    )
