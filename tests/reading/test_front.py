"""Front matter that tells whose page it is, or holds the résumé itself."""

from __future__ import annotations

import pytest

from aiscreen.parsing import parse
from aiscreen.reading import read

JOBS = "## Experience\n### Analyst, Rill | 2017 - 2019\n- Did it\n"


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("name: Mira Okonkwo", "Mira Okonkwo"),
        ("title: CV\nauthor: Mira Okonkwo", "Mira Okonkwo"),
        ("title: Mira Okonkwo's CV", "Mira Okonkwo"),
        ("title: Curriculum Vitae of Mira Okonkwo", "Mira Okonkwo"),
        ("title: Data Science Portfolio", None),
        ("title: My CV", None),
        ("author: mokonkwo", None),
        ("author:\n  name: [1", None),
        ("title: 7\nname: 7", None),
    ],
)
def test_whose_page_it_is(front: str, name: str | None) -> None:
    assert parse(read("a.md", data=f"---\n{front}\n---\n{JOBS}".encode())).basics.name == name


def test_a_name_that_the_page_says_itself_is_written_once() -> None:
    found = read("a.md", data=f"---\nauthor: Mira Okonkwo\n---\n# Mira Okonkwo\n{JOBS}".encode())
    assert found.text.count("Mira Okonkwo") == 1


def test_a_resume_in_front_matter() -> None:
    text = """---
name: Mira Okonkwo
title: Data Scientist
email: mira@okonkwo.example
location: Leeds, UK
experience:
  - company: Tarn Rail
    role: Data Scientist
    start: 2020-01-01
    end: present
    highlights:
      - Built the forecast of delays
  - company: Rill
    title: Analyst
    period: 2017 - 2019
    description: [Wrote reports, Drew maps]
  - 3
education:
  - school: University of Leeds
    degree: MSc Statistics
    year: 2016
skills:
  Languages: [Python, SQL]
  Tools: Git, Docker
languages:
  - name: French
    level: C1
---
"""
    made = parse(read("a.md", data=text.encode()))
    basics = made.basics
    assert (basics.name, basics.label, basics.email) == (
        "Mira Okonkwo",
        "Data Scientist",
        "mira@okonkwo.example",
    )
    assert basics.location is not None and basics.location.text == "Leeds, UK"
    assert [(job.name, job.position, job.startDate, job.endDate, job.current) for job in made.work] == [
        ("Tarn Rail", "Data Scientist", "2020-01", None, True),
        ("Rill", "Analyst", "2017", "2019", False),
    ]
    assert [[said.text for said in job.highlights] for job in made.work] == [
        ["Built the forecast of delays"],
        ["Wrote reports", "Drew maps"],
    ]
    assert [(one.institution, one.studyType, one.area, one.endDate) for one in made.education] == [
        ("University of Leeds", "MSc", "Statistics", "2016")
    ]
    assert [(group.name, group.keywords) for group in made.skills] == [
        ("Languages", ["Python", "SQL"]),
        ("Tools", ["Git", "Docker"]),
    ]
    assert [(one.language, one.fluency) for one in made.languages] == [("French", "C1")]


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [*a]\nname: x y",
        "name: !!python/object:os.system x",
        "work: [[[[" + "[" * 3000,
        "jobs: 3\neducation: {}",
    ],
)
def test_hostile_front_matter_is_passed_over(front: str) -> None:
    assert read("a.md", data=f"---\n{front}\n---\nHello\n".encode()).lines[-1].text == "Hello"
