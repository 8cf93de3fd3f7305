"""How a batch grows: time and peak memory over more and more documents, one worker against two, again, and for
another role.

    python -m benchmarks.scale                                   # 1,000 and 10,000 documents
    python -m benchmarks.scale --documents 10000 100000 --jobs 2 # a long one; needs about 3 GB of disk for a while

The documents are the examples' texts set as PDF (four in five) and as text, each with another name, address, number
and account, so that no two are alike; one in a hundred is broken or hostile. Every run is `aiscreen batch` as its
users run it, in a process of its own.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PLACEHOLDER = "Bababababa"
PHONE = "+49 30 0000000"
BROKEN_EVERY = 100
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def templates() -> list[tuple[str, bytes]]:
    """Each example's text as a file with PLACEHOLDER and PHONE where the candidate's name and contacts stand."""
    from aiscreen import parsing, reading

    made: list[tuple[str, bytes]] = []
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix not in (".pdf", ".docx", ".txt", ".md") or path.name == "README.md":
            continue
        document = reading.read(path)
        basics = parsing.parse(document).basics
        text = document.text
        told = [(basics.email, f"{PLACEHOLDER}@mail.example"), (basics.name, f"Alex {PLACEHOLDER}")]
        told += [(basics.phone, PHONE)] + [(p.username, PLACEHOLDER) for p in basics.profiles]
        for own, other in told:
            if own:
                text = text.replace(own, other)
        text = f"Alex {PLACEHOLDER}\n{text}"  # layouts with a column at the side name nobody at the top
        made += [(".pdf", as_pdf(text))] * 4 + [(".txt", text.encode())]
    return made


def personal(body: bytes, number: int) -> bytes:
    """A template as another person's, of the same length: a PDF's offsets stay true."""
    left, syllables = number, []
    for _ in range(len(PLACEHOLDER) // 2):
        left, digit = divmod(left, len(_SYLLABLES))
        syllables.append(_SYLLABLES[digit])
    name = "".join(reversed(syllables)).capitalize()
    phone = f"{PHONE[:-7]}{number:07d}"
    return body.replace(PLACEHOLDER.encode(), name.encode()).replace(PHONE.encode(), phone.encode())


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


def broken(body: bytes, number: int) -> tuple[str, bytes]:
    """A document that cannot be read: cut short, empty, not what it says, encrypted in appearance, or a bomb."""
    mark = str(number).encode()
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (60 << 20) if number // BROKEN_EVERY % 25 == 5 else b"<")
        archive.comment = mark
    kinds = [
        (".pdf", body[:200] + mark),
        (".txt", b" " * (number // BROKEN_EVERY)),
        (".pdf", b"\x89PNG\r\n\x1a\n" + mark),
        (".pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 999999>>endobj\n" + mark),
        (".doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + mark),
        (".docx", bomb.getvalue()),
        (".zip", b"PK\x03\x04" + mark),
        (".txt", bytes(range(256)) * 40 + mark),
    ]
    return kinds[number // BROKEN_EVERY % len(kinds)]


def generate(folder: Path, count: int) -> None:
    """Write `count` documents, one in a hundred of them broken."""
    kinds = templates()
    for n in range(count):
        sub = folder / f"{n // 1000:03d}"
        if n % 1000 == 0:
            sub.mkdir(parents=True, exist_ok=True)
        suffix, body = kinds[n % len(kinds)]
        body = personal(body, n + 1)
        if n % BROKEN_EVERY == BROKEN_EVERY - 1:
            suffix, body = broken(body, n)
        (sub / f"{n:06d}{suffix}").write_bytes(body)


@dataclass(frozen=True)
class Measured:
    """One run: wall seconds, peak megabytes of the parent and of all processes together, and its summary."""

    seconds: float
    parent: float
    all: float
    summary: str


def run(folder: Path, store: Path, jobs: int, *more: str) -> Measured:
    """One batch, measured."""
    command = [sys.executable, "-m", "aiscreen", "batch", str(folder), "--jobs", str(jobs)]
    command += ["--store", str(store), "--format", "csv", "--output", str(store.with_suffix(".csv")), *more]
    log = store.with_suffix(".log")
    started = time.perf_counter()
    with log.open("wb") as err:
        # A user's Python keeps the modules that it has compiled, whatever is said to ours.
        keeping = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
        process = subprocess.Popen(command, stderr=err, start_new_session=True, env=keeping)
        try:
            with Watch(process.pid) as peak:
                process.wait()
        finally:
            process.terminate()  # where this measurement is stopped, so is what it measures
            process.wait()
    seconds = time.perf_counter() - started
    if process.returncode not in (0, 3):
        sys.exit(f"aiscreen batch ended with {process.returncode}: {log.read_text()[-500:]}")
    summary = log.read_text().splitlines()[-1].removeprefix("aiscreen: ")
    return Measured(seconds, peak.parent, peak.all, summary)


class Watch:
    """The most memory that a session's first process, and all of them together, hold, in megabytes, looked at now and
    then (Linux). What they share counts once, with the first."""

    def __init__(self, session: int) -> None:
        self.session, self.over = session, threading.Event()
        self.parent = self.all = 0.0
        self.thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()

    def _look(self) -> None:
        while not self.over.wait(0.5):
            held = dict(self._held())
            self.parent = max(self.parent, held.get(self.session, 0.0))
            self.all = max(self.all, sum(held.values()))

    def _held(self) -> Iterator[tuple[int, float]]:
        page = os.sysconf("SC_PAGE_SIZE") / (1 << 20)
        for process in Path("/proc").glob("[0-9]*"):
            try:
                session = int((process / "stat").read_text().rsplit(")", 1)[1].split()[3])
                if session == self.session:
                    _, resident, shared, *_ = map(int, (process / "statm").read_text().split())
                    number = int(process.name)
                    yield number, (resident if number == self.session else resident - shared) * page
            except OSError:  # it has ended meanwhile
                continue


def measure(folder: Path, store: Path, jobs: int, count: int) -> Measured:
    """The first run, the second, and one for another role; prints a row."""
    first = run(folder, store, jobs)
    again, other = run(folder, store, jobs), run(folder, store, jobs, "--role", "mlops-engineer")
    print(
        f"{count:9} {jobs:4} {first.seconds:8.1f} {1000 * first.seconds / count:6.2f} {first.parent:6.0f} {first.all:6.0f}"
        f" {again.seconds:7.1f} {again.seconds / first.seconds:6.1%} {other.seconds:7.1f}"
        f" {store.stat().st_size / count / 1024:6.1f}  {first.summary}",
        flush=True,
    )
    for file in store.parent.glob(f"{store.stem}*"):
        file.unlink()
    return first


def main() -> None:
    """Print a row a run, with the ratios that matter."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    print("                                 peak MB   again            other  store")
    print("documents jobs  seconds ms/doc parent   all seconds of 1st   role  kB/doc  summary")
    before: dict[int, tuple[int, Measured]] = {}
    with tempfile.TemporaryDirectory(prefix="aiscreen-scale-") as temporary:
        generate(Path(temporary) / "few", 8)
        run(Path(temporary) / "few", Path(temporary) / "few.sqlite3", 1)  # fills the policy's cache
        for count in arguments.documents:
            folder = Path(temporary) / f"documents-{count}"
            generate(folder, count)
            alone: Measured | None = None
            for jobs in arguments.jobs:
                now = measure(folder, Path(temporary) / f"{count}-{jobs}.sqlite3", jobs, count)
                if jobs in before:
                    fewer, then = before[jobs]
                    print(
                        f"          {count / fewer:.0f}x the documents: {now.seconds / then.seconds:.2f}x the time, "
                        f"{now.parent / then.parent:.2f}x the parent's memory, {now.all / then.all:.2f}x all memory"
                    )
                if alone:
                    print(
                        f"          {jobs} workers: {alone.seconds / now.seconds:.2f}x as fast as one run with {arguments.jobs[0]}"
                    )
                alone = alone or now
                before[jobs] = (count, now)


if __name__ == "__main__":
    main()
