"""Near the work is not the work: learned, watched, planned, told of, helped with, or come to nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aiscreen.judging import evidence
from aiscreen.models.assessment import Assessment
from aiscreen.taxonomy import Taxonomy
from aiscreen.taxonomy.rubric import EVIDENCE


@pytest.mark.parametrize(
    "sentence",
    [
        "Studied how large shops serve ranking models to millions of users on Kubernetes.",
        "Attended a two-day seminar about incident response for model platforms.",
        "Certified in deploying models to production on SageMaker.",
        "Finished an online specialisation in MLOps: model registry, drift, retraining and canary releases.",
        "Gave a tutorial at the office on feature stores and drift for 80 colleagues.",
        "Watched the senior engineers handle outages of the scoring service.",
        "Sat in on the weekly post-mortems of the recommendations team.",
        "Followed the on-call engineer for two nights to see how paging works.",
        "As an intern, shadowed the SRE group during a canary rollout of the pricing model.",
        "Watched colleagues who built, deployed and ran the ranker for 2 million users.",
        "Designed a rollout plan for a pricing model; the budget was withdrawn.",
        "Drew up the move of the scorer to production. The project was cancelled.",
        "Built a prototype of a claims classifier for 30,000 customers that was shelved before launch.",
        "The credit model was meant to serve 2 million clients but the project was stopped before go-live.",
        "The design would cut inference cost by 60% once deployed.",
        "Organised the weekly lunch of the on-call rota.",
        "Responsible for booking rooms for the incident reviews of 40 engineers.",
        "Documented the retraining pipeline that another team built.",
        "Advised a bank on how to deploy models to production; delivered a slide deck.",
        "Wrote a blog post about canary deployments of LLMs read by 40,000 people.",
        "Evaluated vendors for a model registry; nothing was bought.",
        "Raised validation accuracy from 71% to 96% on CIFAR-10.",
        "Processed 20 million tweets for my master's thesis.",
        "Looked over the shoulder of the on-call engineer during two outages.",
        "Was present when the platform engineers rolled back the ranker.",
        "Reviewed a colleague's book chapter on drift and retraining.",
        "Translated the manual of the model monitoring tool into French.",
        "The chatbot for 20,000 employees stayed in the drawer.",
        "A pilot with 3 hospitals was prepared but did not take place.",
        "Reproduced a paper's result: error cut by 30% on ImageNet.",
    ],
)
def test_who_was_near_shows_nothing(sentence: str, shipped: Taxonomy) -> None:
    assert evidence.classes(sentence, shipped) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Supported the colleagues who run the fraud models in production.",
        "Assisted with the blue-green deployment of an image classifier to 200 stores.",
        "Helped the data scientists during retraining of the churn model.",
        "Was part of the team whose recommender serves 9 million readers a day.",
    ],
)
def test_who_helped_shows_half(sentence: str, shipped: Taxonomy) -> None:
    shown = evidence.labels(sentence, shipped)
    assert {shown[name] for name in EVIDENCE if name in shown} == {0.5}
    assert not evidence.production_grade(shown)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Attended a course on drift, then deployed the scorer to production.", "deploy"),
        ("Read about canaries and rolled the ranker out to 40 shops behind one.", "deploy"),
        ("Proposed a two-stage ranker that now serves 3 million readers.", "deploy"),
        ("Shadowed the SRE group for a month; now on call one week in four.", "operate"),
        ("Deployed the scorer to production and helped the clerks to read it.", "deploy"),
        ("Built the assistant that helped agents in production at 40 banks.", "deploy"),
        ("Watched drift on 40 models and retrained those that slipped.", "lifecycle"),
        ("Ran the scorer in production for six years, until the product was discontinued.", "deploy"),
        ("The hackathon winner went live for all users in May.", "deploy"),
        ("Planned the move of the ranker and carried it out over a weekend without downtime.", "deploy"),
        ("Presented the plan to the board, got the money and took the scorer to production.", "deploy"),
        (
            "Learned from two outages and added a fallback that has served 3 million requests since.",
            "operate",
        ),
        ("Hired four engineers and ran the ranking service with them, p99 under 50 ms.", "operate"),
        ("Documented and operated the retraining pipeline of the fraud team.", "lifecycle"),
        ("After a course on Kubernetes I moved our 12 models to production there.", "deploy"),
        ("Supported 40 models in production, on call one week in four.", "operate"),
    ],
)
def test_who_did_it_as_well_shows_it_whole(sentence: str, name: str, shipped: Taxonomy) -> None:
    assert evidence.labels(sentence, shipped).get(name) == 1.0


def test_near_stands_below_done(judged: Callable[..., Assessment]) -> None:
    def job(*bullets: str) -> dict:  # type: ignore[type-arg]
        return {"work": [{"title": "ML Engineer", "from": "2021-01", "bullets": list(bullets)}]}

    near = judged(
        job(
            "Read about deploying models to production with Kubernetes and took a course on it",
            "Wrote a proposal to deploy a fraud model to production with Docker; the project was cancelled",
            "Observed how the platform team rolls back PyTorch models",
            "Ran a workshop for 200 people on monitoring of drift",
            "Responsible for buying lunch for 40 engineers on-call",
        )
    )
    done = judged(
        job(
            "My PyTorch model decides which of 12,000 parcels a day go to the scanner",
            "When the model goes wrong at night, my phone rings",
            "Kept the speech service up 99.95% of the year for 6 million calls",
        )
    )
    production = [{d.id: d.points for d in each.dimensions}["production"] for each in (near, done)]
    assert production[0] <= 5 < production[1]
    assert (near.score or 0) < (done.score or 0)
    assert [c.id for c in near.criteria if c.met] == ["communication"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The claims model has been deciding alone on small claims for three years.", "deploy"),
        ("Eleven airports plan their gates with the delay forecast that I wrote.", "deploy"),
        ("Nurses on 22 wards follow the list that my model sorts.", "deploy"),
        ("The robot arm at six plants grips where my network says.", "deploy"),
        ("Exchanged the live fraud model during business hours and no customer noticed.", "deploy"),
        ("Swapped the old scorer for the new one without a minute of outage.", "deploy"),
        ("A new version first answers 1% of the calls, then a tenth, then all.", "deploy"),
        ("Released the new summariser to a few lawyers first, then to all 400.", "deploy"),
        ("Every parcel in the Leipzig hub is measured by a network I wrote.", "deploy"),
        ("Customers talk to my voice bot when they ring the bank.", "deploy"),
        ("Found out why the scorer froze each Monday and cured it.", "operate"),
        ("The service has not been down since 2022.", "operate"),
        ("We ask 500 fixed questions of every prompt before it goes to users.", "lifecycle"),
        ("Measure each day how far the forecast was off.", "lifecycle"),
        ("Half as many false alarms wake the guards.", "impact"),
        ("When predictions stop at night I get up and repair them.", "operate"),
        ("I wake up when the fraud score is slow.", "operate"),
        ("Kept the translation service going 364 days a year for 900 hotels.", "operate"),
        ("Kept the speech service up 99.95% of the year for 6 million calls.", "operate"),
        ("Repaired the scorer on Christmas Eve when the feed broke, and wrote down why.", "operate"),
        ("Switched back to the previous weights within ten minutes when precision dropped.", "operate"),
        ("The model fits itself anew each weekend.", "lifecycle"),
        ("Threw the new model away when it did worse than the old.", "lifecycle"),
        ("If the new network loses against the old one on last month's orders, it stays out.", "lifecycle"),
        ("Every night a job compares yesterday's predictions with what happened.", "lifecycle"),
        ("Every bad answer that users report lands in my test set.", "lifecycle"),
        ("Noticed that the inputs had shifted after a new camera came.", "lifecycle"),
        ("My search model answers 600 questions a second in the busy season.", "scale"),
        ("Halved the GPU bill: 80,000 EUR a month became 38,000.", "impact"),
    ],
)
def test_plain_words_tell_of_it(sentence: str, name: str, shipped: Taxonomy) -> None:
    assert evidence.labels(sentence, shipped).get(name) == 1.0


@pytest.mark.parametrize(
    "sentence",
    [
        "My phone rings at night when a horse is ill.",
        "Kept the canteen open 360 days a year for 900 guests.",
        "Swapped the old oven for a new one without a minute of downtime.",
        "Sorted 12,000 parcels a day by hand at the depot.",
        "Taught the class again every Sunday and sent the new pupils away.",
    ],
)
def test_the_same_words_of_another_trade_do_not(sentence: str, judged: Callable[..., Assessment]) -> None:
    person = {"work": [{"title": "Clerk", "from": "2021-01", "bullets": [sentence, "Greeted guests"]}]}
    assert {d.id: d.points for d in judged(person).dimensions}["production"] == 0


def test_one_sentence_does_not_speak_for_a_long_job(judged: Callable[..., Assessment]) -> None:
    told = [
        "Exchanged the live fraud model in daytime and no customer noticed",
        "When predictions stop at night I get up and repair them",
        "The model fits itself anew each weekend",
    ]
    points = []
    for number in (1, 3):
        person = {"work": [{"title": "ML Engineer", "from": "2019-01", "bullets": told[:number]}]}
        points.append({d.id: d.points for d in judged(person).dimensions}["production"])
    assert points[0] <= 12
    assert points[1] >= 22
