"""The test `knobs`: an effect said to go the wrong way ("raised the temperature for deterministic answers")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aiscreen.judging.flags.checks import Found, Later, Named
from aiscreen.judging.flags.grammar import ARTICLES, PARTING
from aiscreen.judging.flags.sentence import Sentence, Span, apart
from aiscreen.judging.flags.use import begins_anew, behind_commas, goes_on
from aiscreen.taxonomy.patterns import magnitude
from aiscreen.taxonomy.redflags.tables import Effect, Knob
from aiscreen.text import vocabulary

_UP = vocabulary(
    "raise raised raises raising increase increased increases increasing higher larger bigger more greater longer deeper "
    "enlarge enlarged enlarging grow grew grown growing rose rise rises rising climbed climbs climbing boost boosted boosts "
    "boosting doubled doubling double tripled tripling quadrupled up bumped widened extended extend expanded high large huge "
    "big long deep wide stronger strong heavier heavy added adding adds add extra additional cranked maximised maximized "
    "maximum highest largest jumped soared gained gains gain greatly strengthened "
    "causes cause caused causing leads lead led encourages promotes invites tightened"
)
_DOWN = vocabulary(
    "lower lowered lowers lowering reduce reduced reduces reducing decrease decreased decreases decreasing smaller less fewer "
    "shorter shallower cut cuts cutting shrink shrank shrinks shrinking shrunk dropped drops dropping drop fell falls fall falling down minimised minimized low "
    "small tiny halved halving weaker weak light lighter removed removing remove remove sank sinks minimise minimize minimising minimizing "
    "lowest smallest declined declines lost loses lose worsened worsens worse loosened weakened eliminates eliminate eliminated eliminating"
)
_AWAY = vocabulary(
    "avoid avoids avoided avoiding prevent prevents prevented preventing against fight fights fighting fought combat combats "
    "combatting combating curb curbs curbed curbing fix fixed fixes fixing cure cures cured curing mitigate mitigates "
    "mitigated mitigating tackle tackled tackling counter counters countered countering stop stops stopped stopping "
    "address addressed addressing overcome overcame limit limits limited limiting remedy solve solved solves solving no "
    "without zero handle handled handling alleviate alleviates alleviated suppress suppresses tame tamed closed closes close closing narrowed "
    "narrows narrowing bridged bridges ignore ignores ignored ignoring neglects neglected"
)
"""Before an effect: it is to become less."""
_ENDS = vocabulary(
    ", ; ( ) : - and so that because which for by until through via with using thanks to make makes made making let lets"
)
_BETTER = vocabulary("improve improves improved improving")
_SELDOM = vocabulary("less rarely seldom never hardly")
_BREAKS = _ENDS - {"to"}
_LOOK = 4
_BY = vocabulary("by through via with using thanks when if because due from")
_SO = vocabulary("so therefore hence thus why consequently")
_VERBS = vocabulary(
    "causes cause caused causing increases raises leads brings promotes encourages prevents prevent prevented reduces cures "
    "fights lowers avoids stops"
)
"""Between a knob and an effect: the one is said to bring the other about, or to take it away."""
_CAUSE = vocabulary("because since as when after where due until whenever once")
_CLAIMS = vocabulary(
    "it this that they these those a higher lower more less larger smaller high low large small fewer with"
)
"""Behind "because": a general claim follows, not what had gone wrong."""


class KnobCheck:
    """One row. `knob`: a label, and the way that the knob goes by its wording, 0 where a word beside it says so; `named`:
    the wordings of effects by their name and sort."""

    def __init__(
        self, row: Knob, knob: tuple[int, int], effects: Mapping[str, Effect], named: Named, unless: Later
    ) -> None:
        self.row, self.named, self.unless = row, named, unless
        self.knob, self.way = knob
        moved = [(name, 1) for name in row.raises] + [(name, -1) for name in row.lowers]
        self.effects = [(name, effects[name].bad, way) for name, way in moved]

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The effects that go the wrong way."""
        found = self.named.find(sentence)
        for knob in sentence.found[self.knob] if found else ():
            sign = self.way or _turned(sentence, knob, found)
            for name, bad, way in self.effects:
                for span, moved in _moves(sentence, name, found):
                    if apart(span, knob) < 0:
                        continue
                    turned = sign or _causes(sentence, knob, span)
                    meant = self._meant(sentence, knob, span, bad) if turned else 0
                    place = min(knob[0], span[0]), max(knob[1], span[1])
                    if meant and turned * way == -moved * meant and not self.unless.near(sentence, *place):
                        yield Found(*sentence.cut.of_words(*place), {"value": self.row.says})

    def _meant(self, sentence: Sentence, knob: Span, effect: Span, bad: bool) -> int:
        """1 where the knob is said to have the effect, -1 where the effect was there before and is to go, 0 where
        neither is sure."""
        first, second = sorted((knob, effect))
        if apart(first, second) > self.row.within:
            return 0
        between = sentence.between(first, second)
        following = sentence.across(second, second)[0]
        if not PARTING.isdisjoint(between) or begins_anew(between):
            return 0
        if not all(map(_follows, behind_commas((*between, following)))):
            return 0
        if first is effect:
            if not _SO.isdisjoint(between):
                return -1 if bad else 0
            return 0 if _BY.isdisjoint(between) else 1
        for at, token in enumerate(between):
            if token in _CAUSE and not (token == "as" and between[at - 1 : at] in (("such",), ("well",))):
                claimed = (*between[at + 1 :], following)[0] in _CLAIMS
                return 1 if claimed else -1 if bad else 0
        return 1


def _follows(word: str) -> bool:
    """Whether the thought goes on behind a comma with this word."""
    return goes_on(word) or word in _CAUSE or word in ARTICLES or word in _THAT


_THAT = vocabulary("that this it meaning ie nearly almost an excellent hence and very")


def _causes(sentence: Sentence, knob: Span, effect: Span) -> int:
    """1 where a knob is said to bring an effect about, or to take it away, whichever way it is turned."""
    between = sentence.between(knob, effect) if knob[1] < effect[0] else ()
    return int(0 < len(between) <= _LOOK + 2 and not _VERBS.isdisjoint(between))


def _moves(sentence: Sentence, name: str, found: Mapping[Any, Sequence[Span]]) -> Iterator[tuple[Span, int]]:
    """Where a sentence says that there is more (1) or less (-1) of an effect."""
    for wording, way in (("more", 1), ("less", -1)):
        for span in found.get((name, wording), ()):
            yield span, -way if _taken(sentence, span, _AWAY | _LESS) else way
    for span in found.get((name, "names"), ()):
        if _taken(sentence, span, _AWAY):
            yield span, -1
        elif way := _direction(sentence, span, _UP | _BETTER, _DOWN):
            yield span, way


def _taken(sentence: Sentence, span: Span, away: frozenset[str]) -> bool:
    """Whether an effect is taken back right before or behind ("against overfitting", "overfits less")."""
    tokens, places = sentence.tokens, sentence.cut.places
    first, last = places[span[0]], places[span[1]]
    return not (
        away.isdisjoint(tokens[max(0, first - 2) : first]) and _SELDOM.isdisjoint(tokens[last + 1 : last + 2])
    )


def _turned(sentence: Sentence, knob: Span, found: Mapping[Any, Sequence[Span]]) -> int:
    """Which way a knob is turned by the words beside it, where these are not an effect's own ("a tree of depth 1 has high
    bias")."""
    ahead = _before(sentence, knob, _UP, _DOWN)
    if ahead:
        return ahead
    tokens, places = sentence.tokens, sentence.cut.places
    own = [places[span[0]] for spans in found.values() for span in spans if span[0] > knob[1]]
    at = min(own, default=0)
    if at and not _HOW_MUCH.isdisjoint(tokens[at - 1 : at + 1]):
        free = tokens[places[knob[1]] + 1 : at - 1]
        if (_UP | _DOWN).isdisjoint(free):
            return 0
    return _behind(sentence, knob, _UP, _DOWN)


_HOW_MUCH = vocabulary("high low large small")
_LESS = vocabulary("less fewer reduce reduces reduced reducing lower lowers lowered lowering")


def _direction(sentence: Sentence, span: Span, up: frozenset[str], down: frozenset[str]) -> int:
    """Which way a quantity goes by the words beside it, 0 where none says so."""
    return _before(sentence, span, up, down) or _behind(sentence, span, up, down)


def _before(sentence: Sentence, span: Span, up: frozenset[str], down: frozenset[str]) -> int:
    tokens, at = sentence.tokens, sentence.cut.places[span[0]]
    for token in reversed(tokens[max(0, at - _LOOK) : at]):
        if token in up:
            return 1
        if token in down:
            return -1
        if token in _ENDS:
            break
    return 0


def _behind(sentence: Sentence, span: Span, up: frozenset[str], down: frozenset[str]) -> int:
    tokens, at = sentence.tokens, sentence.cut.places[span[1]] + 1
    for here in range(at, min(at + _LOOK + 1, len(tokens))):
        token = tokens[here]
        if token == "from" and tokens[here + 2 : here + 3] == ("to",) and here + 3 < len(tokens):
            return _climb(tokens[here + 1], tokens[here + 3])
        if token in _AIMS and tokens[here - 1] == "to":
            break  # "weight decay to reduce overfitting" says what it is for
        if token in up:
            return 1
        if token in down:
            return -1
        if token in _BREAKS or token in ARTICLES:
            break
    return 0


_AIMS = vocabulary(
    "reduce lower decrease cut shrink drop minimise minimize raise increase grow boost add remove eliminate extend"
)


def _climb(low: str, high: str) -> int:
    """Which way a quantity goes "from A to B"."""
    a, b = magnitude(low.rstrip("%")), magnitude(high.rstrip("%"))
    return (b > a) - (b < a) if low[0].isdigit() and high[0].isdigit() else 0
