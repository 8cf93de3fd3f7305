"""Production evidence: what sentences show, where it counts, and what they are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aiscreen.judging import evidence
from aiscreen.judging.gather import gather
from aiscreen.matching import Matcher
from aiscreen.models.assessment import Assessment
from aiscreen.taxonomy import Taxonomy
from aiscreen.taxonomy.labels import failed_examples
from aiscreen.taxonomy.rubric import EVIDENCE
from tests.judging.people import resume_of


def facts_of(person: dict, shipped: Taxonomy, matcher: Matcher) -> evidence.Facts:  # type: ignore[type-arg]
    resume = resume_of(person)
    return gather(resume, matcher.find_all(resume), shipped)


def job(title: str, *bullets: str) -> dict:  # type: ignore[type-arg]
    return {"work": [{"title": title, "from": "2020-01", "bullets": list(bullets)}]}


def test_every_class_reads_its_own_examples(shipped: Taxonomy) -> None:
    assert list(failed_examples(shipped.roles)) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Brought the fraud scorer into production behind a canary", ("deploy",)),
        ("Pager for the scoring service, 99.95% availability", ("operate",)),
        ("Drift in the embeddings triggers a new training run", ("lifecycle",)),
        ("Scores 40 million transactions", ("scale",)),
        ("Cut serving cost by 38%", ("impact",)),
        ("Wrote unit tests in Go", ()),
        ("Hope to deploy models to production", ()),
        ("Learning how to run Kubernetes in production", ()),
        ("Studied transformer architectures", ()),
        ("Passionate about artificial intelligence", ()),
    ],
)
def test_classes(sentence: str, expected: tuple[str, ...], shipped: Taxonomy) -> None:
    assert evidence.classes(sentence, shipped) == expected


def test_classes_come_in_one_order(shipped: Taxonomy) -> None:
    sentence = "Cut p99 latency by 30% for 2 million users, retraining nightly, deployed to production"
    assert evidence.classes(sentence, shipped) == EVIDENCE


def test_one_word_is_not_production_grade() -> None:
    assert not evidence.production_grade({"deploy": 1.0})
    assert not evidence.production_grade({"deploy": 1.0, "scale": 1.0, "impact": 1.0})
    assert not evidence.production_grade({"deploy": 1.0, "operate": 0.5})
    assert evidence.production_grade({"deploy": 1.0, "operate": 1.0})
    assert evidence.production_grade({"impact": 1.0, "lifecycle": 1.0})


def test_a_till_system_is_a_deployment_but_not_of_ai(shipped: Taxonomy, matcher: Matcher) -> None:
    facts = facts_of(
        job("Assistant Manager", "Deployed a new point-of-sale system at 2 locations"), shipped, matcher
    )
    assert facts.production("ai", "software") == {}
    assert any(reading.context == "other" and reading.counts for reading in facts.readings)


def test_the_same_words_count_in_an_ai_job(shipped: Taxonomy, matcher: Matcher) -> None:
    facts = facts_of(
        job("Machine Learning Engineer", "Deployed a new scorer at 2 locations"), shipped, matcher
    )
    assert facts.production("ai") == {"deploy": 1.0}


def test_software_is_not_ai(shipped: Taxonomy, matcher: Matcher) -> None:
    facts = facts_of(job("Backend Engineer", "On-call for the order service"), shipped, matcher)
    assert facts.production("ai") == {}
    assert facts.production("software") == {"operate": 1.0}


def test_only_work_and_open_source_count(shipped: Taxonomy, matcher: Matcher) -> None:
    person = {
        "summary": "Deployed PyTorch models to production",
        "projects": [{"name": "Toy", "bullets": ["Deployed a PyTorch model to production on Heroku"]}],
        "oss": ["Deployed the PyTorch benchmark to production CI"],
    }
    facts = facts_of(person, shipped, matcher)
    assert [r.statement.section for r in facts.readings if r.counts] == ["open-source"]


PIECES = [
    {
        "name": "Call summaries",
        "bullets": [
            "When a policyholder hangs up, a summary of the call by our fine-tuned model is already in the claim file",
            "Deployed on two GPU machines with vLLM, 12,000 calls a day; I am on call for it every third week",
        ],
    },
    {
        "name": "Wrong amounts",
        "bullets": ["A tagger lifts the sums from the transcript, so that the model may only copy them"],
    },
]


def bare(title: str, pieces: list) -> dict:  # type: ignore[type-arg]
    return {"work": [{"title": title, "from": "2020-01", "bullets": []}], "projects": pieces}


def test_pieces_told_apart_from_bare_jobs_are_employment(shipped: Taxonomy, matcher: Matcher) -> None:
    facts = facts_of(bare("Generative AI Engineer", PIECES), shipped, matcher)
    assert facts.pieces == {0, 1}
    assert evidence.production_grade(facts.production())


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Machine Learning Intern", {}),
        ("Waiter", {}),
        ("Generative AI Engineer", {"name": "Capstone: call summaries"}),
        ("Generative AI Engineer", {"url": "https://calls.example"}),
    ],
)
def test_other_projects_are_no_employment(
    title: str, more: dict[str, str], shipped: Taxonomy, matcher: Matcher
) -> None:
    facts = facts_of(bare(title, [PIECES[0] | more]), shipped, matcher)
    assert not facts.pieces
    assert not facts.production()


def test_title_alone_shows_nothing(shipped: Taxonomy, matcher: Matcher) -> None:
    facts = facts_of(job("Production ML Deployment Engineer"), shipped, matcher)
    assert facts.production("ai", "software", "other") == {}


def test_what_others_built_counts_half(shipped: Taxonomy, matcher: Matcher) -> None:
    own = "Late-payment model in scikit-learn, in use since 2025"
    mine = facts_of(job("Machine Learning Engineer", own), shipped, matcher)
    theirs = facts_of(
        job("Machine Learning Engineer", f"{own}. Engineering took it over and rewrote it"), shipped, matcher
    )
    assert mine.production()["deploy"] == 1.0
    assert theirs.production()["deploy"] == 0.5


def test_a_job_whose_systems_others_build_and_run_shows_half(shipped: Taxonomy, matcher: Matcher) -> None:
    own = "Leak prediction for pipes, live since May 2024"
    mine = facts_of(job("Head of AI", own), shipped, matcher)
    bought = facts_of(
        job("Head of AI", own, "Models are built and operated by two external partners"), shipped, matcher
    )
    assert mine.production()["deploy"] == 1.0
    assert bought.production()["deploy"] == 0.5


def test_whoever_says_that_they_deployed_nothing_is_believed(shipped: Taxonomy, matcher: Matcher) -> None:
    own = "Churn model in XGBoost, used by marketing since 2023"
    said = "I have not deployed models as services by myself"
    careful = "I have never deployed a model without a way back"
    deployed = [
        facts_of(job("Data Scientist", own, also), shipped, matcher).production()["deploy"]
        for also in (said, careful)
    ]
    assert deployed == [0.5, 1.0]


def test_the_ai_of_another_team_is_none_of_the_candidate(shipped: Taxonomy, matcher: Matcher) -> None:
    app = "The app's list comes from the recommendations team; I wrote the client and the cache, the model is theirs"
    call = "On call every fifth week for 2 million customers of the ML feature"
    theirs = facts_of(
        job("Backend Developer", app, "Kotlin and Spring Boot for the customer app"), shipped, matcher
    )
    assert theirs.entries["work", 0] == "software"
    own = facts_of(job("Backend Developer", call), shipped, matcher)
    assert own.entries["work", 0] == "ai"
    untrained = facts_of(
        job("Backend Developer", call) | {"summary": "I am not an ML engineer yet"}, shipped, matcher
    )
    assert untrained.entries["work", 0] == "software"


def test_a_bare_list_makes_no_job_one_of_ai(judged: Callable[..., Assessment]) -> None:
    lists = (
        "Worked on AI, ML, DL, NLP, CV, GenAI technologies as per requirement",
        "Used Python TensorFlow PyTorch LangChain AWS Kubernetes",
    )
    tester = judged(job("Software Test Analyst", "Ran manual test cases and logged defects in Jira", *lists))
    assert {s.level for s in tester.skills if s.id in ("pytorch", "tensorflow", "langchain")} == {"listed"}
    assert tester.experience.relevant_months == 0
    engineer = judged(job("ML Engineer", "Trained the churn model", lists[1]))
    assert {s.level for s in engineer.skills if s.id == "pytorch"} == {"used"}


def test_a_job_that_cannot_be_as_told_is_none_in_ai(judged: Callable[..., Assessment]) -> None:
    person = {
        "work": [
            {"title": "LLM Engineer", "from": "2016-02", "to": "2019-05", "bullets": [
                "Built agents with LangGraph and GPT-4", "Served Llama 2 on vLLM", "Gave demos"]},
        ],
        "skills": ["LangChain", "Pinecone"],
    }  # fmt: skip
    found = judged(person)
    assert [(f.rule, f.severity) for f in found.flags] == [("tool-before-release", "high")]
    assert found.experience.relevant_months == 0
    assert found.experience.months > 36


def test_evidence_quotes_the_statement(judged: Callable[..., Assessment]) -> None:
    person = job(
        "ML Engineer", "Deployed the churn model to production on AWS", "On-call for it, p99 of 40 ms"
    )
    statements = {s.text for s in resume_of(person).statements}
    result = judged(person)
    quotes = [e.quote for d in result.dimensions for e in d.evidence] + [
        e.quote for s in result.skills for e in s.evidence
    ]
    assert quotes
    assert set(quotes) <= statements
