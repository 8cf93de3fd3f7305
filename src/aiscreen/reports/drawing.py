"""Drawing for a terminal, whatever the report. Text of documents and repositories only ever enters as plain `Text`, never
as markup."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

WIDTH = 100
"""Columns where nobody says how many."""


def console_of(width: int | None = None) -> Console:
    """A console that takes nothing for markup: without colours where a `width` is given, else as the terminal has them."""
    return Console(
        highlight=False,
        markup=False,
        emoji=False,
        color_system="auto" if width is None else None,
        width=width,
    )


def drawn(parts: Iterable[RenderableType], console: Console) -> str:
    """The parts of a report, one below the other, as text in the console's width and colours."""
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def rule(head: Text) -> Rule:
    """The line that a card begins with."""
    return Rule(head, align="left", style="dim", characters="─")


def heading(words: str) -> Padding:
    """What stands above a part of a card."""
    return Padding(Text(words, style="bold"), (1, 0, 0, 0))


def indented(part: RenderableType, by: int = 2) -> Padding:
    """Something set in from the left."""
    return Padding(part, (0, 0, 0, by))
