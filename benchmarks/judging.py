"""How well people are ordered and their roles told, and what judging costs: `python -m benchmarks.judging`.

The people are those of tests/judging/data: short, fictional, each with a tier and the role whose work they do.
Pairs are those whose tiers differ. Time is processor time of `assess` alone, texts seen for the first time.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from typing import Any

from tests.judging.people import AS_OF, DATA, document_of, people, resume_of

from aiscreen import matching, taxonomy
from aiscreen.judging import evidence, work_said
from aiscreen.judging import judge as judging
from aiscreen.judging.flags.engine import engine_of
from aiscreen.models.assessment import Assessment
from aiscreen.taxonomy.patterns import words


def order(judged: Sequence[tuple[dict[str, Any], Assessment]]) -> tuple[int, list[str]]:
    """How many pairs there are, and those in the wrong order."""
    pairs, wrong = 0, []
    for above, first in judged:
        for below, second in judged:
            if above["tier"] > below["tier"]:
                pairs += 1
                if (first.score or 0) <= (second.score or 0):
                    wrong.append(f"{above['id']} ({first.score}) is not above {below['id']} ({second.score})")
    return pairs, wrong


def roles(judged: Sequence[tuple[dict[str, Any], Assessment]]) -> tuple[int, list[str]]:
    """How many people have a role to tell, and whose was told wrongly."""
    asked = [(person, result) for person, result in judged if person["role"]]
    return len(asked), [
        f"{person['id']}: {result.role}, not {person['role']}"
        for person, result in asked
        if result.role != person["role"]
    ]


def milliseconds(cases: Sequence[tuple[Any, ...]], policy: taxonomy.Taxonomy, rounds: int = 5) -> float:
    """The best of some rounds, for one résumé."""
    best = float("inf")
    for _ in range(rounds):
        evidence._read.cache_clear()
        work_said._find.cache_clear()
        words.sentences.cache_clear()
        engine_of(policy).sentences.cache_clear()
        start = time.process_time()
        for document, resume, mentions in cases:
            judging.judge(document, resume, mentions, policy, role=None, as_of=AS_OF)
        best = min(best, time.process_time() - start)
    return 1000 * best / len(cases)


def main() -> None:
    """Print the figures for each file of people."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=sorted(path.name for path in DATA.glob("people*.yaml")))
    parser.add_argument("--verbose", action="store_true", help="name what is wrong")
    options = parser.parse_args()
    policy = taxonomy.load()
    matcher = matching.Matcher(policy)
    for name in options.files:
        written = people(name)
        resumes = [resume_of(person) for person in written]
        cases = [(document_of(resume), resume, matcher.find_all(resume)) for resume in resumes]
        results = [judging.judge(*case, policy, role=None, as_of=AS_OF).assessment for case in cases]
        judged = list(zip(written, results, strict=True))
        pairs, wrong = order(judged)
        asked, missed = roles(judged)
        print(f"{name}: {len(written)} people")
        print(f"  pairs in order  {pairs - len(wrong)}/{pairs} = {(pairs - len(wrong)) / pairs:.1%}")
        print(f"  best role right {asked - len(missed)}/{asked} = {(asked - len(missed)) / asked:.1%}")
        print(f"  assess          {milliseconds(cases, policy):.2f} ms a résumé")
        for line in (*wrong, *missed) if options.verbose else ():
            print(f"    {line}")


if __name__ == "__main__":
    main()
