"""Names that must exist: what a skill implies, is not, is replaced by; categories; what roles and rules name."""

from __future__ import annotations

from collections.abc import Iterator

from aiscreen.taxonomy.lint.rule import Context, Rule
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.suggest import did_you_mean
from aiscreen.taxonomy.yamlfile import Path, YamlFile


def unknown(context: Context) -> Iterator[tuple[YamlFile, Path, str, str, frozenset[str]]]:
    """Every name that nothing defines: file, place, what it should be, the name, and the names that there are."""
    known = {
        "skill": context.known("skills", "skills"),
        "category": context.known("skills", "categories"),
        "term": context.known("redflags", "groups") | context.known("redflags", "categories"),
    }
    for file, path, sort, name in context.references():
        if known[sort] and name not in known[sort]:
            yield file, path, sort, name, known[sort]


def undefined_terms(context: Context) -> Iterator[Problem]:
    """Groups and categories that red flags name and their own file does not define: nothing can be made of those."""
    for found in unknown(context):
        if found[2] == "term":
            yield _unknown(*found)


def unknown_reference(context: Context) -> Iterator[Problem]:
    for found in unknown(context):
        yield _unknown(*found)


def _unknown(file: YamlFile, path: Path, sort: str, name: str, known: frozenset[str]) -> Problem:
    home = "`groups` or `categories`" if sort == "term" else f"the {sort} to skills.yaml"
    advice = did_you_mean(
        name, known, otherwise=f"add it to {home}" if sort == "term" else f"add {home}, or drop it"
    )
    what = "group or category" if sort == "term" else sort
    return file.problem("unknown-reference", path, f"there is no {what} `{name}`", advice)


def unused_category(context: Context) -> Iterator[Problem]:
    file, model = context.files.get("skills"), context.models.get("skills")
    if file is None or model is None:
        return
    used = {entry.get("category") for entry in file.data["skills"].values() if isinstance(entry, dict)}
    for name in model.categories:
        if name not in used:
            message = f"no skill is of the category `{name}`"
            yield file.problem(
                "empty", ("categories", name), message, "remove it", key=True, severity="warning"
            )


RULES = (
    Rule("unknown-reference", "error", "A name that nothing in the files defines.", unknown_reference),
    Rule("empty", "error", "A field without a value, a file or list without content.", unused_category),
)
