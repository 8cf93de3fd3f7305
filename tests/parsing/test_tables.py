"""Tables: key/value forms, header rows that name the columns, tables of skills, grids of jobs side by side."""

from __future__ import annotations

import pytest

from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.reading import read
from tests.parsing.build import HEADER, L, heading, resume

Jobs = list[tuple[str | None, str | None, str | None, str | None]]


def jobs(made: Resume) -> Jobs:
    return [(job.name, job.position, job.startDate, job.endDate) for job in made.work]


def said(made: Resume) -> list[list[str]]:
    return [[statement.text for statement in [*job.summary, *job.highlights]] for job in made.work]


WANTED: Jobs = [
    ("Rheinwerk Logistik AG", "Data Engineer", "2022-04", None),
    ("Isar Sensorik GmbH", "Data Analyst", "2019-01", "2022-03"),
]


@pytest.mark.parametrize(
    ("above", "period", "client", "role", "tasks", "tools"),
    [
        ("Projekthistorie", "Zeitraum", "Kunde", "Rolle", "Aufgaben", "Technologien"),
        ("Projekte", "Projektzeitraum", "Auftraggeber", "Funktion", "Tätigkeiten", "Werkzeuge"),
        ("Project History", "Period", "Client", "Role", "Tasks", "Technologies"),
        ("Missions", "Période", "Client", "Poste", "Réalisations", "Environnement technique"),
        ("Projetos", "Período", "Cliente", "Função", "Atividades", "Tecnologias"),
        ("Progetti", "Periodo", "Cliente", "Ruolo", "Attività", "Tecnologie"),
        ("Projecten", "Periode", "Opdrachtgever", "Rol", "Werkzaamheden", "Technieken"),
    ],
)
def test_a_freelancers_projects_are_jobs(
    above: str, period: str, client: str, role: str, tasks: str, tools: str
) -> None:
    lines: list[L | str] = [*HEADER, heading("Skills"), "Python, SQL, Kafka", heading(above)]
    for dates, name, title in (
        ("04/2022 - heute", "Rheinwerk Logistik AG", "Data Engineer"),
        ("01/2019 - 03/2022", "Isar Sensorik GmbH", "Data Analyst"),
    ):
        lines += [
            f"**{period}** || {dates}",
            f"**{client}** || {name}",
            f"**{role}** || {title}",
            L(f"**{tasks}** || Built the pipelines for parcels", bullet=True),
            L("Moved the ledgers to Snowflake", x=400, bullet=True),
            f"**{tools}** || Python, Kafka",
        ]
    made = resume(lines)
    assert jobs(made) == WANTED
    assert said(made)[0][:2] == ["Built the pipelines for parcels", "Moved the ledgers to Snowflake"]
    assert len(said(made)[0]) == 3 and said(made)[0][2].endswith("Python, Kafka")


@pytest.mark.parametrize(
    "columns",
    [
        ("Company", "Designation", "Period"),
        ("Arbeitgeber", "Position", "Zeitraum"),
        ("Organisation", "Role", "Duration"),
        ("Entreprise", "Poste", "Période"),
    ],
)
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (2, 1, 0)])
def test_the_header_row_names_the_columns_of_jobs(columns: tuple[str, ...], order: tuple[int, ...]) -> None:
    rows = [
        columns,
        ("Rheinwerk Logistik AG", "Data Engineer", "04/2022 - present"),
        ("Isar Sensorik GmbH", "Data Analyst", "01/2019 - 03/2022"),
    ]
    table: list[L | str] = [" || ".join(row[i] for i in order) for row in rows]
    assert jobs(resume([*HEADER, heading("Work Experience"), *table])) == WANTED


def test_a_start_and_an_end_in_columns_of_their_own_and_a_number_before_all() -> None:
    table: list[L | str] = [
        "S. No. || Company || Designation || From || To",
        "1 || Rheinwerk Logistik AG || Data Engineer || Apr 2022 || Till date",
        "2 || Isar Sensorik GmbH || Data Analyst || Jan 2019 || Mar 2022",
    ]
    assert jobs(resume([*HEADER, heading("Employment Record"), *table])) == WANTED


def test_courses_by_their_columns() -> None:
    table: list[L | str] = [
        "Degree / Certificate || Institute || Board / University || Year || % / CGPA",
        "B.E. (Computer Engineering) || Sahyadri College || Pune University || 2017 || 8.1",
        "HSC || Modern Junior College || State Board || 2013 || 84.2%",
    ]
    made = resume([*HEADER, heading("Educational Qualifications"), *table])
    found = [(c.studyType, c.area, c.institution, c.endDate, c.score) for c in made.education]
    assert found == [
        ("B.E.", "Computer Engineering", "Sahyadri College", "2017", "8.1"),
        ("HSC", None, "Modern Junior College", "2013", "84.2%"),
    ]


def test_where_courses_were_in_a_column_of_its_own() -> None:
    table: list[L | str] = [
        "Degree || University || Location || Year",
        "MSc in Statistics || University of Leeds || Leeds || 2019",
        "BSc in Physics || University of Oslo || Oslo || 2016",
    ]
    made = resume([*HEADER, heading("Education"), *table])
    assert [(course.institution, course.location, course.endDate) for course in made.education] == [
        ("University of Leeds", "Leeds", "2019"),
        ("University of Oslo", "Oslo", "2016"),
    ]


@pytest.mark.parametrize(
    "head",
    ["Technology || Level || Years || Last used", "Kenntnis || Niveau || Jahre || Zuletzt genutzt"],
)
def test_a_table_of_skills_lists_skills_and_no_levels(head: str) -> None:
    table: list[L | str] = [head, "Apache Spark || Expert || 7 || 2026", "C, C++ || Good || 3 || 2024"]
    made = resume([*HEADER, heading("Skills Matrix"), *table, heading("Languages"), "English, Dutch"])
    assert [keyword for group in made.skills for keyword in group.keywords] == ["Apache Spark", "C", "C++"]


def test_groups_of_a_table_of_skills() -> None:
    table: list[L | str] = [
        "Category || Skills || Level",
        "Languages || Go, R || Good",
        "Cloud || AWS || Basic",
    ]
    made = resume([*HEADER, heading("Technical Skills"), *table])
    assert [(group.name, group.keywords) for group in made.skills] == [
        ("Languages", ["Go", "R"]),
        ("Cloud", ["AWS"]),
    ]


def test_a_typed_table_goes_on_where_its_first_cells_are_empty() -> None:
    text = """# Ines Okafor
ines@post.example

## Work experience
| Period | Company | Position | Description |
|---|---|---|---|
| 04/2022 - present | Rheinwerk Logistik AG | Data Engineer | Built the pipelines for parcels. |
| | | | Moved the ledgers to Snowflake. |
| 01/2019 - 03/2022 | Isar Sensorik GmbH | Data Analyst | Wrote the weekly reports. |
"""
    made = parse(read("a.txt", data=text.encode()))
    assert jobs(made) == WANTED
    assert said(made) == [
        ["Built the pipelines for parcels.", "Moved the ledgers to Snowflake."],
        ["Wrote the weekly reports."],
    ]


def test_the_right_half_of_a_grid_of_jobs_above_other_sections() -> None:
    def job(x: float, block: int, title: str, name: str, dates: str) -> list[L | str]:
        return [
            L(title, x=x, block=block, bold=True, gap=14),
            L(name, x=x, block=block),
            L(dates, x=x, block=block),
            L("Built the pipelines", x=x + 10, block=block, bullet=True),
        ]

    top = len(HEADER) * 20.0 + 100
    left = [*job(50, 1, "Data Engineer", "Rheinwerk Logistik AG", "04/2022 - present")]
    right = [*job(320, 2, "Data Analyst", "Isar Sensorik GmbH", "01/2019 - 03/2022")]
    for column in (left, right):
        assert isinstance(column[0], L)
        column[0].gap = top
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            *left,
            heading("Education", x=50, block=1),
            L("BSc Statistics, University of Leeds, 2018", x=50, block=1),
            *right,
            heading("Skills", x=320, block=2),
            L("Python, SQL", x=320, block=2),
        ]
    )
    assert jobs(made) == WANTED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("MSc in Physics. University of Leeds", ("MSc", "Physics", "University of Leeds")),
        (
            "Técnico Superior en Cocina. Escuela de Hostelería de Artxanda",
            ("Técnico Superior", "Cocina", "Escuela de Hostelería de Artxanda"),
        ),
        ("BSc Statistics (University of Hull)", ("BSc", "Statistics", "University of Hull")),
    ],
)
def test_a_school_behind_a_full_stop_or_in_brackets(text: str, wanted: tuple[str, ...]) -> None:
    made = resume([*HEADER, heading("Education"), f"2014 - 2016 || {text}"])
    assert [(c.studyType, c.area, c.institution) for c in made.education] == [wanted]


def test_the_date_at_which_a_course_was_completed() -> None:
    made = resume(
        [
            *HEADER,
            heading("Education"),
            L("University of Leeds", bold=True),
            "Bachelor of Science, Physics",
            "Completed 12/2009, GPA 3.4 of 4.0",
        ]
    )
    assert [(c.institution, c.endDate) for c in made.education] == [("University of Leeds", "2009-12")]


def test_a_column_of_languages_beside_skills() -> None:
    lines = ["Consolidation || French: native", "Fiscal law || Dutch: B2", "Excel"]
    made = resume([*HEADER, heading("Skills and Languages"), *lines])
    assert [keyword for group in made.skills for keyword in group.keywords] == [
        "Consolidation",
        "Fiscal law",
        "Excel",
    ]
    assert [(tongue.language, tongue.fluency) for tongue in made.languages] == [
        ("French", "native"),
        ("Dutch", "B2"),
    ]


def test_the_title_of_a_forms_field_is_the_headline() -> None:
    made = resume([HEADER[0], "Present designation: Design Engineer", HEADER[2]])
    assert made.basics.label == "Design Engineer"


def test_a_head_of_two_cells_below_a_full_bullet_is_no_part_of_it() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Rheinwerk Logistik AG || Leeds",
            "Data Engineer || 04/2022 - present",
            L("Built the pipelines for parcels and moved the ledgers to", x=60, bullet=True, gap=1),
            L("a warehouse", x=60, gap=1),
            L("Wrote the reports on parcels and moved the ledgers to it", x=60, bullet=True, gap=1),
            "CERN || Geneva",
            "Data Analyst || 01/2019 - 03/2022",
            L("Analysed the trigger-level jets", x=60, bullet=True, gap=1),
        ]
    )
    assert jobs(made) == [
        ("Rheinwerk Logistik AG", "Data Engineer", "2022-04", None),
        ("CERN", "Data Analyst", "2019-01", "2022-03"),
    ]


def test_a_cell_that_goes_on_on_its_next_line() -> None:
    table: list[L | str] = [
        "Employer || Position || Dates",
        L("Rheinwerk || Data Engineer || 04/2022 - present", gap=8),
        L("Logistik AG", gap=0),
        L("Isar Sensorik GmbH || Data || 01/2019 - 03/2022", gap=8),
        L("Analyst", x=400, gap=0),
    ]
    assert jobs(resume([*HEADER, heading("Employment"), *table])) == WANTED


@pytest.mark.parametrize("above", ["Teaching", "Teaching and Mentoring"])
def test_courses_that_somebody_gave_are_neither_jobs_nor_studies(above: str) -> None:
    made = resume(
        [
            *HEADER,
            heading("Appointments"),
            "2019 - Present || Associate Professor",
            "University of Leeds",
            heading(above),
            "2016 - 2020 || STAT 849 Theory of Linear Models (graduate)",
            "2012 - 2014 || Computational Statistics, ETH Zürich",
        ]
    )
    assert [job.position for job in made.work] == ["Associate Professor"] and not made.education


def test_projects_in_cards_side_by_side() -> None:
    made = resume(
        [
            *HEADER,
            heading("Side projects"),
            L("Tideclock", x=50, block=1, bold=True, gap=200),
            L("Tide times widget, 60,000 downloads", x=50, block=1),
            L("Cairnkit", x=320, block=2, bold=True, gap=200),
            L("A package of accessibility test helpers", x=320, block=2),
        ]
    )
    assert [project.name for project in made.projects] == ["Tideclock", "Cairnkit"]


def test_a_column_of_two_names_one_below_the_other() -> None:
    table: list[L | str] = [
        "Period || Company / Position || Tasks",
        L("04/2022 - present || Rheinwerk Logistik AG || Built pipelines.", gap=8),
        L("Data Engineer", x=400, gap=0),
        L("01/2019 - 03/2022 || Isar Sensorik GmbH || Wrote reports.", gap=8),
        L("Data Analyst", x=400, gap=0),
    ]
    made = resume([*HEADER, heading("Employment"), *table])
    assert jobs(made) == WANTED
    assert said(made) == [["Built pipelines."], ["Wrote reports."]]


def test_a_table_of_rated_skills_without_names_of_its_columns() -> None:
    table: list[L | str] = ["Python || Expert || 10 years", "Apache Spark || Very good || 6 years"]
    made = resume([*HEADER, heading("Skills"), *table])
    assert [keyword for group in made.skills for keyword in group.keywords] == ["Python", "Apache Spark"]


def test_lists_beside_each_other_keep_their_skills() -> None:
    table: list[L | str] = ["Python || Docker", "Apache Spark || Terraform"]
    made = resume([*HEADER, heading("Skills"), *table])
    found = {keyword for group in made.skills for keyword in group.keywords}
    assert found == {"Python", "Apache Spark", "Docker", "Terraform"}
