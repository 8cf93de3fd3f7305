"""Patterns that name groups, over the terms of a sentence."""

from __future__ import annotations

import pytest

from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.patterns import PatternError, leading, parse_pattern
from aiscreen.taxonomy.patterns.lexicon import Lexicon
from aiscreen.taxonomy.patterns.words import sentences

TERMS = Terms(Terms.spelled({"stores": ["Pinecone", "vector DB"], "models": ["GPT-4", "K-means"]}))


def found(pattern: str, text: str) -> bool:
    lexicon = Lexicon([(0, [pattern])], classes=TERMS.classes)
    return any(Sentence(cut, TERMS, lexicon).found for cut in sentences(text))


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("trained on the test set", "Trained (on) the Test-Set.", True),
        ("trained on the test set", "Trained on a test set", False),
        ("fit* the scaler", "fitted the scaler", True),
        ("fit|fitted the scaler", "fit the scaler", True),
        ("(test set|hold out) data", "hold-out data", True),
        ("the whole? set", "the set", True),
        ("the whole? set", "the whole set", True),
        ("train ... test", "train a b c d e f test", True),
        ("train ... test", "train a b c d e f g test", False),
        ("train ... test", "Train it. Test it.", False),
        ("train ... test", "train it; test it", False),
        ("accuracy of {percent}", "accuracy of 98 percent", True),
        ("accuracy of {percent}", "accuracy of 98", False),
        ("{big} users", "250k users", True),
        ("{big} users", "250 users", False),
        ("trained <models> model?", "we trained GPT4", True),
        ("trained <models>", "trained Pinecone", False),
        ("<stores> and <models>", "vector DBs and kmeans", True),
        ("0% error", "0% error", True),
        ("{minus} degrees", "at -3 degrees", True),
        ("{minus} degrees", "at 3 degrees", False),
        ("{up} the rate", "Increasing the rate", True),
        ("{up} the rate", "lowered the rate", False),
        ("({up} rate|rate {down})", "the rate fell", True),
        ("the {not}? seen", "the never seen", True),
        ("the {not}? seen", "the seen", True),
        ("don't", "I don’t", True),
    ],
)
def test_matching(pattern: str, text: str, expected: bool) -> None:
    assert found(pattern, text) is expected


@pytest.mark.parametrize(
    "pattern", ["", "...", "a ...", "... a", "(a", "a)", "(a|)", "a|", "{what} a", "<Up> a", "a?", "!"]
)
def test_what_cannot_be_read_is_told(pattern: str) -> None:
    with pytest.raises(PatternError):
        parse_pattern(pattern)


def test_what_a_pattern_may_start_with() -> None:
    assert leading("trained on the test set") == ["trained"]
    assert leading("(a|big) <models> c?") == ["a", "big"]
    assert leading("the? <models>") == ["the", "<models>"]
    assert leading("{n}|fit* of it") == ["{n}", "fit*"]
    assert leading("{up}? <models>") == ["{up}", "<models>"]
