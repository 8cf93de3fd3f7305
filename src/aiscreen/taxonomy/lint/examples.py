"""Examples: ambiguous skills and all rules carry some, and what they claim is put to the test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from aiscreen.taxonomy.labels import failed_examples
from aiscreen.taxonomy.lint.references import unknown
from aiscreen.taxonomy.lint.rule import Context, Rule, numbered
from aiscreen.taxonomy.problems import Problem

if TYPE_CHECKING:
    from aiscreen.taxonomy.load import Taxonomy
    from aiscreen.taxonomy.skills import Skill


def missing_example(context: Context) -> Iterator[Problem]:
    file, model = context.files.get("skills"), context.models.get("skills")
    if file is not None and model is not None:
        for name, skill in model.skills.items():
            if not ambiguous(skill):
                continue
            given = file.data["skills"][name].get("examples")
            lacking = [
                part for part in ("match", "miss") if not (isinstance(given, dict) and given.get(part))
            ]
            if lacking:
                message = f"`{name}` is ambiguous and has no example that must {' or '.join(lacking)}"
                yield file.problem(
                    "missing-example", ("skills", name), message, "add `examples:` with both", key=True
                )
    file, model = context.files.get("redflags"), context.models.get("redflags")
    if file is not None and model is not None and hasattr(model, "missing_examples"):
        for path, why in model.missing_examples():
            yield file.problem(
                "missing-example", numbered(path), why, "add `examples:` with a hit and a miss", key=True
            )


def ambiguous(skill: Skill) -> bool:
    """Whether a skill's spellings count in some surroundings only."""
    words = skill.context
    return bool(
        skill.phrases
        or (words and (words.near or words.before or words.after or words.deny or words.everyday))
    )


def failing_example(context: Context) -> Iterator[Problem]:
    file, roles = context.files.get("roles"), context.models.get("roles")
    if file is not None and roles is not None:
        for place, why in failed_examples(roles):
            yield file.problem("failing-example", numbered(place), why, "change the patterns or the example")
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
