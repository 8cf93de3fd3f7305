"""The pattern language, as both policy files use it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aiscreen.taxonomy.patterns import PatternError, magnitude, parse_pattern
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.patterns.walk import NO_TERMS, Walk
from aiscreen.taxonomy.patterns.words import sentences


def found(pattern: str, text: str) -> bool:
    return bool(Lexicon([("x", [pattern])]).labels(text))


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
        parse_pattern(pattern)


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
    done = 0
    for sentence in sentences(text):
        assert len(sentence.spans) == len(sentence.tokens)
        for start, end in sentence.spans:
            assert done <= start < end <= len(text)
            assert text[start:end].strip()
            done = end


@given(st.text(alphabet="abcdeployed to production12%.;,-/ ", max_size=120))
def test_hits_lie_inside_the_sentence(text: str) -> None:
    lexicon = Lexicon([("d", ["deployed ... to production", "{percent}", "to {n}"])])
    for sentence in sentences(text):
        for _, first, last in lexicon.find(sentence):
            assert 0 <= first <= last < len(sentence.words)
            start, end = sentence.of_words(first, last)
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("300 req/s", "300 req per second"),
        ("from 210ms to 65 ms", "from 210 ms to 65 ms"),
        ("won’t (yet), though", "won't yet though"),
        ("8 x A100 & 2.5k users + 40 %", "8 x a100 and 2.5k users and 40%"),
        ("No. 12 of the list, e.g. this", "no 12 of the list eg this"),
        ("C++ and C# 11; v1.2", "c++ and c# 11 ; v1.2"),
    ],
)
def test_words_are_those_that_people_mean(text: str, words: str) -> None:
    (sentence,) = sentences(text)
    assert " ".join(sentence.words) == words


def test_a_text_is_cut_at_the_ends_of_its_sentences() -> None:
    cut = sentences("Is it live? It is. Cut cost by 3.5 percent!")
    assert [" ".join(sentence.words) for sentence in cut] == ["is it live", "it is", "cut cost by 3.5%"]
    assert [sentence.asked for sentence in cut] == [True, False, False]


def test_a_gap_passes_over_what_is_missing() -> None:
    assert found("cut ... (monthly)? cost", "cut the whole cost")
    assert found("(talked ... out of|declined) it", "talked the board out of it")
    assert not found("(talked ... out of|declined) it", "talked it over")


def test_the_same_words_start_many_patterns() -> None:
    written = {
        "a": ["cut cost"],
        "b": ["cut"],
        "c": ["cut|cuts (the|a)? cost*"],
        "d": ["(cut down|cut back) cost"],
    }
    assert Lexicon(written.items()).labels("Cut costs") == {"b", "c"}
    assert Lexicon(written.items()).labels("Cut cost") == {"a", "b", "c"}
    assert Lexicon(written.items()).labels("They cut back cost") == {"b", "d"}


_PATTERNS = [
    "{n} (users|weekly users)",
    "({n}|some) engineers",
    "{big}|many requests ... second",
    "{percent} of? users",
    "deploy* to {n}? engineers",
    "*ists|engineers of {n}",
    "the? (users of|requests) .. models",
    "({times}|ten times) (the requests)?",
]
_SPOKEN = "12 2019 40% 3x two $3m ten times users weekly some many engineers artists of deployed to the requests second models ;"


@given(st.lists(st.sampled_from(_SPOKEN.split()), max_size=12).map(" ".join))
@example("40% users of 12 models and $3m weekly users")
@example("artists deployed to engineers of two ; many 3x requests a second")
@example("ten times the requests of some engineers in 2019 users")
def test_looking_a_pattern_up_finds_what_trying_it_everywhere_does(text: str) -> None:
    lexicon = Lexicon([(pattern, [pattern]) for pattern in _PATTERNS])
    for sentence in sentences(text):
        walk = Walk(sentence.words, NO_TERMS, {})
        tried = {
            (pattern, at, end - 1)
            for pattern in _PATTERNS
            for at in range(len(sentence.words))
            if (end := walk.behind(parse_pattern(pattern), at)) is not None
        }
        assert set(lexicon.find(sentence)) == tried
