"""How sure the reading of a résumé is: by field, and overall."""

from __future__ import annotations

import re
from collections.abc import Collection

from aiscreen.models.resume import Resume, Work
from aiscreen.parsing.sections.part import Part

_HEADER = 240
"""Letters that name, contact and headline may take: a longer name says nothing about how well a résumé was read."""
_BREAK = re.compile(
    r"\b(?:career|employment|work|family|personal|study) (?:break|gap|pause)\b|\bsabbatical|\bgap year\b|"
    r"\b(?:parental|maternity|paternity|family|caregiver|carer's|medical|sick|study|adoption) leave\b|"
    r"\b(?:full[- ]time (?:parent|carer|caregiver)|caring for|stay[- ]at[- ]home)\b|"
    r"\b(?:elternzeit|mutterschutz|auszeit|congé (?:parental|maternité)|pause carrière|excedencia|ouderschapsverlof)\b",
    re.IGNORECASE,
)
"""What people call a time without a job: it has neither employer nor title, and nothing is amiss with that."""


def confidence(resume: Resume, parts: list[Part], doubts: Collection[int] = ()) -> dict[str, float]:
    """Shares from 0 to 1 for name, contact, work, education, skills, structure, and overall. The dates of jobs in
    `doubts` count half."""
    basics = resume.basics
    structure = _structure(parts)
    jobs = [
        (bool(w.name) + bool(w.position) + bool(w.startDate or w.endDate) * (0.5 if i in doubts else 1.0)) / 3
        for i, w in enumerate(resume.work)
        if not _is_break(w)
    ]
    schools = [(bool(e.institution) + bool(e.studyType or e.area)) / 2 for e in resume.education]
    shares = {
        "name": (0.6 if basics.name else 0.0) + (0.4 if basics.name and basics.email else 0.0),
        "contact": min(
            1.0,
            0.6 * bool(basics.email) + 0.4 * bool(basics.phone) + 0.3 * bool(basics.profiles or basics.url),
        ),
        "work": sum(jobs) / len(jobs) if jobs else 0.0,
        "education": sum(schools) / len(schools) if schools else 0.0,
        "skills": 1.0 if any(group.keywords for group in resume.skills) else 0.0,
        "structure": structure,
    }
    entries = max(shares["work"], 0.8 * shares["education"])
    overall = 0.15 * shares["name"] + 0.15 * shares["contact"] + 0.4 * entries + 0.3 * structure
    if not resume.work and not resume.education:
        overall *= 0.5
    shares["overall"] = overall
    return {field: round(share, 3) for field, share in shares.items()}


def _structure(parts: list[Part]) -> float:
    """The share of the text that stands in a section, beside what a header takes."""
    size = {"header": 0, "other": 0, "placed": 0}
    for part in parts:
        kind = part.kind if part.kind in size else "placed"
        size[kind] += sum(len(row.text) for row in part.rows)
    loose = size["other"] + max(0, size["header"] - _HEADER)
    return size["placed"] / (size["placed"] + loose) if size["placed"] else 0.0


def _is_break(entry: Work) -> bool:
    return not (entry.name and entry.position) and bool(
        _BREAK.search(entry.name or "") or _BREAK.search(entry.position or "")
    )
