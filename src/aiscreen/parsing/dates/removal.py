"""Texts without their dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiscreen.parsing.dates.durations import without_durations
from aiscreen.parsing.dates.ranges import Dates
from aiscreen.text import vocabulary

_MARKS = " \t,;:|·•/–—-~"
_EDGE = " \t,;:|·•‧∙⋅/()[]–—-~"
_EMPTY = re.compile(r"\(\s*[,;|·•–—-]?\s*\)|\[\s*\]")
_BEFORE = re.compile(
    r"(?:\b(?:from|dates?|period|duration|time|expected|anticipated|between|circa|ca\.|graduat(?:ed|ion|ing)|exp\.?|issued|completed|class of|von|vom|du|de|del|van|dal|dall['’]|since|seit|depuis|desde|sinds|vanaf|(?-i:da|ab|dès)|d['’])"
    r"(?:\s+(?:in|date|on))?|(?:^|(?<=[(\[|,;:]))\s*(?:da|ab|dès))[\s:]*$",
    re.IGNORECASE,
)
_LEADS = (
    *vocabulary(
        """
        from date dates period duration time expected anticipated between circa ca. graduated graduation graduating exp exp. issued completed of von vom
        du de del van dal dall' dall’ since seit depuis desde sinds vanaf da ab dès d' d’ in on
        """
    ),
)
"""How what stands before dates ends, which is seen sooner."""
_LEAD = 30
"""Characters in that, at the most."""

LATER = re.compile(
    r"\s*[(\[](?:expected|anticipated|projected|estimated|planned|ongoing|on-going|in progress|pending|erwartet|voraussichtlich|laufend|prévue?|en cours|previst[oa]|en curso|em curso|in corso|em andamento|en progreso|data de (?:término|conclusão)[^()]{0,20})(?: graduation| completion)?[)\]]",
    re.IGNORECASE,
)
"""What says of a date that it is still to come."""


def remove(text: str, spans: Sequence[Dates]) -> str:
    """The text without its dates, the durations beside them, and the brackets and marks left behind."""
    if not spans and "(" not in text and ")" not in text:
        return " ".join(text.strip(_MARKS).split())
    for span in reversed(spans):
        before, after = text[: span.begin], text[span.stop :]
        if (end := before.rstrip(" :")[-1:]).isalpha() or end in (".", "'", "’"):
            before = _without_lead(before)
        if after[:40].lstrip()[:1] in ("(", "[") and (later := LATER.match(after)):
            after = after[later.end() :]
        text = before.rstrip() + " \0 " + after.lstrip()
    if spans:
        text = without_durations(text)
    text = text.replace("( \0 )", "\0").replace("[ \0 ]", "\0")
    text = _EMPTY.sub(" ", text) if "(" in text or "[" in text else text
    parts = [part.strip(_MARKS) for part in map(str.strip, text.split("\0")) if part.strip(_EDGE)]
    return " ".join(" | ".join([_unbracket(part) for part in parts]).split())


def _without_lead(before: str) -> str:
    """What stands before dates without the words that lead to them."""
    lead = before[-_LEAD:]
    if not lead.replace(":", " ").rstrip().lower().endswith(_LEADS):
        return before
    return before[:-_LEAD] + _BEFORE.sub("", lead)


def _unbracket(part: str) -> str:
    """A part whose bracket partner went away with the date."""
    if "(" not in part and ")" not in part:
        return part
    if part.count("(") < part.count(")"):
        part = part.rstrip(") ") if part.endswith(")") else part.replace(")", "", 1)
    if part.count("(") > part.count(")"):
        head, _, tail = part.rpartition("(")
        part = head + tail if tail.strip() else head
    return part.strip(_MARKS)
