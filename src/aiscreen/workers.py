"""How worker processes come to be: forked from a small server that has loaded what they need, where the system can.

It loads while its parent does, so it is started before the parent imports anything large; this module stands apart from
`aiscreen.batch`, which is large.
"""

from __future__ import annotations

import os
import sys
from typing import Any

PRELOADED = "aiscreen.cli.preload"
"""The module that loads it; by name only, for imports run downward."""


def forking() -> Any:
    """The context of `multiprocessing` in which workers are started; its server is started by the first call.

    The server, and so every worker, has no stderr: a parser's complaints, or those of a worker that is stopped while
    it starts, are not for the person at the terminal; the parent tells the reasons.
    """
    import multiprocessing

    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOADED])
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        forkserver.ensure_running()
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
    return context
