"""The test `number`: a value that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aiscreen.judging.flags.checks import Found, Patterns
from aiscreen.judging.flags.relations import Claim
from aiscreen.judging.flags.sentence import Sentence, Terms
from aiscreen.taxonomy.redflag_patterns import fill_groups, parse_pattern
from aiscreen.taxonomy.redflags import Number


class NumberCheck:
    """A value that cannot be."""

    def __init__(self, test: Number, terms: Terms) -> None:
        self.test = test
        measured = "|".join(
            f"(?:{fill_groups(parse_pattern(pattern), terms.classes)})" for pattern in test.of
        )
        ratio = test.unit == "ratio"
        number = r"(-?\d+(?:\.\d+)?)" + (r"(?= )" if ratio else r"\+?%(?= )")
        skip = "|".join(map(re.escape, test.skip))
        word = rf" (?!(?:{skip}) )[^\s;0-9]\S*" if skip else r" [^\s;0-9]\S*"
        filler = rf"(?:{word}){{0,{test.gap}}}?"
        self.behind = re.compile(rf"(?:{measured}){filler} {number}")
        self.before = re.compile(rf" {number}(?:{word}){{0,{min(test.gap, 3)}}}?(?:{measured})")
        self.skip = re.compile(rf" (?:{skip}) ") if skip else None
        self.where = Patterns.of(test.where, terms) if test.where else None

    def find(self, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Found]:
        if not any(word[-1] == "%" or word[-1].isdigit() for word in sentence.words):
            return
        if self.where and not self.where(sentence):
            return
        for regex in (self.behind, self.before):
            for match in regex.finditer(sentence.marked):
                if self._out(float(match[1])) and not self._excused(sentence.marked, match):
                    yield Found(*sentence.of_marked(*match.span()), {"value": match[1]})
                    return

    def _out(self, value: float) -> bool:
        test = self.test
        if test.at is not None and value == test.at:
            return True
        if (
            test.above is not None
            and value > test.above
            and (test.unless_above is None or value < test.unless_above)
        ):
            return True
        return test.below is not None and value < test.below

    def _excused(self, marked: str, match: re.Match[str]) -> bool:
        """A number with a unit behind it, or one that a word of change goes before or behind."""
        words = marked[match.end() :].split()[:3]
        if self.test.unit == "ratio" and words and words[0] not in _AFTER_RATIO and match.re is self.behind:
            return True
        if self.skip is None:
            return False
        around = " ".join(marked[: match.start()].split()[-self.test.look :])
        behind = " ".join(words[:2])
        return bool(self.skip.search(f" {around} ") or self.skip.search(f" {behind} "))


_AFTER_RATIO_WORDS = ", . ; ) ( : - / and or on for with in at using by from over across while when after which as to than vs the"
_AFTER_RATIO = frozenset(_AFTER_RATIO_WORDS.split())
