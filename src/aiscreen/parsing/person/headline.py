"""The headline: what the candidate calls themself under the name, or in the first words of the summary."""

from __future__ import annotations

import re
from functools import lru_cache

from aiscreen.models.document import Word
from aiscreen.models.resume import Resume
from aiscreen.parsing.rows import Row, reach
from aiscreen.parsing.words.contact import EMAIL, LABELLED, NETWORK_NAMES, PERSONAL, TITLES, urls
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.heads import GRADE
from aiscreen.parsing.words.places import is_place, is_wide, place_score
from aiscreen.parsing.words.schools import degree_in
from aiscreen.parsing.words.titles import is_title, may_be_title, title_score
from aiscreen.text import count_digits, fold

_OPENING = re.compile(
    r"(?:(?:I am|I'm|As an?|An?|The)\s+)?(?P<title>[^,.;:]{4,60}?)(?=[,.;:]|\s+(?:with|who|between|whose|focused|focusing|specialis|specializ|from|in|at|on|based|mit|der|die|avec|qui|con|que|com|met|che)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,.;:]\s*|\s+(?:and|und|et|y|e|en|for|für|pour|para|with|turned|now|who)\s+")
_STORY = re.compile(
    r"^to\s|\b(?:turned|became|become|former|formerly|ex|for|für|pour|para|per|voor)\b", re.IGNORECASE
)
_BEHIND = re.compile(r"\s*[|•·–—]\s*|^\s*,\s*|\s+-\s+")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+/\s+|\.\s+(?=[+(\d]|\S+@)")
_PLACE_MARK = re.compile(r"\s*[,|•·]\s+|\s+/\s+|\s+[–—-]\s+|\s+(?:in|based in)\s+")
_LETTERS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z.]{1,9}(?:\s?\([A-Z][A-Za-z.]{1,12}\))?")
"""Letters behind a name ("MBChB", "MRCP")."""
_USER = re.compile(r"[\w.-]+")


def own_title(resume: Resume) -> str | None:
    """Without a headline: what the summary's first words call the candidate, where the sentence holds no other title
    ("Mechanical engineer for seven years, data scientist for four" tells a story), else the title of the current
    job, also where the summary says it in fewer words ("Engineer who ...")."""
    held = next((job.position for job in resume.work if job.current and job.position), None)
    if resume.basics.summary:
        text = resume.basics.summary[0].text
        opening = _OPENING.match(text)
        if opening and is_title(opening["title"]):
            rest = _CLAUSE.split(text[opening.end() :])
            if not _STORY.search(opening["title"]) and not any(is_title(part) for part in rest):
                said = opening["title"]
                return held if held and f" {fold(held)}".endswith(f" {fold(said)}") else said
    return held


def find_label(name: str, name_row: Row, header: list[Row]) -> str | None:
    """The headline: beside the name, else on one of the rows below it; with the row on which it goes on."""
    i = header.index(name_row)
    after = " | ".join(cell.text for cell in name_row.cells).partition(name or "\0")[2]
    pieces = [p.strip() for p in _BEHIND.split(after) if p.strip()]
    if pieces and not _is_contact(pieces[0]):
        more = _goes_on(pieces[0], name_row, header)
        if may_be_title(more):
            return _without_place(more)
    best: tuple[float, str, Row] | None = None
    below = [row for row in header[i + 1 : i + 8] if not _are_letters(row.text)]
    for order, row in enumerate(below + header[max(0, i - 2) : i]):
        if row.bullet or row.line.page != name_row.line.page:
            continue
        for text in _headline_texts(row):
            score = _headline_score(text, row, order, name)
            if score is not None and (best is None or score > best[0]):
                best = (score, text, row)
    if best is None:
        return None
    _, text, row = best
    whole = _goes_on(text, row, header) if row.text.endswith(text) else text
    if header.index(row) > i + 1 and row.text.startswith(text):
        whole = _begun_above(whole, header[header.index(row) - 1], header)
    return _without_place(whole.strip(" |•·–—-,"))


def _begun_above(text: str, above: Row, header: list[Row]) -> str:
    """A headline that begins in the row above the one in which it reads like a title."""
    if _is_contact(above.text) or is_place(above.text):
        return text
    whole = _goes_on(above.text, above, header)
    return whole if text in whole[len(above.text) :] else text


def _are_letters(text: str) -> bool:
    """Whether a text holds the degrees and memberships that stand behind a name, and nothing else ("MBChB, BSc, MRCEM")."""
    parts = [part for part in re.split(r"\s*[,|•·]\s*", text) if part]
    return len(parts) > 1 and all(map(_LETTERS.fullmatch, parts)) and any(map(degree_in, parts))


def _without_place(text: str) -> str:
    """A headline without the place behind it ("Data Engineer, Leeds", "Data Engineer — Leeds, UK")."""
    for match in _PLACE_MARK.finditer(text):
        if is_place(text[match.end() :]) and may_be_title(text[: match.start()]):
            return text[: match.start()]
    return text


def _headline_texts(row: Row) -> list[str]:
    """The parts of a row that could be a headline: its cells, or the row whole where none is contact matter."""
    cells = [cell.text for cell in row.cells]
    if len(cells) > 1 and not any(_is_contact(cell) or is_place(cell) for cell in cells):
        return [row.text]
    if any(map(_is_contact, cells)):
        cells = [part for cell in cells for part in _PARTS.split(cell)]
    return cells


def _headline_score(text: str, row: Row, order: int, name: str) -> float | None:
    if _is_contact(text) or fold(text) == fold(name) or is_place(text) or len(text) > 110:
        return None
    if row.count > 14:
        return None
    if ":" in text and name_of(text.partition(":")[0]) is not None:
        return None  # "Objective: to build ..."
    titled, near = title_score(text), order == 0
    if titled < 1 and "," in text and is_wide(text.rpartition(", ")[2]):
        return None  # a town that nobody listed, and its country
    if row.prose and (text.endswith((".", " the", " be", " of", " and", " der", " in")) or row.count > 9):
        return None
    if titled < 1 and place_score(text) > 0.5:
        return None  # a town that nobody listed, before its country
    if titled < 1 and not (near and not row.prose and 1 < len(text.split()) <= 9 and text[:1].isupper()):
        return None
    return min(2.0, titled) + (1.2 if near else 0.0) - 0.15 * order


def _goes_on(text: str, row: Row, header: list[Row]) -> str:
    """A headline with the words of the next row, where those look the same and are no contact matter."""
    i = header.index(row)
    if i + 1 >= len(header):
        return text
    below, last = header[i + 1], row.cells[-1].words[-1]
    most = 1.0 if text.endswith((",", "&", "/", "-")) else 0.5  # it stops where nothing ends
    near = (
        below.line.page == row.line.page
        and -0.4 * last.size <= below.box.top - row.box.bottom < most * last.size
    )
    more = " ".join(word.text for word in same_style(below, last))
    body = header[i + 2].first if i + 2 < len(header) else None
    distinct = body is None or abs(body.size - last.size) > 0.6 or body.color != last.color
    full = reach(row, below) > max(r.x1 for r in header if abs(r.x0 - row.x0) < 20)
    if (
        not near
        or not more
        or more != below.text
        or not (distinct or full)
        or _is_contact(more)
        or is_place(more)
    ):
        return text
    if len(more.split()) > 5 or (more[0].islower() and _USER.fullmatch(more)):
        return text
    return _goes_on(f"{text} {more}", below, header)


def same_style(row: Row, model: Word) -> list[Word]:
    """The words with which a row starts that look like `model`."""
    found: list[Word] = []
    for word in (word for cell in row.cells for word in cell.words):
        if abs(word.size - model.size) > 0.6 or word.color != model.color or word.bold != model.bold:
            break
        found.append(word)
    return found


@lru_cache(maxsize=256)
def _is_contact(text: str) -> bool:
    """Whether a text is contact matter: an address, a number, a link, a label."""
    if ("@" in text and EMAIL.search(text)) or next(urls(text), None):
        return True
    if LABELLED.match(text) or PERSONAL.search(text):
        return True
    if count_digits(GRADE.sub("", text)) >= 5 or fold(text).strip() in NETWORK_NAMES:
        return True
    return name_of(text) is not None or bool(TITLES.fullmatch(text))
