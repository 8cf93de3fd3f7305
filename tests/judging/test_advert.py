"""A job advert becomes a role."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from aiscreen.errors import ConfigError
from aiscreen.judging import headings
from aiscreen.judging.advert import JOB, role_from_advert, with_job
from aiscreen.matching import Matcher
from aiscreen.models.assessment import Assessment
from aiscreen.taxonomy import Taxonomy
from aiscreen.taxonomy.patterns.grammar import parse_pattern
from aiscreen.taxonomy.role import Need
from tests.judging.people import people

ADVERT = """Senior Generative AI Engineer
Harbour Freight Systems is a leader in shipping software. We love Java in our other teams.

What you bring
- Strong experience with Python and LangGraph
- Retrieval-augmented generation in production, evaluation with Ragas
- Kubernetes or Docker

Nice to have
- Terraform
- TypeScript is a plus

What we offer
- A budget for Coursera and a Rust meetup
"""


def test_required_and_wished(shipped: Taxonomy, matcher: Matcher) -> None:
    role = role_from_advert(ADVERT, shipped, matcher)
    required = {key for key, need in role.needs.items() if need.required}
    assert {"python", "langgraph", "rag", "ragas", "kubernetes"} <= required
    assert not role.needs["terraform"].required
    assert not role.needs["typescript"].required
    assert "rust" not in role.needs
    assert role.needs["python"].weight > role.needs["terraform"].weight
    assert "Generative AI" in role.name
    assert role.needs["kubernetes"].skills == ["kubernetes", "docker"]


def test_alternatives_are_one_need(shipped: Taxonomy, matcher: Matcher) -> None:
    advert = "ML Engineer\nRequirements\nPyTorch, TensorFlow or JAX\nSQL, Airflow\nA vector store such as Pinecone, Qdrant"
    needs = [need.skills for need in role_from_advert(advert, shipped, matcher).needs.values() if need.skills]
    assert ["pytorch", "tensorflow", "jax"] in needs
    assert ["sql"] in needs and ["airflow"] in needs
    assert ["pinecone", "qdrant"] in needs


def test_what_the_work_is_made_of_counts_between_a_must_and_a_wish(
    shipped: Taxonomy, matcher: Matcher
) -> None:
    advert = "NLP Engineer\nResponsibilities\n- Index patents in Elasticsearch\nRequirements\n- spaCy\nNice to have\n- Prodigy"
    needs = role_from_advert(advert, shipped, matcher).needs
    assert needs["spacy"].weight > needs["elasticsearch"].weight > needs["prodigy"].weight
    assert needs["spacy"].required and not needs["elasticsearch"].required


def test_many_of_a_kind_are_examples_and_fields_are_no_needs_of_their_own(
    shipped: Taxonomy, matcher: Matcher
) -> None:
    advert = "AI Engineer\nRequirements\n- Machine learning\n- Evaluation with Ragas, DeepEval and promptfoo"
    needs = role_from_advert(advert, shipped, matcher).needs
    (examples,) = [need for need in needs.values() if "ragas" in need.skills]
    assert {"ragas", "deepeval", "promptfoo"} <= set(examples.skills)
    assert 1 < examples.want < len(examples.skills)
    assert "machine-learning" not in needs


def test_an_advert_is_judged_like_a_role(
    shipped: Taxonomy, matcher: Matcher, judged: Callable[..., Assessment]
) -> None:
    taxonomy = with_job(shipped, role_from_advert(ADVERT, shipped, matcher))
    by_id = {p["id"]: p for p in people()}
    fits, not_fits = (judged(by_id[name], role=JOB, taxonomy=taxonomy) for name in ("genai-senior", "cv-mid"))
    assert fits.role == not_fits.role == JOB
    assert (fits.score or 0) > (not_fits.score or 0) + 20
    assert JOB not in shipped.roles.roles


def test_the_wrong_file_is_refused(shipped: Taxonomy, matcher: Matcher) -> None:
    for text in ("", "\n\n", "Dear Sir or Madam, thank you for the flowers."):
        with pytest.raises(ConfigError):
            role_from_advert(text, shipped, matcher)


def test_what_an_advert_does_not_want_is_no_need(shipped: Taxonomy, matcher: Matcher) -> None:
    advert = """# Speech Engineer (m/f/d) - Berlin
    What you bring
    - PyTorch and Whisper; no later than May
    - No LangChain, please
    - You don't need Kubernetes or any Terraform, but Kafka helps
    - Not required: Snowflake
    """
    role = role_from_advert(advert, shipped, matcher)
    named = {skill for need in role.needs.values() for skill in need.skills}
    assert named == {"pytorch", "whisper", "kafka"}
    assert role.name == "Speech Engineer (from the advert)"


BLURBS = (
    "Our product is a plug-in for Slack and Notion.",
    "We integrate with Salesforce, SAP and ServiceNow out of the box.",
    "A certified partner of Snowflake and Databricks since 2019.",
    "Backed by the people behind Docker and Terraform.",
    "Our customers use Kotlin and Swift SDKs to embed the scanner.",
    "The mobile team writes Flutter, the web team React, and neither is your concern.",
    "Some legacy services run on PHP; another team looks after those.",
    "Payroll is on Workday, chat is on Slack, documents are in Confluence.",
    "You may have seen our work in Figma plug-ins.",
    "You will not have to touch Java.",
    "Our engine runs in Go and C#. You won't have to write either.",
    "We moved off Jenkins last year and nobody misses it.",
)
PLACES = (
    "ML Engineer\nAcme, Leeds\n\n{}\n\nWhat you bring\n- PyTorch\n- Airflow",
    "ML Engineer\nAbout us\n{}\n\nThe role\nYou will train models with PyTorch. {}\n\nRequirements\n- Airflow",
    "ML Engineer\n\nAbout the team. {} We are seven people.\n\nWho you are. You know PyTorch and Airflow.",
    "ML Engineer\nRequirements\n- PyTorch\n- Airflow\n\nWhat we offer\n- {}",
    "ML Engineer\nUs\n{}\n\nYou\n- PyTorch\n- Airflow",
    "ML Engineer wanted\n{} We're looking for somebody who has experience with PyTorch and Airflow.",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("blurb", BLURBS)
def test_what_the_company_tells_of_itself_is_not_asked_for(
    shipped: Taxonomy, matcher: Matcher, place: str, blurb: str
) -> None:
    role = role_from_advert(place.replace("{}", blurb), shipped, matcher)
    assert {skill for need in role.needs.values() for skill in need.skills} - {"machine-learning"} == {
        "pytorch",
        "airflow",
    }


def test_headings_and_the_words_of_a_sentence_tell_must_from_wish(
    shipped: Taxonomy, matcher: Matcher
) -> None:
    advert = """Data Scientist, Pricing
    Who you are. You have three years with PyTorch and LightGBM, preferably with Optuna.
    It'd be great, but not essential, if you have also
    – worked with Kafka
    – seen Spark or Flink from close by
    What would make us smile
    – You know Dagster
    How we'll decide
    – A pairing session in Jupyter
    """
    for text in (advert, advert.replace("– ", "")):  # with its bullets, and without
        _check_musts_and_wishes(role_from_advert(text, shipped, matcher).needs)


def _check_musts_and_wishes(needs: Mapping[str, Need]) -> None:
    required = {skill for need in needs.values() if need.required for skill in need.skills}
    wished = {skill for need in needs.values() if not need.required for skill in need.skills}
    assert required == {"pytorch", "lightgbm"}
    assert wished == {"optuna", "kafka", "spark", "flink", "dagster"}


def test_alternatives_named_before_are_joined(shipped: Taxonomy, matcher: Matcher) -> None:
    advert = "MLOps Engineer\nWhat you'll do\n- Run our Flyte workflows\nMust haves\n- A workflow engine such as Flyte, Airflow or Prefect"
    needs = role_from_advert(advert, shipped, matcher).needs
    assert [need.skills for need in needs.values() if "flyte" in need.skills] == [
        ["flyte", "airflow", "prefect"]
    ]


def test_every_pattern_of_headings_can_be_read() -> None:
    for _, patterns in (*headings.ANNOUNCED, *headings.WANTED):
        for pattern in patterns:
            parse_pattern(pattern)


@pytest.mark.parametrize(
    ("advert", "role"),
    [
        ("Machine Learning Engineer, Earth Observation\nRequirements\n- PyTorch\n- Segmentation of satellite imagery\n- Object detection", "computer-vision-engineer"),
        ("AI Engineer\nRequirements\n- Quantization and pruning of CNNs\n- PyTorch, ONNX\n- Knowledge distillation\n- CUDA", "deep-learning-engineer"),
        ("Machine Learning Engineer\nRequirements\n- XGBoost on tabular data\n- Feature engineering, SQL\n- A/B testing", "ml-engineer"),
        ("Principal AI Architect, LLM platforms\nRequirements\n- Solution architecture on Azure\n- RAG, LangGraph", "ai-architect"),
    ],
)  # fmt: skip
def test_a_title_that_names_no_field_leaves_it_to_the_skills(
    shipped: Taxonomy, matcher: Matcher, advert: str, role: str
) -> None:
    assert role_from_advert(advert, shipped, matcher).kin == role


VISION = """Vision Engineer, Orchards
Requirements
- PyTorch and OpenCV
- Object detection and segmentation
- TensorRT on Jetson
- Camera calibration
- CVAT
Nice to have
- ROS, Anomalib, Bazel
"""


def test_work_of_other_roles_does_not_outrank_that_of_the_advert(
    shipped: Taxonomy, matcher: Matcher, judged: Callable[..., Assessment]
) -> None:
    taxonomy = with_job(shipped, role_from_advert(VISION, shipped, matcher))
    by_id = {p["id"]: p for p in people()}
    vision, others = (judged(by_id[name], role=JOB, taxonomy=taxonomy) for name in ("cv-mid", "genai-senior"))
    for part in ("skills", "depth"):
        own, other = (next(d.points for d in each.dimensions if d.id == part) for each in (vision, others))
        assert own > 2 * other
    own, other = (next(role.score for role in each.roles if role.id == JOB) for each in (vision, others))
    assert own > 50 > 20 > other
    assert "needs of the advert met" in next(d.note for d in vision.dimensions if d.id == "skills")


def test_an_advert_may_begin_with_its_text(shipped: Taxonomy, matcher: Matcher) -> None:
    advert = "Hello! We mend pianos with Rust-free tools and plan in Slack. I'm looking for an engineer who knows PyTorch and FastAPI well."
    role = role_from_advert(advert, shipped, matcher)
    assert {skill for need in role.needs.values() for skill in need.skills} == {"pytorch", "fastapi"}
    assert not role.name.startswith("Hello")


_ASKING = """Machine Learning Engineer

What you bring
- You have deployed models to production and monitored them
- Experience with vector databases (Milvus, Qdrant) and feature stores (Feast)
- Python (NumPy, pandas)
"""


def test_examples_in_brackets_are_no_needs_of_their_own(shipped: Taxonomy, matcher: Matcher) -> None:
    needs = role_from_advert(_ASKING, shipped, matcher).needs
    asked = {tuple(need.skills) for need in needs.values()}
    assert {("vector-databases", "milvus", "qdrant"), ("feature-store", "feast")} <= asked
    assert not {"milvus", "qdrant", "feast"} & needs.keys()
    assert ("python",) in asked  # a language is no kind that has examples


def test_what_was_put_into_production_meets_who_asks_for_it(
    judged: Callable[..., Assessment], shipped: Taxonomy, matcher: Matcher
) -> None:
    asking = with_job(shipped, role_from_advert(_ASKING, shipped, matcher))
    shown = ["Shipped the fraud scorer to production on Kubernetes, 3,000 requests a second"]
    for bullets, met in ((shown, True), (["Trained a fraud scorer with PyTorch"], False)):
        work = [{"title": "ML Engineer", "from": "2021-01", "bullets": bullets}]
        role = next(r for r in judged({"work": work}, role=JOB, taxonomy=asking).roles if r.id == JOB)
        assert ("Model deployment" in role.met) is met
        assert ("Model deployment" in role.missing) is not met
