"""What is said to candidates: the policy's wordings with their gaps filled, and the candidates' own sentences said back,
whole where they are short, else up to where a speaker would pause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

QUOTED = 160
"""Characters of a quote inside a question at most."""
_MAX_CLAIM = 125
_LEAST = 40
"""Characters that are left of a sentence at least where it is cut at a joint."""
_PAST = (
    "built cut led ran wrote set drove grew took brought kept held made found sped rebuilt rewrote oversaw won gave "
    "taught chose fed dealt shrank sold put bought got began spent understood"
)
_NOW = (
    "own run lead operate maintain build write design manage train serve keep hold drive mentor deploy teach use "
    "develop work take look support profile detect debug evaluate monitor"
)
_NAMING = (
    "distributed embedded unsupervised advanced experienced skilled motivated dedicated certified based unified "
    "limited shared speed feed seed need hundred"
)
_IRREGULAR, _PRESENT = frozenset(_PAST.split()), frozenset(_NOW.split())
_NO_VERB = frozenset(_NAMING.split())
"""Words that end as a verb in the past does, and begin a line as something else."""
_PAUSE = re.compile(r"\s*(?:[;:]\s|\.\s|(?<=.{24})(?:\(|, (?:and|which|so|while|but|then)\b|, \w+ing\b))")
_SHORT = 12
_GAP = re.compile(r"\{(\w+)\}")
_CLAUSE = re.compile(
    r", |,? (?:because|since|that|which|who|whose|where|while|when|so|after|before|until|although)\b"
)
_PHRASE = re.compile(
    r",? (?:and|or|but|then|as|with|without|through|using|via|behind|by|to|for|from|into|onto|across|over|under|between|within|in|on|at|of)\b"
)
_DANGLING = re.compile(
    r"(?:[\s,;:.–—-]+|\s(?:a|an|the|and|or|of|in|on|at|to|by|for|with|from|as|its|their|our|my|more|than|per))+$"
)
_LABEL = re.compile(r"[A-Z][\w/&-]*(?: [\w/&-]+){0,3}:\s+(?=\S)")
# What cannot be said back to somebody without being turned round, or without what stood before it.
_OWN = re.compile(r"\b(?:I|my|me|we|our|us|its|their)\b")


def claim(text: str, *, whole: bool = False) -> str:
    """The sentence's first clause, or all of it, said back: `Cut cost by 61%, which ...` is `You cut cost by 61%`.

    Where it does not start with a verb it is quoted as it stands.
    """
    text = text.strip().rstrip(".")
    part = str if whole else _clause
    label = _LABEL.match(text)
    said = _said(part(text[label.end() :])) if label else None
    clause = part(text)
    return said or _said(clause) or f"“{clause}”"


def shortened(text: str, limit: int) -> str:
    """Text of `limit` characters at most, with an ellipsis where something was left out; it does not end in words that
    lead on to what is missing."""
    text = text.rstrip(" .;,")
    return text if len(text) <= limit else f"{_upto(text, limit, _CLAUSE) or _upto(text, limit, _PHRASE)} …"


def _clause(text: str) -> str:
    pause = _PAUSE.search(text, _SHORT)
    clause = text[: pause.start()] if pause else text
    if len(clause) <= _MAX_CLAIM:
        return clause
    whole = _upto(clause, _MAX_CLAIM, _CLAUSE)
    return whole or f"{_upto(clause, _MAX_CLAIM, _PHRASE)} …"


def _upto(text: str, limit: int, joint: re.Pattern[str]) -> str:
    """Text up to the last joint before `limit`. Without one: nothing of clauses, else up to the last word."""
    places = [found.start() for found in joint.finditer(text, _LEAST, limit + 1)]
    if not places and joint is _CLAUSE:
        return ""
    head = text[: places[-1]] if places else text[: limit + 1].rpartition(" ")[0] or text[:limit]
    return _DANGLING.sub("", head)


def _said(clause: str) -> str | None:
    """`You cut cost`, where a clause starts with what somebody did or does."""
    first, _, rest = clause.partition(" ")
    if not (first[:1].isupper() and first[1:].replace("-", "").islower() and rest) or _OWN.search(clause):
        return None
    how = ""
    if first.endswith("ly") and rest.count(" "):  # `Independently built`
        how = f"{first.lower()} "
        first, _, rest = rest.partition(" ")
    verb = first.lower().rstrip(",")
    bare = verb.rpartition("-")[2]  # `co-led`
    past = bare in _IRREGULAR or (bare.endswith("ed") and len(bare) > 4 and bare not in _NO_VERB)
    if past or bare in _PRESENT:
        return f"You {how}{verb} {rest}"
    if bare.endswith("s") and bare[:-1] in _PRESENT:
        return f"You {how}{verb[:-1]} {rest}"
    return None


def fill(wording: str, values: Mapping[str, str]) -> str:
    """`{name}` replaced by its value, in one pass: a value's own braces are left alone."""
    if "{" not in wording:
        return wording
    said = [*_parted(wording)]
    for at in range(1, len(said), 2):
        said[at] = values.get(said[at], f"{{{said[at]}}}")
    return "".join(said)


@lru_cache(maxsize=256)
def _parted(wording: str) -> tuple[str, ...]:
    """A wording cut at its gaps: every second piece is a gap's name."""
    return tuple(_GAP.split(wording))
