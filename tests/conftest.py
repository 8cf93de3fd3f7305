"""In continuous integration, property tests try the same examples every time: a failure there is a change's doing.

Elsewhere they try new ones at each run. Deadlines are off: machines that check are slow and shared.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")
