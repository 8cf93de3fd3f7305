"""Reports for programs: JSON (the contract), JSON Lines (a candidate a line) and CSV (a row a candidate)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from aiscreen.models.assessment import Assessment, Report
from aiscreen.reports.words import by_level
from aiscreen.text import clean


def to_json(report: Report) -> str:
    """The whole report, indented."""
    return report.model_dump_json(by_alias=True, indent=2) + "\n"


def to_jsonl(report: Report) -> str:
    """A candidate a line, in rank order, then a line for each skipped document with the key `skipped`."""
    lines = [candidate.model_dump_json() for candidate in report.candidates]
    lines += [f'{{"skipped":{row.model_dump_json()}}}' for row in report.skipped]
    return "".join(f"{line}\n" for line in lines)


def to_csv(report: Report) -> str:
    """The ranking as a spreadsheet opens it; skipped documents at the end with their reason."""
    rows = list(csv_rows(report.candidates))
    blanks = rows[0].count(",") - 1
    for row in report.skipped:
        rows.append(
            _line([""] * blanks + [neutral(f"skipped ({row.reason}): {row.detail}"), neutral(row.path)])
        )
    return "".join(rows)


def csv_rows(candidates: Iterable[Assessment]) -> Iterator[str]:
    """A header line and a line a candidate, as they come. The rubric's parts are read off the first that has them."""
    known: list[tuple[str, str]] | None = None
    waiting: list[Assessment] = []
    for candidate in candidates:
        if known is None and candidate.dimensions:
            known = [(d.id, d.name) for d in candidate.dimensions]
            yield from _start(known, waiting)
        if known is None:
            waiting.append(candidate)
        else:
            yield _line(_row(candidate, [id for id, _ in known]))
    if known is None:
        yield from _start([], waiting)


def _start(dimensions: list[tuple[str, str]], waiting: list[Assessment]) -> Iterator[str]:
    yield _line(
        ["rank", "score", "low", "high", "name", "role", "fit", "months", "relevant_months", "flags"]
        + [f"points: {name}" for _, name in dimensions]
        + ["shipped_or_verified", "used", "confidence", "also", "note", "path"]
    )
    for candidate in waiting:
        yield _line(_row(candidate, [id for id, _ in dimensions]))


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _row(candidate: Assessment, dimensions: list[str]) -> list[object]:
    points = {d.id: d.points for d in candidate.dimensions}
    fit = next((role.score for role in candidate.roles if role.id == candidate.role), None)
    low, high = candidate.range or (None, None)
    flags = "; ".join(f"{flag.severity} {flag.rule}" for flag in candidate.flags)
    skills = by_level(candidate)
    cells = [
        candidate.rank,
        candidate.score,
        low,
        high,
        candidate.name,
        candidate.role,
        fit,
        candidate.experience.months,
        candidate.experience.relevant_months,
        flags,
        *[points.get(id) for id in dimensions],
        "; ".join(skill.name for level in ("verified", "shipped") for skill in skills[level]),
        "; ".join(skill.name for skill in skills["used"]),
        candidate.confidence,
        "; ".join(candidate.also),
        candidate.reason,
        candidate.document.path,
    ]
    return [neutral(cell) for cell in cells]


def neutral(value: object) -> object:
    """A cell that is only a cell: no control characters, and a leading apostrophe before what a spreadsheet would
    run as a formula (OWASP, CSV injection)."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = clean(value)
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r") else text
