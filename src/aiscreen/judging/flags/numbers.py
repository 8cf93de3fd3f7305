"""The test `number`: a value that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.taxonomy.redflags.sentence import Number

_ASIDE = frozenset(',:()/"-')
_BEFORE = 3
# Behind a bare ratio: anything else would be its unit ("accuracy of 1.2 mm").
_NO_UNIT_WORDS = ", . ; ) ( : - / and or on for with in at using by from over across while when after which as to than vs the between showed shows proved proves meant means meaning hence so thus therefore is was that once because since thanks although but where without under only too also despite until then before"
_NO_UNIT = frozenset(_NO_UNIT_WORDS.split())


class NumberCheck:
    """A value that cannot be, near what it measures."""

    def __init__(self, test: Number, of: int, where: int | None) -> None:
        self.test = test
        self.of, self.where = of, where
        self.skip = frozenset(word.lower() for word in test.skip)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The first such value."""
        tokens = sentence.tokens
        if not any(token[0] in "-0123456789" and self._value(token) is not None for token in tokens):
            return
        if self.where is not None and self.where not in sentence.found:
            return
        for first, last in sentence.found.get(self.of, ()):
            start, end = sentence.cut.places[first], sentence.cut.places[last]
            for at in (self._behind(tokens, end), self._before(tokens, start)):
                if at is None or self._excused(tokens, min(at, start), max(at, end), at > end):
                    continue
                value = self._value(tokens[at]) or 0.0
                if self._out(value):
                    yield Found(*sentence.of_tokens(min(at, start), max(at, end)), {"value": tokens[at]})
                    return

    def _value(self, token: str) -> float | None:
        """The number that a token writes in the unit asked for, None where it is none."""
        if token[-1] == "%":
            written = token[:-1].rstrip("+") if self.test.unit == "percent" else ""
        else:
            written = (
                token if self.test.unit == "ratio" and "." in token else ""
            )  # "precision=2" is a setting
        try:
            return float(written)
        except ValueError:
            return None

    def _behind(self, tokens: Sequence[str], end: int) -> int | None:
        """Where the first number behind the measured thing stands, if it is near and nothing comes between."""
        words = 0
        for at in range(end + 1, len(tokens)):
            token = tokens[at]
            led_to = (
                at + 1 < len(tokens) and tokens[at + 1] == "to"
            )  # "improved to 115%" is a value, not a change
            climbs = token == "from" and "to" in tokens[at + 2 : at + 4]  # "rose from 0.9 (up) to 1.1"
            equals = token == "to" and tokens[at - 1] in ("equal", "equals", "equalled")
            if (
                (token in self.skip and not (led_to or climbs or equals))
                or token == ";"
                or words > self.test.gap
            ):
                return None
            if self._value(token) is not None:
                return self._risen(tokens, at)
            if token[0].isdigit():
                return None
            words += token not in _ASIDE
        return None

    def _risen(self, tokens: Sequence[str], at: int) -> int:
        """Where the last value stands: in "from 92% to 108%" the second."""
        if tokens[at - 1] == "from" and "to" in tokens[at + 1 : at + 3]:
            last = tokens.index("to", at) + 1
            return last if last < len(tokens) and self._value(tokens[last]) is not None else at
        return at

    def _before(self, tokens: Sequence[str], start: int) -> int | None:
        """The same in front of it ("120% accuracy")."""
        words = 0
        for at in range(start - 1, -1, -1):
            token = tokens[at]
            if token in self.skip or token in ";,:(" or words > (0 if self.test.unit == "ratio" else _BEFORE):
                return None
            if self._value(token) is not None:
                return at
            words += token not in _ASIDE
        return None

    def _out(self, value: float) -> bool:
        test = self.test
        if test.unless_above is not None and value >= test.unless_above:
            return False
        over = test.above is not None and value > test.above
        return (
            over
            or (test.below is not None and value < test.below)
            or (test.at is not None and value == test.at)
        )

    def _excused(self, tokens: Sequence[str], start: int, end: int, behind: bool) -> bool:
        """A number with a unit, or with a word of change around it ("improved ... by 150%")."""
        after = tokens[end + 1 : end + 3]
        if (
            self.test.unit == "ratio"
            and self.test.below is None
            and behind
            and after
            and after[0] not in _NO_UNIT
        ):
            return True
        if behind and tokens[end - 1] == "to" and after[:1] != ("of",):
            return False  # "improved recall to 118%" is a level, not a change
        ahead = (
            [token for token in tokens[:start] if token not in _ASIDE][-self.test.look :]
            if self.test.look
            else []
        )
        changed = self.skip if behind else self.skip - {"by"}  # "96% accuracy by an LSTM"
        return not self.skip.isdisjoint(ahead) or (bool(self.test.look) and not changed.isdisjoint(after))
