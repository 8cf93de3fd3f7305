"""Questions come from what this candidate claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aiscreen.judging.questions import MAX_QUESTIONS
from aiscreen.judging.saying import claim, fill, shortened
from aiscreen.models.assessment import Assessment
from aiscreen.models.portfolio import Mark, RepoEvidence
from aiscreen.reports.interview import interview_markdown, interview_terminal
from tests.judging.people import people

PEOPLE = {person["id"]: person for person in people()}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Cut inference cost by 61%", "You cut inference cost by 61%"),
        ("Deployed rankers to Kubernetes, which halved latency.", "You deployed rankers to Kubernetes"),
        ("Owns the search index for two markets", "You own the search index for two markets"),
        ("PyTorch models behind Triton", "“PyTorch models behind Triton”"),
        ("PYTHON developer", "“PYTHON developer”"),
        ("Red team exercises", "“Red team exercises”"),
        ("Distributed training of language models", "“Distributed training of language models”"),
        ("Independently built the search index", "You independently built the search index"),
        ("Co-led the migration to one platform", "You co-led the migration to one platform"),
        ("Retrieval platform: Built the index for two markets", "You built the index for two markets"),
        ("Retrieval platform: Qdrant, Redis and Kafka", "“Retrieval platform”"),
        (
            "Deployed learning-to-rank for product search to 6 million users through an A/B test that lifted conversion by 2.7%.",
            "You deployed learning-to-rank for product search to 6 million users through an A/B test that lifted conversion by 2.7%",
        ),
        (
            "Chose gradient boosting over a transformer for the first stage of the ranking because it met the budget of 10 ms at a seventh of the cost",
            "You chose gradient boosting over a transformer for the first stage of the ranking",
        ),
        (
            "Reduced the number of false alarms of all cranes of the northern terminals from 31% to 9% by replacing random splits with splits by crane",
            "You reduced the number of false alarms of all cranes of the northern terminals from 31% to 9% by replacing random splits …",
        ),
    ],
)
def test_claim_says_the_sentence_back(sentence: str, said: str) -> None:
    assert claim(sentence) == said


@pytest.mark.parametrize("limit", range(60, 150, 7))
def test_what_is_cut_does_not_end_in_words_that_lead_on(limit: int) -> None:
    sentence = (
        "Built drift checks on 210 features with Evidently and Prometheus that open a ticket with the owner of the "
        "feature in the team of the data for each of the models"
    )
    said = shortened(sentence, limit)
    assert said.endswith(" …") and len(said) <= limit + 2
    assert said.removesuffix(" …").rpartition(" ")[2] not in {
        "the",
        "a",
        "of",
        "with",
        "in",
        "for",
        "that",
        "and",
        "on",
    }


def test_filling_leaves_braces_of_the_candidate_alone() -> None:
    assert fill("{quote} by {who}", {"quote": "{role}", "role": "x"}) == "{role} by {who}"


def test_shipped_systems_are_asked_about(judged: Callable[..., Assessment]) -> None:
    asked = judged(PEOPLE["senior-ranking"]).questions
    assert len(asked) <= MAX_QUESTIONS
    assert any("Lifted" in q.because or "cutting losses" in q.because for q in asked)
    assert any("over a two-tower model" in q.ask for q in asked)
    assert all(q.ask.strip() and q.because and q.listen_for for q in asked)
    assert "{" not in "".join(q.ask + q.because for q in asked)


def test_gaps_and_unproven_claims_are_asked_about(judged: Callable[..., Assessment]) -> None:
    asked = judged(PEOPLE["stuffer"], role="genai-engineer").questions
    assert any("needs this" in q.ask for q in asked)
    assert any(q.ask.startswith("You list ") for q in asked)


def test_code_that_came_in_whole_is_asked_about(judged: Callable[..., Assessment]) -> None:
    """Of several repositories the strongest; one that was written commit by commit raises no question."""
    mark = Mark(id="imported", name="Brought in whole", note="commit 0123456789 brought 12 files in whole")
    dump = Mark(
        id="dump", name="Whole history in one commit", note="commit 0123456789 brought nearly all of it"
    )
    grown = RepoEvidence(name="grown", path="grown", strength=0.9)
    weak = RepoEvidence(name="weak", path="weak", strength=0.1, marks=[dump])
    strong = RepoEvidence(name="strong", path="strong", strength=0.4, marks=[mark, dump])
    asked = [
        q
        for q in judged(PEOPLE["senior-ranking"], repos=[grown, weak, strong]).questions
        if "came in whole" in q.ask
    ]
    assert [(q.ask.split()[2], q.because) for q in asked] == [("strong", mark.note)]
    for repos in ([], [grown]):
        assert all(
            "came in whole" not in q.ask for q in judged(PEOPLE["senior-ranking"], repos=repos).questions
        )


def test_the_same_is_not_asked_twice(judged: Callable[..., Assessment]) -> None:
    """What became of the work is asked once, by a flag or by a question of its own; and a need is no listed skill too."""
    for person in PEOPLE.values():
        result = judged(person)
        after = [q for q in result.questions if "after you handed it over" in q.ask]
        flagged = any(flag.kind in ("academic-only", "notebook-only") for flag in result.flags)
        assert len(after) <= (0 if flagged else 1)
        needs = {q.ask.partition("needs this: ")[2].partition(". What")[0] for q in result.questions} - {""}
        assert not any(q.ask.startswith(f"You list {need}.") for need in needs for q in result.questions)


def test_a_question_says_back_what_it_is_about(judged: Callable[..., Assessment]) -> None:
    """The first clause shows no choice: the whole sentence is said."""
    choice = "Defined the roadmap with operations; chose Milvus over a vendor's store because of cost."
    work = [{"title": "ML Engineer", "from": "2020-01", "bullets": [choice]}]
    asked = [q.ask for q in judged({"work": work}).questions if "decide the other way" in q.ask]
    assert asked and all("chose Milvus over a vendor's store because of cost: " in ask for ask in asked)


def test_a_quote_in_a_question_reads_on(judged: Callable[..., Assessment]) -> None:
    for person in PEOPLE.values():
        for question in judged(person).questions:
            assert ".”. " not in question.ask and '"' not in question.ask


def test_nobody_is_asked_about_a_language_that_their_work_implies(judged: Callable[..., Assessment]) -> None:
    asked = judged(PEOPLE["dl-developer"]).questions
    assert not any(q.ask.startswith("You list Python") for q in asked)


def test_everybody_in_a_role_gets_its_scenarios(judged: Callable[..., Assessment]) -> None:
    asked = {q.ask for q in judged(PEOPLE["kaggle-student"], role="mlops-engineer").questions}
    assert any("stale predictions" in ask for ask in asked)


def test_every_sheet_ends_in_the_same_question(judged: Callable[..., Assessment]) -> None:
    for role in ("ml-engineer", "ai-architect", "genai-engineer", "computer-vision-engineer"):
        for person in ("senior-ranking", "stuffer", "kaggle-student"):
            asked = [q.ask for q in judged(PEOPLE[person], role=role).questions]
            assert asked[-1] == "Describe a failure in production. How did you debug it?"
            assert len(asked) == len(set(asked)) <= MAX_QUESTIONS


def test_sheets(judged: Callable[..., Assessment]) -> None:
    result = judged(PEOPLE["genai-senior"])
    markdown, terminal = interview_markdown(result), interview_terminal(result, width=72)
    for question in result.questions:
        assert question.listen_for[0].split(",")[0] in markdown
    assert max(len(line) for line in terminal.splitlines()) <= 72
    assert "- [ ]" in markdown


def test_sheet_is_safe_against_the_candidate(judged: Callable[..., Assessment]) -> None:
    person = {
        "work": [
            {
                "title": "ML Engineer",
                "from": "2020-01",
                "bullets": [
                    "Deployed <script>x</script> [a](http://b) `models` to production for 20,000 users\x1b[31m"
                ],
            }
        ]
    }
    markdown = interview_markdown(judged(person))
    assert "<script>" not in markdown and "\x1b" not in markdown and "[a](" not in markdown
    assert "\x1b" not in interview_terminal(judged(person))
