"""What is left where something cannot be as it is told, and where a job only speaks of the work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiscreen.models.assessment import Assessment

_SPEAKING = (
    "Wrote 1,200 prompts for ChatGPT, Claude and Gemini",
    "Grew a newsletter on generative AI to 31,000 subscribers",
    "Coached 250 founders on large language models",
    "Delivered AI strategy roadmaps for boards, leveraging LLM synergies",
)


def job(title: str, *bullets: str) -> dict[str, Any]:
    return {"title": title, "from": "2022-01", "bullets": list(bullets)}


def points(judged: Assessment, name: str) -> float:
    return next(each.points for each in judged.dimensions if each.id == name)


def test_who_only_speaks_of_ai_has_not_practised_it(judged: Callable[..., Assessment]) -> None:
    speaking = judged({"work": [job("Chief AI Officer", *_SPEAKING)]})
    assert speaking.experience.relevant_months == 0
    assert points(speaking, "production") == 0
    assert [flag.rule for flag in speaking.flags] == ["claims-not-shown"]
    assert {each.quote for each in speaking.flags[0].evidence} == set(_SPEAKING)


def test_who_also_keeps_a_system_running_has(judged: Callable[..., Assessment]) -> None:
    built = "Deployed a RAG assistant on pgvector to production, on call for it one week in four"
    speaking = judged({"work": [job("Chief AI Officer", *_SPEAKING, built)]})
    assert speaking.experience.relevant_months > 0
    assert points(speaking, "production") > 5
    assert not speaking.flags


def test_an_audience_is_no_scale_and_no_effect(judged: Callable[..., Assessment]) -> None:
    grown = judged({"work": [job("AI Engineer", "Grew our Discord of AI builders to 48,000 members")]})
    served = judged({"work": [job("AI Engineer", "The ranker serves 48,000 members of the credit union")]})
    assert points(grown, "production") == 0 < points(served, "production")


def test_a_claim_that_needs_a_measurement_proves_no_effect(judged: Callable[..., Assessment]) -> None:
    said = "Reduced the hallucination rate of the RAG assistant {} with a new prompt"
    absolute = judged({"work": [job("AI Engineer", said.format("to 0%"))]})
    measured = judged({"work": [job("AI Engineer", said.format("from 14% to 3% on 500 graded questions"))]})
    met = [{each.id for each in a.criteria if each.met} for a in (absolute, measured)]
    assert "measured-impact" not in met[0] and "measured-impact" in met[1]


_MISTAKEN = (
    "Eliminated overfitting by adding more layers until the training loss reached zero",
    "Tuned 14 hyperparameters on the test set each week, so that the test score improved every sprint",
    "Used the p-value of 0.9 to show that there was a 90% probability that our campaign worked",
)


def test_three_questions_of_fundamentals_cast_doubt_on_the_rest(judged: Callable[..., Assessment]) -> None:
    built = "Deployed the churn model to production for 2 million customers, on call for it one week in four"
    one = judged({"work": [job("ML Engineer", built, _MISTAKEN[0])]})
    three = judged({"work": [job("ML Engineer", built, *_MISTAKEN)]})
    assert len({e.quote for flag in three.flags for e in flag.evidence}) == len(_MISTAKEN)
    assert points(three, "production") < points(one, "production") / 2
