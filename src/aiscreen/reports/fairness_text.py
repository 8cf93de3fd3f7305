"""A fairness audit written out: terminal text, Markdown, JSON. Figures and their limits; no verdict."""

from __future__ import annotations

import json
from fractions import Fraction
from textwrap import wrap

from aiscreen.reports.fairness import FEW, FOUR_FIFTHS, Audit, GroupRate, Table
from aiscreen.reports.words import plain
from aiscreen.text import count

NOTES = (
    "An impact ratio of 0.80 or more is no proof that screening is fair, and one below it is no proof that it is not: read it with its interval and p-value.",
    "Small groups move by chance. Groups below 2% of those known are shown without a ratio.",
    "The ratios depend on the cut-off: read the curve, not one line of it.",
    "Group values come from your own list; aiscreen does not guess anybody's group.",
)
_WIDTH = 79
_NAME = 20
_WIDTHS = (5, 5, 7, 9, 6, 12, 7)
"""Columns of a table in the terminal: the group's name, then its figures."""
_COLUMN = 20
_ABREAST = 3
"""A column of the threshold curve, and how many stand side by side."""


def render(audit: Audit, format: str) -> str:
    """The audit as `terminal` text, as `markdown` or as `json`."""
    return {"terminal": audit_text, "markdown": audit_markdown, "json": audit_json}[format](audit)


def audit_text(audit: Audit) -> str:
    """The audit as plain text that fits a terminal of 80 columns."""
    lines = [*_facts(audit), ""]
    head = ("group", "n", "hits", "rate", "95%", "ratio", "95%", "p")
    for table in audit.tables:
        lines += [f"{plain(table.attribute)}: {table.measure} (unknown: {table.unknown})", _row(head)]
        for row in table.rows:
            *name, last = wrap(plain(row.group), _NAME) or ["-"]
            rates = _percent(row.rate), _interval(row.rate_range, percent=True), _ratio(row.ratio)
            cells = (last, str(row.total), str(row.hits), *rates, _interval(row.ratio_range), _p(row.p))
            lines += [*(f"  {part}" for part in name), f"{_row(cells)} {_mark(row)}".rstrip()]
        lines += [*_yardstick(table), ""]
    lines += _curves(audit)
    notes = (wrap(f"- {note}", _WIDTH, subsequent_indent="  ") for note in NOTES)
    return "\n".join([*lines, *(line for note in notes for line in note)]) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    name, *rest = cells
    return f"  {name:<{_NAME}}" + "".join(
        f"{cell:>{width}}" for cell, width in zip(rest, _WIDTHS, strict=True)
    )


def audit_markdown(audit: Audit) -> str:
    """The audit as Markdown."""
    from aiscreen.reports.markdown import escape

    lines = ["# Selection and scoring rates by group", "", *(f"- {escape(fact)}" for fact in _facts(audit))]
    for table in audit.tables:
        lines += ["", f"## {escape(table.attribute)}: {table.measure}", "", f"Unknown: {table.unknown}", ""]
        lines += [
            "| Group | n | Hits | Rate | 95% interval | Impact ratio | 95% interval | Fisher p | |",
            "|---|--:|--:|--:|---|--:|---|--:|---|",
        ]
        for row in table.rows:
            cells = [escape(row.group), str(row.total), str(row.hits), _percent(row.rate)]
            cells += [_interval(row.rate_range, percent=True), _ratio(row.ratio), _interval(row.ratio_range)]
            lines.append(f"| {' | '.join([*cells, _p(row.p), _mark(row)])} |")
        if few := _yardstick(table):
            lines += ["", *few]
    lines += ["", "## By cut-off: the lowest impact ratio", "", "```", *_curves(audit)[:-1], "```", ""]
    return "\n".join([*lines, *(f"- {note}" for note in NOTES)]) + "\n"


def audit_json(audit: Audit) -> str:
    """The audit for programs; rates as [numerator, denominator] and as a number."""
    data = {
        "schema": "aiscreen.fairness/1",
        "people": audit.people,
        "unscored": audit.unscored,
        "unmatched": audit.unmatched,
        "unused": audit.unused,
        "median": float(audit.median),
        "cut": None if audit.cut is None else float(audit.cut),
        "tables": [_table(table) for table in audit.tables],
        "curves": {
            name: [
                {
                    "threshold": point.threshold,
                    "selected": point.selected,
                    "ratios": {group: _number(ratio) for group, ratio in point.ratios.items()},
                    "lowest": _number(point.lowest),
                }
                for point in points
            ]
            for name, points in audit.curves.items()
        },
        "notes": list(NOTES),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _table(table: Table) -> dict[str, object]:
    return {
        "attribute": table.attribute,
        "measure": table.measure,
        "unknown": table.unknown,
        "groups": [
            {
                "group": row.group,
                "n": row.total,
                "hits": row.hits,
                "rate": _number(row.rate),
                "rate_range": [round(end, 4) for end in row.rate_range],
                "impact_ratio": _number(row.ratio),
                "impact_ratio_range": row.ratio_range and [end and round(end, 4) for end in row.ratio_range],
                "fisher_p": _number(row.p),
                "below_four_fifths": row.below,
                "small": row.small,
            }
            for row in table.rows
        ],
    }


def _facts(audit: Audit) -> list[str]:
    facts = [f"{count(audit.people, 'scored candidate')}, median score {float(audit.median):g}"]
    if audit.cut is not None:
        facts.append(f"selected: score of at least {float(audit.cut):g}")
    misfits = (
        (audit.unscored, "candidate", "left out, without a score"),
        (audit.unmatched, "candidate", "not in the list of groups: unknown in every table"),
        (audit.unused, "row", "of the list for nobody here"),
    )
    return facts + [f"{count(number, noun)} {words}" for number, noun, words in misfits if number]


def _yardstick(table: Table) -> list[str]:
    """A warning where the group that the others are held against is a handful of people."""
    best = max((row for row in table.rows if row.ratio == 1), key=lambda row: row.total, default=None)
    if best is None or best.total >= FEW:
        return []
    return wrap(f"The ratios are against {best.total} of {plain(best.group)}: too few to say much.", _WIDTH)


def _curves(audit: Audit) -> list[str]:
    """A line a cut-off, a column an attribute, as many side by side as fit."""
    names = list(audit.curves)
    lines: list[str] = []
    for start in range(0, len(names), _ABREAST):
        part = names[start : start + _ABREAST]
        lines.append("cut-off  selected" + "".join(f"{_cut(plain(name)):>{_COLUMN}}" for name in part))
        for index, point in enumerate(audit.curves[part[0]]):
            lowest = (_ratio(audit.curves[name][index].lowest) for name in part)
            lines.append(
                f"{point.threshold:>7}{point.selected:>10}" + "".join(f"{low:>{_COLUMN}}" for low in lowest)
            )
        lines.append("")
    return lines


def _cut(name: str) -> str:
    return name if len(name) < _COLUMN else name[: _COLUMN - 2] + "…"


def _mark(row: GroupRate) -> str:
    return "< 2%" if row.small else "< 4/5" if row.below else ""


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 6)


def _percent(value: Fraction) -> str:
    return f"{100 * float(value):.1f}%"


def _ratio(value: Fraction | None) -> str:
    """Two decimals; what is below four fifths never reads as four fifths: 0.799 is cut to 0.79."""
    if value is None:
        return "-"
    shown = f"{float(value):.2f}"
    return "0.79" if value < FOUR_FIFTHS and shown == "0.80" else shown


def _interval(ends: tuple[float, float | None] | None, *, percent: bool = False) -> str:
    if ends is None:
        return "-"
    scale = 100 if percent else 1
    low, high = (f"{end * scale:.{0 if percent else 2}f}" if end is not None else "∞" for end in ends)
    return f"{low}-{high}{'%' if percent else ''}"


def _p(value: Fraction | None) -> str:
    return "-" if value is None else "<0.001" if value < Fraction(1, 1000) else f"{float(value):.3f}"
