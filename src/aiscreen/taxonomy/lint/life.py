"""The life of a tool: released, retired, replaced; and whether what the file says can still be true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from aiscreen.taxonomy.lint.cycles import rings
from aiscreen.taxonomy.lint.rule import Context, Rule, of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.remedies import month_advice
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from datetime import date

    from aiscreen.taxonomy.skills import Skill, SkillsFile, Version

STALE_MONTHS = 12
"""A file whose `updated:` is older than this is due for a review."""
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\Z")


def _lives(model: SkillsFile) -> Iterator[tuple[Path, Skill | Version]]:
    for name, skill in model.skills.items():
        yield ("skills", name), skill
        for version, life in skill.versions.items():
            yield ("skills", name, "versions", version), life


def _updated(file: YamlFile) -> Any:
    """What the file itself says under `updated`."""
    return file.data.get("updated") if isinstance(file.data, dict) and file.holds(("updated",)) else None


@of("skills")
def retired_without_date(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    for name, skill in model.skills.items():
        if skill.status != "retired":
            continue
        if skill.retired is None and not context.lost(name, "retired"):
            message = f"`{name}` is retired, but the file does not say since when"
            yield file.problem(
                "retired-without-date", ("skills", name, "status"), message, "add `retired: YYYY-MM`"
            )


@of("skills")
def release_after_retirement(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    for path, life in _lives(model):
        if life.released and life.retired and life.released > life.retired:
            message = f"released {life.released}, after it was retired ({life.retired})"
            yield file.problem("release-after-retirement", (*path, "released"), message, "check both months")
    for name, skill in model.skills.items():
        for version, life in skill.versions.items():
            if skill.released and life.released and life.released < skill.released:
                message = f"version {version} is released before `{name}` itself ({skill.released})"
                path = ("skills", name, "versions", version, "released")
                yield file.problem(
                    "release-after-retirement", path, message, "check both months", severity="warning"
                )


def bad_date(context: Context) -> Iterator[Problem]:
    """The months of entries are the schema's to check; this one sees to the file's own `updated`."""
    for file in context.files.values():
        updated = _updated(file)
        if isinstance(updated, str) and not _MONTH.match(updated):
            yield file.problem("bad-date", ("updated",), f"`{updated}` is not a month", month_advice(updated))
        elif isinstance(updated, str) and context.today and updated[:7] > f"{context.today:%Y-%m}":
            yield file.problem(
                "bad-date", ("updated",), f"`{updated}` lies in the future", "write this month"
            )
    yield from _misdated(context)


@of("skills")
def _misdated(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    """Months of skills that are written well, and cannot be."""
    yield from _future(context, file, model)
    updated = _updated(file)
    for path, life in _lives(model):
        if not file.holds((*path, "released")):
            continue
        if updated and life.released and life.released > updated[:7]:
            message = f"released {life.released}, later than this file's `updated: {updated}`"
            yield file.problem(
                "bad-date", (*path, "released"), message, "check the month, or bring `updated:` forward"
            )


def _future(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    """Retired already, from a month on that has not come. A tool that lives may have its end announced."""
    for name, skill in model.skills.items():
        if context.today is None or skill.status != "retired" or skill.retired is None:
            continue
        if skill.retired > f"{context.today:%Y-%m}":
            message = f"`{name}` is retired, but {skill.retired} lies in the future"
            advice = "check the month, or leave out `status: retired` until then"
            yield file.problem("bad-date", ("skills", name, "retired"), message, advice)


def stale(context: Context) -> Iterator[Problem]:
    for file in context.files.values():
        updated = _updated(file)
        if context.today is None or not isinstance(updated, str) or not _MONTH.match(updated):
            continue
        if (age := _age(updated, context.today)) > STALE_MONTHS:
            message = f"last reviewed {updated}, {age} months ago"
            advice = "go through the entries, then set `updated:` to this month"
            yield file.problem("stale", ("updated",), message, advice, severity="warning")
    yield from _overtaken(context)


@of("skills")
def _overtaken(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    """Tools whose end has come, and successors that have met theirs."""
    circling = {
        name for ring in rings({id: each.replaced_by for id, each in model.skills.items()}) for name in ring
    }
    for name, skill in model.skills.items():
        path: Path = ("skills", name)
        if (
            skill.retired
            and skill.status != "retired"
            and model.updated
            and skill.retired <= model.updated[:7]
        ):
            message = f"`{name}` says {skill.status}, but it was retired {skill.retired}"
            yield file.problem(
                "stale", (*path, "retired"), message, "write `status: retired`", severity="warning"
            )
        for index, successor in enumerate(skill.replaced_by):
            heir = model.skills.get(successor)
            if heir is not None and heir.status == "retired" and not circling.issuperset((name, successor)):
                message = f"`{successor}`, which replaces `{name}`, is retired itself"
                onward = ", ".join(f"`{each}`" for each in heir.replaced_by)
                advice = f"name what replaced it: {onward}" if onward else "name something that is alive"
                yield file.problem(
                    "stale", (*path, "replaced_by", index), message, advice, severity="warning"
                )


def _age(updated: str, today: date) -> int:
    """Whole months from a month to today."""
    return 12 * (today.year - int(updated[:4])) + today.month - int(updated[5:7])


RULES = (
    Rule(
        "retired-without-date", "error", "A retired skill that does not say since when.", retired_without_date
    ),
    Rule("release-after-retirement", "error", "Released later than retired.", release_after_retirement),
    Rule("bad-date", "error", "A month that is not written YYYY-MM, or cannot be.", bad_date),
    Rule("stale", "warning", "Facts that time has overtaken.", stale),
)
