"""Entries without dates: where they start, by style, by words, by bullets or by white space."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from aiscreen.parsing.rows import Row, Style, beside, gap


def starts_by_style(rows: list[Row], plain: Style, start_words: Callable[[Row], str] | None) -> list[int]:
    """The rows with which entries start that have no dates: those that name what entries start with, else those in the
    style of the first row where it stands out, else those below bullets, else those below white space."""
    first = rows[0]
    if start_words and sum(bool(start_words(row)) for row in rows) > 1:
        return sorted({0, *_starts_by_words(rows, start_words)})
    if found := _led_starts(rows) or _outer_starts(rows):
        return found
    if first.style[:3] != plain[:3] or first.first.color != plain[4]:
        return _starts_alike(rows)
    return _starts_at_bullets(rows) if any(row.bullet for row in rows) else _starts_by_space(rows)


def _led_starts(rows: list[Row]) -> list[int]:
    """Rows at one edge that say more behind a name, two or more; none where the first is no such row."""
    led = [i for i, row in enumerate(rows) if _led(row) and abs(row.x0 - rows[0].x0) < 3]
    return led if len(led) > 1 and led[0] == 0 else []


def _outer_starts(rows: list[Row]) -> list[int]:
    """Rows at one edge, two or more, where what is said of each stands below it, further right."""
    edge = rows[0].x0
    outer = [i for i, row in enumerate(rows) if abs(row.x0 - edge) < 3 and not row.bullet]
    below = [rows[i + 1] if i + 1 < len(rows) else None for i in outer]
    said = all(row is not None and row.x0 > edge + 10 and not row.bullet for row in below)
    return outer if len(outer) > 1 and said else []


def _starts_alike(rows: list[Row]) -> list[int]:
    """Rows in the style of the first, of several on end the first."""
    alike = [
        i
        for i, row in enumerate(rows)
        if row.style == rows[0].style
        and not row.bullet
        and (abs(row.x0 - rows[0].x0) < 3 or _begins_beside(rows, i))
    ]
    return [i for i in alike if i == 0 or i - 1 not in alike]


def _starts_at_bullets(rows: list[Row]) -> list[int]:
    """All bullets where nothing else stands at their edge, else the rows right below them."""
    edge = rows[0].x0
    if all(row.bullet for row in rows if row.x0 <= edge + 1):
        return [i for i, row in enumerate(rows) if row.bullet]
    return [
        i
        for i, row in enumerate(rows)
        if not row.bullet
        and (i == 0 or (row.x0 <= edge + 3 and (rows[i - 1].bullet or _after_bullet(rows, i))))
    ]


def _starts_by_space(rows: list[Row]) -> list[int]:
    """Rows below clearly more white space than usual, or, if they begin as the first does, below a line's height."""
    first = rows[0]
    spaces = [gap(a, b) for a, b in pairwise(rows)]
    limit = 1.5 * min((space for space in spaces if space > 0), default=0) + 3
    return [0] + [
        i
        for i, (row, space) in enumerate(zip(rows[1:], spaces, strict=True), 1)
        if abs(row.x0 - first.x0) < 6
        and (
            space > limit or (space > 0.9 * row.height and row.text[:1].isupper() >= first.text[:1].isupper())
        )
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
