"""One candidate judged: evidence, ladder, fit, score, flags, criteria, questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from aiscreen.errors import ConfigError
from aiscreen.judging.career import Career
from aiscreen.judging.case import Case
from aiscreen.judging.criteria import criteria
from aiscreen.judging.doubt import DOUBTFUL, believed, practised
from aiscreen.judging.evidence import Facts, labels
from aiscreen.judging.fit import Fit, roles_of
from aiscreen.judging.flags import find_flags
from aiscreen.judging.flags.engine import engine_of
from aiscreen.judging.gather import gather
from aiscreen.judging.ladder import climb
from aiscreen.judging.questions import questions
from aiscreen.judging.score import dimensions, doubts_take, part, span, total
from aiscreen.judging.tongue import CAUTION, foreign
from aiscreen.judging.topics import topics_of
from aiscreen.judging.verdict import Judged
from aiscreen.models.assessment import Assessment, DocumentRef, Flag
from aiscreen.models.document import Document
from aiscreen.models.resume import Resume
from aiscreen.taxonomy.roles import RolesFile
from aiscreen.taxonomy.rubric import DIMENSIONS
from aiscreen.taxonomy.suggest import did_you_mean

if TYPE_CHECKING:
    from aiscreen.matching.mention import Mention
    from aiscreen.models.portfolio import RepoEvidence
    from aiscreen.taxonomy import Taxonomy


def judge(
    document: Document,
    resume: Resume,
    mentions: Sequence[Sequence[Mention]],
    taxonomy: Taxonomy,
    *,
    role: str | None,
    as_of: date,
    repos: Sequence[RepoEvidence] = (),
) -> Judged:
    """The assessment of one résumé, without a rank, and what it takes to judge for every other role.

    `mentions` runs parallel to `resume.statements`; `role` is a role id, or None for the best fit; `as_of` is what
    "present" means. Raises ConfigError when there is no such role.
    """
    rules: RolesFile = taxonomy.roles
    check_role(role, rules)

    def case_of(facts: Facts, told: Mapping[str, Case]) -> tuple[Case, list[Fit]]:
        career = known if facts is gathered else Career.of(resume, facts, taxonomy, as_of)
        proofs = climb(career, mentions, taxonomy, repos)
        fits = roles_of(taxonomy).fits(career, proofs)
        chosen = next((fit for fit in fits if fit.id == role), fits[0])
        ai_skills = frozenset(skill for skill in proofs if topics.of_skill(skill) == "ai")
        return Case(career, proofs, chosen, rules, repos, ai_skills, fits[0], told), fits

    topics = topics_of(taxonomy)
    gathered = gather(resume, mentions, taxonomy)
    known = Career.of(resume, gathered, taxonomy, as_of)
    flags = find_flags(resume, document, mentions, taxonomy, as_of, known)
    case, fits = case_of(practised(gathered), {})
    if (left := believed(gathered, flags)) is not gathered:
        part(case, "production")  # which every role's case takes over
        case, fits = case_of(practised(left), {fit.id: case.in_role(fit) for fit in fits})
    return Judged(_assessment(document, resume, case, fits, flags, as_of), case, fits)


def _assessment(
    document: Document, resume: Resume, case: Case, fits: list[Fit], flags: list[Flag], as_of: date
) -> Assessment:
    """What is reported of a case: its parts and their sum, or the reason why there is none."""
    rules = case.rules
    parts = dimensions(case)
    if any(doubts_take(case, name) for name in DIMENSIONS):
        for flag in flags:
            flag.doubts = flag.kind in DOUBTFUL
    reason = _too_little(resume, rules)
    return Assessment(
        document=DocumentRef.of(document),
        name=resume.basics.name,
        score=None if reason else total(parts, flags),
        range=None if reason else span(parts, flags, rules.rubric.spread),
        reason=reason,
        caution=CAUTION if foreign([s.text for s in resume.statements]) and not reason else None,
        role=case.fit.id,
        roles=[fit.report() for fit in fits],
        dimensions=parts,
        skills=[proof.skill for proof in case.proofs.values()],
        flags=flags,
        criteria=criteria(case),
        questions=questions(case, flags),
        experience=case.career.experience,
        confidence=round(resume.confidence.get("overall", 0.0), 2),
        as_of=as_of.isoformat(),
    )


def check_role(role: str | None, rules: RolesFile) -> None:
    """Raises ConfigError when there is no such role; None is the best fit."""
    if role is not None and role not in rules.roles:
        advice = did_you_mean(role, rules.roles, otherwise=f"roles here: {', '.join(rules.roles)}")
        raise ConfigError(f"there is no role {role}; {advice}")


def prepare(taxonomy: Taxonomy) -> None:
    """Makes ready what is made once for a taxonomy, so that it can be done while the first file is still read."""
    roles_of(taxonomy)
    engine_of(taxonomy)
    labels("", taxonomy)


def _too_little(resume: Resume, rules: RolesFile) -> str | None:
    """Why there is no score, where too little was understood to give one."""
    if not resume.statements:
        return "no statement was found in this document"
    if not (resume.work or resume.projects or resume.education or resume.skills):
        return "no job, project, study or list of skills was recognised in this document: is it a résumé?"
    confidence = resume.confidence.get("overall", 0.0)
    if confidence < rules.rubric.min_confidence:
        return f"too little of this document was understood to score it (confidence {confidence:.2f})"
    return None
