"""The commands, gathered; a command's module is imported when the command is run."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

from aiscreen import __version__

EPILOG = "Screening asks questions; a person decides. Exit codes: 0 fine, 1 findings, 2 usage, 3 unreadable input, 4 bug, 130 interrupted."

COMMANDS = {
    "score": "Score résumés against a role and say why, sentence by sentence.",
    "batch": "Rank a folder of résumés.",
    "compare": "Say in a few sentences and a table why A stands above B, or B above A.",
    "interview": "Write an interview sheet from the candidate's own claims, gaps and flags.",
    "parse": "Show what was understood of a résumé.",
    "inspect": "Show how a résumé was read: its columns, lines, sections and entries, text that a reader does not see, and what was flagged.",
    "portfolio": "Show what repositories prove: what they are, whose work, which skills, and which claims their code bears out.",
    "taxonomy": "Check, show and try the policy files: skills.yaml, roles.yaml, redflags.yaml.",
    "audit": "Audits over results: figures for people to read.",
    "store": "Look at, prune and erase what `aiscreen batch` keeps.",
}
"""Each command and what `--help` says of it. The module of its name holds a function of that name, or NAME_app with
commands of its own."""


class Commands(TyperGroup):
    """The commands by name, each built when it is asked for."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        unbuilt: dict[str, Any] = dict.fromkeys(COMMANDS)
        self.commands = unbuilt

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name; None where there is none."""
        if cmd_name in self.commands and self.commands[cmd_name] is None:
            self.commands[cmd_name] = _build(cmd_name)
        return self.commands.get(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list under `--help`, which needs no command's module."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _build(name: str) -> Any:
    module = import_module(f"aiscreen.cli.{name}")
    group: typer.Typer | None = getattr(module, f"{name}_app", None)
    if group is not None:
        return get_group(group)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name)(getattr(module, name))
    return get_command(single)


app = typer.Typer(
    cls=Commands,
    help="Screen the résumés and portfolios of AI engineers: ranked, explained, offline.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"aiscreen {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Screen the résumés and portfolios of AI engineers: ranked, explained, offline."""
