"""Judgement: what a résumé shows, how well it fits a role, and what to ask."""
