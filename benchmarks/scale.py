"""How a batch grows: time and peak memory over more and more documents, one worker against two.

    python -m benchmarks.scale                      # 1,000 and 10,000 documents
    python -m benchmarks.scale --documents 100000   # a night's worth; needs about 1 GB of disk

The documents are the examples' texts set as PDF (four in five), text and Markdown, each with another name, address
and figures, so that no two are alike. Every run is `aiscreen batch` as its users run it, in a process of its own.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PLACEHOLDER = "Zqxvkjaaaaaa"
BROKEN_EVERY = 100


def templates() -> list[tuple[str, bytes]]:
    """Each example's text as a file with PLACEHOLDER where the candidate's name and address stand."""
    from aiscreen import parsing, reading

    made: list[tuple[str, bytes]] = []
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix not in (".pdf", ".docx", ".txt", ".md") or path.name == "README.md":
            continue
        document = reading.read(path)
        basics = parsing.parse(document).basics
        text = document.text
        for own in (basics.email, basics.name):
            if own:
                text = text.replace(
                    own, f"{PLACEHOLDER}@mail.example" if "@" in own else f"Alex {PLACEHOLDER}"
                )
        made += [(".pdf", as_pdf(text))] * 4 + [(".txt", text.encode())]
    return made


def mark(number: int) -> bytes:
    """Another surname of the placeholder's length."""
    letters = ""
    for _ in range(6):
        number, digit = divmod(number, 26)
        letters = chr(97 + digit) + letters
    return f"Zqxvkj{letters}".encode()


def as_pdf(text: str) -> bytes:
    """Text as a plain PDF whose streams are not compressed, so that words in it can be changed in place."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=0, invariant=1)
    height = 0.0
    for line in text.splitlines():
        if height < 60:
            if height:
                canvas.showPage()
            height = A4[1] - 50
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, height, line.encode("latin-1", "replace").decode("latin-1"))
        height -= 13
    canvas.save()
    return out.getvalue()


def generate(folder: Path, count: int) -> None:
    """Write `count` documents, one in a hundred of them broken."""
    kinds = templates()
    for n in range(count):
        sub = folder / f"{n // 1000:03d}"
        sub.mkdir(parents=True, exist_ok=True)
        suffix, body = kinds[n % len(kinds)]
        body = body.replace(PLACEHOLDER.encode(), mark(n + 1))
        if n % BROKEN_EVERY == BROKEN_EVERY - 1:
            body = body[:200] if suffix == ".pdf" else b""
        (sub / f"{n:06d}{suffix}").write_bytes(body)


def run(folder: Path, store: Path, jobs: int) -> tuple[float, float, str]:
    """Seconds, peak megabytes of the largest process, and the summary of one batch."""
    command = [
        sys.executable,
        "-m",
        "aiscreen",
        "batch",
        str(folder),
        "--jobs",
        str(jobs),
        "--store",
        str(store),
    ]
    command += ["--format", "csv", "--output", str(store.with_suffix(".csv"))]
    log = store.with_suffix(".log")
    started = time.perf_counter()
    with log.open("wb") as err:
        process = subprocess.Popen(command, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        sys.exit(f"aiscreen batch ended with {process.returncode}: {log.read_text()[-500:]}")
    return seconds, usage.ru_maxrss / 1024, log.read_text().splitlines()[-1]


def main() -> None:
    """Print a row a run, with the ratios that matter."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    print(f"{'documents':>9} {'jobs':>4} {'seconds':>8} {'ms/doc':>7} {'peak MB':>8} {'again':>6}  summary")
    before: dict[int, tuple[int, float, float]] = {}
    with tempfile.TemporaryDirectory(prefix="aiscreen-scale-") as temporary:
        for count in arguments.documents:
            folder = Path(temporary) / f"documents-{count}"
            generate(folder, count)
            one = 0.0
            for jobs in arguments.jobs:
                store = Path(temporary) / f"{count}-{jobs}.sqlite3"
                seconds, megabytes, summary = run(folder, store, jobs)
                again, _, _ = run(folder, store, jobs)
                row = f"{count:9} {jobs:4} {seconds:8.1f} {1000 * seconds / count:7.2f} {megabytes:8.0f} {again / seconds:6.1%}"
                print(f"{row}  {summary.removeprefix('aiscreen: ')}")
                if jobs in before:
                    fewer, fewer_seconds, fewer_megabytes = before[jobs]
                    print(
                        f"          {count / fewer:.0f}x the documents: {seconds / fewer_seconds:.2f}x the time, "
                        f"{megabytes / fewer_megabytes:.2f}x the memory"
                    )
                if one:
                    print(f"          {jobs} workers: {one / seconds:.2f}x as fast as {arguments.jobs[0]}")
                one = one or seconds
                before[jobs] = (count, seconds, megabytes)


if __name__ == "__main__":
    main()
