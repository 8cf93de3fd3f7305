"""The page for those who edit the files: its rules are all rules, its examples hold."""

from __future__ import annotations

import re
from pathlib import Path

from aiscreen.taxonomy import load
from aiscreen.taxonomy.lint import RULES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "taxonomy.md").read_text(encoding="utf-8")


def test_every_rule_is_listed() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \| (error|warning) \| (.+) \|$", PAGE, re.MULTILINE)
    assert listed == sorted((rule.slug, rule.severity, rule.summary) for rule in RULES)


def test_the_whole_file_shown_has_no_problems(tmp_path: Path) -> None:
    from datetime import date

    from aiscreen.cli.examples import Examples
    from aiscreen.taxonomy.lint import check
    from aiscreen.taxonomy.lint.select import select

    (shown,) = re.findall(r"^```yaml\n(schema: .*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "skills.yaml"
    path.write_text(shown, encoding="utf-8")
    (batch,), _, _ = select([path])
    examples = Examples()
    found = check(
        batch.files,
        today=date(2026, 11, 23),
        run_skill_examples=examples.of_skills,
        run_rule_examples=examples.of_rules,
        only=batch.own,
    )
    assert found.problems == []
    assert list(load(skills=path).skills) == ["qdrant", "beam"]
