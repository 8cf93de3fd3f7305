"""What came in whole is nobody's work here until later commits work on it."""

from __future__ import annotations

import pytest

from tests.portfolio import samples
from tests.portfolio.history import ADA, BEN, History

NOREPLY = ("ada", "71+ada-okafor@users.noreply.github.com")
README = "# shop\n\nGenerated from the full-stack project template.\n"
USERS = "".join(
    f"def user_{n}(name: str, active: bool = True) -> dict[str, object]:\n    return {{'name': name, 'level': {n}}}\n\n\n"
    for n in range(40)
)
TEMPLATE = {
    "docker-compose.yml": "services:\n  cache:\n    image: redis:7\n  db:\n    image: postgres:16\n",
    "Dockerfile": samples.DOCKERFILE,
    "pyproject.toml": samples.PYPROJECT,
    "infra/main.tf": 'resource "aws_s3_bucket" "files" {\n  bucket = "files"\n}\n',
    "deploy/deployment.yaml": samples.KUBERNETES,
    ".github/workflows/ci.yml": samples.CI,
    "app/__init__.py": "",
    "app/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    "app/cache.py": "import redis\n\nclient = redis.from_url('redis://cache')\n",
    "app/storage.py": "import boto3\n\ns3 = boto3.client('s3')\n",
    "app/users.py": USERS,
    "app/roles.py": USERS.replace("user", "role"),
    "tests/test_users.py": "from app.users import user_1\n\n\ndef test_user():\n    assert user_1('a')['level'] == 1\n",
}
RAG = "from qdrant_client import QdrantClient\n\nclient = QdrantClient('qdrant')\n\n\n" + "".join(
    f"def find_{n}(question: str) -> list[str]:\n    return client.search('{n}', question)\n\n\n"
    for n in range(30)
)
BROUGHT = {"aws", "redis", "kubernetes", "terraform", "docker", "postgresql", "fastapi", "github-actions"}


def made(place, *later, readme="# shop\n", author=ADA):
    history = History(place).commit({"README.md": readme, **TEMPLATE}, author=author)
    for files in later:
        history.commit(files, days=9, author=author)
    return history.build()


def test_a_template_verifies_nothing_and_is_said(tmp_path, judge):
    repo = judge(made(tmp_path / "r"))
    assert not BROUGHT & repo.verified.keys()
    (mark,) = [mark for mark in repo.marks if mark.id == "imported"]
    assert "brought 12 files" in mark.note and "Tests that assert" in mark.note
    assert repo.grade == "prototype" and repo.strength < 0.1


def test_own_work_on_a_template_verifies_itself_alone(tmp_path, judge):
    repo = judge(made(tmp_path / "r", {"app/rag.py": RAG}, {"app/rag.py": RAG + "TOP = 5\n"}))
    assert {"qdrant", "python"} <= repo.verified.keys() and not BROUGHT & repo.verified.keys()
    assert "redis" in {skill.id for skill in repo.skills}


def test_a_template_hardly_touched_for_months_is_a_copy(tmp_path, judge):
    renamed = [{"pyproject.toml": samples.PYPROJECT.replace("1.4.0", f"1.4.{n}")} for n in range(9)]
    repo = judge(made(tmp_path / "r", *renamed, readme=README))
    assert (repo.origin, repo.strength, repo.verified) == ("copied", 0.0, {})
    assert any("project template" in reason for reason in repo.reasons)


def test_an_import_that_is_worked_on_becomes_the_candidates(tmp_path, judge):
    change = "".join(f"CHECKED_{n} = {n}\n" for n in range(12))
    repo = judge(
        made(
            tmp_path / "r",
            {"app/users.py": USERS + change},
            {"app/roles.py": TEMPLATE["app/roles.py"] + change},
            {"app/cache.py": TEMPLATE["app/cache.py"] + change},
        )
    )
    assert {"redis", "fastapi", "aws"} <= repo.verified.keys()
    assert "they count half" in repo.mark("imported").note
    whole = judge(made(tmp_path / "s", {"app/users.py": USERS + change}))
    assert whole.strength < repo.strength


def test_a_sweep_over_all_files_is_no_work_on_them(tmp_path, judge):
    many = {f"app/part{n}.py": USERS.replace("user", f"part{n}") for n in range(25)}
    swept = {path: text.replace("level", "rank").replace("active", "alive") for path, text in many.items()}
    history = History(tmp_path / "r").commit({**TEMPLATE, **many}).commit(swept, days=40)
    assert "python" not in judge(history.build()).verified


def test_a_moved_package_is_no_import(tmp_path, judge):
    history = History(tmp_path / "r")
    parts = {f"shop/part{n}.py": samples.MODEL.replace("score", f"part_{n}") * 4 for n in range(15)}
    for path, text in parts.items():
        history.commit({path: text}, days=3)
    history.commit({}, days=1, renames={"shop": "src/store"})
    repo = judge(history.build())
    assert repo.mark("imported") is None and repo.authorship.share_lines == 1.0


def test_a_library_copied_into_a_project_is_foreign_there(tmp_path, judge):
    history = History(tmp_path / "r")
    for number in range(4):
        history.commit({f"own{number}.py": samples.MODEL.replace("score", f"own_{number}")}, days=5)
    copied = {f"yolo/part{n}.py": "import torch\n" + USERS.replace("user", f"yolo_{n}") for n in range(15)}
    host = ("GitHub", "noreply@github.com")
    repo = judge(history.commit(copied, days=1, committer=host, message="Add files via upload").build())
    assert "scikit-learn" in repo.verified and "pytorch" not in {skill.id for skill in repo.skills}
    assert repo.languages["Python"] < 200


@pytest.mark.parametrize("message", ["Add ranking (#88)", "Ranking"])
def test_a_squashed_pull_request_is_work(message, tmp_path, judge):
    history = History(tmp_path / "r").commit({"app.py": samples.MODEL}, author=BEN)
    files = {
        f"ranking/part{n}.py": "import torch\n\nzeros = torch.zeros\n" + USERS.replace("user", f"p{n}")
        for n in range(20)
    }
    history.commit(files, message=message, committer=BEN, days=2)
    assert "pytorch" in judge(history.commit({"x.py": "x = 1\n"}, author=BEN).build()).verified


def test_commits_under_several_names_are_one_persons(tmp_path, judge):
    history = History(tmp_path / "r")
    for number, author in enumerate((ADA, NOREPLY, ("Okafor, Ada", "ada@work.example")) * 3):
        history.commit(
            {f"part{number}.py": samples.MODEL.replace("score", f"p{number}")}, author=author, days=9
        )
    repo = judge(history.build())
    assert repo.authorship.own_commits == 9 and repo.authorship.share_lines == 1.0


def test_a_few_lines_in_the_largest_files_make_no_import_ones_own(tmp_path, judge):
    history = History(tmp_path / "r").commit(
        {**TEMPLATE, "app/groups.py": USERS.replace("user", "group") * 3}
    )
    for number in range(3):
        history.commit(
            {"app/groups.py": USERS.replace("user", "group") * 3 + "LIMIT = 1\n" * (number + 5)}, days=9
        )
    repo = judge(history.build())
    assert repo.verified.keys() <= {"python"} and repo.strength < 0.1


def test_what_a_classroom_hands_out_is_not_the_students(tmp_path, judge):
    robot = ("github-classroom[bot]", "66690702+github-classroom[bot]@users.noreply.github.com")
    history = History(tmp_path / "r").commit(TEMPLATE, author=robot)
    repo = judge(history.commit({"app/answer.py": RAG}, days=3).build())
    assert {"qdrant", "python"} <= repo.verified.keys() and not BROUGHT & repo.verified.keys()


def test_merged_commits_count_by_the_code_in_them(tmp_path, judge):
    def merged(name, files):
        history = samples.library(tmp_path / name)
        for number, (path, text) in enumerate(files):
            history.commit({path: text}, committer=BEN, message=f"Change (#{number})", days=3)
            history.commit({"CHANGES.md": f"- {number}\n"}, author=BEN)
        return judge(history.build())

    typos = merged("typos", [("README.md", samples.LIBRARY_README + f"Word {n}.\n") for n in range(5)])
    code = merged("code", [(f"src/shapely_index/near{n}.py", RAG) for n in range(5)])
    assert typos.origin == code.origin == "upstream"
    assert 0 < typos.strength < 0.2 < 0.5 < code.strength


def test_infrastructure_counts_by_its_files(tmp_path, judge):
    history = History(tmp_path / "r").commit({"README.md": "# clusters\n"})
    for number in range(12):
        values = "".join(f"key_{n}: {n * number}\n" for n in range(20))
        history.commit({f"charts/s{number}/Chart.yaml": f"apiVersion: v2\nname: s{number}\n"}, days=5)
        history.commit({f"charts/s{number}/values.yaml": values}, days=5)
    history.commit(
        {".github/workflows/ship.yml": "on: [push]\njobs:\n  a:\n    steps:\n      - run: helm upgrade a b\n"}
    )
    repo = judge(history.build())
    assert "helm" in repo.verified and (repo.kind, repo.grade) == ("configuration", "production")
    assert repo.strength > 0.5 and repo.languages.keys() == {"YAML"}


def test_own_settings_and_set_problems_count_for_little(tmp_path, judge):
    settings, problems = History(tmp_path / "dotfiles"), History(tmp_path / "leetcode-solutions")
    for number in range(30):
        settings.commit(
            {f"zsh/part{number}.sh": "alias ll='ls -l'\n" * (number + 9), ".zshrc": f"# {number}\n"}, days=9
        )
        problems.commit({f"p{number}.py": samples.MODEL.replace("score", f"solve_{number}")}, days=4)
    found = [judge(settings.build()), judge(problems.build())]
    assert [repo.kind for repo in found] == ["configuration", "practice"]
    assert all(0.0 < repo.strength < 0.1 for repo in found)


@pytest.mark.parametrize("title", ["LeetCode clone", "leetcode-cli", "A dataset of LeetCode problems"])
def test_a_thing_about_set_problems_is_no_solution_of_them(title, tmp_path, judge):
    history = History(tmp_path / "r").commit({"README.md": f"# {title}\n", "app.py": samples.MODEL})
    assert judge(history.build()).kind != "practice"


def test_data_that_comes_at_once_is_no_import(tmp_path, judge):
    history = (
        History(tmp_path / "r")
        .commit({"app.py": samples.MODEL, "run.py": samples.TRAIN})
        .commit({"a.py": "x = 1\n"})
    )
    many = {f"cases/c{n}.json": '{"question": "how"}\n' * 400 for n in range(40)}
    assert judge(history.commit(many, days=1).build()).mark("imported") is None
