"""All that a worker needs, loaded once in the server that workers are forked from: to import this is to load it.

A quarter of the time that this takes is saved: regular expressions are looked up as in a short run, and nothing is
collected meanwhile.
"""

import gc

from aiscreen.cli import patterns

gc.disable()
patterns.remember()

import pebble.pool.process  # noqa: E402, F401
import rapidfuzz.process  # noqa: E402, F401

import aiscreen.batch.task  # noqa: E402
import aiscreen.judging.judge  # noqa: E402
import aiscreen.matching  # noqa: E402
import aiscreen.parsing  # noqa: E402
import aiscreen.reading.pdf  # noqa: E402
import aiscreen.taxonomy.kinds  # noqa: E402
import aiscreen.taxonomy.thaw  # noqa: E402, F401

patterns.keep()
gc.freeze()
gc.enable()
