"""Reports for programs: JSON (the contract), JSON Lines (a candidate a line) and CSV (a row a candidate)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

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
            csv_line([""] * blanks + [neutral(f"skipped ({row.reason}): {row.detail}"), neutral(row.path)])
        )
    return "".join(rows)


Cells = dict[str, object]
"""A candidate's cells by column, ready to be written."""
POINTS = "points: "
BEFORE = ("rank", "score", "low", "high", "name", "role", "fit", "months", "relevant_months", "flags")
BEHIND = ("shipped_or_verified", "used", "confidence", "also", "note", "path")


def csv_rows(candidates: Iterable[Assessment]) -> Iterator[str]:
    """A header line and a line a candidate, as they come."""
    return csv_lines({**cells(candidate), **cells_in_role(candidate)} for candidate in candidates)


def csv_lines(rows: Iterable[Cells]) -> Iterator[str]:
    """Rows as lines below a header. The rubric's parts are read off the first row that has them."""
    header: list[str] | None = None
    waiting: list[Cells] = []
    for row in rows:
        parts = [column for column in row if column.startswith(POINTS)]
        if header is None and parts:
            header = [*BEFORE, *parts, *BEHIND]
            yield from _start(header, waiting)
        if header is None:
            waiting.append(row)
        else:
            yield _row(header, row)
    if header is None:
        yield from _start([*BEFORE, *BEHIND], waiting)


def _start(header: list[str], waiting: list[Cells]) -> Iterator[str]:
    yield csv_line(header)
    for row in waiting:
        yield _row(header, row)


def _row(header: list[str], row: Cells) -> str:
    return csv_line(row.get(column, "") for column in header)


def csv_line(cells: Iterable[object]) -> str:
    """Cells as a line of a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def cells_in_role(candidate: Assessment) -> Cells:
    """The cells that another role changes."""
    fit = next((role.score for role in candidate.roles if role.id == candidate.role), None)
    low, high = candidate.range or (None, None)
    found = {"score": candidate.score, "low": low, "high": high, "role": candidate.role, "fit": fit}
    points = {f"{POINTS}{d.name}": d.points for d in candidate.dimensions}
    return {column: neutral(cell) for column, cell in (found | points).items()}


def cells(candidate: Assessment) -> Cells:
    """The cells that are the same for every role."""
    skills = by_level(candidate)
    found = {
        **placing(candidate.rank, candidate.document.path, candidate.also),
        "name": candidate.name,
        "months": candidate.experience.months,
        "relevant_months": candidate.experience.relevant_months,
        "flags": "; ".join(f"{flag.severity} {flag.rule}" for flag in candidate.flags),
        "shipped_or_verified": "; ".join(
            skill.name for level in ("verified", "shipped") for skill in skills[level]
        ),
        "used": "; ".join(skill.name for skill in skills["used"]),
        "confidence": candidate.confidence,
        "note": candidate.reason or candidate.caution,
    }
    return {column: neutral(cell) for column, cell in found.items()}


def placing(rank: int | None, path: str, also: Sequence[str]) -> Cells:
    """The cells that belong to a run."""
    return {"rank": neutral(rank), "also": neutral("; ".join(also)), "path": neutral(path)}


def neutral(value: object) -> object:
    """A cell that is only a cell: no control characters, and a leading apostrophe before what a spreadsheet would
    run as a formula (OWASP, CSV injection)."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = clean(value)
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r") else text
