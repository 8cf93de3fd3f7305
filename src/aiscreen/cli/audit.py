"""`aiscreen audit fairness RESULTS --groups FILE`: rates by group, from a report and a separately held list."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import SheetFormat
from aiscreen.errors import ConfigError, InputError

if TYPE_CHECKING:
    from aiscreen.reports.fairness import Audit, Person

KEYS = ("sha256", "path", "file", "document", "candidate", "name")
"""Columns that may name the candidate, the surest first."""

audit_app = typer.Typer(
    help="Audits over results: figures for people to read.", no_args_is_help=True, rich_markup_mode=None
)


@audit_app.callback()
def _root() -> None:
    """Audits over results: figures for people to read."""


@audit_app.command("fairness", short_help="Selection and scoring rates, and impact ratios, by group.")
def fairness(
    results: Annotated[
        Path, typer.Argument(metavar="RESULTS", help="A report: JSON, or JSON lines of a batch.")
    ],
    groups: Annotated[
        Path,
        typer.Option(
            "--groups",
            metavar="FILE",
            help="CSV: a column `file` (or `path`, `sha256`, `name`) and a column for each attribute.",
        ),
    ],
    threshold: Annotated[
        float | None,
        typer.Option("--threshold", help="Selected are those who score at least this.", min=0, max=100),
    ] = None,
    top: Annotated[int | None, typer.Option("--top", help="Selected are the N highest.", min=1)] = None,
    format: o.SheetOption = SheetFormat.terminal,
    output: o.Output = None,
) -> int:
    """Selection and scoring rates, impact ratios with intervals, by group and by pairs of attributes.

    \b
    aiscreen audit fairness results.jsonl --groups demographics.csv
    aiscreen audit fairness report.json --groups demographics.csv --top 20 --format markdown
    """
    from aiscreen.cli.output import write
    from aiscreen.reports.fairness_text import render

    if threshold is not None and top is not None:
        raise ConfigError("--threshold and --top both say who is selected; give one of them")
    write(render(load(results, groups, threshold, top), format.value), output)
    return 0


def load(results: Path, groups: Path, threshold: float | None = None, top: int | None = None) -> Audit:
    """The audit of a results file against a list of groups. Raises InputError and ConfigError."""
    from aiscreen.reports.fairness import audit

    candidates = list(read_results(results))
    rows, key = read_groups(groups)
    people, used = _people(candidates, rows, key)
    if candidates and not used:
        raise ConfigError(
            f"--groups {groups}: no `{key}` of this list is a candidate of {results}. A blind report names no file: "
            "give a column `sha256` there (`sha256sum *.pdf` prints them)"
        )
    scored = [person for person in people if person is not None]
    if not scored:
        raise ConfigError(
            f"{results}: no candidate here has a score; give the report of a run that scored some"
        )
    return audit(
        scored,
        threshold=None if threshold is None else Fraction(str(threshold)),
        top=top,
        unscored=len(people) - len(scored),
        unmatched=sum(not person.groups for person in scored),
        unused=len(rows) - len(used),
    )


def _people(
    candidates: list[dict[str, Any]], rows: Mapping[str, Mapping[str, str]], key: str
) -> tuple[list[Person | None], set[str]]:
    """Each candidate with their groups, None without a score; and the rows of the list that were used."""
    from aiscreen.reports.fairness import Person

    people: list[Person | None] = []
    used: set[str] = set()
    for candidate in candidates:
        found = next((name for name in _names(candidate, key) if name in rows), None)
        if found is not None:
            used.add(found)
        score = candidate.get("score")
        if isinstance(score, (int, float)) and not isinstance(score, bool) and math.isfinite(score):
            people.append(Person(Fraction(str(score)), rows[found] if found is not None else {}))
        else:
            people.append(None)
    return people, used


def _names(candidate: Mapping[str, Any], key: str) -> Iterator[str]:
    """What the list may call this candidate."""
    document = candidate.get("document")
    document = document if isinstance(document, dict) else {}
    if key == "sha256":
        yield str(document.get("sha256", "")).lower()
    elif key == "name":
        yield str(candidate.get("name") or "")
    else:
        path = str(document.get("path", "")).replace("\\", "/")
        yield path
        yield path.rsplit("/", 1)[-1]
        yield path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def read_results(path: Path) -> Iterator[dict[str, Any]]:
    """The candidates of a report, of JSON lines, or of a list. Raises InputError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError(
            "missing", "there is no such file; write one with --format json", str(path)
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "damaged", f"cannot be read as UTF-8 text ({error}); write one with --format json", str(path)
        ) from None
    try:
        data = [json.loads(text)]
    except json.JSONDecodeError:
        try:
            data = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (json.JSONDecodeError, RecursionError) as error:
            raise InputError(
                "damaged",
                f"is neither JSON nor JSON lines ({error}); write one with --format json",
                str(path),
            ) from None
    except RecursionError:
        raise InputError("damaged", "is nested too deeply; write one with --format json", str(path)) from None
    for each in data:
        inner = each.get("candidates") if isinstance(each, dict) else each
        for candidate in inner if isinstance(inner, list) else [each]:
            if isinstance(candidate, dict) and "document" in candidate and "score" in candidate:
                yield candidate


def read_groups(path: Path) -> tuple[dict[str, dict[str, str]], str]:
    """The list of groups: candidate to attribute to value (unknown ones left out), and the column that names the
    candidate. Raises ConfigError."""
    from aiscreen.reports.fairness import known

    rows = _table(path)
    columns = [column for column in (rows[0] if rows else {}) if column]
    key = next((column for name in KEYS for column in columns if column.strip().lower() == name), None)
    attributes = [column for column in columns if column != key]
    if key is None or not attributes:
        raise ConfigError(
            f"--groups {path}: needs a column `file` (or sha256, path, name) and one for each attribute"
        )
    listed: dict[str, dict[str, str]] = {}
    kind = key.strip().lower()
    for row in rows:
        name = (row[key] or "").strip()
        values = {attribute.strip(): known(row[attribute] or "") for attribute in attributes}
        clean = {attribute: value for attribute, value in values.items() if value}
        who = name.lower() if kind == "sha256" else name.replace("\\", "/")
        if listed.setdefault(who, clean) != clean:
            raise ConfigError(f"--groups {path}: says two things of {who}; keep the row that is right")
    return listed, "name" if kind == "name" else "sha256" if kind == "sha256" else "path"


def _table(path: Path) -> list[dict[str, str | None]]:
    """The rows of a table as spreadsheets save it: with commas, semicolons or tabs, in UTF-8 or UTF-16."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        head = text.partition("\n")[0]
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count)))
    except FileNotFoundError:
        raise ConfigError(f"--groups {path}: there is no such file; check the path") from None
    except UnicodeDecodeError:
        raise ConfigError(f"--groups {path}: is not in UTF-8; save it as `CSV UTF-8`") from None
    except (OSError, csv.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigError(f"--groups {path}: cannot be read as CSV ({why})") from None
