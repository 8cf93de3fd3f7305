"""The dimensions of the score: what each rests on, how much of it there is, and why, in words.

Each function returns a Part; none knows of the others, so that a score can be read part by part.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from aiscreen.judging.career import relevance
from aiscreen.judging.case import Case, Part, count, distinct, kept, quotes, spans, years
from aiscreen.judging.evidence import Reading, production_grade
from aiscreen.judging.ladder import Proof
from aiscreen.models import periods
from aiscreen.models.assessment import LEVELS, Evidence
from aiscreen.taxonomy.rubric import EVIDENCE

_FULL_MONTHS = 60
_DEEP_MONTHS = 60
_LATELY = 24
"""Months of work that count as the latest."""


def production(case: Case) -> Part:
    """What was put into production and kept there: how many kinds of evidence, how often, for how long."""
    shown = [r for r in case.facts.readings if r.counts and r.classes and relevance(r.context)]
    best: dict[str, float] = {}
    amount = 0.0
    for reading in shown:
        weight = case.weight(reading)
        strength = sum(reading.shows[name] for name in reading.classes)
        amount += weight * min(1.5, strength)
        for name in reading.classes:
            best[name] = max(best.get(name, 0.0), weight * reading.shows[name])
    industry = _industry(case)
    if not shown:
        note = "no production evidence in work about AI or software"
        if not industry:
            return Part(0.0, note)
        named = [
            r
            for r in case.facts.readings
            if r.statement.entry in case.facts.industry and r.counts and r.skills
        ]
        return Part(
            industry,
            f"{note}; {_INDUSTRY}",
            quotes(case, [r for r in named if r.statement.section == "work"])[:2],
        )
    breadth = min(1.0, sum(best.values()) / 4.75)
    months = sum(
        relevance(context)
        * periods.months(spans(case, [r for r in shown if r.context == context and kept(r)]))
        for context in ("ai", "software")
    )
    share = 0.4 * breadth + 0.25 * (1 - math.exp(-amount / 4)) + 0.35 * min(1.0, months / _FULL_MONTHS)
    grade = production_grade(case.facts.production("ai")) or production_grade(
        case.facts.production("ai", "software")
    )
    if not grade:
        share *= 0.75
    if not any(r.context == "ai" for r in shown):
        share /= 2
    share += (1 - share) * industry
    note = f"{count(len(shown), 'statement')}: {_kinds(case, shown)}"
    note += (
        ""
        if grade
        else "; not production-grade: that needs two kinds, one of them operation or care over its life"
    )
    shown.sort(key=lambda r: -case.weight(r) * sum(r.shows[name] for name in r.classes))
    return Part(share, note, quotes(case, shown))


def _kinds(case: Case, shown: list[Reading]) -> str:
    """The kinds of production evidence in words, those that are only hinted at apart."""
    full = {name for reading in shown for name in reading.classes if reading.shows[name] >= 1.0}
    hinted = {name for reading in shown for name in reading.classes} - full
    said = [
        start + ", ".join(case.rules.evidence[name].name.lower() for name in EVIDENCE if name in kinds)
        for start, kinds in (("", full), ("hinted at: ", hinted))
        if kinds
    ]
    return "; ".join(said)


_INDUSTRY = "some credit for years in AI work outside study"


def _industry(case: Case) -> float:
    """A little for years of AI work in industry, which people describe without saying what became of it."""
    jobs = [case.career.jobs[index] for index in sorted(case.facts.industry)]
    return 0.12 * min(1.0, periods.months(job for job in jobs if job) / 48)


def skills(case: Case) -> Part:
    """The role's needs, each filled by skills at their proof."""
    filled = [need for need in case.fit.needs if need.fill >= 0.3]
    missing = [need.need.name for need in case.fit.needs if need.fill < 0.3 and need.need.required]
    note = f"{len(filled)} of {len(case.fit.needs)} needs of the role {case.fit.role.name} met"
    if missing:
        note += f"; missing: {', '.join(missing)}"
    needs = sorted(case.fit.needs, key=lambda n: -n.need.weight * n.fill)
    evidence = _proofs(case, [skill for need in needs for skill in need.skills[:2]])
    evidence += [case.facts.quote(statement) for need in needs for statement in need.statements[:1]]
    share = min(1.0, case.fit.coverage / 0.7)
    if not any(r.context == "ai" for r in case.doing):
        share /= 2
        note += "; no work or project in AI"
    return Part(share, note, distinct(evidence))


def depth(case: Case) -> Part:
    """Years in the field times how far the role's own core is filled: neither stands for the other."""
    core = [need for need in case.fit.needs if need.need.core]
    weight = sum(need.need.weight for need in core)
    fill = sum(need.need.weight * need.fill for need in core) / weight if weight else case.fit.coverage
    months = case.career.practice if case.facts.trusted else case.career.practice // 2
    share = fill**0.75 * (0.3 + 0.7 * min(1.0, months / _DEEP_MONTHS))
    names = [need.need.name for need in core if need.fill >= 0.5]
    note = f"{years(months)} in AI; " + (
        f"deep in: {', '.join(names)}" if names else "no core need filled by half"
    )
    skills = sorted({s for need in core for s in need.skills}, key=lambda s: (-case.proofs[s].value, s))
    said = [case.facts.quote(statement) for need in core for statement in need.statements]
    return Part(share, note, distinct([*_proofs(case, skills), *said]))


def _proofs(case: Case, skills: Sequence[str]) -> list[Evidence]:
    """The best evidence of each of these skills: of those that are more than listed, where there are such."""
    proofs = [case.proofs[skill].skill for skill in skills]
    proven = [proof for proof in proofs if LEVELS.index(proof.level) >= 1]
    return [quote for proof in proven or proofs for quote in proof.evidence[:1]]


_LEADERSHIP = (
    ("leadership", 0.3, "leads people or standards"),
    ("tradeoff", 0.25, "explains a choice between options"),
    ("ambiguity", 0.2, "led where nothing was defined"),
    ("communication", 0.15, "explains to others"),
)


def leadership(case: Case) -> Part:
    """Leading, choosing, explaining, and answering for the work rather than being near it."""
    doing = case.doing
    share = 0.0
    said, shows = [], []
    for label, weight, words in _LEADERSHIP:
        shown = [r for r in doing if label in r.shows and "weak" not in r.shows]
        amount = sum(r.shows[label] * case.weight(r) for r in shown)
        share += weight * min(1.0, amount)
        if shown:
            said.append(words)
            shows += sorted(shown, key=lambda r: -r.shows[label])[:2]
    owned = [r for r in doing if "ownership" in r.shows and "weak" not in r.shows]
    weak = [r for r in doing if "weak" in r.shows]
    if owned:
        own = len(owned) / (len(owned) + len(weak)) * min(1.0, sum(case.weight(r) for r in owned) / 4)
        share += 0.1 * own
        if not said:
            said.append("answers for the work")
            shows = owned[:2]
    if weak:
        said.append(f"{count(len(weak), 'statement')} of helping only")
    return Part(share, "; ".join(said) or "nothing shown", quotes(case, shows))


_PUBLIC = frozenset({"open-source", "projects", "publications"})
"""Where what is shown to the world need not name its field again."""


def open_source(case: Case) -> Part:
    """Work on others' projects above one's own, peers' recognition, and the repositories examined."""
    share = 0.0
    said: list[str] = []
    shows: list[Evidence] = []
    public = [
        r
        for r in case.facts.readings
        if not (r.head and r.statement.entry is None)
        and r.statement.section not in ("skills", "education", "references", "languages", "interests")
        and (r.context != "other" or (case.doing and r.statement.section in _PUBLIC))
    ]
    for label, weight, words in (
        ("contribution", 0.5, "contributes to projects of others"),
        ("own-project", 0.3, "keeps an open project"),
        ("recognition", 0.15, "recognised by peers"),
        ("research", 0.15, "published"),
    ):
        shown = [r for r in public if label in r.shows]
        if shown:
            share += weight * min(1.0, sum(r.shows[label] for r in shown) / 1.5)
            said.append(words)
            shows += quotes(case, sorted(shown, key=lambda r: -r.shows[label]))[:2]
    strengths = sorted((repo.strength for repo in case.repos), reverse=True)[:3]
    if strengths:
        share += min(0.8, sum(strengths) / 2)
        said.append(
            f"{count(len(case.repos), 'repository', 'repositories')} examined, the strongest {strengths[0]:.2f}"
        )
        top = max(case.repos, key=lambda repo: (repo.strength, repo.name))
        shows += [quote for mark in top.marks if mark.weight > 0 for quote in mark.evidence[:1]][:2]
    return Part(min(1.0, share), "; ".join(said) or "nothing shown", distinct(shows))


def currency(case: Case) -> Part:
    """Whether the AI tools and methods of the latest work are those in use today, by each tool's own life."""
    broad = case.rules.rubric.broad
    recent = [
        proof
        for skill, proof in case.proofs.items()
        if skill in case.ai_skills and skill not in broad and proof.direct and _recent(case, proof)
    ]
    alive = [proof for proof in recent if proof.current]
    total = sum(proof.value for proof in recent)
    if not total:
        return _unnamed(case)
    told = max(min(1.0, sum(p.value for p in alive) / 3), 0.5 if _shipping_lately(case) else 0.0)
    share = sum(proof.value for proof in alive) / total * told
    gone = [proof.skill.name for proof in recent if not proof.current]
    alive.sort(key=lambda proof: -proof.value)
    note = f"{count(len(alive), 'skill')} in use today"
    if alive:
        note += f": {', '.join(proof.skill.name for proof in alive[:3])}"
    if gone:
        note += f"; past their time: {', '.join(gone[:4])}"
    return Part(share, note, distinct([quote for proof in alive for quote in proof.skill.evidence[:1]]))


def _unnamed(case: Case) -> Part:
    """Who ships AI and names no tool is given the benefit of the doubt: half."""
    latest = _shipping_lately(case)
    if not latest:
        return Part(0.0, "no AI skill used in the latest work")
    return Part(0.5, "the latest work in AI names no tool, old or new", quotes(case, latest[:1]))


def _shipping_lately(case: Case) -> list[Reading]:
    """The statements of the latest work in AI that show production evidence."""
    shown = [r for r in case.doing if r.context == "ai" and r.classes]
    spans = ((r, case.career.span(case.resume, r.statement)) for r in shown)
    return [r for r, span in spans if span and case.career.worked_since(span[1]) <= _LATELY]


def _recent(case: Case, proof: Proof) -> bool:
    if LEVELS.index(proof.skill.level) < 1:
        return False
    if proof.skill.last_used is None:
        return True  # a project without a date
    return case.career.worked_since(periods.month(proof.skill.last_used) + 1) <= _LATELY


def education(case: Case) -> Part:
    """Next to nothing: that there was some study beside the practice. Which school and when moves nothing."""
    if not case.doing:
        return Part(0.0, "no work in AI or software to go with it")
    studied = [study for study in case.resume.education if study.studyType or study.area]
    share = (0.6 if studied else 0.0) + (0.4 if case.resume.certificates else 0.0)
    said = [count(len(studied), "course of study", "courses of study")] if studied else []
    if case.resume.certificates:
        said.append(count(len(case.resume.certificates), "certificate"))
    evidence = [Evidence.of(study.address) for study in studied if study.address]
    return Part(share, "; ".join(said) or "none named", distinct(evidence))
