"""Skills sections: groups with their labels, and the single skills that they list."""

from __future__ import annotations

import re
from itertools import pairwise

from aiscreen.models.document import Word
from aiscreen.models.resume import SkillGroup, Statement
from aiscreen.parsing.columns import join_level, part_at_edges, unzip
from aiscreen.parsing.content import join
from aiscreen.parsing.rows import Cell, Row, gap
from aiscreen.parsing.statements import Ledger, lines_text

_SEPARATORS = re.compile(r"\s*[,;|•·‧∙⋅▪◦●■✓✔►]\s*|\s+/\s+|\s{3,}|\s+[^\w\s(){}\[\]&+#./'\"-]{1,2}\s+")
_HARD = re.compile(r"[,;|•·‧∙⋅▪◦●■]|\s[^\w\s(){}\[\]&+#.'\"-]{1,2}\s")
_LABEL = re.compile(r"^(?P<label>[^:,;|•·]{2,48}?)\s*[:：]\s*(?P<rest>.*)$")
_DASHED = re.compile(
    r"^(?P<label>[A-ZÀ-Ý][^:,;|•·–—]{1,40}?)\s+[-–—]\s+(?P<rest>(?:(?!\s[-–—]\s)[^:])+,(?:(?!\s[-–—]\s)[^:])+)$"
)
_DOTTED = re.compile(r"^(?P<label>[A-ZÀ-Ý][^.:,;|•·]{1,40})\.\s+(?P<rest>[^;]+;.*|[^,]+,.*\.)$")
_NEXT_LABEL = re.compile(r"(?<=[\w)+#])\.\s+([A-ZÀ-Ý][^:.,;]{1,40}):\s+")
_RATING = re.compile(
    r"\s*(?:[●○◉◯★☆■□▪▫⬤⚫⚪█▓▒░✦✩*]{2,}|\(?\b\d{1,3}\s?%\)?|\b\d(?:[.,]\d)?\s?/\s?(?:5|10)\b|\(\s*\d+\+?\s*(?:years?|yrs?|Jahre)\s*\))\s*"
)
_BRACKET = re.compile(r"\([^()]*\)")
_HELD = re.compile(r"\x00(\d+)\x01")
_OPEN = (",", ";", "|", "•", "·", "&", "/", "-", "(", "and", "und", "et")
_AND = re.compile(r"^(?:and|und|et|y|e|&)\s+", re.IGNORECASE)


def parse_skills(rows: list[Row], ledger: Ledger, name: str | None = None) -> list[SkillGroup]:
    """The groups of a skills section, each with the statement that holds its rows; `name` is the label of a group
    that has none."""
    groups: list[SkillGroup] = []
    rows = part_at_edges(unzip(join_level(rows), _both_labels))
    for label, members in _groups(rows):
        if not members:
            continue
        texts, label = _texts(members, label)
        address = _say(members, ledger)
        for further, lists in _sentences(texts):
            keywords = list(dict.fromkeys(keyword for text in lists for keyword in split_list(text)))
            if keywords or label:
                groups.append(SkillGroup(name=further or label or name, keywords=keywords, address=address))
    return groups


def _sentences(texts: list[str]) -> list[tuple[str | None, list[str]]]:
    """The lists of a group; one of sentences ("Go, R. Tools: Git. Clouds: AWS") holds further ones with their labels."""
    found: list[tuple[str | None, list[str]]] = [(None, [])]
    for text in texts:
        first, *more = _NEXT_LABEL.split(text)
        found[-1][1].append(first)
        found.extend((label, [rest]) for label, rest in zip(more[::2], more[1::2], strict=True))
    return found


def _both_labels(one: Cell, other: Cell) -> bool:
    """Whether two cells side by side are labels of lists below them: short, in bold, without list marks."""
    return (
        all(
            len(cell.words) <= 4
            and not _HARD.search(cell.text)
            and (cell.words[0].bold or cell.words[0].size > 0)
            for cell in (one, other)
        )
        and one.words[0].bold == other.words[0].bold
    )


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


def _groups(rows: list[Row]) -> list[tuple[str | None, list[Row]]]:
    """Rows parted at labels: "Label: a, b", a label in a style of its own on its row or before its list."""
    labels = [_own_label(row, rows, i) for i, row in enumerate(rows)]
    alone = [
        row.style
        for row, label in zip(rows, labels, strict=True)
        if label is not None and label == row.text.strip(" :–—-")
    ]
    if alone:  # labels on rows of their own share the style of the first
        labels = [
            None
            if label is not None
            and label == row.text.strip(" :–—-")
            and row.style[:2] + row.style[4:] != alone[0][:2] + alone[0][4:]
            else label
            for row, label in zip(rows, labels, strict=True)
        ]
    groups: list[tuple[str | None, list[Row]]] = []
    for row, label in zip(rows, labels, strict=True):
        if label is not None or not groups:
            groups.append((label or None, [row]))
        else:
            groups[-1][1].append(row)
    return groups


def _own_label(row: Row, rows: list[Row], i: int) -> str | None:
    """The label that a row starts with; None where it continues the group before."""
    match = _labelled(row.text)
    if match and len(match["label"].split()) <= 6 and not row.text.lower().startswith("http"):
        return match["label"].strip()
    run = _lead(row)
    if run and len(run) < sum(len(cell.words) for cell in row.cells):
        return " ".join(word.text for word in run).strip(" :–—-|")
    if (
        len(row.cells) == 2
        and row.count > 2
        and _HARD.search(row.cells[1].text)
        and not _HARD.search(row.cells[0].text)
    ):
        return row.cells[0].text.strip(" :")
    open_above = i > 0 and rows[i - 1].text.endswith(_OPEN)
    if (
        len(row.cells) == 1
        and row.count <= 5
        and not open_above
        and not _HARD.search(row.text)
        and _stands_out(row, rows, i)
    ):
        return row.text.strip(" :–—-")
    return None


def _labelled(text: str) -> re.Match[str] | None:
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
    uniform = bool(rest) and rest[0].text[0].isalnum() and len({(w.font, w.bold) for w in rest}) == 1
    return (
        lead
        if rest
        and len(lead) <= 6
        and (first.bold or uniform)
        and _HARD.search(rest[0].text + " " + " ".join(w.text for w in rest))
        else []
    )


def _stands_out(row: Row, rows: list[Row], i: int) -> bool:
    """A row alone that labels what follows: bolder, larger or in another colour, and followed by plainer rows."""
    following = rows[i + 1] if i + 1 < len(rows) else None
    if following is None or row.bullet or following.y < row.y + 2:
        return False
    centred = abs(following.x0 + following.x1 - row.x0 - row.x1) < 12
    if abs(following.x0 - row.x0) > 90 and not centred:
        return False
    if (following.x0 < row.x0 - 3 and not centred) or (i and _goes_on(rows[i - 1], row)):
        return False
    other = following.first
    mine = row.first
    if following.bullet and following.x0 > row.x0 - 1:
        return True
    if (mine.bold, round(mine.size), mine.color) == (other.bold, round(other.size), other.color):
        return _HARD.search(following.text) is not None or (following.x0 > row.x0 + 8)
    return (
        (mine.bold and not other.bold)
        or mine.size > other.size + 0.4
        or (mine.color != other.color and (mine.size >= other.size or following.x0 > row.x0 + 3))
    )


def _texts(members: list[Row], label: str | None) -> tuple[list[str], str | None]:
    """The texts that hold the group's list: joined rows where marks part the skills, else each cell by itself."""
    hard = any(_HARD.search(row.text) for row in members)
    widest = 0.45 if hard else _widest_space(members)
    whole = hard and _whole([row for row in members if row.text.strip(" :–—-") != label])
    pitch = _pitch(members)
    lines: list[str] = []
    for i, row in enumerate(members):
        cells = _fine_cells(row, widest) if not hard else [_marked(row)]
        if i == 0 and label:
            text = row.text
            if text.strip(" :–—-") == label:
                continue
            match = _labelled(text)
            if match and match["label"].strip() == label:
                rest = match["rest"].strip()
                cells = (
                    [rest] if hard or len(row.cells) == 1 else [c for c in cells if c.strip(" :") != label]
                )
                if not hard and cells and cells[0].startswith(label):
                    cells[0] = cells[0][len(label) :].strip(" :")
            elif text.startswith(label):
                cells = [text[len(label) :].strip(" :–—-|")]
        above = members[i - 1]
        flows = (not whole or above.text.endswith(_OPEN)) and _wraps(above, row, pitch)
        if lines and not row.bullet and (flows if hard else _goes_on(above, row)):
            lines[-1] = join([lines[-1], *cells])
        else:
            lines.extend(cells)
    return [line for line in lines if line.strip()], label


def _marked(row: Row) -> str:
    """A row's text; lists that stand beside each other are parted by a mark."""
    lists = len(row.cells) > 1 and all(_HARD.search(cell.text) for cell in row.cells)
    return ", ".join(cell.text for cell in row.cells) if lists else row.text


def _wraps(above: Row, row: Row, most: float) -> bool:
    return gap(above, row) <= most and (row.y > above.y or row.line.page != above.line.page)


def _whole(members: list[Row]) -> bool:
    """Whether every row is a list by itself: some row stops, at no mark, though the next one's first word had room."""
    middles = [row.x0 + row.x1 for row in members]
    centred = len(members) > 1 and max(middles) - min(middles) < 4 and members[0].x0 != members[1].x0
    ends = {id(row): row.x1 - row.x0 if centred else row.x1 for row in members}
    edge = max(ends.values(), default=0.0)
    return any(
        not row.text.endswith(_OPEN)
        and below.text[:1] not in _OPEN
        and below.cells[0].x0 < row.x1
        and ends[id(row)] + 0.6 * row.first.size + below.first.box.width < edge
        for row, below in pairwise(members)
        if row.line.page == below.line.page
    )


def _pitch(members: list[Row]) -> float:
    """The widest space between two lines of one list, in points: a paragraph begins after more."""
    gaps = [gap(a, b) for a, b in pairwise(members) if a.line.page == b.line.page and b.y > a.y]
    least = min(gaps, default=0.0)
    return min(least + 2.0, 0.9 * members[0].height)


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row is the second line of the item above it: under its words, not under its bullet."""
    return (
        above.bullet
        and not row.bullet
        and abs(above.x0 - row.x0) < 2
        and above.style[:2] == row.style[:2]
        and len(above.cells) == len(row.cells) == 1
        and _wraps(above, row, 0.9 * row.height)
    )


def _widest_space(rows: list[Row]) -> float:
    """The widest space inside a tag, of the size: a little more than is usual; where the spaces of all rows are of two
    widths, both wider than that, halfway between them."""
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


def split_list(text: str) -> list[str]:
    """The items of a list; marks within brackets part nothing."""
    text = _RATING.sub(" , ", text)
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\x00{len(held) - 1}\x01"

    masked = _BRACKET.sub(hold, text) if "(" in text else text
    items = []
    for part in _SEPARATORS.split(masked):
        item = _HELD.sub(lambda m: held[int(m.group(1))], part) if "\x00" in part else part
        item = _AND.sub("", item).strip(" .:–—-•*")
        if item and any(c.isalnum() for c in item):
            items.append(item)
    return items
