"""The shipped files with random damage go through every rule, and all their examples, without a crash."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest

from aiscreen.cli.examples import Examples
from aiscreen.taxonomy import shipped
from aiscreen.taxonomy.lint import check
from aiscreen.taxonomy.lint.formats import as_github, as_sarif, as_text
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.yamlfile import read_yaml

VALUES = [
    "[]",
    "{}",
    "null",
    "no",
    "-1",
    "1e9",
    "''",
    "<nope>",
    "(a|",
    "...",
    "{n}",
    "{a: b}",
    "2030-01",
    "*",
    "a?",
    "",
]


def damaged(text: str, rng: random.Random) -> str:
    """A few lines gone, doubled, or with another value or word."""
    lines = text.split("\n")
    for _ in range(rng.choice([1, 2, 4])):
        at = rng.randrange(len(lines))
        match rng.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, rng.choice(lines))
            case 2:
                lines[at] = f"{lines[at].split(':', 1)[0]}: {rng.choice(VALUES)}"
            case _:
                words = re.findall(r"[\w-]+", lines[at])
                lines[at] = lines[at].replace(rng.choice(words or [" "]), rng.choice([*VALUES, "pytorch"]), 1)
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(1))
def test_damage_gives_problems_not_crashes(kind: Kind, seed: int) -> None:
    texts = {each: shipped.path(each).read_text(encoding="utf-8") for each in KINDS}
    texts[kind] = damaged(texts[kind], random.Random(f"{kind} {seed}"))
    examples = Examples()
    problems = check(
        {each: read_yaml(f"{each}.yaml", text.encode()) for each, text in texts.items()},
        today=date(2026, 11, 23),
        run_skill_examples=examples.of_skills,
        run_rule_examples=examples.of_rules,
    ).problems
    assert problems == sorted(problems)
    assert all(problem.message and problem.line >= 1 for problem in problems)
    for written in (as_text(problems), as_github(problems), as_sarif(problems)):
        written.encode("utf-8")


def test_a_rule_that_names_no_group_does_not_keep_the_others_from_their_examples() -> None:
    text = shipped.path("redflags").read_text(encoding="utf-8")
    broken = re.sub(r"\n      members: \[([a-z-]+)", r"\n      members: [nobodys-group", text, count=1)
    head, mark, tail = broken.rpartition("\n      hit:\n")
    hit, end, rest = tail.partition("\n")
    assert broken != text and hit.startswith("        - ")
    broken = f'{head}{mark}        - "Nothing to see here"{end}{rest}'
    files = {kind: read_yaml(f"{kind}.yaml", shipped.path(kind).read_bytes()) for kind in KINDS}
    files["redflags"] = read_yaml("redflags.yaml", broken.encode())
    examples = Examples()
    found = check(files, run_rule_examples=examples.of_rules, only=["redflags.yaml"]).problems
    assert {problem.rule for problem in found} == {"unknown-reference", "failing-example"}
