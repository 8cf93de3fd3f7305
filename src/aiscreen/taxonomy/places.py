"""A YAML file's values and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from aiscreen.taxonomy.problems import Problem, Severity

Path = tuple[str | int, ...]
"""The way to a value: keys and list indexes from the top."""


class Span(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end column one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


@dataclass
class YamlFile:
    """A policy file as read: `data` the plain value, `events` and `key_events` what the parser said of each path's
    value and key, its place above all. `base` is the SHA-256 of the shipped file that it builds on (see `extend`).

    `problems` holds what is wrong with it as YAML; `data` is then what could be read (None where nothing could).
    """

    name: str
    text: str
    sha256: str
    data: Any = None
    events: dict[Path, Any] = field(default_factory=dict, repr=False)
    key_events: dict[Path, Any] = field(default_factory=dict, repr=False)
    problems: list[Problem] = field(default_factory=list)
    base: str = ""

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def line(self, number: int) -> str:
        """A line of the file without its end, counted from 1; empty beyond the file."""
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""

    def is_alias(self, path: Path) -> bool:
        """Whether a YAML alias stands at a path: refused, and read as nothing."""
        return type(self.events.get(path)) is yaml.AliasEvent

    def written(self, path: Path) -> str:
        """A scalar as the file writes it (1.10 is the number 1.1); empty for anything else."""
        return str(getattr(self.events.get(path), "value", ""))

    def holds(self, path: Path) -> bool:
        """Whether a value stands in this file itself, not in the shipped one that it builds on."""
        return path in self.events

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Where a path's value (or key) stands; the nearest thing above it where the path itself does not."""
        while path:
            first, second = (self.key_events, self.events) if key else (self.events, self.key_events)
            if found := first.get(path) or second.get(path):
                return span_of(found)
            path, key = path[:-1], True
        return span_of(self.events[()]) if () in self.events else START

    def problem(
        self, rule: str, at: Path | Span, message: str, suggestion: str = "", *, key: bool = False,
        severity: Severity = "error",
    ) -> Problem:  # fmt: skip
        """A problem at a path or a span of this file."""
        span = at if isinstance(at, Span) else self.span(at, key=key)
        return Problem(self.name, *span, rule, severity, message, suggestion, self.line(span.line))


def span_of(event: Any) -> Span:
    """Where a parser's event stands."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
