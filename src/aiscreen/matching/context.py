"""Whether the surroundings speak for an ambiguous word.

One strong sign is enough: a word that its context names, its place in a list of skills, or a version number. Names
in their own case may also rest on two weak signs. A denial outweighs all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from aiscreen.matching.listed import listed
from aiscreen.matching.scan import FORM, SKILL, TIER, Candidate, Spot
from aiscreen.text import vocabulary

REACH = 10
"""Tokens either side that count as near."""
_SHORT_REACH = 4
"""The same for a name in another case than its own."""

_NO_RULE: dict[str, Any] = {
    "near": {},
    "before": (),
    "before_words": frozenset(),
    "after": (),
    "after_words": frozenset(),
    "lists": True,
}

_USED_WITH = frozenset(("using", "via", "leveraging", "utilizing", "utilising", "through"))
_PUT_IN = {
    1: vocabulary("in on with from to into onto sous avec sur mit auf unter con en su com em met op"),
    2: vocabulary("in on into onto sous auf unter em"),
}
"""Behind which words a tool stands, by tier: one works with people too, and goes from town to town."""
_GOES_ON = vocabulary(
    "across after and as at because before but by each every for from in nightly on once or over so "
    "that then through to until via weekly when where which while with without "
    "et pour par dans sur und für auf y e para por em per en voor"
)
"""How a sentence goes on behind a tool; a noun there has the name for its own ("in Phoenix warehouses")."""
_WORK = vocabulary(
    "retrain retrained retrains retraining reschedule schedule scheduled schedules scheduling "
    "orchestrate orchestrated orchestrates orchestrating deploy deployed deploys deploying port ported "
    "porting migrate migrated migrating rewrote rewritten rewriting index indexed indexing embed "
    "embedded embedding rerank reranked reranking ingest ingested ingesting automate automated "
    "automating finetuned tuned tuning quantized benchmark benchmarked evaluated prototype prototyped "
    "chunks chunk embeddings vectors etl dag dags batch nightly backend api apis pipeline pipelines "
    "inference gpu gpus endpoint endpoints latency throughput dataset datasets warehouse lakehouse "
    "clickstream schema schemas features llm llms rag retrieval prompts evals microservice "
    "microservices cron models production "
    "modèle modèles réentraînement réentraînés déploiement déployé déployés entraînement dérive modell "
    "modelle modellen nachtraining überwachung produktion modelo modelos reentrenamiento producción produção "
    "modelli produzione productie"
)
"""What is done with tools, and to what: a name that stands behind "in" or "with" in such a sentence is a tool's."""
NOUNS = vocabulary(
    "developer developers engineer programming programmer framework library cluster clusters pipeline "
    "pipelines job jobs script scripts app apps application applications code coding api apis sdk model "
    "models package packages query queries workflow workflows server servers service services backend "
    "microservices microservice"
)
_YEARS = re.compile(r"\s*\((?:less than )?\d+\+?\s*(?:years?|yrs?|months?)\b")
_SEPARATORS = re.compile(r"[\s\-._]")
VERSION = re.compile(r"\s?v?\d+\.\d+|\s?v\d+\b|\s?\d\.x\b")


def denied(rule: dict[str, Any], spot: Spot) -> bool:
    """Whether a phrase of `deny` stands near, or over, a candidate."""
    deny, normal, first, last = rule["deny"], spot.normal, spot.candidate.first, spot.candidate.last
    if not deny or deny.keys().isdisjoint(normal.words):
        return False
    window = normal.window(first - REACH, last + REACH)
    for word in deny.keys() & normal.words:
        for phrase, holds_itself in deny[word]:
            if phrase not in window:
                continue
            if not holds_itself:
                return True
            size = phrase.count(" ") - 1
            if phrase in normal.window(first - size + 1, last + size - 1):
                return True
    return False


def _beside(rule: dict[str, Any], spot: Spot) -> bool:
    """Whether a word of `before` or `after` stands right beside a candidate."""
    normal, first, last = spot.normal, spot.candidate.first, spot.candidate.last
    tokens = normal.tokens
    years = "year" in normal.words
    if first and (years or tokens[first - 1] in rule["before_words"]):
        left = normal.window(first - REACH, first)
        if left.endswith(rule["before"]) and normal.gaps[first][-1:] not in (",", ";"):
            return True
    if last < len(tokens) and (years or tokens[last] in rule["after_words"]):
        right = normal.window(last, last + REACH)
        return right.startswith(rule["after"]) and normal.gaps[last][:1] not in (",", ";", "|")
    return False


def speaks_for(entry: Any, rule: dict[str, Any] | None, spot: Spot, categories: Mapping[str, str]) -> bool:
    """Whether the surroundings speak for one reading (`entry`) of an ambiguous candidate. `categories`: of each skill."""
    rule = rule or _NO_RULE
    normal, surface = spot.normal, spot.surface
    squashed = surface if surface.isalnum() else _SEPARATORS.sub("", surface)
    exact = not entry[FORM] or squashed in (entry[FORM], entry[FORM] + "s")
    if _beside(rule, spot) or _near(rule, spot, REACH if exact or entry[TIER] != 1 else _SHORT_REACH):
        return True
    end = spot.candidate.end
    if exact and (VERSION.match(normal.lower, end) or _YEARS.match(normal.lower, end)):
        return True
    if rule["lists"] and listed(spot, exact):
        return True
    if not exact:
        return False
    named = rule.get("person") or rule.get("company")
    if not named and (
        _put_to_work(spot, entry[TIER]) or (rule["lists"] and _among_its_kind(entry, spot, categories))
    ):
        return True
    return entry[TIER] == 1 and _weakly_spoken_for(spot)


def _near(rule: dict[str, Any], spot: Spot, reach: int) -> bool:
    """Whether a phrase of `near` stands within so many tokens either side."""
    near, normal, candidate = rule["near"], spot.normal, spot.candidate
    if near.keys().isdisjoint(normal.words):
        return False
    left = normal.window(candidate.first - reach, candidate.first)
    right = normal.window(candidate.last, candidate.last + reach)
    return any(
        phrase in left or phrase in right for word in near.keys() & normal.words for phrase in near[word]
    )


def _put_to_work(spot: Spot, tier: int) -> bool:
    """Whether a capital within a sentence stands behind "in", "on" and the like where the sentence tells of such work."""
    candidate, normal = spot.candidate, spot.normal
    return (
        candidate.first > 0
        and normal.tokens[candidate.first - 1] in _PUT_IN[tier]
        and normal.gaps[candidate.first].isspace()
        and normal.cased[candidate.start].isupper()
        and (
            candidate.last == len(normal.tokens)
            or not normal.gaps[candidate.last].isspace()
            or normal.tokens[candidate.last] in _GOES_ON
        )
        and not _WORK.isdisjoint(normal.tokens[max(0, candidate.first - REACH) : candidate.last + REACH])
    )


def _among_its_kind(entry: Any, spot: Spot, categories: Mapping[str, str]) -> bool:
    """Whether a capital within a sentence stands near a sure skill of its own category ("Chroma first, then LanceDB").
    A letter alone is an initial, and a capital beside a capital part of a longer name ("WAAS Express")."""
    candidate, normal = spot.candidate, spot.normal
    if not entry[FORM] or candidate.end - candidate.start < 2 or not normal.cased[candidate.start].isupper():
        return False
    if entry[TIER] == 2 and not candidate.first:
        return False
    taken = {at for other in _neighbours(spot) for at in range(other.first, other.last)}
    for at, gap in ((candidate.first - 1, candidate.first), (candidate.last, candidate.last)):
        beside = 0 <= at < len(normal.tokens) and normal.gaps[gap].isspace() and at not in taken
        if beside and normal.cased[normal.start(at)].isupper():
            return False
    kind = categories[entry[SKILL]]
    near = [other.entry[SKILL] for other in _sure_near(spot)]
    return any(skill != entry[SKILL] and categories[skill] == kind for skill in near)


def _weakly_spoken_for(spot: Spot) -> bool:
    """Two signs of which neither is enough: a verb of use before or a noun of software after, and one of these too,
    a capital within a sentence, or a sure skill near."""
    candidate, normal = spot.candidate, spot.normal
    tokens = normal.tokens
    used = candidate.first > 0 and tokens[candidate.first - 1] in _USED_WITH
    software = candidate.last < len(tokens) and tokens[candidate.last] in NOUNS
    if not (used or software):
        return False
    return (
        (used and software)
        or re.search(r"[a-z,] $", normal.cased[max(0, candidate.start - 2) : candidate.start]) is not None
        or bool(_sure_near(spot))
    )


def _neighbours(spot: Spot) -> list[Candidate]:
    """The two candidates before one, and the two behind it."""
    others, place = spot.candidates, spot.place
    return [*others[max(0, place - 2) : place], *others[place + 1 : place + 3]]


def _sure_near(spot: Spot) -> list[Candidate]:
    """Sure ones among a candidate's neighbours."""
    first = spot.candidate.first
    return [other for other in _neighbours(spot) if other.sure and abs(other.first - first) <= REACH]
