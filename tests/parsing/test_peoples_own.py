"""What people's own layouts showed, beside those that many share: tables of their making, notes in several languages."""

from __future__ import annotations

import pytest

from aiscreen.parsing.dates import find
from aiscreen.parsing.person.name_words import clean_name
from aiscreen.parsing.words.heading_names import name_of
from tests.parsing.build import HEADER, L, heading, resume


def heads(*rows: L | str) -> list[tuple[str | None, str | None, str | None]]:
    """Position, company and place of the jobs that some rows tell of."""
    made = resume([*HEADER, heading("Experience"), *rows])
    return [(job.position, job.name, job.location) for job in made.work]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("03-16 - Now", "2016-03", None),
        ("09-16 - 03-17", "2016-09", "2017-03"),
        ("12-04 – 01-09", "2004-12", "2009-01"),
        ("Juni und Juli 2016", "2016-06", "2016-07"),
        ("Juin et juillet 2016", "2016-06", "2016-07"),
    ],
)
def test_notations_of_time(text: str, start: str, end: str | None) -> None:
    (dates,) = find(text)
    assert (dates.start, dates.end, dates.current) == (start, end, end is None)


def test_two_numbers_are_no_month() -> None:
    assert not find("rooms 03-16, 12-04")


@pytest.mark.parametrize(
    ("head", "company", "place"),
    [
        ("Sommerjob bei Alloc Network GmbH in München", "Alloc Network GmbH", "München"),
        ("Éducatrice, Coopérative Tuttibene à Milan, Italie", "Coopérative Tuttibene", "Milan, Italie"),
        ("Engineer | Bank of Fen in London", "Bank of Fen", "London"),
    ],
)
def test_a_company_in_its_town(head: str, company: str, place: str) -> None:
    ((_, name, location),) = heads(f"{head} || 2019 - 2021", L("Ran the nightly job", x=65, bullet=True))
    assert (name, location) == (company, place)


def test_what_somebody_did_stands_behind_the_place() -> None:
    found = heads(
        "Cerfax, Toulouse, Stage de fin d’étude || 2010",
        L("Simulated a compressor", x=65, bullet=True),
        "Burger Royal, Toulouse, Travail étudiant || 2007 - 2009",
        L("Led a crew of fifteen", x=65, bullet=True),
    )
    assert found == [
        ("Stage de fin d’étude", "Cerfax", "Toulouse"),
        ("Travail étudiant", "Burger Royal", "Toulouse"),
    ]


def test_a_state_behind_a_town_is_no_work() -> None:
    assert heads("Teacher, Calvert School, Baltimore, MD || 1980 - 1988") == [
        ("Teacher", "Calvert School", "Baltimore, MD")
    ]


def test_a_term_of_employment_is_the_position_where_no_title_is() -> None:
    found = heads(
        "2021 || Internship at Inrix, Paris, France, supervised by somebody (2 months).",
        "2018 || Internship at Rikan, Tokyo, Japan, supervised by somebody (5 months).",
    )
    assert [(position, name) for position, name, _ in found] == [
        ("Internship", "Inrix"),
        ("Internship", "Rikan"),
    ]


def test_two_titles_beside_the_company() -> None:
    found = heads(
        L(
            "DevOps architect | Python lead developer || Troupe / Cnex, Toulouse, France || 2016 - 2017",
            bold=True,
        ),
        L("Ran the project", x=65, bullet=True),
    )
    assert found == [("DevOps architect", "Troupe / Cnex", "Toulouse, France")]


def test_years_in_a_column_begin_entries_though_sentences_stand_beside_them() -> None:
    made = resume(
        [
            *HEADER,
            heading("Formation"),
            "2014 || Maîtrise en Politiques à l'Università di Torino, Italie",
            "2012 || Bourse d'études pour une activité de recherche sociale dans un projet de coopération",
            "2009 || Licence en Sciences à l'Università di Bergamo, Italie",
        ]
    )
    assert [course.endDate for course in made.education][::2] == ["2014", "2009"]
    assert all(course.startDate is None for course in made.education)


def test_a_form_gives_the_birthday_behind_the_name() -> None:
    assert clean_name("Name: Aurel Regenbogner (*28.10.1997)") == "Aurel Regenbogner"
    assert clean_name("Ines Okafor (she/her)") == clean_name("Ines Okafor (she/her)")


def test_an_address_is_no_phone_where_one_is_told() -> None:
    made = resume([HEADER[0], "Amselstr 19 66113 Saarbrücken", "ines@post.example", "+212 6 55 55 29 04"])
    assert made.basics.phone == "+212 6 55 55 29 04"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Projetos Recentes", "projects"),
        ("Own projects", "projects"),
        ("Qualifications and Technical Skills", "skills"),
    ],
)
def test_headings(title: str, kind: str) -> None:
    assert name_of(title) == (kind, True)


def test_a_heading_before_a_bar_on_the_line_of_its_text() -> None:
    made = resume(
        [
            *HEADER,
            L(
                "**Sobre** | Desenvolvedor de sistemas e mantenedor de projetos abertos para todos.",
                size=14,
                gap=12,
            ),
            heading("Experiência"),
            "Engenheira, Orchard || 2019 - 2021",
            heading("Formação"),
            "2015 || Universidade de Coimbra",
        ]
    )
    assert [said.text[:12] for said in made.basics.summary] == ["Desenvolvedo"]
    assert made.basics.label == "Data Engineer"


def test_two_lists_a_row_and_tongues_below_their_name() -> None:
    made = resume(
        [
            *HEADER,
            heading("Compétences"),
            "Langages || C, Python, Ruby || Systèmes || Linux, macOS",
            "Modélisation || Merise, UML || Projets || Kanban, Scrum",
            L("Langues", size=12, gap=6),
            "Français || Langue maternelle",
            "Espagnol || Notions",
        ]
    )
    assert [(group.name, group.keywords) for group in made.skills][:2] == [
        ("Langages", ["C", "Python", "Ruby"]),
        ("Systèmes", ["Linux", "macOS"]),
    ]


def test_a_row_of_tongues_between_others_names_itself() -> None:
    made = resume(
        [
            *HEADER,
            heading("Skills"),
            "Other || Unix, Git",
            "Languages || German (native), French (fluent)",
        ]
    )
    assert [group.keywords for group in made.skills] == [["Unix", "Git"]]
    assert [tongue.language for tongue in made.languages] == ["German", "French"]


def test_town_and_day_below_the_last_list_are_no_items() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Engineer, Orchard || 2019 - 2021",
            heading("Skills"),
            "Go, Python, SQL",
            L("Bangalore, 27.05.2017", gap=12),
            "Ines Okafor",
        ]
    )
    assert [group.keywords for group in made.skills] == [["Go", "Python", "SQL"]]


def test_one_job_whose_dates_stand_below_all() -> None:
    made = resume(
        [
            *HEADER,
            heading("Job experience"),
            L("Enbisya Systems", size=12),
            L("Worked in a team of three on a page for medical images", x=65),
            L("Launched a demo and booked first clients for all of it", x=65),
            "2018 November – 2020 July",
        ]
    )
    (job,) = made.work
    assert (job.name, job.startDate, job.endDate, len(job.highlights)) == (
        "Enbisya Systems",
        "2018-11",
        "2020-07",
        2,
    )


def test_labels_of_time_set_flush_right_begin_entries() -> None:
    found = heads(
        L("2022–2023 || Research assistant at Inrix, Paris, France", x=50),
        L("2022 || Teaching assistant at Inrix, Paris, France", x=75),
    )
    assert [position for position, _, _ in found] == ["Research assistant", "Teaching assistant"]


def test_a_month_in_a_cell_dates_the_sentence_beside_it() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Depuis 2013 || Éducatrice, Coopérative Tuttibene, Milan, Italie",
            L("Led the group of all families that came to live in the house", x=200, bullet=True),
            "De 2009 à 2012 || Éducatrice spécialisée, engagée par deux familles de la même petite ville.",
            L("Helped with school", x=200, bullet=True),
        ]
    )
    assert [(job.startDate, job.endDate, len(job.highlights)) for job in made.work] == [
        ("2013", None, 1),
        ("2009", "2012", 1),
    ]


def test_family_matters_are_no_headline() -> None:
    made = resume([L("Ines Okafor", size=22, bold=True), "Mariée, 29 ans", "ines@post.example"])
    assert made.basics.label is None


@pytest.mark.parametrize(
    "head", ["Enbisya Ltd | enbisya.com | Data Engineer", "Data Engineer, Enbisya | enbisya.com"]
)
def test_the_site_of_a_company_is_not_its_name(head: str) -> None:
    made = resume(
        [*HEADER, heading("Experience"), f"{head} || 2019 - 2021", L("Ran the job", x=65, bullet=True)]
    )
    (job,) = made.work
    assert (job.position, (job.name or "")[:7], job.url) == ("Data Engineer", "Enbisya", "enbisya.com")


def test_the_last_words_of_a_sentence_label_no_list() -> None:
    made = resume(
        [
            *HEADER,
            heading("Technical Skills"),
            L("Designing, coding, testing, debugging and writing of", x=60, bullet=True),
            L("documentation.", x=60),
            L("Porting of boot loaders, device trees, Linux", x=60, bullet=True),
        ]
    )
    assert "documentation." not in [group.name for group in made.skills]
