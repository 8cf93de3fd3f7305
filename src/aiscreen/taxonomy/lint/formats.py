"""Problems as text with the source line, JSON, GitHub annotations or SARIF 2.1.0. All return a whole output."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from aiscreen import __version__
from aiscreen.taxonomy.lint import RULES
from aiscreen.taxonomy.problems import Problem
from aiscreen.text import clean
from aiscreen.text import count as many

WIDTH = 100
"""Characters of a source line that are shown at most."""
_RED, _YELLOW, _BLUE, _BOLD, _RESET = "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors, and how many warnings."""
    severities = [problem.severity for problem in problems]
    return severities.count("error"), severities.count("warning")


def summary(problems: Sequence[Problem], files: int) -> str:
    """One line about a whole check."""
    errors, warnings = count(problems)
    checked = f"{many(files, 'file')} checked"
    if not problems:
        return f"{checked}: no problems"
    return f"{checked}: {many(errors, 'error')}, {many(warnings, 'warning')}"


def as_text(problems: Iterable[Problem], *, color: bool = False) -> str:
    """For people: what and where, the line with a caret under it, the remedy."""
    return "\n".join(_block(problem, color) for problem in problems)


def _block(problem: Problem, color: bool) -> str:
    def paint(text: str, code: str) -> str:
        return f"{code}{text}{_RESET}" if color else text

    tone = _RED if problem.severity == "error" else _YELLOW
    place = paint(clean(f"{problem.file}:{problem.line}:{problem.column}:"), _BOLD)
    head = f"{place} {paint(f'{problem.severity}[{problem.rule}]', tone)} {clean(problem.message)}"
    number = str(problem.line)
    gutter = paint(f"{' ' * len(number)} |", _BLUE)
    source, indent, carets = _window(problem)
    lines = [head]
    if source.strip():
        advice = f" {clean(problem.suggestion)}" if problem.suggestion else ""
        lines += [gutter, f"{paint(f'{number} |', _BLUE)} {source}"]
        lines += [f"{gutter} {' ' * indent}{paint('^' * carets, tone)}{advice}"]
    elif problem.suggestion:
        lines.append(f"{gutter} {clean(problem.suggestion)}")
    return "\n".join(lines) + "\n"


def _window(problem: Problem) -> tuple[str, int, int]:
    """The part of the source line to show, the columns of the terminal before the caret, and how many carets."""
    line = "".join(
        " " if c == "\t" else c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in problem.source
    )
    first = min(problem.column - 1, len(line))
    last = (
        len(line) if problem.end_line > problem.line else min(max(problem.end_column - 1, first), len(line))
    )
    low = 0
    if len(line) > WIDTH:
        low = max(0, min(first - WIDTH // 4, len(line) - WIDTH))
        shown = line[low : low + WIDTH]
        line = f"{'…' if low else ''}{shown}{'…' if low + WIDTH < len(line) else ''}"
        last = min(last, low + WIDTH)
        low -= bool(low)
    marked = line[first - low : last - low]
    return line.rstrip(), _columns(line[: first - low]), max(1, _columns(marked.rstrip()))


def _columns(text: str) -> int:
    """How many columns a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) > 0 for c in text)


def as_json(problems: Sequence[Problem], files: int) -> str:
    """For programs: one object with all problems."""
    errors, warnings = count(problems)
    report = {
        "schema": "aiscreen.problems/1",
        "tool": f"aiscreen {__version__}",
        "files": files,
        "errors": errors,
        "warnings": warnings,
        "problems": [
            {name: getattr(problem, name) for name in Problem.__dataclass_fields__} for problem in problems
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    lines = []
    for problem in problems:
        properties = {
            "file": PurePath(problem.file).as_posix(),
            "line": problem.line,
            "endLine": problem.end_line,
            "col": problem.column,
            "endColumn": problem.end_column,
            "title": f"aiscreen {problem.rule}",
        }
        if problem.end_line != problem.line:  # columns are allowed on one line only
            del properties["col"], properties["endColumn"]
        fields = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        advice = f"\n{problem.suggestion}" if problem.suggestion else ""
        lines.append(f"::{problem.severity} {fields}::{_data(clean(problem.message + advice))}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Iterable[Problem]) -> str:
    """A SARIF 2.1.0 log for code scanning."""
    slugs = [rule.slug for rule in RULES]
    driver: dict[str, Any] = {
        "name": "aiscreen",
        "version": __version__,
        "rules": [
            {
                "id": rule.slug,
                "shortDescription": {"text": rule.summary},
                "defaultConfiguration": {"level": rule.severity},
            }
            for rule in RULES
        ],
    }
    results = [
        {
            "ruleId": problem.rule,
            "ruleIndex": slugs.index(problem.rule),
            "level": problem.severity,
            "message": {"text": clean(" ".join(filter(None, (f"{problem.message}.", problem.suggestion))))},
            "locations": [{"physicalLocation": _location(problem)}],
        }
        for problem in problems
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _location(problem: Problem) -> dict[str, Any]:
    path = PurePath(problem.file)
    artifact = {"uri": path.as_uri()} if path.is_absolute() else {"uri": quote(path.as_posix())}
    region: dict[str, Any] = {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endLine": problem.end_line,
        "endColumn": problem.end_column,
    }
    if problem.source:
        region["snippet"] = {"text": problem.source}
    return {"artifactLocation": artifact, "region": region}
