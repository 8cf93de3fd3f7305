"""What to ask this candidate: about what they claim, what a flag raises, what the role needs and they do not show."""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.judging.score import Case
from aiscreen.models.assessment import Flag, Question


def questions(case: Case, flags: Sequence[Flag]) -> list[Question]:
    """The interview's questions, the most telling first."""
    return []
