"""Forms of the government: what they ask of a job beside its names and dates, places with state and country, majors."""

from __future__ import annotations

import pytest

from aiscreen.parsing.words.places import is_place
from aiscreen.parsing.words.schools import degree_in
from tests.parsing.build import HEADER, L, heading, resume

JOBS = [
    ("Federal Office of Harbour Grants", "Washington, DC United States", "09/2018 - Present", "Management Analyst", "Monitor grants"),
    ("Maryland Department of Ferries", "Annapolis, MD United States", "02/2014 - 08/2018", "Budget Analyst", "Prepared budgets"),
    ("Chesapeake Pantry", "Baltimore, MD United States", "06/2012 - 01/2014", "Program Coordinator", "Coordinated pantries"),
]  # fmt: skip


@pytest.mark.parametrize("title_first", [False, True])
def test_a_job_with_what_a_form_asks(title_first: bool) -> None:
    lines: list[L | str] = [*HEADER, heading("Work Experience")]
    for name, place, dates, title, duty in JOBS:
        titled = f"**{title}** (GS-0343-12)"
        lines += (
            [L(f"**{name}**", gap=8.0), place, dates]
            if not title_first
            else [L(titled, gap=8.0), name, place, dates]
        )
        lines += ["**Salary:** $98,496 per year", "**Hours per week:** 40"]
        lines += [titled] if not title_first else []
        lines += [
            "**Duties, Accomplishments and Related Skills:**",
            L(f"{duty} of all ten offices", bullet=True),
        ]
        lines += ["**Supervisor:** Lorraine Pruitt (202-555-0177), may contact"]
    made = resume(lines)
    assert [(job.name, job.location, job.position) for job in made.work] == [
        (name, place, title) for name, place, _, title, _ in JOBS
    ]
    assert [job.startDate for job in made.work] == ["2018-09", "2014-02", "2012-06"]
    assert [[said.text for said in job.highlights] for job in made.work] == [
        [f"{duty} of all ten offices"] for *_, duty in JOBS
    ]


def test_a_state_and_its_country() -> None:
    assert is_place("Washington, DC United States") and is_place("Denver, CO USA")
    assert not is_place("Analyst, IT Australia")


@pytest.mark.parametrize(
    ("text", "degree"),
    [("Morgan State University, Baltimore, MD", False), ("Dover, MA 02030", False), ("Jane Doe, MD", True)],
)
def test_a_state_is_no_degree(text: str, degree: bool) -> None:
    assert (degree_in(text) is not None) == degree


def test_a_major_under_its_label() -> None:
    made = resume(
        [
            *HEADER,
            heading("Education"),
            "Morgan State University, Baltimore, MD United States",
            "Master of Public Administration 05/2012",
            "GPA: 3.7 of a maximum 4.0",
            "Major: Public Policy",
        ]
    )
    course = made.education[0]
    assert (course.institution, course.studyType, course.area, course.endDate) == (
        "Morgan State University",
        "Master of Public Administration",
        "Public Policy",
        "2012-05",
    )


def test_letters_behind_a_name_are_no_headline() -> None:
    made = resume(
        [
            L("Dr Ines Okafor", size=17.0, bold=True),
            "MBChB, BSc, MRCEM",
            "Specialty Registrar in Emergency Medicine",
            "ines.okafor@post.example | +44 7700 900 123",
            heading("Education"),
            "2011–2016 || MBChB Medicine, University of Leeds",
        ]
    )
    assert made.basics.label == "Specialty Registrar in Emergency Medicine"
    assert (made.education[0].studyType, made.education[0].area) == ("MBChB", "Medicine")


def test_start_and_end_in_fields_of_their_own() -> None:
    made = resume(
        [
            *HEADER,
            heading("Professional Experience"),
            "Employer: Piedmont Health Administration",
            "Job Title: Contract Specialist",
            "Series and Grade: GS-1102-12",
            "Start Date: 03/2017",
            "End Date: Present",
            "Hours per week: 40",
            "Duties:",
            L("Awarded 130 contracts", bullet=True),
            "Employer: Savannah Depot",
            "Job Title: Purchasing Agent",
            "Series and Grade: GS-1105-07",
            "Start Date: 08/2012",
            "End Date: 02/2017",
            "Hours per week: 40",
            "Duties:",
            L("Placed orders for pallets", bullet=True),
        ]
    )
    assert [(job.name, job.position, job.startDate, job.endDate, job.current) for job in made.work] == [
        ("Piedmont Health Administration", "Contract Specialist", "2017-03", None, True),
        ("Savannah Depot", "Purchasing Agent", "2012-08", "2017-02", False),
    ]
    assert [[said.text for said in job.highlights] for job in made.work] == [
        ["Awarded 130 contracts"],
        ["Placed orders for pallets"],
    ]


def test_what_a_form_asks_beside_names() -> None:
    made = resume(
        [
            *HEADER,
            heading("Work Experience"),
            "**Logistics Specialist**, GS-0346-12 || 04/2019 to Present",
            "Stores Command, Fort Lee, VA 23801 || Hours per week: 40",
            "Supervisor: Neil Osborne (may contact) || Salary: $94,373 per year",
            L("Directed stock of 9,000 lines", bullet=True),
            L("**Supply Technician**, GS-2005-07 || 01/2014 to 03/2019", gap=8.0),
            "Tidewater Annex, Norfolk, VA 23511 || Hours per week: 40",
            "Supervisor: Gail Pruett (may contact) || Salary: $49,210 per year",
            L("Issued parts to 14 ships", bullet=True),
        ]
    )
    assert [(job.name, job.position, job.startDate, job.endDate) for job in made.work] == [
        ("Stores Command", "Logistics Specialist", "2019-04", None),
        ("Tidewater Annex", "Supply Technician", "2014-01", "2019-03"),
    ]


def test_a_headline_with_its_grade() -> None:
    lines: list[L | str] = [L("Ines Okafor", size=22.0, bold=True), "Program Analyst, GS-0343-13", HEADER[2]]
    assert resume([*lines, heading("Skills"), "Excel, Access"]).basics.label == "Program Analyst, GS-0343-13"
