"""Full stops: which of them end a sentence, and which an abbreviation."""

from __future__ import annotations

import re

from aiscreen.text import small

_SHORT = re.compile(
    r"\b(?:inc|ltd|pvt|co|corp|llc|sr|jr|sec|dept|univ|st|etc|approx|b\.sc|m\.sc|b\.eng|m\.eng|b\.tech|m\.tech|[a-z])\.$"
)
"""Words that are shortened with a full stop; a single letter also ends those of several parts ("Ph.D.", "e.g.", "S.A.")."""
_BEFORE = re.compile(
    r"\b(?:dr|mr|mrs|ms|prof|asst|govt|no|fig|vs|ca|al|bzw|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$"
)
"""Words that are shortened so before others: "No. 6", and not "rarely no."."""
_LONGEST = 12
"""Characters among which an abbreviation and its full stop are found."""


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and not with an abbreviation."""
    return text.endswith((".", "!", "?", ".)", ".”", '."')) and not is_abbreviation(text, len(text))


def is_abbreviation(text: str, stop: int) -> bool:
    """Whether what stops there is an abbreviation with its full stop. Seven letters in a row are none: that is seen in a
    fraction of the time that a pattern takes."""
    if text[stop - 1] != "." or (stop > 7 and text[stop - 8 : stop - 1].isalnum()):
        return False
    last = small(text[max(0, stop - _LONGEST) : stop])
    return _SHORT.search(last) is not None or (stop < len(text) and _BEFORE.search(last) is not None)
