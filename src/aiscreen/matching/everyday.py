"""Names that everyday life has too: a python in a zoo, Kafka on a shelf. They count where the text speaks of software."""

from __future__ import annotations

import re
from typing import Any

from aiscreen.matching.context import NOUNS, VERSION
from aiscreen.matching.listed import OPENING
from aiscreen.matching.normal import Normal
from aiscreen.matching.scan import SKILL, Candidate

SHORT = 3
"""A text of so few words is a label or an item, not a sentence about something else."""
_WORDS = (
    "accuracy ai algorithm algorithms alerts analytics architecture automated automation aws batch bi bot bots build builds built"
    " certification certified ci cloud codebase computing containers containerized dashboard dashboards data database databases"
    " dataset datasets deploy deployed deploying deployment deployments design develop developed developing development"
    " devops engineering etl experience features frontend gcp implement implemented implementing inference infrastructure"
    " ingestion integrate integrated integration k8s knowledge latency learning libraries linux llm llms maintained"
    " message messages metrics migrate migrated migrating migration ml monitoring notebook notebooks optimized orchestration"
    " platform platforms plugin production programmed prompt prompts prototype quantized queue queues reporting reports scalable"
    " scripted scripting serverless skilled skills software sql stack storage streaming streams support silicon system systems tech"
    " technologies technology test tested testing tests throughput tool tooling tools tuned tuning use used virtual visualisation visualization"
    " warehouse web website wrote written"
)
_USED_IN = OPENING | {"from", "into", "onto", "over", "through", "to"}
_MARKS = frozenset("0123456789&+#/")
"""What words of everyday life are not written with."""
_NUMBERED = re.compile(r"\s\d{1,2}(?![\d.]|\s?%|\s?(?:years?|yrs?|months?|of|x)\b)")
_SOFTWARE = NOUNS.union(_WORDS.split())


def speaks_of_software(
    index: dict[str, Any], candidates: list[Candidate], normal: Normal, section: str
) -> bool:
    """Whether a text as a whole does: by its section, a skill that is sure, or a word of the trade."""
    return (
        section == "skills"
        or len(normal.tokens) <= SHORT
        or not _SOFTWARE.isdisjoint(normal.words)
        or any(candidate.sure and candidate.entry[SKILL] in index["software"] for candidate in candidates)
    )


def used_here(candidate: Candidate, candidates: list[Candidate], normal: Normal) -> bool:
    """Whether a name is used as a tool's by itself: with a version, as "in X" or "using X" in its own case, with capitals
    that no word has, or beside another such name."""
    surface = normal.cased[candidate.start : candidate.end]
    camel = surface[1:].lower() != surface[1:] and not surface.isupper()
    if camel or not _MARKS.isdisjoint(surface) or VERSION.match(normal.lower, candidate.end):
        return True
    if not surface[0].isupper():
        return False
    if _NUMBERED.match(normal.lower, candidate.end):
        return True
    first = candidate.first
    if first > 0 and normal.tokens[first - 1] in _USED_IN and normal.gaps[first].isspace():
        return True
    return any(other is not candidate and normal.cased[other.start].isupper() for other in candidates)
