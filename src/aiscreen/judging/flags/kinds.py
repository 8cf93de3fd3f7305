"""The test `kinds`: a thing of one kind called another kind of thing, from a table of what is what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aiscreen.judging.flags.checks import Found, claimed
from aiscreen.judging.flags.relations import Claims
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.redflags import Category
from aiscreen.taxonomy.redflags.sentence import Kinds


class KindsCheck:
    """A member of one row of the table said to be of a category that is in the table, but not in its row."""

    def __init__(self, test: Kinds, terms: Terms, categories: Mapping[str, Category], claims: Claims) -> None:
        self.claims = claims
        self.forms = frozenset(test.forms)
        self.judged = frozenset(category for row in test.kinds.values() for category in row)
        self.may: dict[str, frozenset[str]] = {}
        for group, own in test.kinds.items():
            for mark in terms.classes[group]:
                self.may[mark] = self.may.get(mark, frozenset()) | frozenset(own)
        self.listed = frozenset(category for category in self.judged if categories[category].lists is True)
        self.heads = frozenset("".join(terms.classes[category] for category in self.judged))
        self.terms = terms

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Every member that is called what it is not."""
        for claim in self.claims.find(sentence):
            may = self.may.get(sentence.items[claim.member])
            if may is None or claim.how not in self.forms:
                continue
            judged = self.listed if claim.how == "list" else self.judged
            if all(group and group <= judged and not group & may for group in claim.head.alternatives):
                yield claimed(sentence, claim, self.heads, self.terms)
