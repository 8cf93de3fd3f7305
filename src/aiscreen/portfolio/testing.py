"""Tests that assert, and the CI that runs them: the marks that matter most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aiscreen.models.assessment import Evidence
from aiscreen.portfolio.data import line_at
from aiscreen.portfolio.facts import EVIDENCE, Facts, Finding
from aiscreen.portfolio.workflows import (
    CI_FILE,
    DELIVERING_ACTION,
    DELIVERS,
    commands,
    on_changes,
    runs_tests,
)
from aiscreen.text import count

_OTHER_TESTS = {
    "JavaScript": re.compile(r"\bexpect\s*\(|\bassert\b"),
    "TypeScript": re.compile(r"\bexpect\s*\(|\bassert\b"),
    "Go": re.compile(r"\bt\.(?:Error|Fatal|Fail)|\b(?:assert|require)\.\w+\("),
    "Rust": re.compile(r"\bassert(?:_eq|_ne)?!"),
    "Java": re.compile(r"\bassert\w*\s*\("),
    "Kotlin": re.compile(r"\bassert\w*\s*\("),
    "Scala": re.compile(r"\bassert\s*\(|\bshould\b|\bmust\b"),
    "C++": re.compile(r"\b(?:EXPECT|ASSERT)_\w+\(|\bREQUIRE\("),
    "C#": re.compile(r"\bAssert\.\w+"),
    "R": re.compile(r"\bexpect_\w+\("),
    "Julia": re.compile(r"@test\b"),
}
_RUST_TEST = re.compile(r"^[ \t]*#\[(?:\w+::)?test\]", re.MULTILINE)
_RECIPE = re.compile(r"^([\w.-]+)\s*:(?!=)([^\n#]*)(?:#[^\n]*)?\n((?:\t[^\n]*\n?)*)", re.MULTILINE)
_SCRIPT = re.compile(r"(?:^|/)[\w-]+(?:\.(?:sh|bash|py|ps1))?$")


def tests(facts: Facts) -> Iterator[Finding]:
    """Tests with a check that can fail, and tests without any."""
    read = [(path, facts.python[path]) for path in facts.survey.tests if path in facts.python]
    asserting = [(path, line) for path, file in read for line in file.asserting]
    hollow = [(path, line) for path, file in read for line in file.hollow]
    found = [*asserting, *_other_tests(facts)]
    if found:
        files = len({path for path, _ in found})
        tests = f"{count(len(asserting), 'asserting test')} in {count(files, 'file')}"
        note = tests if asserting else f"assertions in {count(files, 'test file')}"
        yield "tests", _one_a_file(facts, found), note
    if hollow and len(hollow) > 2 * len(found):
        note = f"{count(len(hollow), 'test')} without a check that can fail"
        yield "hollow-tests", _one_a_file(facts, hollow), note


def _other_tests(facts: Facts) -> Iterator[tuple[str, int]]:
    """The first check in each test file of other languages than Python."""
    for path, language in facts.survey.code.items():
        pattern = _OTHER_TESTS.get(language)
        if pattern is None or not (facts.is_test(path) or language == "Rust"):
            continue
        text = facts.tree.text(path)
        if language == "Rust" and not _RUST_TEST.search(text):
            continue
        if check := pattern.search(text):
            yield path, line_at(text, check.start())


def _one_a_file(facts: Facts, places: list[tuple[str, int]]) -> list[Evidence]:
    first = dict(reversed(places))
    return facts.first((facts.evidence(path, line) for path, line in sorted(first.items())), EVIDENCE)


def ci(facts: Facts) -> Iterator[Finding]:
    """CI files, whether they run the tests when code changes, and whether they deliver."""
    for path in facts.survey.texts + [p for p in facts.survey.code if p.startswith(".ci/")]:
        if not CI_FILE.fullmatch(path):
            continue
        text = facts.tree.text(path)
        ran = list(commands(path, text))
        delivering = DELIVERING_ACTION.search(text)
        if not ran and not delivering:
            continue
        yield "ci", [facts.evidence(path, ran[0].line if ran else 1)], ""
        testing = next((command for command in ran if _tests_run(facts, command.text)), None)
        if testing and facts.survey.tests and on_changes(path, text):
            yield "ci-tests", [facts.evidence(path, testing.line)], ""
        shipping = next((command for command in ran if DELIVERS.search(command.text)), None)
        if shipping:
            yield "delivery", [facts.evidence(path, shipping.line)], ""
        elif delivering:
            yield "delivery", [facts.at(path, text, delivering.start())], ""


def _tests_run(facts: Facts, command: str) -> bool:
    """Whether a command runs tests: itself, or by a script or a make target of the repository."""
    if runs_tests(command):
        return (
            not command.startswith("make")
            or "Makefile" not in facts.tree.sizes
            or _make_tests(facts, command)
        )
    if _make_tests(facts, command):
        return True
    scripts = (word.removeprefix("./").strip("\"'") for word in command.split()[:3] if _SCRIPT.search(word))
    return any(
        any(
            runs_tests(line)
            for line in facts.tree.text(path).split("\n")[:400]
            if not line.lstrip().startswith("#")
        )
        for path in scripts
        if 0 < facts.tree.sizes.get(path, 0) < 100_000
    )


def _make_tests(facts: Facts, command: str) -> bool:
    """Whether `make TARGET` reaches a recipe that runs tests, through at most one prerequisite."""
    if not command.startswith("make ") or "Makefile" not in facts.tree.sizes:
        return False
    targets = {
        found[1]: (found[2].split(), found[3]) for found in _RECIPE.finditer(facts.tree.text("Makefile"))
    }
    wanted = [word for word in command.split()[1:] if word in targets]
    wanted += [needed for word in wanted for needed in targets[word][0] if needed in targets]
    return any(runs_tests(line.strip("\t @-")) for word in wanted for line in targets[word][1].split("\n"))
