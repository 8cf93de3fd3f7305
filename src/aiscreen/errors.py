"""Every error that aiscreen raises on purpose. Anything else that escapes is a bug (exit code 4)."""

from __future__ import annotations

from typing import Any


class AiscreenError(Exception):
    """Base of all errors; `str(error)` is one line that says what, where and what to do."""


class InputError(AiscreenError):
    """A document that could not be read.

    `reason` is a stable slug (`empty`, `missing`, `encrypted`, `scanned`, `damaged`, `too-large`, `timeout`,
    `memory`, `crashed`, `unsupported`, `unreadable`, `folder`, `no-pages`, `no-text`, `offline`); `detail` says it to a
    person, with the remedy.
    """

    def __init__(self, reason: str, detail: str, path: str = "") -> None:
        super().__init__(f"{path}: {detail}" if path else detail)
        self.reason = reason
        self.detail = detail
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.reason, self.detail, self.path)


class TaxonomyError(AiscreenError):
    """The YAML policy files are not usable. `problems` holds all of them, sorted by place."""

    def __init__(self, problems: list[Any]) -> None:
        lines = [str(problem) for problem in problems]
        super().__init__("\n".join(lines) or "the taxonomy has errors")
        self.problems = problems

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


class ConfigError(AiscreenError):
    """Options that do not fit together, or name something that does not exist."""
