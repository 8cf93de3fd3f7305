"""Why one candidate stands above another: a few sentences and a table, part by part, with both sides' evidence."""

from __future__ import annotations

import json
from dataclasses import dataclass

from aiscreen.models.assessment import Assessment, Dimension
from aiscreen.reports.markdown import escape, quote
from aiscreen.reports.words import number, place, plain, role_name, score, shorten, title

CLOSE = 0.05
"""Differences in points below this are none: points have one decimal."""


@dataclass(frozen=True)
class Row:
    """One part of the score on both sides; None where a side has no such part. `lead` is the first's minus the second's."""

    id: str
    name: str
    first: Dimension | None
    second: Dimension | None
    lead: float


@dataclass(frozen=True)
class Comparison:
    """Two candidates, the higher one first, with the reasons in sentences."""

    first: Assessment
    second: Assessment
    rows: tuple[Row, ...]
    flags_lead: float
    sentences: tuple[str, ...]


def compare(a: Assessment, b: Assessment) -> Comparison:
    """Sets two assessments side by side; which is given first does not matter."""
    first, second = sorted((a, b), key=lambda c: (c.score is None, -(c.score or 0.0), c.document.sha256))
    ours, theirs = ({d.id: d for d in c.dimensions} for c in (first, second))
    rows = tuple(
        Row(
            id=name,
            name=(ours.get(name) or theirs[name]).name,
            first=ours.get(name),
            second=theirs.get(name),
            lead=round(
                (ours[name].points if name in ours else 0.0)
                - (theirs[name].points if name in theirs else 0.0),
                1,
            ),
        )
        for name in dict.fromkeys([*ours, *theirs])
    )
    lost = [sum(flag.points for flag in c.flags) for c in (first, second)]
    lead = round(lost[0] - lost[1], 1)
    return Comparison(first, second, rows, lead, tuple(_sentences(first, second, rows, lead)))


def _sentences(first: Assessment, second: Assessment, rows: tuple[Row, ...], flags_lead: float) -> list[str]:
    above, below = title(first), title(second)
    if first.score is None or second.score is None:
        unscored = below if first.score is not None else f"{above} and {below}"
        return [f"There is no score for {unscored}: {plain(second.reason)}."]
    apart = first.score - second.score
    said = [
        f"{above} stands above {below} by {number(apart)} points ({number(first.score)} to {number(second.score)})."
    ]
    if apart < CLOSE:
        said = [
            f"{above} and {below} have the same score, {number(first.score)}; the order between them means nothing."
        ]
    why = [(row.lead, _because(row, above, below)) for row in rows if row.lead > CLOSE]
    if flags_lead > CLOSE:
        why.append((flags_lead, f"Flags take {number(flags_lead)} points more from {below}."))
    said += [sentence for _, sentence in sorted(why, key=lambda each: -each[0])[:3]]
    behind = sorted((r for r in rows if r.lead < -CLOSE), key=lambda r: r.lead)
    if behind:
        parts = ", ".join(f"{r.name.lower()} (+{number(-r.lead)})" for r in behind[:3])
        said.append(f"{below} is ahead in {parts}.")
    if flags_lead < -CLOSE:
        said.append(f"Flags take {number(-flags_lead)} points more from {above}.")
    if apart >= CLOSE and first.range and second.range and first.range[0] <= second.range[1]:
        said.append("Their ranges overlap: with other weights within a fifth, the order could turn.")
    for who, side in ((above, first), (below, second)):
        if side.caution:
            said.append(f"{who}: {plain(side.caution)}.")
    if first.role != second.role:
        said.append(f"They are judged against different roles: {role_name(first)}; {role_name(second)}.")
    return said


def _because(row: Row, above: str, below: str) -> str:
    """A sentence on a part in which the first leads, with what both sides show."""
    notes = [plain(side.note) if side and side.note else "nothing shown" for side in (row.first, row.second)]
    return f"{row.name} makes {number(row.lead)} of it: {above}: {notes[0]}. {below}: {notes[1]}."


def render(comparison: Comparison, format: str, width: int = 100) -> str:
    """The comparison as `terminal` text of this width, as `markdown` or as `json`."""
    if format == "terminal":
        return compare_terminal(comparison, width)
    return {"markdown": compare_markdown, "json": compare_json}[format](comparison)


def compare_markdown(comparison: Comparison) -> str:
    """The comparison as Markdown."""
    first, second = comparison.first, comparison.second
    lines = [f"# {escape(title(first))} and {escape(title(second))}", ""]
    lines += [f"- {escape(sentence)}" for sentence in comparison.sentences]
    lines += [
        "",
        f"| Part | {escape(title(first))} | {escape(title(second))} | Difference |",
        "|---|--:|--:|--:|",
    ]
    for row in comparison.rows:
        lines.append(f"| {row.name} | {_points(row.first)} | {_points(row.second)} | {_signed(row.lead)} |")
    lines.append(f"| Flags | {_flags(first)} | {_flags(second)} | {_signed(comparison.flags_lead)} |")
    lines.append(f"| **Score** | {score(first)} | {score(second)} | {_apart(first, second)} |")
    for candidate, side in ((first, "first"), (second, "second")):
        lines += ["", f"## {escape(title(candidate))}", ""]
        for row in comparison.rows:
            part: Dimension | None = getattr(row, side)
            if part and part.evidence:
                lines.append(f"- {row.name}: {quote(part.evidence[0])}")
        lines += [f"- Flag, {flag.severity}: {escape(flag.message)}" for flag in candidate.flags]
    return "\n".join(lines) + "\n"


def compare_terminal(comparison: Comparison, width: int = 100) -> str:
    """The comparison as plain text: the sentences, then a row a part with the best evidence of both sides below."""
    import textwrap

    first, second = comparison.first, comparison.second
    lines: list[str] = []
    for sentence in comparison.sentences:
        lines += textwrap.wrap(plain(sentence), max(width, 40))
    room = max(18, (width - 28 - 2 - 12) // 2)
    names = [shorten(title(c), room) for c in (first, second)]
    cell = max(18, *map(len, names))
    lines += ["", f"{'':<28}{names[0]:>{cell}}  {names[1]:>{cell}}  {'difference':>10}"]
    for row in comparison.rows:
        lines.append(
            f"{row.name:<28}{_points(row.first):>{cell}}  {_points(row.second):>{cell}}  {_signed(row.lead):>10}"
        )
        for name, part in zip(names, (row.first, row.second), strict=True):
            if part and part.evidence and abs(row.lead) > CLOSE:
                best = part.evidence[0]
                text = f"{name}: “{shorten(best.quote, 140)}” {place(best)}"
                lines += textwrap.wrap(
                    text,
                    max(width, 40),
                    initial_indent=" " * 4,
                    subsequent_indent=" " * 6,
                    break_on_hyphens=False,
                )
    lines.append(
        f"{'Flags':<28}{_flags(first):>{cell}}  {_flags(second):>{cell}}  {_signed(comparison.flags_lead):>10}"
    )
    lines.append(f"{'Score':<28}{score(first):>{cell}}  {score(second):>{cell}}  {_apart(first, second):>10}")
    return "\n".join(lines) + "\n"


def compare_json(comparison: Comparison) -> str:
    """The comparison for programs: both assessments whole, the parts' differences, and the sentences."""
    data = {
        "schema": "aiscreen.comparison/1",
        "sentences": list(comparison.sentences),
        "parts": [{"id": row.id, "name": row.name, "lead": row.lead} for row in comparison.rows],
        "flags_lead": comparison.flags_lead,
        "candidates": [c.model_dump(mode="json") for c in (comparison.first, comparison.second)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _points(part: Dimension | None) -> str:
    return f"{number(part.points)}/{number(part.max)}" if part else "-"


def _flags(candidate: Assessment) -> str:
    return number(round(sum(flag.points for flag in candidate.flags), 1) + 0.0)


def _apart(first: Assessment, second: Assessment) -> str:
    return "" if first.score is None or second.score is None else _signed(first.score - second.score)


def _signed(value: float) -> str:
    return "0" if abs(value) < CLOSE else f"{value:+.1f}".removesuffix(".0")
