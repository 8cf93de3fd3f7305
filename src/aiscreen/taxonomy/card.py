"""A skill's card: all that the taxonomy says about it, and about it from other skills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aiscreen.errors import ConfigError
from aiscreen.taxonomy.suggest import nearest
from aiscreen.text import clean

if TYPE_CHECKING:
    from aiscreen.taxonomy.load import Taxonomy
    from aiscreen.taxonomy.skills import Context, Skill


def find(taxonomy: Taxonomy, asked: str) -> str:
    """The id of the skill that is asked for by id or by any of its spellings. Raises ConfigError with the nearest."""
    from aiscreen.taxonomy.skills import squash

    skills = taxonomy.skills
    if asked in skills:
        return asked
    spelt: dict[str, str] = {}
    for name, skill in skills.items():
        for text, _, _ in skill.spellings():
            spelt.setdefault(squash(text), name)
    if found := spelt.get(squash(asked)):
        return found
    ids = {squash(name): name for name in skills}
    key = nearest(squash(asked), [*ids, *spelt], least=72.0)
    guess = f"; did you mean `{ids.get(key) or spelt[key]}`?" if key else ""
    raise ConfigError(f"there is no skill `{clean(asked)}`{guess}")


def card(taxonomy: Taxonomy, name: str) -> str:
    """The card as plain text, one fact a line."""
    skill = taxonomy.skills[name]
    rows = [
        ("id", name),
        ("category", taxonomy.categories.get(skill.category, skill.category)),
        ("kind", skill.kind),
    ]
    rows += _spellings(skill)
    rows += _context(skill.context) if skill.context else []
    rows += _life(skill)
    rows += [
        ("implies", ", ".join(skill.implies)),
        ("implied by", ", ".join(_pointing(taxonomy, name, "implies"))),
    ]
    rows += [("replaces", ", ".join(_pointing(taxonomy, name, "replaced_by")))]
    rows += [("never confused with", ", ".join(skill.not_))]
    if skill.examples:
        rows += [("found in", text) for text in skill.examples.match]
        rows += [("not found in", text) for text in skill.examples.miss]
    rows += [("source", skill.source or ""), ("confidence", skill.confidence or "")]
    width = max(len(label) for label, value in rows if value)
    return (
        clean("\n".join([skill.name, *(f"  {label:<{width}}  {value}" for label, value in rows if value)]))
        + "\n"
    )


def _spellings(skill: Skill) -> Iterator[tuple[str, str]]:
    tiers: dict[str, list[str]] = {"distinctive": [], "cased": [], "phrase": []}
    for text, tier, _ in skill.spellings():
        tiers[tier].append(text)
    yield "anywhere, any case", ", ".join(tiers["distinctive"])
    yield "in just this case", ", ".join(tiers["cased"])
    yield "with context only", ", ".join(tiers["phrase"])


def _context(context: Context) -> Iterator[tuple[str, str]]:
    for label, words in (
        ("near it", context.near),
        ("before it", context.before),
        ("after it", context.after),
        ("denied by", context.deny),
    ):
        yield label, ", ".join(words)
    yield "in lists", "" if context.lists else "does not count by itself"
    both = [what for what, is_one in (("a person", context.person), ("a company", context.company)) if is_one]
    yield "also the name of", " or ".join(both)


def _life(skill: Skill) -> Iterator[tuple[str, str]]:
    yield "released", skill.released or ""
    yield "status", f"{skill.status} since {skill.retired}" if skill.status == "retired" else skill.status
    yield "replaced by", ", ".join(skill.replaced_by)
    for version, life in skill.versions.items():
        dates = [
            f"released {life.released}" if life.released else "",
            f"retired {life.retired}" if life.retired else "",
        ]
        yield f"version {version}", ", ".join(filter(None, dates)) or "named"


def _pointing(taxonomy: Taxonomy, name: str, field: str) -> list[str]:
    """The skills whose `field` names this one."""
    return [other for other, skill in taxonomy.skills.items() if name in getattr(skill, field)]
