"""What is read off single files: CI commands, Python's syntax, names in code, words that tell an exercise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiscreen.models.portfolio import Identity
from aiscreen.portfolio.catalog import Catalog
from aiscreen.portfolio.data import claims_table, names, signs
from aiscreen.portfolio.notebooks import read_notebook
from aiscreen.portfolio.python import read_python
from aiscreen.portfolio.workflows import CI_FILE, commands, on_changes, runs_tests
from tests.portfolio.history import History
from tests.portfolio.samples import API, MODEL, PYPROJECT, TEST_MODEL, notebook


def tree(place: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text)
    return place


@pytest.mark.parametrize(
    "command",
    [
        "pytest",
        "python -m pytest -q tests",
        "uv run --frozen pytest",
        "poetry run pytest --cov=x",
        "tox -e py312",
        "nox -s tests",
        "python -m unittest discover",
        "make test",
        "make lint test",
        "npm test",
        "npm run test:unit",
        "pnpm test",
        "go test ./...",
        "cargo nextest run",
        "mvn -B verify",
        "./gradlew check",
        "pip install -e . && pytest",
        "coverage run -m pytest",
        "docker compose run app pytest",
        "dbt build --target ci",
        "ctest --output-on-failure",
    ],
)
def test_commands_that_run_tests(command):
    assert runs_tests(command)


@pytest.mark.parametrize(
    "command",
    [
        "pip install pytest",
        "pip install pytest==8.0 pytest-cov",
        "pytest || true",
        "echo pytest",
        "make build",
        "npm run build",
        "apt-get install -y ctest",
        "python train.py",
        "docker build -t test .",
        "ruff check tests",
        "uv add --dev pytest",
    ],
)
def test_commands_that_do_not(command):
    assert not runs_tests(command)


def test_commands_of_each_ci_system():
    actions = "jobs:\n  a:\n    steps:\n      - name: pytest\n        run: |\n          # make test\n          pip install .\n          pytest -q\n      - run: echo done\n"
    assert [(c.line, c.text) for c in commands(".github/workflows/a.yml", actions)] == [
        (7, "pip install ."),
        (8, "pytest -q"),
        (9, "echo done"),
    ]
    gitlab = "test:\n  script:\n    - pip install .\n    - pytest\n  only: [main]\n"
    assert [c.text for c in commands(".gitlab-ci.yml", gitlab)] == ["pip install .", "pytest"]
    flush = "test:\n  script:\n  - pytest\nother: 1\n"
    assert [c.text for c in commands(".gitlab-ci.yml", flush)] == ["pytest"]
    jenkins = "stage('t') {\n  steps {\n    sh 'make test'\n    sh '''\n      pytest -q\n    '''\n  }\n}\n"
    assert [(c.line, c.text) for c in commands("Jenkinsfile", jenkins)] == [
        (3, "make test"),
        (5, "pytest -q"),
    ]
    assert not any(
        c.text == "pytest"
        for c in commands(".github/workflows/a.yml", "jobs:\n  pytest:\n    name: pytest\n")
    )


@given(st.text(alphabet="run: |-\n #script>pytest'\"", max_size=200))
def test_commands_never_fail_and_lines_are_real(text):
    lines = text.split("\n")
    for command in commands(".github/workflows/x.yml", text):
        assert command.text in lines[command.line - 1]


@pytest.mark.parametrize(
    "path",
    [".github/workflows/x.yaml", ".gitlab-ci.yml", ".circleci/config.yml", "Jenkinsfile", "ci/Jenkinsfile"],
)
def test_ci_files(path):
    assert CI_FILE.fullmatch(path)
    assert not CI_FILE.fullmatch("docs/" + path.replace("Jenkinsfile", "jenkins.md") + ".bak")


def test_only_changes_count_as_continuous():
    assert on_changes(".github/workflows/a.yml", "on: [push]\njobs:\n")
    assert not on_changes(".github/workflows/a.yml", "on:\n  workflow_dispatch:\n# push\njobs:\n  push:\n")


def marks(repo):
    return {mark.id for mark in repo.marks}


def test_ci_that_reaches_the_tests_by_make_or_a_script(tmp_path, judge):
    base = {"tests/test_m.py": TEST_MODEL, "src/m.py": MODEL}
    workflow = "on: push\njobs:\n  a:\n    steps:\n      - run: {}\n"
    reached = {
        "make": {
            "Makefile": "all: check\ncheck:\n\tpytest -q\n",
            ".github/workflows/c.yml": workflow.format("make all"),
        },
        "script": {
            "ci/run.sh": "set -e\npytest\n",
            ".github/workflows/c.yml": workflow.format("bash ci/run.sh"),
        },
    }
    missed = {
        "make": {"Makefile": "test:\n\techo none\n", ".github/workflows/c.yml": workflow.format("make test")},
        "script": {
            "ci/run.sh": "# pytest\nruff check\n",
            ".github/workflows/c.yml": workflow.format("bash ci/run.sh"),
        },
        "by hand": {
            ".github/workflows/c.yml": workflow.replace("push", "workflow_dispatch").format("pytest")
        },
        "no tests": {
            ".github/workflows/c.yml": workflow.format("pytest"),
            "tests/test_m.py": "import m\n",
            "src/m.py": "",
        },
    }
    for name, files in reached.items():
        assert "ci-tests" in marks(judge(tree(tmp_path / f"reached {name}", base | files))), name
    for name, files in missed.items():
        found = marks(judge(tree(tmp_path / f"missed {name}", base | files)))
        assert not {"tests", "ci-tests"} <= found, name
        assert "ci" in found


def test_tests_that_assert_nothing(tmp_path, judge):
    hollow = "import m\n\n\ndef test_a():\n    m.run()\n\n\ndef test_b():\n    assert True\n\n\ndef test_c():\n    print(m)\n"
    found = marks(judge(tree(tmp_path, {"tests/test_a.py": hollow, "m.py": MODEL})))
    assert "hollow-tests" in found and "tests" not in found


def test_assertions_in_every_style():
    source = """
import numpy as np, pytest, unittest
class T(unittest.TestCase):
    def test_a(self): self.assertEqual(f(), 1)
def test_b(): np.testing.assert_allclose(f(), 1)
def test_c():
    with pytest.raises(ValueError): f()
def test_d(mock): mock.assert_called_once()
async def test_e(): assert await f()
def test_f(): assert 1 == 1
def test_g(): assert "text"
def test_h(): pytest.fail("no")
def helper(): assert x
"""
    read = read_python(source)
    assert len(read.asserting) == 6 and len(read.hollow) == 2


def test_imports_and_their_use():
    read = read_python(
        "import a\nimport b as c\nfrom d.e import f as g\nfrom . import h\nimport i.j\nimport unused\n"
        "from k import *\n__all__ = ['l']\nfrom m import l\nprint(a, c.x, g, i.j)\n"
    )
    assert {(item.module, item.used) for item in read.imports} == {
        ("a", True), ("b", True), ("d.e.f", True), ("i.j", True), ("unused", False), ("k.*", True), ("m.l", True),
    }  # fmt: skip
    assert read_python("print 'old'") is None


def test_local_modules_hide_installed_ones(tmp_path, judge):
    files = {
        "app.py": "import redis\nimport torch\nimport qdrant_client\nprint(redis, torch, qdrant_client)\n",
        "torch/__init__.py": "",
        "scripts/run.py": "import faiss\nprint(faiss)\n",
        "scripts/faiss.py": "x = 1\n",
        "pkg/__init__.py": "",
        "pkg/mlflow.py": "x = 1\n",
        "pkg/use.py": "import mlflow\nprint(mlflow)\n",
    }
    found = {skill.id for skill in judge(tree(tmp_path, files)).skills if skill.how == "import"}
    assert found == {"redis", "qdrant", "mlflow"}


def test_text_that_looks_like_code_is_no_code(tmp_path, judge):
    files = {
        "a.py": '"""\nimport torch\n"""\n# import redis\nx = "import mlflow"\n',
        "b.md": "import faiss\n",
    }
    assert [skill.id for skill in judge(tree(tmp_path, files)).skills] == []


def test_vendored_code_proves_nothing(tmp_path, judge):
    code = "import torch\nprint(torch.ones(3))\n"
    places = (
        "node_modules/x",
        "vendor/x",
        "third_party/x",
        "venv/lib/python3.12/site-packages/x",
        "build/lib/x",
    )
    files = {f"{place}/a.py": code for place in places} | {"own.py": "import redis\nredis.Redis()\n"}
    repo = judge(tree(tmp_path, files))
    assert {skill.id for skill in repo.skills} == {"redis"} and "environment" in marks(repo)
    assert repo.languages == {"Python": 2}


def test_infrastructure_shows_skills(tmp_path, judge):
    files = {
        "docker-compose.yml": "services:\n  db:\n    image: pgvector/pgvector:pg16\n  q:\n    image: bitnami/kafka:3.7\n",
        "infra/main.tf": 'resource "aws_sagemaker_endpoint" "m" {\n}\n',
        "chart/Chart.yaml": "name: m\n",
        "k8s/isvc.yaml": "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\n",
        "models/m/config.pbtxt": 'name: "m"\n',
        "dvc.yaml": "stages:\n  train:\n    cmd: python train.py\n",
        "web/package.json": '{"dependencies": {"react": "18"}}',
        "web/app.tsx": "import React from 'react'\nimport { z } from \"zod\"\n",
        "svc/main.go": 'package main\n\nimport (\n\t"github.com/redis/go-redis/v9"\n)\n',
    }
    found = {skill.id for skill in judge(tree(tmp_path, files)).skills}
    assert {
        "docker",
        "pgvector",
        "kafka",
        "terraform",
        "aws",
        "sagemaker",
        "helm",
        "kubernetes",
        "kserve",
        "dvc",
        "react",
        "redis",
    } <= found
    assert any("triton" in skill for skill in found)


def test_a_freeze_of_an_environment_declares_nothing(tmp_path, judge):
    pinned = "".join(f"package{n}==1.{n}\n" for n in range(80)) + "torch==2.3\n"
    assert judge(tree(tmp_path, {"requirements.txt": pinned, "a.py": "x = 1\n"})).skills == []
    chosen = judge(tree(tmp_path / "b", {"requirements.txt": "torch>=2\nfastapi\n", "a.py": "x = 1\n"}))
    assert {(skill.id, skill.how) for skill in chosen.skills} == {
        ("pytorch", "manifest"),
        ("fastapi", "manifest"),
    }
    assert chosen.verified == {}


@pytest.mark.parametrize(
    ("readme", "mark"),
    [
        ("# Assignment 3 for CS 229\n\nHomework on k-means.\n", "coursework"),
        (
            "# Capstone project\n\nSubmitted in partial fulfilment of the MSc.\nSupervisor: Dr. Vance\n",
            "coursework",
        ),
        ("# Chat app\n\nFollowing along with the YouTube tutorial by a well-known channel.\n", "tutorial"),
        ("# My solutions to the deep learning book\n", "tutorial"),
        ("# House prices\n\nKaggle competition, public leaderboard 0.12.\n", "competition"),
    ],
)
def test_words_that_tell_an_exercise(readme, mark, tmp_path, judge):
    assert mark in marks(judge(tree(tmp_path, {"README.md": readme, "main.py": MODEL})))


@pytest.mark.parametrize(
    "readme",
    [
        "# assignment-solver\n\nAssigns couriers to orders; the assignment problem is solved each second.\n",
        "# course-api\n\nThe API behind our course catalogue. Students enrol, instructors grade.\n",
        "# lab\n\nInfrastructure of the Innovation Lab.\n",
        "# notebooks-runner\n\nSchedules notebooks in production.\n",
        "# kaggle-sync\n\nMirrors a Kaggle dataset to a bucket each night.\n",
        "# docs\n\nSee the tutorial in docs/ to begin. Based on FastAPI.\n",
        "# thesis-search\n\nSearch over a university's theses; a supervisor sees the queue.\n",
        "# trainer\n\nTrains rankers. Team members can start runs from the console.\n",
    ],
)
def test_words_that_only_look_like_an_exercise(readme, tmp_path, judge):
    found = marks(judge(tree(tmp_path, {"README.md": readme, "main.py": MODEL})))
    assert not {"coursework", "tutorial", "competition", "toy-data", "notebooks"} & found


def test_a_shipped_service_is_no_exercise_for_its_words(tmp_path, sample, judge):
    from tests.portfolio.samples import service

    history = service(tmp_path / "course-grader")
    history.commit(
        {
            "README.md": "# course-grader\n\nGrades each homework. Used in CS 101 and CS 229; instructor: see config.\n"
        }
    )
    repo = judge(history.build())
    assert (repo.kind, repo.grade) == ("service", "production")


def test_notebooks_beside_a_package_are_no_notebook_repository(tmp_path, judge):
    cell = ("code", "import pandas as pd\n" + "\n".join(f"x{n} = pd.DataFrame()" for n in range(80)))
    files = {
        "pyproject.toml": PYPROJECT,
        "src/fraud/__init__.py": "",
        "src/fraud/api.py": API,
        "eda.ipynb": notebook(cell),
    }
    repo = judge(tree(tmp_path, files))
    assert "notebooks" not in marks(repo) and repo.kind == "service"


@pytest.mark.parametrize(
    ("line", "claimed"),
    [
        ("Runs on Kubernetes.", True),
        ("- Kubernetes deployment with Helm charts", True),
        ("Kubernetes is planned.", False),
        ("It does not need Kubernetes.", False),
        ("You can also run it on Kubernetes.", False),
        ("Unlike Kubernetes, it is small.", False),
        ("- [ ] Kubernetes", False),
        ("Requires Kubernetes 1.29.", False),
        ("## Roadmap\n\nKubernetes with Helm charts", False),
        ("```\nkubernetes\n```", False),
        ("See [this](https://kubernetes.io).", False),
    ],
)
def test_what_counts_as_a_claim(line, claimed, tmp_path, judge):
    repo = judge(tree(tmp_path, {"README.md": f"# x\n\n{line}\n", "main.py": MODEL}))
    assert [claim.id for claim in repo.unproven] == (["kubernetes"] if claimed else [])


def test_claims_are_shown_by_the_faintest_trace(tmp_path, judge):
    files = {
        "README.md": "# x\n\nExports Prometheus metrics, runs on Kubernetes.\n",
        "main.py": "url = 'http://prometheus:9090'\n",
    }
    repo = judge(tree(tmp_path, files | {"k8s.tpl": "apiVersion: v1\n"}))
    assert repo.unproven == [] and {claim.id for claim in repo.claims} == {"prometheus", "kubernetes"}


def test_claims_of_the_resume_about_a_repository(tmp_path, known, ada):
    from aiscreen.models.resume import Project, Resume, Statement
    from aiscreen.portfolio import examine

    def said(text, entry):
        return Statement(text=text, page=1, line=7, bbox=(0, 0, 1, 1), section="projects", entry=entry)

    place = History(tmp_path / "ranker").commit({"main.py": MODEL}).build()
    resume = Resume(
        projects=[Project(name="Ranker", url="https://github.com/ada/ranker"), Project(name="Other")],
        statements=[said("Deployed on Kubernetes with 95% test coverage", 0), said("Streams over Kafka", 1)],
    )
    (repo,) = examine([place], ada, taxonomy=known, resume=resume)
    assert {claim.id for claim in repo.unproven} == {"kubernetes", "tests"}
    assert repo.unproven[0].said.page == 1 and repo.unproven[0].said.line == 7


def test_secrets_are_named_and_never_quoted(tmp_path, judge):
    secret = "AKIA" + "Q3EGRZP7WNXS2LTD"
    repo = judge(tree(tmp_path, {"app.py": f"key = '{secret}'\n", "tests/test_a.py": f"k = '{secret}'\n"}))
    (evidence,) = repo.mark("secrets").evidence
    assert (evidence.file.endswith("/app.py"), evidence.line, evidence.quote) == (True, 1, "(masked)")
    assert secret not in repo.model_dump_json()
    harmless = tree(
        tmp_path / "b",
        {"app.py": "key = 'AKIAIOSFODNN7EXAMPLE'\nother = 'sk-your-key-here-xxxxxxxxxxxxxxxxxxxxxxxx'\n"},
    )
    assert judge(harmless).mark("secrets") is None


def test_notebook_lines_point_into_the_file():
    text = notebook(("markdown", "# T"), ("code", "%pip install x\nimport a\nimport b"), ("code", "import a"))
    read = read_notebook(text)
    lines = text.split("\n")
    assert read.code.split("\n") == ["", "import a", "import b", "import a"]
    for code, number in zip(read.code.split("\n")[1:], read.lines[1:], strict=True):
        assert code in lines[number - 1]
    assert len(set(read.lines)) == 4
    assert read_notebook("[]") is None and read_notebook("{") is None


def test_tables_are_sound(known):
    """Every sign is complete, every claim can be met by something that exists, and nearly every name is a skill's."""
    assert next(iter(signs())) == "tests" and all(sign.name for sign in signs().values())
    for entry in claims_table().claims:
        assert entry.marks or entry.shows or entry.grades
        assert set(entry.marks) <= signs().keys()
    catalog = Catalog(known)
    for kind, table in names().items():
        unknown = [name for name, written in table.items() if written and not catalog.find(written)]
        assert len(unknown) <= 0.03 * len(table), (kind, unknown)


@pytest.mark.parametrize(
    ("module", "skill"),
    [
        ("cv2", "opencv"),
        ("sklearn.ensemble", "scikit-learn"),
        ("torch.nn", "pytorch"),
        ("PIL.Image", "pillow"),
        ("yaml", "yaml"),
        ("google.cloud.bigquery", "bigquery"),
        ("langchain_openai", "langchain"),
        ("vllm", "vllm"),
    ],
)
def test_modules_whose_names_differ(module, skill, known):
    assert skill in Catalog(known).module(module)


@pytest.mark.parametrize(
    "module",
    [
        "utils",
        "models",
        "agents_of_mine",
        "render",
        "excel",
        "os",
        "json",
        "email",
        "config",
        "glue",
        "cursor",
        "trainer",
    ],
)
def test_ordinary_module_names_are_no_skills(module, known):
    assert Catalog(known).module(module) == ()


def test_identity_from_a_resume():
    from aiscreen.models.resume import Basics, Profile, Resume

    profiles = [Profile(network="GitHub", username="ada-okafor"), Profile(network="LinkedIn", username="ada")]
    found = Identity.of(Resume(basics=Basics(name="Ada Okafor", email="ada@okafor.dev", profiles=profiles)))
    assert found == Identity(names=["Ada Okafor"], emails=["ada@okafor.dev"], usernames=["ada-okafor"])


def test_examples_beside_the_thing_are_not_the_thing(tmp_path, judge):
    files = {
        "pyproject.toml": PYPROJECT,
        "fraud/__init__.py": "",
        "fraud/model.py": MODEL,
        "fraud/more.py": MODEL,
    }
    files |= {
        "examples/serve/main.py": API,
        "examples/serve/Dockerfile": "FROM python:3.12\n",
        "docs/hw1.py": "x = 1\n",
    }
    repo = judge(tree(tmp_path, files))
    assert repo.kind == "library"
    assert not {"serving", "monitoring", "container", "coursework"} & marks(repo)
    assert {"fastapi", "docker"} <= {skill.id for skill in repo.skills}


def test_a_repository_of_examples_alone_is_judged_by_them(tmp_path, judge):
    repo = judge(tree(tmp_path, {"examples/main.py": API, "examples/Dockerfile": "FROM python:3.12\n"}))
    assert repo.kind == "service" and {"serving", "container"} <= marks(repo)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Pipfile", '[packages]\nredis = "*"\n[dev-packages]\ntorch = "*"\n'),
        ("environment.yml", "dependencies:\n  - redis\n  - torch=2.3\n"),
        ("requirements/base.txt", "redis\n# mlflow\n-r other.txt\ntorch>=2\n"),
        ("pyproject.toml", '[tool.poetry.dependencies]\nredis = "5"\n[tool.poetry.group.dev.dependencies]\ntorch = "2"\n'),
        ("pyproject.toml", '[dependency-groups]\ndev = ["redis", "torch>=2"]\n'),
    ],
)  # fmt: skip
def test_a_dependency_is_found_in_every_kind_of_manifest(path, text, tmp_path, judge):
    repo = judge(tree(tmp_path, {path: text, "a.py": "x = 1\n"}))
    assert {(skill.id, skill.how) for skill in repo.skills} == {
        ("redis", "manifest"),
        ("pytorch", "manifest"),
    }
    lines = {skill.evidence[0].line for skill in repo.skills}
    assert len(lines) == 1 + (path != "pyproject.toml" or "poetry" in text), "each on the line that names it"
