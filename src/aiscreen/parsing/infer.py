"""What a section without a telling heading holds, judged by its contents."""

from __future__ import annotations

import re

from aiscreen.models.resume import Section
from aiscreen.parsing.entry_words import LANGUAGE_NAMES, degree_in, names_school
from aiscreen.parsing.people_words import title_score
from aiscreen.parsing.rows import Row, gap

_PARTS = re.compile(r"\s*[,|•·(]\s*|\s+(?:at|–|—|-|@)\s+")
_LIST = re.compile(r"[,;|•·‧∙]")


def infer(rows: list[Row]) -> Section:
    """Work, education, languages, skills, or other, by dates, titles, schools and lists."""
    heads = [row for row in rows if not row.bullet and not row.prose]
    if not heads:
        return "other"
    ranges = sum(any(not d.single for _, found in row.found for d in found) for row in heads)
    titled = [
        row.count <= 14 and any(title_score(part) >= 1.5 for part in _PARTS.split(row.text)) for row in heads
    ]
    schools = sum(_of_school(row, title) for row, title in zip(heads, titled, strict=True))
    titles = sum(titled)
    if ranges and schools >= max(1, titles):
        return "education"
    if ranges and titles:
        return "work"
    tongues = sum(map(tongue, heads))
    if tongues >= 0.5 * len(heads) and len(rows) <= 8:
        return "languages"
    if not any(row.prose for row in rows) and not any(row.found for row in rows):
        lists = sum(
            len(_LIST.findall(row.text)) >= 2 or (len(row.cells) > 1) or row.count <= 3 for row in rows
        )
        if lists >= 0.7 * len(rows) and (
            len(rows) >= 2 or len(rows[0].cells) > 2 or len(_LIST.findall(rows[0].text)) >= 2
        ):
            return "skills"
    return "other"


def _is_entry(chunk: list[Row]) -> bool:
    """Whether a paragraph is a dated head and the bullets below it."""
    head = chunk[0]
    ranged = any(not d.single for _, found in head.found for d in found)
    return (
        len(chunk) > 1 and ranged and not head.bullet and not head.prose and all(r.bullet for r in chunk[1:])
    )


def _of_school(row: Row, titled: bool) -> bool:
    """Whether a row tells of study: a school with no job title beside it, or a degree."""
    degree = degree_in(row.text)
    if degree is not None and not row.text[degree[0] :].casefold().startswith("post"):
        return True
    return not titled and (degree is not None or names_school(row.text))


def tongue(row: Row) -> bool:
    """Whether a row names a human language."""
    return any(word.strip(",:()|•·").casefold() in LANGUAGE_NAMES for word in row.text.split())


def unheaded(rows: list[Row]) -> list[tuple[Section, list[Row]]]:
    """The parts of a résumé without headings, told by their contents paragraph by paragraph; first its header."""
    parts: list[tuple[Section, list[Row]]] = []
    for chunk in _paragraphs(rows):
        kind = infer(chunk)
        before = parts[-1][0] if parts else "header"
        if kind == "other" and all(row.prose for row in chunk) and sum(row.count for row in chunk) >= 8:
            kind = "summary" if before in ("header", "summary") else before
        elif kind == "other" and before in ("work", "education") and any(row.found for row in chunk):
            kind = before
        elif kind == "other" and _is_entry(chunk):
            kind = "work"
        elif (
            kind == "other"
            and before != "header"
            and len(_LIST.findall(chunk[0].text)) >= 3
            and len(chunk) <= 3
        ):
            kind = "skills"
        elif kind in ("other", "languages") or (kind == "skills" and before == "header"):
            kind = before if chunk[0].bullet or before == "header" else kind
        if parts and parts[-1][0] == kind:
            parts[-1][1].extend(chunk)
        else:
            parts.append((kind, list(chunk)))
    return parts


def _paragraphs(rows: list[Row]) -> list[list[Row]]:
    """Rows parted at white space; rows with a bullet stay with what stands above them."""
    found: list[list[Row]] = []
    for row in rows:
        if found and (row.bullet or gap(found[-1][-1], row) <= 0.6 * row.height):
            found[-1].append(row)
        else:
            found.append([row])
    return found
