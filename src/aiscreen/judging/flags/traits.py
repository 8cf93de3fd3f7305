"""The test `traits`: what is true of one thing said of another ("the forget gate of the transformer")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from aiscreen.judging.flags.checks import Found, Later, Named
from aiscreen.judging.flags.grammar import ARTICLES, DENIALS, LENT, PARTING
from aiscreen.judging.flags.sentence import Sentence, Span
from aiscreen.judging.flags.use import begins_anew, behind_commas, goes_on, rival, without_asides
from aiscreen.taxonomy.patterns import fits
from aiscreen.taxonomy.redflags.tables import Trait
from aiscreen.text import vocabulary

_JOINS = vocabulary("and or plus nor")
_OF = vocabulary(
    "of in with by using through via from inside within on is was are were : for as 's whose where"
)
"""Between a trait and the thing behind it that it is said of ("the forget gate of the transformer")."""
_GLUE = vocabulary(
    "which that is are was were as a an the our my its it 's to for with has have does being uses used by who then simply "
    "only really just can will would whose of looks look searches works needs keeps takes means serves acts helps had "
    "in ie namely ,"
)
"""Between a thing and what is plainly said of it ("BM25, which compares meanings")."""
_TIGHT = 5
_TELLS = vocabulary("which means mean meaning ie is are was were being that ( refers stands describes")
_TELLS_ASIDE = vocabulary(
    "which who whose meaning ie being that a an the where when in namely our my such since because"
)
"""What a clause opens with that tells what a thing is or does, right behind it or behind a comma."""
_CONCLUSIONS = vocabulary("so hence thus therefore meaning because since which ie as")
_WE = vocabulary("we i they")
_TOLD = 16
_LINKS = vocabulary("with via by using through in on to into from of")
"""Right before a thing that does what was just said ("version the data with DVC")."""
_LED_BY = vocabulary("using with via through in by under thanks for because since")
"""Before a thing that opens a sentence, whose clause goes on behind a comma ("Using QLoRA, we trained ...")."""
_LACKS = vocabulary(
    "drops dropped lacks lacking lack replaces replaced replacing removes removed removing dispenses avoids avoided avoiding "
    "eliminates free away compared comparing ignores ignore ignored ignoring misses missed beats beat outperforms outperformed outperform"
)
"""Between a thing and a trait: it has it not, or is set against one that has it."""
_NO_SUCH = vocabulary("nothing none nobody hardly scarcely barely")
_AROUND = 3
_ASIDES = vocabulary(", which who whose")
_NOT = vocabulary("not never cannot isn't aren't weren't wasn't hardly unneeded unnecessary")
_BESIDE = vocabulary("unlike besides beyond alongside despite")
_APART_FROM = (("instead", "of"), ("rather", "than"), ("apart", "from"), ("aside", "from"), ("next", "to"))
_NONE = (("no",), ("without",), ("any",), ("neither",))


class TraitCheck:
    """One row: a trait near a thing that has it not. The trait is found under a label."""

    def __init__(self, row: Trait, trait: int, named: Named, things: frozenset[str], unless: Later) -> None:
        self.row, self.trait, self.named, self.things, self.unless = row, trait, named, things, unless
        self.reach = row.within if row.within < _AROUND else max(row.within, _TOLD)

    @cached_property
    def own(self) -> frozenset[str]:
        """The words and beginnings of words of the trait's wordings: they deny nothing."""
        return frozenset(word for pattern in self.row.trait for word in re.findall(r"[a-z']+\*?", pattern))

    @cached_property
    def denials(self) -> frozenset[str]:
        """Words that deny the trait, or set one thing against another."""
        return _without(DENIALS | _LACKS | _NO_SUCH, self.own)

    @cached_property
    def parting(self) -> frozenset[str]:
        """Words with which another thought begins."""
        return _without(PARTING, self.own)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The first thing that the trait is wrongly said of."""
        found = self.named.find(sentence)
        if not found or "respectively" in sentence.cut.held:
            return
        never = self.row.never or [name for name in found if name not in self.row.of]
        others = [span for name in never for span in found.get(name, ())]
        if not others:
            return
        traits: Sequence[Span] = sentence.found[self.trait]
        owners = [span for name in self.row.of for span in found.get(name, ())]
        traits = [each for each in traits if not any(a <= each[0] and each[1] <= b for a, b in owners)]
        others = [thing for thing in others if all(_apart(thing, owner) >= 0 for owner in owners)]
        words = sentence.cut.words
        others = [thing for thing in others if not _is_ruled_out(words, thing)]
        owners = [
            owner
            for owner in owners
            if all(_apart(owner, trait) >= 0 for trait in traits)
            and words[owner[0] - 1 : owner[0]] not in _NONE
        ]
        for trait in traits:
            for thing in others:
                if not 0 <= _apart(thing, trait) <= self.reach:
                    continue
                plain = self._plainly(sentence, thing, trait, owners) or self._told(
                    sentence, thing, trait, owners
                )
                if plain or self._said_of(sentence, thing, trait, owners):
                    place = min(thing[0], trait[0]), max(thing[1], trait[1])
                    if not self._excused(sentence, place, trait, plain):
                        where = sentence.cut.of_words(*place)
                        yield Found(*where, {"value": self.row.says}, plain and _is_aside(sentence, thing))
                        return

    def _plainly(self, sentence: Sentence, thing: Span, trait: Span, owners: Sequence[Span]) -> bool:
        """Whether the trait follows the thing so closely that nothing else can be meant."""
        tokens, places = sentence.tokens, sentence.cut.places
        if thing[0] > trait[0]:
            between = tokens[places[trait[1]] + 1 : places[thing[0]]]
            return not owners and (not between or between == ("the",))
        start, stop = places[thing[1]] + 1, places[trait[0]]
        between = tokens[start:stop]
        if len(between) > _TIGHT or not _GLUE.issuperset(between) or between[-1:] == (",",):
            return False
        if not self.denials.isdisjoint(tokens[start : places[trait[1]] + 1]):
            return False
        if between[:1] == (",",) and between[1:2] and between[1] in ARTICLES:
            behind = tokens[places[trait[1]] + 1 : places[trait[1]] + 3]
            if behind[:1] in (("and",), ("or",)) or behind in ((",", "and"), (",", "or")):
                return False  # a list, no apposition
        return self._free(sentence, thing, trait, owners)

    def _told(self, sentence: Sentence, thing: Span, trait: Span, owners: Sequence[Span]) -> bool:
        """Whether the trait stands in words that tell what the thing is or does ("X, which means that ...")."""
        if thing[0] > trait[0] or self.row.within < _AROUND:
            return False
        tokens, places = sentence.tokens, sentence.cut.places
        start, stop = places[thing[1]] + 1, places[trait[0]]
        between = tokens[start:stop]
        lead = between[1:] if between[:1] == (",",) else between
        opens = bool(lead) and lead[0] in (_TELLS if lead is between else _TELLS_ASIDE)
        if not opens and not _concludes(between):
            return False
        if (lead[0] == "(" and ")" in lead and opens) or between[-1] in _JOINS:
            return False
        if not self.denials.isdisjoint(tokens[start : places[trait[1]] + 1]) or not self.parting.isdisjoint(
            between
        ):
            return False
        if rival(sentence, start, stop, self.things):
            return False
        return self._free(sentence, thing, trait, owners)

    def _free(self, sentence: Sentence, thing: Span, trait: Span, owners: Sequence[Span]) -> bool:
        """Whether no owner stands where the trait may be said of it, though it is said so plainly of the thing."""
        tokens, places = sentence.tokens, sentence.cut.places
        before = tokens[places[thing[0]] - 1] if places[thing[0]] else ""
        for owner in owners:
            if owner[1] < thing[0]:
                if before in ("and", "or", ",", "/") and thing[0] - owner[1] <= _AROUND:
                    return False
            elif (
                owner[0] < trait[0] or sentence.cut.words[owner[0] - 1] in _LINKS or owner[0] == trait[1] + 1
            ):
                return False
        return True

    def _said_of(self, sentence: Sentence, thing: Span, trait: Span, owners: Sequence[Span]) -> bool:
        """Whether a clause says the trait of the thing, and no owner is named of whom it may be said."""
        first, second = sorted((thing, trait))
        if _apart(first, second) > self.row.within:
            return False
        tokens, places = sentence.tokens, sentence.cut.places
        start, stop = places[first[1]] + 1, places[second[0]]
        between = without_asides(tokens[start:stop])
        whole = tokens[places[first[0]] : places[second[1]] + 1]
        tail = tokens[places[second[1]] + 1 :][:_AROUND]
        if (
            not self.parting.isdisjoint(between)
            or not self.denials.isdisjoint(whole)
            or not _NOT.isdisjoint(tail)
        ):
            return False
        behind = places[thing[1]] + 1
        if behind < len(tokens) and tokens[behind] in LENT:
            return False
        if any(self._may_own(sentence, owner, second) for owner in owners):
            return False
        if rival(sentence, start, stop, self.things) or begins_anew(between):
            return False
        if between and (between[0] in _JOINS or between[-1] in _JOINS):
            return False
        if between[-1:] == (",",) and trait[0] == trait[1]:
            return False  # a list
        opens = (
            first is thing
            and places[thing[0]] < _TIGHT
            and not _LED_BY.isdisjoint(tokens[: places[thing[0]]])
        )
        if not opens and not all(map(goes_on, behind_commas((*between, tokens[stop])))):
            return False
        return first is thing or not between or ("and" not in between and not _OF.isdisjoint(between))

    def _may_own(self, sentence: Sentence, owner: Span, second: Span) -> bool:
        """Whether an owner stands where the trait may be said of it: anywhere but in another clause behind."""
        if owner[0] < second[0]:
            return True
        tokens, places = sentence.tokens, sentence.cut.places
        behind = tokens[places[second[1]] + 1 : places[owner[0]]]
        return "," not in behind or behind[-1] in _LINKS or behind[-1] in _JOINS or len(behind) < _TIGHT

    def _excused(self, sentence: Sentence, place: Span, trait: Span, plain: bool) -> bool:
        """Whether a wording that takes it back stands near. What is said plainly does not mind what it is joined to."""
        low, high = place[0] - _AROUND, place[1] + (0 if plain else _AROUND)
        return any(
            low <= first
            and last <= high
            and not trait[0] <= first <= trait[1]
            and not (plain and sentence.cut.words[first] in _JOINS and first < place[0])
            for first, last in self.unless.find(sentence)
        )


def _concludes(between: Sequence[str]) -> bool:
    """Whether a clause follows that draws a conclusion ("..., so that", "..., which means")."""
    return any(
        token == "," and following in _CONCLUSIONS and then not in _WE
        for token, following, then in zip(between, between[1:], (*between[2:], ""), strict=False)
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
        words[at] in _NOT or words[at] in _BESIDE or tuple(words[max(0, at - 1) : at + 1]) in _APART_FROM
    )


def _without(words: frozenset[str], own: Iterable[str]) -> frozenset[str]:
    """The words but those that a trait's own wordings may hold."""
    return frozenset(word for word in words if not any(fits(wanted, word) for wanted in own))


def _apart(a: Span, b: Span) -> int:
    """Words between two spans; below 0 where they overlap."""
    return max(a[0], b[0]) - min(a[1], b[1]) - 1
