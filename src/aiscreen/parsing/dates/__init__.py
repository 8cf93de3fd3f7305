"""Dates as people write them in a résumé, in seven languages: found in a text, and taken out of it."""

from aiscreen.parsing.dates.durations import DURATION, without_durations
from aiscreen.parsing.dates.ranges import ALONE, Dates, find, find_in_cell
from aiscreen.parsing.dates.removal import LATER, remove

__all__ = ["ALONE", "DURATION", "LATER", "Dates", "find", "find_in_cell", "remove", "without_durations"]
