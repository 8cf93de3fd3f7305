"""Small résumés as text, and a way to run the command as a person does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

STRONG = """\
Ines Marchetti
Machine Learning Engineer
ines.marchetti@mail.example | +39 02 5550 0134 | Milan, Italy | https://github.com/inesm

Summary
Machine learning engineer who runs ranking models that customers depend on.

Experience

Senior Machine Learning Engineer, Vela Commerce
March 2022 - Present
- Own the search ranking service (PyTorch, Triton Inference Server, Kubernetes), 3,200 requests per second at 45 ms p99
- Cut inference cost by 41%, from 22 to 13 cents per thousand requests, by moving to INT8 quantization
- On-call for ranking; led the postmortem after a feature store outage and added drift monitoring with Prometheus
- Chose LightGBM over a deep model for cold start because it retrains in minutes at the same NDCG

Machine Learning Engineer, Porto Analytics
June 2019 - February 2022
- Deployed churn models to production on AWS SageMaker, serving 2 million customers
- Automated weekly retraining with Airflow and tracked every run in MLflow

Education
MSc Statistics, University of Milan
2017 - 2019

Skills
Languages: Python, SQL, Go
ML: PyTorch, LightGBM, Triton Inference Server
Platform: Kubernetes, Docker, AWS, Airflow, MLflow
"""

STUDENT = """\
Tomas Novotny
tomas.novotny@mail.example

Education
BSc Computer Science, Charles University
2022 - 2025

Projects
Titanic survival prediction
- Trained a random forest on the Kaggle Titanic data in a Jupyter notebook, accuracy 81%
MNIST digits
- Coursework: classified MNIST digits with a CNN in Keras for the machine learning course

Skills
Python, TensorFlow, Keras, PyTorch, Pandas, NumPy, Docker, Kubernetes, AWS
"""

PROGRAM = (sys.executable, "-m", "aiscreen")
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two résumés, one of them in a subfolder, and an empty file."""
    cvs = tmp_path / "cvs"
    (cvs / "more").mkdir(parents=True)
    (cvs / "strong.txt").write_text(STRONG, encoding="utf-8")
    (cvs / "more" / "student.md").write_text(STUDENT, encoding="utf-8")
    return cvs


@pytest.fixture
def aiscreen(tmp_path: Path) -> Run:
    """Run the command in a folder of its own, with a store and cache of its own."""
    environment = {
        **os.environ,
        "AISCREEN_STORE": str(tmp_path / "store.sqlite3"),
        "COLUMNS": "100",
        "PYTHONUTF8": "1",
    }

    def run(*arguments: object, **kwargs: object) -> subprocess.CompletedProcess[str]:
        command = [*PROGRAM, *map(str, arguments)]
        options: dict[str, object] = {
            "capture_output": True,
            "text": True,
            "cwd": tmp_path,
            "env": environment,
            "timeout": 120,
        }
        return subprocess.run(command, **{**options, **kwargs})  # type: ignore[call-overload, no-any-return]

    return run
