"""Whose work a statement is: the pulls of the roles' core needs, and how shared ones are passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aiscreen.judging.evidence import Job, Reading

Key = tuple[str, str]
"""A role's id and a need's."""
_SHARED = 0.75
"""What a shared pull says for its own role, against one of a role's own."""
Pulls = dict[str, tuple[float, float]]
"""Role id to how strongly something belongs to it: by needs of its own, and by shared ones."""


@dataclass(slots=True)  # as with readings
class Work:
    """A statement of work: how recent, and what it says (how many phrases of each need)."""

    weight: float
    reading: Reading
    phrases: Mapping[Key, int]


def sums(cast: list[tuple[Work, Pulls]]) -> dict[Job, Pulls]:
    """The pulls of each job's statements, added up."""
    added: dict[Job, Pulls] = {}
    for work, pulls in cast:
        job = added.setdefault(work.reading.job, {})
        for role, (own, shared) in pulls.items():
            before = job.get(role, (0.0, 0.0))
            job[role] = (before[0] + own, before[1] + shared)
    return added


def passed_on(pulls: Pulls, job: Pulls) -> dict[str, float]:
    """A statement's pulls, where what roles share goes to those whose own work the job shows: whoever ships and watches
    their own models is no platform engineer for it. Where the job shows nothing else, it stays."""
    weighed = {role: own for role, (own, _) in pulls.items()}
    for role, (_, shared) in pulls.items():
        others = {name: own for name, (own, _) in job.items() if own and name != role}
        total = sum(others.values())
        mine = job[role][0] + _SHARED * job[role][1]
        kept = mine / (mine + total)
        weighed[role] += shared * kept
        for name, own in others.items():
            weighed[name] = weighed.get(name, 0.0) + shared * (1 - kept) * own / total
    return {role: pull for role, pull in weighed.items() if pull}
