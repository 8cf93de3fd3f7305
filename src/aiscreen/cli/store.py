"""`aiscreen store`: look at, prune and erase what batches keep."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

store_app = typer.Typer(
    help="Look at, prune and erase what `aiscreen batch` keeps.", no_args_is_help=True, rich_markup_mode=None
)
StoreFile = Annotated[
    Path | None, typer.Option("--store", help="The store, where it is not the default one.", metavar="FILE")
]


@store_app.command(short_help="Say where the store is, how large, and what it holds.")
def info(store: StoreFile = None) -> int:
    """Say where the store is, how large, and what it holds.

    \b
    aiscreen store info
    aiscreen store info --store results.sqlite3
    """
    from aiscreen.cli.output import write
    from aiscreen.store import Store

    path = _existing(store)
    with Store(path) as opened:
        counts, size = opened.counts(), opened.size()
    held = f"{counts['parsed']} parsed résumés, {counts['assessed']} assessments, {counts['failed']} failures"
    write(f"{path}: {size / 1e6:.1f} MB\n{held}\n", None)
    return 0


@store_app.command(short_help="Forget what was stored more than so many days ago.")
def prune(
    older_than: Annotated[
        float,
        typer.Option("--older-than", min=0, help="Keep what was stored within so many days.", metavar="DAYS"),
    ],
    store: StoreFile = None,
) -> int:
    """Forget what was stored more than so many days ago (retention).

    \b
    aiscreen store prune --older-than 180
    """
    from aiscreen.store import Store
    from aiscreen.text import count

    with Store(_existing(store)) as opened:
        forgotten = opened.prune(older_than)
    print(f"{count(forgotten, 'stored result')} forgotten")
    return 0


@store_app.command(short_help="Erase all that is kept of a candidate.")
def erase(
    candidate: Annotated[
        str,
        typer.Option("--candidate", help="E-mail address, full name, or SHA-256 of the file.", metavar="WHO"),
    ],
    store: StoreFile = None,
) -> int:
    """Erase a candidate: everything parsed and judged of them, the space overwritten.

    \b
    aiscreen store erase --candidate amara@example.org
    """
    from aiscreen.cli.output import say
    from aiscreen.store import Store
    from aiscreen.text import count

    with Store(_existing(store)) as opened:
        erased = opened.erase(candidate)
    print(f"{count(erased, 'document')} erased")
    if not erased:
        say("aiscreen: nobody by that e-mail address, name or hash is in the store")
    return 0


def _existing(path: Path | None) -> Path:
    from aiscreen.errors import ConfigError
    from aiscreen.store import default_path

    path = path or default_path()
    if not path.is_file():
        raise ConfigError(f"there is no store at {path} yet; `aiscreen batch` makes one")
    return path
