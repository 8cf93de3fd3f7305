"""What a section without a telling heading holds, judged by its contents."""

from __future__ import annotations

import re
from typing import cast

from aiscreen.models.resume import Section
from aiscreen.parsing.education.studies import is_study
from aiscreen.parsing.entries.signs import titled
from aiscreen.parsing.rows import Row, is_apart
from aiscreen.parsing.rows.passages import sentences
from aiscreen.parsing.words.contact import CONTACT_LABELS
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.headings import key
from aiscreen.parsing.words.schools import LANGUAGE_NAMES, degree_in, names_school

_LIST = re.compile(r"[,;|•·‧∙]")
_SAYS = re.compile(r"[\s,]*(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e)\b")
"""How a sentence goes on behind its dates."""
_HEAD = 24
_TITLED = 18
"""Words in the head of a job, at the most; in one that is told by its title."""
_MANY, _SHORT = 5, 3
"""Names that make a list, at the least, and the words of each, at the most."""
_LABEL = 40
"""Characters in which a row names its section."""


def infer(rows: list[Row]) -> Section:
    """Work, education, languages, skills, or other, by dates, titles, schools and lists."""
    if any(row.told is not None for row in rows):
        return "work"
    heads = [row for row in rows if not row.bullet and not row.prose]
    if not heads:
        return "other"
    ranges = sum(row.ranged for row in heads)
    jobs = [row.count <= _TITLED and titled(row) for row in heads]
    schools = sum(_of_school(row, job) for row, job in zip(heads, jobs, strict=True))
    titles = sum(jobs)
    if ranges and schools >= max(1, titles) and not (schools == titles and jobs[0]):
        return "education"
    if ranges and titles:
        return "work"
    if all(map(is_study, heads)):
        return "education"
    if any(row.prose or len(sentences(row.text)) > 1 for row in rows):
        return "other"
    tongues = sum(map(tongue, heads))
    if tongues >= 0.5 * len(heads) and len(rows) <= 8:
        return "languages"
    if not any(row.found for row in rows):
        lists = sum(
            len(_LIST.findall(row.text)) >= 2 or (len(row.cells) > 1) or row.count <= 3 for row in rows
        )
        if lists >= 0.7 * len(rows) and (
            len(rows) >= 2 or len(rows[0].cells) > 2 or len(_LIST.findall(rows[0].text)) >= 2
        ):
            return "skills"
    return "other"


def _of_school(row: Row, titled: bool) -> bool:
    """Whether a row tells of study: a school with no job title beside it, or a degree."""
    degree = degree_in(row.text)
    if degree is not None and not row.text[degree[0] :].casefold().startswith("post"):
        return True
    return not titled and (degree is not None or names_school(row.text))


def tongue(row: Row) -> bool:
    """Whether a row names a human language."""
    return any(word.strip(",:()|•·").casefold() in LANGUAGE_NAMES for word in row.text.split())


def unheaded(rows: list[Row], above: Section = "header") -> list[tuple[Section, list[Row]]]:
    """The parts of a text without headings, told by their contents paragraph by paragraph; `above` is the kind of what
    stands before it."""
    parts: list[tuple[Section, list[Row]]] = []
    for chunk in paragraphs(rows):
        before = parts[-1][0] if parts else above
        kind = named(chunk[0]) or _kind(chunk, before)
        if (
            parts
            and kind == "work"
            and before == "other"
            and len(parts[-1][1]) == 1
            and _is_name(parts[-1][1][0])
        ):
            chunk = [*parts.pop()[1], *chunk]  # a company above its first position
        if parts and parts[-1][0] == kind:
            parts[-1][1].extend(chunk)
        else:
            parts.append((kind, list(chunk)))
    return parts


def _kind(chunk: list[Row], before: Section) -> Section:
    """What a paragraph holds, by its contents and by what the one before it held."""
    heads_table = chunk[0].caps and ("|" in chunk[0].text or len(chunk[0].cells) > 2)
    if len(chunk) == 1 and before != "header" and heads_table:
        return before
    kind = infer(chunk)
    if kind in ("other", "skills") and opens_job(chunk):
        return "work"
    said = any(row.bullet or row.prose for row in chunk)
    if kind == "other" and all(row.prose for row in chunk) and sum(row.count for row in chunk) >= 8:
        return "summary" if before in ("header", "summary") else before
    if kind == "other" and before in ("work", "education") and any(row.found for row in chunk):
        return before
    if kind == "other" and before == "work" and said:
        return before
    first = chunk[0].text
    listed = len(_LIST.findall(first)) >= 3 and len(chunk) <= 3 and len(sentences(first)) == 1
    if kind == "other" and before != "header" and listed:
        return "skills"
    if kind in ("other", "languages") or (kind == "skills" and before == "header"):
        return before if chunk[0].bullet or before == "header" else kind
    return kind


def lists_names(row: Row) -> bool:
    """Whether a row lists names and tells nothing of them: five or more between commas, of at most three words each, or
    five or more words that all have capitals ("C++ CUDA Python PyTorch vLLM")."""
    if row.bullet or row.found:
        return False
    begin, stop = sentences(row.text)[0]
    first = row.text[begin:stop]
    names = [name.split() for name in _LIST.split(first)]
    if len(names) >= _MANY:
        return all(len(name) <= _SHORT for name in names)
    words = first.split()
    return (
        len(row.cells) == len(names) == 1
        and len(words) >= _MANY
        and all(word != word.lower() for word in words)
        and not first.isupper()
    )


def opens_job(chunk: list[Row]) -> bool:
    """Whether a paragraph is a dated head with what was done below it, or begins with a range of dates."""
    if chunk[0].told is not None:
        return True
    head, *below = chunk[1:] if len(chunk) > 1 and _is_name(chunk[0]) and not chunk[0].found else chunk
    if head.bullet or head.count > _HEAD:
        return False
    ranges = [dates for _, found in head.found for dates in found if not dates.single]
    if ranges and _SAYS.match(head.text, ranges[0].stop):
        return False
    if not ranges or _of_school(head, titled=False):
        return False
    if ranges[0].begin <= 1 and head.cells[0] is head.found[0][0] and head.count > 2:
        return True
    said = [row for row in below if row.bullet or row.prose or row.x0 > head.x0 + 3]
    return not head.prose and len(said) >= max(1, len(below) // 2) and sum(row.count for row in said) >= 5


def _is_name(row: Row) -> bool:
    return not row.bullet and not row.prose and row.count <= 8


def named(row: Row) -> Section | None:
    """The section that a row names before a colon or in its first cell ("Tools: Go, R"), where it is the row's own."""
    if row.bullet or (":" not in row.text[:_LABEL] and len(row.cells) != 2):
        return None
    label, _, rest = row.text.partition(":")
    if not rest:
        label, rest = row.cells[0].text, row.cells[-1].text
        if name_of(rest) is not None:
            return None  # two headings
    found = name_of(label) if key(label) not in CONTACT_LABELS else None
    if found is None or not rest.strip() or found[0] == "header":
        return None
    if found[0] == "open-source" and len(_LIST.findall(rest)) > 2 and "." not in rest:
        return "skills"  # "Code: Go, R, SQL"
    return cast(Section, found[0])


def paragraphs(rows: list[Row]) -> list[list[Row]]:
    """Rows parted at white space and before rows that name their section; rows with a bullet stay with what stands
    above them."""
    found: list[list[Row]] = []
    for row in rows:
        close = found and (row.bullet or not is_apart(found[-1][-1], row))
        if close and not named(row):
            found[-1].append(row)
        else:
            found.append([row])
    return found
