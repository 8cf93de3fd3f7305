"""Claims are read from how a sentence links things, whatever stands between, and not from things that merely meet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

WORDINGS = [
    "{m}, being a {s}, suited our telemetry",
    "Among {p}, I have used {m} the most",
    "The {s} that we chose was {m}",
    "{m} counts among the {p} in my toolbox",
    "Put a {s} into production: {m}",
    "Presented {m} to the board as a modern {s}",
    "Relied on {p}, mostly {m}, for the pilot",
    "{m} with 500 settings was the {s} of our choice",
    "{p} I have put live: {m}, for two clients",
    "{p} that we tried ({m}) ran on one machine",
    "In my project {m} is coming under {p}",
    "Under {p} I have done {m} for a year",
    "{m} was our go-to among {p}",
    "Taught {p} ({m} first) to twenty analysts",
]
PAIRS = [
    ("K-means", "supervised algorithm", "supervised algorithms"),
    ("LSTM", "transformer", "transformers"),
    ("MongoDB", "relational database", "relational databases"),
]


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize(("member", "single", "many"), PAIRS)
def test_a_claim_in_other_words(
    wording: str, member: str, single: str, many: str, rules_in: Callable[[str], list[str]]
) -> None:
    assert rules_in(wording.format(m=member, s=single, p=many))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Dropout stays on at inference for stable answers", "Dropout is off at inference, so answers are stable"),
        ("RAG updates the weights of our LLM", "RAG updates the index and never the weights of our LLM"),
        ("Replaced ReLU by sigmoid to stop vanishing gradients", "Replaced sigmoid by ReLU to stop vanishing gradients"),
        ("Fine-tuned the model by prompt engineering", "Prompt engineering and fine-tuning of the model"),
        ("K-means to predict rents", "K-means features to predict rents"),
        ("Each tree of the random forest corrects the last one's errors", "XGBoost corrects the last tree's errors, a random forest averages"),
        ("LEFT JOIN returns only rows that match in both tables", "INNER JOIN returns only rows that match in both tables"),
        ("A filter runs immediately in Spark, without an action", "A filter in Spark does not run immediately"),
        ("The weights of our LLM were changed by nothing more than prompts", "The weights of our LLM were not changed by prompts"),
        ("Gemini (LLM of Meta) drafts replies", "Gemini (LLM of Google) drafts replies"),
        ("Grouped guests with k-means, a supervised method, and named the groups", "Tried a supervised method, k-means, and PCA"),
        ("Our GPU bill went down 180%", "Our GPU bill went down from 180% of plan"),
        ("Chatbots on GPT-14", "Chatbots for 14 GPT users"),
        ("Less weight decay to reduce overfitting", "Weight decay to reduce overfitting"),
        ("Over 20 baselines we trained GPT-4 from scratch", "Prompted an API over training GPT-4 from scratch"),
    ],
)  # fmt: skip
def test_the_same_words_mean_a_mistake_or_none(
    wrong: str, right: str, rules_in: Callable[[str], list[str]]
) -> None:
    assert rules_in(wrong)
    assert rules_in(right) == []


def test_a_rule_for_the_rest_keeps_silent_where_another_spoke(rules_in: Callable[[str], list[str]]) -> None:
    assert rules_in("Fine-tuned GPT-4 using prompt engineering") == ["finetune-by-prompting"]
