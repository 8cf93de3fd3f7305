"""Names that must exist: what a skill implies, is not, is replaced by; categories; what roles and rules name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aiscreen.taxonomy.lint.rule import Context, Rule, of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.shipped import Kind
from aiscreen.taxonomy.suggest import did_you_mean, nearest
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from aiscreen.taxonomy.skills import SkillsFile

FLAG_GAPS = frozenset({"found", "category", "member", "value", "quote"})
QUESTION_GAPS = frozenset({"quote", "claim", "skill", "need", "role", "shown", "repository"})
_GAP = re.compile(r"\{([a-z_]+)\}")


def unknown(context: Context) -> Iterator[tuple[YamlFile, Path, str, str, frozenset[str]]]:
    """Every name that nothing defines: file, place, what it should be, the name, and the names that there are."""
    known = {
        "skill": context.known("skills", "skills"),
        "category": context.known("skills", "categories"),
        "term": context.known("redflags", "groups") | context.known("redflags", "categories"),
        "group": frozenset(roles.groups) if (roles := context.models.get("roles")) else frozenset(),
    }
    for file, path, sort, name in context.references:
        # What a shipped entry names, and somebody's other file lacks, is not the short file's fault.
        own = not file.base or file.holds(path)
        if known[sort] and name not in known[sort] and own:
            yield file, path, sort, name, known[sort]


def undefined_terms(context: Context) -> Iterator[Problem]:
    """Groups and categories that patterns name and their own file does not define: nothing can be made of those."""
    for found in unknown(context):
        if found[2] in ("term", "group"):
            yield _unknown(*found)


def unknown_reference(context: Context) -> Iterator[Problem]:
    spelt: dict[str, str] = {}
    for file, path, sort, name, known in unknown(context):
        if sort == "skill" and not spelt:
            spelt = {each.key: id for id, listed in context.spellings.items() for each in listed}
        if sort == "skill" and (meant := spelt.get(_key(name))):
            message = f"there is no skill `{name}`"
            yield file.problem("unknown-reference", path, message, f"its id is `{meant}`")
        else:
            yield _unknown(file, path, sort, name, known)
    yield from unfilled_gap(context)


def _key(name: str) -> str:
    from aiscreen.taxonomy.skills import squash

    return squash(name)


def unfilled_gap(context: Context) -> Iterator[Problem]:
    """Gaps in wordings that nothing fills, so that `{fund}` would be shown to a reader."""
    wordings: tuple[tuple[Kind, str, tuple[str, ...], frozenset[str]], ...] = (
        ("redflags", "rules", ("message", "ask"), FLAG_GAPS),
        ("roles", "questions", ("ask", "because"), QUESTION_GAPS),
    )
    for kind, section, fields, names in wordings:
        file, model = context.files.get(kind), context.models.get(kind)
        for entry, rule in getattr(model, section).items() if file is not None and model is not None else ():
            for field in fields:
                for gap in _GAP.findall(getattr(rule, field)):
                    if gap not in names and file is not None:
                        advice = did_you_mean(gap, names, otherwise=f"there are {', '.join(sorted(names))}")
                        message = f"nothing fills in `{{{gap}}}`"
                        yield file.problem("unknown-reference", (section, entry, field), message, advice)


def _unknown(file: YamlFile, path: Path, sort: str, name: str, known: frozenset[str]) -> Problem:
    home = {"term": "it to `groups` or `categories`", "group": "it to `groups`"}.get(sort)
    advice = did_you_mean(
        name, known, otherwise=f"add {home}" if home else f"add the {sort} to skills.yaml, or drop it"
    )
    dropped = file.data.get("drop") if isinstance(file.data, dict) else None
    if isinstance(dropped, list) and name in dropped:
        advice = "this file drops it"
    what = "group or category" if sort == "term" else sort
    return file.problem("unknown-reference", path, f"there is no {what} `{name}`", advice)


@of("skills")
def unused_category(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    entries = [entry for entry in file.data["skills"].values() if isinstance(entry, dict)]
    used = {entry["category"] for entry in entries if isinstance(entry.get("category"), str)}
    meant = {nearest(each, model.categories) for each in used - model.categories.keys()}
    for name in model.categories:
        if name not in used | meant and file.holds(("categories", name)):
            message = f"no skill is of the category `{name}`"
            yield file.problem(
                "empty", ("categories", name), message, "remove it", key=True, severity="warning"
            )


RULES = (
    Rule("unknown-reference", "error", "A name that nothing in the files defines.", unknown_reference),
    Rule("empty", "error", "A field without a value, a file or list without content.", unused_category),
)
