"""Heads, names, addresses and headings as fresh layouts set them: broken by narrow columns, in a friendly tone, in Spanish."""

from __future__ import annotations

import pytest

from aiscreen.models.resume import Resume
from aiscreen.parsing.words.heading_names import name_of
from tests.parsing.build import HEADER, L, heading, resume


def courses(made: Resume) -> list[tuple[str | None, str | None, str | None]]:
    return [(course.studyType, course.area, course.institution) for course in made.education]


@pytest.mark.parametrize("last", ["Technology", "Leadership", "Languages"])
def test_the_lower_half_of_a_course_is_no_heading(last: str) -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "**Data Engineer** || 2019 - 2023",
            "Quarry Freight",
            L("Moved the ledgers", bullet=True),
            L("Education", size=14, bold=True, x=330, block=1),
            L("MSc in Information and Sea", bold=True, size=12, x=330, block=1),
            L(last, bold=True, size=12, x=330, block=1),
            L("University of Leeds, West Yorks", x=330, block=1),
            L("2013 - 2015", x=330, block=1),
        ]
    )
    assert courses(made) == [("MSc", f"Information and Sea {last}", "University of Leeds")]
    assert not made.skills and not made.volunteer and not made.languages


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("What I bring", "skills"),
        ("Lo que aporto", "skills"),
        ("Where I have studied", "education"),
        ("Away from work", "interests"),
    ],
)
def test_friendly_headings(title: str, kind: str) -> None:
    found = name_of(title)
    assert found is not None and found[0] == kind


def test_training_that_holds_the_studies_is_education() -> None:
    lines: list[L | str] = [
        *HEADER,
        heading("Experience"),
        "**Data Engineer** || 2019 - 2023",
        "Quarry Freight",
        L("Moved the ledgers", bullet=True),
        heading("Training"),
        "BSc in Statistics",
        "University of Leeds",
        "2013 - 2016",
    ]
    assert courses(resume(lines)) == [("BSc", "Statistics", "University of Leeds")]
    more = [*lines, heading("Education"), "MSc in Ports, University of Hull", "2016 - 2018"]
    assert [course.institution for course in resume(more).education] == ["University of Hull"]


def test_a_campus_keeps_its_place() -> None:
    made = resume(
        [*HEADER, heading("Education"), "University of Texas at Austin — BSc in Statistics", "2013 - 2016"]
    )
    assert courses(made) == [("BSc", "Statistics", "University of Texas at Austin")]
    made = resume([*HEADER, heading("Education"), "BSc in Statistics at University of Leeds", "2013 - 2016"])
    assert courses(made) == [("BSc", "Statistics", "University of Leeds")]


def test_spanish_training_and_a_country_in_brackets() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experiencia profesional"),
            "03/2018 - Actualidad || Jefe de turno",
            "Aceros del Zadorra S.A., Durango (España)",
            L("Coordinación de un equipo de nueve técnicos", bullet=True),
            "09/2011 - 02/2018 || Técnico electromecánico",
            "Talleres Mecánicos Ibaizabal, Eibar (España)",
            L("Montaje de líneas de estampación", bullet=True),
            heading("Educación y formación"),
            "09/2009 - 06/2011 || Técnico Superior en Mecatrónica Industrial",
            "CIFP Bidasoa",
        ]
    )
    assert [(job.name, job.location) for job in made.work] == [
        ("Aceros del Zadorra S.A.", "Durango (España)"),
        ("Talleres Mecánicos Ibaizabal", "Eibar (España)"),
    ]
    assert courses(made) == [("Técnico Superior", "Mecatrónica Industrial", "CIFP Bidasoa")]


def test_a_name_in_two_weights_a_headline_and_an_address_in_two_lines() -> None:
    made = resume(
        [
            L("Thandiwe", size=30, bold=True),
            L("Mokoena", size=30),
            L("REGISTERED NURSE,", size=8, gap=12),
            L("INTENSIVE CARE", size=8, gap=5),
            L("thandiwe.mokoena", gap=14),
            "@salud.example",
            heading("Experience"),
            "**Nurse** || 2019 - 2023",
            "Quarry Clinic",
            L("Cared for patients", bullet=True),
        ]
    )
    assert made.basics.name == "Thandiwe Mokoena"
    assert made.basics.label == "REGISTERED NURSE, INTENSIVE CARE"
    assert made.basics.email == "thandiwe.mokoena@salud.example"


def test_networks_below_their_users_are_no_skills() -> None:
    made = resume(
        [
            *HEADER,
            heading("Profiles"),
            L("ines-okafor", gap=8),
            L("LinkedIn", size=8),
            L("iokafor", gap=8),
            L("GitHub", size=8),
            heading("Experience"),
            "**Data Engineer** || 2019 - 2023",
            "Quarry Freight",
            L("Moved the ledgers", bullet=True),
        ]
    )
    assert not made.skills
    assert [(one.network, one.username) for one in made.basics.profiles] == [
        ("LinkedIn", "ines-okafor"),
        ("GitHub", "iokafor"),
    ]


def test_languages_behind_a_label_with_their_levels() -> None:
    made = resume([*HEADER, heading("Competencias personales"), "Otros idiomas || Euskera: C1 Inglés: B2"])
    assert [(one.language, one.fluency) for one in made.languages] == [("Euskera", "C1"), ("Inglés", "B2")]


JOBS = [
    ("Content Strategist", "Wrote and planned the campaigns of eighty bakeries in three languages for the", "whole country.", "Tide Office", "2019 - Present"),
    ("Copywriter", "Wrote the radio spots and packaging of two breweries and a small dairy that", "sells abroad.", "Quarry Freight", "2015 - 2019"),
    ("Junior Editor", "Edited the culture page and reviewed a hundred evenings in the theatre and", "the opera.", "Daily Harbour", "2012 - 2015"),
]  # fmt: skip


def test_employer_and_dates_behind_what_was_done() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for title, first, second, firm, dates in JOBS:
        lines += [L(title, size=13, bold=True, gap=8), first, second, f"{firm} || {dates}"]
    made = resume(lines)
    assert [(job.position, job.name, job.startDate) for job in made.work] == [
        (title, firm, dates[:4]) for title, _, _, firm, dates in JOBS
    ]
    for job, (_, first, second, *_) in zip(made.work, JOBS, strict=True):
        assert [said.text for said in (*job.summary, *job.highlights)] == [f"{first} {second}"]


def test_titles_over_their_dates_start_entries_as_ever() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for title, first, second, firm, dates in JOBS:
        lines += [L(title, size=13, bold=True, gap=8), f"{firm} || {dates}", first, second]
    made = resume(lines)
    assert [(job.position, job.name, job.startDate) for job in made.work] == [
        (title, firm, dates[:4]) for title, _, _, firm, dates in JOBS
    ]


def test_a_place_that_nobody_listed_is_told_by_the_style_of_places() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience"), L("Copper Canyon Pharmacy", size=12)]
    towns = (
        ("Chief Pharmacist", "Denver, Colorado"),
        ("Pharmacist", "Boulder, Colorado"),
        ("Staff Pharmacist", "Greeley, Colorado"),
    )
    for number, (title, town) in enumerate(towns):
        lines += [
            L(title, size=11.5),
            f"June {2020 - 3 * number} - May {2023 - 3 * number}",
            L(town, size=8),
            L("Dispensed and checked prescriptions", bullet=True),
        ]
    made = resume(lines)
    assert [(job.name, job.location) for job in made.work] == [
        ("Copper Canyon Pharmacy", town) for _, town in towns
    ]


def test_labels_of_two_lists_beside_them_are_two() -> None:
    made = resume(
        [
            *HEADER,
            heading("KENNTNISSE"),
            "EDV || SAP, Salesforce, MS Office",
            "Weitere Kenntnisse || Führerschein Klasse B, Verhandlungsführung",
        ]
    )
    assert [(group.name, group.keywords) for group in made.skills] == [
        ("EDV", ["SAP", "Salesforce", "MS Office"]),
        ("Weitere Kenntnisse", ["Führerschein Klasse B", "Verhandlungsführung"]),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Cheffe de projet événementiel",
        "Educadora social",
        "Physiotherapeutin",
        "Redatora",
        "Addetta alle vendite",
        "Grafisch ontwerper",
    ],
)
def test_titles_in_other_languages_are_told_from_their_employers(title: str) -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            f"{title}, Estuario || 2019 - 2023",
            L("Moved the ledgers", bullet=True),
        ]
    )
    assert [(job.position, job.name) for job in made.work] == [(title, "Estuario")]


def test_a_form_names_the_headline_and_a_heading_the_current_job() -> None:
    jobs: list[L | str] = [
        heading("WORK EXPERIENCE"),
        "03/2018 - Present || Data Engineer",
        "Quarry Freight",
        L("Moved the ledgers", bullet=True),
    ]
    made = resume([*HEADER[:1], *HEADER[2:], "CURRENT POSITION || Head of Ledgers", *jobs])
    assert made.basics.label == "Head of Ledgers"
    assert [job.position for job in made.work] == ["Data Engineer"]


@pytest.mark.parametrize("label", ["POSTE VISÉ", "PROFESIÓN", "Gewünschte Position"])
def test_a_forms_field_with_accents_is_no_part_of_the_headline(label: str) -> None:
    made = resume(
        [
            *HEADER[:1],
            *HEADER[2:],
            f"{label} || Head of Ledgers",
            heading("Experience"),
            "Tide Office || 2019 - 2023",
        ]
    )
    assert made.basics.label == "Head of Ledgers"


def test_a_licence_in_a_list_takes_nothing_with_it() -> None:
    lines: list[L | str] = [*HEADER, heading("Skills"), "SAP • Salesforce • MS Office •"]
    made = resume([*lines, "Führerschein Klasse B • Negotiation"])
    assert [word for group in made.skills for word in group.keywords][-1] == "Negotiation"
    made = resume([*lines, "Führerschein Klasse B, C"])
    assert [word for group in made.skills for word in group.keywords] == ["SAP", "Salesforce", "MS Office"]


def test_a_long_employer_before_its_place_is_of_the_head() -> None:
    lines: list[L | str] = [*HEADER, heading("Experience")]
    for title, firm in (
        ("Data Engineer", "Tide Office, Nantes (France)"),
        ("Analyst", "Palais des Congrès de La Baule, La Baule (France)"),
    ):
        lines += [f"01/2016 - 02/2019 || {title}", firm, L("Wrote the programme of the year", bullet=True)]
    assert [job.name for job in resume(lines).work] == ["Tide Office", "Palais des Congrès de La Baule"]


def test_an_asides_headings_are_smaller_and_lighter_than_those_of_the_text() -> None:
    """Words that alone are no sure headings are, where three kinds of them head one column in one look."""
    aside: list[L | str] = [
        L(text, size=13.0 if gap else 10.0, gap=gap or 2.0, block=1)
        for text, gap in (
            ("contact", 9.0),
            ("Leeds", 0.0),
            ("languages", 9.0),
            ("English (fluent)", 0.0),
            ("programming", 9.0),
            ("Python", 0.0),
            ("Julia", 0.0),
            ("modelling", 9.0),
            ("Stan", 0.0),
            ("PyTorch", 0.0),
        )
    ]
    text = [
        L("about", size=16.0, bold=True, gap=12.0, x=250.0, block=2),
        L("I model demand and explain it to people who sign contracts.", x=250.0, block=2),
        L("experience", size=16.0, bold=True, gap=12.0, x=250.0, block=2),
        L("2020 - now || **Fjord Analysis**", x=250.0, block=2),
        L("Data Scientist", x=250.0, block=2),
        L("Forecast hourly demand for a million meters", x=262.0, bullet=True, block=2),
    ]
    made = resume([*HEADER, *aside, *text])
    assert [group.keywords for group in made.skills] == [["Python", "Julia"], ["Stan", "PyTorch"]]
    assert [tongue.language for tongue in made.languages] == ["English"]


@pytest.mark.parametrize("label", ["Posizione ricercata", "Ruolo cercato", "Looking for"])
def test_a_field_that_nobody_listed_holds_the_headline(label: str) -> None:
    made = resume(
        [HEADER[0], HEADER[2], f"{label}: Data Engineer", heading("Experience"), "Clerk, Quarry Freight"]
    )
    assert made.basics.label == "Data Engineer"


def test_a_surname_a_little_smaller_than_the_given_name() -> None:
    given, surname = L("Torsten", size=22.0, bold=True), L("Eichelbaum", size=19.0, bold=True)
    assert resume([given, surname, *HEADER[1:]]).basics.name == "Torsten Eichelbaum"
    role = L("Engineer", size=19.0, bold=True)
    assert resume([given, role, *HEADER[1:]]).basics.name == "Torsten"
