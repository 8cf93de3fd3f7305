"""The proof ladder: a skill is listed, used, shipped or verified, for so many months, last at such a time.

Value is what a skill counts for, 0-1: its rung, how long it was used, and how much other work was done since
against how fast its field moves. The count of a word moves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from aiscreen.judging.career import Career
from aiscreen.judging.evidence import DOING, Facts, Job, Reading
from aiscreen.judging.flags.engine import engine_of
from aiscreen.judging.proof import MAX_EVIDENCE, Proof, Trail, prove, weighed
from aiscreen.judging.topics import entry_of
from aiscreen.models import periods
from aiscreen.models.assessment import LEVELS
from aiscreen.models.resume import Education, Resume, Statement, Work
from aiscreen.taxonomy.rubric import EVIDENCE
from aiscreen.text import spaced

if TYPE_CHECKING:
    from aiscreen.matching.mention import Mention
    from aiscreen.models.portfolio import RepoEvidence
    from aiscreen.taxonomy import Taxonomy

MAX_LISTED = 45
"""Lists longer than this are not taken at their word, whoever wrote them."""
_IGNORED = frozenset({"header", "references", "languages"})
_HOW = ("code", "exact", "alias", "context", "fuzzy", "implied")


def climb(
    career: Career,
    mentions: Sequence[Sequence[Mention]],
    taxonomy: Taxonomy,
    repos: Sequence[RepoEvidence] = (),
) -> dict[str, Proof]:
    """Every skill of a résumé and its repositories at its rung, by id, the best proven first. `mentions` runs parallel to
    the résumé's statements."""
    facts = career.facts
    engine = engine_of(taxonomy)
    trails: dict[str, Trail] = {}
    shipped = _shipped_entries(facts)
    backed = _backed(career, mentions)
    for reading, each in zip(facts.readings, mentions, strict=True):
        rung = _rung(reading)
        if rung < 0:
            continue
        names = _names_around(career.resume, reading.statement) if reading.head else ""
        doing = rung >= 1 and not reading.near
        beside = reading.job in shipped
        aside = reading.statement.section in ("education", "interests")
        wrong = engine.confused(reading.statement) if rung and each else []
        for mention in each:
            if mention.skill not in reading.skills:
                continue  # an everyday word where nothing is about software
            if names and _spaced(mention.surface) in names:
                continue
            trail = trails.get(mention.skill)
            if trail is None:
                trails[mention.skill] = trail = Trail(backed=backed)
            weak = aside or mention.stance == "weak"
            about = any(mention.start < end and start < mention.end for start, end in wrong)
            trail.found.append((0 if about else rung, weak, reading.statement))
            if trail.how != mention.how:
                trail.how = min(trail.how, mention.how, key=_HOW.index)
            if about:
                continue  # a confusion is no proof of what it is about
            trail.firm = trail.firm or doing
            trail.beside = trail.beside or (beside and not weak)
    _add_code(trails, repos)
    proofs = {
        skill: prove(skill, trail, career, taxonomy)
        for skill, trail in trails.items()
        if skill in taxonomy.skills
    }
    _carry(proofs, trails, career, taxonomy)
    order = sorted(proofs, key=lambda s: (-LEVELS.index(proofs[s].skill.level), -proofs[s].value, s))
    return {skill: proofs[skill] for skill in order}


def _backed(career: Career, mentions: Sequence[Sequence[Mention]]) -> bool:
    """Whether a list of skills is believable: work in AI that went into production, a year of it in industry or
    papers stand behind it, and the list is one that a person can know."""
    facts = career.facts
    year = career.industry >= 12
    production = [value for value in facts.production("ai").values() if value >= 1.0]
    listed = {
        mention.skill
        for reading, each in zip(facts.readings, mentions, strict=True)
        if reading.statement.section == "skills"
        for mention in each
    }
    return (year or len(production) >= 2 or facts.published) and len(listed) <= MAX_LISTED


def _shipped_entries(facts: Facts) -> set[Job]:
    """The jobs whose statements show that their work went into production or was kept running there."""
    return {
        reading.job
        for reading in facts.readings
        if reading.counts
        and reading.context != "other"
        and reading.statement.entry is not None
        and reading.full("deploy", "operate")
    }


def _carry(
    proofs: dict[str, Proof],
    trails: dict[str, Trail],
    career: Career,
    taxonomy: Taxonomy,
) -> None:
    """What proven skills imply: PyTorch in a job is Python in a job. A language, tool or platform that nobody names is
    added as implied, one hop; one that is only listed is at the same rung for it, and worth more, and so is what that one
    implies in turn."""
    proven = [
        s for s, proof in sorted(proofs.items()) if LEVELS.index(proof.skill.level) >= 1 and proof.direct
    ]
    lifted = set()
    borrowed: dict[str, Trail] = {}
    for skill in proven:
        for implied in _things(taxonomy.skills[skill].implies, taxonomy):
            trail = trails.setdefault(implied, Trail())
            lent = [f for f in trails[skill].found if f[0] >= 1 and not f[1]]
            if (not trail.found and not trail.code) or trail.how == "implied":
                trail.found += lent
                proofs.pop(implied, None)
            elif proofs[implied].skill.level == "listed":
                borrowed.setdefault(implied, Trail()).found += lent
            trail.carried = max(trail.carried, proofs[skill].value)
            lifted.add(implied)
    for skill in sorted(lifted):
        if skill in proofs:
            proofs[skill] = weighed(proofs[skill].skill, trails[skill], career, taxonomy)
        else:
            proofs[skill] = prove(skill, trails[skill], career, taxonomy)
        if skill in borrowed:
            shown = prove(skill, borrowed[skill], career, taxonomy).skill
            shown.how = trails[skill].how
            proofs[skill] = replace(proofs[skill], skill=shown)
    again = {
        implied: proofs[skill].value
        for skill in sorted(lifted)
        for implied in _things(taxonomy.skills[skill].implies, taxonomy)
        if implied in proofs and implied not in lifted
    }
    for skill, value in again.items():
        trails[skill].carried = value
        proofs[skill] = weighed(proofs[skill].skill, trails[skill], career, taxonomy)


def _things(skills: Sequence[str], taxonomy: Taxonomy) -> list[str]:
    """Those that are things rather than ideas."""
    known = taxonomy.skills
    return [skill for skill in skills if skill in known and known[skill].is_thing]


def _rung(reading: Reading) -> int:
    """The rung that a statement proves: -1 where it says nothing about skills, else the index of a level."""
    section = reading.statement.section
    if section in _IGNORED:
        return -1
    if section not in DOING or reading.head or reading.hollow:
        return 0
    if reading.context == "other":
        return 0
    return 2 if reading.counts and reading.full(*EVIDENCE) else 1


def _names_around(resume: Resume, statement: Statement) -> str:
    """The names in an entry's head that are no skills: the employer, the school, the place; words between spaces."""
    entry = entry_of(resume, statement)
    if entry is None or entry.address is None or entry.address.text != statement.text:
        return ""
    if isinstance(entry, Work):
        return _spaced(entry.name, entry.location)
    return _spaced(entry.institution, entry.location) if isinstance(entry, Education) else ""


def _spaced(*names: str | None) -> str:
    return spaced(" ".join(name for name in names if name))


def _add_code(trails: dict[str, Trail], repos: Sequence[RepoEvidence]) -> None:
    """What the candidate's own code shows."""
    for repo in repos:
        for skill, evidence in sorted(repo.verified.items()):
            trail = trails.setdefault(skill, Trail())
            trail.code += evidence[:MAX_EVIDENCE]
            trail.how = "code"
            if repo.activity.last:
                trail.last_commit = max(trail.last_commit or 0, periods.month(repo.activity.last))
