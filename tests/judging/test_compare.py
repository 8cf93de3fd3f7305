"""Why one stands above another."""

from __future__ import annotations

import json
from collections.abc import Callable

from aiscreen.models.assessment import Assessment
from aiscreen.models.resume import Resume
from aiscreen.reports.compare import compare, compare_json, compare_markdown, compare_terminal
from tests.judging.people import people

PEOPLE = {person["id"]: person for person in people()}


def test_the_order_of_asking_does_not_matter(judged: Callable[..., Assessment]) -> None:
    a, b = judged(PEOPLE["cv-senior"]), judged(PEOPLE["cv-mid"])
    assert compare(a, b) == compare(b, a)
    assert compare(a, b).first is a


def test_leads_add_up_to_the_difference(judged: Callable[..., Assessment]) -> None:
    for one, other in (("cv-senior", "cv-mid"), ("nlp-mid", "kaggle-student"), ("genai-mid", "mlops-mid")):
        side = compare(judged(PEOPLE[one]), judged(PEOPLE[other]))
        apart = round((side.first.score or 0) - (side.second.score or 0), 1)
        assert round(sum(row.lead for row in side.rows) + side.flags_lead, 1) == apart


def test_sentences_say_who_why_and_how_sure(judged: Callable[..., Assessment]) -> None:
    side = compare(judged({**PEOPLE["cv-senior"], "name": "Ada"}), judged({**PEOPLE["cv-mid"], "name": "Bo"}))
    assert side.sentences[0].startswith("Ada stands above Bo by ")
    assert any(sentence.startswith("Production delivery makes") for sentence in side.sentences)
    assert len(side.sentences) <= 7


def test_equal_candidates_are_said_to_be_equal(judged: Callable[..., Assessment]) -> None:
    a = judged(PEOPLE["cv-mid"])
    assert "means nothing" in compare(a, a).sentences[0]


def test_no_score_is_said(judged: Callable[..., Assessment]) -> None:
    side = compare(judged(Resume()), judged(PEOPLE["cv-mid"]))
    assert side.second.score is None
    assert "no score" in side.sentences[0]
    assert compare_terminal(side) and compare_markdown(side)


def test_formats(judged: Callable[..., Assessment]) -> None:
    side = compare(judged({**PEOPLE["cv-senior"], "name": "A|<b>"}), judged(PEOPLE["cv-mid"]))
    assert "<b>" not in compare_markdown(side)
    data = json.loads(compare_json(side))
    assert data["schema"] == "aiscreen.comparison/1" and len(data["parts"]) == 7
    assert all(len(line) <= 130 for line in compare_terminal(side, 100).splitlines())
