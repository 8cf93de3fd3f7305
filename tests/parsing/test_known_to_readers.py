"""What readers know: campuses, streets, cities behind firms, families named first, facts above a title."""

from __future__ import annotations

import pytest

from aiscreen.parsing.person.contact import location
from aiscreen.parsing.words.places import is_place
from tests.parsing.build import HEADER, L, heading, resume


def education(*lines: str) -> list[tuple[str | None, str | None, str | None]]:
    made = resume([*HEADER, heading("Education"), *lines])
    return [(one.institution, one.studyType, one.area) for one in made.education]


@pytest.mark.parametrize(
    ("school", "name", "place"),
    [
        ("University of California, Los Angeles", "University of California, Los Angeles", None),
        ("California State University, Fresno", "California State University, Fresno", None),
        ("Indian Institute of Technology, Kanpur", "Indian Institute of Technology, Kanpur", None),
        ("University of Leeds, Leeds", "University of Leeds", "Leeds"),
    ],
)
def test_schools_of_many_campuses_are_called_by_their_place(
    school: str, name: str, place: str | None
) -> None:
    made = resume([*HEADER, heading("Education"), f"{school} || 2011 - 2015", "BSc in Physics"]).education[0]
    assert (made.institution, made.location, made.area) == (name, place, "Physics")


def test_a_diploma_of_college_studies_is_no_school() -> None:
    assert education("Cégep de Sainte-Foy || 2017 - 2019", "Diploma of College Studies in Mathematics")[0][::2] == ("Cégep de Sainte-Foy", "Mathematics")  # fmt: skip


def test_a_full_stop_is_no_part_of_a_school() -> None:
    assert education("2010 - 2012 || Master in Applied Mathematics, Université Grenoble Alpes.") == [("Université Grenoble Alpes", "Master", "Applied Mathematics")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1400 Harbor Street NW, Washington, DC 20037", "2211 Georgia Avenue, Apt 5, Silver Spring, MD 20902",
        "Lindenweg 12, 70184 Stuttgart, Germany", "12 rue des Lilas, 69003 Lyon, France", "Keizersgracht 12, Amsterdam",
    ],
)  # fmt: skip
def test_street_addresses_are_places(text: str) -> None:
    assert is_place(text) or "Silver Spring" in text
    found = location(text)
    assert found.text == text
    assert found.city in ("Washington", "Silver Spring", "Stuttgart", "Lyon", "Amsterdam")


@pytest.mark.parametrize("text", ["120 Drive Systems", "Via Separations", "42 Street Labs, Inc", "Rue21"])
def test_names_that_sound_like_streets_are_no_places(text: str) -> None:
    assert not is_place(text)


def test_a_title_below_facts_about_its_job() -> None:
    """As the forms of the American civil service have it."""
    lines: list[L | str] = []
    for firm, street, dates, title in (
        ("Bureau of Records", "1400 Harbor Street NW, Washington, DC 20037", "06/12/2017 - Present", "IT Specialist (Systems)"),
        ("Army Data Center", "9800 Belvoir Road, Fort Belvoir, VA 22060", "09/04/2012 - 06/09/2017", "Information Technology Technician"),
    ):  # fmt: skip
        lines += [
            L(f"**{firm}**", gap=10),
            street,
            dates,
            "Hours per week: 40",
            "Series and Grade: GS-2210-12",
            L(f"**{title}**", gap=6),
        ]
        lines += [
            "Supervisor: Angela Ruiz",
            L("Ran the servers that hold the national tide archive", x=65, bullet=True),
        ]
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.position) for job in made] == [
        ("Bureau of Records", "IT Specialist (Systems)"),
        ("Army Data Center", "Information Technology Technician"),
    ]
    assert made[0].location == "1400 Harbor Street NW, Washington, DC 20037"
    assert [said.text for said in made[0].highlights] == [
        "Ran the servers that hold the national tide archive"
    ]


FIRMS = [("Tisza Instruments", "Szentes"), ("Alfa Automation", "Makó"), ("Radio Service Halász", "Baja")]
CITIES = [("Sahyadri Power", "Pune"), ("Konkan Switchgear Ltd.", "Nashik"), ("Deccan Electricals", "Nagpur")]


@pytest.mark.parametrize(("pairs", "form"), [(FIRMS, "{}, {}"), (CITIES, "{} {}")])
def test_what_stands_behind_every_employer_is_its_place(pairs: list[tuple[str, str]], form: str) -> None:
    lines: list[L | str] = []
    for year, (firm, city) in zip((2019, 2014, 2012), pairs, strict=True):
        lines += [
            L(f"{form.format(firm, city)} || {year} - {year + 1}", gap=10),
            "Firmware Engineer",
            L("Wrote drivers of meters", x=65, bullet=True),
        ]
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.location) for job in made] == pairs


def test_schools_keep_the_city_in_their_names() -> None:
    lines = [
        "TU Berlin || 2019 - 2021",
        "Research Engineer",
        "ETH Zurich || 2016 - 2018",
        "Research Assistant",
    ]
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [job.name for job in made] == ["TU Berlin", "ETH Zurich"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Cristea, Ioana", "Ioana Cristea"),
        ("de Vries, Jan", "Jan de Vries"),
        ("Ioana Cristea, RN", "Ioana Cristea"),
    ],
)
def test_a_family_name_that_stands_first(written: str, name: str) -> None:
    made = resume(
        [
            L(written, size=20, bold=True),
            "ioana.vries@mail.example",
            heading("Experience"),
            "Engineer, Acme || 2019 - 2021",
        ]
    )
    assert made.basics.name == name


def test_a_form_that_asks_for_both_names() -> None:
    made = resume([heading("Personal information"), "Name / Surname || Cristea, Ioana", "E-mail || ioana@mail.example", heading("Work experience"), "Dates || 2019 - 2021", "Position || Engineer", "Employer || Acme"])  # fmt: skip
    assert made.basics.name == "Ioana Cristea"


def test_a_second_title_with_a_comma_under_one_company() -> None:
    said = L("Ran a unit of 24 beds", x=65, bullet=True)
    lines = [
        "Verdugo Medical Center || May 2021 - Present", "**Charge Nurse, Intensive Care Unit**", said,
        "**Staff Nurse, Intensive Care Unit** || Mar 2018 - Apr 2021", said,
        "Saint Gregory Hospital || Jul 2015 - Feb 2018", "**Staff Nurse, Surgery**", said,
    ]  # fmt: skip
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.position) for job in made] == [
        ("Verdugo Medical Center", "Charge Nurse, Intensive Care Unit"),
        ("Verdugo Medical Center", "Staff Nurse, Intensive Care Unit"),
        ("Saint Gregory Hospital", "Staff Nurse, Surgery"),
    ]


def test_languages_and_software_are_two_lists() -> None:
    made = resume([*HEADER, heading("Experience"), "Engineer, Acme || 2019 - 2021", heading("Languages and Software"), "Languages: Korean (native), English (fluent)", "Software: Praat, R, ELAN"])  # fmt: skip
    assert [(one.language, one.fluency) for one in made.languages] == [
        ("Korean", "native"),
        ("English", "fluent"),
    ]
    assert [group.keywords for group in made.skills] == [["Praat", "R", "ELAN"]]
    assert made.projects == []


def test_lists_that_stop_far_from_the_edge_are_whole() -> None:
    long = (
        "Kept eleven turbines running through their planned outages and wrote down how it was done each time"
    )
    made = resume([*HEADER, heading("Experience"), "Engineer, Acme || 2019 - 2021", L(long, x=65, bullet=True), heading("Skills"), "Structural editing · Copy-editing · Proofreading", "InDesign · memoQ · Subtitle Edit"])  # fmt: skip
    assert [skill for group in made.skills for skill in group.keywords] == ["Structural editing", "Copy-editing", "Proofreading", "InDesign", "memoQ", "Subtitle Edit"]  # fmt: skip


def test_a_scientist_by_any_compound_is_a_title() -> None:
    made = resume([L("Élodie Charbonnier", size=20, bold=True), "elodie@mail.example", "Biostatistician", heading("Experience"), "Senior Biostatistician, Institut Rhodanien || 2019 - 2021"])  # fmt: skip
    assert made.basics.label == "Biostatistician"
    assert (made.work[0].position, made.work[0].name) == ("Senior Biostatistician", "Institut Rhodanien")


def test_a_place_in_the_style_of_the_title_below_it_is_none_of_it() -> None:
    lines = ["**Bosch Center** Renningen || 2021 - Present", "Lead Data Scientist", L("Lead five people", x=65, bullet=True), "**Sensorik House** Ulm || 2018 - 2021", "Senior Data Scientist"]  # fmt: skip
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.position, job.location) for job in made] == [("Bosch Center", "Lead Data Scientist", "Renningen"), ("Sensorik House", "Senior Data Scientist", "Ulm")]  # fmt: skip


def test_a_row_that_begins_with_a_dash_starts_no_entry() -> None:
    lines = [L("**Université Grenoble Alpes** — Doctorate"), "Computer Vision", "Oct 2016 - Sep 2019", L("**Hanoi University of Science**", gap=10), "— Engineer's degree in Electronics", "Sep 2009 - Jun 2014"]  # fmt: skip
    made = resume([*HEADER, heading("Education"), *lines]).education
    assert [(one.institution, one.endDate) for one in made] == [("Université Grenoble Alpes", "2019-09"), ("Hanoi University of Science", "2014-06")]  # fmt: skip


def test_a_school_that_nobody_listed_stands_where_the_others_do() -> None:
    assert education("Grado in Industrial Design, Universidad de Vigo (2011-2015)", "Máster in Interaction Design, Elisava (2016-2017)") == [("Universidad de Vigo", "Grado", "Industrial Design"), ("Elisava", "Máster", "Interaction Design")]  # fmt: skip


def test_what_every_employer_has_in_brackets_is_its_place() -> None:
    lines: list[L | str] = []
    for year, (firm, city) in zip((2019, 2014, 2012), FIRMS, strict=True):
        lines += [
            L("Firmware Engineer", gap=10),
            f"{firm} ({city})",
            f"{year} - {year + 1}",
            L("Wrote drivers of meters", x=65, bullet=True),
        ]
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.location) for job in made] == FIRMS


@pytest.mark.parametrize("rows", [["Fatima", "Zahra El Idrissi"], ["Beatriz", "Figueiredo", "Antunes"]])
def test_a_name_over_the_rows_of_a_narrow_column(rows: list[str]) -> None:
    made = resume([*(L(row, size=20, bold=True) for row in rows), "fz.mail@mail.example", heading("Experience"), "Engineer, Acme || 2019 - 2021"])  # fmt: skip
    assert made.basics.name == " ".join(rows)


def test_a_name_that_is_all_there_is_above_the_headings() -> None:
    made = resume([L("Sebastian", size=16, bold=True), L("Krämer", size=16, bold=True), heading("Contact"), "s.kr@mail.example", heading("Experience"), "Engineer, Acme || 2019 - 2021"])  # fmt: skip
    assert made.basics.name == "Sebastian Krämer"
    typed = resume(
        ["VIKTOR HALÁSZ", "Szeged, Hungary", heading("Experience"), "Engineer, Acme || 2019 - 2021"]
    )
    assert typed.basics.name == "VIKTOR HALÁSZ"


def test_hospitals_are_no_places() -> None:
    lines = ["Staff Nurse, Medical-Surgical", "Saint Gregory Hospital, Burbank, CA || July 2015 - February 2018", L("Ran a unit of 24 beds", x=65, bullet=True)]  # fmt: skip
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.location) for job in made] == [("Saint Gregory Hospital", "Burbank, CA")]


def test_a_place_stands_at_the_right_of_the_title_and_the_company_below() -> None:
    lines: list[L | str] = []
    for year, (firm, city) in zip((2019, 2014, 2012), FIRMS, strict=True):
        lines += [
            L(f"{year} - {year + 1} || Engineer of Meters || {city}", gap=10),
            f"**{firm}**",
            L("Wrote drivers of meters", x=65, bullet=True),
        ]
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.location) for job in made] == FIRMS


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["Mgr., Nuclear Physics, Vysoké učení Moravské || 2012 - 2014"], ("Vysoké učení Moravské", "Nuclear Physics")),
        (["InżynierPolitechnika Pomorska, Computer Science || 2010 - 2014"], ("Politechnika Pomorska", "Computer Science")),
        (["MPharmCardiff Bay University, Pharmacy || 2009 - 2013"], ("Cardiff Bay University", "Pharmacy")),
        (["Ankara Bilim Üniversitesi || 2008 - 2012", "Lisans, Industrial Engineering"], ("Ankara Bilim Üniversitesi", "Industrial Engineering")),
        (["B.Tech, Computer Science, College of Engineering, Coimbatore || 2008 - 2012"], ("College of Engineering, Coimbatore", "Computer Science")),
    ],
)  # fmt: skip
def test_schools_and_degrees_of_more_countries(rows: list[str], wanted: tuple[str, str]) -> None:
    assert [(school, area) for school, _, area in education(*rows)] == [wanted]


def test_skills_and_languages_under_one_heading() -> None:
    made = resume([*HEADER, heading("Experience"), "Engineer, Acme || 2019 - 2021", heading("Skills, Languages, Interests"), L("Languages: Arabic (native), English (fluent)", bullet=True), L("Clinical: Oncology, Critical care", bullet=True), L("Informatics: SQL, Power BI", bullet=True)])  # fmt: skip
    assert [one.language for one in made.languages] == ["Arabic", "English"]
    assert [(group.name, group.keywords) for group in made.skills] == [("Clinical", ["Oncology", "Critical care"]), ("Informatics", ["SQL", "Power BI"])]  # fmt: skip


def test_headings_that_nobody_listed_before_the_first_that_is_known() -> None:
    side: list[L | str] = [L("CONTACT", size=9, bold=True), "zeynep@mail.example", heading("Planning"), "Demand planning", "Safety stock", heading("Systems"), "SAP IBP", "Kinaxis", heading("Languages"), "Turkish: native"]  # fmt: skip
    main: list[L | str] = [L("Zeynep Öztürk", x=250, size=22, block=1), L("Experience", x=250, size=14, bold=True, block=1, gap=14), L("Planner, Ege Eşya", x=250, block=1), L("2019 - 2021", x=250, block=1)]  # fmt: skip
    made = resume([*side, *main])
    assert [(group.name, group.keywords) for group in made.skills] == [("Planning", ["Demand planning", "Safety stock"]), ("Systems", ["SAP IBP", "Kinaxis"])]  # fmt: skip


def test_employers_in_the_style_of_headings_are_none() -> None:
    lines: list[L | str] = []
    for year, firm in (
        (2019, "Ege Beyaz Eşya Sanayi ve Ticaret Limited"),
        (2014, "Boğaziçi Otomotiv Yan Sanayi"),
    ):
        lines += [
            L(firm, size=14, bold=True, gap=14),
            "**Demand Planner**",
            f"{year} - {year + 1}",
            L("Planned ovens for the German market", x=65, bullet=True),
        ]
    made = resume([*HEADER, heading("Experience"), *lines, heading("Education"), L("Marmara Technical University", size=14, bold=True, gap=14), "**Industrial Engineering, MSc**", "2012 - 2014"])  # fmt: skip
    assert [job.name for job in made.work] == [
        "Ege Beyaz Eşya Sanayi ve Ticaret Limited",
        "Boğaziçi Otomotiv Yan Sanayi",
    ]
    assert [course.institution for course in made.education] == ["Marmara Technical University"]


def test_a_year_that_went_on_below_its_month() -> None:
    lines = [L("**Exploration Geologist • North Geothermal • May 2016 – Aug**", gap=10), "**2019**", "Akureyri, Iceland", L("Sited seven production wells", x=65, bullet=True)]  # fmt: skip
    made = resume([*HEADER, heading("Experience"), *lines]).work
    assert [(job.name, job.startDate, job.endDate) for job in made] == [
        ("North Geothermal", "2016-05", "2019-08")
    ]


def test_a_headline_behind_a_bar_that_touches_the_name() -> None:
    made = resume([L("Thora Gudmunds|GIS", size=24, bold=True), L("Analyst and Geologist", size=24, bold=True), "thora@mail.example", heading("Experience"), "Engineer, Acme || 2019 - 2021"])  # fmt: skip
    assert made.basics.name == "Thora Gudmunds"
    assert made.basics.label == "GIS Analyst and Geologist"


def test_sections_named_in_a_cell_beside_their_text() -> None:
    lines = [
        "Volunteering || Pharmacist, Mobile Clinic, June 2016 – September 2018",
        L("Awards || Champion of the Year, Pharmacy Association, 2021", gap=12),
    ]
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Engineer, Acme || 2019 - 2021",
            heading("Additional information"),
            *lines,
        ]
    )
    assert [(one.position, one.name) for one in made.volunteer] == [("Pharmacist", "Mobile Clinic")]
    assert [one.name for one in made.awards] == ["Champion of the Year"]
    assert len(made.work) == 1
