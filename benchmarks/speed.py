"""How fast: `python -m benchmarks.speed [FOLDER] [--texts FOLDER] [--rounds N]`.

Warm milliseconds a page and a résumé for reading, reading and parsing, and the whole screening, beside `pdftotext` and
pdfplumber's words on the same files; and the cold start of `aiscreen score` on one file. `--texts` names a folder of
real texts (.txt, or the collection that `benchmarks.dotin` reads): each is screened for the first time, then again.

Warm means what it means for a batch's worker, which does nothing but screen one document after the other: so each
contender takes its turn with a whole round over all files (file by file, what the others leave behind, pdfplumber and
child processes above all, would evict every cache before each measurement), and the screener is the worker's own,
with its policy set aside from the collection of garbage. The best of each file's rounds counts, and medians are over
files: what else the machine does then tells least.

A warm round flatters in one way: it has seen the very same texts before, and remembers what their words mean. A
worker sees each text once. Only the line of fresh texts tells what a résumé costs then.
"""

from __future__ import annotations

import argparse
import io
import logging
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from aiscreen import parsing, reading
from aiscreen.errors import InputError
from benchmarks import dotin

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "corpus" / "pdf"
COLD_ROUNDS = 5
STAGES = ("read", "parse", "judge")


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
    parser.add_argument("--texts", type=Path, help="a folder of real texts")
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
        for one in measured:
            for path, data in loaded.items():
                one.time(path, data)
    _table(measured, pages)
    if asked.texts:
        _texts(asked.texts, asked.rounds)
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


def _screener() -> Any:
    """A batch worker's screener, None where there is none."""
    try:
        from aiscreen.batch.task import screener
        from aiscreen.screen import Options
    except ImportError as error:
        print(f"the whole screening is left out: {error}", file=sys.stderr)
        return None
    return screener(Options(today=date(2026, 11, 1)))


def _screen() -> Callable[[Path, bytes], object] | None:
    own = _screener()
    return None if own is None else lambda path, data: own.judge(*own.read_here(path, data))


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


def _texts(folder: Path, rounds: int) -> None:
    """Real texts, seen for the first time and again: medians by stage."""
    texts = _loaded_texts(folder)
    if not texts:
        print(f"no text in {folder}", file=sys.stderr)
        return
    own = _screener()
    best: dict[str, tuple[float, ...]] = {}
    for number in range(rounds):
        for name, data in texts.items():
            marks = [time.perf_counter()]
            document = reading.read(name, data=data)
            marks.append(time.perf_counter())
            resume = parsing.parse(document)
            marks.append(time.perf_counter())
            if own is not None:
                own.judge(document, resume)
                marks.append(time.perf_counter())
            taken = tuple(after - before for before, after in pairwise(marks))
            best[name] = tuple(map(min, taken, best.get(name, taken)))
        if number in (0, rounds - 1):
            stages = [1000 * statistics.median(stage) for stage in zip(*best.values(), strict=True)]
            parts = ", ".join(f"{name} {ms:.2f}" for name, ms in zip(STAGES, stages, strict=False))
            whole = 1000 * statistics.median(map(sum, best.values()))
            told = "seen for the first time" if number == 0 else "seen before"
            print(f"{len(texts)} real texts, {told}: {whole:.2f} ms a text ({parts})")


def _loaded_texts(folder: Path) -> dict[str, bytes]:
    """A folder's texts that can be read, by name."""
    found = {path.name: path.read_bytes() for path in sorted(folder.rglob("*.txt"))}
    found.update((f"{name}.txt", text.encode()) for name, text, _ in dotin.texts(folder))
    return {name: data for name, data in found.items() if _readable(name, data)}


def _readable(name: str, data: bytes) -> bool:
    """Whether a text can be read. Reading keeps no text's words in mind: the text stays fresh."""
    try:
        reading.read(name, data=data)
    except InputError:
        return False
    return True


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
    # A user's Python keeps the modules that it has compiled, whatever is said to ours.
    keeping = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=keeping)


if __name__ == "__main__":
    raise SystemExit(main())
