"""Whatever a document holds, judging ends with an assessment whose parts add up."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiscreen.judging import evidence
from aiscreen.judging.blind import blind
from aiscreen.judging.saying import claim
from aiscreen.models.assessment import Assessment
from aiscreen.models.resume import Basics, Education, Project, Resume, Statement, Work
from aiscreen.reports.compare import compare, compare_markdown, compare_terminal
from aiscreen.reports.interview import interview_markdown, interview_terminal
from aiscreen.taxonomy import Taxonomy

words = st.sampled_from(
    [
        "Deployed",
        "PyTorch",
        "models",
        "to",
        "production",
        "for",
        "2",
        "million",
        "users",
        "on-call",
        "p99",
        "40",
        "ms",
        "{quote}",
        "</b>",
        "[x](y)",
        "%s",
        "\x1b[31m",
        "ＡＩ",
        "İ",
        "ß",
        "﷽",
        "$1.2M",
        "99.95%",
        "from",
        "3",
        "to",
        "1",
        "led",
        "team",
        "RAG",
        "Kubernetes",
        "…",
    ]
)
text = st.lists(words, min_size=1, max_size=25).map(" ".join) | st.text(max_size=80)
written = st.sampled_from([None, "2020", "2021-06", "2030-01", "0001", "9999-12", "2020-13", "present", ""])
sections = st.sampled_from(
    ["work", "projects", "open-source", "education", "skills", "summary", "header", "volunteer", "other"]
)


@st.composite
def resumes(draw: st.DrawFn) -> Resume:
    statements = [
        Statement(
            text=draw(text),
            page=1,
            line=line,
            bbox=(0, 0, 1, 1),
            section=draw(sections),
            entry=draw(st.sampled_from([None, 0, 1, 7, -3])),
        )
        for line in range(1, draw(st.integers(1, 12)))
    ]
    jobs = [
        Work(
            name=draw(text),
            position=draw(text),
            startDate=draw(written),
            endDate=draw(written),
            current=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    return Resume(
        basics=Basics(name=draw(st.none() | text), label=draw(st.none() | text)),
        work=jobs,
        projects=[Project(name=draw(st.none() | text))],
        education=[Education(institution=draw(st.none() | text), endDate=draw(written))],
        statements=statements,
        confidence={"overall": draw(st.floats(0, 1))},
    )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(resume=resumes())
def test_anything_is_judged(judged: Callable[..., Assessment], resume: Resume) -> None:
    result = judged(resume)
    if result.score is not None:
        exact = sum(round(10 * d.points) for d in result.dimensions) + sum(
            round(10 * f.points) for f in result.flags
        )
        assert result.score == max(0, min(1000, exact)) / 10
    hidden = blind(result, resume)
    assert hidden.score == result.score
    for written_out in (interview_markdown(result), interview_terminal(result), *_compared(result, hidden)):
        assert "\x1b" not in written_out


def _compared(a: Assessment, b: Assessment) -> tuple[str, str]:
    side = compare(a, b)
    return compare_markdown(side), compare_terminal(side)


@given(st.text(max_size=300))
def test_claims_are_short(sentence: str) -> None:
    assert len(claim(sentence)) <= 140


def test_a_very_long_sentence_takes_no_longer_than_its_length(shipped: Taxonomy) -> None:
    """No pattern looks further than a few words ahead, so ten times the text is about ten times the time."""
    evidence.labels("warm", shipped)

    def seconds(sentence: str) -> float:
        start = time.process_time()
        evidence.labels(sentence, shipped)
        return time.process_time() - start

    once = seconds("deployed cut from 3 reduced led chose to the " * 200)
    tenfold = seconds("deployed cut from 3 reduced led chose to the " * 2000)
    assert tenfold < 40 * max(once, 0.01)
