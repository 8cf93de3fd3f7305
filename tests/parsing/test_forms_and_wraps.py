"""Forms that name their fields, lines that run over, lists with and without labels: each as people write them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aiscreen.models.document import Box, Document, Line, Word
from aiscreen.models.resume import Resume
from aiscreen.parsing import parse
from aiscreen.parsing.rows.cells import rows_of
from aiscreen.reading import read
from tests.parsing.build import HEADER, L, document, heading, resume


def text(*lines: str) -> Resume:
    """A résumé of plain text with these lines."""
    top = ["Ines Okafor", "Data Engineer", "ines.okafor@post.example", ""]
    return parse(read("cv.txt", data="\n".join([*top, *lines]).encode()))


EUROPASS = {
    "en": ("Work experience", "Dates", "Occupation or position held", "Main activities and responsibilities", "Name and address of employer"),
    "de": ("Berufserfahrung", "Datum", "Beruf oder Funktion", "Wichtigste Tätigkeiten und Zuständigkeiten", "Name und Adresse des Arbeitgebers"),
    "fr": ("Expérience professionnelle", "Dates", "Fonction ou poste occupé", "Principales activités et responsabilités", "Nom et adresse de l'employeur"),
    "it": ("Esperienza professionale", "Date", "Lavoro o posizione ricoperti", "Principali attività e responsabilità", "Nome e indirizzo del datore di lavoro"),
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(EUROPASS))
def test_the_european_form_names_the_employer_last(language: str) -> None:
    title, dates, position, duties, employer = EUROPASS[language]
    lines: list[L | str] = [*HEADER, heading(title)]
    for name, job, start in (("Quarry Freight", "Data Engineer", 2019), ("Tide Office", "Analyst", 2016)):
        lines += [
            f"{dates} || {start} - {start + 3}",
            f"{position} || {job}",
            f"{duties} || Moved the nightly ledgers to a queue that never",
            L("waits for anyone. Wrote the plan.", x=400),
            f"{employer} || {name}, Leeds, UK",
        ]
    made = resume(lines)
    assert [(job.position, job.name, job.location, job.startDate) for job in made.work] == [
        ("Data Engineer", "Quarry Freight", "Leeds, UK", "2019"),
        ("Analyst", "Tide Office", "Leeds, UK", "2016"),
    ]
    assert [[said.text for said in (*job.summary, *job.highlights)] for job in made.work] == [
        ["Moved the nightly ledgers to a queue that never waits for anyone.", "Wrote the plan."]
    ] * 2


def test_a_head_of_many_parts_between_marks_keeps_its_dates() -> None:
    made = text(
        "EXPERIENCE",
        "Senior Data Engineer | Quarry Freight | Ho Chi Minh City, Vietnam | Jan 2021 - Present",
        "- Moved the ledgers",
        "- Wrote the plan for the year",
        "",
        "Sr. Director of Engineering (Machine Learning) | Bright & Sons, Inc. | San José, CA | Aug 2017 - Dec 2020",
        "- Built the first model",
    )
    assert [(job.name, job.startDate, job.endDate) for job in made.work] == [
        ("Quarry Freight", "2021-01", None),
        ("Bright & Sons, Inc.", "2017-08", "2020-12"),
    ]


def test_a_range_that_runs_over_the_line_ends_on_the_next() -> None:
    made = resume(
        [
            *HEADER,
            heading("Education"),
            "Institute of the Northern Isles | Bachelor of Science in Computer Science | Aug 2020 –",
            "Jun 2024",
            L("Harbour College | Diploma in Mathematics | Sep 2018 – Jun 2020", gap=8),
        ]
    )
    assert [(course.startDate, course.endDate) for course in made.education] == [
        ("2020-08", "2024-06"),
        ("2018-09", "2020-06"),
    ]
    assert not any(course.highlights for course in made.education)


def test_the_end_of_a_wrapped_title_is_no_heading() -> None:
    """ "Learning" heads education elsewhere; with the bracket that the row above opened it ends a title."""
    made = resume(
        [
            *HEADER,
            heading("EMPLOYMENT"),
            L("Director of Engineering (Machine || Bright & Sons || Jan 2020 – Dec 2022", bold=True),
            L("Learning)", bold=True, gap=1),
            L("Grew the team from three people to nineteen and set up its on-call", x=65, bullet=True),
            L("Tech Lead || Quarry Freight || Jan 2017 – Dec 2019", bold=True),
            L("Wrote the plan for the year and kept it through the spring", x=65, bullet=True),
        ]
    )  # fmt: skip
    assert [(job.position, job.name) for job in made.work] == [
        ("Director of Engineering (Machine Learning)", "Bright & Sons"),
        ("Tech Lead", "Quarry Freight"),
    ]
    assert not made.education


def test_a_bold_head_of_two_lines_starts_its_entry() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            L("Quarry Freight — Data Engineer", bold=True, gap=8),
            "2019 – 2022",
            L("Moved the ledgers from the office to a queue that never waits for any", x=65, bullet=True),
            L("Society for the Statistics of Northern Harbours and Isles — Intern in", bold=True, gap=8),
            L("Linguistics", bold=True, gap=0),
            "2017 – 2019",
            L("Counted the words of old letters", x=65, bullet=True),
        ]
    )
    assert [(job.position, job.name) for job in made.work] == [
        ("Data Engineer", "Quarry Freight"),
        ("Intern in Linguistics", "Society for the Statistics of Northern Harbours and Isles"),
    ]


def test_a_subject_that_its_line_broke_is_whole() -> None:
    made = resume(
        [*HEADER, heading("Education"), "Bachelor of Engineering (Honours) in Software", "Engineering", "Northern Institute of Technology", "2012 – 2015"]
    )  # fmt: skip
    (course,) = made.education
    assert (course.studyType, course.area) == ("Bachelor of Engineering (Honours)", "Software Engineering")


def test_what_stands_beside_a_bullet_is_not_said_by_it() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Data Engineer at Quarry Freight || Jul 2018 – Jun 2020",
            L("Moved the ledgers to a queue || 2 years", x=65, bullet=True),
            L("Wrote the plan for the year || Leeds, UK", x=65, bullet=True),
        ]
    )
    (job,) = made.work
    assert [said.text for said in job.highlights] == ["Moved the ledgers to a queue", "Wrote the plan for the year"]  # fmt: skip


def test_dots_of_a_timeline_are_no_bullets_though_all_are_bold() -> None:
    made = resume(
        [*HEADER, heading("Education"), L("MSc Statistics", bold=True, bullet=True), "University of York || 2017 – 2019", L("BSc Physics", bold=True, bullet=True), "Harbour College || 2014 – 2017"]
    )  # fmt: skip
    assert [(course.area, course.institution) for course in made.education] == [
        ("Statistics", "University of York"),
        ("Physics", "Harbour College"),
    ]


LISTS = ["Python, Go, SQL, Scala", "PyTorch, LightGBM, Ray, scikit-learn, ONNX Runtime", "Kubernetes, Kafka, Terraform"]  # fmt: skip


def keywords(made: Resume) -> list[str]:
    return [word for group in made.skills for word in group.keywords]


def test_lists_that_stop_before_the_edge_are_lists_by_themselves() -> None:
    wanted = ", ".join(LISTS).split(", ")
    assert keywords(text("SKILLS", *LISTS)) == wanted
    wrapped = text("SKILLS", "PyTorch, LightGBM, Ray, scikit-learn, ONNX", "Runtime, Kubernetes, Kafka, Terraform, Prometheus,", "Airflow")  # fmt: skip
    assert "ONNX Runtime" in keywords(wrapped)


def test_a_label_before_a_dash_names_its_list() -> None:
    made = text("SKILLS", "Languages - Python, Go, SQL", "Platform – Kubernetes, Kafka")
    assert [(group.name, group.keywords) for group in made.skills] == [
        ("Languages", ["Python", "Go", "SQL"]),
        ("Platform", ["Kubernetes", "Kafka"]),
    ]
    spoken = text("SKILLS", "Python - advanced, Java - basic")
    assert spoken.skills[0].name is None


def test_cells_that_the_reader_parted_stay_parted() -> None:
    """A narrow column of degrees beside the schools: hardly a space between them."""
    made = document(
        [
            *HEADER,
            heading("Education"),
            L("**Associate** Prairie State College, Nursing || Sep 2012 – Dec 2014", gap=4),
            L("Degree", bold=True),
            L("**Diploma** Fox River Vocational School, Practical Nursing || Mar 2010 – May 2011", gap=8),
        ]
    )
    lines = tuple(
        replace(line, cuts=(1,)) if line.words[0].text in ("Associate", "Diploma") else line
        for line in made.lines
    )
    found = parse(replace(made, lines=lines))
    assert [(course.studyType, course.area, course.institution) for course in found.education] == [
        ("Associate Degree", "Nursing", "Prairie State College"),
        ("Diploma", "Practical Nursing", "Fox River Vocational School"),
    ]


@pytest.mark.parametrize("dots", [". " * 30, "." * 40, " ……… ", "_" * 20])
def test_dots_that_lead_to_a_date_are_no_text(dots: str) -> None:
    made = text(
        "EXPERIENCE",
        f"Data Engineer, Quarry Freight {dots} 2019-2022",
        "- Moved the ledgers",
        f"Analyst, Tide Office {dots} 2016-2019",
        "- Kept the tables",
    )
    assert [(job.position, job.name, job.startDate, job.endDate) for job in made.work] == [
        ("Data Engineer", "Quarry Freight", "2019", "2022"),
        ("Analyst", "Tide Office", "2016", "2019"),
    ]


def test_a_line_stretched_to_its_columns_width_is_one_cell() -> None:
    """Equal spaces, however wide; a table's are not equal."""

    def spread(*places: float) -> list[str]:
        words = tuple(
            Word(word, Box(x, 10, x + 40, 22), 10.0) for word, x in zip(("UNIVERSIDAD", "TÉCNICA", "DEL"), places, strict=True)
        )  # fmt: skip
        line = Line(words, Box(50, 10, 300, 22), 1, 1)
        return [cell.text for cell in rows_of(Document("a", "", "pdf", 1, (line,)))[0].cells]

    assert spread(50, 120, 190) == ["UNIVERSIDAD TÉCNICA DEL"]
    assert spread(50, 120, 230) == ["UNIVERSIDAD", "TÉCNICA", "DEL"]


def test_research_at_a_university_is_work_where_no_heading_says_so() -> None:
    made = text(
        "Counts what floats and what sinks, in ports and on the rivers of the north.",
        "",
        "Postdoctoral Researcher at Charles River Institute, Sep 2021 to Present",
        "- Study how often models say that they do not know",
        "",
        "Graduate Research Assistant at Northbridge University, Sep 2016 to Aug 2021",
        "- Built a benchmark of questions over annual reports",
        "",
        "PhD Computer Science, Northbridge University, 2016 to 2021",
    )
    assert [job.name for job in made.work] == ["Charles River Institute", "Northbridge University"]
    assert [(course.studyType, course.area) for course in made.education] == [("PhD", "Computer Science")]


def test_centred_lists_are_lists_by_themselves() -> None:
    lists = [
        "Kubernetes, Argo Workflows, KServe, Terraform, AWS",
        "Prometheus, Grafana, OpenTelemetry, Loki",
        "Go, Airflow, Bash, SQL",
    ]
    made = resume(
        [
            *HEADER,
            heading("Skills"),
            *(L(line, x=300 - 2.5 * (len(line) - 0.5 * line.count(" "))) for line in lists),
        ]
    )
    assert keywords(made) == ", ".join(lists).split(", ")


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (["Katarzyna Wójcik-", "Lewandowska"], "Katarzyna Wójcik-Lewandowska"),
        (["João Pedro Gonçalves da", "Conceição"], "João Pedro Gonçalves da Conceição"),
        (["Jörg-Michael", "Brückner"], "Jörg-Michael Brückner"),
        (['Bartholomew "Bart"', "Osei-Tutu"], 'Bartholomew "Bart" Osei-Tutu'),
    ],
)
def test_a_large_name_on_two_rows_is_whole(rows: list[str], name: str) -> None:
    first, second = rows
    made = resume([L(first, size=22, bold=True), L(second, size=22, bold=True, gap=0), L("Maschinelles Lernen", size=10), heading("Experience"), "Engineer, Acme Ltd || 2019 - 2021"])  # fmt: skip
    assert made.basics.name == name


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Data Engineer, Leeds", "Data Engineer"),
        ("Data Engineer — Leeds, UK", "Data Engineer"),
        ("Engineering Manager, Machine Learning", "Engineering Manager, Machine Learning"),
        ("VP, Data & AI | Singapore", "VP, Data & AI"),
        ("Machine Learning Engineer based in Berlin", "Machine Learning Engineer"),
    ],
)
def test_a_headline_has_no_place(line: str, label: str) -> None:
    made = resume(
        [L("Ines Okafor", size=22, bold=True), line, "ines@post.example", heading("Experience"), "Clerk, Acme Ltd || 2019 - 2021"]
    )  # fmt: skip
    assert made.basics.label == label


def test_a_dated_head_over_bullets_is_work_whatever_its_title() -> None:
    made = text("Teller of Tales at Sankofa Labs, 2021 to Present", "- Built a glossary", "- Wrote briefings", "", "Chief of Numbers at Volta Standard, 2018 to 2021", "- Founded the desk")  # fmt: skip
    assert [job.startDate for job in made.work] == ["2021", "2018"]


def test_projects_whose_form_names_the_employer_are_jobs() -> None:
    made = text(
        "PROJECT DETAILS", "",
        "Client: A large mill     Company: Kestrel Infoway", "Duration: 03/2019 - Till date     Role: Data Analyst", "Responsibilities:",
        "o Counted sacks of flour for nine depots.", "o Wrote the nightly loads in Go.", "",
        "Client: A railway     Company: Bracken Techserve", "Duration: 05/2015 - 02/2019     Role: Test Engineer", "Responsibilities:",
        "o Tested radios on moving trains.",
    )  # fmt: skip
    assert [(job.name, job.position, job.startDate) for job in made.work] == [("Kestrel Infoway", "Data Analyst", "2019-03"), ("Bracken Techserve", "Test Engineer", "2015-05")]  # fmt: skip
    assert made.work[0].highlights[1].text == "Wrote the nightly loads in Go."


def test_a_broken_head_beside_its_heading_is_quoted_whole_and_alone() -> None:
    """A heading in a column of its own, and a school broken over two lines beside it."""
    lines = [
        *HEADER,
        heading("Summary"),
        "Builds what reads the sea: pipelines for buoys, ships and weather stations.",
        heading("Experience || Acme"),
        L("Data Engineer", x=400),
        L("Aug 2019 - Present", x=400),
        L("Education || Norwegian University of Life and", size=14, bold=True, gap=12),
        L("Natural Sciences", x=400, size=14, bold=True),
        L("MSc in Physics", x=400),
        L("Aug 2017 - Jun 2019", x=400),
    ]
    read = resume(lines)
    (study,) = read.education
    assert study.institution == "Norwegian University of Life and Natural Sciences"
    assert study.address is not None
    assert study.address.text == (
        "Norwegian University of Life and Natural Sciences MSc in Physics Aug 2017 - Jun 2019"
    )
    assert "Education" in [statement.text for statement in read.statements]
