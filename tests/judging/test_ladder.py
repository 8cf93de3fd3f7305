"""The proof ladder: rungs, months, fading, and what lowers a skill."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiscreen.models.assessment import Assessment, Evidence, SkillProof
from aiscreen.models.portfolio import Activity, CodeSkill, RepoEvidence


def skill(result: Assessment, name: str) -> SkillProof:
    return next(s for s in result.skills if s.id == name)


def person(*bullets: str, title: str = "Machine Learning Engineer", **more: Any) -> dict[str, Any]:
    return {"work": [{"title": title, "from": "2022-01", "to": "2023-12", "bullets": list(bullets)}], **more}


def test_rungs(judged: Callable[..., Assessment]) -> None:
    result = judged(
        person(
            "Trained rankers in PyTorch",
            "Deployed XGBoost scorers to production",
            skills=["TensorFlow", "PyTorch"],
        )
    )
    assert skill(result, "tensorflow").level == "listed"
    assert skill(result, "pytorch").level == "used"
    assert skill(result, "xgboost").level == "shipped"


def test_months_and_last_use_come_from_the_job(judged: Callable[..., Assessment]) -> None:
    proof = skill(judged(person("Trained rankers in PyTorch")), "pytorch")
    assert (proof.months, proof.last_used) == (24, "2023-12")


def test_nobody_used_a_tool_before_it_was_there(judged: Callable[..., Assessment]) -> None:
    bullets = [
        "Deployed RAG assistants with LangChain to 20 teams",
        "Deployed Transformer-based ranking on Kubernetes",
    ]
    long = judged(
        {"work": [{"title": "ML Engineer", "from": "2015-01", "to": "2024-12", "bullets": bullets}]}
    )
    assert skill(long, "langchain").months == 27  # out in October 2022
    assert skill(long, "kubernetes").months == 120
    early = judged(
        {"work": [{"title": "ML Engineer", "from": "2012-01", "to": "2016-12", "bullets": bullets}]}
    )
    assert (skill(early, "transformers").level, skill(early, "transformers").months) == ("listed", 0)
    assert skill(early, "kubernetes").level == "shipped"


def test_overlapping_jobs_count_once(judged: Callable[..., Assessment]) -> None:
    bullets = ["Trained rankers in PyTorch"]
    result = judged(
        {
            "work": [
                {"title": "ML Engineer", "from": "2022-01", "to": "2022-12", "bullets": bullets},
                {"title": "ML Engineer", "from": "2022-07", "to": "2023-06", "bullets": bullets},
            ]
        }
    )
    assert skill(result, "pytorch").months == 18
    assert result.experience.months == 18
    assert result.experience.relevant_months == 18


def test_a_title_is_a_claim_not_a_use(judged: Callable[..., Assessment]) -> None:
    result = judged(person("Wrote weekly plans", title="PyTorch Engineer"))
    assert [s.level for s in result.skills if s.id == "pytorch"] in ([], ["listed"])


def test_a_confusion_proves_nothing_of_what_it_is_about(judged: Callable[..., Assessment]) -> None:
    said = "Deployed {} learning such as K-means to production on Kubernetes for two million users"
    right, wrong = judged(person(said.format("unsupervised"))), judged(person(said.format("supervised")))
    assert skill(right, "k-means").level == skill(right, "unsupervised-learning").level == "shipped"
    assert skill(wrong, "k-means").level == skill(wrong, "supervised-learning").level == "listed"
    assert skill(wrong, "kubernetes").level == "shipped"


def test_what_a_tool_implies_is_never_proof_of_its_own(judged: Callable[..., Assessment]) -> None:
    result = judged(person("Deployed XGBoost and Kubeflow pipelines to production"))
    implied = [s for s in result.skills if s.how == "implied"]
    assert implied
    assert all(s.level == "used" and s.evidence for s in implied)


def test_to_list_what_the_work_implies_lowers_nothing(judged: Callable[..., Assessment]) -> None:
    said = "Deployed PyTorch rankers on EKS, serving 3,000 requests a second"
    without, listing = (
        judged(person(said)),
        judged(person(said) | {"skills": ["Python", "Kubernetes", "Docker"]}),
    )
    for id in ("python", "kubernetes"):
        implied, listed = skill(without, id), skill(listing, id)
        assert (listed.level, listed.months) == (implied.level, implied.months) == ("used", implied.months)
        assert {e.quote for e in listed.evidence} == {said}
    assert skill(listing, "docker").level == "listed"


def test_own_code_verifies(judged: Callable[..., Assessment]) -> None:
    quote = Evidence(quote="import torch", page=0, line=3, section="code", file="ranker/train.py")
    repo = RepoEvidence(
        name="ranker",
        path="ranker",
        strength=0.8,
        activity=Activity(last="2026-09-30"),
        skills=[
            CodeSkill(id="pytorch", own=True, how="import", evidence=[quote]),
            CodeSkill(id="jax", own=False, how="manifest"),
        ],
    )
    result = judged(person("Trained rankers", skills=["PyTorch", "JAX"]), repos=[repo])
    assert skill(result, "pytorch").level == "verified"
    assert skill(result, "pytorch").evidence[0].file == "ranker/train.py"
    assert skill(result, "jax").level == "listed"


def test_repeating_a_word_moves_nothing(judged: Callable[..., Assessment]) -> None:
    once = judged(person("Trained rankers in PyTorch", skills=["PyTorch"]))
    often = judged(person("Trained rankers in PyTorch", skills=["PyTorch"] * 12))
    assert [d.points for d in once.dimensions] == [d.points for d in often.dimensions]


def test_other_work_since_ages_a_skill_and_time_alone_does_not(judged: Callable[..., Assessment]) -> None:
    job = {
        "title": "ML Engineer",
        "from": "2019-01",
        "to": "2021-12",
        "bullets": ["Deployed PyTorch rankers to production, on-call"],
    }
    baker = {"title": "Baker", "from": "2022-01", "bullets": ["Baked bread"]}
    stopped = judged({"work": [job]})
    moved_on = judged({"work": [baker, job]})
    assert stopped.score is not None and moved_on.score is not None
    assert moved_on.score < stopped.score


def test_dates_that_make_no_sense_do_not_stop_anything(judged: Callable[..., Assessment]) -> None:
    for start, end in (
        ("2024-05", "2021-01"),
        ("2031-01", "2032-01"),
        ("0001", None),
        ("2020-13", "2021-99"),
    ):
        result = judged(
            {
                "work": [
                    {
                        "title": "ML Engineer",
                        "from": start,
                        "to": end,
                        "bullets": ["Trained rankers in PyTorch"],
                    }
                ]
            }
        )
        assert result.score is not None


def test_what_a_flag_puts_in_doubt_proves_nothing(judged: Callable[..., Assessment]) -> None:
    bullets = ["Deployed LangGraph agents to production for 20,000 users"]
    job = {"title": "ML Engineer", "from": "2019-01", "to": "2021-06", "bullets": bullets}
    early = judged({"work": [job], "skills": ["LangGraph"]})
    assert any(flag.kind == "timeline" and flag.points for flag in early.flags)
    assert skill(early, "langgraph").level == "listed"
    assert next(part.points for part in early.dimensions if part.id == "production") == 0
    confused = judged(
        person(
            "Deployed supervised learning algorithms such as K-means to production for 20,000 users",
            "Built chatbots with large language models such as LangChain",
        )
    )
    assert sum(flag.points < 0 for flag in confused.flags) == 2
    assert not {"k-means", "langchain"} & {each.id for each in confused.skills if each.level != "listed"}
