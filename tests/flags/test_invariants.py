"""What holds for any text and any candidate."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aiscreen import taxonomy
from aiscreen.judging.flags import flags_in_text
from aiscreen.judging.flags.engine import engine_of
from aiscreen.matching import Matcher
from aiscreen.models.assessment import Flag

POLICY = taxonomy.load()
MATCHER = Matcher(POLICY)
WORDS = st.sampled_from(
    [
        "supervised",
        "unsupervised",
        "learning",
        "such",
        "as",
        "like",
        "including",
        "K-means",
        "SVM",
        "is",
        "a",
        "an",
        "the",
        "not",
        "algorithm",
        ",",
        "and",
        "or",
        "(",
        ")",
        ":",
        ".",
        ";",
        "accuracy",
        "of",
        "120%",
        "1.4",
        "AUC",
        "GPT-4",
        "trained",
        "from",
        "scratch",
        "on",
        "test",
        "set",
        "LLMs",
        "LangChain",
        "RAG",
        "fine-tuned",
        "prompt",
        "engineering",
        "AWS",
        "Vertex",
        "AI",
        "TensorFlow",
        "3.1",
        "developed",
        "by",
        "Facebook",
        "reduced",
        "latency",
        "300%",
        "BERT",
        "decoder-only",
        "8",
        "years",
        "LLM",
        "(Large",
        "{found}",
        "{quote}",
        "é",
        "“",
        "”",
        "\u200b",
        "\U000e0041",
        "İ",
        "ß",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS)
@example("LLM())")
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_the_same_way_twice(text: str) -> None:
    first = flags_in_text(text, POLICY, MATCHER)
    engine_of(POLICY).sentences.cache_clear()
    assert [flag.model_dump() for flag in first] == [
        f.model_dump() for f in flags_in_text(text, POLICY, MATCHER)
    ]
    for flag in first:
        assert [each.quote for each in flag.evidence] == [text]
        assert flag.message and flag.points <= 0


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_offsets_are_those_of_the_text(text: str) -> None:
    for _, found in engine_of(POLICY).find(text):
        assert 0 <= found.start < found.end <= len(text)


def test_long_text_takes_time_in_proportion() -> None:
    """A line without an end must not make the patterns search for ever."""
    text = "fine-tuned the model using supervised algorithms such as K-means and reduced " * 4000
    assert "supervised-clustering" in [flag.rule for flag in flags_in_text(text, POLICY, MATCHER)]


PERSON = """{name}
{mail}
{city}

Summary
{pronoun} deep learning engineer.

Education
MSc in Computer Science, {school}, {years}
Thesis on image segmentation

Experience
ML Engineer, Brio
Jan 2021 - Present
- Segmented shoppers with supervised algorithms such as K-means
- Fine-tuned GPT-4 using prompt engineering
- Trained classifiers in Theano and Caffe for scans
"""
FIRST = {
    "name": "Vera Novak", "mail": "vera@example.com", "city": "Porto, Portugal", "pronoun": "She is a",
    "school": "University of Porto", "years": "2012 - 2014",
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Mohammed Al-Sayed", "mail": "mo@example.com"},
        {"name": "Claude Torch"},
        {"city": "Phoenix, AZ"},
        {"pronoun": "He is a"},
        {"school": "Massachusetts Institute of Technology"},
        {"school": "Hochschule Kleinstadt"},
        {"years": "1988 - 1990"},
    ],
)
def test_who_somebody_is_changes_no_flag(change: dict[str, str], flags_of: Callable[..., list[Flag]]) -> None:
    def told(values: dict[str, str]) -> list[tuple[str, str, float, str]]:
        return [(f.rule, f.severity, f.points, f.message) for f in flags_of(PERSON.format(**values))]

    assert told(FIRST) == told({**FIRST, **change})
    assert len(told(FIRST)) >= 3
