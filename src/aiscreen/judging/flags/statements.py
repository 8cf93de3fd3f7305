"""The test `statements`: parts that together say what is not so ("a left join" + "keeps only" + "matching rows")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from aiscreen.judging.flags.checks import Found, Later, but_own
from aiscreen.judging.flags.grammar import DENIALS
from aiscreen.judging.flags.sentence import Sentence, Span, apart
from aiscreen.taxonomy.patterns.words import MAX_TOKENS
from aiscreen.taxonomy.redflags.tables import Statement, Statements
from aiscreen.text import vocabulary

_APART = DENIALS | vocabulary(
    "; than vs versus although though however despite otherwise until unless nobody none nothing hardly cannot neither "
    "disregard disregarded disregarding distrust distrusted mistrust"
)
"""Words that deny what is said, or set one thing against another."""
_AROUND = 6


class StatementCheck:
    """A row of a table. `subject` is the label of its first part; `others` find the other parts. Most sentences that name
    the subject hold no word that each of them needs, and are not looked at any further."""

    def __init__(
        self, test: Statements, row: Statement, subject: int, others: Sequence[Later], unless: Later
    ) -> None:
        self.test, self.row, self.subject = test, row, subject
        self.others, self.unless = others, unless

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The first place where all parts stand near each other and nothing denies them."""
        if "respectively" in sentence.cut.held or not all(part.may_be_in(sentence) for part in self.others):
            return
        others: list[list[Span]] = []
        for part in self.others:
            if not (found := part.find(sentence)):
                return
            others.append(found)
        for subject in sentence.found[self.subject]:
            place = self._together(subject, others)
            if (
                place
                and not self._denied(sentence, place)
                and not self.unless.near(sentence, *place, _AROUND)
            ):
                yield Found(*sentence.cut.of_words(*place), {"value": self.row.says})
                return

    def _together(self, subject: Span, others: Sequence[Sequence[Span]]) -> Span | None:
        """First and last word of all parts: each part is the one nearest to those before it, apart from them where it can
        be, and never the same words."""
        taken = [subject]
        for spans in others:
            behind = taken[-1][1] if self.row.ordered else -1
            here = [span for span in spans if span[0] > behind and span not in taken]
            if not here:
                return None
            taken.append(min(here, key=lambda span: min(_distance(span, each) for each in taken)))
        first, last = min(a for a, _ in taken), max(b for _, b in taken)
        return (first, last) if last - first < self.row.within + sum(b - a + 1 for a, b in taken) else None

    def _denied(self, sentence: Sentence, place: Span) -> bool:
        """Whether a word of denial or contrast stands among the parts that is in none of their wordings."""
        first, last = place
        said = sentence.across((first, first), (last, last))
        return any(
            token in self.denials and not _measures(token, before, behind)
            for before, token, behind in zip(("", *said), said, (*said[1:], ""), strict=False)
        )

    @cached_property
    def denials(self) -> frozenset[str]:
        """The words that deny it, but those that its own wordings hold."""
        return but_own(_APART, (each for part in self.row.parts for each in self.test.wordings(part)))


def _measures(token: str, before: str, behind: str) -> bool:
    """Whether a word counts and denies nothing: "more than 40", "nothing but", "nothing more than"."""
    if token == "nothing":
        return behind in ("more", "but", "else")
    return (token == "than" and before in ("more", "less", "fewer")) or (
        token == "but" and before == "nothing"
    )


def _distance(a: Span, b: Span) -> int:
    """Words between two spans; very many where they overlap."""
    between = apart(a, b)
    return between if between >= 0 else MAX_TOKENS
