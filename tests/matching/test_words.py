"""A look at a text's words alone: it may let through a text that names nothing, and never the other way round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aiscreen.matching import Matcher
from aiscreen.models.resume import Resume, Statement
from aiscreen.taxonomy import Taxonomy
from aiscreen.taxonomy.skills import variants

DATA = Path(__file__).parent / "data"
_PARTS = re.compile(r"[ /._-]+|(?<=[a-z])(?=[A-Z\d])")


def hidden(matcher: Matcher, texts: list[str]) -> list[str]:
    """The texts that name a skill, each by itself, and in which a look at their words sees none."""
    resume = Resume(
        statements=[
            Statement(text=text, page=1, line=1, bbox=(0, 0, 1, 1), section="skills") for text in texts
        ]
    )
    found = matcher.find_all(resume, unowned=True)
    return [
        text
        for text, seen in zip(texts, found, strict=True)
        if seen != matcher.find(text, section="skills", unowned=True)
    ]


@pytest.mark.parametrize(
    "joint", [" ", "-", " - ", ".", "/", "\n", "-\n", "\u2013", "\u00a0", "_", "", " & "]
)
def test_no_spelling_is_hidden_however_it_is_parted(matcher: Matcher, taxonomy: Taxonomy, joint: str) -> None:
    spellings = sorted({text for skill in taxonomy.skills.values() for text, _, _ in variants(skill)})
    texts = [f"{joint.join(_PARTS.split(text))} 3" for text in spellings]
    assert not hidden(matcher, texts + [text.upper() for text in texts])


def test_no_sentence_is_hidden(matcher: Matcher) -> None:
    lines = [
        line
        for name in ("everyday", "finds", "traps")
        for line in (DATA / f"{name}.txt").open(encoding="utf-8")
    ]
    assert not hidden(matcher, lines)


@pytest.mark.parametrize(
    "text",
    [
        "Redis7 at work",
        "matplot-lib, numpy",
        "Kubernetse, Docker",
        "arti\ufb01cial intelligence",
        "\uff30\uff59\uff54\uff48\uff4f\uff4e",
        "C++/C# and F#",
        ".NET",
        "R&D in PyTorch\0Kafka",
        "A/B testing",
        "p\u00ffthon Kafka \u00ff \xff Docker",
        "machine -- learning",
        "pre-trained fine-tuned end-to-end",
    ],
)
def test_no_way_of_writing_is_hidden(matcher: Matcher, text: str) -> None:
    assert not hidden(matcher, ["nothing here", text, "", text])


def test_most_of_what_names_nothing_is_seen_as_that(matcher: Matcher) -> None:
    texts = [
        "Answered the telephone and greeted visitors",
        "Grew sales of garden furniture by a third in two years",
        "References are available upon request",
    ]
    assert matcher._words.telling([*texts, "Tuned Kafka"]) == [False, False, False, True]


def test_a_resume_may_say_nothing(matcher: Matcher) -> None:
    assert matcher.find_all(Resume()) == []
