"""Name, headline, e-mail, phone, place and links, in the ways that headers show them."""

from __future__ import annotations

import pytest

from aiscreen.models.document import Box, Document, Line, Link, Word
from aiscreen.parsing import parse
from tests.parsing.build import HEADER, L, document, heading, resume

REST: list[L | str] = [
    heading("Experience"),
    "Engineer, Acme Ltd || 2019 - 2021",
    L("Built it", x=65, bullet=True),
]

NAMES = """Amara Nwosu|Nguyễn Thị Minh Châu|Yusuf Abd al-Rahman Haddad|Katarzyna Wójcik-Lewandowska|João Pedro Gonçalves da Conceição|Seán O'Brien|Ludwig van der Berg|
Mary-Jane d'Angelo|Дмитрий Волков|张伟|محمد علي|Ngũgĩ wa Thiong'o|J. R. Smith|María José Hernández Ortiz|Wei Zhang 张伟|Björk Guðmundsdóttir|KATARZYNA WÓJCIK|Li Na|Tāne Wiremu Parata""".replace(
    "\n", ""
)


@pytest.mark.parametrize("name", NAMES.split("|"))
def test_names_of_all_cultures(name: str) -> None:
    made = resume(
        [L(name, size=22, bold=True), "Data Engineer", "someone@post.example | +44 7700 900 123", *REST]
    )
    assert (made.basics.name, made.basics.label) == (name, "Data Engineer")


@pytest.mark.parametrize(
    "name",
    [
        "Wei Ma",
        "An Nguyen",
        "Amadou Ba",
        "Larry Page",
        "My Linh",
        "In Soo Park",
        "Ben Carter",
        "Al Gore",
        "Le Chen",
        "Linh Do",
        "Do Kwon",
        "Van Morrison",
        "Di Wu",
    ],
)
@pytest.mark.parametrize("mailbox", ["hello", ""])
def test_names_of_little_words_in_letters_of_one_size(name: str, mailbox: str) -> None:
    address = f"{mailbox or name.lower().replace(' ', '.')}@post.example"
    made = resume([name, f"{address} | +44 7700 900 123 | Fremantle, WA", *REST])
    assert made.basics.name == name
    assert made.basics.location is not None and made.basics.location.city == "Fremantle"


@pytest.mark.parametrize("line", ["My Portfolio", "Resume", "A Page of Projects", "In My Own Words"])
def test_headings_of_little_words_are_no_names(line: str) -> None:
    assert resume([line, "hello@post.example | +44 7700 900 123", *REST]).basics.name is None


@pytest.mark.parametrize("piece", ["ML Engineer, UK", "AI Consultant, Germany"])
def test_a_title_before_a_country_is_no_place(piece: str) -> None:
    assert resume(["Ines Okafor", f"ines@post.example | {piece}", *REST]).basics.location is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ([L("Curriculum Vitae", size=18, bold=True), L("Ines Okafor", size=14)], "Ines Okafor"),
        ([L("Lebenslauf – Ines Okafor", size=18, bold=True)], "Ines Okafor"),
        ([L("Ines Okafor, PhD, MBA", size=18, bold=True)], "Ines Okafor"),
        ([L("Ines", size=24, bold=True), L("Okafor", size=24, bold=True, gap=4)], "Ines Okafor"),
        ([L("Ines Okafor | Data Engineer", size=18, bold=True)], "Ines Okafor"),
        ([L("Ines Okafor, Data Engineer", size=18, bold=True)], "Ines Okafor"),
        ([L("Name: Ines Okafor")], "Ines Okafor"),
        ([L("Ines Okafor")], "Ines Okafor"),
    ],
)
def test_where_a_name_stands(lines: list[L | str], name: str) -> None:
    assert resume([*lines, "ines.okafor@post.example", *REST]).basics.name == name


@pytest.mark.parametrize(
    ("line", "phone"),
    [("Phone: +1 (206) 555-0119", "+1 (206) 555-0119"), ("Tel. 030 / 901820-12", "030 / 901820-12"), ("+81 90-5550-0143 | Osaka, Japan", "+81 90-5550-0143"), ("☎ +33 7 55 55 01 28", "+33 7 55 55 01 28"),
     ("(504) 555-0161", "(504) 555-0161"), ("504.555.0161", "504.555.0161"), ("+91 98 5550 1437", "+91 98 5550 1437"), ("M: 0044 7700 900318", "0044 7700 900318")],
)  # fmt: skip
def test_phones(line: str, phone: str) -> None:
    assert resume([L("Ines Okafor", size=22), line, *REST]).basics.phone == phone


@pytest.mark.parametrize("line", ["2019 - 2021", "01/2019 - 03/2021", "ID 12", "Leeds LS1 4AP"])
def test_dates_and_codes_are_no_phones(line: str) -> None:
    assert resume([L("Ines Okafor", size=22), line, *REST]).basics.phone is None


def test_place_url_and_profiles() -> None:
    basics = resume(
        [
            L("Ines Okafor", size=22),
            "Leeds, UK · https://ines.example · github.com/inok · linkedin.com/in/ines-okafor",
            *REST,
        ]
    ).basics
    assert basics.location is not None
    assert (basics.location.city, basics.location.country, basics.url) == (
        "Leeds",
        "UK",
        "https://ines.example",
    )
    assert [(p.network, p.username) for p in basics.profiles] == [
        ("GitHub", "inok"),
        ("LinkedIn", "ines-okafor"),
    ]


def test_what_is_behind_links_counts() -> None:
    made = document([L("Ines Okafor", size=22), "Email / GitHub", *REST])
    box = Box(50, 60, 100, 72)
    object.__setattr__(
        made,
        "links",
        (
            Link("mailto:ines@post.example?subject=Hi", "Email", 1, box),
            Link("https://github.com/inok", "GitHub", 1, box),
        ),
    )
    basics = parse(made).basics
    assert (basics.email, [(p.network, p.username) for p in basics.profiles]) == (
        "ines@post.example",
        [("GitHub", "inok")],
    )


def test_nothing_is_invented() -> None:
    basics = resume(
        [
            L("Summary", size=14, bold=True),
            "I like tables and long walks by the sea, and I work with care.",
            *REST,
        ]
    ).basics
    assert (basics.name, basics.email, basics.phone, basics.location, basics.url, basics.profiles) == (
        None,
        None,
        None,
        None,
        None,
        [],
    )


def test_a_sidebar_before_the_name() -> None:
    made = resume(
        [L("CONTACT", bold=True, size=11, x=20), L("ines@post.example", x=20), L("SKILLS", bold=True, size=11, x=20, gap=10), L("Python", x=20), L("Go", x=20),
         L("INES OKAFOR", size=21, bold=True, x=220, block=1), L("Data Engineer", x=220, block=1), L("EXPERIENCE", bold=True, size=11, x=220, block=1, gap=10), L("Engineer, Acme Ltd || 2019 - 2021", x=220, block=1)]
    )  # fmt: skip
    assert (made.basics.name, made.basics.label, made.basics.email) == (
        "INES OKAFOR",
        "Data Engineer",
        "ines@post.example",
    )
    assert made.work[0].name == "Acme Ltd"


def test_a_headline_that_goes_on() -> None:
    made = resume(
        [
            L("Ines Okafor", size=26),
            L("MSc Student, Artificial", size=18, gap=6),
            L("Intelligence", size=18),
            "ines@post.example",
            *REST,
        ]
    )
    assert made.basics.label == "MSc Student, Artificial Intelligence"


def test_without_a_headline_the_summary_says_what_they_are() -> None:
    made = resume(
        [
            L("Ines Okafor", size=22),
            "ines@post.example",
            heading("Summary"),
            "Machine learning engineer with six years in retail.",
            *REST,
        ]
    )
    assert made.basics.label == "Machine learning engineer"


def test_a_story_is_no_headline() -> None:
    for text in (
        "Mechanical engineer for seven years, data scientist for four.",
        "Nurse turned data engineer, glad of the change.",
    ):
        made = resume([L("Ines Okafor", size=22), "ines@post.example", heading("Summary"), text, *REST])
        assert made.basics.label not in ("Mechanical engineer", "Nurse turned data engineer", "Nurse")


def test_a_title_is_no_name() -> None:
    made = resume([L("1nes 0kafor 77", size=22), "Senior Data Engineer", "someone@post.example", *REST])
    assert made.basics.name is None
    made = resume(["Emily Cook", "Data Engineer", "emily@post.example", *REST])
    assert (made.basics.name, made.basics.label) == ("Emily Cook", "Data Engineer")


def test_headings_forms_and_firms_are_no_names() -> None:
    for text in (
        "Personal Particulars",
        "Sample Resume",
        "Mule",
        "Analytical, Leadership, Communication",
        "Joined Inc.",
    ):
        made = resume([text, "someone@post.example", *REST])
        assert made.basics.name is None, text


def test_a_form_names_the_candidate() -> None:
    made = resume(
        [L("Lebenslauf", size=20, bold=True), heading("Persönliche Daten"), "Name: || Ines Okafor", "E-Mail: || io@post.example",
         *REST]
    )  # fmt: skip
    assert made.basics.name == "Ines Okafor"


def test_header_of_the_builder() -> None:
    basics = resume([*HEADER, *REST]).basics
    assert (basics.name, basics.label, basics.email, basics.phone) == (
        "Ines Okafor",
        "Data Engineer",
        "ines.okafor@post.example",
        "+44 7700 900 123",
    )


def test_name_and_headline_on_one_line_in_two_sizes() -> None:
    words = [("Ines", 22.0), ("Okafor", 22.0), ("Registered", 13.0), ("Nurse", 13.0)]
    line = sized(words, 40.0)
    made = parse(Document("made.pdf", "0" * 64, "pdf", 1, (line, sized([("ines@post.example", 10.0)], 70.0))))
    assert (made.basics.name, made.basics.label) == ("Ines Okafor", "Registered Nurse")


def test_a_name_in_small_capitals_is_whole() -> None:
    words = [("Sjoukje", 22.0), ("van", 15.4), ("der", 15.4), ("Heijden", 22.0)]
    line = sized(words, 40.0)
    made = parse(Document("made.pdf", "0" * 64, "pdf", 1, (line, sized([("ines@post.example", 10.0)], 70.0))))
    assert made.basics.name == "Sjoukje van der Heijden"


def sized(words: list[tuple[str, float]], top: float) -> Line:
    made: list[Word] = []
    x = 50.0
    for text, size in words:
        made.append(Word(text, Box(x, top, x + 0.5 * size * len(text), top + 1.2 * size), size))
        x += 0.5 * size * len(text) + 0.25 * size
    return Line(tuple(made), Box(50, top, x, made[0].box.bottom), 1, 1, 0)


def test_an_address_in_capitals_that_a_narrow_column_broke() -> None:
    made = resume(
        [L("INES OKAFOR", size=22), L("INES.OKAFOR@POST.EX", gap=8), L("AMPLE"), L("+44 7700 900 123", gap=9)]
    )
    assert made.basics.email == "INES.OKAFOR@POST.EXAMPLE"


def test_what_stands_at_the_top_of_the_second_column_is_header_too() -> None:
    made = resume(
        [
            L("Ines Okafor", size=22), L("Data Engineer"), heading("Experience"), "Engineer, Acme Ltd || 2019 - 2021",
            L("Leeds, UK", x=420, block=1), L("+44 7700 900 123", x=420, block=1), L("ines@post.example", x=420, block=1),
            L("Skills", x=420, size=14, bold=True, gap=60, block=1), L("Python, Go, Rust", x=420, block=1),
        ]
    )  # fmt: skip
    assert (made.basics.phone, made.basics.email) == ("+44 7700 900 123", "ines@post.example")


@pytest.mark.parametrize(
    "line",
    [
        "MSc Student, Physics | Trondheim | +47 412 34 567 | ines@post.example",
        "MSc Student, Physics || Trondheim, Norway",
        "MSc Student, Physics / Trondheim",
    ],
)
def test_a_headline_on_one_line_with_place_and_contact(line: str) -> None:
    made = resume(
        [L("Ines Okafor", size=22), line, heading("Experience"), "Engineer, Acme Ltd || 2019 - 2021"]
    )
    assert made.basics.label == "MSc Student, Physics"


@pytest.mark.parametrize(
    "rows",
    [
        ["María José", "Hernández", "Ortiz"],
        ["María José", "Hernández Ortiz"],
        ["María", "José Hernández", "Ortiz"],
    ],
)
def test_a_name_broken_over_the_rows_of_a_narrow_column(rows: list[str]) -> None:
    made = resume(
        [*(L(row, size=16, gap=-2) for row in rows), L("Data Engineer", gap=8), "mj.hernandez@post.example"]
    )
    assert made.basics.name == "María José Hernández Ortiz"


def test_a_headline_broken_over_rows_that_stand_close() -> None:
    made = resume(
        [
            L("Ines Okafor", size=18),
            L("Computer Science", size=11, gap=6),
            L("Student", size=11, gap=-3),
            L("ines@post.example", gap=20),
        ]
    )
    assert made.basics.label == "Computer Science Student"


def test_the_name_among_the_parts_of_a_row_is_the_one_in_the_mailbox() -> None:
    made = resume(["Certified Grandmaster | Ines Okafor", "ines.okafor@post.example | 416-555-0191"])
    assert made.basics.name == "Ines Okafor"


def test_an_academic_title_is_no_part_of_the_name() -> None:
    assert resume(["Prof. Ines Okafor", "ines@post.example"]).basics.name == "Ines Okafor"


def test_another_form_of_the_name_in_brackets_is_not_the_name() -> None:
    made = resume(["Đinh Quang Huy || (Huy Dinh)", "Platform Engineer", "huy.dinh@post.example"])
    assert made.basics.name == "Đinh Quang Huy"


@pytest.mark.parametrize(
    "row", ["Name: Dr.-Ing. Falk Wischner", "Name of candidate: Falk Wischner", "Candidate: Falk Wischner"]
)
def test_a_name_behind_its_label(row: str) -> None:
    read = resume(
        [heading("Personal details"), row, "E-mail: falk.w@post.example", heading("Skills"), "Go, C++"]
    )
    assert read.basics.name == "Falk Wischner"


def test_a_town_before_its_country_is_no_headline() -> None:
    read = resume([L("Sindre Hoveland", size=22.0, bold=True), "Bodø, Norway", heading("Skills"), "Go, C++"])
    assert read.basics.label is None


def test_a_name_signed_at_the_foot_that_the_mailbox_spells() -> None:
    job = "Machine Learning Engineer, Prairie Electric, Salina. Aug 2023 to present."
    lines = [
        heading("Experience"),
        job,
        "Owns the load forecast of every hour of tomorrow.",
        heading("Skills"),
        "Go",
    ]
    read = resume([*lines, L("Contact: Colt Brannigan, colt.brannigan@plains.example", gap=10)])
    assert read.basics.name == "Colt Brannigan"
    assert resume([*lines, L("colt.brannigan@plains.example", gap=10)]).basics.name is None
