"""The test `use`: a thing said to serve what it cannot ("K-means to predict rents", "rents predicted by K-means")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from aiscreen.judging.flags.attachment import opens_a_clause
from aiscreen.judging.flags.checks import Found, Later, but_own
from aiscreen.judging.flags.grammar import ARTICLES, DENIALS, GOES_ON, LENT, MEANS, PARTING, PURPOSE
from aiscreen.judging.flags.sentence import Sentence, Span, apart
from aiscreen.taxonomy.redflags.sentence import Row
from aiscreen.text import vocabulary

_AROUND = 6
_SEPARATORS = vocabulary(", / and or plus")
_LINKS = (
    PURPOSE
    | MEANS
    | GOES_ON
    | vocabulary(
        "of in on at into over under while if i we it they this that these those since because are be have has had"
    )
)
"""Words that say how two things hang together."""
_OF = frozenset({"of", "in", "for", "on", "from"})


class UseCheck:
    """A tool and a task near each other; `tool` is the label of the row's tools."""

    def __init__(self, row: Row, tool: int, task: Later, things: frozenset[str], unless: Later) -> None:
        self.row, self.unless = row, unless
        self.tool, self.task = tool, task
        self.things = things

    @cached_property
    def denials(self) -> frozenset[str]:
        """The words that deny it."""
        return but_own(DENIALS, (*self.row.tool, *self.row.task))

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Every tool with the first task that it is said to serve."""
        tasks = self.task.find(sentence)
        for tool in sentence.found[self.tool] if tasks else ():
            for task in tasks:
                place = min(tool[0], task[0]), max(tool[1], task[1])
                if self._serves(sentence, tool, task) and not self.unless.near(sentence, *place, _AROUND):
                    yield Found(*sentence.cut.of_words(*place), {"value": self.row.says})
                    break

    def _serves(self, sentence: Sentence, tool: Span, task: Span) -> bool:
        first, second = sorted((tool, task))
        if not 0 <= apart(first, second) <= self.row.within or (self.row.ahead and first is task):
            return False
        if lends_its_name(sentence, tool, self.things):
            return False
        between, whole = sentence.between(first, second), sentence.across(first, second)
        if not self.denials.isdisjoint(whole):
            return False
        told = not _LINKS.isdisjoint(sentence.across(second, second))
        start = sentence.cut.places[first[0]]
        if is_list(between) and not told and not opens_a_clause(sentence.tokens, start):
            return False
        if self.row.reach == "free":
            return ";" not in between and DENIALS.isdisjoint(between)
        if not PARTING.isdisjoint(between) or rival(sentence, first, second, self.things):
            return False
        between = without_asides(between)
        if self.row.reach == "sentence":
            return True
        if between[:1] in (("and",), ("or",), ("plus",)) or begins_anew(between):
            return False  # "prompts and fine-tuning" are two things
        if not all(map(goes_on, behind_commas(without_asides(whole)))):
            return False
        # The pattern itself may hold the joining word: "used to predict", "done with".
        link = PURPOSE if first is tool else MEANS
        around = {*between, sentence.across(second, second)[0], sentence.across(first, first)[-1]}
        return self.row.reach == "clause" or not between or not link.isdisjoint(around)


def lends_its_name(sentence: Sentence, tool: Span, things: frozenset[str]) -> bool:
    """Whether it is a thing's name and what follows is the true tool ("K-means features")."""
    end = sentence.cut.places[tool[1]]
    named = any(last == end and mark in things for _, last, mark in sentence.terms)
    return named and not LENT.isdisjoint(sentence.behind(tool)[:1])


def rival(sentence: Sentence, one: Span, other: Span, things: frozenset[str]) -> bool:
    """Whether another thing stands between, which may be the true tool ("of the ResNet" belongs to the task)."""
    start, stop = sentence.cut.places[one[1]] + 1, sentence.cut.places[other[0]]
    for first, last, mark in sentence.terms:
        if start <= first and last < stop and mark in things:
            before = first - 1
            while sentence.tokens[before] in ARTICLES:
                before -= 1
            lends = sentence.tokens[last + 1 : last + 2] == ("'s",)
            if sentence.tokens[before] not in _OF and not lends:
                return True
    return False


def behind_commas(tokens: Sequence[str]) -> Iterator[str]:
    return (tokens[at + 1] for at, token in enumerate(tokens[:-1]) if token == ",")


def is_list(between: Sequence[str]) -> bool:
    """Whether two things are only named one after the other ("AUC and linear regression", "gamma / exploration")."""
    return (
        not _SEPARATORS.isdisjoint(between)
        and _LINKS.isdisjoint(between)
        and not any(token.endswith(("ed", "ing")) for token in between)
    )


def begins_anew(tokens: Sequence[str]) -> bool:
    """Whether "and" leads to another doing ("tuned it on 2,000 texts and shortened the prompt")."""
    return any(token == "and" and tokens[at + 1].endswith("ed") for at, token in enumerate(tokens[:-1]))


def goes_on(word: str) -> bool:
    """Whether the clause goes on behind a comma with this word."""
    return word in GOES_ON or word.endswith("ing")


def without_asides(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words without what stands in brackets."""
    while "(" in tokens and ")" in tokens[tokens.index("(") :]:
        start = tokens.index("(")
        tokens = tokens[:start] + tokens[tokens.index(")", start) + 1 :]
    return tokens
