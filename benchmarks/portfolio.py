"""How long a large repository takes: 5,000 commits of five people over 2,000 files, examined in a fresh process.

    python -m benchmarks.portfolio [--commits 5000] [--files 2000] [--runs 5] [--blame 60]

`--blame N` also compares the candidate's share of the standing lines with `git blame` over N files.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.portfolio.history import History, git

MODULES = {
    "numpy": "numpy.mean([{0}, {1}])",
    "torch": "torch.tensor([{0}, {1}])",
    "pandas": "pandas.Series([{0}, {1}])",
    "fastapi": "fastapi.FastAPI(title='{0}-{1}')",
    "redis": "redis.Redis(port={0} + {1})",
    "mlflow": "mlflow.log_metric('m{0}', {1})",
}
LINES = (
    "    value = compute({0}, {1})",
    "    if value > {0}: total += {1}",
    "    log.info('step {0} of {1}')",
    "    table[{0}] = normalise(total) / {1}",
)


def build(place: Path, commits: int, files: int) -> None:
    """Write a history in which files first appear and are then changed here and there, by five people."""
    rng = random.Random(7)
    paths = [f"src/part{n % 40}/sub{n % 7}/step_{n}.py" for n in range(files)]
    contents: dict[str, list[str]] = {}
    history = History(place, now=datetime.fromtimestamp(1_500_000_000, UTC))
    for number in range(commits):
        author = number * 7919 % 5
        begun = paths[number * 4 : number * 4 + 4]
        touched = begun or rng.sample(paths, 3)
        for path in touched:
            contents[path] = changed(rng, contents[path]) if path in contents else fresh(rng)
        history.commit(
            {path: "\n".join(contents[path]) + "\n" for path in touched},
            author=(f"Author {author}", f"a{author}@example.org"),
            days=rng.randrange(100, 40_000) / 86400,
        )
    history.build(checkout=False)
    git(place, "repack", "-adq")


def fresh(rng: random.Random) -> list[str]:
    """A new file that uses two libraries."""
    used = rng.sample(sorted(MODULES), 2)
    uses = [f"    value = {MODULES[name].format(rng.randrange(99), rng.randrange(99))}" for name in used]
    return [
        *(f"import {name}" for name in used),
        "",
        "def step(value, total, table):",
        *uses,
        *lines(rng, rng.randrange(60, 200)),
    ]


def changed(rng: random.Random, content: list[str]) -> list[str]:
    """Some lines of a file replaced by others."""
    at = rng.randrange(6, len(content))
    return [*content[:at], *lines(rng, rng.randrange(1, 9)), *content[at + rng.randrange(0, 6) :]]


def lines(rng: random.Random, count: int) -> list[str]:
    return [rng.choice(LINES).format(rng.randrange(10**4), rng.randrange(10**4)) for _ in range(count)]


def blame_share(place: Path, email: str, files: int) -> float:
    """The share of lines of four characters or more that `git blame` gives to an author."""
    paths = git(place, "ls-tree", "-r", "--name-only", "HEAD").split("\n")[:-1]
    mine = total = 0
    for path in paths[:: max(1, len(paths) // files)]:
        author = ""
        for line in git(place, "blame", "--line-porcelain", "HEAD", "--", path).split("\n"):
            if line.startswith("author-mail "):
                author = line[13:-1]
            elif line.startswith("\t") and len(line.strip()) > 3:
                total += 1
                mine += author == email
    return mine / total


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for option, default in (("--commits", 5000), ("--files", 2000), ("--runs", 5), ("--blame", 0)):
        parser.add_argument(option, type=int, default=default)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "large"
        place.mkdir()
        build(place, options.commits, options.files)
        asked = ["--email", "a1@example.org", "--format", "json"]
        command = [sys.executable, "-m", "aiscreen", "portfolio", str(place), *asked]
        times = []
        for _ in range(options.runs):
            start = time.perf_counter()
            answer = subprocess.run(command, capture_output=True, check=True, text=True).stdout
            times.append(time.perf_counter() - start)
        print(f"{options.commits} commits, {options.files} files, cold process, one of five authors")
        print(
            f"median {statistics.median(times):.2f} s, best {min(times):.2f} s, worst {max(times):.2f} s of {options.runs}"
        )
        if options.blame:
            share = json.loads(answer)["repositories"][0]["authorship"]["share_lines"]
            print(
                f"share of lines {share:.3f}, by git blame {blame_share(place, 'a1@example.org', options.blame):.3f}"
            )


if __name__ == "__main__":
    main()
