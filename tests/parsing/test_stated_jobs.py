"""Jobs stated without a subject, projects in forms, personal matters under a profile: as many Indian résumés have them."""

from __future__ import annotations

import pytest

from aiscreen.parsing.jobs.employed import employed
from tests.parsing.build import HEADER, L, heading, resume


@pytest.mark.parametrize(
    ("lines", "name", "position", "start", "end"),
    [
        (
            [
                "Working as Senior Developer at Nila Infosystems Pvt. Ltd., Kochi from Jun 2021 to till",
                "date.",
            ],
            "Nila Infosystems Pvt. Ltd.",
            "Senior Developer",
            "2021-06",
            None,
        ),
        (
            ["Currently associated with M/s. Kaveri & Sons Ltd, Chennai as Assistant Manager since Jan 2015"],
            "Kaveri & Sons Ltd",
            "Assistant Manager",
            "2015-01",
            None,
        ),
        (
            ["Jan 2016 – Mar 2018: Worked as Data Analyst in Periyar Labs (India) Pvt Ltd, Pune"],
            "Periyar Labs (India) Pvt Ltd",
            "Data Analyst",
            "2016-01",
            "2018-03",
        ),
        (
            ["Having worked as Accounts Executive at Sri Textiles, Tirupur from 01/06/2015 to 30/05/2018."],
            "Sri Textiles",
            "Accounts Executive",
            "2015-06",
            "2018-05",
        ),
        (["Joined Godavari Ltd as Trainee in June 2010"], "Godavari Ltd", "Trainee", "2010-06", None),
    ],
)
def test_stated(lines: list[str], name: str, position: str, start: str, end: str | None) -> None:
    found = employed(lines)
    assert found is not None and found[0].dates is not None
    told = found[0]
    assert (told.name, told.position, told.dates.start, told.dates.end) == (name, position, start, end)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "Worked with the sales team from Jan 2019 to May 2020 to build reports.",
        "Worked with Sales and Marketing from Jan 2019 to May 2020 to build reports in Power BI.",
        "Worked as Python developer from 2018 to 2020 in Hyderabad.",
        "Working on forecasts in Python since 2019.",
    ],
)
def test_what_was_done_is_no_job(text: str) -> None:
    assert employed([text]) is None


def test_bullets_that_state_jobs() -> None:
    made = resume(
        [
            *HEADER,
            heading("Work Experience"),
            L(
                "Presently working as Sr. Engineer in Kaveri Infotech, Chennai from June 2018 to till date.",
                bullet=True,
            ),
            L("Worked as Engineer with Nila Systems, Kochi from Jan 2015 to May 2018.", bullet=True),
            heading("Education"),
            "BSc in Statistics, University of Leeds, 2014",
        ]
    )
    assert [(job.name, job.position, job.location, job.startDate, job.endDate) for job in made.work] == [
        ("Kaveri Infotech", "Sr. Engineer", "Chennai", "2018-06", None),
        ("Nila Systems", "Engineer", "Kochi", "2015-01", "2018-05"),
    ]
    assert made.work[0].current


def test_a_bullet_that_states_a_job_over_two_lines() -> None:
    made = resume(
        [
            *HEADER,
            heading("Work Experience"),
            L("Presently working as Sr. Engineer in Kaveri Infotech, Chennai from June 2018 to", bullet=True),
            L("till date.", x=62),
            L("Worked as Engineer with Nila Systems, Kochi from Jan 2015 to May 2018.", bullet=True),
        ]
    )
    assert [(job.name, job.startDate, job.endDate) for job in made.work] == [
        ("Kaveri Infotech", "2018-06", None),
        ("Nila Systems", "2015-01", "2018-05"),
    ]


def test_a_bullet_below_a_dated_head_states_no_job() -> None:
    made = resume(
        [
            *HEADER,
            heading("Work Experience"),
            "**Quarry Freight** || 2015 - 2020",
            "Data Engineer",
            L(
                "Worked as Engineer with Nila Systems from Jan 2016 to May 2017 on their ledgers.",
                bullet=True,
            ),
        ]
    )
    assert [job.name for job in made.work] == ["Quarry Freight"]


@pytest.mark.parametrize("colon", [" || : ", ": "])
@pytest.mark.parametrize("first", ["Project Name", "Title of the Project"])
def test_projects_in_forms(colon: str, first: str) -> None:
    made = resume(
        [
            *HEADER,
            heading("Project Details"),
            "Project #1",
            f"{first}{colon}Policy Desk",
            f"Client{colon}Deccan Insurance",
            f"Team Size{colon}9",
            f"Description{colon}Platform for renewing motor policies.",
            "Project #2",
            f"{first}{colon}Dealer Connect",
            f"Client{colon}Godavari Motors",
            f"Team Size{colon}5",
            f"Description{colon}Portal for orders and claims.",
        ]
    )
    assert [(project.name, project.entity, project.description) for project in made.projects] == [
        ("Policy Desk", "Deccan Insurance", "Platform for renewing motor policies."),
        ("Dealer Connect", "Godavari Motors", "Portal for orders and claims."),
    ]


def test_a_profile_of_personal_matters_is_no_summary() -> None:
    made = resume(
        [
            *HEADER,
            heading("Personal Profile"),
            "Date of Birth || : 14th August 1996",
            "Father's Name || : Suresh Okafor",
            "Languages Known || : English, Telugu",
            heading("Education"),
            "BSc in Statistics, University of Leeds, 2014",
        ]
    )
    assert not made.basics.summary
    assert [language.language for language in made.languages] == ["English", "Telugu"]


def test_a_title_in_a_sentence_below_its_employer() -> None:
    made = resume(
        [
            *HEADER,
            heading("Work Experience"),
            "Sahyadri Foods Pvt. Ltd., Pune",
            "Worked as Quality Executive from 01/06/2019 to 31/03/2022",
            L("Checked 40 batches of pulp a day", bullet=True),
            L("Konkan Canning Co., Ratnagiri", gap=14.0),
            "Working as Senior Quality Executive since April 2022",
            L("Leading a team of 6 chemists", bullet=True),
        ]
    )
    assert [(job.name, job.position, job.location, job.startDate, job.endDate) for job in made.work] == [
        ("Sahyadri Foods Pvt. Ltd.", "Quality Executive", "Pune", "2019-06", "2022-03"),
        ("Konkan Canning Co.", "Senior Quality Executive", "Ratnagiri", "2022-04", None),
    ]


def test_courses_in_sentences() -> None:
    made = resume(
        [
            *HEADER,
            heading("Academic Credentials"),
            L(
                "B.E. in Electrical Engineering from Rajiv Gandhi University, Bhopal in 2016 with 74%.",
                bullet=True,
            ),
            L("12th from M.P. Board, Bhopal in 2012 with 81%.", bullet=True),
        ]
    )
    assert [(c.studyType, c.area, c.institution, c.endDate, c.score) for c in made.education] == [
        ("B.E.", "Electrical Engineering", "Rajiv Gandhi University", "2016", "74%"),
        ("12th", None, "M.P. Board, Bhopal", "2012", "81%"),
    ]


def test_what_a_project_used_is_the_last_of_its_list() -> None:
    made = resume(
        [
            *HEADER,
            heading("Projects Handled"),
            "Project Name: Store Pulse",
            "Client: Tunga Retail",
            "Duration: May 2017 to July 2020",
            "Tools Used: Power BI, SQL Server",
            "Description:",
            "Dashboards of sales for 220 stores.",
            "Roles and Responsibilities:",
            L("Designed the star schema", bullet=True),
        ]
    )
    project = made.projects[0]
    assert (project.name, project.entity, project.description) == (
        "Store Pulse",
        "Tunga Retail",
        "Dashboards of sales for 220 stores.",
    )
    assert (project.startDate, project.endDate) == ("2017-05", "2020-07")
    assert [said.text for said in project.highlights] == [
        "Designed the star schema",
        "Tools Used: Power BI, SQL Server",
    ]


def test_a_heading_in_capitals_is_no_half_of_the_field_below() -> None:
    made = resume(
        [
            *HEADER,
            "EDUCATION",
            "BSc in Statistics, University of Leeds, 2014",
            "TECHNICAL PROFICIENCY",
            "Languages || : Java, SQL",
        ]
    )
    assert [(group.name, group.keywords) for group in made.skills] == [("Languages", ["Java", "SQL"])]


def test_a_table_of_courses_that_begins_with_the_degree() -> None:
    made = resume(
        [
            *HEADER,
            heading("Academic Credentials"),
            "**Degree** || **Board / University** || **Year** || **%**",
            "B.Tech (Electronics) || Cochin University || 2016 || 76",
            "Class XII || CBSE || 2012 || 88",
        ]
    )
    assert [(c.studyType, c.institution, c.endDate, c.score) for c in made.education] == [
        ("B.Tech", "Cochin University", "2016", "76"),
        ("Class XII", "CBSE", "2012", "88"),
    ]


def test_a_job_since_a_year_before_its_titles() -> None:
    said = "I've worked for Saguaro Electric since 2016, the first four years as a Java developer on outages."
    read = resume([*HEADER, heading("Work"), said, "We serve 212,000 meters."])
    assert [(job.name, job.position, job.startDate) for job in read.work] == [
        ("Saguaro Electric", "Java developer", "2016")
    ]


def test_brackets_behind_an_employer_are_no_words_of_its_name() -> None:
    lines = [
        L("2021-now. Paczkomat sp. z o.o. (parcel lockers, 11k machines). System administrator.", gap=10),
        L("Runs everything that fourteen scientists ship to.", bullet=True),
    ]
    (job,) = resume([*HEADER, heading("Work"), *lines]).work
    assert job.position == "System administrator"
    assert job.startDate == "2021"
