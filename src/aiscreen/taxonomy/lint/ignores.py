"""`# aiscreen: ignore[rule]`: a comment that silences a rule on its own line, or on the next one when it stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.suggest import did_you_mean
from aiscreen.taxonomy.yamlfile import Span, YamlFile, span_of

_COMMENT = re.compile(r"#\s*aiscreen:\s*ignore\b(?P<list>\[(?P<rules>[^\]\n]*)\])?")


@dataclass
class Ignore:
    """One rule silenced on one line."""

    rule: str
    line: int
    at: Span
    used: bool = False


def apply(
    file: YamlFile, problems: Iterable[Problem], known: Iterable[str], *, complete: bool
) -> list[Problem]:
    """The problems of a file that no comment silences, and those of the comments themselves.

    With `complete` (every rule has run) a comment that silences nothing is reported as well.
    """
    ignores, kept = _find(file)
    names = list(known)
    for problem in problems:
        silenced = [i for i in ignores if i.line == problem.line and i.rule == problem.rule]
        for ignore in silenced:
            ignore.used = True
        if not silenced:
            kept.append(problem)
    for ignore in ignores:
        if ignore.rule not in names:
            advice = did_you_mean(ignore.rule, names)
            kept.append(
                file.problem("unknown-rule", ignore.at, f"there is no rule `{ignore.rule}` to ignore", advice)
            )
        elif complete and not ignore.used:
            message = f"nothing here breaks the rule `{ignore.rule}`"
            kept.append(
                file.problem("unused-ignore", ignore.at, message, "remove the comment", severity="warning")
            )
    return kept


def _find(file: YamlFile) -> tuple[list[Ignore], list[Problem]]:
    ignores: list[Ignore] = []
    problems: list[Problem] = []
    if "aiscreen:" not in file.text:
        return ignores, problems
    for number, line in enumerate(file.lines, 1):
        match = _COMMENT.search(line)
        if not match or _inside_text(file, number, match.start() + 1):
            continue
        at = Span(number, match.start() + 1, number, match.end() + 1)
        if not match["list"]:
            problems.append(file.problem("unknown-rule", at, "which rule to ignore?", "write `ignore[rule]`"))
            continue
        alone = not line[: match.start()].strip()
        target = _next_line(file, number) if alone else number
        start = match.start("rules")
        for part in re.finditer(r"[^,\s]+", match["rules"]):
            span = Span(number, start + part.start() + 1, number, start + part.end() + 1)
            ignores.append(Ignore(part.group(), target, span))
    return ignores, problems


def _next_line(file: YamlFile, number: int) -> int:
    """The next line that is neither empty nor a comment."""
    for following in range(number + 1, len(file.lines) + 1):
        stripped = file.line(following).strip()
        if stripped and not stripped.startswith("#"):
            return following
    return number


def _inside_text(file: YamlFile, line: int, column: int) -> bool:
    """Whether a place lies inside a quoted or block text, where a `#` starts no comment."""
    place = (line, column)
    scalars = (
        event for event in (*file.events.values(), *file.key_events.values()) if hasattr(event, "style")
    )
    spans = (span_of(event) for event in scalars)
    return any((s.line, s.column) <= place < (s.end_line, s.end_column) for s in spans)
