"""The signs of how work is done, found in the tree: what speaks for production, and what for an exercise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Mark
from aiscreen.portfolio.data import Sign, signs
from aiscreen.portfolio.exercises import exercise_marks
from aiscreen.portfolio.facts import Facts
from aiscreen.portfolio.infrastructure import is_kubernetes
from aiscreen.portfolio.manifests import toml
from aiscreen.portfolio.workflows import (
    CI_FILE,
    DELIVERING_ACTION,
    DELIVERS,
    commands,
    on_changes,
    runs_tests,
)

_EVIDENCE = 3
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
_RUST_TEST = re.compile(r"^\s*#\[(?:\w+::)?test\]", re.MULTILINE)
_SECRETS = re.compile(
    r"\bAKIA[0-9A-Z]{16}\b|-----BEGIN (?:RSA |EC |OPENSSH |DSA )?PRIVATE KEY-----|\bghp_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,}|"
    r"\bhf_[A-Za-z]{34}\b|\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}\b|\bxox[bap]-\d{8,}-[\w-]{20,}|\bAIza[0-9A-Za-z_-]{35}\b"
)
_SECRET_STARTS = (b"AKIA", b"PRIVATE KEY-----", b"ghp_", b"github_pat_", b"hf_", b"sk-", b"xox", b"AIza")
_NO_SECRET = re.compile(
    r"example|sample|dummy|fake|placeholder|your|xxxx|1234567890|test|redacted|<|\*\*\*", re.IGNORECASE
)
_SCRIPT = re.compile(r"(?:^|/)[\w-]+(?:\.(?:sh|bash|py|ps1))?$")
_RECIPE = re.compile(r"^([\w.-]+)\s*:(?!=)([^\n#]*)(?:#[^\n]*)?\n((?:\t[^\n]*\n?)*)", re.MULTILINE)
_RELEASE = re.compile(r"v?\d+\.\d+(?:\.\d+)?(?:[-.+]?\w+)*")


def find_marks(facts: Facts, tags: list[str], pull_requests: int) -> list[Mark]:
    """All marks found in a tree, in the order of the table."""
    found: dict[str, Mark] = {}
    for sign in signs().values():
        if mark := _by_name(facts, sign):
            found[sign.id] = mark
    for finder in _FINDERS:
        for id, evidence, note in finder(facts):
            _add(found, id, evidence, note)
    releases = [tag for tag in tags if _RELEASE.fullmatch(tag.rpartition("/")[2])]
    if len(releases) > 1:
        _add(found, "releases", [], f"{len(releases)} version tags, among them {releases[-1][:40]}")
    if pull_requests > 1:
        _add(found, "reviewed", [], f"{pull_requests} merged pull requests")
    for id, evidence, note in exercise_marks(facts):
        _add(found, id, evidence, note)
    return [found[id] for id in signs() if id in found]


def _add(found: dict[str, Mark], id: str, evidence: list[Evidence], note: str) -> None:
    sign = signs()[id]
    mark = found.setdefault(id, Mark(id=id, name=sign.name, weight=sign.weight))
    mark.evidence = [*mark.evidence, *evidence][:_EVIDENCE]
    mark.note = mark.note or note


def _by_name(facts: Facts, sign: Sign) -> Mark | None:
    """A mark shown by what is imported outside tests, what is called, or what files are named."""
    evidence: list[Evidence] = []
    for use in facts.uses:
        if not use.used or use.test or use.path in facts.survey.aside:
            continue
        if _among(use.module, sign.modules) and not _doubtful(facts, sign.id, use.path):
            evidence.append(facts.evidence(use.path, use.line))
    if sign.paths is not None:
        for path in [*facts.survey.texts, *facts.survey.code]:
            told = sign.id == "decisions" or not (path in facts.survey.aside or facts.is_test(path))
            if told and sign.paths.fullmatch(path) and facts.tree.sizes[path] > 1:
                evidence.append(facts.evidence(path, 1, quote=path))
    if sign.calls is not None:
        for path in facts.python:
            if facts.is_test(path) or path in facts.survey.aside:
                continue
            if call := sign.calls.search(text := facts.tree.text(path)):
                evidence.append(facts.evidence(path, text.count("\n", 0, call.start()) + 1))
    if not evidence:
        return None
    unique = list({item.file: item for item in reversed(evidence)}.values())[::-1]
    return Mark(
        id=sign.id, name=sign.name, weight=sign.weight, evidence=unique[:_EVIDENCE], note=_places(len(unique))
    )


def _among(module: str, modules: frozenset[str]) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:length]) in modules for length in range(1, len(parts) + 1))


def _doubtful(facts: Facts, id: str, path: str) -> bool:
    """A metric printed in a notebook is no evaluation to speak of, nor is logging there in place of printing."""
    return id in ("evaluation", "logging", "serving", "monitoring") and path in facts.notebooks


def _places(count: int) -> str:
    return f"in {count} files" if count > 1 else ""


Finding = tuple[str, list[Evidence], str]


def _tests(facts: Facts) -> Iterator[Finding]:
    """Tests with a check that can fail, and tests without any."""
    asserting = [
        (path, line)
        for path in facts.survey.tests
        if path in facts.python
        for line in facts.python[path].asserting
    ]
    hollow = [
        (path, line)
        for path in facts.survey.tests
        if path in facts.python
        for line in facts.python[path].hollow
    ]
    other: list[tuple[str, int]] = []
    for path, language in facts.survey.code.items():
        pattern = _OTHER_TESTS.get(language)
        if pattern is None or not (facts.is_test(path) or language == "Rust"):
            continue
        text = facts.tree.text(path)
        if language == "Rust" and not _RUST_TEST.search(text):
            continue
        if check := pattern.search(text):
            other.append((path, text.count("\n", 0, check.start()) + 1))
    found = [*asserting, *other]
    if found:
        files = len({path for path, _ in found})
        tests = (
            f"{len(asserting)} asserting tests in {files} files"
            if asserting
            else f"assertions in {files} test files"
        )
        yield "tests", _one_a_file(facts, found), _singular(tests)
    if hollow and len(hollow) > 2 * len(found):
        yield (
            "hollow-tests",
            _one_a_file(facts, hollow),
            _singular(f"{len(hollow)} tests without a check that can fail"),
        )


def _one_a_file(facts: Facts, places: list[tuple[str, int]]) -> list[Evidence]:
    first = dict(reversed(places))
    return [facts.evidence(path, line) for path, line in sorted(first.items())][:_EVIDENCE]


def _singular(text: str) -> str:
    return re.sub(r"\b1 (asserting tests|test files|tests|files)\b", lambda m: f"1 {m[1][:-1]}", text)


def _ci(facts: Facts) -> Iterator[Finding]:
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
            yield "delivery", [facts.evidence(path, text.count("\n", 0, delivering.start()) + 1)], ""


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


def _deployment(facts: Facts) -> Iterator[Finding]:
    for path in facts.survey.texts:
        if (
            path not in facts.survey.aside
            and path.endswith((".yaml", ".yml"))
            and is_kubernetes(text := facts.tree.text(path))
        ):
            kind = re.search(r"^kind:", text, re.MULTILINE)
            yield (
                "deployment",
                [facts.evidence(path, text.count("\n", 0, kind.start()) + 1 if kind else 1)],
                "",
            )


def _packaging(facts: Facts) -> Iterator[Finding]:
    """A package that can be built, in any of the usual languages, with code in it."""
    for path in facts.survey.texts:
        name = path.rpartition("/")[2]
        if name == "pyproject.toml":
            text = facts.tree.text(path)
            loaded = toml(text)
            tool = loaded.get("tool") if isinstance(loaded.get("tool"), dict) else {}
            table = (
                "[project]" if "project" in loaded else "[tool.poetry]" if "poetry" in (tool or {}) else None
            )
            if table and facts.survey.python:
                yield "packaging", [facts.evidence(path, _line_of(text, table))], ""
            yield from _lint_tables(facts, path, text, tool or {})
        elif (
            name in ("Cargo.toml", "go.mod", "pom.xml", "build.sbt", "build.gradle", "DESCRIPTION")
            and facts.survey.code
        ):
            yield "packaging", [facts.evidence(path, 1)], ""
    for path in facts.survey.python:
        if path.rpartition("/")[2] == "setup.py" and "setup(" in (text := facts.tree.text(path)):
            yield "packaging", [facts.evidence(path, _line_of(text, "setup("))], ""


def _lint_tables(facts: Facts, path: str, text: str, tools: dict[str, object]) -> Iterator[Finding]:
    for table in ("ruff", "flake8", "pylint", "black", "mypy", "pyright", "isort"):
        if table in tools:
            yield "linted", [facts.evidence(path, _line_of(text, f"[tool.{table}"))], ""


def _line_of(text: str, part: str) -> int:
    at = text.find(part)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _typed(facts: Facts) -> Iterator[Finding]:
    """At least half of the functions outside tests carry types."""
    read = [(path, file) for path, file in facts.python.items() if not facts.is_test(path)]
    functions = sum(file.functions for _, file in read)
    annotated = sum(file.annotated for _, file in read)
    if functions >= 8 and annotated * 2 >= functions:
        best = max(read, key=lambda item: (item[1].annotated, item[0]))
        note = f"{round(100 * annotated / functions)} % of the functions read carry types"
        yield "typed", [facts.evidence(best[0], best[1].first)], note
    elif (
        len(facts.survey.code)
        and _share(facts, "TypeScript", "Go", "Rust", "Java", "Kotlin", "Scala", "C#") > 0.5
    ):
        yield "typed", [], "most of the code is in a typed language"


def _share(facts: Facts, *languages: str) -> float:
    sizes = facts.tree.sizes
    total = sum(sizes[path] for path in facts.survey.code) or 1
    return sum(sizes[path] for path, language in facts.survey.code.items() if language in languages) / total


def _documented(facts: Facts) -> Iterator[Finding]:
    """A README of some length that says how to set up and use the thing."""
    for path in readmes(facts)[:1]:
        text = facts.tree.text(path)
        how = re.search(
            r"^#+.*\b(?:install|usage|quick ?start|getting started|set ?up|run(?:ning)?|develop)",
            text,
            re.I | re.M,
        )
        if how and len(text.split()) >= 120:
            yield "documented", [facts.evidence(path, text.count("\n", 0, how.start()) + 1)], ""


def readmes(facts: Facts) -> list[str]:
    """READMEs in prose, the root's first."""
    found = [
        p
        for p in facts.survey.texts
        if p.rpartition("/")[2].lower().startswith("readme") and p.count("/") <= 1
    ]
    return sorted(found, key=lambda path: (path.count("/"), path))


def _secrets(facts: Facts) -> Iterator[Finding]:
    """Keys and tokens in the tree. The quote is masked: a report must not spread them."""
    hits: dict[str, int] = defaultdict(int)
    for path in [*facts.survey.texts, *facts.survey.code, *facts.notebooks]:
        data = facts.tree.bytes(path)
        if facts.is_test(path) or not any(start in data for start in _SECRET_STARTS):
            continue
        text = facts.tree.text(path)
        for secret in _SECRETS.finditer(text):
            start = text.rfind("\n", 0, secret.start()) + 1
            context = text[max(start, secret.start() - 200) : secret.end() + 40].partition("\n")[0]
            if not _NO_SECRET.search(context) and len(set(secret[0])) > 8:
                hits.setdefault(path, text.count("\n", 0, secret.start()) + 1)
    if hits:
        evidence = [facts.evidence(path, line, quote="(masked)") for path, line in sorted(hits.items())]
        yield (
            "secrets",
            evidence[:_EVIDENCE],
            "keys or tokens stand in the tree; ask whether they were revoked",
        )


def _environment(facts: Facts) -> Iterator[Finding]:
    if facts.survey.environments:
        evidence = [facts.evidence(path, 1, quote=path) for path in facts.survey.environments[:_EVIDENCE]]
        yield "environment", evidence, "installed packages were committed"


_FINDERS: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
    _tests,
    _ci,
    _deployment,
    _packaging,
    _typed,
    _documented,
    _secrets,
    _environment,
)
