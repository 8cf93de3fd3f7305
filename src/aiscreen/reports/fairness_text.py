"""A fairness audit written out: terminal text, Markdown, JSON. Figures and their limits; no verdict."""

from __future__ import annotations

import json
from fractions import Fraction

from aiscreen.reports.fairness import Audit, GroupRate, Table
from aiscreen.reports.words import plain

NOTES = (
    "An impact ratio of 0.80 or more is no proof that screening is fair, and one below it is no proof that it is not: read it with its interval and p-value.",
    "Small groups move by chance. Groups below 2% of those known are shown without a ratio.",
    "The ratios depend on the cut-off: read the curve, not one line of it.",
    "Group values come from your own list; aiscreen does not guess anybody's group.",
)


def audit_text(audit: Audit) -> str:
    """The audit as plain text."""
    lines = [*_facts(audit), ""]
    for table in audit.tables:
        lines += [f"{plain(table.attribute)}: {table.measure} (unknown: {table.unknown})"]
        lines.append(
            f"  {'group':<30}{'n':>6}{'hits':>6}{'rate':>8}  {'95% interval':<14}{'ratio':>7}  {'95% interval':<14}{'p':>8}"
        )
        for row in table.rows:
            lines.append(
                f"  {plain(row.group)[:29]:<30}{row.total:>6}{row.hits:>6}{_percent(row.rate):>8}  "
                f"{_interval(row.rate_range, percent=True):<14}{_ratio(row.ratio):>7}  "
                f"{_interval(row.ratio_range):<14}{_p(row.p):>8}{_mark(row)}"
            )
        lines.append("")
    lines += _curves(audit)
    return "\n".join([*lines, *(f"- {note}" for note in NOTES)]) + "\n"


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
            lines.append(f"| {' | '.join([*cells, _p(row.p), _mark(row).strip()])} |")
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
    facts = [f"{audit.people} scored candidates, median score {float(audit.median):g}"]
    if audit.cut is not None:
        facts.append(f"selected: score of at least {float(audit.cut):g}")
    for count, words in (
        (audit.unscored, "candidates without a score are left out"),
        (audit.unmatched, "candidates are not in the list of groups: unknown in every table"),
        (audit.unused, "rows of the list belong to no candidate here"),
    ):
        if count:
            facts.append(f"{count} {words}")
    return facts


def _curves(audit: Audit) -> list[str]:
    """A line a cut-off, a column an attribute."""
    if not audit.curves:
        return []
    names = list(audit.curves)
    lines = ["cut-off  selected  " + "  ".join(f"{plain(name)[:22]:>22}" for name in names)]
    for index, point in enumerate(next(iter(audit.curves.values()))):
        lowest = (audit.curves[name][index].lowest for name in names)
        lines.append(
            f"{point.threshold:>7}{point.selected:>10}  " + "  ".join(f"{_ratio(low):>22}" for low in lowest)
        )
    return [*lines, ""]


def _mark(row: GroupRate) -> str:
    return "  below 2%" if row.small else "  below 4/5" if row.below else ""


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 6)


def _percent(value: Fraction) -> str:
    return f"{100 * float(value):.1f}%"


def _ratio(value: Fraction | None) -> str:
    """Two decimals, cut and not rounded below four fifths: 0.799 must not be shown as 0.80."""
    if value is None:
        return "-"
    return f"{int(value * 100) / 100:.2f}"


def _interval(ends: tuple[float, float | None] | None, *, percent: bool = False) -> str:
    if ends is None:
        return "-"
    scale = 100 if percent else 1
    low, high = (f"{end * scale:.{0 if percent else 2}f}" if end is not None else "∞" for end in ends)
    return f"{low}-{high}{'%' if percent else ''}"


def _p(value: Fraction | None) -> str:
    return "-" if value is None else "<0.001" if value < Fraction(1, 1000) else f"{float(value):.3f}"
