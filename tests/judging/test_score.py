"""The score: its parts add up, the order is an engineer's, and what cannot be understood has none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from aiscreen.errors import ConfigError
from aiscreen.judging.ranking import rank
from aiscreen.judging.score import span, total
from aiscreen.models.assessment import Assessment, Dimension, DocumentRef, Flag
from aiscreen.models.resume import Resume
from tests.judging.people import people, resume_of

PEOPLE = people()
FILES = ["people.yaml", "people_kept.yaml", "people_unseen.yaml", "people_last.yaml", "people_fresh.yaml"]


@pytest.fixture(scope="module")
def results(judged: Callable[..., Assessment]) -> dict[str, Assessment]:
    return {person["id"]: judged(person) for person in PEOPLE}


def test_parts_sum_to_the_score(results: dict[str, Assessment]) -> None:
    for name, result in results.items():
        exact = sum(round(10 * d.points) for d in result.dimensions) + sum(
            round(10 * f.points) for f in result.flags
        )
        assert result.score == max(0, min(1000, exact)) / 10, name
        assert result.range is not None
        assert result.range[0] <= result.score <= result.range[1], name
        assert all(0 <= d.points <= d.max for d in result.dimensions), name
        assert sum(d.max for d in result.dimensions) == 100


def test_points_rest_on_evidence(results: dict[str, Assessment]) -> None:
    for name, result in results.items():
        for part in result.dimensions:
            if part.points and part.id != "education":  # these people's studies stand on no page
                assert part.evidence, (name, part.id)
            assert part.note, (name, part.id)


@pytest.mark.parametrize("name", FILES)
def test_pairs_are_in_order_and_roles_are_told(judged: Callable[..., Assessment], name: str) -> None:
    found = [(person, judged(person)) for person in people(name)]
    pairs = [(a, b, x.score or 0, y.score or 0) for a, x in found for b, y in found if a["tier"] > b["tier"]]
    wrong = [(a["id"], b["id"]) for a, b, above, below in pairs if above <= below]
    assert len(wrong) <= 0.05 * len(pairs), wrong
    roles = {
        person["id"]: result.role for person, result in found if person["role"] not in (None, result.role)
    }
    assert len(roles) <= 1, roles


def test_an_unrelated_profession_scores_near_zero(results: dict[str, Assessment]) -> None:
    for person in PEOPLE:
        if person["tier"] == 0:
            assert (results[person["id"]].score or 0) <= 3, person["id"]


def test_a_role_can_be_asked_for(judged: Callable[..., Assessment]) -> None:
    assert judged(PEOPLE[0], role="mlops-engineer").role == "mlops-engineer"
    with pytest.raises(ConfigError, match="mlops-engineer"):
        judged(PEOPLE[0], role="plumber")


def test_nothing_understood_is_no_score_with_a_reason(judged: Callable[..., Assessment]) -> None:
    empty = judged(Resume(confidence={"overall": 0.9}))
    assert empty.score is None and empty.range is None and empty.reason
    doubtful = resume_of(PEOPLE[0])
    doubtful.confidence = {"overall": 0.05}
    result = judged(doubtful)
    assert result.score is None and "0.05" in (result.reason or "")


def test_same_input_same_bytes(judged: Callable[..., Assessment]) -> None:
    for person in PEOPLE[:5]:
        assert judged(person).model_dump_json() == judged(person).model_dump_json()


def part(points: float, most: float) -> Dimension:
    return Dimension(id="x", name="X", points=points, max=most)


def test_range_is_the_extreme_over_all_weights() -> None:
    parts = [part(30, 40), part(5, 30), part(18, 20), part(1, 10)]
    low, high = span(parts, [], 0.2)
    extremes = []
    for signs in permutations([0.8, 1.2] * 4, 4):
        weights = [p.max * s for p, s in zip(parts, signs, strict=True)]
        extremes.append(
            100 * sum(w * p.points / p.max for w, p in zip(weights, parts, strict=True)) / sum(weights)
        )
    assert (low, high) == (round(min(extremes), 1), round(max(extremes), 1))


def test_total_is_held_to_the_scale() -> None:
    flag = Flag(rule="r", kind="stuffing", severity="high", message="m", points=-30)
    assert total([part(20.1, 40)], [flag]) == 0.0
    assert total([part(0.1, 1), part(0.2, 1)], []) == 0.3


def candidate(score: float | None, sha: str) -> Assessment:
    return Assessment(document=DocumentRef(path=f"{sha}.pdf", sha256=sha, pages=1), score=score)


def test_rank_is_stable_and_ties_share_it() -> None:
    pool = [
        candidate(50, "b"),
        candidate(70, "c"),
        candidate(None, "d"),
        candidate(50, "a"),
        candidate(10, "e"),
    ]
    orders = {tuple((c.document.sha256, c.rank) for c in rank(list(order))) for order in permutations(pool)}
    assert orders == {(("c", 1), ("a", 2), ("b", 2), ("e", 4), ("d", None))}


def test_as_of_decides_what_present_means(judged: Callable[..., Assessment]) -> None:
    person: dict[str, Any] = {
        "work": [{"title": "ML Engineer", "from": "2024-01", "bullets": ["Trained rankers in PyTorch"]}]
    }
    assert judged(person, as_of=date(2024, 6, 30)).experience.months == 6
    assert judged(person, as_of=date(2025, 6, 30)).experience.months == 18


def test_credit_names_what_it_is_for(judged: Callable[..., Assessment]) -> None:
    own = {
        "name": "Recipes",
        "bullets": ["Deployed a RAG assistant on pgvector and Mistral to production, 300 users a week"],
    }
    intern = {
        "title": "ML Intern",
        "from": "2024-06",
        "to": "2024-08",
        "bullets": ["Added tests to PyTorch code"],
    }
    years = {
        "title": "ML Engineer",
        "from": "2021-01",
        "bullets": ["Trained churn models with scikit-learn and XGBoost"],
    }
    for person, words, quoted in (
        ({"work": [intern], "projects": [own]}, "a project of their own in use", own["bullets"]),
        ({"work": [years]}, "years in AI work outside study", years["bullets"]),
    ):
        part = next(d for d in judged(person).dimensions if d.id == "production")
        assert part.points > 0 and part.note.endswith(f"; some credit for {words}")
        assert [e.quote for e in part.evidence] == quoted
    nothing = next(d for d in judged({"work": [intern]}).dimensions if d.id == "production")
    assert (nothing.points, nothing.evidence) == (0, [])
    assert "credit" not in nothing.note


def test_every_mark_that_is_met_names_its_evidence(judged: Callable[..., Assessment]) -> None:
    kept = {
        "title": "AI Engineer",
        "from": "2022-01",
        "bullets": [
            "Put an assistant of Llama 3 and vLLM in front of 60,000 users",
            "Wrote an evaluation set of 900 questions and run it on each release; wrong answers went from 19% to 6%",
        ],
    }
    for person in ({"work": [kept]}, *PEOPLE):
        for mark in judged(person).criteria:
            assert mark.evidence if mark.met else not mark.evidence, mark.id
    marks = {mark.id: mark.met for mark in judged({"work": [kept]}).criteria}
    assert marks["lifecycle"] and not marks["production-grade"]


def test_years_of_study_are_said_to_count_half(judged: Callable[..., Assessment]) -> None:
    said = ["Trained transformers in PyTorch", "Ran experiments with JAX on ImageNet"]
    for title, half in (("ML Engineer", False), ("PhD Student", True)):
        result = judged({"work": [{"title": title, "from": "2020-11", "to": "2026-10", "bullets": said}]})
        assert result.experience.relevant_months == 72
        depth = next(d.note for d in result.dimensions if d.id == "depth")
        assert depth.startswith("3 years in AI, study and teaching at half;" if half else "6 years in AI;")


def _points(result: Assessment, part: str) -> float:
    return next(d.points for d in result.dimensions if d.id == part)


_KEPT = [
    "Kubernetes clusters for 90 services in Terraform, on call every third week",
    "Led the review of 40 incidents and cut the AWS bill by 29%",
    "Kafka with 60,000 messages a second, moved without a minute of downtime",
]


def _cloud(*said: str) -> dict[str, Any]:
    return {"work": [{"title": "Cloud Engineer", "from": "2020", "bullets": [*_KEPT, *said]}]}


def test_software_beside_the_models_of_others_counts_more_than_far_from_any(
    judged: Callable[..., Assessment],
) -> None:
    far, near = judged(_cloud()), judged(_cloud("The data scientists' models belong to another team"))
    for part in ("production", "skills"):
        assert 0 < _points(far, part) < 0.7 * _points(near, part), part


@pytest.mark.parametrize("title", ["AI Engineer", "Founder and AI Consultant"])
def test_what_anyone_can_use_makes_no_job_in_ai(judged: Callable[..., Assessment], title: str) -> None:
    said = [
        "Wrote 500 prompts for ChatGPT and Midjourney",
        "Deployed AI agents for 20 dentists with Zapier templates",
        "Weekly newsletter with 6,400 readers",
    ]
    serves = "Serves the agents in LangGraph from FastAPI, 7,000 chats a day, on call for it"
    user = judged({"work": [{"title": title, "from": "2024", "bullets": said}]})
    built = judged({"work": [{"title": title, "from": "2024", "bullets": [*said, serves]}]})
    assert user.experience.relevant_months == 0
    assert _points(user, "production") == 0
    assert built.experience.relevant_months > 0
    assert _points(built, "production") > 5
