"""What a résumé tells by how it is set rather than in words: open ends, lists that jobs are, names that are one."""

from __future__ import annotations

import pytest

from tests.parsing.build import HEADER, L, heading, resume
from tests.parsing.test_forms_and_wraps import text

JOBS: list[L | str] = [
    "**Data Engineer**, Quarry Freight || {}", L("Moved the ledgers to a queue that never waits", x=65, bullet=True),
    "**Analyst**, Tarn Foods || Mar 2016 - May 2019", L("Counted pallets in nine depots", x=65, bullet=True),
]  # fmt: skip


def jobs(dates: str) -> list[L | str]:
    return [line.format(dates) if isinstance(line, str) else line for line in JOBS]


def test_a_first_job_with_no_more_than_its_start_goes_on() -> None:
    made = resume([*HEADER, heading("Experience"), *jobs("Jun 2019")])
    assert [(job.startDate, job.endDate, job.current) for job in made.work] == [("2019-06", None, True), ("2016-03", "2019-05", False)]  # fmt: skip


def test_a_single_date_before_the_other_jobs_is_all_there_is() -> None:
    made = resume([*HEADER, heading("Experience"), *jobs("Jun 2012")])
    assert (made.work[0].startDate, made.work[0].endDate, made.work[0].current) == (
        "2012-06",
        "2012-06",
        False,
    )


@pytest.mark.parametrize("word", ["Present", "ongoing", "Heute"])
def test_a_course_that_goes_on(word: str) -> None:
    made = resume([*HEADER, heading("Education"), f"{word} || MSc Statistics, University of York", "2019 || BSc Physics, University of Leeds"])  # fmt: skip
    assert [(course.institution, course.endDate, course.current) for course in made.education] == [("University of York", None, True), ("University of Leeds", "2019", False)]  # fmt: skip


@pytest.mark.parametrize("wording", ["Career Summary", "Professional Summary"])
def test_a_dated_summary_beside_studies_lists_jobs(wording: str) -> None:
    made = resume(
        [
            *HEADER, heading(wording), "Jun 2023 - Aug 2023 || University of York", "Research Intern", L("Read soil samples", x=65, bullet=True),
            "Jun 2022 - Aug 2022 || University of Leeds", "Lab Assistant", L("Washed the glass", x=65, bullet=True),
            heading("Education"), "MSc Statistics, University of York || 2021 - 2023",
        ]
    )  # fmt: skip
    assert [(job.position, job.name) for job in made.work] == [("Research Intern", "University of York"), ("Lab Assistant", "University of Leeds")]  # fmt: skip


def test_projects_each_led_by_its_name_in_bold() -> None:
    made = resume([*HEADER, heading("Projects"), "**StanViz:** Trace plots in the browser", "**Bus Bunching:** Predicts when buses bunch"])  # fmt: skip
    assert [project.name for project in made.projects] == ["StanViz", "Bus Bunching"]


def test_a_title_that_the_summary_says_in_fewer_words() -> None:
    made = resume([L("Ada Berg", size=18, bold=True), "ada@post.example", heading("Summary"), "Engineer who has taken models from a notebook to the depots of nine towns.", heading("Experience"), *jobs("Jun 2019 - Present")])  # fmt: skip
    assert made.basics.label == "Data Engineer"


def test_a_name_with_marks_that_no_letter_has() -> None:
    made = resume(
        [
            L("Ọláyínká Adébáyọ̀-Smith", size=18, bold=True),
            "ola@post.example",
            heading("Skills"),
            "Python, SQL",
        ]
    )
    assert made.basics.name == "Ọláyínká Adébáyọ̀-Smith"


def test_an_address_broken_before_the_dot_of_its_domain() -> None:
    made = resume(
        [L("Ada Berg", size=18, bold=True), "ada.berg@post", "ale.example", heading("Skills"), "Python, SQL"]
    )
    assert made.basics.email == "ada.berg@postale.example"


@pytest.mark.parametrize("name", ["3D Sensorik", "eBay Labs", "Tarn Foods"])
def test_a_company_below_the_dates_begins_as_names_do(name: str) -> None:
    made = resume([*HEADER, heading("Experience"), "Mar 2016 - May 2019 || Data Engineer", name, L("Counted pallets in nine depots", x=65, bullet=True)])  # fmt: skip
    assert [(job.position, job.name) for job in made.work] == [("Data Engineer", name)]


def test_what_was_done_above_a_role_is_not_its_head() -> None:
    made = resume(
        [
            *HEADER, heading("Experience"), "Quarry Freight", "Senior Data Engineer", "Jun 2019 - Present (5 years)", "Leeds, UK",
            L("Moved the ledgers of nine depots to a queue that never waits for the night", gap=6), L("Wrote what the night shift reads before the lorries leave", gap=6),
            L("Data Engineer", gap=6), "Mar 2016 - May 2019 (3 years)", "Leeds, UK", L("Counted the pallets of nine depots and told the planners where they were", gap=6),
        ]
    )  # fmt: skip
    assert [(job.position, job.name, len(job.highlights)) for job in made.work] == [("Senior Data Engineer", "Quarry Freight", 2), ("Data Engineer", "Quarry Freight", 1)]  # fmt: skip


def test_lists_in_sentences_have_their_own_labels() -> None:
    made = resume([*HEADER, heading("Skills"), "Languages: Python, Go. Tools: Git, Docker. Clouds: AWS."])
    assert [(group.name, group.keywords) for group in made.skills] == [("Languages", ["Python", "Go"]), ("Tools", ["Git", "Docker"]), ("Clouds", ["AWS"])]  # fmt: skip


def test_a_name_that_stops_at_a_particle_goes_on() -> None:
    made = resume([L("María José Fernández de la", size=20, bold=True), L("Cruz", size=20, bold=True), "ada@post.example", heading("Skills"), "Python, SQL"])  # fmt: skip
    assert made.basics.name == "María José Fernández de la Cruz"


def test_a_line_drawn_with_signs_says_nothing() -> None:
    made = resume([*HEADER, L("EDUCATION", gap=12), "====================", "MSc Statistics, University of York || 2019 - 2021"])  # fmt: skip
    assert [(course.studyType, course.area, course.institution) for course in made.education] == [("MSc", "Statistics", "University of York")]  # fmt: skip


def test_names_stand_left_of_what_is_said_of_them() -> None:
    made = resume([*HEADER, heading("Projects"), "rankeval", L("A library of measures", x=80), "tidecast", L("Tides for sailors", x=80)])  # fmt: skip
    assert [(project.name, project.description) for project in made.projects] == [("rankeval", "A library of measures"), ("tidecast", "Tides for sailors")]  # fmt: skip


def test_projects_under_technical_experience() -> None:
    made = resume([*HEADER, heading("Technical Experience"), "**Projects**", L("rankeval (2023). A library of measures.", x=65, bullet=True), heading("Skills"), "Python, SQL"])  # fmt: skip
    assert [project.name for project in made.projects] == ["rankeval"]


def test_a_list_in_a_list_is_a_job_and_what_was_done() -> None:
    made = resume(
        [
            *HEADER, heading("Experience"), L("Quarry Freight — Data Engineer (Jun 2019 – Present)", x=60, bullet=True), L("Moved the ledgers to a queue", x=75, bullet=True),
            L("Tarn Foods — Analyst (Mar 2016 – May 2019)", x=60, bullet=True), L("Counted pallets in nine depots", x=75, bullet=True),
        ]
    )  # fmt: skip
    assert [(job.position, job.name, len(job.highlights)) for job in made.work] == [("Data Engineer", "Quarry Freight", 1), ("Analyst", "Tarn Foods", 1)]  # fmt: skip


def test_small_headings_of_a_column_of_its_own() -> None:
    made = resume(
        [
            L("Ada Berg", size=18, bold=True), L("CONTACT", size=8, bold=True, gap=8), "ada@post.example", L("ABOUT", size=8, bold=True, gap=8), "Counts pallets.",
            L("TOOLS OF TRADE", size=8, bold=True, gap=8), "Python", "Kafka", "Airflow",
            L("Experience", x=250, size=14, bold=True, block=1), L("Data Engineer, Quarry Freight, Jun 2019 - Present", x=250, block=1), L("Moved the ledgers to a queue", x=265, bullet=True, block=1),
            L("Education", x=250, size=14, bold=True, block=1, gap=8), L("MSc Statistics, University of York, 2017 - 2019", x=250, block=1),
        ]
    )  # fmt: skip
    assert [keyword for group in made.skills for keyword in group.keywords] == ["Python", "Kafka", "Airflow"]
    assert [job.name for job in made.work] == ["Quarry Freight"]


def test_lists_in_brackets_behind_their_labels() -> None:
    made = resume([*HEADER, heading("Skills"), L("**Languages** (Python, Go)", x=65, bullet=True), L("**Clouds** (AWS, GCP)", x=65, bullet=True)])  # fmt: skip
    assert [(group.name, group.keywords) for group in made.skills] == [("Languages", ["Python", "Go"]), ("Clouds", ["AWS", "GCP"])]  # fmt: skip


def test_a_course_over_two_lines_with_its_year_at_the_second() -> None:
    made = resume([*HEADER, heading("Education"), "MSc, Statistics, University of York, 2019", L("BSc, Electronics, University of Science and", gap=8), "Technology of Leeds, 2014"])  # fmt: skip
    assert [(course.institution, course.endDate) for course in made.education] == [("University of York", "2019"), ("University of Science and Technology of Leeds", "2014")]  # fmt: skip


def test_jobs_that_are_listed_and_told_of_below_under_their_employers_names() -> None:
    made = text(
        "Work", "2019-08 -             Lead Speech Engineer, Puhe Labs Oy, Tampere", "2016-01 - 2019-07     Speech Scientist, Nordvox AB, Stockholm", "",
        "Puhe Labs", "The streaming model is one that I trained with a team of four.", "It has not been down since March 2021.", "",
        "Nordvox", "Kaldi systems for two call centres.",
    )  # fmt: skip
    told = [(job.name, [s.text for s in (*job.summary, *job.highlights)]) for job in made.work]
    assert told == [
        ("Puhe Labs Oy", ["The streaming model is one that I trained with a team of four.", "It has not been down since March 2021."]),
        ("Nordvox AB", ["Kaldi systems for two call centres."]),
    ]  # fmt: skip
