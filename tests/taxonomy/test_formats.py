"""Problems written as text, JSON, GitHub annotations and SARIF, compared whole."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from aiscreen.taxonomy.lint.formats import as_github, as_json, as_sarif, as_text, summary
from aiscreen.taxonomy.problems import Problem

DATA = Path(__file__).parent / "data"
PROBLEMS = [
    Problem(
        "my skills.yaml", 9, 15, 9, 23, "unknown-reference", "error", "there is no category `langages`",
        "did you mean `languages`?", "    category: langages",
    ),
    Problem("my skills.yaml", 12, 3, 14, 1, "stale", "warning", "100% old,\nor: not", "", "\tfoo:\u202e [a, 日本語]"),
    Problem("roles.yaml", 1, 1, 1, 1, "empty", "error", "the file is empty"),
]  # fmt: skip


def test_text() -> None:
    assert as_text(PROBLEMS) == (
        "my skills.yaml:9:15: error[unknown-reference] there is no category `langages`\n"
        "  |\n"
        "9 |     category: langages\n"
        "  |               ^^^^^^^^ did you mean `languages`?\n"
        "\n"
        "my skills.yaml:12:3: warning[stale] 100% old,\nor: not\n"
        "   |\n"
        "12 |  foo:\N{REPLACEMENT CHARACTER} [a, 日本語]\n"
        "   |   ^^^^^^^^^^^^^^^^\n"
        "\n"
        "roles.yaml:1:1: error[empty] the file is empty\n"
    )


def test_text_in_color_is_the_same_text() -> None:
    import re

    colored = as_text(PROBLEMS, color=True)
    assert "\x1b[1;31merror[empty]\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == as_text(PROBLEMS)


def test_a_caret_stands_under_its_word_in_a_long_line_and_after_wide_characters() -> None:
    line = "  aliases: [" + ", ".join(f"alias{n}" for n in range(60)) + ", 深層学習, wrong]"
    column = line.index("wrong") + 1
    problem = Problem("f", 1, column, 1, column + 5, "stale", "warning", "m", "", line)
    _, _, source, caret, _ = as_text([problem]).split("\n")
    assert len(source) < 120
    before = source[: source.index("wrong")]
    assert caret.index("^") == len(before) + 4  # four characters take two columns each
    assert caret.count("^") == 5


def test_json() -> None:
    report = json.loads(as_json(PROBLEMS, 2))
    problems = report.pop("problems")
    assert report == {
        "schema": "aiscreen.problems/1",
        "tool": report["tool"],
        "files": 2,
        "errors": 2,
        "warnings": 1,
    }
    assert problems[0] == {
        "file": "my skills.yaml",
        "line": 9,
        "column": 15,
        "end_line": 9,
        "end_column": 23,
        "rule": "unknown-reference",
        "severity": "error",
        "message": "there is no category `langages`",
        "suggestion": "did you mean `languages`?",
        "source": "    category: langages",
    }


def test_github_escapes_what_would_end_a_command() -> None:
    assert as_github(PROBLEMS) == (
        "::error file=my skills.yaml,line=9,endLine=9,col=15,endColumn=23,title=aiscreen unknown-reference"
        "::there is no category `langages`%0Adid you mean `languages`?\n"
        "::warning file=my skills.yaml,line=12,endLine=14,title=aiscreen stale::100%25 old,%0Aor: not\n"
        "::error file=roles.yaml,line=1,endLine=1,col=1,endColumn=1,title=aiscreen empty::the file is empty\n"
    )
    (only,) = as_github([Problem("a,b:c%.yaml", 1, 1, 1, 2, "stale", "warning", "m")]).splitlines()
    assert only.startswith("::warning file=a%2Cb%3Ac%25.yaml,line=1")


def test_sarif_follows_its_official_schema() -> None:
    schema = json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    log = json.loads(as_sarif(PROBLEMS))
    validator.validate(log)
    validator.validate(json.loads(as_sarif([])))
    run = log["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][0] == {
        "ruleId": "unknown-reference",
        "ruleIndex": run["results"][0]["ruleIndex"],
        "level": "error",
        "message": {"text": "there is no category `langages`. did you mean `languages`?"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "my%20skills.yaml"},
                    "region": {
                        "startLine": 9,
                        "startColumn": 15,
                        "endLine": 9,
                        "endColumn": 23,
                        "snippet": {"text": "    category: langages"},
                    },
                }
            }
        ],
    }


def test_the_sarif_schema_can_fail() -> None:
    schema = json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    log = json.loads(as_sarif(PROBLEMS))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(schema).validate(log)


def test_summary() -> None:
    assert summary(PROBLEMS, 2) == "2 files checked: 2 errors, 1 warning"
    assert summary([], 1) == "1 file checked: no problems"


def test_a_problem_on_one_line() -> None:
    assert str(PROBLEMS[0]) == (
        "my skills.yaml:9:15: error[unknown-reference] there is no category `langages` (did you mean `languages`?)"
    )
