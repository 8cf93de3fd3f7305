"""Every kind of repository that reviewers meet is told for what it is."""

from __future__ import annotations

import pytest

from aiscreen.models.portfolio import Identity

CASES = {
    # name: kind, grade, origin
    "service": ("service", "production", "own"),
    "kaggle": ("competition", "prototype", "own"),
    "notebooks": ("notebooks", "prototype", "own"),
    "coursework": ("coursework", "prototype", "own"),
    "overclaiming": ("scripts", "prototype", "own"),
    "fork": ("library", "production", "fork"),
    "upstream": ("library", "production", "upstream"),
    "dump": ("service", "prototype", "own"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_it_is_and_whose(name, sample, judge):
    repo = judge(sample(name))
    assert (repo.kind, repo.grade, repo.origin) == CASES[name]


def test_strength_puts_what_matters_first(sample, judge):
    strength = {name: judge(sample(name)).strength for name in CASES}
    assert strength["service"] > strength["coursework"] > max(strength["kaggle"], strength["dump"])
    assert strength["upstream"] > 0.5 > strength["overclaiming"] > strength["fork"] == 0.0
    assert strength["service"] > 0.8


def test_six_merged_commits_weigh_more_than_the_same_share_of_an_own_library(sample, judge):
    """Work that others took up counts above own work of the same extent."""
    mine = judge(sample("upstream"))
    owners = judge(sample("upstream"), Identity(emails=["chi@example.org"]))
    assert owners.authorship.share_lines == pytest.approx(mine.authorship.share_lines, abs=0.05)
    assert mine.origin == "upstream" and owners.origin == "shared"
    assert mine.strength > owners.strength


def test_the_marks_of_a_service_have_addresses(sample, judge):
    repo = judge(sample("service"))
    places = {mark.id: [(e.file, e.line) for e in mark.evidence] for mark in repo.marks}
    assert places["tests"] == [("service/tests/test_api.py", 12), ("service/tests/test_model.py", 4)]
    assert places["ci-tests"] == [("service/.github/workflows/ci.yml", 18)]
    assert places["delivery"] == [("service/.github/workflows/ci.yml", 24)]
    assert places["container"] == [("service/Dockerfile", 1)]
    assert ("service/deploy/deployment.yaml", 2) in places["deployment"]
    assert places["monitoring"] == [("service/src/fraud/api.py", 6), ("service/deploy/prometheus.yml", 1)]
    assert not {"notebooks", "coursework", "competition", "tutorial", "dump", "secrets"} & places.keys()


def test_every_quote_of_a_line_stands_on_that_line(sample, judge):
    place = sample("service")
    repo = judge(place)
    evidence = [e for skill in repo.skills for e in skill.evidence]
    evidence += [e for id in ("tests", "ci-tests", "serving", "tracking") for e in repo.mark(id).evidence]
    assert len(evidence) > 15
    for item in evidence:
        line = (place / item.file.partition("/")[2]).read_text().split("\n")[item.line - 1]
        assert item.quote in " ".join(line.split())


def test_skills_of_a_service_are_verified(sample, judge):
    verified = judge(sample("service")).verified
    wanted = {
        "fastapi",
        "scikit-learn",
        "mlflow",
        "numpy",
        "pandas",
        "prometheus",
        "pytest",
        "docker",
        "kubernetes",
        "redis",
    }
    assert wanted <= verified.keys()
    assert verified["fastapi"][0].file == "service/src/fraud/api.py" and verified["fastapi"][0].line == 5


def test_a_declared_dependency_and_an_unused_import_verify_nothing(sample, judge):
    kaggle = judge(sample("kaggle"))
    assert "xgboost" not in {skill.id for skill in kaggle.skills}
    assert {"pandas", "scikit-learn", "seaborn"} <= kaggle.verified.keys()
    upstream = judge(sample("upstream"))
    assert next(skill for skill in upstream.skills if skill.id == "fastapi").how == "manifest"
    assert "fastapi" not in upstream.verified


def test_others_lines_verify_nothing(sample, judge):
    fork = judge(sample("fork"))
    assert {"numpy", "scikit-learn", "python"} <= {skill.id for skill in fork.skills}
    assert fork.verified == {}
    assert fork.authorship.own_commits == 1


def test_notebooks_show_the_line_of_the_file(sample, judge):
    place = sample("kaggle")
    (evidence,) = judge(place).verified["seaborn"]
    line = (place / "titanic/eda.ipynb").read_text().split("\n")[evidence.line - 1]
    assert "import seaborn as sns" in line and evidence.quote == "import seaborn as sns"


def test_claims_without_code_are_named_and_plans_are_not(sample, judge):
    repo = judge(sample("overclaiming"))
    assert {claim.id for claim in repo.unproven} == {
        "production",
        "tests",
        "ci",
        "kubernetes",
        "prometheus",
        "grafana",
    }
    assert {claim.id for claim in repo.claims if claim.found} == {"langchain"}
    said = {claim.id: (claim.said.file, claim.said.line) for claim in repo.claims}
    assert said["kubernetes"] == ("overclaiming/README.md", 7)


def test_claims_that_hold_are_not_held_against_anybody(sample, judge):
    repo = judge(sample("service"))
    assert repo.unproven == []
    assert {claim.id for claim in repo.claims} == {"tests", "kubernetes", "prometheus"}


def test_one_commit_dump_is_named(sample, judge):
    repo = judge(sample("dump"))
    assert repo.mark("imported") is not None and repo.activity.rhythm == "burst"
    assert any("one commit" in reason for reason in repo.reasons)
    assert judge(sample("service")).mark("dump") is None


def test_rhythm_and_span(sample, judge):
    activity = judge(sample("service")).activity
    assert (activity.first, activity.last, activity.rhythm) == ("2024-03-05", "2024-08-09", "steady")
    assert judge(sample("fork")).activity.rhythm == "one-day"
