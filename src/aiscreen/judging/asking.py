"""What an advert asks of the applicant, clause by clause, and how: required, wished for, named as part of the work, or
not at all, as what it tells of the company, its product, its customers and its benefits.

The heading that a clause stands under speaks first. A list under "what you bring" is asked for whatever its words;
prose is asked for only where it speaks to the applicant, and never where it speaks of other people's work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from aiscreen.judging.headings import HEADINGS, WISHED

_BULLET = re.compile(r"(?:[-–—*+•·◦▪►●○➢→»‣✓✔✅➕o]|\(?[a-z\d]{1,2}[.)])\s+")
_TITLE_LENGTH = 80
_HEADING_WORDS = 9
_SECTIONS = ("wished", "aside", "required", "named", "about")
"""What headings announce; where one could mean several, the first of these."""
_GOES_ON = re.compile(r"(?::|\b(?:if|have|has|know|of|you|to|with|also|will|are|like|used|who|for))$")
"""How a heading ends that its list goes on with; files do not always keep a list's bullets."""
_APOSTROPHE = re.compile("['’]")
_RUN_IN = re.compile(r"([^.!?:;,]{3,40})(?:[.:?]\s+)(?=\S)")
"""A heading that its text follows on the same line: "Who you are. You have ...", "Benefits: ..."."""

_CLAUSE = re.compile(
    r"(?<=[.!?])\s+(?=(?-i:[^\W\da-z_]))|;\s+|,?\s+but\s+(?=you|your|we|our|the\s)|\s*\((?=(?:they|who|whose|run by|owned by)\b)"
    r"|(?<=\w)\)(?=[,.]?\s)|,?\s+(?=(?:preferably|ideally|optionally|even better|bonus points)\b)",
    re.IGNORECASE,
)
_TO_YOU = re.compile(
    r"\b(?:you|your|you['’]\w+|candidates?|applicants?|looking for|seeking|hiring|someone (?:who|with)"
    r"|somebody (?:who|with)|(?:experience|experienced|familiarity|familiar|proficien\w+|knowledge|expertise|fluen\w+|background)"
    r" (?:of|with|in|working)|must|required|skills?)\b",
    re.IGNORECASE,
)
_YOU_THERE = re.compile(
    r"(?:^\W*|[,:(–—-]\s*|\b(?:if|and|where|when|then|so|here|that|role|team)\b,? )(?:you|you['’]\w+|your)\b(?! (?:may|might|probably|can) (?:already )?know\b)"
    r"|\b(?:looking for|seeking|hiring|someone (?:who|with)|somebody (?:who|with)|candidates?|applicants?|must have|required"
    r"|(?:experience|experienced|proficien\w+|fluen\w+) (?:with|in|of|working))\b",
    re.IGNORECASE,
)
"""The same in what is told of the company: there "names that you know" and "shows you watched" ask for nothing."""
_ABOUT_US = re.compile(
    r"\bso (?:that )?you know\b|\b(?:know|heard|read|seen|tried) (?:us|our|of us|about us)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"^(?:\W*(?:yes|today|while|whereas|meanwhile|and|half|some of|most of|many of|each of|all of)\b,?\s*)?(?:the |an? |all |some |many |other |most |training |your )?"
    r"(?:they\b|who\b|whose\b|which\b|(?:run|owned|backed|founded|trusted|used|built|led|funded) (?:by|in|at)\b"
    r"|(?:legacy|payroll|hr|sales|finance|accounting|project tracking|planning|chat|documents?|tickets|every desk|laptops?) "
    r"|(?:\w+[- ]){0,3}(?:customers?|clients?|users?|editors?|partners?|investors?|founders?|competitors?|vendors?|suppliers?"
    r"|colleagues|chemists|designers|analysts|researchers|accountants|salespeople"
    r"|neighbou?ring teams?|sister teams?|other teams?|(?:product|platform|mobile|web|data|sales|finance|backend|frontend|mainframe|hpc|another) team) "
    r"(?!(?:you|we)\b)(?:['’]\w+ )?\w+)",
    re.IGNORECASE,
)
_US = re.compile(
    r"^\W*(?:(?:yes|today|while|so|and|half|here|now|in \d{4}|last \w+|this \w+|currently|since \d{4}),? )*(?:of )?"
    r"(?:we\b(?!(?: are|['’]re)? (?:looking|seek|need|want|expect|require|ask|hir|hope|would))|our\b|us\b|the (?:company|firm|product|platform|bank|trust|group|system|app|business|client)\b|it\b|its\b)",
    re.IGNORECASE,
)
_NOT_YOURS = re.compile(
    r"\b(?:you(?:['’]ll| will| would|['’]d)? (?:won['’]t|will not|not|never|don['’]t|do not|needn['’]t|need not|wouldn['’]t|aren['’]t)\b"
    r"(?! only| just| be alone| be afraid| mind| need a| have to have)"
    r"|you(?:['’]d| would|['’]ll| will) (?:write|touch|use|need|do) (?:neither|none)"
    r"|(?:isn['’]t|is not|aren['’]t|are not|not) (?:your|yours|part of)\b|(?:those|these|they|that|it|both) belongs? to"
    r"|(?:looked after|supported|owned|run|maintained|written|handled|covered) by (?:another|other|the|their|a|an|our|\d+)\b"
    r"|(?:team|teams|colleagues|vendor|else) (?:has|have|looks?|takes?|runs?|owns?|keeps?|maintains?) (?:after |care of |over )?(?:that|those|it|them|these)\b|(?:engineers|people|scientists) don['’]t\b)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^\W*(?:(?:yes|no|and|on this \w+|in this \w+|here),? ?(?:though,? )?)*(?:those|these|that|they|both|none|neither|it"
    r"|(?:an)?other teams?|somebody else|someone else)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\b(?:either|neither|any|them|those|these|none|of it)\W*$|\btheir\b", re.IGNORECASE)
"""What points back at the clause before."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A clause of a line, from `start` to `end`, and how it asks: required, wished, named, or "" for not at all."""

    start: int
    end: int
    manner: str


def askings(lines: list[str], names: Callable[[str], bool]) -> Iterator[tuple[str, list[Asking]]]:
    """Each line of an advert, without its bullet, with its clauses. The title asks for all it names. A
    line that `names` a skill is an item of a list that lost its bullet rather than a heading."""
    under = "about"
    for index, line in enumerate(lines):
        bullet = _BULLET.match(line) is not None
        line, body = _BULLET.sub("", line, count=1) if bullet else line, 0
        if not index and is_title(line):
            yield line, [Asking(0, len(line), "named")]
            continue
        listing = index + 1 < len(lines) and _BULLET.match(lines[index + 1]) is not None
        if not bullet and _is_heading(line, listing) and (line.endswith(":") or not names(line)):
            under = _section(line, under)
            yield line, [Asking(0, len(line), "" if under in ("aside", "about") else under)]
            continue
        run_in = _RUN_IN.match(line, body)
        if run_in and len(run_in[1].split()) <= 5 and (section := _section(run_in[1], "")):
            if bullet:
                section = section if section == "wished" else under
                yield line, _clauses(line, body, section, listed=True)
                continue
            under, body = section, run_in.end()
        yield (
            line,
            _clauses(line, body, under, listed=bullet or len(line.split()) <= 8 or line[-1] not in ".!?"),
        )


def is_title(line: str) -> bool:
    """Whether the first line of an advert is its title; some begin with their text."""
    return len(line) <= _TITLE_LENGTH


def _is_heading(line: str, listing: bool) -> bool:
    """Whether a line is short and ends no sentence; a longer one may stand over a list."""
    listing = listing or _GOES_ON.search(line) is not None
    return line[-1] not in ".!;," and len(line.split()) <= _HEADING_WORDS * (2 if listing else 1)


def _section(heading: str, otherwise: str) -> str:
    """What a heading announces."""
    if heading.strip(" :").lower() == "you":
        return "required"
    found = HEADINGS.labels(_APOSTROPHE.sub(" ", heading))
    return next((label for label in _SECTIONS if label in found), otherwise)


def _clauses(line: str, body: int, under: str, *, listed: bool) -> list[Asking]:
    """The clauses of a line with how each asks."""
    cuts = [body, *(m.end() for m in _CLAUSE.finditer(line, body)), len(line)]
    spans = [(low, high) for low, high in pairwise(cuts) if high > low]
    manners = [_manner(line[low:high], under, listed=listed) for low, high in spans]
    for at, (low, high) in enumerate(spans):
        clause = line[low:high]
        if under not in ("required", "wished") and _NOT_YOURS.search(clause):
            manners[at] = ""
            if at and (_BACK.match(clause) or _EITHER.search(clause)):
                manners[at - 1] = ""
    return [Asking(low, high, manner) for (low, high), manner in zip(spans, manners, strict=True)]


def _manner(clause: str, under: str, *, listed: bool) -> str:
    """How one clause asks, under a heading."""
    if under == "aside" or (
        _OTHERS.match(clause) and not (listed and under in ("required", "wished", "named"))
    ):
        return ""
    own = WISHED.labels(_APOSTROPHE.sub(" ", clause))
    manner = "wished" if "wished" in own else "required" if "required" in own else ""
    if under == "wished":
        return "wished"
    if under == "required":
        return "wished" if manner == "wished" else "required"
    addressed = _TO_YOU if under == "named" else _YOU_THERE
    to_you = addressed.search(clause) is not None and not _ABOUT_US.search(clause)
    if under == "named":
        if not listed and not to_you and (_US.match(clause) or _ABOUT_US.search(clause)):
            return ""
        return manner or "named"
    return (manner or "named") if to_you and not _US.match(clause) else ""
