"""Heads and headings that real people write: legal endings, two titles in one, margins, sub-labels."""

from __future__ import annotations

import pytest

from aiscreen.parsing.heads.nameable import nameable
from tests.parsing.build import HEADER, L, heading, resume


@pytest.mark.parametrize(
    ("head", "position", "firm"),
    [
        ("VP, Data & AI, Bright & Sons, Inc. || 2019 - 2021", "VP, Data & AI", "Bright & Sons, Inc."),
        ("Data Engineer, Orchard Street, Ltd., Leeds, UK || 2019 - 2021", "Data Engineer", "Orchard Street, Ltd."),
        ("Tech Lead / Manager, Orchard Street, Leeds, UK || 2019 - 2021", "Tech Lead / Manager", "Orchard Street"),
        ("Tech Lead / Manager || Orchard Street || 2019 - 2021", "Tech Lead / Manager", "Orchard Street"),
        ("Engineer, Quarry Freight, Singapore || 2019 - 2021", "Engineer", "Quarry Freight"),
        ("Orchard Street GmbH, Berlin || Data Engineer || 2019 - 2021", "Data Engineer", "Orchard Street GmbH"),
    ],
)  # fmt: skip
def test_one_line_heads(head: str, position: str, firm: str) -> None:
    made = resume([*HEADER, heading("Experience"), head, L("Ran the nightly job", x=65, bullet=True)])
    assert [(job.position, job.name) for job in made.work] == [(position, firm)]


@pytest.mark.parametrize("second", ["Sr. Director of Engineering (Machine Learning)", "Chief of Numbers", "Wrangler (Data)"])  # fmt: skip
def test_a_second_position_at_one_company(second: str) -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            L("Bright & Sons", bold=True, gap=10),
            L("VP of Engineering", gap=4),
            L("Jan. '23 – Present, Leeds"),
            L("Ran four teams", x=65, bullet=True),
            L("Wrote the plan for the year", x=65, bullet=True),
            L(second, gap=4),
            L("Jun. '20 – Dec. '22, Leeds"),
            L("Built the first model", x=65, bullet=True),
            L("Orchard Street", bold=True, gap=10),
            L("Data Engineer", gap=4),
            L("May '18 – Jun. '20, York"),
            L("Moved the ledgers", x=65, bullet=True),
        ]
    )
    assert [(job.position, job.name, job.startDate) for job in made.work] == [
        ("VP of Engineering", "Bright & Sons", "2023-01"),
        (second, "Bright & Sons", "2020-06"),
        ("Data Engineer", "Orchard Street", "2018-05"),
    ]


def test_a_label_in_the_words_of_a_heading_stays_in_its_section() -> None:
    for name in ("Methods", "Languages", "Gegevens", "Projects"):
        made = resume(
            [
                *HEADER,
                heading("Experience"),
                "Engineer, Acme Ltd || 2019 - 2021",
                L("Ran the nightly job", x=65, bullet=True),
                heading("SKILLS"),
                L(name, bold=True),
                "Python, Kafka, SQL",
                L("Platform", bold=True),
                "Docker, Terraform",
                heading("EDUCATION"),
                "University of York, MSc Statistics || 2015 - 2017",
            ]
        )
        assert [(s.name, s.keywords) for s in made.skills] == [
            (name, ["Python", "Kafka", "SQL"]),
            ("Platform", ["Docker", "Terraform"]),
        ]
        assert len(made.work) == len(made.education) == 1


def test_a_date_broken_at_the_edge_is_one_range() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Junior Programmer, Orchard Street || Aug 2007 – Dec",
            "2008",
            L("Kept the printers alive", x=65, bullet=True),
            "Data Engineer, Pennine Water || Jan 2009 – May 2012",
            L("Moved the ledgers", x=65, bullet=True),
        ]
    )
    assert [(job.name, job.startDate, job.endDate) for job in made.work] == [
        ("Orchard Street", "2007-08", "2008-12"),
        ("Pennine Water", "2009-01", "2012-05"),
    ]


def test_a_margin_of_headings_and_dates() -> None:
    main = [
        L("Ines Okafor", x=200, size=22, block=1),
        L("ines@post.example", x=200, block=1),
        L("Engineer at Acme Ltd", x=200, gap=28.6, block=1),  # top 110
        L("Ran the nightly job", x=215, bullet=True, block=1, gap=3),
        L("Analyst at Pennine Water", x=200, gap=23, block=1),  # top 160
        L("Counted the leaks of the county", x=215, bullet=True, block=1, gap=3),
        L("University of York", x=200, gap=23, bold=True, block=1),  # top 210
        L("MSc: Statistics", x=215, bullet=True, block=1, gap=3),
    ]
    margin = [
        L("Experience", size=12, block=2, gap=68),  # top 108
        L("2019-03 to Present", size=8, gap=3, block=2),
        L("2016-01 to 2019-02", size=8, gap=40, block=2),
        L("Education", size=12, gap=23, block=2),
        L("2013-09 to 2015-06", size=8, gap=3, block=2),
    ]
    made = resume([*main, *margin])
    assert [(job.position, job.name, job.startDate) for job in made.work] == [
        ("Engineer", "Acme Ltd", "2019-03"),
        ("Analyst", "Pennine Water", "2016-01"),
    ]
    assert [(course.institution, course.studyType, course.area) for course in made.education] == [
        ("University of York", "MSc", "Statistics")
    ]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Career Services Experience", 1),
        ("COACHING EXPERIENCE", 1),
        ("Experience in Education", 1),
        ("Education", 0),
    ],
)
def test_experience_of_any_kind_is_work(name: str, wanted: int) -> None:
    made = resume(
        [*HEADER, heading("Skills"), "Python, SQL", heading(name), "Tutor, University of York || 2019 - 2021"]
    )
    assert len(made.work) == wanted


def test_what_names_no_study_is_no_course() -> None:
    made = resume(
        [
            *HEADER,
            heading("Education"),
            "MSc Statistics, Towson University, Towson, MD || 2017",
            "Perfect attendance, 2016",
        ]
    )
    (course,) = made.education
    assert (course.institution, course.studyType, course.area) == ("Towson University", "MSc", "Statistics")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Migrated ledgers to the queue", False), ("enhancement of a web application", False), ("August", False), ("Duties: teaching English", False), ("x", False),
        ("United Parcel Service", True), ("Advanced Micro Devices", True), ("Associated Press", True), ("la Caixa", True), ("eBay", True), ("Data Engineer", True), ("de Bijenkorf", True),
        ("Distributed Systems Engineer", True), ("United we stand e.V.", True),
    ],
)  # fmt: skip
def test_what_could_name_a_firm_or_a_title(text: str, names: bool) -> None:
    assert nameable(text) is names
