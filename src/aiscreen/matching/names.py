"""Names that are not skills here: people, employers, and acronyms spelt out as something else."""

from __future__ import annotations

import re
from typing import Any

from aiscreen.matching.context import NOUNS
from aiscreen.matching.scan import SKILL, Spot
from aiscreen.text import vocabulary

_PEOPLE = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|professor|sir|madam|contact|mentor|manager|supervisor|referee|name|named|called)\.?"
    r"|\b(?:worked|working|collaborated|paired|partnered|liaised|met|spoke|together)\s+(?:closely\s+)?with"
    r"|\b(?:reporting|reported|reports|thanks|sold)\s+to|\b(?:mentored|managed|supervised|led|taught|hired|guided)(?:\s+by)?)\s*$"
)
_COMPANY_BEFORE = re.compile(
    r"\b(?:at|joined|join|client|clients|customer|customers|employer|company|acquired\s+by|partner|partners|for\s+client|competitors?)"
    r"\s*[:\-]?\s*$"
)
_COMPANY_AFTER = re.compile(
    r"\s*,?\s*(?:inc|llc|ltd|limited|corp|corporation|gmbh|pvt|private|plc|india|s\.a|employees?|office|headquarters|hq"
    r"|is\s+an?|was\s+acquired|acquisition|interview|internship|intern|colleagues|recruiter|summit|stock)\b"
)


# What the last word before a name may be for these to match: a look at one word saves most of the searches.
_PEOPLE_WORDS = vocabulary(
    "dr mr mrs ms prof professor sir madam contact mentor manager supervisor referee name named called "
    "with to by mentored managed supervised led taught hired guided"
)
_COMPANY_WORDS = vocabulary(
    "at joined join client clients customer customers employer company by partner partners competitor "
    "competitors"
)
_SURNAME = re.compile(r"\s+([A-Z][a-z]+|[A-Z]\.)(?=[\s,.;)]|$)")
# "Claude, our French colleague".
_APPOSED = re.compile(
    r"\s*,\s+(?:my|our|his|her|their|the|an?)\s+(?:[\w-]+\s+){0,3}?(?:boss|brother|coach|colleague|cousin|director|founder|friend"
    r"|husband|manager|mentor|neighbou?r|partner|professor|referee|sister|supervisor|teacher|teammate|trainer|tutor|wife)\b"
)
_FORENAME = re.compile(r"[a-z,]\s+[A-Z][a-z]+\s+$")

_SPELT_BEFORE = re.compile(r"((?:[A-Za-z][\w-]*[ /-]+(?:(?:of|and|for|the|in) )?){1,7})\($")
_SPELT_AFTER = re.compile(r" \(([A-Za-z][\w /-]{6,80})\)")
"""An acronym spelt out before its brackets, or in brackets behind it."""


def named_person(spot: Spot, *, surname: bool) -> bool:
    """Whether a name is a person's: a title or a verb of dealing with people before it, a surname after it.

    Names of skills beside it are no surnames. Without `surname`, what follows is not looked at.
    """
    normal, candidate = spot.normal, spot.candidate
    cased, first = normal.cased, candidate.first
    start, end = candidate.start, candidate.end
    before = cased[max(0, start - 40) : start]
    if first and normal.tokens[first - 1] in _PEOPLE_WORDS and _PEOPLE.search(before.lower()):
        return True
    if _APPOSED.match(normal.lower, end):
        return True
    if surname and normal.gaps[candidate.last][:1].isspace():
        after = _SURNAME.match(cased[end : end + 30])
        if after and after[1].lower() not in NOUNS and not spot.leads_to_name:
            return True
    if spot.follows_name:
        return False
    named = first > 0 and cased[normal.start(first - 1)].isupper() and _FORENAME.search(before)
    return bool(named) and not before.rstrip().endswith(",")


def named_company(spot: Spot) -> bool:
    """Whether a name is an employer's or a client's."""
    normal, candidate = spot.normal, spot.candidate
    tokens, first, last = normal.tokens, candidate.first, candidate.last
    start, end = candidate.start, candidate.end
    if (
        first
        and tokens[first - 1] in _COMPANY_WORDS
        and _COMPANY_BEFORE.search(normal.lower, start - 24 if start > 24 else 0, start)
    ):
        return True
    return last < len(tokens) and _COMPANY_AFTER.match(normal.lower[end : end + 24]) is not None


def stands_for_else(entry: Any, spot: Spot, ends: dict[str, Any]) -> bool:
    """Whether an acronym is spelt out beside it as something else: "Master Patient Index (MPI)", "LAMP (Learning
    Assessment Model Project)"."""
    normal, candidate, surface = spot.normal, spot.candidate, spot.surface
    if not surface.isupper() or not 2 <= len(surface) <= 6:
        return False
    left = normal.cased[max(0, candidate.start - 90) : candidate.start]
    before = _SPELT_BEFORE.search(left) if "(" in left[-2:] else None
    after = _SPELT_AFTER.match(normal.cased, candidate.end, candidate.end + 90)
    for match in (before, after):
        if match is None:
            continue
        words = [
            word
            for word in re.findall(r"[A-Za-z]\w*", match[1])
            if word.lower() not in ("of", "and", "for", "the", "in")
        ]
        words = words[-len(surface) :] if match is before else words
        if "".join(word[0] for word in words).upper() == surface:
            known = ends.get("".join(words).lower(), ()) or ends.get(
                "".join(words).lower().removesuffix("s"), ()
            )
            return all(entry[SKILL] != other[SKILL] for other in known)
    return False
