"""What parts a head and what stands in it besides names: marks, words before places, terms of employment."""

from __future__ import annotations

import re

from aiscreen.parsing.words.calendar import OPEN
from aiscreen.text import fold, vocabulary

FORMER = r"(?!\s*(?:previously|formerly|prev\b|former|earlier|before that|promoted|ex-|zuvor|vormals|früher|auparavant|précédemment|anteriormente|antes|eerder|voorheen|in precedenza)\b)"
"""What no mark parts from what stands before it: a title held earlier ("ML Engineer / previously Data Scientist")."""

STRONG = re.compile(
    rf"\s*[|•·‧∙⋅▪◦■]\s*{FORMER}|\s+[–—-]{{1,2}}\s+(?![^()]*\)){FORMER}|\s*[;]\s+{FORMER}|\s{{3,}}|,\s+(?=(?:the\s)?same\s\w)",
    re.IGNORECASE,
)

SAME = re.compile(
    r"(?:the )?same \w+|(?:ditto|idem|ibid\.?|ebenda|ebd\.)$|(?:gleiche|selbe|même|mism[ao]) \w+",
    re.IGNORECASE,
)
"""How people name the employer that they named before."""

SLASH = re.compile(rf"\s+/\s+{FORMER}", re.IGNORECASE)

COLON = re.compile(r":(?<=\w\w:)\s+")

WHERE = re.compile(
    r"^(?:city|country|location|place|town|ort|stadt|land|lieu|ville|pays|ciudad|país|localidad|cidade|città|paese|luogo|plaats):\s+(?=\S)",
    re.IGNORECASE,
)
"""What a form writes before a place."""

TOLD = re.compile(r"\(\w+(?: [^()]+)? (?:in|by|on|since|from|after|until)\s*$")
"""The begin of a bracket that tells what happened at a date ("promoted from analyst in 2020")."""

AT = re.compile(r"\s+(?:at|@|bei|chez|presso)\s+|\s*@\s+", re.IGNORECASE)

NAMES = re.compile(r"\s*[,|•·(]\s*|\s+(?:at|@|bei|chez|presso|[–—-])\s+")
"""What parts the names on a line, where none of them is to be kept whole."""

LEADING = re.compile(r"^(?:at|@|bei|chez|presso)\s+", re.IGNORECASE)

TRAILING = re.compile(r"\s+(?:at|@|bei|chez|presso)$", re.IGNORECASE)
"""The same where a change of style parts it from the employer ("Engineer at **Acme**")."""

STILL = frozenset(map(fold, OPEN))
"""What says that somebody is still employed."""

TERMS = frozenset(
    map(fold, re.split(r",\s*", "full-time, full time, part-time, part time, contract, contractor, freelance, permanent, temporary, self-employed,"
    " internship, apprenticeship, seasonal, vollzeit, teilzeit, festanstellung, temps plein, temps partiel, cdi, cdd, tiempo completo, jornada completa,"
    " media jornada, tempo integral, tempo pieno, voltijd, deeltijd"))
)  # fmt: skip
"""How somebody is employed: neither a company nor a title where a head has both."""

HOURS = TERMS - {"contract", "contractor", "freelance", "self-employed", "internship", "apprenticeship"}
"""Those that are neither an employer nor a position anywhere."""

LEARNING = vocabulary("internship apprenticeship traineeship praktikum stage alternance")
"""Positions of those who learn, as people call them without a title."""

_OFFICIAL = re.compile(
    r"(?:hours(?: (?:worked )?(?:per|a) week|/week)?|hrs(?: per |/)(?:week|wk)|(?:annual |base |starting |ending |current )?salary|pay(?: plan| rate| grade)?|series(?:(?:,| and| ?/) grade)?|grade(?: level)?|"
    r"supervisors?(?:['’]s)?(?: name| phone| contact)*|(?:okay|ok|may (?:we|i|you)|permission) (?:to )?contact[^:]{0,30}|may contact|appointment type|work schedule|reason for leaving|"
    r"employer['’]?s? (?:address|phone)|ctc|annual ctc|notice period)\s*:",
    re.IGNORECASE,
)
"""What forms of the government ask of a job, and that says nothing of what was done."""


def is_official(text: str) -> bool:
    """Whether a text begins with what forms ask."""
    return ":" in text and _OFFICIAL.match(text) is not None


SERVED = re.compile(
    r"^(?:(?:presently|currently|now|previously) )?(?:working|worked|serving|served|employed|engaged|designated|joined) as (?:an? |the )?(?=[A-Z])"
    r"|^(?:\d{1,2}(?:[.,]5)?\+? (?:years?|months?) )?as (?:an? |the )?(?=[A-Z])"
    r"|(?<=\w)\s+from$",
    re.IGNORECASE,
)
"""What stands around a title in a sentence without a subject ("Worked as Analyst from")."""

GUIDED = re.compile(
    r"[\s,;]+(?:(?:supervised|advised|mentored|guided) by|encadrée? par|betreut von) .*$", re.IGNORECASE
)
"""Who guided an intern, behind where that was."""

GRADE = re.compile(
    r"(?:^|[\s,(–—-]+)(?:GS|GG|GM|WG|WS|NF|NH|IA|CY|FV|FP|AD|SV|ZP)[- ]?\d{2,4}(?:[-/]\d{1,2}){0,2}\)?(?=$|[\s,;|])"
)
"""The series and grade behind a title ("Analyst (GS-0343-12)")."""

SMALL = vocabulary("of and for in the und der des für im de du d' et y e di da do del della")

BECAME = re.compile(r"\s*\([a-zß-ÿ]\S* \S+ \S+")
"""The begin of a bracket that tells what became of a job ("2020 - 2025 (acquired in June by ...)")."""

LEAD = re.compile(
    r"(?:^|(?<=, ))(?:earlier|before(?: (?:that|this))?|(?:current|present|previous|former)(?:ly)?|past|most recent(?:ly)?|last|prior(?: to (?:that|this))?|now|right now|today|at present|later|then|first|after that|"
    r"since then|(?:summer |student |side |part[- ]time )?(?:work|job)|vorher|davor|zuvor|derzeit|aktuell|früher|actuel|actual|anterior|avant|auparavant|actuellement|antes|ahora|prima|ora)\s*::?(?:\s+|$)"
    r"|^(?:[a-z']+ ){1,4}(?:jobs?|roles?|now|before|earlier|today|position)\s*::?(?:\s+|$)|^[QA]:(?:\s+|$)",
    re.IGNORECASE,
)
"""What leads to a job and is no part of its names ("Before that: Acme, Engineer")."""

_REMARK = re.compile(r"\s*\([^()]*\)[.,:]?\s*")


def without_remark(text: str, at: int) -> str:
    """A text without the bracket that is all that stands behind a place in it ("2020 - 2025 (sold in June)")."""
    return text[:at] if _REMARK.fullmatch(text, at) else text
