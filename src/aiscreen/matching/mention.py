"""What the matcher finds."""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """A skill named in a text: `surface` is `text[start:end]`.

    `how` it matched: `exact` (as the taxonomy names it), `alias` (another spelling), `context` (an ambiguous word
    that its surroundings speak for), `fuzzy` (a misspelling).
    `stance`: `own`, `weak` (exposure, coursework, other people's work), `wish` (to be learnt), `denied` (said not
    to be there, or not the candidate's words). `version`: the key of the skill's version that is named, if any.
    """

    skill: str
    surface: str
    start: int
    end: int
    how: str = "exact"
    stance: str = "own"
    version: str = ""
