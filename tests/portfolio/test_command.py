"""`aiscreen portfolio`: formats, widths, exit codes."""

from __future__ import annotations

import json
import re

import pytest

from aiscreen.cli import run
from aiscreen.models.portfolio import (
    Account,
    HostedRepository,
    MergedPullRequest,
    PortfolioReport,
    RepoEvidence,
)
from aiscreen.portfolio import examine
from aiscreen.reports.portfolio import render
from tests.portfolio.history import ADA, BEN, History


@pytest.fixture(autouse=True)
def offline(monkeypatch, known):
    """The skills alone, and no way out."""
    monkeypatch.setattr("aiscreen.taxonomy.load", lambda *paths: known)
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:9")
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.setenv("COLUMNS", "100")


def test_terminal(sample, capsys):
    assert (
        run(["portfolio", str(sample("service")), str(sample("overclaiming")), "--email", "ada@okafor.dev"])
        == 0
    )
    shown = capsys.readouterr().out
    for words in (
        "Production-grade service; all of it the candidate's, steadily, 2024-03 to 2024-08.",
        "Tests that assert",
        "src/fraud/api.py:5",
        "Said, but not found here",
        "Deployed on Kubernetes with Helm",
        "Prototype: collection of scripts",
    ):
        assert "".join(words.split()) in "".join(shown.split())
    assert max(len(line) for line in shown.split("\n")) <= 100


def test_json_is_the_model(sample, capsys):
    assert run(["portfolio", str(sample("upstream")), "--name", "Ada Okafor", "--format", "json"]) == 0
    shown = capsys.readouterr().out
    report = PortfolioReport.model_validate_json(shown)
    assert json.loads(shown)["schema"] == "aiscreen.portfolio/1"
    assert report.repositories[0].origin == "upstream" and render(report, "json") == shown


def test_markdown(sample, capsys):
    assert (
        run(["portfolio", str(sample("service")), "--format", "markdown", "--email", "ada@okafor.dev"]) == 0
    )
    shown = capsys.readouterr().out
    assert (
        shown.startswith("# Portfolio\n")
        and "- **FastAPI**: from fastapi import FastAPI (src/fraud/api.py:5)" in shown
    )


def test_the_resume_names_the_candidate(sample, tmp_path, capsys):
    resume = tmp_path / "ada.md"
    resume.write_text("# Ada Okafor\n\nada@okafor.dev\n\n## Experience\n\n- Built things\n")
    assert run(["portfolio", str(sample("upstream")), "--resume", str(resume), "--format", "json"]) == 0
    report = PortfolioReport.model_validate_json(capsys.readouterr().out)
    assert "ada@okafor.dev" in report.candidate.emails and report.repositories[0].authorship.own_commits == 6


def test_a_path_that_cannot_be_read_does_not_stop_the_rest(sample, tmp_path, capsys):
    assert run(["portfolio", str(tmp_path / "none"), str(sample("fork")), "--email", "ada@okafor.dev"]) == 3
    caught = capsys.readouterr()
    assert "no such file or folder" in caught.err and "Production-grade library; a fork" in caught.out


def test_offline_is_said_and_local_clones_are_still_shown(sample, capsys):
    assert run(["portfolio", str(sample("fork")), "--github", "ada-okafor"]) == 3
    caught = capsys.readouterr()
    assert "cannot reach 127.0.0.1" in caught.err and "library" in caught.out


@pytest.mark.parametrize("args", [[], ["--github", "not a name"]])
def test_usage(args, capsys):
    assert run(["portfolio", *args]) == 2
    assert "aiscreen:" in capsys.readouterr().err


def test_only_formats_that_are_written_can_be_asked_for(capsys):
    assert run(["portfolio", "x", "--format", "csv"]) == 2
    assert "'csv' is not one of 'terminal', 'json', 'markdown', 'html'" in capsys.readouterr().err


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("explain", [False, True])
def test_fits_any_width(width, explain, sample, judge):
    from rich.console import Console

    names = ("service", "overclaiming", "upstream", "kaggle", "dump")
    report = PortfolioReport(
        schema="aiscreen.portfolio/1", tool="t", repositories=[judge(sample(name)) for name in names]
    )
    console = Console(width=width, color_system=None, markup=False, highlight=False, emoji=False)
    shown = render(report, "terminal", console=console, explain=explain)
    assert max(len(line) for line in shown.split("\n")) <= width
    assert "".join(shown.split()).count("CIthatrunsthetests") >= 1 or width == 40


def test_an_empty_repository_has_a_report(tmp_path, judge):
    from tests.portfolio.history import git

    git(tmp_path, "init", "-q", str(tmp_path / "empty"))
    report = PortfolioReport(
        schema="aiscreen.portfolio/1", tool="t", repositories=[judge(tmp_path / "empty")]
    )
    assert "Nothing" in render(report, "terminal") and "## empty" in render(report, "markdown")


def test_the_models_survive_json(tmp_path, judge):
    repo = judge(History(tmp_path / "r").commit({"a.py": "import redis\nredis.Redis()\n"}).build())
    assert RepoEvidence.model_validate_json(repo.model_dump_json()) == repo


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_several_repositories_tell_what_they_prove_together(form, sample, capsys):
    paths = [str(sample(name)) for name in ("kaggle", "service", "notebooks")]
    assert run(["portfolio", *paths, "--name", "Ada Okafor", "--format", form]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Skills in the candidate's own lines, in all repositories" in shown
    assert "3 repositories" in shown and "1 repository" in shown
    cards = [shown.index(f"{name} {mark}") for name, mark in CARDS[form]]
    assert cards == sorted(cards), "the strongest comes first"


CARDS = {
    "terminal": [("service", "0.8"), ("kaggle", "0.0")],
    "markdown": [("## service", "("), ("## kaggle", "(")],
}


def test_a_user_name_is_known_without_asking_anybody(tmp_path, capsys):
    history = History(tmp_path / "r")
    history.commit(
        {"a.py": "import torch\n\nx = torch.ones(3)\n"}, author=("ada", "7+aok@users.noreply.github.com")
    )
    history.commit({"b.py": "y = 1\n"}, author=BEN)
    assert run(["portfolio", str(history.build()), "--name", "aok", "--format", "json"]) == 0
    report = PortfolioReport.model_validate_json(capsys.readouterr().out)
    assert report.repositories[0].authorship.own_commits == 1


def test_html_is_one_page_in_which_nothing_of_a_repository_acts(tmp_path, sample, known, ada):
    trap = "<script>alert(1)</script>"
    History(tmp_path / trap.replace("/", "")).commit(
        {f"{trap}.py": f"import torch  # {trap}\ntorch.ones(1)\n"}
    ).build()
    places = [tmp_path, sample("service"), sample("overclaiming"), sample("dump")]
    report = PortfolioReport(
        schema="aiscreen.portfolio/1", tool="t", repositories=examine(places, ada, taxonomy=known)
    )
    page = render(report, "html")
    assert "<script" not in page and "&lt;script" in page
    assert "src=" not in page and 'href="http' not in page
    order = [
        page.index(f"<h2>{repo.name}</h2>")
        for repo in report.repositories
        if repo.name in ("service", "overclaiming")
    ]
    assert order == sorted(order)
    for words in (
        "Brought in whole",
        "Why this strength",
        "src/fraud/api.py:5",
        "in the candidate's own lines",
    ):
        assert words in page


def test_each_repository_is_named_before_it_is_read(sample, known, ada):
    named: list[str] = []
    examine([sample("service"), sample("kaggle")], ada, taxonomy=known, begin=named.append)
    assert named == ["service", "kaggle"]


@pytest.mark.parametrize("format", ["terminal", "json", "markdown"])
@pytest.mark.parametrize("named", [["--email", ADA[1]], ["--name", ADA[0]], []])
def test_a_blind_portfolio_names_nobody(tmp_path, capfd, format, named):
    place = tmp_path / "okafor-rankers"
    History(place).commit(
        {
            "README.md": "# okafor-rankers\n\nServes rankers with FastAPI, by Ada Okafor.\n",
            "src/ada_rank.py": "import torch\n\n\ndef okafor_rank():\n    return torch.ones(3)\n",
            "tests/test_rank.py": "from ada_rank import okafor_rank\n\n\ndef test_rank():\n    assert okafor_rank().sum() == 3\n",
            "requirements.txt": "torch\nfastapi\n",
        },
    ).build()
    arguments = ["portfolio", str(place), str(tmp_path / "ada_okafor_old"), *named, "--explain", "--blind"]
    assert run([*arguments[:-1], "--format", format]) == 3
    assert "okafor" in "".join(capfd.readouterr())
    assert run([*arguments, "--format", format]) == 3
    seen = "".join(capfd.readouterr())
    assert "repository-1" in seen and "PyTorch" in seen and "candidate-" in seen
    assert not re.search("okafor|ada_|ada@", seen, re.I), seen


def test_an_account_has_no_blind_form(capsys):
    assert run(["portfolio", "--github", "ada", "--blind"]) == 2
    assert "--blind" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_an_account_is_told_in_every_form(form):
    account = Account(
        user="ada-okafor",
        url="https://github.com/ada-okafor",
        repositories=[
            HostedRepository(
                name="rank", url="", stars=1200, language="Python", pushed="2026-03-01", releases=3
            ),
            HostedRepository(name="old", url="", archived=True),
            HostedRepository(name="forked", url="", fork=True),
        ],
        merged=[
            MergedPullRequest(repository="acme/serve", title="Batch <b>[b]", url="", merged="2026-02-01")
        ],
        merged_total=41,
        warnings=["only the 300 repositories pushed to last were listed"],
    )
    shown = render(PortfolioReport(schema="aiscreen.portfolio/1", tool="t", account=account), form)
    assert "2 own repositories · 1 fork · 41 pull requests merged by others" in shown
    assert "acme/serve" in shown and "2026-02-01" in shown and "only the 300 repositories" in shown
    title = {"terminal": "Batch <b>[b]", "markdown": r"Batch \<b\>\[b\]", "html": "Batch &lt;b&gt;[b]"}[form]
    assert title in shown, "a title is text, whatever it holds"
    if form == "terminal":
        assert "Python, 1,200 stars, 3 releases" in shown and "archived" in shown and "forked" not in shown
