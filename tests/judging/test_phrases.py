"""The pattern language of roles.yaml."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiscreen.taxonomy.phrases import Lexicon, PatternError, Words, compile_pattern, magnitude


def found(pattern: str, text: str) -> bool:
    return bool(Lexicon([("x", [pattern])]).find(text))


@pytest.mark.parametrize(
    ("pattern", "hit", "miss"),
    [
        ("on-call", "On call every third week", "I call customers on Monday"),
        ("retrain*", "Retraining runs nightly", "Trained twice"),
        ("shipped|launched", "Launched in May", "Shipping address"),
        ("canary release*?", "a canary guards it", "a canal boat"),
        ("(went live|goes live)", "It went live in June", "It went well and people live there"),
        (
            "deployed ... to {n}",
            "Deployed ranking models to 2 million readers",
            "Deployed the model. Read 2 books",
        ),
        ("{big} users", "12k users", "900 users"),
        ("{big} users", "1,200,000 users", "1,200 users"),
        ("{percent}", "cut by 61%", "cut by 61"),
        ("{percent}", "cut by 61 %", "in 2021"),
        ("{times} faster", "3x faster", "3 faster"),
        ("{money}", "$1.4M a year", "1.4M a year"),
        ("{p} latency", "p99 latency", "pub latency"),
        ("a b test*", "through A/B testing", "about testing"),
        ("ci-cd for models", "CI/CD for models", "CI for CD models"),
    ],
)
def test_pattern_says_what_it_reads(pattern: str, hit: str, miss: str) -> None:
    assert found(pattern, hit)
    assert not found(pattern, miss)


@pytest.mark.parametrize(
    "pattern", ["", "...", "a ...", "... a", "(a", "a|", "{percentage}", "*", "(a|)", "a)"]
)
def test_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern)


def test_gap_reaches_six_words_within_a_sentence() -> None:
    assert found("cut ... cost", "cut one two three four five six cost")
    assert not found("cut ... cost", "cut one two three four five six seven cost")
    assert not found("cut ... cost", "cut the hedge. The cost was low")


@pytest.mark.parametrize(
    ("token", "value"),
    [("4,500", 4500), ("2.5k", 2500), ("$3m", 3e6), ("1.200.000", 1.2e6), ("3,5", 3.5), ("p99", 0)],
)
def test_magnitude(token: str, value: float) -> None:
    assert magnitude(token) == value


@given(st.text(max_size=200))
def test_any_text_is_cut_with_true_offsets(text: str) -> None:
    words = Words.of(text)
    for token, start, end in zip(words.tokens, words.starts, words.ends, strict=True):
        assert text[start:end].lower() == token or len(text[start:end].lower()) != end - start


@given(st.text(alphabet="abcdeployed to production12%.;,-/ ", max_size=120))
def test_hits_lie_inside_the_text(text: str) -> None:
    for hit in Lexicon([("d", ["deployed ... to production", "{percent}", "to {n}"])]).find(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.first <= hit.last
