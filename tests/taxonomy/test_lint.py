"""Every rule on files that break it: all problems, each with its exact place, words and remedy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aiscreen.taxonomy import shipped
from aiscreen.taxonomy.common_words import common_words
from aiscreen.taxonomy.lint import RULES, SLUGS, check
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.suggest import nearest
from aiscreen.taxonomy.yamlfile import read_yaml

BAD = Path(__file__).parent / "data" / "bad"
TODAY = date(2026, 11, 23)
HEAD = "schema: aiscreen.skills/1\nupdated: 2026-11\ncategories: {tools: Tools}\nskills:\n"


def lint(text: str | bytes, kind: Kind = "skills", **others: str) -> list[Problem]:
    """The problems of one file, with the shipped ones (or `others`) beside it, and examples that all hold."""
    data = text.encode() if isinstance(text, str) else text
    files = {kind: read_yaml(f"{kind}.yaml", data)}
    for other in KINDS:
        if other in others:
            files[other] = read_yaml(f"{other}.yaml", others[other].encode())
    return check(
        files,
        today=TODAY,
        run_skill_examples=lambda _: [],
        run_rule_examples=lambda _: [],
        only=[f"{kind}.yaml"],
    ).problems


def written(problem: Problem) -> str:
    place = f"{problem.line}:{problem.column}-{problem.end_column}"
    return f"{place} {problem.severity}[{problem.rule}] {problem.message} ({problem.suggestion})"


def shipped_text(kind: Kind) -> str:
    return shipped.path(kind).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_file_gives_just_these_problems(path: Path) -> None:
    found = [written(problem) for problem in lint(path.read_bytes())]
    assert found == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def test_every_rule_is_shown_to_fire() -> None:
    """By a fixture, or by a test below."""
    fixtures = "".join(path.read_text(encoding="utf-8") for path in BAD.glob("*.expected"))
    shown_below = {"weights", "bad-pattern", "out-of-range", "failing-example", "unknown-schema", "invalid"}
    assert {slug for slug in SLUGS if f"[{slug}]" in fixtures} | shown_below == set(SLUGS)
    assert len(SLUGS) == len(set(SLUGS)) == len(RULES)


def test_places_hold_in_crlf_files_with_a_byte_order_mark() -> None:
    text = (HEAD + "  perl: {name: Perl, category: tolls}\n").replace("\n", "\r\n")
    (problem,) = [p for p in lint(b"\xef\xbb\xbf" + text.encode()) if p.severity == "error"]
    assert (problem.line, problem.column, problem.source) == (5, 32, "  perl: {name: Perl, category: tolls}")


def test_columns_count_characters_not_bytes() -> None:
    problems = lint(HEAD + "  perl: {name: Pérlé, category: tolls}\n")
    assert [p.column for p in problems if p.rule == "unknown-reference"] == [33]


def test_weights_that_do_not_add_up() -> None:
    text = shipped_text("roles")
    line = next(n for n, row in enumerate(text.split("\n"), 1) if row.strip().startswith("dimensions:"))
    (problem,) = lint(text.replace("max: 36", "max: 37", 1), "roles", skills=shipped_text("skills"))
    assert (problem.rule, problem.line) == ("weights", line)
    assert "101" in problem.message


def test_a_pattern_that_cannot_be_read() -> None:
    text = shipped_text("redflags").rstrip("\n")
    rule = """
  new-rule:
    kind: fundamentals
    severity: low
    message: m
    ask: a
    listen_for: [b]
    examples: {hit: [c], miss: [d]}
    when: {test: says, any: [fine, "(a|"]}
"""
    found = [(p.rule, p.line, p.column) for p in lint(text + rule, "redflags", skills=shipped_text("skills"))]
    assert found == [("bad-pattern", text.count("\n") + 9, 36)]
    text = shipped_text("roles")
    before, key, after = text.partition("\n    full:\n      - ")
    broken = f"{before}{key}'(a|'\n      - {after}"
    found = [(p.rule, p.line, p.column) for p in lint(broken, "roles", skills=shipped_text("skills"))]
    assert found == [("bad-pattern", before.count("\n") + 3, 9)]


def test_numbers_beyond_their_limits() -> None:
    text = shipped_text("roles").replace("max: 36", "max: 136", 1)
    found = lint(text, "roles", skills=shipped_text("skills"))
    assert [p.rule for p in found] == ["out-of-range"]


def test_a_number_in_quotes_is_text() -> None:
    text = shipped_text("roles").replace("max: 36", 'max: "36"', 1)
    (problem,) = lint(text, "roles", skills=shipped_text("skills"))
    assert (problem.rule, problem.suggestion) == ("wrong-type", "remove the quotes")


def test_groups_that_hold_each_other() -> None:
    text = shipped_text("redflags").replace(
        "\ngroups:\n", "\ngroups:\n  here: [<there>, x1]\n  there: [x2, <here>]\n", 1
    )
    (problem,) = lint(text, "redflags", skills=shipped_text("skills"))
    assert written(problem).endswith(
        "error[cycle] `here` holds `there` holds `here` (remove one of these links)"
    )
    assert problem.source == "  there: [x2, <here>]"


NEW_ROLE = "  mine:\n    name: Mine\n    like: ml-engineer\n"


@pytest.mark.parametrize(
    ("lines", "rule", "message"),
    [
        ("    drop: [nothing]\n", "unknown-reference", "there is no need `nothing` to drop"),
        ("    needs: {a: {name: A, skils: [python]}}\n", "unknown-field", "there is no field `skils` here"),
        (
            "    needs: {a: {name: A, skills: python}}\n",
            "wrong-type",
            "a list is wanted, this is the text `python`",
        ),
    ],
)
def test_one_mistake_is_told_once(lines: str, rule: str, message: str) -> None:
    """What is missing because it was misspelt is not complained of as well."""
    text = shipped_text("roles").rstrip("\n") + "\n" + NEW_ROLE + lines
    assert [(p.rule, p.message) for p in lint(text, "roles", skills=shipped_text("skills"))] == [
        (rule, message)
    ]


def test_a_kind_that_is_not_there_is_shown_where_it_stands() -> None:
    text = shipped_text("redflags").replace("caps: {fundamentals:", "caps: {fundamentls:", 1)
    (problem,) = lint(text, "redflags", skills=shipped_text("skills"))
    assert problem.source[problem.column - 1 : problem.end_column - 1] == "fundamentls"


def test_an_example_that_fails_is_shown_in_its_place() -> None:
    text = (
        HEAD
        + '  perl:\n    name: Perl\n    category: tools\n    examples: {match: ["Nothing"], miss: ["None"]}\n'
    )
    files = {kind: read_yaml(f"{kind}.yaml", shipped.path(kind).read_bytes()) for kind in KINDS}
    files["skills"] = read_yaml("mine.yaml", text.encode())
    failing = [(("skills", "perl", "examples", "match", 0), "not found here")]
    problems = check(files, today=TODAY, run_skill_examples=lambda _: failing, only=["mine.yaml"]).problems
    assert [written(p) for p in problems] == [
        "8:24-33 error[failing-example] not found here (change the entry or the example)"
    ]


def test_all_problems_come_at_once_and_in_order() -> None:
    text = (
        HEAD
        + "  a: {name: Perl, category: x, relesed: 1}\n  b: {name: perl, category: q, implies: [zz, no]}\n"
    )
    problems = lint(text)
    assert [p.rule for p in problems] == [
        "empty",
        "unknown-reference",
        "unknown-field",
        "alias-collision",
        "unknown-reference",
        "unknown-reference",
        "wrong-type",
    ]
    assert problems == sorted(problems)


def test_an_entry_that_fails_does_not_hide_the_others() -> None:
    """Not the rest of its own fields, nor references to it."""
    text = HEAD + "  a: {name: 7, category: x}\n  b: {name: Perl, category: tools, implies: [a]}\n"
    assert [(p.rule, p.line) for p in lint(text)] == [("wrong-type", 5)]


def test_ignores_silence_one_rule_on_one_line() -> None:
    line = "  r: {name: R, category: tools, implies: [rr]}"
    both = lint(HEAD + line + "\n")
    assert {p.rule for p in both} == {"bare-alias", "unknown-reference"}
    one = lint(HEAD + line + "  # aiscreen: ignore[bare-alias]\n")
    assert [p.rule for p in one] == ["unknown-reference"]
    assert lint(HEAD + "  # aiscreen: ignore[bare-alias, unknown-reference]\n\n  # why\n" + line + "\n") == []
    assert {
        p.rule
        for p in lint(HEAD + "  # aiscreen: ignore[bare-alias]\n  x: {name: Perl, category: tools}\n" + line)
    } == {
        "bare-alias",
        "unknown-reference",
        "unused-ignore",
    }


def test_a_long_chain_is_no_cycle_and_no_recursion() -> None:
    rows = [f"  s{n}: {{name: Skill{n}q, category: tools, implies: [s{n + 1}]}}" for n in range(3000)]
    text = HEAD + "\n".join([*rows, "  s3000: {name: Lastq, category: tools}"])
    assert lint(text) == []
    looped = text.replace(
        "{name: Lastq, category: tools}", "{name: Lastq, category: tools, implies: [s2999]}"
    )
    assert [p.message for p in lint(looped)] == ["`s2999` implies `s3000` implies `s2999`"]


def test_common_words_hold_what_a_resume_means_plainly_and_not_what_it_never_does() -> None:
    words = common_words()
    assert {
        "go",
        "spark",
        "flask",
        "rest",
        "excel",
        "access",
        "word",
        "teams",
        "hive",
        "prefect",
        "julia",
    } <= words
    assert not words & {"python", "java", "pandas", "docker", "kafka", "kubernetes", "pytorch", "sql"}


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("pytroch", "pytorch"),
        ("bedrock", "amazon-bedrock"),
        ("PyTorch", "pytorch"),
        ("zzz", None),
        ("", None),
        ("ml", None),
    ],
)
def test_did_you_mean(word: str, guess: str | None) -> None:
    assert (
        nearest(word, ["torch7", "amazon-bedrock", "amazon-bedrock-agents", "pytorch", "azure-ml"]) == guess
    )
