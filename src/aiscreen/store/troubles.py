"""What goes wrong with a store, in a person's words."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def in_words(path: Path, error: sqlite3.Error | OSError) -> str:
    """What is wrong with a store, and what to do."""
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    if "locked" in said:
        return f"the store {path} is in use by another program; wait for it, or choose another with --store"
    if "full" in said:
        return f"no space left on the disk while the store {path} was written; make room and run again: what was done before is kept"
    if "disk I/O" in said:
        return (
            f"the disk refuses to read or write the store {path}: is it full or failing, or are files limited in size? "
            "What was done before is kept"
        )
    if "Could not decode" in said:  # it would be quoted
        said = "malformed text"
    if "malformed" in said or "not a database" in said:
        return (
            f"the store {path} is damaged or is no store ({said}); delete it, or choose another with --store"
        )
    return f"cannot use the store {path}: {said}; choose another with --store"
