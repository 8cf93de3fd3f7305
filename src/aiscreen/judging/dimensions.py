"""The dimensions of the score: what each rests on, how much of it there is, and why, in words.

Each function returns a Part; none knows of the others, so that a score can be read part by part.
"""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.judging.case import Case, Part, quotes, years
from aiscreen.judging.evidence import Reading, distinct
from aiscreen.judging.fit import MET
from aiscreen.judging.proof import Proof
from aiscreen.models import periods
from aiscreen.models.assessment import LEVELS, Evidence
from aiscreen.taxonomy.role import AdvertRole
from aiscreen.text import count

_DEEP_MONTHS = 60
_SKILLS_UNNAMED, _DEPTH_UNNAMED = 0.5, 0.4
"""How far work that was delivered speaks for skills, and for depth, that no word names."""
_UNDELIVERED = 0.5
"""What leading and choosing counts for where nothing came of the work that one reads of."""
_IDEA = 0.4
"""What an idea ("random forest") says of how current somebody is, against a tool."""
_LATELY = 24
"""Months of work that count as the latest."""


def skills(case: Case) -> Part:
    """The role's needs, each filled by skills at their proof."""
    filled = [need for need in case.fit.needs if need.fill >= MET]
    lacking = [need for need in case.fit.needs if need.fill < MET and need.need.required]
    role = "the advert" if isinstance(case.fit.role, AdvertRole) else f"the role {case.fit.role.name}"
    note = f"{len(filled)} of {len(case.fit.needs)} needs of {role} met"
    for word, some in (
        ("thin", [n for n in lacking if n.fill]),
        ("missing", [n for n in lacking if not n.fill]),
    ):
        if some:
            note += f"; {word}: {', '.join(need.need.name for need in some)}"
    needs = sorted(case.fit.needs, key=lambda n: -n.need.weight * n.fill)
    evidence = _proofs(case, [skill for need in needs for skill in need.skills[:2]])
    evidence += [case.facts.quote(statement) for need in needs for statement in need.statements[:1]]
    share = _beyond_words(case, min(1.0, case.fit.coverage / 0.7), _SKILLS_UNNAMED)
    share *= case.facts.belief
    if not case.facts.published and case.nearness < 1:
        share *= case.nearness
        note += "; no work or project in AI"
    return Part(share, note, distinct(evidence))


def depth(case: Case) -> Part:
    """Years in the field times how far the role's own core is filled: neither stands for the other."""
    core = [need for need in case.fit.needs if need.need.core]
    weight = sum(need.need.weight for need in core)
    fill = sum(need.need.weight * need.fill for need in core) / weight if weight else case.fit.coverage
    months = case.career.practice
    share = _beyond_words(case, fill**0.75, _DEPTH_UNNAMED) * (0.3 + 0.7 * min(1.0, months / _DEEP_MONTHS))
    share *= case.facts.belief
    names = [need.need.name for need in core if need.fill >= 0.5]
    half = (
        ", study and teaching at half"
        if case.career.practice < case.career.experience.relevant_months
        else ""
    )
    note = f"{years(months)} in AI{half}; " + (
        f"deep in: {', '.join(names)}" if names else "not deep in any of the role's main areas"
    )
    skills = sorted({s for need in core for s in need.skills}, key=lambda s: (-case.proofs[s].value, s))
    said = [case.facts.quote(statement) for need in core for statement in need.statements]
    return Part(share, note, distinct([*_proofs(case, skills), *said]))


def _beyond_words(case: Case, named: float, unnamed: float) -> float:
    """What work that was delivered proves beyond the tools and words that are named, in the role whose work it is:
    many name few."""
    return named + (1 - named) * unnamed * case.delivery * case.belonging


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
        amount = sum(r.shows[label] * case.weight(r) * _came_of(case, r) for r in shown)
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
    return Part(share * case.facts.belief, "; ".join(said) or "nothing shown", quotes(case, shows))


def _came_of(case: Case, reading: Reading) -> float:
    """How much it counts to lead and to choose: whole where the work came into use."""
    return 1.0 if reading.job in case.delivered else _UNDELIVERED


_PUBLIC = frozenset({"open-source", "projects", "publications", "other"})
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
    total = sum(_dated(proof) for proof in recent)
    if not total:
        return _unnamed(case)
    told = max(min(1.0, sum(p.value for p in alive) / 3), 0.5 if _shipping_lately(case) else 0.0)
    share = sum(_dated(proof) for proof in alive) / total * told
    gone = [proof.skill.name for proof in recent if not proof.current]
    alive.sort(key=lambda proof: -proof.value)
    note = f"{count(len(alive), 'skill')} in use today"
    if alive:
        note += f": {', '.join(proof.skill.name for proof in alive[:3])}"
    if gone:
        note += f"; past their time: {', '.join(gone[:4])}"
    return Part(share, note, distinct([quote for proof in alive for quote in proof.skill.evidence[:1]]))


def _dated(proof: Proof) -> float:
    """What a skill says of its time: tools age, ideas hardly do."""
    return proof.value * (1.0 if proof.thing else _IDEA)


def _unnamed(case: Case) -> Part:
    """Who ships AI and names no tool is given the benefit of the doubt: half."""
    latest = _shipping_lately(case)
    if not latest:
        return Part(0.0, "no AI skill used in the latest work")
    return Part(0.5, "the latest work in AI names no tool, old or new", quotes(case, latest[:1]))


def _shipping_lately(case: Case) -> list[Reading]:
    """The statements of the latest work in AI that show production evidence."""
    shown = [r for r in case.doing if r.context == "ai" and r.classes]
    spans = ((r, case.career.span(r.statement)) for r in shown)
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
    studied = [study for study in case.career.resume.education if study.studyType or study.area]
    share = (0.6 if studied else 0.0) + (0.4 if case.career.resume.certificates else 0.0)
    said = [count(len(studied), "course of study", "courses of study")] if studied else []
    if case.career.resume.certificates:
        said.append(count(len(case.career.resume.certificates), "certificate"))
    evidence = [Evidence.of(study.address) for study in studied if study.address]
    return Part(share, "; ".join(said) or "none named", distinct(evidence))
