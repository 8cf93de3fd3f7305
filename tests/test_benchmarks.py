"""The commands behind the figures of the README run, on little."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "examples" / "academic-only.pdf"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["judging", "people.yaml"], "pairs"),
        (["matching"], "6,000 characters"),
        (["flags", "{folder}/page.txt"], "1 lines, 0 with a flag"),
        (["speed", "{folder}", "--rounds", "1"], "read + parse"),
        (["scale", "--documents", "20", "--jobs", "1"], "20"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_benchmark_runs(command: list[str], says: str, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(PAGE.read_bytes())
    (tmp_path / "page.txt").write_text("Trained a model on tables and served it to the planners.\n")
    words = [word.format(folder=tmp_path) for word in command]
    run = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{words[0]}", *words[1:]],
        cwd=ROOT,
        env={**os.environ, "AISCREEN_CACHE_DIR": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert says in run.stdout
