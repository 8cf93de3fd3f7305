"""Lengths of time as people write them beside dates ("2 years 3 months", "Oct 2019 (6 months)")."""

from __future__ import annotations

import re

_YEARS = r"(?:years?|yrs?|y|jahren?|ans?|années?|años?|anos?|anni|anno|jaar|jaren)"
_MONTHS = r"(?:months?|mos?|mths?|m|monaten?|mois|mes(?:es)?|mês|mesi|mese|maand(?:en)?)"
DURATION = re.compile(
    rf"[(\[]?\s*(?:[~≈]|about\s|approx\.?\s)?(?:\b\d{{1,2}}(?:[.,]5)?\+?\s?{_YEARS}\b\.?(?:[\s,]*(?:and|und|et|y|e|en|&)?\s*\d{{1,2}}\s?{_MONTHS}\b\.?)?"
    rf"|\b\d{{1,2}}\s?{_MONTHS}\b\.?)\s*[)\]]?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\d\+?\s?[yjam]", re.IGNORECASE)
"""A number and how the name of its unit begins: what a text must hold for a length of time to be sought in it."""
MONTHS_LONG = re.compile(rf"\s*[(\[·,|]\s*(?P<n>[1-9]|1\d|2[0-3])\s?{_MONTHS}\b\.?\s*(?:[)\]]|$)")
"""How long what begins with the month before it lasted, where that is less than two years."""


def without_durations(text: str, instead: str = " ") -> str:
    """A text without the lengths of time in it."""
    return DURATION.sub(instead, text) if _UNIT.search(text) else text
