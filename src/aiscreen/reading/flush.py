"""Places and dates that a text sets flush right, one below the other, beside an entry: they go to the line of its head.

Below it they stand beside the entry's first items, or beside nothing, and parted these.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from aiscreen.reading.layout.segments import is_date
from aiscreen.reading.marks import mark_length

_GAP = " " * 3
_LEAST = 4
"""Lines that end at one place, at the least, where something is set flush right."""
_LOOSE = 6
"""Columns by which what is set flush right in letters of different widths ends apart."""
_LONG = 40
"""Letters of what is no place, date or duration."""


def hoisted(lines: list[str]) -> list[str]:
    """The lines, with what stands flush right beside the items of an entry on the line of its head."""
    ends = sorted(len(line) for line in lines if _GAP in line.lstrip())
    near = [bisect_right(ends, end + _LOOSE) - bisect_left(ends, end - _LOOSE) for end in ends]
    if max(near, default=0) < _LEAST:
        return lines
    edge = ends[near.index(max(near))]
    done: list[str] = []
    parted = [_parted(line, edge) for line in lines]
    at = 0
    while at < len(lines):
        stop = at + 1
        if parted[at][1] and parted[at][0] and not mark_length(parted[at][0]):
            while stop < len(lines) and parted[stop][1]:
                stop += 1
        notes = [note for _, note in parted[at + 1 : stop]]
        beside = [text for text, _ in parted[at + 1 : stop]]
        starts = {
            len(line) - len(note) for line, (_, note) in zip(lines[at:stop], parted[at:stop], strict=True)
        }
        loose = any(not text or mark_length(text) for text in beside)
        if loose and len(starts) > 1 and any(map(is_date, notes)):
            done.append(lines[at] + "".join(_GAP + note for note in notes))
            done += [text for text in beside if text]
        else:
            done += lines[at:stop]
        at = stop
    return done


def _parted(line: str, edge: int) -> tuple[str, str]:
    """What stands left in a line, and what is set flush right at its `edge`, if anything is."""
    left, gap, note = line.rpartition(_GAP)
    if not gap or abs(len(line) - edge) > _LOOSE or len(note) > _LONG or ". " in note:
        return line, ""
    return left.rstrip(), note.strip()
