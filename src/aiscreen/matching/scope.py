"""Where in a résumé a mention counts: not in names, employers, schools and referees."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from aiscreen.models.resume import Resume, Statement

if TYPE_CHECKING:
    from aiscreen.matching.matcher import Matcher
    from aiscreen.matching.mention import Mention

_SKIPPED = frozenset({"header", "references"})
_CLAIMS = re.compile(r"\d\s?\+?\s?(?:years|yrs)\b", re.IGNORECASE)
"""What no name holds: a headline may claim years with a tool as any sentence does."""
_address = attrgetter("page", "line", "text")


class Scope:
    """What the structure of a résumé says of its statements."""

    def __init__(self, resume: Resume) -> None:
        self._heads = {
            _address(entry.address)
            for entry in (*resume.work, *resume.volunteer, *resume.education)
            if entry.address is not None
        }

    def searches(self, statement: Statement) -> bool:
        """Whether a mention in a statement would count at all."""
        if statement.section in _SKIPPED:
            return statement.section == "header" and _CLAIMS.search(statement.text) is not None
        return _address(statement) not in self._heads

    def mentions(self, matcher: Matcher, statement: Statement, *, unowned: bool) -> list[Mention]:
        """The mentions of a statement that is searched, with what its place takes away."""
        found = matcher.find(statement.text, section=statement.section, unowned=unowned)
        if statement.section == "education":
            found = [
                mention._replace(stance="weak") if mention.stance == "own" else mention for mention in found
            ]
        return found
