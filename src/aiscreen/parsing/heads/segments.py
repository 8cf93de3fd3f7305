"""Segments: a head cut at its cells, its changes of style and its strong marks; wrapped names whole again."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise

from aiscreen.models.document import Word
from aiscreen.parsing.dates import DURATION, find, remove
from aiscreen.parsing.heads.pieces import pieces
from aiscreen.parsing.heads.wrapped import halves_title, stops_open, wraps
from aiscreen.parsing.rows import Cell, Row, Told, reach
from aiscreen.parsing.rows.passages import join
from aiscreen.parsing.words.heads import (
    BECAME,
    GRADE,
    GUIDED,
    HOURS,
    LEAD,
    LEARNING,
    SERVED,
    STRONG,
    TERMS,
    TOLD,
    WHERE,
    is_official,
    without_remark,
)
from aiscreen.parsing.words.places import is_place, place_score
from aiscreen.parsing.words.titles import title_score
from aiscreen.text import fold, has_digit

_TAIL = 100
"""More segments than any row has."""


@dataclass
class Segment:
    """A part of a head. `slot` is where it stands: row from the head's start and number within the row. `field` is what
    it is known to be, from a form's label or from the sentence that tells of a job."""

    text: str
    slot: tuple[int, int]
    style: tuple[bool, bool, int, int]
    row: Row
    title: float = 0.0
    place: float = 0.0
    field: str | None = None

    @property
    def tail(self) -> tuple[int, int]:
        """The slot of the place that is cut off its end."""
        return self.slot[0], self.slot[1] + _TAIL


def segments(rows: list[Row]) -> list[Segment]:
    """The segments of a head: cells, style runs and strong separators part them; dates and durations are gone."""
    found = _rejoin([segment for number, row in enumerate(rows) for segment in _of_row(row, number)])
    for segment in found:
        segment.title = title_score(segment.text)
        segment.place = max(segment.place, place_score(segment.text))
    found = [s for s in found if fold(s.text.strip("()")) not in HOURS] or found
    terms = TERMS
    if not any(s.title >= 1 for s in found):
        terms = TERMS - LEARNING
        for segment in found:
            segment.title = 1.0 if fold(segment.text) in LEARNING else segment.title
    named = [s for s in found if fold(s.text.strip("()")) not in terms]
    return named if sum(s.place < 0.5 for s in named) >= 2 else found


def _of_row(row: Row, number: int) -> list[Segment]:
    """The segments of a row, the `number`th of its head, and of what stands beside it."""
    found: list[Segment] = []
    count = 0
    for part in (row, *row.sides):
        if part.told is not None:
            found += _of_told(part, part.told, number)
        elif part.only_dates:
            continue
        elif ":" in part.text and (where := labelled_place(part)):
            found.append(Segment(where, (number, count), _style(part.first), part, place=1.0))
            count += 1
        else:
            for run in [
                run for cell in part.cells if not is_official(cell.text) for run in _runs(cell.words)
            ]:
                for piece in pieces(_names_in(" ".join([word.text for word in run]))):
                    found.append(Segment(piece, (number, count), _style(run[0]), part, field=part.label))
                    count += 1
    return found


def _names_in(text: str) -> str:
    """A text of a head without what is no name in it: grades, words that lead to a job, dates and their durations."""
    text = GRADE.sub("", text) if has_digit(text) else text
    text = LEAD.sub("", text) if ":" in text else text
    text = SERVED.sub("", text) if " as " in text else text
    text = GUIDED.sub("", text) if " by " in text or " von " in text or " par " in text else text
    if (span := next(iter(find(text)), None)) and BECAME.match(text, span.stop):
        text = without_remark(text, span.stop)
    dates = [d for d in find(text) if not (d.single and TOLD.search(text[: d.begin]))]
    text = remove(text, dates) if dates else text
    return DURATION.sub(" ", text) if DURATION.fullmatch(text.strip()) else text


def _style(word: Word) -> tuple[bool, bool, int, int]:
    return word.bold, word.italic, round(word.size * 2), word.color


def labelled_place(row: Row) -> str:
    """The place that a row gives under labels of its own ("City: Bremen | Country: Germany"); empty for other rows."""
    pieces = [piece for cell in row.cells for piece in STRONG.split(cell.text)]
    if not all(WHERE.match(piece) for piece in pieces):
        return ""
    return ", ".join([WHERE.sub("", piece).strip(" ,") for piece in pieces])


def _of_told(row: Row, told: Told, number: int) -> list[Segment]:
    """What a sentence tells of a job."""
    style = _style(row.first)
    named = [("name", told.name), ("position", told.position), ("location", told.location)]
    return [
        Segment(text, (number, i), style, row, field=field) for i, (field, text) in enumerate(named) if text
    ]


def _runs(words: tuple[Word, ...]) -> list[list[Word]]:
    """Words in runs of one style. A change of colour parts words only at a mark or "at", or where it is the only one."""
    colors = [color for color, _ in groupby(words, key=lambda word: word.color)]
    runs = [[words[0]]]
    for last, word in pairwise(words):
        parts = (last.bold, last.italic) != (word.bold, word.italic) or (
            last.color != word.color
            and (
                len(colors) == 2
                or last.text[-1] in ",|–—-:·•)@"
                or word.text[0] in "|–—-·•(,@"
                or last.text.lower() in ("at", "bei")
            )
        )
        if parts:
            runs.append([word])
        else:
            runs[-1].append(word)
    return runs


def by_colour(cell: Cell) -> list[Cell]:
    """A cell as two where its colour changes once: what stands in the one says something else than in the other, save what
    goes on with "in" ("MSc" | "in Physics")."""
    groups = [tuple(group) for _, group in groupby(cell.words, key=lambda word: word.color)]
    if len(groups) != 2 or groups[1][0].text == "in":
        return [cell]
    return [Cell.of(group) for group in groups]


def _rejoin(found: list[Segment]) -> list[Segment]:
    """A title or name wrapped over two rows of a narrow column becomes one again."""
    out: list[Segment] = []
    for segment in found:
        if out:
            last = out[-1]
            first = next((s for s in reversed(out) if s.slot[1] == 0 and s.row is last.row), last)
            above = next((s for s in (last, first) if _goes_on(s, segment)), None)
            if above is not None:
                above.text = join([above.text, segment.text])
                continue
            if (
                segment.text.startswith("(")
                and segment.text.endswith(")")
                and segment.row is last.row
                and not is_place(segment.text.strip("()"))
            ):
                last.text = f"{last.text} {segment.text}"
                continue
        out.append(segment)
    return out


def _goes_on(above: Segment, segment: Segment) -> bool:
    """Whether a segment is the rest of one on the row above: right below it, in its style, at its edge."""
    if segment.row is above.row or segment.style != above.style:
        return False
    if not (segment.slot[1] == 0 or segment.row.loose) or segment.row.line.page != above.row.line.page:
        return False
    if abs(segment.row.x0 - above.row.x0) >= 1.5 and abs(segment.row.x1 - above.row.x1) >= 1.5:
        return False
    space = segment.row.box.top - above.row.box.bottom
    if -2 < space < 0.9 * segment.row.first.size and _style_goes_on(above, segment):
        return True
    if not -2 < space < 0.35 * segment.row.height:
        return False
    if stops_open(above.text, segment.text) or wraps(above.row, segment.row):
        return True
    return halves_title(above.text, segment.text) and not _had_room(above.row, segment.row)


def _had_room(above: Row, below: Row) -> bool:
    """Whether the next row's first word would have stood behind a row, in a column whose edge is known."""
    return reach(above, below) < above.edge


def _style_goes_on(above: Segment, segment: Segment) -> bool:
    """Whether a row begins in the style in which the one above it ends, and in which that did not begin: "**Acme** —
    *Senior* / *Engineer*"."""
    if is_place(above.text) or is_place(segment.text):
        return False
    first, last = above.row.first, above.row.cells[-1].words[-1]
    begin = segment.row.first
    return (
        above.slot[1] > 0
        and segment.row.text.startswith(segment.text)  # no date stands before it
        and (last.bold, last.italic, last.color) == (begin.bold, begin.italic, begin.color)
        and (first.bold, first.italic, first.color) != (begin.bold, begin.italic, begin.color)
        and len(above.row.cells) == 1
        and len(segment.row.cells) == 1
    )
