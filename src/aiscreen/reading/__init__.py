"""A file becomes a Document: words in reading order with their boxes, hidden text apart."""

from aiscreen.reading.limits import LIMITS, Limits
from aiscreen.reading.reader import read
from aiscreen.reading.sandbox import Isolated, read_isolated

__all__ = ["LIMITS", "Isolated", "Limits", "read", "read_isolated"]
