"""Groups of words that roles.yaml names once: `<people>` in a pattern."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiscreen.taxonomy import load
from aiscreen.taxonomy.labels import labels
from aiscreen.taxonomy.patterns.groups import Groups
from aiscreen.taxonomy.patterns.lexicon import Lexicon, indexed
from tests.taxonomy.test_lint import lint

GROUPS = Groups(
    Groups.spelled(
        {
            "people": ["nurse", "call taker", "*keeper", "buyer"],
            "tools": ["model", "call", "buyer"],
            "serves": ["carry"],
        }
    )
)


def found(pattern: str, text: str) -> bool:
    return bool(Lexicon(index=indexed([("x", [pattern])]), groups=GROUPS).labels(text))


@pytest.mark.parametrize(
    ("pattern", "hit", "miss"),
    [
        ("<people> use it", "Nurses use it", "Horses use it"),
        ("<people> use it", "Call takers use it", "Takers use it"),
        ("<people> use it", "Beekeepers use it", "Keepsakes use it"),
        ("used by .. (<people>|surgeons)", "Used by many surgeons", "Used by many searchers"),
        ("my <tools>", "It was my call", "It was my call taker"),  # the longest term counts
        ("<people> <tools>", "the nurse model", "the model nurse"),
        ("<people> ask", "Buyers ask", "Models ask"),
        ("<tools> ask", "Buyers ask", "Nurses ask"),  # a word of two groups
        ("it <serves> water", "It carries water", "It carried water"),
    ],
)
def test_a_group_stands_for_its_words(pattern: str, hit: str, miss: str) -> None:
    assert found(pattern, hit) and not found(pattern, miss)


def test_a_group_that_is_not_there_is_told() -> None:
    text = "schema: aiscreen.roles/1\nextends: shipped\nevidence:\n  deploy:\n    full: [used by <peeple>]\n"
    (problem,) = lint(text, "roles")
    assert (problem.rule, problem.line) == ("unknown-reference", 5)
    assert "`peeple`" in problem.message and "`people`" in problem.suggestion


def test_a_group_of_one_s_own(tmp_path: Path) -> None:
    ours = tmp_path / "roles.yaml"
    ours.write_text(
        "schema: aiscreen.roles/1\nextends: shipped\ngroups: {bees: [drone, queen]}\n"
        "evidence: {deploy: {full: [humming for <bees>]}}\n",
        encoding="utf-8",
    )
    assert "deploy" in labels(load(roles=ours).roles.lexicon, "Humming for queens")
