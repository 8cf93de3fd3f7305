"""Places in heads: cut off the names they stand behind, and told by where the other entries have theirs."""

from __future__ import annotations

import re
from collections import defaultdict

from aiscreen.parsing.heads.segments import Segment
from aiscreen.parsing.heads.tails import (
    ADDRESS,
    BRACKET,
    COMMA,
    IN_TOWN,
    at_commas,
    firm_tail,
    may_be_place,
    place_tail,
)
from aiscreen.parsing.words.heads import LEARNING
from aiscreen.parsing.words.places import STATE_CODES, is_place, known, place_score
from aiscreen.parsing.words.schools import names_school
from aiscreen.parsing.words.titles import may_be_title, title_score
from aiscreen.text import fold, has_digit

Slot = tuple[int, int]
_TWICE = re.compile(r"^([^,]+), (?=\1\b)")
"""A city named twice: the first is the employer ("Christchurch, Christchurch, New Zealand")."""


def strip_places(cut: list[list[Segment]]) -> None:
    """Places at the end of segments ("Acme, Berlin", "Acme (Berlin)") become segments of their own. Where most
    entries have one at a slot, the others' last parts are places too, though nobody listed them."""
    tails: dict[Slot, list[bool]] = defaultdict(list)
    for found in cut:
        _part_at_place(found)
        for segment in list(found):
            if (
                segment.place < 0.9
                and len(segment.text) > 3
                and not (segment.place > 0.5 and names_in(found) >= 2)
            ):
                alone = names_in(_others(segment, found)) == 0
                tails[segment.slot].append(
                    _cut_place(segment, found, place_tail(segment.text, alone) or firm_tail(segment, found))
                )
            elif (twice := _TWICE.match(segment.text)) is not None:
                _cut_place(segment, found, segment.text[twice.end(1) :])
                segment.place = 0.0
    for slot in tails if len(cut) > 1 else ():
        ends = [(_at(slot, found), found) for found in cut]
        if all(_city_at_end(segment) for segment, _ in ends):
            tails[slot] += [
                _cut_place(segment, found, _city_at_end(segment)) for segment, found in ends if segment
            ]
    _cut_usual(cut, tails)


def _cut_usual(cut: list[list[Segment]], tails: dict[Slot, list[bool]]) -> None:
    """The last parts that are places because those at the same slot of other entries are: `tails` says which of these
    ended in a place."""
    bracketed = {slot for slot in tails if _all_with_brackets(slot, cut)}
    tailed = {slot for slot in tails if _all_with_tails(slot, cut)}
    for found in cut:
        for segment in list(found):
            if segment.place >= 0.5 or any(s.place >= 0.9 for s in found):
                continue
            votes = tails.get(segment.slot, [])
            bracket = BRACKET.search(segment.text)
            if bracket and (any(votes) or segment.slot in bracketed):
                field = segment.slot not in bracketed and may_be_title(segment.text[: bracket.start()])
                if not field and title_score(bracket[1]) <= 0 and bracket[1][:1].isupper():
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
            if len(parts) == 2 and may_be_title(parts[0]) and not names_in(_others(segment, found)):
                continue  # what stands behind the title is the only employer
            if usual and may_be_place(parts[-1]):
                _cut_place(segment, found, f", {parts[-1]}")


def _all_parted(segment: Segment, cut: list[list[Segment]]) -> bool:
    """Whether all other names at a segment's slot have parts, or had a place behind them."""
    return all(
        COMMA.search(other.text) or _had_tail(other, found)
        for found in cut
        for other in found
        if other.slot == segment.slot and other.place < 0.5 and other is not segment
    )


def _city_at_end(segment: Segment | None) -> str:
    """The city with which a name ends that has no comma before it, as where its cell went on below ("Konkan Ltd." /
    "Nashik"); empty where there is none, or it is part of the name ("Bank of Baroda")."""
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


def _all_with_brackets(slot: Slot, cut: list[list[Segment]]) -> bool:
    """Whether each entry has at a slot a name with one or two words in brackets behind it, not all the same."""
    texts = [one.text if (one := _at(slot, found)) is not None else "" for found in cut]
    said = [match[1] if (match := BRACKET.search(text)) and match.start() else "" for text in texts]
    return len(said) > 2 and len(set(said)) > 1 and all(0 < len(text.split()) < 3 for text in said)


def _all_with_tails(slot: Slot, cut: list[list[Segment]]) -> bool:
    """Whether each entry has at a slot a name with one or two words behind its only comma, no two the same, and its title
    elsewhere: what differs so from job to job is where they were."""
    tails: list[str] = []
    for found in cut:
        at = _at(slot, found)
        titled = any(other.title >= 1 for other in found if other is not at)
        parts = at_commas(at.text) if at is not None else []
        if len(parts) != 2 or not titled or len(parts[1].split()) > 2 or not parts[1][:1].isupper():
            return False
        tails.append(parts[1])
    return len(tails) > 2 and len(set(tails)) == len(tails)


def usual_places(cut: list[list[Segment]]) -> None:
    """A name that nobody listed is a place where other entries have theirs, if its entry can spare it."""
    places: dict[Slot, list[bool]] = defaultdict(list)
    for found in cut:
        for segment in found:
            places[segment.slot].append(segment.place >= 0.9)
    for found in cut:
        for segment in found:
            here = places[segment.slot]
            others = _others(segment, found)
            if (
                segment.place < 0.5
                and may_be_place(segment.text)
                and any(here)
                and sum(here) >= 0.3 * len(here)
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


def _at(slot: Slot, found: list[Segment]) -> Segment | None:
    """The segment at a slot of a head."""
    return next((segment for segment in found if segment.slot == slot), None)


def _others(segment: Segment, found: list[Segment]) -> list[Segment]:
    """The other segments of a head."""
    return [other for other in found if other is not segment]


def _had_tail(segment: Segment, found: list[Segment]) -> bool:
    """Whether a place was cut off this segment."""
    return any(other.slot == segment.tail for other in found)


def _part_at_place(found: list[Segment]) -> None:
    """Parts the only name of a head at the place within it ("Acme, Leeds, Student job")."""
    lone = found[0] if len(found) == 1 else None
    parts = at_commas(lone.text) if lone is not None else []
    at = next((i for i in range(1, len(parts) - 1) if is_place(parts[i])), None)
    texts = [", ".join(parts[:at]), ", ".join(parts[at + 1 :])] if at else []
    if lone is None or at is None or may_be_title(texts[0]) or not _names_work(texts[1]):
        return
    row, number = lone.slot
    found[:] = [
        Segment(text, (row, number + i), lone.style, lone.row, title_score(text), place_score(text))
        for i, text in enumerate(texts)
    ]
    found[1].title = max(found[1].title, 1.0)
    found.append(Segment(parts[at], lone.tail, lone.style, lone.row, place=1.0))


def _names_work(text: str) -> bool:
    """Whether a text behind a place may be what somebody did there: words, and no more of that place."""
    first, *more = text.split()
    learnt = fold(text) in LEARNING
    return learnt or (
        bool(more) and first not in STATE_CODES and not place_score(text) and not has_digit(text)
    )


def _cut_place(segment: Segment, found: list[Segment], tail: str) -> bool:
    """Makes a place of what a segment ends with, if it does; whether that was so."""
    if not tail or not segment.text.endswith(tail):
        return False
    segment.text = segment.text[: -len(tail)].rstrip(" ,")
    segment.title, segment.place = title_score(segment.text), place_score(segment.text)
    name = tail.strip(" ,")
    name = name.strip("()") if name.startswith("(") else IN_TOWN.sub("", name)
    place = Segment(name, segment.tail, segment.style, segment.row, place=1.0, field=segment.field)
    found.insert(found.index(segment) + 1, place)
    return True


def names_in(found: list[Segment]) -> int:
    """How many names a head holds that are no places: a title with a comma may hold the company too."""
    texts = [s for s in found if s.place < 0.5 and not ADDRESS.match(s.text)]
    counts = [2 if s.title >= 1 and COMMA.search(s.text) else 1 for s in texts]
    titles = len(texts) > 1 and all(s.title >= 1.5 for s in texts)
    return max(counts) if titles else sum(counts)
