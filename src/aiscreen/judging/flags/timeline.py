"""Tests of time: a tool before its release, more years than passed, two full-time jobs at once."""

from __future__ import annotations

import re

from aiscreen.judging.evidence import MAX_EVIDENCE
from aiscreen.judging.flags.dossier import Dossier, Raised, quoting
from aiscreen.judging.flags.years import COUNT, SURE, names_years, number
from aiscreen.models import periods
from aiscreen.models.assessment import Evidence
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.redflags.document import TimelineJobs, TimelineOverlap, TimelineSpan, TimelineTotal

# "Skills: Python, spaCy" below the last job lists the person's skills of today, not that job's.
_SKILLS_LINE = re.compile(
    r"(?:[\w&/-]+ ){0,2}(?:skills|skill set|tools|competenc(?:ies|es)|expertise|certifications?)\s*[:|–—-]",
    re.I,
)


def jobs_before(dossier: Dossier, test: TimelineJobs) -> Raised | None:
    """Tools named in jobs and projects that ended before the tools were out."""
    found: dict[str, Statement] = {}
    for statement, mention in dossier.named:
        if statement.section not in ("work", "projects", "volunteer") or mention.how not in SURE:
            continue
        skill = dossier.taxonomy.skills.get(mention.skill)
        if skill is None or mention.skill in test.renamed or skill.confidence != "high" or not skill.is_thing:
            continue
        version = skill.versions.get(mention.version)
        released = (version.released if version else None) or skill.released
        span = dossier.career.span(statement)
        early = released and span and span[1] + test.slack_months <= periods.month(released)
        if early and released and not _SKILLS_LINE.match(statement.text):
            found.setdefault(f"{skill.name} ({released[:4]})", statement)
    if not found:
        return None
    return Raised(
        quoting(found.values()), {"found": ", ".join(found)}, "high" if len(found) >= test.many else None
    )


_TOTAL = re.compile(
    rf"{COUNT}\s?\+?\s?(?:plus\s)?(?:years?|yrs?)(?:['’]|\sof)?\s(?:[\w-]+\s){{0,3}}?(?:experience|expertise)\b",
    re.I,
)


def total_beyond(dossier: Dossier, test: TimelineTotal) -> Raised | None:
    """Years of experience in head or summary beyond what the dated jobs leave room for."""
    dated = [span for span in dossier.career.jobs if span]
    undated = len(dossier.resume.work) - len(dated)
    if not dated or undated:
        return None
    passed = (dossier.now + 1 - min(span[0] for span in dated)) / 12
    for statement in dossier.resume.of_section("header", "summary"):
        for match in _TOTAL.finditer(statement.text) if names_years(statement.text) else ():
            beyond = number(match[1]) > passed + test.slack_years
            if beyond and not dossier.saying(test.earlier):
                return Raised(quoting([statement]), {"value": match[1], "found": f"{passed:.0f}"})
    return None


# "15 years at Corva (2020-2026)" says when one was at Corva, not when the years were.
_SPAN = re.compile(
    rf"{COUNT}\s?\+?\s?(?:years?|yrs?)\b(?P<between>[^.,;:()\d]{{0,70}})\((?P<from>(?:19|20)\d\d)\s?(?:-|–|—|to|until)\s?"
    r"(?P<to>(?:19|20)\d\d|present|now|today)\)",
    re.I,
)
_ELSEWHERE = re.compile(r"\b(?:at|with|for|and|then|last|lastly|latest|most|lately|recently|incl\w*)\b", re.I)


def beyond_span(dossier: Dossier, test: TimelineSpan) -> Raised | None:
    """Years claimed beyond the span that the same sentence gives for them."""
    for statement in dossier.resume.statements:
        for match in _SPAN.finditer(statement.text) if names_years(statement.text) else ():
            last = int(match["to"]) if match["to"].isdigit() else dossier.as_of.year
            told = last - int(match["from"]) + 1
            if number(match[1]) > told + test.slack_years and not _ELSEWHERE.search(match["between"]):
                values = {"value": match[1], "found": f"{match['from']} to {match['to']}"}
                return Raised(quoting([statement]), values)
    return None


def overlapping(dossier: Dossier, test: TimelineOverlap) -> Raised | None:
    """Jobs at different employers that each say to be full-time, at the same time."""
    jobs = [
        (span, job, job.address)
        for span, job in zip(dossier.career.jobs, dossier.resume.work, strict=True)
        if span and job.address
    ]
    for (first, last), own, _ in jobs:
        beside = [each for each in jobs if min(last, each[0][1]) - max(first, each[0][0]) >= test.months]
        if len({job.name for _, job, _ in beside}) < test.at_least:
            continue  # what they say is asked only where time leaves a doubt
        full = [
            (job, head)
            for _, job, head in beside
            if dossier.says(test.says, f"{job.position or ''}. {head.text}")
        ]
        if any(job is own for job, _ in full) and len({job.name for job, _ in full}) >= test.at_least:
            evidence = [Evidence.of(head) for _, head in full]
            return Raised(evidence[:MAX_EVIDENCE], {"value": str(len(full))})
    return None
