"""Sections: headings by wording, by style and by place; what follows belongs to them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, cast

from aiscreen.models.resume import Section as Kind
from aiscreen.parsing.columns import bring_dates, regroup, settle
from aiscreen.parsing.heading_words import PHRASES, QUALIFIERS, STRENGTH, UNSURE, key
from aiscreen.parsing.infer import infer, tongue, unheaded
from aiscreen.parsing.people_words import title_score
from aiscreen.parsing.rows import Cell, Row, beside, gap

STRANGE: Any = "strange"
"""The kind of a section whose heading nobody knows, until its contents tell."""
Style = tuple[int, bool, bool, bool]
_SPACED = re.compile(r"^(?:\S{1,3} )+\S{1,3}$")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+", re.IGNORECASE)


@dataclass
class Part:
    """A section as found: what kind, its heading (None where inferred) and its rows."""

    kind: Kind
    heading: Row | None
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class _Candidate:
    row: Row
    kind: str
    sure: bool
    words: str


@lru_cache(maxsize=4096)
def name_of(text: str) -> tuple[str, bool] | None:
    """The section that a heading's wording means and whether the wording is sure; None for other texts."""
    if len(text) > 60 or not text or (text[0].isdigit() and not _NUMBERED.match(text)):
        return None
    text = _NUMBERED.sub("", text)
    words = key(text)
    if words in PHRASES:
        return PHRASES[words], words not in UNSURE
    loose = " " not in words or text.isupper() or min(map(len, words.split())) <= 2
    if loose and (squeezed := _SQUEEZED.get(words.replace(" ", ""))):
        return squeezed, True
    outside = key(re.sub(r"\(.*?\)", " ", text)) if "(" in text else words
    if outside != words and outside in PHRASES:
        return PHRASES[outside], outside not in UNSURE
    return _combined(words.split())


def _combined(words: list[str]) -> tuple[str, bool] | None:
    """A heading put together from known ones: every word must be known or change nothing."""
    if not 2 <= len(words) <= 6:
        return None
    if words[0] in ("of", "and", "in", "y", "et", "und", "e", "en", "de", "la", "le", "du", "des"):
        return None
    best: str | None = None
    sure = False
    index = 0
    while index < len(words):
        for length in range(min(3, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + length])
            kind = PHRASES.get(phrase)
            if kind is not None:
                sure = sure or phrase not in UNSURE
                if best is None or STRENGTH[kind] > STRENGTH[best]:
                    best = kind
                index += length
                break
        else:
            if words[index] not in QUALIFIERS:
                return None
            index += 1
    return (best, sure) if best else None


# Letter-spaced headings come as letters or groups of letters ("E D U CAT I ON"): compared without any space.
_SQUEEZED: dict[str, str] = {
    words.replace(" ", ""): kind for words, kind in PHRASES.items() if len(words) > 4
}


def _style(row: Row) -> Style:
    size, bold, _, caps, _ = row.style
    return (size, bold, caps or bool(_SPACED.match(row.text)), row.first.italic)


def split(rows: list[Row]) -> list[Part]:
    """The document's rows as sections, in order; the first is the header (it may be empty)."""
    rows = _part_side_headings(bring_dates(rows))
    candidates = {id(row): c for row in rows if (c := _candidate(row)) is not None}
    body = _body_style(rows)
    accepted = _accept(rows, candidates, body)
    rows = _top_first(rows, accepted)
    title = _title_row(rows, accepted)
    starts = accepted if title is None else {**accepted, id(title): "header"}
    rows = settle(regroup(_place_side_headings(rows, accepted), starts), starts)
    parts = [Part("header", None)]
    for row in rows:
        kind = accepted.get(id(row))
        if row is title and parts[-1].heading is not None:
            parts.append(Part("header", None, [row]))
        elif kind is None:
            parts[-1].rows.append(row)
        else:
            parts.append(Part(cast(Kind, kind), row))
    for part in parts:
        if part.kind == STRANGE:
            part.kind = infer(part.rows)
        elif part.kind == "languages" and part.rows and not any(map(tongue, part.rows)):
            part.kind = "skills"
    if not any(part.kind in ("work", "education") for part in parts):
        found = unheaded(parts[0].rows)
        if any(kind in ("work", "education") for kind, _ in found):
            parts[:1] = [Part(kind, None, list(of)) for kind, of in found]
    return parts


def _top_first(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Rows above all headings of the first page are its header, wherever they come in reading order."""
    heads = [row for row in rows if id(row) in accepted and row.line.page == rows[0].line.page]
    if not heads:
        return rows
    highest = min(row.box.top for row in heads)
    page = [row for row in rows if row.line.page == rows[0].line.page]
    lowest: dict[int, float] = {}
    for row in page:
        lowest[row.line.block] = max(lowest.get(row.line.block, 0.0), row.box.bottom)
    blocks = {block for block, bottom in lowest.items() if bottom <= highest}
    top = {id(row) for row in page if row.line.block in blocks}
    return [row for row in rows if id(row) in top] + [row for row in rows if id(row) not in top]


def _title_row(rows: list[Row], accepted: dict[int, str]) -> Row | None:
    """The largest row of the first page, where it is larger than the headings: the name, though a side column that
    comes before it in reading order may already have had headings."""
    page = [row for row in rows if row.line.page == rows[0].line.page]
    if not page:
        return None
    largest = max(
        (row for row in page if id(row) not in accepted), key=lambda row: row.first.size, default=None
    )
    sizes = [row.first.size for row in page if id(row) in accepted]
    if largest is None or not sizes or largest.first.size < max(sizes) + 0.9 or largest.count > 8:
        return None
    i = rows.index(largest)
    before = rows[i - 1] if i else None
    starts = before is None or before.line.block != largest.line.block or before.y > largest.y
    return largest if starts and title_score(largest.text) < 1.5 else None


def _candidate(row: Row) -> _Candidate | None:
    spaced = row.count > 8 and len(row.text) < 3.2 * row.count
    if (row.bullet and not row.first.bold) or (row.count > 8 and not spaced) or len(row.cells) > 2:
        return None
    text = row.text.strip(" :–—-•·|/")
    named = name_of(text)
    if named is None:
        return None
    if row.bullet and not named[1]:
        return None
    return _Candidate(row, named[0], named[1], text)


def _body_style(rows: list[Row]) -> Style:
    weight: Counter[Style] = Counter()
    for row in rows:
        weight[_style(row)] += len(row.text)
    return max(sorted(weight), key=lambda style: weight[style]) if weight else (0, False, False, False)


def _accept(rows: list[Row], candidates: dict[int, _Candidate], body: Style) -> dict[int, str]:
    """Which rows are headings, and of what: the sure wordings teach the style that the others need."""
    sure = Counter(_style(c.row) for c in candidates.values() if c.sure)
    unsure = Counter(_style(c.row) for c in candidates.values() if not c.sure)
    if not sure and not unsure:
        return {}
    if sure:
        main = max(sorted(sure), key=lambda s: (sure[s] + (0.5 if s != body else 0), unsure[s], s[0]))
    else:
        main = max(sorted(unsure), key=lambda s: (s != body, unsure[s], s[0]))
    accepted: dict[int, str] = {}
    for ident, candidate in candidates.items():
        style = _style(candidate.row)
        strong = style == main or (style[0] >= main[0] - 1 and style[1:3] == main[1:3])
        if candidate.sure and (strong or style[0] > main[0] or (style != body and style[0] >= body[0])):
            accepted[ident] = candidate.kind
    taught = [candidates[ident].row for ident in accepted]
    for ident, candidate in candidates.items():
        if not candidate.sure and _like_taught(candidate.row, taught, main, body, rows):
            accepted[ident] = candidate.kind
    _demote(rows, accepted, main)
    if main != body and (main[0] > body[0] or main[2]):
        _accept_strangers(rows, accepted, main)
    return accepted


def _demote(rows: list[Row], accepted: dict[int, str], main: Style) -> None:
    """Takes out labels in the wording of headings: smaller than the headings of their column, or right below one."""
    large = {
        (row.line.page, row.line.block)
        for row in rows
        if id(row) in accepted and _style(row)[0] >= main[0] - 1
    }
    for above, row in pairwise(rows):
        if id(row) not in accepted:
            continue
        size, bold = _style(row)[:2]
        smaller = size < main[0] - 1
        lesser = id(above) in accepted and (
            size < _style(above)[0] - 1 or (size <= _style(above)[0] and _style(above)[1] and not bold)
        )
        below = abs(above.x0 - row.x0) < 40 and 0 <= gap(above, row) < 2 * row.height
        if (smaller and (row.line.page, row.line.block) in large) or (lesser and below):
            del accepted[id(row)]


def _like_taught(row: Row, taught: list[Row], main: Style, body: Style, rows: list[Row]) -> bool:
    """Whether a row in doubtful wording looks like a heading that is sure, or could be one where none is."""
    style = _style(row)
    if not taught:
        return style == main and (main != body or _apart(row, rows))
    like = [
        other
        for other in taught
        if _style(other) == style or (style[0] >= _style(other)[0] - 1 and style[1:3] == _style(other)[1:3])
    ]
    if not any(other.first.color == row.first.color or abs(other.x0 - row.x0) < 3 for other in like):
        return False
    return style != body or _apart(row, rows)


def _apart(row: Row, rows: list[Row]) -> bool:
    """Whether white space, capitals or a colon set a row off where style does not."""
    i = rows.index(row)
    return row.caps or row.text.endswith(":") or i == 0 or gap(rows[i - 1], row) > 0.7 * row.height


def _accept_strangers(rows: list[Row], accepted: dict[int, str], main: Style) -> None:
    """Headings in words that nobody listed: they look like the sure ones and stand where those stand."""
    places = [row.x0 for row in rows if id(row) in accepted and _style(row) == main]
    colors = {row.first.color for row in rows if id(row) in accepted}
    seen = False
    strangers = []
    for row in rows:
        seen = seen or id(row) in accepted
        if (
            seen
            and id(row) not in accepted
            and _style(row) == main
            and row.first.color in colors
            and row.count <= 6
            and not row.bullet
            and len(row.cells) == 1
            and not row.found
            and any(abs(row.x0 - x) < 2 for x in places)
        ):
            strangers.append(row)
    if len(strangers) <= max(2, len(accepted)):
        accepted.update((id(row), STRANGE) for row in strangers)


def _part_side_headings(rows: list[Row]) -> list[Row]:
    """Rows whose first cell is a heading in a column of its own ("EXPERIENCE   Acme, Engineer") become two; a
    heading that its column broke over two lines becomes one."""
    parted: list[Row] = []
    places = {
        (round(row.x0), row.style[:3])
        for row in rows
        if len(row.cells) == 1
        and not row.bullet
        and row.count <= 5
        and (named := name_of(row.text.strip(" :")))
        and named[1]
    }
    skip: Row | None = None
    for i, row in enumerate(rows):
        if row is skip:
            continue
        below = rows[i + 1] if i + 1 < len(rows) else None
        if below is not None and _broken_heading(row, below):
            one, two = row.cells[0], below.cells[0]
            whole = Cell((*one.words, *two.words), f"{one.text} {two.text}", one.x0, max(one.x1, two.x1))
            parted.append(Row(row.line, row.index, [whole]))
            parted.extend(Row(r.line, r.index, r.cells[1:]) for r in (row, below) if len(r.cells) > 1)
            skip = below
        elif len(row.cells) > 1 and not row.bullet and _is_side_heading(row, places):
            parted.append(Row(row.line, row.index, row.cells[:1]))
            parted.append(Row(row.line, row.index, row.cells[1:]))
        else:
            parted.append(row)
    return parted


def _broken_heading(row: Row, below: Row) -> bool:
    """Whether the first cells of two rows are one heading ("Professional" / "Experience")."""
    one, two = row.cells[0], below.cells[0]
    if (
        row.bullet
        or below.bullet
        or len(one.words) > 2
        or len(two.words) > 2
        or abs(one.x0 - two.x0) > 2
        or row.line.page != below.line.page
    ):
        return False
    a, b = one.words[0], two.words[0]
    if not (a.bold or a.size > 11 or one.text.isupper()) or (a.bold, a.size, a.color) != (
        b.bold,
        b.size,
        b.color,
    ):
        return False
    if b.box.top - a.box.bottom > 0.5 * a.size or (
        name_of(two.text) is not None and name_of(one.text) is not None
    ):
        return False
    named = name_of(f"{one.text} {two.text}")
    return named is not None and named[1]


def _is_side_heading(row: Row, places: set[tuple[int, tuple[int, bool, bool]]]) -> bool:
    first, second = row.cells[0], row.cells[1]
    named = name_of(first.text.strip(" :"))
    if named is None:
        return False
    one, two = first.words[0], second.words[0]
    caps = first.text.isupper() and not second.text.isupper()
    return (
        one.size > two.size + 0.9
        or (caps and named[1])
        or (named[1] and (round(first.x0), row.style[:3]) in places and not first.text.endswith(":"))
        or (one.bold and not two.bold and named[1] and not first.text.endswith(":"))
    )


def _place_side_headings(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Headings that stand in a column beside their contents come before the row at their height."""
    empty = [
        row
        for i, row in enumerate(rows)
        if id(row) in accepted
        and (i + 1 == len(rows) or id(rows[i + 1]) in accepted or rows[i + 1].y < row.y - row.height)
    ]
    moved = [
        row
        for row in empty
        if any(id(o) not in accepted and beside(row, o) and o.x0 > row.x1 for o in rows)
        and not _has_own(row, rows, accepted)
    ]
    late = [row for row in _stacked(rows, accepted) if row not in moved]
    moved += late
    if not moved:
        return rows
    gone = {id(row) for row in moved}
    kept = [row for row in rows if id(row) not in gone]
    for heading in moved:
        stacked = heading in late
        for i, row in enumerate(kept):
            if (
                row.line.page == heading.line.page
                and (row.x0 > heading.x1 or stacked)
                and row.y + row.height / 2 >= heading.y
            ):
                kept.insert(i, heading)
                break
        else:
            kept.append(heading)
    return kept


def _has_own(heading: Row, rows: list[Row], accepted: dict[int, str]) -> bool:
    """Whether something other than headings stands right below a heading in its own column."""
    return any(
        id(row) not in accepted
        and row.line.page == heading.line.page
        and abs(row.x0 - heading.x0) < 15
        and 0 < row.y - heading.y < 3 * heading.height
        for row in rows
    )


def _stacked(rows: list[Row], accepted: dict[int, str]) -> list[Row]:
    """Headings that follow a heading at once though what comes next stands above them: their contents come later."""
    late: list[Row] = []
    run: list[Row] = []
    for row in rows:
        if id(row) in accepted:
            run.append(row)
            continue
        late.extend(h for h in run[1:] if h.line.page == row.line.page and row.y + row.height / 2 < h.y)
        run = []
    return late


__all__ = ["Cell", "Part", "name_of", "split"]
