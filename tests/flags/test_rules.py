"""The rules of the shipped file do what their examples and the collected sentences say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from aiscreen import taxonomy
from aiscreen.judging.flags import flags_in_text
from aiscreen.matching import Matcher
from aiscreen.models.assessment import Flag
from aiscreen.taxonomy import Taxonomy
from aiscreen.taxonomy.references import references

RULES = taxonomy.load().redflags.rules
SENTENCE = sorted(id for id, rule in RULES.items() if rule.of_sentence)
DOCUMENT = sorted(id for id, rule in RULES.items() if not rule.of_sentence)
DATA = Path(__file__).parent / "data"
NEXT_MONTH = date(2026, 12, 1)


def lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("id", SENTENCE)
def test_examples_of_sentences(id: str, rules_in: Callable[[str], list[str]]) -> None:
    for text in RULES[id].examples.hit:
        assert id in rules_in(text), text
    for text in RULES[id].examples.miss:
        assert rules_in(text) == [], text


@pytest.mark.parametrize("id", DOCUMENT)
def test_examples_of_documents(id: str, flags_of: Callable[..., list[Flag]]) -> None:
    for text in RULES[id].examples.hit:
        assert id in [flag.rule for flag in flags_of(text, NEXT_MONTH)], text
    for text in RULES[id].examples.miss:
        assert id not in [flag.rule for flag in flags_of(text, NEXT_MONTH)], text


def test_most_confused_sentences_are_found(rules_in: Callable[[str], list[str]]) -> None:
    confused = lines("confused.txt")
    missed = [text for text in confused if not rules_in(text)]
    assert len(confused) >= 250
    assert len(missed) <= 0.05 * len(confused), missed


def test_correct_sentences_raise_nothing(rules_in: Callable[[str], list[str]]) -> None:
    correct = lines("correct.txt")
    assert len(correct) >= 300
    assert {text: rules for text in correct if (rules := rules_in(text))} == {}


def test_every_sentence_rule_is_hit_by_sentences_that_it_was_not_written_for(
    rules_in: Callable[[str], list[str]],
) -> None:
    """A rule that only its own examples raise is a rule for its examples."""
    raised = {rule for text in lines("confused.txt") for rule in rules_in(text)}
    fundamentals = {id for id in SENTENCE if RULES[id].kind == "fundamentals"}
    assert len(fundamentals - raised) <= 0.1 * len(fundamentals), sorted(fundamentals - raised)


def test_the_file_holds_what_it_should(policy: Taxonomy) -> None:
    kinds = {rule.kind for rule in RULES.values()}
    assert kinds == {
        "outdated", "academic-only", "fundamentals", "timeline", "stuffing", "hidden-text", "injection", "unproven",
        "notebook-only",
    }  # fmt: skip
    known = set(policy.redflags.groups) | set(policy.redflags.categories)
    for path, what, name in references(policy.redflags):
        assert name in (known if what == "term" else policy.skills), (path, name)
    for id, rule in RULES.items():
        assert rule.severity in ("info", "low") or rule.points is None or rule.points < 0, id
        if rule.of_sentence:
            assert len(rule.examples.hit) >= 3 and len(rule.examples.miss) >= 3, id


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("12 years of experience in LangChain", "years-beyond-tool"),
        ("LangChain – 9+ yrs", "years-beyond-tool"),
        ("Over 15 years of hands-on experience with Kubernetes", "years-beyond-tool"),
        ("9 years of PyTorch", None),
        ("11 years of PyTorch", None),  # out since 2016-09; a year is forgiven
        ("20 years of Python and LangChain", None),
        ("My 20 years old blog covers LangChain", None),
        ("In 8 years I moved from SQL reports to LangChain", None),
    ],
)
def test_years_beyond_a_tools_age(text: str, rule: str | None, rules_in: Callable[[str], list[str]]) -> None:
    assert rules_in(text) == ([rule] if rule else [])


def test_each_claim_of_years_is_told(policy: Taxonomy, matcher: Matcher) -> None:
    for text in ("12 years of PyTorch and 10 years of LangChain", "LangChain (10 years), PyTorch (12 yrs)"):
        (flag,) = flags_in_text(text, policy, matcher)
        assert "12 years of PyTorch" in flag.message and "10 years of LangChain" in flag.message
        assert len(flag.evidence) == 1
