"""The page for those who edit the files: its rules are all rules, its examples hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from aiscreen.cli.examples import Examples
from aiscreen.judging.flags import flags_in_text
from aiscreen.matching import Matcher
from aiscreen.taxonomy import load
from aiscreen.taxonomy.lint import RULES, check
from aiscreen.taxonomy.lint.select import select

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "taxonomy.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_rule_is_listed() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \| (error|warning) \| (.+) \|$", PAGE, re.MULTILINE)
    assert listed == sorted((rule.slug, rule.severity, rule.summary) for rule in RULES)


def shown(page: str) -> list[str]:
    """The policy files that a page shows as a whole."""
    return re.findall(r"^```yaml\n(schema: .*?)^```$", page, re.MULTILINE | re.DOTALL)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [*shown(PAGE), *shown(README)])
def test_the_files_shown_have_no_problems(tmp_path: Path, text: str) -> None:
    (batch,), _, _ = select([written(tmp_path, text)])
    examples = Examples()
    found = check(
        batch.files,
        today=date(2026, 11, 23),
        run_skill_examples=examples.of_skills,
        run_rule_examples=examples.of_rules,
        only=batch.own,
    )
    assert found.problems == []


def test_the_files_shown_say_what_the_page_says(tmp_path: Path) -> None:
    skills, roles, flags, whole = shown(PAGE)
    assert list(load(skills=written(tmp_path, whole)).skills) == ["qdrant", "beam"]
    usual = load()

    ours = load(skills=written(tmp_path, skills))
    assert set(ours.skills) == set(usual.skills) - {"ms-word"} | {"ferryline"}
    assert {"our torch fork", *usual.skills["pytorch"].aliases} == set(ours.skills["pytorch"].aliases)

    ours = load(roles=written(tmp_path, roles))
    assert set(ours.roles.roles) == set(usual.roles.roles) - {"ai-architect"} | {"fraud-ml"}
    assert "graphs" in ours.roles.resolved("fraud-ml").needs
    weights = [each.roles.resolved("mlops-engineer").needs["pipelines"].weight for each in (usual, ours)]
    assert weights == [4, 7]

    ours = load(redflags=written(tmp_path, flags))
    assert set(ours.redflags.rules) == set(usual.redflags.rules) - {"buzzwords"} | {"models-in-spreadsheets"}
    severities = [each.redflags.rules["listed-not-shown"].severity for each in (usual, ours)]
    assert severities == ["medium", "low"]


def test_the_rule_that_the_readme_shows_is_raised(tmp_path: Path) -> None:
    (text,) = shown(README)
    ours = load(redflags=written(tmp_path, text))
    flags = flags_in_text("Wrote the nightly jobs in Python 2", ours, Matcher(ours))
    assert [(flag.rule, flag.severity) for flag in flags] == [("no-python-two", "medium")]
