"""What could be a title or a name in a head, and what only says something."""

from __future__ import annotations

import re

from aiscreen.parsing.rows import ends_sentence
from aiscreen.parsing.words.calendar import MONTHS
from aiscreen.parsing.words.titles import is_title
from aiscreen.text import fold

_NOTE = re.compile(
    r"^(?:environment|technolog(?:y|ies)|tools|tech stack|stack|skills|team size|duties|responsibilities|accomplishments|achievements|description|reporting to|reports to|url|website|references?|hours(?: per week)?|salary|pay|series(?:(?:,| and| ?/) grade)?|grade|supervisors?|okay to contact.{0,30}|industry|sector|headcount|notice period)\s*(?:used\s*)?:",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?!(?:Advanced|Affiliated|Allied|Applied|Associated|Accredited|Authorized|Certified|Chartered|Combined|Distributed|Embedded|Federated|Integrated|Licensed|Limited|Managed|Registered|Related|Retired|Trusted|Unified|United)\b)"
    r"(?:[A-Z][a-z]+(?:ed|ught|ilt)|Wrote|Led|Ran|Made|Grew|Won|Kept|Drove)\b(?:,? [a-z]+){1,}"
)
"""How what was done begins: "Migrated the ledgers", "Taught and graded"."""
_SAID = re.compile(
    r"(?:(?:over|more than|about|around|almost|nearly|at least) )?\d{1,2}\+? (?:years?|months?) of\b|(?:currently|presently|previously) (?:working|employed)\b",
    re.IGNORECASE,
)
"""How sentences begin that tell of somebody's experience and name no employer."""


def nameable(text: str) -> bool:
    """Whether a text could be a title or a name: not a sentence, not a remark in brackets, not a labelled list."""
    count = text.split()
    if len(count) <= 4 and is_title(text):
        return True
    if (
        text.endswith("?")
        or len(text) < 2
        or fold(text.rstrip(".")) in MONTHS
        or _goes_on_from_above(count)
        or _DONE.match(text)
        or _SAID.match(text)
    ):
        return False
    if len(count) > 14 or (text[0] in "([" and text[-1] in ")]") or _NOTE.match(text):
        return False
    plain = sum(word[0].islower() and len(word) > 3 for word in count)
    return not (len(count) >= 6 and plain > 0.6 * len(count)) and not (
        len(count) >= 5 and plain >= 2 and ends_sentence(text)
    )


def _goes_on_from_above(words: list[str]) -> bool:
    """Whether a text is the rest of a sentence: two words or more of which the first two are in small letters, or many
    of which the first is."""
    if len(words) > 6 and words[0].islower():
        return True
    return len(words) > 1 and all(word.islower() and word.isalpha() for word in words[:2])
