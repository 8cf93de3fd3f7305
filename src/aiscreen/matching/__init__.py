"""Statements become skill mentions: one pass over the tokens, then context for ambiguous words, then misspellings."""

from aiscreen.matching.compiled import compile_skills
from aiscreen.matching.matcher import Matcher
from aiscreen.matching.mention import Mention

__all__ = ["Matcher", "Mention", "compile_skills"]
