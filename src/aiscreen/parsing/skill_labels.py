"""Labels of skills: which rows start a group, and what each group is called."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from aiscreen.models.document import Word
from aiscreen.parsing.rows import Row, gap
from aiscreen.parsing.words.lists import HARD, OPEN

_LABEL = re.compile(r"^(?P<label>[^:,;|•·]{2,48}?)\s*[:：]\s*(?P<rest>.*)$")
_DASHED = re.compile(
    r"^(?P<label>[A-ZÀ-Ý][^:,;|•·–—]{1,40}?)\s+[-–—]\s+(?P<rest>(?:(?!\s[-–—]\s)[^:])+,(?:(?!\s[-–—]\s)[^:])+)$"
)
_DOTTED = re.compile(r"^(?P<label>[A-ZÀ-Ý][^.:,;|•·]{1,40})\.\s+(?P<rest>[^;]+;.*|[^,]+,.*\.)$")


_MOST = 5
"""Words in a label on a row of its own, at the most."""
_MOST_LEAD = 6
"""Words in a label before its list, at the most."""


def groups_of(rows: list[Row]) -> list[tuple[str | None, list[Row]]]:
    """Rows parted at labels: "Label: a, b", a label in a style of its own on its row or before its list."""
    groups: list[tuple[str | None, list[Row]]] = []
    alone: Word | None = None
    for i, row in enumerate(rows):
        label = _own_label(row, rows, i)
        if label is not None and label == row.text.strip(" :–—-"):
            alone = alone or row.first
            if _tone(row.first) != _tone(alone):
                label = None  # labels on rows of their own look alike
        if label is not None or not groups:
            groups.append((label or None, [row]))
        else:
            groups[-1][1].append(row)
    return groups


def _tone(word: Word) -> tuple[int, bool, int]:
    return round(word.size * 2), word.bold, word.color


def freed(rows: list[Row]) -> list[Row]:
    """The rows, where an item that has a list of its own is that list's label and no item."""
    return [
        replace(row, bullet=False)
        if row.bullet
        and below is not None
        and below.bullet
        and below.x0 > row.x0 + 4
        and below.y > row.y + 0.5 * row.height  # below it, and not beside it
        and row.count <= _MOST
        and not HARD.search(row.text)
        else row
        for row, below in zip_longest(rows, rows[1:])
    ]


def _own_label(row: Row, rows: list[Row], i: int) -> str | None:
    """The label that a row starts with; None where it continues the group before."""
    match = labelled(row.text)
    if match and len(match["label"].split()) <= _MOST_LEAD and not row.text.lower().startswith("http"):
        return match["label"].strip()
    run = _lead(row)
    if run and len(run) < sum(len(cell.words) for cell in row.cells):
        return " ".join(word.text for word in run).strip(" :–—-|")
    if (
        len(row.cells) == 2
        and row.count > 2
        and HARD.search(row.cells[1].text)
        and not HARD.search(row.cells[0].text)
    ):
        return row.cells[0].text.strip(" :")
    open_above = i > 0 and rows[i - 1].text.endswith(OPEN)
    if (
        len(row.cells) == 1
        and row.count <= _MOST
        and not open_above
        and not (row.text[:1].islower() and row.text.endswith("."))  # a sentence's last words
        and not HARD.search(row.text)
        and _stands_out(row, rows, i)
    ):
        return row.text.strip(" :–—-")
    return None


def labelled(text: str) -> re.Match[str] | None:
    """The label with which a text starts, and its list: "Languages: Go, R", "Languages - Go, R", "Languages. Go; R."."""
    return _LABEL.match(text) or _DASHED.match(text) or (_DOTTED.match(text) if "." in text[:42] else None)


def _lead(row: Row) -> list[Word]:
    """The words in bold (or of another colour) with which a row starts, where the rest is plain."""
    words = [word for cell in row.cells for word in cell.words]
    first = words[0]
    lead: list[Word] = []
    for word in words:
        if word.bold != first.bold or (word.font != first.font and not first.bold):
            break
        lead.append(word)
    rest = words[len(lead) :]
    if not rest or len(lead) > _MOST_LEAD or not HARD.search(" " + " ".join([word.text for word in rest])):
        return []
    uniform = rest[0].text[0].isalnum() and len({(word.font, word.bold) for word in rest}) == 1
    return lead if first.bold or uniform else []


def _stands_out(row: Row, rows: list[Row], i: int) -> bool:
    """A row alone that labels what follows: bolder, larger or in another colour, and followed by plainer rows."""
    following = rows[i + 1] if i + 1 < len(rows) else None
    if following is None or row.bullet or following.y < row.y + 2:
        return False
    centred = abs(following.x0 + following.x1 - row.x0 - row.x1) < 12
    if abs(following.x0 - row.x0) > 90 and not centred:
        return False
    if (following.x0 < row.x0 - 3 and not centred) or (i and goes_on(rows[i - 1], row)):
        return False
    other = following.first
    mine = row.first
    if following.bullet and following.x0 > row.x0 - 1:
        return True
    if (mine.bold, round(mine.size), mine.color) == (other.bold, round(other.size), other.color):
        apart = not i or gap(rows[i - 1], row) > gap(row, following) + 2
        return (
            (tags(following) and apart)
            or HARD.search(following.text) is not None
            or (following.x0 > row.x0 + 8 and abs(following.x1 - row.x1) > 1.5 and not centred)
        )
    return (
        (mine.bold and not other.bold)
        or mine.size > other.size + 0.4
        or (mine.color != other.color and (mine.size >= other.size or following.x0 > row.x0 + 3))
    )


def tags(row: Row) -> bool:
    """Whether a row holds tags in frames, which the reader parted though they stand close."""
    return len(row.cells) > 1 and len(row.line.cuts) >= len(row.cells) - 1


def goes_on(above: Row, row: Row) -> bool:
    """Whether a row is the second line of the item above it: under its words, not under its bullet."""
    return (
        above.bullet
        and not row.bullet
        and abs(above.x0 - row.x0) < 2
        and above.style[:2] == row.style[:2]
        and len(above.cells) == len(row.cells) == 1
        and wraps(above, row, 0.9 * row.height)
    )


def wraps(above: Row, row: Row, most: float) -> bool:
    return gap(above, row) <= most and (row.y > above.y or row.line.page != above.line.page)
