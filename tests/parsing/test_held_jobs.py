"""Jobs told over a few sentences: the employer in one, the titles there and since when in others."""

from __future__ import annotations

import pytest

from aiscreen.models.resume import Resume
from tests.parsing.test_forms_and_wraps import text

TOP = "Ada Berg\nada@post.example\n\n"
DONE = "My model tells forty shops how much bread to bake, and bakers override one number in twelve.\n"


def jobs(found: Resume) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(job.name, job.position, job.startDate, job.endDate) for job in found.work]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Tarn Bakeries runs forty shops. I came in 2019 as a Java developer and have been its data scientist since May 2022.",
            [("Tarn Bakeries", "Java developer", "2019", "2022-05"), ("Tarn Bakeries", "data scientist", "2022-05", None)],
        ),
        (
            "Tarn Bakeries runs forty shops. They hired me in 2018 as an analyst, and since March 2021 I have been their machine learning engineer.",
            [("Tarn Bakeries", "analyst", "2018", "2021-03"), ("Tarn Bakeries", "machine learning engineer", "2021-03", None)],
        ),
        (
            "I am the NLP engineer of Tarn Bakeries, a chain of shops. I arrived in January 2022 from the sales team, where I had been an analyst since 2017.",
            [("Tarn Bakeries", "analyst", "2017", "2022-01"), ("Tarn Bakeries", "NLP engineer", "2022-01", None)],
        ),
        (
            "Tarn Bakeries (forty shops) employs me as a data scientist. I started in September 2019.",
            [("Tarn Bakeries", "data scientist", "2019-09", None)],
        ),
        (
            "I look after the models at Tarn Bakeries. My job there is called MLOps engineer and I have had it since 2020.",
            [("Tarn Bakeries", "MLOps engineer", "2020", None)],
        ),
        (
            "I have been with Tarn Bakeries for six years, first as a process engineer (2019 to 2021) and now as the person responsible for machine learning.",
            [("Tarn Bakeries", "process engineer", "2019", "2021"), ("Tarn Bakeries", "person responsible for machine learning", "2021", None)],
        ),
    ],
)  # fmt: skip
def test_positions_in_turn_at_one_employer(
    told: str, expected: list[tuple[str, str, str, str | None]]
) -> None:
    found = text(f"{TOP}{told}\n\n{DONE}")
    assert jobs(found) == expected
    assert [said.text for said in found.work[-1].highlights or found.work[-1].summary] == [DONE.strip()]


def test_a_job_of_which_no_end_is_told_stops_where_the_next_begins() -> None:
    found = text(
        f"{TOP}In 2015 I joined Sava Telecom as a network engineer and stayed for three years.\n\n"
        "In 2019 Tarn Bank took me on as a data scientist. I made the scorecards of its branches.\n\n"
        f"I moved to Tarn Bakeries in 2022, where I am now a machine learning engineer. {DONE}"
    )
    assert jobs(found) == [
        ("Sava Telecom", "network engineer", "2015", "2018"),
        ("Tarn Bank", "data scientist", "2019", "2022"),
        ("Tarn Bakeries", "machine learning engineer", "2022", None),
    ]


def test_a_position_that_is_told_again_with_what_was_done() -> None:
    found = text(
        f"{TOP}Tarn Bakeries runs forty shops. I came in 2019 as a Java developer and have been its data scientist since May 2022.\n\n"
        f"{DONE}\nAs a developer (2019 to 2022): order management and a queue that never waits.\n"
    )
    assert jobs(found) == [
        ("Tarn Bakeries", "data scientist", "2022-05", None),
        ("Tarn Bakeries", "developer", "2019", "2022"),
    ]


def test_years_spent_without_a_title() -> None:
    found = text(
        f"{TOP}Since May 2020 I have worked for Tarn Bakeries as a data scientist. {DONE}\n"
        "Before that I spent four years (2016 to 2020) at Sava Systems writing menus in Java.\n"
    )
    assert jobs(found) == [
        ("Tarn Bakeries", "data scientist", "2020-05", None),
        ("Sava Systems", None, "2016", "2020"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Oslo grows every year. I came in 2019 and have been a fan of its trams since 2020.",
        "Python rules my days. I started with it in 2015 as a hobby and have been happy since 2020.",
        "I am a pastry cook who became a programmer. Until 2019 I made cakes in a small shop.",
    ],
)
def test_what_is_no_job(said: str) -> None:
    assert jobs(text(f"{TOP}{said}\n\nSkills\nPython, SQL\n")) == []


MINE = "I made the program that tells forty shops how much bread to bake, and it has run since May 2022. "
TESTED = "Each release has to get through two hundred mornings on record before a baker sees it, and I read the odd ones."


def test_paragraphs_above_the_first_job_that_was_understood_tell_of_work() -> None:
    found = text(
        f"{TOP}Bread is what I think about all day, and the flour that it takes.\n\n{MINE}Bakers override one number in twelve.\n\n{TESTED}\n\n"
        "Earlier, from 2016 to 2019, I was an analyst at Tarn Bank.\n"
    )
    assert jobs(found) == [(None, None, None, None), ("Tarn Bank", "analyst", "2016", "2019")]
    assert [said.text for said in found.basics.summary] == [
        "Bread is what I think about all day, and the flour that it takes."
    ]
    assert found.work[0].highlights[-1].text == TESTED
