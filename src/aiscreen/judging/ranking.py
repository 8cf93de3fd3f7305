"""The order of candidates: by score, the same for every run and every order of input."""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.models.assessment import Assessment


def key(assessment: Assessment) -> tuple[bool, float, str, str]:
    """The key to sort by: no score last; then the score; equal scores by the document's hash, which knows no name."""
    score = assessment.score
    return score is None, -(score or 0.0), assessment.document.sha256, assessment.document.path


def rank(assessments: Sequence[Assessment]) -> list[Assessment]:
    """The candidates in order, with `rank` set: equal scores share a rank (1, 2, 2, 4), no score has none."""
    ordered = sorted(assessments, key=key)
    ranked: list[Assessment] = []
    for place, each in enumerate(ordered, start=1):
        tied = bool(ranked) and each.score is not None and ranked[-1].score == each.score
        number = None if each.score is None else ranked[-1].rank if tied else place
        ranked.append(each.model_copy(update={"rank": number}))
    return ranked
