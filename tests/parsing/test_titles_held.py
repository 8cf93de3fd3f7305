"""Titles held one after the other, and jobs that go on, in the notations that people use."""

from __future__ import annotations

import pytest

from tests.parsing.build import HEADER, L, heading, resume
from tests.parsing.test_forms_and_wraps import text

Job = tuple[str | None, str | None, str | None, str | None]


def jobs(*heads: str) -> list[Job]:
    """Position, company, start and end of the jobs under some heads; "+" starts a further row of one."""
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for head in heads:
        first, *more = head.split(" + ")
        lines += [L(first, bold=True, gap=8.0), *more]
        lines += [L("Built pipelines for banks with much care", bullet=True, x=60.0)]
    return [(job.position, job.name, job.startDate, job.endDate) for job in resume(lines).work]


@pytest.mark.parametrize(
    "title",
    [
        "MLE / previously Data Scientist",
        "MLE, previously Data Scientist",
        "MTS – formerly Research Intern",
        "ML Engineer | previously Data Scientist",
        "ML Engineer (ex Data Scientist)",
        "Data Scientist → ML Engineer",
        "Machine Learning Engineer (promoted from Data Scientist in 2020)",
    ],
)
def test_a_title_held_earlier_stays_with_the_one_held_now(title: str) -> None:
    found = jobs(f"{title}, Acme Ltd || Apr 2018 - Present", "Data Analyst, Beta Ltd || Jan 2016 - Mar 2018")
    assert found[0] == (title, "Acme Ltd", "2018-04", None)


def test_titles_on_one_row_each_with_dates_of_its_own() -> None:
    found = jobs(
        "Acme Ltd || Apr 2018 - Present + ML Engineer (2020 - Present), Data Scientist (2018 - 2020)",
        "Beta Ltd || Jan 2016 - Mar 2018 + Data Analyst",
    )
    assert found == [
        ("ML Engineer", "Acme Ltd", "2020", None),
        ("Data Scientist", "Acme Ltd", "2018", "2020"),
        ("Data Analyst", "Beta Ltd", "2016-01", "2018-03"),
    ]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("Acme Ltd: ML Engineer, since 2018", "Beta Ltd: Data Analyst, 2016 - 2018"),
        ("since 2018: ML Engineer, Acme Ltd", "2016 - 2018: Data Analyst, Beta Ltd"),
        ("2018 – : ML Engineer, Acme Ltd", "2016 – 2018: Data Analyst, Beta Ltd"),
        ("2018- || ML Engineer, Acme Ltd", "2016-2018 || Data Analyst, Beta Ltd"),
        ("ML Engineer, Acme Ltd (2018–)", "Data Analyst, Beta Ltd (2016–2018)"),
        ("ML Engineer @ Acme Ltd [2018 - now]", "Data Analyst @ Beta Ltd [2016 - 2018]"),
        ("ML Engineer, Acme Ltd || Started 2018", "Data Analyst, Beta Ltd || 2016 - 2018"),
        ("ML Engineer, Acme Ltd || 2018 (ongoing)", "Data Analyst, Beta Ltd || 2016 - 2018"),
        ("Current: ML Engineer, Acme Ltd || 2018", "Previous: Data Analyst, Beta Ltd || 2016 - 2018"),
    ],
)
def test_a_job_that_goes_on(now: str, then: str) -> None:
    assert jobs(now, then) == [
        ("ML Engineer", "Acme Ltd", "2018", None),
        ("Data Analyst", "Beta Ltd", "2016", "2018"),
    ]


def test_a_colon_within_a_title_parts_nothing() -> None:
    assert jobs("Tech Lead: Search, Acme Ltd || 2018 - 2019")[0][:2] == ("Tech Lead: Search", "Acme Ltd")


def test_a_head_that_a_paragraph_begins_with() -> None:
    lines: list[L | str] = [
        *HEADER,
        heading("Career"),
        L("**Lead Data Engineer, Elbkontor GmbH (2022–Present).** Lead a team of five that", gap=8.0),
        "forecasts volumes for 14 terminals. Replaced a report with a model of the port.",
        L("**Data Analyst, Nordlicht AG (2017–2021).** Serve 23 credit models with BentoML", gap=4.0),
        "on OpenShift, with alarms for drift. Taught Python to 60 controllers.",
    ]
    found = resume(lines).work
    assert [(job.position, job.name, job.endDate) for job in found] == [
        ("Lead Data Engineer", "Elbkontor GmbH", None),
        ("Data Analyst", "Nordlicht AG", "2021"),
    ]
    assert [statement.text for statement in found[1].highlights] == [
        "Serve 23 credit models with BentoML on OpenShift, with alarms for drift.",
        "Taught Python to 60 controllers.",
    ]


def test_a_place_under_labels_of_its_own() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for position, name in (("Data Engineer", "Elbkontor"), ("Data Analyst", "Hafenwerk")):
        lines += [L("2019 - 2021", gap=8.0), L(position, bold=True), name, "City: Glinde | Country: Germany"]
        lines += [L("Built pipelines for banks with much care", bullet=True, x=60.0)]
    assert [(job.position, job.name, job.location) for job in resume(lines).work] == [
        ("Data Engineer", "Elbkontor", "Glinde, Germany"),
        ("Data Analyst", "Hafenwerk", "Glinde, Germany"),
    ]


def test_a_range_in_words_that_goes_on_below() -> None:
    lines: list[L | str] = [*HEADER, heading("Employment")]
    for first, below in (
        ("Data Engineer at Brazos Works, Houston, TX, from August 2018", "until February 2021"),
        ("Data Analyst at Hill Hospital, Austin, TX, from June 2016 until July", "2018"),
    ):
        lines += [L(first, bold=True, gap=8.0), L(below, bold=True)]
        lines += [L("Built pipelines for banks with much care", bullet=True, x=60.0)]
    found = resume(lines).work
    assert [(job.position, job.startDate, job.endDate) for job in found] == [
        ("Data Engineer", "2018-08", "2021-02"),
        ("Data Analyst", "2016-06", "2018-07"),
    ]


def test_what_was_used_names_no_employer_though_its_label_is_bold() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for name, position, dates in (
        ("Acme Ltd", "Data Engineer", "2019 - 2021"),
        ("Beta Ltd", "Data Analyst", "2016 - 2018"),
    ):
        lines += [L(f"**{name}**, Leeds — {position} || {dates}", gap=8.0), "Responsibilities:"]
        lines += [
            L("Built pipelines for banks with much care", bullet=True, x=60.0),
            "**Tech stack:** Python, Docker, Kafka",
        ]
    assert [(job.position, job.name) for job in resume(lines).work] == [
        ("Data Engineer", "Acme Ltd"),
        ("Data Analyst", "Beta Ltd"),
    ]


def test_a_plain_head_right_below_a_full_bullet() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for head in (
        "09/2020 – Present MLOps Engineer, Banque du Rhone, Lyon, France",
        "02/2018 – 08/2020 Data Scientist, Atelier, Grenoble, France",
    ):
        lines += [
            head,
            L("Serve 23 credit models on a cluster, with alarms for drift in each", bullet=True, x=60.0),
        ]
        lines += [L("Wrote the guide on model cards, which is now required for each", bullet=True, x=60.0)]
    assert [job.name for job in resume(lines).work] == ["Banque du Rhone", "Atelier"]


def test_a_name_in_two_weights_over_two_rows() -> None:
    lines: list[L | str] = [
        L("INES", size=30.0),
        L("OKAFOR", size=30.0, bold=True),
        "DATA ENGINEER",
        heading("Profile"),
    ]
    assert (
        resume([*lines, "Builds pipelines for banks with much care and little noise."]).basics.name
        == "INES OKAFOR"
    )


def test_a_title_right_below_the_longest_bullet_of_flat_lines() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for position, name, dates in (
        ("Lead Engineer", "Acme GmbH", "Jan 2022 - Present"),
        ("Data Scientist", "Beta AG", "Oct 2017 - Dec 2021"),
    ):
        lines += [position, name, dates, L("Led a team of five", bullet=True, x=62.0)]
        lines += [
            L(
                "Replaced a report with a gradient boosting model; error fell from 19% to 11%",
                bullet=True,
                x=62.0,
            )
        ]
    found = resume(lines).work
    assert [(job.position, job.name, len(job.highlights)) for job in found] == [
        ("Lead Engineer", "Acme GmbH", 2),
        ("Data Scientist", "Beta AG", 2),
    ]


def test_a_name_with_its_title_behind_a_dash_and_an_objective_that_is_none() -> None:
    made = resume(
        [
            L("Ines Okafor — Data Engineer", size=20.0, bold=True),
            "ines@post.example",
            heading("Profile"),
            "Builds pipelines for banks.",
        ]
    )
    assert (made.basics.name, made.basics.label) == ("Ines Okafor", "Data Engineer")
    made = resume(
        [
            "Name: Ines Okafor",
            "Email: ines@post.example",
            "Objective: Machine learning engineer for ports and their cranes.",
            heading("Skills"),
            "Go, R",
        ]
    )
    assert made.basics.label != "Objective: Machine learning engineer for ports and their cranes."


def test_a_start_above_its_end_at_the_right_of_a_head() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for position, name, start, end in (
        ("Lead Engineer", "Elbkontor GmbH, Kiel", "Mar 2022", "Present"),
        ("Data Engineer", "Nordlicht AG, Bremen", "Feb 2020", "Feb 2022"),
    ):
        lines += [L(f"{position} || {start}", bold=True, gap=8.0), L(f"{name} || {end}")]
        lines += [L("Built pipelines for banks with much care", bullet=True, x=60.0)]
    assert [(job.position, job.name, job.startDate, job.endDate) for job in resume(lines).work] == [
        ("Lead Engineer", "Elbkontor GmbH", "2022-03", None),
        ("Data Engineer", "Nordlicht AG", "2020-02", "2022-02"),
    ]


def test_courses_on_end_with_a_year_each_are_no_range() -> None:
    lines: list[L | str] = [*HEADER, heading("Education")]
    lines += [
        L("BSc Physics, University of Leeds || 2013", bold=True),
        "MSc Statistics, University of Hull || 2015",
    ]
    assert [course.endDate for course in resume(lines).education] == ["2013", "2015"]


def test_a_position_in_small_steps_below_a_full_bullet_with_its_dates_in_a_column() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience"), L("Acme Ltd", bold=True, size=12.0)]
    for position, dates in (("Lead Engineer", "Mar 2022 – Present"), ("ML Engineer", "Jan 2018 – Feb 2022")):
        lines += [L(position, x=62.0, gap=4.0), L(dates, x=460.0, gap=-12.0, block=0)]
        lines += [
            L("Built the first streaming recogniser on Kaldi, and later on PyTorch", bullet=True, x=75.0)
        ]
    assert [job.position for job in resume(lines).work] == ["Lead Engineer", "ML Engineer"]


def test_a_publication_over_two_lines_is_one_name() -> None:
    lines: list[L | str] = [*HEADER, heading("Publications")]
    lines += [
        L("Okafor I. Streaming speech recognition for", bullet=True, x=60.0),
        L("dialects. Interspeech, 2021.", x=60.0),
    ]
    lines += [L("Okafor I. Counting silence. ACL Workshop, 2019.", bullet=True, x=60.0)]
    assert [(item.name, item.issuer) for item in resume(lines).publications] == [
        ("Okafor I. Streaming speech recognition for dialects. Interspeech, 2021.", None),
        ("Okafor I. Counting silence. ACL Workshop, 2019.", None),
    ]


def test_a_headline_told_in_a_row_with_place_telephone_and_address() -> None:
    row = (
        "Research Scientist, Natural Language Processing, Cambridge, MA. +1 (617) 555-0188. ines@post.example"
    )
    made = resume([HEADER[0], row, heading("Skills"), "Go, R, SQL"])
    assert made.basics.label == "Research Scientist, Natural Language Processing"


def test_a_headline_does_not_begin_with_the_place_above_it() -> None:
    made = resume(
        [
            "Name || Ines Okafor",
            "Residence || Leeds",
            "Zielposition || Data Engineer",
            heading("Skills"),
            "Go, R, SQL",
        ]
    )
    assert made.basics.label == "Data Engineer"


def test_dates_beside_the_second_of_one_line_bullets() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for name, position, dates in (
        ("Acme Ltd", "Lead Engineer", "2019 – Present"),
        ("Beta Ltd", "Data Engineer", "2015 – 2019"),
    ):
        lines += [L(f"{name} || {position}", x=50.0, bold=True, gap=8.0)]
        lines += [
            L("Maintained 140 lifts with a team of six", x=340.0, bullet=True),
            L("Leeds, UK", x=60.0, gap=-12.0),
        ]
        lines += [L("Reduced call-outs by a third", x=340.0, bullet=True), L(dates, x=70.0, gap=-12.0)]
    assert [(job.name, job.startDate, len(job.highlights)) for job in resume(lines).work] == [
        ("Acme Ltd", "2019", 2),
        ("Beta Ltd", "2015", 2),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        ["04/2020 – today", "Strom AG, Karlsruhe – Data Engineer, since 2023 Senior"],
        ["04/2020 – today Strom AG, Karlsruhe", "Data Engineer, since 2023 Lead Data Engineer"],
    ],
)
def test_a_later_position_within_a_head_dates_no_job(heads: list[str]) -> None:
    found = jobs(" + ".join(heads), "10/2016 – 03/2020 + Kessler GmbH, Bruchsal – Data Analyst")
    assert [(name, start, end) for _, name, start, end in found] == [
        ("Strom AG", "2020-04", None),
        ("Kessler GmbH", "2016-10", "2020-03"),
    ]


def test_a_company_whose_name_would_lengthen_a_title_stays_a_company() -> None:
    made = text(
        "Work", "", "Tarn Analytics", "Data Scientist, January 2013 – February 2017", "Models of meters for two energy clients.", "",
        "Hexley Software", "Developer, September 2008 – December 2012", "Screens for a bank in C#.",
    )  # fmt: skip
    assert [(job.name, job.position) for job in made.work] == [("Tarn Analytics", "Data Scientist"), ("Hexley Software", "Developer")]  # fmt: skip


@pytest.mark.parametrize(
    "summary",
    [
        "Careful data engineer with 9 years of experience in ledgers and, since 2024, in models that run for banks.",
        "Data engineer with Airflow experience since 2019.",
        "Backend developer with AWS certification since 2021.",
    ],
)
def test_what_somebody_has_is_no_employer(summary: str) -> None:
    made = text("Profile", summary, "", "Work", "", "Data Engineer | Acme Ltd | 2019 - 2021", "- Moved the ledgers.")  # fmt: skip
    assert [job.name for job in made.work] == ["Acme Ltd"]
