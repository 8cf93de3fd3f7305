"""Jobs as people state them without a subject: "Working as Engineer at Acme from Jun 2021 to till date", "Presently
associated with Acme as Lead since 2019", "Jan 2016 to Mar 2018: worked with Acme as Analyst"."""

from __future__ import annotations

import re

from aiscreen.parsing.dates import Dates, find
from aiscreen.parsing.rows import Told, ends_sentence
from aiscreen.parsing.rows.passages import join
from aiscreen.parsing.words.calendar import MONTHS, RANGE_WORDS
from aiscreen.parsing.words.names import SMALL, WORD
from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.titles import title_score
from aiscreen.text import either, fold

_WHEN = r"(?:(?:at )?present(?:ly)?|current(?:ly)?|now|previous(?:ly)?|earlier|formerly|recently|initially|(?:before|prior to) (?:that|this))"
_OPENS = re.compile(
    rf"(?:{_WHEN}[,:]?\s+)?(?:I\s+)?(?:(?:am|was|is|have|has|had|having|been)\s+){{0,2}}(?:{_WHEN}\s+)?"
    r"(?:working|worked|employed|engaged|associated|serving|served|designated|joined|deputed)\b(?=\s+(?:as|with|at|in|for|by|to|under|(?-i:[A-ZÀ-Þ])))",
    re.IGNORECASE,
)
"""How a sentence begins that states a job."""
_TITLE = re.compile(
    r"\b(?:as|in the (?:position|capacity|role) of)\s+(?:an?\s|the\s)?[\"“'‘]?(?P<title>[^,;:()\"“”]{3,70}?)[\"”'’]?"
    r"(?=\s+(?:at|with|for|in|from|since|under|on|to|and|where|till|during)\b|\s+[–—-]\s|\s*[,;:()|]|(?<!\bSr)(?<!\bJr)(?<!\bAsst)(?<!\bDy)\.(?:\s|$)|$)",
    re.IGNORECASE,
)
_NAME = (
    rf"(?:M/[sS]\.?\s?)?(?:the\s)?(?P<name>{WORD}(?:\s(?:(?:{SMALL}|-)\s){{0,2}}{WORD}|\s\([A-Z][\w .]+\))*)"
)
_EMPLOYERS = [
    re.compile(rf"\b(?i:{lead})\s+{_NAME}")
    for lead in ("at|joined|employed by|payrolls? of", "with", "in", "for|by|to|under")
]
"""What stands before an employer's name, the surest first."""
_BEHIND = re.compile(
    r"[.,]?\s*[,(–-]?\s*(?P<place>[A-ZÀ-Þ][^,;:().|]{1,30}?(?:,\s[A-ZÀ-Þ][^,;:().|]{1,30}?)??)"
    r"(?=\s+(?:as|from|since|to|till|on|during|between|for)\b|\s*[;:(|)]|[.,](?:\s|$)|\s+[–-]\s|\s*$)"
)
_JOINED = re.compile(r"(?:I\s+)?joined\b", re.IGNORECASE)
_OPEN = re.compile(
    rf"(?:[,(–—-]|\b(?:{either([*RANGE_WORDS, *MONTHS])}|from|since|between|with|at|in|as|and|of|for|the))\.?$",
    re.IGNORECASE,
)
"""How a line ends within such a sentence."""
_TAIL = " ).,;"
"""What may stand behind it."""
_MOST = 40
"""Words in such a sentence, at the most; without a title."""
_BARE = 18


def employed(lines: list[str]) -> tuple[Told, int] | None:
    """The job that some lines state at their start, and where in the text of them all its sentence stops."""
    for count in range(1, len(lines) + 1):
        text = join(lines[:count])
        if count == 1 and not _may_open(text):
            return None
        below = lines[count] if count < len(lines) else ""
        if below and _OPEN.search(text.rstrip()):
            continue
        told = _stated(text)
        if told is not None and not (below[:1].islower() and not ends_sentence(text)):
            return told
    return None


def _may_open(text: str) -> bool:
    """Whether a line begins as such a sentence does, perhaps behind its dates."""
    if _OPENS.match(text):
        return True
    dates = next(iter(find(text)), None)
    return (
        dates is not None
        and dates.begin < 8
        and _OPENS.match(text[dates.stop :].lstrip(" :,)–—-")) is not None
    )


def _stated(text: str) -> tuple[Told, int] | None:
    found = find(text)
    dates = next((span for span in found if not span.single and span.start), None)
    if dates is None and found and _JOINED.match(text):
        dates = Dates(found[0].begin, found[0].stop, found[0].start, None, current=True)
    if dates is None:
        return None
    bare = f"{text[: dates.begin]}{'|' * (dates.stop - dates.begin)}{text[dates.stop :]}"
    title, at = _title(bare)
    name, place, stop = _employer(bare)
    end = max(dates.stop, at, stop)
    end += len(text[end:]) - len(text[end:].lstrip(_TAIL))
    words = text[:end].split()
    if name is None or len(words) > (_MOST if title else _BARE):
        return None
    if title is None and text[end:] and not text[:end].rstrip().endswith("."):
        return None
    return Told(name, title, dates, place), end


def _title(text: str) -> tuple[str | None, int]:
    for match in _TITLE.finditer(text):
        score = title_score(match["title"])
        if score >= 0.8 or (match["title"][0].isupper() and score > -0.5 and not is_place(match["title"])):
            return match["title"].strip(), match.end()
    return None, 0


def _employer(text: str) -> tuple[str | None, str | None, int]:
    """The employer's name, the place behind it, and where these stop."""
    for pattern in _EMPLOYERS:
        for match in pattern.finditer(text):
            name = match["name"]
            name = name.rstrip(".") if ends_sentence(name) else name
            if name.isdigit() or find(name) or is_place(name) or fold(name) in MONTHS:
                continue
            behind = _BEHIND.match(text, match.end("name"))
            if behind and is_place(behind["place"]):
                return name, behind["place"], behind.end()
            return name, None, match.end("name")
    return None, None, 0
