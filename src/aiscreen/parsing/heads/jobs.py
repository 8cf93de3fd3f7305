"""Heads of jobs: which part is the position, which the company, which the place.

Each head is cut into segments; words vote (job titles, marks of companies, places), and since all entries of a
section keep one order, the votes of all entries at one slot decide for those whose words say nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from aiscreen.parsing.heads.nameable import nameable
from aiscreen.parsing.heads.places import names_in, places_by_style, strip_places, usual_places
from aiscreen.parsing.heads.segments import Segment, segments
from aiscreen.parsing.heads.tails import ADDRESS, COMMA, at_commas
from aiscreen.parsing.rows import Row
from aiscreen.parsing.words.heads import LEARNING
from aiscreen.parsing.words.titles import title_score
from aiscreen.text import fold

_DOMAIN = re.compile(r"(?:[\w-]+\.)?([\w-]{3,})\.[a-z]{2,10}")
"""A web address that is no more than a domain, and the name in it."""


@dataclass
class Head:
    """What a head says. All may be missing."""

    name: str | None = None
    position: str | None = None
    location: str | None = None
    url: str | None = None


def assign(heads: list[list[Row]]) -> list[Head]:
    """Heads of one section understood together."""
    cut = [segments(rows) for rows in heads]
    places_by_style(cut)
    strip_places(cut)
    usual_places(cut)
    lean = _votes(cut)
    order = _order(cut)
    made = [_assign(found, lean, order) for found in cut]
    _cities(made, cut)
    _positions(made, cut)
    return made


def _positions(made: list[Head], cut: list[list[Segment]]) -> None:
    """A lone text in the style in which the other heads set positions, and no names, is one (a second role under a
    company)."""
    styles: dict[str, set[tuple[bool, bool, int, int]]] = {"position": set(), "name": set()}
    for head, found in zip(made, cut, strict=True):
        for segment in found if head.name and head.position else []:
            for field, known in styles.items():
                if segment.text == getattr(head, field):
                    known.add(segment.style)
    for head, found in zip(made[1:], cut[1:], strict=True):
        texts = [segment for segment in found if segment.place < 0.9]
        lone = texts[0] if len(texts) == 1 else None
        if lone is None or lone.style not in styles["position"] - styles["name"] or lone.title <= -0.5:
            continue
        if head.name and head.name in lone.text and title_score(head.name) > -0.5:
            head.position, head.name = lone.text, None


def _cities(made: list[Head], cut: list[list[Segment]]) -> None:
    """An employer named like a city: it stands where the other entries have their company."""
    slots = Counter(
        s.slot
        for head, found in zip(made, cut, strict=True)
        for s in found
        if head.name and s.text == head.name
    )
    if not slots:
        return
    usual = max(sorted(slots), key=lambda slot: slots[slot])
    for head, found in zip(made, cut, strict=True):
        if head.name is None and head.position and slots[usual] >= 2:
            head.name = next((s.text for s in found if s.slot == usual and s.place >= 0.9), None)


def _votes(cut: list[list[Segment]]) -> dict[tuple[int, int], float]:
    votes: dict[tuple[int, int], list[float]] = defaultdict(list)
    for found in cut:
        for segment in found:
            if segment.place < 0.9:
                votes[segment.slot].append(max(-1.5, min(1.5, segment.title)))
    return {slot: sum(values) / (len(values) + 0.5) for slot, values in votes.items()}


def _order(cut: list[list[Segment]]) -> float:
    """Positive where titles come before companies in this section."""
    total = 0.0
    for found in cut:
        texts = [s for s in found if s.place < 0.9]
        if len(texts) >= 2:
            total += max(-1.5, min(1.5, texts[0].title - texts[1].title))
        elif texts:
            parts = at_commas(texts[0].text)
            if len(parts) >= 2:
                total += max(-1.5, min(1.5, title_score(parts[0]) - title_score(parts[-1])))
    return total


def _assign(found: list[Segment], lean: dict[tuple[int, int], float], order: float) -> Head:
    head = Head()
    for segment in found:
        field = segment.field
        if field == "name" and head.name and segment.place >= 0.9:
            field = "location"
        if field in ("name", "position", "location") and getattr(head, field) is None:
            setattr(head, field, segment.text)
    found = [segment for segment in found if segment.field is None]
    if head.name and head.position:
        return head
    texts: list[Segment] = []
    places: list[Segment] = []
    plain = names_in(found)
    for segment in found:
        if ADDRESS.match(segment.text) or _is_site(segment.text, found):
            head.url = head.url or segment.text
        elif (segment.place >= 0.9 or (segment.place > 0.5 and plain >= 2)) and segment.title < 1:
            places.append(segment)
        elif nameable(segment.text):
            texts.append(segment)
    if len(places) > 1 and len(texts) == 1 and texts[0].title >= 1 and COMMA.search(texts[0].text) is None:
        texts.append(places.pop(0))  # an employer named like a city
    if places:
        head.location = places[-1].text
    if len(texts) == 1:
        _split_one(texts[0].text, order, head)
    elif texts:
        tails = {place.slot for place in places}
        placed = {segment.slot for segment in texts if segment.tail in tails}
        _choose(texts, lean, order, head, placed)
    return head


def _is_site(text: str, found: list[Segment]) -> bool:
    """Whether a text is the domain of a company that the head names as well ("Enbisya Ltd | enbisya.com")."""
    domain = _DOMAIN.fullmatch(text)
    if domain is None:
        return False
    names = [name for segment in found if segment.text != text for name in at_commas(segment.text)]
    bare = domain[1].casefold().replace("-", "")
    return any(fold(name).replace(" ", "").startswith(bare) for name in names)


def _choose(
    texts: list[Segment],
    lean: dict[tuple[int, int], float],
    order: float,
    head: Head,
    placed: set[tuple[int, int]],
) -> None:
    """The pair of segments that reads best as position and company; `placed` are the slots with a place behind them."""
    best = (-99.0, 0, 1)
    for p, position in enumerate(texts[:5]):
        for c, company in enumerate(texts[:5]):
            if p == c:
                continue
            score = (
                position.title + lean.get(position.slot, 0.0) - company.title - lean.get(company.slot, 0.0)
            )
            score += (0.4 if (p < c) == (order >= 0) else -0.4) * min(1.0, abs(order) + 0.5)
            score -= 0.35 * (p + c)
            if _at_right(company) and any(not _at_right(other) for other in texts[c + 1 :]):
                score -= 0.5  # a place stands at the right, a company has a row of its own
            if company.slot not in placed and any(
                other.slot in placed and other.slot < company.slot and other.title <= 0.3
                for other in texts[:c]
                if other is not position
            ):
                score -= 2.0  # what a company does stands below its name and place
            if score > best[0] + 1e-9:
                best = (score, p, c)
    _, p, c = best
    head.position, head.name = texts[p].text, texts[c].text
    if head.location is None:
        rest = [s for i, s in enumerate(texts) if i not in (p, c)]
        after = [
            s
            for s in rest
            if s.text[:1].isupper() and len(s.text.split()) <= 4 and s.title <= 0.3 and not s.row.prose
        ]
        if after:
            head.location = after[-1].text


def _at_right(segment: Segment) -> bool:
    """Whether one or two words stand in a cell behind others of their row."""
    cells = segment.row.cells
    return len(cells) > 1 and cells[-1].text == segment.text and len(segment.text.split()) < 3


def _split_one(text: str, order: float, head: Head) -> None:
    """One segment alone: cut at the comma that gives the best title on one side and the best name on the other."""
    parts = at_commas(text)
    whole = title_score(text)
    best: tuple[float, str, str] | None = None
    for cut in range(1, len(parts)):
        left, right = ", ".join(parts[:cut]), ", ".join(parts[cut:])
        a, b = title_score(left), title_score(right)
        for score, position, company in (
            (a - b + (0.3 if order >= 0 else -0.3), left, right),
            (b - a + (-0.3 if order >= 0 else 0.3), right, left),
        ):
            score -= 0.1 * (company.count(",")) + 0.05 * position.count(",")
            if best is None or score > best[0]:
                best = (score, position, company)
    if best and best[0] >= 1.0:
        head.position, head.name = best[1], best[2]
    elif whole >= 0.8 or fold(text) in LEARNING:
        head.position = text
    else:
        head.name = text
