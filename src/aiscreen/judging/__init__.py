"""Judgement: what a résumé shows, how well it fits a role, and what to ask."""

from aiscreen.judging.judge import check_role, judge, prepare
from aiscreen.judging.verdict import Judged

__all__ = ["Judged", "check_role", "judge", "prepare"]
