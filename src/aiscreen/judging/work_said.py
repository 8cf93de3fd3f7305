"""What the candidate's work says in words: phrases of the roles' needs, signals, and titles, by how recent."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from aiscreen.judging.career import Career, fading
from aiscreen.judging.evidence import DOING
from aiscreen.judging.votes import Key, Work
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.patterns.words import sentences
from aiscreen.taxonomy.roles import Phrase
from aiscreen.taxonomy.rubric import EVIDENCE

if TYPE_CHECKING:
    from aiscreen.judging.fit import Roles

_WORK_HALF_LIFE = 36
_LASTING = 24
"""Months in a job from which on what was kept running there counts whole."""


class Said:
    """What the candidate's work says in words: phrases of the roles' needs, signals, and titles, by how recent."""

    def __init__(self, roles: Roles, career: Career) -> None:
        self.work: list[Work] = []
        self.phrases: dict[Key, dict[int, tuple[float, Statement]]] = {}
        self.signals: dict[str, list[tuple[float, Statement]]] = {}
        self._titles = _title_votes(roles, career)
        for reading in career.facts.readings:
            section = reading.statement.section
            if reading.head or reading.context == "other" or (section not in DOING and section != "summary"):
                continue
            span = career.span(reading.statement)
            weight = fading(career.worked_since(span[1]), _WORK_HALF_LIFE) if span else 0.5
            phrases = _find(roles.says, reading.statement.text)
            in_summary = section == "summary"
            counts = {key: len(found) for key, found in phrases.items()}
            self.work.append(Work(weight * (0.5 if in_summary else 1.0), reading, counts))
            if in_summary:
                continue
            owned = "ownership" in reading.shows and "weak" not in reading.shows
            shown = 1.0 if reading.counts and reading.classes else 0.6 if owned else 0.3
            strength = shown * max(0.5, weight)
            for key, found in phrases.items():
                known = self.phrases.setdefault(key, {})
                for phrase in found:
                    if phrase not in known or known[phrase][0] < strength:
                        known[phrase] = strength, reading.statement
            lasting = 0.5 + 0.5 * min(1.0, (span[1] - span[0]) / _LASTING) if span else 0.5
            for label, shows in reading.shows.items():
                held = max(0.5, weight) * (lasting if label in EVIDENCE else 1.0)
                self.signals.setdefault(label, []).append((shows * held, reading.statement))

    def title(self, role_id: str) -> float:
        """How far the candidate's titles name a role, 0-1."""
        return self._titles.get(role_id, 0.0)


@lru_cache(maxsize=16_384)
def _find(lexicon: Lexicon[Phrase], text: str) -> Mapping[Key, frozenset[int]]:
    """The phrases in a text by need, without those that an `unless` of the same need overlaps."""
    found: dict[Key, frozenset[int]] = {}
    for sentence in sentences(text):
        hits = lexicon.find(sentence)
        barred = [(role, need, first, last) for (role, need, number), first, last in hits if number is None]
        for (role, need, number), first, last in hits:
            over = any((r, n) == (role, need) and a <= last and first <= b for r, n, a, b in barred)
            if number is not None and not over:
                found[(role, need)] = found.get((role, need), frozenset()) | {number}
    return found


def _title_votes(roles: Roles, career: Career) -> dict[str, float]:
    """Roles named by the titles held, and by what the candidate calls themselves; the latest job counts most."""
    resume = career.resume
    said: list[tuple[float, str]] = [(0.5, resume.basics.label)] if resume.basics.label else []
    for job, span in zip(resume.work, career.jobs, strict=True):
        if job.position:
            said.append((fading(career.worked_since(span[1]), 24) if span else 0.3, job.position))
    votes: dict[str, float] = {}
    for weight, title in said:
        named = sorted(
            {name.removeprefix("role/") for name in roles.titles.labels(title) if name.startswith("role/")}
            - roles.kin.keys()
        )
        for role in named:
            votes[role] = max(votes.get(role, 0.0), weight / len(named) ** 0.5)
    return votes
