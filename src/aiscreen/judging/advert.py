"""A job advert becomes a role: what it asks for, required or wished for, and which known role it is most like.

Skills come from the matcher. How much each counts follows the advert's own words: what stands under "requirements" or
beside "must" is required; what the work is made of counts less; what stands under "nice to have" or beside "a plus"
counts least. What is named more than once, or in the title, counts more. Needs that no skill names (systems run in
production, and the like) come from the known role that the advert is most like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiscreen.errors import ConfigError
from aiscreen.judging.asking import askings, is_title
from aiscreen.judging.fit import Roles, roles_of
from aiscreen.taxonomy.role import AdvertRole, Need, RoleRule
from aiscreen.taxonomy.rubric import EvidenceId
from aiscreen.text import clean, squeeze

if TYPE_CHECKING:
    from aiscreen.matching import Matcher
    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy import Taxonomy
    from aiscreen.taxonomy.skills import Skill

JOB = "job"
"""The id of a role that was read from an advert."""
MAX_CHARACTERS = 100_000
_JOIN = re.compile(r"\s*(?:,|/|\||(?:,\s*)?(?:or|and/or|oder|ou|o)\s)?\s*")
_OR = re.compile(r"\b(?:or|oder|ou)\b|/|\|")
_SUCH = re.compile(r"\b(?:such as|e\.g\.?,?|for example|like|one of|any of|either|ideally)[\s:(]*$", re.I)
# "You do not need Kubernetes", "no LangChain, please"; but not "no later than May".
_UNWANTED = re.compile(
    r"\b(?:(?:not|won['’]t|don['’]t|needn['’]t)(?: \w+)? (?:need|require|expect|use|want|ask for|look for)(?:ed)?\b(?:(?!\bbut\b)[^.;:!?])*"
    r"|no (?!later|less|more|fewer|matter|doubt)(?:[\w+#/.-]+,? (?:or |and )?){0,3}"
    r"|not (?:needed|required|expected|wanted)\s*:.*)$",
    re.I,
)
# "(m/f/d)", and the place behind the title.
_TITLE_TAIL = re.compile(
    r"\s*[(\[][mfwdx](?:\s*/\s*\w{1,6}){1,3}[)\]]|\s+[-–—|·]\s+[^-–—|·]*$|^[#*\s]+|[*\s]+$", re.I
)
_SIMILAR = re.compile(r"[,\s)]*(?:or|and) (?:similar|equivalent|comparable|another)", re.I)

_INSIDE = re.compile(r"\s*\((?:e\.g\.?,?\s|i\.e\.?,?\s|such as |like |for example )?\s*", re.IGNORECASE)
"""What stands between a kind of thing and its examples: "vector databases (Milvus, Qdrant)"."""
_SHOWN_BY: Mapping[str, EvidenceId] = {
    "model-deployment": "deploy",
    "model-monitoring": "operate",
    "monitoring": "operate",
    "incident-response": "operate",
    "retraining": "lifecycle",
}
"""Practices that people show and hardly ever name, and the evidence that they are shown by."""

_WEIGHTS = {"wished": 1.0, "named": 2.5, "required": 4.0}
"""The manners of asking, the weakest first."""
_SPECIAL, _GENERAL, _TITLED = 3.5, 1.5, 0.7
"""What a title that names a field, a title that names none, and a skill in the title speak for a role."""
_GENERAL_TITLE = re.compile(
    r"\b(?:ai|ml|machine learning|artificial intelligence|applied|data|research)\s+(?:engineer|scientist|developer|specialist|lead)\b",
    re.IGNORECASE,
)
_EXAMPLES = 2
"""More things of one kind than these are examples of it."""
_ALTERNATIVES = 4
"""Alternatives that are named."""


@dataclass
class _Asked:
    """What an advert asks for: how often it is named, whether in the title, and in which manner: the strongest."""

    times: int = 0
    title: bool = False
    manner: str = "wished"


def role_from_advert(text: str, taxonomy: Taxonomy, matcher: Matcher) -> RoleRule:
    """The role that an advert describes. Raises ConfigError where it names no skill that the taxonomy knows."""
    lines = [squeeze(clean(line)) for line in text[:MAX_CHARACTERS].splitlines()]
    lines = [line for line in lines if line]
    asked = _asked(lines, matcher, taxonomy.skills)
    if not asked:
        raise ConfigError("the job advert names no skill that the taxonomy knows; is it the right file?")
    roles = roles_of(taxonomy)
    titled = frozenset(skill for group, each in asked.items() if each.title for skill in group)
    like = most_like(lines, [skill for group in asked for skill in group], roles, titled)
    base = roles.rules[like]
    needs = _needs(asked, taxonomy)
    spoken = {
        need
        for role_id, need, number in roles.says.labels("\n".join(lines))
        if role_id == like and number is not None
    }
    kept = {
        key: need
        for key, need in base.needs.items()
        if need.core and (need.signals or (need.says and key in spoken))
    }
    for key, need in kept.items():
        needs.setdefault(
            f"like-{key}", need.model_copy(update={"required": False, "skills": [], "categories": []})
        )
    title = _TITLE_TAIL.sub("", lines[0]) if is_title(lines[0]) else ""
    return AdvertRole(
        name=f"{title or base.name} (from the advert)",
        summary=f"Read from a job advert; most like {base.name}.",
        titles=base.titles,
        needs={key: need for key, need in needs.items() if need.says or need.signals or need.skills},
        scenarios=base.scenarios,
        kin=like,
    )


def _asked(lines: list[str], matcher: Matcher, rules: Mapping[str, Skill]) -> dict[tuple[str, ...], _Asked]:
    """The skills asked for, alternatives together, in the order of the text."""
    asked: dict[tuple[str, ...], _Asked] = {}
    of: dict[str, tuple[str, ...]] = {}

    def names(line: str) -> bool:
        return bool(matcher.find(line, section="skills", employer=True))

    for index, (line, clauses) in enumerate(askings(lines, names)):
        if not any(clause.manner for clause in clauses):
            continue
        found = [
            m
            for m in matcher.find(line, section="skills", employer=True)
            if not _UNWANTED.search(line[: m.start])
        ]
        for clause in clauses:
            inside = [m for m in found if clause.start <= m.start < clause.end] if clause.manner else []
            for group in _alternatives(line[: clause.end], inside, rules):
                each = _join(group, clause.manner, asked, of)
                each.times += 1
                each.title = each.title or (index == 0 and is_title(line))
                each.manner = max(each.manner, clause.manner, key=_WEIGHTS.__getitem__)
    if not any(each.manner == "required" for each in asked.values()):
        for each in asked.values():  # without a list of requirements, what the work is made of is required
            each.manner = "required" if each.manner == "named" else each.manner
    return asked


def _join(
    group: tuple[str, ...], manner: str, asked: dict[tuple[str, ...], _Asked], of: dict[str, tuple[str, ...]]
) -> _Asked:
    """What is asked for by a group of alternatives: where one of them was named before, and no more strongly, the others
    are as good."""
    key = next((of[skill] for skill in group if skill in of), group)
    each = asked.pop(key, None) or _Asked(manner=manner)
    if _WEIGHTS[manner] >= _WEIGHTS[each.manner]:
        key = (*key, *(skill for skill in group if skill not in of and skill not in key))
    for skill in key:
        of[skill] = key
    asked[key] = each
    return each


def _alternatives(line: str, found: list[Mention], rules: Mapping[str, Skill]) -> list[tuple[str, ...]]:
    """Skills that a line joins by "or", by a slash, or behind "such as": one of them is enough, as is one of the things
    that stand in brackets behind their kind."""
    runs: list[list[Mention]] = []
    bracketed = set()
    for mention in sorted(found, key=lambda m: m.start):
        before = runs[-1][-1] if runs else None
        if (
            before
            and not rules[before.skill].is_thing
            and _INSIDE.fullmatch(line[before.end : mention.start])
        ):
            bracketed.add(len(runs))
            runs.append([mention])
        elif runs and _JOIN.fullmatch(line[runs[-1][-1].end : mention.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    groups: list[tuple[str, ...]] = []
    for number, run in enumerate(runs):
        skills = tuple(dict.fromkeys(m.skill for m in run))
        inside = line[run[0].start : run[-1].end]
        one_of = (
            _OR.search(inside) or _SUCH.search(line[: run[0].start]) or _SIMILAR.match(line[run[-1].end :])
        )
        if number in bracketed:
            groups[-1] += tuple(skill for skill in skills if skill not in groups[-1])
        else:
            groups += [skills] if one_of else [(skill,) for skill in skills]
    return groups


def _needs(asked: Mapping[tuple[str, ...], _Asked], taxonomy: Taxonomy) -> dict[str, Need]:
    """What is asked for as needs: of alternatives one is enough, and of many things of one kind half of them, for
    adverts name examples. Whole fields ("machine learning") say nothing beside what is named inside them."""
    narrow = {
        skills: each for skills, each in asked.items() if not set(skills) <= set(taxonomy.roles.rubric.broad)
    }
    kinds: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for skills, each in (narrow or asked).items():
        first = taxonomy.skills[skills[0]]
        alone = each.title or first.kind == "language"
        kinds.setdefault((skills[0] if alone else first.category, each.manner), []).append(skills)
    needs: dict[str, Need] = {}
    for (_, manner), groups in kinds.items():
        together = [groups] if len(groups) > _EXAMPLES else [[group] for group in groups]
        for some in together:
            needs[some[0][0]] = _need(some, manner, asked, taxonomy)
    return needs


def _need(
    groups: list[tuple[str, ...]], manner: str, asked: Mapping[tuple[str, ...], _Asked], taxonomy: Taxonomy
) -> Need:
    rules = taxonomy.skills
    names = [_named([rules[skill].name for skill in group]) for group in groups]
    more = f" and {len(names) - _EXAMPLES} more" if len(names) > _EXAMPLES else ""
    skills = [skill for group in groups for skill in group]
    soft = all(rules[skill].kind == "soft" for skill in skills)
    said = max(min(2, asked[group].times - 1) + (2.0 if asked[group].title else 0.0) for group in groups)
    return Need(
        name=", ".join(names[:_EXAMPLES]) + more,
        weight=0.5 if soft else min(10.0, _WEIGHTS[manner] + said + 0.5 * (len(groups) - 1)),
        want=min(4, (len(groups) + 1) // 2),
        required=manner == "required" and not soft,
        core=True,
        skills=skills,
        signals=sorted({_SHOWN_BY[skill] for skill in skills if skill in _SHOWN_BY}),
    )


def _named(names: list[str]) -> str:
    """Alternatives in words, the first few."""
    return " or ".join(names[:_ALTERNATIVES]) + (" or the like" if len(names) > _ALTERNATIVES else "")


def most_like(
    lines: list[str], asked: Iterable[str], roles: Roles, titled: frozenset[str] = frozenset()
) -> str:
    """The known role that an advert is most like: by its title and the skills that it names (`titled`), its skills and
    its words."""
    skills = list(asked)
    phrases = roles.says.labels("\n".join(lines))
    titles = _titles([line for line in lines[:3] if is_title(line) and line[-1] not in ".!"], roles)
    best, best_score = "", -1.0
    for role_id, role in roles.rules.items():
        score = titles.get(role_id, 0.0)
        for need_id, need in role.needs.items():
            names = roles.skills[(role_id, need_id)]
            found = sum(1 for skill in skills if skill in names)
            found += sum(1 for *key, number in phrases if key == [role_id, need_id] and number is not None)
            score += need.weight * min(1.0, found / need.want) * (1.0 if need.core else 0.3) / 5
            if need.core and not need.shared and not titled.isdisjoint(names):
                score += _TITLED
        if score > best_score:
            best, best_score = role_id, score
    return best


def _titles(lines: list[str], roles: Roles) -> dict[str, float]:
    """How much a title speaks for the roles that it names: "machine learning engineer" is what people of many are
    called."""
    votes: dict[str, float] = {}
    for line in lines:
        if any(role_id in roles.rules for role_id in votes):
            break  # the first line that names one is the title
        general = {label for title in _GENERAL_TITLE.findall(line) for label in roles.titles.labels(title)}
        for label in roles.titles.labels(line):
            vote = _GENERAL if label in general else _SPECIAL
            role_id = label.removeprefix("role/")
            votes[role_id] = max(votes.get(role_id, 0.0), vote)
    return votes


def with_job(taxonomy: Taxonomy, role: RoleRule) -> Taxonomy:
    """The taxonomy with the advert's role under the id `job`."""
    from dataclasses import replace

    return replace(taxonomy, roles=taxonomy.roles.with_role(JOB, role))
