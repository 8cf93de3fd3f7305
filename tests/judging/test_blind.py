"""Blind reading: nothing that tells who somebody is stays, the figures do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiscreen.judging.blind import Mask, blind, blind_path, blind_resume
from aiscreen.models.assessment import Assessment, Evidence
from aiscreen.models.resume import Basics, Education, Location, Profile, Resume, Statement, Work
from tests.judging.people import resume_of

PERSON: dict[str, Any] = {
    "id": "grace-okonkwo-cv",
    "name": "Grace Okonkwo",
    "summary": "Grace Okonkwo (she/her), born 12 May 1988 in Enugu, Nigerian citizen. She leads teams. Mail grace.ok@inbox.example or +234 803 555 0101, github.com/graceok.",
    "work": [
        {
            "title": "ML Engineer",
            "location": "Enugu, Nigeria",
            "from": "2020-01",
            "bullets": [
                "Deployed PyTorch rankers to production for 4,500,000 users in Enugu; Okonkwo led it, p99 of 40 ms since 2021",
            ],
        }
    ],
    "degree": "MSc Physics",
    "school": "University of Nsukka",
}
SECRETS = (
    "Grace",
    "Okonkwo",
    "she/her",
    "She ",
    "1988",
    "Enugu",
    "Nigeria",
    "inbox.example",
    "555 0101",
    "graceok",
    "Nsukka",
)


@pytest.fixture(scope="module")
def resume() -> Resume:
    resume = resume_of(PERSON)
    resume.basics = Basics(
        name="Grace Okonkwo",
        email="grace.ok@inbox.example",
        phone="+234 803 555 0101",
        location=Location(text="Enugu, Nigeria", city="Enugu", country="Nigeria"),
        profiles=[Profile(network="GitHub", username="graceok", url="https://github.com/graceok")],
    )
    resume.education[0].endDate = "2012"
    return resume


def test_nothing_that_tells_who_stays(judged: Callable[..., Assessment], resume: Resume) -> None:
    seen = judged(resume)
    hidden = blind(seen, resume)
    written = hidden.model_dump_json()
    assert [secret for secret in SECRETS if secret in written] == []
    assert hidden.name is None


def test_figures_and_evidence_stay(judged: Callable[..., Assessment], resume: Resume) -> None:
    seen = judged(resume)
    hidden = blind(seen, resume)
    assert (hidden.score, hidden.range, hidden.experience) == (seen.score, seen.range, seen.experience)
    assert [d.points for d in hidden.dimensions] == [d.points for d in seen.dimensions]
    quotes = [e.quote for d in hidden.dimensions for e in d.evidence]
    assert any("4,500,000 users" in quote and "40 ms since 2021" in quote for quote in quotes)


def test_repositories_are_numbered_and_their_code_names_nobody(
    judged: Callable[..., Assessment], resume: Resume
) -> None:
    seen = judged(resume)
    seen.dimensions[0].evidence += [
        Evidence(
            quote="from okonkwo_tools import go",
            page=0,
            line=3,
            section="code",
            file="okonkwo-rankers/src/grace_go.py",
        ),
        Evidence(quote="FROM python:3.12", page=0, line=1, section="code", file="plans/Dockerfile"),
        Evidence(
            quote="See okonkwo-rankers", page=0, line=9, section="code", file="okonkwo-rankers/README.md"
        ),
    ]
    code = [e for e in blind(seen, resume).dimensions[0].evidence if e.file]
    assert [e.file for e in code] == [
        "repository-1/src/[name]_go.py",
        "repository-2/Dockerfile",
        "repository-1/README.md",
    ]
    assert [e.quote for e in code] == ["from [name]_tools import go", "FROM python:3.12", "See repository-1"]


def test_the_blind_resume_keeps_jobs_and_loses_the_person(resume: Resume) -> None:
    hidden = blind_resume(resume)
    written = hidden.model_dump_json()
    assert [secret for secret in (*SECRETS, "2012") if secret in written] == []
    assert hidden.work[0].startDate == "2020-01"
    assert hidden.education[0].studyType == "MSc"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cut latency from 1,200 ms to 80 ms in 2021-2023",
            "Cut latency from 1,200 ms to 80 ms in 2021-2023",
        ),
        ("99.95% availability over 12 months", "99.95% availability over 12 months"),
        ("Rolled out to 14 plants, 2019 to 2022", "Rolled out to 14 plants, 2019 to 2022"),
        ("Call +44 161 496 0123 today", "Call [contact] today"),
        ("Studied at the University of Leeds", "Studied at the [school]"),
        ("Date of birth: 03/04/1990", "[personal]"),
        ("He and his team", "they and they team"),
    ],
)
def test_patterns(text: str, expected: str) -> None:
    assert Mask(Resume())(text) == expected


@settings(max_examples=60, deadline=None)
@given(
    first=st.sampled_from(["Ana", "Björn", "Mai", "Will", "An-Li", "O'Shea"]),
    last=st.sampled_from(["Strand", "De la Cruz", "Nakamura", "Smith-Jones", "Lê"]),
    school=st.sampled_from(["Oakdale High", "Escuela Norte", "TU Wien"]),
    city=st.sampled_from(["Porto", "Kraków", "New Haven"]),
)
def test_whatever_the_name_it_is_masked(first: str, last: str, school: str, city: str) -> None:
    text = f"{first} {last} of {city} studied at {school}. {last.upper()} wrote this."
    statement = Statement(text=text, page=1, line=1, bbox=(0, 0, 1, 1), section="summary")
    resume = Resume(
        basics=Basics(name=f"{first} {last}", location=Location(text=city), summary=[statement]),
        work=[Work(name="Acme", location=city)],
        education=[Education(institution=school)],
        statements=[statement],
    )
    masked = Mask(resume)(text)
    assert not [word for word in (f"{first} {last}", last, last.upper(), school, city) if word in masked], (
        masked
    )


def test_a_file_name_tells_nothing() -> None:
    assert blind_path("/home/x/Grace_Okonkwo_CV.PDF", "ab12cd34ef") == "candidate-ab12cd34.pdf"
    assert blind_path("C:\\cvs\\grace", "ab12cd34ef") == "candidate-ab12cd34"
