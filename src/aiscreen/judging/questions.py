"""What to ask this candidate: about the systems they ran, what they claim, what a flag raises, what the role needs.

The wording is in roles.yaml. A sheet holds few questions of each kind, so that it can be asked in an hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from aiscreen.judging.case import Case
from aiscreen.judging.evidence import Reading
from aiscreen.judging.fit import MET
from aiscreen.models.assessment import Flag, Question, SkillProof
from aiscreen.taxonomy.roles import QuestionRule, RoleRule

MAX_QUESTIONS = 14
_MAX_CLAIM = 110
_SYSTEMS = ("operate", "impact", "tradeoff", "lifecycle", "scale", "deploy", "ambiguity", "own-project")
"""Kinds of question about a statement, the most telling first."""
_PAST = (
    "built cut led ran wrote set drove grew took brought kept held made found sped rebuilt rewrote oversaw won gave "
    "taught chose fed dealt shrank sold put bought got began spent understood"
)
_IRREGULAR = frozenset(_PAST.split())
_NOW = (
    "own run lead operate maintain build write design manage train serve keep hold drive mentor deploy teach use "
    "develop work take look support profile detect debug evaluate monitor"
)
_PRESENT = frozenset(_NOW.split())
_GAP = re.compile(r"\{(\w+)\}")
_CLAUSE = re.compile(r"\s*(?:[;:]\s|\.\s|(?<=.{24})(?:\(|, (?:and|which|so|while|but|then)\b|, \w+ing\b))")
_SHORT = 12
# What cannot be said back to somebody without being turned round, or without what stood before it.
_OWN = re.compile(r"\b(?:I|my|me|we|our|us|its|their)\b")


def questions(case: Case, flags: Sequence[Flag]) -> list[Question]:
    """The interview's questions: systems, flags, gaps, unproven claims, the role's scenarios, and the one that ends all."""
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
    """What is asked whatever the role: about systems and flags, and about work that somebody only stood near."""
    listed = {
        skill: proof.skill
        for skill, proof in case.proofs.items()
        if proof.skill.level == "listed" and proof.direct and not proof.carried and proof.thing
    }
    before = (*_about_systems(case), *_about_flags(flags))
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
        because = f"asked of everyone: {role.name}"
        yield Question(ask=scenario.ask, because=because, listen_for=list(scenario.listen_for))


def _about_systems(case: Case) -> Iterator[Question]:
    """One question for each kind of evidence, about the statement that shows it best; a statement is used once."""
    rules = case.rules.questions
    used: set[int] = set()
    left = 5
    for kind in _SYSTEMS:
        if kind not in rules or not left:
            continue
        shown = [r for r in case.doing if r.shows.get(kind, 0.0) >= 1.0 and id(r) not in used]
        if shown:
            best = max(
                shown, key=lambda r: case.weight(r) * sum(r.shows[name] for name in (kind, *r.classes))
            )
            used.add(id(best))
            left -= 1
            yield _filled(rules[kind], {"quote": best.statement.text, "claim": claim(best.statement.text)})
    if not used and "unshipped" in rules:
        known = case.ai_skills.difference(case.rules.rubric.broad)
        projects = [
            r
            for r in case.doing
            if r.context == "ai" and "weak" not in r.shows and known.intersection(r.skills)
        ]
        for reading in projects[:2]:
            text = reading.statement.text
            yield _filled(rules["unshipped"], {"quote": text, "claim": claim(text)})


def _about_flags(flags: Sequence[Flag]) -> Iterator[Question]:
    for flag in flags:
        if flag.ask:
            yield Question(ask=flag.ask, because=flag.message, listen_for=list(flag.listen_for))


def _about_gaps(case: Case) -> Iterator[Question]:
    """Needs of the role that nothing fills, the heaviest first."""
    rule = case.rules.questions.get("gap")
    gaps = [n for n in case.fit.needs if n.fill < MET and (n.need.required or n.need.core)]
    gaps.sort(key=lambda n: -n.need.weight)
    for gap in gaps[:3] if rule else ():
        shown = "little" if gap.fill else "nothing"
        yield _standing(rule, need=gap.need.name, role=case.fit.role.name, shown=shown)  # type: ignore[arg-type]


def _about_lists(case: Case, listed: Mapping[str, SkillProof]) -> Iterator[Question]:
    """Skills that the role needs and the candidate only lists."""
    rule = case.rules.questions.get("unproven")
    if rule is None or not listed:
        return
    wanted = {
        skill for need in case.fit.needs if need.need.core or need.need.required for skill in need.skills
    }
    for name in [proof.name for skill, proof in listed.items() if skill in wanted][:2]:
        yield _standing(rule, skill=name, quote=name)


def _about_weak(case: Case) -> Iterator[Question]:
    rule = case.rules.questions.get("weak")
    weak: list[Reading] = [r for r in case.doing if "weak" in r.shows]
    for reading in weak[:1] if rule else ():
        yield _filled(rule, {"quote": reading.statement.text})  # type: ignore[arg-type]


def claim(text: str) -> str:
    """The sentence's first clause said back: `Cut cost by 61%, which ...` is `You cut cost by 61%`.

    Where it does not start with a verb it is quoted as it stands.
    """
    text = text.strip().rstrip(".")
    cut = _CLAUSE.search(text, _SHORT)
    clause = text[: cut.start()] if cut else text
    if len(clause) > _MAX_CLAIM:
        head = clause[:_MAX_CLAIM]
        whole = head.rfind(", ")
        clause = head[:whole] if whole > 40 else head.rsplit(" ", 1)[0].rstrip(",;:") + " …"
    first, _, rest = clause.partition(" ")
    verb = first.lower().rstrip(",")
    if first[:1].isupper() and first[1:].islower() and rest and not _OWN.search(clause):
        if verb in _IRREGULAR or verb in _PRESENT or (verb.endswith("ed") and len(verb) > 4):
            return f"You {verb} {rest}"
        if verb.endswith("s") and verb[:-1] in _PRESENT:
            return f"You {verb[:-1]} {rest}"
    return f"“{clause}”"


def _filled(rule: QuestionRule, values: Mapping[str, str]) -> Question:
    """The rule's wording with its gaps filled; a name that is not known stays as it is written."""
    return Question(
        ask=fill(rule.ask, values), because=fill(rule.because, values), listen_for=list(rule.listen_for)
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


def fill(wording: str, values: Mapping[str, str]) -> str:
    """`{name}` replaced by its value, in one pass: a value's own braces are left alone."""
    if "{" not in wording:
        return wording
    said = [*_parted(wording)]
    for at in range(1, len(said), 2):
        said[at] = values.get(said[at], f"{{{said[at]}}}")
    return "".join(said)


@lru_cache(maxsize=256)
def _parted(wording: str) -> tuple[str, ...]:
    """A wording cut at its gaps: every second piece is a gap's name."""
    return tuple(_GAP.split(wording))
