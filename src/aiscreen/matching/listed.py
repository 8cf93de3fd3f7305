"""Whether a name stands in a list: between its marks, in a row of skills, beside names that are sure."""

from __future__ import annotations

import re

from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import Spot

_LEFT = frozenset(',;|/:([\n\t*>&"•')
_RIGHT = frozenset(',;|/)(]\n\t*&"•')
_OPENS = "in on with using of as via skills software packages language languages tools know knows"
OPENING = frozenset(_OPENS.split())
_JOINING = frozenset(("and", "or", "plus", "including", "like", "e.g.", "i.e."))
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD_RIGHT = re.compile(
    r"\s*->|\s+(?:and|or|plus|etc)\b|\s*[.!]?\s*$|\s*\.\s|\s+-\s|\s+v?\d+(?:\.\w+)*\s*(?:[,;|/)(]|$|and\b)"
)
_BETWEEN = re.compile(r"\s*(?:[,;|/&+(]|,?\s*(?:and|or)\b)\s*")


def is_item(normal: Normal, start: int, end: int, *, opening: bool = False) -> bool:
    """Whether a span is a whole item of a list: delimiters, "and" or the text's ends on both sides.

    With `opening`, also the first item of a list after "in", "with" and the like.
    """
    text = normal.lower
    left = text[max(0, start - 14) : start].rstrip(" ")
    if left and left[-1] not in _LEFT:
        word = left[left.rfind(" ") + 1 :]
        if word not in _JOINING and not (opening and word in OPENING and left[-1].isalpha()):
            return left == "-" or left.endswith(("\n-", "| -"))
    right = text[end : end + 16]
    stripped = right.lstrip(" ")
    if stripped[:1] == ")" and "(" not in text[:start]:
        return False  # the mark of a list of sentences: "c) Wrote ..."
    return not stripped or stripped[0] in _RIGHT or _WORD_RIGHT.match(right) is not None


def _in_row(spot: Spot) -> bool:
    """Whether a name stands in a row of skills that only spaces part ("Languages Python Go SQL"): an end of the line,
    a delimiter or another name on both sides, or a label of one or two words before it."""
    candidate, text = spot.candidate, spot.normal.lower
    left = text[: candidate.start].rstrip(" ")[-1:]
    right = text[candidate.end :].lstrip(" ")[:1]
    return (spot.follows_name or not left or left in _LEFT or candidate.first <= 2) and (
        spot.leads_to_name or not right or right in _RIGHT
    )


def listed(spot: Spot, exact: bool) -> bool:
    """Whether a candidate is an item in a list of skills. `exact`: it is written in its own case."""
    candidate, others, place, normal = spot.candidate, spot.candidates, spot.place, spot.normal
    if len(normal.tokens) == candidate.last - candidate.first:
        return True  # nothing but the word: an item by itself
    if spot.section == "skills" and exact and _in_row(spot):
        return True
    if not is_item(normal, candidate.start, candidate.end, opening=exact):
        return False
    if spot.section == "skills":
        return True
    text = normal.lower
    weight = 0.0
    for step in (-1, 1):
        at, edge = place + step, candidate
        while 0 <= at < len(others) and abs(at - place) <= 4:
            other = others[at]
            low, high = (other, edge) if step < 0 else (edge, other)
            gap = text[low.end : high.start]
            if "(" in gap:
                gap = _BRACKETS.sub("", gap)
            if len(gap) > 40 or ". " in gap:
                break
            touching = _BETWEEN.fullmatch(gap) is not None
            if other.sure:
                weight += 1.0 if touching or "," in gap or "|" in gap else 0.0
                if touching and edge is candidate and exact:
                    return True
            elif touching and exact:
                weight += 0.4
            edge = other
            at += step
    return weight >= (1.6 if exact else 2.0)
