"""Repositories of the kinds that reviewers meet, with what is true of each known."""

from __future__ import annotations

import json
from pathlib import Path

from tests.portfolio.history import ADA, BEN, CHI, History, Person


def service(place: Path, author: Person = ADA) -> History:
    """A production service grown over months: tests, CI that runs them, image, cluster files, metrics, tracking."""
    history = History(place)
    history.commit(
        {"README.md": "# fraud-scoring\n\nScores card payments.\n", "LICENSE": _mit(author[0])}, author=author
    )
    history.commit(
        {"pyproject.toml": PYPROJECT, "src/fraud/__init__.py": "", "src/fraud/model.py": MODEL},
        author=author,
        days=6,
    )
    rules = {f"src/fraud/rule{n}.py": MODEL.replace("score", f"rule_{n}") for n in range(9)}
    history.commit({"src/fraud/api.py": API, "tests/test_api.py": TEST_API, **rules}, author=author, days=20)
    history.commit({".github/workflows/ci.yml": CI, "Dockerfile": DOCKERFILE}, author=author, days=25)
    history.commit(
        {"deploy/deployment.yaml": KUBERNETES, "deploy/prometheus.yml": PROMETHEUS}, author=author, days=31
    )
    history.commit({"src/fraud/train.py": TRAIN, "tests/test_model.py": TEST_MODEL}, author=author, days=30)
    history.commit(
        {"docs/adr/0001-serve-from-memory.md": ADR, "uv.lock": "version = 1\n"}, author=author, days=33
    )
    history.commit({"README.md": SERVICE_README}, author=author, days=12)
    return history


def kaggle(place: Path) -> History:
    """A competition portfolio in notebooks."""
    history = History(place)
    history.commit(
        {"README.md": "# Kaggle\n\nMy notebooks for the Titanic competition. Public leaderboard: 0.78.\n"}
    )
    history.commit({"titanic/eda.ipynb": notebook(*KAGGLE_CELLS), "titanic/train.csv": "a,b\n1,2\n"}, days=2)
    history.commit(
        {"titanic/model.ipynb": notebook(*KAGGLE_MODEL), "titanic/submission.csv": "id,y\n1,0\n"}, days=5
    )
    return history


def notebooks(place: Path) -> History:
    """An honest analysis that stands in notebooks alone."""
    history = History(place)
    history.commit(
        {"README.md": "# Energy demand\n\nHourly demand of three regions, forecast a day ahead.\n"}
    )
    history.commit({"demand.ipynb": notebook(*DEMAND_CELLS)}, days=9)
    history.commit({"weather.ipynb": notebook(*DEMAND_CELLS[:3])}, days=30)
    return history


def coursework(place: Path) -> History:
    """Assignments of a course."""
    history = History(place)
    readme = (
        "# CS 4650 Natural Language Processing\n\nHomework for the spring semester.\nInstructor: Dr. Vance\n"
    )
    history.commit({"README.md": readme})
    for number in (1, 2, 3):
        history.commit({f"hw{number}/solution.py": TRAIN.replace("run", f"run{number}")}, days=14)
    return history


def overclaiming(place: Path) -> History:
    """A README that promises far more than a script holds."""
    history = History(place)
    history.commit({"README.md": OVERCLAIMING, "main.py": CHATBOT, "requirements.txt": "openai\nlangchain\n"})
    history.commit({"main.py": CHATBOT.replace("Ask me", "Ask")}, days=3)
    return history


def fork(place: Path) -> History:
    """Others' library with one commit of the candidate's on top that nobody took up."""
    history = library(place)
    history.commit({"README.md": LIBRARY_README + "\nSee also my blog.\n"}, message="Update README", days=40)
    return history


def upstream(place: Path) -> History:
    """Others' library into which the candidate's work was merged."""
    history = library(place)
    for number in range(6):
        history.commit(
            {f"src/shapely_index/extra{number}.py": MODEL.replace("score", f"score_{number}")},
            committer=BEN,
            message=f"Add index {number} (#{40 + number})",
            days=8,
        )
        history.commit({"CHANGES.md": f"- index {number}\n"}, author=BEN, days=2)
    return history


def library(place: Path) -> History:
    """A maintained library of two other people."""
    history = History(place)
    pyproject = PYPROJECT.replace("fraud", "shapely_index")
    history.commit(
        {"README.md": LIBRARY_README, "LICENSE": _mit("Ben Lindqvist"), "pyproject.toml": pyproject},
        author=BEN,
    )
    history.commit(
        {"src/shapely_index/__init__.py": "", "src/shapely_index/core.py": MODEL}, author=BEN, days=11
    )
    history.commit({"tests/test_core.py": TEST_MODEL, ".github/workflows/ci.yml": CI}, author=CHI, days=20)
    for number in range(12):
        path = f"src/shapely_index/part{number}.py"
        history.commit(
            {path: MODEL.replace("score", f"rank_{number}")}, author=(BEN, CHI)[number % 2], days=15
        )
    return history


def dump(place: Path) -> History:
    """A whole service in one commit."""
    everything = {
        "README.md": SERVICE_README,
        "pyproject.toml": PYPROJECT,
        "src/fraud/__init__.py": "",
        "src/fraud/api.py": API,
        "src/fraud/train.py": TRAIN,
        **{f"src/fraud/part{number}.py": MODEL.replace("score", f"part_{number}") for number in range(10)},
    }
    return History(place).commit({".gitignore": "*.pyc\n"}).commit(everything, message="Add files via upload")


def notebook(*cells: tuple[str, str]) -> str:
    """A notebook in the form that Jupyter writes, from pairs of cell type and source."""
    made = []
    for kind, source in cells:
        cell: dict[str, object] = {
            "cell_type": kind,
            "metadata": {},
            "source": source.splitlines(keepends=True),
        }
        if kind == "code":
            cell |= {"execution_count": 1, "outputs": []}
        made.append(cell)
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return (
        json.dumps({"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}, indent=1) + "\n"
    )


def _mit(holder: str) -> str:
    return f"MIT License\n\nCopyright (c) 2024 {holder}\n\nPermission is hereby granted, free of charge, to any person...\n"


PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "fraud"
version = "1.4.0"
dependencies = [
    "fastapi>=0.110",
    "scikit-learn>=1.4",
    "mlflow>=2.10",
]

[tool.ruff]
line-length = 100

[tool.mypy]
strict = true
"""

MODEL = '''\
"""Scoring of one payment."""

from __future__ import annotations

import logging

import numpy as np
from sklearn.linear_model import LogisticRegression

logger = logging.getLogger(__name__)


def score(model: LogisticRegression, amounts: list[float]) -> float:
    """The chance that a payment is fraud."""
    features = np.log1p(np.asarray(amounts, dtype=float)).reshape(1, -1)
    logger.info("scoring %d features", features.size)
    return float(model.predict_proba(features)[0, 1])


def threshold(costs: dict[str, float]) -> float:
    """Where the cost of a miss and of a false alarm meet."""
    return costs["alarm"] / (costs["alarm"] + costs["miss"])


def spread(values: list[float]) -> float:
    """The width of the middle half of the values."""
    low, high = np.percentile(values, [25, 75])
    return float(high - low)


def clipped(value: float, low: float, high: float) -> float:
    """A value held between two others."""
    if value < low:
        return low
    if value > high:
        return high
    return value
'''

API = '''\
"""The service that answers for each payment."""

from __future__ import annotations

from fastapi import FastAPI
from prometheus_client import Counter, Histogram

from fraud.model import score

app = FastAPI()
REQUESTS = Counter("fraud_requests_total", "Payments scored")
LATENCY = Histogram("fraud_latency_seconds", "Time to score a payment")


@app.post("/score")
def answer(amounts: list[float]) -> dict[str, float]:
    """Score one payment."""
    REQUESTS.inc()
    with LATENCY.time():
        return {"score": score(app.state.model, amounts)}


@app.get("/healthz")
def healthy() -> dict[str, str]:
    """Whether the service is up."""
    return {"status": "ok"}
'''

TRAIN = '''\
"""Trains the model and records the run."""

import mlflow
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score


def run(path: str) -> float:
    """Train on a table of payments and return the average precision on the last fifth."""
    table = pd.read_parquet(path).sort_values("time")
    cut = int(len(table) * 0.8)
    early, late = table.iloc[:cut], table.iloc[cut:]
    features = [name for name in table.columns if name.startswith("f_")]
    with mlflow.start_run():
        model = LogisticRegression(max_iter=500, class_weight="balanced")
        model.fit(early[features], early["fraud"])
        precision = average_precision_score(late["fraud"], model.predict_proba(late[features])[:, 1])
        mlflow.log_metric("average_precision", precision)
        mlflow.sklearn.log_model(model, "model", registered_model_name="fraud")
    return float(precision)


if __name__ == "__main__":
    print(run("payments.parquet"))
'''

TEST_API = """\
import pytest
from fastapi.testclient import TestClient

from fraud.api import app


@pytest.fixture
def client():
    return TestClient(app)


def test_health(client):
    assert client.get("/healthz").json() == {"status": "ok"}


def test_refuses_text(client):
    with pytest.raises(ValueError):
        client.post("/score", content="x")
"""

TEST_MODEL = """\
from fraud.model import clipped, threshold


def test_threshold_is_between_costs():
    assert 0 < threshold({"alarm": 1.0, "miss": 9.0}) < 0.5


def test_clipped():
    assert clipped(3.0, 0.0, 1.0) == 1.0
"""

CI = """\
name: ci
on:
  push:
    branches: [main]
  pull_request:
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Install
        run: pip install -e .[dev]
      - name: Lint
        run: ruff check .
      - name: Test
        run: |
          mypy src
          pytest -q --cov
  ship:
    needs: check
    runs-on: ubuntu-latest
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
      - run: docker push registry.example.org/fraud:latest
"""

DOCKERFILE = """\
# syntax=docker/dockerfile:1
FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN pip install .
CMD ["uvicorn", "fraud.api:app", "--host", "0.0.0.0"]
"""

KUBERNETES = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: fraud
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: fraud
          image: registry.example.org/fraud:1.4.0
        - name: cache
          image: redis:7-alpine
"""

PROMETHEUS = """\
scrape_configs:
  - job_name: fraud
    static_configs:
      - targets: ["fraud:8000"]
"""

ADR = "# 1. Serve from memory\n\nWe keep the model in the process because the feature store added 40 ms.\n"

SERVICE_README = """\
# fraud-scoring

Scores card payments for fraud in under 20 ms. The service answers over HTTP, exports Prometheus metrics, runs on
Kubernetes and is retrained each week. The test suite runs in CI on each change.

## Getting started

Install the package in a fresh environment, start a local tracking server, and run the service with uvicorn. The first
request loads the newest registered model; after that a payment takes three milliseconds on one core. The tests need no
network: they make small tables of payments on the fly and check the scores, the thresholds and the refusals.

## How it decides

The threshold follows from two costs, that of a missed fraud and that of a false alarm, and both stand in the
configuration. A drift report compares each day's payments with the month before, and a person looks at it on Mondays.
The model is a logistic regression because its reasons can be told to a customer; a boosted ensemble was three points
better and could not be explained to the complaints office.

## Roadmap

- Terraform for the staging cluster
- Kafka in place of polling
"""

LIBRARY_README = """\
# shapely-index

An index over shapes for fast look-ups.

## Usage

Build an index over a list of shapes, then ask it which of them hold a point. It is made for many look-ups over few
shapes. Everything is kept in memory and nothing is written. The tests compare each answer with a plain loop over all
shapes, so the index can be trusted to be exact. Reports of bugs are welcome, best with a small list of shapes that
shows them. Releases follow the calendar, twice a year, and the last two are supported. The index does not change
after it was built: build a new one. That costs about a second for a million shapes on one core of a laptop, which is
less than most people think, and keeps the code short enough that two people can look after it in their evenings.
"""

OVERCLAIMING = """\
# AI-Powered Enterprise Chatbot

![ci](https://github.com/ada/chatbot/actions/workflows/ci.yml/badge.svg)

A production-ready, enterprise-grade conversational platform.

- Deployed on Kubernetes with Helm charts
- Monitored with Prometheus and Grafana
- 95% test coverage with unit tests and integration tests
- Built on LangChain

Redis support is planned. You can add Kafka if you need it.

## Future work

- MLflow for experiment tracking
"""

CHATBOT = """\
import openai
from langchain.prompts import PromptTemplate

prompt = PromptTemplate.from_template("Answer briefly: {question}")

while True:
    question = input("Ask me: ")
    answer = openai.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": prompt.format(question=question)}],
    )
    print(answer.choices[0].message.content)
"""

KAGGLE_CELLS = (
    ("markdown", "# Titanic - Machine Learning from Disaster\nA Kaggle competition notebook."),
    ("code", "%matplotlib inline\nimport numpy as np\nimport pandas as pd\nimport seaborn as sns"),
    ("code", "train = pd.read_csv('/kaggle/input/titanic/train.csv')\ntrain.head()\nnp.random.seed(0)"),
    ("code", "sns.heatmap(train.corr())"),
)

KAGGLE_MODEL = (
    ("code", "import pandas as pd\nfrom sklearn.ensemble import RandomForestClassifier\nimport xgboost"),
    (
        "code",
        "train = pd.read_csv('/kaggle/input/titanic/train.csv')\nmodel = RandomForestClassifier(n_estimators=300)",
    ),
    ("code", "model.fit(train.drop(columns='Survived'), train['Survived'])\nsubmission = pd.DataFrame()"),
    ("code", "submission.to_csv('submission.csv', index=False)"),
)

DEMAND_CELLS = (
    ("markdown", "# Hourly demand"),
    (
        "code",
        "import pandas as pd\nimport matplotlib.pyplot as plt\nfrom statsmodels.tsa.statespace.sarimax import SARIMAX",
    ),
    ("code", "demand = pd.read_csv('demand.csv', parse_dates=['hour'])\ndemand.plot()\nplt.show()"),
    ("code", "fitted = SARIMAX(demand['load'], order=(2, 0, 1), seasonal_order=(1, 1, 1, 24)).fit()"),
    (
        "code",
        "forecast = fitted.forecast(24)\nerror = (forecast - demand['load'][-24:]).abs().mean()\nprint(error)",
    ),
)
