"""All that a worker needs, loaded once in the server that workers are forked from: to import this is to load it.

Loading compiles three hundred regular expressions, a fifth of its time: they are looked up as in a short run.
"""

from aiscreen.cli import patterns

patterns.remember()

import pebble.pool.process  # noqa: E402, F401
import rapidfuzz.process  # noqa: E402, F401

import aiscreen.batch.task  # noqa: E402
import aiscreen.parsing  # noqa: E402
import aiscreen.reading.pdf  # noqa: E402, F401

patterns.keep()
