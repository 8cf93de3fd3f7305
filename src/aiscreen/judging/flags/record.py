"""Tests of what the record of work rests on: old tools, study alone, notebooks alone."""

from __future__ import annotations

from aiscreen.judging.career import span_of
from aiscreen.judging.evidence import DOING
from aiscreen.judging.flags.dossier import Dossier, Raised, quoting
from aiscreen.judging.topics import entry_of
from aiscreen.models import periods
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.redflags.document import AcademicOnly, NotebookOnly, Outdated

_OFTEN = 3
"""In so many statements a signal counts for two: three competitions are no chance."""


def outdated(dossier: Dossier, test: Outdated) -> Raised | None:
    """Recent work on old tools, without the modern ones of the same area anywhere in recent or undated work."""
    recent: dict[str, list[Statement]] = {}
    undated: set[str] = set()
    since = dossier.now - 12 * test.recent_years
    for statement, mention in dossier.named:
        if statement.section not in DOING:
            continue
        names = _names(dossier, mention.skill, mention.version)
        span = dossier.career.span(statement)
        if span is None:
            undated.update(names)
        elif span[1] > since:
            for name in names:
                recent.setdefault(name, []).append(statement)
    old: list[str] = []
    for area in test.areas.values():
        found = [name for name in area.old if name in recent]
        # A version that is old does not make the tool itself a modern one.
        stale = {name.partition("@")[0] for name in found if "@" in name}
        if found and not any(
            (name in recent or name in undated) and name not in stale for name in area.modern
        ):
            old += found
    if len(old) < test.at_least:
        return None
    shown = ", ".join(_title(dossier, name) for name in old)
    return Raised(quoting(s for name in old for s in recent[name]), {"found": shown})


def _names(dossier: Dossier, skill: str, version: str) -> list[str]:
    """How a mention is named in an area: `tensorflow@1.x` where a version with a life of its own is named."""
    known = dossier.taxonomy.skills.get(skill)
    life = known.versions.get(version) if known and version else None
    if life is not None and life.retired:
        return [f"{skill}@{version}"]
    return [skill]


def _title(dossier: Dossier, name: str) -> str:
    skill, _, version = name.partition("@")
    return f"{dossier.taxonomy.skills[skill].name} {version}".strip()


def academic_only(dossier: Dossier, test: AcademicOnly) -> Raised | None:
    """Study of AI, and no work on it. A doctorate in it names few tools: its papers and its place speak for it too."""
    facts = dossier.facts
    at_work = any(name == "work" and about == "ai" for (name, _), about in facts.entries.items())
    if dossier.production or not (at_work or facts.published or dossier.about_ai):
        return None
    study = 0
    for index, job in enumerate(dossier.resume.work):
        if facts.entries.get(("work", index)) != "ai":
            continue
        span = span_of(job, dossier.as_of)
        months = periods.months([span]) if span else test.job_months
        written = f"{job.position or ''}. {job.name or ''}."
        if dossier.says(test.schools, written) and not dossier.says(test.industry, written):
            study += 0 if dossier.says(test.students, written) else months
        elif months >= test.job_months:
            return None
    found = {signal: said for signal, patterns in test.signals.items() if (said := dossier.saying(patterns))}
    if sum(2 if len(said) >= _OFTEN else 1 for said in found.values()) < test.at_least:
        return None
    senior = study > test.junior_months or bool(_claims(dossier, test))
    return Raised(
        quoting(said[0] for said in found.values()),
        {"found": ", ".join(found).replace("-", " ")},
        None if senior else test.junior,
    )


def _claims(dossier: Dossier, test: AcademicOnly) -> bool:
    """Whether the candidate claims to be senior."""
    return dossier.says(test.senior, dossier.resume.basics.label) or bool(
        dossier.saying(test.senior, ("header", "summary"))
    )


def notebook_only(dossier: Dossier, test: NotebookOnly) -> Raised | None:
    """Notebooks in several statements, and no sign of engineering in any."""
    if not dossier.about_ai or dossier.production:
        return None
    found = dossier.saying(test.notebook)
    if len(found) < test.at_least or _engineered(dossier, test):
        return None
    if not any(entry_of(dossier.resume, statement) for statement in found):
        return None
    return Raised(quoting(found), {"found": str(len(found))})


def _engineered(dossier: Dossier, test: NotebookOnly) -> bool:
    """Whether anything was made to run outside a notebook: a sign of it in work or a project about AI, in a list of
    skills, or two in other software. An address on GitHub is none."""
    contexts = {id(r.statement): r.context for r in dossier.facts.readings}
    signs = [contexts[id(s)] for s in dossier.saying(test.engineering, DOING)]
    return "ai" in signs or signs.count("software") > 1 or bool(dossier.saying(test.engineering, ("skills",)))
