"""Shapes of typed résumés: decorated and numbered headings, dates at the right edge, lists in cells, footers."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import Pt

from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.reading import read
from tests.parsing.build import HEADER, L, heading, resume
from tests.parsing.test_forms_and_wraps import text


@pytest.mark.parametrize("mark", ["—", "==", "*", "~", "--"])
def test_headings_between_marks(mark: str) -> None:
    made = text(
        f"{mark} EXPERIENCE {mark}",
        "",
        "Data Engineer, Quarry Freight, 2019 - 2022",
        "- Moved the ledgers",
        "",
        f"{mark} EDUCATION {mark}",
        "",
        "MSc Statistics, University of York, 2017 - 2019",
    )
    assert [(job.position, job.name) for job in made.work] == [("Data Engineer", "Quarry Freight")]
    assert [course.institution for course in made.education] == ["University of York"]


def test_a_bold_heading_between_dashes_is_no_bullet() -> None:
    made = resume(
        [*HEADER, L("CAREER HISTORY —", x=250, bold=True, bullet=True, gap=12), "Data Engineer, Quarry Freight || 2019 - 2022", L("Moved the ledgers to a queue that never waits", x=65, bullet=True), L("EDUCATION —", x=260, bold=True, bullet=True, gap=12), "MSc Statistics, University of York || 2017 - 2019"]
    )  # fmt: skip
    assert [(job.position, job.name) for job in made.work] == [("Data Engineer", "Quarry Freight")]
    assert [len(job.highlights) for job in made.work] == [1]
    assert [course.institution for course in made.education] == ["University of York"]


def test_numbered_headings_where_nothing_is_bold() -> None:
    made = text(
        "1. Employment history",
        "",
        "Data Engineer",
        "Quarry Freight, Leeds",
        "January 2019 until March 2022",
        "Moved the ledgers to a queue that never waits.",
        "",
        "2. Education",
        "",
        "MSc Statistics",
        "University of York",
        "2017 until 2019",
        "",
        "3. Skills",
        "",
        "Languages: Python; Go",
    )
    assert [(job.position, job.name) for job in made.work] == [("Data Engineer", "Quarry Freight")]
    assert [course.institution for course in made.education] == ["University of York"]
    assert [group.keywords for group in made.skills] == [["Python", "Go"]]


def test_dates_at_the_right_edge_of_typed_lines() -> None:
    """The space before a date says how much room there was: names did not wrap there."""

    def line(left: str, right: str) -> str:
        return left + " " * (70 - len(left) - len(right)) + right

    made = text(
        "WORK HISTORY",
        "",
        line("LOTUS BANK", "Jul 2016 - Jul 2017"),
        line("Graduate Analyst", "Hanoi"),
        "  > Reported card fraud weekly",
        "",
        line("Saigon Marketplace", "Aug 2014 - Jun 2016"),
        line("Clerk", "Hanoi"),
        "  > Filed the letters",
    )
    assert [(job.name, job.position, job.startDate) for job in made.work] == [
        ("LOTUS BANK", "Graduate Analyst", "2016-07"),
        ("Saigon Marketplace", "Clerk", "2014-08"),
    ]


def test_a_summary_of_a_career_that_lists_jobs_is_work() -> None:
    jobs: list[L | str] = [
        L("Quarry Freight", bold=True),
        "Data Engineer | Jan 2019 – Present",
        L("Moved the ledgers to a queue", x=65, bullet=True),
        L("Tide Office", bold=True),
        "Analyst | Mar 2016 – Dec 2018",
        L("Kept the tables of tides", x=65, bullet=True),
    ]
    made = resume([*HEADER, heading("Career Summary"), *jobs])
    assert [(job.position, job.name) for job in made.work] == [("Data Engineer", "Quarry Freight"), ("Analyst", "Tide Office")]  # fmt: skip
    told = resume([*HEADER, heading("Career Summary"), "Ten years of ledgers and tides, of which six in charge of the night.", heading("Experience"), *jobs])  # fmt: skip
    assert len(told.basics.summary) == 1 and len(told.work) == 2


def test_bullets_in_cells_are_items_of_one_list() -> None:
    made = resume(
        [*HEADER, heading("Core Skills"), L("Python || • Go || • SQL", bullet=True), L("Scala || • PyTorch || • Ray", bullet=True)]
    )  # fmt: skip
    assert [word for group in made.skills for word in group.keywords] == ["Python", "Go", "SQL", "Scala", "PyTorch", "Ray"]  # fmt: skip


def test_a_place_before_what_a_bullet_says() -> None:
    """In the column of dates, on the line below them."""
    made = resume(
        [*HEADER, heading("Experience"), "Mar 2019 – Present || Data Engineer, Quarry Freight", L("Leeds, UK || Moved the ledgers to a queue", bullet=True), L("Wrote the plan for the year", x=400, bullet=True)]
    )  # fmt: skip
    (job,) = made.work
    assert [said.text for said in job.highlights] == ["Moved the ledgers to a queue", "Wrote the plan for the year"]  # fmt: skip


def test_a_phone_beside_the_address_in_a_footer() -> None:
    made = resume(
        [L("Ines Okafor", size=22, bold=True), "Data Engineer", heading("Experience"), "Engineer, Acme Ltd || 2019 - 2021", heading("Skills"), "Python, Go, SQL", L("Ines Okafor | ines@post.example | +44 7700 900 123", gap=40)]
    )  # fmt: skip
    assert (made.basics.email, made.basics.phone) == ("ines@post.example", "+44 7700 900 123")


def test_an_end_above_its_start() -> None:
    made = resume(
        [*HEADER, heading("Experience"), L("Dec 2022 || Data Engineer at Quarry Freight"), L("Jan 2019 || Moved the ledgers to a queue that never waits for anyone at all.")]
    )  # fmt: skip
    (job,) = made.work
    assert (job.startDate, job.endDate) == ("2019-01", "2022-12")


def test_a_freelancer_is_their_own_employer() -> None:
    def job(head: str, *more: str) -> Resume:
        return resume([*HEADER, heading("Experience"), head, *more, L("Took pictures of weddings", x=65, bullet=True)])  # fmt: skip

    made = job("**Freelance** || 2011 - 2013", "Photographer")
    assert [(one.name, one.position) for one in made.work] == [("Freelance", "Photographer")]
    made = job("Photographer || Coastal Press || Freelance || 2011 - 2013")
    assert [(one.name, one.position) for one in made.work] == [("Coastal Press", "Photographer")]


def test_columns_of_text_stand_where_they_were_typed() -> None:
    found = read("cv.txt", data=b"Name      Years     Place\nQuarry    2019      Leeds\n")
    assert [[cell[0].box.x0 for cell in line.cells] for line in found.lines] == [[36.0, 96.0, 156.0]] * 2
    assert parse(found).basics.email is None


def test_tabs_in_a_word_file_tell_no_room() -> None:
    """Company and place, position and dates, each pair parted by a tab, all in bold."""
    word = docx.Document()
    word.styles["Normal"].paragraph_format.space_after = Pt(0)
    word.add_heading("Ines Okafor", 0)
    word.add_paragraph("ines@post.example")
    word.add_heading("Experience", 1)
    for name, place, position, dates in (
        ("Mango Lane Groceries", "Leeds", "Consultant for machine learning", "Jan 2019 – Mar 2022"),
        ("Government of Westland", "York", "Principal Engineer", "May 2016 – Dec 2018"),
    ):
        word.add_paragraph().add_run(f"{name}\t{place}").bold = True
        word.add_paragraph().add_run(f"{position}\t{dates}").bold = True
        word.add_paragraph("Moved the ledgers to a queue that never waits", style="List Bullet")
    out = io.BytesIO()
    word.save(out)
    made = parse(read("cv.docx", data=out.getvalue()))
    assert [(job.name, job.position) for job in made.work] == [
        ("Mango Lane Groceries", "Consultant for machine learning"),
        ("Government of Westland", "Principal Engineer"),
    ]


def test_full_stops_part_the_names_of_a_head() -> None:
    """Names, title and dates in one line, each ended like a sentence; a mark of its own title stays ("Node.js")."""
    read = resume(
        [
            *HEADER,
            heading("Work"),
            "Kite Dispatch, Haifa. Deep learning engineer. 2020-06 - present.",
            L("Speech to text for ambulance calls, on every call since 2021.", bullet=True),
            L("Yam Sonar Systems, Haifa", gap=10),
            "Node.js engineer, freelance. 03/2015 - 05/2020",
            L("Display of hydrophones on board of twelve ships.", bullet=True),
        ]
    )
    assert [(job.name, job.position) for job in read.work] == [
        ("Kite Dispatch", "Deep learning engineer"),
        ("Yam Sonar Systems", "Node.js engineer, freelance"),
    ]


def test_full_stops_behind_the_dates_of_a_head() -> None:
    read = resume(
        [
            *HEADER,
            heading("Employment history"),
            "Nov 2015 to present. Junior MLOps Engineer, Land Registers.",
            "Nov 2013 to Feb 2015. Systems Administrator, Wearmouth Council.",
        ]
    )
    assert [(job.name, job.position) for job in read.work] == [
        ("Land Registers", "Junior MLOps Engineer"),
        ("Wearmouth Council", "Systems Administrator"),
    ]
