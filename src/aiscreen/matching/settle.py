"""Who is meant by each candidate: the sure ones first, then those whose surroundings speak for them."""

from __future__ import annotations

import re
from typing import Any

from aiscreen.matching.compiled import Rules
from aiscreen.matching.context import denied, speaks_for
from aiscreen.matching.everyday import speaks_of_software, used_here
from aiscreen.matching.names import named_company, named_person, stands_for_else
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import FORM, SKILL, TIER, Candidate, Spot

ROUNDS = 2
"""One settled item of a list speaks for the next, so the open ones are asked again."""


def settle(
    index: dict[str, Any], rules: Rules, candidates: list[Candidate], normal: Normal, section: str
) -> None:
    """Sets `entry` of every candidate that names a skill here; the others stay open."""
    ruled_out: set[tuple[int, str]] = set()
    undecided: list[int] = []
    everyday: list[tuple[Candidate, Any]] = []
    for place, candidate in enumerate(candidates):
        first = candidate.entries[0]
        if not first[TIER] and rules[first[SKILL]] is None:
            candidate.entry = first  # distinctive, whatever stands around it
            continue
        entry, out = _by_itself(index, rules, Spot(candidates, place, normal, section))
        ruled_out.update((place, skill) for skill in out)
        if entry is None:
            undecided.append(place)
        elif (rule := rules[entry[SKILL]]) and rule["everyday"]:
            everyday.append((candidate, entry))
        else:
            candidate.entry = entry
    if everyday:
        _settle_everyday(index, everyday, candidates, normal, section)
    if undecided:
        _settle_by_context(index, rules, undecided, ruled_out, candidates, normal, section)


def _by_itself(index: dict[str, Any], rules: Rules, spot: Spot) -> tuple[Any, list[str]]:
    """A candidate's first reading that needs no context, or None; and the skills that it cannot be."""
    surface, brackets = spot.surface, "(" in spot.normal.lower
    ruled_out: list[str] = []
    seen, out = "", False
    for entry in spot.candidate.entries:
        skill, tier, rule = entry[SKILL], entry[TIER], rules[entry[SKILL]]
        if skill != seen:
            seen = skill
            out = rule is not None and _ruled_out(rule, spot)
        if out or (tier == 1 and brackets and stands_for_else(entry, spot, index["ends"])):
            ruled_out.append(skill)
        elif tier == 0 or (tier == 1 and _is_written_so(surface, entry[FORM], rule)):
            return entry, ruled_out
    return None, ruled_out


def _is_written_so(surface: str, form: str, rule: dict[str, Any] | None) -> bool:
    """Whether the case in which a name is written, or a version run on to it, is enough."""
    return (is_cased(surface, form) and not (rule and rule["needed"])) or has_version(surface, form)


def _settle_by_context(
    index: dict[str, Any],
    rules: Rules,
    undecided: list[int],
    ruled_out: set[tuple[int, str]],
    candidates: list[Candidate],
    normal: Normal,
    section: str,
) -> None:
    """Those for which their surroundings speak; one that is settled speaks for the next."""
    categories = index["categories"]
    for _ in range(ROUNDS):
        for place in undecided:
            spot = Spot(candidates, place, normal, section)
            candidate = spot.candidate
            for entry in _likeliest(spot):
                if candidate.sure or not entry[TIER] or (place, entry[SKILL]) in ruled_out:
                    continue
                if speaks_for(entry, rules[entry[SKILL]], spot, categories):
                    candidate.entry, candidate.how = entry, "context"
        left = [place for place in undecided if not candidates[place].sure]
        if len(left) == len(undecided):
            break
        undecided = left


def _settle_everyday(
    index: dict[str, Any],
    everyday: list[tuple[Candidate, Any]],
    candidates: list[Candidate],
    normal: Normal,
    section: str,
) -> None:
    """Names that everyday life has too, where the text speaks of software or one of them is used as a tool's."""
    if speaks_of_software(index, candidates, normal, section) or any(
        used_here(candidate, candidates, normal) for candidate, _ in everyday
    ):
        for candidate, entry in everyday:
            candidate.entry = entry


def _likeliest(spot: Spot) -> tuple[Any, ...]:
    """A candidate's readings, those in the very case of the text first."""
    entries, surface = spot.candidate.entries, spot.surface
    return entries if len(entries) == 1 else tuple(sorted(entries, key=lambda each: each[FORM] != surface))


def _ruled_out(rule: dict[str, Any], spot: Spot) -> bool:
    """Whether a denial, an employer or a person takes the candidate away, whatever else speaks for it."""
    if rule["company"] and named_company(spot):
        return True
    candidate = spot.candidate
    if (
        rule["person"]
        and candidate.last == candidate.first + 1
        and spot.section != "skills"
        and named_person(spot, surname=all(entry[TIER] for entry in candidate.entries))
    ):
        return True
    return denied(rule, spot)


def is_cased(surface: str, form: str) -> bool:
    """Whether a surface is written in the case that a spelling asks for (a plural s may follow)."""
    return surface == form or re.sub(r"[\s\-._]", "", surface) in (form, form + "s")


def has_version(surface: str, form: str) -> bool:
    """Whether a version is run on to a name ("Vue3"), in whatever case."""
    return (
        surface[-1].isdigit()
        and not form[-1].isdigit()
        and surface.rstrip("0123456789").lower() == form.lower()
    )
