"""Scaffolding is no substance: size, commits and span of work bound what a repository counts."""

from __future__ import annotations

import pytest

from aiscreen.models.portfolio import Identity
from aiscreen.portfolio.verdict import _inline
from tests.portfolio import samples
from tests.portfolio.history import ADA, BEN, History, git

SCAFFOLD = {
    "README.md": samples.SERVICE_README,
    "Dockerfile": samples.DOCKERFILE,
    ".github/workflows/ci.yml": samples.CI,
    "deploy/deployment.yaml": samples.KUBERNETES,
    "pyproject.toml": samples.PYPROJECT,
}
TEN_LINES = {
    "fraud/app.py": "import torch\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get('/')\ndef root(x: float):\n    return float(torch.tensor(x))\n",
    "tests/test_app.py": "from fraud.app import root\n\n\ndef test_root():\n    assert root(2.0) == 2.0\n",
}
PARTS = {f"fraud/part{n}.py": samples.MODEL.replace("score", f"part_{n}") for n in range(12)}


def test_ten_lines_in_a_template_are_no_production(tmp_path, judge):
    repo = judge(History(tmp_path / "r").commit({**SCAFFOLD, **TEN_LINES}).build())
    assert {"tests", "ci-tests", "container", "deployment"} <= {mark.id for mark in repo.marks}
    assert repo.grade == "prototype" and repo.strength < 0.1
    assert any("lines of code by the candidate" in reason for reason in repo.reasons)


def test_touching_a_template_for_a_year_makes_no_production(tmp_path, judge):
    history = History(tmp_path / "r").commit({**SCAFFOLD, **TEN_LINES})
    for number in range(14):
        history.commit({"README.md": samples.SERVICE_README + "\n" * number + "."}, days=25)
    repo = judge(history.build())
    assert repo.grade == "prototype" and repo.strength < 0.1


def test_much_code_on_one_day_is_not_yet_kept_in_production(tmp_path, judge):
    one_day = judge(History(tmp_path / "a").commit({**SCAFFOLD, **TEN_LINES, **PARTS}).build())
    history = History(tmp_path / "b").commit({**SCAFFOLD, **TEN_LINES})
    for path, text in PARTS.items():
        history.commit({path: text}, days=12)
    grown = judge(history.build())
    assert (one_day.grade, grown.grade) == ("prototype", "production")
    assert one_day.strength < 0.1 < 0.8 < grown.strength


def test_own_use_of_a_library_proves_its_language(tmp_path, judge):
    repo = judge(History(tmp_path / "r").commit(TEN_LINES).build())
    assert {"pytorch", "python"} <= repo.verified.keys()
    assert repo.verified["python"][0].file == "r/fraud/app.py"


def test_others_use_of_a_library_proves_no_language(tmp_path, judge):
    history = History(tmp_path / "r").commit(TEN_LINES, author=BEN).commit({"NOTES.md": "Read it.\n"})
    assert "python" not in judge(history.build()).verified


@pytest.mark.parametrize("code", [TEN_LINES, {**TEN_LINES, **PARTS}])
def test_a_name_that_matches_no_commit_is_said_and_is_no_fork(tmp_path, judge, code):
    place = History(tmp_path / "r").commit(code).commit({"a.py": "x = 1\n"}, author=BEN).build()
    repo = judge(place, Identity(emails=["nobody@example.org"]))
    assert (repo.origin, repo.strength, repo.verified) == ("unknown", 0.0, {})
    assert "no commit in it is the candidate's" in repo.summary
    (said,) = [warning for warning in repo.warnings if "no commit here" in warning]
    assert f"{ADA[0]} <{ADA[1]}>" in said and "--email" in said


def test_a_fork_without_own_commits_stays_one_where_its_remotes_say_so(tmp_path, judge):
    place = samples.library(tmp_path / "r").build()
    git(place, "remote", "add", "upstream", "https://github.com/ben/shapely-index")
    assert judge(place).origin == "fork"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("CI that runs the tests", "CI that runs the tests"),
        ("Delivery by CI", "delivery by CI"),
        ("README that explains", "README that explains"),
        ("Tests that assert", "tests that assert"),
    ],
)
def test_abbreviations_stay_so_within_a_sentence(name, inside):
    assert _inline(name) == inside
