"""Columns of dates and labels: each of their groups is attached to the line of the main column that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from aiscreen.reading.layout.gutters import Gutter, aligned
from aiscreen.reading.layout.labels import (
    goes_on,
    heading_looks,
    in_small_capitals,
    own_labels,
    stands_out,
)
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
    looks = heading_looks([runs for _, runs in notes], main) if before else set()
    for one in looks:
        attached.heads.setdefault(one, False)
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


def _notes(side: list[Segment], main: list[Segment]) -> list[tuple[Segment, list[Segment]]]:
    """Groups of a side column's rows, each with the segment of the main column that it stands on.

    A further row goes with the one above it ("June 2021 -" above "present"), unless it stands beside a further row of
    the entry's head ("Company, place" above "Position, dates").
    """
    found: list[tuple[Segment, list[Segment]]] = []
    leading = _leading(main)
    labels = own_labels(side, main)
    for run in side:
        host = aligned(run, main)
        last = found[-1][1][-1] if found else None
        if (
            last is not None
            and id(run) not in labels
            and (_close(last, run, leading) or in_small_capitals(last, run) or place_at(found[-1][1], run))
        ):
            same_row = abs(run.base - last.base) <= 0.3 * run.size
            if (
                same_row
                or host is None
                or host.mark
                or goes_on(last, run)
                or in_small_capitals(last, run)
                or not stands_out(host, main)
            ):
                found[-1][1].append(run)
                continue
        if host is not None:
            found.append((host, [run]))
    return found


def _close(last: Segment, run: Segment, leading: float) -> bool:
    """Whether a row stands right below another of its size."""
    return run.top - last.bottom < leading * run.size and abs(run.size - last.size) < 1.5


def _painted_notes(
    side: list[Segment], main: list[Segment], hosts: dict[int, Segment]
) -> list[tuple[Segment, list[Segment]]]:
    """The same where painting tells which line a label goes with."""
    found: list[tuple[Segment, list[Segment]]] = []
    leading = max(0.35, _leading(main))
    for run in side:
        host = hosts.get(id(run))
        last = found[-1][1][-1] if found else None
        close = last is not None and (
            (run.top - last.bottom < leading * run.size and run.style == last.style)
            or in_small_capitals(last, run)
        )
        if close and last is not None and (found[-1][0] is host or goes_on(last, run)):
            found[-1][1].append(run)
        elif host is not None:
            found.append((host, [run]))
    return found


def _leading(main: list[Segment]) -> float:
    """The space between two lines of one group, of the size: hardly more than what is usual in the main column."""
    gaps = sorted(
        gap
        for one, two in pairwise(main)
        if two.base > one.base and (gap := (two.top - one.bottom) / two.size) < 1
    )
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    return min(max(0.25, usual + 0.2), 0.7)
