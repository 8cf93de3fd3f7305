"""What a linter has to say: one problem, with its place in the file and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aiscreen.text import clean

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem. Lines and columns count from 1, columns in characters; `end_column` is the column after the last.

    `rule` is a stable slug, `message` says what is wrong, `suggestion` what to do, `source` is the offending line.
    The order of fields is the order of sorting: by place, then by rule.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: Severity
    message: str
    suggestion: str = ""
    source: str = ""

    def __str__(self) -> str:
        advice = f" ({self.suggestion})" if self.suggestion else ""
        return clean(
            f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.rule}] {self.message}{advice}"
        )
