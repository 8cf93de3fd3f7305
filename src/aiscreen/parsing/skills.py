"""Skills sections: groups with their labels, and the single skills that they list."""

from __future__ import annotations

import re
from itertools import pairwise

from aiscreen.models.resume import SkillGroup, Statement
from aiscreen.parsing.rows import Cell, Row, gaps
from aiscreen.parsing.rows.grids import join_level, level, part_at_edges, unzip
from aiscreen.parsing.rows.passages import join
from aiscreen.parsing.rows.tables import cells_of, fitted, header
from aiscreen.parsing.skill_labels import freed, goes_on, groups_of, labelled, tags, wraps
from aiscreen.parsing.statements import Ledger, lines_text
from aiscreen.parsing.words.fields import matrix_column
from aiscreen.parsing.words.lists import HARD, OPEN, split_list

_NEXT_LABEL = re.compile(r"\.(?<=[\w)+#]\.)\s+([A-ZÀ-Ý][^:.,;]{1,40}):\s+")

_LICENCE = re.compile(
    r"(?:driving licen[cs]e|driver'?s licen[cs]e|führerschein|permis de conduire|permis|carn[eé] de conducir|permiso de conducir|carta de condução|patente(?: di guida)?|rijbewijs)\b(?=[\s:(]*(?:\w{1,2}\b|categor|class|klasse|cat|$))",
    re.IGNORECASE,
)
"""What a form asks for among skills, and is none."""
_RATED = re.compile(
    r"(?:very |sehr |très |muy |muito |zeer |molto )?(?:expert[eo]?|advanced|intermediate|beginner|basics?|good|excellent|proficient|familiar|fortgeschritten|gut|grundkenntnisse|"
    r"avancé|débutant|intermédiaire|bon|avanzado|intermedio|medio|básico|avançado|intermediário|gevorderd|goed|basis|avanzato|base|buono)"
    r"|(?:19|20)\d\d|\d{1,2}(?:[.,]\d)?\s?\+?\s*(?:years?|yrs?|months?|jahre?|ans?|mois|años?|anos?|jaar|anni)|\d\s?/\s?(?:5|10)|\d{1,3}\s?%",
    re.IGNORECASE,
)
"""How well or how long a skill is known."""


def parse_skills(
    rows: list[Row], ledger: Ledger, name: str | None = None, edge: float = 0.0
) -> list[SkillGroup]:
    """The groups of a skills section, each with the statement that holds its rows; `name` is the label of a group
    that has none, `edge` the right edge of the text around it."""
    groups: list[SkillGroup] = []
    rows = [half for row in join_level(freed(rows)) if not _is_licence(row) for half in _halves(row)]
    if any(_is_matrix(row) for row in rows):
        matrix, rows = _matrix(rows)
        for label, members, listed in matrix:
            keywords = list(dict.fromkeys(listed))
            groups.append(SkillGroup(name=label or name, keywords=keywords, address=_say(members, ledger)))
    rows = part_at_edges(unzip(_unrated(rows), _both_labels))
    for label, members in groups_of(rows):
        address = _say(members, ledger)
        for further, lists in _sentences(_texts(members, label, edge)):
            keywords = list(dict.fromkeys(keyword for text in lists for keyword in split_list(text)))
            if keywords or label:
                groups.append(SkillGroup(name=further or label or name, keywords=keywords, address=address))
    return groups


def _halves(row: Row) -> list[Row]:
    """A row with two labels, each before its list, as two ("Langages | C, R | Systèmes | Linux, macOS")."""
    lists = [bool(HARD.search(cell.text)) for cell in row.cells]
    if lists != [False, True, False, True] or row.bullet:
        return [row]
    return [Row(row.line, row.index, row.cells[i : i + 2], part=True) for i in (0, 2)]


def _is_matrix(row: Row) -> bool:
    """Whether a row names the columns of a table of skills and how well each is known."""
    named = header(row, matrix_column) or []
    return "skill" in named and len(set(named)) > 1


def _matrix(rows: list[Row]) -> tuple[list[tuple[str | None, list[Row], list[str]]], list[Row]]:
    """The groups of a table of skills, each with its rows and what these list; and the rows that are no part of it."""
    found: list[tuple[str | None, list[Row], list[str]]] = []
    rest: list[Row] = []
    head: Row | None = None
    columns: list[str | None] = []
    for row, members in level(rows):
        if _is_matrix(row):
            head, columns = row, header(row, matrix_column) or []
            continue
        places = fitted(row, head, columns) if head is not None else None
        if places is None:
            rest += members
            continue
        cells = list(zip((columns[i] for i in places), cells_of(row), strict=True))
        label = next((cell.text.strip(" :") for field, cell in cells if field == "group"), None)
        listed = [item for field, cell in cells if field == "skill" for item in split_list(cell.text)]
        if found and found[-1][0] == label:
            found[-1][1].extend(members)
            found[-1][2].extend(listed)
        else:
            found.append((label, list(members), listed))
    return found, rest


def _unrated(rows: list[Row]) -> list[Row]:
    """The rows without the columns that only rate what stands first in each ("Python | Expert | 10 years")."""
    wide = [row for row in rows if len(row.cells) > 1]
    rated = all(_RATED.fullmatch(cell.text.strip(" ()")) for row in wide for cell in row.cells[1:])
    if len(wide) < 2 or not rated:
        return rows
    return [row.with_cells(row.cells[:1], part=True) if len(row.cells) > 1 else row for row in rows]


def _is_licence(row: Row) -> bool:
    """Whether a row tells of a driving licence and its classes, and lists nothing else."""
    if not _LICENCE.match(row.text):
        return False
    return all(len(part) < 4 or _LICENCE.match(part) for part in split_list(row.text))


def _sentences(texts: list[str]) -> list[tuple[str | None, list[str]]]:
    """The lists of a group; one of sentences ("Go, R. Tools: Git. Clouds: AWS") holds further ones with their labels."""
    found: list[tuple[str | None, list[str]]] = [(None, [])]
    for text in texts:
        first, *more = _NEXT_LABEL.split(text)
        found[-1][1].append(first)
        found.extend((label, [rest]) for label, rest in zip(more[::2], more[1::2], strict=True))
    return found


def _both_labels(one: Cell, other: Cell) -> bool:
    """Whether two cells side by side are labels of lists below them: short, alike, without list marks."""
    short = all(len(cell.words) <= 4 and not HARD.search(cell.text) for cell in (one, other))
    return short and one.words[0].bold == other.words[0].bold


def _say(members: list[Row], ledger: Ledger) -> Statement | None:
    """Says the rows of a group, those on end as one statement; returns the first."""
    first: Statement | None = None
    run: list[Row] = []
    for row in [*members, None]:
        if row is not None and (not run or (row.index == run[-1].index + 1 and not row.bullet)):
            run.append(row)
            continue
        said = ledger.say(run, lines_text(run), "skills")
        first = first or said
        run = [row] if row is not None else []
    return first


def _texts(members: list[Row], label: str | None, edge: float) -> list[str]:
    """The texts that hold the group's list: joined rows where marks part the skills, else each cell by itself."""
    hard = any(HARD.search(row.text) for row in members)
    widest = 0.45 if hard else _widest_space(members)
    whole = hard and _whole([row for row in members if row.text.strip(" :–—-") != label], edge)
    pitch = _pitch(members)
    lines: list[str] = []
    for i, row in enumerate(members):
        cells = _fine_cells(row, widest) if not hard else [_marked(row)]
        if i == 0 and label:
            text = row.text
            if text.strip(" :–—-") == label:
                continue
            match = labelled(text)
            if match and match["label"].strip() == label:
                rest = match["rest"].strip()
                cells = (
                    [rest] if hard or len(row.cells) == 1 else [c for c in cells if c.strip(" :") != label]
                )
                if not hard and cells and cells[0].startswith(label):
                    cells[0] = cells[0][len(label) :].strip(" :")
            elif text.startswith(label):
                rest = text[len(label) :].strip(" :–—-|")
                whole_list = rest.startswith("(") and rest.endswith(")") and rest.count("(") == 1
                cells = [rest[1:-1] if whole_list else rest]  # "Languages (Go, R)"
        above = members[i - 1]
        flows = (not whole or above.text.endswith(OPEN)) and wraps(above, row, pitch)
        if lines and not row.bullet and (flows if hard else goes_on(above, row)):
            lines[-1] = join([lines[-1], *cells])
        else:
            lines.extend(cells)
    return [line for line in lines if line.strip()]


def _marked(row: Row) -> str:
    """A row's text; lists that stand beside each other are parted by a mark."""
    lists = len(row.cells) > 1 and all(HARD.search(cell.text) for cell in row.cells)
    return ", ".join(cell.text for cell in row.cells) if lists else row.text


def _whole(members: list[Row], wide: float) -> bool:
    """Whether every row is a list by itself: some row stops, at no mark, though the next one's first word had room; or
    all stop far from the `wide` edge of the text around them."""
    if len(members) > 1 and all(row.x1 < row.x0 + 0.75 * (wide - row.x0) for row in members):
        return not any(row.text.endswith(OPEN) for row in members[:-1])
    middles = [row.x0 + row.x1 for row in members]
    centred = len(members) > 1 and max(middles) - min(middles) < 4 and members[0].x0 != members[1].x0
    ends = {id(row): row.x1 - row.x0 if centred else row.x1 for row in members}
    edge = max(ends.values(), default=0.0)
    return any(
        not row.text.endswith(OPEN)
        and below.text[:1] not in OPEN
        and below.cells[0].x0 < row.x1
        and ends[id(row)] + 0.6 * row.first.size + below.first.box.width < edge
        for row, below in pairwise(members)
        if row.line.page == below.line.page
    )


def _pitch(members: list[Row]) -> float:
    """The widest space between two lines of one list, in points: a paragraph begins after more."""
    return min(min(gaps(members), default=0.0) + 2.0, 0.9 * members[0].height)


def _widest_space(rows: list[Row]) -> float:
    """The widest space inside a tag, of the size: a little more than is usual; where the reader saw the tags' frames, most
    of the space between these; where the spaces of all rows are of two widths, both wider than that, halfway between."""
    framed = [(b.x0 - a.x1) / b.words[0].size for row in rows if tags(row) for a, b in pairwise(row.cells)]
    if framed:
        return max(0.45, 0.8 * min(framed))
    spaces: list[float] = []
    for row in rows:
        words = [word for cell in row.cells for word in cell.words]
        spaces += [(b.box.x0 - a.box.x1) / b.size for a, b in pairwise(words)]
    spaces = [space for space in spaces if 0.45 < space < 1.6]
    few, many = min(spaces, default=0.0), max(spaces, default=0.0)
    two = all(space < few + 0.06 or space > many - 0.06 for space in spaces)
    return (few + many) / 2 if two and few < 0.65 * many else 0.45


def _fine_cells(row: Row, widest: float) -> list[str]:
    """Words parted by gaps wider than a space: tags and pills."""
    out: list[list[str]] = []
    edge = -1e9
    for cell in row.cells:
        for word in cell.words:
            if out and word.box.x0 - edge <= widest * word.size:
                out[-1].append(word.text)
            else:
                out.append([word.text])
            edge = word.box.x1
    return [" ".join(words) for words in out]
