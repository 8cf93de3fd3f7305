"""How often the rules fire on lines of text, and how long that takes: `python -m benchmarks.flags FILE`.

Every hit on neutral text (package summaries, adverts) is either a real confusion or a fault of a rule: read them all.
`--show` prints them. Lines are taken as single statements; tests of a whole document do not run.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from aiscreen import matching, taxonomy
from aiscreen.judging.flags import flags_in_text


def main() -> None:
    """Reads lines, prints hits per rule and the time a line takes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.flags", description=__doc__)
    parser.add_argument("file", help="a text file, one statement a line; - reads stdin")
    parser.add_argument(
        "--show", action="store_true", help="print every line that raises a flag, with its rules"
    )
    parser.add_argument("--rule", help="only this rule")
    options = parser.parse_args()
    text = (
        sys.stdin.read() if options.file == "-" else Path(options.file).read_text("utf-8", errors="replace")
    )
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    policy = taxonomy.load()
    matcher = matching.Matcher(policy)
    flags_in_text("warm up: supervised learning such as random forest", policy, matcher)
    hits: Counter[str] = Counter()
    flagged = 0
    started = time.perf_counter()
    for line in lines:
        flags = [f for f in flags_in_text(line, policy, matcher) if options.rule in (None, f.rule)]
        hits.update(flag.rule for flag in flags)
        flagged += bool(flags)
        if flags and options.show:
            print(f"{', '.join(flag.rule for flag in flags)}\t{line}")
    seconds = time.perf_counter() - started
    for rule, count in sorted(hits.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:6d}  {rule}")
    if lines:
        print(f"{len(lines)} lines, {flagged} with a flag, {1e6 * seconds / len(lines):.0f} µs a line")


if __name__ == "__main__":
    main()
