"""Entries without dates: where they start, by style, by words, by bullets or by white space."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from aiscreen.parsing.rows import Row, Style, beside, gap


def starts_by_style(rows: list[Row], plain: Style, start_words: Callable[[Row], str] | None) -> list[int]:
    """Without dates: rows in the style of the first row, where it stands out; else rows after bullets; else gaps."""
    first = rows[0]
    if start_words and sum(bool(start_words(row)) for row in rows) > 1:
        found = _starts_by_words(rows, start_words)
        if found:
            return sorted({0, *found})
    led = [i for i, row in enumerate(rows) if _led(row) and abs(row.x0 - first.x0) < 3]
    if len(led) > 1 and led[0] == 0:
        return led
    outer = [i for i, row in enumerate(rows) if abs(row.x0 - first.x0) < 3 and not row.bullet]
    if len(outer) > 1 and all(
        rows[i + 1].x0 > first.x0 + 10 and not rows[i + 1].bullet if i + 1 < len(rows) else False
        for i in outer
    ):
        return outer  # what is said of each stands further right
    if first.style[:3] != plain[:3] or first.first.color != plain[4]:
        alike = [
            i
            for i, row in enumerate(rows)
            if row.style == first.style
            and not row.bullet
            and (abs(row.x0 - first.x0) < 3 or _begins_beside(rows, i))
        ]
        return [i for i in alike if i == 0 or i - 1 not in alike]
    if any(row.bullet for row in rows):
        if all(row.bullet for row in rows if row.x0 <= first.x0 + 1) and first.bullet:
            return [i for i, row in enumerate(rows) if row.bullet]
        return [
            i
            for i, row in enumerate(rows)
            if not row.bullet
            and (i == 0 or ((rows[i - 1].bullet or _after_bullet(rows, i)) and row.x0 <= first.x0 + 3))
        ]
    gaps = [gap(a, b) for a, b in pairwise(rows)]
    limit = 1.5 * min((g for g in gaps if g > 0), default=0) + 3
    return [0] + [
        i
        for i, g in enumerate(gaps, 1)
        if (
            g > limit or (g > 0.9 * rows[i].height and rows[i].text[:1].isupper() >= first.text[:1].isupper())
        )
        and abs(rows[i].x0 - first.x0) < 6
    ]


def _begins_beside(rows: list[Row], i: int) -> bool:
    """Whether a row begins a column level with the first row of the section: a card beside its first."""
    row, first = rows[i], rows[0]
    return (
        row.line.block != rows[i - 1].line.block and row.line.page == first.line.page and beside(row, first)
    )


def _starts_by_words(rows: list[Row], kind: Callable[[Row], str]) -> list[int]:
    """Rows that name what an entry starts with; right below another, one of a further kind goes with it."""
    found: list[int] = []
    kinds: set[str] = set()
    last = -2
    for i, row in enumerate(rows):
        its = "" if row.bullet else kind(row)
        if its and not (last == i - 1 and its not in kinds and its != "both" and "both" not in kinds):
            found.append(i)
            kinds = set()
        if its:
            kinds.add(its)
            last = i
    return found


def _after_bullet(rows: list[Row], i: int) -> bool:
    k = i - 1
    while k > 0 and not rows[k].bullet:
        if rows[k].x0 <= rows[i].x0 + 1:
            return False
        k -= 1
    return rows[k].bullet


def _led(row: Row) -> bool:
    """Whether a row says more behind a name in bold or in a colour of its own ("**rankeval** – a library for ranking")."""
    words = row.cells[0].words
    lead = next((word for word in words if word.color != words[0].color), None)
    colored = lead is not None and lead.text[0] in "–—-:|" and words[-1].color == lead.color
    return (row.first.bold and not row.cells[-1].words[-1].bold) or (colored and not row.bullet)
