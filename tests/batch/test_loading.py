"""What a batch loads, and where: its own process nothing that does the work, a worker nothing once it works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "mlops-engineer.pdf"
LOADED = "print(*(name for name in sys.modules if name.startswith('aiscreen.')))"


def modules(script: str, cache: Path) -> set[str]:
    """The modules of ours that a fresh Python names at a script's end."""
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={"AISCREEN_CACHE_DIR": str(cache), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_the_process_that_hands_the_work_on_loads_nothing_that_does_it(tmp_path: Path) -> None:
    found = modules(f"import sys, aiscreen.batch; {LOADED}", tmp_path)
    working = ("judging.judge", "matching", "parsing", "reading.pdf", "batch.task", "batch.packing")
    assert "aiscreen.batch.pool" in found
    assert found.isdisjoint(f"aiscreen.{name}" for name in working)


def test_a_worker_finds_loaded_what_a_pdf_needs(tmp_path: Path) -> None:
    modules("from aiscreen.screen import Screener; Screener().prepare()", tmp_path)  # fills the cache
    script = f"""
import sys
import aiscreen.cli.preload
loaded = set(sys.modules)
from aiscreen.batch.task import perform
from aiscreen.batch.work import Done, Task
from aiscreen.screen import Options
assert isinstance(perform(Options(), Task("a.pdf", open({str(EXAMPLE)!r}, "rb").read())), Done)
print(*(name for name in sys.modules if name.startswith("aiscreen.") and name not in loaded))
"""
    assert modules(script, tmp_path) == set()
