"""Headings: by wording in seven languages, by style where the wording is in doubt, by contents where nobody knows it."""

from __future__ import annotations

import pytest

from aiscreen.parsing.rows.cells import rows_of
from aiscreen.parsing.sections.split import split
from aiscreen.parsing.words.heading_names import name_of
from tests.parsing.build import HEADER, L, document, heading, resume
from tests.parsing.test_forms_and_wraps import text


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("EXPERIENCE", "work"), ("Work Experience:", "work"), ("Professional Experience (Selected)", "work"), ("Relevant Experience", "work"), ("W O R K  E X P E R I E N C E", "work"),
        ("EXPERI E N CE", "work"), ("WORKEXPERIENCE", "work"), ("Berufserfahrung", "work"), ("Expériences professionnelles", "work"), ("Experiencia laboral", "work"),
        ("Experiência Profissional", "work"), ("Werkervaring", "work"), ("Esperienze lavorative", "work"), ("Experience and Projects", "projects"), ("Project Experience", "projects"),
        ("Skills & Tools", "skills"), ("Technical Skills", "skills"), ("Methods and Tools", "skills"), ("Kenntnisse", "skills"), ("Compétences", "skills"), ("Vaardigheden", "skills"),
        ("Education and Training", "education"), ("Ausbildung", "education"), ("Formation", "education"), ("Istruzione e formazione", "education"), ("Opleiding", "education"),
        ("Certifications & Awards", "certificates"), ("Honors & Awards", "awards"), ("Languages", "languages"), ("Idiomas", "languages"), ("Volunteer Experience", "volunteer"),
        ("Open Source Contributions", "open-source"), ("About Me", "summary"), ("Profil", "summary"), ("Publications", "publications"), ("2. Education", "education"), ("Références", "references"),
    ],
)  # fmt: skip
def test_wording(text: str, section: str) -> None:
    named = name_of(text)
    assert named is not None
    assert named[0] == section


@pytest.mark.parametrize(
    "text",
    [
        "Senior Engineer",
        "of Technology",
        "Built skills",
        "Acme Education Ltd",
        "",
        "2019 – 2021",
        "Worked with data",
        "Python",
    ],
)
def test_other_wording_is_no_heading(text: str) -> None:
    assert name_of(text) is None


def kinds(lines: list[L | str]) -> list[tuple[str, int]]:
    return [(part.kind, len(part.rows)) for part in split(rows_of(document(lines)))]


def test_a_label_in_the_wording_of_a_heading_is_none() -> None:
    lines = [
        *HEADER,
        heading("Skills"),
        L("Languages", bold=True),
        "Python, Go",
        L("Tools", bold=True),
        "Git",
        heading("Languages"),
        "English",
    ]
    assert kinds(lines) == [("header", 3), ("skills", 4), ("languages", 1)]


def test_an_unknown_heading_ends_the_section_before_it() -> None:
    lines = [
        *HEADER,
        heading("Experience"),
        "Engineer, Acme || 2019 - 2021",
        heading("Odd Bits"),
        "I keep bees and bicycles.",
        heading("Education"),
        "BSc Physics, University of York || 2015",
    ]
    assert kinds(lines) == [("header", 3), ("work", 1), ("other", 1), ("education", 1)]


def test_an_unknown_heading_is_told_by_its_contents() -> None:
    lines = [
        *HEADER,
        heading("Education"),
        "BSc Physics, University of York || 2012 - 2015",
        heading("Adventures in Employment"),
        "Data Engineer, Acme || 2019 - 2021",
        L("Moved 40 jobs", bullet=True),
    ]
    assert [kind for kind, _ in kinds(lines)] == ["header", "education", "work"]


def test_headings_in_a_margin_stand_before_their_rows() -> None:
    made = resume(
        [
            *HEADER,
            L("**EXPERIENCE** || Data Engineer, Acme Ltd, 2019 - 2021", gap=14),
            L("Moved 40 jobs to Airflow", x=400, bullet=True),
            L("**EDUCATION** || BSc Physics, University of York, 2015", gap=14),
        ]
    )
    assert [(job.position, job.name) for job in made.work] == [("Data Engineer", "Acme Ltd")]
    assert made.education[0].institution == "University of York"


def test_without_headings_paragraphs_tell() -> None:
    made = resume(
        [
            *HEADER,
            L("Data Engineer, Acme Ltd", gap=20),
            "Jan 2020 - Present",
            L("Built pipelines in Spark", bullet=True),
            L("Analyst, Beta Group", gap=20),
            "2017 - 2019",
            L("BSc Mathematics, University of York, 2014 - 2017", gap=20),
        ]
    )
    assert [(job.position, job.name, job.startDate) for job in made.work] == [
        ("Data Engineer", "Acme Ltd", "2020-01"),
        ("Analyst", "Beta Group", "2017"),
    ]
    assert made.education[0].endDate == "2017"


def test_a_heading_broken_over_two_lines_is_one_though_each_could_be_one() -> None:
    lines: list[L | str] = [
        *HEADER,
        heading("Professional Skills"), L("Summary", size=14, bold=True, gap=0), "Languages: Python, Go", "Tools: Docker, Kafka",
        heading("Experience"), "Engineer, Acme Ltd || 2019 - 2021",
    ]  # fmt: skip
    assert [kind for kind, _ in kinds(lines)] == ["header", "skills", "work"]


def test_short_words_in_small_letters_are_no_letters_set_apart() -> None:
    made = text(
        "who I am", "Just finished school.", "", "school projects", "- digits read by a network, graded 17/20",
    )  # fmt: skip
    assert [project.name or project.highlights[0].text for project in made.projects] == ["digits read by a network, graded 17/20"]  # fmt: skip
