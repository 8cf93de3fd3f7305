"""Skills and red flags in single lines of text, for people who edit the policy files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiscreen.judging.flags import flags_in_text
from aiscreen.matching import Matcher
from aiscreen.text import UNSEEN, clean

if TYPE_CHECKING:
    from aiscreen.taxonomy import Taxonomy


class Trial:
    """A taxonomy ready to be tried on lines of text."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.matcher = Matcher(taxonomy)

    def find(self, text: str) -> dict[str, Any]:
        """What a line holds: `{"text", "skills": [...], "flags": [...]}`; `start` and `end` count characters."""
        skills = self.taxonomy.skills
        return {
            "text": text,
            "skills": [
                {
                    "id": mention.skill,
                    "name": skills[mention.skill].name,
                    "surface": mention.surface,
                    "start": mention.start,
                    "end": mention.end,
                    "how": mention.how,
                }
                for mention in self.matcher.find(text)
            ],
            "flags": [
                {"rule": flag.rule, "kind": flag.kind, "severity": flag.severity, "message": flag.message}
                for flag in flags_in_text(text, self.taxonomy, self.matcher)
            ],
        }

    def as_json(self, text: str) -> str:
        """One line of JSON. Characters that a terminal would act on, or hide, are escaped, not lost."""
        written = json.dumps(self.find(text), ensure_ascii=False)
        return UNSEEN.sub(_escaped, written) + "\n"

    def as_text(self, text: str) -> str:
        """The line, and what is in it, indented below."""
        found = self.find(text)
        rows = [clean(text)]
        rows += [
            f"  {skill['name']} ({skill['id']}): {clean(skill['surface'])!r} at {skill['start']}, {skill['how']}"
            for skill in found["skills"]
        ]
        rows += [
            f"  ! {flag['rule']} [{flag['severity']}]: {clean(flag['message'])}" for flag in found["flags"]
        ]
        return "\n".join(rows) + "\n"


def _escaped(match: Any) -> str:
    return json.dumps(match.group())[1:-1]
