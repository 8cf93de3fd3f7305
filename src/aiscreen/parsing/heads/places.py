"""Places in heads: cut off the names they stand behind, and told by where the other entries have theirs."""

from __future__ import annotations

import re
from collections import defaultdict

from aiscreen.parsing.heads.segments import Segment
from aiscreen.parsing.words.heads import FORMER
from aiscreen.parsing.words.places import is_place, is_wide, known, place_score
from aiscreen.parsing.words.schools import names_school
from aiscreen.parsing.words.titles import ORGANISATIONS, may_be_title, title_score, words
from aiscreen.text import vocabulary

COMMA = re.compile(
    rf"\s*,\s+{FORMER}(?!(?:inc|ltd|llc|llp|gmbh|s\.a|b\.v|n\.v|plc|pty|co|corp|ag|ltda|spa|s\.p\.a|oy|jr|sr|ii|iii)\b(?!-))(?![^()]*\))",
    re.IGNORECASE,
)
"""A comma that parts names: before no legal form, and not within brackets."""


def at_commas(text: str) -> list[str]:
    """A text in the parts between its commas."""
    return COMMA.split(text) if "," in text else [text]


_LEGAL = vocabulary(
    "s.p.a s.r.l s.a s.l b.v n.v ltda lda inc llc ltd limited gmbh ag kg se sa sas sarl srl spa bv nv ab as oy plc llp pvt corp corporation kft zrt nyrt d.o.o doo a.s s.r.o sro sp.k o.o aps oyj eood ood gbr ohg ug eirl ltée"
)

ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+/\S*$")

_TWICE = re.compile(r"^([^,]+), (?=\1\b)")
"""A city named twice: the first is the employer ("Christchurch, Christchurch, New Zealand")."""

_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)$")


def strip_places(cut: list[list[Segment]]) -> None:
    """Places at the end of segments ("Acme, Berlin", "Acme (Berlin)") become segments of their own. Where most
    entries have one at a slot, the others' last parts are places too, though nobody listed them."""
    tails: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for found in cut:
        for segment in list(found):
            if (
                segment.place < 0.9
                and len(segment.text) > 3
                and not (segment.place > 0.5 and names_in(found) >= 2)
            ):
                alone = names_in([other for other in found if other is not segment]) == 0
                tails[segment.slot].append(
                    _cut_place(segment, found, _place_tail(segment.text, alone) or _firm_tail(segment, found))
                )
            elif (twice := _TWICE.match(segment.text)) is not None:
                _cut_place(segment, found, segment.text[twice.end(1) :])
                segment.place = 0.0
    for slot in [slot for slot in tails if len(cut) > 1 and all(_city_at_end(slot, found) for found in cut)]:
        for found in cut:
            segment = next(one for one in found if one.slot == slot)
            tails[slot].append(_cut_place(segment, found, _city_at_end(slot, found)))
    _cut_usual(cut, tails)


def _cut_usual(cut: list[list[Segment]], tails: dict[tuple[int, int], list[bool]]) -> None:
    """The last parts that are places because those at the same slot of other entries are: `tails` says which of these
    ended in a place."""
    bracketed = {slot for slot in tails if _all_with_brackets(slot, cut)}
    tailed = {slot for slot in tails if _all_with_tails(slot, cut)}
    for found in cut:
        for segment in list(found):
            if segment.place >= 0.5 or any(s.place >= 0.9 for s in found):
                continue
            votes = tails.get(segment.slot, [])
            bracket = _BRACKET.search(segment.text)
            if bracket and (any(votes) or segment.slot in bracketed):
                field = segment.slot not in bracketed and may_be_title(segment.text[: bracket.start()])
                if not field and title_score(bracket.group(1)) <= 0 and bracket.group(1)[:1].isupper():
                    _cut_place(segment, found, bracket.group())
                continue
            parts = at_commas(segment.text)
            if len(parts) < 2:
                continue
            usual = (
                sum(votes) > 0.5 * len(votes)
                or segment.slot in tailed
                or (any(votes) and _all_parted(segment, cut))
            )
            others = [other for other in found if other is not segment]
            if len(parts) == 2 and may_be_title(parts[0]) and not names_in(others):
                continue  # what stands behind the title is the only employer
            if usual and title_score(parts[-1]) <= 0 and not ORGANISATIONS.intersection(words(parts[-1])):
                _cut_place(segment, found, f", {parts[-1]}")


def _all_parted(segment: Segment, cut: list[list[Segment]]) -> bool:
    """Whether all other names at a segment's slot have parts, or had a place behind them."""
    return all(
        COMMA.search(other.text) or other.slot[1] >= 100 or _had_tail(other, found)
        for found in cut
        for other in found
        if other.slot == segment.slot and other.place < 0.5 and other is not segment
    )


def _city_at_end(slot: tuple[int, int], found: list[Segment]) -> str:
    """The city with which a name ends that has no comma before it, as where its cell went on below ("Konkan Ltd." /
    "Nashik"); empty where there is none, or it is part of the name ("Bank of Baroda")."""
    segment = next((one for one in found if one.slot == slot), None)
    if (
        segment is None
        or segment.place >= 0.5
        or segment.title >= 1
        or "," in segment.text
        or names_school(segment.text)
    ):
        return ""
    first, *rest = segment.text.split()
    for count in (2, 1):
        tail = " ".join(rest[-count:])
        before = [first, *rest][-count - 1] if len(rest) >= count else ""
        if before[:1].isupper() and known(tail):
            return f" {tail}"
    return ""


def _all_with_brackets(slot: tuple[int, int], cut: list[list[Segment]]) -> bool:
    """Whether each entry has at a slot a name with one or two words in brackets behind it, not all the same."""
    texts = [next((one.text for one in found if one.slot == slot), "") for found in cut]
    said = [
        match[1] if (match := _BRACKET.search(text)) is not None and match.start() else "" for text in texts
    ]
    return len(said) > 2 and len(set(said)) > 1 and all(0 < len(text.split()) < 3 for text in said)


def _all_with_tails(slot: tuple[int, int], cut: list[list[Segment]]) -> bool:
    """Whether each entry has at a slot a name with one or two words behind its only comma, no two the same, and its title
    elsewhere: what differs so from job to job is where they were."""
    tails: list[str] = []
    for found in cut:
        at = next((segment for segment in found if segment.slot == slot), None)
        titled = any(other.title >= 1 for other in found if other is not at)
        parts = at_commas(at.text) if at is not None else []
        if len(parts) != 2 or not titled or len(parts[1].split()) > 2 or not parts[1][:1].isupper():
            return False
        tails.append(parts[1])
    return len(tails) > 2 and len(set(tails)) == len(tails)


def usual_places(cut: list[list[Segment]]) -> None:
    """A name that nobody listed is a place where other entries have theirs, if its entry can spare it."""
    places: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for found in cut:
        for segment in found:
            places[segment.slot].append(segment.place >= 0.9)
    for found in cut:
        for segment in found:
            here = places[segment.slot]
            free = (
                segment.place < 0.5
                and segment.title <= 0
                and not ORGANISATIONS.intersection(words(segment.text))
            )
            others = [other for other in found if other is not segment]
            if (
                free
                and sum(here) >= 0.3 * len(here)
                and sum(here)
                and names_in(others) >= 2
                and not any(o.place >= 0.9 for o in others)
            ):
                segment.place = 0.95


def places_by_style(cut: list[list[Segment]]) -> None:
    """What could be a place ("Greeley, Colorado") is one where all in its style are or could be, two of them surely."""
    places: dict[tuple[bool, bool, int, int], list[float]] = defaultdict(list)
    every = [segment for found in cut for segment in found]
    for segment in every:
        places[segment.style].append(segment.place)
    for segment in every:
        alike = places[segment.style]
        if 0.5 <= segment.place < 0.9 <= sorted(alike)[-2:][0] and min(alike) >= 0.5:
            segment.place = 0.95


def _had_tail(segment: Segment, found: list[Segment]) -> bool:
    """Whether a place was cut off this segment."""
    return any(other.slot == (segment.slot[0], segment.slot[1] + 100) for other in found)


def _place_tail(text: str, alone: bool) -> str:
    """The place with which a text ends, with the comma or bracket before it; empty where there is none. `alone`
    means that the text must hold the company too: of "Engineer, Acme, Singapore" only the end is the place."""
    bracket = _BRACKET.search(text)
    if bracket and (town := _town(text, bracket, alone)):
        return town
    if bracket:
        return bracket.group() if bracket.start() and place_score(bracket.group(1)) > 0.5 else ""
    parts = at_commas(text)
    for count in (3, 2, 1):
        if len(parts) > count:
            tail = ", ".join(parts[-count:])
            free = title_score(parts[-count]) <= 0 and not ORGANISATIONS.intersection(words(parts[-count]))
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
    free = title_score(town) <= 0 and not ORGANISATIONS.intersection(words(town)) and len(town.split()) <= 3
    spare = before and (not alone or len(before) > 1 or not may_be_title(before[0]))
    return text[text.rindex(f"{town}{bracket.group()}") - 2 :] if free and spare else ""


def _firm_tail(segment: Segment, found: list[Segment]) -> str:
    """What stands behind a firm and its legal form ("Sensorik GmbH, Renningen"), where no other place is told."""
    parts = at_commas(segment.text)
    if len(parts) < 2 or words(parts[-2])[-1:] == [] or words(parts[-2])[-1] not in _LEGAL:
        return ""
    free = title_score(parts[-1]) <= 0 and not ORGANISATIONS.intersection(words(parts[-1]))
    return f", {parts[-1]}" if free and not any(s.place >= 0.9 for s in found) else ""


def _cut_place(segment: Segment, found: list[Segment], tail: str) -> bool:
    if not tail or not segment.text.endswith(tail):
        return False
    segment.text = segment.text[: -len(tail)].rstrip(" ,")
    segment.title, segment.place = title_score(segment.text), place_score(segment.text)
    name = tail.strip(" ,")
    place = Segment(
        name.strip("()") if name.startswith("(") else name,
        (segment.slot[0], segment.slot[1] + 100),
        segment.style,
        segment.row,
        0.0,
        1.0,
        segment.field,
    )
    found.insert(found.index(segment) + 1, place)
    return True


def names_in(found: list[Segment]) -> int:
    """How many names a head holds that are no places: a title with a comma may hold the company too."""
    texts = [s for s in found if s.place < 0.5 and not ADDRESS.match(s.text)]
    return sum(2 if s.title >= 1 and COMMA.search(s.text) else 1 for s in texts)
