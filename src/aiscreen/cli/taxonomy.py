"""`aiscreen taxonomy`: check, show, try, diff and describe the policy files."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aiscreen.cli.options import Output, RedFlags, Roles, Skills
from aiscreen.cli.output import say, write
from aiscreen.errors import ConfigError

if TYPE_CHECKING:
    from aiscreen.taxonomy.problems import Problem

taxonomy_app = typer.Typer(
    help="Check, show and try the policy files: skills.yaml, roles.yaml, redflags.yaml.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class CheckFormat(StrEnum):
    """How problems are written."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


class TryFormat(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"


class Kind(StrEnum):
    """The three files."""

    skills = "skills"
    roles = "roles"
    redflags = "redflags"


@taxonomy_app.command(short_help="Name every problem of policy files, with its place and a remedy.")
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Policy files, or folders that hold them; the shipped ones where none is named."),
    ] = None,
    format: Annotated[
        CheckFormat | None,
        typer.Option("--format", "-f", help="Else text, or github where GITHUB_ACTIONS is true."),
    ] = None,
    output: Output = None,
    skip_others: Annotated[
        bool,
        typer.Option(
            "--skip-others", help="Pass over files that do not say `schema: aiscreen...`, whatever they are."
        ),
    ] = False,
) -> int:
    """Check policy files: every problem at once, with its place and a remedy. Exit code 1 on errors.

    \b
    aiscreen taxonomy check
    aiscreen taxonomy check our-skills.yaml --format sarif > skills.sarif
    """
    from datetime import date

    from aiscreen.cli.examples import Examples
    from aiscreen.taxonomy import lint
    from aiscreen.taxonomy.lint.formats import summary
    from aiscreen.taxonomy.lint.select import select

    batches, problems, number = select(files or [], skip_others=skip_others)
    examples = Examples()
    for batch in batches:
        problems += lint.check(
            batch.files,
            today=date.today(),
            run_skill_examples=examples.of_skills,
            run_rule_examples=examples.of_rules,
            only=batch.own,
        ).problems
    problems = sorted(set(problems))
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    chosen = format or (CheckFormat.github if in_actions else CheckFormat.text)
    write(_written(problems, chosen, number, color=output is None and _colors()), output)
    say(summary(problems, number))
    return int(any(problem.severity == "error" for problem in problems))


def _written(problems: list[Problem], format: CheckFormat, files: int, *, color: bool) -> str:
    from aiscreen.taxonomy.lint import formats

    if format is CheckFormat.json:
        return formats.as_json(problems, files)
    if format is CheckFormat.sarif:
        return formats.as_sarif(problems)
    if format is CheckFormat.github:
        return formats.as_github(problems)
    return formats.as_text(problems, color=color)


def _colors() -> bool:
    """Whether stdout takes colours: a terminal, and nobody said no."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@taxonomy_app.command(short_help="Show a skill's card: its spellings, its life, what it implies.")
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="A skill's id, or any of its spellings.")],
    skills: Skills = None,
) -> None:
    """Show a skill's card: how it is written, its life, what it implies, its examples.

    \b
    aiscreen taxonomy show pytorch
    aiscreen taxonomy show "sci-kit learn"
    """
    from aiscreen import taxonomy
    from aiscreen.taxonomy.card import card, find

    loaded = taxonomy.load(skills=skills)
    write(card(loaded, find(loaded, id)), None)


@taxonomy_app.command(short_help="Print the JSON Schema of the policy files, for editors.")
def schema(
    kind: Annotated[
        Kind | None, typer.Argument(help="One of the three files; all of them where none is named.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write NAME.schema.json into this folder.", metavar="DIR"),
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) of the policy files, for editors.

    \b
    aiscreen taxonomy schema skills
    aiscreen taxonomy schema --output schemas/
    """
    from aiscreen.taxonomy.schema import dump
    from aiscreen.taxonomy.schema import schema as schema_of
    from aiscreen.taxonomy.shipped import KINDS

    schemas = {each: schema_of(each) for each in KINDS if kind is None or each == kind.value}
    if output is None:
        write(dump(schemas if kind is None else schemas[kind.value]), None)
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(
            f"cannot make the folder {output}: {error.strerror}; choose another --output"
        ) from None
    for each, body in schemas.items():
        write(dump(body), output / f"{each}.schema.json")


@taxonomy_app.command("try", short_help="Show the skills and the red flags in a text.")
def try_text(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="A sentence, or - to read one a line from stdin.")
    ],
    format: Annotated[
        TryFormat, typer.Option("--format", "-f", help="How to write what is found.")
    ] = TryFormat.text,
    skills: Skills = None,
    roles: Roles = None,
    redflags: RedFlags = None,
) -> None:
    """Show the skills and the red flags in a text: one JSON object a line with --format json.

    \b
    aiscreen taxonomy try "Segmented users with supervised K-means"
    aiscreen taxonomy try - --format json < sentences.txt
    """
    from aiscreen import taxonomy
    from aiscreen.cli.trying import Trial

    trial = Trial(taxonomy.load(skills, roles, redflags))
    lines = sys.stdin.buffer if text == "-" else [text.encode("utf-8", errors="surrogateescape")]
    said = (line.decode("utf-8", errors="replace").rstrip("\r\n") for line in lines)
    write((trial.as_json(each) if format is TryFormat.json else trial.as_text(each) for each in said), None)


@taxonomy_app.command(short_help="Show what changed between two policies, and whose rank that moves.")
def diff(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="A policy file, or a folder that holds policy files.")
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, changed.")],
    resumes: Annotated[
        list[Path] | None, typer.Argument(metavar="RESUMES", help="Résumés, or folders of them.")
    ] = None,
    role: Annotated[str, typer.Option("--role", "-r", help="Role id to judge against, or auto.")] = "auto",
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The date that `present` means.", metavar="DATE")
    ] = None,
) -> int:
    """Show what changed between two taxonomies, and whose rank that moves, by which line.

    \b
    aiscreen taxonomy diff old/skills.yaml skills.yaml
    aiscreen taxonomy diff old/ . applications/ --role nlp-engineer
    """
    from aiscreen.cli.policy_diff import compare
    from aiscreen.cli.settings import screening_options

    report, unread = compare(old, new, resumes or [], screening_options(role=role, as_of=as_of))
    write(report, None)
    for error in unread:
        say(f"aiscreen: skipped {error}")
    return 3 if unread else 0
