"""Education, skills, languages, projects and the short sections."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiscreen.models.document import Box, Line, Word
from aiscreen.models.resume import Resume
from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.cells import cells_of
from aiscreen.parsing.skills import parse_skills
from aiscreen.parsing.statements import Ledger
from aiscreen.parsing.words.lists import split_list
from tests.parsing.build import HEADER, L, heading, resume


def section(name: str, *lines: L | str) -> Resume:
    return resume(
        [*HEADER, heading("Experience"), "Engineer, Acme Ltd || 2019 - 2021", heading(name), *lines]
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["University of York", "MSc in Statistics", "Sep 2017 - Jun 2019"], ["MSc in Statistics, University of York || 2017 - 2019"], ["University of York, MSc Statistics (2017 – 2019)"],
        ["MSc Statistics at University of York || 2017 – 2019"], ["Statistics, MSc, University of York", "2017 - 2019"], ["MSc || University of York, Statistics || 2017 - 2019"],
        ["2017 - 2019 || University of York", "MSc - Statistics"], ["University of York || 2019", "MSc, Statistics"], ["MSc Statistics | University of York | York, UK | 2019"], ["University of York – MSc – Statistics – 2017-19"],
        ["Degree: MSc", "Institution: University of York", "Field of study: Statistics", "Year: 2019"], ["MSc, Statistics", "University of York, York, UK", "Graduated: June 2019"],
        ["Degree || Institution || Year", "MSc Statistics || University of York || 2019"],
    ],
)  # fmt: skip
def test_a_course_in_every_order(lines: list[str]) -> None:
    (course,) = section("Education", *lines).education
    assert (course.institution, course.studyType, course.area) == ("University of York", "MSc", "Statistics")
    assert (course.endDate or "")[:4] == "2019"


@pytest.mark.parametrize(
    ("text", "kind", "area"),
    [("Bachelor of Science in Physics", "Bachelor of Science", "Physics"), ("B.Sc. (Hons) Computer Science", "B.Sc. (Hons)", "Computer Science"), ("B.Tech, Civil Engineering", "B.Tech", "Civil Engineering"),
     ("Ph.D. in Computational Linguistics", "Ph.D.", "Computational Linguistics"), ("Licenciatura en Matemáticas", "Licenciatura", "Matemáticas"), ("Laurea magistrale in Fisica", "Laurea magistrale", "Fisica"),
     ("Associate Degree in Nursing", "Associate Degree", "Nursing"), ("MBA", "MBA", None), ("Diplôme d'ingénieur Informatique", "Diplôme d'ingénieur", "Informatique")],
)  # fmt: skip
def test_degrees_of_many_lands(text: str, kind: str, area: str | None) -> None:
    (course,) = section("Education", "Universidad Central || 2012 - 2016", text).education
    assert (course.studyType, course.area) == (kind, area)


def test_labels_with_a_point_and_labels_level_with_their_lists() -> None:
    made = section("Skills", "Languages. Python; Go; SQL.", "Platform. Kubernetes; Kafka.").skills
    assert [(s.name, s.keywords) for s in made] == [
        ("Languages", ["Python", "Go", "SQL"]),
        ("Platform", ["Kubernetes", "Kafka"]),
    ]
    made = section(
        "Skills", L("Languages", x=74, bold=True), L("Python, Go, SQL", x=134, gap=-12), L("Ops", x=104, bold=True),
        L("Docker, Kafka", x=134, gap=-12),
    ).skills  # fmt: skip
    assert [(s.name, s.keywords) for s in made] == [
        ("Languages", ["Python", "Go", "SQL"]),
        ("Ops", ["Docker", "Kafka"]),
    ]


def test_grades_and_two_courses() -> None:
    courses = section(
        "Education",
        L("University of York || 2017 - 2019", bold=True),
        "MSc Statistics, GPA: 3.9/4.0",
        L("Leeds College || 2014 - 2017", bold=True, gap=8),
        "BSc Mathematics",
    ).education
    assert [(c.institution, c.area, c.score, c.endDate) for c in courses] == [
        ("University of York", "Statistics", "3.9/4.0", "2019"),
        ("Leeds College", "Mathematics", None, "2017"),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Python, Go; SQL | Rust • C++ · R / Julia", ["Python", "Go", "SQL", "Rust", "C++", "R", "Julia"]),
        ("AWS (EC2, S3), CI/CD, Node.js, C#", ["AWS (EC2, S3)", "CI/CD", "Node.js", "C#"]),
        ("Python ●●●●○, Go ★★★, SQL 80%", ["Python", "Go", "SQL"]),
        ("pandas, NumPy and scikit-learn", ["pandas", "NumPy and scikit-learn"]),
        ("Docker ~ Kafka ~ Spark", ["Docker", "Kafka", "Spark"]),
        ("Python, and Go.", ["Python", "Go"]),
    ],
)
def test_lists_are_split_at_their_marks(text: str, items: list[str]) -> None:
    assert split_list(text) == items


@given(
    st.lists(
        st.from_regex(r"(?!Et |Und |And )[A-Z][a-z]{1,8}( [A-Z][a-z]{1,6})?", fullmatch=True),
        min_size=1,
        max_size=9,
    ),
    st.sampled_from([", ", "; ", " | ", " • ", " · ", " / ", " ~ "]),
)
def test_any_list_splits_back(items: list[str], mark: str) -> None:
    assert split_list(mark.join(items)) == items


@pytest.mark.parametrize(
    "lines",
    [
        ["Languages: Python, Go", "Platform: Docker, Amazon Web Services"],
        [L("Languages", bold=True), "Python, Go", L("Platform", bold=True, gap=6), "Docker, Amazon Web Services"],
        ["Languages || Python, Go", "Platform || Docker, Amazon Web Services"],
        ["**Languages** Python, Go", "**Platform** Docker, Amazon Web Services"],
        [L("Languages: Python, Go", bullet=True), L("Platform: Docker, Amazon", bullet=True), L("Web Services")],
    ],
)  # fmt: skip
def test_groups_of_skills(lines: list[L | str]) -> None:
    groups = section("Skills", *lines).skills
    assert [(g.name, g.keywords) for g in groups] == [
        ("Languages", ["Python", "Go"]),
        ("Platform", ["Docker", "Amazon Web Services"]),
    ]


def test_skills_without_groups() -> None:
    made = section(
        "Skills",
        L("Python", bullet=True),
        L("Amazon Web Services", bullet=True),
        L("Go || Rust", bullet=True),
    )
    assert [word for g in made.skills for word in g.keywords] == [
        "Python",
        "Amazon Web Services",
        "Go",
        "Rust",
    ]


def test_languages_with_levels() -> None:
    for lines in (
        ["English (Native), German (C1)"],
        ["English: Native", "German: C1"],
        ["English || Native", "German || C1"],
        ["English – Native | German – C1"],
        ["English", "Native", "German", "C1"],
    ):
        found = section("Languages", *lines).languages
        assert [(x.language, x.fluency) for x in found] == [("English", "Native"), ("German", "C1")], lines


def test_projects() -> None:
    made = section(
        "Projects", L("**rankeval** || Mar 2023 – Present"), "Metrics for ranking, github.com/inok/rankeval", L("Used by three shops", x=65, bullet=True),
        L("**hivewatch** (2021): counts bees at the door of a hive", gap=8),
    ).projects  # fmt: skip
    assert [(p.name, p.startDate, p.current) for p in made] == [
        ("rankeval", "2023-03", True),
        ("hivewatch", "2021", False),
    ]
    assert (made[0].url or "").endswith("github.com/inok/rankeval")
    assert [s.text for s in made[0].highlights] == ["Used by three shops"]


def test_certificates() -> None:
    made = section(
        "Certifications",
        "Kubernetes Application Developer, Cloud Foundation || May 2022",
        L("Data Engineer Associate – Databricks, 2021", gap=2),
    ).certificates
    assert [(item.date, item.name.split(",")[0].split(" –")[0]) for item in made] == [
        ("2022-05", "Kubernetes Application Developer"),
        ("2021", "Data Engineer Associate"),
    ]


def test_courses_that_flow_beside_each_other() -> None:
    made = section(
        "Education",
        "University of York || 2017-09 - 2019-06 || University of Hull",
        "2013-09 - 2016-07",
    )
    assert [(course.institution, course.startDate, course.endDate) for course in made.education] == [
        ("University of York", "2017-09", "2019-06"),
        ("University of Hull", "2013-09", "2016-07"),
    ]


def test_an_item_broken_over_two_lines_is_one_skill_and_no_label() -> None:
    (group,) = section(
        "Skills",
        L("Docker", x=65, bullet=True),
        L("Customer", x=65, bullet=True),
        L("service", x=65),
        L("Argo", x=65, bullet=True),
        L("Workflows", x=65),
        L("Kafka", x=65, bullet=True),
    ).skills
    assert group.keywords == ["Docker", "Customer service", "Argo Workflows", "Kafka"]


def row(y: float, *cells: tuple[float, str], bold: bool = False, space: float = 2.5) -> Row:
    """A row of cells, each at its left edge; a space inside a tag is written "_" and is half as wide as others."""
    words: list[Word] = []
    for x, text in cells:
        for tag in text.split():
            for word in tag.split("_"):
                words.append(Word(word, Box(x, y, x + 5.0 * len(word), y + 12), 10.0, bold))
                x += 5.0 * len(word) + space / 2
            x += space / 2
    return Row(
        Line(tuple(words), Box(words[0].box.x0, y, words[-1].box.x1, y + 12), 1, 1, 0),
        int(y),
        cells_of(tuple(words)),
    )


@pytest.mark.parametrize("space", [11.0, 15.0])
def test_tags_set_with_wide_spaces(space: float) -> None:
    (group,) = parse_skills([row(40, (50, "RAG pgvector Prompt_engineering GCP"), space=space)], Ledger())
    assert group.keywords == ["RAG", "pgvector", "Prompt engineering", "GCP"]


def test_tags_in_frames_stand_below_their_label_in_one_style() -> None:
    """Frames stand further apart than words do; the reader has seen them."""
    lines = []
    for y, text in (
        (40, "Platforms"),
        (60, "AURIX Zephyr AUTOSAR_Classic"),
        (90, "Utilities"),
        (110, "Trace32_Pro Git"),
    ):
        made = row(y, (50, text), space=7.0)
        cuts = [i for i, (a, b) in enumerate(pairwise(made.line.words), 1) if b.box.x0 - a.box.x1 > 5]
        line = replace(made.line, cuts=tuple(cuts))
        lines.append(Row(line, y, cells_of(line.words, {id(line.words[i]) for i in cuts})))
    groups = parse_skills(lines, Ledger())
    assert [(group.name, group.keywords) for group in groups] == [
        ("Platforms", ["AURIX", "Zephyr", "AUTOSAR Classic"]),
        ("Utilities", ["Trace32 Pro", "Git"]),
    ]


def test_a_label_as_wide_as_its_column_stands_close_to_its_list() -> None:
    rows = [
        row(40, (50, "Infrastructure"), (124, "Kubernetes, Terraform")),
        row(54, (50, "Observing"), (124, "Prometheus, Loki")),
        row(68, (50, "Languages"), (124, "Go, Bash")),
    ]
    groups = parse_skills(rows, Ledger())
    assert [(group.name, group.keywords) for group in groups] == [
        ("Infrastructure", ["Kubernetes", "Terraform"]),
        ("Observing", ["Prometheus", "Loki"]),
        ("Languages", ["Go", "Bash"]),
    ]


def test_lists_centred_beside_each_other() -> None:
    rows = [
        row(40, (100, "Languages"), (400, "Databases"), bold=True),
        row(54, (85, "Python, Go, Rust,"), (370, "Postgres, Redis, DuckDB")),
        row(68, (115, "SQL")),
    ]
    groups = parse_skills(rows, Ledger())
    assert [(group.name, group.keywords) for group in groups] == [
        ("Languages", ["Python", "Go", "Rust", "SQL"]),
        ("Databases", ["Postgres", "Redis", "DuckDB"]),
    ]


def test_an_abbreviation_alone_heads_a_list_as_words_do() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"), "Engineer, Acme Ltd || 2019 - 2021",
            heading("LLM"), "RAG, pgvector, LangChain,", "Prompt engineering, Fine-tuning",
            heading("Platforms"), "Kubernetes, Docker,", "Terraform, Kafka, Airflow",
        ]
    )  # fmt: skip
    assert [(group.name, len(group.keywords)) for group in made.skills] == [("LLM", 5), ("Platforms", 5)]


def test_the_date_below_what_is_said_of_a_course() -> None:
    (course,) = section(
        "Education",
        L("State University", bold=True),
        L("BSc: Hospitality", x=65, bullet=True),
        "2009-08 to 2013-12",
    ).education
    assert (course.institution, course.endDate, course.area) == ("State University", "2013-12", "Hospitality")


def test_name_and_date_both_broken_over_two_lines() -> None:
    (project,) = section(
        "Projects", L("Snow Plough || 11/2025 -"), L("Tracker || 01/2026"), L("A map", x=65, bullet=True)
    ).projects
    assert (project.startDate, project.endDate) == ("2025-11", "2026-01")


@pytest.mark.parametrize(
    "order", [("BSc, Statistics", "University of York"), ("University of York", "BSc, Statistics")]
)
def test_degree_and_school_on_rows_of_their_own_without_dates(order: tuple[str, str]) -> None:
    made = section(
        "Education", *order, *(text.replace("York", "Hull").replace("BSc", "MSc") for text in order)
    )
    assert [(c.institution, c.studyType, c.area) for c in made.education] == [
        ("University of York", "BSc", "Statistics"),
        ("University of Hull", "MSc", "Statistics"),
    ]


@pytest.mark.parametrize(
    ("text", "school", "place", "field"),
    [
        ("B.E. Electronics, College of Engineering, Guindy", "College of Engineering, Guindy", None, "Electronics"),
        ("BSc Physics, University of Leeds, Headingley", "University of Leeds", "Headingley", "Physics"),
        ("BSc, University of Leeds, Physics", "University of Leeds", None, "Physics"),
    ],
)  # fmt: skip
def test_a_town_that_nobody_listed_behind_a_school(
    text: str, school: str, place: str | None, field: str
) -> None:
    (course,) = section("Education", f"{text}, 2014 – 2018").education
    assert (course.institution, course.location, course.area) == (school, place, field)


def test_tags_that_begin_level_are_no_centred_columns() -> None:
    """One column of tags below its label, whose middles come close by chance."""
    rows = [
        row(40, (50, "Generative"), bold=True),
        row(54, (56, "LangGraph"), (120, "Chains")),
        row(68, (56, "LlamaIdx"), (120, "vector")),
        row(82, (56, "OpenAPIs")),
        row(100, (50, "Programmes"), bold=True),
        row(114, (56, "Python"), (96, "SQL"), (120, "FastAPI")),
    ]
    groups = parse_skills(rows, Ledger())
    assert [(group.name, set(group.keywords)) for group in groups] == [
        ("Generative", {"LangGraph", "Chains", "LlamaIdx", "vector", "OpenAPIs"}),
        ("Programmes", {"Python", "SQL", "FastAPI"}),
    ]


def test_a_subject_that_goes_on_below_before_its_school() -> None:
    column = [
        heading("Education", x=300.0, block=1),
        L("B.E. Electronics and Communication", x=300.0, block=1),
        L("Engineering, University of Leeds, 2014 – 2018", x=300.0, block=1),
    ]
    (course,) = resume([*HEADER, *column]).education
    assert (course.area, course.institution) == (
        "Electronics and Communication Engineering",
        "University of Leeds",
    )


def test_a_centred_range_that_goes_on_below() -> None:
    (course,) = section(
        "Education", L("BSc Physics, University of Leeds, 2014 –", x=60.0), L("2018", x=142.5)
    ).education
    assert (course.startDate, course.endDate) == ("2014", "2018")
