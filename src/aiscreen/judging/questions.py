"""What to ask this candidate: about the systems they ran, what they claim, what a flag raises, what the role needs.

The wording is in roles.yaml. A sheet holds few questions of each kind, so that it can be asked in an hour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from aiscreen.judging.case import Case
from aiscreen.judging.evidence import Reading, shows
from aiscreen.judging.fit import MET, NeedFill
from aiscreen.judging.saying import QUOTED, claim, fill, shortened
from aiscreen.models.assessment import Flag, Question, SkillProof
from aiscreen.taxonomy.role import QuestionRule, RoleRule

MAX_QUESTIONS = 14
_SYSTEMS = ("operate", "impact", "tradeoff", "lifecycle", "scale", "deploy", "ambiguity", "own-project")
"""Kinds of question about a statement, the most telling first."""
_UNUSED = frozenset(("academic-only", "notebook-only"))
"""Kinds of flag that ask what became of the work."""
_WHOLE = 170
"""Characters of a sentence at most that is said back whole."""


def questions(case: Case, flags: Sequence[Flag]) -> list[Question]:
    """The interview's questions: about systems, flags, gaps and unproven claims, the role's scenarios, and a last one."""
    return in_role(case, about_anyone(case, flags))


@dataclass(frozen=True)
class Common:
    """The questions that no role changes: those before the role's own, those behind, and the one that ends all; and the
    skills, by id, that are listed and not proven."""

    before: tuple[Question, ...]
    behind: tuple[Question, ...]
    closing: tuple[Question, ...]
    listed: Mapping[str, SkillProof]


def about_anyone(case: Case, flags: Sequence[Flag]) -> Common:
    """What is asked whatever the role: about systems, flags and code, and about work that somebody only stood near."""
    listed = {
        skill: proof.skill
        for skill, proof in case.proofs.items()
        if proof.skill.level == "listed" and proof.direct and not proof.carried and proof.thing
    }
    before = (*_about_systems(case, flags), *_about_flags(flags), *_about_code(case))
    closing = case.rules.questions.get("closing")
    last = (_standing(closing),) if closing else ()
    return Common(before, tuple(_about_weak(case)), last, listed)


def in_role(case: Case, common: Common) -> list[Question]:
    """All questions for the case's role."""
    asked = chain(
        common.before,
        _about_gaps(case),
        _about_lists(case, common.listed),
        common.behind,
        _about_scenarios(case.fit.role),
    )
    once: dict[str, Question] = {}
    for question in asked:
        once.setdefault(question.ask, question)
        if len(once) == MAX_QUESTIONS - len(common.closing):
            break
    return [*once.values(), *common.closing]


def _about_scenarios(role: RoleRule) -> Iterator[Question]:
    for scenario in role.scenarios:
        because = f"asked of everyone for the role {role.name}"
        yield _made_once(scenario.ask, because, tuple(scenario.listen_for), ())


def _about_systems(case: Case, flags: Sequence[Flag]) -> Iterator[Question]:
    """One question for each kind of evidence, about the statement that shows it best; a statement is used once."""
    rules = case.rules.questions
    used: set[int] = set()
    left = 5
    for kind in _SYSTEMS:
        if kind not in rules or not left:
            continue
        shown = [r for r in case.doing if r.full(kind) and id(r) not in used]
        if shown:
            best = max(
                shown, key=lambda r: case.weight(r) * sum(r.shows[name] for name in (kind, *r.classes))
            )
            used.add(id(best))
            left -= 1
            text = best.statement.text
            yield _filled(rules[kind], {"quote": text, "claim": _claim(case, kind, text)})
    if not used and "unshipped" in rules and (reading := _of_no_use_yet(case, flags)):
        text = reading.statement.text
        yield _filled(rules["unshipped"], {"quote": text, "claim": claim(text)})


def _claim(case: Case, kind: str, text: str) -> str:
    """The first clause said back; all of the sentence where only what follows is what the question is about."""
    first = claim(text)
    if len(text) > _WHOLE or shows(first, kind, case.rules) or not shows(text, kind, case.rules):
        return first
    return claim(text, whole=True)


def _of_no_use_yet(case: Case, flags: Sequence[Flag]) -> Reading | None:
    """Work in AI that names what it was done with and does not tell what became of it; none where a flag asks that."""
    if any(flag.ask and flag.kind in _UNUSED for flag in flags):
        return None
    known = case.ai_skills.difference(case.rules.rubric.broad)
    told = [
        reading
        for reading in case.doing
        if reading.context == "ai" and "weak" not in reading.shows and known.intersection(reading.skills)
    ]
    return max(told, key=lambda reading: (case.weight(reading), len(reading.skills)), default=None)


def _about_flags(flags: Sequence[Flag]) -> Iterator[Question]:
    for flag in flags:
        if flag.ask:
            yield Question(ask=flag.ask, because=flag.message, listen_for=list(flag.listen_for))


def _about_code(case: Case) -> Iterator[Question]:
    """Where the code comes from that stands in a repository but was not written there: of such, the strongest."""
    rule = case.rules.questions.get("came-whole")
    marks = ((repo, repo.mark("imported") or repo.mark("dump")) for repo in case.repos)
    whole = [(repo, mark) for repo, mark in marks if mark is not None]
    if rule is not None and whole:
        repo, mark = max(whole, key=lambda each: (each[0].strength, each[0].name))
        yield _filled(rule, {"quote": mark.note, "repository": repo.name})


def _gaps(case: Case) -> list[NeedFill]:
    """The needs of the role that are asked about because nothing fills them, the heaviest first."""
    gaps = [n for n in case.fit.needs if n.fill < MET and (n.need.required or n.need.core)]
    return sorted(gaps, key=lambda n: -n.need.weight)[:3]


def _about_gaps(case: Case) -> Iterator[Question]:
    rule = case.rules.questions.get("gap")
    for gap in _gaps(case) if rule else ():
        shown = "little" if gap.fill else "nothing"
        yield _standing(rule, need=gap.need.name, role=case.fit.role.name, shown=shown)  # type: ignore[arg-type]


def _about_lists(case: Case, listed: Mapping[str, SkillProof]) -> Iterator[Question]:
    """Skills that the role needs and the candidate only lists; none that is a gap by its own name."""
    rule = case.rules.questions.get("unproven")
    if rule is None or not listed:
        return
    wanted = {
        skill for need in case.fit.needs if need.need.core or need.need.required for skill in need.skills
    }
    asked = {gap.need.name for gap in _gaps(case)}
    names = [proof.name for skill, proof in listed.items() if skill in wanted and proof.name not in asked]
    for name in names[:2]:
        yield _standing(rule, skill=name, quote=name)


def _about_weak(case: Case) -> Iterator[Question]:
    rule = case.rules.questions.get("weak")
    weak: list[Reading] = [r for r in case.doing if "weak" in r.shows]
    for reading in weak[:1] if rule else ():
        yield _filled(rule, {"quote": reading.statement.text})  # type: ignore[arg-type]


def _filled(rule: QuestionRule, values: Mapping[str, str]) -> Question:
    """The rule's wording with its gaps filled; a name that is not known stays as it is written. A quote is whole in the
    reason, and not longer in the question than one reads out."""
    asked = {**values, "quote": shortened(values["quote"], QUOTED)}
    return Question(
        ask=fill(rule.ask, asked), because=fill(rule.because, values), listen_for=list(rule.listen_for)
    )


def _standing(rule: QuestionRule, **values: str) -> Question:
    """As `_filled`, for values that are the policy's own words: the same questions for everybody, made once."""
    return _made_once(rule.ask, rule.because, tuple(rule.listen_for), tuple(values.items()))


@lru_cache(maxsize=4096)
def _made_once(
    ask: str, because: str, listen_for: tuple[str, ...], values: tuple[tuple[str, str], ...]
) -> Question:
    named = dict(values)
    return Question(ask=fill(ask, named), because=fill(because, named), listen_for=list(listen_for))
