"""The test `is-a`: a thing called what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aiscreen.judging.flags.checks import Found, claimed
from aiscreen.judging.flags.relations import Claim, Claims
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.redflags import Category
from aiscreen.taxonomy.redflags.sentence import IsA


class IsACheck:
    """A member said to be of a category that it is not."""

    def __init__(self, test: IsA, terms: Terms, categories: Mapping[str, Category], claims: Claims) -> None:
        self.test, self.claims = test, claims
        self.members = frozenset("".join(terms.classes[group] for group in test.members))
        self.wrong = frozenset(test.category)
        self.right = frozenset(test.rightly)
        self.heads = frozenset("".join(terms.classes[category] for category in test.category))
        self.forms = frozenset(test.forms)
        self.adjectives = frozenset(c for c in test.category if categories[c].adjective)
        self.listed = frozenset(c for c in test.category if categories[c].lists is True)
        self.labels = frozenset(c for c in test.category if categories[c].lists)
        fields = {name.casefold() for c in test.category for name in categories[c].field}
        self.fields = frozenset(mark for mark in self.heads if terms.names[mark].casefold() in fields)
        self.terms = terms

    def find(self, sentence: Sentence) -> Iterator[Found]:
        marks = sentence.marks
        if marks.isdisjoint(self.members) or marks.isdisjoint(self.heads):
            return
        for claim in self.claims.find(sentence):
            if sentence.items[claim.member] in self.members and self._wrong(sentence, claim):
                yield claimed(sentence, claim, self.heads, self.terms)

    def _wrong(self, sentence: Sentence, claim: Claim) -> bool:
        head = claim.head
        if not all(group & self.wrong for group in head.alternatives):
            return False
        if any(group & self.right for group in head.alternatives):
            return False
        if self.test.first and claim.place:
            return False
        if self._heads_a_list(sentence, claim):
            return False
        form = "list" if claim.how == "label" else claim.how
        if form not in self.forms or (claim.how == "beside" and not self._adjective(sentence, claim)):
            return False
        listed = self.labels if claim.how == "label" else self.listed
        if form == "list" and not all(group & listed for group in head.alternatives):
            return False
        return not self._rightly_after(sentence, claim)

    def _heads_a_list(self, sentence: Sentence, claim: Claim) -> bool:
        """Whether the category is a field's bare name: "Deep learning: PyTorch, XGBoost" heads a list of skills, where
        "Deep learning models: XGBoost" says what they are."""
        return claim.how in ("label", "list") and sentence.items[claim.head.last] in self.fields

    def _adjective(self, sentence: Sentence, claim: Claim) -> bool:
        """ "supervised K-means", "the supervised algorithm K-means"; but no "supervised learning K-means"."""
        last = sentence.items[claim.head.last]
        named = any(last in self.terms.classes[category] for category in self.wrong)
        return not named or any(last in self.terms.classes[category] for category in self.adjectives)

    def _rightly_after(self, sentence: Sentence, claim: Claim) -> bool:
        """What it is, named right behind the member ("K-means for clustering")."""
        right = "".join(
            self.terms.classes[category] for category in (*self.test.rightly, *self.test.used_for)
        )
        near = sentence.items[claim.member + 1 : claim.member + 5]
        for at, item in enumerate(near):
            if item in (",", ";", "and", ")"):
                return False
            if (
                right
                and item in right
                and (at > 0 and near[at - 1] in ("for", "as", "an", "(", "is", "to", "of", "with"))
            ):
                return True
        return False
