"""How sure the reading of a résumé is: by field, and overall."""

from __future__ import annotations

from aiscreen.models.document import Document
from aiscreen.models.resume import Resume
from aiscreen.parsing.sections import Part


def confidence(resume: Resume, document: Document, parts: list[Part]) -> dict[str, float]:
    """Shares from 0 to 1 for name, contact, work, education, skills, structure, and overall."""
    basics = resume.basics
    total = sum(len(row.text) for part in parts for row in part.rows)
    placed = sum(len(row.text) for part in parts if part.kind not in ("header", "other") for row in part.rows)
    structure = placed / total if total else 0.0
    jobs = [(bool(w.name) + bool(w.position) + bool(w.startDate or w.endDate)) / 3 for w in resume.work]
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
