"""What further layouts showed: short forms of "today", lists of further matters, tables of times, degrees in pairs."""

from __future__ import annotations

import pytest

from aiscreen.parsing.dates import find
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.places import is_place, place_score
from tests.parsing.build import HEADER, L, heading, resume


@pytest.mark.parametrize("text", ["2021 – auj.", "2021 - auj", "01/2021–act.", "desde 2021"])
def test_short_forms_of_today(text: str) -> None:
    (dates,) = find(text)
    assert (dates.current, dates.stop) == (True, len(text))


@pytest.mark.parametrize("text", ["Bar, Montenegro", "Lubango, Angola", "Agadir, Maroc"])
def test_small_countries_are_known(text: str) -> None:
    assert place_score(text) > 0.5
    assert not is_place("Angola Freight")


def test_a_name_that_is_said_at_the_top() -> None:
    made = resume([heading("Hello,"), L("I’m Ines Okafor-Lund", size=22, bold=True), "ines@post.example"])
    assert made.basics.name == "Ines Okafor-Lund"


def test_internships_and_training_are_work() -> None:
    assert name_of("INTERNSHIP AND TRAINING") == ("work", True)


def test_an_item_that_ends_in_dates_goes_on_below() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "**Data Engineer** | Quarry Freight",
            "Jul 2021 – Present | Leeds, UK",
            L("Wrote the plan for right-to-left scripts and ran it market by market with everybody from", x=65, bullet=True),
            L("January to April 2023", x=65),
            L("Met sixty candidates", x=65, bullet=True),
        ]
    )  # fmt: skip
    (job,) = made.work
    assert (job.startDate, job.current, [said.text[-26:] for said in job.highlights]) == (
        "2021-07",
        True,
        ["from January to April 2023", "Met sixty candidates"],
    )


def test_the_last_item_above_a_second_position_is_no_head() -> None:
    """As word processors set lists, flush with the heads."""
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            L("Harrow Consulting || Boston, MA", bold=True),
            "Manager || Aug 2022 – Present",
            L("Led five people", bullet=True),
            L("Built the first toolkit, used in 14 mergers", bullet=True),
            "Associate || Aug 2020 – Jul 2022",
            L("Ranked first in both reviews", bullet=True),
        ]
    )
    assert [(job.position, len(job.highlights)) for job in made.work] == [("Manager", 2), ("Associate", 1)]


def test_a_list_of_further_matters_names_each() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Analyst, Quarry Freight || 2019 - 2021",
            heading("Additional Information"),
            L("Tools: SQL, Alteryx, Tableau", bullet=True),
            L("Languages: English (native), Dutch (basic)", bullet=True),
            L("Interests: Open-water swimming, letterpress", bullet=True),
        ]
    )
    assert [(group.name, group.keywords) for group in made.skills] == [
        ("Tools", ["SQL", "Alteryx", "Tableau"])
    ]
    assert [tongue.language for tongue in made.languages] == ["English", "Dutch"]


def test_a_table_of_times_and_whatever_there_was() -> None:
    made = resume(
        [
            *HEADER,
            heading("Education"),
            L("Year / Month || Details", bold=True),
            "2011.04 - 2015.03 || Yokote National University",
            "Bachelor of Engineering, Systems Engineering",
        ]
    )
    (course,) = made.education
    assert (course.studyType, course.area) == ("Bachelor of Engineering", "Systems Engineering")


@pytest.mark.parametrize(
    ("text", "degree", "area"),
    [
        ("BSc and Licentiate in Mathematical Engineering", "BSc and Licentiate", "Mathematical Engineering"),
        ("Mechatronik, Abschluss: Diplom-Ingenieur", "Diplom-Ingenieur", "Mechatronik"),
    ],
)
def test_degrees_in_pairs_and_behind_their_label(text: str, degree: str, area: str) -> None:
    made = resume([*HEADER, heading("Education"), "2009 - 2014 || University of Leeds", text])
    assert [(course.studyType, course.area) for course in made.education] == [(degree, area)]


def test_a_rank_that_a_form_asks_for_is_no_title() -> None:
    lines: list[L | str] = []
    for firm, grade, title in (
        ("Bureau of Records", "GS-2210-12", "IT Specialist"),
        ("United States Air Force", "E-5, Staff Sergeant", "Weather Balloons and Kites"),
    ):
        lines += [L(firm, bold=True, gap=10), "06/2007 - 06/2013", "Hours per week: 40"]
        lines += [f"Series, grade: {grade}", L(title, bold=True)]
        lines += [L("Kept the network of 5,200 users", x=65, bullet=True)]
    made = resume([*HEADER, heading("Experience"), *lines])
    assert [job.position for job in made.work] == ["IT Specialist", "Weather Balloons and Kites"]
