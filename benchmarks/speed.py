"""How fast: `python -m benchmarks.speed [FOLDER] [--rounds N]`.

Warm milliseconds a page and a résumé for reading, reading and parsing, and the whole screening, beside `pdftotext` and
pdfplumber's words on the same files; and the cold start of `aiscreen score` on one file. All are interleaved file by
file, the best of each file's rounds counts, and medians are over files: what else the machine does then tells least.
"""

from __future__ import annotations

import argparse
import io
import logging
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from aiscreen import parsing, reading

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "corpus" / "pdf"
COLD_ROUNDS = 5


@dataclass
class Timed:
    """Something that is done to each file, and its best seconds by file."""

    name: str
    run: Callable[[Path, bytes], object]
    best: dict[Path, float] = field(default_factory=dict)

    def time(self, path: Path, data: bytes) -> None:
        start = time.perf_counter()
        self.run(path, data)
        taken = time.perf_counter() - start
        self.best[path] = min(taken, self.best.get(path, taken))


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=int, default=0, help="only so many files, spread over the folder")
    asked = parser.parse_args(arguments)
    files = sorted(asked.folder.glob("*.pdf"))
    if not files:
        print(f"no PDF in {asked.folder}", file=sys.stderr)
        return 2
    if asked.limit:
        files = files[:: max(1, len(files) // asked.limit)]
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    loaded = {path: path.read_bytes() for path in files}
    pages = {path: reading.read(path, data=data).pages for path, data in loaded.items()}
    measured = _contenders()
    for _ in range(asked.rounds):
        for path, data in loaded.items():
            for one in measured:
                one.time(path, data)
    _table(measured, pages)
    _cold(files[0])
    return 0


def _contenders() -> list[Timed]:
    found = [
        Timed("read", lambda path, data: reading.read(path, data=data)),
        Timed("read + parse", lambda path, data: parsing.parse(reading.read(path, data=data))),
        Timed("read in a child process", lambda path, data: reading.read_isolated(path, data=data)),
    ]
    screen = _screen()
    if screen is not None:
        found.append(Timed("whole screening", screen))
    if shutil.which("pdftotext"):
        found.append(Timed("pdftotext (a process)", lambda path, _: _pdftotext(path)))
    found.append(Timed("pdfplumber words", lambda _, data: _pdfplumber(data)))
    return found


def _screen() -> Callable[[Path, bytes], object] | None:
    try:
        from aiscreen.screen import Options, Screener
    except ImportError as error:
        print(f"the whole screening is left out: {error}", file=sys.stderr)
        return None
    screener = Screener(Options(today=date(2026, 11, 1)))

    def screen(path: Path, data: bytes) -> Any:
        document, resume = screener.read_here(path, data)
        return screener.judge(document, resume)

    return screen


def _pdftotext(path: Path) -> None:
    subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=False)


def _pdfplumber(data: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_words(extra_attrs=["fontname", "size", "non_stroking_color"])


def _table(measured: list[Timed], pages: dict[Path, int]) -> None:
    """Medians over files, and how many times slower than reading."""
    base = measured[0]
    print(f"{len(pages)} files, {sum(pages.values())} pages")
    print(f"{'':26}{'ms a page':>10}{'ms a file':>11}{'p95':>8}{'x read':>8}")
    for one in measured:
        a_page = statistics.median(1000 * one.best[path] / pages[path] for path in pages)
        files = sorted(1000 * taken for taken in one.best.values())
        ratio = statistics.median(one.best[path] / base.best[path] for path in pages)
        late = files[min(len(files) - 1, int(0.95 * len(files)))]
        print(f"{one.name:26}{a_page:10.2f}{statistics.median(files):11.2f}{late:8.1f}{ratio:8.2f}")


def _cold(path: Path) -> None:
    """A new process for one file, interleaved with an interpreter that does nothing."""
    cold = Timed("score", lambda *_: _process("-m", "aiscreen", "score", str(path), "--format", "json"))
    bare = Timed("python", lambda *_: _process("-c", "pass"))
    for _ in range(COLD_ROUNDS):
        cold.time(path, b"")
        bare.time(path, b"")
    print(
        f"cold start of `aiscreen score` on one file {cold.best[path]:.3f} s (python alone {bare.best[path]:.3f} s)"
    )


def _process(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], capture_output=True, check=False)


if __name__ == "__main__":
    raise SystemExit(main())
