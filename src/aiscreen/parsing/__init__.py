"""A Document becomes a Resume: sections, entries, dates, contact, and every statement with its address."""

from aiscreen.parsing.resume import parse

__all__ = ["parse"]
