"""Examples: ambiguous skills and all rules carry some, and what they claim is put to the test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aiscreen.taxonomy.labels import failed_examples
from aiscreen.taxonomy.lint.references import unknown
from aiscreen.taxonomy.lint.rule import Context, Rule, numbered, of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.yamlfile import YamlFile

if TYPE_CHECKING:
    from aiscreen.taxonomy.load import Taxonomy
    from aiscreen.taxonomy.roles import RolesFile
    from aiscreen.taxonomy.skills import Skill, SkillsFile


@of("skills")
def missing_example(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    for name, skill in model.skills.items():
        if not ambiguous(skill):
            continue
        given = file.data["skills"][name].get("examples")
        lacking = [part for part in ("match", "miss") if not (isinstance(given, dict) and given.get(part))]
        if lacking:
            message = f"`{name}` is ambiguous and has no example that must {' or '.join(lacking)}"
            yield file.problem(
                "missing-example", ("skills", name), message, "add `examples:` with both", key=True
            )


def ambiguous(skill: Skill) -> bool:
    """Whether a skill's spellings count in some surroundings only."""
    words = skill.context
    return bool(
        skill.phrases
        or (words and (words.near or words.before or words.after or words.deny or words.everyday))
    )


def failing_example(context: Context) -> Iterator[Problem]:
    yield from _of_roles(context)
    for kind, runner in context.runners.items():
        file = context.files.get(kind)
        if file is None or file.name not in context.own or context.models.get(kind) is None:
            continue
        if (taxonomy := _runnable(context)) is not None:
            for path, why in runner(taxonomy):
                if file.base and not file.holds(numbered(path)):
                    message = f"with these changes, {why} in a shipped example of it"
                    advice = "see whether that is meant"
                    yield file.problem(
                        "failing-example", path[:2], message, advice, key=True, severity="warning"
                    )
                else:
                    yield file.problem(
                        "failing-example", numbered(path), why, "change the entry or the example"
                    )


@of("roles")
def _of_roles(context: Context, file: YamlFile, model: RolesFile) -> Iterator[Problem]:
    for place, why in failed_examples(model):
        yield file.problem("failing-example", numbered(place), why, "change the patterns or the example")


def _runnable(context: Context) -> Taxonomy | None:
    """The taxonomy without the red flags that name groups nobody defines; None where all of them depend on such."""
    taxonomy = context.taxonomy
    broken = [path for _, path, sort, _, _ in unknown(context) if sort == "term"]
    if taxonomy is None or any(path[0] != "rules" for path in broken):
        return None
    if broken:
        lost = {path[1] for path in broken}
        kept = {name: rule for name, rule in taxonomy.redflags.rules.items() if name not in lost}
        return replace(taxonomy, redflags=taxonomy.redflags.model_copy(update={"rules": kept}), key=None)
    return taxonomy


RULES = (
    Rule(
        "missing-example", "error", "An ambiguous skill or a rule without a hit and a miss.", missing_example
    ),
    Rule("failing-example", "error", "An example that does not do what it claims.", failing_example),
)
