"""Whose claim it is, and of what: a mistake that is told, quoted or mended, and what a clause says of another thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CLAIMS = [
    "K-means is a supervised algorithm",
    "BM25 matches the meaning of words",
    "we fitted the scaler on the whole dataset",
    "Pinecone generated the embeddings",
    "the forecast was validated on randomly shuffled weeks",
]
TOLD = [
    "Inherited a project in which {claim}, and rebuilt it.",
    "Turned down a paper because {claim}.",
    "A former team had written '{claim}', which I corrected.",
    "The tender said that {claim}; my answer took it apart.",
    "Blog post on ten errors in machine learning, number three: {claim}.",
    "Persuaded the author of a draft to drop the sentence that {claim}.",
    "Replaced a module where {claim}; now it is sound.",
    "Wrote a quiz around the line “{claim}” for new colleagues.",
]
OWN = [
    "{claim}, as our report explains.",
    "Presented the project to clients: {claim}.",
    "In my project, {claim}.",
    "Published 'Quick wins in retail' after we found a simple recipe: {claim}.",
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_mistake_that_is_told_or_mended_is_nobodys_claim(
    claim: str, rules_in: Callable[[str], list[str]]
) -> None:
    assert rules_in(claim) != []
    for frame in TOLD:
        assert rules_in(frame.format(claim=claim)) == [], frame
    for frame in OWN:
        assert rules_in(frame.format(claim=claim)) != [], frame


@pytest.mark.parametrize(
    ("of_another", "of_itself"),
    [
        ("BM25 matches words, dense vectors match meaning.", "BM25 matches the meaning of words."),
        (
            "Contrasted supervised classification with DBSCAN.",
            "Did supervised classification with DBSCAN.",
        ),
        (
            "Data augmentation enlarges the training set and batch normalisation steadies the activations.",
            "Enlarged the training set by batch normalisation.",
        ),
        (
            "Unlike HDBSCAN, our network learns from labelled images.",
            "HDBSCAN learns from labelled images.",
        ),
        (
            "RAG shows the model passages, fine-tuning changes its weights.",
            "RAG changes the weights of the model.",
        ),
        (
            "Used K-means and a network, which predicts prices.",
            "Used K-means, which predicts prices.",
        ),
        (
            "SHAP explained the predictions, so the causal effect of prices came from an experiment.",
            "SHAP explained the predictions and so the causal effect of prices.",
        ),
        (
            "Adapted BERT with LoRA, after rejecting training from scratch.",
            "Adapted BERT with LoRA by training from scratch.",
        ),
    ],
)
def test_what_a_clause_says_is_said_of_its_own_thing(
    of_another: str, of_itself: str, rules_in: Callable[[str], list[str]]
) -> None:
    assert rules_in(of_another) == []
    assert rules_in(of_itself) != []


@pytest.mark.parametrize(
    ("listed", "claimed"),
    [
        ("Lectures on AUC and multiple regression.", "Reported the AUC of a multiple regression."),
        ("Naive Bayes / gradient descent / SQL", "Trained naive Bayes by gradient descent."),
        (
            "Worked with one-hot encoding, SQL and missing values.",
            "Used one-hot encoding for missing values.",
        ),
        ("t-SNE, explained variance, pandas", "The axes of t-SNE show the explained variance."),
    ],
)
def test_what_is_only_named_in_a_list_is_no_claim(
    listed: str, claimed: str, rules_in: Callable[[str], list[str]]
) -> None:
    assert rules_in(listed) == []
    assert rules_in(claimed) != []


@pytest.mark.parametrize(
    ("known", "own"),
    [
        ("Found dropout left active at inference.", "Left dropout active at inference."),
        (
            "Noticed the scaler fitted on all rows before the split.",
            "Fitted the scaler on all rows before the split.",
        ),
        ("Turned down a plan to apply SMOTE before the split.", "Applied SMOTE before the split."),
        (
            "Showed how SMOTE before cross-validation inflates recall.",
            "Used SMOTE before cross-validation for recall.",
        ),
        ("Wrote a parody of a paper with 130% accuracy.", "Wrote a paper with 130% accuracy."),
        ("I ignore the 100% accuracy of the model.", "I report the 100% accuracy of the model."),
        (
            "The context window holds nothing between sessions.",
            "The context window holds everything between sessions.",
        ),
        (
            "A decision tree of depth 1 has high bias and low variance.",
            "A deeper decision tree has low variance.",
        ),
    ],
)
def test_a_fault_that_is_found_refused_or_laughed_at_is_known(
    known: str, own: str, rules_in: Callable[[str], list[str]]
) -> None:
    assert rules_in(known) == []
    assert rules_in(own) != []
