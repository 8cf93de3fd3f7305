"""The linter: every problem of the policy files at once, each with its place and a remedy. One idea a module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from aiscreen.taxonomy.extend import complete
from aiscreen.taxonomy.lint import aliases, cycles, examples, ignores, life, references
from aiscreen.taxonomy.lint.rule import Context, Rule, Runner
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.validate import validate

if TYPE_CHECKING:
    from aiscreen.taxonomy.yamlfile import YamlFile

_FOUND_ON_READING = (
    Rule("syntax", "error", "Text that is not the plain YAML policy files are written in."),
    Rule("duplicate-key", "error", "A key that is set twice; the second would silently win."),
    Rule("anchor", "error", "An anchor, alias or tag; policy files hold plain values."),
    Rule(
        "wrong-type",
        "error",
        "A value of another type than the field's (`no` for a word, 1.10 for a version).",
    ),
    Rule("unknown-schema", "error", "A file that does not say which of the three it is."),
    Rule("unknown-field", "error", "A field that does not exist."),
    Rule("missing-field", "error", "A field that must be there and is not."),
    Rule("bad-id", "error", "An id with other characters than small letters, digits and hyphens."),
    Rule("bad-pattern", "error", "A pattern or regular expression that cannot be read."),
    Rule("out-of-range", "error", "A number or a text beyond its limits."),
    Rule("weights", "error", "Weights that do not add up."),
    Rule("invalid", "error", "Anything else that the schema forbids."),
    Rule("unknown-rule", "error", "An `# aiscreen: ignore[...]` that names no rule."),
    Rule("unused-ignore", "warning", "An `# aiscreen: ignore[...]` that silences nothing."),
)
RULES: tuple[Rule, ...] = (
    *_FOUND_ON_READING,
    *references.RULES,
    *cycles.RULES,
    *life.RULES,
    *aliases.RULES,
    *examples.RULES,
)
ON_READING: frozenset[str] = frozenset(rule.slug for rule in _FOUND_ON_READING)
"""The rules that a file breaks as it is read, before any other rule looks at it."""
SLUGS: tuple[str, ...] = tuple(sorted(rule.slug for rule in RULES))


@dataclass(frozen=True)
class Checked:
    """What a check found: all problems sorted by place, and the models they leave (see `Context`)."""

    problems: list[Problem]
    context: Context


def check(
    files: Mapping[Kind, YamlFile],
    *,
    today: date | None = None,
    run_skill_examples: Runner | None = None,
    run_rule_examples: Runner | None = None,
    only: Iterable[str] | None = None,
) -> Checked:
    """Everything that is wrong with a set of files; references go from file to file.

    The runners put the examples of skills and of rules to the test (imports run downward, so they come from above).
    Without `today` nothing is compared with the calendar; without it or a runner, not every rule has run, and
    comments that silence nothing are not reported. `only` names the files (as read) whose problems are wanted; the
    others are there to be referred to.
    """
    runners: dict[Kind, Runner | None] = {"skills": run_skill_examples, "redflags": run_rule_examples}
    given = {kind: run for kind, run in runners.items() if run}
    for kind, file in files.items():
        complete(kind, file)
    wanted = frozenset(only if only is not None else (file.name for file in files.values()))
    models, problems = _validated(files)
    context = Context(files, models, today, given, not problems, wanted)
    misread = {(problem.file, problem.line, problem.column) for problem in problems}
    for rule in RULES:
        if rule.check is not None:
            # What was read wrongly cannot be judged further.
            problems += [p for p in rule.check(context) if (p.file, p.line, p.column) not in misread]
    all_ran = today is not None and len(context.runners) == len(runners)
    kept: list[Problem] = []
    for kind, file in files.items():
        if file.name in wanted:
            own = [problem for problem in problems if problem.file == file.name]
            kept += ignores.apply(file, own, SLUGS, complete=all_ran and models[kind] is not None)
    return Checked(sorted(set(kept)), context)


def _validated(files: Mapping[Kind, YamlFile]) -> tuple[dict[Kind, Any], list[Problem]]:
    """The models of the files, and what reading and validating them found. A set of three files that was found valid
    before is taken from the cache."""
    from aiscreen.taxonomy import kept
    from aiscreen.taxonomy.load import VALID, key_for

    problems: list[Problem] = []
    whole = len(files) == len(KINDS) and not any(file.problems for file in files.values())
    key = key_for({kind: file.sha256 + file.base for kind, file in files.items()}) if whole else ""
    if whole and (found := kept.find(VALID, key)):
        return kept.whole(found), problems
    models: dict[Kind, Any] = {}
    for kind, file in files.items():
        models[kind], wrong = validate(kind, file)
        # The reader takes `yes` for text that lacks its quotes; the schema knows what is wanted instead.
        told = {(each.line, each.column) for each in wrong if each.rule == "wrong-type"}
        read = [p for p in file.problems if p.rule != "wrong-type" or (p.line, p.column) not in told]
        problems += [*read, *wrong]
    if whole and not problems:
        kept.keep(VALID, key, models)
    return models, problems
