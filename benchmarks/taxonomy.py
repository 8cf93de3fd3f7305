"""How fast the policy files are loaded, checked and tried: `python -m benchmarks.taxonomy [RUNS]`.

Every figure is of fresh processes; the least and the median of RUNS (15) are printed, in milliseconds of the wall
clock, so that they hold on a quiet machine only. "Loading" is
`taxonomy.load()` and a matcher over it, without the start of Python and the import of pydantic. The bars: 40 ms with
a warm cache, a check of the shipped files in less than a second.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

LOADING = """
import gc, time
gc.disable()  # as the command line does
from pydantic import BaseModel
class Any(BaseModel):
    name: str
import aiscreen.models.assessment  # whose models every command needs
started = time.perf_counter()
from aiscreen import taxonomy
loaded = taxonomy.load()
ready = time.perf_counter()
from aiscreen import matching
matching.Matcher(loaded)
print((ready - started) * 1000, (time.perf_counter() - started) * 1000)
"""
LINE = "Built and deployed a PyTorch ranking model with FastAPI on AWS, cutting latency by 40%\n"
LINES = 5000


def loading(cache: str) -> tuple[float, float]:
    """Milliseconds to the taxonomy, and to the matcher."""
    env = {**os.environ, "AISCREEN_CACHE_DIR": cache}
    done = subprocess.run(
        [sys.executable, "-c", LOADING], env=env, capture_output=True, text=True, check=True
    )
    first, second = map(float, done.stdout.split())
    return first, second


def command(cache: str, *args: str, stdin: str = "") -> float:
    """Milliseconds of a whole process."""
    env = {**os.environ, "AISCREEN_CACHE_DIR": cache}
    script = [sys.executable, "-c", "from aiscreen.cli import main; main()", *args]
    started = time.perf_counter()
    subprocess.run(script, env=env, input=stdin, capture_output=True, text=True, check=False)
    return (time.perf_counter() - started) * 1000


def show(name: str, figures: list[float]) -> None:
    print(f"{name:44} {min(figures):8.1f} {statistics.median(figures):8.1f}")


def repeat(runs: int, measure: Callable[[], float]) -> list[float]:
    return [measure() for _ in range(runs)]


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(f"{'milliseconds':44} {'least':>8} {'median':>8}")
    with tempfile.TemporaryDirectory() as folder:
        cold = []
        for number in range(max(3, runs // 3)):
            cold.append(loading(f"{folder}/{number}")[1])
        show("loading with an empty cache", cold)
        warm = [loading(f"{folder}/0") for _ in range(runs)]
        show("loading with a warm cache, without matcher", [first for first, _ in warm])
        show("loading with a warm cache", [second for _, second in warm])
        cache = f"{folder}/0"
        show("aiscreen taxonomy check", repeat(runs, lambda: command(cache, "taxonomy", "check")))
        one = repeat(runs, lambda: command(cache, "taxonomy", "try", "-", "-f", "json", stdin=LINE))
        show("aiscreen taxonomy try, one line", one)
        many = repeat(3, lambda: command(cache, "taxonomy", "try", "-", "-f", "json", stdin=LINE * LINES))
        show(f"aiscreen taxonomy try, {LINES} lines", many)
        print(f"a line of try: {(min(many) - min(one)) / LINES:.3f} ms")


if __name__ == "__main__":
    main()
