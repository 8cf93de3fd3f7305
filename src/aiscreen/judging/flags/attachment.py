"""What a clause is about: whether what was found is said of the thing that it was found with, or of another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from aiscreen.judging.flags.checks import Found, Named
from aiscreen.judging.flags.grammar import ARTICLES, WE
from aiscreen.judging.flags.guards import tokens_of
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.text import vocabulary

_LEADS = vocabulary(
    "in for on at to with without using via through by when where if as after before since because under during from given "
    "although though once while whereas thanks instead rather despite unlike both not"
)
"""What opens words ahead of a clause, which belong to it ("For meanings, BM25 was used")."""
_BREAKS = frozenset({",", ";", ":"})
_PARTS = frozenset({",", ";", "and"})
_VERBS = vocabulary(
    "is are was were be has have had does do did can could will would may might must should cannot gave got took made kept "
    "ran went fell rose grew cut let set put won lost found held came left told saw wrote read sees whether only never not "
    "just simply then always still each help fail need give take make keep find learn look use work see match"
)
_NEW = vocabulary("a an another our my")
"""Before something that was not spoken of yet."""
_OTHERS = vocabulary(
    "cousin cousins counterpart counterparts analogue analogues sibling latter former beat beats outperformed outperforms failed disappointed"
)
"""Two things are spoken of, and which one does what is for the reader to say."""
_GIVEN_UP = vocabulary("dropped scrapped abandoned rejected retired banned ditched left")
_REJECTED = vocabulary(
    "rejecting rejected dismissing dismissed abandoning abandoned scrapping scrapped discarding"
)
_HYPOTHESES = vocabulary("null h0 h_0 hypothesis hypotheses")
_HENCE = vocabulary("so hence thus therefore but yet while whereas")
_COMES = vocabulary("came come comes stems stemmed needed needs requires required left taken demanded")
"""Behind a thing that is not got from what was named before."""
_RELATIVE = vocabulary("which who whose where")
_JOINING = vocabulary("and or plus to with by over against")
_PAIRING = (
    "compar", "contrast", "combin", "pair", "mix", "merg", "juxtapos", "distinguish", "blend", "couple", "complement",
    "enrich",
)  # fmt: skip
_PAIRED = vocabulary("with and to against from by")
_LOOK = 4


class Attachment:
    """Tells what is said of which. `named` are tables of what a trade's things are called; `actors` the marks of terms
    that do something themselves."""

    def __init__(self, named: Sequence[Named], actors: frozenset[str]) -> None:
        self._named, self._actors = named, actors

    def elsewhere(self, sentence: Sentence, found: Found) -> bool:
        """Whether what was found is in truth said of another thing ("BM25 matches words, dense vectors match meaning",
        "K-means and a network, which predicts prices")."""
        tokens = sentence.tokens
        first, last = tokens_of(sentence, found)
        inside = tokens[first:last]
        if not _OTHERS.isdisjoint(inside) or paired(tokens, first, last) or _given_up(inside):
            return True
        if not _PARTS.isdisjoint(inside):
            things = self._things(sentence)
            return (
                _told_of_nearer(tokens, first, last, things)
                or _another_clause(tokens, first, last, things)
                or _of_another_source(tokens, first, last)
            )
        return False

    def _things(self, sentence: Sentence) -> Mapping[int, int]:
        """The first token of each thing's name, to its last; measures are none, as what is said of them is often a
        thing's."""
        places = sentence.cut.places
        found: dict[int, int] = {}
        for named in self._named:
            for spans in named.find(sentence).values():
                for first, last in spans:
                    found[places[first]] = max(places[last], found.get(places[first], 0))
        for first, last, mark in sentence.terms:
            if mark in self._actors:
                found[first] = last
            else:
                for at in range(first, last + 1):
                    found.pop(at, None)
        return found


def paired(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether a verb ahead joins what was found or sets it against each other ("contrasted A with B")."""
    ahead = tokens[max(0, first - _LOOK) : first]
    return any(token.startswith(_PAIRING) for token in ahead) and not _PAIRED.isdisjoint(tokens[first:last])


def _given_up(inside: Sequence[str]) -> bool:
    """Whether somebody gave the thing up for what was found ("as it needs no labels, we dropped the SVM"), or weighed
    and rejected it ("LoRA, after costing and rejecting training from scratch"); hypotheses are rejected otherwise."""
    return any(who in WE and what in _GIVEN_UP for who, what in pairwise(inside)) or any(
        token in _REJECTED and _HYPOTHESES.isdisjoint(inside[at + 1 : at + 4])
        for at, token in enumerate(inside)
    )


def _of_another_source(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether the last part of what was found opens a clause that gets it from elsewhere ("SHAP explains the model, so
    the causal effect came from a trial")."""
    starts = [at + 2 for at in range(first, last - 2) if tokens[at] in _BREAKS and tokens[at + 1] in _HENCE]
    return any(tokens[at] not in WE and not _COMES.isdisjoint(tokens[at : at + 2 * _LOOK]) for at in starts)


def _another_clause(tokens: Sequence[str], first: int, last: int, things: Mapping[int, int]) -> bool:
    """Whether a clause about another thing begins: behind a comma or "and", where there was a verb already."""
    if opens_a_clause(tokens, first):
        return False
    for at in range(first + 1, last):
        if tokens[at] not in _PARTS or not _has_verb(tokens, first, at, things):
            continue
        start = at + 1
        while start < last and (tokens[start] in ARTICLES or tokens[start] == "and"):
            start += 1
        new = tokens[start - 1] in _NEW
        end = things.get(start)
        if end is None and start < last and tokens[start] not in _LEADS:
            end = things.get(
                start + 1, start + 1 if new and not _is_verb(tokens[start + 1]) else start if new else None
            )
        if end is not None and end < last and end + 1 < len(tokens) and _is_verb(tokens[end + 1]):
            return True
    return False


def _told_of_nearer(tokens: Sequence[str], first: int, last: int, things: Mapping[int, int]) -> bool:
    """Whether a relative clause belongs to a thing that stands nearer ("Two parts: A, and B, which ...")."""
    for at in range(first + 2, last - 1):
        if tokens[at] == "," and tokens[at + 1] in _RELATIVE:
            for join in range(first + 1, at - 1):
                if tokens[join] in _JOINING:
                    start = join + 1
                    new = tokens[start] in _NEW or tokens[start] == "the"
                    if (new or start in things) and at - start <= _LOOK:
                        return True
    return False


def opens_a_clause(tokens: Sequence[str], first: int) -> bool:
    """Whether it stands in words that open a clause, which goes on behind a comma ("Using QLoRA, we trained ...")."""
    start = first
    while start and tokens[start - 1] not in _BREAKS:
        start -= 1
    return tokens[start] in _LEADS or tokens[start].endswith("ing")


def _has_verb(tokens: Sequence[str], first: int, last: int, things: Mapping[int, int]) -> bool:
    at = first
    while at < last:
        if at in things:
            at = things[at] + 1
        elif _is_verb(tokens[at]):
            return True
        else:
            at += 1
    return False


def _is_verb(token: str) -> bool:
    """Whether a word may be what a clause says of its thing; plurals may be too."""
    return token in _VERBS or (len(token) > 3 and token.endswith(("s", "ed")) and not token.endswith("ss"))
