"""What a mention says beside its skill, and what holds for any text."""

from __future__ import annotations

import marshal
import sys
import time
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiscreen.matching import Matcher, Mention, compile_skills
from aiscreen.models.resume import Basics, Education, Project, Resume, Section, Statement, Work
from aiscreen.taxonomy import Taxonomy
from aiscreen.taxonomy.skills import Skill


def only(matcher: Matcher, text: str, skill: str, **options: bool) -> Mention:
    found = [mention for mention in matcher.find(text, **options) if mention.skill == skill]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "skill", "how"),
    [
        ("Trained rankers in PyTorch", "pytorch", "exact"),
        ("Clusters on k8s", "kubernetes", "alias"),
        ("Services in Go, Rust and Python", "go", "context"),
        ("Docker, Kuberntes and Terraform", "kubernetes", "fuzzy"),
    ],
)
def test_how(matcher: Matcher, text: str, skill: str, how: str) -> None:
    assert only(matcher, text, skill).how == how


@pytest.mark.parametrize(
    ("text", "skill", "stance"),
    [
        ("I know only by reading: Kubernetes, vLLM", "vllm", "weak"),
        ("Known from books only: Kubernetes", "kubernetes", "weak"),
        ("Theory only: diffusion models, Kubernetes", "kubernetes", "weak"),
        ("Kubernetes (only read the configuration)", "kubernetes", "weak"),
        ("No practice with Kubernetes", "kubernetes", "denied"),
        ("I don't do Kubernetes", "kubernetes", "denied"),
        ("We could not do without Kubernetes", "kubernetes", "own"),
        ("Known from the papers as RAG, we serve it on Kubernetes", "kubernetes", "own"),
        ("No experience with Kubernetes, but strong in Docker", "kubernetes", "denied"),
        ("No experience with Kubernetes, but strong in Docker", "docker", "own"),
        ("I haven't used PyTorch or TensorFlow", "tensorflow", "denied"),
        ("Would like to learn Kubernetes", "kubernetes", "wish"),
        ("Currently learning LangChain", "langchain", "wish"),
        ("Interested in reinforcement learning", "reinforcement-learning", "wish"),
        ("Exposure to Terraform; daily use of Kafka", "terraform", "weak"),
        ("Exposure to Terraform; daily use of Kafka", "kafka", "own"),
        ("Collaborated with data engineers on Spark pipelines", "spark", "weak"),
        ("Worked with the ML team who used PyTorch", "pytorch", "weak"),
        ("Led a team of engineers who built it on PyTorch", "pytorch", "own"),
        ("Coursework: Python, Statistics", "python", "weak"),
        ("Requirements: Python and AWS", "aws", "denied"),
        ("Not only PyTorch but also JAX", "jax", "own"),
        ("Machine learning in Python", "python", "own"),
        ("Python (basic), Java", "python", "weak"),
        ("Used Kafka instead of RabbitMQ", "rabbitmq", "denied"),
        ("Unlike PyTorch, our stack was MATLAB", "pytorch", "denied"),
        ("Not my thing: React, Angular", "react", "denied"),
        ("Somebody else handled Kubernetes", "kubernetes", "denied"),
        ("Customers include Snowflake and Databricks", "snowflake", "denied"),
        ("Python (5/5), Go (1/5), Rust (0/5)", "rust", "denied"),
        ("Python (5/5), Go (1/5), Rust (0/5)", "python", "own"),
        ("Tried Kubeflow for two weeks and threw it out", "kubeflow", "weak"),
        ("Considered Kafka but settled on Redis", "kafka", "weak"),
        ("Considered Kafka but settled on Redis", "redis", "own"),
        ("Evaluated BERT and Qdrant on our own queries", "qdrant", "own"),
        ("Replaced Theano-era code with JAX", "theano", "weak"),
        ("Replaced Theano-era code with JAX", "jax", "own"),
        ("Migrated the training stack from TensorFlow 1.x and Python 2.7 to PyTorch", "tensorflow", "weak"),
        ("Migrated the training stack from TensorFlow 1.x and Python 2.7 to PyTorch", "pytorch", "own"),
        ("Exported models from PyTorch to ONNX", "pytorch", "own"),
        ("Kubernetes was the platform team's job", "kubernetes", "weak"),
        ("Kubernetes is on my to-do list", "kubernetes", "wish"),
        ("Looking for a place where I can use PyTorch", "pytorch", "wish"),
    ],
)
def test_stance(matcher: Matcher, text: str, skill: str, stance: str) -> None:
    assert only(matcher, text, skill, unowned=True).stance == stance


@pytest.mark.parametrize(
    ("text", "skill", "version"),
    [
        ("Served TensorFlow 1.15 models", "tensorflow", "1.x"),
        ("Scripts in Python 2.7", "python", "2"),
        ("Ported tf.Session code", "tensorflow", "1.x"),
        ("Python3 services", "python", "3"),
        ("Airflow 1.10 DAGs in Python", "airflow", "1.x"),
        ("Python (2 years), Java", "python", ""),
        ("A Keras 1 LSTM for letters", "keras", "1.x"),
        ("Python 2 years", "python", ""),
        ("Python 2/5", "python", ""),
    ],
)
def test_version(matcher: Matcher, text: str, skill: str, version: str) -> None:
    assert only(matcher, text, skill).version == version


def test_stored_form_is_the_same(taxonomy: Taxonomy, matcher: Matcher) -> None:
    stored = Matcher.from_compiled(marshal.loads(marshal.dumps(compile_skills(taxonomy.skills))))
    text = "Airflow, Prefect and Go on k8s; no experience with Spark"
    assert stored.find(text, unowned=True) == matcher.find(text, unowned=True)


def test_a_taxonomy_of_ones_own() -> None:
    north = {"name": "North", "category": "llms", "phrases": ["North"], "context": {"near": ["AcmeDB"]}}
    skills = {"acme-db": Skill(name="AcmeDB", category="databases"), "north": Skill.model_validate(north)}
    small = Matcher(SimpleNamespace(skills=skills))
    assert [m.skill for m in small.find("North and acme db")] == ["north", "acme-db"]
    assert small.find("Born up north") == []


def statement(text: str, section: Section, line: int) -> Statement:
    return Statement(text=text, page=1, line=line, bbox=(0, 0, 1, 1), section=section)


def test_names_employers_and_schools_are_not_skills(matcher: Matcher) -> None:
    statements = [
        statement("Julia Claude Ruby", "header", 1),
        statement("ML Engineer, Hugging Face", "work", 2),
        statement("Ported the trainer to PyTorch", "work", 3),
        statement("Keras chat (LangChain, FAISS)", "projects", 4),
        statement("MSc Machine Learning, Prefect University", "education", 5),
        statement("Thesis on graph neural networks", "education", 6),
        statement("Dr. Ray Spark, referee", "references", 7),
    ]
    resume = Resume(
        basics=Basics(name="Julia Claude Ruby"),
        work=[Work(name="Hugging Face", position="ML Engineer", address=statements[1])],
        projects=[Project(name="Keras chat", address=statements[3])],
        education=[Education(institution="Prefect University", address=statements[4])],
        statements=statements,
    )
    found = matcher.find_all(resume)
    assert len(found) == len(statements)
    assert [[m.skill for m in mentions] for mentions in found] == [
        [],
        [],
        ["pytorch"],
        ["keras", "langchain", "faiss"],
        [],
        ["graph-neural-networks"],
        [],
    ]
    assert found[5][0].stance == "weak"


WORDS = st.sampled_from(
    [
        "Python",
        "Go",
        "go",
        "R",
        "C",
        "Ray",
        "spark,",
        "/",
        "&",
        "and",
        "CI/CD",
        "machine/deep",
        "learning",
        "no",
        "experience",
        "with",
        "want",
        "to",
        "learn",
        "(basic)",
        "2.7",
        "TensorFlow",
        "1.15",
        "Kuberntes\n•",
        "|",
        "—",
        "C++",
        ".NET",
        "Node.js",
        "ﬁne-tuning",
        "使用Python",
        "İstanbul",
        "X-ray",
        "RAG",
        "(Red",
        "Amber",
        "Green)",
        "julia@ruby.io",
        "https://go.dev/x",
        "scikit",
        "-",
        "learn",
        "\u200b",
        "́",
        ";",
        ":",
        "...",
    ]
)


@given(
    st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join)),
    st.sampled_from(["other", "skills"]),
)
@settings(max_examples=400, deadline=None)
def test_mentions_keep_their_place(matcher: Matcher, text: str, section: str) -> None:
    found = matcher.find(text, section=section, unowned=True)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.surface == text[mention.start : mention.end]
        end = mention.end
    assert found == matcher.find(text, section=section, unowned=True)


@pytest.mark.parametrize(
    "unit",
    [
        "Python, ",
        "no experience with ",
        "go ",
        "((((",
        "a/b/c/",
        "Ray ",
        "machine/",
        "word ",
        "-",
        "R & D ",
        "@.",
        "İ",
        "interested in ",
    ],
)
def test_time_is_linear(matcher: Matcher, unit: str) -> None:
    """Four times the text takes far less than sixteen times as long, whatever it repeats."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = sys.float_info.max
        for _ in range(3):
            begun = time.process_time()
            matcher.find(text, unowned=True)
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(40_000) < 10 * seconds(10_000) + 0.05


def test_an_advert_speaks_in_its_own_voice(matcher: Matcher) -> None:
    text = "You will run models on Kubernetes; interest in Kafka; no knowledge of Java needed"
    assert {m.skill for m in matcher.find(text, employer=True)} == {"kubernetes", "kafka"}
    assert matcher.find(text) == []


@pytest.mark.parametrize("metric", ["nDCG@10", "recall@k", "MRR@10", "Recall@5"])
def test_a_metric_with_its_cut_off_is_no_address(matcher: Matcher, metric: str) -> None:
    assert [m.surface for m in matcher.find(f"Raised {metric} by 4 points.")] == [metric]
    assert matcher.find("Mail recall@ndcg.de or recall@10.com, or ask @recall") == []


def test_a_number_run_on_to_an_ordinary_word_is_nothing(matcher: Matcher) -> None:
    assert matcher.find("Moved the office to phoenix12 and marker7") == []


def test_the_mark_of_a_sentence_is_no_language(matcher: Matcher) -> None:
    found = {m.skill for m in matcher.find("c) Wrote the engine in Rust (AVX-512, no allocations)")}
    assert "rust" in found and "c" not in found
