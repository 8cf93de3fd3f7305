"""Whether a sentence says of a thing what is true of others: plainly, right behind its name, or by a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiscreen.judging.flags.checks import but_own
from aiscreen.judging.flags.grammar import ARTICLES, DENIALS, LENT, PARTING, WE
from aiscreen.judging.flags.sentence import Sentence, Span, apart
from aiscreen.judging.flags.use import begins_anew, behind_commas, goes_on, rival, without_asides
from aiscreen.taxonomy.redflags.tables import Trait
from aiscreen.text import vocabulary

JOINS = vocabulary("and or plus nor")
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
AROUND = 3
NOT = vocabulary("not never cannot isn't aren't weren't wasn't hardly unneeded unnecessary")


@dataclass(frozen=True, slots=True)
class Saying:
    """A trait and a thing in a sentence, and the `owners` that are named there: things that have the trait."""

    sentence: Sentence
    trait: Span
    thing: Span
    owners: Sequence[Span]

    @property
    def between(self) -> tuple[str, ...]:
        """The tokens between the two, whichever comes first."""
        return self.sentence.between(*sorted((self.thing, self.trait)))


class SaidOf:
    """Tells for one row of a table whether its trait is said of a thing. `things`: the marks of what may be meant
    instead."""

    def __init__(self, row: Trait, things: frozenset[str]) -> None:
        self.row, self.things = row, things
        self.denials = but_own(DENIALS | _LACKS | _NO_SUCH, row.trait)
        self.parting = but_own(PARTING, row.trait)

    def plainly(self, saying: Saying) -> bool:
        """Whether nothing else can be meant."""
        return self._right_behind(saying) or self._told(saying)

    def _right_behind(self, saying: Saying) -> bool:
        """Whether the trait follows the thing so closely."""
        sentence, thing, trait, between = saying.sentence, saying.thing, saying.trait, saying.between
        if thing[0] > trait[0]:
            return not saying.owners and (not between or between == ("the",))
        if len(between) > _TIGHT or not _GLUE.issuperset(between) or between[-1:] == (",",):
            return False
        if self._denied(saying):
            return False
        if between[:1] == (",",) and between[1:2] and between[1] in ARTICLES:
            behind = sentence.behind(trait)[:2]
            if behind[:1] in (("and",), ("or",)) or behind in ((",", "and"), (",", "or")):
                return False  # a list, no apposition
        return _free(saying)

    def _told(self, saying: Saying) -> bool:
        """Whether the trait stands in words that tell what the thing is or does ("X, which means that ...")."""
        sentence, thing, trait, between = saying.sentence, saying.thing, saying.trait, saying.between
        if thing[0] > trait[0] or self.row.within < AROUND:
            return False
        lead = between[1:] if between[:1] == (",",) else between
        opens = bool(lead) and lead[0] in (_TELLS if lead is between else _TELLS_ASIDE)
        if not opens and not _concludes(between):
            return False
        if (lead[0] == "(" and ")" in lead and opens) or between[-1] in JOINS:
            return False
        if self._denied(saying) or not self.parting.isdisjoint(between):
            return False
        return not rival(sentence, thing, trait, self.things) and _free(saying)

    def _denied(self, saying: Saying) -> bool:
        """Whether a word of denial stands behind the thing, or in the trait."""
        behind = (*saying.between, *saying.sentence.across(saying.trait, saying.trait))
        return not self.denials.isdisjoint(behind)

    def by_clause(self, saying: Saying) -> bool:
        """Whether a clause says the trait of the thing, and no owner is named of whom it may be said."""
        sentence, thing, trait = saying.sentence, saying.thing, saying.trait
        first, second = sorted((thing, trait))
        if apart(first, second) > self.row.within:
            return False
        between = without_asides(saying.between)
        if not (
            self.parting.isdisjoint(between)
            and self.denials.isdisjoint(sentence.across(first, second))
            and NOT.isdisjoint(sentence.behind(second)[:AROUND])
        ):
            return False
        if not LENT.isdisjoint(sentence.behind(thing)[:1]):
            return False
        if any(_may_own(sentence, owner, second) for owner in saying.owners):
            return False
        if rival(sentence, first, second, self.things) or begins_anew(between):
            return False
        if between and (between[0] in JOINS or between[-1] in JOINS):
            return False
        if between[-1:] == (",",) and trait[0] == trait[1]:
            return False  # a list
        opening = sentence.tokens[: sentence.cut.places[thing[0]]]
        led_by = first is thing and len(opening) < _TIGHT and not _LED_BY.isdisjoint(opening)
        following = sentence.across(second, second)[0]
        if not led_by and not all(map(goes_on, behind_commas((*between, following)))):
            return False
        return first is thing or not between or ("and" not in between and not _OF.isdisjoint(between))


def _free(saying: Saying) -> bool:
    """Whether no owner stands where the trait may be said of it, though it is said so plainly of the thing."""
    sentence, thing, trait = saying.sentence, saying.thing, saying.trait
    tokens, places = sentence.tokens, sentence.cut.places
    before = tokens[places[thing[0]] - 1] if places[thing[0]] else ""
    for owner in saying.owners:
        if owner[1] < thing[0]:
            if before in ("and", "or", ",", "/") and thing[0] - owner[1] <= AROUND:
                return False
        elif owner[0] < trait[0] or sentence.cut.words[owner[0] - 1] in _LINKS or owner[0] == trait[1] + 1:
            return False
    return True


def _may_own(sentence: Sentence, owner: Span, second: Span) -> bool:
    """Whether an owner stands where the trait may be said of it: anywhere but in another clause behind."""
    if owner[0] < second[0]:
        return True
    behind = sentence.between(second, owner)
    return "," not in behind or behind[-1] in _LINKS or behind[-1] in JOINS or len(behind) < _TIGHT


def _concludes(between: Sequence[str]) -> bool:
    """Whether a clause follows that draws a conclusion ("..., so that", "..., which means")."""
    return any(
        token == "," and following in _CONCLUSIONS and then not in WE
        for token, following, then in zip(between, between[1:], (*between[2:], ""), strict=False)
    )
