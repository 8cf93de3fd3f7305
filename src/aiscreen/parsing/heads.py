"""Heads of jobs: which part is the position, which the company, which the place.

Each head is cut into segments; words vote (job titles, marks of companies, places), and since all entries of a
section keep one order, the votes of all entries at one slot decide for those whose words say nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from aiscreen.models.document import Word
from aiscreen.parsing.content import join
from aiscreen.parsing.dates import DURATION, find, remove
from aiscreen.parsing.people_words import ORGANISATIONS, title_score, words
from aiscreen.parsing.places import is_place, place_score
from aiscreen.parsing.rows import Row, ends_sentence
from aiscreen.parsing.vocabulary import vocabulary

_STRONG = re.compile(r"\s*[|•·‧∙⋅▪◦■]\s*|\s+[–—-]{1,2}\s+|\s*[;]\s+|\s{3,}")
_SLASH = re.compile(r"\s+/\s+")
_AT = re.compile(r"\s+(?:at|@|bei|chez|presso)\s+|\s*@\s+", re.IGNORECASE)
_NOTE = re.compile(
    r"^(?:environment|technolog(?:y|ies)|tools|tech stack|stack|skills|team size|reporting to|reports to|url|website|references?)\s*(?:used\s*)?:",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:at|@|bei|chez|presso)\s+", re.IGNORECASE)
_COMMA = re.compile(
    r"\s*,\s+(?!(?:inc|ltd|llc|llp|gmbh|s\.a|b\.v|n\.v|plc|pty|co|corp|ag|ltda|spa|s\.p\.a|oy|jr|sr|ii|iii)\b)",
    re.IGNORECASE,
)
_SMALL = vocabulary("of and for in the und der des für im de du d' et y e di da do del della")
_LEGAL = vocabulary(
    "inc llc ltd limited gmbh ag kg se sa sas sarl srl spa bv nv ab as oy plc llp pvt corp corporation"
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)+/\S*$")


@dataclass
class Segment:
    """A part of a head. `slot` is where it stands: row from the head's start and number within the row."""

    text: str
    slot: tuple[int, int]
    style: tuple[bool, bool, int, int]
    row: Row
    title: float = 0.0
    place: float = 0.0


@dataclass
class Head:
    """What a head says. All may be missing."""

    name: str | None = None
    position: str | None = None
    location: str | None = None
    url: str | None = None


def segments(rows: list[Row]) -> list[Segment]:
    """The segments of a head: cells, style runs and strong separators part them; dates and durations are gone."""
    found: list[Segment] = []
    for number, row in enumerate(rows):
        count = 0
        for part in (row, *row.sides):
            for cell in part.cells:
                for run in _runs(cell.words):
                    text = " ".join(word.text for word in run)
                    text = remove(text, find(text))
                    text = DURATION.sub(" ", text) if DURATION.fullmatch(text.strip()) else text
                    for piece in _pieces(text):
                        style = (run[0].bold, run[0].italic, round(run[0].size * 2), run[0].color)
                        found.append(Segment(piece, (number, count), style, part))
                        count += 1
    found = _rejoin(found)
    for segment in found:
        segment.title, segment.place = title_score(segment.text), place_score(segment.text)
    return found


def _pieces(text: str) -> list[str]:
    out: list[str] = []
    for piece in _STRONG.split(text):
        for part in _AT.split(piece):
            halves = _SLASH.split(part)
            if len(halves) > 1 and all(title_score(half) >= 1 for half in halves):
                halves = [part]
            out.extend(_LEADING.sub("", half.strip(" ,;|·•–—-:")) for half in halves)
    return [piece for piece in out if piece and any(c.isalnum() for c in piece)]


def _runs(words: tuple[Word, ...]) -> list[list[Word]]:
    """Words in runs of one style; a change counts only where a mark or an end of a bracket stands, or to bold."""
    runs: list[list[Word]] = []
    for word in words:
        if runs:
            last = runs[-1][-1]
            change = (last.bold, last.italic) != (word.bold, word.italic) or last.color != word.color
            mark = (
                last.text[-1] in ",|–—-:·•)@"
                or word.text[0] in "|–—-·•(,@"
                or last.text.lower() in ("at", "bei")
            )
            if not change or not (mark or last.bold != word.bold or last.italic != word.italic):
                runs[-1].append(word)
                continue
        runs.append([word])
    return runs


def _rejoin(found: list[Segment]) -> list[Segment]:
    """A title or name wrapped over two rows of a narrow column becomes one again."""
    out: list[Segment] = []
    for segment in found:
        if out:
            last = out[-1]
            first_of_row = segment.slot[1] == 0 or segment.row.loose
            near = (
                segment.row.line.page == last.row.line.page
                and -2 < segment.row.box.top - last.row.box.bottom < 0.35 * segment.row.height
            )
            same = (
                segment.style == last.style
                and (abs(segment.row.x0 - last.row.x0) < 1.5 or abs(segment.row.x1 - last.row.x1) < 1.5)
                and segment.row is not last.row
            )
            if (
                first_of_row
                and near
                and same
                and (unfinished(last.text, segment.text) or wraps(last.row, segment.row))
            ):
                last.text = join([last.text, segment.text])
                continue
            if (
                segment.text.startswith("(")
                and segment.text.endswith(")")
                and segment.row is last.row
                and not is_place(segment.text.strip("()"))
            ):
                last.text = f"{last.text} {segment.text}"
                continue
        out.append(segment)
    return out


def wraps(above: Row, below: Row) -> bool:
    """Whether a head's row had no room left before the cell at its right for the next row's first word."""
    lead = above.cells.index(above.lead)
    if lead + 1 >= len(above.cells):
        return False
    word = below.first
    return (
        above.lead.x1 + 0.3 * word.size + (word.box.x1 - word.box.x0)
        > above.cells[lead + 1].x0 - 0.5 * word.size
    )


def unfinished(first: str, second: str) -> bool:
    """Whether a line of a head goes on in the next: it stops at a small word, or the next starts with one."""
    last = first.rpartition(" ")[2].casefold()
    if last in _SMALL or last[-1:] in ",&-/\u2010\u00ad" or first.count("(") > first.count(")"):
        return True
    if second[:1].islower() or second.partition(" ")[0].casefold() in _SMALL:
        return True
    return (
        title_score(first) < 1
        and title_score(second) >= 1
        and title_score(f"{first} {second}") > title_score(second)
        and second.count(" ") == 0
    )


def assign(heads: list[list[Row]]) -> list[Head]:
    """Heads of one section understood together."""
    cut = [segments(rows) for rows in heads]
    _strip_places(cut)
    _usual_places(cut)
    lean = _votes(cut)
    order = _order(cut)
    made = [_assign(found, lean, order) for found in cut]
    _cities(made, cut)
    return made


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
            parts = _COMMA.split(texts[0].text)
            if len(parts) >= 2:
                total += max(-1.5, min(1.5, title_score(parts[0]) - title_score(parts[-1])))
    return total


def _assign(found: list[Segment], lean: dict[tuple[int, int], float], order: float) -> Head:
    head = Head()
    for segment in found:
        if segment.row.label in ("name", "position", "location") and getattr(head, segment.row.label) is None:
            setattr(head, segment.row.label, segment.text)
    found = [segment for segment in found if segment.row.label is None]
    if head.name and head.position:
        return head
    texts: list[Segment] = []
    places: list[Segment] = []
    plain = _plain(found)
    for segment in found:
        if _ADDRESS.match(segment.text):
            head.url = head.url or segment.text
        elif (segment.place >= 0.9 or (segment.place > 0.5 and plain >= 2)) and segment.title < 1:
            places.append(segment)
        elif _nameable(segment.text):
            texts.append(segment)
    if len(places) > 1 and len(texts) == 1 and texts[0].title >= 1 and _COMMA.search(texts[0].text) is None:
        texts.append(places.pop(0))  # an employer named like a city
    if places:
        head.location = places[-1].text
    if len(texts) == 1:
        _split_one(texts[0].text, order, head)
    elif texts:
        _choose(texts, lean, order, head)
    return head


def _strip_places(cut: list[list[Segment]]) -> None:
    """Places at the end of segments ("Acme, Berlin", "Acme (Berlin)") become segments of their own. Where most
    entries have one at a slot, the others' last parts are places too, though nobody listed them."""
    tails: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for found in cut:
        for segment in list(found):
            if (
                segment.place < 0.9
                and len(segment.text) > 3
                and not (segment.place > 0.5 and _plain(found) >= 2)
            ):
                tails[segment.slot].append(_cut_place(segment, found, _place_tail(segment.text)))
    for found in cut:
        for segment in list(found):
            votes = tails.get(segment.slot, [])
            parts = _COMMA.split(segment.text)
            if len(parts) < 2 or segment.place >= 0.5 or any(s.place >= 0.9 for s in found):
                continue
            usual = sum(votes) > 0.5 * len(votes) or (
                any(votes)
                and all(
                    _COMMA.search(s.text) or s.slot[1] >= 100
                    for f in cut
                    for s in f
                    if s.slot == segment.slot and s.place < 0.5 and s is not segment and not _had_tail(s, f)
                )
            )
            after_firm = words(parts[-2])[-1:] and words(parts[-2])[-1] in _LEGAL
            if (
                (usual or after_firm)
                and title_score(parts[-1]) <= 0
                and not ORGANISATIONS.intersection(words(parts[-1]))
            ):
                _cut_place(segment, found, f", {parts[-1]}")


def _usual_places(cut: list[list[Segment]]) -> None:
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
                and _plain(others) >= 2
                and not any(o.place >= 0.9 for o in others)
            ):
                segment.place = 0.95


def _had_tail(segment: Segment, found: list[Segment]) -> bool:
    """Whether a place was cut off this segment."""
    return any(other.slot == (segment.slot[0], segment.slot[1] + 100) for other in found)


def _nameable(text: str) -> bool:
    """Whether a text could be a title or a name: not a sentence, not a remark in brackets, not a labelled list."""
    count = text.split()
    if len(count) > 14 or (text.startswith("(") and text.endswith(")")) or _NOTE.match(text):
        return False
    plain = sum(word[0].islower() and len(word) > 3 for word in count)
    return not (len(count) >= 6 and plain > 0.6 * len(count)) and not (
        len(count) >= 5 and plain >= 2 and ends_sentence(text)
    )


def _plain(found: list[Segment]) -> int:
    """How many names a head holds that are no places: a title with a comma may hold the company too."""
    texts = [s for s in found if s.place < 0.5 and not _ADDRESS.match(s.text)]
    return sum(2 if s.title >= 1 and _COMMA.search(s.text) else 1 for s in texts)


def _place_tail(text: str) -> str:
    """The place with which a text ends, with the comma or bracket before it; empty where there is none."""
    bracket = re.search(r"\s*\(([^()]+)\)$", text)
    if bracket:
        return bracket.group() if bracket.start() and place_score(bracket.group(1)) > 0.5 else ""
    parts = _COMMA.split(text)
    for count in (3, 2, 1):
        if len(parts) > count:
            tail = ", ".join(parts[-count:])
            free = title_score(parts[-count]) <= 0 and not ORGANISATIONS.intersection(words(parts[-count]))
            if is_place(tail) or (count == 2 and place_score(tail) > 0.5 and free):
                return f", {tail}"
    return ""


def _cut_place(segment: Segment, found: list[Segment], tail: str) -> bool:
    if not tail or not segment.text.endswith(tail):
        return False
    segment.text = segment.text[: -len(tail)].rstrip(" ,")
    segment.title, segment.place = title_score(segment.text), place_score(segment.text)
    place = Segment(
        tail.strip(" ,()"), (segment.slot[0], segment.slot[1] + 100), segment.style, segment.row, 0.0, 1.0
    )
    found.insert(found.index(segment) + 1, place)
    return True


def _choose(texts: list[Segment], lean: dict[tuple[int, int], float], order: float, head: Head) -> None:
    """The pair of segments that reads best as position and company."""
    best: tuple[float, int, int] | None = None
    for p, position in enumerate(texts[:5]):
        for c, company in enumerate(texts[:5]):
            if p == c:
                continue
            score = (
                position.title + lean.get(position.slot, 0.0) - company.title - lean.get(company.slot, 0.0)
            )
            score += (0.4 if (p < c) == (order >= 0) else -0.4) * min(1.0, abs(order) + 0.5)
            score -= 0.35 * (p + c)
            if best is None or score > best[0] + 1e-9:
                best = (score, p, c)
    if best is None:
        return
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


def _split_one(text: str, order: float, head: Head) -> None:
    """One segment alone: cut at the comma that gives the best title on one side and the best name on the other."""
    parts = _COMMA.split(text)
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
    elif whole >= 0.8:
        head.position = text
    else:
        head.name = text
