"""A file becomes a Document: words in reading order with their boxes, hidden text apart."""

from aiscreen.reading.limits import LIMITS, Limits
from aiscreen.reading.reader import read
from aiscreen.reading.sandbox import read_isolated

__all__ = ["LIMITS", "Limits", "read", "read_isolated"]
