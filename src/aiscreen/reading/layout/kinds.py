"""What kind of column stands beside another.

What tells the kinds apart is how the two sides of a gutter run: a sidebar has its own flow (painted as a whole, its own
line pitch, its own headings), while dates and labels stand on the lines of the entries they belong to, are painted in
turn with them, and are short.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aiscreen.reading.layout.gutters import Gutter, Kind, aligned, alone, height, is_flush_right
from aiscreen.reading.layout.margin import margin_look
from aiscreen.reading.layout.painting import by_rows, label_turns, painted_hosts, turns_of
from aiscreen.reading.layout.segments import Segment, dated, is_date, place_at


def clusters(runs: Sequence[Segment]) -> list[list[Segment]]:
    """Runs of one side in groups parted by more than a line's usual leading, or by a change of size; a smaller place goes
    with the dates above it."""
    groups: list[list[Segment]] = []
    for run in runs:
        if groups and (
            (run.top - groups[-1][-1].bottom < 0.55 * run.size and abs(run.size - groups[-1][-1].size) < 1.5)
            or place_at(groups[-1], run)
        ):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def _over_both(group: list[Segment], main: list[Segment]) -> bool:
    """Whether a group begins with a heading over both sides: nothing stands beside it, and it is no item of a list."""
    return not group[0].item and alone(group[0], main)


def _characters(runs: Sequence[Segment]) -> int:
    return sum([len(word.text) for run in runs for word in run.words])


def judge(gutter: Gutter) -> Kind:
    """What kind of column stands beside the other; the gutter is told, too."""
    gutter.kind = _kind_of(gutter)
    if gutter.kind != "rows" and _begins_with_dates(gutter):
        gutter.kind = "rows"
    return gutter.kind


def _begins_with_dates(gutter: Gutter) -> bool:
    """Whether all that stands at the right side's edge are dates, and text with lines of its own stands further right:
    the dates belong to the left column, and the gutter is behind them."""
    edge = [run for run in gutter.right if run.x0 - gutter.x < 12]
    if len(edge) < 2 or len(edge) >= 0.5 * len(gutter.right) or not all(dated([run]) for run in edge):
        return False
    further = [run for run in gutter.right if run.x0 - gutter.x >= 12]
    return sum(1 for run in further if aligned(run, gutter.left) is None) > 0.4 * len(further)


def _kind_of(gutter: Gutter) -> Kind:
    """The plainest sign decides: lists and headings of both sides, then dates and labels, then how the file paints them."""
    left, right = gutter.left, gutter.right
    if height(left) < 2:
        return "side"
    gutter.narrow = "left" if _characters(left) <= _characters(right) else "right"
    twin = aligned(right[0], left)
    if right[0].item and twin is not None and twin.item:  # a list in two columns
        return "columns"
    side, main = gutter.sides
    every = [
        group for group in clusters(side) if group[0].bottom > main[0].top and group[0].top < main[-1].bottom
    ]
    groups = [group for group in every if not _over_both(group, main)]
    if not groups or len(groups) < 0.4 * len(every):  # headings over both sides
        return "rows"
    if _headed_alike(side, main) or sum(1 for group in groups if _twins(group, main)) > 0.5 * len(groups):
        return "columns"
    starts = _share([aligned(group[0], main) is not None for group in groups])
    dates = _share([dated(group) for group in groups])
    if dates >= 0.5 and starts >= 0.65:
        return "side" if len(groups) > 1 else "rows"
    if gutter.narrow == "left" and margin_look(side, main) is not None:
        return "side"
    if _table(side, main):
        return "side" if gutter.narrow == "left" else "rows"
    turns = turns_of(left, right)
    if gutter.narrow == "left" and turns is not None and label_turns(side, main):
        return "side"
    rows = min(height(side), height(main))
    if rows >= 8 and turns is not None and turns <= 2:
        return "columns"  # however close its paragraphs, each side was painted whole
    if rows < 4 or len(groups) < 3:
        return _few(gutter, len(groups), starts, dates, turns)
    return _many(gutter, len(groups), starts, dates, turns)


def _few(gutter: Gutter, groups: int, starts: float, dates: float, turns: int | None) -> Kind:
    """The kind of a side of few rows or groups. `starts` and `dates` are the shares of its groups that begin level with a
    row of the other side, and that are dated; `turns` how often painting changes sides."""
    side, main = gutter.sides
    if dates >= 0.5 and groups > 1 and gutter.narrow == "left" and painted_hosts(side, main):
        return "side"  # years in circles beside their entries
    kind = _small(gutter.left, gutter.right, turns)
    contact = any("@" in run.words[-1].text for run in gutter.right)  # beside a name
    if kind == "rows" and gutter.narrow == "left" and starts >= 0.8 and not contact:
        return "side"
    return kind


def _many(gutter: Gutter, groups: int, starts: float, dates: float, turns: int | None) -> Kind:
    """The same for a side of several groups."""
    side, main = gutter.sides
    if turns is not None:
        if dates < 0.2 and _headed(side, main) and by_rows(gutter.left, gutter.right):
            return "columns"
        if turns <= 3 or turns / groups <= 0.5:
            return "columns"
        if turns / groups >= 1.2 and (
            starts >= 0.6 or (gutter.narrow == "left" and painted_hosts(side, main))
        ):
            return "side"
    short = _characters(side) / len(side) < 24
    return "side" if starts >= 0.85 and short and not _headed(side, main) else "columns"


def _twins(group: list[Segment], main: list[Segment]) -> bool:
    """Whether a group and what stands beside it are cards of one kind: their first rows stand level and look alike."""
    pairs = [(run, other) for run in group[:3] if (other := aligned(run, main)) is not None]
    alike = [other.style == run.style and is_date(other.text) == is_date(run.text) for run, other in pairs]
    return len(pairs) == 3 and all(alike) and len({run.style for run, _ in pairs}) > 1


def _headed_alike(side: list[Segment], main: list[Segment]) -> bool:
    """Whether both sides begin level and alike with a heading, a name and what is said of it."""
    pairs = [(run, other) for run in side[:3] if (other := aligned(run, main)) is not None]
    styles = {
        run.style
        for run, other in pairs
        if run.style == other.style and is_date(run.text) == is_date(other.text)
    }
    return len(styles) == 3 and aligned(side[0], main[:1]) is not None


def _table(side: list[Segment], main: list[Segment]) -> bool:
    """Whether short labels and their values stand line by line beside each other, the two in different styles."""
    if abs(len(side) - len(main)) > 0.1 * len(main) or _characters(side) > 24 * len(side):
        return False
    pairs = [(run, other) for run in side if (other := aligned(run, main)) is not None]
    return (
        len(pairs) >= max(2, 0.9 * len(side))
        and _share([run.style != other.style for run, other in pairs]) >= 0.8
    )


def _headed(side: list[Segment], main: list[Segment]) -> bool:
    """Whether a side has headings of its own, twice or more: rows larger or bolder than the row right below them, with
    text beside them (a heading with none stands over both sides)."""
    heads = 0
    for run, below in pairwise(side):
        if 0 < below.base - run.base < 2.2 * run.size and not alone(run, main):
            larger = run.style[0] > below.style[0] or (run.style[1] and not below.style[1])
            heads += larger or (run.text.isupper() and not below.text.isupper())
    return heads >= 2


def _small(left: list[Segment], right: list[Segment], turns: int | None) -> Kind:
    """A few rows beside each other: cards that are read one by one, or rows of a table.

    Cards look alike across and differ downwards (a heading, then its text); a table looks alike downwards.
    """
    pairs = [(run, other) for run in right if (other := aligned(run, left)) is not None]
    if len(pairs) == 1 and len(left) == len(right) == 2 and aligned(right[0], left[:1]) is None:
        return "rows"
    if len(pairs) < 2 or len(pairs) < 0.6 * min(len(left), len(right)):
        staggered = (
            not pairs and min(len(left), len(right)) > 4
        )  # a timeline's entries, left and right in turn
        return "columns" if turns is None or turns <= 2 or staggered else "rows"
    alike = _share([run.style == other.style for run, other in pairs])
    styles = len({run.style for run, _ in pairs})
    varied = styles > 1
    if alike >= 0.8 and styles > 2:  # a heading, a name, what is said of it
        return "columns"
    if any(dated([run]) and not dated([other]) for run, other in pairs):
        return "rows"
    if is_flush_right(right) and any(dated([other]) and not dated([run]) for run, other in pairs):
        return "rows"
    if alike >= 0.8 and varied:
        return "columns"
    if alike <= 0.3 or turns is None:
        return "rows"
    wide = min(_characters(left) / len(left), _characters(right) / len(right)) > 28
    return "columns" if turns == 1 or (wide and turns <= len(pairs)) else "rows"
