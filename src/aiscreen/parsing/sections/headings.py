"""Headings: rows in the wording of one, and the style that the sure ones teach."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from aiscreen.parsing.rows import Look, Row, by_column, gap, reach
from aiscreen.parsing.sections.strangers import accept_strangers
from aiscreen.parsing.words.heading_names import name_of, told_where
from aiscreen.parsing.words.headings import LABELS, key

_BROKEN = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")


@dataclass(slots=True)
class _Candidate:
    row: Row
    kind: str
    sure: bool


def candidate(row: Row) -> _Candidate | None:
    """A row as a heading, by its words."""
    if not row.bullet and len(row.cells) == 1 and (told := told_where(row.text.rstrip(" :"))) is not None:
        return _Candidate(row, *told)
    spaced = row.count > 8 and len(row.text) < 3.2 * row.count
    if (row.bullet and not row.first.bold) or (row.count > 8 and not spaced) or len(row.cells) > 2:
        return None
    text = row.text.strip(" :–—-•·|/")
    text = _BROKEN.sub("", text) if "- " in text else text
    named = name_of(text)
    if named is None or (text.endswith(".") and not row.first.bold and not row.caps):
        return None
    if text.count("(") != text.count(")"):  # the end of what the row above began
        return None
    if row.bullet and not named[1]:
        return None
    return _Candidate(row, *named)


def body_style(rows: list[Row]) -> Look:
    weight: dict[Look, int] = {}
    for row in rows:
        weight[row.look] = weight.get(row.look, 0) + len(row.text)
    return max(sorted(weight), key=lambda style: weight[style]) if weight else (0, False, False, False)


def accept(rows: list[Row], candidates: dict[int, _Candidate], body: Look) -> dict[int, str]:
    """Which rows are headings, and of what: the sure wordings teach the style that the others need."""
    halves = _lower_halves(rows, candidates, body)
    halves |= _labels_of_lists(rows, candidates, body)
    candidates = {ident: c for ident, c in candidates.items() if ident not in halves}
    sure = Counter(c.row.look for c in candidates.values() if c.sure)
    unsure = Counter(c.row.look for c in candidates.values() if not c.sure)
    if not sure and not unsure:
        return {}
    if sure:
        main = max(sorted(sure), key=lambda s: (sure[s] + (0.5 if s != body else 0), unsure[s], s[0]))
    else:
        main = max(sorted(unsure), key=lambda s: (s != body, unsure[s], s[0]))
    accepted: dict[int, str] = {}
    for ident, candidate in candidates.items():
        style = candidate.row.look
        strong = _is_like(style, main)
        if candidate.sure and (strong or style[0] > main[0] or (style != body and style[0] >= body[0])):
            accepted[ident] = candidate.kind
    accepted |= _small_ones(candidates, accepted, body)
    taught = [candidates[ident].row for ident in accepted]
    for ident, candidate in candidates.items():
        if not candidate.sure and _like_taught(candidate.row, taught, main, body, rows):
            accepted[ident] = candidate.kind
    _demote(rows, accepted, main)
    if main != body and (main[0] > body[0] or main[2]):
        accept_strangers(rows, accepted, main, body)
    return accepted


def _lower_halves(rows: list[Row], candidates: dict[int, _Candidate], body: Look) -> set[int]:
    """Candidates (by identity) that go on with the row above in its style: "Technology" below "Engineer, Computers and
    Information", which left no room for it, or a sentence's last word ("... supervise master" / "theses")."""
    found: set[int] = set()
    for above, row in pairwise(rows):
        if id(row) not in candidates:
            continue
        last, first = above.cells[-1].words[-1], row.first
        begin = min(row.x0, row.line.box.x0)  # where a word's lower half stands, which the row above has
        if (
            above.count > 2
            and above.caps == row.caps
            and (last.size, last.bold, last.color, last.font)
            == (first.size, first.bold, first.color, first.font)
            and abs(above.x0 - begin) < 2
            and above.line.block == row.line.block
            and not row.bullet
            and 0 < row.y - above.y < 1.6 * first.size
            and (
                row.look != body or row.text[:1].islower()
            )  # in the text's own style little tells them from headings
            and reach(above, row) > above.edge
        ):
            found.add(id(row))
    return found


def _labels_of_lists(rows: list[Row], candidates: dict[int, _Candidate], body: Look) -> set[int]:
    """Rows (by identity) no larger than the text that name the lists within jobs before a colon ("Achievements:"), two or
    more, where larger headings part the sections."""
    if not any(one.row.look[0] > body[0] + 1 for one in candidates.values()):
        return set()
    labels = [
        row
        for row in rows
        if row.text.endswith(":") and row.look[0] <= body[0] + 1 and row.count < 7 and key(row.text) in LABELS
    ]
    return set(map(id, labels)) if len(labels) > 1 else set()


def _small_ones(candidates: dict[int, _Candidate], accepted: dict[int, str], body: Look) -> dict[int, str]:
    """Headings of a column that are smaller than those elsewhere, all in one look, where the column has no others:
    wordings of two kinds, one sure, in bold or capitals, or of three kinds and larger than the text."""
    found: dict[int, str] = {}
    for rows in by_column(one.row for one in candidates.values()).values():
        column = {id(row): candidates[id(row)] for row in rows}
        look = rows[0].look
        alike = all(row.look == look for row in rows) and accepted.keys().isdisjoint(column)
        kinds = len({one.kind for one in column.values()})
        strong = (look[1] or look[2]) and any(one.sure for one in column.values())
        if alike and ((strong and kinds > 1) or (look[0] > body[0] + 1 and kinds > 2)):
            found |= {ident: one.kind for ident, one in column.items()}
    return found


def _demote(rows: list[Row], accepted: dict[int, str], main: Look) -> None:
    """Takes out labels in the wording of headings: smaller than the headings of their column, or right below one."""
    large = {
        row.column
        for i, row in enumerate(rows)
        if id(row) in accepted
        and row.look[0] >= main[0] - 1
        and (i or accepted[id(row)] not in ("summary", "header"))  # "About me", which titles the page
    }
    labels: set[Look] = set()
    for above, row in pairwise(rows):
        if id(row) not in accepted:
            continue
        style = row.look
        below = abs(above.x0 - row.x0) < 40 and 0 <= gap(above, row) < 2 * row.height
        if (
            accepted[id(row)] == "projects"
            and id(above) in accepted
            and above.text.casefold().endswith("experience")
        ):
            continue  # "Technical Experience", with nothing of its own
        plainer = style[0] < above.look[0] and row.first.color != above.first.color
        if id(above) in accepted and below and (plainer or _lesser(style, above.look)):
            labels.add(style)
            del accepted[id(row)]
        elif style[0] < main[0] - 1 and row.column in large:
            del accepted[id(row)]
    for row in rows if labels - {main} else []:
        if row.look in labels - {main}:
            accepted.pop(id(row), None)


def _lesser(style: Look, above: Look) -> bool:
    """Whether a style is that of a label under a heading in the other style: smaller, or no larger and plainer."""
    if style[0] > above[0]:
        return False
    return (
        style[0] < above[0] - 1
        or (above[1] and not style[1])
        or (above[2] and not style[2] and above[1] == style[1])
    )


def _is_like(style: Look, taught: Look) -> bool:
    """Whether a style is that of a sure heading: no smaller, and of the same weight and letters."""
    return style == taught or (style[0] >= taught[0] - 1 and style[1:3] == taught[1:3])


def _like_taught(row: Row, taught: list[Row], main: Look, body: Look, rows: list[Row]) -> bool:
    """Whether a row in doubtful wording looks like a heading that is sure, or could be one where none is."""
    style = row.look
    if not taught:
        return style == main and (main != body or _apart(row, rows))
    like = [other for other in taught if _is_like(style, other.look)]
    if not any(other.first.color == row.first.color or abs(other.x0 - row.x0) < 3 for other in like):
        return False
    return style != body or _apart(row, rows)


def _apart(row: Row, rows: list[Row]) -> bool:
    """Whether white space, capitals or a colon set a row off where style does not."""
    i = rows.index(row)
    return row.caps or row.text.endswith(":") or i == 0 or gap(rows[i - 1], row) > 0.7 * row.height
