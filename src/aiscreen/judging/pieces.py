"""Pieces of work told apart from the jobs: some list their jobs bare, and tell of what they made in them piece by piece.

Such a piece is employment, though it stands among the projects. One that says that it is somebody's own, a course's or a
contest's is none, nor is one with an address of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiscreen.judging.topics import Topics, is_head
from aiscreen.models.resume import Resume, Statement

_OWN = re.compile(
    r"\b(?:personal|side|pet|hobby|hobbies|private|own time|spare time|free time|at home|academic|university|college"
    r"|school|student\w*|course\w*|class(?:mates?|room)|semester|thesis|dissertation|capstone|bootcamp|diploma|tutorial"
    r"|kaggle|hackathon|competition|contest|portfolio|github|gitlab)\b",
    re.IGNORECASE,
)
_BARE = 20
"""Words that a bare job says at most, on average, beside its head; and the pieces at least."""
_RATIO = 3
"""How much more the pieces must say than the jobs do."""


def pieces_of_work(resume: Resume, topics: Topics) -> frozenset[int]:
    """The projects, by number, that are what was made in the jobs."""
    titles = [job.position or "" for job in resume.work]
    if not resume.projects or not any(
        topics.of_title(t) != "other" and not topics.academic(t) for t in titles
    ):
        return frozenset()
    said = [s for s in resume.statements if s.entry is not None and not is_head(resume, s)]
    in_jobs = _words([s for s in said if s.section == "work"])
    told = [s for s in said if s.section == "projects"]
    if in_jobs > _BARE * len(resume.work) or _words(told) < max(_RATIO * in_jobs, _BARE):
        return frozenset()
    headings = [s for s in resume.statements if s.section == "projects" and s.entry is None]
    if any(_OWN.search(s.text) for s in headings):
        return frozenset()
    own = {s.entry for s in resume.statements if s.section == "projects" and _OWN.search(s.text)}
    return frozenset(
        number
        for number, project in enumerate(resume.projects)
        if number not in own and project.url is None and not _OWN.search(project.name or "")
    )


def _words(statements: Sequence[Statement]) -> int:
    return sum(len(s.text.split()) for s in statements)
