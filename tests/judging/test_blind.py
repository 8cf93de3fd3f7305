"""Blind reading: nothing that tells who somebody is stays, the figures do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiscreen.judging.blind import Mask, blind, blind_path, blind_resume
from aiscreen.matching import Matcher
from aiscreen.models.assessment import Assessment, Evidence
from aiscreen.models.portfolio import Mark, RepoEvidence
from aiscreen.models.resume import Basics, Education, Location, Profile, Resume, Statement, Work
from aiscreen.taxonomy import Taxonomy
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


def test_a_question_about_code_names_neither_its_repository_nor_its_commit(
    judged: Callable[..., Assessment], resume: Resume
) -> None:
    note = "2 commits (0a1b2c3d4e, 4f5a6b7c8d) brought 12 files in whole; commit 9e8d7c6b5a brought 3 files in whole"
    mark = Mark(id="imported", name="Brought in whole", note=note)
    repo = RepoEvidence(name="okonkwo-rankers", path="okonkwo-rankers", strength=0.4, marks=[mark])
    seen = judged(resume, repos=[repo])
    (asked,) = (q for q in blind(seen, resume, repositories=[repo.name]).questions if "in whole" in q.ask)
    assert asked.ask.startswith("Code in repository-1 came")
    assert asked.because == (
        "2 commits ([contact]) brought 12 files in whole; commit [contact] brought 3 files in whole"
    )


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
        ("Call +212 6 61 55 01 23 today", "Call [contact] today"),
        ("Call +33 (0)6 12 34 56 78 today", "Call [contact] today"),
        ("Raised recall by +3 4 times in 2020 2021", "Raised recall by +3 4 times in 2020 2021"),
        ("Studied at the University of Leeds", "Studied at the [school]"),
        ("Date of birth: 03/04/1990", "[personal]"),
        ("He and his team", "They and their team"),
        ("She carries the pager", "They carry the pager"),
    ],
)
def test_patterns(text: str, expected: str) -> None:
    assert Mask(Resume())(text) == expected


FIRST = [
    "Ana",
    "Björn",
    "Mai",
    "Oluwaseun",
    "An-Li",
    "Fatima",
    "Nguyễn",
    "Jean-Baptiste",
    "Ngozi",
    "Søren",
    "Xiulan",
    "Aoife",
    "Дмитрий",
]
LAST = [
    "Strand", "De la Cruz", "Nakamura", "Bello-Khan", "O'Shea", "van der Berg", "Adébáyọ̀", "Kowalska", "Al-Rashid", "Venkataraman-Holt",
    "García Márquez", "Þórsdóttir", "bin Salman", "Волкова", "Mac Giolla",
]  # fmt: skip
PARTICLES = {"de", "la", "van", "der", "al", "bin", "mac", "an", "li", "o", "shea"}


@settings(max_examples=120, deadline=None)
@given(
    first=st.sampled_from(FIRST),
    last=st.sampled_from(LAST),
    school=st.sampled_from(["Oakdale High", "Escuela Norte", "TU Wien"]),
    city=st.sampled_from(["Porto", "Kraków", "New Haven"]),
)
def test_whatever_the_name_it_is_masked(first: str, last: str, school: str, city: str) -> None:
    family = [part for part in re.split(r"[ -]", last) if part.casefold() not in PARTICLES]
    text = (
        f"{first} {last} of {city} studied at {school}. {last.upper()} wrote this, {first[0]}. {last} too. "
        + " ".join(
            f"{part} led 4 teams; {part}'s code is in {part.lower()}_tools and {part.lower()}rank."
            for part in family
        )
    )
    statement = Statement(text=text, page=1, line=1, bbox=(0, 0, 1, 1), section="summary")
    resume = Resume(
        basics=Basics(name=f"{first} {last}", location=Location(text=city), summary=[statement]),
        work=[Work(name="Acme", location=city)],
        education=[Education(institution=school)],
        statements=[statement],
    )
    masked = Mask(resume)(text).casefold()
    assert not [word for word in (first, last, *family, school, city) if word.casefold() in masked], masked
    assert "led 4 teams" in masked


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Priya Venkataraman-Holt", "P. Venkataraman-Holt, J. Smith", "[name], J. Smith"),
        ("Priya Venkataraman-Holt", "Holt P.V. et al.", "[name] et al."),
        ("Fatima Bello-Khan", "F.B.K. and F. B. Khan wrote it", "[name] and [name] wrote it"),
        ("Priya Venkataraman-Holt", "the priyarank library of pvholt", "the [name] library of [name]"),
        ("王小明", "小明的模型", "[name]的模型"),
        ("Ines Martin", "Pipelines for machines of a business", "Pipelines for machines of a business"),
        ("Mark Stone", "A benchmark, a milestone and a high-water mark", "A benchmark, a milestone and a high-water mark"),
        ("Jan Kowalski", "Jan 2020 – Mar 2021: Jan led it", "Jan 2020 – Mar 2021: [name] led it"),
        ("An Nguyen", "An NLP system by Nguyen", "An NLP system by [name]"),
        ("Grace Chen", "with grace, in a kitchen", "with grace, in a kitchen"),
        ("Amara Okafor", "Pushed by amara92, who keeps the Okafors' repository", "Pushed by [name], who keeps the [name]' repository"),
    ],
)  # fmt: skip
def test_names_and_words_like_them(name: str, text: str, expected: str) -> None:
    assert Mask(Resume(basics=Basics(name=name)))(text) == expected


def test_a_tool_with_the_candidates_name_stays(shipped: Taxonomy) -> None:
    matcher = Matcher(shipped)
    resume = Resume(basics=Basics(name="Ray Spark", location=Location(text="Phoenix", city="Phoenix")))
    mask = Mask(resume, tools=lambda text: [(m.start, m.end) for m in matcher.find(text)])
    assert mask("Ray built pipelines in Ray Serve and Apache Spark") == (
        "[name] built pipelines in Ray Serve and Apache Spark"
    )
    assert mask("Ray Spark, Phoenix: traces in Arize Phoenix") == "[name], [place]: traces in Arize Phoenix"


TOLD = [
    ("Presented at the Women in Machine Learning workshop", "Presented at the [group] workshop"),
    ("Mentored girls at Leeds Grammar School", "Mentored [personal] at [school]"),
    ("The first woman on her team; mother of two", "The first [personal] on their team; [personal]"),
    ("captain of the women's cricket team", "captain of [group]"),
    ("Society of Black Engineers, Muslims in Tech", "[group]"),
    ("Treasurer, Hindu Temple Leeds", "Treasurer, [group]"),
    ("Native speaker of Tamil; English (native)", "Fluent speaker of Tamil; English (fluent)"),
    ("14 Larch Street, Leeds LS6 2AB", "[contact]"),
    ("Hauptstraße 12, 10115 Berlin", "[contact], [place]"),
    ("Twitter: @priyacodes", "Twitter: [contact]"),
    ("Married, two children. US citizen", "[personal]. [personal]"),
    ("Born 3 March 1981", "[personal]"),
    ("Graduated from IIT Bombay in 2003", "Graduated from [school] in [year]"),
    ("Lycée Louis-le-Grand; Universität Wien; ETH Zürich", "[school]; [school]; [school]"),
    ("MSc Physics, 2012", "MSc Physics, [year]"),
    ("Moved from Chennai to Yorkshire", "Moved from [place] to [place]"),
    ("She leads 4 engineers; her lead praised her for it", "They lead 4 engineers; their lead praised them for it"),
    ("He’s the owner and carries his pager himself", "They’re the owner and carries their pager themselves"),
    ("He was promoted and has led 4; he or she gave her 3 teams", "They were promoted and have led 4; they gave them 3 teams"),
    ("Father and mentor; as a mother, I", "Father and mentor; as a [personal], I"),
    ("Led the Black Employee Network and Pride ERG", "Led the [group] and [group]"),
    ("German national with Turkish roots", "[personal] with [personal]"),
    ("Nationality: Nigerian | Sex: F", "[personal] | [personal]"),
    ("Chairman and spokeswoman; alumna", "Chair and spokesperson; graduate"),
]  # fmt: skip
UNTOLD = [
    "women's clothing recommender for 2 million shoppers",
    "Classified male and female voices; man-in-the-middle attacks; human-in-the-loop",
    "parent process and child nodes; a model for 2 million children",
    "cloud-native services and native Kubernetes",
    "MIT-licensed library, OpenAI Gymnasium, Stanford CoreNLP, Berkeley DB",
    "Black box models, isort and Black, alpha-beta pruning, Delta Lake and Kappa architecture",
    "English to French translation; Indian Railways; Arabic OCR for 3 banks",
    "Moved from Java to Python and relocated 3 services to GCP",
    "precision@10 and recall@k for ML Lead @ Google",
    "connected 20 Google Drive folders",
    "Member of the committee 2013-2016 2009-2012 2006-2008",
    "Built search for 40 universities and a school district, 2021",
    "Led the launch in Jan 2021; 45 ms p99",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_tells_who_somebody_is(text: str, expected: str) -> None:
    assert Mask(Resume())(text) == expected


@pytest.mark.parametrize("text", UNTOLD)
def test_what_tells_nothing_stays(text: str) -> None:
    assert Mask(Resume())(text, "work") == text


def test_a_file_name_tells_nothing() -> None:
    assert blind_path("/home/x/Grace_Okonkwo_CV.PDF", "ab12cd34ef") == "candidate-ab12cd34.pdf"
    assert blind_path("C:\\cvs\\grace", "ab12cd34ef") == "candidate-ab12cd34"
