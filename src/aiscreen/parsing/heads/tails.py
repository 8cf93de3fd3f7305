"""Places at the end of a name: "Acme, Berlin", "Acme (Berlin)"."""

from __future__ import annotations

import re

from aiscreen.parsing.heads.segments import Segment
from aiscreen.parsing.words.heads import FORMER
from aiscreen.parsing.words.places import is_place, is_wide, place_score
from aiscreen.parsing.words.titles import ORGANISATIONS, may_be_title, title_score, words
from aiscreen.text import vocabulary

COMMA = re.compile(
    rf"\s*,\s+{FORMER}(?!(?:inc|ltd|llc|llp|gmbh|s\.a|b\.v|n\.v|plc|pty|co|corp|ag|ltda|spa|s\.p\.a|oy|jr|sr|ii|iii)\b(?!-))(?![^()]*\))",
    re.IGNORECASE,
)
"""A comma that parts names: before no legal form, and not within brackets."""
_LEGAL = vocabulary(
    "s.p.a s.r.l s.a s.l b.v n.v ltda lda inc llc ltd limited gmbh ag kg se sa sas sarl srl spa bv nv ab as oy plc llp pvt corp corporation kft zrt nyrt d.o.o doo a.s s.r.o sro sp.k o.o aps oyj eood ood gbr ohg ug eirl ltée"
)
"""How companies say what they are before the law."""
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+/\S*$")
IN_TOWN = re.compile(r"(?:^|\s)(?:à|in|en|em|a|te)\s(?=[A-ZÀ-Þ])")
"""What stands before the town of a company ("Alloc Network in München")."""
BRACKET = re.compile(r"\s*\(([^()]{2,40})\)$")
"""What stands in brackets at a text's end."""


def at_commas(text: str) -> list[str]:
    """A text in the parts between its commas."""
    return COMMA.split(text) if "," in text else [text]


def may_be_place(text: str) -> bool:
    """Whether a text may be a place that nobody listed: it holds words of neither titles nor organisations."""
    return title_score(text) <= 0 and ORGANISATIONS.isdisjoint(words(text))


def place_tail(text: str, alone: bool) -> str:
    """The place with which a text ends, with the comma or bracket before it; empty where there is none. `alone`
    means that the text must hold the company too: of "Engineer, Acme, Singapore" only the end is the place."""
    bracket = BRACKET.search(text)
    if bracket and (town := _town(text, bracket, alone)):
        return town
    if bracket:
        return bracket.group() if bracket.start() and place_score(bracket.group(1)) > 0.5 else ""
    within = next((m for m in IN_TOWN.finditer(text) if m.start() and is_place(text[m.end() :])), None)
    if within is not None:
        return text[within.start() :]
    parts = at_commas(text)
    for count in (3, 2, 1):
        if len(parts) > count:
            tail = ", ".join(parts[-count:])
            free = may_be_place(parts[-count])
            spare = not alone or len(parts) > 3 or not may_be_title(parts[0])
            city = count == 2 and parts[-2].endswith(" City") and is_wide(parts[-1])
            if is_place(tail) or city or (count == 2 and place_score(tail) > 0.5 and free and spare):
                return f", {tail}"
    return ""


def _town(text: str, bracket: re.Match[str], alone: bool) -> str:
    """The place with which a text ends whose country stands in brackets ("Acme S.A., Durango (España)")."""
    if not is_wide(bracket.group(1)):
        return ""
    *before, town = at_commas(text[: bracket.start()])
    free = may_be_place(town) and len(town.split()) <= 3
    spare = before and (not alone or len(before) > 1 or not may_be_title(before[0]))
    return text[text.rindex(f"{town}{bracket.group()}") - 2 :] if free and spare else ""


def firm_tail(segment: Segment, found: list[Segment]) -> str:
    """What stands behind a firm and its legal form ("Sensorik GmbH, Renningen"), where no other place is told."""
    parts = at_commas(segment.text)
    if len(parts) < 2 or _LEGAL.isdisjoint(words(parts[-2])[-1:]) or any(s.place >= 0.9 for s in found):
        return ""
    return f", {parts[-1]}" if may_be_place(parts[-1]) else ""
