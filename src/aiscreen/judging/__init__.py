"""Judgement: what a résumé shows, how well it fits a role, and what to ask."""

from aiscreen.judging.judge import assess, prepare

__all__ = ["assess", "prepare"]
