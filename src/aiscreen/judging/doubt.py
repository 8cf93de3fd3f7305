"""What is left of what a résumé shows where something cannot be as it is told, or where it only speaks of the work."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from aiscreen.judging.evidence import KEPT, Facts, Place, Reading
from aiscreen.judging.topics import Context, Entry
from aiscreen.models.assessment import Flag

DOUBTFUL = ("fundamentals", "timeline", "injection")
"""The kinds of flags that say that something cannot be as it is told."""
_SLIPS = 2
"""How many questions a slip of the pen explains; more cast doubt on what else is told."""
_SURE = 2
"""For how many questions a statement counts that can hardly be as it is told."""
_DOUBT, _LEAST = 0.25, 0.25
"""What each question more takes from the rest, and what is left of it at least."""
_SPEAKING = frozenset({"apart", "buzz"})
_RESULTS = ("lifecycle", "impact")
"""What a claim that nobody believes says of itself; that something was deployed may still be so."""
_TOLD = 3
"""Statements of a job from which on one can say that it only speaks of the work."""


def believed(facts: Facts, flags: Sequence[Flag]) -> Facts:
    """What is left once the flags are taken in: statements that cannot be as they are told show nothing, and what a
    question of fundamentals asks about proves no result until it is answered. The same where no flag doubts anything."""
    if doubted := _doubted(flags):
        facts = _without(facts, doubted, _belief(flags, doubted))
        facts = _before_its_time(facts, _places(flags, "timeline") & doubted)
    return _unproven(facts, _places(flags, "fundamentals") - doubted)


def _places(flags: Sequence[Flag], *kinds: str) -> set[Place]:
    """What the flags of these kinds ask about."""
    return {(each.page, each.line) for flag in flags if flag.kind in kinds for each in flag.evidence}


def _doubted(flags: Sequence[Flag]) -> set[Place]:
    """The places of statements that cannot be as they are told: they prove nothing until the question is answered.
    Where one of a kind costs points, the others of that kind are believed too, and where more statements are asked about
    than a slip explains; an order to a machine proves nothing anyway."""
    many = len(_places(flags, "fundamentals")) > _SLIPS
    sure = {
        flag.kind
        for flag in flags
        if flag.kind in DOUBTFUL
        and (flag.points or flag.kind == "injection" or (many and flag.kind == "fundamentals"))
    }
    return _places(flags, *sure)


def _belief(flags: Sequence[Flag], doubted: Collection[Place]) -> float:
    """How far the rest of what is told counts, 0-1: the less, the more there is to ask about."""
    asked: dict[Place, int] = {}
    for flag in flags:
        for each in flag.evidence if flag.kind in DOUBTFUL else ():
            place = each.page, each.line
            sure = flag.severity != "low" and place in doubted
            asked[place] = max(asked.get(place, 0), _SURE if sure else 1)
    return max(_LEAST, 1 - _DOUBT * max(0, sum(asked.values()) - _SLIPS))


def _without(facts: Facts, doubted: Collection[Place], belief: float) -> Facts:
    """The same, where the statements at these places show nothing. When somebody worked, and at what, stays; that years
    alone speak for a job does not where half of its statements are among them."""
    readings = tuple(
        replace(r, shows={}, context="other", counts=False, skills=()) if r.place in doubted else r
        for r in facts.readings
    )
    industry = facts.industry - _half_of(facts, doubted)
    return replace(facts, readings=readings, industry=industry, belief=belief)


def _before_its_time(facts: Facts, places: Collection[Place]) -> Facts:
    """The same, where a job is none in AI if half of what it tells was not there to be done at the time."""
    gone = {("work", entry) for entry in _half_of(facts, places)}
    entries: dict[Entry, Context] = {
        key: "other" if key in gone else context for key, context in facts.entries.items()
    }
    return replace(facts, entries=entries)


def _half_of(facts: Facts, places: Collection[Place]) -> set[int]:
    """The jobs half of whose statements are at these places."""
    said: dict[int, list[bool]] = {}
    for r in facts.readings:
        entry, there = r.statement.entry, r.place in places
        if r.statement.section == "work" and entry is not None and (there or not r.head):
            said.setdefault(entry, []).append(there)
    return {entry for entry, each in said.items() if 2 * sum(each) >= len(each)}


def _unproven(facts: Facts, asked: Collection[Place]) -> Facts:
    """The same, where the statements at these places prove no result."""
    if not asked:
        return facts
    readings = tuple(
        replace(r, shows={name: shown for name, shown in r.shows.items() if name not in _RESULTS})
        if r.classes and r.place in asked
        else r
        for r in facts.readings
    )
    return replace(facts, readings=readings)


def practised(facts: Facts) -> Facts:
    """The same, where jobs that only speak of AI are no practice of it: what they say they were about stays."""
    jobs = spoken_of(facts)
    if not jobs:
        return facts
    entries = {
        key: "other" if key[0] == "work" and key[1] in jobs else context
        for key, context in facts.entries.items()
    }
    return replace(facts, entries=entries, industry=facts.industry - jobs.keys())


def spoken_of(facts: Facts, doubted: Collection[Place] = ()) -> dict[int, list[Reading]]:
    """The jobs in AI that only speak of it, each with the statements that do: half of all teach, advise, prompt, use
    great words or stand at a doubted place, and none tells of a system in use or kept there."""
    jobs: dict[int, list[Reading]] = {}
    for r in facts.readings:
        entry = r.statement.entry
        if r.statement.section != "work" or entry is None or r.head:
            continue
        if facts.entries.get(("work", entry)) == "ai":
            jobs.setdefault(entry, []).append(r)
    found = {}
    for entry, readings in jobs.items():
        sure = [r for r in readings if r.place not in doubted]
        speaking = [r for r in sure if _speaks(r)]
        kept = any(r.full(*KEPT) for r in sure)
        unsure = len(readings) - len(sure)
        if speaking and not kept and len(readings) >= _TOLD and 2 * (len(speaking) + unsure) >= len(readings):
            found[entry] = speaking
    return found


def _speaks(reading: Reading) -> bool:
    """Whether a statement teaches, advises, prompts or uses great words, and tells of nothing that was built."""
    return not _SPEAKING.isdisjoint(reading.shows) and not reading.full("ownership")
