"""The commands, gathered."""

from __future__ import annotations

from typing import Annotated

import typer

from aiscreen import __version__
from aiscreen.cli import audit, batch, compare, inspect, interview, parse, portfolio, score, store, taxonomy

EPILOG = "Screening asks questions; a person decides. Exit codes: 0 fine, 1 findings, 2 usage, 3 unreadable input, 4 bug."

app = typer.Typer(
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


app.command("score")(score.score)
app.command("batch")(batch.batch)
app.command("compare")(compare.compare)
app.command("interview")(interview.interview)
app.command("parse")(parse.parse)
app.command("inspect")(inspect.inspect)
app.command("portfolio")(portfolio.portfolio)
app.add_typer(taxonomy.taxonomy_app, name="taxonomy")
app.add_typer(audit.audit_app, name="audit")
app.add_typer(store.store_app, name="store")
