"""Jobs one below the other without white space, bold or indent: their heads tell themselves by their shape."""

from __future__ import annotations

import pytest

from aiscreen.parsing import parse
from aiscreen.reading import read
from tests.parsing.build import HEADER, L, heading, resume
from tests.parsing.test_forms_and_wraps import text


@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize(
    "heads",
    [
        (
            "Lead Chemist, Marrow Dyes, 2019 - Present",
            "Chemist, Pellet Works, 2016 - 2019",
            "Lab Assistant, Tarn Glass, 2014 - 2016",
        ),
        (
            "Marrow Dyes | Lead Chemist | 03/2019 - Present",
            "Pellet Works | Chemist | 01/2016 - 02/2019",
            "Tarn Glass | Lab Assistant | 05/2014 - 12/2015",
        ),
        (
            "Lead Chemist at Marrow Dyes (2019 - Present)",
            "Chemist at Pellet Works (2016 - 2019)",
            "Lab Assistant at Tarn Glass (2014 - 2016)",
        ),
        (
            "2019 - Present: Lead Chemist, Marrow Dyes",
            "2016 - 2019: Chemist, Pellet Works",
            "2014 - 2016: Lab Assistant, Tarn Glass",
        ),
    ],
)
def test_heads_right_below_bullets(heads: tuple[str, ...], stop: str) -> None:
    said = [
        f"- Mixed the blue for every mill{stop}",
        f"- Measured the pale ones{stop}",
        f"- Washed jars{stop}",
    ]
    lines = [line for pair in zip(heads, said, strict=True) for line in pair]
    made = text("EXPERIENCE", *lines)
    assert [(job.position, job.name) for job in made.work] == [
        ("Lead Chemist", "Marrow Dyes"),
        ("Chemist", "Pellet Works"),
        ("Lab Assistant", "Tarn Glass"),
    ]
    assert [[s.text for s in job.highlights] for job in made.work] == [[line[2:]] for line in said]


def test_positions_right_below_bullets_under_one_company_and_the_next_company() -> None:
    made = text(
        "EXPERIENCE",
        "Marrow Dyes, Leeds",
        "Lead Chemist, 2019 - Present",
        "- Mixed the blue for every mill in the whole valley",
        "Chemist, 2016 - 2019",
        "- Measured the pale ones",
        "Tarn Glass, York",
        "Lab Assistant, 2014 - 2016",
        "- Washed jars",
    )
    assert [(job.position, job.name, job.startDate) for job in made.work] == [
        ("Lead Chemist", "Marrow Dyes", "2019"),
        ("Chemist", "Marrow Dyes", "2016"),
        ("Lab Assistant", "Tarn Glass", "2014"),
    ]


def test_a_wrapped_bullet_with_years_is_still_one() -> None:
    made = resume(
        [*HEADER, heading("Experience"), "Lead Chemist, Marrow Dyes, 2019 - Present", L("Moved the archive of the dye works and of", x=62, bullet=True), "Pellet Works, 2016 - 2019, to the new house", L("Kept the books of every colour that we made in", x=62, bullet=True), "Leeds, York and Hull between 2016 and 2019"]
    )  # fmt: skip
    assert [(job.position, job.name) for job in made.work] == [("Lead Chemist", "Marrow Dyes")]
    assert [s.text for s in made.work[0].highlights] == [
        "Moved the archive of the dye works and of Pellet Works, 2016 - 2019, to the new house",
        "Kept the books of every colour that we made in Leeds, York and Hull between 2016 and 2019",
    ]


@pytest.mark.parametrize(
    "dates",
    ["14/2018 - 17/2020", "18/04 - 20/11", "FY2018 - FY2020", "2Q18 - 4Q20", "mid-2018 to end of 2020"],
)
def test_dates_are_never_part_of_a_name_nor_a_heading(dates: str) -> None:
    made = text("EXPERIENCE", "Chemist, Pellet Works", dates, "- Measured the pale ones")
    assert [(job.position, job.name, len(job.highlights)) for job in made.work] == [
        ("Chemist", "Pellet Works", 1)
    ]


def test_a_range_written_backwards_is_less_sure() -> None:
    ahead, back = (
        text("EXPERIENCE", "Chemist, Pellet Works", dates, "- Measured the pale ones")
        for dates in ("May 2018 - Aug 2020", "Aug 2020 - May 2018")
    )
    assert (back.work[0].startDate, back.work[0].endDate) == ("2018-05", "2020-08")
    assert back.confidence["work"] < ahead.confidence["work"]


@pytest.mark.parametrize(
    "cells", ["Feb 2018 – || May 2021", "Feb 2018 || – May 2021", "Feb 2018 || to || May 2021"]
)
def test_a_range_in_two_or_three_cells_of_a_row(cells: str) -> None:
    made = resume([*HEADER, heading("Experience"), f"{cells} || Chemist", L("Pellet Works"), L("Measured the pale ones", x=62, bullet=True)])  # fmt: skip
    (job,) = made.work
    assert (job.startDate, job.endDate, job.current) == ("2018-02", "2021-05", False)
    assert {job.position, job.name} == {"Chemist", "Pellet Works"}


@pytest.mark.parametrize(
    "link", [("Feb 2018 –", "May 2021"), ("Feb 2018", "to", "May 2021"), ("Q1 2018", "bis", "Q2 2021")]
)
def test_a_range_on_lines_of_its_own(link: tuple[str, ...]) -> None:
    made = text("EXPERIENCE", "Chemist, Pellet Works", *link, "- Measured the pale ones")
    (job,) = made.work
    assert (job.position, job.name) == ("Chemist", "Pellet Works")
    assert (job.startDate or "")[:4] == "2018" and (job.endDate or "")[:4] == "2021" and not job.current


def test_a_range_that_paragraphs_part_in_a_side_column() -> None:
    made = resume([*HEADER, heading("Experience"), L("Feb 2018 –", gap=120, block=1), L("May 2021", gap=14, block=1), L("Chemist", x=250, gap=120, block=2), L("Pellet Works", x=250, gap=14, block=2), L("Measured the pale ones", x=262, gap=14, bullet=True, block=2)])  # fmt: skip
    (job,) = made.work
    assert (job.startDate, job.endDate, job.current) == ("2018-02", "2021-05", False)


@pytest.mark.parametrize(
    "rows",
    [
        ("| Degree | School | Year |", "|---|---|---|", "| MSc, Colour Chemistry | LUT | 2012–2014 |", "| BSc, Chemistry | KAU | 2009–2012 |"),
        ("MSc Colour Chemistry, LUT, 2012 - 2014", "", "BSc Chemistry, KAU, 2009 - 2012"),
        ("MSc Colour Chemistry, LUT, 2012 - 2014", "BSc Chemistry, KAU, 2009 - 2012"),
    ],
)  # fmt: skip
def test_degrees_below_jobs_are_no_jobs(rows: tuple[str, ...]) -> None:
    lines = [
        "# Jo Marsh",
        "jo@marsh.dev",
        "",
        "## Experience",
        "### Chemist, Pellet Works",
        "2015 - 2019",
        "* Measured the pale ones",
        "",
        *rows,
    ]
    made = parse(read("a.md", data="\n".join(lines).encode()))
    assert [(job.position, job.name, len(job.highlights)) for job in made.work] == [
        ("Chemist", "Pellet Works", 1)
    ]
    assert [(c.studyType, c.area, c.institution, c.endDate) for c in made.education] == [
        ("MSc", "Colour Chemistry", "LUT", "2014"),
        ("BSc", "Chemistry", "KAU", "2012"),
    ]


@pytest.mark.parametrize("head", ["PhD Candidate, LUT, 2012 - 2014", "MSc thesis at Pellet Works, 2012 - 2014", "MD, Pellet Works, 2012 - 2014", "Associate, Pellet Works, 2012 - 2014"])  # fmt: skip
def test_what_sounds_like_a_degree_but_is_work_stays_work(head: str) -> None:
    made = text(
        "EXPERIENCE", "Chemist, Marrow Dyes, 2015 - 2019", "- Mixed the blue", "", head, "- Washed jars"
    )
    assert len(made.work) == 2 and not made.education


@pytest.mark.parametrize(
    ("line", "degree", "area", "school"),
    [
        ("BSc Chemistry, KAU, 2009 - 2012", "BSc", "Chemistry", "KAU"),
        ("MSc, LUT Lahti, 2014", "MSc", None, "LUT Lahti"),
        ("MBA, HR, 2017", "MBA", "HR", None),
        ("Grado en Física, Universidad de Cádiz, 2012", "Grado", "Física", "Universidad de Cádiz"),
        ("Engineer's degree in Dyeing, KAU, 2012", "Engineer's degree", "Dyeing", "KAU"),
    ],
)
def test_schools_by_their_letters(line: str, degree: str, area: str | None, school: str | None) -> None:
    (course,) = text("EDUCATION", line).education
    assert (course.studyType, course.area, course.institution) == (degree, area, school)


def test_a_company_with_its_whole_time_above_its_positions_is_no_job() -> None:
    made = text("EXPERIENCE", "Marrow Dyes (2014 - to date)", "Lead Chemist, 2019 - Present", "- Mixed the blue", "Chemist, 2014 - 2019", "- Washed jars")  # fmt: skip
    assert [(job.position, job.name) for job in made.work] == [
        ("Lead Chemist", "Marrow Dyes"),
        ("Chemist", "Marrow Dyes"),
    ]


def test_heads_in_other_languages() -> None:
    made = text("ESPERIENZE DI LAVORO", "Sviluppatore software, Arno Sistemi S.p.A.", "da marzo 2019 ad oggi", "- Servizi", "", "Analista, Banca Lupo", "2015 - 2019", "- Conti")  # fmt: skip
    assert [(job.position, job.name) for job in made.work] == [
        ("Sviluppatore software", "Arno Sistemi S.p.A."),
        ("Analista", "Banca Lupo"),
    ]


def test_references_keep_their_year_and_certificates_their_issuer() -> None:
    made = text("PUBLICATIONS", "Marsh, J. (2020). Blue dyes. Colour Letters.", "", "CERTIFICATIONS", "Dyer Level 2 – Indigo, Guild of Dyers, 2018")  # fmt: skip
    assert [(p.name, p.date) for p in made.publications] == [
        ("Marsh, J. (2020). Blue dyes. Colour Letters.", "2020")
    ]
    assert [(c.name, c.issuer) for c in made.certificates] == [("Dyer Level 2 – Indigo", "Guild of Dyers")]
