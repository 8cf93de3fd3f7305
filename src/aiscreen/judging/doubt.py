"""What is left of what a résumé shows where something cannot be as it is told, or where it only speaks of the work."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from aiscreen.judging.evidence import KEPT, Facts, Reading
from aiscreen.models.assessment import Flag

Place = tuple[int, int]
"""Page and line of a statement."""

DOUBTFUL = ("fundamentals", "timeline", "injection")
"""The kinds of flags that say that something cannot be as it is told."""
_SLIPS = {"timeline": 1, "fundamentals": 2}
"""How many statements of a kind a slip of the pen explains; more cast doubt on what else is told."""
_SPEAKING = frozenset({"apart", "buzz"})
_RESULTS = ("lifecycle", "impact")
"""What a claim that nobody believes says of itself; that something was deployed may still be so."""
_TOLD = 3
"""Statements of a job from which on one can say that it only speaks of the work."""


def believed(facts: Facts, flags: Sequence[Flag]) -> Facts:
    """What is left once the flags are taken in: statements that cannot be as they are told show nothing, and what a
    question of fundamentals asks about proves no result until it is answered."""
    if doubted := _doubted(flags):
        slips = all(len(_doubted(flags, (kind,))) <= most for kind, most in _SLIPS.items())
        facts = _without(facts, doubted, believed=slips)
    asked = {(e.page, e.line) for flag in flags if flag.kind == "fundamentals" for e in flag.evidence}
    return _aside(_unproven(facts, asked - doubted))


def _doubted(flags: Sequence[Flag], kinds: Sequence[str] = DOUBTFUL) -> set[Place]:
    """The places of statements that cannot be as they are told: they prove nothing until the question is answered.
    Where one of a kind costs points, the others of that kind are believed too, and where more statements are asked about
    than a slip explains; an order to a machine proves nothing anyway."""
    asked = {(e.page, e.line) for flag in flags if flag.kind == "fundamentals" for e in flag.evidence}
    many = len(asked) > _SLIPS["fundamentals"]
    sure = {
        flag.kind
        for flag in flags
        if flag.kind in kinds
        and (flag.points or flag.kind == "injection" or (many and flag.kind == "fundamentals"))
    }
    return {
        (evidence.page, evidence.line) for flag in flags if flag.kind in sure for evidence in flag.evidence
    }


def _without(facts: Facts, doubted: Collection[Place], *, believed: bool = True) -> Facts:
    """The same, where the statements at these places show nothing, nor the years of their jobs; a job half of whose
    statements are among them is none in AI."""
    told = [(r.statement.page, r.statement.line) not in doubted for r in facts.readings]
    readings = tuple(
        r if sure else replace(r, shows={}, context="other", counts=False, skills=())
        for r, sure in zip(facts.readings, told, strict=True)
    )
    said: dict[int, list[bool]] = {}
    for r, sure in zip(facts.readings, told, strict=True):
        if r.statement.section == "work" and r.statement.entry is not None and not (r.head and sure):
            said.setdefault(r.statement.entry, []).append(sure)
    jobs = {entry for entry, each in said.items() if not all(each)}
    gone = {("work", entry) for entry, each in said.items() if 2 * sum(each) <= len(each)}
    return replace(
        facts,
        readings=readings,
        entries={key: "other" if key in gone else context for key, context in facts.entries.items()},
        industry=facts.industry - jobs,
        trusted=False,
        believed=believed,
    )


def _unproven(facts: Facts, asked: Collection[Place]) -> Facts:
    """The same, where the statements at these places prove no result."""
    if not asked:
        return facts
    readings = tuple(
        replace(r, shows={name: shown for name, shown in r.shows.items() if name not in _RESULTS})
        if r.classes and (r.statement.page, r.statement.line) in asked
        else r
        for r in facts.readings
    )
    return replace(facts, readings=readings)


def _aside(facts: Facts) -> Facts:
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
        sure = [r for r in readings if (r.statement.page, r.statement.line) not in doubted]
        speaking = [r for r in sure if _speaks(r)]
        kept = any(r.full(*KEPT) for r in sure)
        unsure = len(readings) - len(sure)
        if speaking and not kept and len(readings) >= _TOLD and 2 * (len(speaking) + unsure) >= len(readings):
            found[entry] = speaking
    return found


def _speaks(reading: Reading) -> bool:
    """Whether a statement teaches, advises, prompts or uses great words, and tells of nothing that was built."""
    return not _SPEAKING.isdisjoint(reading.shows) and not reading.full("ownership")
