"""Columns of dates and labels: each of their groups is attached to the line of the main column that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from aiscreen.reading.layout.gutters import Gutter, aligned
from aiscreen.reading.layout.margin import margin_hosts, margin_look
from aiscreen.reading.layout.painting import label_turns, painted_hosts
from aiscreen.reading.layout.segments import Look, Segment, dated, place_at


@dataclass(slots=True)
class Note:
    """A group of a side column: `before` or after the words of its line, or, as a `heading`, on a line of its own."""

    runs: list[Segment]
    before: bool
    heading: bool = False


class Attached(dict[int, list[Note]]):
    """Notes by the identity of the main column's segment that they stand on. `heads` are the looks of labels that
    proved to be headings, on any page of the document, and whether in a margin that holds dates too; `hung` the further
    cells of an entry's head and the items that begin on its line, by the identity of that line's first segment."""

    def __init__(self, heads: dict[Look, bool]) -> None:
        super().__init__()
        self.heads = heads
        self.hung: dict[int, tuple[list[Segment], list[Segment]]] = {}


def attach(gutter: Gutter, attached: Attached) -> list[Segment]:
    """Attaches the narrow side of a gutter; returns what it took. A row that stands on no line of the main column and
    goes on from none (a heading over both) is left where it is."""
    side, main = gutter.sides
    before = gutter.narrow == "left"
    hosts = painted_hosts(side, main) if before else {}
    if before and not hosts and (look := _margin(side, main, attached.heads)) is not None:
        hosts = margin_hosts(side, main, look)
    turns = label_turns(side, main) if before and not hosts else []
    if turns:
        notes = [(text[0], group) for group, text in turns]
    else:
        notes = _painted_notes(side, main, hosts) if hosts else _notes(side, main)
    looks = _heading_looks([runs for _, runs in notes], main) if before else set()
    for one in looks:
        attached.heads.setdefault(one, False)
    if looks and not hosts:
        notes = [part for host, runs in notes for part in _headings(host, runs, main)]
    for host, runs in notes:
        heading = before and not dated(runs) and runs[0].style in attached.heads
        attached.setdefault(id(host), []).append(Note(runs, before, heading))
    return [run for _, runs in notes for run in runs]


def _margin(side: list[Segment], main: list[Segment], heads: dict[Look, bool]) -> Look | None:
    """How headings look in a margin of headings and dates, told by itself or by one on a page before."""
    look = margin_look(side, main)
    if look is not None:
        heads[look] = True
    return look or next((run.style for run in side if heads.get(run.style)), None)


def lone_headings(runs: list[Segment], attached: Attached) -> list[Segment]:
    """Attaches the headings of a margin beside text that is too short to show a gutter; returns what is left."""
    looks = {look for look, margin in attached.heads.items() if margin}
    side = [run for run in runs if run.style in looks] if looks else []
    edge = max((run.x1 for run in side), default=0.0)
    main = [run for run in runs if run.x0 > edge]
    if not side or not main or len(side) + len(main) < len(runs):
        return runs
    hosts = margin_hosts(side, main, side[0].style)
    for run in side:
        if (host := hosts.get(id(run))) is not None:
            attached.setdefault(id(host), []).append(Note([run], before=True, heading=True))
    return [run for run in runs if id(run) not in hosts]


def _headings(host: Segment, runs: list[Segment], main: list[Segment]) -> list[tuple[Segment, list[Segment]]]:
    """Headings that stand close below each other are parted: each begins with a capital, right on a line of its text."""
    found = [(host, runs[:1])]
    opening = _opening(main) if len(runs) > 1 else set()
    for run in runs[1:]:
        own = aligned(run, main)
        if (
            own is not None
            and id(own) in opening
            and abs(own.base - run.base) < 0.12 * run.size
            and run.words[0].text[:1].isupper()
        ):
            found.append((own, [run]))
        else:
            found[-1][1].append(run)
    return found


def _notes(side: list[Segment], main: list[Segment]) -> list[tuple[Segment, list[Segment]]]:
    """Groups of a side column's rows, each with the segment of the main column that it stands on.

    A further row goes with the one above it ("June 2021 -" above "present"), unless it stands beside a further row of
    the entry's head ("Company, place" above "Position, dates").
    """
    found: list[tuple[Segment, list[Segment]]] = []
    leading = _leading(main)
    labels = _labels(side, main)
    for run in side:
        host = aligned(run, main)
        last = found[-1][1][-1] if found else None
        if (
            last is not None
            and id(run) not in labels
            and (_close(last, run, leading) or _in_small_capitals(last, run) or place_at(found[-1][1], run))
        ):
            same_row = abs(run.base - last.base) <= 0.3 * run.size
            if (
                same_row
                or host is None
                or host.mark
                or _label_goes_on(last, run)
                or _in_small_capitals(last, run)
                or not _stands_out(host, main)
            ):
                found[-1][1].append(run)
                continue
        if host is not None:
            found.append((host, [run]))
    return found


def _label_goes_on(last: Segment, run: Segment) -> bool:
    """Whether a label goes on in a row with a small letter ("Academic" / "appointments")."""
    return (
        run.words[0].text[:1].islower()
        and last.words[0].text[:1].isupper()
        and last.style == run.style
        and not dated([last, run])
    )


def _close(last: Segment, run: Segment, leading: float) -> bool:
    """Whether a row stands right below another of its size."""
    return run.top - last.bottom < leading * run.size and abs(run.size - last.size) < 1.5


def _in_small_capitals(last: Segment, run: Segment) -> bool:
    """Whether a label goes on in a row of small capitals alone, made of a smaller size: painted right after the first."""
    style, other = last.words[0].style, run.words[0].style
    return (
        0.65 < run.size / last.size < 0.88
        and 0 < run.base - last.base < 1.7 * last.size
        and run.order == last.order + len(last.words)
        and (style.font, style.bold, style.color) == (other.font, other.bold, other.color)
        and not dated([last, run])
    )


def _painted_notes(
    side: list[Segment], main: list[Segment], hosts: dict[int, Segment]
) -> list[tuple[Segment, list[Segment]]]:
    """The same where painting tells which line a label goes with."""
    found: list[tuple[Segment, list[Segment]]] = []
    leading = max(0.35, _leading(main))
    for run in side:
        host = hosts.get(id(run))
        if host is None:
            continue
        last = found[-1][1][-1] if found else None
        close = last is not None and (
            (run.top - last.bottom < leading * run.size and run.style == last.style)
            or _in_small_capitals(last, run)
        )
        if close and found[-1][0] is host:
            found[-1][1].append(run)
        else:
            found.append((host, [run]))
    return found


def _labels(side: list[Segment], main: list[Segment]) -> set[int]:
    """Side rows (by identity) that begin a label of their own: with a capital, right on the baseline of their value.
    Either the value opens a row of a table (there is more space above it), or it looks unlike the label, where the
    label's first word would still have fitted behind the label above, or where every value has one."""
    room = max(run.x1 for run in side) - min(run.x0 for run in side)
    found: set[int] = set()
    pairs = [(run, other) for run in side if (other := aligned(run, main)) is not None and not dated([run])]
    table = len(pairs) >= 0.9 * len(main) and all(run.style != other.style for run, other in pairs)
    begins, opening = _begins(main), _opening(main)
    last: Segment | None = None
    for run, other in pairs:
        exact = abs(run.base - other.base) < 0.12 * run.size and run.words[0].text[:1].isupper()
        fits = last is None or last.x1 - last.x0 + run.words[0].x1 - run.words[0].x0 < room - 0.5 * run.size
        unlike = run.style != other.style and (table or fits or id(other) in begins)
        if exact and (unlike or id(other) in opening):
            found.add(id(run))
        last = run
    return found


def _begins(main: list[Segment]) -> set[int]:
    """Main rows (by identity) above which there was room for their first word: no row goes on in them."""
    edge = max(run.x1 for run in main)
    return {
        id(run)
        for above, run in pairwise(main)
        if above.x1 + run.words[0].x1 - run.words[0].x0 + 0.5 * run.size < edge
        and run.words[0].text[:1].isupper()
    }


def _opening(main: list[Segment]) -> set[int]:
    """Segments (by identity) with a little more space above them than the lines of one paragraph have."""
    gaps = [
        (two.top - one.bottom, two) for one, two in pairwise(main) if two.base - one.base > 0.3 * two.size
    ]
    least = min((gap for gap, _ in gaps), default=0.0)
    return {id(run) for gap, run in gaps if gap > least + 0.12 * run.size}


def _leading(main: list[Segment]) -> float:
    """The space between two lines of one group, of the size: hardly more than what is usual in the main column."""
    gaps = sorted(
        gap
        for one, two in pairwise(main)
        if two.base > one.base and (gap := (two.top - one.bottom) / two.size) < 1
    )
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    return min(max(0.25, usual + 0.2), 0.7)


def _stands_out(run: Segment, main: list[Segment]) -> bool:
    """Whether a segment looks like part of an entry's head: its style is not that of most of the text."""
    weight: dict[Look, int] = {}
    for other in main:
        weight[other.style] = weight.get(other.style, 0) + len(other.words)
    return run.style != max(weight, key=lambda style: (weight[style], style)) or run.words[0].style.italic


def _heading_looks(groups: list[list[Segment]], main: list[Segment]) -> set[Look]:
    """How labels left of the text look that are section headings: they stand over many rows and look unlike the text,
    or over very many; among dates and other labels, those that are larger than all text."""
    names = [group for group in groups if not dated(group)]
    if not names or len(main) < 3 * len(names):
        return set()
    if len(names) < 0.7 * len(groups) or len(main) < 3 * len(groups):
        usual = sorted(run.size for run in main)[len(main) // 2]
        large = [group for group in names if group[0].size > 1.15 * usual]
        return {group[0].style for group in large} if len(large) > max(1, 0.6 * len(names)) else set()
    if 2 * sum(1 for group in names for run in group if aligned(run, main) is not None) > len(main):
        return set()  # labels of a table
    common = {run.style for run in main}
    unlike = sum(1 for group in names if group[0].style not in common or group[0].text.isupper())
    small = any(_in_small_capitals(run, below) for group in names for run, below in pairwise(group))
    certain = small or len(main) >= 5 * len(groups) or unlike >= 0.7 * len(names)
    return {group[0].style for group in names} if certain else set()
