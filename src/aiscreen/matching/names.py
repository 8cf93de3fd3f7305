"""Names that are not skills here: people, employers, and acronyms spelt out as something else."""

from __future__ import annotations

import re
from typing import Any

from aiscreen.matching.context import NOUNS
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import Candidate

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


def named_person(
    normal: Normal, candidate: Candidate, others: list[Candidate], place: int, *, surname: bool
) -> bool:
    """Whether a name is a person's: a title or a verb of dealing with people before it, a surname after it.

    Names of skills beside it are no surnames. Without `surname`, what follows is not looked at.
    """
    cased = normal.cased
    start, end = candidate.start, candidate.end
    before = cased[max(0, start - 40) : start]
    if _PEOPLE.search(before.lower()):
        return True
    after = re.match(r"\s+([A-Z][a-z]+|[A-Z]\.)(?=[\s,.;)]|$)", cased[end : end + 30])
    follows = place + 1 < len(others) and others[place + 1].first == candidate.last
    if surname and after and after[1].lower() not in NOUNS and not follows:
        return True
    if place and others[place - 1].last == candidate.first:
        return False
    return re.search(r"[a-z,]\s+[A-Z][a-z]+\s+$", before) is not None and not before.rstrip().endswith(",")


def named_company(normal: Normal, start: int, end: int) -> bool:
    """Whether a name is an employer's or a client's."""
    return bool(
        _COMPANY_BEFORE.search(normal.lower[max(0, start - 24) : start])
        or _COMPANY_AFTER.match(normal.lower[end : end + 24])
    )


def stands_for_else(entry: Any, candidate: Candidate, normal: Normal, ends: dict[str, Any]) -> bool:
    """Whether an acronym is spelt out beside it as something else: "Master Patient Index (MPI)", "LAMP (Learning
    Assessment Model Project)"."""
    surface = normal.cased[candidate.start : candidate.end]
    if entry[1] != 1 or not surface.isupper() or not 2 <= len(surface) <= 6:
        return False
    before = re.search(
        r"((?:[A-Za-z][\w-]*[ /-]+(?:(?:of|and|for|the|in) )?){1,7})\($",
        normal.cased[max(0, candidate.start - 90) : candidate.start],
    )
    after = re.match(r" \(([A-Za-z][\w /-]{6,80})\)", normal.cased[candidate.end : candidate.end + 90])
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
            return all(entry[0] != other[0] for other in known)
    return False
